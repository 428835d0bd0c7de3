"""Names whose noun is left out: "nad obwodem briańskim, 21 nad kałuskim", districts in a list that is by district.

Where a language writes the adjectives of places with a small letter, only the noun beside them shows that they are names,
and it is said once: the next names go without it, behind their preposition. In a list that is announced "by district"
the labels of its lines are districts, whatever else has that name ("Dnipro: two dead").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vidbiy.lexicon.places import Gazetteer, PlaceMatch
from vidbiy.reading.words.annotation import Annotations, Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["with_left_out"]

# So far behind the noun a name may still go without it.
_REACH = 60
# What follows an adjective that stands for a place; a noun there would be what it describes ("w kijowskim metrze").
_FOLLOWING = frozenset({"action", "number", "qualifier", "person", "report", "source", "office", "time"})
_JOINING = frozenset({"and", "or", "aux", "locative", "include", "negation", "more", "clause"})
_KINDS = frozenset({"region", "district"})
_SEPARATORS = frozenset({","})
_LABEL_ENDS = frozenset({":", "—", "-", "–"})
# A label has no more words than this; so many lines may stand empty between the head of a list and its first line.
_LABEL, _EMPTY = 3, 2


def with_left_out(annotations: Annotations, places: Gazetteer) -> Annotations:
    """Return the annotations with the places that are named without their noun; most texts have none."""
    tokens, marks = annotations.tokens, annotations.marks
    # Most texts have neither: one look at each mark.
    nouns = {mark.value for mark in marks if mark.kind == "noun"}
    named = not nouns.isdisjoint(_KINDS)
    added: dict[int, Mark] = {}
    if named or any(mark.kind == "place" and _in_small_letters(mark, tokens) for mark in marks):
        added |= {mark.first: mark for mark in _adjectives(tokens, marks, places)}
    if "district" in nouns:
        added |= {mark.first: mark for mark in _district_labels(tokens, marks, places)}
    if not added:
        return annotations
    taken = {at for mark in added.values() for at in range(mark.first, mark.last)}
    kept = [mark for mark in marks if mark.kind not in ("place", "metonym") or mark.first not in taken]
    return Annotations(tokens, sorted([*kept, *added.values()], key=lambda mark: mark.first))


def _names_kind(mark: Mark, places: Gazetteer, tokens: Tokens) -> bool:
    """Tell whether a noun says of what kind the places behind it are."""
    return mark.kind == "noun" and mark.value in _KINDS and places.is_noun(tokens.raw[mark.first])


def _in_small_letters(mark: Mark, tokens: Tokens) -> bool:
    """Tell whether a place is named by an adjective with its noun, both in small letters: "w obwodzie kijowskim"."""
    match = mark.place
    if match is None or not match.unit or not match.adjective:
        return False
    return all(word[0].islower() for word in tokens.raw[mark.first : mark.last])


def _adjectives(tokens: Tokens, marks: Sequence[Mark], places: Gazetteer) -> Iterator[Mark]:
    """Yield the adjectives behind a preposition, or in a list, whose noun stood with a name before."""
    noun, since = "", 0
    begin = _by_first(marks)
    for mark in marks:
        if mark.kind == "place" and _in_small_letters(mark, tokens):
            words = tokens.raw[max(mark.first - 1, 0) : mark.last]  # "w dzielnicy" is a preposition with its noun
            noun = next((word for word in words if places.is_noun(word)), noun)
            since = mark.last
            at = mark.last + 1 if _joins(tokens, begin, mark.last) else 0
        elif _names_kind(mark, places, tokens):
            noun, since, at = tokens.raw[mark.first], mark.last, 0  # "z podziału na rejony: w browarskim …"
        elif mark.kind == "role" and mark.value == "locative":
            at = mark.last
        else:
            continue
        if noun and 0 <= at - since <= _REACH and at < len(tokens):
            found = _left_out(tokens, begin, at, noun, places)
            if found is not None:
                since = found.last
                yield found


def _joins(tokens: Tokens, begin: Mapping[int, Sequence[Mark]], at: int) -> bool:
    """Tell whether a comma or "and" stands at a token."""
    if at + 1 >= len(tokens):
        return False
    return tokens.words[at] in _SEPARATORS or any(mark.value == "and" for mark in begin.get(at, ()))


def _left_out(
    tokens: Tokens, begin: Mapping[int, Sequence[Mark]], at: int, noun: str, places: Gazetteer
) -> Mark | None:
    """Return the place that the adjective at a token names with `noun`, unless a noun of its own follows."""
    word = tokens.raw[at]
    if not word[0].islower() or any(mark.kind in ("place", "number") for mark in begin.get(at, ())):
        return None
    following = begin.get(at + 1, ())
    ends = at + 1 >= len(tokens) or not tokens.words[at + 1][0].isalnum()
    if not ends and not any(
        mark.kind in _FOLLOWING or (mark.kind == "role" and mark.value in _JOINING) for mark in following
    ):
        return None
    match = places.match([word.capitalize(), noun], 0)
    return _mark(match, at, at + 1) if match is not None and match.unit and match.adjective else None


def _district_labels(tokens: Tokens, marks: Sequence[Mark], places: Gazetteer) -> Iterator[Mark]:
    """Yield the labels of the lines below "Damage by district:"."""
    words = tokens.words
    for head in marks:
        if head.kind != "noun" or head.value != "district" or not places.is_noun(tokens.raw[head.first]):
            continue
        at = _line_end(words, head.last)
        if words[at - 1] != ":":
            continue
        empty = 0
        while at < len(words) and words[at] == "\n" and empty <= _EMPTY:
            first = at + 1
            at = _line_end(words, first)
            if at == first:
                empty += 1
                continue
            label = _label(tokens, first, at, tokens.raw[head.first], places)
            empty = _EMPTY  # an empty line ends the list
            if label is not None:
                yield label


def _label(tokens: Tokens, first: int, last: int, noun: str, places: Gazetteer) -> Mark | None:
    """Return the district that stands before the colon or the dash of a line."""
    while first < last and not tokens.raw[first][0].isalnum():
        first += 1
    end = next((at for at in range(first, min(last, first + _LABEL + 1)) if tokens.words[at] in _LABEL_ENDS), first)
    if end == first:
        return None
    name = [tokens.raw[first].capitalize() if tokens.raw[first].islower() else tokens.raw[first]]
    match = places.match([*name, *tokens.raw[first + 1 : end], noun], 0)
    if match is None or not match.unit:
        return None
    kinds = [one.kind for one in match.candidates]
    kind = next((kind for kind in ("district", "raion") if kind in kinds), None)
    if kind is None:
        return None
    return _mark(replace(match, candidates=tuple(one for one in match.candidates if one.kind == kind)), first, end)


def _line_end(words: Sequence[str], at: int) -> int:
    return next((end for end in range(at, len(words)) if words[end] == "\n"), len(words))


def _mark(match: PlaceMatch, first: int, last: int) -> Mark:
    mark = Mark("place", match.candidates[0].id, first, last)
    mark.place = match
    return mark


def _by_first(marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    begin: dict[int, list[Mark]] = {}
    for mark in marks:
        begin.setdefault(mark.first, []).append(mark)
    return begin
