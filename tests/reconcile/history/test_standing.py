"""How a night stands, across breaks and gaps, and what can be said of superlatives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.reconcile.history.nights import keep, launched

from vidbiy.ledger import Ledger
from vidbiy.publish.standing import say_reason, say_standing
from vidbiy.reconcile.history import (
    INVASION,
    NightTable,
    NoSeriesError,
    SeriesKey,
    Superlative,
    SuperlativeVerdict,
    check_superlative,
    series_of,
    standing,
)

FIRST = date(2025, 5, 1)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(str(tmp_path / "ledger.db"), create=True) as found:
        yield found


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def test_nights_without_data_are_gaps(ledger: Ledger) -> None:
    """A night that nobody reports is not a night without an attack; a zero is one."""
    launched(ledger, FIRST, 5, None, 0, 7)
    with NightTable.open(ledger) as table:
        found = series_of(table, SeriesKey.of("launched"))
    assert [point.low for point in found.points] == [5, None, 0, 7]


def test_a_series_that_nobody_reports_is_told_with_those_there_are(ledger: Ledger) -> None:
    """The message names what can be asked."""
    with NightTable.open(ledger) as table, pytest.raises(NoSeriesError, match="no night in the ledger yet"):
        series_of(table, SeriesKey.of("launched"))
    launched(ledger, FIRST, 5)
    with NightTable.open(ledger) as table:
        with pytest.raises(NoSeriesError, match=r"there is launched weapon --place UA; launched weapon\.drone"):
            series_of(table, SeriesKey.of("launched", "weapon.missile"))
        with pytest.raises(NoSeriesError, match=r"'throughput' is no measure; there are stopped, launched"):
            SeriesKey.of("throughput")


def test_a_night_stands_among_those_before_it(ledger: Ledger) -> None:
    """What comes later changes nothing."""
    launched(ledger, FIRST, 30, 50, 20, 40, 90)
    found = standing(ledger, day(3), "launched", "weapon.drone")
    assert found is not None
    assert (found.overall.best, found.overall.of) == (2, 4)
    assert found.since.night is not None
    assert found.since.night.date == day(1)
    assert [mean.low for mean in found.means] == [35.0, 35.0, 35.0]
    assert standing(ledger, day(30)) is None


def test_a_rank_is_not_told_across_a_break_but_by_what_stays_comparable(ledger: Ledger) -> None:
    """Shot down and suppressed apart until 23 July 2025, as one after; stopped goes on."""
    before = {date(2025, 7, 20) + timedelta(days=i): {"shot_down": 100 + i, "suppressed": 100} for i in range(4)}
    after = {date(2025, 7, 24) + timedelta(days=i): {"intercepted": 150 + i} for i in range(4)}
    keep(ledger, before | after)
    night = date(2025, 7, 27)
    found = standing(ledger, night, "intercepted", "weapon.drone")
    assert found is not None
    assert (found.overall.best, found.overall.of) == (1, 4)
    assert found.windows[0].cut is None or found.windows[0].cut.id == "ua-air-force-merged"
    assert found.bridge is not None
    assert found.bridge.key.measure == "stopped"
    assert (found.bridge.overall.best, found.bridge.overall.of) == (5, 8)
    check = check_superlative(ledger, night, Superlative.of_last(7, night), SeriesKey.of("intercepted", "weapon.drone"))
    assert (check.key.measure, check.verdict) == ("stopped", SuperlativeVerdict.DOES_NOT_HOLD)
    assert [point.low for point in check.proof] == [203, 202, 201]


def test_the_phrase_says_the_strongest_that_is_certain(ledger: Ledger) -> None:
    """A record, since when, or a rank; nothing where nothing is unusual."""
    launched(ledger, FIRST, 200, *(20 + i % 7 for i in range(100)), 100, 90, 30)
    phrases = {number: standing(ledger, day(number), "launched", "weapon.drone") for number in (0, 101, 102, 103)}
    said = {number: None if found is None else say_standing(found) for number, found in phrases.items()}
    assert said == {
        0: None,  # nothing to compare it with
        101: "the largest night since 1 May 2025 by drones launched",
        102: "the 2nd largest night of the last 90 by drones launched",
        103: "the 3rd largest night of the last 90 by drones launched",
    }
    assert phrases[102] is not None
    assert say_standing(phrases[102], "uk") == "друга найбільша ніч за останні 90 за кількістю запущених дронів"


@pytest.mark.parametrize(
    ("superlative", "verdict", "reason", "next_to"),
    [
        (Superlative.of_last(3, day(9)), "holds", "no known night since 8 May 2025 was larger", 20),
        (Superlative.of_last(10, day(9)), "does not hold", "1 known night was larger", 60),
        (Superlative(), "does not hold", "1 known night was larger", 60),
        (Superlative(one_of=True), "holds", "number 2", 60),
        (Superlative(since=day(4)), "holds", "no known night since 5 May 2025 was larger", 30),
    ],
)
def test_a_superlative_holds_does_not_or_cannot_be_told(
    ledger: Ledger, superlative: Superlative, verdict: str, reason: str, next_to: int
) -> None:
    """Each answer with the nights that prove it."""
    launched(ledger, FIRST, 10, 20, 60, 10, 30, 20, None, 10, 20, 50)
    found = check_superlative(ledger, day(9), superlative, SeriesKey.of("launched", "weapon.drone"))
    assert say_reason(found).startswith(f"{verdict}: {reason} by drones launched")
    assert found.proof[0].low == next_to


def test_a_series_that_does_not_reach_back_proves_no_record(ledger: Ledger) -> None:
    """The largest since the invasion began: no known night was larger, but nothing is known of three years."""
    launched(ledger, FIRST, 10, 50)
    found = check_superlative(ledger, day(1), Superlative(since=INVASION), SeriesKey.of("launched"))
    assert found.verdict is SuperlativeVerdict.CANNOT_TELL
    assert say_reason(found) == (
        "cannot be told: no known night was larger by weapons launched, but the record begins on 1 May 2025"
    )
    unknown = check_superlative(ledger, day(5), Superlative(), SeriesKey.of("launched"))
    assert say_reason(unknown) == "cannot be told: nothing is known of that night by weapons launched"
