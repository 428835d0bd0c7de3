"""Pictures: one chart code for the brief, the pages, `vidbiy plot` and notebooks.

Data classes and the look need nothing; `vidbiy.publish.charts.draw`, which draws them, needs the extra `charts`.
"""

from vidbiy.lexicon.boundaries import RegionShape
from vidbiy.publish.charts.data.balance import Balance, BalancePart, BalanceRow
from vidbiy.publish.charts.data.common import Amount, Caption
from vidbiy.publish.charts.data.kinds import ChartData
from vidbiy.publish.charts.data.nights import CountingBreak, NightBar, NightBars, NightCalendar, NightValue
from vidbiy.publish.charts.data.places import PlaceValue, RegionMap, TileMap
from vidbiy.publish.charts.data.timeline import AlertBar, AlertRow, NightTimeline, ReportTick, Silence
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
