"""A measure by region on boundaries."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.charts.making import NIGHT, REGIONS, calm_map
from tests.publish.charts.reading_svg import faults, hatched, links, texts, tips

from vidbiy.publish.charts import Look, PlaceValue, RegionMap, RegionShape
from vidbiy.publish.charts.draw import draw

LEGEND = 1


def test_a_region_without_data_is_hatched_and_one_of_zero_is_not() -> None:
    """As on the tiles."""
    values = (PlaceValue("UA-07", 0), PlaceValue("UA-56", None), PlaceValue("UA-12", 4, at_least=True))
    picture = draw(replace(calm_map(), values=values))
    assert hatched(picture) == LEGEND + 25
    assert {"Volyn: 0", "Rivne: no data", "Dnipropetrovsk: ≥4"} <= set(tips(picture))


def test_the_map_fills_its_room_and_names_its_boundaries() -> None:
    """The outermost points stand at the margins, and whoever made the boundaries is thanked."""
    picture = draw(calm_map(), Look(390))
    assert "Boundaries: blocks of a test" in [box.text for box in texts(picture)]
    assert 'd="M12' in picture.svg


def test_a_place_without_a_shape_is_named() -> None:
    """A value that the boundary file has no room for is not lost in silence."""
    data = calm_map()
    shapes = tuple(shape for shape in data.shapes if shape.place != "UA-51")
    words = " ".join(box.text for box in texts(draw(replace(data, shapes=shapes))))
    assert "Places without a shape in the boundary file: Odesa" in words


def test_a_city_lies_upon_the_region_around_it() -> None:
    """It is drawn later, so that it is seen."""
    told = tips(draw(calm_map()))
    assert told.index("Kyiv city: 1.1") > told.index("Kyiv oblast: 3.7")


def test_regions_lead_to_their_pages() -> None:
    """Where the caller gives addresses."""
    assert links(draw(replace(calm_map(), values=(PlaceValue("UA-07", 1, href="/place/UA-07"),)))) == ["/place/UA-07"]


points = st.tuples(st.floats(22, 40), st.floats(44, 52))


@settings(max_examples=25)
@given(
    shapes=st.lists(
        st.builds(
            RegionShape,
            st.sampled_from(REGIONS),
            st.lists(st.lists(points, min_size=4, max_size=6).map(tuple), min_size=1, max_size=3).map(tuple),
        ),
        max_size=30,
        unique_by=lambda shape: shape.place,
    ).map(tuple),
    value=st.none() | st.floats(0, 1e9),
    width=st.sampled_from([320, 1200]),
)
def test_odd_shapes_are_drawn_with_labels_apart(
    shapes: tuple[RegionShape, ...], value: float | None, width: int
) -> None:
    """Lines, dots and tangles: no label is cut off or over another."""
    values = tuple(PlaceValue(shape.place, value) for shape in shapes)
    assert faults(draw(RegionMap(NIGHT, "hits", shapes, "x", values), Look(width))) == []
