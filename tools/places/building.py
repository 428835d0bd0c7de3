"""The whole table, step by step."""

from __future__ import annotations

from typing import Any

from tools.places.abroad import countries, neighbours, poland, russia
from tools.places.adjectives import Seats
from tools.places.katotth import Unit
from tools.places.overlay import landmarks, quarters, sizes, spoken_districts, towns
from tools.places.rows import Table
from tools.places.ukraine import Ukraine

__all__ = ["built"]


def built(units: list[Unit], cities: list[dict[str, Any]]) -> tuple[Table, Seats]:
    """Everything, in an order in which parents come first; and the seats, with those that were guessed."""
    table = Table()
    ukraine = Ukraine(units, cities, table)
    countries(table)
    ukraine.ukrainian_regions()
    ukraine.ukrainian_settlements()
    ukraine.divisions()
    ukraine.districts()
    ukraine.ukrainian_extras()
    russia(table, cities)
    poland(table, cities)
    neighbours(table)
    towns(table)
    spoken_districts(table)
    landmarks(table)
    quarters(table)
    sizes(table)
    _without_lands(table)
    return table, ukraine.seats


def _without_lands(table: Table) -> None:
    """Take from raions the names that are a region's."""
    lands = {name for row in table.rows.values() if row.kind == "region" for name in row.names["uk"] + row.names["ru"]}
    for row in table.rows.values():
        if row.kind == "raion":
            for names in row.names.values():
                names[:] = [name for name in names if name not in lands]
