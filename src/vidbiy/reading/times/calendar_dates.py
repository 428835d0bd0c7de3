"""What names of months and numbers make a date: "4 July", "July 4, 2025", "27 and 28 September", "24.02.2022"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vidbiy.reading.times.periods import Sentence
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line

__all__ = ["DASHES", "Day", "days_in_digits", "days_of_month", "year_in"]

_DATE_GAP = 2
_FIRST_YEAR = 2014
# "to", "bis", "по": what joins two days is no longer.
_JOINT = 3
# A day that comes within so many days is rather that one than the one a year ago.
_SOON = timedelta(days=14)
_SMALL = re.compile(r"(\d{1,2})(?:$|-?(?:st|nd|rd|th|го|е|й|ого|\.))")
_YEAR = re.compile(r"(20[1-3]\d)(?:-[^\W\d_]{1,3})?")  # "2024", "2024-го"
# "since the very beginning of 2025": so many words may stand between.
_SINCE_YEAR = 4
DASHES = frozenset({"—", "-"})


@dataclass(slots=True)
class Day:
    """A date in a sentence: a day, or a month where `exact` is false."""

    first: int
    last: int
    day: date
    exact: bool
    since: bool


def days_of_month(sentence: Sentence, mark: Mark) -> list[Day]:
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
    year = year_in(words[at]) if at < line.last else None
    if year is not None:
        at += 1
    month = int(mark.attributes["number"])
    since = sentence.since(first, _DATE_GAP if numbers else _SINCE_YEAR)
    found = []
    for number in numbers or (None,):
        day = _date(year or _year_of(sentence, mark, month, number), month, number or 1)
        if day is not None:
            found.append(Day(first, max(at, mark.last), day, number is not None, since))
    return found


def _days_before(words: Sequence[str], line: Line, at: int) -> tuple[list[int], int]:
    """Return the days right before a month, and where they begin: "4", "12.", "5–6", "28 to 29"."""
    if at - 1 > line.first and words[at - 1] == "." and words[at - 2].isdecimal():
        at -= 1
    day = _small(words[at - 1]) if at > line.first else None
    if day is None:
        return [], at
    joint = at - 2
    first = joint - 2 if joint - 2 >= line.first and words[joint - 1] == "." else joint - 1  # "12. bis 18."
    if first >= line.first and (words[joint] in DASHES or words[joint].isalpha()) and len(words[joint]) <= _JOINT:
        earlier = _small(words[first]) if words[first].isdecimal() else None
        if earlier is not None and day > earlier:
            return [earlier, day], first
    return [day], at - 1


def _days_after(words: Sequence[str], line: Line, at: int, *, nightly: bool) -> tuple[list[int], int]:
    """Return the days right after a month, and where they end: "July 4", "September 27 and 28".

    `nightly`: the sentence speaks of a night, which lies between two days.
    """
    day = _small(words[at]) if at < line.last else None
    if day is None:
        return [], at
    later = (
        _small(words[at + 2]) if at + 2 < line.last and (words[at + 1] in DASHES or words[at + 1].isalpha()) else None
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
    if day is not None and _is_soon(today, month, day):
        return today.year + (month < today.month)
    passed = month <= today.month if day is None else (month, day) <= (today.month, today.day + 1)
    return today.year if passed or (month, day, today.month) == (1, 1, 12) else today.year - 1


def _is_soon(today: date, month: int, day: int) -> bool:
    """Tell whether a day without its year comes so soon that it is rather a plan than a memory: "until Jan. 12"."""
    year = today.year + (month < today.month)
    coming = _date(year, month, day)
    return coming is not None and timedelta(days=1) < coming - today <= _SOON


def days_in_digits(sentence: Sentence, mark: Mark) -> list[Day]:
    """Read "24.02.2022"."""
    parts = sentence.tokens.words[mark.first].split(".")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return []
    year = int(parts[2])
    day = _date(year + 2000 if year < 100 else year, int(parts[1]), int(parts[0]))
    return [] if day is None else [Day(mark.first, mark.last, day, True, sentence.since(mark.first, _DATE_GAP))]


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


def year_in(word: str) -> int | None:
    """Return the year in "2024", "2024-го"; None where the word is none, or of before the war."""
    match = _YEAR.fullmatch(word)
    year = int(match.group(1)) if match is not None else 0
    return year if year >= _FIRST_YEAR else None
