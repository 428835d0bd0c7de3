"""How long, where, how many at once: and where nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.reconcile.sirens.logs import EVENING, NIGHT, REGIONS, alert, at, put

from vidbiy.ledger import Judgement, Ledger
from vidbiy.lexicon.countries import KYIV
from vidbiy.model import AlertLevel
from vidbiy.reconcile.sirens import (
    Span,
    alert_duration,
    alert_series,
    alert_tiles,
    night_alerts,
    night_of,
    place_alerts,
)
from vidbiy.reconcile.sirens.feeds import feed_state

HOUR = 3600


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "ledger.db"), create=True) as found:
        yield found


# ---- How long


def test_alerts_that_overlap_or_touch_count_once(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3), alert("UA-63", 2, 4), alert("UA-63", 4, 5), alert("UA-63", 8, 8.5))
    found = alert_duration(ledger, "UA-63", NIGHT)
    assert (found.seconds, found.number, found.longest) == (4.5 * HOUR, 2, 4 * HOUR)
    assert (found.known, found.low, found.high) == (True, 4.5 * HOUR, 4.5 * HOUR)
    assert (found.sources, found.logs) == (("sirens-official",), (1,))


def test_the_same_alert_from_another_feed_counts_once(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3))
    put(ledger, alert("UA-63", 1.01, 2.9, source="sirens-volunteers"), feed="sirens-volunteers")
    found = alert_duration(ledger, "UA-63", NIGHT)
    assert (found.seconds, found.number) == (2 * HOUR, 1)
    assert found.sources == ("sirens-official", "sirens-volunteers")


def test_an_alert_is_cut_at_the_edges_of_the_period(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", -5, 1), alert("UA-63", 14, 20), heard=(-5, 20))
    assert alert_duration(ledger, "UA-63", NIGHT).seconds == 2 * HOUR


def test_a_raion_under_an_alert_is_not_its_oblast_under_one(ledger: Ledger) -> None:
    """The oblast has an alert in a part of it; an alert of the oblast is one of all that lies in it."""
    put(ledger, alert("UA-63.izium-raion", 1, 3), alert("UA-63", 5, 6))
    oblast = place_alerts(ledger, "UA-63", NIGHT)
    assert (oblast.whole.seconds, oblast.part.seconds) == (1 * HOUR, 3 * HOUR)
    assert alert_duration(ledger, "UA-63.izium-raion", NIGHT).seconds == 3 * HOUR
    assert alert_duration(ledger, "UA-63.izium", NIGHT).seconds == 3 * HOUR
    assert alert_duration(ledger, "UA-63.lozova-raion", NIGHT).seconds == 1 * HOUR
    assert alert_duration(ledger, "UA-59", NIGHT).seconds == 0


def test_an_alert_in_every_raion_at_once_is_one_of_the_oblast(ledger: Ledger) -> None:
    """Since December 2025 sirens sound by raion: when all of them do, all of the oblast is under an alert."""
    raions = ("chernivtsi", "kelmentsi", "vyzhnytsia")
    put(ledger, *(alert(f"UA-77.{name}-raion", hour, 5) for hour, name in enumerate(raions)))
    found = place_alerts(ledger, "UA-77", NIGHT)
    assert (found.whole.seconds, found.part.seconds) == (3 * HOUR, 5 * HOUR)


def test_an_alert_somewhere_in_a_region_says_nothing_of_its_raions(ledger: Ledger) -> None:
    """The letter P: of a raion it is unknown, neither alert nor none."""
    put(ledger, alert("UA-63", 1, 3, partial=True))
    assert place_alerts(ledger, "UA-63", NIGHT).whole.seconds == 0
    assert place_alerts(ledger, "UA-63", NIGHT).part.seconds == 2 * HOUR
    raion = alert_duration(ledger, "UA-63.izium-raion", NIGHT)
    assert (raion.seconds, raion.cover.unknown_seconds) == (0, 2 * HOUR)


def test_what_rests_on_a_guess_is_told_apart(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 2, guessed_end=True), alert("UA-63", 1.5, 3), alert("UA-63", 5, 6, guessed_end=True))
    found = alert_duration(ledger, "UA-63", NIGHT)
    assert (found.seconds, found.guessed_seconds) == (3 * HOUR, 1.5 * HOUR)
    assert (found.known, found.low, found.high) == (False, 1.5 * HOUR, None)
    assert [span.guessed for span in place_alerts(ledger, "UA-63", NIGHT).part.spans] == [True, True]


def test_only_alerts_of_the_air_count_and_unknown_threats_are_unknown(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3, kind="artillery"), alert("UA-63", 5, 6, kind="unknown"))
    found = alert_duration(ledger, "UA-63", NIGHT)
    assert (found.seconds, found.cover.unknown) == (0, (Span(at(5), at(6)),))


def test_the_strongest_level_of_a_stretch_is_shown(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3, level=AlertLevel.YELLOW), alert("UA-63", 2, 4, level=AlertLevel.RED))
    put(ledger, alert("UA-63", 8, 9))
    assert [span.level for span in place_alerts(ledger, "UA-63", NIGHT).whole.spans] == [AlertLevel.RED, None]


# ---- What nobody knows


def test_beyond_what_a_feed_was_heard_nothing_is_known(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3), heard=(0, 9))
    found = alert_duration(ledger, "UA-63", NIGHT)
    assert (found.seconds, found.known, found.low, found.high) == (2 * HOUR, False, 2 * HOUR, 8 * HOUR)
    assert found.cover.unknown == (Span(at(9), at(15)),)
    assert (found.cover.known_until, found.cover.words()) == (at(9), "no data since 03:00")


def test_without_any_log_everything_is_unknown(ledger: Ledger) -> None:
    found = alert_duration(ledger, "UA-63", NIGHT)
    assert (found.seconds, found.known, found.high) == (0, False, 15 * HOUR)
    assert found.cover.nothing_known
    assert (found.cover.known_until, found.cover.words()) == (None, "no data")


def test_a_night_long_after_the_last_log_has_no_data_since_then(ledger: Ledger) -> None:
    """Not a night without an alert."""
    put(ledger, alert("UA-63", 1, 3))
    later = Span(NIGHT.start + timedelta(days=3), NIGHT.end + timedelta(days=3))
    for found in (alert_duration(ledger, "UA-63", later), place_alerts(ledger, "UA-63", later)):
        assert found.cover.nothing_known
        assert found.cover.words() == "no data since 2023-09-25 09:00"


def test_a_gap_between_two_times_of_a_feed_is_unknown(ledger: Ledger) -> None:
    put(ledger, heard=(0, 4))
    put(ledger, heard=(6, 15))
    found = alert_duration(ledger, "UA-63", NIGHT)
    assert found.cover.unknown == (Span(at(4), at(6)),)
    assert found.cover.words() == "no data 22:00 to 00:00"


def test_a_feed_that_speaks_for_one_region_says_nothing_of_another(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3), regions=("UA-63",))
    assert alert_duration(ledger, "UA-63", NIGHT).known
    assert alert_duration(ledger, "UA-59", NIGHT).cover.nothing_known
    assert not alert_duration(ledger, "UA", NIGHT).known


def test_an_open_alert_lasts_as_long_as_its_feed_is_heard(ledger: Ledger) -> None:
    """After that it is unknown, and not over."""
    put(ledger, alert("UA-63", 1, None), heard=(0, 5))
    found = place_alerts(ledger, "UA-63", NIGHT)
    assert found.whole.seconds == 4 * HOUR
    assert found.cover.unknown == (Span(at(5), at(15)),)
    assert found.whole.spans[0].open


def test_an_alert_whose_end_was_lost_makes_the_time_to_the_next_unknown(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, None), alert("UA-63", 6, 7))
    found = alert_duration(ledger, "UA-63", NIGHT)
    assert (found.seconds, found.cover.unknown) == (HOUR, (Span(at(1), at(6)),))


def test_a_permanent_alert_is_known_without_a_log(ledger: Ledger) -> None:
    """Luhansk oblast has been under one since April 2022; it says nothing of the night."""
    found = place_alerts(ledger, "UA-09", NIGHT)
    assert (found.permanent, found.whole.seconds, found.cover.known) == (True, 15 * HOUR, True)
    before = Span(datetime(2022, 4, 1, tzinfo=UTC), datetime(2022, 4, 2, tzinfo=UTC))
    assert not place_alerts(ledger, "UA-09", before).permanent
    assert place_alerts(ledger, "UA-09", before).cover.nothing_known


def test_what_was_known_at_a_past_moment_can_be_asked(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, None), heard=(0, 5))
    moment = datetime.now(UTC)
    put(ledger, alert("UA-63", 1, 9))
    assert alert_duration(ledger, "UA-63", NIGHT).seconds == 8 * HOUR
    assert alert_duration(ledger, "UA-63", NIGHT, moment).seconds == 4 * HOUR
    assert night_alerts(ledger, NIGHT, moment).cover.words() == "no data since 23:00"


def test_what_a_retracted_log_said_and_heard_is_unknown_again(ledger: Ledger) -> None:
    receipt = put(ledger, alert("UA-63", 1, 3))
    ledger.retract(receipt.seq, Judgement(author="N. Editor", reason="the wrong file"))
    assert alert_duration(ledger, "UA-63", NIGHT).cover.nothing_known


# ---- The clocks


@pytest.mark.parametrize(("morning", "hours"), [("2023-03-26", 14), ("2023-10-29", 16), ("2023-09-25", 15)])
def test_a_night_across_a_change_of_the_clocks_is_right_to_the_second(ledger: Ledger, morning: str, hours: int) -> None:
    """An alert from midnight to six on the wall lasts five, seven or six hours."""
    night = night_of(date.fromisoformat(morning))
    assert night.seconds == hours * HOUR
    midnight = datetime.fromisoformat(morning).replace(tzinfo=KYIV)
    start, end = midnight.astimezone(UTC), midnight.replace(hour=6, second=1).astimezone(UTC)
    on = alert("UA-30", (start - EVENING).total_seconds() / HOUR, (end - EVENING).total_seconds() / HOUR)
    put(ledger, on, heard=(-8000, 8000))
    found = alert_duration(ledger, "UA-30", night)
    assert found.seconds == (hours - 9) * HOUR + 1
    assert found.known
    assert found.period.seconds == hours * HOUR


# ---- The night


def test_the_night_has_every_region_also_the_quiet_and_the_unknown_ones(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3), regions=("UA-63", "UA-59"))
    night = night_alerts(ledger, NIGHT)
    states = {each.place: (each.part.number, each.cover.words()) for each in night.regions}
    assert len(states) == 27
    assert states["UA-63"] == (1, "")
    assert states["UA-59"] == (0, "")
    assert states["UA-46"] == (0, "no data")
    assert not night.cover.known


def test_the_first_alert_the_all_clear_and_the_most_at_once(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3), alert("UA-59", 2, 5), alert("UA-53.lubny-raion", 2.5, 4), alert("UA-46", 7, 8))
    night = night_alerts(ledger, NIGHT)
    assert (night.first_alert, night.all_clear) == (at(1), at(8))
    peak = night.peak
    assert peak is not None
    assert (peak.at, peak.part, peak.whole, peak.regions) == (at(2.5), 3, 2, 24)
    assert (peak.permanent, peak.unknown) == (("UA-09", "UA-43"), ())
    assert [each.place for each in night.below] == ["UA-53.lubny-raion"]


def test_there_is_no_all_clear_where_an_alert_lasts_or_nobody_knows(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3), heard=(0, 9))
    night = night_alerts(ledger, NIGHT)
    assert (night.all_clear, night.cover.words()) == (None, "no data since 03:00")
    put(ledger, alert("UA-59", 10, None))
    assert night_alerts(ledger, NIGHT).all_clear is None


def test_of_regions_that_are_unknown_at_the_peak_it_is_said_so(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3), regions=("UA-63", "UA-59"))
    peak = night_alerts(ledger, NIGHT).peak
    assert peak is not None
    assert set(peak.unknown) == {*REGIONS} - {"UA-63", "UA-59", "UA-09"}


def test_a_night_without_a_log_is_no_night_without_an_alert(ledger: Ledger) -> None:
    night = night_alerts(ledger, NIGHT)
    assert (night.first_alert, night.all_clear, night.peak) == (None, None, None)
    assert night.cover.nothing_known
    assert night.cover.words() == "no data"


def test_a_quiet_night_is_known_to_be_one(ledger: Ledger) -> None:
    put(ledger)
    night = night_alerts(ledger, NIGHT)
    assert (night.first_alert, night.peak) == (None, None)
    assert night.cover.known


# ---- Many at once


def test_a_series_says_what_each_night_says_by_itself(ledger: Ledger) -> None:
    """Also of nights that are unknown, in part or whole."""
    put(ledger, heard=(-90, -80))
    put(ledger, alert("UA-63", 1, 3), alert("UA-63", 23, 26, guessed_end=True), alert("UA-63", 50, None), heard=(0, 55))
    nights = [Span(at(24 * day), at(24 * day + 15)) for day in range(-1, 4)]
    for place in ("UA-63", "UA-63.izium-raion", "UA"):
        series = [replace(found, sources=(), logs=()) for found in alert_series(ledger, place, nights)]
        singly = [replace(alert_duration(ledger, place, night), sources=(), logs=()) for night in nights]
        assert series == singly
    assert [found.cover.words() for found in alert_series(ledger, "UA-63", nights)] == [
        "no data since 2023-09-21 10:00",
        "",
        "",
        "no data since 01:00",
        "no data since 2023-09-27 01:00",
    ]
    assert alert_series(ledger, "UA-63", []) == ()


def test_the_tiles_have_the_sums_of_every_region(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3), alert("UA-59.sumy-raion", 2, 5), heard=(0, 9))
    tiles = {tile.place: tile for tile in alert_tiles(ledger, NIGHT)}
    assert len(tiles) == 27
    assert (tiles["UA-63"].whole.seconds, tiles["UA-59"].part.seconds) == (2 * HOUR, 3 * HOUR)
    assert {tiles[region].cover.words() for region in REGIONS if region != "UA-09"} == {"no data since 03:00"}
    assert tiles["UA-40"].cover.words() == "no data"
    every = {tile.place: tile for tile in alert_tiles(ledger)}
    assert every["UA-63"].whole.seconds == 2 * HOUR
    assert every["UA-63"].cover.period == Span(at(0), at(9))


def test_answers_can_be_written_down(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, 3), heard=(0, 9))
    night = night_alerts(ledger, NIGHT).to_dict()
    kharkiv = next(each for each in night["regions"] if each["place"] == "UA-63")
    assert kharkiv["whole"]["seconds"] == 2 * HOUR
    assert kharkiv["cover"]["words"] == night["cover"]["words"] == "no data since 03:00"
    assert night["peak"]["part"] == 1
    assert alert_duration(ledger, "UA-63", NIGHT).to_dict()["high"] == 8 * HOUR


def test_where_a_feed_stands_is_what_was_on_when_it_last_spoke_for_the_country(ledger: Ledger) -> None:
    put(ledger, alert("UA-63", 1, None), alert("UA-59", 1, 2), heard=(0, 3))
    put(ledger, regions=("UA-63",), heard=(0, 9))
    state = feed_state(ledger, "sirens-official", at(10))
    assert [each.place for each in state.open] == ["UA-63"]
    assert state.heard_until == at(3)
    assert feed_state(ledger, "alerts-in-ua", at(10)).heard_until is None


HOURS = st.integers(0, 15)
ALERTS = st.lists(
    st.tuples(st.sampled_from(["UA-63", "UA-63.izium-raion", "UA-63.kharkiv-raion", "UA-59"]), HOURS, HOURS),
    max_size=8,
    # Of one alert, a later log may tell another end: that is the one case in which the order counts.
    unique_by=lambda told: (told[0], min(told[1:])),
)


@settings(max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(given_alerts=ALERTS, chance=st.randoms(use_true_random=False), logs=st.integers(1, 3))
def test_neither_the_order_of_alerts_nor_the_logs_they_came_in_matter(
    tmp_path_factory: pytest.TempPathFactory, given_alerts: list[tuple[str, int, int]], chance: Random, logs: int
) -> None:
    """And together they are never longer than one after the other."""
    made = [alert(place, min(start, end), max(start, end)) for place, start, end in given_alerts]
    shuffled = list(made)
    chance.shuffle(shuffled)
    folder = tmp_path_factory.mktemp("orders")
    answers = []
    for number, parts in enumerate(([made], [shuffled[first::logs] for first in range(logs)])):
        with Ledger.open(str(folder / f"{number}.db"), create=True) as ledger:
            for part in parts:
                put(ledger, *part)
            answers.append([(each.whole, each.part, each.cover) for each in night_alerts(ledger, NIGHT).regions])
            single = [int((each.end - each.start).total_seconds()) for each in made if each.end is not None]
            kharkiv = place_alerts(ledger, "UA-63", NIGHT)
            assert kharkiv.whole.seconds <= kharkiv.part.seconds <= sum(single)
    assert answers[0] == answers[1]
