"""Siren logs as CSV. The rows are made up for these tests."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from vidbiy.model import AlertInterval, DocumentError
from vidbiy.sources.siren_csv import OFFICIAL, VOLUNTEERS, is_siren_csv, read_siren_csv, unzipped
from vidbiy.sources.siren_log import SirenLog

HEAD = "oblast,raion,hromada,level,started_at,finished_at,source"
EVENING = datetime(2023, 9, 24, 18, tzinfo=UTC)


def row(
    oblast: str = "Kharkivska oblast",
    raion: str = "",
    hromada: str = "",
    level: str = "oblast",
    start: str = "2023-09-24 18:00:00+00:00",
    end: str = "2023-09-24 19:30:00+00:00",
) -> str:
    return f"{oblast},{raion},{hromada},{level},{start},{end},official"


def official(*rows: str) -> SirenLog:
    return read_siren_csv("\n".join([HEAD, *rows, ""]).encode(), "log.csv")


def volunteers(*rows: str) -> SirenLog:
    return read_siren_csv("\n".join(["region,started_at,finished_at,naive", *rows, ""]).encode(), "log.csv")


def only(log: SirenLog) -> AlertInterval:
    (alert,) = log.alerts
    return alert


@pytest.mark.parametrize(
    ("names", "level", "place"),
    [
        (("Kyivska oblast", "", ""), "oblast", "UA-32"),
        (("Kyiv City", "", ""), "oblast", "UA-30"),
        (("Dnipropetrovska oblast", "", ""), "oblast", "UA-12"),
        (("Dnipropetrovska oblast", "Nikopolskyi raion", ""), "raion", "UA-12.nikopol-raion"),
        (
            ("Dnipropetrovska oblast", "Nikopolskyi raion", "m. Nikopol ta Nikopolska terytorialna hromada"),
            "hromada",
            "UA-12.nikopol-hromada",
        ),
        (("Mykolaivska oblast", "Pervomaiskyi raion", "Kryvoozerska terytorialna hromada"), "hromada",
         "UA-48.kryve-ozero-hromada"),
        (("Zhytomyrska oblast", "Novohrad-Volynskyi raion", ""), "raion", "UA-18.zviahel-raion"),
        (("Lubenskyi raion", "Poltavska oblast", "Hrebinkivska terytorialna hromada"), "hromada",
         "UA-53.hrebinka-hromada"),
    ],
)  # fmt: skip
def test_a_row_is_for_the_place_it_names_and_for_no_larger_one(
    names: tuple[str, str, str], level: str, place: str
) -> None:
    """Also under a name of before, and with its columns swapped, as one row of the real log has them."""
    log = official(row(*names, level))
    alert = only(log)
    assert (alert.place, alert.partial, alert.source) == (place, False, OFFICIAL)
    assert (alert.start, alert.end) == (EVENING, EVENING + timedelta(minutes=90))
    assert (log.lines, log.refused, log.problems, log.notes) == (1, 0, (), ())


def test_the_volunteers_log_marks_its_guesses() -> None:
    log = volunteers(
        "Kyiv City,2022-02-25 22:55:42+00:00,2022-02-25 23:25:42+00:00,True",
        "Kharkivska oblast,2022-02-25 22:55:42+00:00,2022-02-25 23:55:42+00:00,False",
    )
    assert [(alert.place, alert.guessed_end) for alert in log.alerts] == [("UA-30", True), ("UA-63", False)]
    assert {alert.source for alert in log.alerts} == {VOLUNTEERS}


def test_an_end_exactly_an_hour_after_the_start_is_a_guess_of_the_official_log() -> None:
    """It fills in a lost all-clear so, without a mark; a second more or less is an end that was heard."""
    log = official(
        row(end="2023-09-24 19:00:00+00:00"),
        row("Sumska oblast", end="2023-09-24 19:00:01+00:00"),
    )
    assert [alert.guessed_end for alert in log.alerts] == [True, False]
    assert "line 2: it ends exactly one hour after it began" in log.notes[0]


def test_an_alert_without_an_end_lasts() -> None:
    assert only(official(row(end=""))).end is None


def test_a_log_speaks_for_the_regions_it_names_from_its_first_time_to_its_last() -> None:
    """Of a region that it does not name nothing is known: it may be a part of the log only."""
    log = official(row(), row("Dnipropetrovska oblast", "Nikopolskyi raion", "", "raion", end=""))
    assert [(each.place, each.since, each.until) for each in log.heard] == [
        ("UA-12", EVENING, EVENING + timedelta(minutes=90)),
        ("UA-63", EVENING, EVENING + timedelta(minutes=90)),
    ]
    assert official().heard == ()


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (row(end="2023-09-24 17:00:00+00:00"), "it ends before it starts, not taken"),
        (row("Atlantis oblast"), "the place 'Atlantis oblast' is not known, not taken"),
        (row(start="2023-09-24 18:00:00"), "'2023-09-24 18:00:00' is no time with an offset, not taken"),
        (row(end="soon"), "'soon' is no time with an offset, not taken"),
        ("Kharkivska oblast,,", "it has 3 columns in place of 7, not taken"),
    ],
)
def test_a_row_that_cannot_be_is_named_and_the_rest_is_taken(bad: str, words: str) -> None:
    log = official(row(), bad, bad, row("Sumska oblast"))
    assert [alert.place for alert in log.alerts] == ["UA-63", "UA-59"]
    assert (log.lines, log.refused) == (4, 2)
    assert log.problems == (f"2 alerts, the first on line 3: {words}.",)


def test_a_hromada_that_is_not_known_is_somewhere_in_its_raion() -> None:
    """The alert is not lost, and no larger place is put under it."""
    log = official(row("Kharkivska oblast", "Iziumskyi raion", "Neznaiska terytorialna hromada", "hromada"))
    alert = only(log)
    assert (alert.place, alert.partial) == ("UA-63.izium-raion", True)
    assert "'Neznaiska terytorialna hromada' is not known, taken as somewhere in Izium raion" in log.notes[0]
    assert (log.refused, log.problems) == (0, ())


def test_a_level_that_does_not_fit_is_somewhere_in_the_place() -> None:
    log = official(row(level="city"), row("Sumska oblast", level="raion"))
    assert [alert.partial for alert in log.alerts] == [True, True]
    assert "its level is 'city', the place Kharkiv oblast; taken as somewhere in it" in log.notes[0]


def test_times_of_mixed_zones_are_one_scale() -> None:
    """The hour that Kyiv's clocks repeat in October is two hours."""
    log = official(
        row(start="2022-10-30 03:30:00+03:00", end="2022-10-30 03:30:00+02:00"),
        row("Sumska oblast", start="2022-10-30T00:30:00Z", end="2022-10-30 01:30:00+00:00"),
    )
    first, second = log.alerts
    assert (first.start, first.end) == (second.start, second.end)
    assert first.end is not None
    assert first.end - first.start == timedelta(hours=1)
    assert log.notes == (
        "line 3: its times end in 'Z', most in '+03:00'; all are read so.",
        "2 alerts, the first on line 2: it ends exactly one hour after it began, as a lost all-clear is filled in; "
        "its end is taken as a guess.",
    )


def test_overlapping_and_endless_alerts_are_counted_and_kept() -> None:
    log = official(
        row(),
        row(start="2023-09-24 19:00:00+00:00", end="2023-09-24 20:00:05+00:00"),
        row("Sumska oblast", end=""),
        row("Sumska oblast", start="2023-09-25 19:00:00+00:00", end="2023-09-25 20:00:05+00:00"),
    )
    assert len(log.alerts) == 4
    assert log.notes == (
        "line 3: it begins while another lasts at the same place; together they count once.",
        "line 4: it has no end, and a later one begins there; its end is taken as unknown.",
    )


def test_a_file_that_is_packed_is_unpacked_and_one_cut_short_is_told() -> None:
    raw = f"{HEAD}\n{row()}\n".encode()
    packed = gzip.compress(raw)
    assert unzipped(packed, "log.csv.gz") == unzipped(raw, "log.csv") == raw
    with pytest.raises(DocumentError, match=r"log\.csv\.gz: this gzip file is damaged or cut short"):
        unzipped(packed[:-12], "log.csv.gz")


def test_a_table_of_another_kind_is_no_siren_log() -> None:
    assert is_siren_csv(f"\ufeff{HEAD}\r\n".encode())
    assert not is_siren_csv(b"date,launched,destroyed\n")
    assert not is_siren_csv(b"")
    with pytest.raises(DocumentError, match="no siren log; its first line names other columns"):
        read_siren_csv(b"date,launched\n", "table.csv")
    with pytest.raises(DocumentError, match="byte 57 is no UTF-8"):
        read_siren_csv(f"{HEAD}\n".encode() + b"\xff", "log.csv")


def test_what_is_no_csv_any_more_ends_the_log_and_is_told() -> None:
    log = official(row(), 'Sumska oblast,"broken', row())
    assert len(log.alerts) == 1
    assert "from here it is no CSV" in log.problems[0]


def test_the_shared_log_goes_in_whole(shared: object) -> None:
    """Every row of the official log of 2022 and 2023 has its place and its times."""
    path = shared / "data" / "sirens_official_en_2022-03_2023-10.csv.gz"  # type: ignore[operator]
    log = read_siren_csv(unzipped(path.read_bytes(), path.name), path.name)
    assert (log.lines, len(log.alerts), log.refused) == (31_288, 31_288, 0)
    assert len(log.heard) == 25
    assert sum(alert.guessed_end for alert in log.alerts) == 20
