"""A measure by place on tiles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.charts.making import DISTRICTS, NIGHT, REGIONS, calm_tiles, worst_tiles
from tests.publish.charts.reading_svg import faults, hatched, links, texts, tips

from vidbiy.publish.charts import Look, PlaceValue, TileMap
from vidbiy.publish.charts.draw import draw

LEGEND = 1


def test_a_tile_without_data_is_hatched_and_a_tile_of_zero_is_not() -> None:
    """None, and a place that is not there, are "no data"; zero is 0."""
    values = (PlaceValue("UA-30", 0), PlaceValue("UA-32", None), PlaceValue("UA-46", 3))
    picture = draw(TileMap(NIGHT, "alert_hours", values))
    assert hatched(picture) == LEGEND + 25
    assert {"Kyiv city: 0", "Kyiv oblast: no data", "Lviv: 3", "Odesa: no data"} <= set(tips(picture))
    assert picture.summary == "2 of 27 places with data; the highest is 3, Lviv."


def test_a_map_of_nothing_is_a_map_without_data() -> None:
    """All 27 tiles are hatched, and the summary says so."""
    picture = draw(TileMap(NIGHT, "hits"))
    assert hatched(picture) == LEGEND + 27
    assert picture.summary == "None of 27 places with data."


def test_a_lower_bound_is_written_as_one() -> None:
    """Where a feed went quiet, the hours are at least so many."""
    assert "≥1.9" in [box.text for box in texts(draw(calm_tiles()))]


def test_the_measure_is_named() -> None:
    """Alert hours, hits and casualties are three pictures of one kind."""
    titles = [draw(TileMap(NIGHT, measure)).title for measure in ("alert_hours", "hits", "casualties")]
    assert [title.partition(",")[0] for title in titles] == ["Alert hours", "Hits", "Killed and injured"]


def test_kyiv_has_ten_districts_and_the_river() -> None:
    """Its tiles are the districts, on both banks."""
    picture = draw(TileMap(NIGHT, "casualties", grid="kyiv"))
    assert hatched(picture) == LEGEND + 10
    assert "Dnipro" in [box.text for box in texts(picture)]


def test_tiles_lead_to_their_places() -> None:
    """All 27 are links, where the caller gives addresses."""
    assert len(links(draw(worst_tiles()))) == 27


numbers = st.none() | st.floats(0, 1e11) | st.integers(0, 3).map(float)


@settings(max_examples=30)
@given(
    given=st.dictionaries(st.sampled_from([*REGIONS, *DISTRICTS, "nowhere"]), numbers),
    grid=st.sampled_from(["regions", "kyiv"]),
    bounds=st.booleans(),
    look=st.builds(Look, st.sampled_from([320, 390, 1200]), st.just("print"), st.sampled_from(["en", "uk"])),
)
def test_odd_values_are_drawn_whole(given: dict[str, float | None], grid: str, bounds: bool, look: Look) -> None:
    """No label is cut off or over another, and exactly the places without data are hatched."""
    values = tuple(PlaceValue(place, value, bounds) for place, value in given.items())
    picture = draw(TileMap(NIGHT, "hits", values, "kyiv" if grid == "kyiv" else "regions"), look)
    assert faults(picture) == []
    places = DISTRICTS if grid == "kyiv" else REGIONS
    assert hatched(picture) == LEGEND + sum(given.get(place) is None for place in places)
