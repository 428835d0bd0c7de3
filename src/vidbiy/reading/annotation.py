"""Annotations: what each stretch of a text is, found once, before any rule looks at it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.places import Gazetteer, PlaceMatch
from vidbiy.reading.numbers import Number, NumberReader
from vidbiy.reading.text import Tokens

__all__ = ["Annotations", "Annotator", "Mark"]

_MEMO_LIMIT = 200_000
_NUMERALS = frozenset({"number", "multiplier", "vague"})
_NONE: Mapping[str, Any] = MappingProxyType({})


class Mark:
    """One annotation: its kind, its value, and the tokens [first, last) that it covers.

    Kinds: ``number``, ``qualifier``, ``weapon``, ``person``, ``site``, ``noun``, ``service``, ``action``, ``place``,
    ``time``, ``source``, ``office``, ``report``, ``role``, ``void``, ``ignore``, ``animals``, ``article``.
    """

    __slots__ = ("attributes", "first", "kind", "last", "number", "place", "value")

    def __init__(
        self, kind: str, value: str, first: int, last: int, attributes: Mapping[str, Any] = _NONE
    ) -> None:
        self.kind = kind
        self.value = value
        self.first = first
        self.last = last
        self.attributes = attributes
        self.number: Number | None = None
        self.place: PlaceMatch | None = None

    def __repr__(self) -> str:
        """Show the kind, the value and the tokens."""
        return f"{self.kind}:{self.value}[{self.first}:{self.last}]"


class Annotations:
    """The marks of a text in the order of their first tokens; several may begin at one token."""

    __slots__ = ("_firsts", "marks", "tokens")

    def __init__(self, tokens: Tokens, marks: list[Mark]) -> None:
        self.tokens = tokens
        self.marks = marks
        self._firsts = [mark.first for mark in marks]

    def between(self, first: int, last: int) -> list[Mark]:
        """Return the marks that begin within the tokens [first, last)."""
        return self.marks[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]


class Annotator:
    """Finds all annotations of a text in one pass over its tokens."""

    def __init__(self, pack: LanguagePack, places: Gazetteer) -> None:
        self._patterns = pack.patterns
        self._numbers = NumberReader(pack)
        self._places = places
        self._plain: dict[str, bool] = {}  # the words that are in no pattern and no number

    def annotate(self, tokens: Tokens) -> Annotations:
        """Return the annotations of `tokens`."""
        marks: list[Mark] = []
        words, raw = tokens.words, tokens.raw
        at, total = 0, len(words)
        while at < total:
            word = words[at]
            plain = self._plain.get(word)
            if plain is None:
                plain = self._remember(word)
            # Most words are in no pattern and in no name: they cost one look-up.
            if plain and not raw[at][0].isupper():
                at += 1
            elif plain:
                at = self._name(tokens, at, 1, marks)
            else:
                at = self._known(tokens, at, marks)
        return Annotations(tokens, marks)

    def _remember(self, word: str) -> bool:
        if len(self._plain) > _MEMO_LIMIT:
            self._plain.clear()
        plain = not (word[0].isdigit() or self._patterns.begins(word) or self._numbers.compound(word) is not None)
        self._plain[word] = plain
        return plain

    def _known(self, tokens: Tokens, at: int, marks: list[Mark]) -> int:
        """Annotate a token that begins a pattern or a number; return where to go on."""
        found = self._patterns.find(tokens.words, at)
        number = self._numbers.read(tokens, at, found)
        if number is not None and not any(length > number.last - at for length, _ in found):
            mark = Mark("number", number.kind, at, number.last)
            mark.number = number
            marks.append(mark)
            return number.last
        length = 1
        for size, entry in found:
            if entry.kind not in _NUMERALS:
                marks.append(Mark(entry.kind, entry.value, at, at + size, entry.attributes))
                length = max(length, size)
        if tokens.raw[at][0].isupper():
            return self._name(tokens, at, length, marks)
        return at + length

    def _name(self, tokens: Tokens, at: int, length: int, marks: list[Mark]) -> int:
        """Annotate the place named at a capitalised token, if the name is as long as what was found there."""
        place = self._places.match(tokens.raw, at)
        if place is None or place.length < length:
            return at + length
        mark = Mark("place", place.candidates[0].id, at, at + place.length)
        mark.place = place
        marks.append(mark)
        return at + place.length
