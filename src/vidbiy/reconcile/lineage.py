"""Lineage: which documents merely repeat which.

Two documents share a text where the MinHash estimate of the Jaccard similarity of their word shingles (Broder 1997) is high
enough; two claims share a sentence where the sentences they stand in are the same words. What is shared goes back to the
earliest document that has it. Whoever *quotes* a speaker is dealt with elsewhere (`testimony`): the speaker is the origin.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from rensa import RMinHash, RMinHashLSH

from vidbiy.ledger import StoredDocument
from vidbiy.lexicon.ratings import UNNAMED
from vidbiy.reconcile.sentences import breaks, sentence_at

__all__ = ["Lineage"]

SHINGLE = 4
"""Words in a shingle: short enough that a changed word costs little, long enough that common phrases cost nothing."""
SIMILAR = 0.5
"""Half of all shingles in common: a story taken over with a sentence or two added."""
_PERMUTATIONS, _BANDS, _SEED = 128, 32, 1
# A shorter sentence ("Two people were injured.") is the same in reports that know nothing of each other.
_SENTENCE = 8
_UNNAMED = UNNAMED | {None}
_WORD = re.compile(r"\w+")
# Texts whose wording is kept: the reports of a few nights, which are compared again for each moment that is asked for.
_LATELY = 512


@dataclass(frozen=True, slots=True)
class _Wording:
    """What is compared of a text: all its words, its shingles, its sentences with where each begins or ends."""

    words: str
    sketch: RMinHash | None
    ends: list[int]
    sentences: list[str]


@lru_cache(maxsize=_LATELY)
def _wording(text: str) -> _Wording:
    words, ends = _WORD.findall(text.casefold()), breaks(text)
    sentences = [_folded(text[start:end]) for start, end in pairwise(ends)]
    return _Wording(" ".join(words), _sketch(words), ends, [*sentences, ""])


@dataclass(slots=True)
class _Text:
    id: str
    text: str
    known_at: datetime
    source: str | None
    wording: _Wording


class Lineage:
    """The documents seen so far, and what they share. Which came first into it makes no difference."""

    def __init__(self, documents: Iterable[StoredDocument] = ()) -> None:
        self._texts: dict[int, _Text] = {}
        self._index = RMinHashLSH(threshold=SIMILAR, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._exact: dict[str, list[int]] = {}
        self._sentences: dict[str, set[int]] = {}
        self._families: dict[int, frozenset[int]] = {}
        for document in documents:
            self.add(document)

    def add(self, stored: StoredDocument) -> set[int]:
        """Take up a document; return the documents that share something with it, itself among them."""
        document = stored.document
        if stored.seq in self._texts:
            return set()
        known = document.published if document.published is not None else stored.recorded_at
        wording = _wording(document.text)
        self._texts[stored.seq] = _Text(document.id, document.text, known, document.source, wording)
        self._link(stored.seq, wording)
        return self._note_sentences(stored.seq, wording) | self._family(stored.seq)

    def id(self, document: int) -> str:
        """Return the id of a document by its entry."""
        found = self._texts.get(document)
        return str(document) if found is None else found.id

    def copies(self, document: int) -> str | None:
        """Return the id of the earliest document with nearly the same text; None where this is the earliest."""
        root = self._root(document)
        return None if root == document else self.id(root)

    def origin(self, document: int, span: tuple[int, int]) -> tuple[str, str | None]:
        """Return what says it first in the same words, text or sentence: the earliest document's id, and a named source.

        The source is that of the earliest document among them that is a named source's own; None where there is none.
        """
        text = self._texts.get(document)
        if text is None:
            return str(document), None
        sharing = self._sentences.get(self._sentence_key(document, span[0]), {document})
        families = sharing.union(*(self._family(seq) for seq in sharing))
        if len(families) == 1:
            return text.id, None if text.source in _UNNAMED else text.source
        named = [seq for seq in families if self._texts[seq].source not in _UNNAMED]
        root = min(families, key=self._age)
        return self.id(root), self._texts[min(named, key=self._age)].source if named else None

    def sentence(self, document: int, span: tuple[int, int]) -> str:
        """Return the sentence, or sentences, that the span is in."""
        if document not in self._texts:
            return ""
        text = self._texts[document]
        return sentence_at(text.text, span, text.wording.ends)

    def _sentence_key(self, document: int, start: int) -> str:
        wording = self._texts[document].wording
        return wording.sentences[max(bisect_right(wording.ends, start) - 1, 0)]

    def _age(self, document: int) -> tuple[datetime, str]:
        text = self._texts[document]
        return text.known_at, text.id

    def _link(self, seq: int, wording: _Wording) -> None:
        near = set(self._exact.setdefault(wording.words, []))
        self._exact[wording.words].append(seq)
        if wording.sketch is not None:
            for other in self._index.query(wording.sketch):
                sketch = self._texts[other].wording.sketch
                if sketch is not None and wording.sketch.jaccard(sketch) >= SIMILAR:
                    near.add(other)
            self._index.insert(seq, wording.sketch)
        family = frozenset({seq}).union(*(self._families[other] for other in near))
        self._families.update(dict.fromkeys(family, family))

    def _root(self, document: int) -> int:
        return min(self._family(document), key=self._age)

    def _family(self, document: int) -> frozenset[int]:
        """Return all documents that are similar, or similar to similar ones."""
        return self._families[document]

    def _note_sentences(self, seq: int, wording: _Wording) -> set[int]:
        sharing: set[int] = set()
        for key in filter(None, wording.sentences):
            same = self._sentences.setdefault(key, set())
            sharing |= same
            same.add(seq)
        return sharing


def _folded(sentence: str) -> str:
    words = _WORD.findall(sentence.casefold())
    return " ".join(words) if len(words) >= _SENTENCE else ""


def _sketch(words: list[str]) -> RMinHash | None:
    if len(words) < 2 * SHINGLE:
        return None
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update([" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)])
    return sketch
