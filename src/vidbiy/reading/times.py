"""When it was: the period that each sentence speaks of, from its own words and the time of publication.

All periods are aware; hours that a text gives are local to Kyiv unless it says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vidbiy.model import TimePrecision
from vidbiy.reading.annotation import Mark
from vidbiy.reading.text import Line, Tokens

__all__ = ["KYIV", "Period", "TimeTracker"]

KYIV = ZoneInfo("Europe/Kyiv")
# DESIGN, "The claim": a night attack reported without hours lasts from 18:00 to 09:00, local time.
_NIGHT_STARTS, _NIGHT_ENDS = time(18), time(9)
# The full-scale invasion began on this day; "since the invasion" counts from it.
_INVASION = date(2022, 2, 24)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """What a claim is about in time; `background` where that is not the attack that the document reports."""

    start: datetime | None
    end: datetime | None
    precision: TimePrecision
    background: bool = False


def _at(day: date, moment: time = time(0)) -> datetime:
    return datetime.combine(day, moment, KYIV)


def _night(morning: date) -> Period:
    return Period(_at(morning - timedelta(days=1), _NIGHT_STARTS), _at(morning, _NIGHT_ENDS), TimePrecision.NIGHT)


def _day(day: date, *, background: bool = False) -> Period:
    return Period(_at(day), _at(day, time(23, 59, 59)), TimePrecision.DAY, background)


def _since(day: date, published: datetime) -> Period:
    return Period(_at(day), published, TimePrecision.OPEN, background=True)


class TimeTracker:
    """Follows what time a document speaks of."""

    def __init__(self, tokens: Tokens, published: datetime | None, marks: Sequence[Mark]) -> None:
        self._tokens = tokens
        self._published = None if published is None else published.astimezone(KYIV)
        self._default = self._document_period(marks)
        self._stamp: Period | None = None

    @property
    def published_date(self) -> date | None:
        """The day of publication in Kyiv."""
        return None if self._published is None else self._published.date()

    def _document_period(self, marks: Sequence[Mark]) -> Period:
        published = self._published
        if published is None:
            return Period(None, None, TimePrecision.DAY)
        nights = any(mark.kind == "time" and mark.value in ("night", "morning") for mark in marks)
        if nights or published.time() < time(12):
            night = _night(published.date())
            end = max(published, night.end) if night.end is not None else published
            return Period(night.start, end.replace(microsecond=0), TimePrecision.NIGHT)
        return Period(_at(published.date()), published, TimePrecision.DAY)

    def period(self, line: Line, marks: Sequence[Mark]) -> Period:
        """Return the period that the sentence `line` speaks of."""
        if self._published is None:
            return self._explicit_without_publication(line, marks) or self._default
        stamp = self._time_stamp(line, marks)
        if stamp is not None:
            self._stamp = stamp
        elif line.opens and not line.bullet:
            self._stamp = None
        times = [mark for mark in marks if mark.kind == "time"]
        period = self._background(line, times) or self._dated(line, marks, times) or self._relative(times)
        return period or self._stamp or self._default

    # ---- "since the invasion", "last month" ----

    def _background(self, line: Line, times: Sequence[Mark]) -> Period | None:
        published = self._published
        assert published is not None
        today = published.date()
        values = {mark.value for mark in times}
        if "invasion" in values and ("since" in values or "month" in values or self._has_year(line)):
            return _since(_INVASION, published)
        if "past_week" in values:
            return Period(published - timedelta(days=7), published, TimePrecision.DAY, background=True)
        if "last_month" in values:
            last = today.replace(day=1) - timedelta(days=1)
            return Period(_at(last.replace(day=1)), _at(last, time(23, 59, 59)), TimePrecision.MONTH, background=True)
        if "this_month" in values:
            return _since(today.replace(day=1), published)
        if "this_year" in values:
            return _since(date(today.year, 1, 1), published)
        if "last_year" in values and "month" not in values:
            return Period(
                _at(date(today.year - 1, 1, 1)),
                _at(date(today.year - 1, 12, 31), time(23, 59, 59)),
                TimePrecision.OPEN,
                background=True,
            )
        return None

    def _has_year(self, line: Line) -> bool:
        return any(_year(word) is not None for word in self._tokens.words[line.first : line.last])

    # ---- dates ----

    def _dated(self, line: Line, marks: Sequence[Mark], times: Sequence[Mark]) -> Period | None:
        published = self._published
        assert published is not None
        today = published.date()
        days = [day for mark in times if mark.value == "month" for day in self._month_day(line, mark, today)]
        days += [day for mark in marks if mark.kind == "number" and mark.value == "date" for day in self._digits(mark)]
        if not days:
            return None
        day, exact, since = days[0]
        if since and exact and (today - day).days > 2:
            return _since(day, published)
        if not exact:
            if since:
                return _since(day, published)
            following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
            if day.year == today.year and day.month == today.month:
                return None
            last = following - timedelta(days=1)
            return Period(_at(day), _at(last, time(23, 59, 59)), TimePrecision.MONTH, background=True)
        later = [other for other, sure, _ in days if sure]
        values = {mark.value for mark in times}
        if "night" in values:
            # "у ніч на 23 лютого (з 19:30 22 лютого)": the later of two days is the morning's.
            morning = max(later)
            return Period(*_span(_night(morning)), TimePrecision.NIGHT, (today - morning).days > 1)
        first, last_day = min(later), max(later)
        if first != last_day and (last_day - first).days == 1:
            return Period(_at(first, _NIGHT_STARTS), _at(last_day, time(23, 59, 59)), TimePrecision.NIGHT)
        return _day(first, background=(today - first).days > 1)

    def _month_day(self, line: Line, mark: Mark, today: date) -> list[tuple[date, bool, bool]]:
        """Return the day that goes with a month's name, whether it is exact, and whether "since" stands before it."""
        words = self._tokens.words
        month = int(mark.attributes["number"])
        day = year = None
        first = mark.first
        before = words[mark.first - 1] if mark.first > line.first else ""
        if _small(before) is not None:
            day, first = _small(before), mark.first - 1
        at = mark.last
        if at < line.last and words[at] == ".":
            at += 1
        if day is None and at < line.last and _small(words[at]) is not None:
            day = _small(words[at])
            at += 1
        if at < line.last and words[at] == ",":
            at += 1
        if at < line.last:
            year = _year(words[at])
        if year is None:
            year = today.year if (month, day or 1) <= (today.month, today.day) or day is None and month <= today.month else today.year - 1
            if (month, day or 1) == (1, 1) and today.month == 12:
                year = today.year
        since = first > line.first and words[first - 1] in self._since_words(line)
        try:
            return [(date(year, month, day or 1), day is not None, since)]
        except ValueError:
            return []

    def _since_words(self, line: Line) -> frozenset[str]:
        return frozenset({"since", "від", "від початку", "початку", "с", "od", "seit"})

    def _digits(self, mark: Mark) -> list[tuple[date, bool, bool]]:
        parts = self._tokens.words[mark.first].split(".")
        try:
            year = int(parts[2])
            return [(date(year + 2000 if year < 100 else year, int(parts[1]), int(parts[0])), True, False)]
        except (ValueError, IndexError):
            return []

    # ---- "yesterday", "late Thursday" ----

    def _relative(self, times: Sequence[Mark]) -> Period | None:
        published = self._published
        assert published is not None
        today = published.date()
        values = [mark.value for mark in times]
        if "past_day" in values:
            # A count "for the past day" is of the day before (cases/README, "Dates").
            return Period(_at(today - timedelta(days=1)), published, TimePrecision.DAY)
        if "yesterday" in values:
            return _day(today - timedelta(days=1))
        for mark in times:
            if mark.value == "weekday":
                back = (today.weekday() - int(mark.attributes["number"])) % 7
                if "night" in values and back == 0:
                    return Period(*_span(_night(today)), TimePrecision.NIGHT)
                return _day(today - timedelta(days=back), background=back > 1)
        return None

    # ---- time stamps of a live blog ----

    def _time_stamp(self, line: Line, marks: Sequence[Mark]) -> Period | None:
        """Read the hour that a line begins with: "23:41 (16.06) ..."."""
        published = self._published
        if not line.opens or published is None:
            return None
        for mark in marks[:2]:
            if mark.kind == "number" and mark.first - line.first <= 1 and mark.value == "clock":
                match = _CLOCK.match(self._tokens.words[mark.first])
                if match is None or int(match.group(1)) > 23:
                    return None
                moment = time(int(match.group(1)), int(match.group(2)))
                day = published.date()
                if moment > published.time():
                    day -= timedelta(days=1)
                return Period(_at(day, moment), _at(day, moment), TimePrecision.MINUTE)
        return None

    def _explicit_without_publication(self, line: Line, marks: Sequence[Mark]) -> Period | None:
        """Read a full date where the time of publication is not known."""
        for mark in marks:
            if mark.kind == "number" and mark.value == "date":
                for day, _, _ in self._digits(mark):
                    return _day(day)
            if mark.kind == "time" and mark.value == "month" and self._has_year(line):
                for day, exact, _ in self._month_day(line, mark, datetime.now(UTC).date()):
                    if exact:
                        return _day(day)
        return None


def _span(period: Period) -> tuple[datetime | None, datetime | None]:
    return period.start, period.end


def _small(word: str) -> int | None:
    """Return the day of the month in "4", "4th", "4-го"."""
    match = re.match(r"(\d{1,2})(?:$|-?(?:st|nd|rd|th|го|е|й|ого|\.))", word)
    if match is None:
        return None
    day = int(match.group(1))
    return day if 1 <= day <= 31 else None


def _year(word: str) -> int | None:
    return int(word) if len(word) == 4 and word.isdigit() and "2013" < word < "2040" else None
