"""Claims as a table: a line of figures a claim, under it the words that make it. The same in a pipe, without colour."""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import zip_longest
from typing import Final

from rich.console import Console
from rich.text import Text

from vidbiy.cli.arguments.inputs import Unread
from vidbiy.cli.read import words
from vidbiy.cli.terminal.screen import one_line, pad, screen, shorten, wrap
from vidbiy.model import Claim, Document
from vidbiy.reading import Reading

__all__ = ["ScreenWriter", "TableWriter", "heading", "print_claim", "print_head", "print_problems"]

_GAP = 2
# Column, least width, share of what a wider screen has to give, style.
_COLUMNS: Final = (
    ("WHAT", 21, 0.4, "bold"),
    ("HOW MANY", 8, 0.0, "bold cyan"),
    ("PLACE", 14, 0.3, ""),
    ("SAID BY", 13, 0.2, "green"),
    ("WHEN", 16, 0.1, ""),
)
_LEAST = sum(width for _, width, _, _ in _COLUMNS) + _GAP * (len(_COLUMNS) - 1)
_WIDEST = 132


class ScreenWriter(ABC):
    """Documents one below another, each with its heading, what is to be shown of it, and its problems."""

    def __init__(self) -> None:
        self.screen = screen()
        self._first = True

    def document(self, document: Document, reading: Reading) -> None:
        """Print what was read in a document."""
        if not self._first:
            self.screen.print()
        self._first = False
        heading(self.screen, document, reading)
        self.body(document, reading)
        print_problems(self.screen, reading)

    @abstractmethod
    def body(self, document: Document, reading: Reading) -> None:
        """Print what stands between the heading and the problems."""

    def unread(self, unread: Unread) -> bool:
        """Leave the message to standard error."""
        del unread
        return False

    def close(self) -> None:  # noqa: B027 - a document more or less needs nothing said at the end
        """Print nothing: each document stands by itself."""


class TableWriter(ScreenWriter):
    """A heading a document, then its claims."""

    def body(self, document: Document, reading: Reading) -> None:
        """Print the claims."""
        del document
        if reading.claims:
            print_head(self.screen)
        for claim in reading.claims:
            print_claim(self.screen, claim)


def heading(console: Console, document: Document, reading: Reading) -> None:
    """Print what is known about a document, above its claims."""
    published = None if document.published is None else f"{document.published:%Y-%m-%d %H:%M}"
    count = len(reading.claims)
    claims = f"{count} claim{'' if count == 1 else 's'}"
    known = [document.source, published, reading.language, claims]
    _print_wrapped(console, f"== {one_line(document.id)}", "bold")
    if document.title is not None:
        _print_wrapped(console, f"   {one_line(document.title)}", "italic")
    _print_wrapped(console, f"   {' · '.join(one_line(part) for part in known if part is not None)}", "dim")


def _print_wrapped(console: Console, text: str, style: str) -> None:
    for line in wrap(text, console.width):
        console.print(Text(line, style))


def print_head(console: Console) -> None:
    """Print the names of the columns."""
    widths = _widths(console)
    cells = [pad(name, width) for (name, *_), width in zip(_COLUMNS, widths, strict=True)]
    console.print(Text((" " * _GAP).join(cells).rstrip(), "dim"))


def print_claim(console: Console, claim: Claim) -> None:
    """Print a claim: its cells, each on as many lines as it needs, and its quote, shortened to one."""
    values = (words.what(claim), words.amount(claim), words.place(claim), words.speaker(claim), words.time(claim))
    widths = _widths(console)
    columns = [wrap(one_line(value), width) for value, width in zip(values, widths, strict=True)]
    for cells in zip_longest(*columns, fillvalue=""):
        line = Text()
        for cell, width, (_, _, _, style) in zip(cells, widths, _COLUMNS, strict=True):
            line.append(pad(cell, width + _GAP), style)
        line.rstrip()
        console.print(line)
    console.print(Text(f"  “{shorten(claim.quote, console.width - 4)}”", "dim"))


def print_problems(console: Console, reading: Reading) -> None:
    """Print what the reader could not do."""
    for problem in reading.problems:
        _print_wrapped(console, f"! {one_line(problem)}", "yellow")


def _widths(console: Console) -> list[int]:
    """Return the columns' widths; on a screen under 80 columns the wide ones give, so that nothing is lost."""
    spare = min(console.width, _WIDEST) - _LEAST
    return [width + int(spare * share) for _, width, share, _ in _COLUMNS]
