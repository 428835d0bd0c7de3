"""Datelines of stories and the times that entries of live blogs begin with: "KYIV, Nov 5 (Newswire) -", "08.10 Debris"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["is_stamped", "read_dateline"]

_CLOCK = re.compile(r"[0-2]?\d[:.][0-5]\d")
# A dateline has no more tokens than this.
_LONGEST = 14
_DASHES = frozenset({"—", "-"})


def read_dateline(
    tokens: Tokens, line: Line, marks: Sequence[Mark], capitals: Collection[str]
) -> tuple[int, Mark | None]:
    """Return where the first line begins behind its dateline, and the place where the story was written."""
    words, raw = tokens.words, tokens.raw
    places = [mark for mark in marks if mark.kind == "place" and mark.first - line.first <= _LONGEST]
    if not places or places[0].first != line.first:
        return line.first, None
    if line.last - places[0].last <= 1 and places[0].value in capitals:
        return line.last, None  # "Kiew. Bei Angriffen ..."
    stop = min([mark.first for mark in marks if mark.kind == "action"], default=line.last)
    for at in range(places[0].last, min(stop, line.first + _LONGEST, line.last - 1)):
        capital = raw[line.first].isupper()
        # "Kiew – Bei einem Angriff ...": a sentence begins after the dash; after a label's it is a number.
        opens = at <= places[-1].last and raw[at + 1][0].isupper()
        if (words[at] in _DASHES and (capital or opens or "(" in words[line.first : at])) or (
            words[at] == ":" and capital
        ):
            return at + 1, places[0]
    return line.first, None


def is_stamped(tokens: Tokens, line: Line) -> bool:
    """Tell whether a line begins with its time, marks not counted ("+++ 06:20 …")."""
    words = tokens.words
    first = next((at for at in range(line.first, line.last) if words[at][0].isalnum()), line.first)
    return _CLOCK.fullmatch(words[first]) is not None
