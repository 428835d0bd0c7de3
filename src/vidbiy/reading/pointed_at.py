"""Numbers that stand alone until the next sentence says of what: "Nineteen. That is how many are in hospital."."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.assertion import Assertion
from vidbiy.reading.making import make
from vidbiy.reading.quantity import Quantity
from vidbiy.reading.remembering import remember
from vidbiy.reading.sentence import Sentence

__all__ = ["pointed_at"]


def pointed_at(sentence: Sentence, pending: Sequence[Quantity]) -> list[Assertion]:
    """Return what the sentence says of the numbers `pending` that the one before left without a verb.

    It does so where it begins with a word that points back ("that is") and none of its verbs has a count of its own.
    """
    if not pending or sentence.assertions or not sentence.actions:
        return []
    first = sentence.first
    while first < sentence.last - 1 and not sentence.words[first][0].isalnum():
        first += 1
    if sentence.role(first, "pointed_at") is None:
        return []
    found: list[Assertion] = []
    for quantity in pending:
        cls = quantity.cls or "person"
        action = next((one for one in sentence.actions if cls in one.attributes["measures"]), None)
        if action is None:
            continue
        measure, subject = action.attributes["measures"][cls], quantity.subject or "person"
        found.append(make(sentence, "count.pointed_at", quantity, measure, subject, action))
        remember(sentence, found[-1])
    return found
