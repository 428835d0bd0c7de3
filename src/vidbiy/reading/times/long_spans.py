"""Spans of time that are longer than an attack: "since the invasion", "in 2023", "last month"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from vidbiy.model import TimePrecision
from vidbiy.reading.times.calendar_dates import year_in
from vidbiy.reading.times.periods import DAY_ENDS, Expression, Period, Sentence, at_time

__all__ = ["SINCE_GAP", "long_spans", "open_since", "ranked", "whole_war"]

# The full-scale invasion began on this day; "since the invasion" counts from it.
_INVASION = date(2022, 2, 24)
# "Since" stands at most so many tokens before what it is since ("since the very start of the invasion").
SINCE_GAP = 6
_SPANS = ("past_week", "last_month", "this_month", "this_year", "last_year")
_RANKING = frozenset({"record", "superlative"})
# "since the very beginning of 2025": so many words may stand between.
_SINCE_YEAR = 4


def open_since(day: date, published: datetime) -> Period:
    """Return the time since a day, which goes on: what is summed up over it is no figure of tonight."""
    return Period(at_time(day), published, TimePrecision.OPEN, background=True)


def whole_war(sentence: Sentence) -> list[Expression]:
    """Read "since the invasion" and "over the whole war", but for "the heaviest attack since the invasion"."""
    found = sentence.times("whole_war")
    found += [mark for mark in sentence.times("invasion") if sentence.since(mark.first, SINCE_GAP)]
    return [
        Expression(mark.first, mark.last, open_since(_INVASION, sentence.published))
        for mark in found[:1]
        if not ranked(sentence, mark.first)
    ]


def _since_years(sentence: Sentence) -> list[Expression]:
    """Read "since 2022", "із початку 2022 року", but for the rank of an attack ("the heaviest since 2023")."""
    found = []
    for mark in sentence.times("since"):
        at = _year_behind(sentence, mark.last)
        year = None if at is None else year_in(sentence.tokens.words[at])
        if at is not None and year is not None and year <= sentence.today.year and not ranked(sentence, mark.first):
            since = open_since(max(date(year, 1, 1), _INVASION), sentence.published)
            found.append(Expression(mark.first, at + 1, since, total=True))
    return found


def _years(sentence: Sentence, dated: Sequence[Expression]) -> list[Expression]:
    """Read a year that is over, without a month: "в 2023 году", "w 2023 roku"."""
    words, found = sentence.tokens.words, []
    for mark in sentence.times("of_year", "whole_year"):
        at = mark.first - 1
        year = year_in(words[at]) if at >= sentence.line.first else None
        if year is None or year >= sentence.today.year or sentence.since(at, SINCE_GAP) or ranked(sentence, at):
            continue
        if any(one.first <= at < one.last for one in dated) or _names_season(
            sentence, at, whole=mark.value == "whole_year"
        ):
            continue
        first, last = at_time(date(year, 1, 1)), at_time(date(year, 12, 31), DAY_ENDS)
        found.append(Expression(at, mark.last, Period(first, last, TimePrecision.MONTH, background=True)))
    return found


def _names_season(sentence: Sentence, at: int, *, whole: bool) -> bool:
    """Tell whether the year is only whose: "женщина 1958 года рождения", "выпускник 2020 года".

    A `whole` one stands behind its preposition and a word at most: "за весь 2024 рік".
    """
    before, reach = ({"stop"}, (at - 1, at)) if whole else ({"locative", "inside"}, (at,))
    return not any(mark.last in reach and mark.value in before for mark in sentence.marks)


def _year_behind(sentence: Sentence, first: int) -> int | None:
    """Return where a year stands at token `first`, or behind a few words that are no time ("the start of 2025")."""
    words, timed = sentence.tokens.words, {mark.first for mark in sentence.times("month", "weekday")}
    for at in range(first, min(first + _SINCE_YEAR, sentence.line.last)):
        if year_in(words[at]) is not None:
            return at
        if not words[at].isalpha() or at in timed:
            break
    return None


def ranked(sentence: Sentence, at: int) -> bool:
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
        if not (mark.value == "last_year" and months) and not ranked(sentence, mark.first)
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
        "this_month": open_since(first, published),
        "this_year": open_since(year, published),
        "last_year": last_year,
    }
    return [Expression(mark.first, mark.last, periods[mark.value], total=True) for mark in marks]


def long_spans(sentence: Sentence, dated: Sequence[Expression]) -> list[Expression]:
    """Return the spans that a sentence names beside its dates; those since the invasion are `whole_war`'s."""
    months = {expression.first for expression in dated}
    return _since_years(sentence) + _years(sentence, dated) + _spans(sentence, months)
