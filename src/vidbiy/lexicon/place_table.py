"""The rows of ``data/places.tsv``: each place by its id, and the rows whose names begin with a word.

A row is parsed when it is asked for: of some ten thousand places, a text names a few ("UA-63.izium", "RU-BRY").
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vidbiy.lexicon.place_units import UnitWords

__all__ = ["OWNED", "Place", "PlaceTable"]

# A city's raion or hromada has the city's id with this behind it.
OWNED = ("raion", "hromada")
_PLAIN = frozenset({"settlement", "city", "country", "sea"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the record; ``names`` are (language, name), the main one of each language first."""

    id: str
    kind: str
    parent: str | None
    katotth: str | None
    population: int
    names: tuple[tuple[str, str], ...]

    def name(self, language: str) -> str:
        """Return the main name in a language, or the nearest there is."""
        for wanted in (language, "en", "uk"):
            for spoken, name in self.names:
                if spoken == wanted:
                    return name
        return self.names[0][1] if self.names else self.id


class PlaceTable:
    """All places, by id and by the first word of their names in some languages; a row is known by its number."""

    def __init__(self, text: str, units: UnitWords, languages: frozenset[str]) -> None:
        self._rows = text.splitlines()
        self._ids: dict[str, int] = {}
        self._index: dict[str, int | list[int]] = {}
        self.words: Container[str] = self._index.keys()
        """The first words of all names."""
        self._places: dict[int, Place] = {}
        self._main_cities: dict[str, str] = {}
        self._read(text, units, languages)

    def _read(self, text: str, units: UnitWords, languages: frozenset[str]) -> None:
        """Index the first word of each name. This is most of the loading time, so it is kept flat."""
        add = self._add
        for number, row in enumerate(text.lower().replace("ё", "е").splitlines()):
            if row.startswith("#"):
                continue
            head, _, names = row.rpartition("\t")
            place, kind, _ = head.split("\t", 2)
            self._ids[place] = number
            plain = kind in _PLAIN
            for name in names.split("|"):
                if name[:2] not in languages:
                    continue
                word, _, more = name[3:].partition(" ")
                if not plain and more and word in units:
                    word = more.partition(" ")[0]
                add(word, number)

    def _add(self, word: str, number: int) -> None:
        held = self._index.setdefault(word, number)
        if isinstance(held, int):
            if held != number:
                self._index[word] = [held, number]
        elif held[-1] != number:
            held.append(number)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Place]:
        return map(self.place, self._ids.values())

    def rows(self, word: str) -> Sequence[int]:
        """Return the rows with a name that begins with `word`."""
        rows = self._index.get(word, ())
        return (rows,) if isinstance(rows, int) else rows

    def place(self, row: int) -> Place:
        """Return the place of a row."""
        place = self._places.get(row)
        if place is None:
            identity, kind, parent, katotth, population, names = self._rows[row].split("\t")
            pairs = tuple((name[:2], name[3:]) for name in names.split("|"))
            place = Place(identity, kind, parent or None, katotth or None, int(population), pairs)
            self._places[row] = place
        return place

    def row(self, place: Place) -> int:
        """Return the row of a place."""
        return self._ids[place.id.lower()]

    def get(self, place_id: str) -> Place | None:
        """Return the place of an id."""
        row = self._ids.get(place_id.lower())
        return None if row is None else self.place(row)

    def city(self, slug: str) -> str | None:
        """Return the id of the most populous place whose id ends in that name; Ukraine's before all others."""
        found = [self.place(row) for place_id, row in self._ids.items() if place_id.partition(".")[2] == slug]
        best = max(found, key=lambda place: (place.id.startswith("UA"), place.population), default=None)
        return best.id if best is not None else None

    def ancestors(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of what a place lies in, the nearest first."""
        found: list[str] = []
        place = self.get(place_id)
        while place is not None and place.parent is not None:
            found.append(place.parent)
            place = self.get(place.parent)
        return tuple(found)

    def seats(self) -> Mapping[str, str]:
        """Return the main city of each region: its most populous one. Found once, for it looks at all rows."""
        if not self._main_cities:
            largest: dict[str, int] = {}
            for number in self._ids.values():
                identity, kind, _, _, population, _ = self._rows[number].split("\t")
                if kind != "city":
                    continue
                region = identity.partition(".")[0]
                if region not in largest or largest[region] < int(population):
                    largest[region], self._main_cities[region] = int(population), identity
        return self._main_cities
