"""The data of how the weapons add up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from vidbiy.publish.charts.data.common import Amount, Caption
from vidbiy.publish.charts.errors import ChartError

__all__ = ["PARTS", "Balance", "BalancePart", "BalanceRow"]

PARTS = frozenset({"shot_down", "suppressed", "intercepted", "hit", "in_air", "left_airspace"})


@dataclass(frozen=True, slots=True)
class BalancePart:
    """What became of some of the weapons: `shot_down`, `suppressed`, `intercepted`, `hit`, `in_air`, `left_airspace`."""

    measure: str
    amount: Amount | None
    href: str | None = None

    def __post_init__(self) -> None:
        if self.measure not in PARTS:
            raise ChartError(f"{self.measure!r} is no part of an account; there are {', '.join(sorted(PARTS))}.")


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """The account of one kind of weapon."""

    subject: str
    """A key of the word table's `subjects`; any other text is printed as it is."""
    launched: Amount | None
    parts: tuple[BalancePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """How the weapons of a night add up, or do not."""

    night: date
    rows: tuple[BalanceRow, ...] = ()
    caption: Caption = field(default_factory=Caption)
