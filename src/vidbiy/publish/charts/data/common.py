"""What all pictures are drawn from: quantities, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vidbiy.publish.charts.errors import ChartError

__all__ = ["Amount", "Caption", "countable", "in_order"]


@dataclass(frozen=True, slots=True)
class Caption:
    """Where the data of a picture comes from, printed below it."""

    sources: tuple[str, ...] = ()
    as_of: datetime | None = None
    """The moment whose knowledge is shown."""
    note: str | None = None
    """A sentence more, such as that the data is made up."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as the record holds it: `high` None is "at least `low`"."""

    low: int
    high: int | None
    approx: bool = False

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ChartError(
                f"An amount from {self.low} to {self.high} cannot be drawn; it must be 0 or more, and rise."
            )

    @classmethod
    def exactly(cls, count: int) -> Amount:
        """Return the amount that is known to be `count`."""
        return cls(count, count)

    @property
    def exact(self) -> bool:
        """Tell whether it is one number."""
        return self.low == self.high and not self.approx


_HIGHEST = 1e12


def in_order(start: datetime, end: datetime | None) -> None:
    """Refuse a period that ends before it starts.

    Raises:
        ChartError: it does.
    """
    if end is not None and end < start:
        raise ChartError(f"A period from {start} to {end} ends before it starts; leave it out, or mend it.")


def countable(value: float | None) -> None:
    """Refuse a value that no scale has room for; None, not known, is fine.

    Raises:
        ChartError: it is below 0, without end, or no number.
    """
    if value is not None and not 0 <= value < _HIGHEST:
        raise ChartError(f"A value of {value} cannot be drawn; it must be 0 or more, and None where it is not known.")
