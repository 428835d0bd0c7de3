"""The places that the cells of data sets name, by the gazetteer and the few words that only a data set uses."""

from __future__ import annotations

import re
from functools import cache

from vidbiy.lexicon.datasets import DatasetWords
from vidbiy.lexicon.places import Gazetteer

__all__ = ["PlaceFinder"]

_ASIDE = re.compile(r"\s*\([^)]*\)")
_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")


class PlaceFinder:
    """Finds places by their English names."""

    def __init__(self) -> None:
        self._gazetteer = Gazetteer.load(("en",))
        self._words = DatasetWords.load().places
        self.find = cache(self._find)

    def _find(self, text: str) -> tuple[bool, str | None]:
        """Return whether the words are known, and the id of the one place that they name; none where they name several."""
        text = _ASIDE.sub("", text).strip()
        if text in self._words:
            return True, self._words[text]
        if " and " in text:
            return all(self.find(part)[0] for part in text.split(" and ")), None
        head, comma, tail = text.partition(", ")
        if comma:
            known, region = self.find(head)
            return known, None if region is None else self.within(tail, region) or region
        place = self._named(text, None)
        return place is not None, place

    def within(self, name: str, region: str | None) -> str | None:
        """Return the place of that name in a region; any, if the region is None."""
        if self._words.get(name, name) is None:
            return None
        return self._named(_ASIDE.sub("", name).strip(), region)

    def region(self, name: str) -> str | None:
        """Return the region that an oblast's bare name means: "Kharkiv", "Kyiv City"."""
        if name.endswith(" City"):
            return self._named(name.removesuffix(" City"), None)
        return self._named(f"{name} oblast", None) or self._named(name, None)

    def _named(self, text: str, region: str | None) -> str | None:
        tokens = _TOKEN.findall(text)
        match = self._gazetteer.match(tokens, 0) if tokens else None
        if match is None or match.length != len(tokens):
            return None
        for place in match.candidates:
            if region is None or place.id.partition(".")[0] == region:
                return place.id
        return None
