"""The data of a night hour by hour: alerts, silences, reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from vidbiy.publish.charts.data.common import Caption, in_order
from vidbiy.publish.charts.errors import ChartError

__all__ = ["AlertBar", "AlertRow", "NightTimeline", "ReportTick", "Silence"]


@dataclass(frozen=True, slots=True)
class AlertBar:
    """One alert at a place."""

    start: datetime
    end: datetime | None
    """None where it was still on when the feed was last heard."""
    whole: bool = True
    """False where only parts of the place were under alert."""
    end_guessed: bool = False

    def __post_init__(self) -> None:
        in_order(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Silence:
    """A period of which a feed says nothing: neither alert nor its absence is known."""

    start: datetime
    end: datetime | None = None
    """None: to the end of the picture."""

    def __post_init__(self) -> None:
        in_order(self.start, self.end)


@dataclass(frozen=True, slots=True)
class AlertRow:
    """A place and what is known of its alerts. Where neither bar nor silence is, there was no alert."""

    place: str
    bars: tuple[AlertBar, ...] = ()
    silences: tuple[Silence, ...] = ()
    label: str | None = None
    """What to call the place; its short name where None."""


@dataclass(frozen=True, slots=True)
class ReportTick:
    """A document, at the time when it was published."""

    time: datetime
    label: str = ""


@dataclass(frozen=True, slots=True)
class NightTimeline:
    """Alerts by place as bars, reports as ticks, over [start, end)."""

    night: date
    start: datetime
    end: datetime
    rows: tuple[AlertRow, ...] = ()
    reports: tuple[ReportTick, ...] | None = ()
    """None where it is not known which there were."""
    first_alert: datetime | None = None
    all_clear: datetime | None = None
    caption: Caption = field(default_factory=Caption)

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ChartError(f"A timeline from {self.start} to {self.end} has no length; its end must be later.")
