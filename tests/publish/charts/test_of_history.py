"""From the nights of a ledger to the calendar and the bars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.reconcile.history.nights import keep

from vidbiy.ledger import Ledger
from vidbiy.publish.charts.data.nights import NightBar
from vidbiy.publish.charts.draw import draw
from vidbiy.publish.charts.of_history import Stretch, bars, calendar
from vidbiy.reconcile.history import NightTable, NoSeriesError, SeriesKey

FIRST = date(2025, 7, 18)
NIGHTS = {
    FIRST + timedelta(days=n): {"launched": 100 + n, "shot_down": 60, "suppressed": 30}
    for n in range(10)
    if n not in (4, 5)
}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NightTable]:
    """Ten nights of July 2025, two of them without a report, across the day when counting changed."""
    path: Path = tmp_path_factory.mktemp("nights") / "nights.db"
    with Ledger.open(str(path), create=True) as ledger:
        keep(ledger, NIGHTS)
        with NightTable.open(ledger) as opened:
            yield opened


def by_night(table: NightTable, stretch: Stretch) -> dict[date, NightBar]:
    return {night.night: night for night in bars(table, "weapon.drone", stretch, "en").nights}


def test_what_was_stopped_is_shot_down_and_suppressed_together(table: NightTable) -> None:
    """The measure that stays comparable, whichever way the report counts."""
    night = by_night(table, Stretch())[FIRST]
    assert (night.launched, night.stopped, night.hit) == (100, 90, None)


def test_nights_without_a_report_are_gaps(table: NightTable) -> None:
    """Neither the bars nor the calendar have a value for them."""
    gap = FIRST + timedelta(days=4)
    assert gap not in by_night(table, Stretch())
    key = SeriesKey.of("launched", "weapon.drone")
    assert gap not in {night.night for night in calendar(table, key, Stretch(), "en").nights}


def test_a_mean_rests_on_more_than_half_of_its_nights(table: NightTable) -> None:
    """The first three nights have none; a cut of the series changes none."""
    nights = by_night(table, Stretch())
    assert [nights[FIRST + timedelta(days=n)].mean for n in (0, 2, 3)] == [None, None, 101.5]
    later = FIRST + timedelta(days=3)
    assert by_night(table, Stretch(since=later))[later].mean == 101.5


def test_the_break_in_counting_is_drawn_in_the_language(table: NightTable) -> None:
    """The bars bridge it, and say that it is there."""
    told = {language: bars(table, "weapon.drone", Stretch(), language).breaks for language in ("en", "uk")}
    assert [found.night for found in told["en"]] == [date(2025, 7, 24)]
    assert told["en"][0].label == "shot down and suppressed are given as one number"
    assert told["uk"][0].label == "збиті й подавлені подано одним числом"
    stretch = Stretch(name={"ua-air-force": "the Air Force"}.__getitem__)
    shot_down = calendar(table, SeriesKey.of("shot_down", "weapon.drone"), stretch, "en")
    words = draw(shot_down).svg
    assert "Ruled line, 24 July 2025: shot down and suppressed are given as one number" in words
    assert "Sources: the Air Force. As of 27 July 2025, 08:00 Kyiv time." in words


def test_a_stretch_may_reach_beyond_what_is_known(table: NightTable) -> None:
    """The nights before and after are shown as gaps."""
    data = bars(table, "weapon.drone", Stretch(date(2025, 7, 1), date(2025, 7, 31)), "en")
    assert (data.first, data.last, len(data.nights)) == (date(2025, 7, 1), date(2025, 7, 31), 8)


def test_a_stretch_of_which_nothing_is_known_is_refused(table: NightTable) -> None:
    """As is a subject that nobody counts."""
    with pytest.raises(NoSeriesError, match="--since"):
        bars(table, "weapon.drone", Stretch(until=date(2020, 1, 1)), "en")
    with pytest.raises(NoSeriesError, match="knows no night"):
        bars(table, "weapon.missile", Stretch(), "en")
