"""The night as a timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.charts.making import END, NIGHT, START, at, calm_timeline, worst_timeline
from tests.publish.charts.reading_svg import faults, hatched, texts, tips

from vidbiy.publish.charts import AlertBar, AlertRow, ChartError, Look, NightTimeline, ReportTick, Silence
from vidbiy.publish.charts.draw import draw

KYIV = ZoneInfo("Europe/Kyiv")


def labels(data: NightTimeline, look: Look | None = None) -> list[str]:
    return [box.text for box in texts(draw(data, look))]


def test_first_alert_and_all_clear_are_marked_in_kyiv_time() -> None:
    """The first alert and the all-clear stand above the bars with their hour."""
    shown = labels(calm_timeline())
    assert "first alert 18:30" in shown
    assert "all-clear 04:18" in shown


def test_a_feed_that_went_quiet_is_hatched_and_says_since_when() -> None:
    """Beyond the last word of a feed there is a hatch and "no data since", in the picture and below it."""
    data = replace(calm_timeline(), rows=(AlertRow("UA-59", (AlertBar(at(6), None),), (Silence(at(9.2)),)),))
    picture = draw(data)
    assert hatched(picture) == 2  # the row, and the legend's entry
    assert "no data since 03:12" in [box.text for box in texts(picture)]
    assert "No data: Sumy since 03:12" in [box.text for box in texts(picture)]


def test_an_open_alert_is_drawn_no_further_than_its_feed_was_heard() -> None:
    """An alert without an end stops where the silence begins, and says that it was still on."""
    data = replace(calm_timeline(), rows=(AlertRow("UA-59", (AlertBar(at(6), None),), (Silence(at(9)),)),))
    ended = replace(data, rows=(AlertRow("UA-59", (AlertBar(at(6), at(9)),), (Silence(at(9)),)),))
    shape = [line.split("<title>")[0] for line in draw(data).svg.split("<path") if "Sumy: 00:00" in line]
    other = [line.split("<title>")[0] for line in draw(ended).svg.split("<path") if "Sumy: 00:00" in line]
    assert shape == other
    assert "Sumy: 00:00 to still on when last heard" in tips(draw(data))


def test_a_place_never_heard_of_is_hatched_over_the_whole_night() -> None:
    """A row without any feed is "no data" from end to end, not an empty row."""
    data = replace(calm_timeline(), rows=(AlertRow("UA-09", (), (Silence(START - timedelta(days=9)),)),))
    assert hatched(draw(data)) == 2
    assert "no data" in labels(data)


def test_a_place_with_data_and_no_alert_has_no_hatch() -> None:
    """A feed that was heard all night and told of nothing leaves an empty row."""
    assert hatched(draw(replace(calm_timeline(), rows=(AlertRow("UA-46"),)))) == 1  # the legend's


def test_a_guessed_end_says_so() -> None:
    """An end that nobody reported has a sign of its own and says so under the pointer."""
    data = replace(calm_timeline(), rows=(AlertRow("UA-63", (AlertBar(at(1), at(2), end_guessed=True),)),))
    assert "Kharkiv: 19:00 to 20:00 (end guessed)" in tips(draw(data))
    assert "end guessed" in labels(data)


def test_unknown_reports_are_not_zero_reports() -> None:
    """Not knowing the reports draws a hatch; none of them draws no lane at all."""
    base = replace(calm_timeline(), rows=(AlertRow("UA-46"),))
    assert hatched(draw(replace(base, reports=None))) == 2
    assert "Reports: 0" not in labels(replace(base, reports=()))


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2025, 3, 30), 14), (date(2025, 10, 26), 16)], ids=["clock forward", "clock back"]
)
def test_a_night_across_a_clock_change_keeps_its_true_length(day: date, hours: int) -> None:
    """From 18:00 to 09:00 by the clock of Kyiv is 14 hours in March and 16 in October; each gets the same room."""
    start = datetime.combine(day - timedelta(days=1), datetime.min.time().replace(hour=18), KYIV)
    end = datetime.combine(day, datetime.min.time().replace(hour=9), KYIV)
    middle = start.astimezone(UTC) + timedelta(hours=hours / 2)
    data = NightTimeline(day, start, end, (AlertRow("UA-30", (AlertBar(start, middle),)),))
    picture = draw(data)
    clocks = [box.text for box in texts(picture) if box.text.endswith(":00") and len(box.text) == 5]
    assert len(clocks) == hours + 1
    assert clocks.count("03:00") == {14: 0, 16: 2}[hours]
    bar = next(line for line in picture.svg.split("<path") if "Kyiv city" in line)
    across = float(bar.split("h")[1].split("v")[0])
    whole = draw(replace(data, rows=(AlertRow("UA-30", (AlertBar(start, end),)),)))
    assert across == pytest.approx(
        float(next(line for line in whole.svg.split("<path") if "Kyiv city" in line).split("h")[1].split("v")[0]) / 2,
        abs=0.1,
    )


def test_a_timeline_without_places_says_that_nothing_is_known() -> None:
    """No rows is not a quiet night."""
    data = NightTimeline(NIGHT, START, END)
    assert any("nothing is known" in label for label in labels(data))


def test_a_timeline_that_ends_before_it_starts_is_refused() -> None:
    """The message says what is wrong."""
    with pytest.raises(ChartError, match="must be later"):
        NightTimeline(NIGHT, END, START)


moments = st.floats(-40, 60).map(at)
periods = st.tuples(moments, moments, st.booleans()).map(
    lambda given: (min(given[:2]), max(given[:2]) if given[2] else None)
)


def bar(period: tuple[datetime, datetime | None], whole: bool, guessed: bool) -> AlertBar:
    return AlertBar(*period, whole, guessed)


@pytest.mark.parametrize("kind", [AlertBar, Silence])
def test_a_period_that_ends_before_it_starts_is_refused(kind: type[AlertBar] | type[Silence]) -> None:
    """It is for whoever reads the log to mend it."""
    with pytest.raises(ChartError, match="ends before it starts"):
        kind(at(2), at(1))


@settings(max_examples=30)
@given(
    rows=st.lists(
        st.builds(
            AlertRow,
            st.sampled_from(["UA-30", "UA-26", "UA-14.pokrovsk", "X" * 80, "<&\x00\ud800>"]),
            st.lists(st.builds(bar, periods, st.booleans(), st.booleans()), max_size=4).map(tuple),
            st.lists(periods.map(lambda period: Silence(*period)), max_size=2).map(tuple),
        ),
        max_size=6,
    ).map(tuple),
    reports=st.none() | st.lists(st.builds(ReportTick, moments, st.text(max_size=30)), max_size=8).map(tuple),
    marks=st.tuples(st.none() | moments, st.none() | moments),
    hours=st.sampled_from([0.01, 1, 15, 60, 900]),
    look=st.builds(Look, st.sampled_from([320, 390, 1200]), st.just("light"), st.sampled_from(["en", "uk"])),
)
def test_odd_nights_are_drawn_without_a_label_cut_off_or_over_another(
    rows: tuple[AlertRow, ...],
    reports: tuple[ReportTick, ...] | None,
    marks: tuple[datetime | None, datetime | None],
    hours: float,
    look: Look,
) -> None:
    """Whatever the data, the SVG is XML, labels are whole, and each silence within the night is hatched."""
    data = NightTimeline(NIGHT, START, START + timedelta(hours=hours), rows, reports, *marks)
    picture = draw(data, look)
    assert faults(picture) == []
    unknown = [
        row for row in rows if any(s.start < data.end and (s.end or data.end) > data.start for s in row.silences)
    ]
    assert hatched(picture) >= 1 + len(unknown) + (reports is None and bool(rows))


def test_the_worst_night_keeps_every_label_apart() -> None:
    """27 regions, 60 reports and two marks within minutes of each other, at the width of a telephone and of a desk."""
    for width in (390, 1200):
        for language in ("en", "uk"):
            assert faults(draw(worst_timeline(), Look(width, language=language))) == []
