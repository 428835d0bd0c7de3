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

    def annotate(self, tokens: Tokens) -> Annotations:
        """Return the annotations of `tokens`."""
        marks: list[Mark] = []
        words = tokens.words
        heads, read, match = self._patterns.heads, self._numbers.read, self._places.match
        at, total = 0, len(words)
        while at < total:
            word = words[at]
            found = self._patterns.find(words, at) if heads(word) else []
            number = read(tokens, at, found) if found or word[0].isdigit() or "-" in word or len(word) > 6 else None
            if number is not None and not any(length > number.last - at for length, _ in found):
                mark = Mark("number", number.kind, at, number.last)
                mark.number = number
                marks.append(mark)
                # The words of "в одному" may also be a place's; a number's never are.
                at = number.last
                continue
            length = 1
            for size, entry in found:
                if entry.kind not in ("number", "multiplier", "vague"):
                    marks.append(Mark(entry.kind, entry.value, at, at + size, entry.attributes))
                    length = max(length, size)
            if tokens.raw[at][0].isupper():
                place = match(tokens.raw, at)
                if place is not None and place.length >= length:
                    # A name beats a common word of the same length only where it is no word of the lexicon.
                    mark = Mark("place", place.candidates[0].id, at, at + place.length)
                    mark.place = place
                    marks.append(mark)
                    length = place.length
            at += length
        return Annotations(tokens, marks)
