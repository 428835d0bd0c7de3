"""Hours and days that stand alone: the stamp of an entry says neither what happened nor where."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["STAMP", "is_stamp", "only_stamps"]

# The kinds of marks that a stamp is made of.
STAMP = frozenset({"number", "time"})


def is_stamp(tokens: Tokens, line: Line, marks: Sequence[Mark]) -> bool:
    """Tell whether a sentence is only the hour of an entry ("00:40.", "21 March, 22:15.")."""
    return only_stamps(tokens, marks, line.first, line.last)


def only_stamps(tokens: Tokens, marks: Sequence[Mark], first: int, last: int) -> bool:
    """Tell whether the tokens [first, last) hold nothing but days and hours ("Шостка, сьогодні, 14:35.")."""
    words, at = tokens.words, first
    for mark in marks:
        if mark.kind in STAMP:
            if any(word[0].isalnum() for word in words[at : min(mark.first, last)]):
                return False
            at = max(at, mark.last)
    return not any(word[0].isalnum() for word in words[at:last])
