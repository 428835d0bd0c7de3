"""Times as the columns have them: microseconds since 1970, in which the wall clock's changes play no part."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

__all__ = ["micros", "moment"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(time: datetime) -> int:
    """Return a time as microseconds since 1970; the wall clock's changes play no part."""
    return (time.astimezone(UTC) - _EPOCH) // _MICROSECOND


def moment(value: int) -> datetime:
    """Return the time, in UTC, of a number of microseconds since 1970."""
    return _EPOCH + value * _MICROSECOND
