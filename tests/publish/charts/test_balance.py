"""How a night adds up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.charts.making import CAPTION, NIGHT, calm_balance
from tests.publish.charts.reading_svg import faults, hatched, texts

from vidbiy.publish.charts import Amount, Balance, BalancePart, BalanceRow, ChartError, Look
from vidbiy.publish.charts.balance import Account
from vidbiy.publish.charts.draw import draw

exactly = Amount.exactly


def row(launched: Amount | None, **parts: Amount | None) -> BalanceRow:
    return BalanceRow("weapon", launched, tuple(BalancePart(name, amount) for name, amount in parts.items()))


def verdict(given: BalanceRow) -> str:
    return draw(Balance(NIGHT, (given,), CAPTION)).summary


def test_a_night_that_adds_up_says_the_sum() -> None:
    """The parts, their sum, and that it is the number launched; no hatch."""
    picture = draw(Balance(NIGHT, calm_balance().rows[:1], CAPTION))
    assert "268 + 208 + 63 = 539: adds up" in [box.text for box in texts(picture)]
    assert hatched(picture, "missing") == hatched(picture, "unknown") == 0


def test_what_is_left_over_is_hatched_and_counted() -> None:
    """One missile of eleven that nobody speaks of."""
    picture = draw(Balance(NIGHT, calm_balance().rows[1:], CAPTION))
    assert hatched(picture, "missing") == 2  # the bar, and the legend
    assert "2 + 8 = 10: not accounted for: 1" in picture.summary


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (row(exactly(10), hit=exactly(12)), "more than launched: 2"),
        (row(exactly(10), hit=exactly(0), shot_down=exactly(10)), "0 + 10 = 10: adds up"),
        (row(exactly(0), hit=exactly(0)), "adds up"),
        (row(exactly(10), hit=None, shot_down=exactly(10)), "cannot be added up"),
        (row(None, hit=exactly(3)), "cannot be added up"),
        (row(exactly(10)), "cannot be added up"),
        (row(exactly(10), hit=Amount(3, None)), "may add up"),
        (row(exactly(10), hit=Amount(3, 5)), "not accounted for: 5–7"),
        (row(Amount(10, None), hit=exactly(3)), "not accounted for: ≥7"),
        (row(exactly(10), hit=Amount(12, None)), "more than launched: ≥2"),
        (row(Amount(8, 10), hit=Amount(12, 13)), "more than launched: 2–5"),
    ],
)
def test_the_verdict_goes_by_the_bounds(given: BalanceRow, said: str) -> None:
    """A figure that is not known, or only bounded, is never added as if it were a number."""
    assert said in verdict(given)


def test_an_unknown_part_is_no_part_of_zero() -> None:
    """It is hatched and says "no data"."""
    picture = draw(Balance(NIGHT, (row(exactly(10), hit=None, shot_down=exactly(4)),), CAPTION))
    assert hatched(picture) == 2
    assert "Hit: no data" in [box.text for box in texts(picture)]
    zero = draw(Balance(NIGHT, (row(exactly(4), hit=exactly(0), shot_down=exactly(4)),), CAPTION))
    assert hatched(zero) == 0
    assert "Hit: 0" in [box.text for box in texts(zero)]


def test_a_part_that_there_is_no_such_of_is_refused() -> None:
    """The message lists those that there are."""
    with pytest.raises(ChartError, match="shot_down"):
        BalancePart("lost", exactly(1))
    with pytest.raises(ChartError, match="must be 0 or more"):
        Amount(5, 3)


amounts = st.none() | st.builds(
    lambda low, more, approx: Amount(low, None if more is None else low + more, approx),
    st.integers(0, 10**9),
    st.none() | st.integers(0, 50),
    st.booleans(),
)
rows = st.builds(
    lambda subject, launched, parts: BalanceRow(subject, launched, tuple(BalancePart(*part) for part in parts.items())),
    st.sampled_from(["weapon", "weapon.drone", "x" * 90, "<b>"]),
    amounts,
    st.dictionaries(
        st.sampled_from(["shot_down", "suppressed", "intercepted", "hit", "in_air", "left_airspace"]), amounts
    ),
)


@settings(max_examples=30)
@given(
    rows=st.lists(rows, max_size=4).map(tuple),
    look=st.builds(Look, st.sampled_from([320, 1200]), st.just("dark"), st.sampled_from(["en", "uk"])),
)
def test_odd_accounts_are_drawn_whole(rows: tuple[BalanceRow, ...], look: Look) -> None:
    """No label is cut off or over another, and it never says "adds up" where something is not known."""
    picture = draw(Balance(NIGHT, rows, CAPTION), look)
    assert faults(picture) == []
    for each in rows:
        if each.launched is None or any(part.amount is None for part in each.parts):
            assert not Account.of(each).balances
