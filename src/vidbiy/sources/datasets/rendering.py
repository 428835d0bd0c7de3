"""Rows of a data set as a text that people can read, and back: what is stored is the text, and every figure stands in it.

Massive Missile Attacks on Ukraine

time_end: 2025-07-04 06:00
launched: 539.0
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["Block", "Cell", "parse", "render"]

_BETWEEN = ": "
_NEXT_LINE = "\n  "


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and where it stands: the characters from `start` to `end` are the column, a colon and the value."""

    value: str
    start: int
    end: int

    def inside(self, part: str, after: int = 0) -> tuple[int, int] | None:
        """Return where `part` of the value stands in the text, looked for from character `after` of the value on."""
        at = self.value.find(part, after)
        if at < 0 or "\n" in self.value:
            return None
        begin = self.end - len(self.value) + at
        return begin, begin + len(part)


Block = Mapping[str, Cell]


def render(title: str, rows: Iterable[Mapping[str, str]]) -> str:
    """Return the text of some rows: a block each, a line for each cell that is not empty, as it stands."""
    blocks = [title]
    for row in rows:
        cells = ((name, value) for name, value in row.items() if value.strip())
        blocks.append("\n".join(f"{name}{_BETWEEN}{_one_paragraph(value)}" for name, value in cells))
    return "\n\n".join(blocks) + "\n"


def _one_paragraph(value: str) -> str:
    """Return a value on lines of its own: those after the first are set in, so that none looks like a cell or a gap."""
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _NEXT_LINE)


def parse(text: str) -> list[Block]:
    """Return the blocks of a text that `render` made, each its cells by column."""
    blocks: list[dict[str, Cell]] = []
    at = 0
    fresh, name = False, ""
    for content in text.split("\n"):
        column, between, value = content.partition(_BETWEEN)
        if not content:
            fresh = True
        elif content.startswith("  ") and blocks and not fresh:
            before = blocks[-1][name]
            blocks[-1][name] = Cell(f"{before.value}\n{content[2:]}", before.start, at + len(content))
        elif between and (fresh or blocks):  # the title stands before the first gap
            if fresh:
                blocks.append({})
            fresh, name = False, column
            blocks[-1][name] = Cell(value, at, at + len(content))
        at += len(content) + 1
    return [*blocks]
