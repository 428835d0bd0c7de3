"""Weapons and their target without a verb: "50 дронов на Одессу", "по Межівській громаді – п'ять дронів"."""

from __future__ import annotations

from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["is_aimed", "strikes_thing"]

# "по Межівській громаді – п'ять дронів": a target of more words is a list.
_TARGET = 4


def is_aimed(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a target follows the weapons, and no verb is there: "8–10 ракет С-300 по городу", "50 дронов на Одессу".

    Before a dash it may stand first: "по Межівській громаді – п'ять дронів".
    """
    if not sentence.actions and (place := _aimed_at(sentence, quantity)) is not None:
        quantity.place = place
        return True
    if sentence.discourse.weapon_measure is not None or any(
        "weapon" in a.attributes["measures"] for a in sentence.actions
    ):
        return False
    after = quantity.last + (sentence.tokens.words[quantity.last : quantity.last + 1] == ["»"])
    toward = [mark.last for mark in sentence.of_role("toward") if mark.first == after]
    return any(
        mark.kind == "place" or mark.value in ("settlement", "there")
        for at in toward
        for mark in sentence.begin.get(at, ())
    )


def strikes_thing(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a dash stands for the verb between the weapons and what they struck: "Три «шахеди» — у квартал"."""
    at = quantity.last + (sentence.words[quantity.last : quantity.last + 1] == ["»"])
    if sentence.actions or sentence.words[at : at + 1] not in (["—"], ["-"]):
        return False
    inside = sentence.role(at + 1, "inside")
    return inside is not None and sentence.at(inside.last, "site") is not None


def _aimed_at(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return the place before a dash that the weapons behind it went "at"."""
    if quantity.first - 1 <= sentence.first or sentence.words[quantity.first - 1] not in ("—", "-"):
        return None
    place = sentence.before(quantity.first - 1, "place")
    if place is None or sentence.words[place.last - 1] == ",":
        return None
    at = sentence.role_before(place.first, "at")
    opens = at is not None and (at.first == sentence.first or not sentence.words[at.first - 1][0].isalnum())
    return place if opens and quantity.first - place.first <= _TARGET else None
