"""Persons of one list: "a nurse, a surgeon and two paramedics were hurt" is one claim of four medics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vidbiy.reading.annotation import Mark
from vidbiy.reading.assertion import Assertion
from vidbiy.reading.single import Single

__all__ = ["join_named", "merge_people"]


def merge_people(assertions: Sequence[Assertion], marks: Sequence[Mark]) -> list[Assertion]:
    """Return `assertions` with the persons of one subject that a list names one by one made one (cases/README)."""
    merged: list[Assertion] = []
    for assertion in assertions:
        at = next((i for i in range(len(merged) - 1, -1, -1) if _of_one_list(merged[i], assertion, marks)), None)
        if at is None:
            merged.append(assertion)
        else:
            merged[at] = _sum(merged[at], assertion)
    return merged


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
    if not all(named) or "implied" not in (first.form, second.form) or first.of is not None or second.of is not None:
        return False
    return not any(mark.kind == "place" and first.last <= mark.first < second.first for mark in marks)


def _sum(one: Assertion, other: Assertion) -> Assertion:
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return replace(one, low=low, high=high, first=min(one.first, other.first), last=max(one.last, other.last))
