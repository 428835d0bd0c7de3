"""What the words of a sentence say of time: its dates, weekdays and spans, each as a period.

"У ніч на 4 липня" is a night, "since February 2022" a span that is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from vidbiy.model import TimePrecision
from vidbiy.reading.times.calendar_dates import DASHES, Day, days_in_digits, days_of_month
from vidbiy.reading.times.long_spans import SINCE_GAP, long_spans, open_since, ranked, whole_war
from vidbiy.reading.times.periods import DAY_ENDS, NIGHT_STARTS, Expression, Period, Sentence, at_time, day_of, night_of
from vidbiy.reading.words.annotation import Mark

__all__ = ["read_expressions"]

# A weekday so many days back is rather one to come ("Saturday would be a day of mourning").
_TO_COME = 5
# What is since such a day is the attack itself, not a sum over time ("since 18:00 on the 3rd").
_RECENT = 2
# "since late Thursday": "since" stands at most so many tokens before a weekday.
_SINCE_DAY_GAP = 2
_RANGE_GAP = 3
# "32 days ago" is a month ago, and of no attack that is reported.
_LONGEST_AGO = 31
# "January to April", "січні–квітні": so many tokens stand between two months that are one span.
_MONTHS_GAP = 1


def read_expressions(sentence: Sentence) -> list[Expression]:
    """Return the times that a sentence names, in their order."""
    if not any(mark.kind == "time" or mark.value == "date" for mark in sentence.marks):
        return []
    war = whole_war(sentence)
    # "since the invasion began in February 2022" is one time, not two.
    dated = [one for one in _dated(sentence) if not any(0 <= one.first - since.last <= SINCE_GAP for since in war)]
    found = dated + war + long_spans(sentence, dated)
    sums = any(one.period is not None and one.period.precision is TimePrecision.OPEN for one in found)
    if not sums and not any(expression.exact for expression in dated):
        found += _relative(sentence)
    elif not sums:
        found += [Expression(mark.first, mark.last, None) for mark in sentence.times("today")] + _after(sentence)
    return sorted(found, key=lambda expression: expression.first)


# ---- dates ----


def _dated(sentence: Sentence) -> list[Expression]:
    days = [day for mark in sentence.times("month") for day in days_of_month(sentence, mark)]
    for mark in sentence.marks:
        if mark.kind == "number" and mark.value == "date":
            days += days_in_digits(sentence, mark)
    days = [
        replace(day, since=False) if day.since and _tells_of(sentence, day) else day
        for day in days
        if not (day.since and ranked(sentence, day.first)) or _tells_of(sentence, day)
    ]
    # What is to come has not happened.
    days = [day for day in days if day.day <= sentence.today + timedelta(days=1)]
    days.sort(key=lambda day: day.first)
    exact = [day for day in days if day.exact]
    months = _months(sentence, [day for day in days if not day.exact])
    found = [expression for month in months if (expression := _month(sentence, *month)) is not None]
    while exact:
        joined = exact[:2] if len(exact) > 1 and _joined(exact[0], exact[1]) else exact[:1]
        found.append(Expression(joined[0].first, joined[-1].last, _of_days(sentence, joined), exact=True))
        exact = exact[len(joined) :]
    return found


def _tells_of(sentence: Sentence, day: Day) -> bool:
    """Tell whether the text goes on with what happened on that day: "the first strike since June 20, when eight died"."""
    at = day.last
    if at < sentence.line.last and sentence.tokens.words[at] == ",":
        at += 1
    return day.exact and any(mark.first == at and mark.value == "clause" for mark in sentence.marks)


def _joined(one: Day, other: Day) -> bool:
    """Tell whether two dates are one span ("20 to 26 December", "the night of the 4th (since the 3rd)")."""
    gap = other.first - one.last
    return gap <= _RANGE_GAP or (abs((other.day - one.day).days) == 1 and gap <= 2 * _RANGE_GAP)


def _of_days(sentence: Sentence, days: Sequence[Day]) -> Period:
    """Return the period of one date, or of two that are one span."""
    today, published = sentence.today, sentence.published
    low, high = min(day.day for day in days), max(day.day for day in days)
    background = (today - high).days > 1
    if days[0].since and len(days) == 1:
        recent = Period(at_time(low), max(published, at_time(low, DAY_ENDS)), TimePrecision.DAY)
        return recent if (today - low).days <= _RECENT else open_since(low, published)
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


def _months(sentence: Sentence, months: Sequence[Day]) -> list[tuple[Day, Day]]:
    """Return the months without a day, each with the one that ends its span: "between January and April", or itself."""
    found: list[tuple[Day, Day]] = []
    for month in months:
        before = found[-1][1] if found else None
        between = [] if before is None else sentence.tokens.words[before.last : month.first]
        joined = len(between) == _MONTHS_GAP and (between[0] in DASHES or between[0].isalpha())
        if before is not None and joined and before.day < month.day:
            found[-1] = (found[-1][0], month)
        else:
            found.append((month, month))
    return found


def _month(sentence: Sentence, month: Day, end: Day) -> Expression | None:
    """Read a month without a day: the sum over it and those up to `end`, or since it began."""
    today = sentence.today
    if month.since and end is month:
        return Expression(month.first, month.last, open_since(month.day, sentence.published))
    if (month.day.year, month.day.month) == (today.year, today.month):
        return None
    last = (end.day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    period = Period(at_time(month.day), at_time(last, DAY_ENDS), TimePrecision.MONTH, background=True)
    return Expression(month.first, end.last, period)


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
    if back <= _RECENT and sentence.since(mark.first, _SINCE_DAY_GAP):
        return Period(at_time(day), sentence.published, TimePrecision.DAY)
    return day_of(day, background=back > 1)
