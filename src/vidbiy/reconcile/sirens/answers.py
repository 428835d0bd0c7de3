"""What siren logs answer: how long, where, when, and what nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from vidbiy.lexicon.countries import KYIV
from vidbiy.model import AlertLevel
from vidbiy.reconcile.sirens.spans import Span

__all__ = [
    "AlertCover",
    "AlertDuration",
    "AlertMeasure",
    "AlertSpan",
    "CountryShare",
    "NightAlerts",
    "PlaceAlerts",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCover:
    """For what of a period anything is known of a place. What is not is *unknown*, never "no alert"."""

    period: Span
    unknown: tuple[Span, ...]
    """The stretches of the period of which no feed speaks, or of which it says nothing that can be understood."""
    known_until: datetime | None
    """The last moment up to the period's end of which a feed speaks; None where none ever did."""

    @property
    def known(self) -> bool:
        """Tell whether all of the period is known."""
        return not self.unknown

    @property
    def unknown_seconds(self) -> int:
        """How much of the period is not known."""
        return sum(span.seconds for span in self.unknown)

    @property
    def nothing_known(self) -> bool:
        """Tell whether nothing of the period is known."""
        return self.unknown == (self.period,)

    def words(self, zone: ZoneInfo = KYIV) -> str:
        """Return what to say in place of "no alert": "no data since 03:12"; empty where all is known."""
        if self.known:
            return ""
        if self.known_until is None:
            return "no data"
        last = self.unknown[-1]
        if last.end < self.period.end:
            return ", ".join(f"no data {_clock(span.start, zone)} to {_clock(span.end, zone)}" for span in self.unknown)
        since = min(self.known_until, last.start)
        day = "" if since >= self.period.start else f"{since.astimezone(zone):%Y-%m-%d} "
        return f"no data since {day}{_clock(since, zone)}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            "known": self.known,
            "known_until": None if self.known_until is None else self.known_until.isoformat(),
            "unknown": [span.to_dict() for span in self.unknown],
            "unknown_seconds": self.unknown_seconds,
            "words": self.words(),
        }


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSpan:
    """Alerts that overlap or touch, as one stretch within the period."""

    start: datetime
    end: datetime
    guessed: bool
    """Its start or its end is a guess."""
    open: bool
    """It lasted when the feed was last heard: what comes after its end is unknown."""
    level: AlertLevel | None
    """The strongest level that a source gave; None where none gave any."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "guessed": self.guessed,
            "open": self.open,
            "level": None if self.level is None else self.level.value,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertMeasure:
    """How long alerts lasted in a period, overlaps counted once. Where the cover is not known, all of it is *at least*."""

    seconds: int
    number: int
    longest: int
    """Seconds of the longest stretch within the period."""
    guessed_seconds: int
    """How many of the seconds belong to alerts with a guessed start or end."""
    spans: tuple[AlertSpan, ...] = ()
    """The stretches, oldest first; left out where only sums were asked for."""

    @property
    def hours(self) -> float:
        """The seconds in hours."""
        return self.seconds / 3600

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            "seconds": self.seconds,
            "number": self.number,
            "longest_seconds": self.longest,
            "guessed_seconds": self.guessed_seconds,
            "spans": [span.to_dict() for span in self.spans],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAlerts:
    """The alerts at one place in a period."""

    place: str
    cover: AlertCover
    whole: AlertMeasure
    """Alerts for the place as a whole: its own, those of what it lies in, or of all its raions at once."""
    part: AlertMeasure
    """Alerts for any part of it, the whole included."""
    permanent: bool
    """Under an alert that has lasted for years, which says nothing of this night."""
    sources: tuple[str, ...]
    logs: tuple[int, ...]
    """The ledger's entries that it rests on."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            "place": self.place,
            "permanent": self.permanent,
            "whole": self.whole.to_dict(),
            "part": self.part.to_dict(),
            "cover": self.cover.to_dict(),
            "sources": list(self.sources),
            "entries": list(self.logs),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryShare:
    """How many regions were under an alert at one moment, regions under a permanent one left out."""

    at: datetime
    whole: int
    """Regions under an alert as a whole."""
    part: int
    """Regions with an alert anywhere in them, those under it as a whole included."""
    regions: int
    """Regions that could be: all but those under a permanent alert."""
    permanent: tuple[str, ...]
    unknown: tuple[str, ...]
    """Regions of which nothing is known at that moment. They are no part of `whole` and `part`, and not without alert."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            "at": self.at.isoformat(),
            "whole": self.whole,
            "part": self.part,
            "regions": self.regions,
            "permanent": list(self.permanent),
            "unknown": list(self.unknown),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class NightAlerts:
    """The alerts of a night, or of any period, in a country."""

    period: Span
    regions: tuple[PlaceAlerts, ...]
    """Every region, in the order of its id; also where there was no alert, or nothing is known."""
    below: tuple[PlaceAlerts, ...]
    """Raions and hromadas that had an alert of their own."""
    peak: CountryShare | None
    """The moment with the most regions under an alert, anywhere in them; the first of them. None without an alert."""
    first_alert: datetime | None
    """When the first alert of the period began, or the period's start where one lasted then; permanent ones left out."""
    all_clear: datetime | None
    """When the last alert ended. None where one lasts at the end, none was there, or it is not known."""
    cover: AlertCover
    """The regions' covers together: unknown is when any region, but those under a permanent alert, is."""
    as_of: datetime | None

    def sources(self) -> set[str]:
        """Return the ids of the sources whose logs it rests on."""
        return {source for each in (*self.regions, *self.below) for source in each.sources}

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            "period": self.period.to_dict(),
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "first_alert": None if self.first_alert is None else self.first_alert.isoformat(),
            "all_clear": None if self.all_clear is None else self.all_clear.isoformat(),
            "peak": None if self.peak is None else self.peak.to_dict(),
            "cover": self.cover.to_dict(),
            "regions": [region.to_dict() for region in self.regions],
            "below": [place.to_dict() for place in self.below],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertDuration:
    """How long the alert at a place lasted in a period, to hold an `alert_duration` claim against."""

    place: str
    period: Span
    seconds: int
    """Seconds under an alert for the place as a whole, overlaps counted once; *at least*, where it is not known."""
    guessed_seconds: int
    """How many of them rest on a guessed start or end."""
    part_seconds: int
    """Seconds with an alert anywhere in the place, those of the whole included."""
    number: int
    longest: int
    """Seconds of the longest alert of the place as a whole, within the period."""
    cover: AlertCover
    permanent: bool
    sources: tuple[str, ...]
    logs: tuple[int, ...]

    @property
    def known(self) -> bool:
        """Tell whether `seconds` is the whole truth: all of the period is known, and nothing is a guess."""
        return self.cover.known and not self.guessed_seconds

    @property
    def low(self) -> int:
        """The least number of seconds that the log allows."""
        return self.seconds - self.guessed_seconds

    @property
    def high(self) -> int | None:
        """The greatest number of seconds that the log allows; None where a guessed end leaves it open."""
        return None if self.guessed_seconds else self.seconds + self.cover.unknown_seconds

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            "place": self.place,
            "period": self.period.to_dict(),
            "seconds": self.seconds,
            "low": self.low,
            "high": self.high,
            "known": self.known,
            "guessed_seconds": self.guessed_seconds,
            "part_seconds": self.part_seconds,
            "number": self.number,
            "longest_seconds": self.longest,
            "permanent": self.permanent,
            "cover": self.cover.to_dict(),
            "sources": list(self.sources),
            "entries": list(self.logs),
        }
