"""Word patterns: how the lexicon writes the words that it knows, and how they are found in a text.

A pattern is a string of words. Each word is exact (``neptune``) or a stem that any word beginning with it matches
(``missile*``). Patterns are lower-case; ``ё`` is written ``е`` and the apostrophe ``'``, as `vidbiy.reading.text` folds
them. Where two patterns match, the one of more words wins, then the one with the longer words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from vidbiy.lexicon.errors import LexiconError

__all__ = ["Entry", "PatternTable"]

_SHORTEST_STEM = 2
_MEMO_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What a pattern stands for: a kind of annotation, its value, and what else the data says of it."""

    kind: str
    value: str
    attributes: dict[str, Any] = field(default_factory=dict, compare=False)


# An exact word or a stem, the words that must follow, and the entry.
_Candidate = tuple[int, tuple[str, ...], Entry]


class PatternTable:
    """Patterns by their first word; `find` looks one position up in a tokenised text."""

    def __init__(self) -> None:
        self._exact: dict[str, list[_Candidate]] = {}
        self._stems: dict[str, list[_Candidate]] = {}
        self._longest_stem = 0
        self._memo: dict[str, tuple[_Candidate, ...]] = {}

    def add(self, pattern: str, entry: Entry) -> None:
        """Add one pattern.

        Raises:
            LexiconError: the pattern is empty, not lower-case, or has a stem so short that it would match anything.
        """
        words = pattern.split()
        if not words or pattern != pattern.lower():
            raise LexiconError(f"The pattern {pattern!r} ({entry.kind} {entry.value}) is empty or not lower-case.")
        if words[0].endswith("*") and len(words[0]) <= _SHORTEST_STEM:
            raise LexiconError(f"The stem {words[0]!r} in {pattern!r} ({entry.kind} {entry.value}) is too short.")
        first, rest = words[0], tuple(words[1:])
        weight = len(pattern)
        if first.endswith("*"):
            stem = first[:-1]
            self._stems.setdefault(stem, []).append((weight, rest, entry))
            self._longest_stem = max(self._longest_stem, len(stem))
        else:
            # An exact word outranks a stem of the same length.
            self._exact.setdefault(first, []).append((weight + 1, rest, entry))

    def update(self, patterns: Iterable[str], entry: Entry) -> None:
        """Add several patterns of one entry."""
        for pattern in patterns:
            self.add(pattern, entry)

    def heads(self, word: str) -> tuple[_Candidate, ...]:
        """Return the candidates whose first word is `word`, best first; remembered, so that it costs one look-up."""
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) > _MEMO_LIMIT:
                self._memo.clear()
            found = self._memo[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> tuple[_Candidate, ...]:
        candidates = list(self._exact.get(word, ()))
        for length in range(min(len(word), self._longest_stem), 0, -1):
            candidates.extend(self._stems.get(word[:length], ()))
        candidates.sort(key=lambda c: (-len(c[1]), -c[0]))
        return tuple(candidates)

    def find(self, words: Sequence[str], at: int) -> list[tuple[int, Entry]]:
        """Return the entries of the best pattern that begins at `at`, each with its number of words.

        Several entries come back only where the same pattern stands for several things.
        """
        found: list[tuple[int, Entry]] = []
        best: tuple[int, int] | None = None
        for weight, rest, entry in self.heads(words[at]):
            rank = (len(rest), weight)
            if best is not None and rank != best:
                break
            if rest and not _follows(words, at + 1, rest):
                continue
            best = rank
            found.append((1 + len(rest), entry))
        return found


def _follows(words: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) > len(words):
        return False
    for offset, want in enumerate(rest):
        word = words[at + offset]
        if word != want and not (want.endswith("*") and word.startswith(want[:-1])):
            return False
    return True
