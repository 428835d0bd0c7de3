"""What a picture costs: the first in a process, one of other data, and one that was drawn before, in milliseconds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

from tests.publish.charts import making

from bench.tables import print_table
from vidbiy.publish.charts import ChartData, Look
from vidbiy.publish.charts.draw import draw, forget

__all__ = ["run"]

_ROUNDS = 9
_PICTURES = (
    "calm_timeline", "worst_timeline", "calm_calendar", "worst_calendar", "calm_bars", "worst_bars", "calm_balance",
    "worst_balance", "calm_tiles", "worst_tiles", "calm_kyiv", "calm_map",
)  # fmt: skip
_FIRST = (
    "from time import perf_counter; start = perf_counter()\n"
    "from tests.publish.charts.making import calm_timeline; from vidbiy.publish.charts.draw import draw\n"
    "draw(calm_timeline()); print(perf_counter() - start)"
)


def run() -> None:
    """Print the median milliseconds of each picture, 1,200 pixels wide."""
    first = subprocess.run([sys.executable, "-c", _FIRST], capture_output=True, encoding="utf-8", check=True)
    print(f"\nThe first picture of a process, imports included: {float(first.stdout) * 1000:.0f} ms")
    rows = [_row(name, getattr(making, name)()) for name in _PICTURES]
    print_table("Pictures", ("picture", "anew, ms", "kept, ms", "SVG, KB", "PNG, ms"), rows)


def _row(name: str, data: ChartData) -> tuple[object, ...]:
    look = Look()
    draw(data, look)
    anew, kept, png = [], [], []
    for _ in range(_ROUNDS):
        forget()
        anew.append(_milliseconds(lambda: draw(data, look)))
        kept.append(_milliseconds(lambda: draw(data, look)))
        png.append(_milliseconds(lambda: draw(data, look).png()))
    size = len(draw(data, look).svg) / 1000
    return name, f"{median(anew):.0f}", f"{median(kept):.2f}", f"{size:.0f}", f"{median(png):.0f}"


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
