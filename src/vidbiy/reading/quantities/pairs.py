"""Two numbers for the two kinds just counted: "396 drones and 29 missiles … 367 and 25 were neutralised"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.words.annotation import Mark

__all__ = ["settle_pairs"]

# Nothing but these stands between the two numbers of a pair: "386 beziehungsweise 27".
_JOINTS = frozenset({"and", "respectively"})


def settle_pairs(marks: Sequence[Mark], quantities: Sequence[Quantity], told: Sequence[Quantity]) -> None:
    """Give two bare numbers with "and" between them the kinds of the last two counts that they can be parts of.

    Those stand before them in the sentence, else among `told`, the counts of the sentences before.
    """
    joints = {mark.first: mark.last for mark in marks if mark.kind == "role" and mark.value in _JOINTS}
    former = {mark.first: mark.last for mark in marks if mark.kind == "role" and mark.value == "former"}
    for at, (one, other) in enumerate(pairwise(quantities)):
        if one.cls is not None or not _is_of_any_kind(other) or one.high is None or other.high is None:
            continue
        last = former.get(one.last, one.last)
        if joints.get(last) != other.first:
            continue
        wholes = next(_fitting([*told, *quantities[:at]], one, other), None)
        if wholes is not None:
            one.cls = other.cls = "weapon"
            one.subject, other.subject = wholes[0].subject, wholes[1].subject


def _is_of_any_kind(quantity: Quantity) -> bool:
    """Tell whether a number has no noun, or one that is of both kinds ("обезвредили 566 и 45 целей")."""
    return quantity.cls is None or quantity.subject == "weapon"


def _fitting(counted: Sequence[Quantity], one: Quantity, other: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the neighbouring counts of two kinds of weapons, the last first, that are not less than the pair."""
    weapons = [quantity for quantity in counted if quantity.cls == "weapon" and not quantity.part]
    for first, second in reversed(list(pairwise(weapons))):
        alike = first.group == second.group and first.subject != second.subject
        if alike and first.low >= one.low and second.low >= other.low:
            yield first, second
