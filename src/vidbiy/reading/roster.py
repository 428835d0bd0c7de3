"""A roster: people whom one list names and counts in turn: "ранены мужчина, две женщины и мальчик" are four.

Each subject of it is one number (cases/README), and the children are among the people too. Languages of word order count
by their articles (`named.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vidbiy.reading.annotation import Mark
from vidbiy.reading.assertion import Assertion
from vidbiy.reading.people import number_of_ages
from vidbiy.reading.quantity import Quantity
from vidbiy.reading.sentence import Sentence
from vidbiy.reading.single import Single

__all__ = ["settle_rosters"]

_NAMED = frozenset({"single.person", "people.listed", "people.pair"})
_PERSON, _CHILD = "person", "person.child"
# So many unknown words may describe a person before the name, or say behind it whose or of what he is.
_MOST_WORDS = 3
# So near stands the verb that nobody of the list has been read with.
_VERB_NEAR = 2
# Beside more people than these, one of them is hardly named.
_MOST_COUNTED = 9
# What opens the list of those who were counted before.
_OPENERS = frozenset({":", "—", "-", "("})
_BRACKETS = frozenset("()")


@dataclass(slots=True)
class _Item:
    """One of a list in the tokens [first, last): so many people of one subject."""

    first: int
    last: int
    number: int
    subject: str
    person: Mark | None
    quantity: Quantity | None = None


def settle_rosters(sentence: Sentence, singles: Sequence[Single]) -> list[Single]:
    """Count the people of each list in the assertions of `sentence`, by their subjects; return the other singles."""
    left = list(singles)
    if sentence.pack.word_order or not sentence.of_kind("person"):
        return left
    for listed in _rosters(sentence):
        roster = _without_subject(sentence, listed)
        counted = [done for done in sentence.assertions if done.quantity is not None and _holds(roster, done.quantity)]
        named = [single for single in left if single.rule in _NAMED and _names(roster, single)]
        done = _what_befell(sentence, roster, counted, named)
        measures = {one.measure for one in counted} | {one.measure for one in named}
        if done is None or len(measures) > 1 or _are_apart(roster):
            continue  # "one was killed, and four went to hospital"
        if _names_the_first(sentence, roster):
            roster[0].last, roster[1:] = roster[-1].last, []
        elif _is_spelled_out(sentence, roster, done[0]):
            parts = [one for one in counted if one.subject == _PERSON]
            sentence.assertions = [one for one in sentence.assertions if one not in parts]
            _count_kinds(sentence, roster, left, done)
            continue
        left = [single for single in left if single not in named]
        _count(sentence, roster, counted, done)
    return left


def _are_apart(roster: Sequence[_Item]) -> bool:
    """Tell whether grown-ups and children have a number each: "14 дорослих і троє дітей"."""
    return (
        len(roster) == 2
        and all(item.quantity is not None for item in roster)
        and roster[0].subject != roster[1].subject
    )


def _names_the_first(sentence: Sentence, roster: Sequence[_Item]) -> bool:
    """Tell whether the rest of the list says who the first of it are: "двоє дітей, хлопчик і дівчинка"."""
    whole, parts = roster[0], roster[1:]
    if whole.person is None or len(parts) < 2 or whole.number != sum(item.number for item in parts):
        return False
    if whole.subject == _CHILD:
        return all(item.subject == _CHILD for item in parts)
    return sentence.words[whole.person.first] in sentence.pack.anyone


def _count(sentence: Sentence, roster: Sequence[_Item], counted: Sequence[Assertion], done: tuple[str, Mark]) -> None:
    """Assert the number of each subject of the roster, in the place of what was counted of it."""
    measure, action = done
    sentence.assertions = [one for one in sentence.assertions if one not in counted]
    for subject in dict.fromkeys(item.subject for item in roster):
        # A child is one of the people too: "чоловік, дві жінки та хлопчик" are four, one of them a child.
        items = [item for item in roster if item.subject == subject or (subject, item.subject) == (_PERSON, _CHILD)]
        number = sum(item.number for item in items)
        first, last = min(items[0].first, action.first), max(items[-1].last, action.last)
        whole = next((one for one in counted if one.subject == subject and one.measure == measure), None)
        if whole is None:
            whole = Assertion("people.listed", measure, subject, number, number, first, last, action=action)
        else:
            whole.rule, whole.low, whole.high = "people.listed", number, number
            whole.first, whole.last = min(whole.first, first), max(whole.last, last)
        sentence.assertions.append(whole)


def _count_kinds(
    sentence: Sentence, roster: Sequence[_Item], singles: Sequence[Single], done: tuple[str, Mark]
) -> None:
    """Assert the children, the rescuers of a list that spells out a total: "погибли трое: супруги и мальчик"."""
    measure, action = done
    told = {one.subject for one in sentence.assertions if one.measure == measure}
    told |= {one.subject for one in singles if one.measure == measure}
    for subject in dict.fromkeys(item.subject for item in roster):
        if subject == _PERSON or subject in told:
            continue
        items = [item for item in roster if item.subject == subject]
        number = sum(item.number for item in items)
        first, last = min(items[0].first, action.first), max(items[-1].last, action.last)
        sentence.assertions.append(
            Assertion("people.listed", measure, subject, number, number, first, last, action=action)
        )


def _without_subject(sentence: Sentence, roster: list[_Item]) -> list[_Item]:
    """Return the list without whom alone a singular verb before it is of: "погиб водитель, мать и дочь в больнице"."""
    first, second = roster[:2]
    verbs = (sentence.words[one.first] for one in sentence.actions if 0 <= first.first - one.last <= _VERB_NEAR)
    subject = any(
        sentence.pack.is_singular_verb(verb) and not verb.endswith(sentence.pack.impersonal) for verb in verbs
    )
    presented = first.first > sentence.first and sentence.words[first.first - 1] in _OPENERS
    alone = subject and not presented and first.number == 1 and "," in sentence.words[first.last : second.first]
    return roster[1:] if alone else roster


def _what_befell(
    sentence: Sentence, roster: Sequence[_Item], counted: Sequence[Assertion], named: Sequence[Single]
) -> tuple[str, Mark] | None:
    """Return the measure that was read of anybody in the list with its verb, else that of the verb beside the list."""
    read = [(one.measure, one.action) for one in counted] + [(one.measure, one.action) for one in named]
    for told, verb in read:
        if verb is not None:
            return told, verb
    first, last = roster[0].first, roster[-1].last
    if sentence.role_before(first, "include") is not None or (
        roster[0].quantity is not None and roster[0].quantity.part
    ):
        return _of_whole(sentence)
    for action in sentence.actions:
        measure = action.attributes["measures"].get("person")
        beside = 0 <= first - action.last <= _VERB_NEAR or 0 <= action.first - last <= _VERB_NEAR
        if measure and beside and sentence.role_before(action.first, "negation") is None:
            return measure, action
    return None


def _of_whole(sentence: Sentence) -> tuple[str, Mark] | None:
    """Return what befell those counted before, of whom the list names some: "поранено десятьох, серед них …"."""
    told = (one for one in sentence.told() if one.subject.startswith(_PERSON))
    return next(((one.measure, one.action) for one in told if one.action is not None), None)


def _is_spelled_out(sentence: Sentence, roster: Sequence[_Item], measure: str) -> bool:
    """Tell whether the list only says who those counted before it are: "погибли трое: мужчина и две женщины"."""
    first = roster[0].first
    if any(item.quantity is not None and item.quantity.part for item in roster):
        return True
    if sentence.role_before(first, "include", "of_them") is not None:
        return True
    before = [
        one.quantity.last
        for one in sentence.assertions
        if one.measure == measure and one.quantity is not None and one.quantity.last <= first
    ]
    return bool(before) and not _OPENERS.isdisjoint(sentence.words[max(before) : first])


def _holds(roster: Sequence[_Item], quantity: Quantity) -> bool:
    return any(item.quantity is quantity for item in roster)


def _names(roster: Sequence[_Item], single: Single) -> bool:
    thing = single.thing
    return thing is not None and any(item.person is not None and item.person.first == thing.first for item in roster)


def _rosters(sentence: Sentence) -> Iterator[list[_Item]]:
    """Yield the lists of two people or more that an "and" closes."""
    roster: list[_Item] = []
    closed = 0
    for item in _items(sentence):
        joint = _joint(sentence, roster[-1], item) if roster else None
        if joint is None:
            if closed > 1:
                yield roster[:closed]
            named = _proper_name(sentence, item)
            roster, closed = [item] if named is None else [named, item], 0 if named is None else 2
            continue
        roster.append(item)
        if joint:
            closed = len(roster)
    if closed > 1:
        yield roster[:closed]


def _items(sentence: Sentence) -> Iterator[_Item]:
    """Yield the people of the sentence who are counted, or of whom the name says how many they are."""
    by_noun = {one.noun.first: one for one in sentence.quantities if one.noun is not None}
    last = sentence.first
    for person in sentence.of_kind("person"):
        if person.first < last:
            continue
        quantity = by_noun.get(person.first)
        item = _counted(person, quantity) if quantity is not None else _named(sentence, person)
        if item is not None:
            last = item.last
            yield item


def _counted(person: Mark, quantity: Quantity) -> _Item | None:
    exact = quantity.low == quantity.high and quantity.of is None and quantity.action is None
    if not exact or quantity.whole or quantity.form != "counted":
        return None
    return _Item(quantity.first, max(quantity.last, person.last), quantity.low, quantity.subject, person, quantity)


def _named(sentence: Sentence, person: Mark) -> _Item | None:
    word = sentence.words[person.last - 1]
    several = sentence.pack.is_plural(word) and not _is_body(sentence, person)
    if person.attributes.get("pair"):
        number = 2
    elif (
        person.attributes.get("single") or _is_body(sentence, person) or (person.attributes.get("kin") and not several)
    ):
        number = 1
    else:
        number = number_of_ages(sentence.marks, person) if several else 0
    return _Item(person.first, person.last, number, person.value, person) if number else None


def _is_body(sentence: Sentence, person: Mark) -> bool:
    """Tell whether one of the bodies found is of the person: "виявлено тіла чоловіка, жінки та двох братів"."""
    bodies = [action for action in sentence.actions if action.last <= person.first]
    if not bodies or sentence.words[bodies[-1].last - 1] not in sentence.pack.bodies:
        return False
    return sentence.words[person.last - 1].endswith(
        (*sentence.pack.genitive_one, *sentence.pack.genitive_singular, "ка")
    )


def _joint(sentence: Sentence, before: _Item, item: _Item) -> bool | None:
    """Tell whether `item` goes on with the list by "and"; None where it does not go on with it at all."""
    if before.number > _MOST_COUNTED and item.quantity is None:
        return None  # "43 посетителя и работника" are 43
    at, words = _behind(sentence, before.last, item.first), sentence.words
    comma = at < item.first and words[at] == ","
    joint = sentence.role(at + 1 if comma else at, "and") or (None if comma else _with(sentence, at, before, item))
    if not comma and joint is None:
        return None
    begin = at + 1 if joint is None else joint.last
    return joint is not None if _leads_up(sentence, begin, item.first) else None


def _with(sentence: Sentence, at: int, before: _Item, item: _Item) -> Mark | None:
    """Return the "with" between two people without numbers: "ранена мама с ребёнком"."""
    named = before.quantity is None and item.quantity is None
    return sentence.role(at, "with") if named and at == before.last else None


def _behind(sentence: Sentence, at: int, end: int) -> int:
    """Return where ends what stands behind a person: whose he is, what he drives, how old he is."""
    unknown = 0
    while at < end:
        joint = sentence.role(at, "and")
        if joint is not None:
            age = sentence.at(joint.last, "number")
            if age is None or sentence.role(age.last, "years") is None:
                return at
            at = age.last  # "чоловіки 50 і 61 року"
            continue
        step = _aged(sentence, at) or _whose(sentence, at)
        if step is None:
            if at in sentence.begin or not sentence.words[at][0].isalpha() or unknown == _MOST_WORDS:
                return at
            unknown += 1
            step = at + 1
        at = step
    return at


def _aged(sentence: Sentence, at: int) -> int | None:
    """Return where goes on what is said of an age: "9 лет", "(61 год)", "в возрасте 40 лет"."""
    if sentence.words[at] in _BRACKETS:
        return at + 1
    for mark in sentence.begin.get(at, ()):
        if mark.kind == "number" or (mark.kind == "void" and mark.value == "age"):
            return mark.last
        if mark.kind == "role" and mark.value == "years":
            return mark.last
    return None


def _whose(sentence: Sentence, at: int) -> int | None:
    """Return where ends the thing that a person is of: "водитель автобуса", "продавец магазина"."""
    thing = sentence.at(at, "site", "service")
    return None if thing is None else thing.last


def _leads_up(sentence: Sentence, at: int, end: int) -> bool:
    """Tell whether only words for the person himself stand before his name: "её", "60-летняя", "пожилая"."""
    unknown = 0
    while at < end:
        mark = next(
            (
                mark
                for mark in sentence.begin.get(at, ())
                if (mark.kind == "role" and mark.value in ("he", "they", "more"))
                or (mark.number is not None and mark.number.kind == "compound")
                or (mark.kind == "qualifier" and mark.value == "exactly")
            ),
            None,
        )
        if mark is not None:
            at = mark.last
            continue
        if at in sentence.begin or not sentence.words[at][0].isalpha() or unknown == _MOST_WORDS:
            return False
        unknown += 1
        at += 1
    return at == end


def _proper_name(sentence: Sentence, item: _Item) -> _Item | None:
    """Return who is called by name before the first of a list: "погибли Татьяна и её муж"."""
    possessive = sentence.role_before(item.first, "he")
    joint = None if possessive is None else sentence.role_before(possessive.first, "and")
    at = -1 if joint is None else joint.first - 1
    if at <= sentence.first or at in sentence.begin or not sentence.tokens.raw[at][0].isupper():
        return None
    return _Item(at, at + 1, 1, _PERSON, None)
