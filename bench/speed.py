"""How fast texts are read, beside how fast spaCy's blank pipeline only cuts the same texts into words."""

from __future__ import annotations

from bench.contest import Race, race
from bench.shared import SharedMissingError
from bench.tables import print_table

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
    head = ("texts", "number", "ms a text", "a second", "spaCy ms", "spaCy/s", "times as fast", "again", "goal")
    print_table("Reading, against spaCy cutting into words (processor time, first pass, medians)", head, rows)


def _row(title: str, found: Race, goal: float) -> tuple[object, ...]:
    ours, theirs = found.seconds(found.ours), found.seconds(found.theirs)
    return (
        title,
        found.documents,
        f"{ours * 1000:.3f}",
        f"{1 / ours:,.0f}",
        f"{theirs * 1000:.3f}",
        f"{1 / theirs:,.0f}",
        f"{found.ratio():.2f}",
        f"{found.ratio(again=1):.2f}",
        f">= {goal:g}",
    )
