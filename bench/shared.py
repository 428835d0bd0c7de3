"""The data that benchmarks read: it lies beside the checkout and is no part of the project."""

from __future__ import annotations

import csv
import gzip
import json
import os
from pathlib import Path
from typing import Any

__all__ = ["SharedMissingError", "airforce_cards", "airforce_labels", "mod_russia_posts", "shared"]

_PROJECT = Path(__file__).resolve().parents[1]


class SharedMissingError(Exception):
    """The shared data are not there: the benchmark that needs them is left out."""


def shared() -> Path:
    """Return the folder of shared data, beside the checkout or where VIDBIY_SHARED says."""
    folder = Path(os.environ.get("VIDBIY_SHARED") or _PROJECT.parent / "shared")
    if not (folder / "data").is_dir():
        raise SharedMissingError(f"no data at {folder}; set VIDBIY_SHARED to the folder that holds data/")
    return folder


def mod_russia_posts() -> list[dict[str, Any]]:
    """Return the posts of the Russian defence ministry, each with `published` and `text`."""
    with gzip.open(shared() / "data" / "mod_russia_2023-01_2026-04.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def airforce_cards() -> list[dict[str, str]]:
    """Return the Air Force's result cards, each with `id`, `published` and `text`."""
    with (shared() / "data" / "airforce_cards_2023-01_2024-03.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def airforce_labels() -> list[dict[str, str]]:
    """Return the labelled rows, one a checkpoint."""
    with (shared() / "data" / "airforce_cards_labels.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
