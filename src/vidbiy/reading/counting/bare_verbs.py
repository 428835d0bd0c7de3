"""The verb that a number without a noun may go with."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.counting.elsewhere import is_elsewhere, things_meant
from vidbiy.reading.counting.governed import governing_action
from vidbiy.reading.counting.may_govern import is_parted
from vidbiy.reading.quantities.alone import bare_allowed, counts_people
from vidbiy.reading.quantities.elided import named_behind
from vidbiy.reading.sentences.clauses import opens_the_next
from vidbiy.reading.sentences.quantity import NAMED, Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["FAR", "is_fronted", "nearest", "verb_behind"]

# The classes that a number without a noun can stand for, by what the action counts.
_CLASSES = ("person", "weapon", "location", "site", "object", "customer", "district")
# A number without a noun must stand close to its action.
FAR = 3.6
# A number that counts people only may stand farther off ("вывели из подвала повреждённого дома шестерых").
_PEOPLE_FAR = 5.5
# "ще одне, із зерном, згоріло": so far may its verb stand behind what comes on top.
_MORE_FAR = 8.0
# So close behind a part stands a verb of its own ("three of them had to be hospitalised").
_NEXT = 5
# "…, ещё один": so close behind the comma stands the number that opens the next clause.
_NEXT_CLAUSE = 2


def nearest(sentence: Sentence, quantity: Quantity) -> tuple[str, Mark] | None:
    """Return the verb that is nearest to the number, and the class of what it counts."""
    best: tuple[float, str, Mark] | None = None
    far = _PEOPLE_FAR if counts_people(sentence, quantity) else FAR
    for cls in _bare_classes(sentence, quantity):
        action, cost = governing_action(sentence, quantity, cls)
        if action is None or _speaks_of_another(sentence, quantity, action, cls):
            continue
        if action.last <= quantity.first:
            if action.attributes.get("weak"):
                continue
            if quantity.part and (own := _own_verb(sentence, quantity, cls)) is not None:
                action, cost = own, sentence.governor.cost(own, quantity.first, quantity.last)
            elif _is_spent(sentence, quantity, action):
                continue
        if cost <= far and (best is None or cost < best[0]):
            best = (cost, cls, action)
    if best is not None and best[1] == "weapon":
        return things_meant(sentence, best[2]) or "weapon", best[2]
    return None if best is None else best[1:]


def _speaks_of_another(sentence: Sentence, quantity: Quantity, action: Mark, cls: str) -> bool:
    """Tell whether a verb behind the number is not the number's, or says again what its whole met."""
    if is_elsewhere(sentence, quantity, action, cls) or opens_the_next(sentence, quantity, action):
        return True
    return action.first >= quantity.last and _repeats(sentence, quantity, action)


def _is_spent(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether a verb before the number has its own count already, and the number is of the next clause.

    "Уничтожены двенадцать БПЛА; шесть не достигли цели", "одного госпитализировали, двоим помогли на месте".
    """
    if is_parted(sentence, action.last, quantity.first) or _repeats(sentence, quantity, action):
        return True
    if _acts_otherwise(sentence, quantity, action):
        return True
    if sentence.words[action.last] != "," or quantity.first - action.last > _NEXT_CLAUSE:
        return False
    return any(
        other.form not in NAMED and sentence.governor.cost(action, other.first, other.last) <= FAR
        for other in sentence.quantities
        if other.last <= action.first
    )


def _acts_otherwise(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether people behind a comma do what is not known: "витягли чотирьох, ще двоє вибралися самотужки"."""
    if "," not in sentence.words[action.last : quantity.first] or bare_allowed(sentence, quantity):
        return False
    return any(done.action is action and done.quantity is not None for done in sentence.assertions)


def _repeats(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the number is a part of what the same verb counted: "ранены девять, четверо из них — …"."""
    part = quantity.part or sentence.role(quantity.last, "of_them") is not None
    if not part or named_behind(sentence, quantity) is not None:
        return False
    return any(
        (
            done.action is action
            or (done.subject == "person" and done.measure == action.attributes["measures"].get("person"))
        )
        and done.quantity is not None
        and done.quantity.low >= quantity.low
        for done in sentence.assertions
    )


def _own_verb(sentence: Sentence, quantity: Quantity, cls: str) -> Mark | None:
    """Return the verb that stands right behind a part: "three of them were shot down"."""
    later = (
        action
        for action in sentence.actions
        if action.first >= quantity.last and cls in action.attributes["measures"] and not action.attributes.get("weak")
    )
    own = next(later, None)
    if own is None or own.first - quantity.last > _NEXT or _repeats(sentence, quantity, own):
        return None
    return own


def verb_behind(sentence: Sentence, quantity: Quantity, cls: str) -> Mark | None:
    """Return the verb that more of the same has behind it, an insertion apart: "ще одне, із зерном, згоріло"."""
    if any(other.first > quantity.first for other in sentence.quantities):
        return None
    behind = (action for action in sentence.actions if action.first >= quantity.last)
    action = next(behind, None)
    if action is None or cls not in action.attributes["measures"]:
        return None
    near = sentence.governor.cost(action, quantity.first, quantity.last) <= _MORE_FAR
    return action if near else None


def _bare_classes(sentence: Sentence, quantity: Quantity) -> Sequence[str]:
    """Return what a number without a noun can count; "injuring 17 passengers, five of whom …" goes on with people."""
    if counts_people(sentence, quantity):
        return ("person",)
    at = sentence.quantities.index(quantity)
    if not (quantity.part and at and sentence.quantities[at - 1].cls == "person"):
        return _CLASSES
    return ("person",)


def is_fronted(sentence: Sentence, action: Mark, quantity: Quantity) -> bool:
    """Tell whether the things stand right before the verb and their number behind it: "хат пошкоджено сорок"."""
    fronted = sentence.before(action.first, "site") is not None
    return fronted and action.last == quantity.first and not sentence.pack.articles
