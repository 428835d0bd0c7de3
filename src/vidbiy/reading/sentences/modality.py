"""How firmly something is said: stated, unconfirmed, expected, or denied (DESIGN, ``modality``)."""

from __future__ import annotations

from vidbiy.model import Modality
from vidbiy.reading.sentences.sentence import Sentence

__all__ = ["DOUBTS", "modality_of"]

# The roles of the words that take something back or put it in doubt.
DOUBTS = frozenset({"negation", "denial", "unsure", "expected"})
# "Reports of 20 missing were wrong": a denial stands in the clause of what it denies.
_DENIAL_FAR = 4.0
_DOUBT_FAR = 8.0
# "may launch", "загроза застосування": the word stands just before the action.
_EXPECTED_FAR = 1.5


def modality_of(sentence: Sentence, first: int, last: int, counted: int | None) -> Modality:
    """Return how firmly the sentence asserts the tokens [first, last); `counted` is where its number begins."""
    cost = sentence.governor.cost
    for mark in sentence.marks:
        if mark.kind != "role":
            continue
        if mark.value == "negation" and counted is not None and mark.last == counted:
            return Modality.DENIED
        if mark.value == "denial" and cost(mark, first, last) <= _DENIAL_FAR:
            return Modality.DENIED
        if mark.value == "unsure" and cost(mark, first, last) <= _DOUBT_FAR:
            return Modality.UNCONFIRMED
        if mark.value == "expected" and mark.first < last and cost(mark, first, last) <= _EXPECTED_FAR:
            return Modality.EXPECTED
    return Modality.STATED
