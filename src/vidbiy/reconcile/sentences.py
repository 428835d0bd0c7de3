"""Sentences, as far as lineage and the check of a story need them: the words around a span."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

__all__ = ["breaks", "sentence_at"]

_ENDS = re.compile(r"[.!?…]+[\s\"»”)]*\s|\n")


def breaks(text: str) -> list[int]:
    """Return the offsets (code points) at which sentences begin, and the length of the text."""
    return [0, *(found.end() for found in _ENDS.finditer(text)), len(text)]


def sentence_at(text: str, span: tuple[int, int], ends: Sequence[int] | None = None) -> str:
    """Return the sentence, or sentences, that the span [start, end) is in; `ends` are the text's `breaks`."""
    marks = breaks(text) if ends is None else ends
    start = marks[bisect_right(marks, span[0]) - 1]
    return text[start : marks[min(bisect_left(marks, span[1]), len(marks) - 1)]]
