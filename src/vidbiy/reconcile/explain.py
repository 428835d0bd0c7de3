"""Misreadings found: a number that contradicts one figure, and is the very number of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vidbiy.lexicon.misreadings import Misreadings
from vidbiy.model import Evidence, Figure, FigureKey, Misreading, Reason, Status
from vidbiy.reconcile.grades import credibility

__all__ = ["explained", "meant"]

_CONTRADICTING = (Reason.OUTRANKED, Reason.MISQUOTED, Reason.CONTRADICTS)


def meant(
    told: FigureKey, low: int | None, high: int | None, figures: Iterable[Figure], misreadings: Misreadings
) -> tuple[Misreading, Figure] | None:
    """Return the figure whose number is told as another's, and how; None where no known misreading explains it.

    The number must be the figure's own: exact, or told as its bound ("at least eight"). Of several readings the one that
    stands first in the table is taken.
    """
    order = list(misreadings)
    found = []
    for figure in figures:
        if figure.place != told.place or not figure.exact or figure.low in (0, 1) or low != figure.low:
            continue
        if high is not None and high != figure.high:
            continue
        misreading = misreadings.of(told, figure.key)
        if misreading is not None:
            found.append((order.index(misreading), figure.status is Status.DERIVED, figure.key, misreading, figure))
    if not found:
        return None
    first = min(found, key=lambda item: item[:3])
    return first[3], first[4]


def explained(figures: Sequence[Figure], misreadings: Misreadings) -> list[Figure]:
    """Return the figures with every contradiction explained that is another figure of the attack, told as this one."""
    return [_explained(figure, figures, misreadings) for figure in figures]


def _explained(figure: Figure, figures: Sequence[Figure], misreadings: Misreadings) -> Figure:
    if not any(item.reason in _CONTRADICTING for item in figure.evidence):
        return figure
    evidence = tuple(_with_meaning(item, figure.key, figures, misreadings) for item in figure.evidence)
    return replace(figure, evidence=evidence, grade=replace(figure.grade, credibility=credibility(evidence)))


def _with_meaning(item: Evidence, key: FigureKey, figures: Sequence[Figure], misreadings: Misreadings) -> Evidence:
    if item.reason not in _CONTRADICTING:
        return item
    found = meant(key, item.claim.low, item.claim.high, figures, misreadings)
    return item if found is None else replace(item, misreading=found[0], means=found[1].key)
