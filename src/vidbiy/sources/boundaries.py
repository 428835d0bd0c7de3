"""Boundaries of regions from an open data set: a GeoJSON file, or a zip that holds one, by address or path.

What is kept is thinned to about a kilometre: two regions that share a border still share it, since both snap to one grid.
"""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from vidbiy.lexicon.boundaries import Boundaries, BoundariesError, RegionShape, boundary_table, region_of

__all__ = ["FetchedBoundaries", "fetch_boundaries"]

Ring = tuple[tuple[float, float], ...]

_LIMIT = 400_000_000  # bytes, packed and unpacked: the data set of all levels is some 100 MB
_BLOCK = 1 << 20
_SECONDS = 60
_DIGITS = 2  # decimals of a degree: 1.1 km north-south, 0.7 km east-west
_LEVEL = ("adm1", "admin1", "adm_1")


@dataclass(frozen=True, slots=True)
class FetchedBoundaries:
    """Boundaries, and what of the file was left out: a name and the number of features for each reason."""

    boundaries: Boundaries
    left_out: Mapping[str, int]


def fetch_boundaries(where: str, credit: str | None = None) -> FetchedBoundaries:
    """Return the boundaries of the regions in the file at an address or path.

    Args:
        where: an http or https address, or a path.
        credit: whom the pictures shall name; the default data set's own where None.

    Raises:
        BoundariesError: nothing can be read there, or it holds no region of Ukraine.
    """
    scheme = urlsplit(where).scheme
    if scheme in {"http", "https"}:
        with TemporaryFile() as file:
            _download(where, file)
            collection = _collection(file, where)
    else:
        try:
            with Path(where).open("rb") as file:
                collection = _collection(file, where)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise BoundariesError(f"{where}: {reason}; give an http address or a path.") from error
    shapes, left_out = _shapes(collection, where)
    default = boundary_table()["default"]
    named = credit if credit is not None else default["credit"] if where == default["address"] else where
    return FetchedBoundaries(Boundaries(shapes, named, where), left_out)


def _download(address: str, file: IO[bytes]) -> None:
    try:
        with urlopen(Request(address, headers={"User-Agent": "vidbiy"}), timeout=_SECONDS) as answer:
            size = 0
            while block := answer.read(_BLOCK):
                size += len(block)
                if size > _LIMIT:
                    raise BoundariesError(f"{address} is larger than {_LIMIT:,} bytes; give the file of one level.")
                file.write(block)
    except HTTPError as error:
        error.close()
        raise BoundariesError(
            f"{address} answers {error.code} {error.reason}; download it and give the path."
        ) from error
    except (URLError, TimeoutError, ConnectionError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise BoundariesError(f"{address} cannot be fetched: {reason}; download it and give the path.") from error
    file.seek(0)


def _collection(file: IO[bytes], where: str) -> Mapping[str, Any]:
    raw = _unpacked(file, where) if zipfile.is_zipfile(file) else _whole(file, where)
    try:
        collection = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BoundariesError(
            f"{where} is no GeoJSON: {error}; give a GeoJSON file or a zip that holds one."
        ) from error
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise BoundariesError(f"{where} is no GeoJSON of features; give a FeatureCollection.")
    return collection


def _whole(file: IO[bytes], where: str) -> bytes:
    file.seek(0)
    raw = file.read(_LIMIT + 1)
    if len(raw) > _LIMIT:
        raise BoundariesError(f"{where} is larger than {_LIMIT:,} bytes; give the file of one level.")
    return raw


def _unpacked(file: IO[bytes], where: str) -> bytes:
    """Return the GeoJSON of the regions' level in a zip, or its only one."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith((".geojson", ".json"))]
            level = [name for name in names if any(mark in name.lower() for mark in _LEVEL)] or names
            if len(level) != 1:
                found = ", ".join(sorted(level)) or "no GeoJSON"
                raise BoundariesError(f"{where} holds {found}; give a zip with one GeoJSON of the first level.")
            with archive.open(level[0]) as member:
                raw = member.read(_LIMIT + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise BoundariesError(f"{where} is a zip that cannot be unpacked: {error}.") from error
    if len(raw) > _LIMIT:
        raise BoundariesError(f"{where} unpacks to more than {_LIMIT:,} bytes; give the file of one level.")
    return raw


def _shapes(collection: Mapping[str, Any], where: str) -> tuple[tuple[RegionShape, ...], Counter[str]]:
    rings: dict[str, list[Ring]] = {}
    left_out: Counter[str] = Counter()
    for feature in collection["features"]:
        place = region_of(_object(feature, "properties"))
        found = list(_rings(_object(feature, "geometry")))
        if place is None:
            left_out["names no region of Ukraine by its code"] += 1
        elif not found:
            left_out["has no area"] += 1
        elif not all(_in_extent(ring) for ring in found):
            left_out["lies outside Ukraine, or is not in longitude and latitude"] += 1
        else:
            rings.setdefault(place, []).extend(found)
    if not rings:
        reasons = "; ".join(f"{count} {reason}" for reason, count in left_out.items()) or "it has no features"
        raise BoundariesError(f"{where} holds no region that can be drawn: {reasons}.")
    return tuple(RegionShape(place, _thin(found)) for place, found in sorted(rings.items())), left_out


def _object(feature: Any, key: str) -> Mapping[str, Any]:
    value = feature.get(key) if isinstance(feature, dict) else None
    return value if isinstance(value, dict) else {}


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    """Yield the outer rings. A hole is another region, which is drawn over it."""
    coordinates = geometry.get("coordinates")
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(str(geometry.get("type")), [])
    for polygon in polygons if isinstance(polygons, list) else []:
        try:
            ring = tuple((float(point[0]), float(point[1])) for point in polygon[0])
        except (TypeError, ValueError, IndexError, KeyError):
            continue
        if len(ring) >= 4:  # GeoJSON, RFC 7946, 3.1.6: a closed ring has four positions or more
            yield ring


def _in_extent(ring: Ring) -> bool:
    extent = boundary_table()["extent"]
    west, east, south, north = (extent[side] for side in ("west", "east", "south", "north"))
    return all(west <= x <= east and south <= y <= north for x, y in ring)


def _thin(rings: Sequence[Ring]) -> tuple[Ring, ...]:
    """Return the rings on the grid; those that vanish there go, but for the largest."""
    thinned = [_snapped(ring) for ring in rings]
    kept = tuple(ring for ring in thinned if len(ring) >= 4)
    return kept or (max(rings, key=len),)


def _snapped(ring: Ring) -> Ring:
    points: list[tuple[float, float]] = []
    for x, y in ring:
        point = (round(x, _DIGITS), round(y, _DIGITS))
        if not points or point != points[-1]:
            points.append(point)
    return tuple(points)
