"""Hospitals as places where the hurt are: "двое в областной клинической больнице"."""

from __future__ import annotations

from vidbiy.lexicon.pack import ACTIONS
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["HOSPITAL", "with_care"]

# "у Сумському районі — амбулаторію": behind these the hospital is no place to be taken to.
_MARKS = frozenset({"—", "-", ":", ",", "("})
_STRIKES = frozenset({"hit", "attack", "debris"})
HOSPITAL = "site.medical"
# "в центральной городской клинической": so many words may stand between "in" and its hospital.
_MOST_WORDS = 4


def with_care(tokens: Tokens, marks: list[Mark]) -> list[Mark]:
    """Return `marks` with the action of being cared for wherever somebody may be "in" or "to" a hospital.

    It counts people only, so a hospital that was hit is still read as a thing.
    """
    cared: list[Mark] = []
    inside: Mark | None = None
    people, struck = False, -1  # whether people were named; where a word for a strike ends
    for mark in marks:
        cared.append(mark)
        people = people or mark.kind in ("person", "number")
        if mark.kind == "action" and mark.value in _STRIKES and not people:
            struck = mark.last
        if mark.kind == "role" and mark.value == "inside":
            inside = mark if mark.first != struck else None  # "влучання в аптеку"
        elif mark.kind == "site" and mark.value == HOSPITAL and inside is not None:
            between = tokens.words[inside.last : mark.first]
            if len(between) <= _MOST_WORDS and _MARKS.isdisjoint(between):
                attributes = {"measures": ACTIONS.measures("hospitalise"), "side": None}
                cared.append(Mark("action", "hospitalise", mark.first, mark.last, attributes))
            inside = None
        elif mark.kind not in ("place", "role"):
            inside = None
    return cared
