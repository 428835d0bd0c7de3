"""A text as the reader sees it: folded for look-up, cut into tokens and sentences, every offset kept.

Folding is one code point to one code point, so that an offset in the folded text is an offset in the stored text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from operator import sub

__all__ = ["Line", "Tokens", "fold", "tokenise"]

# Spellings that differ only in how they were typed: apostrophes, dashes inside words, blanks, ё; marks of bold and
# slanted type and of how a sign is drawn, which say nothing.
_FOLDS = [
    ("’", "'"), ("ʼ", "'"), ("‘", "'"), ("`", "'"), ("´", "'"),
    ("‑", "-"), ("‐", "-"), ("−", "-"), ("–", "—"), ("―", "—"),
    ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\u2007", " "), ("\t", " "),
    ("ё", "е"), ("Ё", "Е"), ("\r", "\n"), ("\u2028", "\n"), ("\u2029", "\n"), ("\x0b", "\n"), ("\x0c", "\n"),
    ("\u2212", "-"), ("\u0301", "\u200b"), ("\ufe0f", " "), ("**", "  "), ("__", "  "),
]  # fmt: skip

# A token with the blanks before it: the pieces of a text make up the text, so their lengths give every offset.
_LETTERS = "A-Za-zÀ-ÖØ-öø-žА-Яа-яІіЇїЄєҐґ"
_PIECE = re.compile(
    r" ?(?:"
    # The most common come first, which halves the time: words of letters alone, marks.
    rf"[{_LETTERS}]++(?![\w'.:-])"
    r"|[,.;!?()«»\"]"
    r"|[^\S\n]*(?:"
    r"\n"
    # An address is one word, and nothing in it counts: https://t.me/mod_russia/58119, t.me/kpszsu/12
    r"|(?:https?://|t\.me/|www\.)[^\s()\[\]<>\"«»]*[\w/]"
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m., р.н.
    r"|[^\W\d_]\w*(?:['-]\w+)*"  # words, with inner hyphens, apostrophes and digits: Х-101, Kh-59, п'ять, f-16s
    r"|\d+(?:[.,:]\d+)*(?:-?[^\W\d_]\w*(?:['-]\w+)*)?"  # 9:30, 1,200, 539-ма, 12-year-old, 34-х
    r"|[^\w\s]|_+"
    r"))"
)
_MEMO_LIMIT = 200_000
_BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace() and char != "\n")

_FOLDABLE = re.compile(f"[{''.join(old for old, _ in _FOLDS)}]")


def fold(text: str) -> str:
    """Return `text` with variant characters made one, in the same case and of the same length in code points."""
    if _FOLDABLE.search(text) is None:
        return text
    for old, new in _FOLDS:
        if old in text:
            text = text.replace(old, new)
    return text


class _Known(dict[str, str]):
    """What was made of the words met so far: the same words come again, and are then one object with a known hash."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> str:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        made = self[word] = self._make(word)
        return made


_raw = _Known(lambda piece: piece.lstrip() or "\n")
_lower = _Known(str.lower)


class Tokens:
    """The tokens of a text: as they stand and in lower case, with their offsets in code points, ends exclusive."""

    __slots__ = ("_ends", "_pieces", "_starts", "raw", "text", "words")

    def __init__(self, text: str, pieces: list[str]) -> None:
        self.text = text
        self.raw = list(map(_raw.__getitem__, pieces))
        self.words = list(map(_lower.__getitem__, self.raw))
        self._pieces = pieces
        self._starts: list[int] | None = None
        self._ends: list[int] = []

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    @property
    def starts(self) -> list[int]:
        """The offset of each token; found on first use, since most texts are turned away without it."""
        if self._starts is None:
            self._starts = self._locate()
        return self._starts

    @property
    def ends(self) -> list[int]:
        """The offset just after each token."""
        if self._starts is None:
            self._starts = self._locate()
        return self._ends

    def _locate(self) -> list[int]:
        self._ends = list(accumulate(map(len, self._pieces)))
        return list(map(sub, self._ends, map(len, self.raw)))

    def blanks(self, token: int) -> int:
        """Return the number of blanks before a token."""
        return len(self._pieces[token]) - len(self.raw[token])

    def quote(self, first: int, last: int) -> str:
        """Return the stored text from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


@dataclass(slots=True)
class Line:
    """A sentence or a line of a list: the tokens [first, last), and what its layout says."""

    first: int
    last: int
    paragraph: int
    opens: bool  # it begins a line of the text
    bullet: bool  # that line is an item of a list
    heads: bool  # it ends with a colon: what follows belongs to it


def tokenise(text: str) -> Tokens:
    """Cut `text` into words, numbers, single marks and line ends."""
    # Blanks at the end are no piece: the search would begin anew at each of them.
    return Tokens(text, _PIECE.findall(fold(text).rstrip(_BLANKS)))


_DASHES = frozenset("—-*_")
