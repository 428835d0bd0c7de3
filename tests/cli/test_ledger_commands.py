"""`vidbiy ingest` and the commands on the ledger that it fills."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.running import plain_environment, vidbiy
from tests.sources.test_html import PAGE
from tests.sources.test_telegram import chat, export, message

from vidbiy.cli import main
from vidbiy.ledger import ClaimQuery, Ledger
from vidbiy.reading.version import reader_version

LINE = '{"id": "a", "text": "Russia launched 12 drones."}'


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A ledger that is not there yet, where the environment says it is."""
    path = str(tmp_path / "ledger.db")
    monkeypatch.setenv("VIDBIY_DB", path)
    return path


def invoke(*args: str | Path, input: str | None = None) -> Result:
    return CliRunner().invoke(main, list(map(str, args)), input=input)


def test_the_night_is_ingested_once(db: str, night: Path) -> None:
    """The second run adds nothing, and says so."""
    first = invoke("ingest", night)
    assert first.exit_code == 0
    assert first.stdout.startswith("10 new documents, 0 new versions, 0 known, ")
    assert "0 problems" in first.stdout
    head = invoke("ledger", "head").stdout
    second = invoke("ingest", night)
    assert second.stdout.startswith("0 new documents, 0 new versions, 10 known, 0 claims, ")
    assert "Nothing was added" in second.stdout
    assert invoke("ledger", "head").stdout == head
    with Ledger.open(db) as ledger:
        assert {claim.reader for claim in ledger.claims()} == {reader_version()}
        assert 539 in {claim.claim.low for claim in ledger.claims(ClaimQuery(measure="launched"))}


def test_everything_there_is_to_ingest(db: str, tmp_path: Path) -> None:
    """Text, a page, lines, an export, in a folder and below; a README and hidden files are left out."""
    folder = tmp_path / "reports"
    (folder / "below").mkdir(parents=True)
    (folder / "a.md").write_text("12 drones", encoding="utf-8")
    (folder / "README.md").write_text("x", encoding="utf-8")
    (folder / ".hidden.md").write_text("x", encoding="utf-8")
    (folder / "page.html").write_text(PAGE.format(head=""), encoding="utf-8")
    (folder / "below" / "a.txt").write_text("other words, same name", encoding="utf-8")
    (folder / "lines.jsonl").write_text(f"{LINE}\nno\n", encoding="utf-8")
    export(folder / "below", chat(message(1)))
    result = invoke("ingest", folder)
    assert result.exit_code == 1
    assert result.stdout.startswith("5 new documents, 0 new versions, 0 known")
    assert "lines.jsonl: Line 2" in result.stderr
    with Ledger.open(db) as ledger:
        stored = {document.document.id: document for document in ledger.documents()}
        assert (stored["page"].address or "").startswith("file:///")
        assert "telegram:77/1" in stored
        assert ledger.verify().whole


@pytest.mark.usefixtures("db")
def test_a_pattern_in_quotes_is_resolved(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.txt"):
        (tmp_path / name).write_text(f"12 drones {name}", encoding="utf-8")
    assert invoke("ingest", tmp_path / "*.md").stdout.startswith("2 new documents")
    missing = invoke("ingest", tmp_path / "*.rst")
    assert missing.exit_code == 1
    assert "no file fits this pattern" in missing.stderr


@pytest.mark.usefixtures("db")
def test_a_changed_file_is_a_new_version(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    for words, said in (
        ("12 drones", "1 new document, 0 new versions"),
        ("13 drones", "0 new documents, 1 new version"),
    ):
        path.write_text(words, encoding="utf-8")
        assert invoke("ingest", path).stdout.startswith(said)


@pytest.mark.usefixtures("db")
def test_half_an_export_changes_nothing(tmp_path: Path) -> None:
    """It is checked whole before any of it is used."""
    invoke("ingest", "-", "--jsonl", input=LINE)
    head = invoke("ledger", "head").stdout
    path = export(tmp_path, chat(*(message(number) for number in range(50))))
    path.write_bytes(path.read_bytes()[:-200])
    result = invoke("ingest", path)
    assert result.exit_code == 1
    assert "cut short" in result.stderr
    assert invoke("ledger", "head").stdout == head


def test_lines_from_a_pipe_are_acknowledged_while_it_is_open(db: str) -> None:
    """Whoever feeds it need not wait for a batch to be full; what is acknowledged can be read at once."""
    command = [sys.executable, "-m", "vidbiy", "ingest", "--jsonl", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=plain_environment()) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(2):
            process.stdin.write(f'{{"id": "p{number}", "text": "12 drones"}}\n')
            process.stdin.flush()
            line = json.loads(process.stdout.readline())
            assert (line["id"], line["state"]) == (f"p{number}", "new")
            with Ledger.open(db) as ledger:
                assert len(list(ledger.documents())) == number + 1
        process.stdin.close()
        assert process.wait(timeout=60) == 0


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_told_to_stop_says_what_is_safe(number: signal.Signals, status: int) -> None:
    command = [sys.executable, "-m", "vidbiy", "ingest", "--jsonl", "--jobs", "2", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=plain_environment()) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{LINE}\n")
        process.stdin.flush()
        process.stdout.readline()
        time.sleep(0.05)
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
        assert process.returncode == status, errors
    assert "run again to finish" in errors
    assert invoke("verify").exit_code == 0


def test_processes_make_the_same_ledger_as_one(tmp_path: Path, night: Path) -> None:
    """The same entries in the same order, but for the times."""
    found = []
    for jobs in ("1", "3"):
        db = str(tmp_path / f"{jobs}.db")
        assert invoke("ingest", "--db", db, "--jobs", jobs, night).exit_code == 0
        with Ledger.open(db) as ledger:
            found.append([(claim.ref, claim.claim) for claim in ledger.claims()])
    assert found[0] == found[1]


def test_verify_names_what_was_changed(db: str, night: Path) -> None:
    invoke("ingest", night)
    whole = invoke("verify")
    assert whole.exit_code == 0
    assert "is whole: 20 entries" in whole.stdout
    head = invoke("ledger", "head").stdout.strip()
    assert f"extends {head}" in invoke("verify", "--since", head).stdout
    raw = sqlite3.connect(db)
    raw.execute("DROP TRIGGER claims_never_change")
    raw.execute("UPDATE claims SET low = 1 WHERE seq = 8 AND ordinal = 0")
    raw.commit()
    raw.close()
    found = invoke("verify")
    assert found.exit_code == 1
    assert "entry 8: its reading or a claim of it was changed" in found.stderr
    assert "claims_never_change is missing" in found.stderr
    assert invoke("verify", "--since", "x").exit_code == 1


def test_a_redacted_document_is_gone_from_everywhere(db: str, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("Olena Kovalenko, 34, was killed.", encoding="utf-8")
    invoke("ingest", tmp_path / "a.md", tmp_path / "b.md")
    assert invoke("search", "Kovalenko").stdout.count("Kovalenko") == 2
    done = invoke("redact", "--by", "N. Editor", "--reason", "names a victim", "a")
    assert done.exit_code == 0, done.output
    assert "same text stands in document b" in done.stderr
    assert invoke("redact", "--by", "N. Editor", "--reason", "names a victim", "b").exit_code == 0
    assert invoke("search", "Kovalenko").exit_code == 1
    assert "2 documents redacted" in invoke("verify").stdout
    assert b"Kovalenko" not in Path(db).read_bytes()
    again = invoke("redact", "--by", "N. Editor", "--reason", "x", "a")
    assert again.exit_code == 1
    assert "no document 'a' with a text" in again.stderr
    assert invoke("ingest", tmp_path / "a.md").stdout.startswith("0 new documents, 0 new versions, 1 known")


def test_reread_retires_the_claims_of_an_older_reader(db: str, night: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vidbiy.cli.ingest.run.reader_version", lambda: "0.0.1+old")
    invoke("ingest", "--jobs", "1", night)
    monkeypatch.undo()
    monkeypatch.setenv("VIDBIY_DB", db)
    with Ledger.open(db) as ledger:
        before = sum(1 for _ in ledger.claims())
        moment = ledger.summary().last
    assert invoke("reread", "--jobs", "1").stdout.startswith("10 documents read again")
    with Ledger.open(db) as ledger:
        assert {claim.reader for claim in ledger.claims()} == {reader_version()}
        assert sum(1 for _ in ledger.claims()) == before
        assert {claim.reader for claim in ledger.claims(ClaimQuery(as_of=moment))} == {"0.0.1+old"}
        assert ledger.verify().whole
    assert invoke("reread", "--jobs", "1").stdout.startswith("0 documents read again")


@pytest.mark.usefixtures("db")
def test_search_shows_documents(night: Path) -> None:
    invoke("ingest", night)
    shown = invoke("search", "шахед*", "--limit", "3")
    assert shown.exit_code in {0, 1}
    lines = invoke("search", "--jsonl", "539").stdout.splitlines()
    assert lines
    assert all("539" in json.loads(line)["text"] for line in lines)
    nothing = invoke("search", "жираф")
    assert (nothing.exit_code, nothing.stdout) == (1, "")


@pytest.mark.usefixtures("db")
def test_info_counts_what_there_is(night: Path) -> None:
    invoke("ingest", night)
    shown = invoke("ledger", "info").stdout
    assert "document     10" in shown
    assert invoke("ledger", "upgrade").exit_code == 0
    assert invoke("ledger", "compact").exit_code == 0


@pytest.mark.parametrize("command", [["verify"], ["ledger", "head"], ["ledger", "info"], ["search", "x"], ["reread"]])
def test_a_missing_ledger_is_told_and_not_made(db: str, command: list[str]) -> None:
    result = invoke(*command)
    assert result.exit_code == 1
    assert "there is no ledger" in result.stderr
    assert not Path(db).exists()


def test_a_ledger_that_may_not_be_made_is_told(tmp_path: Path) -> None:
    result = vidbiy("ingest", "--db", tmp_path / "no" / "ledger.db", "-", input="12 drones")
    assert result.returncode == 1
    assert "check that its folder is there" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("db")
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pseudo-terminal")
def test_a_long_run_shows_a_bar(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"{LINE}\n", encoding="utf-8")
    code = (
        "import sys; from vidbiy.cli import main; from vidbiy.cli.terminal import progress\n"
        "progress._LONG = -1.0\nmain(sys.argv[1:])\n"
    )
    parent, child = os.openpty()
    command = [sys.executable, "-c", code, "ingest", str(path)]
    environment = plain_environment(TERM="xterm-256color")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=child, env=environment) as process:
        os.close(child)
        shown = b""
        try:
            while piece := os.read(parent, 4096):
                shown += piece
        except OSError:  # so Linux says that the other side was closed
            pass
        process.wait(timeout=60)
    os.close(parent)
    assert b"Reading" in shown
    assert process.returncode == 0


def test_the_commands_of_the_how_to_run(project: Path, tmp_path: Path) -> None:
    """As they stand on the page, from the root of a checkout, one after the other."""
    text = (project / "docs" / "how-to" / "ledger.md").read_text(encoding="utf-8").replace("/tmp/", f"{tmp_path}/")
    blocks = [block for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) if "export PATH" not in block]
    program = tmp_path / "vidbiy"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vidbiy "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = plain_environment(PATH=f"{tmp_path}:{os.environ['PATH']}")
    for block in blocks:
        result = subprocess.run(
            ["sh", "-e", "-c", block],
            cwd=project,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert result.returncode == 0, (block, result.stderr)
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    shown = subprocess.run([sys.executable, "-c", example], capture_output=True, encoding="utf-8", check=True)
    assert "23" in shown.stdout
