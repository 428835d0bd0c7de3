"""Stretches of time as columns: united, cut, taken from each other, counted at once.

Times are integers (microseconds since 1970); a stretch has its start, not its end. Those of one `Stretches` lie apart and in
order, so that a million of them are one pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Ints", "Stretches", "at_once", "united"]

Ints = NDArray[np.int64]
_NONE = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Stretches that lie apart, in order."""

    start: Ints
    end: Ints

    @classmethod
    def none(cls) -> Stretches:
        """Return no stretch."""
        return cls(_NONE, _NONE)

    @classmethod
    def one(cls, start: int, end: int) -> Stretches:
        """Return one stretch; none where it would be empty."""
        return cls(np.array([start], np.int64), np.array([end], np.int64)) if start < end else cls.none()

    def __len__(self) -> int:
        return len(self.start)

    def pairs(self) -> list[tuple[int, int]]:
        """Return them as pairs."""
        return list(zip(self.start.tolist(), self.end.tolist(), strict=True))

    @property
    def total(self) -> int:
        """How long they last together."""
        return int((self.end - self.start).sum())

    @property
    def longest(self) -> int:
        """How long the longest lasts; 0 for none."""
        return int((self.end - self.start).max()) if len(self) else 0

    def within(self, start: int, end: int) -> Stretches:
        """Return what of them lies between two moments."""
        first, last = np.searchsorted(self.end, start, "right"), np.searchsorted(self.start, end, "left")
        return Stretches(np.maximum(self.start[first:last], start), np.minimum(self.end[first:last], end))

    def with_(self, *others: Stretches) -> Stretches:
        """Return all of them and of the others, united."""
        every = [self, *others]
        filled = [each for each in every if len(each)]
        if len(filled) < 2:
            return filled[0] if filled else self
        return united(np.concatenate([each.start for each in filled]), np.concatenate([each.end for each in filled]))

    def shared(self, other: Stretches) -> Stretches:
        """Return what lies both in one of them and in one of the other."""
        first = np.searchsorted(other.end, self.start, "right")
        number = np.maximum(np.searchsorted(other.start, self.end, "left") - first, 0)
        mine = np.repeat(np.arange(len(self)), number)
        theirs = np.arange(len(mine)) - np.repeat(np.cumsum(number) - number, number) + first[mine]
        return Stretches(
            np.maximum(self.start[mine], other.start[theirs]), np.minimum(self.end[mine], other.end[theirs])
        )

    def without(self, other: Stretches) -> Stretches:
        """Return what of them lies in no stretch of the other."""
        if not len(self) or not len(other):
            return self
        low, high = int(self.start[0]), int(self.end[-1])
        return self.shared(other.gaps(low, high))

    def gaps(self, start: int, end: int) -> Stretches:
        """Return what between two moments lies in none of them."""
        inside = self.within(start, end)
        begins = np.concatenate(([start], inside.end))
        ends = np.concatenate((inside.start, [end]))
        some = begins < ends
        return Stretches(begins[some], ends[some])

    def before(self, moments: Any) -> Ints:
        """Return, for each moment, how long they last up to it."""
        times = np.asarray(moments, np.int64)
        if not len(self):
            return np.zeros(len(times), np.int64)
        lengths = self.end - self.start
        sums = np.concatenate(([0], np.cumsum(lengths)))
        done = np.searchsorted(self.start, times, "right")
        over = np.where(done > 0, np.maximum(self.end[done - 1] - times, 0), 0)
        return sums[done] - over

    def holds(self, moment: int) -> bool:
        """Tell whether a moment lies in one of them."""
        at = int(np.searchsorted(self.start, moment, "right")) - 1
        return at >= 0 and int(self.end[at]) > moment


def united(start: Ints, end: Ints) -> Stretches:
    """Return what intervals cover, those that overlap or touch as one; empty ones cover nothing."""
    some = start < end
    if not some.all():
        start, end = start[some], end[some]
    if not len(start):
        return Stretches.none()
    if len(start) > 1 and not (start[1:] >= start[:-1]).all():
        order = np.argsort(start, kind="stable")
        start, end = start[order], end[order]
    reach = np.maximum.accumulate(end)
    begins = np.concatenate(([True], start[1:] > reach[:-1]))
    last = np.concatenate((np.flatnonzero(begins)[1:] - 1, [len(start) - 1]))
    return Stretches(start[begins], reach[last])


def at_once(parts: Iterable[Stretches]) -> Stretches:
    """Return when all of the parts last at once: what lies in no gap of any of them."""
    every = list(parts)
    if not every or not all(len(each) for each in every):
        return Stretches.none()
    # The fewest first: what is left gets fewer with each part.
    return reduce(Stretches.shared, sorted(every, key=len))


def depths(parts: Iterable[Stretches]) -> tuple[Ints, Ints]:
    """Return the moments at which the number of parts that last changes, and that number from each on."""
    filled = [each for each in parts if len(each)]
    if not filled:
        return _NONE, _NONE
    starts = np.concatenate([each.start for each in filled])
    ends = np.concatenate([each.end for each in filled])
    times = np.concatenate((starts, ends))
    steps = np.concatenate((np.ones(len(starts), np.int64), -np.ones(len(ends), np.int64)))
    order = np.argsort(times, kind="stable")
    times, sums = times[order], np.cumsum(steps[order])
    last = np.concatenate((times[1:] != times[:-1], [True]))
    return times[last], sums[last]
