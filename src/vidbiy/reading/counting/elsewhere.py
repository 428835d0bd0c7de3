"""Verbs that are near a number and still speak of something else: "31, more than 150 people were hurt"."""

from __future__ import annotations

from vidbiy.reading.quantities.totals import parts_of
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["destroys", "is_elsewhere", "is_where", "speaks_of_others", "things_meant"]

_THINGS = ("site", "object")
# What is counted and is neither stopped nor sent.
_OTHERS = frozenset({"site", "object", "train", "service", "customer"})
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
_FALLING = frozenset({"hit", "debris"})
# "heating was knocked out": so near stands the service before its verb.
_SERVICE_NEAR = 3
# So near stands what weapons destroy ("two missiles destroyed an old brick warehouse").
_OBJECT_NEAR = 5


def is_elsewhere(sentence: Sentence, quantity: Quantity, action: Mark, cls: str) -> bool:
    """Tell whether `action` counts something else than the number without a noun that stands before it."""
    if action.first < quantity.last:
        return False
    if action.attributes.get("side") == "after" or (quantity.part and action.attributes.get("weak")):
        return True  # "11 of them with F-16 jets": what comes "with" stands behind
    between = [
        other
        for other in sentence.quantities
        if quantity.last <= other.first < action.first and other.noun is not None and other.subject == cls
    ]
    return bool(between) and not between[0].part and between[0] not in parts_of(sentence, quantity)


def destroys(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the weapons destroy what stands behind them: "zerstörte eine Rakete fünf Häuser"."""
    if action.value != "destroy" or sentence.voices.is_passive(action):
        return False
    start = max(quantity.last, action.last)
    for at in range(start, min(start + _OBJECT_NEAR, sentence.last)):
        if sentence.at(at, "site") is not None:
            return True
        if not sentence.words[at][0].isalnum() or sentence.at(at, "role", "action", "place", "weapon"):
            return False
    return False


def is_where(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether one thing is where another was done: "starben auf einem Parkplatz, fünf Lastwagen sind beschädigt"."""
    if quantity.noun is None:
        return False
    if _is_where_service_failed(sentence, quantity, action):
        return True
    between = sentence.qualifier_before(quantity.first, "range")
    if between is not None and sentence.role_before(quantity.first, "of", "from", "spoken") is None:
        return True  # "damage to the track between two stations"
    if action.value in _FALLING and sentence.role_before(quantity.first, "beside") is not None:
        return True  # "обломки упали на территорию одного из предприятий", "ракета легла между двумя домами"
    return quantity.low == quantity.high == 1 and _is_place_of_one(sentence, quantity, quantity.noun, action)


def _is_place_of_one(sentence: Sentence, quantity: Quantity, noun: Mark, action: Mark) -> bool:
    """Tell whether the one thing is an area, or stands behind "in" and before what was done elsewhere."""
    if noun.attributes.get("area"):
        return action.value != "burn"
    if sentence.role_before(quantity.first, "locative", "from") is None:
        return False
    if sentence.pack.word_order and quantity.last <= action.first and _follows_things(sentence, quantity):
        return True  # "six embassies housed in one building suffered damage"
    first, last = sorted((quantity.first, action.first))
    listed = {other.first for other in sentence.quantities if other.low == other.high == 1}
    return any(sentence.words[at] == "," and at + 1 not in listed for at in range(first, last))


def _is_where_service_failed(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the verb is of a service that failed in the buildings: "heating was knocked out in 700 buildings"."""
    if action.last > quantity.first or sentence.role_before(quantity.first, "locative") is None:
        return False
    start = action.first - _SERVICE_NEAR
    return any(start <= service.first < action.first for service in sentence.of_kind("service"))


def _follows_things(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether other things, counted before in the same clause, are what the verb is of."""
    return any(
        other.cls in _THINGS and other.high != 1 and "," not in sentence.words[other.last : quantity.first]
        for other in sentence.quantities
        if other.last <= quantity.first
    )


def speaks_of_others(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the sentence, which names no weapon, counted something else before: "cztery rejsy, dwa kolejne"."""
    if any(mark.last <= quantity.first for mark in sentence.of_kind("weapon")):
        return False
    before = [other for other in sentence.quantities if other.last <= quantity.first]
    if not before:
        return False
    if before[-1].cls == "person" or (sentence.assertions and sentence.assertions[-1].cls == "person"):
        return True
    if before[-1].cls in _OTHERS and action.value not in _STOPS:
        return True
    return before[-1].cls is None and _has_unknown_noun(sentence, before[-1])


def _has_unknown_noun(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a word that the lexicon does not know stands behind the number."""
    at = quantity.last
    return at < sentence.last and sentence.words[at][0].isalpha() and at not in sentence.begin


def things_meant(sentence: Sentence, action: Mark) -> str | None:
    """Return the class of things counted last, where the verb can count them: "fünf Häuser, … zwei zerstört"."""
    counted = [told.cls for told in sentence.assertions if told.quantity is not None]
    if (
        action.value != "destroy"
        or not counted
        or counted[-1] not in _THINGS
        or counted[-1] not in action.attributes["measures"]
    ):
        return None
    return counted[-1]
