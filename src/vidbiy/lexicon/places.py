"""The gazetteer: which place a word of a text names.

The names are rows of ``data/places.tsv`` (`place_table`); how they decline is ``data/declension.toml``
(`place_lemmas`); the words that go with them ("область", "district") are ``data/place_units.toml`` (`place_units`). The
common case, a word that names no place, is one dictionary hit, and so is a name in words that stood together before.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from vidbiy.lexicon.place_choice import PlaceChoice
from vidbiy.lexicon.place_lemmas import Declension
from vidbiy.lexicon.place_names import NOTHING, Name, PlaceNames, Reading
from vidbiy.lexicon.place_table import Place, PlaceTable
from vidbiy.lexicon.place_units import Unit, UnitWords
from vidbiy.lexicon.villages import village

__all__ = ["Gazetteer", "Place", "PlaceMatch"]

_MEMO_LIMIT = 200_000
# A name, its unit word and the qualifiers between them take no more tokens than this.
_WINDOW = 6
_LIST_LENGTH = 8


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """What was found at a position of a text."""

    length: int
    """Tokens consumed, unit words included."""
    candidates: tuple[Place, ...]
    """The places it may be, the likeliest first."""
    adjective: bool
    """The name is an adjective ("Харківського"): it means the place only with a unit word beside it (see `unit`)."""
    unit: bool = False
    """A unit word ("область", "district") was consumed, or closes or opens the list that the name is in."""
    common: bool = False
    """The name is a plain word too ("Мирне", "Bar"), and no unit word says that it is a name."""
    districts: tuple[Place, ...] = ()
    """The districts of cities that a village's name is the adjective of ("в Днепровском")."""


@dataclass(slots=True)
class _Here:
    """What the words from a position on say by themselves: a place, or a name that a list may say more of."""

    match: PlaceMatch | None
    name: Name | None  # None where the match needs no more words


class Gazetteer:
    """The places, by id and by the words that name them."""

    def __init__(
        self, text: str, declension: Mapping[str, Any], units: Mapping[str, Any], languages: Sequence[str]
    ) -> None:
        spoken = frozenset(languages)
        self._language = languages[0]
        self._units = UnitWords(units, spoken)
        self._table = PlaceTable(text, self._units, spoken)
        self._names = PlaceNames(self._table, Declension(declension, spoken), self._units)
        self._choice = PlaceChoice(self._table)
        self._memo: dict[tuple[str, ...], _Here] = {}
        self.get, self.ancestors, self.seats = self._table.get, self._table.ancestors, self._table.seats

    @classmethod
    def load(cls, languages: Sequence[str]) -> Gazetteer:
        """Return the packaged gazetteer, with the names in these languages."""
        data = files("vidbiy.lexicon") / "data"
        return cls(
            (data / "places.tsv").read_text(encoding="utf-8"),
            tomllib.loads((data / "declension.toml").read_text(encoding="utf-8")),
            tomllib.loads((data / "place_units.toml").read_text(encoding="utf-8")),
            languages,
        )

    def __len__(self) -> int:
        return len(self._table)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._table)

    def opens(self, word: str) -> bool:
        """Tell whether a word in lower case may begin a place: a unit word ("місто Суми"), a name in scorn ("рф")."""
        entry = self._names.entry(word)
        return (entry.unit is not None and entry.unit.before) or bool(entry.readings)

    def is_noun(self, word: str) -> bool:
        """Tell whether a word is a noun that goes with the names of places ("obwód", "district")."""
        return self._units.get(word.lower()) is not None

    def knows(self, token: str) -> bool:
        """Tell whether a name or a unit word may begin with `token`; where not, `match` finds nothing there."""
        return self._names.entry(token) is not NOTHING or ("-" in token and self._compound(token) is not None)

    def match(self, tokens: Sequence[str], i: int) -> PlaceMatch | None:
        """Return the longest name that begins at token ``i``, with the unit words that go with it; None for none."""
        if self._names.entry(tokens[i]) is NOTHING:
            return self._compound(tokens[i]) if "-" in tokens[i] else None
        # Reports name the same places in the same words; only what stands in a list depends on more of them.
        window = tuple(tokens[i : i + _WINDOW])
        here = self._memo.get(window)
        if here is None:
            if len(self._memo) >= _MEMO_LIMIT:
                self._memo.clear()
            here = self._memo[window] = self._read(tokens, i)
        if here.name is None:
            return here.match
        return self._in_list(tokens, i, here.name) or here.match

    def _read(self, tokens: Sequence[str], i: int) -> _Here:
        entry = self._names.entry(tokens[i])
        found = self._after_unit(tokens, i, entry.unit) if entry.unit is not None and entry.unit.before else None
        name = self._names.at(tokens, i) if found is None else None
        if name is None:
            return _Here(found, None)
        found = self._with_unit_after(tokens, i, name)
        return _Here(found, None) if found is not None else _Here(self._bare(name), name)

    # --- a name with its unit word ---

    def _after_unit(self, tokens: Sequence[str], i: int, unit: Unit) -> PlaceMatch | None:
        """Read a unit word, its full stop or "of", then a name of that kind."""
        at = i + 1
        if unit.dotted and not tokens[i].endswith("."):
            if at >= len(tokens) or tokens[at] != ".":
                return None
            at += 1
        elif at < len(tokens) and tokens[at].lower() in ("of", "."):
            at += 1
        name = self._names.at(tokens, at) if at < len(tokens) else None
        found = self._named_after_unit(tokens, i, at, unit, name) if name is not None else None
        unknown = self._village(tokens, i, at, unit) if found is None or found.length == at - i + 1 else None
        # "The village of Verkhnia Kahamlyk" is not the Verkhnia that the table has.
        return unknown if found is None or (unknown is not None and unknown.length > found.length) else found

    def _named_after_unit(self, tokens: Sequence[str], i: int, at: int, unit: Unit, name: Name) -> PlaceMatch | None:
        after = self._units.after(tokens, at + name.length)
        if after is not None and set(after[0].kinds).isdisjoint(unit.kinds):
            return None
        return self._of_unit(name.readings, unit, at - i + name.length)

    def _village(self, tokens: Sequence[str], i: int, at: int, unit: Unit) -> PlaceMatch | None:
        """Read what the table does not have after "село": a village all the same."""
        if unit.kinds[0] != "settlement" or (unit.plural and not unit.singular):
            return None
        openers = self._units.village_openers.get(self._language)
        if tokens[at - 1].lower() not in openers if openers else not tokens[i][0].islower():
            return None
        found = village(tokens, at, self._language)
        if found is None:
            return None
        place, length = found
        return PlaceMatch(at - i + length, (place,), adjective=False, unit=True)

    def city(self, slug: str) -> str | None:
        """Return the id of the largest city with that name in its id: "belgorod" is ``RU-BEL.belgorod``."""
        return self._table.city(slug)

    def _of_unit(self, readings: Sequence[Reading], unit: Unit, length: int) -> PlaceMatch | None:
        chosen = self._choice.of_kinds(readings, unit.kinds)
        if not chosen:
            return None
        return PlaceMatch(length, chosen, adjective=self._choice.adjectival(readings, chosen), unit=True)

    def _with_unit_after(self, tokens: Sequence[str], i: int, name: Name) -> PlaceMatch | None:
        at = i + name.length
        hit = self._units.after(tokens, at)
        found = self._of_unit(name.readings, hit[0], name.length + hit[1]) if hit is not None else None
        if found is None and at < len(tokens) and tokens[at].lower() in self._units.seats:
            cities = self._choice.cities_of(name.readings)
            found = PlaceMatch(name.length + 1, cities, adjective=True, unit=True) if cities else None
        return found

    def _compound(self, token: str) -> PlaceMatch | None:
        """Read a name and its unit word in one: "Industrialnyj-Bezirk"."""
        head, hyphen, tail = token.rpartition("-")
        unit = self._units.get(tail.lower()) if hyphen and head else None
        name = self._names.at([head], 0) if unit is not None and unit.after else None
        return self._of_unit(name.readings, unit, 1) if name is not None and unit is not None else None

    # --- a name in a list ---

    def _in_list(self, tokens: Sequence[str], i: int, name: Name) -> PlaceMatch | None:
        """Read a member of a list whose unit word stands at its end or before it."""
        unit = self._closing_unit(tokens, i + name.length, name) or self._opening_unit(tokens, i)
        return None if unit is None else self._of_unit(name.readings, unit, name.length)

    def _closing_unit(self, tokens: Sequence[str], at: int, name: Name) -> Unit | None:
        """Return the unit word that ends a list: any for adjectives, a plural one for names that can stand alone."""
        for _ in range(_LIST_LENGTH - 1):
            start = at
            while at < len(tokens) and tokens[at].lower() in self._units.separators:
                at += 1
            member = self._names.at(tokens, at) if start < at < len(tokens) else None
            if member is None:
                return None
            at += member.length
            hit = self._units.after(tokens, at)
            if hit is not None:
                free = any(not reading.bound for reading in name.readings)
                return hit[0] if hit[0].plural or not free else None
        return None

    def _opening_unit(self, tokens: Sequence[str], i: int) -> Unit | None:
        """Return the unit word that a name stands after, at once or in a list."""
        joined = False
        for at in range(i - 1, max(-1, i - 2 * _LIST_LENGTH), -1):
            token = tokens[at]
            if token.lower() in self._units.separators:
                joined = True
                continue
            entry = self._names.entry(token)
            if entry.unit is not None and entry.unit.before and not entry.unit.dotted:
                return entry.unit if entry.unit.plural or not joined else None
            if not joined or not entry.readings:
                return None
        return None

    # --- a name alone ---

    def _bare(self, name: Name) -> PlaceMatch | None:
        """Read a name with no unit word."""
        readings = [reading for reading in name.readings if not (reading.lower and reading.bound)]
        free = [reading for reading in readings if not reading.bound]
        kinds = {self._table.place(reading.row).kind for reading in free}
        if kinds == {"settlement"} and any(self._table.place(reading.row).kind == "region" for reading in readings):
            # Смоленской: an oblast, a stanitsa
            return PlaceMatch(name.length, self._choice.ranked(readings), adjective=True)
        if free:
            common = all(reading.common for reading in free)
            districts = self._choice.districts(readings) if kinds == {"settlement"} else ()
            places = self._choice.ranked(free)
            return PlaceMatch(name.length, places, adjective=False, common=common, districts=districts)
        bound = [reading for reading in readings if self._choice.is_adjective(reading)]
        return PlaceMatch(name.length, self._choice.ranked(bound), adjective=True) if bound else None
