"""The gazetteer as a document uses it: which of several places a name or a word like "the city" means here.

"Pokrovske" is the one of the region that was spoken of before; "над Брянской областью, над Тульской" are two regions.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.places import Gazetteer, Place
from vidbiy.lexicon.villages import UNPLACED
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["AROUND", "CAPITALS", "SMALL", "Atlas", "country_of", "region_of"]

_COUNTRIES = frozenset({"UA", "RU"})
_CRIMEA = "UA-43"
# Whose villages can be spelled from a text of that language.
_COUNTRY_OF_LANGUAGE = {"ru": "RU", "uk": "UA"}
_WIDE = frozenset({"raion", "hromada", "region", "country"})
_ADJECTIVAL = frozenset({"district", "raion", "hromada"})  # and regions: "Сумская."
SMALL = frozenset({"city", "settlement", "district"})
CAPITALS = {"UA": "UA-30", "RU": "RU-MOW"}
# The region around a city that is a region itself.
AROUND = {"UA-30": "UA-32", "RU-MOW": "RU-MOS", "RU-SPE": "RU-LEN", "UA-40": "UA-43"}
# The seat of these is a region itself.
_NO_SEAT = frozenset(AROUND.values())
# An official's post does not mean a small place of another region by a bare name.
_MINOR, _KNOWN_SIZE = frozenset({"settlement", "city", "district", "hromada"}), 30_000
# Words that tell two places apart.
_OF_TWO, _TWO = ("former", "latter"), 2
# A city so many times as large as its namesake is meant without its country ("Voronezh").
_FAMOUS = 20
_LARGE = 200_000


class Atlas:
    """The gazetteer as a document uses it: homonyms are decided by the places that were spoken of before."""

    def __init__(self, gazetteer: Gazetteer, nation: str, region: str | None = None) -> None:
        self._gazetteer = gazetteer
        self.local = region is not None
        self._region = region  # that of the document's source: it speaks of no other by a bare homonym
        self._chains: dict[str, frozenset[str]] = {}
        self.nation = nation
        self.capitals = frozenset(CAPITALS.values())
        self.there: str | None = None  # what was spoken of before the sentence at hand
        self.seen: list[str] = []
        self.listed: Sequence[
            str
        ] = ()  # the places that the last sentence with a name named: "the former", "the latter"
        self.state: str | None = None  # the country that was named last: "its airspace"
        self.unit: str | None = None  # the word that the last name stood with ("області"), for names that leave it out

    def kind(self, place_id: str) -> str:
        """Return the kind of a place, "" where it is not known; what has a name in a region is at least a village."""
        place = self._gazetteer.get(place_id)
        return place.kind if place is not None else "settlement" if "." in place_id else ""

    def chain(self, place_id: str) -> frozenset[str]:
        """Return the ids of a place and of all that it lies in, countries left out."""
        chain = self._chains.get(place_id)
        if chain is None:
            chain = frozenset({place_id, region_of(place_id), *self._gazetteer.ancestors(place_id)})
            chain = self._chains[place_id] = frozenset(one for one in chain if "-" in one)
        return chain

    def within(self, place: str, other: str) -> bool:
        """Tell whether `place` lies in `other`."""
        return other != place and (other in self.chain(place) or other == country_of(place) != place)

    def lies_in(self, place: str, other: str) -> bool:
        """Tell whether `place` can lie in the wider `other`: not every village's community is known."""
        if place == other or self.within(place, other):
            return True
        if self.kind(place) not in SMALL or self.kind(other) not in _WIDE or region_of(place) != region_of(other):
            return False
        known = {self.kind(one) for one in self._gazetteer.ancestors(place)}
        return self.kind(other) not in known  # else it lies in another one

    def city_of(self, place_id: str) -> str | None:
        """Return the city that a place is or lies in as a district; None for regions and raions."""
        place = self._gazetteer.get(place_id)
        if place is None:
            return place_id if "." in place_id else None
        if place.kind == "district":
            return place.parent
        return place_id if place.kind in ("city", "settlement") or place_id in AROUND else None

    def common(self, places: Sequence[str]) -> str | None:
        """Return what all of `places` lie in: their city, else their region, else their country; None for several."""
        cities = {self.city_of(place) for place in places}
        if len(cities) == 1 and None not in cities:
            return cities.pop()
        regions = {region_of(place) for place in places}
        if len(regions) == 1:
            return regions.pop()
        countries = {country_of(place) for place in places}
        return countries.pop() if len(countries) == 1 else None

    def seat(self, region: str) -> str | None:
        """Return the main city of a region: the most populous one."""
        return self._gazetteer.seats().get(region)

    def choose(
        self, candidates: Sequence[Place], nearer: Sequence[str] = (), *, called_village: bool = False
    ) -> str | None:
        """Return the one of `candidates` that belongs to what was spoken of last, `nearer` before all."""
        if candidates[0].id.startswith(UNPLACED):
            return self._in_region(candidates[0], nearer)
        own: Sequence[Place] | str | None = candidates
        if self._region is not None:
            own = self._of_own_region(candidates, called_village=called_village)
        elif called_village:
            own = self._near_namesake(candidates, nearer) or candidates
        if isinstance(own, str) or own is None:
            return own
        candidates = own
        if candidates[0].kind == "region" and not called_village:
            candidates = [one for one in candidates if not _is_minor(one)]
        if len(candidates) == 1:
            return candidates[0].id
        for seen in (*nearer, *reversed(self.seen)):
            chain = self.chain(seen)
            for candidate in candidates:
                if chain & self.chain(candidate.id):
                    dwarfed = _is_dwarfed(candidate, candidates[0]) and seen not in nearer
                    return self._likeliest(candidates) if dwarfed and "." in seen else candidate.id
        return self._likeliest(candidates)

    def _likeliest(self, candidates: Sequence[Place]) -> str:
        """Return the first of `candidates`, but a place of the document's country where it is not much smaller."""
        if candidates[0].kind != "region":
            for candidate in candidates:
                if (
                    country_of(candidate.id) == self.nation
                    and candidates[0].population < _FAMOUS * candidate.population
                ):
                    return candidate.id
        return candidates[0].id

    def _of_own_region(self, candidates: Sequence[Place], *, called_village: bool) -> Sequence[Place] | str | None:
        """Return those of the source's own region; where none is and all are small, its own place of that name."""
        inside = [one for one in candidates if region_of(one.id) == self._region]
        if not inside and all(one.kind in _MINOR and (called_village or _is_minor(one)) for one in candidates):
            return self._namesake(candidates)
        return inside or candidates

    def _in_region(self, village: Place, nearer: Sequence[str]) -> str | None:
        """Return the id of a village that no table has, in the region spoken of; in a language not of its country the region."""
        regions = (
            [self._region] if self._region is not None else [region_of(one) for one in (*nearer, *reversed(self.seen))]
        )
        region = next((one for one in regions if "-" in one), None)
        language = village.names[0][0]
        if region is None or region in CAPITALS.values() or country_of(region) not in _COUNTRIES:
            return None
        if _COUNTRY_OF_LANGUAGE.get(language, country_of(region)) != country_of(region):
            return region  # how the village is spelt there cannot be told
        return region + village.id.removeprefix(UNPLACED)

    def _near_namesake(self, candidates: Sequence[Place], nearer: Sequence[str]) -> str | None:
        """Return the village of that name in the region spoken of last, where the gazetteer has none of it there."""
        regions = [region_of(one) for one in (*nearer, *reversed(self.seen)) if "-" in one]
        country = country_of(candidates[0].id)
        if any(one.kind != "settlement" for one in candidates) or not regions:
            return None
        if country_of(regions[0]) != country or regions[0] in CAPITALS.values():
            return None
        if any(region_of(one.id) in regions for one in candidates):
            return None
        return f"{regions[0]}.{candidates[0].id.partition('.')[2]}"

    def _namesake(self, candidates: Sequence[Place]) -> str | None:
        """Return the id of a small place of the source's own region that the gazetteer only knows elsewhere."""
        for candidate in candidates:
            if self._region is not None and country_of(candidate.id) == country_of(self._region):
                return f"{self._region}.{candidate.id.partition('.')[2]}"
        return None

    def resolve(self, mark: Mark, tokens: Tokens, nearer: Sequence[str] = ()) -> str | None:
        """Return the id of the place that `mark` names; None where an adjective stands without its noun."""
        match = mark.place
        if match is None or not match.candidates:
            return None
        if match.unit:
            if tokens.raw[mark.last - 1][0].islower():
                self.unit = tokens.raw[mark.last - 1]
        elif (match.adjective or self._far(match.candidates)) and self.unit is not None:
            # "над Брянской областью, над Тульской": the noun is the one before.
            again = self._gazetteer.match([*tokens.raw[mark.first : mark.last], self.unit], 0)
            if again is not None and again.unit and again.adjective:
                return self.choose(again.candidates, nearer)
        if match.adjective and not match.unit:
            return None
        village = match.unit and mark.last - mark.first > 1 and match.candidates[0].kind in SMALL
        return self.choose(match.candidates, nearer, called_village=village)

    def nearby(self, mark: Mark, *, districts: bool = False) -> str | None:
        """Return what an adjective without its noun names: "Desnianskyi: 2 dead", "у Дарницькому — пожежа"."""
        candidates = mark.place.candidates if mark.place is not None else ()
        spoken = frozenset().union(*(self.chain(seen) for seen in self.seen))
        for one in candidates:
            if one.kind == "region" and not districts:
                return one.id
            if one.kind in (("district", "raion") if districts else _ADJECTIVAL) and self.chain(one.id) & spoken:
                return one.id
        return None

    def district_here(self, mark: Mark, current: str | None) -> str | None:
        """Return the district of the city spoken of that an adjective names: "в Днепровском", after one of Kyiv."""
        city = self.city_of(current) if current is not None else None
        match = mark.place
        if city is None or match is None or match.unit:
            return None
        places = (*match.districts, *match.candidates)
        return next((one.id for one in places if one.kind == "district" and one.parent == city), None)

    def _far(self, candidates: Sequence[Place]) -> bool:
        """Tell whether none of the places is near to any that was spoken of."""
        regions = {region_of(candidate.id) for candidate in candidates}
        return regions.isdisjoint(region_of(seen) for seen in self.seen)

    # ---- "the city", "the region", "the country" ----

    def meant(self, word: str, current: str | None) -> str | None:
        """Return the place that "the capital", "the city", "the region", "the country", "its soil" means here."""
        fixed = {
            "there": current,
            "country": self.nation,
            "own": self.state or self.nation,
            "peninsula": _CRIMEA,
            "capital": CAPITALS.get(self.nation),
        }
        if word in fixed:
            return fixed[word]
        if word in _OF_TWO:
            return self._of_two(latter=word == "latter")
        spoken = [current] if current is not None else []
        spoken += reversed(self.seen)
        for place in spoken:
            if "-" not in place:
                continue
            city = self._around(word, place)
            if city is not None:
                return city
        # "The hardest night was in Sumy region: a bomb on the city": the city of a region is its seat.
        whole = word == "city" and current is not None and self.kind(current) == "region" and current not in _NO_SEAT
        return self.seat(current) if whole and current is not None else None

    def _of_two(self, *, latter: bool) -> str | None:
        """Return the first or the second of two places just named side by side; None where one only says where the other is."""
        if len(self.listed) != _TWO:
            return None
        one, other = self.listed
        return None if self.lies_in(one, other) or self.lies_in(other, one) else other if latter else one

    def _around(self, word: str, place: str) -> str | None:
        """Return the city, the region or their centre that a word means when `place` was spoken of."""
        if word == "city":
            return None if self.kind(place) == "settlement" else self.city_of(place) or self._seat_of(place)
        if word in ("district", "community"):
            return self._area(word, place)
        if word == "raion_centre":
            return place.removesuffix("-raion") if place.endswith("-raion") else None
        if word == "region":
            return AROUND.get(place) or region_of(place)
        return self.seat(region_of(place))

    def _seat_of(self, place: str) -> str | None:
        """Return the city that a raion is named after, where that is one."""
        seat = place.removesuffix("-raion")
        return seat if seat != place and self.kind(seat) == "city" else None

    def _area(self, word: str, place: str) -> str | None:
        """Return the district or the community that a place is, or lies in as far as that is known."""
        kinds = ("raion", "district") if word == "district" else ("hromada",)
        for one in (place, *self._gazetteer.ancestors(place), f"{place}-{kinds[0]}"):
            if self._gazetteer.get(one) is not None and self.kind(one) in kinds:
                return one
        return None


def _is_dwarfed(place: Place, famous: Place) -> bool:
    """Tell whether a large city is meant before its small namesake: Mykolaiv of the south before the one near Lviv."""
    return famous.kind == "city" and famous.population > _LARGE and place.population * _FAMOUS < famous.population


def _is_minor(place: Place) -> bool:
    return place.kind in _MINOR and place.population < _KNOWN_SIZE


def country_of(place_id: str) -> str:
    """Return the country that the id of a place begins with."""
    return place_id.partition("-")[0].partition(".")[0]


def region_of(place_id: str) -> str:
    """Return the region that the id of a place begins with; the country for a country."""
    return place_id.partition(".")[0]
