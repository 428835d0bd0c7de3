"""Pictures: one chart code for the brief, the pages, `vidbiy plot` and notebooks.

Data classes and the look need nothing; `vidbiy.publish.charts.draw`, which draws them, needs the extra `charts`.
"""

from vidbiy.publish.charts.data import (
    AlertBar,
    AlertRow,
    Amount,
    Balance,
    BalancePart,
    BalanceRow,
    Caption,
    ChartData,
    CountingBreak,
    NightBar,
    NightBars,
    NightCalendar,
    NightTimeline,
    NightValue,
    PlaceValue,
    RegionMap,
    RegionShape,
    ReportTick,
    Silence,
    TileMap,
)
from vidbiy.publish.charts.errors import ChartError, ChartsMissingError
from vidbiy.publish.charts.look import THEMES, Look, Theme, css_properties

__all__ = [
    "THEMES",
    "AlertBar",
    "AlertRow",
    "Amount",
    "Balance",
    "BalancePart",
    "BalanceRow",
    "Caption",
    "ChartData",
    "ChartError",
    "ChartsMissingError",
    "CountingBreak",
    "Look",
    "NightBar",
    "NightBars",
    "NightCalendar",
    "NightTimeline",
    "NightValue",
    "PlaceValue",
    "RegionMap",
    "RegionShape",
    "ReportTick",
    "Silence",
    "Theme",
    "TileMap",
    "css_properties",
]
