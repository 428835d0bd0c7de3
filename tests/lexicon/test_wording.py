"""The words of what is published, and the tiles."""

from __future__ import annotations

import re
from typing import Any

import pytest

from vidbiy.lexicon.errors import LexiconError
from vidbiy.lexicon.pack_files import load_table
from vidbiy.lexicon.places import Gazetteer
from vidbiy.lexicon.tiles import load_tiles, short_name
from vidbiy.lexicon.wording import PUBLISHED_LANGUAGES, load_wording


def shape(value: Any) -> Any:
    """Return what two languages must share: the keys, the lengths of lists, the places to fill in."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return len(value) if isinstance(value, list) else sorted(re.findall(r"{\w+}", value))


def test_every_language_says_the_same_things() -> None:
    """A message in one has its twin in the other, with the same values in it."""
    first, *others = (shape(load_table(f"publish/{language}.toml")) for language in PUBLISHED_LANGUAGES)
    assert all(other == first for other in others)


def test_a_message_that_is_not_there_is_named() -> None:
    """Nobody is shown a bare KeyError."""
    with pytest.raises(LexiconError, match="no 'nonsense'"):
        load_wording("charts", "en")("nonsense")
    with pytest.raises(LexiconError, match="'fr'"):
        load_wording("charts", "fr")


@pytest.mark.parametrize(("grid", "count"), [("regions", 27), ("kyiv", 10)])
def test_a_grid_has_one_tile_a_place(grid: str, count: int) -> None:
    """27 regions, ten districts, each a place that there is, no two on one another."""
    tiles = load_tiles(grid).tiles
    places = Gazetteer.load(("en",))
    assert (
        len({tile.place for tile in tiles}) == len({(tile.column, tile.row) for tile in tiles}) == count == len(tiles)
    )
    assert all(places.get(tile.place) is not None for tile in tiles)


def test_the_regions_are_those_of_the_gazetteer() -> None:
    """None is missing from the map."""
    regions = {place.id for place in Gazetteer.load(("en",)) if place.kind == "region" and place.id.startswith("UA-")}
    assert {tile.place for tile in load_tiles("regions").tiles} == regions


def test_the_left_bank_stands_east_of_the_river() -> None:
    """Desnianskyi, Dniprovskyi and Darnytskyi, and no other."""
    grid = load_tiles("kyiv")
    east = {tile.place.partition(".")[2] for tile in grid.tiles if tile.column > grid.river_after}
    assert east == {"desnianskyi", "dniprovskyi", "darnytskyi"}


def test_short_names_are_in_the_language() -> None:
    """A place that has no tile is called by its id."""
    assert [short_name("UA-05", language) for language in PUBLISHED_LANGUAGES] == ["Vinnytsia", "Вінницька"]
    assert short_name("UA-14.pokrovsk", "en") == "UA-14.pokrovsk"
