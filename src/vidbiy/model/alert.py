"""Alerts as their sources give them: one interval, a whole log of them as columns, and for what time a source speaks."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from vidbiy.model.errors import AlertError

__all__ = ["LASTING", "AlertInterval", "AlertLevel", "AlertNature", "AlertTable", "FeedState", "Heard"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
LASTING = 2**62
"""The end of an alert that lasts, or whose end its source never told."""


class AlertLevel(StrEnum):
    """How strong an alert is, where its source tells alerts apart (alerts.in.ua since 2025)."""

    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertNature:
    """What many alerts have in common: all of an alert but its times.

    ``kind`` is ``air`` or another threat; ``unknown`` where the source's word for it is not known. A ``partial`` alert is
    somewhere in the place, not for the whole of it. A guessed start is when the alert was first seen, a guessed end one
    that was filled in for a lost all-clear.
    """

    place: str
    kind: str = "air"
    source: str
    level: AlertLevel | None = None
    threats: tuple[str, ...] = ()
    partial: bool = False
    guessed_start: bool = False
    guessed_end: bool = False

    def __post_init__(self) -> None:
        for name in ("place", "kind", "source"):
            if not getattr(self, name):
                raise AlertError(f"The alert's {name} is empty; an alert has a place, a kind and a source.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertInterval:
    """An alert as one source gives it, with the fields of its `AlertNature`.

    ``end`` is None while it lasts, or where the source never told its end.
    """

    place: str
    kind: str = "air"
    start: datetime
    end: datetime | None
    source: str
    level: AlertLevel | None = None
    threats: tuple[str, ...] = ()
    partial: bool = False
    guessed_start: bool = False
    guessed_end: bool = False

    def __post_init__(self) -> None:
        _ = self.nature  # refuses what is empty
        for time in (self.start, self.end):
            if time is not None and time.utcoffset() is None:
                raise AlertError(f"The time {time.isoformat()} of the alert at {self.place} has no offset; add one.")
        if self.end is not None and self.end < self.start:
            raise AlertError(f"The alert at {self.place} ends at {self.end.isoformat()}, before it starts; swap them.")

    @property
    def nature(self) -> AlertNature:
        """All of the alert but its times."""
        return AlertNature(**{name: getattr(self, name) for name in _NATURE})

    def to_dict(self) -> dict[str, Any]:
        """Return the interval as a JSON object."""
        return {
            "place": self.place,
            "kind": self.kind,
            "start": self.start.isoformat(),
            "end": None if self.end is None else self.end.isoformat(),
            "source": self.source,
            "level": None if self.level is None else self.level.value,
            "threats": list(self.threats),
            "partial": self.partial,
            "guessed_start": self.guessed_start,
            "guessed_end": self.guessed_end,
        }


_NATURE = tuple(each.name for each in fields(AlertNature))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A source speaks for a place, and all that lies in it, for this time: where it reports no alert, there was none.

    Beyond it, silence means nothing.
    """

    place: str
    since: datetime
    until: datetime

    def __post_init__(self) -> None:
        for time in (self.since, self.until):
            if time.utcoffset() is None:
                raise AlertError(f"The time {time.isoformat()} of a feed has no offset; add one.")
        if self.until < self.since:
            raise AlertError(f"A feed is heard for {self.place} until {self.until.isoformat()}, before it begins.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """Where a feed that is asked again and again stood when it was last heard: what was on, and when that was."""

    open: tuple[AlertInterval, ...] = ()
    heard_until: datetime | None = None


@dataclass(slots=True)
class AlertTable:
    """The alerts of a log as columns, of one length: a million of them weigh 24 MB and are read at once.

    Times are microseconds since 1970 in UTC, `LASTING` for an end that is not known; ``nature`` is the place in
    ``natures``; ``line`` is where the alert stands in its log, from 1; 0 where it has no lines.
    """

    natures: list[AlertNature] = field(default_factory=list)
    start: array[int] = field(default_factory=lambda: array("q"))
    end: array[int] = field(default_factory=lambda: array("q"))
    nature: array[int] = field(default_factory=lambda: array("I"))
    line: array[int] = field(default_factory=lambda: array("I"))
    _known: dict[AlertNature, int] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, intervals: Iterable[AlertInterval]) -> AlertTable:
        """Return the table of some alerts."""
        table = cls()
        for each in intervals:
            end = LASTING if each.end is None else (each.end - _EPOCH) // _MICROSECOND
            table.add((each.start - _EPOCH) // _MICROSECOND, end, table.code(each.nature), 0)
        return table

    def code(self, nature: AlertNature) -> int:
        """Return the number of a nature in this table."""
        found = self._known.get(nature)
        if found is None:
            found = self._known[nature] = len(self.natures)
            self.natures.append(nature)
        return found

    def add(self, start: int, end: int, nature: int, line: int) -> None:
        """Append an alert, its nature by `code`."""
        self.start.append(start)
        self.end.append(end)
        self.nature.append(nature)
        self.line.append(line)

    def __len__(self) -> int:
        return len(self.start)

    def __iter__(self) -> Iterator[AlertInterval]:
        for start, end, code in zip(self.start, self.end, self.nature, strict=True):
            nature = self.natures[code]
            yield AlertInterval(
                start=_EPOCH + start * _MICROSECOND,
                end=None if end == LASTING else _EPOCH + end * _MICROSECOND,
                **{name: getattr(nature, name) for name in _NATURE},
            )
