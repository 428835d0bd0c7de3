"""Counts that lean on what came before: a list, a heading, the sentence before ("Також два «Калібри».")."""

from __future__ import annotations

from vidbiy.reading.aimed import is_aimed, strikes_thing
from vidbiy.reading.annotation import Mark
from vidbiy.reading.assertion import Assertion
from vidbiy.reading.by_place import goes_on, is_cut_off, is_listed, place_beside
from vidbiy.reading.clauses import lacks_other_service, lacks_service, only_is
from vidbiy.reading.ellipsis import elided_action
from vidbiy.reading.figures import is_only_spoken_of, toll_goes_on
from vidbiy.reading.governed import governing_action, is_parted
from vidbiy.reading.making import make
from vidbiy.reading.parts import measure_of_things
from vidbiy.reading.presented import are_presented, opens_tally
from vidbiy.reading.quantity import Quantity
from vidbiy.reading.remembering import WEAPON_COUNTERS
from vidbiy.reading.sentence import Sentence
from vidbiy.reading.totals import is_total, opens_with

__all__ = ["inherit"]

# The classes that go on one list.
_LISTED = {
    "weapon": frozenset({"weapon"}),
    "site": frozenset({"site", "object"}),
    "object": frozenset({"site", "object"}),
}
_THINGS = ("site", "object")
_HOMES = "site.residential"
_HARMS = frozenset({"ruin", "damage"})
_DEEDS = _HARMS | {"kill", "injure"}
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
_STOPPED_NEAR = 1.5
_OF_PEOPLE = frozenset({"killed", "injured", "hospitalised", "missing", "rescued", "evacuated"})
# "440 drones and 32 missiles in one night.": so near stands the night, and what closes the sentence.
_NIGHT_NEAR, _CLOSING = 4, frozenset(".!,;")
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
        if (striking := _striking(sentence, quantity)) is not None or strikes_thing(sentence, quantity):
            return make(sentence, "count.striking", quantity, "hit", subject, striking)
        if _stopped_next(sentence, quantity):
            return make(sentence, "count.sent", quantity, "launched", subject, None)
        if _announced(sentence, quantity):
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
    if is_aimed(sentence, quantity) or _names_night(sentence, quantity) or _sizes_attack(sentence, quantity):
        return "count.aimed" if is_aimed(sentence, quantity) else "count.heading", "launched"
    reported = quantity.low > 1 and quantity.of is None and _reported_weapons(sentence)
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


def _names_night(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a sentence is but weapons and their night: "440 drones and 32 missiles in one night."."""
    listed = sentence.lists[quantity.group]
    if listed[0].first != sentence.first or sentence.actions or quantity.low <= 1 or quantity.part:
        return False
    behind = range(listed[-1].last, listed[-1].last + _NIGHT_NEAR)
    nights = [mark for mark in sentence.of_kind("time") if mark.value == "night" and mark.first in behind]
    return any(mark.last >= sentence.last or sentence.words[mark.last] in _CLOSING for mark in nights)


def _sizes_attack(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a colon presents all that an attack or a night was of: "The biggest yet: 810 drones, 13 missiles."."""
    listed, words = sentence.lists[quantity.group], sentence.words
    first, last = listed[0], listed[-1]
    if quantity.low <= 1 or quantity.part or first.first <= sentence.first or words[first.first - 1] != ":":
        return False
    if not sentence.pack.word_order:
        return False
    if any("weapon" in action.attributes["measures"] for action in sentence.actions):
        return False
    if last.last < sentence.last and words[last.last] not in _CLOSING and not sentence.role(last.last, "relative"):
        return False
    head = [mark for value in ("alarm", "record") for mark in sentence.of_role(value)]
    head += [mark for mark in sentence.of_kind("time") if mark.value == "night"]
    head += [mark for mark in sentence.of_kind("void") if mark.value == "superlative"]
    return any(mark.last < first.first for mark in head) and len(listed) > 1


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


def _striking(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return the verb of the damage that weapons did: "дві ракети зруйнували гуртожиток" are two that hit."""
    for action in sentence.actions:
        if action.value in _HARMS and action.first >= quantity.last and not sentence.voices.is_passive(action):
            near = sentence.governor.cost(action, quantity.first, quantity.last) < _STOPPED_NEAR
            return action if near else None
    return None


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


def _reported_weapons(sentence: Sentence) -> bool:
    """Tell whether one who counts weapons gives figures without a verb: "Air force: 389 drones, two Kh-31P"."""
    first = sentence.quantities[0].first
    if any("weapon" in action.attributes["measures"] and action.first < first for action in sentence.actions):
        return False
    if sentence.of_role("command"):
        return False
    if opens_tally(sentence, first):
        return True
    if sentence.discourse.counter_paragraph == sentence.line.paragraph:
        return not any("weapon" in action.attributes["measures"] for action in sentence.actions)
    counters = [mark for mark in sentence.of_kind("source") if mark.value in WEAPON_COUNTERS]
    return bool(counters) and not any(_is_command(sentence, mark) for mark in counters)


def _is_command(sentence: Sentence, source: Mark) -> bool:
    """Tell whether the source is a regional command ("Air Command South"), which counts what it shot down."""
    words = sentence.tokens.words[source.first : source.last]
    found = [entry for word in words for _, entry in sentence.pack.patterns.alone(word)]
    return any(entry.kind == "role" and entry.value == "command" for entry in found)


def _announced(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether somebody only speaks of so many weapons ("sprach von 93 Raketen und 200 Drohnen")."""
    for action in sentence.actions:
        between = sorted((quantity.last, action.first))
        if "weapon" in action.attributes["measures"] and not is_parted(sentence, *between):
            return False
    return is_only_spoken_of(
        sentence, min((q for q in sentence.quantities if q.group == quantity.group), key=lambda q: q.first)
    )


def _stopped_next(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number behind it says how many of these were stopped ("«Кинджали»: три, один збитий").

    One such number may stand behind a whole list: "Х-101 (77), «Калібри» (28) — разом 115, збито 99".
    """
    following = sentence.quantities[sentence.quantities.index(quantity) + 1 :]
    for other in following:
        if opens_with(sentence, other, "more"):
            return False  # "219 of the targets, while a further 184": two parts of one whole
        if other.cls is None and not is_total(sentence, other):
            action, cost = governing_action(sentence, other, "weapon")
            return action is not None and cost < _STOPPED_NEAR and action.value in _STOPS
        if other.cls != quantity.cls and not is_total(sentence, other):
            return False
    return False
