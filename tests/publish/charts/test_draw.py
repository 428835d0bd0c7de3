"""What holds for every picture."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable

import altair as alt
import pytest
from tests.publish.charts import making
from tests.publish.charts.reading_svg import SVG, faults, tree

from vidbiy.publish.charts import THEMES, ChartData, ChartError, Look, css_properties
from vidbiy.publish.charts.draw import chart, draw, forget

PICTURES: list[Callable[[], ChartData]] = [making.calm_timeline, making.worst_timeline]
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
    assert root.get("role") == "img"
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
    assert all(
        target.startswith("#")
        for target in re.findall(r'url\(([^)]*)\)|href="([^"]*)"', svg)
        for target in target
        if target
    )


@every_picture
def test_the_same_data_give_the_same_bytes_in_another_process(make: Callable[[], ChartData]) -> None:
    """Nothing of a picture depends on the hour, the machine's zone, or what was drawn before."""
    code = (
        f"from tests.publish.charts import making; from vidbiy.publish.charts.draw import draw; import sys; "
        f"sys.stdout.buffer.write(draw(making.{make.__name__}()).svg.encode())"
    )
    environment = {"PYTHONPATH": ":".join(sys.path), "TZ": "America/New_York", "LC_ALL": "C"}
    other = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    forget()
    assert draw(make()).svg == other.stdout.decode()


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
