"""The steps of a scale: also of values that no scale was made for."""

from __future__ import annotations

import pytest

from vidbiy.publish.charts.steps import Steps


@pytest.mark.parametrize("value", [5e-324, 1e-9, 0.25, 8.2, 1_200.0, 1e12])
def test_every_value_has_a_step_and_only_zero_has_none(value: float) -> None:
    steps = Steps.of([0.0, value])
    assert steps.number(0.0) == 0
    assert 1 <= steps.number(value) <= 5
