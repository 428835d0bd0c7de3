"""Persons of one list: "a nurse, a surgeon and two paramedics were hurt" is one claim of four medics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.quantity import NAMED, Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.words.annotation import Mark

__all__ = ["join_named", "merge_people"]

_SEVERAL = 2
# What opens the list of those who were counted, behind their verb.
_PRESENTING = frozenset({":", "—", "-"})


def merge_people(sentence: Sentence) -> list[Assertion]:
    """Return the assertions of `sentence` with the persons of one subject that a list names made one (cases/README).

    The children of a list are among its people: "two women and a boy were hurt" are three, one of them a child. In
    languages without an order of words that is the work of `roster.py`.
    """
    assertions, marks, ordered = sentence.assertions, sentence.marks, sentence.pack.word_order
    merged: list[Assertion] = []
    named = _spelled_out(assertions, sentence.words) if ordered else []
    for assertion in assertions:
        if assertion in named and assertion.subject == "person":
            continue
        at = next((i for i in range(len(merged) - 1, -1, -1) if _of_one_list(merged[i], assertion, marks)), None)
        if at is None:
            merged.append(assertion)
        else:
            merged[at] = _sum(merged[at], assertion)
    if not ordered:
        return merged
    children = [one for one in merged if one.subject == "person.child" and one not in named]
    if children:
        merged = [
            _with_children(one, children, assertions, marks) if one.subject == "person" else one for one in merged
        ]
    return [one for people in merged for one in _with_name(sentence, people)]


def _with_name(sentence: Sentence, people: Assertion) -> list[Assertion]:
    """Return `people` with the one who is called by name before them: "Danylo, 21, and his sister died" are two."""
    quantity = people.quantity
    if quantity is None or quantity.cls != "person" or quantity.part or quantity.noun is None:
        return [people]
    whose = sentence.before(quantity.first, "article")  # "Maria and her two sons"
    if quantity.form != "definite" and (whose is None or whose.value != "definite"):
        return [people]
    joint = sentence.role_before(quantity.first if whose is None else whose.first, "and")
    at = -1 if joint is None else joint.first - 1
    if at > sentence.first and sentence.words[at] == ",":
        age = sentence.before(at, "number")
        at = at - 1 if age is None else age.first - 2
    named = at >= sentence.first and at not in sentence.begin and sentence.tokens.raw[at].istitle()
    if (
        not named
        or (at > sentence.first and sentence.words[at - 1] == "and")
        or people.low is None
        or people.high is None
    ):
        return [people]
    both = replace(people, subject="person", low=people.low + 1, high=people.high + 1, first=min(people.first, at))
    return [both] if people.subject == "person" else [both, people]


def _with_children(
    people: Assertion, children: Sequence[Assertion], assertions: Sequence[Assertion], marks: Sequence[Mark]
) -> Assertion:
    """Return `people` with the children of their list; "14 adults and three children" have a number each."""
    own = [child for child in children if _are_listed(people, child, marks)]
    items = [
        one.quantity.form
        for one in assertions
        if one.quantity is not None and people.quantity is not None and one.quantity.group == people.quantity.group
    ]
    if not own or (len(items) == len(own) + 1 == _SEVERAL and NAMED.isdisjoint(items)):
        return people
    whole = people
    for child in own:
        whole = _sum(whole, child)
    return replace(whole, first=people.first, last=people.last)


def _are_listed(people: Assertion, child: Assertion, marks: Sequence[Mark]) -> bool:
    """Tell whether the children stand in the list of `people`."""
    one, other = people.quantity, child.quantity
    if one is None or other is None or one.group != other.group or people.measure != child.measure:
        return False
    if one.part or other.part or one.noun is None or other.noun is None or one.of is not None or other.of is not None:
        return False
    if {one.noun.kind, other.noun.kind} != {"person"} or one.action is not None or other.action is not None:
        return False
    first, last = sorted((one.last, other.first)) if one.first < other.first else (other.last, one.first)
    return not any(mark.kind == "place" and first <= mark.first < last for mark in marks)


def _spelled_out(assertions: Sequence[Assertion], words: Sequence[str]) -> list[Assertion]:
    """Return who only say who those just counted are: "two people, a woman and her son, were killed"."""
    spelled: list[Assertion] = []
    for at, whole in enumerate(assertions):
        counted = whole.quantity
        if counted is None or counted.form in NAMED or (whole.low or 0) < _SEVERAL or counted.part:
            continue
        if whole.subject == "person":
            named = _named_behind(whole, assertions[at + 1 :])
            if named and _is_apposed(words, whole, named):
                spelled.extend(named)
    return spelled


def _named_behind(whole: Assertion, following: Sequence[Assertion]) -> list[Assertion]:
    """Return the people of no place of their own that are named behind those counted, no more than they."""
    total, named = 0, []
    for one in following:
        quantity = one.quantity
        if quantity is None or quantity.noun is None or quantity.noun.kind != "person" or quantity.place is not None:
            break
        total += one.low or 0
        if one.measure != whole.measure or total > (whole.low or 0):
            break
        named.append(one)
    return named


def _is_apposed(words: Sequence[str], whole: Assertion, named: Sequence[Assertion]) -> bool:
    """Tell whether a sign opens the list of `named` behind the number that it spells out."""
    counted, first, last = whole.quantity, named[0].quantity, named[-1].quantity
    if counted is None or first is None or last is None:
        return False
    opener = words[first.first - 1]
    if opener in _PRESENTING:
        return True  # "five people were killed: three men and two women"
    if opener != "," or first.first - counted.last != 1 or sum(one.low or 0 for one in named) != whole.low:
        return False
    # "a woman and a girl of 9, were hurt"
    at = last.last + 2 if words[last.last : last.last + 1] == ["of"] else last.last
    return at >= len(words) or not words[at][0].isalnum()


def join_named(assertions: Sequence[Assertion], singles: Sequence[Single], marks: Sequence[Mark]) -> list[Single]:
    """Add to a count of people the one who is named with "and" before it, and return the other singles.

    "Водій та дві пасажирки в лікарні" are three.
    """
    joints = {mark.first: mark.last for mark in marks if mark.kind == "role" and mark.value == "and"}
    left: list[Single] = []
    for single in singles:
        behind = joints.get(single.thing.last) if single.thing is not None and single.rule == "single.person" else None
        counted = next((one for one in assertions if _counts_from(one, behind, single)), None)
        if counted is None:
            left.append(single)
        else:
            counted.low = None if counted.low is None else counted.low + 1
            counted.high = None if counted.high is None else counted.high + 1
            counted.first = min(counted.first, single.first)
    return left


def _counts_from(assertion: Assertion, token: int | None, single: Single) -> bool:
    """Tell whether the assertion counts, from `token` on, such people as `single` is one of."""
    quantity = assertion.quantity
    if token is None or quantity is None or quantity.first != token or quantity.part:
        return False
    return (assertion.measure, assertion.subject) == (single.measure, single.subject)


def _of_one_list(one: Assertion, other: Assertion, marks: Sequence[Mark]) -> bool:
    first, second = one.quantity, other.quantity
    if first is None or second is None or first.group != second.group or one.subject != other.subject:
        return False
    if one.measure != other.measure or not one.subject.startswith("person"):
        return False
    named = [noun is not None and noun.kind == "person" for noun in (first.noun, second.noun)]
    if not all(named) or first.of is not None or second.of is not None:
        return False
    if NAMED.isdisjoint((first.form, second.form)) and not _of_kinds(first, second, marks):
        return False
    if first.part != second.part:
        return False  # "four people, including a woman of 64, died" are four
    return not any(mark.kind == "place" and first.last <= mark.first < second.first for mark in marks)


def _of_kinds(first: Quantity, second: Quantity, marks: Sequence[Mark]) -> bool:
    """Tell whether two counts joined by "and" are of kinds of people: "two women and three men were hurt" are five."""
    joint = next(
        (mark for mark in marks if mark.kind == "role" and mark.value == "and" and mark.last == second.first), None
    )
    if joint is None or joint.first != first.last or first.action is not None or second.action is not None:
        return False
    kinds = first.noun is not None and second.noun is not None and first.form == second.form == "counted"
    # Of a part only those whom an article names: "darunter zwei Jungen und ein Mädchen" are three children.
    named = any(mark.first in (first.first, second.first) and mark.attributes.get("article") for mark in marks)
    return kinds and (not first.part or (named and first.subject == second.subject != "person"))


def _sum(one: Assertion, other: Assertion) -> Assertion:
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return replace(one, low=low, high=high, first=min(one.first, other.first), last=max(one.last, other.last))
