"""Which action governs a quantity: the nearest verb that can count such a thing, in its clause and on its side."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.counting.may_govern import STOPS, may_govern
from vidbiy.reading.quantities.alone import bare_allowed
from vidbiy.reading.quantities.totals import parts_of
from vidbiy.reading.sentences.governing import FAR
from vidbiy.reading.sentences.quantity import NAMED, Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["governing_action", "measure_of", "overrides"]

# ", a woman of 83, has since died": so near stands the verb behind the comma.
_INSERTION_NEAR = 3
# "44 victims were still in hospital": so close stands what says more of the wounded than their being wounded.
_OVERRIDE_FAR = 2.5
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
        if cls not in action.attributes["measures"] or action is own or not may_govern(sentence, quantity, action, cls):
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
        other.last <= quantity.first and other.value in STOPS and "weapon" in other.attributes["measures"]
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
