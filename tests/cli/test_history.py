"""`vidbiy history`: the series and the standing of a night, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.reconcile.history.nights import keep

from vidbiy.cli import main
from vidbiy.cli.history.run import Asked, shown
from vidbiy.cli.ingest.workers import dataset_reading
from vidbiy.ledger import Ledger, NewDocument, Provenance
from vidbiy.sources import Fetched, fetch_dataset

FIRST = date(2025, 7, 18)


def history(ledger: Path, *args: str) -> Result:
    """Run the command in this process: a new one for each question would be most of the time."""
    return CliRunner().invoke(main, ["history", "--db", str(ledger), *args], env={"COLUMNS": "80"})


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten made-up nights around the day since when shot down and suppressed are one; the fourth is missing."""
    path = tmp_path_factory.mktemp("history") / "ledger.db"
    counts = [120, 80, 200, None, 60, 90, 310, 70, 40, 100]
    found: dict[date, dict[str, int]] = {}
    for i, count in enumerate(counts):
        night = FIRST + timedelta(days=i)
        if count is not None:
            stopped = {"shot_down": count // 2, "suppressed": 10} if i < 6 else {"intercepted": count - 5}
            found[night] = {"launched": count, **stopped}
    with Ledger.open(str(path), create=True) as ledger:
        keep(ledger, found)
    return path


def test_a_series_has_a_line_a_night_and_gaps(nights: Path) -> None:
    """A night without data is a gap; means rest on the nights that are known."""
    result = history(nights, "launched", "weapon.drone")
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0] == "launched weapon.drone in UA by night, 2025-07-18 to 2025-07-27"
    assert lines[2].split() == ["2025-07-18", "120", lines[2].split()[2], "120", "120", "120"]
    assert lines[5].split() == ["2025-07-21", "no", "data", "···", "133", "133", "133"]
    assert "9 nights with data, 1 without: those are gaps, no zeros." in lines
    assert max(map(len, lines)) <= 80


def test_a_break_is_shown_where_it_is_with_what_stays_comparable(nights: Path) -> None:
    """Nothing is compared across it: the means begin anew."""
    result = history(nights, "intercepted", "weapon.drone")
    assert "Weapons shot down and weapons suppressed are given as one number." in result.stdout
    assert "Comparable all along: vidbiy history stopped weapon.drone" in result.stdout


def test_the_standing_of_a_night_comes_with_the_words_that_prove_it(nights: Path) -> None:
    """Rank, since when, means, and for each night speaker, document and quote."""
    result = history(nights, "launched", "weapon.drone", "--night", "2025-07-23")
    assert "Largest since 2025-07-20 (200); nothing is known of 1 nights between" in result.stdout
    assert "Of the last 30: no. 3 of the 5 known" in result.stdout
    assert "ua-air-force, report-2025-07-20-0: “launched: 200”" in result.stdout


def test_a_night_after_a_break_stands_by_what_stays_comparable_too(nights: Path) -> None:
    """By `intercepted` among its like, by `stopped` among all."""
    result = history(nights, "intercepted", "weapon.drone", "--night", "2025-07-26", "--json")
    told = json.loads(result.stdout)
    assert (told["overall"]["best"], told["overall"]["of"]) == (3, 3)
    assert (told["bridge"]["measure"], told["bridge"]["overall"]["of"]) == ("stopped", 8)
    assert set(told["night"]["claims"]) <= told["claims"].keys()
    assert told["claims"][told["night"]["claims"][0]]["quote"] == "intercepted: 35"


def test_programs_get_the_whole_series(nights: Path) -> None:
    """As JSON with means and levels, as CSV with an empty cell for what is not known."""
    told = json.loads(history(nights, "launched", "weapon.drone", "--json").stdout)
    assert [night["low"] for night in told["nights"]] == [120, 80, 200, None, 60, 90, 310, 70, 40, 100]
    assert len(told["means"]["7"]) == 10
    rows = list(csv.DictReader(io.StringIO(history(nights, "stopped", "--csv").stdout)))
    assert [row["low"] for row in rows] == ["70", "50", "110", "", "40", "55", "305", "65", "35", "95"]
    assert rows[3]["claims"] == rows[3]["status"] == ""


@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (("soup",), 1, "'soup' is no measure; there are stopped, launched"),
        (("injured",), 1, "The ledger knows no night of injured person in UA, by night; there is"),
        (("launched", "--night", "2025-01-01"), 1, "for 2025-01-01; the nearest night with one is 2025-07-18"),
        (("launched", "--since", "2026-01-01"), 1, "the series goes from 2025-07-18 to 2025-07-27"),
        (("launched", "--night", "2025-07-20", "--csv"), 2, "--csv is for series of nights"),
        (("launched", "--night", "2025-07-20", "--since", "2025-07-01"), 2, "--night looks at all nights before it"),
        (("launched", "--since", "2025-07-20", "--until", "2025-07-01"), 2, "--until is before --since; swap them."),
        (("launched", "--since", "yesterday"), 2, "'yesterday' is no date"),
    ],
)
def test_what_cannot_be_answered_gets_a_sentence(
    nights: Path, args: tuple[str, ...], status: int, message: str
) -> None:
    """What there is, or what to change; never a traceback."""
    result = history(nights, *args)
    assert (result.exit_code, "Traceback" in result.stderr) == (status, False)
    assert message in result.stderr


def test_an_empty_ledger_is_told_how_to_begin(tmp_path: Path) -> None:
    """The sentence names the command."""
    with Ledger.open(str(tmp_path / "empty.db"), create=True):
        pass
    result = history(tmp_path / "empty.db")
    assert result.exit_code == 1
    assert "add reports or a data set with `vidbiy ingest PATH`" in result.stderr


def ask(ledger: Ledger, measure: str, subject: str, night: str) -> Any:
    """The JSON of a standing."""
    options: dict[str, Any] = {
        "place": None,
        "days": False,
        "since": None,
        "until": None,
        "as_of": None,
        "form": "json",
    }
    return json.loads(*shown(ledger, Asked.of(measure, subject, night=date.fromisoformat(night), **options)))


def test_the_shared_file_shows_the_night_of_4_july_2025(shared: Path, tmp_path: Path) -> None:
    """550 launched and 478 stopped, 8 places hit, debris at 33; and five nights with since when there was none as large."""
    data = tmp_path / "attacks.csv"  # a summer is enough, and soon imported
    rows = (shared / "data" / "missile_attacks_daily.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    data.write_text("".join(row for row in rows if row.startswith(("time_start", "2025-05", "2025-06", "2025-07"))))
    found = [item for item in fetch_dataset(data) if isinstance(item, Fetched)]
    with Ledger.open(str(tmp_path / "ledger.db"), create=True) as ledger:
        ledger.append([_new(item) for item in found])
        expected = {
            ("launched", "weapon"): 550, ("stopped", "weapon"): 478, ("hit_locations", "area.location"): 8,
            ("debris_locations", "area.location"): 33, ("launched", "weapon.drone"): 539,
        }  # fmt: skip
        for (measure, subject), count in expected.items():
            assert ask(ledger, measure, subject, "2025-07-04")["night"]["low"] == count
        since = {"2025-07-04": None, "2025-06-29": "2025-06-09", "2025-07-16": "2025-07-12", "2025-07-21": "2025-07-12"}
        for night, last in {**since, "2025-07-28": "2025-07-21"}.items():
            told = ask(ledger, "launched", "weapon.drone", night)
            largest = told["largest_since"]
            assert (None if largest["night"] is None else largest["night"]["date"]) == last
            if last is not None:
                assert largest["night"]["low"] >= told["night"]["low"] > max(each["low"] for each in largest["between"])


def _new(item: Fetched) -> NewDocument:
    assert item.reading is not None
    published = item.document.published
    assert published is not None
    came = Provenance(raw=item.raw, address=item.address, fetched_at=published, tool="tests")
    return NewDocument(
        document=item.document, provenance=came, origin=item.origin, reading=dataset_reading(item.reading, "tests")
    )


def test_a_story_with_a_superlative_that_the_history_refutes_contradicts(nights: Path, tmp_path: Path) -> None:
    """`vidbiy check` names the larger night, and ends with status 1."""
    story = tmp_path / "story.txt"
    story.write_text(
        "Made up for a test. Russia launched 100 drones at Ukraine overnight, the Air Force said. "
        "It was the largest drone attack in a week.",
        encoding="utf-8",
    )
    published = "2025-07-27T10:00:00+03:00"
    result = CliRunner().invoke(main, ["check", "--db", str(nights), "--published", published, str(story)])
    assert "does not hold: 1 known night was larger by drones launched" in result.stdout
    assert "2025-07-24 (310; " in result.stdout
    assert result.exit_code == 1
