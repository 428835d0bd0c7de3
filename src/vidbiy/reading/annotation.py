"""Annotations: what each stretch of a text is, found once, before any rule looks at it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.patterns import Found, PatternTable
from vidbiy.lexicon.places import Gazetteer, PlaceMatch
from vidbiy.reading.numbers import Number, NumberReader
from vidbiy.reading.text import Tokens

__all__ = ["Annotations", "Annotator", "Mark"]

_MEMO_LIMIT = 200_000
_NUMERALS = frozenset({"number", "multiplier", "vague"})
_NONE: Mapping[str, Any] = MappingProxyType({})
# A number word that is an article too: alone, it counts nothing.
_ARTICLE: Mapping[str, Any] = MappingProxyType({"article": True})
# Where nouns have capitals, a small letter shows that the word is no noun: "eine junge Ärztin" speaks of no boy.
_NOUNS = frozenset({"person", "site", "service"})
# "ein 60-Jähriger" is one person, and a grown-up.
_SINGLE: Mapping[str, Any] = MappingProxyType({"single": True})
_OF_AGE = 18
# Before its head a compound has at least so many letters.
_SHORTEST_FRONT = 3


class Mark:
    """One annotation: its kind, its value, and the tokens [first, last) that it covers.

    Kinds: ``number``, ``qualifier``, ``weapon``, ``person``, ``site``, ``noun``, ``service``, ``action``, ``place``,
    ``time``, ``source``, ``office``, ``report``, ``role``, ``front``, ``void``, ``ignore``, ``animals``, ``article``, ``anaphor``, ``metonym``.
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


class _Word:
    """What is known of a word of the text by itself: looked up once, then remembered."""

    __slots__ = ("age", "alone", "follows", "name", "number")

    def __init__(self, word: str, pack: LanguagePack, numbers: NumberReader, places: Gazetteer) -> None:
        patterns = pack.patterns
        alone = _by_head(word, patterns, pack.heads) or patterns.alone(word)
        # The patterns of several words that begin with it have to be tried; most words have none.
        self.follows = patterns.continues(word)
        self.number = (
            word[0].isdecimal()
            or numbers.compound(word) is not None
            or any(entry.kind in _NUMERALS or entry.kind == "article" for _, entry in alone)  # "a hundred"
        )
        self.age = pack.person_of_age(word)
        # In lower case only a unit word ("місто Суми") or a name written in scorn ("рф") begins a place.
        self.name = places.opens(word)
        self.alone = tuple(entry for _, entry in alone if entry.kind not in _NUMERALS)


def _by_head(word: str, patterns: PatternTable, heads: tuple[str, ...]) -> tuple[Found, ...]:
    """Return what the last part of a compound stands for: "Tankstellenmitarbeiter" are "Mitarbeiter".

    Nothing where a pattern knows more of the word than its first part ("Feuerwehrmann"), or where both parts are of one
    kind, of which the first says more ("Universitätsgebäude").
    """
    if not word.endswith(heads):
        return ()
    head = max((head for head in heads if word.endswith(head)), key=len)
    front = len(word) - len(head)
    if front < _SHORTEST_FRONT or patterns.reach(word) > front:
        return ()
    found = patterns.alone(head)
    kinds = {entry.kind for _, entry in patterns.alone(word)}
    return () if any(entry.kind in kinds for _, entry in found) else found


class Annotator:
    """Finds all annotations of a text in one pass over its tokens."""

    def __init__(self, pack: LanguagePack, places: Gazetteer) -> None:
        self._patterns = pack.patterns
        self._numbers = NumberReader(pack)
        self._places = places
        self._pack = pack
        self._small = _NOUNS if pack.capital_nouns else frozenset()
        self._words: dict[str, _Word | None] = {}  # None: in no pattern, and no number

    def annotate(self, tokens: Tokens) -> Annotations:
        """Return the annotations of `tokens`."""
        marks: list[Mark] = []
        words, raw, known = tokens.words, tokens.raw, self._words
        at, total = 0, len(words)
        while at < total:
            word = words[at]
            try:
                found = known[word]
            except KeyError:
                found = self._remember(word)
            # A word that is in no pattern and begins no name costs one look-up; most are.
            if found is None:
                at = self._name(tokens, at, 1, marks) if raw[at][0].isupper() else at + 1
            elif found.age is not None and self._is_noun(raw[at]):
                path = "person.child" if found.age < _OF_AGE else "person"
                marks.append(Mark("person", path, at, at + 1, _SINGLE))
                at += 1
            elif found.number or (found.follows and at + 1 < total and self._patterns.follow(word, words[at + 1])):
                at = self._several(tokens, at, marks)
            else:
                for entry in found.alone:
                    if entry.kind in self._small and not raw[at][0].isupper():
                        continue
                    marks.append(Mark(entry.kind, entry.value, at, at + 1, entry.attributes))
                at = self._name(tokens, at, 1, marks) if found.name or raw[at][0].isupper() else at + 1
        return Annotations(tokens, marks)

    def _remember(self, word: str) -> _Word | None:
        if len(self._words) > _MEMO_LIMIT:
            self._words.clear()
        known = _Word(word, self._pack, self._numbers, self._places)
        found = known if known.follows or known.number or known.alone or known.name or known.age else None
        self._words[word] = found
        return found

    def _is_noun(self, word: str) -> bool:
        """Tell whether a word of age is a noun: where nouns have capitals, "60-jährige" is an adjective."""
        return not self._small or word.rpartition("-")[2][0].isupper()

    def _several(self, tokens: Tokens, at: int, marks: list[Mark]) -> int:
        """Annotate a token that begins a number or a pattern of several words; return where to go on."""
        found = self._patterns.find(tokens.words, at)
        length = max((size for size, _ in found), default=1)
        number = self._numbers.read(tokens, at, found)
        named = bool(found) and number is not None and number.kind == "compound"  # "16-поверхівка" is a house
        if number is not None and length <= number.last - at and not named:
            article = number.low == 1 and any(entry.kind == "article" for _, entry in found)
            mark = Mark("number", number.kind, at, number.last, _ARTICLE if article else _NONE)
            mark.number = number
            marks.append(mark)
            return number.last
        for size, entry in found:
            if entry.kind in _NUMERALS or (entry.kind in self._small and not tokens.raw[at + size - 1][0].isupper()):
                continue
            marks.append(Mark(entry.kind, entry.value, at, at + size, entry.attributes))
        if tokens.raw[at][0].isupper() or self._places.opens(tokens.words[at]):
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
