"""What holds for every picture."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import altair as alt
import pytest
from tests.publish.charts import making
from tests.publish.charts.reading_svg import SVG, faults, tree

from vidbiy.publish.charts import (
    THEMES,
    Caption,
    ChartData,
    ChartError,
    Look,
    PlaceValue,
    ReportTick,
    TileMap,
    css_properties,
)
from vidbiy.publish.charts.draw import chart, draw, forget

PICTURES: list[Callable[[], ChartData]] = [
    making.calm_timeline,
    making.worst_timeline,
    making.calm_calendar,
    making.worst_calendar,
    making.calm_bars,
    making.worst_bars,
    making.calm_balance,
    making.worst_balance,
    making.calm_tiles,
    making.worst_tiles,
    making.calm_kyiv,
    making.worst_kyiv,
    making.calm_map,
]
every_picture = pytest.mark.parametrize("make", PICTURES, ids=lambda make: make.__name__)


@every_picture
@pytest.mark.parametrize("width", [390, 1200])
@pytest.mark.parametrize("language", ["en", "uk"])
def test_no_label_is_cut_off_or_over_another(make: Callable[[], ChartData], width: int, language: str) -> None:
    """On a telephone and on a desk, in both languages."""
    assert faults(draw(make(), Look(width, language=language))) == []


@every_picture
def test_a_specification_is_valid_vega_lite(make: Callable[[], ChartData]) -> None:
    """Altair's schema accepts what is drawn, so that a notebook can take it on."""
    specification = chart(make()).to_dict()
    alt.LayerChart.from_dict(specification)
    assert specification["description"]


@every_picture
def test_a_picture_has_a_name_and_a_description_for_those_who_hear_it(make: Callable[[], ChartData]) -> None:
    """The SVG is an image by role, with title and description by reference."""
    picture = draw(make())
    root = tree(picture)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    linked = root.find(f".//{SVG}a") is not None
    assert root.get("role") == ("group" if linked else "img")
    assert (root.get("aria-labelledby") or "").split() == [title.get("id"), description.get("id")]
    assert (title.text, description.text) == (picture.title, picture.summary)
    assert picture.summary


@every_picture
def test_a_picture_names_its_source_and_its_time(make: Callable[[], ChartData]) -> None:
    """Below each stands who says so, and as of when."""
    words = " ".join(tree(draw(make())).itertext())
    assert "Sources: air force" in words
    assert "As of 4 July 2025, 12:00 Kyiv" in words


@every_picture
@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_may_stand_in_a_page_of_strict_policy(make: Callable[[], ChartData], theme: str) -> None:
    """No script, no style, no reference but to itself, in any theme."""
    svg = draw(make(), Look(theme=theme)).svg  # type: ignore[arg-type]
    assert not re.search(r"<script|<style|style=|<image|<foreignObject|javascript:|\son\w+=", svg)
    targets = [*re.findall(r"url\(([^)]*)\)", svg), *re.findall(r'href="([^"]*)"', svg)]
    assert [target for target in targets if not target.startswith(("#", "/"))] == []


def test_the_same_data_give_the_same_bytes_in_another_process() -> None:
    """Nothing of a picture depends on the hour, the machine's zone, or what was drawn before."""
    names = [make.__name__ for make in PICTURES]
    code = (
        "import sys; from tests.publish.charts import making; from vidbiy.publish.charts.draw import draw\n"
        f"for name in {names}: sys.stdout.buffer.write(draw(getattr(making, name)()).svg.encode())"
    )
    environment = {"PYTHONPATH": ":".join(sys.path), "TZ": "America/New_York", "LC_ALL": "C"}
    other = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    forget()
    assert "".join(draw(make()).svg for make in PICTURES) == other.stdout.decode()


@every_picture
def test_a_picture_is_also_a_png(make: Callable[[], ChartData]) -> None:
    """Twice the pixels of the SVG in each direction, unless told otherwise."""
    picture = draw(make(), Look(390))
    png = picture.png()
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 780
    with pytest.raises(ChartError, match=r"0\.5 to 4"):
        picture.png(100)


def test_a_picture_in_the_theme_of_a_page_takes_its_colours_from_it() -> None:
    """Each colour is a custom property that the page's style sheet sets, with a light one to fall back to."""
    svg = draw(making.calm_timeline(), Look(theme="page")).svg
    assert "var(--chart-alert,#c9500a)" in svg
    used = set(re.findall(r"var\((--chart-[\w-]+),", svg))
    assert used <= set(re.findall(r"(--chart-[\w-]+):", css_properties("dark")))
    assert not re.search(r'(fill|stroke)="#', svg)


def test_a_picture_drawn_before_is_the_same_object() -> None:
    """What was drawn is kept."""
    assert draw(making.calm_timeline()) is draw(making.calm_timeline())


@pytest.mark.parametrize("wrong", [{"width": 10}, {"width": 99_999}, {"theme": "pink"}, {"language": "xx"}])
def test_a_look_that_cannot_be_drawn_is_refused(wrong: dict[str, object]) -> None:
    """The message names what there is."""
    with pytest.raises(ChartError, match=r"there (is|are)|take"):
        Look(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//elsewhere.example", "data:text/html,x", "/a b", "vbscript:x"]
)
def test_a_picture_leads_nowhere_but_to_pages(address: str) -> None:
    """A link is a path on the site, or an http address; nothing that a browser would run."""
    value = PlaceValue("UA-30", 1, href=address)
    with pytest.raises(ChartError, match="cannot lead to"):
        draw(TileMap(making.NIGHT, "hits", (value,)))


def test_hostile_words_are_words() -> None:
    """What a document's title brings along is written, not run; it cannot pass for a colour or a link either."""
    words = '<script>alert(1)</script> fill="#1a1c20" class="x" \N{SYMBOL FOR RECORD SEPARATOR}/elsewhere &amp; ]]>'
    caption = Caption((words,), None, words)
    picture = draw(
        replace(making.calm_timeline(), caption=caption, reports=(ReportTick(making.at(3), words),)), Look(theme="page")
    )
    shown = "".join(tree(picture).itertext())
    assert 'alert(1)</script> fill="#1a1c20" class="x"' in shown
    assert tree(picture).find(f".//{SVG}script") is None
    assert tree(picture).find(f".//{SVG}a") is None


def test_a_notebook_gets_the_picture_and_the_chart() -> None:
    """The picture shows itself; the chart can be changed further, its links included."""
    assert draw(making.calm_tiles())._repr_svg_().startswith("<svg")
    specification = chart(making.worst_tiles()).to_dict()
    assert any("href" in layer["encoding"] for layer in specification["layer"])
