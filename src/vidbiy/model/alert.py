"""An alert interval: the time for which one source kept an alert up at one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vidbiy.model.errors import AlertError

__all__ = ["AlertInterval"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertInterval:
    """An alert as one source gives it. ``end`` is None while it lasts, or where the source never told its end."""

    place: str
    kind: str = "air"
    start: datetime
    end: datetime | None
    source: str

    def __post_init__(self) -> None:
        for field in ("place", "kind", "source"):
            if not getattr(self, field):
                raise AlertError(f"The alert's {field} is empty; an alert has a place, a kind and a source.")
        for time in (self.start, self.end):
            if time is not None and time.utcoffset() is None:
                raise AlertError(f"The time {time.isoformat()} of the alert at {self.place} has no offset; add one.")
        if self.end is not None and self.end < self.start:
            raise AlertError(f"The alert at {self.place} ends at {self.end.isoformat()}, before it starts; swap them.")

    def to_dict(self) -> dict[str, Any]:
        """Return the interval as a JSON object."""
        return {
            "place": self.place,
            "kind": self.kind,
            "start": self.start.isoformat(),
            "end": None if self.end is None else self.end.isoformat(),
            "source": self.source,
        }
