"""Counts: what a sentence asserts of a number with its noun ("shot down 12 drones"), rule by rule in their order."""

from __future__ import annotations

from dataclasses import replace

from vidbiy.reading.counting.bare import assert_bare
from vidbiy.reading.counting.ellipsis import count_in_another
from vidbiy.reading.counting.elsewhere import destroys, is_where
from vidbiy.reading.counting.governed import governing_action, measure_of, overrides
from vidbiy.reading.counting.inherited import inherit
from vidbiy.reading.counting.named import assert_named
from vidbiy.reading.counting.what_befell import ANY_SITE, kind_spoken_of, met_then, of_any_sites, of_piece, struck
from vidbiy.reading.quantities.alone import acts_next, says_all
from vidbiy.reading.quantities.by_place import (
    bracketed_place,
    count_by_command,
    count_by_place,
    labelling_adjective,
    lacks_thousands,
)
from vidbiy.reading.quantities.distribution import shared_places
from vidbiy.reading.quantities.elided import named_behind
from vidbiy.reading.quantities.parts import (
    follows_part,
    is_whole,
    measure_of_part,
    measure_of_whole,
    reach_of_part,
    whole_sent,
)
from vidbiy.reading.quantities.phrased import is_of_several, is_one_of, is_size, stands_apart, struck_itself
from vidbiy.reading.quantities.totals import count_total
from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.clauses import lacks_other_service
from vidbiy.reading.sentences.governing import FAR, NEAR
from vidbiy.reading.sentences.making import make
from vidbiy.reading.sentences.quantity import NAMED, Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["assert_count", "for_each_place"]

_AREAS = frozenset({"settlement", "district", "region", "location"})
# Areas are named for many reasons: their verb is near.
_AREA_FAR = 8.0
# "40 киян — у стаціонарах": so near behind a part stands the verb that is its own.
_OWN_VERB = 2.5
# "a fire in a five-storey office building": so near stands what burns.
_SITE_BESIDE = 4
# "Several", "some of".
_SEVERAL = 2
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
# Nouns that are measures by themselves: "12 impacts", "nine blazes", "three launches".
_INTRINSIC = {"impact": "hit", "start": "launched", "blaze": "fire"}


def assert_count(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Return what is asserted of `quantity`; None where nothing is."""
    if quantity.place is None:
        quantity.place = bracketed_place(sentence, quantity) or labelling_adjective(sentence, quantity)
    if quantity.form in NAMED:
        return assert_named(sentence, quantity)
    if quantity in sentence.folded or (quantity.noun is None and _of_animals(sentence, quantity)):
        return None
    if quantity.whole:
        return whole_sent(sentence, quantity)
    cls = quantity.cls
    if cls is None:
        return _unnamed(sentence, quantity)
    return _intrinsic(sentence, quantity, cls) if cls in _INTRINSIC else _counted(sentence, quantity, cls)


def _intrinsic(sentence: Sentence, quantity: Quantity, cls: str) -> Assertion | None:
    """Read a noun that is a measure by itself: "12 impacts", "nine blazes"."""
    if cls == "blaze" and _burns_there(sentence, quantity):
        return None
    if sentence.role_before(quantity.first, "negation") is not None or says_all(sentence, quantity):
        return None  # "не один прилёт, а восемь", "both fires are out"
    return make(sentence, "count.intrinsic", quantity, _INTRINSIC[cls], struck(sentence, quantity), None)


def _counted(sentence: Sentence, quantity: Quantity, cls: str) -> Assertion | None:
    """Read a number with its noun: as a part of people counted before, else by its verb."""
    quantity.part |= cls == "person" and follows_part(sentence, quantity)
    kind = named_behind(sentence, quantity) if cls == "weapon" and is_of_several(sentence, quantity) else None
    if kind is not None and kind.value.startswith(quantity.subject):
        quantity.subject = kind.value  # "450 з названих БпЛА – «шахеди»"
    part = quantity.part and cls == "person" and quantity.action is None
    if part and (_adds_none(sentence, quantity) or _is_of_untold(sentence, quantity)):
        return None
    if cls == "site" and quantity.high == 1 and _is_whose(sentence, quantity):
        return None
    if quantity.part and cls == "person" and quantity.action is None:
        measure = None if _acts_itself(sentence, quantity) else measure_of_part(sentence, quantity)
        if measure is not None:
            return make(sentence, "count.part", quantity, measure, quantity.subject, None)
    return _governed(sentence, quantity, cls)


def _is_whose(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the people counted before are of the one site: "nine of them employees of one plant"."""
    of = sentence.role_before(quantity.first, "of")
    return of is not None and sentence.before(of.first, "person") is not None


def _acts_itself(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a part has a verb of its own, not that of its whole: "із них 40 людей госпіталізовано"."""
    if sentence.pack.word_order:
        return False
    action, cost = governing_action(sentence, quantity, "person")
    if action is None or action.first < quantity.last or cost > _OWN_VERB:
        return False
    told = next((one for one in sentence.told() if one.subject.startswith("person")), None)
    if told is None or told.action is action or told.measure == measure_of(action, "person"):
        return False
    return "," not in sentence.words[quantity.last : action.first]


def _is_of_untold(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the part is of people just before it of whom nothing was read: "в ПВР 408 человек, из них 94 ребёнка"."""
    before = [one for one in sentence.quantities if one.last <= quantity.first]
    if not before or before[-1].cls != "person" or before[-1].part or before[-1].low < quantity.low:
        return False
    return all(done.quantity is not before[-1] for done in sentence.assertions)


def _adds_none(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether "eine Schwangere" only says who one of those counted is, with an article in the place of a number."""
    number = sentence.at(quantity.first, "number")
    return quantity.subject == "person" and number is not None and bool(number.attributes.get("article"))


def _unnamed(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read a number whose noun is left out: by its place, as a total, or by its verb."""
    if lacks_thousands(sentence, quantity):
        return None
    found = (
        count_in_another(sentence, quantity)
        or count_by_command(sentence, quantity)
        or count_by_place(sentence, quantity)
        or count_total(sentence, quantity)
    )
    if found is not None:
        return found
    if quantity.cls is not None or (quantity.part and not acts_next(sentence, quantity)):
        return None
    return assert_bare(sentence, quantity)


def _governed(sentence: Sentence, quantity: Quantity, cls: str) -> Assertion | None:
    """Read a number with its noun by the verb that governs it, else by what it goes on with."""
    own = quantity.action
    action, cost = governing_action(sentence, quantity, cls, own)
    if _is_ordinary(sentence, quantity, own or action) or _are_some_of_them(sentence, quantity, action):
        return None
    owned = own is not None and cls in own.attributes["measures"]
    if own is not None and owned:
        told = action is not None and overrides(sentence, quantity, action, own)
        action, cost = (action, min(cost, FAR)) if told else (own, 0.0)
    if quantity.part and cls == "weapon" and (action is None or cost > reach_of_part(sentence, quantity, action)):
        measure = measure_of_whole(sentence, "weapon")
        if measure is not None:
            return make(sentence, "count.part", quantity, measure, quantity.subject, None)
    if cls == "hour" and not _is_of_alarm(sentence):
        return None
    if action is not None and is_whole(sentence, quantity, action):
        return make(sentence, "count.sent", quantity, "launched", quantity.subject, None)
    if action is None or _is_too_far(sentence, quantity, action, cost):
        return inherit(sentence, quantity)
    lacks = cls == "customer" and action.last <= quantity.first and lacks_other_service(sentence, quantity)
    return None if lacks else _by_verb(sentence, quantity, action, cls)


def _are_some_of_them(sentence: Sentence, quantity: Quantity, action: Mark | None) -> bool:
    """Tell whether nobody is added: "some of the injured were in a bus"."""
    own = quantity.action
    if own is None or quantity.high is not None or quantity.low != _SEVERAL or not sentence.pack.articles:
        return False
    if action is not None and overrides(sentence, quantity, action, own):
        return False
    opening = sentence.pack.patterns.alone(sentence.words[own.first])
    return own.last - own.first > 1 and any(entry.kind == "article" for _, entry in opening)


def _by_verb(sentence: Sentence, quantity: Quantity, action: Mark, cls: str) -> Assertion | None:
    """Read what the verb says of the number; None where the thing is only where it happened."""
    if cls in ("site", "object") and (is_where(sentence, quantity, action) or is_size(sentence, quantity)):
        return None
    if cls == "weapon" and action.value == "launch" and (met := met_then(sentence, quantity, action)) is not None:
        action = met
    parted = is_one_of(sentence, quantity) and stands_apart(sentence, quantity, action)
    if parted or (cls == "weapon" and _destroyed_another(sentence, quantity, action)):
        return None
    if cls == "weapon" and destroys(sentence, quantity, action):
        return make(sentence, "count.striking", quantity, "hit", quantity.subject, action)
    subject, measure = kind_spoken_of(sentence, quantity), measure_of(action, cls)
    if subject == ANY_SITE:
        subject, measure = of_any_sites(sentence, quantity, action, measure)
    if measure == "launched" and struck_itself(sentence, quantity, action):
        measure = "hit"
    if measure == "destroyed" and sentence.role_before(quantity.first, "piece") is not None:
        measure = "damaged"  # "das Dach eines Hauses wurde zerstört"
    if quantity.noun is not None and quantity.noun.attributes.get("piece"):
        measure = of_piece(sentence, quantity, quantity.noun, measure)
    return make(sentence, "count.governed", quantity, measure, subject, action)


def _destroyed_another(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the weapons destroyed what an article opens: "one of those Kinzhals destroyed a launcher"."""
    if not sentence.pack.word_order or action.value != "destroy" or action.first < quantity.last:
        return False
    return not sentence.voices.is_passive(action) and sentence.at(action.last, "article") is not None


def _is_too_far(sentence: Sentence, quantity: Quantity, action: Mark, cost: float) -> bool:
    """Tell whether the verb is too far to count such a thing; what is struck "at" an area may stand far from it."""
    if quantity.cls in _AREAS and sentence.role_before(quantity.first, "toward") is not None:
        return cost > FAR
    if cost > (NEAR if quantity.part and quantity.cls in ("site", "object") else FAR):
        return True
    return cost > _AREA_FAR and (quantity.cls in _AREAS or bool(action.attributes.get("weak")))


def _is_ordinary(sentence: Sentence, quantity: Quantity, action: Mark | None) -> bool:
    """Tell whether a word like "targets" is no weapon: none was named, and these were not shot down."""
    if quantity.noun is None or not quantity.noun.attributes.get("weak") or sentence.discourse.weapon:
        return False
    if any(not mark.attributes.get("weak") for mark in sentence.of_kind("weapon")):
        return False
    return action is None or action.value not in _STOPS


def for_each_place(sentence: Sentence, quantity: Quantity, assertion: Assertion) -> list[Assertion]:
    """Return `assertion`, or one of it for each of the places that it counts one by one."""
    places = shared_places(sentence.marks, quantity, assertion.action)
    return [
        replace(
            assertion, rule="count.each_place", place=place,
            first=min(assertion.first, place.first), last=max(assertion.last, place.last),
        )
        for place in places
    ] or [assertion]  # fmt: skip


def _burns_there(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether it is said where the one fire is ("einem Brand in einem Bürogebäude"): what burns is the claim."""
    near = range(quantity.last, quantity.last + _SITE_BESIDE)
    sited = any(mark.first in near for mark in sentence.of_kind("site"))
    return quantity.high == 1 and sited and any(mark.first in near for mark in sentence.of_role("locative"))


def _is_of_alarm(sentence: Sentence) -> bool:
    """Tell whether the sentence speaks of an alert or an attack: else nobody knows what lasted so many hours."""
    if any(word.startswith(sentence.pack.other_events) for word in sentence.words[sentence.first : sentence.last]):
        return False  # "переговори тривали шість годин"
    if not sentence.pack.has_role("alarm") or sentence.of_role("alarm"):
        return True
    return bool(sentence.of_kind("weapon") or sentence.of_kind("ignore"))


def _of_animals(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether animals are spoken of before the number: "of 190 cows, 83 were killed"."""
    return any(mark.last <= quantity.first for mark in sentence.of_kind("animals"))
