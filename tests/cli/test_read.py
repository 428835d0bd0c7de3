"""`vidbiy read`: what goes in, what comes out, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.running import check, plain_environment, vidbiy

from vidbiy.cli import main
from vidbiy.lexicon.pack import LANGUAGES

LINE = '{"id": "a", "text": "Russia launched 12 drones."}'
OTHER = '{"id": "b", "text": "At least 23 people were injured in Kyiv."}'


def invoke(*args: str | Path, input: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, args)], input=input)


def lines_of(result: Result) -> list[Any]:
    values = [json.loads(line) for line in result.stdout.splitlines()]
    for value in values:
        check(value)
    return values


# ---- What goes in


def test_a_file_is_shown_with_its_heading(report: Path) -> None:
    result = invoke(report)
    assert result.exit_code == 0
    assert result.stdout.startswith("== report\n   ua-air-force · 2025-07-04 09:00 · ")


def test_standard_input_is_read_as_text() -> None:
    result = invoke("-", "--source", "kyiv-mayor", input="23 people were injured.")
    assert result.exit_code == 0
    assert result.stdout.startswith("== stdin\n   kyiv-mayor · ")


def test_a_folder_is_read_file_by_file(report: Path) -> None:
    """Its README is no document."""
    for name in ("b.txt", "README.md", "c.rst"):
        (report.parent / name).write_text("x", encoding="utf-8")
    headings = [line for line in invoke(report.parent).stdout.splitlines() if line.startswith("== ")]
    assert headings == ["== b", "== report"]


def test_a_jsonl_file_is_read_as_lines_without_the_option(tmp_path: Path) -> None:
    """Shown as a table; a bad line is told with file and number."""
    path = tmp_path / "x.jsonl"
    path.write_text(f"{LINE}\nno\n", encoding="utf-8")
    result = invoke(path)
    assert result.exit_code == 1
    assert result.stdout.startswith("== a\n")
    assert "x.jsonl: Line 2: It is no JSON" in result.stderr


def test_options_fill_in_what_a_document_does_not_say(tmp_path: Path) -> None:
    """They overrule nothing."""
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a", "text": "b", "source": "dtek"}\n{"id": "c", "text": "d"}\n', encoding="utf-8")
    output = invoke(path, "--source", "media", "--published", "2025-07-04T09:30:00+03:00").stdout
    assert "dtek · 2025-07-04 09:30" in output
    assert "media · 2025-07-04 09:30" in output


# ---- What comes out


def test_json_is_one_array_of_the_contract(report: Path) -> None:
    result = invoke("--json", report, report)
    values = json.loads(result.stdout)
    assert [value["id"] for value in values] == ["report", "report"]
    for value in values:
        check(value)


def test_json_holds_a_place_for_what_could_not_be_read(report: Path) -> None:
    """So that the array is whole, and standard error says it too."""
    result = invoke("--json", "missing.txt", report)
    values = json.loads(result.stdout)
    for value in values:
        check(value)
    assert [value["id"] for value in values] == [None, "report"]
    assert result.exit_code == 1
    assert "missing.txt: no such file" in result.stderr


def test_json_of_nothing_is_an_empty_array(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").touch()
    assert json.loads(invoke("--json", tmp_path / "x.jsonl").stdout) == []


def test_jsonl_gives_a_line_for_each_line_in_order() -> None:
    """A line that is no document has its place."""
    result = invoke("--jsonl", "-", input=f"{LINE}\n\nno\n[]\n{OTHER}")
    values = lines_of(result)
    assert [value["id"] for value in values] == ["a", None, None, None, "b"]
    assert [len(value["problems"]) for value in values[1:4]] == [1, 1, 1]
    assert (result.exit_code, result.stderr) == (1, "")


def test_jsonl_reads_any_file_as_lines(tmp_path: Path) -> None:
    """A file that cannot be opened has no lines; standard error says so."""
    path = tmp_path / "x.dat"
    path.write_text(LINE, encoding="utf-8")
    result = invoke("--jsonl", "missing", path, tmp_path)
    assert [value["id"] for value in lines_of(result)] == ["a"]
    assert result.exit_code == 1
    assert "missing: no such file" in result.stderr
    assert "is a directory" in result.stderr


def test_no_character_of_a_document_breaks_a_line() -> None:
    """U+2028 ends a line for some readers, though not for JSON."""
    text = "12 drones\u2028\u2029\x85\u000b\u001c"
    result = invoke("--jsonl", "-", input=json.dumps({"id": text, "text": text}))
    (value,) = lines_of(result)
    assert value["id"] == text


@settings(max_examples=30)
@given(st.lists(st.binary(max_size=30).map(lambda raw: raw.replace(b"\n", b"")), max_size=5))
def test_any_lines_give_as_many_lines_of_the_contract(lines: list[bytes]) -> None:
    result = invoke("--jsonl", "-", input=b"".join(line + b"\n" for line in lines))
    assert len(lines_of(result)) == len(lines)
    assert result.exit_code == (1 if lines else 0)


@settings(max_examples=30)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_told(raw: bytes) -> None:
    """Status 0 with a heading or 1 with a message, never a traceback."""
    result = invoke("-", input=raw)
    assert result.exit_code in {0, 1}
    told = result.stdout.startswith("== stdin") or result.stderr.startswith("Error: standard input: ")
    assert told, result.output


def test_explain_shows_the_text_and_stays_within_80_columns(report: Path) -> None:
    result = invoke("--explain", report)
    assert result.exit_code == 0
    assert "We " in result.stdout
    assert [line for line in result.stdout.splitlines() if len(line) > 80] == []


def test_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Escape sequences and turns of the writing direction are made visible."""
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: x\x1b[2Jy\u202ez\n---\n12 drones \x1b]0;t\x07 launched", encoding="utf-8")
    for option in ([], ["--explain"]):
        output = invoke(*option, path).stdout
        assert not set(output) & set("\x1b\x07\u202e")
        assert "x�[2Jy�z" in output


# ---- How it ends


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ([], ["Missing argument 'FILE...'"]),
        (["--source", "ua-airforce", "x"], ["'ua-airforce' is no source id", "ua-air-force"]),
        (["--source", "oma-UA-99", "x"], ["no source id", "oma-UA-"]),
        (["--source", "mayor-karkiv", "x"], ["mayor-kharkiv"]),
        (["--source", "", "x"], ["no source id", "kyiv-mayor"]),
        (["--language", "ua", "x"], ["it reads", "Did you mean uk?"]),
        (["--language", "English", "x"], ["Did you mean en?"]),
        (["--language", "fr", "x"], ["'fr' is no language", ", ".join(LANGUAGES)]),
        (["--published", "2025-07-04", "x"], ["2025-07-04T09:30:00+03:00"]),
        (["--published", "2025-07-04T09:30:00", "x"], ["no time with an offset"]),
        (["-", "-"], ["only once"]),
        (["--jsonn", "x"], ["No such option", "--json"]),
    ],
)
def test_a_wrong_command_ends_with_2_and_the_remedy(args: list[str], words: list[str]) -> None:
    result = invoke(*args)
    assert result.exit_code == 2
    message = " ".join(result.stderr.split())
    assert [word for word in words if word not in message] == []


@pytest.mark.parametrize("source", ["media", "oma-UA-63", "mayor-kharkiv", "mayor-konotop", "gov-RU-BEL"])
def test_offices_are_sources_wherever_there_is_such_a_place(report: Path, source: str) -> None:
    assert invoke("--source", source, report).exit_code == 0


def test_what_cannot_be_read_does_not_keep_the_rest(report: Path, tmp_path: Path) -> None:
    """Each is told on standard error, with its name; the status is 1."""
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xcf\xf0\xe8")
    (tmp_path / "empty").mkdir()
    result = invoke(bad, "missing.txt", tmp_path / "empty", report)
    assert result.exit_code == 1
    assert "== report" in result.stdout
    errors = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert [
        part for part, line in zip(("bad.txt", "missing.txt", "empty"), errors, strict=True) if part not in line
    ] == []


def test_a_pipe_gets_plain_text_and_no_colour(report: Path) -> None:
    result = vidbiy("read", report)
    assert result.returncode == 0
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("columns", [60, 80, 132])
def test_lines_keep_to_the_width(night: Path, columns: int) -> None:
    result = vidbiy("read", night, COLUMNS=str(columns))
    assert result.returncode == 0
    assert [line for line in result.stdout.splitlines() if len(line) > columns] == []


def test_a_terminal_of_few_letters_shows_question_marks(report: Path) -> None:
    """A locale without ≥ or Cyrillic is no reason to stop; JSON is UTF-8 whatever the locale."""
    poor = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    report.write_text("---\ntitle: Київ\n---\n23 людини", encoding="utf-8")
    result = vidbiy("read", report, **poor)
    assert result.returncode == 0
    assert "????" in result.stdout
    line = json.dumps({"id": "Київ", "text": "23 людини"}, ensure_ascii=True)
    assert json.loads(vidbiy("read", "--jsonl", "-", input=line, **poor).stdout)["id"] == "Київ"


def test_a_closed_pipe_ends_the_run_without_a_word(tmp_path: Path) -> None:
    """As `head` does; the status is the one a shell gives for SIGPIPE."""
    path = tmp_path / "x.jsonl"
    path.write_text(f"{LINE}\n" * 3000, encoding="utf-8")
    for option in ("--jsonl", "--json"):
        command = [sys.executable, "-m", "vidbiy", "read", option, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(1)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 141


def test_a_line_is_answered_before_the_next_and_ctrl_c_ends_quietly() -> None:
    """So a pipe can be kept open for as long as the night lasts."""
    command = [sys.executable, "-m", "vidbiy", "read", "--jsonl", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        for number in range(3):
            process.stdin.write(f"{json.dumps({'id': str(number), 'text': '12 drones'})}\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == str(number)
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr.read().strip() == ""


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not hold a process to RLIMIT_AS")
def test_a_line_of_50_megabytes_is_skipped_in_bounded_memory(tmp_path: Path) -> None:
    """The address space is what a small run needs and 96 MiB: the line is never held."""
    small, large = tmp_path / "small.jsonl", tmp_path / "large.jsonl"
    small.write_text(f"{LINE}\n", encoding="utf-8")
    with large.open("w", encoding="utf-8") as file:
        file.write(f'{LINE}\n{{"id": "b", "text": "')
        for _ in range(50):
            file.write("x" * 1_000_000)
        file.write(f'"}}\n{LINE}\n')
    needed = int(limited_read(small, limit=0).stderr)
    result = limited_read(large, limit=needed + 96 * 2**20)
    values = [json.loads(line) for line in result.stdout.splitlines()]
    assert [value["id"] for value in values] == ["a", None, "a"], result.stderr
    assert "16 MiB" in values[1]["problems"][0]


def limited_read(path: Path, limit: int) -> subprocess.CompletedProcess[str]:
    """Read a file of lines with a limit on the address space; standard error is how much of it was used at most."""
    code = (
        "import re, resource, sys\n"
        "limit, path = int(sys.argv[1]), sys.argv[2]\n"
        "if limit: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))\n"
        "from vidbiy.cli import main\n"
        "main(['read', '--jsonl', path], standalone_mode=False)\n"
        "used = re.search(r'VmPeak:\\s+(\\d+)', open('/proc/self/status').read())\n"
        "print(int(used[1]) * 1024, file=sys.stderr)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code, str(limit), str(path)],
        capture_output=True,
        encoding="utf-8",
        env=plain_environment(),
        timeout=120,
        check=False,
    )


def read_all(terminal: int) -> bytes:
    """Return what was written to a pseudo-terminal until its other side was closed."""
    output = b""
    try:
        while piece := os.read(terminal, 4096):
            output += piece
    except OSError:  # so Linux says that the other side was closed
        pass
    os.close(terminal)
    return output


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("variable", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colour_unless_no_color_is_set(report: Path, variable: str, coloured: bool) -> None:
    """https://no-color.org: set and not empty means none."""
    parent, child = os.openpty()
    environment = plain_environment(NO_COLOR=variable, TERM="xterm-256color")
    command = [sys.executable, "-m", "vidbiy", "read", str(report)]
    with subprocess.Popen(command, stdout=child, stderr=child, env=environment) as process:
        os.close(child)
        output = read_all(parent)
        process.wait(timeout=60)
    assert b"report" in output
    assert (b"\x1b[" in output) is coloured


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pseudo-terminal")
@pytest.mark.parametrize("source", ["file", "pipe"])
def test_a_long_run_shows_a_bar_on_standard_error_alone(tmp_path: Path, source: str) -> None:
    """The output is clean and a message does not tear the bar; how much there is may be unknown."""
    lines = f"{LINE}\nno\n{LINE}\n"
    path = tmp_path / "x.jsonl"
    path.write_text(lines, encoding="utf-8")
    code = (
        "import sys; from vidbiy.cli import main; from vidbiy.cli.terminal import progress\n"
        "progress._LONG = -1.0\nmain(sys.argv[1:])\n"
    )
    parent, child = os.openpty()
    arguments = [str(path)] if source == "file" else ["--jsonl", "-"]
    command = [sys.executable, "-c", code, "read", *arguments]
    environment = plain_environment(TERM="xterm-256color")
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=child, env=environment) as process:
        os.close(child)
        output, _ = process.communicate(lines.encode(), timeout=60)
    shown = read_all(parent)
    assert b"Reading" in shown
    assert b"\x1b" not in output
    assert (b"Line 2" in shown) is (source == "file")
    assert process.returncode == 1
