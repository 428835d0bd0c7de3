"""Stretches of time that siren logs are asked about: a night, the hours of an attack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from vidbiy.lexicon.countries import KYIV
from vidbiy.model import Attack

__all__ = ["Span", "hours_of", "night_of"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of time from `start` up to, not including, `end`; both aware."""

    start: datetime
    end: datetime

    @property
    def seconds(self) -> int:
        """How long it lasts, whatever the clocks on the wall do meanwhile."""
        return int(self.end.timestamp() - self.start.timestamp())

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {"start": self.start.isoformat(), "end": self.end.isoformat()}


def night_of(morning: date) -> Span:
    """Return the operational night that ends on the morning of that date: 18:00 to 09:00 in Kyiv.

    It has 15 hours, 14 where the clocks go forward in it, 16 where they go back.
    """
    evening = datetime.combine(morning - timedelta(days=1), time(18), KYIV)
    return Span(evening, datetime.combine(morning, time(9), KYIV))


def hours_of(attack: Attack, until: datetime | None = None) -> Span:
    """Return the hours of an attack, up to a moment: sirens were heard as they sounded. At least a minute of them."""
    if until is None:
        return Span(attack.start, attack.end)
    return Span(attack.start, max(min(attack.end, until), attack.start + timedelta(minutes=1)))
