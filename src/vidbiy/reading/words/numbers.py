"""Numbers: digits, number words and vague quantities, read as intervals of integers.

What looks like a number and counts nothing (a clock time, a date, a decimal, a code that begins with 0, an ordinal, a
percentage) gets a kind of its own, so that no later rule takes it for a count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.patterns import Entry
from vidbiy.reading.words.text import Tokens

__all__ = ["Number", "NumberReader"]

# Longer digit runs are identifiers, and converting them would take quadratic time.
_MOST_DIGITS = 9
_MEMO_LIMIT = 100_000
_NUMERALS = frozenset({"number", "multiplier", "vague"})
_DIGITS = re.compile(r"(\d+(?:[.,:]\d+)*)-?(.*)", re.DOTALL)
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?")
_POINT_CLOCK = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_GROUPED = {",": re.compile(r"\d{1,3}(?:,\d{3})+"), ".": re.compile(r"\d{1,3}(?:\.\d{3})+")}
_DECIMAL = re.compile(r"\d+[.,]\d+")


@dataclass(slots=True)
class Number:
    """A number in the tokens [first, last).

    ``kind`` is ``count``, or what else the digits are: ``clock``, ``date``, ``ordinal``, ``decimal``, ``code``,
    ``compound`` ("12-year-old"). ``people``: the word counts people only. Bounds as in DESIGN: ``high`` None is no
    upper bound.
    """

    kind: str
    first: int
    last: int
    low: int
    high: int | None
    approx: bool = False
    words: bool = False
    people: bool = False


@dataclass(slots=True)
class _Digits:
    """What a word of digits is by itself; with its suffix, a count is `suffixed` and `scale` times as much."""

    body: str
    kind: str
    value: int
    suffixed: str
    scale: int
    plain: bool  # more digits may follow


class NumberReader:
    """Reads the number that begins at a token, by one language's words."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        self._patterns = pack.patterns
        self._split: dict[str, int | None] = {}
        self._digit_words: dict[str, _Digits] = {}

    def read(self, tokens: Tokens, at: int, found: Sequence[tuple[int, Entry]]) -> Number | None:
        """Return the number that begins at token `at`; `found` is what the patterns found there."""
        word = tokens.words[at]
        if word[0].isdecimal():
            return self._digits(tokens, at)
        kinds = {entry.kind: (length, entry) for length, entry in found}
        if "vague" in kinds:
            length, entry = kinds["vague"]
            return Number("count", at, at + length, entry.attributes["low"], entry.attributes["high"], words=True)
        if "number" in kinds or "multiplier" in kinds:
            return self._words(tokens, at)
        if "article" in kinds:
            return self._after_article(tokens, at)
        compound = self.compound(word)
        if compound is not None:
            return Number("count", at, at + 1, compound[0], compound[1], words=True)
        return None

    def _after_article(self, tokens: Tokens, at: int) -> Number | None:
        """Read "a hundred and twenty": before such a word, the article is one."""
        following = self._number_word(tokens, at + 1)
        if following is None or following[0] != "multiplier":
            return None
        number = self._words(tokens, at + 1)
        number.first = at
        return number

    # ---- digits ----

    def _digits(self, tokens: Tokens, at: int) -> Number:
        word = tokens.words[at]
        try:
            digits = self._digit_words[word]
        except KeyError:
            digits = self._digit_words[word] = self._shape(word)
        kind, value, last = digits.kind, digits.value, at + 1
        if value == 0 and kind == "count" and last < len(tokens) and tokens.words[last].isdecimal():
            kind = "code"  # a telephone number: "0 800 300 135"
        elif kind == "count":
            kind, value = digits.suffixed, value * digits.scale
        if kind == "count" and digits.plain:
            value, last = self._groups(tokens, at, value)
        if kind in ("count", "decimal"):
            kind, value, last = self._multiplied(tokens, kind, digits.body, value, last)
        return Number(kind, at, last, value, value)

    def _shape(self, word: str) -> _Digits:
        if len(self._digit_words) > _MEMO_LIMIT:
            self._digit_words.clear()
        match = _DIGITS.fullmatch(word)
        body, suffix = (match.group(1), match.group(2)) if match else (word, "")
        kind, value = self._value(body)
        suffixed, scale = self._suffixed(suffix) if suffix else ("count", 1)
        return _Digits(body, kind, value, suffixed, scale, plain=body.isdecimal() and scale == 1)

    def _value(self, body: str) -> tuple[str, int]:
        if body.isdecimal():
            if len(body) > _MOST_DIGITS or (len(body) > 1 and body[0] == "0"):
                return "code", 0
            return "count", int(body)
        if _CLOCK.fullmatch(body):
            return "clock", 0
        if _DATE.fullmatch(body):
            return "date", 0
        separator = self._pack.thousands
        if separator in _GROUPED and len(body) <= _MOST_DIGITS + 3 and _GROUPED[separator].fullmatch(body):
            return "count", int(body.replace(separator, ""))
        return ("decimal", 0) if _DECIMAL.fullmatch(body) else ("code", 0)

    def _suffixed(self, suffix: str) -> tuple[str, int]:
        """Return what a count is with that suffix, and how many times as much."""
        if suffix in self._pack.number_suffixes:
            return "count", 1
        if suffix in self._pack.ordinal_suffixes:
            return "ordinal", 1
        scale = self._multiplier(suffix)
        return ("count", scale) if scale > 1 else ("compound", 1)

    def _multiplier(self, word: str) -> int:
        for length, entry in self._patterns.find([word], 0):
            if entry.kind == "multiplier" and length == 1:
                return int(entry.value)
        return 1

    def _groups(self, tokens: Tokens, at: int, value: int) -> tuple[int, int]:
        """Join "1 350", thousands parted by a single blank."""
        last = at + 1
        if len(tokens.words[at]) > 3 or value == 0:
            return value, last
        while last < len(tokens) and last - at < 3:
            group = tokens.words[last]
            if not (len(group) == 3 and group.isdecimal() and tokens.blanks(last) == 1):
                break
            value = value * 1000 + int(group)
            last += 1
        return value, last

    def _multiplied(self, tokens: Tokens, kind: str, body: str, value: int, last: int) -> tuple[str, int, int]:
        """Read "340 тис.", "1.4 million"."""
        if last >= len(tokens) or not self._scales(tokens.words[last]):
            return kind, value, last
        for length, entry in self._patterns.find(tokens.words, last):
            if entry.kind in ("multiplier", "vague", "number") and entry.value.split(".")[0] in _THOUSANDS:
                factor = _THOUSANDS[entry.value.split(".")[0]]
                if factor < 1000:
                    continue
                if kind == "decimal":
                    whole, _, part = body.replace(",", ".").partition(".")
                    value = int(whole) * factor + int(part) * factor // 10 ** len(part) if len(part) < 5 else 0
                else:
                    value *= factor
                return "count", *self._rest(tokens, value, factor, self._point(tokens, last + length))
        return kind, value, last

    def _rest(self, tokens: Tokens, value: int, factor: int, last: int) -> tuple[int, int]:
        """Join the rest of a number whose thousands are written as a word: "60 тис. 450"."""
        rest = tokens.words[last] if last < len(tokens) else ""
        joins = rest.isdecimal() and len(rest) == _REST and tokens.blanks(last) == 1 and value % factor == 0
        more = last + 1 < len(tokens) and self._scales(tokens.words[last + 1])
        return (value, last) if not joins or more or factor != 1000 else (value + int(rest), last + 1)

    def _scales(self, word: str) -> bool:
        """Tell whether a number word may begin with `word`."""
        head = self._patterns.head(word)
        return head is not None and not head.kinds.isdisjoint(_NUMERALS)

    def _point(self, tokens: Tokens, last: int) -> int:
        """Take in the point of an abbreviation, as in "тис."."""
        if last < len(tokens) and tokens.words[last] == "." and tokens.words[last - 1] in self._pack.abbreviations:
            return last + 1
        return last

    # ---- words ----

    def _number_word(self, tokens: Tokens, at: int) -> tuple[str, int, int] | None:
        """Return the kind, value and length of the number word at `at`."""
        if at >= len(tokens):
            return None
        found = self._patterns.find(tokens.words, at) if self._scales(tokens.words[at]) else ()
        for length, entry in found:
            if entry.kind in ("number", "multiplier"):
                return entry.kind, int(entry.value), length
            if (
                entry.kind == "vague"
                and entry.attributes["low"] in (2000, 200, 20)
                and entry.attributes["high"] is None
            ):
                # "тисячі" is vague alone and a multiplier after a number.
                return "multiplier", entry.attributes["low"] // 2, length
        compound = self.compound(tokens.words[at])
        if compound is not None and compound[0] == compound[1]:
            return "number", compound[0], 1
        return None

    def _words(self, tokens: Tokens, at: int) -> Number:
        total, group, last, smallest = 0, 0, at, 10**9
        while True:
            step = last
            if last > at and step < len(tokens) and tokens.words[step] in self._pack.number_glue:
                step += 1
            word = self._number_word(tokens, step)
            if word is None:
                break
            kind, value, length = word
            if kind == "number":
                if step > last and smallest < 100:
                    break  # "five and six" are two numbers
                if last > at and not (value < smallest and (smallest >= 100 or (smallest >= 20 and value < 10))):
                    break
                group += value
                smallest = min(smallest, value)
            elif last == at and value < 1000:
                group = value
            elif value >= 1000:
                total += max(group, 1) * value
                group, smallest = 0, value
            else:
                group = max(group, 1) * value
                smallest = value
            last = self._point(tokens, step + length)
        value = total + group
        people = tokens.words[at] in self._pack.collectives
        return Number("count", at, last, value, value, words=True, people=people)

    def compound(self, word: str) -> tuple[int, int] | None:
        """Return the bounds of word made of several: "twenty-three", "dreiundzwanzig", the range "п'ять-шість"."""
        if word in self._split:
            value = self._split[word]
            return None if value is None else (value, value)
        words = self._pack.number_words
        if "-" in word:
            parts = word.split("-")
            values = [words.get(part) for part in parts]
            if len(parts) == 2 and values[0] is not None and values[1] is not None:
                tens, unit = values[0], values[1]
                if tens >= 20 and tens % 10 == 0 and 0 < unit < 10:
                    return self._remember(word, tens + unit)
                return (tens, unit) if 0 < tens < unit else None
            return None
        return self._remember(word, self._glued(word))

    def _remember(self, word: str, value: int | None) -> tuple[int, int] | None:
        if len(self._split) < _MEMO_LIMIT:
            self._split[word] = value
        return None if value is None else (value, value)

    def _glued(self, word: str) -> int | None:
        if not self._pack.number_glue or not 6 <= len(word) <= 40:
            return None
        words = self._pack.number_words
        for glue in self._pack.number_glue:
            unit, found, tens = word.partition(glue)
            if found and unit in words and tens in words and words[unit] < 10 <= words[tens] < 100:
                return words[unit] + words[tens]
        for power, names in ((1000, "tausend"), (100, "hundert")):
            head, found, tail = word.partition(names)
            if not found:
                continue
            front = 1 if not head else words.get(head) or self._glued(head)
            back = 0 if not tail else words.get(tail.removeprefix("und")) or self._glued(tail)
            if front is not None and back is not None:
                return front * power + back
        return None


_REST = 3  # digits below a thousand
_THOUSANDS = {"1000": 1000, "2000": 1000, "1000000": 1_000_000, "100": 100}
