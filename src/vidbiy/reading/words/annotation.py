"""Annotations: what each stretch of a text is, found once, before any rule looks at it.

"539 drones were shot down over Kyiv" is a number, a weapon, an action, a role ("over") and a place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.patterns import Found, PatternTable
from vidbiy.lexicon.places import Gazetteer, PlaceMatch
from vidbiy.reading.words.numbers import Number, NumberReader
from vidbiy.reading.words.text import Tokens

__all__ = ["Annotations", "Annotator", "Mark"]

_MEMO_LIMIT = 200_000
_NUMERALS = frozenset({"number", "multiplier", "vague"})
_COUNTING = _NUMERALS | {"article"}  # "a hundred"
_NONE: Mapping[str, Any] = MappingProxyType({})
# A number word that is an article too: alone, it counts nothing.
_ARTICLE: Mapping[str, Any] = MappingProxyType({"article": True})
# Where nouns have capitals, a small letter shows that the word is no noun: "eine junge Ärztin" speaks of no boy.
_NOUNS = frozenset({"person", "site", "service"})
# "20 або більше"; before a number the same words join it to the one before.
# "dropped explosives on": the "in" that a verb ends with is only for the place behind it.
_LOCATIVE, _ONTO = "locative", "onto"
_OR_MORE = "or_more"
# "ein 60-Jähriger" is one person, and a grown-up.
_SINGLE: Mapping[str, Any] = MappingProxyType({"single": True})
_OF_AGE = 18
# Before its head a compound has at least so many letters.
_SHORTEST_FRONT = 3


class Mark:
    """One annotation: its kind, its value, and the tokens [first, last) that it covers.

    Kinds: ``number``, ``qualifier``, ``weapon``, ``person``, ``site``, ``noun``, ``service``, ``action``, ``place``,
    ``time``, ``source``, ``office``, ``report``, ``role``, ``front``, ``void``, ``ignore``, ``animals``, ``article``,
    ``anaphor``, ``metonym``, ``topic``, ``separable``, ``hours``.
    """

    __slots__ = ("attributes", "first", "kind", "last", "number", "place", "value")

    def __init__(self, kind: str, value: str, first: int, last: int, attributes: Mapping[str, Any] = _NONE) -> None:
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
    """What is known of a word of the text by itself: looked up once, then remembered.

    ``marks`` are kind, value and attributes of what the word alone stands for. ``patterns`` are those that begin with
    it, ``head`` the same where any has several words. ``number`` tells whether it is a number alone, ``counts`` whether
    a number may begin with it, ``name`` whether a place may, ``alone`` that what follows matters to a name only.
    """

    __slots__ = ("age", "alone", "counts", "head", "hours", "marks", "name", "number", "patterns")

    def __init__(self, raw: str, pack: LanguagePack, numbers: NumberReader, places: Gazetteer) -> None:
        patterns, word, capital = pack.patterns, raw.lower(), raw[0].isupper()
        self.patterns = patterns.head(word)
        alone = _by_head(word, patterns, pack.heads) or (() if self.patterns is None else self.patterns.single)
        self.head = self.patterns if patterns.continues(word) else None
        acronym = word in pack.acronyms and raw.isupper()  # "СТО" is a service station, "сто" a hundred
        self.number = not acronym and (
            word[0].isdecimal()
            or numbers.compound(word) is not None
            or any(entry.kind in _COUNTING for _, entry in alone)
        )
        begins = self.head is not None and not self.head.kinds.isdisjoint(_COUNTING)
        self.counts = self.number or (begins and not acronym)
        # Where nouns have capitals, "60-jährige" is an adjective.
        noun = not pack.capital_nouns or raw.rpartition("-")[2][:1].isupper()
        self.age = pack.person_of_age(word) if noun else None
        self.hours = pack.hours_in(word)
        self.alone = self.age is None and self.hours is None and self.head is None and not self.number
        # In lower case only a unit word ("місто Суми") or a name written in scorn ("рф") begins a place.
        self.name = places.knows(raw) if capital else places.opens(word)
        small = _NOUNS if pack.capital_nouns and not capital else frozenset[str]()
        self.marks = tuple(
            (entry.kind, entry.value, entry.attributes)
            for _, entry in alone
            if entry.kind not in _NUMERALS and entry.kind not in small
        )

    def __bool__(self) -> bool:
        return bool(self.marks) or self.name or self.number or self.head is not None or not self.alone


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


class _Words(dict[str, _Word | None]):
    """The words met so far as they stand in texts; None for one that is in no pattern, no number and no name."""

    def __init__(self, pack: LanguagePack, numbers: NumberReader, places: Gazetteer) -> None:
        super().__init__()
        self._knowledge = pack, numbers, places

    def __missing__(self, raw: str) -> _Word | None:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        word = _Word(raw, *self._knowledge)
        found = self[raw] = word or None
        return found


class Annotator:
    """Finds all annotations of a text in one pass over its tokens."""

    def __init__(self, pack: LanguagePack, places: Gazetteer) -> None:
        self._numbers = NumberReader(pack)
        self._places = places
        self._small = _NOUNS if pack.capital_nouns else frozenset[str]()
        self._words = _Words(pack, self._numbers, places)

    def annotate(self, tokens: Tokens) -> Annotations:
        """Return the annotations of `tokens`."""
        marks: list[Mark] = []
        words, total, done = tokens.words, len(tokens.words), 0
        # Most words are in no pattern and begin no name; those cost one look-up.
        for at, found in enumerate(map(self._words.__getitem__, tokens.raw)):
            if found is None or at < done:
                continue
            if not found.alone:
                if found.age is not None:
                    person = "person.child" if found.age < _OF_AGE else "person"
                    marks.append(Mark("person", person, at, at + 1, _SINGLE))
                    continue
                if found.hours is not None:
                    marks.append(Mark("hours", str(found.hours), at, at + 1))
                    continue
                head = found.head
                if found.number or (head is not None and at + 1 < total and head.following(words[at + 1])):
                    done = self._several(tokens, at, found, marks)
                    continue
            for kind, value, attributes in found.marks:
                marks.append(Mark(kind, value, at, at + 1, attributes))
            if found.name:
                done = self._name(tokens, at, 1, marks)
        return Annotations(tokens, marks)

    def _several(self, tokens: Tokens, at: int, word: _Word, marks: list[Mark]) -> int:
        """Annotate a token that begins a number or a pattern of several words; return where to go on."""
        found = () if word.patterns is None else word.patterns.find(tokens.words, at)
        length = found[0][0] if found else 1  # of several, all are as long
        number = self._numbers.read(tokens, at, found) if word.counts else None
        named = bool(found) and number is not None and number.kind == "compound"  # "16-поверхівка" is a house
        if number is not None and length <= number.last - at and not named:
            article = number.low == 1 and any(entry.kind == "article" for _, entry in found)
            mark = Mark("number", number.kind, at, number.last, _ARTICLE if article else _NONE)
            mark.number = number
            marks.append(mark)
            return number.last
        if length > 1 and found[0][1].value == _OR_MORE and self._number_at(tokens, at + length):
            found, length = (), 1  # "78 ракет и больше сотни дронов"
            for kind, value, attributes in word.marks:
                marks.append(Mark(kind, value, at, at + 1, attributes))
        for size, entry in found:
            if entry.kind in _NUMERALS or (entry.kind in self._small and not tokens.raw[at + size - 1][0].isupper()):
                continue
            marks.append(Mark(entry.kind, entry.value, at, at + size, entry.attributes))
        if length > 1 and any(size == length and entry.kind == "action" for size, entry in found):
            self._inside(tokens, at + 1, at + length, marks)
        return self._name(tokens, at, length, marks) if word.name else at + length

    def _number_at(self, tokens: Tokens, at: int) -> bool:
        """Tell whether a number may begin at a token."""
        word = self._words[tokens.raw[at]] if at < len(tokens.words) else None
        return word is not None and word.number

    def _inside(self, tokens: Tokens, first: int, last: int, marks: list[Mark]) -> None:
        """Annotate the places among the words of a verb ("entered Polish airspace") and the "on" that it ends with."""
        for at in range(first, last):
            word = self._words[tokens.raw[at]]
            if word is not None and word.name:
                self._name(tokens, at, 1, marks)
            elif word is not None and word.head is not None:
                for size, entry in word.head.find(tokens.words, at):
                    if entry.kind == "anaphor":
                        marks.append(Mark(entry.kind, entry.value, at, at + size, entry.attributes))
        ending = self._words[tokens.raw[last - 1]]
        for kind, value, attributes in ending.marks if ending is not None else ():
            if value == _LOCATIVE:
                marks.append(Mark(kind, _ONTO, last - 1, last, attributes))

    def _name(self, tokens: Tokens, at: int, length: int, marks: list[Mark]) -> int:
        """Annotate the place named at a capitalised token, if the name is as long as what was found there."""
        place = self._places.match(tokens.raw, at)
        if place is None or place.length < length:
            return at + length
        mark = Mark("place", place.candidates[0].id, at, at + place.length)
        mark.place = place
        marks.append(mark)
        return at + place.length
