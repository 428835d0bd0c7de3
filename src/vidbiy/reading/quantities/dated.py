"""Numbers that are days, years or hours: "Nov 5", "in 2023", "3 a.m.", "ліквідували до 6"."""

from __future__ import annotations

from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["is_dated", "is_hour", "month_next", "rises"]

_HOURS = 24
_CLOCK_HOURS = 12
_PUTTING = frozenset({"rise", "figure", "aux"})
_STANDING = frozenset({"stood", "stands", "toll", "put", "estimated", "dead", "wounded", "injured", "killed"})
_LAST_DAY = 31
# A number without a noun in these bounds is a year.
_FIRST_YEAR, _LAST_YEAR = 1900, 2039
# "зросла за ніч у місті Суми щонайменше до": so far may a verb of growth stand before its "to".
_RISE_REACH = 6


def is_dated(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether the number is a day, a year or an hour ("Nov 5", "in 2023", "3 a.m.")."""
    if month_next(sentence, mark.last) or _opens_date_range(sentence, mark):
        return True
    words = sentence.words
    if (
        mark.last + 1 < sentence.last
        and words[mark.last] == "."
        and words[mark.last + 1] in sentence.pack.ordinal_nouns
    ):
        return True  # "im 16. Stock"
    if mark.number is None or mark.number.words:
        return False
    before = sentence.before(mark.first, "time")
    if before is None and mark.first - 1 > sentence.first and sentence.words[mark.first - 1] == ".":
        before = sentence.before(mark.first - 1, "time")
    if before is not None and before.value in ("month", "at_hour") and mark.number.low <= _LAST_DAY:
        return not _has_day(sentence, before)
    if _closes_date_range(sentence, mark):
        return True
    return (
        _FIRST_YEAR <= mark.number.low <= _LAST_YEAR
        and mark.last - mark.first == 1
        and sentence.noun(mark.last) is None
    )


def _has_day(sentence: Sentence, month: Mark) -> bool:
    """Tell whether the month has its day before it: in "на ранок 7 липня 13 із них" 13 are people."""
    if sentence.pack.capital_months:
        return False
    day = sentence.before(month.first, "number")
    return day is not None and day.number is not None and day.number.low <= _LAST_DAY


def is_hour(sentence: Sentence, mark: Mark, quantity: Quantity) -> bool:
    """Tell whether a number that counts nothing named is an hour: "ликвидировали к шести", "спасали до 7"."""
    if quantity.cls is not None or mark.number is None or mark.number.low > _HOURS:
        return False
    by_hour = sentence.role_before(mark.first, "by_hour")
    if by_hour is None or sentence.at(mark.last, "action") is not None:
        return False
    if sentence.pack.word_order:
        return _at_hour(sentence, mark, by_hour)
    return not rises(sentence, by_hour.first)


def _at_hour(sentence: Sentence, mark: Mark, by_hour: Mark) -> bool:
    """Tell whether "at seven" is a time: a verb of ours, no toll that "stands at seven", is before it, and nothing behind."""
    number, words = mark.number, sentence.words
    if number is None or not number.words or number.low != number.high or number.low > _CLOCK_HOURS:
        return False
    ends = (
        mark.last >= sentence.last or not words[mark.last][0].isalnum() or sentence.role(mark.last, "and") is not None
    )
    before = by_hour.first
    told = any(one.last <= before for kind in ("action", "person") for one in sentence.of_kind(kind))
    marks = sentence.finish.get(before, ())
    put = any(one.kind == "report" or one.value in _PUTTING or one.attributes.get("noun") for one in marks)
    return ends and told and not put and words[before - 1] not in _STANDING and not sentence.of_role("figure")


def _opens_date_range(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether a day and a month follow behind "to", "and": "the night of 27 to 28 August"."""
    if (
        mark.number is None
        or mark.number.low > _LAST_DAY
        or sentence.role(mark.last, "and", "stop", "locative") is None
    ):
        return False
    other = sentence.at(mark.last + 1, "number")
    return other is not None and month_next(sentence, other.last)


def _closes_date_range(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether a month and a day stand before "and", "to": "between March 24 and 29"."""
    if mark.number is None or mark.number.low > _LAST_DAY or sentence.noun(mark.last) is not None:
        return False
    joint = sentence.role_before(mark.first, "and", "stop")
    day = None if joint is None else sentence.before(joint.first, "number")
    month = None if day is None or day.number is None else sentence.before(day.first, "time")
    return month is not None and month.value == "month" and sentence.at(mark.last, "action") is None


def month_next(sentence: Sentence, token: int) -> bool:
    """Tell whether what follows makes a day or an hour of the number ("5 November", "2–3 April", "3 a.m.")."""
    after = sentence.at(token, "time")
    return after is not None and after.value in ("month", "am", "pm", "of_year", "clock")


def rises(sentence: Sentence, token: int) -> bool:
    """Tell whether a verb of growth before `token` makes "to 18" the figure reached, not a bound ("зросла до 18")."""
    return any(token - _RISE_REACH <= mark.first < token for mark in sentence.of_role("rise"))
