"""Ukraine's regions and Kyiv's districts as tiles on a grid, with their short names (`data/tiles.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from vidbiy.lexicon.pack_files import load_table

__all__ = ["Tile", "TileGrid", "load_tiles", "short_name"]


@dataclass(frozen=True, slots=True)
class Tile:
    """One place of a grid: `column` from the west, `row` from the north, both from 0."""

    place: str
    column: int
    row: int
    code: Mapping[str, str]
    """Three or four letters by language."""
    name: Mapping[str, str]
    """The short name by language, without the word for its kind where it can do without."""


@dataclass(frozen=True, slots=True)
class TileGrid:
    """An arrangement of tiles, one a place."""

    tiles: tuple[Tile, ...]
    river_after: int
    """The column that the river runs east of; -1 where none is drawn."""

    @property
    def columns(self) -> int:
        """Return how many columns there are."""
        return 1 + max(tile.column for tile in self.tiles)

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return 1 + max(tile.row for tile in self.tiles)


@cache
def load_tiles(name: str) -> TileGrid:
    """Return the grid `regions` (27, with the two cities and Crimea) or `kyiv` (its ten districts)."""
    table = load_table("tiles.toml")[name]
    tiles = tuple(
        Tile(item["place"], item["at"][0], item["at"][1], item["code"], item["name"]) for item in table["tile"]
    )
    return TileGrid(tiles, table["river_after"])


def short_name(place: str, language: str) -> str:
    """Return the short name of a region or of a district of Kyiv; the id itself for any other place."""
    tile = _by_place().get(place)
    return place if tile is None else tile.name[language]


@cache
def _by_place() -> dict[str, Tile]:
    return {tile.place: tile for name in ("regions", "kyiv") for tile in load_tiles(name).tiles}
