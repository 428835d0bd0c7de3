"""Change points: the nights at which the level of a series changed for good.

Least squares on the logarithm (nights differ by factors), by optimal partitioning: B. Jackson et al., "An algorithm for optimal
partitioning of data on an interval", IEEE Signal Processing Letters 12 (2005), which is exact. The penalty is that of the
Schwarz criterion, with the noise taken from the differences between one night and the next, which a change of level hardly
moves. A level lasts a fortnight at least; one terrible night is none, so a night that stands out from its neighbours by far
counts as one that stands out a little.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from vidbiy.reconcile.history.series import Series

__all__ = ["Level", "levels", "segments"]

_SHORTEST = 14  # nights
_PARAMETERS = 3.0  # the place of a change, the level after it, and one for all the places that were looked at
_NEIGHBOURS = 7  # nights before and after: a level that lasts a fortnight has the median of them
_OUTLIER = 3.0  # standard deviations
_MAD = 0.6745  # of a normal distribution: median absolute deviation = 0.6745 standard deviations


@dataclass(frozen=True, slots=True)
class Level:
    """A stretch of nights on one level. `mean` is that of the values; both dates are inclusive."""

    first: date
    last: date
    mean: float
    nights: int
    """How many of its nights are known."""
    after_break: bool
    """It begins because the way of counting changed, not because the level did."""

    def to_dict(self) -> dict[str, Any]:
        """Return the level as a JSON object."""
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "mean": round(self.mean, 1),
            "nights": self.nights,
            "after_break": self.after_break,
        }


def levels(series: Series) -> tuple[Level, ...]:
    """Return the levels of a series in order; each era's nights are looked at by themselves, gaps left out."""
    found: list[Level] = []
    known = series.known
    at = 0
    while at < len(known):
        last = series.era(known[at].date)[1]
        end = next((i for i in range(at, len(known)) if known[i].date > last), len(known))
        era = known[at:end]
        values = [_middle(point.low or 0, point.high) for point in era]
        for begin, stop in segments([math.log1p(value) for value in values]):
            mean = sum(values[begin:stop]) / (stop - begin)
            fresh = begin == 0 and at > 0
            found.append(Level(era[begin].date, era[stop - 1].date, mean, stop - begin, fresh))
        at = end
    return tuple(found)


def _middle(low: int, high: int | None) -> float:
    return float(low) if high is None else (low + high) / 2


def segments(values: Sequence[float], shortest: int = _SHORTEST) -> list[tuple[int, int]]:
    """Return the stretches [begin, end) of constant level that explain the values best."""
    count = len(values)
    if count == 0:
        return []
    if count < 2 * shortest:
        return [(0, count)]
    deviation = _noise(values)
    penalty = _PARAMETERS * deviation**2 * math.log(count)
    tamed = _tamed(np.asarray(values, dtype=float), _OUTLIER * deviation)
    total = np.concatenate(([0.0], np.cumsum(tamed)))
    squares = np.concatenate(([0.0], np.cumsum(np.square(tamed))))
    best = np.full(count + 1, np.inf)
    best[0] = -penalty
    before = np.zeros(count + 1, dtype=np.intp)
    for end in range(shortest, count + 1):
        stop = end - shortest + 1
        length = np.arange(end, shortest - 1, -1)
        inside = squares[end] - squares[:stop] - np.square(total[end] - total[:stop]) / length
        costs = best[:stop] + inside + penalty
        before[end] = np.argmin(costs)
        best[end] = costs[before[end]]
    return _walked(before, count)


def _noise(values: Sequence[float]) -> float:
    """Return the standard deviation of the noise, from the median of the steps between neighbours."""
    steps = np.abs(np.diff(np.asarray(values, dtype=float)))
    return max(float(np.median(steps)) / (_MAD * math.sqrt(2)), 1e-3)


def _tamed(values: npt.NDArray[np.float64], reach: float) -> npt.NDArray[np.float64]:
    """Return the values, none further than `reach` from the median of its neighbours."""
    padded = np.pad(values, _NEIGHBOURS, mode="reflect" if len(values) > _NEIGHBOURS else "edge")
    middle = np.median(np.lib.stride_tricks.sliding_window_view(padded, 2 * _NEIGHBOURS + 1), axis=1)
    return np.clip(values, middle - reach, middle + reach)


def _walked(before: npt.NDArray[np.intp], count: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    end = count
    while end > 0:
        begin = int(before[end])
        found.append((begin, end))
        end = begin
    return found[::-1]
