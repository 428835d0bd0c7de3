"""Alerts as columns, those of one nature together: what is asked of a place is then asked of a few slices of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vidbiy.reconcile.sirens.stretches import Ints, Stretches, united

__all__ = ["Rows"]

_NONE = np.empty(0, np.int64)
_SHORT = 2**16  # numbers up to this are sorted in one pass


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Alerts cut to a period, sorted by nature; those of one nature in the order in which they came.

    `lost` is true where the end of one is, and None where no end is; `index` says which alerts they are; those of nature n
    stand from `edges[n]` up to `edges[n + 1]`.
    """

    start: Ints
    end: Ints
    lost: NDArray[np.bool_] | None
    index: Ints
    edges: list[int]
    _known: dict[int, Stretches] = field(default_factory=dict)

    @classmethod
    def sorted(
        cls,
        nature: NDArray[Any],
        times: tuple[Ints, Ints],
        period: tuple[int, int],
        lost: NDArray[np.bool_] | None,
        natures: int,
    ) -> Rows:
        """Return the rows of some alerts, their starts and ends cut to a period, each of one of so many natures."""
        order = np.argsort(nature.astype(np.uint16) if natures <= _SHORT else nature, kind="stable")
        counts = np.bincount(nature, minlength=natures) if natures else _NONE
        start, end = (column[order] for column in times)
        return cls(
            start=np.maximum(start, period[0], out=start),
            end=np.minimum(end, period[1], out=end),
            lost=lost[order] if lost is not None and lost.any() else None,
            index=order,
            edges=[0, *np.cumsum(counts).tolist()],
        )

    def count(self, code: int) -> int:
        """Return how many alerts are of a nature."""
        return self.edges[code + 1] - self.edges[code]

    def covered(self, codes: Iterable[int]) -> list[Stretches]:
        """Return what the alerts of each of some natures cover, but for those whose end is lost."""
        return [self._covered(code) for code in codes]

    def covered_lost(self, codes: Iterable[int]) -> list[Stretches]:
        """Return what those alerts of some natures cover whose end is lost."""
        return [self._united(self._unended(code)) for code in codes] if self.lost is not None else []

    def _covered(self, code: int) -> Stretches:
        found = self._known.get(code)
        if found is None:
            found = self._known[code] = self._united(self._ended(code))
        return found

    def ended(self, codes: Sequence[int]) -> tuple[Ints, Ints]:
        """Return which alerts are of some natures and have an end, and the nature of each."""
        found = [(code, self.index[self._ended(code)]) for code in codes]
        if not found:
            return _NONE, _NONE
        index = np.concatenate([rows for _, rows in found])
        return index, np.repeat(np.array(codes, np.int64), [len(rows) for _, rows in found])

    def _ended(self, code: int) -> Any:
        """Return what picks the alerts of a nature that have an end."""
        mine = slice(self.edges[code], self.edges[code + 1])
        if self.lost is None or not self.lost[mine].any():
            return mine
        return np.flatnonzero(~self.lost[mine]) + mine.start

    def _unended(self, code: int) -> Any:
        mine = slice(self.edges[code], self.edges[code + 1])
        return _NONE if self.lost is None else np.flatnonzero(self.lost[mine]) + mine.start

    def _united(self, which: Any) -> Stretches:
        return united(self.start[which], self.end[which])
