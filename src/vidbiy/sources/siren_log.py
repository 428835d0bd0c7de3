"""A log of sirens as it was read: its alerts, for what it speaks, and what of it could not be understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from vidbiy.lexicon.alert_places import AlertPlaces, Located
from vidbiy.model import LASTING, AlertNature, AlertTable, Heard

__all__ = ["Locator", "Problems", "SirenLog", "from_micros", "micros_of", "note_overlaps"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class SirenLog:
    """What a log says. `lines` counts all its alerts, `refused` those that could not be taken; `problems` says why.

    `notes` say what was taken with a doubt.
    """

    feed: str
    alerts: AlertTable
    heard: tuple[Heard, ...]
    lines: int
    refused: int
    problems: tuple[str, ...]
    notes: tuple[str, ...]


class Problems:
    """What is wrong in a log: each kind once, with how often and where first."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, bool], list[int]] = {}
        self.refused = 0

    def note(self, what: str, line: int, *, refused: bool = False, count: int = 1) -> None:
        """Note a problem at a line of the log; `refused` says that the alert there was not taken."""
        found = self._found.setdefault((what, refused), [0, line])
        found[0] += count
        self.refused += count if refused else 0

    def words(self, *, refused: bool) -> tuple[str, ...]:
        """Return a sentence for each kind, in the order they were met: of what was refused, or of what was taken."""
        return tuple(
            f"line {line}: {what}." if count == 1 else f"{count} alerts, the first on line {line}: {what}."
            for (what, lost), (count, line) in self._found.items()
            if lost is refused
        )


class Locator:
    """Finds the place of an alert by its names. What is not known is somewhere in what is."""

    def __init__(self, places: AlertPlaces) -> None:
        self._places = places
        self._memo: dict[tuple[str, ...], Located] = {}

    def nature(self, names: tuple[str, ...], nature: AlertNature) -> tuple[AlertNature | None, str | None]:
        """Return the nature at the place that the names lead to, and what is wrong; None where they lead nowhere."""
        found = self._memo.get(names)
        if found is None:
            found = self._memo[names] = self._places.locate(names)
        if found.place is None:
            return None, f"the place {_shown(names)} is not known, not taken"
        if found.unknown is None:
            return replace(nature, place=found.place), None
        where = self._places.name(found.place)
        problem = f"the place {found.unknown!r} is not known, taken as somewhere in {where}"
        return replace(nature, place=found.place, partial=True), problem


def _shown(names: Iterable[str]) -> str:
    return repr(", ".join(name for name in names if name.strip()))


def from_micros(value: int) -> datetime:
    """Return the time, in UTC, of a number of microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=value)


def micros_of(text: str) -> int:
    """Return the microseconds since 1970 of an ISO time with an offset.

    Raises:
        ValueError: it is no time, or has no offset.
    """
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError("no offset")
    return round(time.timestamp() * 1_000_000)


def note_overlaps(table: AlertTable, problems: Problems) -> None:
    """Note the alerts that begin while another lasts at the same place, and those that never end before the next one."""
    import numpy as np  # noqa: PLC0415 - a tenth of a second, for those who read siren logs

    if not len(table):
        return
    codes: dict[str, int] = {}
    places = np.array([codes.setdefault(nature.place, len(codes)) for nature in table.natures])
    start, end = np.frombuffer(table.start, np.int64), np.frombuffer(table.end, np.int64)
    place, line = places[np.frombuffer(table.nature, np.uint32)], np.frombuffer(table.line, np.uint32)
    order = np.lexsort((start, place))
    follows = place[order][1:] == place[order][:-1]
    until = end[order][:-1]
    endless = follows & (until == LASTING)
    overlaps = follows & ~endless & (start[order][1:] < until)
    for found, lines, what in (
        (overlaps, line[order][1:], "it begins while another lasts at the same place; together they count once"),
        (endless, line[order][:-1], "it has no end, and a later one begins there; its end is taken as unknown"),
    ):
        if found.any():
            problems.note(what, int(lines[found].min()), count=int(found.sum()))
