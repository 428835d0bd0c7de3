"""Accounts: the figures of an attack as quantities that can be added up, with the figures that each sum is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from vidbiy.model import FigureKey, Measure

__all__ = ["Accounts", "Amount", "Quantity", "add"]

_APART = (Measure.SHOT_DOWN, Measure.SUPPRESSED)
_STOPPED = (Measure.INTERCEPTED, *_APART)


class Quantity(Protocol):
    """What has bounds: a figure, or a number that stands in for one."""

    @property
    def low(self) -> int:
        """The least it can be."""

    @property
    def high(self) -> int | None:
        """The most it can be; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with the figures that it is the sum of."""

    low: int
    high: int | None
    keys: tuple[FigureKey, ...]

    @property
    def exact(self) -> bool:
        """Tell whether it is one number."""
        return self.low == self.high


def add(amounts: Iterable[Amount]) -> Amount | None:
    """Return the sum; None for no amounts at all, which is not zero."""
    parts = list(amounts)
    if not parts:
        return None
    highs = [part.high for part in parts]
    return Amount(
        sum(part.low for part in parts),
        None if None in highs else sum(high for high in highs if high is not None),
        tuple(key for part in parts for key in part.keys),
    )


@cache
def _steps(subject: str) -> tuple[tuple[str, str], ...]:
    """Return each subject above one with the kind right below it on the way there."""
    parts = subject.split(".")
    return tuple((".".join(parts[:depth]), ".".join(parts[: depth + 1])) for depth in range(1, len(parts)))


class Accounts:
    """The figures of one attack, by key."""

    def __init__(self, figures: Mapping[FigureKey, Quantity]) -> None:
        self._figures = figures
        self._kinds: dict[tuple[Measure, str, str], set[str]] = {}
        for key in figures:
            for above, kind in _steps(key.subject):
                self._kinds.setdefault((key.measure, above, key.place), set()).add(kind)

    def stated(self, measure: Measure, subject: str, place: str) -> Amount | None:
        """Return the amount that a figure states by itself."""
        key = FigureKey(measure, subject, place)
        figure = self._figures.get(key)
        return None if figure is None else Amount(figure.low, figure.high, (key,))

    def kinds(self, measure: Measure, subject: str, place: str) -> list[str]:
        """Return the subjects right below a subject of which, or of whose kinds, there are figures."""
        return sorted(self._kinds.get((measure, subject, place), ()))

    def sum_of_kinds(self, measure: Measure, subject: str, place: str) -> Amount | None:
        """Return the sum of the kinds of a subject, whatever is stated of the subject itself."""
        return add(self._present(self.total(measure, kind, place) for kind in self.kinds(measure, subject, place)))

    def total(self, measure: Measure, subject: str, place: str) -> Amount | None:
        """Return what is stated of a subject, else the sum of its kinds."""
        return self.stated(measure, subject, place) or self.sum_of_kinds(measure, subject, place)

    def stopped(self, subject: str, place: str) -> Amount | None:
        """Return the weapons that did not get through.

        Given as one count, that count, with those `suppressed_beside` it; else shot down and suppressed together, or the sum
        of the kinds where these are counted in different ways, whichever accounts for more.
        """
        whole = self.stated(Measure.INTERCEPTED, subject, place)
        if whole is not None:
            return add(self._present((whole, self.suppressed_beside(subject, place))))
        apart = [self.stated(measure, subject, place) for measure in _APART]
        split = None
        if any(amount is not None for amount in apart):
            split = add(self._present(self.total(measure, subject, place) for measure in _APART))
        if split is not None and not self.kinds(Measure.INTERCEPTED, subject, place):
            return split
        kinds = sorted({kind for measure in _STOPPED for kind in self.kinds(measure, subject, place)})
        by_kind = add(self._present(self.stopped(kind, place) for kind in kinds))
        return max(self._present((split, by_kind)), key=lambda amount: amount.low, default=None)

    def suppressed_beside(self, subject: str, place: str) -> Amount | None:
        """Return those suppressed that a count of what was stopped does not hold; None where it holds them, or there are none.

        It holds them where it is split, with what was shot down told too, and where both would be more than was launched.
        """
        whole = self.stated(Measure.INTERCEPTED, subject, place)
        suppressed = self.total(Measure.SUPPRESSED, subject, place)
        if whole is None or suppressed is None or self.total(Measure.SHOT_DOWN, subject, place) is not None:
            return None
        launched = self.total(Measure.LAUNCHED, subject, place)
        too_many = launched is not None and launched.high is not None and whole.low + suppressed.low > launched.high
        among = too_many and (whole.high is None or suppressed.low <= whole.high)
        return None if among else suppressed

    @staticmethod
    def _present(amounts: Iterable[Amount | None]) -> list[Amount]:
        return [amount for amount in amounts if amount is not None]
