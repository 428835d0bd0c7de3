"""Drawing: from data to SVG and PNG, without a network, a browser or a display.

vl-convert compiles a specification in some 30 ms once its runtime has started (half a second, once in a process). What was
drawn is kept: a page that shows the same data again gets it for the price of a look-up.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vidbiy.publish.charts.balance import balance
from vidbiy.publish.charts.bars import bars
from vidbiy.publish.charts.calendar import calendar
from vidbiy.publish.charts.data.balance import Balance
from vidbiy.publish.charts.data.kinds import ChartData
from vidbiy.publish.charts.data.nights import NightBars, NightCalendar
from vidbiy.publish.charts.data.places import RegionMap, TileMap
from vidbiy.publish.charts.data.timeline import NightTimeline
from vidbiy.publish.charts.errors import ChartError, ChartsMissingError
from vidbiy.publish.charts.layout import Plan
from vidbiy.publish.charts.letters import clean
from vidbiy.publish.charts.look import Look
from vidbiy.publish.charts.marks import compose, specify
from vidbiy.publish.charts.regions import regions
from vidbiy.publish.charts.svg import finish
from vidbiy.publish.charts.tiles import tiles
from vidbiy.publish.charts.timeline import timeline

try:
    import altair as alt
    import vl_convert
except ModuleNotFoundError as error:
    raise ChartsMissingError from error

__all__ = ["Picture", "chart", "draw", "forget"]

_LAYOUTS: dict[type, Callable[[Any, Look], Plan]] = {
    NightTimeline: timeline,
    NightCalendar: calendar,
    NightBars: bars,
    Balance: balance,
    TileMap: tiles,
    RegionMap: regions,
}
_KEPT_BYTES = 32_000_000


@dataclass(frozen=True)
class Picture:
    """A drawn picture. A notebook shows it as it is."""

    svg: str
    """A whole SVG document without script, style sheet or reference to elsewhere; the same data give the same bytes."""
    title: str
    summary: str
    """What it shows, in words."""
    width: int
    height: int
    """In CSS pixels."""

    def png(self, scale: float = 2.0) -> bytes:
        """Return the picture as PNG, `scale` pixels to a CSS pixel.

        Raises:
            ChartError: the scale is not between 0.5 and 4.
        """
        if not 0.5 <= scale <= 4:
            raise ChartError(f"A picture cannot be enlarged {scale} times; take 0.5 to 4.")
        return vl_convert.svg_to_png(self.svg, scale=scale)

    def _repr_svg_(self) -> str:
        return self.svg


def chart(data: ChartData, look: Look | None = None) -> alt.LayerChart:
    """Return the Altair chart of the data, for a notebook or for changes of one's own.

    Hatches are plain fills there; `draw` puts them in.
    """
    return compose(_plan(data, Look() if look is None else look))


def draw(data: ChartData, look: Look | None = None) -> Picture:
    """Draw the data. What was drawn before is returned again; safe to call from several threads.

    Raises:
        ChartError: there is no picture of that kind of data, or none that wide, in that theme or language.
    """
    key = (data, Look() if look is None else look)
    kept = _CACHE.get(key)
    if kept is None:
        kept = _draw(*key)
        _CACHE.put(key, kept)
    return kept


def forget() -> None:
    """Drop all pictures that are kept."""
    _CACHE.clear()


def _plan(data: ChartData, look: Look) -> Plan:
    layout = _LAYOUTS.get(type(data))
    if layout is None:
        raise ChartError(f"There is no picture of {type(data).__name__}.")
    return layout(data, look)


def _draw(data: ChartData, look: Look) -> Picture:
    plan = _plan(data, look)
    title, summary = clean(plan.title), clean(plan.summary, 2000)
    raw = vl_convert.vegalite_to_svg(specify(plan))
    svg = finish(raw, look, title=title, description=summary)
    return Picture(svg, title, summary, look.width, round(plan.height))


class _Cache:
    """The pictures drawn last, up to a number of characters in all."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._kept: OrderedDict[tuple[ChartData, Look], Picture] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[ChartData, Look]) -> Picture | None:
        with self._lock:
            picture = self._kept.get(key)
            if picture is not None:
                self._kept.move_to_end(key)
            return picture

    def put(self, key: tuple[ChartData, Look], picture: Picture) -> None:
        with self._lock:
            before = self._kept.pop(key, None)
            self._kept[key] = picture
            self._size += len(picture.svg) - (0 if before is None else len(before.svg))
            while self._size > self._limit and len(self._kept) > 1:
                self._size -= len(self._kept.popitem(last=False)[1].svg)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self._size = 0


_CACHE = _Cache(_KEPT_BYTES)
