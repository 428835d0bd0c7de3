"""Parts and wholes: "among them two children", "398 of these", "34 of the 36 drones", "14 БПЛА: 12 – над A, два – над B"."""

from __future__ import annotations

from itertools import pairwise

from vidbiy.reading.quantities.by_place import bracketed_place, place_beside
from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.governing import NEAR
from vidbiy.reading.sentences.making import make
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = [
    "add_whole",
    "follows_part",
    "is_whole",
    "measure_of_part",
    "measure_of_things",
    "measure_of_whole",
    "part_places",
    "reach_of_part",
    "whole_sent",
]

_WEAPON_MEASURES = frozenset({"launched", "shot_down", "suppressed", "intercepted", "hit", "in_air", "left_airspace"})
_PERSON_MEASURES = frozenset({"killed", "injured", "hospitalised", "missing", "rescued", "evacuated"})
_THING_MEASURES = frozenset({"damaged", "destroyed", "fire"})
# Areas and places are struck; what stood there is damaged.
_AREA_MEASURES = frozenset({"affected", "hit_locations", "debris_locations"})
# What is done to weapons that had been sent.
_OF_SENT = frozenset({"shot_down", "intercepted", "suppressed", "hit"})
_STOPPED = frozenset({"shot_down", "intercepted", "suppressed"})
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
_PART_FAR = 2.0
# "among the dead there are at least two girls": so far stands the part from the words of what it is a part.
_PART_NEAR = 4
# "13 of them have been destroyed": so near stands the verb of the part.
_STOP_NEAR = 3


def follows_part(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the list that the thing stands in is one of parts: "among them two schools and a clinic"."""
    at = sentence.quantities.index(quantity)
    before = sentence.quantities[at - 1] if at else None
    if before is None or not before.part or before.group != quantity.group or before.cls != quantity.cls:
        return False
    # "the dead were 26, three children among them, and 93 people were injured"
    among = next((mark for mark in sentence.of_role("include") if before.last <= mark.first < quantity.first), None)
    return (
        among is None
        or sentence.role(quantity.last, "aux") is None
        or "," not in sentence.words[among.last : quantity.first]
    )


def reach_of_part(sentence: Sentence, quantity: Quantity, action: Mark) -> float:
    """Return how far an action may be from "398 of these" and still govern it: a verb that follows may be far."""
    if action.first < quantity.last or ";" in sentence.tokens.words[quantity.last : action.first]:
        return _PART_FAR
    return NEAR


def whole_sent(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read the whole of "of 48 drones fired from Crimea, 40 were downed": it was sent where the text says so."""
    for action in sentence.actions:
        if (
            (action is quantity.action or 0 <= action.first - quantity.last <= 2)
            and action.value == "launch"
            and quantity.cls == "weapon"
        ):
            return make(sentence, "count.whole", quantity, "launched", quantity.subject, action)
    return None


def measure_of_part(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return the measure that the words before a part name ("among the dead are two girls"), else that of the whole."""
    if quantity.noun is not None and (named := _named_in(sentence, quantity.first, quantity.noun.first)) is not None:
        return named  # "одна из погибших – сотрудница полиции"
    including = [mark for mark in sentence.of_role("include") if mark.last <= quantity.first <= mark.last + _PART_NEAR]
    if not including and (behind := _among_behind(sentence, quantity)) is not None:
        including = [behind]
    if including and (named := _named_in(sentence, including[-1].first, including[-1].last)) is not None:
        return named
    if including and (since := _done_since(sentence, including[-1].first)) is not None:
        return since
    return measure_of_whole(sentence, "person")


def _among_behind(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return what says behind a part of whom it is one: "zwei Kinder sind unter den Toten"."""
    aux = sentence.role(quantity.last, "aux")
    return sentence.role(quantity.last if aux is None else aux.last, "include")


def _named_in(sentence: Sentence, first: int, last: int) -> str | None:
    """Return what the words in [first, last) say became of the people: "among the dead", "one of the dead is"."""
    for word in sentence.tokens.words[first:last]:
        for _, entry in sentence.pack.patterns.alone(word):
            if entry.kind == "action" and "person" in entry.attributes["measures"]:
                measure: str = entry.attributes["measures"]["person"]
                return measure
    return None


def _done_since(sentence: Sentence, token: int) -> str | None:
    """Return what was done to people without a number since the last count: "medics treated the rest, including a child"."""
    counted = [done.last for done in sentence.assertions if done.measure in _PERSON_MEASURES]
    if not counted or ";" not in sentence.words[counted[-1] : token]:
        return None
    for action in reversed(sentence.actions):
        if counted[-1] <= action.first < token and "person" in action.attributes["measures"]:
            measure: str = action.attributes["measures"]["person"]
            return measure
    return None


def measure_of_whole(sentence: Sentence, cls: str) -> str | None:
    """Return what the last people or weapons counted underwent, for a part of them."""
    measures = _PERSON_MEASURES if cls == "person" else _WEAPON_MEASURES
    for assertion in sentence.told():
        if assertion.measure in measures:
            return assertion.measure
    return None


def measure_of_things(sentence: Sentence) -> str | None:
    """Return what the last things counted in this sentence or the one before underwent, for a part of them."""
    for assertion in sentence.told():
        if assertion.measure in _THING_MEASURES:
            return assertion.measure
        if assertion.measure in _AREA_MEASURES:
            return "damaged"
    return "damaged" if any(measure in _THING_MEASURES for measure, _ in sentence.discourse.told) else None


def is_whole(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether fewer of the same stand before the verb: of "74 drones, 47 drones destroyed" the 74 were sent."""
    if action.value in _STOPS and action.last <= quantity.first and _part_stopped(sentence, quantity):
        return True
    return action.value in _STOPS and any(
        quantity.last <= other.first < action.first
        and other.group != quantity.group
        and other.subject == quantity.subject
        and other.low < quantity.low
        for other in sentence.quantities
        if other.cls == "weapon"
    )


def _part_stopped(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a part of them right behind was stopped: "…, as well as 17 drones, 13 of them destroyed"."""
    at = sentence.quantities.index(quantity) + 1
    part = sentence.quantities[at] if at < len(sentence.quantities) else None
    if part is None or not part.part or part.cls is not None or part.low > quantity.low:
        return False
    near = 0 <= part.first - quantity.last <= 1
    return near and any(0 <= stop.first - part.last <= _STOP_NEAR and stop.value in _STOPS for stop in sentence.actions)


def add_whole(sentence: Sentence, quantity: Quantity, assertion: Assertion) -> None:
    """Add the whole of "34 of the 36 drones" as launched: whatever was stopped had been sent."""
    if quantity.of_span is None and quantity.noun is not None and assertion.measure in _STOPPED:
        sent = sentence.at(quantity.last, "action")
        if sent is not None and sent.value == "launch" and sent is not assertion.action and sentence.pack.word_order:
            sentence.assertions.append(  # "destroyed all ten Shaheds launched at the country"
                Assertion(
                    "count.whole", "launched", assertion.subject, quantity.low, quantity.high, quantity.first, sent.last
                )
            )
    if quantity.of_span is None or quantity.of is None:
        return
    if assertion.measure in _OF_SENT and quantity.cls in ("weapon", None):
        first, last = quantity.of_span
        high = None if quantity.of_open else quantity.of
        sentence.assertions.append(
            Assertion(
                "count.whole", "launched", quantity.of_subject or assertion.subject, quantity.of, high, first, last
            )
        )


def part_places(sentence: Sentence) -> None:
    """Keep the places of the parts from their total: "сбиты 14 БПЛА: 12 – над Курской областью, два – над Крымом"."""
    for total, part in pairwise(sentence.assertions):
        whole, first = total.quantity, part.quantity
        if whole is None or first is None or total.measure != part.measure or first.first < whole.last:
            continue
        opened = first.part or ":" in sentence.tokens.words[whole.last : first.first]
        if first.low >= whole.low:
            continue
        if (bracketed := bracketed_place(sentence, first)) is not None:
            total.reach = bracketed.first
        elif opened and place_beside(sentence, first) is not None:
            total.reach = first.first
