"""A measure by place on tiles: Ukraine's regions, or Kyiv's districts on both banks of the Dnipro."""

from __future__ import annotations

from vidbiy.lexicon.tiles import Tile, load_tiles
from vidbiy.publish.charts.data.places import PlaceValue, TileMap
from vidbiy.publish.charts.frame import MARGIN, Key, foot, head, keys
from vidbiy.publish.charts.layout import Plan
from vidbiy.publish.charts.letters import fit, width
from vidbiy.publish.charts.look import Look
from vidbiy.publish.charts.sheet import Sheet
from vidbiy.publish.charts.steps import Steps
from vidbiy.publish.charts.writing import Writing

__all__ = ["keys_of", "said_of", "said_of_places", "steps_of", "tiles"]

_GAP, _RIVER = 3.0, 44.0
_SIZES = (15.0, 12.0, 10.0, 8.5)


def tiles(data: TileMap, look: Look) -> Plan:
    """Lay the tiles out."""
    writing, sheet = Writing(look.language), Sheet(look)
    grid = load_tiles(data.grid)
    kind = "kyiv_title" if data.grid == "kyiv" else "tiles_title"
    title = writing.say(kind, measure=writing.measure(data.measure), night=writing.night(data.night))
    steps, above = steps_of(data.values, data.steps)
    top = keys(sheet, head(sheet, title), keys_of(data.values, steps, writing, above)) + 2
    river = _RIVER if grid.river_after >= 0 else 0.0
    across = (look.width - 2 * MARGIN - river - (grid.columns - 1) * _GAP) / grid.columns
    down = min(max(across, 40.0), 76.0)
    known = {value.place: value for value in data.values}
    for tile in grid.tiles:
        shift = river if 0 <= grid.river_after < tile.column else 0.0
        at = (MARGIN + tile.column * (across + _GAP) + shift, top + tile.row * (down + _GAP))
        _Tile(sheet, writing, steps).draw(tile, known.get(tile.place), at, (across, down))
    bottom = top + grid.rows * (down + _GAP)
    if river:
        left = MARGIN + (grid.river_after + 1) * (across + _GAP)
        sheet.rect((left, top), (river - _GAP, bottom - top - _GAP), "river")
        middle = (left + (river - _GAP) / 2, (top + bottom) / 2)
        sheet.text(middle, writing.say("dnipro"), size=10, ink="river-ink", align="center")
    height = foot(sheet, bottom, data.caption, writing)
    shown = [known[tile.place] for tile in grid.tiles if tile.place in known]
    return Plan(sheet, height, title, said_of_places(shown, len(grid.tiles), writing))


def steps_of(values: tuple[PlaceValue, ...], given: tuple[float, ...] | None) -> tuple[Steps, bool]:
    """Return the steps for the values of places, and whether one lies above the last."""
    known = [value.value for value in values if value.value is not None and not value.permanent]
    steps = Steps.of(known, given)
    return steps, bool(steps.limits) and max(known, default=0.0) > steps.limits[-1]


def keys_of(values: tuple[PlaceValue, ...], steps: Steps, writing: Writing, above: bool) -> list[Key]:
    """Return the legend of a measure by place."""
    permanent = [Key(writing.say("permanent"), "quiet", edge="line")] if any(each.permanent for each in values) else []
    return [*steps.keys(writing, above), *permanent]


def said_of(value: PlaceValue | None, writing: Writing) -> str:
    """Return a place's value in words: a number, a bound, a permanent alert, or that there is no data."""
    if value is None or value.value is None:
        return writing.say("no_data")
    if value.permanent:
        return writing.say("permanent")
    number = writing.number(value.value)
    return writing.say("at_least", low=number) if value.at_least else number


def said_of_places(values: list[PlaceValue], count: int, writing: Writing) -> str:
    """Return in words how many places have data, and which has the most."""
    known = [(value.value, value.place) for value in values if value.value is not None and not value.permanent]
    if not known:
        return writing.say("tiles_summary_empty", all=count)
    high, place = max(known, key=lambda pair: pair[0])
    return writing.say(
        "tiles_summary", known=len(known), all=count, high=writing.number(high), place=writing.place(place)
    )


class _Tile:
    def __init__(self, sheet: Sheet, writing: Writing, steps: Steps) -> None:
        self.sheet, self.writing, self.steps = sheet, writing, steps

    def draw(self, tile: Tile, value: PlaceValue | None, at: tuple[float, float], size: tuple[float, float]) -> None:
        name = tile.name[self.writing.language]
        href = None if value is None else value.href
        middle, half = at[0] + size[0] / 2, at[1] + size[1] / 2
        text = said_of(value, self.writing)
        if value is None or value.value is None:
            self.sheet.rect(at, size, "unknown", edge="unknown-line", tip=f"{name}: {text}", href=href)
            self.sheet.plate((middle, half - 8), self._called(tile, size[0]), size=11, ink="ink")
            self.sheet.plate((middle, half + 8), text if width(text, 10) <= size[0] - 8 else "?", size=10)
            return
        step = self.steps.number(value.value)
        role, ink = ("quiet", "ink") if value.permanent else (f"step-{step}", f"on-{step}")
        self.sheet.rect(at, size, role, edge="line", tip=f"{name}: {text}", href=href)
        self.sheet.text((middle, half - 8), self._called(tile, size[0]), size=11, ink=ink, align="center")
        if value.permanent:
            short = text if width(text, 10) <= size[0] - 6 else self.writing.say("permanent_short")
            self.sheet.text((middle, half + 9), short, size=10, ink=ink, align="center")
            return
        points = next((points for points in _SIZES if width(text, points, bold=True) <= size[0] - 4), _SIZES[-1])
        shown = fit(text, size[0] - 4, points, bold=True)
        self.sheet.text((middle, half + 9), shown, size=points, ink=ink, align="center", bold=True)

    def _called(self, tile: Tile, room: float) -> str:
        """Return the name where it fits, else the code."""
        name, code = tile.name[self.writing.language], tile.code[self.writing.language]
        return name if width(name, 11) <= room - 6 else code
