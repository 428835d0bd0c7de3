"""Where things have happened so far in a document: at one place, at several, in a list of them."""

from __future__ import annotations

from collections.abc import Iterable

from vidbiy.reading.places.atlas import Atlas, region_of
from vidbiy.reading.places.mention import Mention

__all__ = ["NamedPlaces"]


class NamedPlaces:
    """The places that a document has named so far as where something happened."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._places: set[str] = set()
        self._listed = False  # a list of places was among them

    def note(self, mentions: Iterable[Mention]) -> None:
        """Take note of the places of a sentence."""
        for mention in mentions:
            self._listed = self._listed or mention.several
            if mention.role == "where" and mention.place:
                self._places.add(mention.place)

    def only(self, place: str) -> bool:
        """Tell whether no place was named but this, and what it lies in or holds."""
        return not self._listed and all(one == place or self._nested(one, place) for one in self._places)

    @property
    def several(self) -> bool:
        """Whether there were places none of which holds the other."""
        return any(one != other and not self._nested(one, other) for one in self._places for other in self._places)

    @property
    def region(self) -> str | None:
        """The region that all of them lie in, where there is one."""
        regions = {region_of(one) for one in self._places}
        region = regions.pop() if len(regions) == 1 else None
        return region if region is not None and "-" in region else None

    def district(self, home: str) -> str | None:
        """Return the only district that was named, where it is one of the city `home`."""
        districts = [one for one in self._places if self._atlas.kind(one) == "district"]
        if len(districts) != 1 or self._atlas.city_of(districts[0]) != self._atlas.city_of(home):
            return None
        return districts[0]

    def _nested(self, one: str, other: str) -> bool:
        return self._atlas.within(one, other) or self._atlas.within(other, one)
