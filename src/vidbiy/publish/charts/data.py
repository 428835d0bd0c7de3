"""What a picture is drawn from: plain values, however they were computed.

None is "not known" throughout and is drawn as such, never as zero. Times carry their offset. Nights are named by the date of
their morning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeAlias

from vidbiy.lexicon.boundaries import RegionShape
from vidbiy.publish.charts.errors import ChartError

__all__ = [
    "AlertBar",
    "AlertRow",
    "Amount",
    "Balance",
    "BalancePart",
    "BalanceRow",
    "Caption",
    "ChartData",
    "CountingBreak",
    "NightBar",
    "NightBars",
    "NightCalendar",
    "NightTimeline",
    "NightValue",
    "PlaceValue",
    "RegionMap",
    "RegionShape",
    "ReportTick",
    "Silence",
    "TileMap",
]


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


# --- the night as a timeline ---


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
        _in_order(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Silence:
    """A period of which a feed says nothing: neither alert nor its absence is known."""

    start: datetime
    end: datetime | None = None
    """None: to the end of the picture."""

    def __post_init__(self) -> None:
        _in_order(self.start, self.end)


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


# --- series of nights ---


@dataclass(frozen=True, slots=True)
class NightValue:
    """One night's value; None where it is not known."""

    night: date
    value: float | None
    href: str | None = None
    at_least: bool = False
    """True where it may be more."""

    def __post_init__(self) -> None:
        _countable(self.value)


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
            _countable(value)


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


# --- how a night adds up ---

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


# --- places ---


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """One place's value; None where it is not known."""

    place: str
    value: float | None
    at_least: bool = False
    """True where it may be more, as when the feed went quiet."""
    href: str | None = None
    permanent: bool = False
    """An alert that has lasted for years: its hours say nothing of this night, and take no step of colour."""

    def __post_init__(self) -> None:
        _countable(self.value)


@dataclass(frozen=True, slots=True)
class TileMap:
    """A measure by place, on tiles. A tile without an entry in `values` is one without data."""

    night: date
    measure: str
    values: tuple[PlaceValue, ...] = ()
    grid: Literal["regions", "kyiv"] = "regions"
    steps: tuple[float, ...] | None = None
    caption: Caption = field(default_factory=Caption)


@dataclass(frozen=True, slots=True)
class RegionMap:
    """A measure by region, on boundaries that the user has fetched."""

    night: date
    measure: str
    shapes: tuple[RegionShape, ...]
    credit: str
    values: tuple[PlaceValue, ...] = ()
    steps: tuple[float, ...] | None = None
    caption: Caption = field(default_factory=Caption)


_HIGHEST = 1e12

ChartData: TypeAlias = NightTimeline | NightCalendar | NightBars | Balance | TileMap | RegionMap


def _in_order(start: datetime, end: datetime | None) -> None:
    if end is not None and end < start:
        raise ChartError(f"A period from {start} to {end} ends before it starts; leave it out, or mend it.")


def _countable(value: float | None) -> None:
    if value is not None and not 0 <= value < _HIGHEST:
        raise ChartError(f"A value of {value} cannot be drawn; it must be 0 or more, and None where it is not known.")
