"""Villages that no table has, where no unit word stands right before them: named again, or in a list of villages.

"В селе Вязовое ... В Вязовом ранена женщина" is one village; "сёла Вязовое, Верховье и Козинка" are three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.places import PlaceMatch
from vidbiy.lexicon.villages import UNPLACED, village
from vidbiy.reading.words.annotation import Annotations, Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["with_villages"]

# The same name in another case begins alike: all but its last letters, and at least so many.
_ENDING, _FEWEST = 2, 4
_LISTING = frozenset({","})


def with_villages(annotations: Annotations, pack: LanguagePack) -> Annotations:
    """Return the annotations with the villages that are named without a unit word of their own."""
    tokens, marks, language, plurals = annotations.tokens, annotations.marks, pack.language, pack.village_plurals
    units = [mark for mark in marks if mark.value == "settlement" and tokens.words[mark.last - 1] in plurals]
    known = {mark.value for mark in marks if mark.kind == "place" and mark.value.startswith(UNPLACED)}
    covered = {at for mark in marks if mark.kind == "place" for at in range(mark.first, mark.last)}
    apposed = _called_so(tokens, marks, covered, language)
    if not units and not known and not apposed:
        return annotations
    found = [one for unit in units for one in _listed(tokens, marks, unit, covered, language)]
    found += apposed
    known |= {mark.value for mark in found}
    covered |= {at for mark in found for at in range(mark.first, mark.last)}
    if known:
        found += _named_again(tokens, marks, known, covered, language)
    return Annotations(tokens, sorted([*marks, *found], key=lambda mark: mark.first)) if found else annotations


def _listed(tokens: Tokens, marks: Sequence[Mark], unit: Mark, covered: set[int], language: str) -> list[Mark]:
    """Return the villages of a list behind "сёла", as far as names go on."""
    joints = {mark.first: mark.last for mark in marks if mark.kind == "role" and mark.value == "and"}
    ends = {mark.first: mark.last for mark in marks if mark.kind == "place"}
    found: list[Mark] = []
    at: int | None = _next(tokens, joints, ends[unit.first]) if unit.first in ends else unit.last
    while at is not None and at < len(tokens):
        if at in ends:
            last = ends[at]
        elif at not in covered and (one := village(tokens.raw, at, language)) is not None:
            last = at + one[1]
            found.append(_mark(one[0].id, at, one[1], PlaceMatch(one[1], (one[0],), adjective=False, unit=True)))
        else:
            return found
        at = _next(tokens, joints, last)
    return found


def _called_so(tokens: Tokens, marks: Sequence[Mark], covered: set[int], language: str) -> list[Mark]:
    """Return the names behind "in" that are called villages after a comma: "in Velyka Lypa, a village in the region"."""
    articles = {mark.first: mark.last for mark in marks if mark.kind == "article"}
    units = {mark.first for mark in marks if mark.kind == "noun" and mark.value == "settlement"}
    found: list[Mark] = []
    if not units:
        return found
    for role in marks:
        at = role.last
        if role.kind != "role" or role.value != "locative" or at in covered or at >= len(tokens):
            continue
        one = village(tokens.raw, at, language)
        if one is None or at + one[1] >= len(tokens) or tokens.words[at + one[1]] != ",":
            continue
        behind = at + one[1] + 1
        if articles.get(behind, behind) in units and not any(mark.first == at for mark in found):
            found.append(_mark(one[0].id, at, one[1], PlaceMatch(one[1], (one[0],), adjective=False, unit=True)))
    return found


def _next(tokens: Tokens, joints: Mapping[int, int], at: int) -> int | None:
    """Return where the next name of a list begins, behind a comma or an "and"; None where the list ends."""
    if at < len(tokens) and tokens.words[at] in _LISTING:
        return at + 1
    return joints.get(at)


def _named_again(
    tokens: Tokens, marks: Sequence[Mark], known: set[str], covered: set[int], language: str
) -> list[Mark]:
    """Return the names behind "in" or "over" that are those of villages named elsewhere in the text."""
    found: list[Mark] = []
    for role in marks:
        at = role.last
        if role.kind != "role" or role.value != "locative" or at in covered or at >= len(tokens):
            continue
        one = village(tokens.raw, at, language)
        same = None if one is None else next((name for name in known if _alike(name, one[0].id)), None)
        if one is not None and same is not None:
            place = replace(one[0], id=same)
            found.append(_mark(same, at, one[1], PlaceMatch(one[1], (place,), adjective=False, unit=True)))
    return found


def _alike(known: str, name: str) -> bool:
    """Tell whether two ids are of one name in two cases."""
    one, other = known.partition(".")[2], name.partition(".")[2]
    stem = max(len(one) - _ENDING, _FEWEST)
    return one[:stem] == other[:stem] and abs(len(one) - len(other)) <= _ENDING


def _mark(place: str, at: int, length: int, match: PlaceMatch) -> Mark:
    mark = Mark("place", place, at, at + length)
    mark.place = match
    return mark
