"""A text with the words marked that claims were read from, however they overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

__all__ = ["Piece", "marked"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Piece(Generic[_T]):
    """A stretch of the text: the marks that it lies in, and those that begin with it."""

    text: str
    within: tuple[_T, ...] = ()
    begins: tuple[_T, ...] = ()


def marked(text: str, marks: Sequence[tuple[int, int, _T]]) -> list[Piece[_T]]:
    """Return the text in pieces. `marks` are spans of code points, the end exclusive, each with what it stands for."""
    cuts = {0, len(text)}
    for start, end, _ in marks:
        cuts |= {min(start, len(text)), min(end, len(text))}
    edges = sorted(cuts)
    pieces = []
    for start, end in pairwise(edges):
        within = tuple(mark for first, last, mark in marks if first <= start and end <= last)
        begins = tuple(mark for first, _, mark in marks if first == start)
        pieces.append(Piece(text[start:end], within, begins))
    return pieces
