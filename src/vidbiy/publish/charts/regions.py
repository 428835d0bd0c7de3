"""A measure by region on the boundaries that the user has fetched."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from vidbiy.lexicon.boundaries import RegionShape
from vidbiy.publish.charts.data.places import PlaceValue, RegionMap
from vidbiy.publish.charts.frame import MARGIN, foot, head, keys
from vidbiy.publish.charts.layout import Plan
from vidbiy.publish.charts.letters import width
from vidbiy.publish.charts.look import Look
from vidbiy.publish.charts.sheet import Sheet
from vidbiy.publish.charts.steps import Steps
from vidbiy.publish.charts.tiles import keys_of, said_of, said_of_places, steps_of
from vidbiy.publish.charts.writing import Writing

__all__ = ["regions"]

_TALLEST = 640.0
# Where a label is tried, in lines and widths from the middle of its region, the nearest first.
_TRIES = ((0, 0), (0, 1), (0, -1), (0.6, 0), (-0.6, 0), (0.6, 1), (-0.6, 1), (0, 2), (0, -2))
_SIZE = 10.0
_Point = tuple[float, float]


def regions(data: RegionMap, look: Look) -> Plan:
    """Lay the map out."""
    writing, sheet = Writing(look.language), Sheet(look)
    title = writing.say("map_title", measure=writing.measure(data.measure), night=writing.night(data.night))
    steps, above = steps_of(data.values, data.steps)
    top = keys(sheet, head(sheet, title), keys_of(data.values, steps, writing, above)) + 4
    known = {value.place: value for value in data.values}
    projection = _Projection.of(data.shapes, (MARGIN, top), look.width - 2 * MARGIN)
    # The largest first: a city lies upon the region around it.
    drawn = sorted((_Region(shape, projection) for shape in data.shapes), key=lambda region: -region.area)
    labels = _Labels(sheet, projection)
    for region in drawn:
        _draw(sheet, writing, steps, region, known.get(region.place))
    for region in drawn:
        labels.write(region, said_of(known.get(region.place), writing))
    shapes = {shape.place for shape in data.shapes}
    lost = [writing.place(value.place) for value in data.values if value.place not in shapes]
    notes = [writing.say("map_missing", list=writing.listed(lost, 8))] if lost else []
    notes.append(writing.say("map_credit", credit=data.credit))
    height = foot(sheet, projection.bottom, data.caption, writing, notes)
    shown = [known[region.place] for region in drawn if region.place in known]
    return Plan(sheet, height, title, said_of_places(shown, len(drawn), writing))


@dataclass(frozen=True, slots=True)
class _Projection:
    """Degrees to pixels: equirectangular, true to scale in the middle of the map."""

    left: float
    top: float
    unit: float
    stretch: float
    west: float
    north: float
    right: float
    bottom: float

    @classmethod
    def of(cls, shapes: tuple[RegionShape, ...], at: _Point, room: float) -> _Projection:
        points = [point for shape in shapes for ring in shape.rings for point in ring] or [(22.0, 44.0), (40.0, 53.0)]
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
        stretch = math.cos(math.radians((south + north) / 2))
        across, down = max((east - west) * stretch, 1e-6), max(north - south, 1e-6)
        unit = min(room / across, _TALLEST / down)
        left = at[0] + (room - across * unit) / 2
        return cls(left, at[1], unit, stretch, west, north, at[0] + room, at[1] + down * unit)

    def pixel(self, point: _Point) -> _Point:
        x, y = point
        return (self.left + (x - self.west) * self.stretch * self.unit, self.top + (self.north - y) * self.unit)


class _Region:
    """A shape in pixels, with the middle of its largest part."""

    def __init__(self, shape: RegionShape, projection: _Projection) -> None:
        self.place = shape.place
        self.rings = [[projection.pixel(point) for point in ring] for ring in shape.rings]
        largest = max(self.rings, key=lambda ring: abs(_twice_area(ring)))
        self.area = abs(_twice_area(largest)) / 2
        self.middle = _centroid(largest)
        self.across = max(x for x, _ in largest) - min(x for x, _ in largest)


def _steps(ring: list[_Point]) -> Iterator[tuple[_Point, _Point]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def _twice_area(ring: list[_Point]) -> float:
    """Return twice the signed area (the shoelace formula)."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in _steps(ring))


def _centroid(ring: list[_Point]) -> _Point:
    doubled = _twice_area(ring)
    if abs(doubled) < 1e-9:
        return ring[0]
    weights = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in _steps(ring)]
    x = sum((a[0] + b[0]) * weight for a, b, weight in weights) / (3 * doubled)
    y = sum((a[1] + b[1]) * weight for a, b, weight in weights) / (3 * doubled)
    return (x, y)


def _draw(sheet: Sheet, writing: Writing, steps: Steps, region: _Region, value: PlaceValue | None) -> None:
    known = None if value is None else value.value
    role = "unknown" if value is None or known is None else "quiet" if value.permanent else steps.role(known)
    tip = f"{writing.place(region.place)}: {said_of(value, writing)}"
    sheet.area(region.rings, role, tip=tip, href=None if value is None else value.href)


class _Labels:
    """Labels within the map, none over another; one that finds no room is left to the tip."""

    def __init__(self, sheet: Sheet, projection: _Projection) -> None:
        self.sheet, self.projection = sheet, projection
        self.taken: list[tuple[float, float, float, float]] = []

    def write(self, region: _Region, text: str) -> None:
        if width(text, _SIZE) > region.across and not text[-1:].isdigit():
            text = "?"  # words do not fit; the fill and the tip say them
        across, down = width(text, _SIZE) + 4, _SIZE * 1.3
        for right, lower in _TRIES:
            x, y = region.middle[0] + right * across, region.middle[1] + lower * down
            box = (x - across / 2, y - down / 2, x + across / 2, y + down / 2)
            if self._free(box):
                self.taken.append(box)
                self.sheet.plate((x, y), text, size=_SIZE, ink="ink")
                return

    def _free(self, box: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = box
        inside = left >= MARGIN and right <= self.projection.right and top >= self.projection.top
        apart = all(left >= r or right <= x or top >= b or bottom <= y for x, y, r, b in self.taken)
        return inside and bottom <= self.projection.bottom and apart
