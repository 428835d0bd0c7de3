"""How one night stands in the history of its kind: for the brief, the pages, and `vidbiy history --night`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from vidbiy.ledger import Ledger
from vidbiy.lexicon.breaks import Break
from vidbiy.model import Wave
from vidbiy.reconcile.history.point import NightPoint
from vidbiy.reconcile.history.series import NoSeriesError, Series, SeriesKey, bridge_of, series_of
from vidbiy.reconcile.history.statistics import (
    MEAN_WINDOWS,
    LargestSince,
    Mean,
    Rank,
    largest_since,
    mean_of,
    rank,
)
from vidbiy.reconcile.history.table import NightTable

__all__ = ["WINDOWS", "Standing", "WindowRank", "standing", "standing_in", "standings"]

WINDOWS = (30, 90, 365)
"""Nights that a rank is told of, up to and with the night itself."""


@dataclass(frozen=True, slots=True)
class WindowRank:
    """The rank of a night among those of the last `days` nights that are known and counted as it is."""

    days: int
    rank: Rank
    known: int
    """Nights with a value, the night itself included; of the others nothing is known."""
    cut: Break | None
    """The break that the window would reach across; it begins there instead."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        cut = None if self.cut is None else self.cut.id
        return {"days": self.days, "known": self.known, "cut_by": cut, "rank": self.rank.to_dict()}


@dataclass(frozen=True, slots=True)
class Standing:
    """A night's value and how unusual it was, with the nights that prove it.

    `bridge` is the same by the measure or subject that stays comparable across the breaks of this one.
    """

    key: SeriesKey
    point: NightPoint
    overall: Rank
    """Among all earlier nights, and itself, that are counted alike."""
    windows: tuple[WindowRank, ...]
    since: LargestSince
    means: tuple[Mean, ...]
    breaks: tuple[Break, ...]
    bridge: Standing | None = None

    def window(self, days: int) -> WindowRank | None:
        """Return the rank among the last so many nights."""
        return next((found for found in self.windows if found.days == days), None)

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            **self.key.to_dict(),
            "night": self.point.to_dict(),
            "overall": self.overall.to_dict(),
            "windows": [window.to_dict() for window in self.windows],
            "largest_since": self.since.to_dict(),
            "means": [mean.to_dict() for mean in self.means],
            "breaks": [entry.id for entry in self.breaks],
            "bridge": None if self.bridge is None else self.bridge.to_dict(),
        }


def standing(
    ledger: Ledger,
    night: date,
    measure: str = "launched",
    subject: str | None = None,
    place: str | None = None,
    *,
    wave: Wave = Wave.NIGHT,
    as_of: datetime | None = None,
) -> Standing | None:
    """Return how a night stands; None where the ledger has no value of it.

    Later nights do not count: the standing of a night does not change when another comes.

    Args:
        ledger: where the claims are.
        night: the date of its morning.
        measure: a measure of claims, or `stopped`.
        subject: a subject path; the usual one of the measure where None (`weapon`, `person`).
        place: a place id; the country where None.
        wave: a night or a day.
        as_of: as known at that moment.

    Raises:
        NoSeriesError: there is no such measure.
    """
    key = SeriesKey.of(measure, subject, place, wave)
    with NightTable.open(ledger) as table:
        return standing_in(table, night, key, as_of=as_of)


def standings(
    ledger: Ledger, night: date, keys: Sequence[SeriesKey], *, as_of: datetime | None = None
) -> list[Standing]:
    """Return how a night stands in several series; those that have no value of it are left out."""
    with NightTable.open(ledger) as table:
        found = [standing_in(table, night, key, as_of=as_of) for key in keys]
    return [each for each in found if each is not None]


def standing_in(table: NightTable, night: date, key: SeriesKey, *, as_of: datetime | None = None) -> Standing | None:
    """Return how a night stands, from a table that is open; None where there is no value of it."""
    try:
        series = series_of(table, key, as_of=as_of).cut(None, night)
    except NoSeriesError:
        return None
    point = series.at(night)
    if point is None or point.low is None:
        return None
    bridge = bridge_of(key)
    return Standing(
        key=key,
        point=point,
        overall=rank(point, series.comparable(night)),
        windows=tuple(_window(series, point, days) for days in WINDOWS),
        since=largest_since(series, point),
        means=tuple(mean_of(series, night, days) for days in MEAN_WINDOWS),
        breaks=tuple(entry for entry in series.breaks if entry.since <= night),
        bridge=None if bridge is None else standing_in(table, night, bridge, as_of=as_of),
    )


def _window(series: Series, point: NightPoint, days: int) -> WindowRank:
    begin = point.date - timedelta(days=days - 1)
    first = max(begin, series.era(point.date)[0])
    among = [other for other in series.between(first, point.date) if other.low is not None]
    cut = next((entry for entry in series.breaks if entry.since == first and first > begin), None)
    return WindowRank(days, rank(point, among), len(among), cut)
