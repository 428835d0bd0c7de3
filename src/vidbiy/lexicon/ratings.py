"""Ratings: how near a source is to a fact, how far it can be relied on, and whether it is a party to the conflict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from vidbiy.lexicon.pack_files import load_table
from vidbiy.lexicon.sources import Sources

__all__ = ["UNNAMED", "Ratings"]

UNNAMED = frozenset({"media", "officials", "witnesses"})
"""Speakers that stand for nobody in particular: two of them need not be the same."""


@dataclass(frozen=True, slots=True)
class _Row:
    ids: tuple[str, ...]
    reliability: str
    reliability_for: dict[str, str]
    party: bool
    primary_for: frozenset[str]


class Ratings:
    """The rows of `ratings.toml`, with what `sources.toml` says of who is primary."""

    def __init__(self) -> None:
        table = load_table("ratings.toml")
        self._rows = [
            _Row(
                tuple(row["ids"]),
                row["reliability"],
                dict(row.get("reliability_for", {})),
                row["party"],
                frozenset(row.get("primary_for", ())),
            )
            for row in table["rating"]
        ]
        self._partial = {
            speaker: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
            for speaker, words in table["partial"].items()
        }
        self._sources = Sources.load()
        self._found: dict[str, _Row] = {}
        self._primary: dict[tuple[str, str, str], bool] = {}

    @classmethod
    def load(cls) -> Ratings:
        """Return the packaged ratings."""
        return _load()

    def reliability(self, source: str | None, measure: str) -> str:
        """Return the Admiralty letter of a source, for one measure; F for no source."""
        if source is None:
            return "F"
        row = self._row(source)
        return row.reliability_for.get(measure, row.reliability)

    def party(self, source: str | None) -> bool:
        """Tell whether the source is a party to the conflict."""
        return source is not None and self._row(source).party

    def primary(self, source: str | None, measure: str, place: str) -> bool:
        """Tell whether the source is primary for a measure at a place: its own place, or one that lies in it."""
        if source is None:
            return False
        key = (source, measure, place)
        found = self._primary.get(key)
        if found is None:
            found = self._primary[key] = self._is_primary(source, measure, place)
        return found

    def may_be_partial(self, speaker: str | None) -> bool:
        """Tell whether the speaker also counts for a part of the country."""
        return speaker in self._partial

    def partial(self, speaker: str | None, words: str) -> bool:
        """Tell whether `words` say that the speaker's count is of one command's area only."""
        pattern = None if speaker is None else self._partial.get(speaker)
        return pattern is not None and pattern.search(words) is not None

    def _is_primary(self, source: str, measure: str, place: str) -> bool:
        entry = self._sources.get(source)
        listed = set(self._row(source).primary_for)
        if entry is not None:
            listed.update(entry.primary_for)
        if measure not in listed:
            return False
        own = self._sources.place(source)
        return own is None or place == own or place.startswith((f"{own}.", f"{own}-"))

    def _row(self, source: str) -> _Row:
        row = self._found.get(source)
        if row is None:
            matching = (row for row in self._rows if any(fnmatchcase(source, pattern) for pattern in row.ids))
            row = self._found[source] = next(matching)
        return row


@cache
def _load() -> Ratings:
    return Ratings()
