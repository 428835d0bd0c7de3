"""What it costs to cross a sentence from a verb to what it counts: the more a token parts clauses, the more.

"Killed two people, and 30 houses" is near; "two people; a day later 30 houses" is far.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Protocol

from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["FAR", "NEAR", "Governor", "Stretch"]

# What it costs to cross a token on the way from a quantity to its action: the more it parts clauses, the more.
_MARKS = {",": 3.0, ";": 9.0, ":": 0.6, "|": 9.0, "—": 1.2, "-": 1.2, "(": 1.5, ")": 1.5, ".": 9.0, "\n": 0.5, "/": 0.4}
# "a block, which caught fire": the comma parts no more than the pronoun does.
_RELATIVE_COMMA = 0.5
_SIGNS = _MARKS | dict.fromkeys('"«»„“”', 0.2)
_WORD, _KNOWN, _STOP = 0.6, 0.3, 0.4
_KINDS, _REPORT = {"action": 2.5, "number": 0.8}, 4.0
_ROLES = {"relative": 2.0, "clause": 5.0, "and": 1.2, "or": 1.2, "aux": 0.1, "of": 0.2, "of_them": 0.2, "stop": 0.4}
# What words say of places alone; they part clauses by what else they are.
_PLACING = frozenset({"which", "via", "at"})
_VERBAL = frozenset({"aux", "perfect"})
# ", aged between 24 and 60,", ", including a child,": so many tokens may an insertion have.
_LONGEST_INSERTION = 10
# Farther than this, a quantity and an action in one sentence have nothing to do with each other.
FAR, NEAR = 14.0, 6.0


class Stretch(Protocol):
    """Anything that stands in the tokens [first, last): an action, a place."""

    @property
    def first(self) -> int:
        """The first token."""

    @property
    def last(self) -> int:
        """The token after the last one."""


# What a remark between dashes must not hold, to be one.
_SAYING = frozenset({"action", "number", "weapon", "site"})
# Who "two of them" are may say their ages too: "two of them — a girl of 4 and her aunt — were …".
_DOING = frozenset({"action", "weapon", "site"})


class Governor:
    """The costs of one sentence, and the action of each of its quantities."""

    __slots__ = ("_first", "_last", "_marks", "_sums", "_tokens")

    def __init__(self, tokens: Tokens, marks: Sequence[Mark], first: int, last: int) -> None:
        self._tokens, self._marks = tokens, marks
        self._first, self._last = first, last
        self._sums: list[float] = []  # found when a cost is first asked for: most sentences ask for none

    def _weights(self) -> list[float]:
        """Return what it costs to cross each token."""
        tokens, marks, first, last = self._tokens, self._marks, self._first, self._last
        words = tokens.words
        weights = [_SIGNS.get(word, _WORD) for word in words[first:last]]
        for mark in marks:
            at = mark.first
            if words[at] in _MARKS or (mark.value in _PLACING and mark.kind == "role"):
                continue  # ", der": the comma goes on parting clauses
            weights[at - first] = _weight(mark)
            for token in range(at + 1, min(mark.last, last)):
                weights[token - first] = 0.0
            if mark.value == "relative" and mark.kind == "role" and at > first and words[at - 1] == ",":
                weights[at - 1 - first] = _RELATIVE_COMMA
        for comma in _after_births(tokens, marks, last):
            weights[comma - first] = min(weights[comma - first], _RELATIVE_COMMA)
        for comma, closing in _insertions(tokens, marks, first, last):
            weights[comma - first : closing + 1 - first] = [0.0] * (closing + 1 - comma)
        return weights

    def cost(self, action: Stretch, first: int, last: int) -> float:
        """Return the cost of the way between `action` and the tokens [first, last); 0 where they touch or overlap."""
        if not self._sums:
            self._sums = [0.0, *accumulate(self._weights())]
        if action.last <= first:
            return self._sums[first - self._first] - self._sums[action.last - self._first]
        if action.first >= last:
            return self._sums[min(action.first, self._last) - self._first] - self._sums[last - self._first]
        return 0.0


def _weight(mark: Mark) -> float:
    """Return what it costs to cross a mark."""
    if mark.kind == "role":
        return _ROLES.get(mark.value, _STOP)
    if mark.kind == "report":
        return _REPORT if mark.value == "verbs" else _KNOWN
    return _KINDS.get(mark.kind, _KNOWN)


def _after_births(tokens: Tokens, marks: Sequence[Mark], last: int) -> list[int]:
    """Return the commas that only close a year of birth: "водитель 1979 года рождения, получил травмы"."""
    ends = [mark.last for mark in marks if mark.kind == "role" and mark.value == "years"]
    return [
        end + 1 for end in ends if end + 1 < last and tokens.words[end + 1] == "," and tokens.words[end][0].isalpha()
    ]


def _insertions(tokens: Tokens, marks: Sequence[Mark], first: int, last: int) -> list[tuple[int, int]]:
    """Return the commas around each insertion between a subject and its verb: "three men, aged 20 to 60, were killed"."""
    asides = _asides(tokens, marks, first, last)
    commas = [at for at, word in enumerate(tokens.words[first:last], first) if word == ","]
    if len(commas) < 2:
        return asides
    opening = {mark.first for mark in marks if _opens_insertion(mark)}
    attributing = {mark.first for mark in marks if _is_attribution(mark)}
    verbs = {mark.first for mark in marks if mark.kind == "action" or (mark.kind == "role" and mark.value in _VERBAL)}
    return asides + [
        (comma, closing)
        for comma, closing in pairwise(commas)
        if closing - comma <= _LONGEST_INSERTION
        and (
            comma + 1 in attributing
            or (comma + 1 in opening and closing + 1 in verbs and _acts_not(marks, comma, closing))
        )
    ]


def _acts_not(marks: Sequence[Mark], first: int, last: int) -> bool:
    """Tell whether nothing is done between: "12 сбиты, 8 подавлены, уничтожены два" are three clauses."""
    return not any(mark.kind == "action" and first < mark.first < last for mark in marks)


def _is_attribution(mark: Mark) -> bool:
    """Tell whether the mark begins what a sentence can do without: "according to", "unfortunately"."""
    return (mark.kind, mark.value) in (("report", "according"), ("role", "aside"))


def _asides(tokens: Tokens, marks: Sequence[Mark], first: int, last: int) -> list[tuple[int, int]]:
    """Return the brackets that hold an age or a place and count nothing: "the driver (34) was killed"."""
    words = tokens.words[first:last]
    dashed = _between_dashes(tokens, marks, first, last) if words.count("—") > 1 else []
    if "(" not in words or ")" not in words:
        return dashed
    brackets: list[tuple[int, int]] = []
    opened = -1
    for at in range(first, last):
        if tokens.words[at] == "(":
            opened = at
        elif tokens.words[at] == ")" and opened >= 0:
            brackets.append((opened, at))
            opened = -1
    return dashed + [
        (opening, closing)
        for opening, closing in brackets
        if closing - opening <= _LONGEST_INSERTION
        and _is_aside([mark for mark in marks if opening < mark.first < closing])
    ]


def _between_dashes(tokens: Tokens, marks: Sequence[Mark], first: int, last: int) -> list[tuple[int, int]]:
    """Return the pairs of dashes around a remark that counts nothing: "thousands — most of them civilians — died"."""
    dashes = [at for at in range(first, last) if tokens.words[at] == "—"]
    of_them = {mark.last for mark in marks if mark.kind == "role" and mark.value in ("of_them", "include")}
    return [
        (opening, closing)
        for opening, closing in pairwise(dashes)
        if 1 < closing - opening <= _LONGEST_INSERTION
        and not any(
            mark.kind in (_DOING if opening in of_them else _SAYING) and opening < mark.first < closing
            for mark in marks
        )
    ]


def _is_aside(marks: Sequence[Mark]) -> bool:
    kinds = {mark.kind for mark in marks}
    if kinds & {"action", "weapon", "person", "site"}:
        return False
    aged = any(mark.kind == "role" and mark.value == "years" for mark in marks)
    return aged if "number" in kinds else "place" in kinds


def _opens_insertion(mark: Mark) -> bool:
    if mark.kind == "void":
        return mark.value == "age"
    return mark.kind in ("article", "number", "report") or (
        mark.kind == "role" and mark.value in ("include", "locative")
    )
