"""Colour steps: which values share a colour, and how the legend says so. Zero has a step of its own, and so has no data."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from vidbiy.publish.charts.frame import Key
from vidbiy.publish.charts.writing import Writing

__all__ = ["Steps", "ceiling"]

_COUNT = 5
_LEAST = 1e-6  # of an hour, far below a second: what is smaller cannot be told apart, and has no logarithm
_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
_SERIES = (1.0, 2.0, 5.0)
# From here on even steps would leave most values in the first one.
_SKEWED = 6.0


@dataclass(frozen=True, slots=True)
class Steps:
    """The upper limits of the steps, inclusive and rising; all above the last is in the last step."""

    limits: tuple[float, ...]
    whole: bool
    """The values are counts, so that a step begins one above the limit of the one before."""

    @classmethod
    def of(cls, values: Sequence[float], given: tuple[float, ...] | None = None) -> Steps:
        """Choose steps for the values: even ones, or 1-2-5 where a few values are far above the others."""
        positive = [value for value in values if value > 0]
        whole = all(float(value).is_integer() for value in [*values, *(given or ())])
        if given is not None:
            return cls(given[:_COUNT], whole)
        if not positive:
            return cls((), whole)
        high = max(*positive, _LEAST)
        limits = _series(high) if high > _SKEWED * median(positive) else _even(high, whole)
        return cls(tuple(limit for limit in limits if not whole or limit >= 1), whole)

    def role(self, value: float) -> str:
        """Return the role of the colour for a value: `step-0` for zero, up to `step-5`."""
        return f"step-{self.number(value)}"

    def number(self, value: float) -> int:
        """Return the step that a value is in; 0 only for zero."""
        if value <= 0:
            return 0
        shift = _COUNT - len(self.limits)  # few steps take the stronger colours
        place = next((n for n, limit in enumerate(self.limits) if value <= limit), len(self.limits) - 1)
        return min(_COUNT, max(1, place + 1 + shift))

    def keys(self, writing: Writing, above: bool) -> Iterator[Key]:
        """Yield the entries of the legend; `above` tells that some value lies above the last limit."""
        yield Key(writing.say("zero"), "step-0", edge="line")
        before = 0.0
        for place, limit in enumerate(self.limits):
            low = before + 1 if self.whole else before
            last = place == len(self.limits) - 1
            if last and above:
                label = writing.say("step_above", low=writing.number(before))
            elif low == limit:
                label = writing.number(limit)
            else:
                label = writing.say("range", low=writing.number(low), high=writing.number(limit))
            yield Key(label, self.role(limit), edge="line")
            before = limit
        yield Key(writing.say("no_data"), "unknown", edge="unknown-line")


def ceiling(value: float, steps: int) -> float:
    """Return the least round step with which so many of them reach `value`."""
    rough = value / steps
    scale = 10.0 ** math.floor(math.log10(rough))
    return next(nice * scale for nice in _NICE if nice * scale >= rough * (1 - 1e-9))


def _even(high: float, whole: bool) -> list[float]:
    step = ceiling(high, _COUNT)
    if whole:
        step = max(1.0, float(math.ceil(step)))
    count = min(_COUNT, math.ceil(high / step * (1 - 1e-9)))
    return [_round(step * n) for n in range(1, count + 1)]


def _series(high: float) -> list[float]:
    scale = 10.0 ** math.floor(math.log10(high))
    numbers = [_round(nice * scale * 10.0**power) for power in (-2, -1, 0, 1) for nice in _SERIES]
    top = next(place for place, number in enumerate(numbers) if number >= high)
    return numbers[top - _COUNT + 1 : top + 1]


def _round(value: float) -> float:
    return float(f"{value:.6g}")
