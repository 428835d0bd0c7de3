"""A claim: one thing that one speaker asserts in one document. The unit of the whole record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from vidbiy.model.errors import ClaimError

__all__ = ["Claim", "Effect", "Measure", "Modality", "TimePrecision"]


class Measure(StrEnum):
    """What a claim asserts."""

    LAUNCHED = "launched"
    SHOT_DOWN = "shot_down"
    SUPPRESSED = "suppressed"
    INTERCEPTED = "intercepted"
    HIT = "hit"
    IN_AIR = "in_air"
    LEFT_AIRSPACE = "left_airspace"
    HIT_LOCATIONS = "hit_locations"
    DEBRIS_LOCATIONS = "debris_locations"
    AFFECTED = "affected"
    KILLED = "killed"
    INJURED = "injured"
    HOSPITALISED = "hospitalised"
    MISSING = "missing"
    RESCUED = "rescued"
    EVACUATED = "evacuated"
    DAMAGED = "damaged"
    DESTROYED = "destroyed"
    FIRE = "fire"
    DISRUPTED = "disrupted"
    WITHOUT_POWER = "without_power"
    ALERT_DURATION = "alert_duration"
    TARGET = "target"
    STATEMENT = "statement"

    __hash__ = str.__hash__  # an enum's own is Python code, and measures are in the keys of every figure


class Effect(StrEnum):
    """What happened to a service or a train that was disrupted."""

    DELAYED = "delayed"
    REROUTED = "rerouted"
    SUSPENDED = "suspended"
    CUT = "cut"
    DAMAGED = "damaged"


class TimePrecision(StrEnum):
    """How exactly the text says when. ``open`` is a period with no stated end ("since February 2022")."""

    MINUTE = "minute"
    HOUR = "hour"
    NIGHT = "night"
    DAY = "day"
    MONTH = "month"
    OPEN = "open"


class Modality(StrEnum):
    """How firmly the speaker stands behind the claim."""

    STATED = "stated"
    UNCONFIRMED = "unconfirmed"
    EXPECTED = "expected"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion with the exact characters that make it.

    ``low`` and ``high`` bound the quantity: "23" is 23, 23; "at least 23" is 23, None; "up to 17" is 0, 17. Zero is a
    quantity, None is a bound that the text does not give. ``place`` is None only where no single place fits: two
    countries, a sea, or a place that the text does not decide.
    """

    measure: Measure
    subject: str
    low: int | None
    high: int | None
    approx: bool = False
    of: int | None = None
    unit: str = "1"
    effect: Effect | None = None
    place: str | None
    start: datetime | None
    end: datetime | None
    time_precision: TimePrecision
    speaker: str | None = None
    speaker_text: str | None = None
    modality: Modality = Modality.STATED
    span: tuple[int, int]
    quote: str
    rule: str

    def __post_init__(self) -> None:
        start, end = self.span
        if not 0 <= start < end or end - start != len(self.quote):
            raise ClaimError(f"The span {start}..{end} does not fit the quote {self.quote!r} (rule {self.rule}).")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ClaimError(f"The interval {self.low}..{self.high} in {self.quote!r} is backwards (rule {self.rule}).")
        for time in (self.start, self.end):
            if time is not None and time.utcoffset() is None:
                raise ClaimError(f"The time {time.isoformat()} of {self.quote!r} has no offset (rule {self.rule}).")

    def to_dict(self) -> dict[str, Any]:
        """Return the claim as the JSON object of the public contract, its fields in the contract's order."""
        return {
            "measure": self.measure.value,
            "subject": self.subject,
            "low": self.low,
            "high": self.high,
            "approx": self.approx,
            "of": self.of,
            "unit": self.unit,
            "effect": None if self.effect is None else self.effect.value,
            "place": self.place,
            "start": None if self.start is None else self.start.isoformat(),
            "end": None if self.end is None else self.end.isoformat(),
            "time_precision": self.time_precision.value,
            "speaker": self.speaker,
            "speaker_text": self.speaker_text,
            "modality": self.modality.value,
            "span": list(self.span),
            "quote": self.quote,
            "rule": self.rule,
        }
