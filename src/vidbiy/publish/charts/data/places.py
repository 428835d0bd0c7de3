"""The data of a map."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vidbiy.lexicon.boundaries import RegionShape
from vidbiy.publish.charts.data.common import Caption, countable

__all__ = ["PlaceValue", "RegionMap", "TileMap"]


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """One place's value; None where it is not known."""

    place: str
    value: float | None
    at_least: bool = False
    """True where it may be more, as when the feed went quiet."""
    href: str | None = None
    permanent: bool = False
    """An alert that has lasted for years: its hours say nothing of this night, and take no step of colour."""

    def __post_init__(self) -> None:
        countable(self.value)


@dataclass(frozen=True, slots=True)
class TileMap:
    """A measure by place, on tiles. A tile without an entry in `values` is one without data."""

    night: date
    measure: str
    values: tuple[PlaceValue, ...] = ()
    grid: Literal["regions", "kyiv"] = "regions"
    steps: tuple[float, ...] | None = None
    caption: Caption = field(default_factory=Caption)


@dataclass(frozen=True, slots=True)
class RegionMap:
    """A measure by region, on boundaries that the user has fetched."""

    night: date
    measure: str
    shapes: tuple[RegionShape, ...]
    credit: str
    values: tuple[PlaceValue, ...] = ()
    steps: tuple[float, ...] | None = None
    caption: Caption = field(default_factory=Caption)
