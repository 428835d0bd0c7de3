"""Counts that lean on what came before: a list, a heading, the sentence before ("Також два «Калібри».")."""

from __future__ import annotations

from vidbiy.reading.counting.aimed import is_aimed, strikes_thing
from vidbiy.reading.counting.ellipsis import elided_action
from vidbiy.reading.counting.figures import is_only_spoken_of, toll_goes_on
from vidbiy.reading.counting.presented import are_presented
from vidbiy.reading.counting.sent_weapons import (
    HARMS,
    announced,
    names_night,
    reported_weapons,
    sizes_attack,
    stopped_next,
    what_strikes,
)
from vidbiy.reading.quantities.by_place import goes_on, is_cut_off, is_listed, place_beside
from vidbiy.reading.quantities.parts import measure_of_things
from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.clauses import lacks_other_service, lacks_service, only_is
from vidbiy.reading.sentences.making import make
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence

__all__ = ["inherit"]

# The classes that go on one list.
_LISTED = {
    "weapon": frozenset({"weapon"}),
    "site": frozenset({"site", "object"}),
    "object": frozenset({"site", "object"}),
}
_THINGS = ("site", "object")
_HOMES = "site.residential"
_DEEDS = HARMS | {"kill", "injure"}
_OF_PEOPLE = frozenset({"killed", "injured", "hospitalised", "missing", "rescued", "evacuated"})
# So near its beginning a heading counts what was sent ("Вночі 836 дронів").
_OPENING = 3
# A sentence that goes on with the verb of the one before has no more unknown words than this.
_MOST_UNKNOWN = 2
# What may stand between a sentence and the figures that it presents.
_PRESENTING = frozenset({":", "—", "-"})
# Nor has a line that goes on with its heading more than these.
_MOST_PROSE = 3


def inherit(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Give a quantity without an action of its own the one that the list, the total or the whole goes on with."""
    found = _by_neighbours(sentence, quantity)
    if found is not None:
        return found
    header = sentence.discourse.header
    if quantity.cls == "customer" and lacks_other_service(sentence, quantity):
        return None
    if header is not None and quantity.cls in header.attributes["measures"] and _is_under_heading(sentence, quantity):
        quantity.place = place_beside(sentence, quantity)
        if is_cut_off(sentence, quantity):
            return None
        measure = header.attributes["measures"][quantity.cls]
        return make(sentence, "count.headed", quantity, measure, quantity.subject, header)
    return _by_list(sentence, quantity) or _by_deed(sentence, quantity)


def _by_deed(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read what a sentence without a verb counts at a place, by the verb of the one before."""
    deed = None if quantity.cls is None or quantity.cls == "weapon" else elided_action(sentence)
    if deed is None or quantity.cls not in deed.attributes["measures"]:
        return None
    measure = deed.attributes["measures"][quantity.cls]
    return make(sentence, "count.listed", quantity, measure, quantity.subject, deed) if measure else None


def _is_under_heading(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the line is an item, or stands behind its heading and is no sentence of its own."""
    if sentence.line.bullet:
        return True
    if sentence.discourse.header_paragraph < sentence.line.paragraph - 1 or _has_negated_verb(sentence, quantity):
        return False
    opens = quantity.first == sentence.first or sentence.words[quantity.first - 1] in (":", "—")
    return opens or _unknown_words(sentence) <= _MOST_PROSE


def _has_negated_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the line says what was not done to such things: "Не збито: «Кинджалів» – 5"."""
    return any(
        quantity.cls in action.attributes["measures"] and sentence.role_before(action.first, "negation") is not None
        for action in sentence.actions
        if action.first < quantity.first
    )


def _by_neighbours(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read a quantity by what stands beside it: the damage it did, how many of it were stopped, the whole it is of."""
    cls, subject = quantity.cls, quantity.subject
    if cls == "weapon":
        if (striking := what_strikes(sentence, quantity)) is not None or strikes_thing(sentence, quantity):
            return make(sentence, "count.striking", quantity, "hit", subject, striking)
        if stopped_next(sentence, quantity):
            return make(sentence, "count.sent", quantity, "launched", subject, None)
        if announced(sentence, quantity):
            return make(sentence, "count.announced", quantity, "launched", subject, None)
    elif cls in _THINGS and quantity.part and (measure := measure_of_things(sentence)) is not None:
        return make(sentence, "count.part", quantity, measure, subject, None)
    elif (
        cls == "customer" and (_lacks_power(sentence, quantity) or (not sentence.actions and _is_dark(sentence)))
    ) or (quantity.subject == _HOMES and _lists_dark_homes(sentence, quantity)):
        return make(sentence, "count.listed", quantity, "without_power", "customer", None)
    return None


def _lacks_power(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether power is one of several things they are without: "400,000 customers without heat, water or power"."""
    lacks = [
        action.last for action in sentence.actions if action.attributes.get("lack") and action.first >= quantity.last
    ]
    return any(
        service.value == "service.power" and service.first >= at
        for at in lacks
        for service in sentence.of_kind("service")
    )


def _lists_dark_homes(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether homes go on with a list of who is without power, place by place: "Полтавщина: 6,5 тис. домівок"."""
    at = quantity.first - 1
    labelled = at > sentence.first and sentence.words[at] in _PRESENTING and sentence.before(at, "place") is not None
    return labelled and not sentence.actions and _is_dark(sentence)


def _is_dark(sentence: Sentence) -> bool:
    """Tell whether the text has just spoken of a power cut."""
    return sentence.line.paragraph - sentence.discourse.dark_paragraph <= 1


def _by_list(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read an item by the list of its sentence or of those before it."""
    cls = quantity.cls
    if quantity.subject == "person.child":
        return toll_goes_on(sentence, quantity)
    if cls == "weapon":
        return _of_weapons(sentence, quantity)
    if cls in _THINGS and is_listed(sentence) and measure_of_things(sentence) is not None:
        return make(sentence, "count.listed", quantity, "damaged", quantity.subject, None)
    if cls in _THINGS and goes_on(sentence) and (measure := measure_of_things(sentence)) is not None:
        return make(sentence, "count.listed", quantity, measure, quantity.subject, None)
    if cls in _LISTED and (measure := _listed_measure(sentence, quantity, _LISTED[cls])) is not None:
        return make(sentence, "count.listed", quantity, measure, quantity.subject, None)
    return None


def _of_weapons(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read weapons without a verb: aimed somewhere, reported, going on with a list, or all that was sent."""
    if any(action.value == "debris" for action in sentence.actions):
        return None  # "подтвердил падение двух дронов"
    found = _rule_without_verb(sentence, quantity)
    return None if found is None else make(sentence, found[0], quantity, found[1], quantity.subject, None)


def _rule_without_verb(sentence: Sentence, quantity: Quantity) -> tuple[str, str] | None:
    """Return the rule that reads weapons without a verb, and their measure."""
    if is_aimed(sentence, quantity) or names_night(sentence, quantity) or sizes_attack(sentence, quantity):
        return "count.aimed" if is_aimed(sentence, quantity) else "count.heading", "launched"
    reported = quantity.low > 1 and quantity.of is None and reported_weapons(sentence)
    if reported or are_presented(sentence):
        return "count.reported", "launched"
    if sentence.discourse.listing and sentence.line.bullet and sentence.discourse.weapon_measure is not None:
        return "count.reported", "launched"  # a list under a head without a verb says what came
    continues = _continues(sentence) and not (_is_agent(sentence, quantity) or _is_said_otherwise(sentence, quantity))
    if continues and (going := _measure_going_on(sentence)) is not None:
        return "count.continued", "launched" if _are_others_sent(sentence, quantity) else going
    if (measure := _listed_measure(sentence, quantity, _LISTED["weapon"])) is not None:
        return "count.listed", measure
    return _rule_of_all(sentence, quantity) if continues else None


def _rule_of_all(sentence: Sentence, quantity: Quantity) -> tuple[str, str] | None:
    """Return the rule that reads all that was sent: "Звіт: 215 засобів нападу", the heading "836 дронів за ніч"."""
    if quantity.subject == "weapon" and quantity.form == "counted" and quantity.high is not None:
        return "count.targets", "launched"
    opens = sentence.line.first == 0 and sentence.lists[quantity.group][0].first <= _OPENING
    return ("count.heading", "launched") if opens else None


def _continues(sentence: Sentence) -> bool:
    """Tell whether the sentence has no verb of its own, so that it goes on with the one before."""
    if any("weapon" in action.attributes["measures"] for action in sentence.actions):
        return False
    head = _ends_of_head(sentence)
    if any(mark.last > head for value in ("aux", "perfect", "clause") for mark in sentence.of_role(value)):
        return False
    return _unknown_words(sentence) <= _MOST_UNKNOWN


def _ends_of_head(sentence: Sentence) -> int:
    """Return where what a colon or a dash presents ends, whose verb is not that of the figures: "Січень був легшим – 87"."""
    first = sentence.quantities[0].first if sentence.quantities else sentence.first
    return first if sentence.words[first - 1] in _PRESENTING and first > sentence.first else sentence.first


def _measure_going_on(sentence: Sentence) -> str | None:
    """Return the measure that weapons without a verb go on with; None where they go on with none."""
    measure = sentence.discourse.weapon_measure
    if measure is not None and (_is_of_another_time(sentence) or (is_listed(sentence) and sentence.discourse.launched)):
        return "launched"  # a list of towns goes on with what was sent at them
    return measure if _goes_on_with_weapons(sentence) else None


def _are_others_sent(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a label opens the count of another kind, behind that of what was sent: "… Missiles: 239"."""
    opens = quantity.first - sentence.first <= _OPENING
    if quantity.form != "noun-first" or not opens or not sentence.pack.word_order:
        return False
    sent = [told.subject for told in sentence.discourse.last if told.measure == "launched"]
    kind = ".".join(quantity.subject.split(".")[:2])
    return bool(sent) and not any(subject.startswith(kind) for subject in sent)


def _is_of_another_time(sentence: Sentence) -> bool:
    """Tell whether the figures are what came in a month or a night that is only described: "Січень був легшим – 87"."""
    head = _ends_of_head(sentence)
    described = any(mark.last <= head for mark in sentence.of_role("aux"))
    return described and any(mark.value == "month" and mark.last <= head for mark in sentence.of_kind("time"))


def _goes_on_with_weapons(sentence: Sentence) -> bool:
    """Tell whether what was counted last were weapons: after "two were killed" a list of them is a new one."""
    last = next(sentence.told(), None)
    return last is not None and last.measure not in _OF_PEOPLE


def _is_agent(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the weapons kill or wreck ("tötete eine Gleitbombe"), or are only spoken of ("o setkach dronów")."""
    if is_only_spoken_of(sentence, quantity):
        return True
    beside = (quantity.first, quantity.last)
    return any(a.value in _DEEDS and (a.last in beside or a.first in beside) for a in sentence.actions)


def _unknown_words(sentence: Sentence) -> int:
    """Return how many words of the sentence the lexicon does not know."""
    known: set[int] = set()
    for mark in sentence.marks:
        known.update(range(mark.first, mark.last))
    words = sentence.words
    return sum(1 for at in range(sentence.first, sentence.last) if at not in known and words[at][0].isalpha())


def _is_said_otherwise(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the weapons did not meet what those before them did: "До Білорусі долетів 41", "Із 248 ракет 137 – …".

    An unknown word right before the number may be its verb; a part needs its whole among what was counted.
    """
    if quantity.of is not None and not any(done.low == quantity.of for done in sentence.told()):
        return True
    at = quantity.first - 1
    unknown = at >= sentence.first and sentence.words[at][0].isalpha() and not sentence.finish.get(quantity.first)
    return unknown and sentence.discourse.weapon_measure not in (None, "launched")


def _listed_measure(sentence: Sentence, quantity: Quantity, classes: frozenset[str]) -> str | None:
    """Return the measure of the like counted before in the sentence, where the list goes on without a verb."""
    if lacks_service(sentence, quantity) or only_is(sentence, quantity):
        return None
    before = next((done for done in reversed(sentence.assertions) if done.cls in classes and done.quantity), None)
    if before is None or before.quantity is None:
        return None
    last = before.quantity.last
    if any(
        last <= action.first < quantity.first and not classes.isdisjoint(action.attributes["measures"])
        for action in sentence.actions
    ):
        return None
    return before.measure
