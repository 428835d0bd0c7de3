"""Text for a screen: what may be shown, how wide it is, and where it is cut. Text of others never moves the cursor."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Literal

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.console import Console

__all__ = ["colours", "one_line", "pad", "safe", "screen", "shorten", "wrap"]

_NARROWEST = 60
# Control characters (escape sequences begin with one) and marks that turn the direction of writing.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile(r"\s*[^\s-]*-*")


class _Console(Console):
    """Rich's console, but one that leaves a closed pipe to the edge: rich would end the run with status 1."""

    def on_broken_pipe(self) -> None:
        """Raise the error that is being handled."""
        raise BrokenPipeError


def colours() -> Literal["auto"] | None:
    """Return rich's colour system; none at all where NO_COLOR is set (https://no-color.org)."""
    return None if os.environ.get("NO_COLOR") else "auto"


def screen() -> Console:
    """Return standard output as a console: plain where it is no terminal, 80 columns where the width is unknown."""
    console = _Console(color_system=colours(), markup=False, emoji=False, highlight=False, soft_wrap=True)
    console.width = max(console.width, _NARROWEST)
    return console


def safe(text: str) -> str:
    """Return the text with what would steer a terminal made visible."""
    return _UNSAFE.sub("�", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return the text on one line."""
    return " ".join(safe(text).split())


def shorten(text: str, width: int) -> str:
    """Return the text on one line, cut with an ellipsis where it is wider than `width`."""
    line = one_line(text)
    if cell_len(line) <= width:
        return line
    return set_cell_size(line, width - 1).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """Return the text with blanks up to `width`."""
    return text + " " * (width - cell_len(text))


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most `width`, broken at blanks and hyphens, or anywhere where there are none."""
    if cell_len(text) <= width:
        return [text]
    lines = [""]
    for piece in _pieces(text, width):
        if cell_len(lines[-1] + piece) <= width:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
    return [line for line in lines if line]


def _pieces(text: str, width: int) -> Iterator[str]:
    for word in _WORD.findall(text):
        if cell_len(word) <= width:
            yield word
        else:
            yield from chop_cells(word, width)
