"""`vidbiy brief` and `vidbiy check`, as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.running import ask, vidbiy

STORY = "Overnight Russia launched 611 drones at Ukraine, the Air Force said.\n"
AT = "2025-07-04T15:00:00+03:00"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """The bundled night in a ledger."""
    path = tmp_path_factory.mktemp("ledger") / "night.db"
    result = ask("ingest", "--db", path, project / "examples" / "2025-07-04")
    assert result.returncode == 0, result.stderr
    return path


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_the_latest_brief_is_the_bundled_night(ledger: Path) -> None:
    result = vidbiy("brief", "--db", ledger)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Night of 3 to 4 July 2025\n")
    assert [line for line in result.stdout.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("wanted", ["2025-07-04", "UA-2025-07-04-night", "latest"])
def test_a_night_is_named_by_its_date_its_id_or_as_the_latest(ledger: Path, wanted: str) -> None:
    value = json.loads(ask("brief", wanted, "--db", ledger, "--format", "json").stdout)
    assert value["attack"] == "UA-2025-07-04-night"


def test_as_of_five_in_the_morning_nothing_is_known_of_weapons(ledger: Path) -> None:
    text = ask("brief", "2025-07-04", "--db", ledger, "--as-of", "2025-07-04T05:00:00+03:00").stdout
    assert "Injured: people, Kyiv: 12" in text
    assert "539" not in text


def test_since_the_last_brief(ledger: Path) -> None:
    text = ask("brief", "2025-07-04", "--db", ledger, "--since", "2025-07-04T05:00:00+03:00").stdout
    assert "WHAT CHANGED SINCE" in text
    assert "was 12, settled" in text


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_brief_is_written_to_a_file_in_each_form(ledger: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "brief"
    result = ask("brief", "2025-07-04", "--db", ledger, "-f", form, "-l", "uk", "-o", path)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert "539" in path.read_text(encoding="utf-8")


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    path, empty = tmp_path / "empty.db", tmp_path / "empty"
    empty.mkdir()
    (empty / "note.txt").write_text("Nothing of this kind.\n", encoding="utf-8")
    ask("ingest", "--db", path, empty)
    result = ask("brief", "--db", path)
    assert result.returncode == 1
    assert "add reports with `vidbiy ingest PATH`" in result.stderr


def test_no_ledger_at_all_says_what_to_do(tmp_path: Path) -> None:
    result = ask("brief", "--db", tmp_path / "none.db")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "vidbiy ingest" in result.stderr


@pytest.mark.parametrize("wanted", ["2024-01-01", "tomorrow", "UA-2025-07-04-dusk", "2025-02-30"])
def test_a_date_without_an_attack_is_said_in_a_sentence(ledger: Path, wanted: str) -> None:
    result = ask("brief", wanted, "--db", ledger)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


def test_a_story_that_contradicts_ends_with_one_and_both_quotes(ledger: Path, story: Path) -> None:
    result = ask("check", story, "--db", ledger, "--published", AT)
    assert result.returncode == 1
    assert "contradicts: Launched: drones, Ukraine" in result.stdout
    assert "“launched 611 drones”" in result.stdout
    assert "539 ударними дронами" in result.stdout
    assert "0 agree, 0 outdated, 1 contradict, 0 misread, 0 not in the record" in result.stdout


def test_a_story_that_agrees_ends_with_zero(ledger: Path, story: Path) -> None:
    story.write_text(STORY.replace("611", "539"), encoding="utf-8")
    result = ask("check", story, "--db", ledger, "--published", AT)
    assert result.returncode == 0
    assert "1 agree" in result.stdout


def test_a_check_as_json_has_the_claim_and_the_better_one(ledger: Path, story: Path) -> None:
    (value,) = json.loads(ask("check", "--json", story, "--db", ledger, "--published", AT).stdout)
    (verdict,) = value["verdicts"]
    assert (verdict["verdict"], verdict["claim"]["low"], verdict["low"]) == ("contradicts", 611, 539)
    assert verdict["evidence"]["document_id"] == "04-air-force-morning"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("東京の天気は晴れです。明日も晴れるでしょう。", "no language that Vidbiy reads"),
        ("The museum opens again on Sunday, and the entrance is free.", "there is nothing to check"),
    ],
)
def test_a_story_that_cannot_be_checked_says_why(ledger: Path, story: Path, text: str, said: str) -> None:
    story.write_text(text, encoding="utf-8")
    result = ask("check", story, "--db", ledger, "--published", AT)
    assert result.returncode == 0
    assert said in " ".join(result.stdout.split())


def test_a_story_that_is_not_there_is_named(ledger: Path, tmp_path: Path) -> None:
    result = ask("check", tmp_path / "none.txt", "--db", ledger)
    assert result.returncode == 1
    assert "none.txt" in result.stderr
    assert "Traceback" not in result.stderr
