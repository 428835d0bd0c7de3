"""The hand-kept tables: what no source knows."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

__all__ = ["CURATED", "commas", "curated", "words"]

CURATED = Path(__file__).resolve().parents[1] / "places_curated.toml"


@cache
def curated() -> dict[str, list[list[str]]]:
    """The hand-kept tables: rows of fields."""
    with CURATED.open("rb") as file:
        raw = tomllib.load(file)
    return {
        key: [line.split("|") for line in text.strip().splitlines() if line and not line.startswith("#")]
        for key, text in raw.items()
    }


def commas(text: str) -> list[str]:
    """The spellings in a field."""
    return [part for part in text.split(",") if part]


def words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()
