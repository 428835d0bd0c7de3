"""Victims who are only said to be there: "на жаль, є поранений", "имеется пострадавшая": one person, by the ending."""

from __future__ import annotations

from vidbiy.reading.sentence import Sentence
from vidbiy.reading.single import Single

__all__ = ["find_present"]

_HARMS = frozenset({"kill", "injure"})
# "є вже поранений": so near stands the victim.
_NEAR = 1


def find_present(sentence: Sentence) -> list[Single]:
    """Return the one victim that the sentence says there is, where nobody else is named or counted."""
    if sentence.of_kind("person") or sentence.quantities:
        return []
    for there in sentence.of_role("there_is"):
        if sentence.role_before(there.first, "negation") is not None:
            continue  # "nikt nie jest ranny"
        for action in sentence.actions:
            if action.value not in _HARMS or not 0 <= action.first - there.last <= _NEAR:
                continue
            if sentence.words[action.first] in sentence.pack.one_victim:
                measure: str = action.attributes["measures"]["person"]
                return [Single("people.present", measure, "person", 1, 1, there.first, action.last, action)]
    return []
