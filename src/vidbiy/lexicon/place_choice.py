"""Which places a name may mean, the likeliest first: "Харьковской области" the region, "Kyiv raion" what Kyiv owns.

A bare name may mean several places: a country or region first, then by population, whatever the kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.place_names import Reading
from vidbiy.lexicon.place_table import OWNED, Place, PlaceTable

__all__ = ["PlaceChoice"]

_RANK = {"country": 0, "sea": 0, "region": 1}
_LOWEST_RANK = 2
_ADJECTIVAL = frozenset({"uk", "ru"})


class PlaceChoice:
    """Chooses among the places of a table."""

    def __init__(self, table: PlaceTable) -> None:
        self._table = table

    def ranked(self, readings: Sequence[Reading]) -> tuple[Place, ...]:
        """Return the places of a name without a unit word."""
        places = {reading.row: self._table.place(reading.row) for reading in readings}
        return tuple(sorted(places.values(), key=_rank))

    def of_kinds(self, readings: Sequence[Reading], kinds: tuple[str, ...]) -> tuple[Place, ...]:
        """Return the places of these kinds; a city's name stands for its raion or hromada where that is asked for."""
        places = {place.id: place for reading in readings if (place := self._table.place(reading.row)).kind in kinds}
        for reading in readings:
            places.update(self._owned(self._table.place(reading.row), kinds))
        # Kyiv is a region in its own right: "Kyiv region" means the other one, "the city of Kyiv" this.
        bound = {self._table.place(reading.row).id for reading in readings if reading.bound}
        regions = {key for key, place in places.items() if place.kind == "region"}
        wrong = regions - bound if kinds[0] == "region" and regions & bound else set()
        wrong = regions & bound if kinds[0] != "region" else wrong
        chosen = [place for key, place in places.items() if key not in wrong]
        return tuple(sorted(chosen, key=lambda place: self._order(place, kinds)))

    def _order(self, place: Place, kinds: tuple[str, ...]) -> tuple[int, int, bool, str]:
        """Return by what to sort: "Печерский район" is the district of the register before the quarter Pechersk."""
        return kinds.index(place.kind), -self._weight(place), place.katotth is None, place.id

    def _owned(self, owner: Place, kinds: tuple[str, ...]) -> dict[str, Place]:
        if owner.kind not in ("city", "settlement"):
            return {}
        owned = [self._table.get(f"{owner.id}-{kind}") for kind in kinds if kind in OWNED]
        return {place.id: place for place in owned if place is not None}

    def _weight(self, place: Place) -> int:
        if place.population or place.parent is None:
            return place.population
        seat = self._table.get(place.id.rpartition("-")[0] if place.kind in OWNED else place.parent)
        return seat.population if seat is not None else 0

    def cities_of(self, readings: Sequence[Reading]) -> tuple[Place, ...]:
        """Return the cities whose raion or hromada these are, or that a noun names itself."""
        found = {}
        for reading in readings:
            place = self._table.place(reading.row)
            if not reading.bound and (place.kind == "city" or (place.kind == "region" and not reading.rest)):
                found[place.id] = place
            elif place.kind in OWNED:
                city = self._table.get(place.id.rpartition("-")[0])
                if city is not None:
                    found[city.id] = city
        return tuple(sorted(found.values(), key=lambda place: -place.population))

    def is_adjective(self, reading: Reading) -> bool:
        """Tell whether a name that needs a unit word hints at its place without one.

        In Ukrainian and Russian it is an adjective ("Липецької й Тамбовської"). Elsewhere only a city's district
        counts: "Zelensky" is no hromada.
        """
        return reading.language in _ADJECTIVAL or self._table.place(reading.row).kind == "district"

    def districts(self, readings: Sequence[Reading]) -> tuple[Place, ...]:
        """Return the districts of cities among what a name is the adjective of."""
        places = (self._table.place(reading.row) for reading in readings if reading.bound)
        return tuple(place for place in places if place.kind == "district")

    def adjectival(self, readings: Sequence[Reading], chosen: Sequence[Place]) -> bool:
        """Tell whether the chosen places are named by an adjective; by a noun as well, if they can stand alone."""
        rows = {self._table.row(place) for place in chosen}
        return any(
            reading.bound and reading.row in rows and (reading.language == "pl" or self.is_adjective(reading))
            for reading in readings
        )


def _rank(place: Place) -> tuple[int, int, bool, str]:
    kind = _RANK.get(place.kind, _LOWEST_RANK)
    return kind, -place.population, not place.id.startswith("UA"), place.id
