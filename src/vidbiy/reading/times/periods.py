"""Periods: nights, days and spans of time in Kyiv, and the words of a sentence that name one.

The night of 4 July 2025 lasts from 18:00 on the 3rd to 09:00 on the 4th.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vidbiy.lexicon.countries import KYIV
from vidbiy.model import TimePrecision
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = [
    "DAY_ENDS",
    "KYIV",
    "NIGHT_STARTS",
    "Expression",
    "Period",
    "Sentence",
    "at_time",
    "day_of",
    "night_of",
]

# DESIGN, "The claim": a night attack reported without hours lasts from 18:00 to 09:00, local time.
NIGHT_STARTS, _NIGHT_ENDS = time(18), time(9)
_MIDNIGHT, DAY_ENDS = time(0), time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Period:
    """What a claim is about in time; `background` where that is not the attack that the document reports."""

    start: datetime | None
    end: datetime | None
    precision: TimePrecision
    background: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A time that the tokens [first, last) name; a period of None is the document's own."""

    first: int
    last: int
    period: Period | None
    exact: bool = False  # a day of a month, by number
    total: bool = False  # what is summed up over a time: "over the past week", "since the invasion"


def at_time(day: date, moment: time = _MIDNIGHT) -> datetime:
    """Return that moment of a day in Kyiv."""
    return datetime.combine(day, moment, KYIV)


def night_of(morning: date, *, background: bool = False) -> Period:
    """Return the night that ends with a morning."""
    start = at_time(morning - timedelta(days=1), NIGHT_STARTS)
    return Period(start, at_time(morning, _NIGHT_ENDS), TimePrecision.NIGHT, background)


def day_of(day: date, *, background: bool = False) -> Period:
    """Return a whole day."""
    return Period(at_time(day), at_time(day, DAY_ENDS), TimePrecision.DAY, background)


class Sentence:
    """A sentence with what its words are read against: the day of publication, how its language writes months."""

    def __init__(
        self, tokens: Tokens, line: Line, marks: Sequence[Mark], published: datetime, capital_months: bool
    ) -> None:
        self.tokens, self.line, self.marks = tokens, line, marks
        self.published = published
        self.today = published.date()
        self.capital_months = capital_months
        self._times = [mark for mark in marks if mark.kind == "time"]

    def times(self, *values: str) -> list[Mark]:
        """Return the marks of time of these values."""
        return [mark for mark in self._times if mark.value in values]

    def since(self, first: int, gap: int) -> bool:
        """Tell whether "since" stands at most `gap` tokens before token `first`."""
        return any(0 <= first - mark.last <= gap for mark in self.times("since"))
