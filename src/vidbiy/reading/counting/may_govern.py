"""What keeps an action from governing a quantity that it could count: a bracket, a part, another subject."""

from __future__ import annotations

from vidbiy.reading.counting.nth import is_of_nth
from vidbiy.reading.sentences.clauses import (
    denied,
    has_clause_between,
    has_own_clause,
    in_relative_clause,
    is_beyond_but,
    is_beyond_dash,
    is_of_last,
)
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["STOPS", "is_parted", "may_govern"]

# "under the rubble, all three alive": so near stands that they live.
_ALIVE_NEAR = 3
# So close behind "are" stands the verb that it goes with.
_PREDICATE = 6
_THINGS = ("site", "object")
_RUNNING = ("site", "object", "train")
_COUNTED_THINGS = frozenset({"site", "object", "person"})
STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
# What does not exist where it is said not to have happened; weapons "not stopped" had been sent.
_COUNTED = frozenset({"person", "site", "object", "weapon"})


def may_govern(sentence: Sentence, quantity: Quantity, action: Mark, cls: str) -> bool:
    """Tell whether nothing keeps the action from the quantity: it is not in the words of another, nor of another clause."""
    if (
        _is_of_another(sentence, action, quantity)
        or (cls in _COUNTED_THINGS and _is_of_one(sentence, quantity, action))
        or (cls == "weapon" and is_of_nth(sentence, action))  # "пять ракет: четыре сбиты, пятая отклонилась"
        or _is_negated(sentence, action, cls)
        or _is_predicated(sentence, quantity, action)
        or (action.value == "strike_on" and sentence.role_before(quantity.first, "locative") is not None)
        or (cls == "region" and _is_stopped_over(sentence, quantity, action))
        or _is_of_attackers(sentence, quantity, action, cls)
    ):
        return False
    beside = ("near",) if action.value == "burn" else ("near", "grounds")
    near = cls in _THINGS and sentence.role_before(quantity.first, *beside) is not None
    if near or (quantity.cls is None and _is_of_whole(sentence, quantity, action, cls)):
        return False  # what came down "near a school" is not said to have damaged it
    if quantity.of is not None and action.attributes["measures"][cls] == "launched":
        return False  # "37 of the 44 drones sent at the region": the 44 were sent
    aside = cls == "person" and action.value == "cut_power" and in_relative_clause(sentence, quantity)
    aside = aside or (
        cls == "person" and action.value == "cut_power" and has_clause_between(sentence, quantity, action)
    )
    aside = aside or is_of_last(sentence, quantity, action)
    aside = aside or (action.value == "miss" and _are_alive(sentence, action))
    if aside or denied(sentence, action) or has_own_clause(sentence, quantity, action):
        return False
    if action.first < quantity.last:
        return not (cls in _RUNNING and _has_object(sentence, quantity, action))
    return not (
        is_beyond_but(sentence, quantity, action)
        or (cls == "person" and is_beyond_dash(sentence, quantity, action))
        or _is_of_part(sentence, quantity, action, cls)
        or _is_bracketed(sentence, quantity, action)
        or is_parted(sentence, quantity.last, action.first)
        or _labels_next(sentence, quantity, action)
    )


def _is_of_attackers(sentence: Sentence, quantity: Quantity, action: Mark, cls: str) -> bool:
    """Tell whether things struck with the weapons of their list, or a verb's noun is of places: "семь мест попаданий"."""
    if cls == "weapon":
        impact = sentence.at(action.first, "noun") if action.value == "hit" else None
        place = sentence.before(action.first, "noun") if impact is not None and impact.value == "impact" else None
        return place is not None and place.value == "location" and place.first >= quantity.last
    listed = sentence.lists[quantity.group]
    return cls in _RUNNING and action.value == "attack" and any(other.cls == "weapon" for other in listed)


def _is_of_one(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell by its ending that a verb behind several things is of one other: "12 домов – пробита теплотрасса"."""
    if action.first < quantity.last or quantity.low % 10 == 1 or quantity.noun is None:
        return False
    return sentence.words[action.first].endswith(sentence.pack.passive_of_one)


def _are_alive(sentence: Sentence, action: Mark) -> bool:
    """Tell whether it is said right behind the verb that they live: "three were under the rubble, all alive"."""
    return any(0 <= mark.first - action.last <= _ALIVE_NEAR for mark in sentence.of_role("alive"))


def _has_object(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether only its object stands between an action and the number: "через пошкодження колії 9 поїздів стоять"."""
    thing = sentence.at(action.last, "site")
    return thing is not None and thing.last == quantity.first and not sentence.pack.articles


def _is_of_part(sentence: Sentence, quantity: Quantity, action: Mark, cls: str) -> bool:
    """Tell whether a part stands before the verb, which is the part's: "70 ракет і 145 дронів, з яких 112 збито"."""
    if cls != "weapon" or action.value not in STOPS or quantity.part:
        return False
    least = min(one.low for one in sentence.lists[quantity.group])
    between = (other for other in sentence.quantities if quantity.last <= other.first < action.first)
    return any(other.part and other.low > least for other in between)


def _is_bracketed(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether a bracket behind the quantity has a number and the verb of its own: "87 ракет (понад 90 випущено)"."""
    words = sentence.words[quantity.last : action.first]
    if "(" not in words or ")" in words:
        return False
    opened = quantity.last + words.index("(")
    return any(opened < other.last <= action.first for other in sentence.quantities if other is not quantity)


def _is_predicated(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether something else is said of the thing behind the verb: "the plant was hit and 820 houses are cold"."""
    if action.last > quantity.first or quantity.noun is None or quantity.part or not sentence.pack.word_order:
        return False
    if quantity.noun.last != quantity.last or sentence.role(quantity.last, "aux") is None:
        return False
    joints = (*sentence.of_role("and"), *sentence.of_role("clause"))
    if not any(action.last <= joint.first < quantity.first for joint in joints):
        return False
    if sentence.role_before(quantity.first, "locative", "of", "stop") is not None:
        return False  # "hits by 12 missiles and 55 drones in 26 places were confirmed"
    near = range(quantity.last, quantity.last + _PREDICATE)
    return not any(other.first in near for other in sentence.actions)


def _labels_next(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the action is the label of the next number: "without gas – 40, without electricity – 312"."""
    words = sentence.words
    if action.last + 1 >= sentence.last or words[action.last] not in (":", "—"):
        return False
    return "," in words[quantity.last : action.first] and sentence.at(action.last + 1, "number") is not None


def _is_stopped_over(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether something was stopped there: "none got through: all 37 were shot down, over eight regions"."""
    return any(
        other.value in ("shoot_down", "intercept", "suppress") and action.last <= other.first < quantity.first
        for other in sentence.actions
    )


def _is_negated(sentence: Sentence, action: Mark, cls: str) -> bool:
    """Tell whether "no" stands before what would be counted: "no casualties among the six staff", "kein Feuer"."""
    return cls in _COUNTED and sentence.role_before(action.first, "negation") is not None


def _is_of_whole(sentence: Sentence, quantity: Quantity, action: Mark, cls: str) -> bool:
    """Tell whether a participle says what the whole is: "146 of the stopped craft were shot down"."""
    of = sentence.role(quantity.last, "of")
    if of is None or not 0 <= action.first - of.last <= 1:
        return False
    return any(
        other.first > action.first and other.value in STOPS and cls in other.attributes["measures"]
        for other in sentence.actions
    )


def _is_of_another(sentence: Sentence, action: Mark, quantity: Quantity) -> bool:
    """Tell whether the action is in another count's own words behind a comma or colon: "Trzy kobiety, 30 rannych"."""
    words = sentence.words
    if quantity.last >= len(words) or words[quantity.last] not in (",", ":"):
        return False
    return any(
        other.action is action and other.first > quantity.last for other in sentence.quantities if other is not quantity
    )


def is_parted(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a semicolon stands in [first, last): a verb behind one has its own clause."""
    return ";" in sentence.tokens.words[first:last]
