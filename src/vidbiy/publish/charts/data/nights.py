"""The data of many nights: a calendar, and bars with the breaks in how they were counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from vidbiy.publish.charts.data.common import Caption, countable
from vidbiy.publish.charts.errors import ChartError

__all__ = ["CountingBreak", "NightBar", "NightBars", "NightCalendar", "NightValue"]


@dataclass(frozen=True, slots=True)
class NightValue:
    """One night's value; None where it is not known."""

    night: date
    value: float | None
    href: str | None = None
    at_least: bool = False
    """True where it may be more."""

    def __post_init__(self) -> None:
        countable(self.value)


@dataclass(frozen=True, slots=True)
class CountingBreak:
    """From this night on, things are counted in another way."""

    night: date
    label: str


@dataclass(frozen=True, slots=True)
class NightCalendar:
    """A value by night over [first, last], both inclusive. A night that is not among `nights` is one without data."""

    measure: str
    """A key of the word table's `measures`."""
    first: date
    last: date
    nights: tuple[NightValue, ...] = ()
    steps: tuple[float, ...] | None = None
    """The upper limits of the colour steps (at most 5, rising); chosen from the values where None."""
    breaks: tuple[CountingBreak, ...] = ()
    subject: str | None = None
    """What was counted; a key of the word table's `subjects`, or any other text."""
    caption: Caption = field(default_factory=Caption)

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ChartError(
                f"A calendar from {self.first} to {self.last} has no nights; its last must not be earlier."
            )


@dataclass(frozen=True, slots=True)
class NightBar:
    """What was launched in a night and what became of it; each None where it is not known."""

    night: date
    launched: int | None
    stopped: int | None
    hit: int | None
    mean: float | None = None
    """The running mean of `launched` up to this night; None where it cannot be said."""
    href: str | None = None
    at_least: tuple[str, ...] = ()
    """Which of `launched`, `stopped` and `hit` may be more than they are drawn."""

    def __post_init__(self) -> None:
        for value in (self.launched, self.stopped, self.hit, self.mean):
            countable(value)


@dataclass(frozen=True, slots=True)
class NightBars:
    """Launched, stopped and hit by night over [first, last]; a night that is not among `nights` is one without data."""

    first: date
    last: date
    nights: tuple[NightBar, ...] = ()
    mean_days: int | None = None
    """How many nights the running mean runs over; None where there is none."""
    breaks: tuple[CountingBreak, ...] = ()
    subject: str = "weapon"
    caption: Caption = field(default_factory=Caption)

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ChartError(f"A series from {self.first} to {self.last} has no nights; its last must not be earlier.")
