"""Totals: a number that its list adds up to ("Х-101 (77), «Калібри» (28) — разом 105"), or that is broken down behind it."""

from __future__ import annotations

from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.making import make
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.subjects import common_path

__all__ = ["count_total", "is_total", "opens_with", "parts_of"]

_WEAPON_MEASURES = frozenset({"launched", "shot_down", "suppressed", "intercepted", "hit", "in_air", "left_airspace"})
_FEWEST_PARTS = 2


def parts_of(sentence: Sentence, quantity: Quantity) -> list[Quantity]:
    """Return the quantities that break `quantity` down, where they add up to it."""
    at = sentence.quantities.index(quantity)
    total, parts = 0, []
    for part in sentence.quantities[at + 1 :]:
        if part.cls != "weapon" or part.high is None:
            break
        total += part.low
        parts.append(part)
        if total == quantity.low:
            return parts if len(parts) > 1 else []
        if total > quantity.low:
            break
    return []


def is_total(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether "in all" stands before the number ("разом 115")."""
    return opens_with(sentence, quantity, "total")


def opens_with(sentence: Sentence, quantity: Quantity, role: str) -> bool:
    """Tell whether a word of that role opens the quantity or stands right before it."""
    return any(quantity.first - 2 <= mark.first <= quantity.first for mark in sentence.of_role(role))


def count_total(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read a total without a noun behind the list that adds up to it ("Х-101 (77), «Калібри» (28) — разом 105")."""
    if not is_total(sentence, quantity):
        return None
    parts: list[Quantity] = []
    for part in reversed(sentence.quantities[: sentence.quantities.index(quantity)]):
        if part.cls != "weapon":
            break
        parts.append(part)
    if (
        not parts
        and not sentence.actions
        and sentence.discourse.weapon_measure is not None
        and _counts_up(sentence, quantity)
    ):
        return make(
            sentence, "count.total", quantity, sentence.discourse.weapon_measure, sentence.discourse.weapon, None
        )
    if len(parts) < _FEWEST_PARTS or sum(part.low for part in parts) != quantity.low:
        return None
    measures = {assertion.measure for assertion in sentence.assertions if assertion.quantity in parts}
    if len(measures) != 1:
        return None
    quantity.cls, quantity.subject = "weapon", common_path(part.subject for part in parts) or "weapon"
    return make(sentence, "count.total", quantity, measures.pop(), quantity.subject, None)


def _counts_up(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a total closes the sentence, and no less than what was counted last ("Итого за ночь — 23")."""
    at = quantity.last
    closes = at >= sentence.line.last or not sentence.tokens.words[at][0].isalnum()
    return closes and all(
        quantity.low > (done.low or 0) for done in sentence.discourse.last if done.measure in _WEAPON_MEASURES
    )
