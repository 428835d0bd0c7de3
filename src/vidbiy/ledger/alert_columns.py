"""The alerts of a ledger as NumPy columns: a night of them, or a million, read in a few milliseconds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from vidbiy.ledger import tables
from vidbiy.ledger.alert_queries import chunks_wanted, heard_wanted, replacements_wanted, singles_wanted
from vidbiy.ledger.canonical import micros
from vidbiy.ledger.in_force import horizon
from vidbiy.ledger.records import AlertQuery
from vidbiy.model import AlertLevel, AlertNature

__all__ = ["BYTES_EACH", "AlertColumns", "HeardSpan", "Kept", "columns_of", "nature_of", "nature_row", "pack"]

Ints = NDArray[np.int64]
Codes = NDArray[np.integer[Any]]

BYTES_EACH = 24
_EMPTY = np.empty(0, np.int64)


class HeardSpan(NamedTuple):
    """For what time a source speaks for some places (microseconds since 1970), and the entry that says so."""

    source: str
    places: frozenset[str]
    since: int
    until: int
    log: int


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """Where the ledger has some alerts in a row: their logs, their places there (from a first one on) and their lines."""

    log: Ints
    row: Ints | int
    line: Ints
    chosen: NDArray[np.bool_] | None = None
    """Which of them; None for all."""

    def columns(self) -> tuple[Ints, Ints, Ints]:
        """Return log, place and line of each."""
        row = np.arange(self.row, self.row + len(self.line)) if isinstance(self.row, int) else self.row
        every = (self.log, row, self.line)
        log, row, line = every if self.chosen is None else (column[self.chosen] for column in every)
        return log, row, line


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertColumns:
    """Alerts in force, a row each, in the order of no column.

    Times are microseconds since 1970 in UTC, `vidbiy.model.LASTING` for an end that is not known.
    """

    natures: tuple[AlertNature, ...]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    nature: Codes
    """The place in `natures`."""
    kept: tuple[Kept, ...]
    heard: tuple[HeardSpan, ...]

    def __len__(self) -> int:
        return len(self.start)

    @property
    def log(self) -> Ints:
        """The entry of each alert's log."""
        return self._where_kept(0)

    @property
    def row(self) -> Ints:
        """The number of each alert in its log."""
        return self._where_kept(1)

    @property
    def line(self) -> Ints:
        """The line of the log that each stands on; 0 where it has none."""
        return self._where_kept(2)

    def _where_kept(self, column: int) -> Ints:
        """Return a column that is put together when it is asked for: what counts hours of a million alerts needs none."""
        return np.concatenate([_EMPTY, *(each.columns()[column] for each in self.kept)])

    @property
    def only_log(self) -> int | None:
        """The one log that all alerts are of; None where they are of several, or there are none."""
        logs = {edge for each in self.kept if len(each.log) for edge in (int(each.log.min()), int(each.log.max()))}
        return logs.pop() if len(logs) == 1 else None

    def where(self, wanted: Callable[[AlertNature], bool]) -> NDArray[np.bool_]:
        """Return which rows have a nature that is wanted."""
        return np.array([wanted(nature) for nature in self.natures], bool)[self.nature] if self.natures else _EMPTY > 0


def pack(start: Any, end: Any, nature: Any, line: Any) -> bytes:
    """Return columns as the bytes of a chunk."""
    wide = (np.asarray(column).astype("<i8").tobytes() for column in (start, end))
    narrow = (np.asarray(column).astype("<u4").tobytes() for column in (nature, line))
    return b"".join((*wide, *narrow))


def nature_row(nature: AlertNature) -> list[Any]:
    """Return a nature as the ledger writes it down."""
    level = None if nature.level is None else nature.level.value
    flags = nature.partial + 2 * nature.guessed_start + 4 * nature.guessed_end
    return [nature.place, nature.kind, nature.source, level, list(nature.threats), flags]


def nature_of(row: Sequence[Any]) -> AlertNature:
    """Return the nature that was written down so."""
    place, kind, source, level, threats, flags = row
    return AlertNature(
        place=place,
        kind=kind,
        source=source,
        level=None if level is None else AlertLevel(level),
        threats=tuple(threats),
        partial=bool(flags & 1),
        guessed_start=bool(flags & 2),
        guessed_end=bool(flags & 4),
    )


class _Gathering:
    """Columns as they come together, their natures numbered anew."""

    def __init__(self) -> None:
        self.natures: dict[AlertNature, int] = {}
        self.parts: list[tuple[Any, ...]] = []

    def code(self, nature: AlertNature) -> int:
        return self.natures.setdefault(nature, len(self.natures))

    def add(self, *columns: Any) -> None:
        """Take start, end and nature of some alerts, and where the ledger has them."""
        self.parts.append(columns)

    def columns(self, heard: Sequence[HeardSpan]) -> AlertColumns:
        starts, ends, natures, kept = zip(*self.parts, strict=True) if self.parts else ((), (), (), ())
        start, end, nature = (np.concatenate(column) if column else _EMPTY for column in (starts, ends, natures))
        return AlertColumns(
            natures=tuple(self.natures), start=start, end=end, nature=nature, kept=kept, heard=tuple(heard)
        )


def columns_of(connection: Connection, wanted: AlertQuery) -> AlertColumns:
    """Return the alerts that overlap a period, of any age, and what is heard of it."""
    last = horizon(connection, wanted.as_of)
    gathering = _Gathering()
    _take_logs(connection, wanted, last, gathering)
    _take_single(connection, wanted, last, gathering)
    return gathering.columns(list(_heard(connection, wanted, last)) if wanted.heard else [])


def _bounds(wanted: AlertQuery) -> tuple[int, int] | None:
    return None if wanted.period is None else (micros(wanted.period[0]), micros(wanted.period[1]))


def _values(last: int | None, bounds: tuple[int, int] | None) -> dict[str, Any]:
    """Return what a query of `alert_queries` takes."""
    known = {} if last is None else {"last": last}
    return known if bounds is None else {**known, "start": bounds[0], "end": bounds[1]}


def _take_logs(connection: Connection, wanted: AlertQuery, last: int | None, gathering: _Gathering) -> None:
    bounds = _bounds(wanted)
    query = chunks_wanted(bounded=last is not None, within=bounds is not None)
    found = connection.execute(query, _values(last, bounds)).all()
    logs = sorted({row.seq for row in found})
    codes, replaced = _natures(connection, logs, wanted, gathering), _replaced(connection, logs, last)
    for seq, first, count, raw in found:
        start, end, nature, line = unpack(raw, count)
        chosen = np.ones(count, bool) if bounds is None else (start < bounds[1]) & (end > bounds[0])
        gone = replaced.get(seq)
        if gone is not None:
            inside = gone[(gone >= first) & (gone < first + count)] - first
            chosen[inside] = False
        mine = codes[seq][nature]
        if wanted.wanted is not None:
            chosen &= mine >= 0
        log = np.broadcast_to(np.int64(seq), count)
        if chosen.all():
            gathering.add(start, end, mine, Kept(log, first, line))
        else:
            gathering.add(start[chosen], end[chosen], mine[chosen], Kept(log, first, line, chosen))


def unpack(raw: bytes, count: int) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return start, end, nature and line of the alerts of a chunk."""
    start = np.frombuffer(raw, "<i8", count, 0)
    end = np.frombuffer(raw, "<i8", count, 8 * count)
    nature = np.frombuffer(raw, "<u4", count, 16 * count)
    return start, end, nature, np.frombuffer(raw, "<u4", count, 20 * count)


def _natures(
    connection: Connection, logs: Sequence[int], wanted: AlertQuery, gathering: _Gathering
) -> dict[int, Codes]:
    """Return, for each log, the numbers that its natures have in the whole; -1 for those that are not wanted."""
    table = tables.alert_logs
    found: dict[int, Codes] = {}
    for some in _parts(logs):
        for seq, text in connection.execute(select(table.c.seq, table.c.natures).where(table.c.seq.in_(some))):
            natures = [nature_of(row) for row in json.loads(text)]
            known = [wanted.wanted is None or wanted.wanted(nature) for nature in natures]
            codes = [gathering.code(nature) if mine else -1 for nature, mine in zip(natures, known, strict=True)]
            found[seq] = np.array(codes, np.int32)
    return found


def _replaced(connection: Connection, logs: Sequence[int], last: int | None) -> dict[int, NDArray[Any]]:
    """Return, for each log, the rows that a later log in force tells anew."""
    query = replacements_wanted(bounded=last is not None)
    found: dict[int, NDArray[Any]] = {}
    for some in _parts(logs):
        values = {**_values(last, None), "logs": some}
        for target, raw in connection.execute(query, values):
            rows = np.frombuffer(raw, "<u4").astype(np.int64)
            found[target] = np.concatenate((found[target], rows)) if target in found else rows
    return found


def _parts(values: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(values), 500):
        yield values[at : at + 500]


def _take_single(connection: Connection, wanted: AlertQuery, last: int | None, gathering: _Gathering) -> None:
    """Take the alerts that are entries of their own, of before schema 0002."""
    bounds = _bounds(wanted)
    query = singles_wanted(bounded=last is not None, within=bounds is not None)
    rows = connection.execute(query, _values(last, bounds)).all()
    natures = [AlertNature(place=row.place, kind=row.kind, source=row.source) for row in rows]
    both = [pair for pair in zip(rows, natures, strict=True) if wanted.wanted is None or wanted.wanted(pair[1])]
    if not both:
        return
    found = [row for row, _ in both]
    codes = [gathering.code(nature) for _, nature in both]
    columns = ([getattr(row, name) for row in found] for name in ("start_at", "end_at", "seq"))
    start, end, seq = (np.array(column, np.int64) for column in columns)
    nothing = np.zeros(len(found), np.int64)
    gathering.add(start, end, np.array(codes, np.int32), Kept(seq, nothing, nothing))


def _heard(connection: Connection, wanted: AlertQuery, last: int | None) -> Iterator[HeardSpan]:
    """Yield what is heard of the period, and of what was heard before it the latest."""
    bounds = _bounds(wanted)
    values = _values(last, bounds)
    known: dict[tuple[str, ...], frozenset[str]] = {}  # a feed that is watched speaks of the same places each time
    for each in heard_wanted(bounded=last is not None, within=bounds is not None):
        for seq, feed, text in connection.execute(each, values):
            for names, first, last_moment in json.loads(text):
                key = tuple(names)
                yield HeardSpan(feed, known.setdefault(key, frozenset(key)), first, last_moment, seq)
