"""What all pictures have around them: title, legend, and below where the data comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from vidbiy.publish.charts.data.common import Caption
from vidbiy.publish.charts.letters import clean, width, wrap
from vidbiy.publish.charts.sheet import Sheet
from vidbiy.publish.charts.writing import Writing

__all__ = ["MARGIN", "Key", "Label", "foot", "head", "keys", "lanes", "lines"]

MARGIN = 12.0
_SWATCH, _GAP, _LINE = 14, 6, 17


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend."""

    label: str
    role: str
    shape: Literal["box", "tick", "line", "diamond"] = "box"
    edge: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A label that wants to stand above the point `x`."""

    x: float
    text: str
    ink: str = "ink"


def head(sheet: Sheet, title: str) -> float:
    """Write the title from the top; return where what follows begins."""
    size = 15.0 if sheet.look.narrow else 17.0
    y = MARGIN
    for line in wrap(clean(title), sheet.look.width - 2 * MARGIN, size, bold=True):
        sheet.text((MARGIN, y + size * 0.6), line, size=size, bold=True)
        y += size * 1.3
    return y + 6


def keys(sheet: Sheet, y: float, entries: Iterable[Key]) -> float:
    """Draw a legend in as many lines as it takes; return where what follows begins."""
    x = MARGIN
    right = sheet.look.width - MARGIN
    for entry in entries:
        need = _SWATCH + _GAP + width(entry.label, 11)
        if x > MARGIN and x + need > right:
            x, y = MARGIN, y + _LINE
        _swatch(sheet, (x, y + _LINE / 2), entry)
        sheet.text((x + _SWATCH + _GAP, y + _LINE / 2), entry.label, size=11, ink="soft")
        x += need + 16
    return y + _LINE + 4


def _swatch(sheet: Sheet, at: tuple[float, float], entry: Key) -> None:
    x, y = at
    if entry.shape == "box":
        sheet.rect((x, y - 5), (_SWATCH, 10), entry.role, edge=entry.edge)
    elif entry.shape == "tick":
        sheet.rule((x + _SWATCH / 2, y - 5), (x + _SWATCH / 2, y + 5), entry.role, thick=1.5)
    elif entry.shape == "line":
        sheet.rule((x, y), (x + _SWATCH, y), entry.role, thick=2)
    else:
        sheet.diamond((x + _SWATCH / 2, y), entry.role)


def lines(sheet: Sheet, y: float, texts: Sequence[str], *, ink: str = "soft", size: float = 11) -> float:
    """Write sentences, each wrapped; return where what follows begins."""
    for text in texts:
        for line in wrap(clean(text, 600), sheet.look.width - 2 * MARGIN, size):
            sheet.text((MARGIN, y + size * 0.7), line, size=size, ink=ink)
            y += size * 1.4
    return y


def foot(sheet: Sheet, y: float, caption: Caption, writing: Writing, more: Sequence[str] = ()) -> float:
    """Write what stands below a picture; return the height of the whole."""
    return lines(sheet, y + 8, [*more, *writing.caption(caption)]) + MARGIN


def lanes(sheet: Sheet, y: float, labels: Sequence[Label], span: tuple[float, float], size: float = 11) -> float:
    """Write labels above their points, in as many lines as it takes for none to touch another; return where they end.

    Each stands within `span`, as near above its point as there is room.
    """
    taken: list[list[tuple[float, float]]] = []
    for label in sorted(labels, key=lambda label: label.x):
        text = clean(label.text)
        across = width(text, size)
        left = min(max(label.x - across / 2, span[0]), max(span[0], span[1] - across))
        lane = next((n for n, row in enumerate(taken) if all(left > end + 8 for _, end in row)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((left, left + across))
        sheet.text((left, y + lane * size * 1.4 + size * 0.7), text, size=size, ink=label.ink)
    return y + len(taken) * size * 1.4
