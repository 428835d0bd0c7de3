"""How long a user waits: `vidbiy --help`, and the first document read in a new process, on the wall clock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.tables import print_table

__all__ = ["run"]

_PROJECT = Path(__file__).resolve().parents[1]
_REPORT = _PROJECT / "examples" / "2025-07-04" / "04-air-force-morning.md"
_ROUNDS = 7
_COMMANDS = (
    ("vidbiy --help", ["--help"], 0.3),
    ("vidbiy read FILE, the first", ["read", str(_REPORT)], 1.0),
)


def run() -> None:
    """Print the median seconds of each command."""
    rows = [
        (title, f"{median(map(_seconds, [arguments] * _ROUNDS)):.3f}", goal) for title, arguments, goal in _COMMANDS
    ]
    print_table("From the command to its end", ("command", "seconds", "goal <="), rows)


def _seconds(arguments: list[str]) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-m", "vidbiy", *arguments], stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start
