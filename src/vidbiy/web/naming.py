"""What things are called on the pages: the names of what is published, and those that only pages have."""

from __future__ import annotations

from datetime import datetime

from vidbiy.lexicon.countries import KYIV
from vidbiy.lexicon.names import gazetteer
from vidbiy.publish.naming import Naming
from vidbiy.publish.standing import say_reason, say_standing
from vidbiy.reconcile.history import SeriesKey, Standing, SuperlativeCheck

__all__ = ["PageNaming", "gazetteer"]


class PageNaming(Naming):
    """The names of things in one language, on pages."""

    def standing(self, found: Standing) -> str | None:
        """Return what is unusual about a night in one series; None where nothing is."""
        return say_standing(found, self._words.language)

    def superlative(self, check: SuperlativeCheck) -> str:
        """Return whether a superlative holds, and why."""
        return say_reason(check, self._words.language)

    def series(self, key: SeriesKey) -> str:
        """Return what a series is of."""
        return self._words("what", measure=self.measure(key.measure), subject=self.subject(key.subject))

    def duration(self, seconds: int) -> str:
        """Return a length of time in hours and minutes."""
        hours, minutes = divmod(round(seconds / 60), 60)
        return self._words("time.duration", hours=hours, minutes=f"{minutes:02}")

    def hours(self, start: datetime, end: datetime) -> str:
        """Return a period of a day or so: both ends with their dates, the zone once."""
        first, last = start.astimezone(KYIV), end.astimezone(KYIV)
        return self._words(
            "time.hours",
            first_day=self._words.day(first, "d MMMM"),
            first=self.time(first, dated=False),
            last_day=self._words.day(last, "d MMMM"),
            last=self.time(last, dated=False),
        )
