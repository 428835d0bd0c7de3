"""What a sentence asserts of a thing without a number."""

from __future__ import annotations

from dataclasses import dataclass

from vidbiy.reading.words.annotation import Mark

__all__ = ["Single"]


@dataclass(slots=True)
class Single:
    """An assertion without a number, in the tokens [first, last); `thing` is the name of what it is about."""

    rule: str
    measure: str
    subject: str
    low: int | None
    high: int | None
    first: int
    last: int
    action: Mark | None = None
    effect: str | None = None
    place: Mark | None = None
    thing: Mark | None = None
