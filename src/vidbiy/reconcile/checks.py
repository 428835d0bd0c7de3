"""Checks: the identities held against the figures, with the claims that cannot all be true and the reading that would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from vidbiy.lexicon.misreadings import Misreadings
from vidbiy.model import Check, Figure, FigureKey, Identity, Mend, Misreading, Relation, Status, Term, Verdict
from vidbiy.reconcile.accounts import Accounts, Amount, Quantity
from vidbiy.reconcile.identities import Equation, equations

__all__ = ["checks_of", "verdict_of"]


def checks_of(attack: str, figures: Iterable[Figure], misreadings: Misreadings) -> tuple[Check, ...]:
    """Return every identity that the figures of an attack take part in, with its verdict.

    What is derived is left out: it follows from an identity, and would always bear it out.
    """
    stated = {figure.key: figure for figure in figures if figure.status not in (Status.DERIVED, Status.SUPERSEDED)}
    found = [_check(attack, equation, stated) for equation in equations(Accounts(stated), stated)]
    found += list(_shares(attack, stated.values()))
    return tuple(_mended(check, stated, misreadings) if check.verdict is Verdict.FAILS else check for check in found)


def verdict_of(equation: Equation) -> tuple[Verdict, int | None]:
    """Return the verdict on an equation, and left minus right where both are single numbers."""
    left, right = equation.left, equation.right
    difference = left.low - right.low if left.exact and right.exact else None
    return _verdict(equation, left, right, difference), difference


def _verdict(equation: Equation, left: Amount, right: Amount, difference: int | None) -> Verdict:
    too_much_left = right.high is not None and left.low > right.high
    if equation.relation is Relation.AT_MOST:
        sure = left.high is not None and left.high <= right.low
        return Verdict.FAILS if too_much_left else Verdict.HOLDS if sure else Verdict.POSSIBLE
    if (left.high is not None and right.low > left.high) or (too_much_left and not equation.spare):
        return Verdict.FAILS
    if difference == 0:
        return Verdict.HOLDS
    if right.high is None and equation.identity is Identity.BALANCE:
        # Hits are not told; where all that was launched was stopped, there were none.
        return Verdict.HOLDS if left.high == right.low else Verdict.LACKS
    return Verdict.POSSIBLE


def _check(attack: str, equation: Equation, figures: Mapping[FigureKey, Figure]) -> Check:
    verdict, difference = verdict_of(equation)
    terms = [*_terms("left", equation.left, figures), *_terms("right", equation.right, figures)]
    return Check(
        attack=attack,
        identity=equation.identity,
        relation=equation.relation,
        terms=tuple(terms),
        verdict=verdict,
        difference=difference,
        conflict=_conflict(equation, figures) if verdict is Verdict.FAILS else (),
    )


def _terms(side: str, amount: Amount, figures: Mapping[FigureKey, Figure]) -> Iterator[Term]:
    for key in amount.keys:
        figure = figures[key]
        yield Term(side=side, key=key, low=figure.low, high=figure.high)


def _conflict(equation: Equation, figures: Mapping[FigureKey, Figure]) -> tuple[str, ...]:
    """Return the smallest set of claims that cannot all be true.

    Where too much stands on one side, its largest figures alone already exceed the other side, all of which is needed.
    """
    left, right = equation.left, equation.right
    over, under = (right, left) if left.high is not None and right.low > left.high else (left, right)
    bound = under.high if under.high is not None else 0
    chosen, sum_so_far = [], 0
    for key in sorted(over.keys, key=lambda key: (-figures[key].low, key)):
        chosen.append(key)
        sum_so_far += figures[key].low
        if sum_so_far > bound:
            break
    keys = [*under.keys, *chosen]
    return tuple(best.ref for best in (figures[key].best for key in keys) if best is not None)


def _shares(attack: str, figures: Iterable[Figure]) -> Iterator[Check]:
    """Yield that what is stated of a whole is no more than the whole: six of ten."""
    for figure in figures:
        if figure.of is None:
            continue
        fails = figure.low > figure.of
        sure = figure.high is not None and figure.high <= figure.of
        best = figure.best
        yield Check(
            attack=attack,
            identity=Identity.SHARE,
            relation=Relation.AT_MOST,
            terms=(Term(side="left", key=figure.key, low=figure.low, high=figure.high),),
            verdict=Verdict.FAILS if fails else Verdict.HOLDS if sure else Verdict.POSSIBLE,
            difference=figure.low - figure.of if figure.exact else None,
            conflict=(best.ref,) if fails and best is not None else (),
        )


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that stands in for a figure while a reading is tried."""

    low: int
    high: int | None


def _mended(check: Check, figures: Mapping[FigureKey, Figure], misreadings: Misreadings) -> Check:
    """Return the check with the first reading under which it holds: one of its numbers told as what it is not.

    Where a part has more than its whole, no number is told as another: one of the two is old, or wrong.
    """
    if check.identity in (Identity.REGION, Identity.KIND, Identity.SHARE):
        return check
    for misreading, key, candidate in _readings(check, figures, misreadings):
        best = figures[key].best
        swap = misreadings.of(candidate, key) is not None
        if best is not None and _holds(check, _moved(figures, key, candidate, swap=swap), {key, candidate}):
            return replace(check, mend=Mend(misreading=misreading, ref=best.ref, belongs_to=candidate))
    return check


def _readings(
    check: Check, figures: Mapping[FigureKey, Figure], misreadings: Misreadings
) -> list[tuple[Misreading, FigureKey, FigureKey]]:
    """Return how each number in the conflict may be another's: at the same place, or of the more general subject."""
    found = []
    for key in dict.fromkeys(term.key for term in check.terms):
        best = figures[key].best
        if best is None or best.ref not in check.conflict:
            continue
        candidates = {candidate for candidate in figures if candidate.place == key.place and candidate != key}
        parent = key.subject.rpartition(".")[0]
        if parent:
            candidates.add(FigureKey(key.measure, parent, key.place))
        for candidate in candidates:
            misreading = misreadings.of(key, candidate)
            if misreading is not None:
                found.append((misreading, key, candidate))
    return sorted(found, key=lambda item: (misreadings.order[item[0]], item[1], item[2]))


def _moved(
    figures: Mapping[FigureKey, Figure], key: FigureKey, candidate: FigureKey, *, swap: bool
) -> dict[FigureKey, Quantity] | None:
    """Return the figures with one number moved to where it belongs, or with two changed for each other.

    None where another number stands there already, and each cannot be told as the other.
    """
    number, there = figures[key], figures.get(candidate)
    moved: dict[FigureKey, Quantity] = dict(figures)
    if there is None or (there.low, there.high) == (number.low, number.high):
        del moved[key]
        moved[candidate] = _Number(number.low, number.high)
        return moved
    if not swap:
        return None
    moved[key], moved[candidate] = there, number
    return moved


def _holds(check: Check, moved: Mapping[FigureKey, Quantity] | None, touched: set[FigureKey]) -> bool:
    """Tell whether no identity fails in which the moved numbers have a part, the one of the check among them."""
    if moved is None:
        return False
    places = {key.place for key in touched}
    for equation in equations(Accounts(moved), moved):
        keys = {*equation.left.keys, *equation.right.keys}
        concerned = keys & touched or equation.identity is check.identity
        if concerned and places & {key.place for key in keys} and verdict_of(equation)[0] is Verdict.FAILS:
            return False
    return True
