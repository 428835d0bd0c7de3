"""Sources: who speaks, by what names and offices the reports call them, and where their word is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from vidbiy.lexicon.pack_files import load_table
from vidbiy.lexicon.patterns import Entry

__all__ = ["Source", "Sources"]


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker that the lexicon knows, with the place that its word is about where there is one."""

    id: str
    place: str | None
    primary_for: tuple[str, ...]
    frames: bool
    staff: str | None = None
    staff_ours: str | None = None


class Sources:
    """All sources of the lexicon, and the rules for those that are made of an office and a place."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self.ours = frozenset(word for words in table["ours"].values() for word in words)
        self._sources = {
            item["id"]: Source(
                item["id"],
                item.get("place"),
                tuple(item.get("primary_for", ())),
                item.get("frames", False),
                item.get("staff"),
                item.get("staff_ours"),
            )
            for item in table["source"]
        }

        # "mayor" and the city, for mayors with an entry; the capital's is called by it first.
        self._offices = {
            (kind, source.place): source.id
            for source in self._sources.values()
            for kind in source.id.split("-")
            if source.place is not None
        }

    @classmethod
    def load(cls) -> Sources:
        """Return the sources of `sources.toml`."""
        return _load()

    def __iter__(self) -> Iterator[Source]:
        """Iterate over the sources that have an entry of their own."""
        return iter(self._sources.values())

    def get(self, source_id: str) -> Source | None:
        """Return the source with that id, if it has an entry of its own."""
        return self._sources.get(source_id)

    def place(self, source_id: str) -> str | None:
        """Return the id of the place that a source's word is about: a mayor's city, an administration's oblast."""
        source = self._sources.get(source_id)
        if source is not None and source.place is not None:
            return source.place
        head, _, tail = source_id.partition("-")
        return tail if head in ("oma", "gov") and tail else None

    def frames(self, source_id: str) -> bool:
        """Tell whether what that source says of the attack as a whole is a claim, also without a figure."""
        source = self._sources.get(source_id)
        return source is not None and source.frames

    def staff(self, source_id: str, *, ours: bool = False) -> str | None:
        """Return the subject path of those who work for that source: "our colleagues", as the railway says.

        `ours` tells that the words say whose people they are; some sources need that.
        """
        source = self._sources.get(source_id)
        if source is None:
            return None
        return source.staff or (source.staff_ours if ours else None)

    def office(self, template: str, place: str | None) -> str | None:
        """Return the id of the office `template` ("oma-{region}", "mayor-{city}") at `place`; None where none fits."""
        if place is None:
            return None
        region, _, town = place.partition(".")
        if "{region}" in template:
            if region.startswith("RU"):
                return f"gov-{region}"
            if region == "UA-30":
                return "kyiv-military-admin"  # the capital's administration is no region's
            return None if region == "UA" and not town else template.format(region=region)
        named = self._offices.get((template.partition("{")[0].strip("-"), place))
        if named is not None:
            return named
        return template.format(city=town, region=region) if town else None

    def patterns(self, language: str) -> Iterator[tuple[str, Entry]]:
        """Yield the name patterns of all sources and offices in `language`, each with its entry.

        A ``source`` entry has the id as its value; a holder's carries the dates of office. An ``office`` entry has the
        template of the id, which the place beside it completes; a ``metonym`` is a capital that speaks for its state.
        A source with an empty id takes the floor, and has no id; its entry may have the place that its word is about.
        """
        for item in self._table["source"]:
            yield from _of_source(item, language)
        for role in self._table["role"]:
            for name in _names(role["names"], language):
                yield name, Entry("office", role["id_template"], {"country": role.get("country")})
        for metonym in self._table["metonym"]:
            for name in _names(metonym["names"], language):
                yield name, Entry("metonym", metonym["id"])
        for unlisted in self._table["unlisted"]:
            for name in _names(unlisted["names"], language):
                yield name, Entry("source", "", {"place": unlisted["place"]} if "place" in unlisted else {})


def _of_source(item: Mapping[str, Any], language: str) -> Iterator[tuple[str, Entry]]:
    for name in _names(item.get("names", {}), language):
        yield name, Entry("source", item["id"])
    for holder in item.get("holders", ()):
        attributes = {key: holder.get(key) for key in ("since", "until", "common")}
        for name in _names(holder["name"], language):
            yield name, Entry("source", item["id"], attributes)


def _names(names: Mapping[str, list[str]], language: str) -> Iterator[str]:
    yield from names.get(language, ())
    yield from names.get("any", ())


def holds(entry_attributes: Mapping[str, Any], day: date | None) -> bool:
    """Tell whether an office was held on `day`; a day that is not known rules nobody out."""
    since, until = entry_attributes.get("since"), entry_attributes.get("until")
    if day is None:
        return True
    return (since is None or since <= day) and (until is None or day < until)


@cache
def _load() -> Sources:
    return Sources(load_table("sources.toml"))
