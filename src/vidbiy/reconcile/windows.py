"""Operational nights and days: which one the time of a claim falls in.

A night lasts from 18:00 to 09:00 local time and is dated by its morning; the day of that date follows. The Air Force of
Ukraine reports by these hours.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from vidbiy.lexicon.countries import zone
from vidbiy.model import Claim, TimePrecision, Wave

__all__ = ["Slot", "bounds", "slot_of"]

Slot = tuple[date, Wave]

_DUSK, _DAWN = time(18), time(9)
_ALL_DAY = timedelta(hours=20)
_NOON = time(12)


def bounds(country: str, slot: Slot) -> tuple[datetime, datetime]:
    """Return start and end (exclusive) of a night or a day on the country's clock."""
    day, wave = slot
    here = zone(country)
    dawn = datetime.combine(day, _DAWN, here)
    if wave is Wave.NIGHT:
        return datetime.combine(day - timedelta(days=1), _DUSK, here), dawn
    return dawn, datetime.combine(day, _DUSK, here)


def slot_of(claim: Claim, published: datetime | None, country: str) -> Slot | None:
    """Return the night or day that a claim is about; None for one without a time.

    Nothing is told before it happens: the time of a claim ends with its publication. A claim about a whole day belongs to
    the day, unless it was published before noon of it: then it is about the night that was just over.
    """
    if claim.start is None or claim.end is None:
        return None
    end = claim.end if published is None or published <= claim.start else min(claim.end, published)
    return _slot(claim.start, end, claim.time_precision, country)


@lru_cache(maxsize=4096)
def _slot(start: datetime, end: datetime, precision: TimePrecision, country: str) -> Slot:
    here = zone(country)
    start, end = start.astimezone(here), end.astimezone(here)
    if precision is TimePrecision.NIGHT:
        return (start + timedelta(hours=6)).date(), Wave.NIGHT
    if precision is TimePrecision.DAY:
        if end - start >= _ALL_DAY or end.time() >= _NOON or end.date() != start.date():
            return start.date(), Wave.DAY
        return start.date(), Wave.NIGHT
    slots = [(start.date() + timedelta(days=ahead), wave) for ahead in range(3) for wave in Wave]
    middle = start + (end - start) / 2
    return max(slots, key=lambda slot: (_shared(start, end, bounds(country, slot)), _holds(middle, country, slot)))


def _holds(moment: datetime, country: str, slot: Slot) -> bool:
    first, last = bounds(country, slot)
    return first <= moment < last


def _shared(start: datetime, end: datetime, window: tuple[datetime, datetime]) -> timedelta:
    return max(min(end, window[1]) - max(start, window[0]), timedelta(0))
