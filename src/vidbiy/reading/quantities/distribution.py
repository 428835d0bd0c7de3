"""Numbers that hold for several places one by one: "по три над Белгородской и Ростовской областями"."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.words.annotation import Mark

__all__ = ["shared_places"]

# So many tokens may part two places of one list ("областями , над"), and the list from its number ("БПЛА — над").
_BETWEEN, _BESIDE = 4, 6
_BARRIERS = frozenset({"number", "action", "report"})


def shared_places(marks: Sequence[Mark], quantity: Quantity, action: Mark | None) -> list[Mark]:
    """Return the places that `quantity`, governed by `action`, counts one by one; fewer than two are none.

    They follow the number, or stand before it ("над Курской и Брянской областями сбито по два дрона").
    """
    if not quantity.each:
        return []
    others = [mark for mark in marks if action is None or not action.first <= mark.first < action.last]
    after = [mark for mark in others if quantity.last <= mark.first]
    before = [mark for mark in others if mark.last <= quantity.first]
    return _chain(after, quantity.last) or _chain(before[::-1], quantity.first)


def _chain(marks: Sequence[Mark], at: int) -> list[Mark]:
    """Return the places of `marks` that follow each other closely from the token `at` on."""
    chain: list[Mark] = []
    reach = _BESIDE
    for mark in marks:
        if mark.kind in _BARRIERS:
            break
        if mark.kind != "place":
            continue
        gap = mark.first - at if mark.first >= at else at - mark.last
        if gap > reach:
            break
        chain.append(mark)
        at, reach = (mark.last if mark.first >= at else mark.first), _BETWEEN
    return chain if len(chain) > 1 else []
