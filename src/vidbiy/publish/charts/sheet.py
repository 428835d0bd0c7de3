"""The sheet that a picture is laid out on: shapes and texts at pixels, which `marks` makes an Altair chart of.

Where every label stands is decided here and not by the renderer, since a label that overlaps another or is cut off is a
fault that only whoever places it can avoid. The rows of the specification keep what they stand for (`tip`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from vidbiy.publish.charts.errors import ChartError
from vidbiy.publish.charts.letters import clean, width
from vidbiy.publish.charts.look import Look

__all__ = ["LINK", "Align", "Layer", "Row", "Sheet"]

Align: TypeAlias = Literal["left", "center", "right"]
Row: TypeAlias = dict[str, Any]

LINK = "\N{SYMBOL FOR RECORD SEPARATOR}"
"""What parts a tip from the link of the same shape, where both go through the renderer as one text."""
_ADDRESS = re.compile(r"(?:https?://|/(?!/)|#|\?)[!-~]*")


@dataclass(frozen=True, slots=True)
class Layer:
    """Rows of one kind of mark, in pixels; a row is a JSON object."""

    kind: Literal["areas", "lines", "points", "rects", "rules", "texts"]
    rows: Sequence[Row]


class Sheet:
    """Shapes and texts, collected until the height is known. Later shapes lie over earlier ones, texts over all."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._areas: list[Row] = []
        self._grid: list[Row] = []
        self._rects: list[Row] = []
        self._rules: list[Row] = []
        self._lines: list[Row] = []
        self._plates: list[Row] = []
        self._points: list[Row] = []
        self._texts: list[Row] = []

    def text(
        self,
        at: tuple[float, float],
        text: str,
        *,
        size: float = 12,
        ink: str = "ink",
        align: Align = "left",
        bold: bool = False,
    ) -> float:
        """Write a line, its middle at height `at[1]`; return how wide it is."""
        line = clean(text)
        if line:
            weight = "bold" if bold else "normal"
            here = {"x": round(at[0], 2), "y": round(at[1], 2), "text": line, "size": size}
            self._texts.append({**here, "fill": self._ink(ink), "align": align, "weight": weight})
        return width(line, size, bold=bold)

    def rect(
        self,
        at: tuple[float, float],
        size: tuple[float, float],
        fill: str,
        *,
        edge: str | None = None,
        tip: str = "",
        href: str | None = None,
    ) -> None:
        """Draw a rectangle from its upper left corner; what is hatched is said by the role of `fill`."""
        (x, y), (across, down) = at, size
        row = {"x": round(x, 2), "y": round(y, 2), "x2": round(x + across, 2), "y2": round(y + down, 2)}
        stroke = self._ink(fill if edge is None else edge)
        self._rects.append(
            {**row, "fill": self._ink(fill), "stroke": stroke, "line": 0 if edge is None else 1, **_said(tip, href)}
        )

    def area(
        self, rings: Sequence[Sequence[tuple[float, float]]], fill: str, *, tip: str = "", href: str | None = None
    ) -> None:
        """Draw an area of any outline, given as closed rings of pixels."""
        polygons = [[[[round(x, 1), round(y, 1)] for x, y in ring]] for ring in rings]
        geometry = {"type": "MultiPolygon", "coordinates": polygons}
        self._areas.append(
            {
                "type": "Feature",
                "geometry": geometry,
                "fill": self._ink(fill),
                "stroke": self._ink("soft"),
                **_said(tip, href),
            }
        )

    def plate(self, at: tuple[float, float], text: str, *, size: float = 10, ink: str = "soft") -> None:
        """Write a line centred at a point, on a plate that covers what lies below it."""
        across = width(clean(text), size) + 4
        plate = {"x": at[0] - across / 2, "y": at[1] - size * 0.6, "x2": at[0] + across / 2, "y2": at[1] + size * 0.6}
        ground = self._ink("ground")
        self._plates.append({**plate, "fill": ground, "stroke": ground, "line": 0, "tip": ""})
        self.text(at, text, size=size, ink=ink, align="center")

    def grid(self, start: tuple[float, float], end: tuple[float, float], ink: str = "line") -> None:
        """Draw a straight line below everything."""
        self._grid.append(self._rule(start, end, ink))

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        ink: str,
        *,
        thick: float = 1,
        dashed: bool = False,
        tip: str = "",
    ) -> None:
        """Draw a straight line."""
        self._rules.append({**self._rule(start, end, ink), "thick": thick, "dashed": dashed, **_said(tip, None)})

    def _rule(self, start: tuple[float, float], end: tuple[float, float], ink: str) -> Row:
        row = {"x": round(start[0], 2), "y": round(start[1], 2), "x2": round(end[0], 2), "y2": round(end[1], 2)}
        return {**row, "stroke": self._ink(ink), "thick": 1, "dashed": False, "tip": ""}

    def line(self, points: Sequence[tuple[float, float]], ink: str) -> None:
        """Draw a line through points, joined in their order."""
        series = str(len(self._lines))
        self._lines += [
            {"x": round(x, 2), "y": round(y, 2), "place": place, "series": series, "stroke": self._ink(ink)}
            for place, (x, y) in enumerate(points)
        ]

    def diamond(self, at: tuple[float, float], ink: str, *, tip: str = "") -> None:
        """Draw a small hollow diamond."""
        self._points.append(
            {
                "x": round(at[0], 2),
                "y": round(at[1], 2),
                "stroke": self._ink(ink),
                "fill": self._ink("ground"),
                **_said(tip, None),
            }
        )

    def layers(self) -> tuple[Layer, ...]:
        """Return what was drawn, the lowest first."""
        drawn: tuple[Layer, ...] = (
            Layer("areas", self._areas),
            Layer("rules", self._grid),
            Layer("rects", self._rects),
            Layer("rules", self._rules),
            Layer("lines", self._lines),
            Layer("rects", self._plates),
            Layer("points", self._points),
            Layer("texts", self._texts),
        )
        return tuple(layer for layer in drawn if layer.rows)

    def _ink(self, role: str) -> str:
        return self.look.palette[role]


def _said(tip: str, href: str | None) -> Row:
    said = {"tip": clean(tip).replace(LINK, " ")}
    if href is None:
        return said
    if not _ADDRESS.fullmatch(href):
        raise ChartError(f"A picture cannot lead to {href!r}; give a path on this site, or an http address.")
    return {**said, "href": href}
