"""`vidbiy plot` and `vidbiy fetch-boundaries`."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from tests.publish.charts.making import blocks

from vidbiy.cli import main
from vidbiy.cli.demo import examples_folder


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger of the bundled night."""
    path = tmp_path_factory.mktemp("plot") / "night.db"
    result = CliRunner().invoke(
        main, ["ingest", "--db", str(path), "--jobs", "1", str(examples_folder() / "2025-07-04")]
    )
    assert result.exit_code == 0, result.output
    return str(path)


def plot(db: str, *args: str | Path) -> Result:
    return CliRunner().invoke(main, ["plot", "--db", db, *map(str, args)])


@pytest.mark.parametrize("name", ["timeline", "balance", "tiles", "kyiv", "calendar", "bars"])
def test_each_picture_can_be_drawn_of_the_bundled_night(db: str, name: str) -> None:
    """As SVG on standard output."""
    result = plot(db, name, "--date", "2025-07-04", "--width", "390")
    assert result.exit_code == 0, result.output
    root = ET.fromstring(result.stdout)
    assert root.get("width") == "390"


@pytest.mark.parametrize(("ending", "magic"), [("svg", b"<svg "), ("PNG", b"\x89PNG")])
def test_the_ending_of_the_file_says_what_it_is(db: str, tmp_path: Path, ending: str, magic: bytes) -> None:
    """The picture's title and what it shows are told on standard error."""
    path = tmp_path / f"night.{ending}"
    result = plot(db, "balance", "-l", "uk", "--theme", "dark", "-o", path)
    assert result.exit_code == 0
    assert path.read_bytes().startswith(magic)
    assert result.stdout == ""
    assert "сходиться" in result.stderr


def test_a_file_of_another_ending_is_refused(db: str, tmp_path: Path) -> None:
    """Before anything is drawn."""
    result = plot(db, "balance", "-o", tmp_path / "night.gif")
    assert result.exit_code == 2
    assert ".svg" in result.stderr


def test_a_folder_that_is_not_there_is_named(db: str, tmp_path: Path) -> None:
    """No traceback."""
    result = plot(db, "balance", "-o", tmp_path / "none" / "night.svg")
    assert result.exit_code == 1
    assert "no such file or directory" in result.stderr


def test_a_night_of_which_nothing_was_known_yet_is_a_picture_without_data(db: str) -> None:
    """The balance says so, rather than showing zeros."""
    result = plot(db, "balance", "--date", "2025-07-04", "--as-of", "2025-07-03T20:00:00+03:00")
    assert result.exit_code == 0
    assert "nothing is known" in result.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["balance", "--date", "2031-01-01"], "2031"),
        (["balance", "--date", "yesterday"], "yesterday"),
        (["calendar", "--measure", "nonsense"], "is no measure"),
        (["bars", "--subject", "weapon.bomb"], "knows no night"),
        (["bars", "--until", "2020-01-01"], "--since"),
        (["map"], "vidbiy fetch-boundaries"),
        (["pie"], "timeline"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(db: str, args: list[str], said: str, tmp_path: Path) -> None:
    """With what to do, and without a traceback."""
    result = plot(db, *args, "--boundaries", tmp_path / "none.geojson")
    assert result.exit_code != 0
    assert said in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_a_map_is_drawn_on_boundaries_that_were_fetched(db: str, tmp_path: Path) -> None:
    """What the file holds and cannot be used is counted."""
    source, kept = tmp_path / "blocks.geojson", tmp_path / "kept.geojson"
    whole = blocks()
    whole["features"].append({"type": "Feature", "properties": {"name": "Elsewhere"}, "geometry": None})
    source.write_text(json.dumps(whole))
    fetched = CliRunner().invoke(main, ["fetch-boundaries", str(source), "-o", str(kept), "--credit", "a test"])
    assert fetched.exit_code == 0, fetched.output
    assert "1 left out" in fetched.stderr
    assert "27 regions" in fetched.stderr
    result = plot(db, "map", "--show", "casualties", "--boundaries", kept)
    assert result.exit_code == 0, result.output
    assert "Boundaries: a test" in result.stdout
    assert "Kyiv city: 23" in result.stdout


def test_a_file_that_is_no_boundaries_is_refused(tmp_path: Path) -> None:
    """And nothing is kept of it."""
    source, kept = tmp_path / "x.geojson", tmp_path / "kept.geojson"
    source.write_text("{}")
    result = CliRunner().invoke(main, ["fetch-boundaries", str(source), "-o", str(kept)])
    assert result.exit_code == 1
    assert "FeatureCollection" in result.stderr
    assert not kept.exists()
