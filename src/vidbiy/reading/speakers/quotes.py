"""Quotes: from which mark of quotation to which somebody's own words stand."""

from __future__ import annotations

from vidbiy.reading.words.text import Tokens

__all__ = ["CLOSING", "OPENING", "quotes_of"]

OPENING, CLOSING = frozenset("“«„"), frozenset("”»")
_QUOTING = OPENING | CLOSING | {'"', "\n"}


def quotes_of(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the quotes of the text as the tokens of their marks; one that is never closed is none."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    straight: int | None = None
    for at, word in [(at, word) for at, word in enumerate(tokens.words) if word in _QUOTING]:
        if word == "\n":
            opened, straight = [], None
        elif word in OPENING:
            opened.append(at)
        elif word in CLOSING and opened:
            found.append((opened.pop(), at))
        elif word == '"' and straight is None:
            straight = at
        elif word == '"' and straight is not None:
            found.append((straight, at))
            straight = None
    return found
