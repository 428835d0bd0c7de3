"""Rank, largest since, means and levels of a series of nights."""

from __future__ import annotations

import math
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.history.nights import series

from vidbiy.reconcile.history import Series, largest_since, levels, means, rank
from vidbiy.reconcile.history.changes import segments
from vidbiy.reconcile.history.point import NightPoint
from vidbiy.reconcile.history.statistics import mean_of

FIRST = date(2025, 5, 1)
COUNTS = st.lists(st.one_of(st.none(), st.integers(0, 60)), min_size=1, max_size=60)


def point(of: Series, number: int) -> NightPoint:
    found = of.at(FIRST + timedelta(days=number))
    assert found is not None
    return found


def test_a_rank_counts_the_nights_that_are_larger() -> None:
    """Gaps are no nights of the comparison; equal nights share a place."""
    found = series(FIRST, 5, None, 9, 7, 7)
    seven = rank(point(found, 3), found.known)
    assert (seven.best, seven.worst, seven.of) == (2, 2, 4)
    assert [larger.low for larger in seven.larger] == [9]
    assert round(seven.percentile) == 50  # one smaller, one level, of three others


def test_an_interval_has_a_best_and_a_worst_place() -> None:
    """ "At least 40" may be the largest of all; a night of "30 to 50" may be larger than 45."""
    found = series(FIRST, 45, (30, 50), (40, None))
    assert [(r.best, r.worst) for r in (rank(each, found.known) for each in found.known)] == [(1, 3), (1, 3), (1, 3)]


def test_the_largest_since_names_the_night_and_what_lies_between() -> None:
    """Gaps between the two are counted: nothing is known of them."""
    found = largest_since(series(FIRST, 90, 10, None, 30, 20, 50), point(series(FIRST, 90, 10, None, 30, 20, 50), 5))
    assert found.night is not None
    assert (found.night.low, found.night.date) == (90, FIRST)
    assert [each.low for each in found.between] == [30, 20, 10]
    assert (found.gaps, found.maybe) == (1, ())


def test_a_night_that_may_have_been_as_large_is_told() -> None:
    """ "At least 40" does not prove that 50 was larger."""
    of = series(FIRST, 10, (40, None), 50)
    found = largest_since(of, point(of, 2))
    assert found.night is None
    assert [each.low for each in found.maybe] == [40]


@given(COUNTS, st.integers(1, 30))
def test_means_in_one_pass_are_those_of_each_night(counts: list[int | None], days: int) -> None:
    """A gap counts for nothing: neither as a zero nor as a night."""
    found = series(FIRST, *counts)
    at_once = means(found, days)
    for i, each in enumerate(found.points):
        mean = at_once[i]
        alone = mean_of(found, each.date, days)
        assert mean.known == alone.known
        assert (mean.low is None) == (alone.low is None)
        assert math.isclose(mean.low or 0, alone.low or 0)
        begin = max(0, (each.date - FIRST).days - days + 1)
        window = [value for value in counts[begin : (each.date - FIRST).days + 1] if value is not None]
        assert mean.known == len(window)
        assert not window or math.isclose(mean.low or 0, sum(window) / len(window))


@given(COUNTS)
def test_the_first_night_of_a_rank_is_the_one_without_an_earlier_as_large(counts: list[int | None]) -> None:
    """The two ways to say that a night is the largest agree."""
    found = series(FIRST, *counts)
    if found.known:
        last = found.known[-1]
        level = [each for each in found.known[:-1] if each.low == last.low]
        assert (largest_since(found, last).night is None) == (rank(last, found.known).best == 1 and not level)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=40), st.integers(2, 5))
def test_segments_cover_all_nights_once(values: list[int], shortest: int) -> None:
    """No night is in two levels or in none, and no level is shorter than allowed."""
    found = segments([float(value) for value in values], shortest)
    assert found[0][0] == 0
    assert found[-1][1] == len(values)
    assert all(one[1] == other[0] for one, other in pairwise(found))
    assert len(found) == 1 or all(end - begin >= shortest for begin, end in found)


def test_a_level_that_rose_is_found_where_it_rose() -> None:
    """Forty nights around 20, forty around 90, with the scatter of real ones."""
    scatter = (0, 3, -4, 6, -2, 1, -5, 4)
    counts = [20 + scatter[i % 8] for i in range(40)] + [90 + 3 * scatter[i % 8] for i in range(40)]
    found = levels(series(FIRST, *counts))
    assert [(level.first, level.nights) for level in found] == [(FIRST, 40), (FIRST + timedelta(days=40), 40)]


def test_one_terrible_night_is_no_level() -> None:
    """A level lasts; a spike does not."""
    counts = [20 + i % 5 for i in range(60)]
    counts[30] = 800
    assert len(levels(series(FIRST, *counts))) == 1
