"""What the words of a sentence say of time: its dates, weekdays and spans, each as a period.

"У ніч на 4 липня" is a night, "since February 2022" a span that is open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from vidbiy.model import TimePrecision
from vidbiy.reading.annotation import Mark
from vidbiy.reading.periods import DAY_ENDS, NIGHT_STARTS, Expression, Period, Sentence, at_time, day_of, night_of
from vidbiy.reading.text import Line

__all__ = ["read_expressions"]

# The full-scale invasion began on this day; "since the invasion" counts from it.
_INVASION = date(2022, 2, 24)
# "Since" stands at most so many tokens before what it is since ("since the very start of the invasion").
_SINCE_GAP = 6
_DATE_GAP = 2
_FIRST_YEAR = 2014
# A weekday so many days back is rather one to come ("Saturday would be a day of mourning").
_TO_COME = 5
# What is since such a day is the attack itself, not a sum over time ("since 18:00 on the 3rd").
_RECENT = 2
_RANGE_GAP = 3
# "32 days ago" is a month ago, and of no attack that is reported.
_LONGEST_AGO = 31
_SPANS = ("past_week", "last_month", "this_month", "this_year", "last_year")
_RANKING = frozenset({"record", "superlative"})
_SMALL = re.compile(r"(\d{1,2})(?:$|-?(?:st|nd|rd|th|го|е|й|ого|\.))")
_YEAR = re.compile(r"(20[1-3]\d)(?:-[^\W\d_]{1,3})?")  # "2024", "2024-го"
_DASHES = frozenset({"—", "-"})
# "since the very beginning of 2025": so many words may stand between.
_SINCE_YEAR = 4
# "January to April", "січні–квітні": so many tokens stand between two months that are one span.
_MONTHS_GAP = 1


@dataclass(slots=True)
class _Day:
    """A date in a sentence: a day, or a month where `exact` is false."""

    first: int
    last: int
    day: date
    exact: bool
    since: bool


def read_expressions(sentence: Sentence) -> list[Expression]:
    """Return the times that a sentence names, in their order."""
    if not any(mark.kind == "time" or mark.value == "date" for mark in sentence.marks):
        return []
    war = _whole_war(sentence)
    # "since the invasion began in February 2022" is one time, not two.
    dated = [one for one in _dated(sentence) if not any(0 <= one.first - since.last <= _SINCE_GAP for since in war)]
    spans = (
        war
        + _since_years(sentence)
        + _years(sentence, dated)
        + _spans(sentence, {expression.first for expression in dated})
    )
    found = dated + spans
    sums = any(one.period is not None and one.period.precision is TimePrecision.OPEN for one in found)
    if not sums and not any(expression.exact for expression in dated):
        found += _relative(sentence)
    elif not sums:
        found += [Expression(mark.first, mark.last, None) for mark in sentence.times("today")] + _after(sentence)
    return sorted(found, key=lambda expression: expression.first)


# ---- "since the invasion", "last month" ----


def _since(day: date, published: datetime) -> Period:
    return Period(at_time(day), published, TimePrecision.OPEN, background=True)


def _whole_war(sentence: Sentence) -> list[Expression]:
    """Read "since the invasion" and "over the whole war", but for "the heaviest attack since the invasion"."""
    found = sentence.times("whole_war")
    found += [mark for mark in sentence.times("invasion") if sentence.since(mark.first, _SINCE_GAP)]
    return [
        Expression(mark.first, mark.last, _since(_INVASION, sentence.published))
        for mark in found[:1]
        if not _ranked(sentence, mark.first)
    ]


def _since_years(sentence: Sentence) -> list[Expression]:
    """Read "since 2022", "із початку 2022 року", but for the rank of an attack ("the heaviest since 2023")."""
    found = []
    for mark in sentence.times("since"):
        at = _year_behind(sentence, mark.last)
        year = None if at is None else _year(sentence.tokens.words[at])
        if at is not None and year is not None and year <= sentence.today.year and not _ranked(sentence, mark.first):
            since = _since(max(date(year, 1, 1), _INVASION), sentence.published)
            found.append(Expression(mark.first, at + 1, since, total=True))
    return found


def _years(sentence: Sentence, dated: Sequence[Expression]) -> list[Expression]:
    """Read a year that is over, without a month: "в 2023 году", "w 2023 roku"."""
    words, found = sentence.tokens.words, []
    for mark in sentence.times("of_year"):
        at = mark.first - 1
        year = _year(words[at]) if at >= sentence.line.first else None
        if year is None or year >= sentence.today.year or sentence.since(at, _SINCE_GAP) or _ranked(sentence, at):
            continue
        if any(one.first <= at < one.last for one in dated) or _names_season(sentence, at):
            continue
        first, last = at_time(date(year, 1, 1)), at_time(date(year, 12, 31), DAY_ENDS)
        found.append(Expression(at, mark.last, Period(first, last, TimePrecision.MONTH, background=True)))
    return found


def _names_season(sentence: Sentence, at: int) -> bool:
    """Tell whether the year is only whose: "женщина 1958 года рождения", "выпускник 2020 года"."""
    return not any(mark.last == at and mark.value in ("locative", "inside") for mark in sentence.marks)


def _year_behind(sentence: Sentence, first: int) -> int | None:
    """Return where a year stands at token `first`, or behind a few words that are no time ("the start of 2025")."""
    words, timed = sentence.tokens.words, {mark.first for mark in sentence.times("month", "weekday")}
    for at in range(first, min(first + _SINCE_YEAR, sentence.line.last)):
        if _year(words[at]) is not None:
            return at
        if not words[at].isalpha() or at in timed:
            break
    return None


def _ranked(sentence: Sentence, at: int) -> bool:
    """Tell whether the span of time at a token is that of a rank ("one of the heaviest attacks in recent months")."""
    marks = (mark for mark in sentence.marks if mark.kind in ("role", "void") and mark.value in _RANKING)
    return any(mark.last <= at for mark in marks)


def _spans(sentence: Sentence, months: set[int]) -> list[Expression]:
    """Read "in the past week", "last month", "this year".

    "June of last year" is a date, and "the heaviest attack this year" says nothing of when its figures are from.
    """
    marks = [
        mark
        for mark in sentence.times(*_SPANS)
        if not (mark.value == "last_year" and months) and not _ranked(sentence, mark.first)
    ]
    if not marks:
        return []
    published, today = sentence.published, sentence.today
    first = today.replace(day=1)
    before = first - timedelta(days=1)
    year = date(today.year, 1, 1)
    last_year = Period(
        at_time(date(today.year - 1, 1, 1)), at_time(year - timedelta(days=1), DAY_ENDS), TimePrecision.OPEN, True
    )
    periods = {
        "past_week": Period(published - timedelta(days=7), published, TimePrecision.DAY, background=True),
        "last_month": Period(at_time(before.replace(day=1)), at_time(before, DAY_ENDS), TimePrecision.MONTH, True),
        "this_month": _since(first, published),
        "this_year": _since(year, published),
        "last_year": last_year,
    }
    return [Expression(mark.first, mark.last, periods[mark.value], total=True) for mark in marks]


# ---- dates ----


def _dated(sentence: Sentence) -> list[Expression]:
    days = [day for mark in sentence.times("month") for day in _month_day(sentence, mark)]
    for mark in sentence.marks:
        if mark.kind == "number" and mark.value == "date":
            days += _digits(sentence, mark)
    days = [
        replace(day, since=False) if day.since and _tells_of(sentence, day) else day
        for day in days
        if not (day.since and _ranked(sentence, day.first)) or _tells_of(sentence, day)
    ]
    days.sort(key=lambda day: day.first)
    exact = [day for day in days if day.exact]
    months = _months(sentence, [day for day in days if not day.exact])
    found = [expression for month in months if (expression := _month(sentence, *month)) is not None]
    while exact:
        joined = exact[:2] if len(exact) > 1 and _joined(exact[0], exact[1]) else exact[:1]
        found.append(Expression(joined[0].first, joined[-1].last, _of_days(sentence, joined), exact=True))
        exact = exact[len(joined) :]
    return found


def _tells_of(sentence: Sentence, day: _Day) -> bool:
    """Tell whether the text goes on with what happened on that day: "the first strike since June 20, when eight died"."""
    at = day.last
    if at < sentence.line.last and sentence.tokens.words[at] == ",":
        at += 1
    return day.exact and any(mark.first == at and mark.value == "clause" for mark in sentence.marks)


def _joined(one: _Day, other: _Day) -> bool:
    """Tell whether two dates are one span ("20 to 26 December", "the night of the 4th (since the 3rd)")."""
    gap = other.first - one.last
    return gap <= _RANGE_GAP or (abs((other.day - one.day).days) == 1 and gap <= 2 * _RANGE_GAP)


def _of_days(sentence: Sentence, days: Sequence[_Day]) -> Period:
    """Return the period of one date, or of two that are one span."""
    today, published = sentence.today, sentence.published
    low, high = min(day.day for day in days), max(day.day for day in days)
    background = (today - high).days > 1
    if days[0].since and len(days) == 1:
        recent = Period(at_time(low), max(published, at_time(low, DAY_ENDS)), TimePrecision.DAY)
        return recent if (today - low).days <= _RECENT else _since(low, published)
    if sentence.times("night") and (high - low).days <= 1:
        # "у ніч на 23 лютого (з 19:30 22 лютого)": the later of two days is the morning's.
        return night_of(high, background=background)
    if high != low:
        night = Period(at_time(low, NIGHT_STARTS), at_time(high, DAY_ENDS), TimePrecision.NIGHT, background)
        whole = Period(at_time(low), at_time(high, DAY_ENDS), TimePrecision.DAY, background=True)
        return night if (high - low).days == 1 else whole
    if high == today and sentence.times("past_day"):
        # What is reported on a day for the past one: both may be meant.
        return Period(at_time(high - timedelta(days=1)), at_time(high, DAY_ENDS), TimePrecision.DAY)
    return day_of(high, background=background)


def _months(sentence: Sentence, months: Sequence[_Day]) -> list[tuple[_Day, _Day]]:
    """Return the months without a day, each with the one that ends its span: "between January and April", or itself."""
    found: list[tuple[_Day, _Day]] = []
    for month in months:
        before = found[-1][1] if found else None
        between = [] if before is None else sentence.tokens.words[before.last : month.first]
        joined = len(between) == _MONTHS_GAP and (between[0] in _DASHES or between[0].isalpha())
        if before is not None and joined and before.day < month.day:
            found[-1] = (found[-1][0], month)
        else:
            found.append((month, month))
    return found


def _month(sentence: Sentence, month: _Day, end: _Day) -> Expression | None:
    """Read a month without a day: the sum over it and those up to `end`, or since it began."""
    today = sentence.today
    if month.since and end is month:
        return Expression(month.first, month.last, _since(month.day, sentence.published))
    if (month.day.year, month.day.month) == (today.year, today.month):
        return None
    last = (end.day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    period = Period(at_time(month.day), at_time(last, DAY_ENDS), TimePrecision.MONTH, background=True)
    return Expression(month.first, end.last, period)


def _month_day(sentence: Sentence, mark: Mark) -> list[_Day]:
    """Return the days that go with a month's name: "4 July", "July 4, 2025", "27 and 28 September", "5–6 травня"."""
    words, line = sentence.tokens.words, sentence.line
    raw = sentence.tokens.raw[mark.first]
    numbers, first = _days_before(words, line, mark.first)
    if (
        raw[0].isupper() != sentence.capital_months
        and not raw.isupper()
        and not (raw[0].isupper() and first == line.first)
    ):
        return []  # "may", or a street: "вул. 15 Квітня"
    at = mark.last
    if at < line.last and words[at] == ".":
        at += 1
    if not numbers:
        numbers, at = _days_after(words, line, at, nightly=bool(sentence.times("night")))
    if at < line.last and words[at] == ",":
        at += 1
    year = _year(words[at]) if at < line.last else None
    if year is not None:
        at += 1
    month = int(mark.attributes["number"])
    since = sentence.since(first, _DATE_GAP if numbers else _SINCE_YEAR)
    found = []
    for number in numbers or (None,):
        day = _date(year or _year_of(sentence, mark, month, number), month, number or 1)
        if day is not None:
            found.append(_Day(first, max(at, mark.last), day, number is not None, since))
    return found


def _days_before(words: Sequence[str], line: Line, at: int) -> tuple[list[int], int]:
    """Return the days right before a month, and where they begin: "4", "12.", "5–6", "28 to 29"."""
    if at - 1 > line.first and words[at - 1] == "." and words[at - 2].isdecimal():
        at -= 1
    day = _small(words[at - 1]) if at > line.first else None
    if day is None:
        return [], at
    earlier = (
        _small(words[at - 3])
        if at - 3 >= line.first and (words[at - 2] in _DASHES or words[at - 2].isalpha())
        else None
    )
    if earlier is not None and day - earlier > 0 and words[at - 3].isdecimal() and len(words[at - 2]) <= 3:
        return [earlier, day], at - 3
    return [day], at - 1


def _days_after(words: Sequence[str], line: Line, at: int, *, nightly: bool) -> tuple[list[int], int]:
    """Return the days right after a month, and where they end: "July 4", "September 27 and 28".

    `nightly`: the sentence speaks of a night, which lies between two days.
    """
    day = _small(words[at]) if at < line.last else None
    if day is None:
        return [], at
    later = (
        _small(words[at + 2]) if at + 2 < line.last and (words[at + 1] in _DASHES or words[at + 1].isalpha()) else None
    )
    ends = nightly or at + 3 >= line.last or not words[at + 3][0].isalpha()
    if later is not None and later == day + 1 and ends:
        return [day, later], at + 3
    return [day], at + 1


def _year_of(sentence: Sentence, mark: Mark, month: int, day: int | None) -> int:
    """Return the year of a date without one: the last year it can be of, "of last year" the one before."""
    today = sentence.today
    if any(-_DATE_GAP <= one.first - mark.last <= _DATE_GAP for one in sentence.times("last_year", "of_year")):
        return today.year - 1
    passed = month <= today.month if day is None else (month, day) <= (today.month, today.day + 1)
    return today.year if passed or (month, day, today.month) == (1, 1, 12) else today.year - 1


def _digits(sentence: Sentence, mark: Mark) -> list[_Day]:
    """Read "24.02.2022"."""
    parts = sentence.tokens.words[mark.first].split(".")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return []
    year = int(parts[2])
    day = _date(year + 2000 if year < 100 else year, int(parts[1]), int(parts[0]))
    return [] if day is None else [_Day(mark.first, mark.last, day, True, sentence.since(mark.first, _DATE_GAP))]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _small(word: str) -> int | None:
    """Return the day of the month in "4", "4th", "4-го"."""
    match = _SMALL.match(word)
    day = int(match.group(1)) if match is not None else 0
    return day if 1 <= day <= 31 else None


def _year(word: str) -> int | None:
    match = _YEAR.fullmatch(word)
    year = int(match.group(1)) if match is not None else 0
    return year if year >= _FIRST_YEAR else None


# ---- "yesterday", "late Thursday", "two days ago" ----


def _relative(sentence: Sentence) -> list[Expression]:
    today, published = sentence.today, sentence.published
    before = today - timedelta(days=1)
    found: list[Expression] = []
    for mark in sentence.times("past_day", "yesterday", "today", "ago"):
        period: Period | None = None
        if mark.value == "past_day":
            # A count "for the past day" is of the day before (cases/README, "Dates").
            period = Period(at_time(before), published, TimePrecision.DAY)
        elif mark.value == "yesterday":
            period = day_of(before)
        elif mark.value == "ago":
            period = _ago(sentence, mark)
            if period is None:
                continue
        found.append(Expression(mark.first, mark.last, period))
    return found + _after(sentence) + _weekdays(sentence)


def _after(sentence: Sentence) -> list[Expression]:
    """Read "a day after the strike two more died": of the day it is told on, or of that of the strike."""
    found = []
    for mark in sentence.times("after"):
        day = sentence.today - timedelta(days=_days_between(sentence, mark) or 1)
        found.append(Expression(mark.first, mark.last, Period(at_time(day), sentence.published, TimePrecision.DAY)))
    return found


def _ago(sentence: Sentence, mark: Mark) -> Period | None:
    """Read "two days ago"."""
    days = _days_between(sentence, mark)
    return None if days is None else day_of(sentence.today - timedelta(days=days), background=days > 1)


def _days_between(sentence: Sentence, mark: Mark) -> int | None:
    """Return the number of days before "days ago", "days after"."""
    number = next((one.number for one in sentence.marks if one.kind == "number" and one.last == mark.first), None)
    return None if number is None or not 0 < number.low <= _LONGEST_AGO else number.low


def _weekdays(sentence: Sentence) -> list[Expression]:
    """Read weekdays as the last ones of their name; two in a row with a night between are that night."""
    today = sentence.today
    found: list[tuple[Mark, date]] = []
    for mark in sentence.times("weekday"):
        back = (today.weekday() - int(mark.attributes["number"])) % 7
        if back < _TO_COME:
            found.append((mark, today - timedelta(days=back)))
    if len(found) > 1 and (found[1][1] - found[0][1]).days == 1 and sentence.times("night", "morning", "evening"):
        first, last = found[0][0].first, found[1][0].last
        return [Expression(first, last, night_of(found[1][1], background=(today - found[1][1]).days > 1))]
    return [Expression(mark.first, mark.last, _of_weekday(sentence, mark, day)) for mark, day in found]


def _of_weekday(sentence: Sentence, mark: Mark, day: date) -> Period | None:
    """Return the period of a weekday; today's is the document's own, for what happened is told on it."""
    back = (sentence.today - day).days
    if back == 0:
        return night_of(day) if sentence.times("night") else None
    if back <= _RECENT and sentence.since(mark.first, _DATE_GAP):
        return Period(at_time(day), sentence.published, TimePrecision.DAY)
    return day_of(day, background=back > 1)
