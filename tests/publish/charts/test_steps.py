"""Colour steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidbiy.publish.charts.steps import Steps, ceiling
from vidbiy.publish.charts.writing import Writing


def legend(values: list[float], given: tuple[float, ...] | None = None) -> list[str]:
    steps = Steps.of(values, given)
    above = bool(steps.limits) and max(values) > steps.limits[-1]
    return [key.label for key in steps.keys(Writing("en"), above)]


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([], ["0", "no data"]),
        ([0, 0], ["0", "no data"]),
        ([1], ["0", "1", "no data"]),
        ([3, 2, 1], ["0", "1", "2", "3", "no data"]),
        ([0.5, 8.9], ["0", "0–2", "2–4", "4–6", "6–8", "8–10", "no data"]),
        ([539, 400, 300], ["0", "1–200", "201–400", "401–600", "no data"]),
        ([810, 9, 8, 7, 6], ["0", "1–50", "51–100", "101–200", "201–500", "501–1,000", "no data"]),
    ],
)
def test_steps_are_round_numbers(values: list[float], labels: list[str]) -> None:
    """Even ones, or 1-2-5 where a few nights are far above the others; zero is apart."""
    assert legend(values) == labels


def test_given_steps_are_kept_and_what_lies_above_is_said() -> None:
    """So that two pictures can share a scale."""
    assert legend([50, 2000], (100, 500)) == ["0", "1–100", "more than 100", "no data"]


@given(st.lists(st.floats(0, 1e11) | st.integers(0, 10**9).map(float), max_size=40))
def test_only_zero_takes_the_step_of_zero_and_larger_values_take_no_lighter_step(values: list[float]) -> None:
    """And no value is without a step."""
    steps = Steps.of(values)
    numbers = [steps.number(value) for value in sorted(values)]
    assert numbers == sorted(numbers)
    assert all((number == 0) == (value <= 0) for number, value in zip(numbers, sorted(values), strict=True))
    assert all(value <= steps.limits[-1] for value in values if steps.limits)


@given(st.floats(1e-6, 1e12), st.integers(1, 9))
def test_a_round_step_reaches_the_value_and_not_far_beyond(value: float, count: int) -> None:
    """At most two and a half times as far."""
    assert value * (1 - 1e-6) <= ceiling(value, count) * count <= value * 2.5


@pytest.mark.parametrize("value", [5e-324, 1e-9, 0.25, 8.2, 1_200.0, 1e12])
def test_every_value_has_a_step_and_only_zero_has_none(value: float) -> None:
    """Also one that is hardly any, and has no logarithm that a scale could go by."""
    steps = Steps.of([0.0, value])
    assert steps.number(0.0) == 0
    assert 1 <= steps.number(value) <= 5
