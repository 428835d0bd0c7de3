"""The accounting identities, each as what must be true of amounts (DESIGN, "Check")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vidbiy.model import NOWHERE, FigureKey, Identity, Measure, Relation
from vidbiy.reconcile.accounts import Accounts, Amount, add

__all__ = ["WEAPONS", "Equation", "above", "equations"]

WEAPONS = ("weapon", "weapon.drone", "weapon.missile")
"""Subjects that the balance is drawn up for: everything, and the two kinds that reports tell apart."""
_COUNTED = (Measure.LAUNCHED, Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.INTERCEPTED, Measure.HIT)
_PEOPLE = (
    Measure.KILLED,
    Measure.INJURED,
    Measure.HOSPITALISED,
    Measure.MISSING,
    Measure.RESCUED,
    Measure.EVACUATED,
)
_THINGS = (Measure.DAMAGED, Measure.DESTROYED)


@dataclass(frozen=True, slots=True)
class Equation:
    """An identity with the amounts on its two sides."""

    identity: Identity
    relation: Relation
    left: Amount
    right: Amount
    spare: bool = False
    """More may stand on the left than on the right: something may be missing there that no figure names."""


def equations(accounts: Accounts, keys: Iterable[FigureKey]) -> Iterator[Equation]:
    """Yield every identity that the figures with these keys have a part in."""
    every = sorted(keys)
    places = sorted({key.place for key in every} - {NOWHERE})
    for place in places:
        for subject in WEAPONS:
            yield from _balance(accounts, subject, place)
            yield from _stopped(accounts, subject, place)
        yield from _hospitalised(accounts, place)
    yield from _parts(accounts, every)
    yield from _kinds(accounts, every)
    yield from _regions(accounts, every)


def _balance(accounts: Accounts, subject: str, place: str) -> Iterator[Equation]:
    launched = accounts.total(Measure.LAUNCHED, subject, place)
    stopped = None if launched is None else accounts.stopped(subject, place)
    if launched is None or stopped is None:
        return
    hit = accounts.total(Measure.HIT, subject, place)
    rest = [accounts.total(measure, subject, place) for measure in (Measure.IN_AIR, Measure.LEFT_AIRSPACE)]
    through = add(amount for amount in (hit, *rest) if amount is not None)
    right = stopped if through is None else add((stopped, through))
    if right is None or not _same_kinds(launched, right):
        return
    if hit is None:
        # Without the hits only one thing can be told: no more is accounted for than was launched.
        right = Amount(right.low, None, right.keys)
    yield Equation(Identity.BALANCE, Relation.EQUAL, launched, right, spare=True)


def _same_kinds(left: Amount, right: Amount) -> bool:
    """Tell whether the left side, if it is a sum of kinds, has every kind that the right side has."""
    return all(
        any(
            one.subject == other.subject
            or one.subject.startswith(f"{other.subject}.")
            or other.subject.startswith(f"{one.subject}.")
            for one in left.keys
        )
        for other in right.keys
    )


def _stopped(accounts: Accounts, subject: str, place: str) -> Iterator[Equation]:
    whole = accounts.stated(Measure.INTERCEPTED, subject, place)
    if whole is None or accounts.suppressed_beside(subject, place) is not None:
        return
    apart = [accounts.total(measure, subject, place) for measure in (Measure.SHOT_DOWN, Measure.SUPPRESSED)]
    split = add(amount for amount in apart if amount is not None)
    if split is not None:
        yield Equation(Identity.STOPPED, Relation.EQUAL, whole, split, spare=True)


def _parts(accounts: Accounts, keys: list[FigureKey]) -> Iterator[Equation]:
    for key in keys:
        if key.measure in _COUNTED and key.subject.partition(".")[0] == "weapon" and key.place != NOWHERE:
            kinds = accounts.sum_of_kinds(key.measure, key.subject, key.place)
            stated = accounts.stated(key.measure, key.subject, key.place)
            if kinds is not None and stated is not None:
                yield Equation(Identity.PARTS, Relation.EQUAL, stated, kinds, spare=True)


def _kinds(accounts: Accounts, keys: list[FigureKey]) -> Iterator[Equation]:
    for key in keys:
        parent = key.subject.rpartition(".")[0]
        if key.measure in _PEOPLE and parent:
            yield from _at_most(accounts, Identity.KIND, key, FigureKey(key.measure, parent, key.place))


def _hospitalised(accounts: Accounts, place: str) -> Iterator[Equation]:
    lesser, greater = (FigureKey(measure, "person", place) for measure in (Measure.HOSPITALISED, Measure.INJURED))
    yield from _at_most(accounts, Identity.HOSPITALISED, lesser, greater)


def _regions(accounts: Accounts, keys: list[FigureKey]) -> Iterator[Equation]:
    for key in keys:
        if key.measure not in (*_PEOPLE, *_THINGS, *_COUNTED):
            continue
        for place in above(key.place):
            yield from _at_most(accounts, Identity.REGION, key, FigureKey(key.measure, key.subject, place))


def _at_most(accounts: Accounts, identity: Identity, lesser: FigureKey, greater: FigureKey) -> Iterator[Equation]:
    left = accounts.stated(lesser.measure, lesser.subject, lesser.place)
    right = accounts.stated(greater.measure, greater.subject, greater.place)
    if left is not None and right is not None:
        yield Equation(identity, Relation.AT_MOST, left, right)


def above(place: str) -> list[str]:
    """Return the places that a place lies in, by its id: its region, its country."""
    region, dot, _ = place.partition(".")
    found = [region] if dot else []
    country, dash, _ = region.partition("-")
    return [*found, country] if dash else found
