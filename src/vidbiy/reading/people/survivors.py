"""Survivors: whom a sentence says to have come through, beside those who did not ("the father survived")."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["without_survivors"]

# What parts the clause of those who survived from what stands before it.
_PARTING = frozenset(',;:.—-"»“”(')
_PEOPLE = frozenset({"person", "number"})
# "überlebten den Angriff nicht": so far behind the verb may stand that they did not.
_DENIED = 4


def without_survivors(tokens: Tokens, marks: list[Mark]) -> list[Mark]:
    """Return `marks` without the people of whom it is said that they survived: no other verb is theirs.

    They stand right before their verb, in its clause: "matka i syn zginęli, ojciec i drugie dziecko przeżyli".
    """
    dropped: set[int] = set()
    for verb in marks:
        if verb.kind == "role" and verb.value == "survived" and not _is_denied(marks, verb):
            dropped |= _before(tokens, marks, verb)
    return [mark for mark in marks if mark.kind not in _PEOPLE or mark.first not in dropped] if dropped else marks


def _is_denied(marks: Sequence[Mark], verb: Mark) -> bool:
    """Tell whether a negation stands before the verb or closes its clause: they were killed."""
    near = range(verb.first - 1, verb.last + _DENIED + 1)
    return any(mark.kind == "role" and mark.value == "negation" and mark.first in near for mark in marks)


def _before(tokens: Tokens, marks: Sequence[Mark], verb: Mark) -> set[int]:
    """Return where people and their numbers stand in the clause before the verb, back to the verb of others."""
    begin = max((mark.last for mark in marks if mark.kind == "action" and mark.last <= verb.first), default=0)
    begin = next((at + 1 for at in range(verb.first - 1, begin - 1, -1) if tokens.words[at] in _PARTING), begin)
    return {mark.first for mark in marks if mark.kind in _PEOPLE and begin <= mark.first < verb.first}
