"""Verbs in two parts: "schlug eine Rakete ein" is one action, though its words stand apart.

A pack lists in ``[separable]`` the forms of such verbs with the particle that ends their clause. Where the particle is
there, the two are one action at the place of the verb, and neither is anything else: "ein" is no number then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vidbiy.lexicon.patterns import Entry
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["join_verbs"]

# Farther than this from its verb, a particle is another verb's.
_REACH = 30
# What ends the clause of a verb, and with it the search; a comma may also stand in a list before the particle.
_STOPS = frozenset(".;:!?\n")
_CLOSERS = frozenset(',.;:!?—()"»“”\n')


def join_verbs(tokens: Tokens, marks: list[Mark], line: Line) -> list[Mark]:
    """Return the marks of a sentence with the verbs that stand in two parts made one action each."""
    verbs = [mark for mark in marks if mark.kind == "separable"]
    ends = {mark.first for mark in marks if mark.kind == "role" and mark.value in ("and", "or")}
    joined: dict[int, Mark] = {}
    particles: set[int] = set()
    for verb, limit in zip(verbs, [*(mark.first for mark in verbs[1:]), line.last], strict=True):
        found = _particle(tokens, verb, min(limit, verb.last + _REACH), line.last, ends)
        if found is not None:
            at, entry = found
            flight = _flight(marks, verb) if entry.value == "leave" else None
            joined[verb.first] = flight or Mark("action", entry.value, verb.first, verb.last, entry.attributes)
            particles.add(at)
    return _replaced(marks, joined, particles)


def _flight(marks: Sequence[Mark], verb: Mark) -> Mark | None:
    """Return the verb as it is alone where it says that weapons were sent, and no country or airspace was entered.

    "In der Nacht flogen 40 Drohnen ein" tells of an attack on Ukraine.
    """
    if any(mark.value == "service.air" or (mark.kind == "place" and _is_abroad(mark.value)) for mark in marks):
        return None
    return next((mark for mark in marks if mark.value == "launch" and mark.first == verb.first), None)


def _is_abroad(place: str) -> bool:
    return place.isalpha() and place not in ("UA", "RU")


def _particle(tokens: Tokens, verb: Mark, limit: int, last: int, ends: set[int]) -> tuple[int, Entry] | None:
    """Return the token of the particle that completes `verb`, and the action that the two are."""
    words = tokens.words
    actions: Mapping[str, Entry] = verb.attributes["particles"]
    for at in range(verb.last, limit):
        word = words[at]
        if word in _STOPS:
            return None
        if word in actions and (at + 1 >= last or words[at + 1] in _CLOSERS or at + 1 in ends):
            # "teilweise ein" says less than "ein".
            return at, actions.get(f"{words[at - 1]} {word}", actions[word])
    return None


def _replaced(marks: Sequence[Mark], joined: Mapping[int, Mark], particles: set[int]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        if mark.kind == "separable":
            if mark.first in joined:
                kept.append(joined[mark.first])
        elif mark.first not in particles and not (mark.kind == "action" and mark.first in joined):
            kept.append(mark)
    return kept
