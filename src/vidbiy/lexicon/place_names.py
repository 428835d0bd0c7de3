"""Which names begin at a token: "Новий" of "Новий Буг", "Kharkivska" of a region, the unit word "області".

What a token may begin is found once and remembered; most words begin nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vidbiy.lexicon.place_lemmas import Declension, bases, normal
from vidbiy.lexicon.place_table import PlaceTable
from vidbiy.lexicon.place_units import Unit, UnitWords

__all__ = ["NOTHING", "Entry", "Name", "PlaceNames", "Reading"]

_MEMO_LIMIT = 200_000
_WITH_UNITS = frozenset({"region", "raion", "hromada", "district"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One name that may begin at a token."""

    row: int
    language: str
    rest: tuple[str, ...]
    bound: bool  # to a unit word
    common: bool  # a plain word too
    lower: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a token: names that begin there, and what unit word it is."""

    readings: tuple[Reading, ...]
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Name:
    """The readings of the longest name at a position."""

    length: int
    readings: tuple[Reading, ...]


NOTHING = Entry((), None)


class PlaceNames:
    """The names of a table of places as words of a text may say them."""

    def __init__(self, table: PlaceTable, declension: Declension, units: UnitWords) -> None:
        self._table, self._declension, self._units = table, declension, units
        self._memo: dict[str, Entry] = {}

    def entry(self, token: str) -> Entry:
        """Return what a token may begin, `NOTHING` for most."""
        entry = self._memo.get(token)
        if entry is None:
            if len(self._memo) >= _MEMO_LIMIT:
                self._memo.clear()
            entry = self._memo[token] = self._analyse(token)
        return entry

    def _analyse(self, token: str) -> Entry:
        if not token[:1].isalpha():
            return NOTHING
        word = normal(token)
        readings = tuple(self._readings(word, lower=token[0].islower()))
        unit = self._units.get(word)
        return NOTHING if not readings and unit is None else Entry(readings, unit)

    def _readings(self, word: str, *, lower: bool) -> Iterator[Reading]:
        seen = set()
        for base in bases(word):
            for lemma, languages in self._declension.lemmas(base, self._table.words).items():
                for row in self._table.rows(lemma):
                    if (lemma, row) not in seen:
                        seen.add((lemma, row))
                        yield from self._names_at(row, lemma, languages, base, lower=lower)

    def _names_at(
        self, row: int, lemma: str, languages: frozenset[str], word: str, *, lower: bool
    ) -> Iterator[Reading]:
        """Yield the names of a row that begin with a lemma."""
        place = self._table.place(row)
        for language, name in place.names:
            if language not in languages or (lower and not name.rpartition(" ")[2][0].islower()):
                continue
            if place.kind == "country" and language == "de" and word == lemma + "er":
                continue  # "Schweizer" is a person or of Switzerland; "Kiewer" is of the city
            words, bound = normal(name).split(" "), False
            if len(words) > 1 and place.kind in _WITH_UNITS:
                words, bound = self._units.without(words)
            if words[0] == lemma:
                common = len(words) == 1 and self._units.is_common(lemma, word, place.kind, language)
                yield Reading(row, language, tuple(words[1:]), bound, common, lower)

    def at(self, tokens: Sequence[str], i: int) -> Name | None:
        """Return the longest of the names that begin at a token."""
        best: list[Reading] = []
        length = 0
        for reading in self.entry(tokens[i]).readings:
            size = 1 + len(reading.rest)
            if size < length or not self._continues(tokens, i + 1, reading):
                continue
            if size > length:
                best, length = [], size
            best.append(reading)
        return Name(length, tuple(best)) if best else None

    def _continues(self, tokens: Sequence[str], at: int, reading: Reading) -> bool:
        """Tell whether the further words of a name follow, in whatever form."""
        if not reading.rest:
            return True
        words = [normal(token) for token in tokens[at : at + len(reading.rest)]]
        return len(words) == len(reading.rest) and all(
            any(reading.language in self._declension.lemmas(base, (part,)).get(part, ()) for base in bases(word))
            for part, word in zip(reading.rest, words, strict=True)
        )
