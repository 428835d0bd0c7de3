"""The one way to write a value down, so that the same value has the same hash everywhere and for ever."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

__all__ = ["FIRST", "LAST", "canonical", "digest", "digest_of", "from_micros", "micros"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

FIRST = -(2**62)
"""Before any time: the start of a period that has none."""
LAST = 2**62
"""After any time: the end of a period that has none."""

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: Any) -> bytes:
    """Return the value as canonical JSON: keys sorted, no blanks, UTF-8."""
    return _encode(value).encode()


def digest(raw: bytes) -> bytes:
    """Return the SHA-256 of the bytes."""
    return sha256(raw).digest()


def digest_of(value: Any) -> bytes:
    """Return the SHA-256 of the value's canonical JSON."""
    return sha256(_encode(value).encode()).digest()


def micros(time: datetime) -> int:
    """Return the time as microseconds since 1970 in UTC: an integer sorts and compares alike in every database."""
    return (time - _EPOCH) // _MICROSECOND


def from_micros(value: int) -> datetime:
    """Return the time, in UTC, of a number of microseconds."""
    return _EPOCH + value * _MICROSECOND
