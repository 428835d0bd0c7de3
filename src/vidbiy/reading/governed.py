"""Which action governs a quantity: the nearest verb that can count such a thing, in its clause and on its side."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.alone import bare_allowed
from vidbiy.reading.annotation import Mark
from vidbiy.reading.clauses import (
    denied,
    has_clause_between,
    has_own_clause,
    in_relative_clause,
    is_beyond_but,
    is_beyond_dash,
    is_of_last,
)
from vidbiy.reading.governing import FAR
from vidbiy.reading.nth import is_of_nth
from vidbiy.reading.quantity import NAMED, Quantity
from vidbiy.reading.sentence import Sentence
from vidbiy.reading.totals import parts_of

__all__ = ["governing_action", "is_parted", "measure_of", "overrides"]

# "under the rubble, all three alive": so near stands that they live.
_ALIVE_NEAR = 3
# ", a woman of 83, has since died": so near stands the verb behind the comma.
_INSERTION_NEAR = 3
# "44 victims were still in hospital": so close stands what says more of the wounded than their being wounded.
_OVERRIDE_FAR = 2.5
# So close behind "are" stands the verb that it goes with.
_PREDICATE = 6
_THINGS = ("site", "object")
_RUNNING = ("site", "object", "train")
_COUNTED_THINGS = frozenset({"site", "object", "person"})
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
# What does not exist where it is said not to have happened; weapons "not stopped" had been sent.
_COUNTED = frozenset({"person", "site", "object", "weapon"})
# A number stands so close to the action that no other number before it can be that action's.
_CLAIMED = 0.9
# What it costs to stand one place farther from the verb in a list, and behind another count of such things.
_LIST_STEP, _OTHER = 0.5, 4


def governing_action(
    sentence: Sentence, quantity: Quantity, cls: str, own: Mark | None = None
) -> tuple[Mark | None, float]:
    """Return the action that governs `quantity`, other than the one in its own words ("the wounded"), and its cost."""
    best: Mark | None = None
    lowest = FAR + 1
    listed = sentence.lists[quantity.group]
    for action in sentence.actions:
        if (
            cls not in action.attributes["measures"]
            or action is own
            or not _may_govern(sentence, quantity, action, cls)
        ):
            continue
        cost, side = _way(sentence, quantity, action, listed)
        if cost >= lowest or (side == "after" and _opens_clause(sentence, quantity, cls)):
            continue
        if not _is_label(sentence, action, side) and not _goes_along(sentence, action, listed[0]):
            cost += sentence.voices.against(action, cls, side)
        if cost >= lowest or (side == "before" and _is_claimed(sentence, quantity, action, cls)):
            continue
        cost += _OTHER * _others_between(sentence, quantity, action, cls)
        if cost < lowest:
            best, lowest = action, cost
    return best, lowest


def _may_govern(sentence: Sentence, quantity: Quantity, action: Mark, cls: str) -> bool:
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
    if cls != "weapon" or action.value not in _STOPS or quantity.part:
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
        other.first > action.first and other.value in _STOPS and cls in other.attributes["measures"]
        for other in sentence.actions
    )


def _way(sentence: Sentence, quantity: Quantity, action: Mark, listed: Sequence[Quantity]) -> tuple[float, str]:
    """Return the cost of the way from the action to the quantity or over its list, and on which side the quantity is."""
    cost = sentence.governor.cost(action, quantity.first, quantity.last)
    start, end = listed[0], listed[-1]
    if action.last <= start.first:
        shared = sentence.governor.cost(action, start.first, start.last)
        return min(cost, shared + _LIST_STEP * listed.index(quantity)), "after"
    if action.first >= end.last:
        shared = sentence.governor.cost(action, end.first, end.last)
        return min(cost, shared + _LIST_STEP * (len(listed) - 1 - listed.index(quantity))), "before"
    return cost, "after" if action.last <= quantity.first else "before"


def overrides(sentence: Sentence, quantity: Quantity, action: Mark, own: Mark) -> bool:
    """Tell whether what happened to "the wounded" says more than that they are wounded."""
    low, high = sorted((quantity.first, action.first))
    if action.last <= quantity.first and sentence.voices.is_passive(action):
        return False  # "12 were rushed to hospital and 19 needed treatment": those have their own subject
    inserted = _insertion_end(sentence, quantity, action)
    if inserted is None and (
        sentence.governor.cost(action, quantity.first, quantity.last) > _OVERRIDE_FAR
        or any(low < other.first < high for other in sentence.quantities)
    ):
        return False
    if action.value == "kill" and action.last == quantity.first:
        return own.value == "injure" and quantity.high == 1  # "скончался ещё один раненый"
    if action.value == "kill":
        return (
            own.value == "injure"
            and action.first >= quantity.last
            and sentence.role_before(own.first, "of") is not None
        )
    if own.value == "miss":
        return action.value == "rescue"  # "25 Verschüttete konnten gerettet werden"
    return action.value in ("hospitalise", "miss", "rescue", "evacuate") and own.value == "injure"


def _insertion_end(sentence: Sentence, quantity: Quantity, action: Mark) -> int | None:
    """Return where commas close what is only said of the quantity: "one of the injured, a woman of 83, later died"."""
    words = sentence.words
    if not sentence.pack.word_order or action.first <= quantity.last or words[quantity.last] != ",":
        return None
    comma = next((at for at in range(action.first - 1, quantity.last, -1) if words[at] == ","), None)
    return comma if comma is not None and action.first - comma <= _INSERTION_NEAR else None


def _goes_along(sentence: Sentence, action: Mark, first: Quantity) -> bool:
    """Tell whether the list goes on behind its verb: "30 stalls were damaged, along with a bank and a kiosk"."""
    return any(mark.last == first.first and 0 <= mark.first - action.last <= 1 for mark in sentence.of_role("along"))


def _is_label(sentence: Sentence, action: Mark, side: str) -> bool:
    """Tell whether the action is the label of what follows ("Lost from radar: 158"), whatever its voice."""
    return side == "after" and action.last < sentence.line.last and sentence.tokens.words[action.last] in (":", "—")


def _is_claimed(sentence: Sentence, quantity: Quantity, action: Mark, cls: str) -> bool:
    """Tell whether an action behind `quantity` is another number's: "шість, знищено одну", "88, 64 з яких збила"."""
    own = sentence.governor.cost(action, quantity.first, quantity.last)
    for other in sentence.quantities:
        if other is quantity or other.first < quantity.last or other.cls not in (None, cls):
            continue
        if other.cls is None and not bare_allowed(sentence, other):
            continue  # "two cars of one organisation were damaged"
        if other.first == action.last and _begins_next(sentence, quantity, action):
            return True
        cost = sentence.governor.cost(action, other.first, other.last)
        if cost >= min(own, _CLAIMED) or (other.group == quantity.group and other.last <= action.first):
            continue
        if ":" in sentence.words[quantity.last : other.first] and other.last <= action.first:
            return True  # "о 34 ракетах: 315 дронов сбиты"
        behind = other.first == action.last and not sentence.voices.is_passive(action) and not _acts(action, cls)
        if behind or (other.cls is None and other.last <= action.first):
            return True
    return False


def _begins_next(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether a verb behind a comma begins the next clause, for the first has one: "сбиты два, 9 дронов, перехвачены 4"."""
    if sentence.words[action.first - 1] != "," or sentence.pack.word_order:
        return False
    return any(
        other.last <= quantity.first and other.value in _STOPS and "weapon" in other.attributes["measures"]
        for other in sentence.actions
    )


def _acts(action: Mark, cls: str) -> bool:
    """Tell whether weapons do what the verb says: what stands behind it is then what they do it to."""
    return cls == "weapon" and action.value == "hit"


def _others_between(sentence: Sentence, quantity: Quantity, action: Mark, cls: str) -> int:
    """Return how many other counts of such things, its own parts apart, stand between `quantity` and `action`."""
    low, high = sorted((quantity.first, action.first))
    between = [
        other
        for other in sentence.quantities
        if other.group != quantity.group
        and low < other.first < high
        and other.cls in (cls, None)
        and (other.form not in NAMED or _begins_clause(sentence, quantity, other))
    ]
    if between and cls == "weapon" and action.first > quantity.first:
        parts = parts_of(sentence, quantity)
        between = [other for other in between if other not in parts]
    elif between and cls == "person" and action.first > quantity.first:
        between = [other for other in between if not (other.part and other.high == 1)]
    # The subject of a clause of its own has that clause's verb.
    return sum(2 if other.form in NAMED else 1 for other in between)


def _begins_clause(sentence: Sentence, quantity: Quantity, other: Quantity) -> bool:
    """Tell whether a clause of its own begins between: "3,200 houses had no heating after a plant was damaged"."""
    return any(quantity.last <= mark.first < other.first for mark in sentence.of_role("clause"))


def measure_of(action: Mark, cls: str) -> str:
    """Return what the action says of things of class `cls`."""
    measure: str = action.attributes["measures"][cls]
    return measure


def _is_of_another(sentence: Sentence, action: Mark, quantity: Quantity) -> bool:
    """Tell whether the action is in another count's own words behind a comma or colon: "Trzy kobiety, 30 rannych"."""
    words = sentence.words
    if quantity.last >= len(words) or words[quantity.last] not in (",", ":"):
        return False
    return any(
        other.action is action and other.first > quantity.last for other in sentence.quantities if other is not quantity
    )


def _opens_clause(sentence: Sentence, quantity: Quantity, cls: str) -> bool:
    """Tell whether the quantity opens a clause whose verb comes last ("…, zwei Straßenbahnen wurden beschädigt")."""
    before = quantity.first - 1
    if (
        not sentence.pack.verbs_last
        or before < sentence.line.first
        or sentence.tokens.words[before] not in (",", ";", "—", ":")
    ):
        return False
    later = [
        action for action in sentence.actions if action.first > quantity.last and cls in action.attributes["measures"]
    ]
    if sentence.role(quantity.last, "aux", "perfect") is not None:
        return bool(later)
    # "abgewehrt: 303 durch Feuermittel abgeschossen, 415 …": a participle at the end of the item
    words = sentence.tokens.words
    return words[before] == ":" and any(
        "," not in words[quantity.last : action.first] and words[action.last : action.last + 1] == [","]
        for action in later
    )


def is_parted(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a semicolon stands in [first, last): a verb behind one has its own clause."""
    return ";" in sentence.tokens.words[first:last]
