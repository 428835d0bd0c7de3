"""A roster: people whom one list names and counts in turn: "ранены мужчина, две женщины и мальчик" are four.

Each subject of it is one number (cases/README), and the children are among the people too. Languages of word order count
by their articles (`named.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.people.roster_items import Listed, rosters
from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.words.annotation import Mark

__all__ = ["settle_rosters"]

_NAMED = frozenset({"single.person", "people.listed", "people.pair"})
_PERSON, _CHILD = "person", "person.child"
# So near stands the verb that nobody of the list has been read with.
_VERB_NEAR = 2
# What opens the list of those who were counted before.
_OPENERS = frozenset({":", "—", "-", "("})


def settle_rosters(sentence: Sentence, singles: Sequence[Single]) -> list[Single]:
    """Count the people of each list in the assertions of `sentence`, by their subjects; return the other singles."""
    left = list(singles)
    if sentence.pack.word_order or not sentence.of_kind("person"):
        return left
    for listed in rosters(sentence):
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


def _are_apart(roster: Sequence[Listed]) -> bool:
    """Tell whether grown-ups and children have a number each: "14 дорослих і троє дітей"."""
    return (
        len(roster) == 2
        and all(item.quantity is not None for item in roster)
        and roster[0].subject != roster[1].subject
    )


def _names_the_first(sentence: Sentence, roster: Sequence[Listed]) -> bool:
    """Tell whether the rest of the list says who the first of it are: "двоє дітей, хлопчик і дівчинка"."""
    whole, parts = roster[0], roster[1:]
    if whole.person is None or len(parts) < 2 or whole.number != sum(item.number for item in parts):
        return False
    if whole.subject == _CHILD:
        return all(item.subject == _CHILD for item in parts)
    return sentence.words[whole.person.first] in sentence.pack.anyone


def _count(sentence: Sentence, roster: Sequence[Listed], counted: Sequence[Assertion], done: tuple[str, Mark]) -> None:
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
    sentence: Sentence, roster: Sequence[Listed], singles: Sequence[Single], done: tuple[str, Mark]
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


def _without_subject(sentence: Sentence, roster: list[Listed]) -> list[Listed]:
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
    sentence: Sentence, roster: Sequence[Listed], counted: Sequence[Assertion], named: Sequence[Single]
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


def _is_spelled_out(sentence: Sentence, roster: Sequence[Listed], measure: str) -> bool:
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


def _holds(roster: Sequence[Listed], quantity: Quantity) -> bool:
    return any(item.quantity is quantity for item in roster)


def _names(roster: Sequence[Listed], single: Single) -> bool:
    thing = single.thing
    return thing is not None and any(item.person is not None and item.person.first == thing.first for item in roster)
