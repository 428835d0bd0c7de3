"""Zero as a figure: "no one was hurt", "обійшлося без постраждалих", "погибших нет". Zero is said; silence is not zero."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.sentences.governing import Governor
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.words.annotation import Mark

__all__ = ["HARM", "find_zeros"]

_RULE = "zero.people"
HARM = frozenset({"kill", "injure", "miss"})
# The word of lack stands beside what did not happen; a pronoun may have an auxiliary between ("no one was hurt").
_LACK_FAR, _NOBODY_FAR = 1.0, 3.0
# Two kinds of harm that one word denies: "погибших и пострадавших нет".
_LISTED_FAR = 2


def find_zeros(
    marks: Sequence[Mark], actions: Sequence[Mark], quantities: Sequence[Quantity], governor: Governor
) -> list[Single]:
    """Return the harm that the sentence says did not happen to anyone."""
    harms = [action for action in actions if action.value in HARM]
    nobody = [mark for mark in marks if mark.kind == "role" and mark.value == "nobody"]
    lacks = [mark for mark in actions if mark.attributes.get("lack")]
    found: dict[Mark, Mark] = {}
    for harm in harms:
        if any(governor.cost(harm, quantity.first, quantity.last) <= _LACK_FAR for quantity in quantities):
            continue
        denial = _denial(harm, nobody, lacks, governor)
        if denial is not None:
            found[harm] = denial
    for harm in harms:
        listed = next((other for other in found if 0 < _gap(harm, other) <= _LISTED_FAR), None)
        counted = any(governor.cost(harm, quantity.first, quantity.last) <= 0 for quantity in quantities)
        if harm not in found and listed is not None and not counted:
            found[harm] = found[listed]
    return [_zero(harm, found[harm]) for harm in harms if harm in found]


def _denial(harm: Mark, nobody: Sequence[Mark], lacks: Sequence[Mark], governor: Governor) -> Mark | None:
    """Return the word that says that the harm came to nobody."""
    for mark in nobody:
        if mark.first < harm.first and governor.cost(mark, harm.first, harm.last) <= _NOBODY_FAR:
            return mark
    for mark in lacks:
        # "не стало" is a lack of water and the death of a man.
        apart = mark.last <= harm.first or harm.last <= mark.first
        if apart and governor.cost(mark, harm.first, harm.last) <= _LACK_FAR:
            return mark
    return None


def _gap(one: Mark, other: Mark) -> int:
    return max(one.first, other.first) - min(one.last, other.last)


def _zero(harm: Mark, denial: Mark) -> Single:
    first, last = min(harm.first, denial.first), max(harm.last, denial.last)
    return Single(_RULE, harm.attributes["measures"]["person"], "person", 0, 0, first, last, harm)
