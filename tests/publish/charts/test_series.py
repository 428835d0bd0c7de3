"""Series of nights: the calendar and the bars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.charts.making import calm_bars, calm_calendar, worst_bars, worst_calendar
from tests.publish.charts.reading_svg import faults, hatched, links, texts, tips

from vidbiy.publish.charts import (
    ChartError,
    CountingBreak,
    Look,
    NightBar,
    NightBars,
    NightCalendar,
    NightValue,
)
from vidbiy.publish.charts.draw import draw

FIRST = date(2025, 7, 1)
LEGEND = 1  # the hatch that the legend itself shows


def week(*values: float | None) -> NightCalendar:
    nights = tuple(NightValue(FIRST + timedelta(days=n), value) for n, value in enumerate(values))
    return NightCalendar("launched", FIRST, FIRST + timedelta(days=6), nights)


def series(*nights: NightBar, last: date = FIRST + timedelta(days=4), mean_days: int | None = None) -> NightBars:
    return NightBars(FIRST, last, nights, mean_days)


def test_a_night_without_data_looks_other_than_a_night_of_zero() -> None:
    """Zero is a step of its own; None and a night that is not there are hatched."""
    picture = draw(week(0, None, 5))
    assert hatched(picture) == LEGEND + 5
    assert tips(picture)[:3] == [
        "night of 30 June to 1 July 2025: 0",
        "night of 1 to 2 July 2025: no data",
        "night of 2 to 3 July 2025: 5",
    ]


def test_a_calendar_of_zeros_has_no_step_but_zero() -> None:
    """Nothing is made up where nothing happened."""
    picture = draw(week(0, 0, 0, 0, 0, 0, 0))
    assert hatched(picture) == LEGEND
    assert set(tips(picture)) == {tip for tip in tips(picture) if tip.endswith(": 0")}


def test_nights_of_a_calendar_lead_to_their_pages() -> None:
    """A night with an address is a link."""
    night = NightValue(FIRST, 3, "/night/2025-07-01")
    assert links(draw(NightCalendar("launched", FIRST, FIRST, (night,)))) == ["/night/2025-07-01"]


def test_a_gap_in_a_series_is_a_gap() -> None:
    """A night that is not there is hatched over the whole height, and the mean does not run across it."""
    nights = [NightBar(FIRST + timedelta(days=n), 10, 8, 2, 10.0) for n in (0, 1, 3, 4)]
    whole = [NightBar(FIRST + timedelta(days=n), 10, 8, 2, 10.0) for n in range(5)]
    broken, unbroken = draw(series(*nights, mean_days=7)), draw(series(*whole, mean_days=7))
    assert hatched(broken) == LEGEND + 1
    assert hatched(unbroken) == LEGEND
    assert broken.svg.count('stroke="#7a2f8f"') == unbroken.svg.count('stroke="#7a2f8f"') + 1
    assert "night of 2 to 3 July 2025: no data" in tips(broken)


def test_an_outcome_that_is_not_known_is_no_zero() -> None:
    """What was launched and not accounted for is hatched, and the words say which count is missing."""
    picture = draw(series(NightBar(FIRST, 100, None, 5), last=FIRST))
    assert hatched(picture, "missing") == LEGEND + 1
    assert any("Stopped (shot down or suppressed): no data; Hit: 5" in tip for tip in tips(picture))


def test_hits_of_a_night_whose_launches_are_not_known_are_drawn_on_a_hatch() -> None:
    """The bar is not the whole night, and is seen not to be."""
    picture = draw(series(NightBar(FIRST, None, None, 7), last=FIRST))
    assert hatched(picture) == LEGEND + 1
    assert any("Launched: no data" in tip and "Hit: 7" in tip for tip in tips(picture))


def test_a_break_in_counting_is_ruled_and_named() -> None:
    """The line stands at its night; a label too long for the picture is a letter there and a sentence below."""
    words = [box.text for box in texts(draw(calm_bars()))]
    assert "shot down and suppressed given as one" in words
    narrow = " ".join(box.text for box in texts(draw(worst_bars(), Look(390))))
    assert "A, 1 August 2025: from here on the official reports" in narrow


def test_more_nights_than_fit_are_cut_and_the_cut_is_said() -> None:
    """Nobody takes a part for the whole."""
    words = " ".join(box.text for box in texts(draw(worst_bars(), Look(390))))
    assert "of 1,460 nights." in words


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), 1e15])
def test_a_value_that_is_no_count_is_refused(value: float) -> None:
    """It must not be drawn as something else."""
    with pytest.raises(ChartError, match="cannot be drawn"):
        NightValue(FIRST, value)


def test_a_series_that_ends_before_it_starts_is_refused() -> None:
    """In both kinds."""
    with pytest.raises(ChartError, match="must not be earlier"):
        replace(calm_calendar(), last=date(2020, 1, 1))
    with pytest.raises(ChartError, match="must not be earlier"):
        replace(calm_bars(), last=date(2020, 1, 1))


counts = st.none() | st.integers(0, 10**9)
days = st.dates(date(2021, 12, 1), date(2023, 2, 1))


@settings(max_examples=25)
@given(
    span=st.tuples(days, st.integers(0, 500)),
    nights=st.lists(
        st.builds(NightBar, days, counts, counts, counts, counts), max_size=20, unique_by=lambda n: n.night
    ),
    breaks=st.lists(st.builds(CountingBreak, days, st.text(max_size=120)), max_size=4),
    look=st.builds(Look, st.sampled_from([320, 390, 1200]), st.just("light"), st.sampled_from(["en", "uk"])),
)
def test_odd_series_are_drawn_whole(
    span: tuple[date, int], nights: list[NightBar], breaks: list[CountingBreak], look: Look
) -> None:
    """Empty, single, zero, huge: no label is cut off or over another, and each night without launches is hatched."""
    first, length = span
    last = first + timedelta(days=length)
    bars = draw(NightBars(first, last, tuple(nights), 7, tuple(breaks)), look)
    assert faults(bars) == []
    values = tuple(NightValue(night.night, night.launched) for night in nights)
    calendar = draw(NightCalendar("launched", first, last, values), look)
    assert faults(calendar) == []
    known = sum(first <= night.night <= last and night.launched is not None for night in nights)
    assert hatched(calendar) == LEGEND + length + 1 - known
    if length < 100:
        assert hatched(bars) == LEGEND + length + 1 - known


def test_years_of_nights_keep_their_labels_apart() -> None:
    """Three years and a half with gaps, on a telephone."""
    assert faults(draw(worst_calendar(), Look(320, language="uk"))) == []
