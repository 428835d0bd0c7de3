"""Superlatives held against the series: "one of the largest", "the largest since June", "a record".

A known night that is larger for certain refutes one. None of the known nights being larger proves it as far as the series
goes; where the series does not reach as far back as the words do, nothing can be told, and the answer says how far it goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from vidbiy.ledger import Ledger
from vidbiy.reconcile.history.point import NightPoint
from vidbiy.reconcile.history.series import NoSeriesError, Series, SeriesKey, bridge_of, series_of
from vidbiy.reconcile.history.statistics import rank
from vidbiy.reconcile.history.table import NightTable

__all__ = [
    "INVASION",
    "ONE_OF",
    "Reason",
    "Superlative",
    "SuperlativeCheck",
    "SuperlativeVerdict",
    "check_superlative",
    "check_superlative_in",
]

INVASION = date(2022, 2, 24)
ONE_OF = 0.05
"""“One of the largest” is taken to be true of the top twentieth of the nights that it is said of."""
_ONE_OF_LEAST = 3  # of few nights, three can be among the largest
_REACH = timedelta(days=7)  # nights without an attack at the beginning of a window are no gap of the series
_PROOF = 5


class SuperlativeVerdict(StrEnum):
    """What comes of it."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does_not_hold"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Superlative:
    """What is said of a night: that it is the largest, or one of the largest, from `since` to itself.

    `since` None: of all nights ever ("a record").
    """

    one_of: bool = False
    since: date | None = None

    @classmethod
    def of_last(cls, days: int, night: date, *, one_of: bool = False) -> Superlative:
        """Return "the largest in so many days", said of a night."""
        return cls(one_of, night - timedelta(days=days - 1))

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {"one_of": self.one_of, "since": None if self.since is None else self.since.isoformat()}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict is what it is: `kind` names the sentence (`publish.standing.say_reason`), the rest are its values."""

    kind: str
    count: int = 0
    allowed: int = 0
    day: date | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        day = None if self.day is None else self.day.isoformat()
        return {"kind": self.kind, "count": self.count, "allowed": self.allowed, "day": day}


@dataclass(frozen=True, slots=True)
class SuperlativeCheck:
    """A superlative held against a series. `key` is what was compared: the bridging series, where a break lies between."""

    night: date
    superlative: Superlative
    key: SeriesKey
    verdict: SuperlativeVerdict
    reason: Reason
    point: NightPoint | None
    proof: tuple[NightPoint, ...]
    """The larger nights, or else the next largest ones; the largest first."""
    compared: int
    """Other nights with a value that it was compared with."""
    unknown: int
    """Nights in between of which nothing is known."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            "night": self.night.isoformat(),
            "superlative": self.superlative.to_dict(),
            "measure": self.key.measure,
            "subject": self.key.subject,
            "place": self.key.place,
            "verdict": self.verdict.value,
            "reason": self.reason.to_dict(),
            "value": None if self.point is None else self.point.to_dict(),
            "proof": [point.to_dict() for point in self.proof],
            "compared": self.compared,
            "unknown": self.unknown,
        }


def check_superlative(
    ledger: Ledger, night: date, superlative: Superlative, key: SeriesKey, *, as_of: datetime | None = None
) -> SuperlativeCheck:
    """Return whether what is said of a night holds in a series, with the nights that prove it."""
    with NightTable.open(ledger) as table:
        return check_superlative_in(table, night, superlative, key, as_of=as_of)


def check_superlative_in(
    table: NightTable, night: date, superlative: Superlative, key: SeriesKey, *, as_of: datetime | None = None
) -> SuperlativeCheck:
    """Return whether it holds, from a table that is open. A break between the nights is bridged, or nothing is told."""
    try:
        series = series_of(table, key, as_of=as_of)
    except NoSeriesError:
        return _untold(night, superlative, key, Reason("no_series"))
    begin = superlative.since or (series.points[0].date if series.points else night)
    crossed = [entry for entry in series.breaks if begin < entry.since <= night]
    if crossed:
        bridge = bridge_of(key)
        if bridge is None:
            return _untold(night, superlative, key, Reason("break", day=crossed[-1].since))
        return check_superlative_in(table, night, superlative, bridge, as_of=as_of)
    return _checked(series, night, superlative)


def _untold(night: date, superlative: Superlative, key: SeriesKey, reason: Reason) -> SuperlativeCheck:
    return SuperlativeCheck(
        night, superlative, key, SuperlativeVerdict.CANNOT_TELL, reason, point=None, proof=(), compared=0, unknown=0
    )


def _checked(series: Series, night: date, superlative: Superlative) -> SuperlativeCheck:
    point = series.at(night)
    if point is None or point.low is None:
        return _untold(night, superlative, series.key, Reason("no_value", day=night))
    begin = superlative.since or series.points[0].date
    nights = series.between(begin, night)
    known = [other for other in nights if other.low is not None]
    found = rank(point, known)
    allowed = max(_ONE_OF_LEAST, int(ONE_OF * len(known))) if superlative.one_of else 1
    verdict, reason = _judged(series, superlative, (found.best, found.worst), allowed)
    smaller = sorted(
        (other for other in known if other.date != night), key=lambda other: (-(other.low or 0), other.date)
    )
    return SuperlativeCheck(
        night=night,
        superlative=superlative,
        key=series.key,
        verdict=verdict,
        reason=reason,
        point=point,
        proof=(found.larger or tuple(smaller))[:_PROOF],
        compared=len(known) - 1,
        unknown=len(nights) - len(known),
    )


def _judged(
    series: Series, superlative: Superlative, places: tuple[int, int], allowed: int
) -> tuple[SuperlativeVerdict, Reason]:
    best, worst = places
    first = series.points[0].date
    short = superlative.since is not None and first > superlative.since + _REACH
    if best > allowed:
        return SuperlativeVerdict.DOES_NOT_HOLD, Reason("larger", count=best - 1)
    if short and not superlative.one_of:
        return SuperlativeVerdict.CANNOT_TELL, Reason("short", day=first)
    if worst > allowed:
        return SuperlativeVerdict.CANNOT_TELL, Reason("maybe", count=worst - 1)
    if superlative.one_of:
        return SuperlativeVerdict.HOLDS, Reason("among", count=best, allowed=allowed)
    return SuperlativeVerdict.HOLDS, Reason("none_larger", day=superlative.since or first)
