"""A series: one measure of one subject and place, night by night. What is not known is a gap, never a zero.

Where a body changed how it counts, the series breaks: nights on two sides of a break are not compared (`era`), but by the
measure or subject that stays comparable, where the lexicon names one (`bridge`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from vidbiy.lexicon.breaks import Break, breaks
from vidbiy.model import Measure, VidbiyError, Wave
from vidbiy.reconcile.history.point import NightPoint
from vidbiy.reconcile.history.table import NightTable
from vidbiy.reconcile.history.values import STOPPED

__all__ = ["NoSeriesError", "Series", "SeriesKey", "bridge_of", "series_of"]

MEASURES = (STOPPED, *(measure.value for measure in Measure))
_SUBJECTS = {
    Measure.KILLED: "person",
    Measure.INJURED: "person",
    Measure.HOSPITALISED: "person",
    Measure.MISSING: "person",
    Measure.RESCUED: "person",
    Measure.EVACUATED: "person",
    Measure.HIT_LOCATIONS: "area.location",
    Measure.DEBRIS_LOCATIONS: "area.location",
    Measure.AFFECTED: "area.region",
    Measure.WITHOUT_POWER: "customer",
    Measure.ALERT_DURATION: "alert",
    Measure.DAMAGED: "site",
    Measure.DESTROYED: "site",
    Measure.FIRE: "area.location",
}


class NoSeriesError(VidbiyError):
    """The ledger has no value of that measure, subject and place."""


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What a series is of. `country` is whom the attacks are on."""

    measure: str
    subject: str
    place: str = "UA"
    wave: Wave = Wave.NIGHT
    country: str = "UA"

    @classmethod
    def of(
        cls, measure: str, subject: str | None = None, place: str | None = None, wave: Wave = Wave.NIGHT
    ) -> SeriesKey:
        """Return the key, with the usual subject of the measure and the country where they are not said.

        Raises:
            NoSeriesError: there is no such measure.
        """
        if measure not in MEASURES:
            raise NoSeriesError(f"{measure!r} is no measure; there are {', '.join(MEASURES)}.")
        usual = "weapon" if measure == STOPPED else _SUBJECTS.get(Measure(measure), "weapon")
        where = place or "UA"
        country = "UA" if measure == Measure.LEFT_AIRSPACE.value else where[:2]
        return cls(measure, subject or usual, where, wave, country)

    def to_dict(self) -> dict[str, str]:
        """Return what a JSON object says of it."""
        return {"measure": self.measure, "subject": self.subject, "place": self.place, "wave": self.wave.value}

    def __str__(self) -> str:
        return f"{self.measure} {self.subject} in {self.place}, by {self.wave.value}"


@dataclass(frozen=True, slots=True)
class Series:
    """The nights from the first to the last that are known, gaps between them, and the breaks in how they were counted."""

    key: SeriesKey
    points: tuple[NightPoint, ...]
    breaks: tuple[Break, ...]
    as_of: datetime | None = None

    @property
    def known(self) -> tuple[NightPoint, ...]:
        """The nights with a value."""
        return tuple(point for point in self.points if point.low is not None)

    def at(self, night: date) -> NightPoint | None:
        """Return a night; None outside the series."""
        if not self.points:
            return None
        index = (night - self.points[0].date).days
        return self.points[index] if 0 <= index < len(self.points) else None

    def era(self, night: date) -> tuple[date, date]:
        """Return the first and the last day (inclusive) around a night that are counted as it is."""
        before = [entry.since for entry in self.breaks if entry.since <= night]
        after = [entry.since for entry in self.breaks if entry.since > night]
        first = max(before, default=date.min)
        last = min(after, default=None)
        return first, date.max if last is None else last - timedelta(days=1)

    def between(self, first: date, last: date) -> tuple[NightPoint, ...]:
        """Return the nights from `first` to `last`, both inclusive."""
        if not self.points:
            return ()
        zero = self.points[0].date
        start = max((first - zero).days, 0)
        return self.points[start : max((last - zero).days + 1, 0)]

    def comparable(self, night: date) -> tuple[NightPoint, ...]:
        """Return the nights with a value that are counted as that one is."""
        return tuple(point for point in self.between(*self.era(night)) if point.low is not None)

    def cut(self, since: date | None, until: date | None) -> Series:
        """Return the part from `since` to `until`, both inclusive; its ends stay where they were where they are None."""
        points = self.between(since or date.min, until or date.max)
        return replace(self, points=points, breaks=self.breaks)

    def to_dict(self) -> dict[str, Any]:
        """Return the series as a JSON object."""
        return {
            **self.key.to_dict(),
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "nights": [point.to_dict() for point in self.points],
            "breaks": [
                {"id": entry.id, "since": entry.since.isoformat(), "what": entry.what, "bridge": entry.bridge}
                | {"bridge_subject": entry.bridge_subject, "evidence": entry.evidence}
                for entry in self.breaks
            ],
        }


def bridge_of(key: SeriesKey) -> SeriesKey | None:
    """Return the series that stays comparable where that one breaks; None where none breaks, or nothing bridges it."""
    found = key
    for entry in _breaks(key):
        subject = found.subject if entry.bridge_subject is None else entry.bridge_subject
        found = replace(found, measure=entry.bridge or found.measure, subject=subject)
    return None if found == key else found


def series_of(table: NightTable, key: SeriesKey, *, as_of: datetime | None = None) -> Series:
    """Return a series, as known at a moment.

    Raises:
        NoSeriesError: nothing is known of it; the message says what is.
    """
    known = table.points((key.measure, key.subject, key.place), key.wave, country=key.country, as_of=as_of)
    if not known:
        raise NoSeriesError(_nothing(table, key))
    return Series(key, _with_gaps(known), _breaks(key), as_of)


def _with_gaps(known: Sequence[NightPoint]) -> tuple[NightPoint, ...]:
    """Return the nights from the first to the last: those of which nothing is known are points too."""
    points = [known[0]]
    before = known[0].date.toordinal()
    for point in known[1:]:
        day = point.date.toordinal()
        points.extend(NightPoint(date.fromordinal(gap)) for gap in range(before + 1, day))
        points.append(point)
        before = day
    return tuple(points)


def _breaks(key: SeriesKey) -> tuple[Break, ...]:
    """Return the breaks of a series: those of the body that counts weapons over the whole country."""
    return tuple(entry for entry in breaks() if key.country == "UA" and entry.breaks(key.measure, key.subject))


def _nothing(table: NightTable, key: SeriesKey) -> str:
    there = table.known_series()
    if not there:
        return "There is no night in the ledger yet; add reports or a data set with `vidbiy ingest PATH`."
    near = [f"{measure} {subject} --place {place}" for measure, subject, place, _ in there if measure == key.measure]
    others = sorted({measure for measure, *_ in there})
    tail = f"there is {'; '.join(near[:4])}" if near else f"there is {', '.join(others)}"
    return f"The ledger knows no night of {key}; {tail}."
