"""Fires whose place the sentence has named before: "удар по предприятию, возник пожар"."""

from __future__ import annotations

from vidbiy.reading.annotation import Mark
from vidbiy.reading.sentence import Sentence
from vidbiy.reading.single import Single

__all__ = ["find_fires"]

# "пожара не было": so close stands what denies the fire.
_DENIED_NEAR = 2
_DASHES = frozenset({"—", "-"})


def find_fires(sentence: Sentence) -> list[Single]:
    """Return the fire of a sentence that names what was struck before it, and nothing else that burns."""
    burns = [action for action in sentence.actions if action.value == "burn"]
    burn = next((one for one in burns if sentence.words[one.first - 1] in _DASHES and one is not burns[0]), None)
    burn = burn or next(iter(burns), None)
    if burn is None or sentence.pack.is_plural(sentence.words[burn.first]) or _is_denied(sentence, burn):
        return []
    growth = next((mark for mark in sentence.of_role("growth") if 0 <= mark.first - burn.last <= 1), None)
    if growth is not None:
        return [Single("fire.growth", "fire", "area.location", 1, 1, burn.first, growth.last, burn)]
    for mark in reversed(sentence.marks):
        if mark.first >= burn.first:
            continue
        if mark.kind == "place":
            return []  # the fire is elsewhere: "у Сумах пошкоджено школу, у Конотопі спалахнула пожежа"
        if mark.kind == "site" and mark.value.startswith("site.") and not mark.attributes.get("generic"):
            if any(counted.first <= mark.first < counted.last and counted.low > 1 for counted in sentence.quantities):
                return []  # "2 будинки знищено, горить": of several, nobody says which
            first, last = mark.first, max(mark.last, burn.last)
            return [Single("fire.same_place", "fire", mark.value, 1, 1, first, last, burn, thing=mark)]
    return []


def _is_denied(sentence: Sentence, burn: Mark) -> bool:
    return any(
        0 <= burn.first - mark.last <= _DENIED_NEAR
        or (0 <= mark.first - burn.last <= _DENIED_NEAR and "," not in sentence.words[burn.last : mark.first])
        for mark in sentence.of_role("negation")
    )
