"""Boundaries of regions that the user has fetched: the file they are kept in, and which region a foreign code means."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vidbiy.lexicon.errors import LexiconError
from vidbiy.lexicon.pack_files import load_table
from vidbiy.lexicon.places import Gazetteer

__all__ = ["Boundaries", "BoundariesError", "RegionShape", "boundary_table", "region_of"]


class BoundariesError(LexiconError):
    """A file of boundaries that cannot be used; the message says what it lacks."""


@dataclass(frozen=True, slots=True)
class RegionShape:
    """The outline of a region: closed rings of (longitude, latitude) in degrees of WGS 84."""

    place: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The shapes of regions, and whom to thank for them."""

    shapes: tuple[RegionShape, ...]
    credit: str
    address: str

    def to_json(self) -> str:
        """Return them as GeoJSON, the place as the id of each feature."""
        features = [
            {
                "type": "Feature",
                "id": shape.place,
                "properties": {},
                "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in shape.rings]},
            }
            for shape in self.shapes
        ]
        whole = {"type": "FeatureCollection", "credit": self.credit, "address": self.address, "features": features}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, path: Path) -> Boundaries:
        """Return the boundaries of a file that `vidbiy fetch-boundaries` wrote.

        Raises:
            BoundariesError: there is no such file, or it is another.
        """
        try:
            whole = json.loads(path.read_text(encoding="utf-8"))
            shapes = tuple(RegionShape(item["id"], _rings(item["geometry"])) for item in whole["features"])
            return cls(shapes, str(whole["credit"]), str(whole["address"]))
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise BoundariesError(f"{path}: {reason}; fetch boundaries first: vidbiy fetch-boundaries.") from error
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise BoundariesError(f"{path} was not written by vidbiy fetch-boundaries; fetch it again.") from error


def _rings(geometry: Mapping[str, Any]) -> tuple[tuple[tuple[float, float], ...], ...]:
    rings = tuple(tuple((float(x), float(y)) for x, y in polygon[0]) for polygon in geometry["coordinates"])
    if not rings or min(len(ring) for ring in rings) < 4:
        raise ValueError("an outline without area")
    return rings


@cache
def boundary_table() -> Mapping[str, Any]:
    """Return `boundaries.toml`: the default address with its licence, the properties that hold codes, the extent."""
    return load_table("boundaries.toml")


def region_of(properties: Mapping[str, Any]) -> str | None:
    """Return the region that a feature's properties name by its code; None where they name none."""
    known = {key.lower(): value for key, value in properties.items() if isinstance(value, str)}
    keys = boundary_table()["keys"]
    by_katotth, regions = _codes()
    for key in keys["katotth"]:
        region = by_katotth.get(known.get(key, "")[:4].upper())
        if region is not None:
            return region
    return next((known[key] for key in keys["iso"] if known.get(key) in regions), None)


@cache
def _codes() -> tuple[dict[str, str], frozenset[str]]:
    """Return the regions by the first four characters of their code, and their ids."""
    regions = [place for place in Gazetteer.load(("en",)) if place.kind == "region" and place.parent == "UA"]
    return {place.katotth[:4]: place.id for place in regions if place.katotth}, frozenset(place.id for place in regions)
