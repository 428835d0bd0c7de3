"""The ways in which a figure is told wrong while its digits are right, as rows of `misreadings.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vidbiy.lexicon.pack_files import load_table
from vidbiy.model import FigureKey, Misreading

__all__ = ["Misreadings"]


@dataclass(frozen=True, slots=True)
class _Row:
    misreading: Misreading
    told: frozenset[str]
    told_of: str
    true: tuple[str, ...]
    true_of: str

    def meant(self, told: FigureKey, candidate: FigureKey) -> bool:
        """Tell whether a figure told as `told` may be `candidate` misread."""
        if told.measure.value not in self.told or not told.subject.startswith(self.told_of):
            return False
        measures = {told.measure.value if measure == "=" else measure for measure in self.true}
        return candidate.measure.value in measures and self._fits(told.subject, candidate.subject)

    def _fits(self, told: str, true: str) -> bool:
        if self.true_of == "=":
            return told == true
        if self.true_of == "above":
            return told.startswith(f"{true}.")
        if self.true_of == "below":
            return true.startswith(f"{told}.")
        if self.true_of == "other":
            kinds = told.split("."), true.split(".")
            return min(map(len, kinds)) > 1 and kinds[0][0] == kinds[1][0] and kinds[0][1] != kinds[1][1]
        return true == self.true_of


class Misreadings:
    """All rows, in their order, and the words for what comes on top."""

    def __init__(self) -> None:
        table = load_table("misreadings.toml")
        self._rows = [
            _Row(Misreading(row["id"]), frozenset(row["told"]), row["told_of"], tuple(row["true"]), row["true_of"])
            for row in table["misreading"]
        ]
        self._additional = {
            language: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
            for language, words in table["additional"].items()
        }
        self._known: dict[tuple[str, str, str, str], Misreading | None] = {}
        self.order = {kind: number for number, kind in enumerate(dict.fromkeys(row.misreading for row in self._rows))}
        """The kinds, by the order in which they are tried."""

    @classmethod
    def load(cls) -> Misreadings:
        """Return the packaged rows."""
        return _load()

    def of(self, told: FigureKey, candidate: FigureKey) -> Misreading | None:
        """Return how a figure told as `told` may be a misreading of `candidate`; None where no row says so."""
        pair = (told.measure.value, told.subject, candidate.measure.value, candidate.subject)
        if pair not in self._known:
            rows = (row.misreading for row in self._rows if row.meant(told, candidate))
            self._known[pair] = next(rows, None)
        return self._known[pair]

    def additional(self, sentence: str, language: str | None) -> bool:
        """Tell whether a sentence says that something came on top; in any language where it is not known."""
        patterns = [self._additional[language]] if language in self._additional else self._additional.values()
        return any(pattern.search(sentence) for pattern in patterns)


@cache
def _load() -> Misreadings:
    return Misreadings()
