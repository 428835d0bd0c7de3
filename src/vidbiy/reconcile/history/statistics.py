"""How unusual a night was: rank, percentile, the last night as large, and trailing means.

A night's value is an interval, so a rank can be one too: it is told as two numbers where they differ.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt

from vidbiy.reconcile.history.point import NightPoint
from vidbiy.reconcile.history.series import Series

__all__ = [
    "MEAN_WINDOWS",
    "LargestSince",
    "Mean",
    "Means",
    "Rank",
    "largest_since",
    "mean_of",
    "means",
    "means_over",
    "rank",
]

MEAN_WINDOWS = (7, 30, 90)


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of a night among others, 1 the largest: the best and the worst that it can be.

    `percentile` is the share of the other nights that are smaller, equal ones by half (mid-rank), in per cent.
    """

    best: int
    worst: int
    of: int
    percentile: float
    larger: tuple[NightPoint, ...]
    """The nights that are larger for certain, the largest first."""

    @property
    def certain(self) -> bool:
        """Tell whether it is one place."""
        return self.best == self.worst

    def to_dict(self) -> dict[str, Any]:
        """Return the rank as a JSON object."""
        return {
            "best": self.best,
            "worst": self.worst,
            "of": self.of,
            "percentile": round(self.percentile, 1),
            "larger": [point.to_dict() for point in self.larger],
        }


@dataclass(frozen=True, slots=True)
class LargestSince:
    """The last earlier night that was as large for certain; None: there is none as far as the series goes.

    `maybe` are later nights that may have been as large; `gaps` the nights after it of which nothing is known.
    """

    night: NightPoint | None
    maybe: tuple[NightPoint, ...]
    between: tuple[NightPoint, ...]
    """The largest nights between the two: the rows that prove it, the largest first."""
    gaps: int
    first: date
    """The first night that it could be compared with."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            "night": None if self.night is None else self.night.to_dict(),
            "maybe": [point.to_dict() for point in self.maybe],
            "between": [point.to_dict() for point in self.between],
            "gaps": self.gaps,
            "first": self.first.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over the nights up to and with one; None where none of them is known. It never reaches across a break."""

    days: int
    low: float | None
    high: float | None
    known: int
    nights: int
    """How many nights it could rest on."""

    def to_dict(self) -> dict[str, Any]:
        """Return the mean as a JSON object."""
        return {"days": self.days, "low": self.low, "high": self.high, "known": self.known, "nights": self.nights}


def rank(point: NightPoint, among: Sequence[NightPoint]) -> Rank:
    """Return the rank of a night that is known among nights of which it is one."""
    low, high = point.bounds()
    others = [other for other in among if other.low is not None and other.date != point.date]
    larger, maybe, smaller = [], 0, 0
    for other in others:
        other_low, other_high = other.bounds()
        if other_low > high:
            larger.append(other)
        elif other_high > low and (other_high != other_low or low != high):
            maybe += 1
        elif other_high < low:
            smaller += 1
    level = len(others) - len(larger) - smaller
    percentile = 100.0 * (smaller + level / 2) / len(others) if others else 100.0
    larger.sort(key=lambda other: (-(other.low or 0), other.date))
    best = 1 + len(larger)
    return Rank(best, best + maybe, len(others) + 1, percentile, tuple(larger))


def largest_since(series: Series, point: NightPoint, *, proof: int = 3) -> LargestSince:
    """Return since when there was no night as large as one that is known, among those that are counted as it is."""
    first, _ = series.era(point.date)
    before = series.between(first, point.date - timedelta(days=1))
    low, high = point.bounds()
    maybe: list[NightPoint] = []
    gaps, found = 0, None
    stretch: list[NightPoint] = []
    for other in reversed(before):
        if other.low is None:
            gaps += 1
            continue
        other_low, other_high = other.bounds()
        if other_low >= high:
            found = other
            break
        if other_high >= low:
            maybe.append(other)
        stretch.append(other)
    stretch.sort(key=lambda other: (-(other.low or 0), other.date))
    start = before[0].date if before else point.date
    return LargestSince(found, tuple(maybe), tuple(stretch[:proof]), gaps, start)


def mean_of(series: Series, night: date, days: int) -> Mean:
    """Return the mean over the nights of so many days that end with that night."""
    first = max(series.era(night)[0], night - timedelta(days=days - 1))
    window = series.between(first, night)
    known = [point for point in window if point.low is not None]
    if not known:
        return Mean(days, None, None, 0, days)
    low = sum(point.low for point in known if point.low is not None) / len(known)
    highs = [point.high for point in known]
    high = None if None in highs else sum(each for each in highs if each is not None) / len(known)
    return Mean(days, low, high, len(known), days)


@dataclass(frozen=True, slots=True)
class Means:
    """The trailing means at every night of a series, as columns; NaN where nothing is known."""

    days: int
    low: npt.NDArray[np.float64]
    high: npt.NDArray[np.float64]
    known: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.known)

    def __getitem__(self, index: int) -> Mean:
        low, high = float(self.low[index]), float(self.high[index])
        bounds = (None if math.isnan(low) else low, None if math.isnan(high) else high)
        return Mean(self.days, *bounds, int(self.known[index]), self.days)

    def values(self) -> list[float | None]:
        """Return the lower means as numbers, None where nothing is known."""
        return [None if math.isnan(value) else value for value in self.low.tolist()]


def means(series: Series, days: int) -> Means:
    """Return the trailing mean at every night of a series, as `mean_of` gives it for one."""
    return means_over(series, (days,))[days]


def means_over(series: Series, windows: Sequence[int] = MEAN_WINDOWS) -> dict[int, Means]:
    """Return the trailing means over several numbers of nights, by number."""
    # None is NaN: where the lower bound is, nothing is known; where only the upper one is, there is none.
    low = np.array([point.low for point in series.points], np.float64)
    high = np.array([point.high for point in series.points], np.float64)
    known = ~np.isnan(low)
    open_ended = known & np.isnan(high)
    columns = known, np.where(known, low, 0), np.where(np.isnan(high), 0, high), open_ended
    starts = _era_starts(series)
    return {days: _means(days, columns, starts) for days in windows}


def _means(days: int, columns: Sequence[npt.NDArray[Any]], starts: npt.NDArray[np.int64]) -> Means:
    until = np.arange(1, len(starts) + 1)
    since = np.maximum(until - days, starts)
    nights, low, high, open_ended = (_sums(column, since, until) for column in columns)
    with np.errstate(divide="ignore", invalid="ignore"):  # of no night there is no mean: 0 / 0 is NaN
        return Means(days, low / nights, np.where(open_ended > 0, np.nan, high / nights), nights)


def _sums(values: npt.NDArray[Any], since: npt.NDArray[np.int64], until: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
    total = np.concatenate(([0], np.cumsum(values)))
    return np.asarray(total[until] - total[since])


def _era_starts(series: Series) -> npt.NDArray[np.int64]:
    """Return for each night where the nights that are counted as it is begin."""
    starts = np.zeros(len(series.points), np.int64)
    if series.points:
        zero = series.points[0].date
        for entry in series.breaks:
            at = (entry.since - zero).days
            if at > 0:
                starts[at:] = at
    return starts
