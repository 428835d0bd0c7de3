"""Which state of the ledger a night stands at: so that news of one night leaves what is kept of all others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from vidbiy.ledger import Changes

__all__ = ["Freshness"]

# A claim that is no background is about three days at most (`ledger.prepare`), and a report of a night may come with the
# hours of a day on either side.
_AROUND = timedelta(days=3)
_MOST = 5000


class Freshness:
    """For each night, the entry that last touched it; for those that nothing touched since, where the count began."""

    def __init__(self, seq: int) -> None:
        self._base = seq
        self._nights: dict[date, int] = {}
        self.head = seq
        """The last entry there is: what speaks of all nights stands at this."""
        self.alerts = seq
        """The last entry that changed an alert."""

    def night(self, night: date) -> int:
        """Return the entry that last touched what is known of a night."""
        return self._nights.get(night, self._base)

    def until(self, night: date) -> int:
        """Return the entry that last touched that night or any before it."""
        return max((seq for day, seq in self._nights.items() if day <= night), default=self._base)

    def apply(self, changes: Changes) -> None:
        """Take note of what came."""
        self.head = changes.head.seq
        if changes.alerts or changes.everything:
            self.alerts = self.head
        if changes.everything:
            self._start_anew()
            return
        spans = [*changes.spans, *([changes.alert_span] if changes.alert_span is not None else [])]
        for night in nights_in(spans):
            self._nights[night] = self.head
        if len(self._nights) > _MOST:
            self._start_anew()

    def _start_anew(self) -> None:
        self._base = self.head
        self._nights.clear()


def nights_in(spans: Iterable[tuple[datetime, datetime]]) -> set[date]:
    """Return the nights that some periods may matter to."""
    found = set()
    for start, end in spans:
        day, last = (start - _AROUND).date(), (end + _AROUND).date()
        while day <= last:
            found.add(day)
            day += timedelta(days=1)
    return found
