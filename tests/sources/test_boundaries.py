"""Boundaries of regions, from a file or from a server on this machine."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.charts.making import REGIONS, blocks

from vidbiy.lexicon.boundaries import Boundaries, BoundariesError, boundary_table
from vidbiy.sources.boundaries import fetch_boundaries


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server of the files in `tmp_path`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def zipped(**members: Any) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), json.dumps(content))
    return packed.getvalue()


def test_a_zip_from_a_server_gives_the_shapes_of_the_first_level(address: str, tmp_path: Path) -> None:
    """Of the levels in the zip, that of the regions is taken."""
    (tmp_path / "all.zip").write_bytes(zipped(x_admin0__geojson={}, x_admin1__geojson=blocks(), x_admin2__geojson={}))
    fetched = fetch_boundaries(f"{address}/all.zip", "a test")
    assert {shape.place for shape in fetched.boundaries.shapes} == set(REGIONS)
    assert fetched.left_out == {}
    assert fetched.boundaries.credit == "a test"


@pytest.mark.parametrize("code", ["adm1_pcode", "ADM1_PCODE", "shapeISO"])
def test_the_codes_of_several_data_sets_are_known(code: str, tmp_path: Path) -> None:
    """OCHA's, in both spellings, and ISO's."""
    path = tmp_path / "x.geojson"
    path.write_text(json.dumps(blocks(code)))
    assert len(fetch_boundaries(str(path)).boundaries.shapes) == 27


def test_what_was_fetched_is_kept_and_read_again(tmp_path: Path) -> None:
    """The kept file is GeoJSON, thinned, and gives the same boundaries."""
    path = tmp_path / "x.geojson"
    path.write_text(json.dumps(blocks()))
    boundaries = fetch_boundaries(str(path), "a test").boundaries
    kept = tmp_path / "kept.geojson"
    kept.write_text(boundaries.to_json())
    assert Boundaries.read(kept) == boundaries
    assert json.loads(kept.read_text())["features"][0]["type"] == "Feature"


def test_neighbours_still_share_their_border(tmp_path: Path) -> None:
    """Points of two outlines that were the same are the same after thinning, and there are fewer of them."""
    border = [[30 + n * 0.0031, 50 + n * 0.0013] for n in range(200)]
    rings = {"UA32": [*border, [29, 51], border[0]], "UA80": [*reversed(border), [33, 49], border[-1]]}
    features = [
        {"properties": {"adm1_pcode": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for code, ring in rings.items()
    ]
    path = tmp_path / "x.geojson"
    path.write_text(json.dumps({"features": features}))
    city, around = ({*shape.rings[0]} for shape in fetch_boundaries(str(path)).boundaries.shapes)
    assert city - around == {(33.0, 49.0)}
    assert around - city == {(29.0, 51.0)}
    assert len(city) < 100


def test_features_that_are_no_region_are_counted(tmp_path: Path) -> None:
    """Each with its reason."""
    whole = blocks()
    far = {"type": "Polygon", "coordinates": [[[700000, 5500000]] * 4]}
    whole["features"][0]["geometry"] = far
    whole["features"][1]["geometry"] = {"type": "Point", "coordinates": [30, 50]}
    whole["features"][2]["properties"] = {"name": "Elsewhere"}
    whole["features"] += [None, 7, {}]
    path = tmp_path / "x.geojson"
    path.write_text(json.dumps(whole))
    fetched = fetch_boundaries(str(path))
    assert len(fetched.boundaries.shapes) == 24
    assert sorted(fetched.left_out.values()) == [1, 1, 4]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no GeoJSON"),
        (b"<html>", "no GeoJSON"),
        (b"[" * 100_000, "no GeoJSON"),
        (b'{"type": "Topology"}', "FeatureCollection"),
        (b'{"features": []}', "it has no features"),
        (zipped(readme__txt={}), "no GeoJSON"),
        (zipped(a__geojson={}, b__geojson={}), "one GeoJSON of the first level"),
        (zipped(a__geojson=blocks())[:-400] + b"x" * 400, "no GeoJSON"),
        (b"\xff\xfe\x00", "no GeoJSON"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_name(content: bytes, said: str, tmp_path: Path) -> None:
    """The message says which file, and what it lacks."""
    path = tmp_path / "given"
    path.write_bytes(content)
    with pytest.raises(BoundariesError, match=said) as caught:
        fetch_boundaries(str(path))
    assert str(path) in str(caught.value)


def test_an_address_that_does_not_answer_is_named(address: str) -> None:
    """And a path that is not there."""
    with pytest.raises(BoundariesError, match="answers 404"):
        fetch_boundaries(f"{address}/nothing.zip")
    with pytest.raises(BoundariesError, match="no such file"):
        fetch_boundaries("/nowhere/at/all.zip")


def test_a_kept_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    """Also one with an outline that has no area."""
    path = tmp_path / "kept.geojson"
    for content in (
        "{}",
        "[]",
        "x",
        '{"credit": "", "address": "", "features": [{"id": "UA-05", "geometry": {"coordinates": [[[]]]}}]}',
    ):
        path.write_text(content)
        with pytest.raises(BoundariesError, match="fetch it again"):
            Boundaries.read(path)
    with pytest.raises(BoundariesError, match="fetch boundaries first"):
        Boundaries.read(tmp_path / "none")


def test_the_default_data_set_is_named_with_its_licence() -> None:
    """Whoever fetches it is told what they take."""
    default = boundary_table()["default"]
    assert default["address"].startswith("https://")
    assert "CC BY" in default["licence"]
    assert "CC BY" in default["credit"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["type", "features", "properties", "geometry", "coordinates", "adm1_pcode"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=20,
    )
)
def test_any_json_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    """Never a traceback."""
    path = tmp_path_factory.getbasetemp() / "any.geojson"
    path.write_text(json.dumps(value))
    with pytest.raises(BoundariesError):
        fetch_boundaries(str(path))
