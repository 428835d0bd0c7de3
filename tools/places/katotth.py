"""The official codifier of Ukraine's administrative units (KATOTTH) as rows."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from tools.places.rows import clean

__all__ = ["Unit", "read_katotth"]


@dataclass(frozen=True)
class Unit:
    """A row of KATOTTH."""

    code: str
    parent: str
    category: str
    name: str


def read_katotth(path: Path) -> list[Unit]:
    """The codifier as rows."""
    with path.open(encoding="utf-8") as file:
        return [
            Unit(row["code"], row["parent"], row["category"], clean(row["name_uk"])) for row in csv.DictReader(file)
        ]
