"""Things and people named without a number: "the roof of a school was damaged", "загинула жінка"."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.sentences.single_nouns import is_mass, nearest_action
from vidbiy.reading.sentences.subjects import class_of
from vidbiy.reading.things.company import Company
from vidbiy.reading.things.one_thing import PARTS, PIECES, how_many, in_part, is_any_building, loses_piece, names_one
from vidbiy.reading.words.annotation import Mark

__all__ = ["NEVER_SINGLE", "thing_alone"]

# A noun without a number must stand close to its action: nothing else shows that it is meant.
_CLOSE = 4.0
_HARM = frozenset({"damaged", "destroyed"})
_HOSPITAL = "site.medical"
_TO_HOSPITAL = frozenset({"hospitalise", "kill"})
_SAVING = frozenset({"rescue", "evacuate"})
_DASHES = frozenset({"—", "-"})
# ", в Соломенском": so close behind a comma stands the place of the next item.
_NEXT_PLACE = 2
# "у київському депо": so near stands the preposition before where a thing is.
_INSIDE_NEAR = 1
# "станцію метро «Лук'янівська» зачинено": so near stands the verb of a thing's own.
_VERB_NEAR = 3
# "Депо: знищено два старі локомотиви": so near stands what a verb is done to.
_OBJECT_NEAR = 4
# "рухнул ещё один мост": so near stands the subject behind its verb.
_SUBJECT_NEAR = 3
# Dwellings inside a house, things of no named kind and quarters are no single things.
NEVER_SINGLE = frozenset({"flat", "generic", "area"})


def thing_alone(sentence: Sentence, mark: Mark, company: Company, heading: Mark | None) -> Single | None:
    """Read one thing or person named without a number: "the roof of a school was damaged", "загинула жінка"."""
    cls, subject = class_of(mark)
    if not mark.attributes.keys().isdisjoint(NEVER_SINGLE) or is_any_building(sentence, mark):
        return None
    action = _action_on(sentence, mark, cls, company, heading)
    if (
        action is None
        or (subject.startswith("person") and _is_counted(sentence, mark, company, action))
        or _is_of_victim(sentence, mark, action)
    ):
        return None
    measure = _measure_of_thing(sentence, mark, action, cls)
    if measure is None:
        return None
    within = mark if action.first < sentence.first else action  # a heading is no part of the span
    first, last = min(mark.first, within.first), max(mark.last, within.last)
    several = how_many(sentence.tokens, sentence.marks, mark, sentence.pack) if cls == "person" else 0
    if several > 1:
        return Single("people.pair", measure, subject, several, several, first, last, action, thing=mark)
    mass = is_mass(sentence.tokens, mark, sentence.pack)
    if not mass and not names_one(sentence, mark, action):
        return None
    rule = "single.person" if cls == "person" else "single.thing"
    high, place = None if mass else 1, _place_of_item(sentence, mark, action)
    return Single(rule, measure, subject, 1, high, first, last, action, place=place, thing=mark)


def _action_on(sentence: Sentence, mark: Mark, cls: str, company: Company, heading: Mark | None) -> Mark | None:
    """Return the verb close to the thing, else that of its list, else that of the heading above its line."""
    if _has_own_verb(sentence, mark):
        return None
    actions = _undergone(sentence, mark) if cls == "person" else sentence.actions
    action, cost = nearest_action(cls, mark, actions, sentence.governor)
    if action is not None and cost <= _CLOSE and not _is_elsewhere(sentence, mark, action):
        return action
    if cls == "person":
        return _shared_with_next(sentence, mark)
    return company.action_of(mark, cls) or heading


def _shared_with_next(sentence: Sentence, mark: Mark) -> Mark | None:
    """Return the verb close to the one who is named next with "and": "мати і сестра у лікарні"."""
    joint = sentence.role(mark.last, "and")
    other = sentence.at(joint.last, "person") if joint is not None else None
    if other is None or sentence.pack.word_order or sentence.pack.is_plural(sentence.words[other.last - 1]):
        return None
    action, cost = nearest_action("person", other, sentence.actions, sentence.governor)
    return action if action is not None and action.first >= other.last and cost <= _CLOSE else None


def _has_own_verb(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether a thing behind a comma has a verb of its own: "пошкоджено дім, станцію метро зачинено"."""
    if sentence.words[mark.first - 1] != "," or mark.first <= sentence.first:
        return False
    return any(
        action.value == "disrupt"
        and 0 <= action.first - mark.last <= _VERB_NEAR
        and "," not in sentence.words[mark.last : action.first]
        for action in sentence.actions
    )


def _is_counted(sentence: Sentence, mark: Mark, company: Company, action: Mark) -> bool:
    """Tell whether who is named is among those just counted; one of another kind only in the list behind a dash."""
    if mark.value == "person":
        return company.has_counted(action, mark)
    counted = [one for one in sentence.quantities if one.subject == mark.value and one.last <= mark.first]
    return bool(counted) and "—" in sentence.words[counted[-1].last : mark.first] and company.has_counted(action, mark)


def _is_of_victim(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether the victim stands behind the person in the genitive: "сусідка загиблого" is alive."""
    if mark.kind != "person" or action.first != mark.last or not sentence.pack.whose:
        return False
    return sentence.words[action.last - 1].endswith(sentence.pack.whose)


def _undergone(sentence: Sentence, person: Mark) -> list[Mark]:
    """Return the actions without those that a relative clause says the person did: "машинист, который вывел состав"."""
    relative = sentence.role(person.last + 1, "relative")
    if relative is None:
        return list(sentence.actions)
    return [
        action
        for action in sentence.actions
        if action.value not in _SAVING or not relative.last <= action.first <= relative.last + 2
    ]


def _place_of_item(sentence: Sentence, mark: Mark, action: Mark) -> Mark | None:
    """Return the place of an item that shares the verb before it: "горели дома, в Подольском — рынок"."""
    at = mark.first - 1
    while (joint := sentence.role_before(at + 1, "and")) is not None and (item := sentence.before(joint.first, "site")):
        at = item.first - 1  # "в Чугуевском районе — склад и гараж"
    if at <= action.last or sentence.words[at] not in _DASHES:
        return None
    return sentence.before(at, "place")


def _is_elsewhere(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether another place begins between the thing and the verb: "в Подольском — рынок, в Соломенском упали"."""
    words = sentence.words
    opens = mark.first - sentence.first <= 1 and words[mark.last : mark.last + 1] == [":"]
    if opens and _has_object(sentence, action):
        return True  # "Депо: знищено два локомотиви"
    if action.last < mark.first and words[action.last] == "," and mark.first - action.last == 1:
        return action.value == "burn"  # "wybuchł pożar, tama jednak wytrzymała"
    if action.first < mark.last or "," not in words[mark.last : action.first]:
        return False
    if any(quantity.first == action.last for quantity in sentence.quantities):
        return True  # "uszkodzona jest szkoła, spłonęło pięć aut"
    comma = words.index(",", mark.last)
    return any(comma < other.first <= comma + _NEXT_PLACE for other in sentence.of_kind("place"))


def _has_object(sentence: Sentence, action: Mark) -> bool:
    """Tell whether a thing stands right behind the verb, a word or two apart."""
    behind = range(action.last, action.last + _OBJECT_NEAR)
    if any(mark.first in behind for mark in sentence.of_kind("site")):
        return True
    return any(quantity.cls in ("site", "object") and quantity.last <= action.first for quantity in sentence.quantities)


def _measure_of_thing(sentence: Sentence, mark: Mark, action: Mark, cls: str) -> str | None:
    """Return what the action did to the thing itself; None where it happened beside it or to what runs on it."""
    measure: str = action.attributes["measures"][cls]
    if cls == "person" and sentence.role_before(action.first, "negation") is not None:
        return None  # "бригада не постраждала"
    if measure == "destroyed" and mark.last <= action.first and sentence.role_before(mark.first, "inside") is not None:
        measure = "damaged"  # "у гуртожитку зруйновано перекриття"
    if measure == "disrupted" or _is_only_reported(sentence, action):
        return None  # "движение поездов": the service, not a train
    piece = mark.attributes.get("piece") or in_part(sentence.tokens, sentence.marks, mark, PIECES)
    if measure == "destroyed" and (piece or loses_piece(sentence, mark, action)):
        measure = "damaged"
    return None if _is_another_thing(sentence, mark, action, measure) else measure


def _is_another_thing(sentence: Sentence, mark: Mark, action: Mark, measure: str) -> bool:
    """Tell whether what the verb did was done to something else than the thing: beside it, before it, for its wards."""
    if any(0 <= mark.first - near.last <= 1 for near in sentence.of_role("near")):
        return True  # what came down beside a post office is not said to have damaged it
    if measure in _HARM and _is_only_where(sentence, mark, action):
        return True
    if measure == "fire" and (_is_next_to(sentence, mark) or _is_under_fire(sentence, mark, action)):
        return True
    if measure in ("fire", "destroyed") and _befell_another(sentence, mark, action):
        return True
    if measure == "destroyed" and _burned_in(sentence, mark, action):
        return True
    return _is_said_already(sentence, mark) or _is_ward(sentence, mark) or _is_object_of_none(sentence, mark, action)


def _is_said_already(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether the piece is of a house named before it: "попала в пятиэтажку, подъезд уничтожен"."""
    if not mark.attributes.get("piece"):
        return False
    return any(house.value == mark.value and house.last <= mark.first for house in sentence.of_kind("site"))


def _befell_another(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether it befell what stands behind the verb: "на греблі спалахнув тролейбус", "на поезд рухнул мост"."""
    described = mark.first - 1 not in sentence.begin and sentence.words[mark.first - 1][0].isalpha()
    before = (mark.first, mark.first - 1) if described else (mark.first,)  # "на соседнем предприятии"
    if mark.last > action.first or all(sentence.role_before(at, "locative", "under") is None for at in before):
        return False
    behind = range(action.last, action.last + _SUBJECT_NEAR)
    another = any(
        other.first in behind and (other.value in PARTS or (other.kind == "site" and not other.attributes.get("flat")))
        for other in sentence.marks
    )
    return another and sentence.pack.is_singular_verb(sentence.words[action.first])


def _is_next_to(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether it burned beside the thing ("парковка возле общежития"); on its grounds it did burn."""
    beside = sentence.role_before(mark.first, "beside")
    return beside is not None and sentence.role(beside.first, "grounds") is None


def _is_under_fire(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether what burns stands behind the verb, and this only says where: "горел троллейбус, стоявший на дамбе"."""
    subject = sentence.at(action.last, "site")
    if subject is None or mark.first <= subject.last or sentence.role_before(mark.first, "locative") is None:
        return False
    between = sentence.words[subject.last : mark.first]
    return between[0] == "," and between.count(",") == 1 and sentence.role(subject.last + 1, "locative") is None


def _burned_in(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether somebody or something was lost in the thing behind the verb: "он сгорел в доме"."""
    inside = sentence.role_before(mark.first, "inside")
    return inside is not None and inside.first == action.last and mark.kind == "site"


def _is_object_of_none(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell by its case that what stands before a passive verb is not its subject: "атака на заправку, уничтожена"."""
    verb, noun = sentence.words[action.first], sentence.words[mark.first]
    passive = sentence.pack.is_passive(verb) and mark.last <= action.first and mark.kind == "site"
    return passive and noun.endswith(sentence.pack.accusative) and not sentence.pack.is_plural(noun)


def _is_ward(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether people were brought to the hospital: "пострадавшие доставлены в медучреждение" harms none."""
    if mark.value != _HOSPITAL or sentence.role_before(mark.first, "inside") is None:
        return False
    return any(action.value in _TO_HOSPITAL and action.last < mark.first for action in sentence.actions)


def _is_only_where(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether the thing only says where the harm was done."""
    return bool(mark.attributes.get("area")) or _is_beside(sentence.marks, mark) or _is_inside(sentence, mark, action)


def _is_inside(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether the verb has its thing before this one, which only says where: "розтрощено поїзд у депо"."""
    before = (role for role in sentence.of_role("locative") if 0 <= mark.first - role.last <= _INSIDE_NEAR)
    preposition = next(before, None)
    if preposition is None or mark.kind != "site" or "," in sentence.words[action.last : preposition.first]:
        return False
    if sentence.role_before(preposition.first, "and") is not None:
        return False
    return any(thing.first in range(action.last, preposition.first) for thing in sentence.of_kind("site"))


def _is_only_reported(sentence: Sentence, action: Mark) -> bool:
    """Tell whether reports of harm are counted, not the harm: "надійшло 62 повідомлення про пошкодження житла"."""
    spoken = sentence.role_before(action.first, "spoken")
    unit = None if spoken is None else sentence.before(spoken.first, "void")
    return unit is not None and unit.value == "units"


def _is_beside(marks: Sequence[Mark], mark: Mark) -> bool:
    """Tell whether it happened near the thing, not to it: "упал возле рынка", "прилёт в районе вокзала"."""
    return any(
        other.kind == "role" and other.value == "beside" and 0 <= mark.first - other.last <= 1 for other in marks
    )
