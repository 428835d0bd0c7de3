"""Rows of one report that count the same thing, put together: "launched: 2.0 + 1.0" is one figure, of three.

A report lists two models of one kind, or two salvos of one model, in rows of their own. Each row alone would be another count
of the same quantity; together they are its sum, and every number of it stands in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vidbiy.sources.datasets.rendering import Cell
from vidbiy.sources.datasets.table import Row

__all__ = ["BETWEEN", "Together", "parts", "put_together"]

BETWEEN = " + "
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Together:
    """A block of a document: its cells, and the line of the first row in it."""

    cells: dict[str, str]
    line: int


def put_together(rows: Iterable[Row], same: Callable[[Row], Hashable], counts: Sequence[str]) -> list[Together]:
    """Return the rows as blocks, those with the same key as one.

    Args:
        rows: the rows of a document, in order.
        same: what rows must have in common; None for a row that stands alone.
        counts: the columns whose values add up. One that a row lacks is "?", unless all of them do.
    """
    groups: dict[Hashable, list[Row]] = {}
    for row in rows:
        key = same(row)
        groups.setdefault(row.line if key is None else ("same", key), []).append(row)
    return [Together(_joined([row.cells for row in group], counts), group[0].line) for group in groups.values()]


def _joined(rows: Sequence[Mapping[str, str]], counts: Sequence[str]) -> dict[str, str]:
    if len(rows) == 1:
        return dict(rows[0])
    joined = {}
    for name in rows[0]:
        values = [row[name].strip() for row in rows]
        if name in counts:
            joined[name] = BETWEEN.join(value or _UNKNOWN for value in values) if any(values) else ""
        else:
            joined[name] = BETWEEN.join(dict.fromkeys(value for value in values if value))
    return joined


def parts(cell: Cell) -> tuple[list[str], bool]:
    """Return the values of a cell, and whether it is whole: that none of its rows lacks one."""
    values = [value.strip() for value in cell.value.split(BETWEEN)]
    given = [value for value in values if value != _UNKNOWN]
    return given, len(given) == len(values)
