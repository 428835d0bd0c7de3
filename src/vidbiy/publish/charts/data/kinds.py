"""Every kind of data that there is a picture of."""

from __future__ import annotations

from typing import TypeAlias

from vidbiy.publish.charts.data.balance import Balance
from vidbiy.publish.charts.data.nights import NightBars, NightCalendar
from vidbiy.publish.charts.data.places import RegionMap, TileMap
from vidbiy.publish.charts.data.timeline import NightTimeline

__all__ = ["ChartData"]

ChartData: TypeAlias = NightTimeline | NightCalendar | NightBars | Balance | TileMap | RegionMap
