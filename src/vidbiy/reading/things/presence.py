"""Who or what is only said to be there, or by a pronoun: "є поранений", "летіла Х-59, її збили"."""

from __future__ import annotations

from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single

__all__ = ["find_present", "find_stopped", "find_struck_plant"]

_STOPS = frozenset({"shoot_down", "destroy", "intercept"})
_ENERGY = "site.energy"
_HARMS = frozenset({"kill", "injure"})
# "є вже поранений": so near stands the victim.
_NEAR = 1


def find_stopped(sentence: Sentence) -> list[Single]:
    """Return the one weapon named before that a pronoun says was stopped: "летіла Х-59, її збили над областю"."""
    named = [mark for mark in sentence.of_kind("weapon") if not mark.attributes.get("weak")]
    if sentence.pack.word_order or sentence.quantities or not named:
        return []
    for action in sentence.actions:
        pronoun = sentence.role_before(action.first, "he")
        if action.value not in _STOPS or pronoun is None:
            continue
        before = [mark for mark in named if mark.last <= pronoun.first]
        if before and not sentence.pack.is_plural(sentence.words[before[-1].last - 1]):
            measure: str = action.attributes["measures"]["weapon"]
            return [Single("single.weapon", measure, before[-1].value, 1, 1, pronoun.first, action.last, action)]
    return []


def find_struck_plant(sentence: Sentence) -> list[Single]:
    """Return the plant whose ruin cut the supply: "унаслідок удару по підстанції знеструмлено місто"."""
    plants = {mark.first: mark for mark in sentence.of_kind("site") if mark.value == _ENERGY}
    for why in sentence.of_role("relative"):
        plant = plants.get(why.last)
        if plant is None or sentence.words[why.last - 1] not in sentence.pack.locatives:
            continue
        counted = any(quantity.first <= plant.first < quantity.last for quantity in sentence.quantities)
        several = plant.attributes.get("plural") or sentence.pack.is_plural(sentence.words[plant.first])
        if counted or (several and not sentence.words[plant.first].endswith(sentence.pack.locative_singular)):
            continue
        return [Single("single.thing", "damaged", _ENERGY, 1, 1, why.first, plant.last, thing=plant)]
    return []


def find_present(sentence: Sentence) -> list[Single]:
    """Return the one victim that the sentence says there is, where nobody else is named or counted."""
    if sentence.of_kind("person") or sentence.quantities:
        return []
    for there in sentence.of_role("there_is"):
        if sentence.role_before(there.first, "negation") is not None:
            continue  # "nikt nie jest ranny"
        for action in sentence.actions:
            if action.value not in _HARMS or not 0 <= action.first - there.last <= _NEAR:
                continue
            if sentence.words[action.first] in sentence.pack.one_victim:
                measure: str = action.attributes["measures"]["person"]
                return [Single("people.present", measure, "person", 1, 1, there.first, action.last, action)]
    return []
