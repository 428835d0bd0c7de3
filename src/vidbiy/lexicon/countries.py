"""Countries: the clock that a country's nights are counted by."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo

from vidbiy.lexicon.pack_files import load_table

__all__ = ["KYIV", "country_of", "zone"]

_UTC = ZoneInfo("UTC")


def country_of(place: str | None) -> str | None:
    """Return the ISO 3166 code of the country that a place id is in; None for a place that is in no single one."""
    return place[:2] if place and place[:2].isupper() else None


@cache
def zone(country: str) -> ZoneInfo:
    """Return the time zone of a country's capital; UTC for one that the table does not have."""
    name = load_table("countries.toml")["zone"].get(country)
    return _UTC if name is None else ZoneInfo(name)


KYIV = zone("UA")
"""Ukraine's clock: that of its official reports, its siren logs and its nights."""
