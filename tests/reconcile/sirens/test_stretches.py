"""Stretches of time: what holds of them whatever they are."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vidbiy.reconcile.sirens.stretches import Stretches, at_once, united

PAIRS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=12)
Pairs = list[tuple[int, int]]


def made(pairs: Pairs) -> Stretches:
    columns = np.array([(start, start + length) for start, length in pairs], np.int64).reshape(-1, 2)
    return united(columns[:, 0], columns[:, 1])


def seconds(stretches: Stretches) -> set[int]:
    return {second for start, end in stretches.pairs() for second in range(start, end)}


def plain(pairs: Pairs) -> set[int]:
    return {second for start, length in pairs for second in range(start, start + length)}


@given(pairs=PAIRS)
def test_a_union_covers_what_its_intervals_cover_and_no_more(pairs: Pairs) -> None:
    assert seconds(made(pairs)) == plain(pairs)


@given(pairs=PAIRS)
def test_a_union_is_never_longer_than_the_sum(pairs: Pairs) -> None:
    found = made(pairs)
    assert found.total == len(plain(pairs)) <= sum(length for _, length in pairs)
    assert found.longest <= found.total


@given(pairs=PAIRS, chance=st.randoms(use_true_random=False))
def test_the_order_of_the_intervals_does_not_matter(pairs: Pairs, chance: object) -> None:
    shuffled = list(pairs)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert made(shuffled).pairs() == made(pairs).pairs()
    assert made(pairs + pairs).pairs() == made(pairs).pairs()


@given(pairs=PAIRS)
def test_stretches_lie_apart_and_in_order(pairs: Pairs) -> None:
    found = made(pairs).pairs()
    assert all(start < end for start, end in found)
    assert all(before[1] < after[0] for before, after in pairwise(found))


@given(first=PAIRS, second=PAIRS)
def test_adding_and_taking_away_is_that_of_sets(first: Pairs, second: Pairs) -> None:
    one, other = made(first), made(second)
    assert seconds(one.with_(other)) == plain(first) | plain(second)
    assert seconds(one.without(other)) == plain(first) - plain(second)
    assert seconds(at_once([one, other])) == plain(first) & plain(second)


@given(every=st.lists(PAIRS, min_size=1, max_size=4))
def test_what_lasts_at_once_is_what_all_have_in_common(every: list[Pairs]) -> None:
    found = at_once(map(made, every))
    assert seconds(found) == set.intersection(*map(plain, every))
    assert all(before[1] < after[0] for before, after in pairwise(found.pairs()))


@given(pairs=PAIRS, start=st.integers(0, 60), length=st.integers(1, 30))
def test_what_lies_within_and_what_between_make_up_the_whole(pairs: Pairs, start: int, length: int) -> None:
    found, end = made(pairs), start + length
    assert seconds(found.within(start, end)) == plain(pairs) & set(range(start, end))
    assert seconds(found.gaps(start, end)) == set(range(start, end)) - plain(pairs)
    counted = found.before([start, end])
    assert counted[1] - counted[0] == found.within(start, end).total


@given(pairs=PAIRS, moment=st.integers(0, 60))
def test_a_moment_lies_in_a_stretch_or_not(pairs: Pairs, moment: int) -> None:
    assert made(pairs).holds(moment) == (moment in plain(pairs))
