"""Siren logs on the command line: in, out, and what is said where nobody knows. The logs are made up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.running import ask, vidbiy
from tests.sources.siren_server import TOKEN, Server, siren_server

LOG = """\
oblast,raion,hromada,level,started_at,finished_at,source
Kharkivska oblast,,,oblast,2023-09-24 18:00:00+00:00,2023-09-24 20:30:00+00:00,official
Kharkivska oblast,Iziumskyi raion,,raion,2023-09-24 21:00:00+00:00,2023-09-24 22:00:05+00:00,official
Sumska oblast,,,oblast,2023-09-24 19:00:00+00:00,2023-09-24 19:40:10+00:00,official
Lvivska oblast,,,oblast,2023-09-23 19:00:00+00:00,2023-09-23 19:40:10+00:00,official
Atlantis oblast,,,oblast,2023-09-24 19:00:00+00:00,2023-09-24 19:40:10+00:00,official
"""
QUIET_DAY = ("--from", "2023-09-23T21:00Z", "--to", "2023-09-24T15:00Z")
NIGHT = ("--date", "2023-09-25")


@pytest.fixture
def db(tmp_path: Path) -> str:
    """A ledger with the log in it."""
    path = tmp_path / "log.csv"
    path.write_text(LOG, encoding="utf-8")
    ran = ask("ingest", "--db", tmp_path / "v.db", path)
    assert ran.returncode == 1, ran.stderr
    assert "log.csv: line 6: the place 'Atlantis oblast' is not known, not taken." in ran.stderr
    assert "5 alerts, 4 new, 0 changed, 0 known, 1 refused; it speaks for 3 regions from 2023-09-23 22:00" in ran.stdout
    return str(tmp_path / "v.db")


@pytest.fixture
def server() -> Iterator[Server]:
    with siren_server() as running:
        yield running


def test_a_log_that_is_known_adds_nothing(db: str, tmp_path: Path) -> None:
    ran = ask("ingest", "--db", db, "--jsonl", tmp_path / "log.csv")
    line = json.loads(ran.stdout)
    assert line["state"] == "known"
    assert line["alerts"] == {"lines": 5, "new": 0, "changed": 0, "known": 4, "twice": 0, "refused": 1}
    assert ask("verify", "--db", db).returncode == 0


def test_a_folder_gives_its_siren_logs_and_leaves_other_tables(db: str, tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "more.csv").write_text(LOG.replace("Atlantis", "Kyivska"), encoding="utf-8")
    (folder / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    ran = ask("ingest", "--db", db, folder)
    assert (ran.returncode, "5 alerts, 1 new, 0 changed, 4 known" in ran.stdout) == (0, True)


def test_the_night_is_shown_with_what_is_not_known(db: str) -> None:
    """The log ends at 01:00 in Kyiv: from then on nobody knows, and of other regions nothing at all."""
    ran = ask("alerts", "--db", db, *NIGHT)
    assert ran.returncode == 0, ran.stderr
    lines = {line.split("  ")[0]: " ".join(line.split()) for line in ran.stdout.splitlines() if line}
    assert (
        lines["Kharkiv oblast"]
        == "Kharkiv oblast ≥ 2 h 30 min ≥ 3 h 30 min 2 2 h 30 min 21:00 01:00, no data since 01:00"
    )
    assert lines["Lviv oblast"] == "Lviv oblast no data since 01:00"
    assert lines["Odesa oblast"] == "Odesa oblast no data"
    assert lines["Luhansk oblast"] == "Luhansk oblast permanent alert"
    assert "First alert 21:00, whether all is clear is not known" in ran.stdout
    assert "no alert" not in ran.stdout.lower()


def test_a_region_is_without_an_alert_only_where_that_is_known(db: str) -> None:
    ran = ask("alerts", "--db", db, *QUIET_DAY)
    said = {line.split("  ")[0]: line.split("  ")[-1].strip() for line in ran.stdout.splitlines() if line}
    assert said["Kharkiv oblast"] == said["Lviv oblast"] == "no alert"
    assert said["Odesa oblast"] == "no data"
    assert "No alert in any region" not in ran.stdout


@pytest.mark.parametrize(
    "place", ["UA-63.izium-raion", "Kharkiv oblast, Izium raion", "Харківська область, Ізюмський район"]
)
def test_a_place_is_shown_alert_by_alert(db: str, place: str) -> None:
    ran = ask("alerts", "--db", db, *NIGHT, "--place", place)
    assert "Izium raion (UA-63.izium-raion)" in ran.stdout
    assert "whole     ≥ 3 h 30 min, 2 alerts, longest 2 h 30 min" in ran.stdout
    assert "No data since 01:00: what happened then is not known" in ran.stdout
    assert "  2023-09-24 21:00 to 23:30  2 h 30 min" in ran.stdout


def test_a_place_without_a_log_has_no_data(db: str) -> None:
    assert "No data" in ask("alerts", "--db", db, *NIGHT, "--place", "Kyiv").stdout
    assert "No alert" in ask("alerts", "--db", db, *QUIET_DAY, "--place", "UA-63").stdout


def test_the_same_as_json(db: str) -> None:
    night = json.loads(ask("alerts", "--db", db, *NIGHT, "--json").stdout)
    kharkiv = next(each for each in night["regions"] if each["place"] == "UA-63")
    assert (kharkiv["whole"]["seconds"], kharkiv["part"]["seconds"]) == (9000, 12605)
    assert night["cover"]["known"] is False
    place = json.loads(ask("alerts", "--db", db, *NIGHT, "--place", "UA-63", "--json").stdout)
    assert place == kharkiv


def test_before_the_log_came_nothing_was_known(db: str) -> None:
    ran = ask("alerts", "--db", db, *NIGHT, "--as-of", "2023-09-25T12:00Z")
    assert "First alert" not in ran.stdout
    assert "No data: what happened then is not known" in ran.stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--date", "yesterday"), "'yesterday' is no date; write it like 2025-07-04."),
        (("--place", "Atlantis"), "'Atlantis' is no place"),
        (("--from", "2023-09-24T15:00Z"), "--from and --to go together"),
        (("--from", "2023-09-24T15:00Z", "--to", "2023-09-24T14:00Z"), "--to is not after --from"),
        ((*NIGHT, *QUIET_DAY), "give one of them"),
    ],
)
def test_a_wrong_command_is_told(db: str, args: tuple[str, ...], words: str) -> None:
    ran = ask("alerts", "--db", db, *args, COLUMNS="200")
    assert (ran.returncode, words in ran.stderr) == (2, True), ran.stderr


def active(*titles: str) -> bytes:
    alerts = [
        {
            "location_title": title,
            "location_type": "oblast",
            "location_oblast": title,
            "alert_type": "air_raid",
            "started_at": "2026-01-10T22:00:00.000Z",
            "finished_at": None,
            "alert_level": "red",
            "threats": ["drones"],
        }
        for title in titles
    ]
    return json.dumps({"alerts": alerts}).encode()


def test_the_interface_is_asked_and_what_has_ended_is_a_guess(server: Server, tmp_path: Path) -> None:
    """Two runs make one watch; the token stands in neither output nor ledger."""
    db = tmp_path / "v.db"
    command = ("fetch-alerts", "--db", db, "--url", server.address)
    server.body = active("Харківська область", "Сумська область")
    first = vidbiy(*command, ALERTS_IN_UA_TOKEN=TOKEN)
    assert first.returncode == 0, first.stderr
    assert "2 alerts, 2 new, 0 changed, 0 known; it speaks for 26 regions" in first.stdout
    server.body = active("Харківська область")
    second = vidbiy(*command, "--token", TOKEN)
    assert "1 alert, 0 new, 1 changed, 1 known" in second.stdout
    shown = json.loads(
        vidbiy(
            "alerts", "--db", db, "--json", "--place", "UA-59",
            "--from", "2026-01-10T21:00Z", "--to", "2100-01-01T00:00Z",
        ).stdout
    )  # fmt: skip
    assert [(span["guessed"], span["open"], span["level"]) for span in shown["whole"]["spans"]] == [
        (True, False, "red")
    ]
    assert shown["cover"]["known"] is False
    assert TOKEN not in first.stdout + first.stderr + second.stdout + second.stderr
    assert TOKEN.encode() not in db.read_bytes()


def test_a_feed_that_does_not_answer_is_told_and_the_ledger_stays(server: Server, tmp_path: Path) -> None:
    server.status = 429
    server.headers = {"Retry-After": "30"}
    ran = ask("fetch-alerts", "--db", tmp_path / "v.db", "--url", server.address, "--token", TOKEN)
    assert ran.returncode == 1
    assert "too many requests; it asks to wait 30 s. What is known ends here until it answers again." in ran.stderr
    assert "No data" in ask("alerts", "--db", tmp_path / "v.db").stdout


def test_without_a_token_nothing_is_asked(server: Server, tmp_path: Path) -> None:
    ran = ask("fetch-alerts", "--db", tmp_path / "v.db", "--url", server.address, ALERTS_IN_UA_TOKEN="")
    assert (ran.returncode, "set ALERTS_IN_UA_TOKEN" in ran.stderr) == (1, True)
    assert server.asked == []


def test_a_saved_answer_is_taken_by_ingest(tmp_path: Path) -> None:
    path = tmp_path / "active.json"
    path.write_bytes(active("Харківська область"))
    ran = ask("ingest", "--db", tmp_path / "v.db", "--published", "2026-01-10T22:30Z", path)
    assert ran.returncode == 0, ran.stderr
    assert "1 alert, 1 new, 0 changed, 0 known; it speaks for 26 regions from 2026-01-11 00:30" in ran.stdout
