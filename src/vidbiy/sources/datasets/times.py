"""The times that the cells of data sets give, in the time of Kyiv: with hours and without."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from vidbiy.lexicon.countries import KYIV
from vidbiy.model import TimePrecision
from vidbiy.sources.datasets.reading import Period

__all__ = ["TimeError", "day_period", "period_of", "whole_date"]


_DAY = timedelta(days=1)
_EVENING, _MORNING, _NOON = time(18), time(9), time(12)
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d{1,2}:\d\d)(?::\d\d)?)?([Zz]|[+-]\d\d:?\d\d)?")


class TimeError(ValueError):
    """A cell that holds no time, or a period that cannot be."""


def whole_date(text: str, form: str = "%Y-%m-%d") -> date:
    """Return the date that a cell gives.

    Raises:
        TimeError: it gives none.
    """
    try:
        return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a date has no zone
    except ValueError as error:
        raise TimeError(f"{text!r} is no date") from error


def day_period(day: date) -> Period:
    """Return a whole day in Kyiv, 23 or 25 hours long when the clocks change."""
    return Period(_at(day, time()), _at(day + _DAY, time()), TimePrecision.DAY)


@lru_cache(4096)  # the rows of an attack give the same hours
def period_of(first: str, last: str) -> Period:
    """Return the period from one cell to another, each a date with or without hours, in Kyiv's time or with an offset.

    A date without hours and an end in the morning is a night, from 18:00 of the evening before; dates alone are days.

    Raises:
        TimeError: one is no time, or the end lies before the start.
    """
    (start_day, start), (end_day, end) = _parts(first), _parts(last)
    if start is None and end is None:
        period = Period(_at(start_day, time()), _at(end_day + _DAY, time()), TimePrecision.DAY)
    elif start is None and end is not None:
        period = _open_start(start_day, end_day, end)
    elif start is not None and end is None:
        period = _open_end(start, end_day)
    elif start is not None and end is not None:
        whole_hours = start.minute == end.minute == 0
        period = Period(start, end, TimePrecision.HOUR if whole_hours else TimePrecision.MINUTE)
    if period.end < period.start:
        raise TimeError(f"it ends at {last.strip()}, before it starts at {first.strip()}")
    return period


def _open_start(start_day: date, end_day: date, end: datetime) -> Period:
    if end.timetz().replace(tzinfo=None) > _NOON:
        return Period(_at(start_day, time()), end, TimePrecision.DAY)
    evening = start_day - _DAY if start_day == end_day else start_day
    return Period(_at(evening, _EVENING), end, TimePrecision.NIGHT)


def _open_end(start: datetime, end_day: date) -> Period:
    if end_day > start.date():
        return Period(start, _at(end_day, _MORNING), TimePrecision.NIGHT)
    return Period(start, _at(end_day + _DAY, time()), TimePrecision.DAY)


def _parts(text: str) -> tuple[date, datetime | None]:
    """Return the day of a cell and, where it gives hours, the moment."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise TimeError(f"{text!r} is no time like 2025-07-04 or 2025-07-04 06:00")
    day = whole_date(found[1])
    if found[2] is None:
        return day, None
    hour, minute = map(int, found[2].split(":"))
    try:
        clock = time(hour, minute)
        if found[3] is None:
            return day, _at(day, clock)
        moment = datetime.fromisoformat(f"{day}T{clock:%H:%M}{found[3].upper()}").astimezone(KYIV)
    except ValueError as error:
        raise TimeError(f"{text!r} is no time of day") from error
    return moment.date(), moment


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, KYIV)
