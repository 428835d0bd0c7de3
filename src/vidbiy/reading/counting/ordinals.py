"""Ordinals that stand for one of two places just named: "в первом повреждён дом, во втором – магазин"."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["OF_TWO", "settle_ordinals"]

# Which of two places is meant: "in the latter".
OF_TWO = frozenset({"former", "latter"})
# What may follow an ordinal that belongs to no noun.
_GOING_ON = frozenset({"action", "article", "number", "qualifier", "role"})


def settle_ordinals(tokens: Tokens, marks: Sequence[Mark], last: int) -> list[Mark]:
    """Return `marks` of a sentence that ends at `last` without the ordinals that belong to a noun: "в первом доме"."""
    located = {mark.last for mark in marks if mark.kind == "role" and mark.value == "locative"}
    going_on = {mark.first for mark in marks if mark.kind in _GOING_ON}
    return [
        mark
        for mark in marks
        if mark.kind != "anaphor"
        or mark.value not in OF_TWO
        or (
            mark.first in located
            and (mark.last >= last or not tokens.words[mark.last][0].isalnum() or mark.last in going_on)
        )
    ]
