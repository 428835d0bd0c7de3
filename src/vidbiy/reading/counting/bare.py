"""Bare numbers: a number whose noun is left out, counted by its verb ("41 збито", "seven were killed")."""

from __future__ import annotations

from vidbiy.reading.counting.bare_verbs import FAR, is_fronted, nearest, verb_behind
from vidbiy.reading.counting.elsewhere import speaks_of_others
from vidbiy.reading.counting.figures import answer, figure_put_anew, is_risen, of_figure, toll_goes_on
from vidbiy.reading.counting.governed import governing_action, measure_of
from vidbiy.reading.quantities.alone import bare_allowed, counts_people, of_unknown, says_all
from vidbiy.reading.quantities.elided import counted_before, kind_beside, weapon_meant
from vidbiy.reading.quantities.parts import measure_of_whole
from vidbiy.reading.quantities.totals import opens_with
from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.headings import UNNAMED
from vidbiy.reading.sentences.making import make
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["assert_bare"]

# What "another eight" can be, besides people and weapons, which a number may stand for at any time.
_MORE_CLASSES = frozenset({"site", "object", "train"})
_THINGS_COUNTED, _HARMS = frozenset({"site", "object"}), frozenset({"damage", "destroy", "ruin"})
_THING_CLASSES = frozenset({"site", "object", "location", "district"})
# "Several" without a noun says too little ("збили багато"); more weapons than these have not been counted.
_SEVERAL = (2, None)
_MOST_WEAPONS = 100_000
_STOPPED = frozenset({"shot_down", "intercepted", "suppressed"})
_DASHES = frozenset({"—", "-"})
_CLOSING = frozenset('"»”')


def assert_bare(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read a number whose noun is left out; None where it says too little."""
    if opens_with(sentence, quantity, "same") or of_unknown(sentence, quantity) or _is_growth(sentence, quantity):
        return None  # "эти 22 уже учтены" were counted before
    if says_all(sentence, quantity) and _is_inserted(sentence, quantity):
        return None
    if _is_of_next_noun(sentence, quantity) or _tells_how(sentence, quantity):
        return None
    found = _count_more(sentence, quantity)
    if found is None and is_risen(sentence, quantity):
        found = figure_put_anew(sentence, quantity)
    if found is not None:
        return found
    best = nearest(sentence, quantity)
    if best is None:
        found = answer(sentence, quantity) or figure_put_anew(sentence, quantity) or _weapons_more(sentence, quantity)
        return found or (toll_goes_on(sentence, quantity) if counts_people(sentence, quantity) else None)
    cls, action = best
    if cls in _THING_CLASSES or of_figure(sentence, quantity):
        found = figure_put_anew(sentence, quantity)
    return found or _by_verb(sentence, quantity, cls, action)


def _is_growth(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the number is by how much a figure grew, not what it came to: "збільшилася на двох – до 15"."""
    by = sentence.role_before(quantity.first, "toward")
    if by is None or sentence.pack.word_order:
        return False
    return any(0 <= by.first - rise.last <= 1 for rise in sentence.of_role("rise"))


def _weapons_more(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read "С 7.00 до 9.00 ещё 16": more of the weapons that the sentence before said were stopped."""
    told = sentence.discourse.last[-1:]
    alone = not sentence.actions and len(sentence.quantities) == 1 and opens_with(sentence, quantity, "more")
    if not alone or not told or told[0].measure not in _STOPPED or not told[0].subject.startswith("weapon"):
        return None
    ends = quantity.last >= sentence.last or not sentence.words[quantity.last][0].isalnum()
    return make(sentence, "count.more", quantity, told[0].measure, told[0].subject, None) if ends else None


def _by_verb(sentence: Sentence, quantity: Quantity, cls: str, action: Mark) -> Assertion | None:
    """Read the number as one of things, weapons or people, as its verb can count them."""
    things = cls == "location" and (
        is_fronted(sentence, action, quantity) or _counted_things(sentence, action, quantity)
    )
    if cls in ("site", "object") or things:
        return _of_things(sentence, quantity, action)
    if cls == "weapon":
        return _of_weapons(sentence, quantity, action)
    if cls == "district" or (cls == "location" and not _of_debris(sentence, quantity, action)):
        return None
    if (quantity.low, quantity.high) == _SEVERAL or not _may_stand_alone(sentence, quantity):
        return None
    if quantity.part and action.value == "hospitalise" and _were_moved(sentence):
        return make(sentence, "count.part", quantity, "evacuated", "person", action)
    subject = "area.location" if cls == "location" else _who(sentence, quantity) if cls == "person" else cls
    return make(sentence, "count.elided", quantity, measure_of(action, cls), subject, action)


def _is_inserted(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a comma opens what is only said of those just counted: "two doctors, both in their twenties, died"."""
    at, words = sentence.quantities.index(quantity), sentence.words
    if at == 0 or words[quantity.first - 1] != "," or sentence.quantities[at - 1].low != quantity.low:
        return False
    comma = next((one for one in range(quantity.last, sentence.last) if words[one] == ","), None)
    return comma is not None and not any(quantity.last <= action.first < comma for action in sentence.actions)


def _were_moved(sentence: Sentence) -> bool:
    """Tell whether the whole was moved out of somewhere: "600 patients were evacuated, 94 of them to other hospitals"."""
    return bool(sentence.assertions) and sentence.assertions[-1].measure == "evacuated"


def _of_debris(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the number is of places where debris fell: "вісім фрагментів" are none."""
    if action.value != "debris":
        return False
    return action.first != quantity.last or sentence.role_before(quantity.first, "locative") is not None


def _who(sentence: Sentence, quantity: Quantity) -> str:
    """Return who "ще 12" are: where children were just counted in the sentence, children."""
    if quantity.first == sentence.first and says_all(sentence, quantity):
        told = next(iter(sentence.told()), None)
        return told.subject if told is not None and told.low == quantity.low and told.cls == "person" else "person"
    before = sentence.assertions[-1] if sentence.assertions else None
    if before is None or before.quantity is None or before.subject != "person.child" or before.quantity.part:
        return "person"
    goes_on = opens_with(sentence, quantity, "more") or _headed_alike(sentence, before.quantity, quantity)
    return before.subject if goes_on else "person"


def _headed_alike(sentence: Sentence, before: Quantity, quantity: Quantity) -> bool:
    """Tell whether both numbers stand behind a dash after what they count: "убитих дітей — четверо, поранених — сім"."""
    heads = (sentence.words[one.first - 1 : one.last] for one in (before, quantity))
    return all(not _DASHES.isdisjoint(head) for head in heads)


def _is_of_next_noun(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a thing stands behind the number and a word more, which it counts: "два сусідні будинки"."""
    at = quantity.last + 1
    return (
        at < sentence.last
        and sentence.words[at - 1][0].isalpha()
        and sentence.at(at - 1, "role", "action", "place") is None
        and sentence.at(at, "site") is not None
    )


def _tells_how(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether an unknown adjective before the people says in what state they are: "«важких» двоє"."""
    at = quantity.first - 1
    if at > sentence.first and sentence.words[at] in _CLOSING:
        at -= 1
    word = sentence.words[at] if at >= sentence.first else ""
    unknown = word[:1].isalpha() and not sentence.finish.get(at + 1)
    return unknown and counts_people(sentence, quantity) and word.endswith(sentence.pack.plural_adjectives)


def _may_stand_alone(sentence: Sentence, quantity: Quantity) -> bool:
    return counts_people(sentence, quantity) or bare_allowed(sentence, quantity)


def _of_things(sentence: Sentence, quantity: Quantity, action: Mark) -> Assertion | None:
    """Read a number of the things spoken of: "пошкоджено шість хат, дві зруйновано"."""
    kind = None if sentence.role_before(quantity.first, "of") is not None else kind_beside(sentence, quantity)
    if kind is None or kind[0] not in action.attributes["measures"] or not bare_allowed(sentence, quantity):
        return None
    measure = measure_of(action, kind[0])
    if measure == "destroyed" and _is_piece(sentence, action.last):
        measure = "damaged"  # "в одном из них обрушился подъезд"
    return make(sentence, "count.elided", quantity, measure, kind[1], action)


def _is_piece(sentence: Sentence, token: int) -> bool:
    """Tell whether a part of a house is named at a token."""
    site = sentence.at(token, "site")
    return sentence.role(token, "piece") is not None or (site is not None and bool(site.attributes.get("piece")))


def _of_weapons(sentence: Sentence, quantity: Quantity, action: Mark) -> Assertion | None:
    """Read a number of weapons; of which, a heading may tell before any is named (headings.py)."""
    others = _is_of_those(sentence, quantity, action) or speaks_of_others(sentence, quantity, action)
    if (quantity.low, quantity.high) == _SEVERAL or others:
        return None
    measure = measure_of(action, "weapon")
    if measure == "in_air" and quantity.part and (whole := measure_of_whole(sentence, "weapon")) in _STOPPED:
        measure = whole or measure  # "159 drones were intercepted, 27 of them on the approach to the capital"
    subject = weapon_meant(sentence, quantity, action)
    if subject == "weapon" and sentence.of_role("respectively"):
        return None  # of which weapons, the sentence before tells
    if measure == "launched" and sentence.pack.word_order and not _speaks_of_weapons(sentence):
        return None  # "we had three hours; we used two"
    if not subject:
        return (
            make(sentence, UNNAMED, quantity, measure, "weapon", action) if bare_allowed(sentence, quantity) else None
        )
    if quantity.low > _MOST_WEAPONS or not _may_stand_alone(sentence, quantity):
        return None
    return make(sentence, "count.elided", quantity, measure, subject, action)


def _is_of_those(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether it is only told of what kind so many were: "15 der eingesetzten Drohnen waren Attrappen"."""
    of = sentence.role(quantity.last, "of")
    return of is not None and of.last == action.first and sentence.at(action.last, "weapon") is not None


def _speaks_of_weapons(sentence: Sentence) -> bool:
    """Tell whether a weapon is named in the sentence, or weapons were what was counted last."""
    last = next(sentence.told(), None)
    return bool(sentence.of_kind("weapon")) or last is None or last.subject.startswith("weapon")


def _count_more(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read "ещё восемь посечены осколками": more of what was counted last, where the verb can count such things."""
    start = quantity.first - (2 if sentence.role_before(quantity.first, "inside") is not None else 1)
    if not any(start <= mark.first <= quantity.last for mark in sentence.of_role("more")):
        return None
    cls, subject = counted_before(sentence, quantity)
    if cls not in _MORE_CLASSES:
        return None
    action, cost = governing_action(sentence, quantity, cls)
    if action is not None and action.last <= quantity.first:
        action = verb_behind(sentence, quantity, cls) or action
    if action is None or cost > FAR or counts_people(sentence, quantity):
        return None
    if action.value == "hit" and action.first >= quantity.last and not sentence.voices.is_passive(action):
        return None  # "another flew into the depot" is one more of what flew
    return make(sentence, "count.more", quantity, measure_of(action, cls), subject, action)


def _counted_things(sentence: Sentence, action: Mark, quantity: Quantity) -> bool:
    """Tell whether things were counted just before: "three ambulances were destroyed and two damaged"."""
    last = sentence.assertions[-1] if sentence.assertions else None
    near = sentence.pack.word_order or action.first == quantity.last
    counted = last is not None and last.cls in _THINGS_COUNTED and near
    if last is not None and last.cls in _THINGS_COUNTED and not sentence.pack.articles and action.value in _HARMS:
        again = action.last == quantity.first and last.action is not action
        if again and sentence.words[action.first - 1] == ",":
            return True  # "разрушены шесть домов, повреждены четырнадцать"
    return counted and action.value in _HARMS and action.first >= quantity.last and not sentence.pack.verbs_last
