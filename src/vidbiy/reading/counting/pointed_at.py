"""Numbers that stand alone until the next sentence says of what: "Nineteen. That is how many are in hospital."."""

from __future__ import annotations

from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.making import make
from vidbiy.reading.sentences.remembering import remember
from vidbiy.reading.sentences.sentence import Sentence

__all__ = ["pointed_at"]


def pointed_at(sentence: Sentence) -> list[Assertion]:
    """Return what the sentence says of the numbers that the one before left without a verb.

    It does so where it begins with a word that points back ("that is"), by a verb that stands before its own numbers.
    """
    pending, actions = sentence.discourse.pending, sentence.of_kind("action")
    if not pending or not actions:
        return []
    first = sentence.first
    while first < sentence.last - 1 and not sentence.words[first][0].isalnum():
        first += 1
    if sentence.role(first, "pointed_at") is None:
        return []
    own = next((mark.first for mark in sentence.of_kind("number")), sentence.last)
    found: list[Assertion] = []
    for quantity in pending:
        cls = quantity.cls or "person"
        action = next((one for one in actions if one.last <= own and cls in one.attributes["measures"]), None)
        if action is None:
            continue
        measure, subject = action.attributes["measures"][cls], quantity.subject or "person"
        found.append(make(sentence, "count.pointed_at", quantity, measure, subject, action))
        remember(sentence, found[-1])
    return found
