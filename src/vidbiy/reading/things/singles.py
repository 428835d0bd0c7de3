"""Things that are asserted without a number: "a kindergarten was gutted", "no water", "the main target was Kyiv"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vidbiy.reading.people.people import also_cared_for, not_saved, people_together
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.sentences.single_nouns import is_mass
from vidbiy.reading.sentences.subjects import class_of, weapon_subject
from vidbiy.reading.things.company import Company
from vidbiy.reading.things.single_things import NEVER_SINGLE, thing_alone
from vidbiy.reading.things.single_weapons import weapon_alone, weapon_listed
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["THINGS", "find_singles", "find_targets"]

# "Kyiv, Dnipro and Odesa bore the brunt": so close stand the places of a list.
_LISTED_PLACES = 2
THINGS = frozenset({"person", "site", "weapon"})
_BUILDING = "object.building"


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
        if mark.kind == "weapon" and (listed := weapon_listed(tokens, mark, line, actions, pack, heading)):
            single = listed
        elif pack.word_order and not is_mass(tokens, mark, pack):
            continue  # named with a determiner, it is a quantity of one (named.py)
        elif mark.kind == "weapon":
            single = weapon_alone(sentence, mark)
        else:
            single = thing_alone(sentence, mark, company, things)
        if single is None:
            _keep_list(sentence, mark, company)
            continue
        single = not_saved(single, marks, actions)
        found.append(single)
        if single.action is not None:
            company.join(mark, single.action)
        also = also_cared_for(single, marks, actions, governor)
        if also is not None:
            found.append(also)
    return people_together(tokens, marks, found, taken, pack)


def _keep_list(sentence: Sentence, mark: Mark, company: Company) -> None:
    """Let the list go on over things of no named kind or number: "уражено 11 будинків, газогін, магазини, елеватор"."""
    if mark.kind != "site":
        return
    several = mark.attributes.get("plural") or sentence.pack.is_plural(sentence.words[mark.first])
    if several or not mark.attributes.keys().isdisjoint(NEVER_SINGLE):
        action = company.action_of(mark, class_of(mark)[0])
        if action is not None and not sentence.pack.articles:
            company.join(mark, action)


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
    building: Mark | None = None
    for thing in things:
        if thing.first < last:
            continue
        if thing.value == _BUILDING and _names_what(tokens.words, begin, known, thing):
            building = thing
            continue
        mark = thing
        if building is not None and building.last < thing.first:
            mark = Mark(thing.kind, thing.value, building.first, thing.last, thing.attributes)
        building = None
        if mark.kind == "weapon":
            subject, last = weapon_subject(tokens, begin, mark, line.last)
            noun = mark
            if mark.attributes.get("adjective"):
                noun = next((m for m in things if mark.last <= m.first < last and m.kind == "weapon"), mark)
            named.append(Mark("weapon", subject, mark.first, noun.last, noun.attributes))
        elif not (head_first and named and _belongs(tokens, known, named[-1], mark)):
            named.append(mark)
    return named


def _names_what(words: Sequence[str], begin: Mapping[int, Sequence[Mark]], known: set[int], building: Mark) -> bool:
    """Tell whether what the building is follows, an unknown adjective apart: "здание районного суда"."""
    behind = begin.get(building.last, ())
    if building.last not in known and words[building.last][0].isalpha():
        behind = begin.get(building.last + 1, ())
    return any(mark.kind == "site" for mark in behind)


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


def _says_where(sentence: Sentence, place: Mark, wider: Mark) -> bool:
    """Tell whether a second place only says where the first is: "the main target was Lutsk in Volyn"."""
    joined = "," in sentence.words[place.last : wider.first] or sentence.role(place.last, "and") is not None
    return not joined and sentence.role_before(wider.first, "locative") is not None


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
        if chosen and _says_where(sentence, chosen[-1], mark):
            continue
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
