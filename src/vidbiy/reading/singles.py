"""Things that are asserted without a number: "a kindergarten was gutted", "no water", "the main target was Kyiv"."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.annotation import Mark
from vidbiy.reading.company import Company
from vidbiy.reading.governing import Governor
from vidbiy.reading.people import also_cared_for, number_of_ages, people_together
from vidbiy.reading.sentence import Sentence
from vidbiy.reading.single import Single
from vidbiy.reading.subjects import class_of, weapon_class, weapon_subject
from vidbiy.reading.text import Line, Tokens

__all__ = ["THINGS", "find_singles", "find_targets"]

# A noun without a number must stand close to its action: nothing else shows that it is meant.
# "Kyiv, Dnipro and Odesa bore the brunt": so close stand the places of a list.
_LISTED_PLACES = 2
_CLOSE = 4.0
_WEAPON_CLOSE = 3.0
# What is said of one weapon: it was stopped, it struck, it flew away.
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
_HARM = frozenset({"damaged", "destroyed"})
THINGS = frozenset({"person", "site", "weapon"})
_BUILDING = "object.building"
# "повітряний командний пункт Іл-22": so many words may stand before the name in an item.
_ITEM_WORDS = 3
_HOSPITAL = "site.medical"
_TO_HOSPITAL = frozenset({"hospitalise", "kill"})
_SAVING = frozenset({"rescue", "evacuate"})
_DASHES = frozenset({"—", "-"})
# ", в Соломенском": so close behind a comma stands the place of the next item.
_NEXT_PLACE = 2
# "Депо: знищено два старі локомотиви": so near stands what a verb is done to.
_OBJECT_NEAR = 4
_ONE_WEAPON = _STOPS | {"hit", "leave"}


# Dwellings inside a house, things of no named kind and quarters are no single things.
_NEVER_SINGLE = frozenset({"flat", "generic", "area"})
# "не досягла своїх цілей": the verb is among so many words of an action.
_LONGEST_VERB = 3
# Words for a part of a thing; of these, the pieces whose end is only damage to the whole.
_PIECES = frozenset({"piece"})
_PARTS = _PIECES | {"part_of"}
# Things that happen at a place to the place itself: "a fire at a warehouse", "a hit on a substation".
_AT_A_PLACE = frozenset({"burn", "hit"})


def find_singles(sentence: Sentence, heading: Mark | None, things: Mark | None, company: Company) -> list[Single]:
    """Return what the sentence asserts of things that it does not count.

    `heading` is the action of a list's head, `things` that of a heading over lines of buildings and vehicles, `company`
    what was read of the sentence so far.
    """
    found: list[Single] = []
    if (heading or things) is None and not sentence.actions and company.is_alone:
        return found
    tokens, marks, line, pack = sentence.tokens, sentence.marks, sentence.line, sentence.pack
    actions, governor = sentence.actions, sentence.governor
    taken = [(quantity.first, quantity.last) for quantity in sentence.quantities]
    for mark in _named_once(tokens, marks, line, head_first=not pack.articles):
        if any(first <= mark.first < last for first, last in taken):
            continue
        single: Single | None = None
        if mark.kind == "weapon" and (listed := _listed(tokens, mark, line, actions, pack, heading)):
            single = listed
        elif pack.word_order and not _is_mass(tokens, mark, pack):
            continue  # named with a determiner, it is a quantity of one (named.py)
        elif mark.kind == "weapon":
            single = _one_of(sentence, mark, _weapon(tokens, mark, line, actions, governor, pack))
            single = single or _attacker(sentence, mark)
        else:
            single = _thing(sentence, mark, company, things)
        if single is None:
            continue
        found.append(single)
        if single.action is not None:
            company.join(mark, single.action)
        also = also_cared_for(single, marks, actions, governor)
        if also is not None:
            found.append(also)
    return people_together(tokens, marks, found, taken, pack)


def _named_once(tokens: Tokens, marks: Sequence[Mark], line: Line, *, head_first: bool) -> list[Mark]:
    """Return the things of a sentence, those with two names in a row ("ракета «Калибр»", "здание вокзала") as one mark.

    Where the head stands first, what follows it in the genitive is whose it is: "гуртожиток педагогічного коледжу".
    """
    things = [mark for mark in marks if mark.kind in THINGS]
    begin: dict[int, list[Mark]] = {}
    for mark in things:
        begin.setdefault(mark.first, []).append(mark)
    known = {mark.first for mark in marks}
    named: list[Mark] = []
    last = line.first
    for mark in things:
        if mark.first < last or (mark.value == _BUILDING and any(m.kind == "site" for m in begin.get(mark.last, ()))):
            continue
        if mark.kind == "weapon":
            subject, last = weapon_subject(tokens, begin, mark, line.last)
            noun = mark
            if mark.attributes.get("adjective"):
                noun = next((m for m in things if mark.last <= m.first < last and m.kind == "weapon"), mark)
            named.append(Mark("weapon", subject, mark.first, noun.last, noun.attributes))
        elif not (head_first and named and _belongs(tokens, known, named[-1], mark)):
            named.append(mark)
    return named


def _belongs(tokens: Tokens, known: set[int], owned: Mark, owner: Mark) -> bool:
    """Tell whether the site `owner` stands right behind whom or what it has, an adjective between them at most."""
    gap = range(owned.last, owner.first)
    if owned.attributes.get("pair") and owner.kind == "person":
        return not gap  # "родители мальчика" are two
    return (
        owned.kind in ("person", "site")
        and owner.kind == "site"
        and len(gap) <= 1
        and all(tokens.words[at][0].isalpha() and at not in known for at in gap)
    )


def find_targets(sentence: Sentence) -> list[Single]:
    """Read "the main target was Kyiv", "основні напрямки удару — Львівщина, Тернопіль", "named Lviv as the main target"."""
    target = next(iter(sentence.of_role("target")), None)
    if target is None:
        return []
    places = [mark for mark in sentence.of_kind("place") if not mark.value.startswith("RU") and mark.value != "UA"]
    after = [mark for mark in places if mark.first >= target.last]
    chosen: list[Mark] = []
    for mark in after:
        if chosen and mark.first - chosen[-1].last > 3:
            break
        chosen.append(mark)
    if not chosen:
        for mark in reversed([mark for mark in places if mark.last <= target.first]):
            if chosen and chosen[-1].first - mark.last > _LISTED_PLACES:
                break
            chosen.append(mark)
        chosen.reverse()
    return [
        Single(
            "target.named",
            "target",
            "area.target",
            1,
            1,
            min(target.first, mark.first),
            max(target.last, mark.last),
            place=mark,
        )
        for mark in chosen
    ]


def _nearest(cls: str, mark: Mark, actions: Sequence[Mark], governor: Governor) -> tuple[Mark | None, float]:
    best: Mark | None = None
    lowest = 99.0
    for action in actions:
        if cls in action.attributes["measures"]:
            cost = governor.cost(action, mark.first, mark.last)
            if cost < lowest:
                best, lowest = action, cost
    return best, lowest


def _is_mass(tokens: Tokens, mark: Mark, pack: LanguagePack) -> bool:
    return any(pack.is_mass(word) for word in tokens.words[mark.first : mark.last])


def _thing(sentence: Sentence, mark: Mark, company: Company, heading: Mark | None) -> Single | None:
    """Read one thing or person named without a number: "the roof of a school was damaged", "загинула жінка"."""
    cls, subject = class_of(mark)
    if not mark.attributes.keys().isdisjoint(_NEVER_SINGLE) or _is_any_building(sentence, mark):
        return None
    action = _action_on(sentence, mark, cls, company, heading)
    if (
        action is None
        or (subject == "person" and company.has_counted(action, mark))
        or _is_of_victim(sentence, mark, action)
    ):
        return None
    measure = _measure_of_thing(sentence, mark, action, cls)
    if measure is None:
        return None
    within = mark if action.first < sentence.first else action  # a heading is no part of the span
    first, last = min(mark.first, within.first), max(mark.last, within.last)
    several = _several(sentence.tokens, sentence.marks, mark, sentence.pack) if cls == "person" else 0
    if several > 1:
        return Single("people.pair", measure, subject, several, several, first, last, action, thing=mark)
    mass = _is_mass(sentence.tokens, mark, sentence.pack)
    if not mass and not _names_one(sentence, mark, action):
        return None
    rule = "single.person" if cls == "person" else "single.thing"
    high, place = None if mass else 1, _place_of_item(sentence, mark, action)
    return Single(rule, measure, subject, 1, high, first, last, action, place=place, thing=mark)


def _action_on(sentence: Sentence, mark: Mark, cls: str, company: Company, heading: Mark | None) -> Mark | None:
    """Return the verb close to the thing, else that of its list, else that of the heading above its line."""
    actions = _undergone(sentence, mark) if cls == "person" else sentence.actions
    action, cost = _nearest(cls, mark, actions, sentence.governor)
    if action is not None and cost <= _CLOSE and not _is_elsewhere(sentence, mark, action):
        return action
    return company.action_of(mark, cls) or (heading if cls != "person" else None)


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
    comma = words.index(",", mark.last)
    return any(comma < other.first <= comma + _NEXT_PLACE for other in sentence.of_kind("place"))


def _has_object(sentence: Sentence, action: Mark) -> bool:
    """Tell whether a thing stands right behind the verb, a word or two apart."""
    behind = range(action.last, action.last + _OBJECT_NEAR)
    return any(mark.first in behind for mark in sentence.of_kind("site"))


def _measure_of_thing(sentence: Sentence, mark: Mark, action: Mark, cls: str) -> str | None:
    """Return what the action did to the thing itself; None where it happened beside it or to what runs on it."""
    measure: str = action.attributes["measures"][cls]
    if measure == "disrupted":
        return None  # "движение поездов": the service, not a train
    piece = mark.attributes.get("piece") or _in_part(sentence.tokens, sentence.marks, mark, _PIECES)
    if measure == "destroyed" and piece:
        measure = "damaged"
    return None if _is_another_thing(sentence, mark, action, measure) else measure


def _is_another_thing(sentence: Sentence, mark: Mark, action: Mark, measure: str) -> bool:
    """Tell whether what the verb did was done to something else than the thing: beside it, before it, for its wards."""
    if any(0 <= mark.first - near.last <= 1 for near in sentence.of_role("near")):
        return True  # what came down beside a post office is not said to have damaged it
    if measure in _HARM and (mark.attributes.get("area") or _is_beside(sentence.marks, mark)):
        return True
    if measure == "fire" and _is_next_to(sentence, mark):
        return True
    return _is_said_already(sentence, mark) or _is_ward(sentence, mark) or _is_object_of_none(sentence, mark, action)


def _is_said_already(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether the piece is of a house named before it: "попала в пятиэтажку, подъезд уничтожен"."""
    if not mark.attributes.get("piece"):
        return False
    return any(house.value == mark.value and house.last <= mark.first for house in sentence.of_kind("site"))


def _is_next_to(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether it burned beside the thing ("парковка возле общежития"); on its grounds it did burn."""
    beside = sentence.role_before(mark.first, "beside")
    return beside is not None and sentence.role(beside.first, "grounds") is None


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


def _names_one(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether the noun is of one thing."""
    tokens, line, pack = sentence.tokens, sentence.line, sentence.pack
    if action.first < mark.first and pack.names_body(tokens.words[action.last - 1]):
        return True  # "тело женщины": a genitive
    if mark.attributes.get("plural") or _plural(tokens, sentence.marks, mark, line, pack, action):
        return False
    return _singular(tokens, mark, line, pack)


def _is_any_building(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether "das Gebäude", "корпус" was spoken of before or is a part of something: one with "a" is counted."""
    return mark.value == _BUILDING and (sentence.pack.articles or bool(mark.attributes.get("weak")))


def _is_beside(marks: Sequence[Mark], mark: Mark) -> bool:
    """Tell whether it happened near the thing, not to it: "упал возле рынка", "прилёт в районе вокзала"."""
    return any(
        other.kind == "role" and other.value == "beside" and 0 <= mark.first - other.last <= 1 for other in marks
    )


def _several(tokens: Tokens, marks: Sequence[Mark], mark: Mark, pack: LanguagePack) -> int:
    """Return how many people a name is of that counts them itself ("супруги", "мужчины 48 и 52 лет"); 0 if it does not."""
    if mark.attributes.get("pair"):
        return 2
    return number_of_ages(marks, mark) if pack.is_plural(tokens.words[mark.last - 1]) else 0


def _in_part(tokens: Tokens, marks: Sequence[Mark], mark: Mark, parts: frozenset[str]) -> bool:
    """Tell whether a part of the thing stands before it: "the roof of a school"."""
    return any(
        other.kind == "role"
        and other.value in parts
        and 0 <= mark.first - other.last <= 1
        and all(tokens.words[at][0].isalpha() for at in range(other.last, mark.first))
        for other in marks
    )


def _plural(tokens: Tokens, marks: Sequence[Mark], mark: Mark, line: Line, pack: LanguagePack, action: Mark) -> bool:
    """Tell whether the head of the name is a plural: the last word where there are articles, else the first.

    "пожежа на складі" has the ending of a plural and is none; what "burned down on a dam" was not the dam.
    """
    head = tokens.words[mark.last - 1 if pack.articles else mark.first]
    if not pack.is_plural(head):
        return False
    if mark.kind == "site" and _in_part(tokens, marks, mark, _PARTS):
        return False  # "крыша школы": what has a roof is one
    before = tokens.words[mark.first - 1] if mark.first > line.first else ""
    return not (before in pack.locatives and action.value in _AT_A_PLACE and head.endswith(pack.locative_singular))


def _weapon(
    tokens: Tokens, mark: Mark, line: Line, actions: Sequence[Mark], governor: Governor, pack: LanguagePack
) -> Single | None:
    if mark.attributes.get("adjective") or mark.attributes.get("weak"):
        return None
    cls = weapon_class(mark.value)
    struck = _struck(tokens, mark, actions, pack)
    if struck is not None:
        return Single("single.strike", "hit", mark.value, 1, 1, struck.first, mark.last, struck)
    action, cost = _nearest(cls, mark, [action for action in actions if action.value in _ONE_WEAPON], governor)
    if action is None or cost > _WEAPON_CLOSE or not _singular(tokens, mark, line, pack):
        return None
    if action.attributes.get("side") == "before" and action.last <= mark.first:
        return None
    words = tokens.words[action.first : min(action.last, action.first + _LONGEST_VERB)]
    verb = next((word for word in words if pack.is_singular_verb(word)), words[0])
    if not _is_one_weapon(tokens.words[mark.last - 1], verb, action, pack) or _is_agent(mark, verb, action, pack):
        return None
    first, last = min(mark.first, action.first), max(mark.last, action.last)
    measure = action.attributes["measures"][cls]
    return Single("single.weapon", measure, mark.value, 1, 1, first, last, action)


def _attacker(sentence: Sentence, mark: Mark) -> Single | None:
    """Read one weapon that attacked someone or something: "FPV-дрон атакував велосипедиста"."""
    if mark.attributes.get("weak") or sentence.pack.is_plural(sentence.words[mark.last - 1]):
        return None
    for action in sentence.actions:
        if action.value != "attack" or not 0 <= action.first - mark.last <= 1:
            continue
        behind = range(action.last, action.last + _OBJECT_NEAR)
        things = (*sentence.of_kind("site"), *sentence.of_kind("person"))
        struck = next((thing for thing in things if thing.first in behind), None)
        if struck is not None and sentence.pack.is_singular_verb(sentence.words[action.first]):
            return Single("single.weapon", "hit", mark.value, 1, 1, mark.first, struck.last, action)
    return None


def _one_of(sentence: Sentence, mark: Mark, single: Single | None) -> Single | None:
    """Return the weapon, but not one of those counted: "druga z rakiet wybuchła w powietrzu"."""
    several = single is not None and single.rule == "single.weapon" and sentence.role_before(mark.first, "of")
    return None if several else single


def _struck(tokens: Tokens, mark: Mark, actions: Sequence[Mark], pack: LanguagePack) -> Mark | None:
    """Return the noun for a strike that stands before the one weapon that struck: "влучання ракети в будинок"."""
    if not tokens.words[mark.last - 1].endswith(pack.genitive_singular):
        return None
    for action in actions:
        gap = tokens.words[action.last : mark.first]
        if tokens.words[action.last - 1] in pack.strike_nouns and action.last <= mark.first and len(gap) <= 1:
            return action
    return None


def _listed(
    tokens: Tokens, mark: Mark, line: Line, actions: Sequence[Mark], pack: LanguagePack, heading: Mark | None
) -> Single | None:
    """Read an item that names one weapon under "Destroyed:", on a line of its own or after the colon."""
    if mark.attributes.get("adjective") or mark.attributes.get("weak"):
        return None
    head = heading or next((action for action in actions if _heads(tokens, action, mark, pack)), None)
    cls = weapon_class(mark.value)
    if head is None or head.value not in _STOPS or cls not in head.attributes["measures"]:
        return None
    noun = tokens.words[mark.last - 1]
    if pack.is_plural(noun) or (heading is not None and not _opens_item(tokens, mark, line)):
        return None
    return Single("single.listed", head.attributes["measures"][cls], mark.value, 1, 1, mark.first, mark.last)


def _heads(tokens: Tokens, action: Mark, mark: Mark, pack: LanguagePack) -> bool:
    """Tell whether a verb and its colon head the item; "Не збито:" heads what was not."""
    if action.last >= min(len(tokens), mark.first) or tokens.words[action.last] != ":":
        return False
    before = tokens.words[action.first - 1] if action.first else ""
    return not any(entry.value == "negation" for _, entry in pack.patterns.alone(before))


def _opens_item(tokens: Tokens, mark: Mark, line: Line) -> bool:
    """Tell whether nothing but the item's sign and a few words of its kind stand before the weapon's name."""
    return sum(1 for word in tokens.words[line.first : mark.first] if word[0].isalnum()) <= _ITEM_WORDS


def _is_one_weapon(noun: str, verb: str, action: Mark, pack: LanguagePack) -> bool:
    """Tell by their endings whether noun and verb speak of one: "дрон сбит", "сбили дрон", but not "сбили БПЛА"."""
    if pack.is_plural(noun) or noun.endswith(pack.oblique_nouns):
        return False
    return pack.is_singular_verb(verb) or (action.value in _STOPS and pack.is_singular_noun(noun))


def _is_agent(mark: Mark, verb: str, action: Mark, pack: LanguagePack) -> bool:
    """Tell whether the weapon destroys rather than is destroyed: it stands before a verb that is not passive."""
    return action.value == "destroy" and mark.last <= action.first and not pack.is_passive(verb)


def _singular(tokens: Tokens, mark: Mark, line: Line, pack: LanguagePack) -> bool:
    """Tell whether the noun is one thing: in a language of articles one must stand before it."""
    if not pack.articles:
        return True
    at = mark.first
    for _ in range(5):
        at -= 1
        if at < line.first:
            return False
        word = tokens.words[at]
        if word in pack.article_words:
            return True
        if word in pack.definite_words:
            # "the port is damaged", but not what stands "in front of the port".
            return at == line.first or tokens.words[at - 1] not in pack.prepositions
        if not word[0].isalnum() or (pack.capital_nouns and tokens.raw[at][0].isupper()):
            return False  # the article is that of another noun
    return False
