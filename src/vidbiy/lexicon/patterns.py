"""Word patterns: how the lexicon writes the words that it knows, and how they are found in a text.

A pattern is a string of words. Each word is exact (``neptune``) or a stem that any word beginning with it matches
(``missile*``). Patterns are lower-case; ``ё`` is written ``е`` and the apostrophe ``'``, as `vidbiy.reading.words.text` folds
them. Where two patterns match, the one of more words wins, then the one with the longer words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from vidbiy.lexicon.errors import LexiconError

__all__ = ["Entry", "Found", "Head", "PatternTable"]

_SHORTEST_STEM = 2
_MEMO_LIMIT = 200_000
_FOLLOWING_LIMIT = 5_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What a pattern stands for: a kind of annotation, its value, and what else the data says of it."""

    kind: str
    value: str
    attributes: dict[str, Any] = field(default_factory=dict, compare=False)


# The weight of a pattern, the words that must follow its first, and the entry.
_Candidate = tuple[int, tuple[str, ...], Entry]
# What a pattern found: its number of words and its entry.
Found = tuple[int, Entry]


def _best_first(candidate: _Candidate) -> tuple[int, int]:
    weight, rest, _ = candidate
    return -len(rest), -weight


class Head:
    """All patterns whose first word a word of the text matches, arranged for one quick look at what follows."""

    __slots__ = ("_lengths", "_memo", "exact", "kinds", "single", "stems")

    def __init__(self, candidates: Iterable[_Candidate]) -> None:
        ordered = sorted(candidates, key=_best_first)
        self.kinds = frozenset([entry.kind for _, _, entry in ordered])
        alone = [(weight, entry) for weight, rest, entry in ordered if not rest]
        self.single: tuple[Found, ...] = tuple((1, entry) for weight, entry in alone if weight == alone[0][0])
        self.exact: dict[str, list[_Candidate]] = {}
        self.stems: dict[str, list[_Candidate]] = {}
        self._memo: dict[str, tuple[_Candidate, ...]] = {}
        for candidate in ordered:
            rest = candidate[1]
            if rest and rest[0].endswith("*"):
                self.stems.setdefault(rest[0][:-1], []).append(candidate)
            elif rest:
                self.exact.setdefault(rest[0], []).append(candidate)
        self._lengths = sorted({len(stem) for stem in self.stems})

    def find(self, words: Sequence[str], at: int) -> Sequence[Found]:
        """Return the entries of the best pattern at `at`, where a word of this head stands."""
        if (self.exact or self.stems) and at + 1 < len(words):
            candidates = self.following(words[at + 1])
            if candidates:
                return _longest(words, at, candidates) or self.single
        return self.single

    def following(self, word: str) -> tuple[_Candidate, ...]:
        """Return the candidates whose second word `word` matches, best first; remembered like the heads."""
        try:
            return self._memo[word]
        except KeyError:
            pass
        if len(self._memo) > _FOLLOWING_LIMIT:
            self._memo.clear()
        found = list(self.exact.get(word, ()))
        for length in self._lengths:
            if length <= len(word):
                found.extend(self.stems.get(word[:length], ()))
        if len(found) > 1:
            found.sort(key=_best_first)
        remembered = self._memo[word] = tuple(found)
        return remembered


class PatternTable:
    """Patterns by their first word; `find` looks one position up in a tokenised text."""

    def __init__(self) -> None:
        self._exact: dict[str, list[_Candidate]] = {}
        self._stems: dict[str, list[_Candidate]] = {}
        self._lengths: dict[str, list[int]] = {}  # by the two letters that they begin with: of stems, the longest first
        self._memo: dict[str, Head | None] = {}
        self._heads: dict[tuple[str | None, ...], Head] = {}

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
        weight = len(pattern.replace("*", ""))
        if first.endswith("*"):
            stem = first[:-1]
            self._stems.setdefault(stem, []).append((weight, rest, entry))
            lengths = self._lengths.setdefault(stem[:_SHORTEST_STEM], [])
            if len(stem) not in lengths:
                lengths.append(len(stem))
                lengths.sort(reverse=True)
        else:
            # An exact word outranks a stem of the same length.
            self._exact.setdefault(first, []).append((weight + 1, rest, entry))
        self._memo.clear()
        self._heads.clear()

    def update(self, patterns: Iterable[str], entry: Entry) -> None:
        """Add several patterns of one entry."""
        for pattern in patterns:
            self.add(pattern, entry)

    def alone(self, word: str) -> tuple[Found, ...]:
        """Return what the best patterns of just `word` stand for."""
        head = self.head(word)
        return () if head is None else head.single

    def reach(self, word: str) -> int:
        """Return how many letters of `word` the best pattern of just this word covers; all where it is exact."""
        if any(not rest for _, rest, _ in self._exact.get(word, ())):
            return len(word)
        stems = self._stems_of(word)
        return max((len(stem) for stem in stems if any(not rest for _, rest, _ in self._stems[stem])), default=0)

    def _stems_of(self, word: str) -> list[str]:
        """Return the stems that `word` begins with, the longest first."""
        lengths, known = self._lengths.get(word[:_SHORTEST_STEM], ()), len(word)
        return [word[:length] for length in lengths if length <= known and word[:length] in self._stems]

    def continues(self, word: str) -> bool:
        """Tell whether a pattern of several words begins with `word`."""
        head = self.head(word)
        return head is not None and bool(head.exact or head.stems)

    def head(self, word: str) -> Head | None:
        """Return the patterns whose first word `word` matches; None without any."""
        try:
            return self._memo[word]
        except KeyError:
            pass
        if len(self._memo) > _MEMO_LIMIT:
            self._memo.clear()
        stems = self._stems_of(word)
        head = self._memo[word] = self._head(word, stems) if stems or word in self._exact else None
        return head

    def _head(self, word: str, stems: Sequence[str]) -> Head:
        """Return what an exact word and stems begin: one for all forms of a word, and what follows is learnt once."""
        key = (word if word in self._exact else None, *stems)
        head = self._heads.get(key)
        if head is None:
            candidates = list(self._exact.get(word, ()))
            for stem in stems:
                candidates.extend(self._stems[stem])
            head = self._heads[key] = Head(candidates)
        return head

    def find(self, words: Sequence[str], at: int) -> Sequence[Found]:
        """Return the entries of the best pattern that begins at `at`, each with its number of words.

        Several entries come back only where the same pattern stands for several things.
        """
        head = self.head(words[at])
        return () if head is None else head.find(words, at)


def _longest(words: Sequence[str], at: int, candidates: Iterable[_Candidate]) -> list[Found]:
    found: list[Found] = []
    best: tuple[int, int] | None = None
    for weight, rest, entry in candidates:
        rank = (len(rest), weight)
        if best is not None and rank != best:
            break
        if len(rest) > 1 and not _follows(words, at + 2, rest[1:]):
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
