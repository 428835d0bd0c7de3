"""How fast texts are read, beside how fast spaCy's blank pipeline only cuts the same texts into words."""

from __future__ import annotations

from bench.contest import Pace, Race, race
from bench.shared import SharedMissingError
from bench.tables import print_table
from vidbiy.reading import reader

__all__ = ["run"]

_SETS = (
    ("posts", "posts of the Russian defence ministry", 1.0),
    ("reports", "reports of 1,200 characters", 1.0),
    ("irrelevant", "texts that are turned away", 50.0),
)


def run() -> None:
    """Print one row for each set of texts."""
    rows = []
    for name, title, goal in _SETS:
        try:
            rows.append(_row(title, race(name), goal))
        except SharedMissingError as error:
            print(f"\n{title}: left out, {error}")
    head = ("texts", "number", "ms a text", "spaCy", "times as fast", "at first", "spaCy", "times as fast", "goal", "")
    kind = "plain Python" if reader.__file__.endswith(".py") else "compiled"
    title = f"Reading ({kind}), against spaCy cutting into words (processor time; median pass, then the first)"
    print_table(title, head, rows)


def _row(title: str, found: Race, goal: float) -> tuple[object, ...]:
    return (title, found.documents, *_cells(found.typical), *_cells(found.first), f">= {goal:g}", _verdict(found, goal))


def _cells(pace: Pace) -> tuple[str, str, str]:
    return f"{pace.ours * 1000:.3f}", f"{pace.theirs * 1000:.3f}", f"{pace.ratio:.2f}"


def _verdict(found: Race, goal: float) -> str:
    """Say whether the goal is reached; the first pass is the one that a user waits for."""
    if found.first.ratio >= goal:
        return "reached" if found.typical.ratio >= goal else "reached at first"
    return "missed"
