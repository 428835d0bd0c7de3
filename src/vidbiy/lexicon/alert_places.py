"""Where a siren sounds: the names that siren logs give, resolved, and what lies in what.

The rows are those of ``data/places.tsv``; the feeds' own words are ``data/alerts.toml``. Only regions, raions, hromadas and
towns of Ukraine are held, so that it loads in a moment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from vidbiy.lexicon.pack_files import load_table
from vidbiy.lexicon.place_lemmas import normal

__all__ = ["AlertPlaces", "Located", "PermanentAlert"]

COUNTRY = "UA"
_KINDS = ("region", "raion", "hromada", "town")
_TOWNS = frozenset({"city", "district", "settlement"})
_HROMADA = re.compile(r"\b(?:(?:terytorialna|територіальна|территориальная) )?(?:hromada|громада)$")
_RAION = re.compile(r"\b(?:raion|район)$")
# "m. Nikopol ta Nikopolska terytorialna hromada": a town with its hromada.
_TOWN_AND = re.compile(r"^(?:m|м|smt|смт)\. ?(?P<town>.+) (?:ta|та) (?=\S+ )")
_TOWN = re.compile(r"^(?:m|м|smt|смт)\. ?")


@dataclass(frozen=True, slots=True)
class Located:
    """The most specific place that the names of an alert lead to, None for none; and the first name that is not known."""

    place: str | None
    unknown: str | None = None


@dataclass(frozen=True, slots=True)
class PermanentAlert:
    """An alert that has lasted for years and was not lifted."""

    place: str
    since: datetime


class AlertPlaces:
    """The places that alerts are for."""

    def __init__(self, text: str, table: Mapping[str, Any]) -> None:
        self._parents: dict[str, str] = {}
        self._names: dict[tuple[str, str, str], str] = {}  # kind, what it lies in, name
        self._titles: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        for row in text.splitlines():
            if row.startswith(COUNTRY):
                self._read(*row.split("\t"))
        for name, place in table["names"].items():
            self._names["region", COUNTRY, name] = place
        self.unheard: tuple[str, ...] = tuple(table["unheard"])
        self.permanent = tuple(PermanentAlert(each["place"], each["since"]) for each in table["permanent"])
        self._above: dict[str, tuple[str, ...]] = {}
        self._raions: dict[str, tuple[str, ...]] = {}
        for place, kind in self._kinds.items():
            if kind == "raion":
                region = self._parents[place]
                self._raions[region] = (*self._raions.get(region, ()), place)
        self.regions = tuple(sorted(place for place, kind in self._kinds.items() if kind == "region"))
        self.heard = tuple(place for place in self.regions if place not in self.unheard)
        self.order: tuple[str, ...] = tuple(table["regions"]["order"])
        self.by_uid: dict[str, str] = dict(table["regions"]["uid"])
        self.kinds: dict[str, str] = dict(table["kinds"])
        self.feeds: dict[str, str] = {feed: each["title"] for feed, each in table["feeds"].items()}

    @classmethod
    def load(cls) -> AlertPlaces:
        """Return the packaged places; read once."""
        return _load()

    def _read(self, place: str, kind: str, parent: str, _code: str, _population: str, names: str) -> None:
        if not parent:
            return
        self._parents[place] = parent
        self._kinds[place] = kind
        kind = "town" if kind in _TOWNS else kind
        if kind not in _KINDS:
            return
        inside = COUNTRY if kind == "region" else place.partition(".")[0]
        for name in names.split("|"):
            if name[:2] in {"en", "uk"}:
                key = normal(name[3:])
                self._names.setdefault((kind, inside, key), place)
                if kind == "hromada":
                    self._names[kind, parent, key] = place
                if name.startswith("en:"):
                    self._titles.setdefault(place, name[3:])

    # --- names

    def locate(self, names: Iterable[str]) -> Located:
        """Return where the names lead, whatever their order: a region, and perhaps a raion, a hromada, a town in it."""
        found: dict[str, str] = {}
        given = [(_kind(name), name) for name in names if name.strip()]
        for kind in _KINDS:
            for name in (name for of_kind, name in given if of_kind == kind):
                place = self._place(kind, name, found)
                if place is None and kind == "region" and "region" in found:
                    place = self._place("town", name, found)
                if place is None:
                    return Located(next(reversed(found.values()), None), name)
                found[kind] = place
        return Located(next(reversed(found.values()), None))

    def _place(self, kind: str, name: str, found: Mapping[str, str]) -> str | None:
        key = _plain(name)
        if kind == "region":
            return self._names.get((kind, COUNTRY, key))
        region = found.get("region")
        if region is None:
            return None
        raion = found.get("raion")
        seat = self._hromada_of_town(name, region) if kind == "hromada" else None
        if raion is None:
            return seat or self._names.get((kind, region, key))
        place = seat or self._names.get((kind, raion, key)) or self._names.get((kind, region, key))
        # One of the same name in another raion is another place.
        return place if place is not None and raion in self.above(place) else None

    def _hromada_of_town(self, name: str, region: str) -> str | None:
        """Return the hromada that the town in its name lies in: two of a raion may share the rest of the name."""
        town = _TOWN_AND.match(normal(name))
        place = None if town is None else self._names.get(("town", region, _plain(town["town"])))
        parent = None if place is None else self._parents[place]
        return parent if parent is not None and self._kinds.get(parent) == "hromada" else None

    # --- what lies in what

    def above(self, place: str) -> tuple[str, ...]:
        """Return the place and all that it lies in, the nearest first; the country last."""
        known = self._above.get(place)
        if known is None:
            parent = self._parents.get(place)
            known = self._above[place] = (place, *(() if parent is None else self.above(parent)))
        return known

    def region(self, place: str) -> str | None:
        """Return the region that a place lies in, or is; None for the country and what is unknown."""
        return next((each for each in self.above(place) if self._kinds.get(each) == "region"), None)

    def kind(self, place: str) -> str | None:
        """Return the kind of a place as the table has it."""
        return self._kinds.get(place)

    def raions(self, region: str) -> tuple[str, ...]:
        """Return the raions of a region; none for the cities with the rank of one."""
        return self._raions.get(region, ())

    def name(self, place: str) -> str:
        """Return the English name of a place, its id where there is none."""
        return self._titles.get(place, place)

    def knows(self, place: str) -> bool:
        """Tell whether there is such a place."""
        return place == COUNTRY or place in self._kinds

    def permanent_since(self, place: str) -> datetime | None:
        """Return since when a place is under an alert that never ended; None where it is not."""
        return next((each.since for each in self.permanent if each.place in self.above(place)), None)


def _kind(name: str) -> str:
    """Return the kind of place that a name is of by its own words; a town's are those of a region."""
    key = _plain(name)
    if key.endswith(("hromada", "громада")):
        return "hromada"
    if key.endswith(("raion", "район")):
        return "raion"
    return "region"


def _plain(name: str) -> str:
    """Return a name as it is looked up: no case, one apostrophe, "hromada" without its adjective, no word for a town."""
    key = " ".join(normal(name).split())
    key = _TOWN_AND.sub("", key) if _HROMADA.search(key) else _TOWN.sub("", key)
    return _HROMADA.sub(lambda found: found[0].split()[-1], key)


@cache
def _load() -> AlertPlaces:
    path = files("vidbiy.lexicon").joinpath("data", "places.tsv")
    return AlertPlaces(path.read_text(encoding="utf-8"), load_table("alerts.toml"))
