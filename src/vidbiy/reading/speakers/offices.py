"""Whose office speaks: the id of an office by the place beside it, or spoken of before it.

"Kharkiv governor" and "the governor" after a sentence on Kharkiv are both ``oma-UA-63``.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.sources import Sources
from vidbiy.reading.places.atlas import Atlas
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["Offices"]

# "governor of the Odesa region": a place stands at most so many tokens before, and after, its office.
_BEFORE, _AFTER = 2, 3


class Offices:
    """The speakers that a document names, with the places of their offices."""

    def __init__(self, tokens: Tokens, atlas: Atlas) -> None:
        self._tokens, self._atlas = tokens, atlas
        self._sources = Sources.load()
        self._places: dict[str, str | None] = {}

    def place(self, speaker: str) -> str | None:
        """Return the place that a speaker's word is about: by the sources, else as the text named the office."""
        return self._sources.place(speaker) or self._places.get(speaker)

    def resolve(self, mark: Mark, marks: Sequence[Mark], place: str | None) -> str | None:
        """Return the speaker's id for a source or an office, given its sentence and the place spoken of."""
        if mark.kind in ("source", "metonym"):
            return mark.value or None
        where = self._beside(mark, marks) or place
        if where is not None and "{city}" in mark.value:
            where = self._atlas.city_of(where) or where
        speaker = self._sources.office(mark.value, where)
        if speaker is not None:
            self._places[speaker] = where
        return speaker

    def _beside(self, mark: Mark, marks: Sequence[Mark]) -> str | None:
        """Return the place beside an office: "Kharkiv governor", "governor of the Odesa region", "Одеська ОВА"."""
        for other in marks:
            if other.kind != "place" or any(one.kind == "source" and one.first == other.last for one in marks):
                continue  # a first name: "мэр Артём Семенихин"
            if other.place is not None and other.place.common:
                continue  # or one that is a village's too: "mer Serhij Nadał"
            if 0 <= mark.first - other.last <= _BEFORE or 0 <= other.first - mark.last <= _AFTER:
                return self._atlas.resolve(other, self._tokens)
        return None
