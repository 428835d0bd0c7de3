"""What things are called, in the language of what is published: measures and subjects, places, sources."""

from __future__ import annotations

from functools import cache

from vidbiy.lexicon.breaks import Break
from vidbiy.lexicon.places import Gazetteer
from vidbiy.lexicon.sources import Sources
from vidbiy.lexicon.words import PUBLISHED_LANGUAGES, Words

__all__ = ["Names", "gazetteer"]

_SAID_BY_MEASURE = frozenset({"alert", "area.location", "area.target", "statement", "customer"})


@cache
def gazetteer() -> Gazetteer:
    """Return the places, with their names in the languages of what is published."""
    return Gazetteer.load(PUBLISHED_LANGUAGES)


class Names:
    """The names of things in one language; where one has no name, its id."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def measure(self, measure: str) -> str:
        """Return what a measure is called; `stopped`, `hits` and the like, which are made of several, among them."""
        return self._words.name(f"measure.{measure}", measure)

    def subject(self, subject: str) -> str:
        """Return what is counted; of a path without words of its own, those of the nearest above it."""
        path = subject
        while f"subject.{path}" not in self._words and "." in path:
            path = path.rpartition(".")[0]
        return self._words.name(f"subject.{path}", subject)

    def what(self, measure: str, subject: str, effect: str | None = None) -> str:
        """Return measure and subject: "Shot down: drones"."""
        said = self.measure(measure)
        if subject not in _SAID_BY_MEASURE:
            said = self._words("what", measure=said, subject=self.subject(subject))
        return f"{said}, {self._words(f'effect.{effect}')}" if effect else said

    def counted(self, measure: str, subject: str, number: str) -> str:
        """Return a term of a sum: "550 weapons launched"."""
        if subject in _SAID_BY_MEASURE:
            return f"{number} {self.measure(measure).lower()}"
        return self._words(
            "counted", number=number, subject=self.subject(subject), measure=self.measure(measure).lower()
        )

    def counted_since(self, change: Break) -> str:
        """Return how things are counted since a break; what the table of breaks says where there are no words for it."""
        return self._words.name(f"break.{change.id}", change.what)

    def place(self, place: str | None) -> str:
        """Return a place with the region that it lies in: "Holosiivskyi district, Kyiv"."""
        if not place:
            return self._words("place.none")
        region, dot, _ = place.partition(".")
        return f"{self._place(place)}, {self._place(region)}" if dot else self._place(region)

    def _place(self, place: str) -> str:
        found = gazetteer().get(place)
        return place if found is None else found.name(self._words.language)

    def source(self, source: str | None) -> str:
        """Return what a source or speaker is called."""
        if not source:
            return self._words("source.none")
        if f"source.{source}" in self._words:
            return self._words(f"source.{source}")
        office, _, _ = source.partition("-")
        place = Sources.load().place(source)
        if office in {"oma", "gov", "mayor"} and place is not None:
            return self._words(f"office.{office}", place=self._place(place))
        return source

    def origin(self, origin: str) -> str:
        """Return who an origin is: a speaker, or a document that nobody else speaks in."""
        kind, _, id = origin.partition(":")
        return self._words("origin.document", id=id) if kind == "document" else self.source(origin)
