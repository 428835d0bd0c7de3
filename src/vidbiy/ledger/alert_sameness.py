"""Which alerts of a log are new: two tell of the same alert if they have source, place, kind and start in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from vidbiy.ledger.alert_columns import AlertColumns
from vidbiy.model import LASTING, AlertNature

__all__ = ["Sameness", "compare"]

_Ints = NDArray[np.int64]


@dataclass(slots=True)
class Sameness:
    """What of a log is kept, and what of earlier logs that replaces."""

    kept: _Ints
    """Numbers of the alerts that are kept."""
    kept_start: _Ints
    kept_end: _Ints
    kept_nature: _Ints
    kept_line: _Ints
    replaced: list[tuple[int, int]] = field(default_factory=list)
    """Log and row of what is told anew."""
    changed: int = 0
    """How many of the kept ones tell something anew."""
    known: int = 0
    twice: int = 0


class _Comparison:
    """The alerts of a log beside those of the ledger, as arrays of one length: the ledger's first."""

    def __init__(self, natures: list[AlertNature], old: AlertColumns, start: _Ints, end: _Ints, nature: _Ints) -> None:
        self.natures = natures
        self.codes = {each: code for code, each in enumerate(natures)}
        self.first_new = len(old)
        self.start = np.concatenate((old.start, start))
        self.end = np.concatenate((old.end, end))
        self.nature = np.concatenate((old.nature, nature)).astype(np.int64, copy=False)
        self.keep = np.zeros(len(self.start), bool)
        self.gone: list[int] = []
        """Which of the ledger's are told anew."""
        self.changed = self.known = self.twice = 0

    def run(self) -> None:
        group = _groups(self.natures)[self.nature]
        order = np.lexsort((group, self.start))  # stable: of the same alert, the ledger's words come first
        starts, groups = self.start[order], group[order]
        begins = np.ones(len(order), bool)
        begins[1:] = (starts[1:] != starts[:-1]) | (groups[1:] != groups[:-1])
        first = np.flatnonzero(begins)
        length = np.diff(np.append(first, len(order)))
        fresh = order >= self.first_new
        alone = first[length == 1]
        self.keep[order[alone[fresh[alone]]]] = True
        pair = first[length == 2]
        here, there = order[pair], order[pair + 1]
        same = (here < self.first_new) & (there >= self.first_new)
        same &= (self.end[here] == self.end[there]) & (self.nature[here] == self.nature[there])
        self.known += int(same.sum())
        rest = np.concatenate((first[length > 2], pair[~same]))
        sizes = np.concatenate((length[length > 2], np.full(len(pair) - int(same.sum()), 2)))
        for at, size in zip(rest.tolist(), sizes.tolist(), strict=True):
            self._decide(order[at : at + size].tolist())

    def _decide(self, run: list[int]) -> None:
        """Decide about several words on one alert."""
        old = [i for i in run if i < self.first_new]
        new = [i for i in run if i >= self.first_new]
        said: dict[tuple[int, int], int] = {}
        for i in new:
            said.setdefault((self.end[i], self.nature[i]), i)
        self.twice += len(new) - len(said)
        had = {(self.end[i], self.nature[i]) for i in old}
        truths = [i for i in old if self.end[i] != LASTING]
        kept = []
        for what, i in said.items():
            if what in had or self._tells_less(i, truths):
                self.known += 1
            else:
                kept.append(i)
        for i in kept:
            self.keep[i] = True
            self.nature[i] = self._nature_kept(i, old)
        if kept and old:
            self.changed += len(kept)
            gone = [i for i in old if (self.end[i], self.nature[i]) not in said]
            self.gone += gone

    def _tells_less(self, i: int, truths: Sequence[int]) -> bool:
        """Tell whether the ledger has an end where this has none, or knows an end where this guesses one."""
        if self.end[i] == LASTING:
            return bool(truths)
        guess = self.natures[self.nature[i]].guessed_end
        return guess and any(not self.natures[self.nature[old]].guessed_end for old in truths)

    def _nature_kept(self, i: int, old: Sequence[int]) -> int:
        """Return the nature with the level and the threats that an earlier word had: history keeps neither."""
        nature = self.natures[self.nature[i]]
        for before in (self.natures[self.nature[each]] for each in old):
            nature = replace(
                nature,
                level=before.level if nature.level is None else nature.level,
                threats=nature.threats or before.threats,
            )
        code = self.codes.setdefault(nature, len(self.natures))
        if code == len(self.natures):
            self.natures.append(nature)
        return code


def _groups(natures: Sequence[AlertNature]) -> _Ints:
    """Return a number for each nature that those of one source, place and kind have in common."""
    groups: dict[tuple[str, str, str], int] = {}
    keys = ((each.source, each.place, each.kind) for each in natures)
    return np.array([groups.setdefault(key, len(groups)) for key in keys] or [0], np.int64)


def _places(old: AlertColumns, gone: Sequence[int]) -> list[tuple[int, int]]:
    """Return log and row of some of the ledger's alerts."""
    if not gone:
        return []
    log, row = old.log, old.row
    return [(int(log[i]), int(row[i])) for i in gone]


def compare(
    natures: list[AlertNature], old: AlertColumns, start: _Ints, end: _Ints, nature: _Ints, line: _Ints
) -> Sameness:
    """Hold the alerts of a log against those of the ledger; `natures` may grow by what is kept."""
    comparison = _Comparison(natures, old, start, end, nature)
    comparison.run()
    kept = np.flatnonzero(comparison.keep)
    mine = kept - comparison.first_new
    return Sameness(
        kept=mine,
        kept_start=start[mine],
        kept_end=end[mine],
        kept_nature=comparison.nature[kept],
        kept_line=line[mine],
        replaced=_places(old, comparison.gone),
        changed=comparison.changed,
        known=comparison.known,
        twice=comparison.twice,
    )
