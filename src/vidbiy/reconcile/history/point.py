"""One night of a series."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from vidbiy.model import Status
from vidbiy.reconcile.testimony import APPROXIMATE

__all__ = ["NightPoint"]


class NightPoint(NamedTuple):
    """One night of a series. `low` None: nothing is known of it. A night is dated by its morning.

    A tuple, for a series has thousands of them and is made anew for each question.
    """

    date: date
    low: int | None = None
    high: int | None = None
    approx: bool = False
    status: Status | None = None
    claims: str = ""
    """The numbers of the claims that it rests on, with blanks between them."""

    @property
    def refs(self) -> tuple[str, ...]:
        """The numbers of the claims that it rests on."""
        return tuple(self.claims.split())

    @property
    def known(self) -> bool:
        """Tell whether the night has a value."""
        return self.low is not None

    def bounds(self) -> tuple[float, float]:
        """Return the least and the most that it can be; what is told with "about" can be a tenth less or more."""
        low = 0.0 if self.low is None else float(self.low)
        high = float("inf") if self.high is None else float(self.high)
        return (low * (1 - APPROXIMATE), high * (1 + APPROXIMATE)) if self.approx else (low, high)

    def to_dict(self) -> dict[str, Any]:
        """Return the night as a JSON object."""
        return {
            "date": self.date.isoformat(),
            "low": self.low,
            "high": self.high,
            "approx": self.approx,
            "status": None if self.status is None else self.status.value,
            "claims": list(self.refs),
        }
