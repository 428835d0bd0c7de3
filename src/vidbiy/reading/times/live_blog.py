"""Live blogs: lines that begin with the hour at which they were written, and what they tell of is just before it.

"23:41 Explosions in Kyiv" of a text of the next morning is of the evening before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from vidbiy.model import TimePrecision
from vidbiy.reading.times.periods import KYIV, Expression, Period, at_time
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.stamps import only_stamps
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["LiveBlog"]

_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)")
# An entry tells what happened in the hour before it.
_ENTRY = timedelta(hours=1)
# "22:40 ... 01:15": an hour so much earlier than that of the last entry is one of the next day.
_ROUND_MIDNIGHT = timedelta(hours=6)
# So many entries make a live blog: one goes on until the next.
_FEWEST = 2
# So many marks at most, of a day, stand before the hour of an entry.
_BEFORE_CLOCK = 4


class LiveBlog:
    """Follows the entries of a text; `entry` is the period of the one at hand, None outside of any."""

    def __init__(self, tokens: Tokens, published: datetime | None) -> None:
        self._tokens = tokens
        self._published = published  # by the clock of whoever published it
        self.entry: Period | None = None
        self._entries = 0
        self._headed: date | None = None  # the day of the heading that the entries stand under
        self._day: date | None = None  # theirs: some may be of the day after

    def enter(self, line: Line, marks: Sequence[Mark], named: Sequence[Expression], section: Period | None) -> bool:
        """Tell whether a line begins an entry, which is then the one at hand; `section` is the day of its heading."""
        published = self._published
        clock = self._opening_clock(line, marks) if line.opens and published is not None else None
        match = None if clock is None else _CLOCK.match(self._tokens.words[clock.first])
        if clock is None or match is None or published is None or int(match.group(1)) > 23 or int(match.group(2)) > 59:
            return False
        moment = time(int(match.group(1)), int(match.group(2)))
        self.entry = self._period(moment, _day_before(clock, named), section, published)
        self._entries += 1
        return True

    def leave(self) -> None:
        """Take note of a new paragraph that begins no entry: what has only one is no live blog."""
        if self._entries < _FEWEST:
            self.entry = None

    def _opening_clock(self, line: Line, marks: Sequence[Mark]) -> Mark | None:
        """Return the hour that stands at the beginning of a line, or behind its day: not that of "since 20:30"."""
        clock = next((mark for mark in marks[:_BEFORE_CLOCK] if mark.kind == "number" and mark.value == "clock"), None)
        if clock is None or any(mark.value == "since" and mark.last <= clock.first for mark in marks):
            return None
        return clock if only_stamps(self._tokens, marks, line.first, clock.first) else None

    def _period(self, moment: time, named: date | None, section: Period | None, local: datetime) -> Period:
        """Return the hour before `moment`: of the day that the line names, of the heading's, or of that of publication."""
        published = local.astimezone(KYIV)
        if named is not None:
            return _hour_before(at_time(named, moment))
        headed = None
        if section is not None and not section.background and section.precision is TimePrecision.DAY:
            headed = None if section.start is None else section.start.date()
        if headed is not None:
            return _hour_before(at_time(self._headed_day(headed, moment), moment))
        if moment <= published.time():
            return _hour_before(at_time(published.date(), moment))
        if moment <= local.time():
            # "10:48" of a post of 11:00 in Moscow: its own clock, or the entry would be of tomorrow.
            return _hour_before(datetime.combine(local.date(), moment, local.tzinfo).astimezone(KYIV))
        return _hour_before(at_time(published.date() - timedelta(days=1), moment))

    def _headed_day(self, headed: date, moment: time) -> date:
        """Return the day of an entry under a heading: the next one where midnight has passed since the last entry."""
        if headed != self._headed:
            self._headed = self._day = headed
        day = self._day or headed
        last = None if self.entry is None else self.entry.end
        if last is not None and last.date() == day and last - at_time(day, moment) > _ROUND_MIDNIGHT:
            day += timedelta(days=1)
        self._day = day
        return day


def _day_before(clock: Mark, named: Sequence[Expression]) -> date | None:
    """Return the day that a line names before its hour."""
    for one in named:
        period = one.period
        if period is not None and one.last <= clock.first and period.precision is TimePrecision.DAY:
            return None if period.start is None else period.start.date()
    return None


def _hour_before(end: datetime) -> Period:
    return Period(end - _ENTRY, end, TimePrecision.HOUR)
