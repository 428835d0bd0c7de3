"""Small files of data sets. Every figure in them is made up."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

MISSILES = (
    "time_start", "time_end", "model", "launch_place", "target", "target_main", "launched", "destroyed",
    "not_reach_goal", "still_attacking", "border_crossing", "is_shahed", "num_hit_location",
    "num_fall_fragment_location", "affected region", "destroyed_details", "launched_details", "source",
)  # fmt: skip
VIINA_REPORTS = (
    "viina_version", "event_id", "event_id_1pd", "date", "time", "geonameid", "feature_code", "asciiname", "ADM1_NAME",
    "ADM1_CODE", "longitude", "latitude", "report_id", "source", "url", "text", "lang",
)  # fmt: skip
VIINA_EVENTS = (
    "viina_version", "event_id_1pd", "date", "n_reports", "event_ids", "sources", "geonameid", "asciiname", "ADM1_NAME",
    "longitude", "latitude", "t_mil_b", "t_uav_b", "t_airstrike_b", "t_property_b", "t_civcas_b",
)  # fmt: skip
ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "event_type", "sub_event_type", "actor1", "country", "admin1",
    "admin2", "location", "latitude", "longitude", "geo_precision", "source", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip


def missile_row(**cells: str) -> dict[str, str]:
    """Return a row of a national report of the night to 4 May 2025."""
    plain = {
        "time_start": "2025-05-03 20:00", "time_end": "2025-05-04 08:00", "model": "Shahed-136/131", "target": "Ukraine",
        "launched": "90.0", "destroyed": "50.0", "not_reach_goal": "30.0", "border_crossing": "{}",
        "source": "kpszsu/posts/made-up-1",
    }  # fmt: skip
    return {**plain, **cells}


def acled_row(**cells: str) -> dict[str, str]:
    """Return a strike on a town."""
    plain = {
        "event_id_cnty": "UKR900001", "event_date": "2025-05-04", "time_precision": "1",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike", "country": "Ukraine", "admin1": "Kharkiv", "location": "Izium",
        "latitude": "49.2", "longitude": "37.2", "source": "Made-up Gazette", "notes": "Made up.", "fatalities": "3",
    }  # fmt: skip
    return {**plain, **cells}


def table(path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> Path:
    """Write a table with those columns; cells that a row does not give are empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns))
        writer.writeheader()
        writer.writerows(rows)
    return path
