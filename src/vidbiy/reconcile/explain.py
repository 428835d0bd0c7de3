"""Misreadings found: a number that contradicts one figure, and is the very number of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vidbiy.lexicon.misreadings import Misreadings
from vidbiy.model import Evidence, Figure, FigureKey, Misreading, Reason, Standing, Status
from vidbiy.reconcile.grades import credibility

__all__ = ["TELLING", "Numbers", "explained"]

_CONTRADICTING = frozenset({Reason.OUTRANKED, Reason.MISQUOTED, Reason.CONTRADICTS})


TELLING = 5
"""A smaller number of people or things is too common to be another figure by its digits alone."""


class Numbers:
    """The figures of an attack by their numbers: what a number that is told of one thing may really be of."""

    def __init__(self, figures: Iterable[Figure], misreadings: Misreadings) -> None:
        self._misreadings = misreadings
        self._figures: dict[tuple[str, int], list[Figure]] = defaultdict(list)
        for figure in figures:
            if figure.exact and figure.low not in (0, 1):
                self._figures[figure.place, figure.low].append(figure)

    def meant(self, told: FigureKey, low: int | None, high: int | None) -> tuple[Misreading, Figure] | None:
        """Return the figure whose number is told as another's, and how; None where no known misreading explains it.

        The number must be the figure's own: exact, or told as its bound ("at least eight"). Of several readings the one
        that stands first in the table is taken.
        """
        found = []
        for figure in self._figures.get((told.place, -1 if low is None else low), ()):
            misreading = self._misreadings.of(told, figure.key) if high in (None, figure.high) else None
            if misreading is not None:
                order = self._misreadings.order[misreading]
                found.append((order, figure.status is Status.DERIVED, figure.key, misreading, figure))
        if not found:
            return None
        first = min(found, key=lambda item: item[:3])
        return first[3], first[4]


def explained(figures: Sequence[Figure], misreadings: Misreadings) -> list[Figure]:
    """Return the figures with every contradiction explained that is another figure of the attack, told as this one."""
    numbers = Numbers(figures, misreadings)
    return [_explained(figure, numbers) for figure in figures]


def _explained(figure: Figure, numbers: Numbers) -> Figure:
    hearsay = all(origin.startswith("document:") for origin in figure.origins)
    found = {}
    meanings: dict[tuple[int | None, int | None], tuple[Misreading, Figure] | None] = {}
    for item in figure.evidence:
        if item.reason in _CONTRADICTING or (hearsay and _is_telling(item)):
            told = (item.claim.low, item.claim.high)
            if told not in meanings:
                meanings[told] = numbers.meant(figure.key, *told)
            meaning = meanings[told]
            if meaning is not None and (item.reason is not None or meaning[1].primary):
                found[item.ref] = meaning
    if not found:
        return figure
    evidence = tuple(
        replace(item, misreading=found[item.ref][0], means=found[item.ref][1].key) if item.ref in found else item
        for item in figure.evidence
    )
    # A number that stands for nothing but another figure, misread, is settled by no count of those who repeat it.
    status = Status.DISPUTED if evidence[0].misreading is not None else figure.status
    grade = replace(figure.grade, credibility=credibility(evidence))
    return replace(figure, evidence=evidence, status=status, grade=grade)


def _is_telling(item: Evidence) -> bool:
    """Tell whether the number of a claim that nobody who is named stands behind may be known by its digits."""
    return item.standing is Standing.SUPPORTS and (item.claim.low or 0) >= TELLING
