"""Works that are called by their town: "Саратовский НПЗ" is in Saratov, "Сызранский нефтезавод" in Syzran."""

from __future__ import annotations

from collections.abc import Iterator

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.places import Gazetteer, PlaceMatch
from vidbiy.reading.words.annotation import Annotations, Mark

__all__ = ["with_works"]

# From an adjective without its ending to the names of towns that it can be of: "Сызранский" is of Сызрань.
_TOWNS = ("", "ск", "ь", "а", "о", "и", "ськ")
_ENDINGS = ("ский", "ского", "скому", "ским", "ском", "ський", "ського", "ському", "ським")
_TOWN = frozenset({"city", "settlement"})
# A town so small is rather a namesake of the one that the works are of.
_LARGE = 30_000


def with_works(annotations: Annotations, pack: LanguagePack, places: Gazetteer) -> Annotations:
    """Return the annotations with the town of each refinery that is called by its adjective."""
    if not pack.works:
        return annotations
    tokens, marks = annotations.tokens, annotations.marks
    found: list[Mark] = []
    covered = {at for mark in marks if mark.kind == "place" for at in range(mark.first, mark.last)}
    joints = {mark.last: mark.first for mark in marks if mark.kind == "role" and mark.value == "and"}
    for site in marks:
        at = site.first - 1
        if site.kind != "site" or not tokens.words[site.first].startswith(pack.works):
            continue
        while at >= 0 and at not in covered and (match := _town(tokens.raw[at], places)) is not None:
            found.append(_mark(match, at))
            at = joints.get(at, at) - 1  # "Рязанский и Сызранский НПЗ"
    return Annotations(tokens, sorted([*marks, *found], key=lambda mark: mark.first)) if found else annotations


def _town(adjective: str, places: Gazetteer) -> PlaceMatch | None:
    """Return the largest town that an adjective with a capital is of."""
    ending = next((ending for ending in _ENDINGS if adjective.endswith(ending)), None)
    if ending is None:
        return None
    towns = [
        match
        for match in _named(adjective.removesuffix(ending).capitalize(), places)
        if match.candidates[0].kind in _TOWN
    ]
    largest = max(towns, key=lambda match: match.candidates[0].population, default=None)
    return largest if largest is not None and largest.candidates[0].population >= _LARGE else None


def _named(stem: str, places: Gazetteer) -> Iterator[PlaceMatch]:
    for ending in _TOWNS:
        match = places.match([stem + ending], 0)
        if match is not None and not match.adjective and match.length == 1:
            yield match


def _mark(match: PlaceMatch, at: int) -> Mark:
    mark = Mark("place", match.candidates[0].id, at, at + 1)
    mark.place = PlaceMatch(1, match.candidates, adjective=False, unit=True)
    return mark
