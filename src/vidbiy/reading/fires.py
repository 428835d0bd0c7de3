"""Fires whose place the sentence has named before: "удар по предприятию, возник пожар"."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.annotation import Mark
from vidbiy.reading.single import Single
from vidbiy.reading.text import Tokens

__all__ = ["find_fires"]

# "пожара не было": so close stands what denies the fire.
_DENIED_NEAR = 2
_BUILDING = "object.building"


def find_fires(tokens: Tokens, marks: Sequence[Mark], actions: Sequence[Mark], pack: LanguagePack) -> list[Single]:
    """Return the fire of a sentence that names what was struck before it, and nothing else that burns."""
    burn = next((action for action in actions if action.value == "burn"), None)
    if burn is None or pack.is_plural(tokens.words[burn.first]) or _is_denied(marks, burn):
        return []
    growth = next((m for m in marks if m.kind == "role" and m.value == "growth" and 0 <= m.first - burn.last <= 1), None)
    if growth is not None:
        return [Single("fire.growth", "fire", "area.location", 1, 1, burn.first, growth.last, burn)]
    for mark in reversed(marks):
        if mark.first >= burn.first:
            continue
        if mark.kind == "place":
            return []  # the fire is elsewhere: "у Сумах пошкоджено школу, у Конотопі спалахнула пожежа"
        if mark.kind == "site" and mark.value.startswith("site.") and not mark.attributes.get("generic"):
            first, last = mark.first, max(mark.last, burn.last)
            return [Single("fire.same_place", "fire", mark.value, 1, 1, first, last, burn, thing=mark)]
    return []


def _is_denied(marks: Sequence[Mark], burn: Mark) -> bool:
    return any(
        mark.kind == "role"
        and mark.value == "negation"
        and (0 <= burn.first - mark.last <= _DENIED_NEAR or 0 <= mark.first - burn.last <= _DENIED_NEAR)
        for mark in marks
    )
