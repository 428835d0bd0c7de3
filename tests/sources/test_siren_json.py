"""Answers of alerts.in.ua, of the tests' own making."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.model import AlertInterval, AlertLevel, DocumentError, FeedState
from vidbiy.sources.siren_json import FEED, LETTERS, read_active, read_answer, read_history, read_letters

NOW = datetime(2026, 1, 10, 22, 30, tzinfo=UTC)
PLACES = AlertPlaces.load()


def item(title: str = "Харківська область", kind: str = "oblast", **more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "location_title": title,
        "location_type": kind,
        "started_at": "2026-01-10T22:00:00.000Z",
        "finished_at": None,
        "updated_at": "2026-01-10T22:00:05.000Z",
        "alert_type": "air_raid",
        "location_oblast": "Харківська область",
        "alert_level": "red",
        "threats": [],
        **more,
    }


def letters(**told: str) -> str:
    return "".join(told.get(place.replace("-", "_"), "N") for place in PLACES.order)


def test_an_alert_of_now_keeps_its_level_and_its_threats() -> None:
    """Whether threats are words or objects."""
    given = [
        item(threats=["drones", {"type": "ballistic"}]),
        item("Ізюмський район", "raion", alert_level="yellow"),
        item(
            "м. Чугуїв та Чугуївська територіальна громада", "hromada",
            location_raion="Чугуївський район", alert_level=None, alert_type="artillery_shelling",
        ),
    ]  # fmt: skip
    log = read_active(given, NOW)
    assert [(each.place, each.kind, each.level, each.threats) for each in log.alerts] == [
        ("UA-63", "air", AlertLevel.RED, ("ballistic", "drones")),
        ("UA-63.izium-raion", "air", AlertLevel.YELLOW, ()),
        ("UA-63.chuhuiv-hromada", "artillery", None, ()),
    ]
    assert (log.feed, log.lines, log.refused, log.problems, log.notes) == (FEED, 3, 0, (), ())


def test_a_type_or_level_that_is_not_known_is_unknown_and_the_alert_stays() -> None:
    log = read_active([item(alert_type="acid_rain", alert_level="purple")], NOW)
    (alert,) = log.alerts
    assert (alert.kind, alert.level) == ("unknown", None)
    assert [note.partition(": ")[2] for note in log.notes] == [
        "its type 'acid_rain' is not known; what it warns of is unknown.",
        "its level 'purple' is not known; its level is unknown.",
    ]


def test_an_answer_speaks_for_every_region_at_the_moment_it_was_asked() -> None:
    """And for the time since the last one, if that is no more than five minutes ago."""
    log = read_active([], NOW)
    assert {each.place for each in log.heard} == {*PLACES.heard, "UA-43"}
    assert {(each.since, each.until) for each in log.heard} == {(NOW, NOW)}
    again = read_active([], NOW, FeedState(heard_until=NOW - timedelta(minutes=4)))
    assert again.heard[0].since == NOW - timedelta(minutes=4)
    late = read_active([], NOW, FeedState(heard_until=NOW - timedelta(minutes=6)))
    assert late.heard[0].since == NOW


def lasting(**more: Any) -> AlertInterval:
    fields: dict[str, Any] = {"place": "UA-59", "start": NOW - timedelta(hours=1), "end": None, "source": FEED}
    return AlertInterval(**{**fields, **more})


@pytest.mark.parametrize(("ago", "end"), [(1, NOW), (30, NOW - timedelta(minutes=30))])
def test_what_is_on_no_more_has_ended_at_a_guess(ago: int, end: datetime) -> None:
    """When it was missed; after a silence, when it was last seen: in between it is unknown."""
    before = FeedState(open=(lasting(),), heard_until=NOW - timedelta(minutes=ago))
    (alert,) = read_active([], NOW, before).alerts
    assert alert == lasting(end=end, guessed_end=True)


def test_what_is_still_on_has_not_ended() -> None:
    on = lasting(place="UA-63", start=datetime(2026, 1, 10, 22, tzinfo=UTC))
    (alert,) = read_active([item()], NOW, FeedState(open=(on,), heard_until=NOW)).alerts
    assert alert.end is None


def test_an_answer_with_an_alert_nowhere_speaks_for_nothing() -> None:
    """It may be anywhere: nothing is said to be without an alert, and nothing to have ended."""
    before = FeedState(open=(lasting(),), heard_until=NOW)
    log = read_active([item("Атлантида", location_oblast="Атлантида"), "x"], NOW, before)
    assert (len(log.alerts), log.heard, log.refused) == (0, (), 2)


def test_a_region_s_history_gives_ends_and_speaks_for_that_region_only() -> None:
    given = [
        item(finished_at="2026-01-10T22:20:00.000Z", calculated=False),
        item(started_at="2026-01-09T22:00:00.000Z", finished_at="2026-01-09T23:00:00.000Z", calculated=True),
    ]
    log = read_history(given, "UA-63", NOW)
    assert [alert.guessed_end for alert in log.alerts] == [False, True]
    (heard,) = log.heard
    assert (heard.place, heard.since, heard.until) == ("UA-63", NOW - timedelta(days=28), NOW)


def test_a_letter_says_whole_part_or_nothing() -> None:
    """N is no information, not "no alert": of those regions nothing is heard."""
    log = read_letters(letters(UA_63="A", UA_59="P"), NOW)
    assert [(each.place, each.partial, each.guessed_start) for each in log.alerts] == [
        ("UA-59", True, True),
        ("UA-63", False, True),
    ]
    assert [each.place for each in log.heard] == ["UA-59", "UA-63"]
    assert log.feed == LETTERS


def test_a_letter_that_is_not_known_is_unknown() -> None:
    log = read_letters(letters(UA_63="X", UA_59="a"), NOW)
    assert (len(log.alerts), log.heard) == (0, ())
    assert "the letter 'a' is not known" in " ".join(log.notes)


def test_letters_by_number_are_found_at_the_regions_numbers() -> None:
    """Raions have numbers too, which nobody publishes: they are counted, their region's letter says P."""
    string = ["N"] * 200
    string[22], string[150] = "A", "A"
    log = read_letters("".join(string), NOW)
    assert [each.place for each in log.alerts] == ["UA-63"]
    assert "a letter for a place that is no region" in log.notes[0]


def test_letters_that_go_on_are_one_alert() -> None:
    before = FeedState(open=(lasting(place="UA-63", source=LETTERS, guessed_start=True),), heard_until=NOW)
    (alert,) = read_letters(letters(UA_63="A"), NOW + timedelta(minutes=1), before).alerts
    assert alert.start == NOW - timedelta(hours=1)


def saved(*items: dict[str, Any]) -> bytes:
    return json.dumps({"alerts": items}).encode()


def test_a_saved_answer_speaks_up_to_the_last_time_in_it() -> None:
    log = read_answer(saved(item(), item("Сумська область", location_oblast="Сумська область")), "active.json")
    assert {each.until for each in log.heard} == {datetime(2026, 1, 10, 22, 0, 5, tzinfo=UTC)}
    assert read_answer(saved(item()), "active.json", NOW).heard[0].until == NOW


def test_a_saved_history_speaks_for_its_region_from_its_first_alert() -> None:
    given = item(finished_at="2026-01-10T22:20:00.000Z")
    del given["alert_level"], given["threats"]
    (heard,) = read_answer(saved(given), "month_ago.json").heard
    assert (heard.place, heard.since) == ("UA-63", datetime(2026, 1, 10, 22, tzinfo=UTC))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"{", "this is no JSON"),
        (b'{"message": "API error"}', "the interface answered 'API error', not alerts"),
        (b'{"alerts": []}', "nothing says whether that is the country or a region"),
        (b'{"other": 1}', "this is no answer of alerts.in.ua"),
        (json.dumps(letters()).encode(), "letters carry no time; say when they were fetched"),
        (saved(item(finished_at="2026-01-10T22:20:00Z"), item("Сумська область", location_oblast="Сумська область")),
         "a history of several regions"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_told_and_not_taken(raw: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        read_answer(raw, "answer.json")
