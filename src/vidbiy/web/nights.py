"""Nights in a row: what was launched, stopped and hit in each, as a table for pages and for the API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vidbiy.model import Attack, Wave
from vidbiy.reconcile.history import NightPoint, NightTable, NoSeriesError, Series, SeriesKey, series_of
from vidbiy.reconcile.windows import bounds

__all__ = ["COLUMNS", "NightRow", "nights_before", "series_asked"]

COLUMNS = ("launched", "stopped", "hit", "killed", "injured")
"""The measures of the table: of all weapons, of all people, in the whole country."""


@dataclass(frozen=True, slots=True)
class NightRow:
    """A night or a day, and what is known of it by measure; None where nothing is."""

    attack: Attack
    points: dict[str, NightPoint | None]

    def named(self) -> list[tuple[str, NightPoint | None]]:
        """Return the measures with their points, in the order of the columns."""
        return [(measure, self.points[measure]) for measure in COLUMNS]


def nights_before(table: NightTable, before: date | None, limit: int) -> list[NightRow]:
    """Return the nights and days over Ukraine that there is a record of, the latest first."""
    found = table.nights("UA", before=before, limit=limit)
    series = {(measure, wave): _perhaps(table, measure, wave) for measure in COLUMNS for wave in Wave}
    rows = []
    for night in found:
        wave = Wave(night.wave)
        start, end = bounds("UA", (night.date, wave))
        attack = Attack(country="UA", date=night.date, wave=wave, start=start, end=end)
        values = {measure: _at(series[measure, wave], night.date) for measure in COLUMNS}
        rows.append(NightRow(attack, values))
    return rows


def _perhaps(table: NightTable, measure: str, wave: Wave) -> Series | None:
    try:
        return series_of(table, SeriesKey.of(measure, wave=wave))
    except NoSeriesError:
        return None


def _at(series: Series | None, night: date) -> NightPoint | None:
    point = None if series is None else series.at(night)
    return point if point is not None and point.known else None


def series_asked(
    table: NightTable, key: SeriesKey, until: date | None, nights: int
) -> tuple[Series, Sequence[NightPoint]]:
    """Return a series and the part of it that is shown: so many nights up to one, the latest first.

    Raises:
        NoSeriesError: nothing is known of it.
    """
    series = series_of(table, key)
    last = series.points[-1].date if until is None else until
    return series, tuple(reversed(series.between(last - timedelta(days=nights - 1), last)))
