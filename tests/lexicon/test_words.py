"""The words of what is published, and the tiles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from vidbiy.lexicon.errors import LexiconError
from vidbiy.lexicon.names import Names
from vidbiy.lexicon.pack_files import load_table
from vidbiy.lexicon.places import Gazetteer
from vidbiy.lexicon.tiles import load_tiles, short_name
from vidbiy.lexicon.words import PUBLISHED_LANGUAGES, load_words
from vidbiy.model import Measure

FORMS = {"one", "few", "many", "other"}
KINDS = sorted(folder.name for folder in files("vidbiy.lexicon").joinpath("data", "publish").iterdir())


def shape(value: Any) -> Any:
    """Return what two languages must share: the keys, the lengths of lists, the places to fill in; plural forms may differ."""
    if isinstance(value, dict):
        return shape(value["other"]) if value.keys() <= FORMS else {key: shape(item) for key, item in value.items()}
    return len(value) if isinstance(value, list) else sorted(re.findall(r"{\w+}", value))


def plurals(table: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Yield the messages of several forms."""
    for value in table.values():
        if isinstance(value, dict):
            yield from [value] if value.keys() <= FORMS else plurals(value)


def paths(table: Any) -> Iterator[str]:
    """Yield the subjects that a table of weapons, sites or people names."""
    for key, value in table.items() if isinstance(table, dict) else enumerate(table):
        if key == "path":
            yield value
        elif isinstance(value, dict | list):
            yield from paths(value)


@pytest.mark.parametrize("kind", KINDS)
def test_every_language_says_the_same_things(kind: str) -> None:
    """A message in one has its twin in the other, with the same values in it."""
    first, *others = (shape(load_table(f"publish/{kind}/{language}.toml")) for language in PUBLISHED_LANGUAGES)
    assert all(other == first for other in others)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", PUBLISHED_LANGUAGES)
def test_a_plural_has_every_form_of_its_language(kind: str, language: str) -> None:
    """Ukrainian has "1 ніч", "2 ночі", "5 ночей": a form that is missing would be told as another."""
    needed = load_words(language).locale.plural_form.tags | {"other"}
    assert all(forms.keys() == needed for forms in plurals(load_table(f"publish/{kind}/{language}.toml")))


@pytest.mark.parametrize("language", PUBLISHED_LANGUAGES)
def test_all_that_can_be_counted_has_a_name(language: str) -> None:
    """Measures, weapons, sites and people: what a claim may say can be said in the language."""
    words = load_words(language)
    subjects = {path for table in ("weapons", "sites", "people") for path in paths(load_table(f"{table}.toml"))}
    wanted = {f"measure.{measure.value}" for measure in Measure} | {f"subject.{path}" for path in subjects}
    assert len(subjects) > 40
    assert sorted(wanted - words.keys()) == []


def test_every_message_that_is_asked_for_is_there(project: Path) -> None:
    """Whatever the code and the pages ask for by its whole name; a line that is said once a year too."""
    asked: set[str] = set()
    for ending in ("py", "html"):
        for file in (project / "src").rglob(f"*.{ending}"):
            asked |= set(
                re.findall(r"""\b(?:_?words|say|t)\(\s*["']([a-z_]+\.?[a-z_.]+)["'][,)]""", file.read_text("utf-8"))
            )
    known = set().union(*(load_words("en", *{kind} - {"record"}).keys() for kind in KINDS))
    assert len(asked) > 300
    assert sorted(asked - known) == []


def test_a_message_that_is_not_there_is_named() -> None:
    """Nobody is shown a bare KeyError."""
    with pytest.raises(LexiconError, match="no 'nonsense'"):
        load_words("en", "charts")("nonsense")
    with pytest.raises(LexiconError, match="'fr'"):
        load_words("fr", "charts")


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


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("ua-ses", "State Emergency Service of Ukraine"),
        ("oma-UA-63", "Military administration, Kharkiv oblast"),
        ("mayor-kharkiv", "Mayor of Kharkiv"),
        ("gov-RU-BEL", "Governor, Belgorod region"),
        ("dataset-missile-attacks", "Data set “Massive Missile Attacks on Ukraine”"),
    ],
)
def test_a_source_is_called_by_its_office_and_place(source: str, name: str) -> None:
    assert Names(load_words("en")).source(source).casefold() == name.casefold()
