"""A ledger looked at as a whole: how much it holds, and whether all of it is as it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from vidbiy.ledger import fabric, tables
from vidbiy.ledger.canonical import from_micros
from vidbiy.ledger.chain import Head, read_head
from vidbiy.ledger.database import Database
from vidbiy.ledger.errors import DamagedLedgerError
from vidbiy.ledger.verify import Verification, take_any_text, walk

__all__ = ["Summary", "summary", "verify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How much a ledger holds."""

    head: Head
    entries: dict[str, int]
    first: datetime | None
    last: datetime | None


def summary(connection: Connection) -> Summary:
    """Return how much there is."""
    entries = tables.entries
    kinds = connection.execute(select(entries.c.kind, func.count()).group_by(entries.c.kind)).all()
    first, last = connection.execute(select(func.min(entries.c.recorded_at), func.max(entries.c.recorded_at))).one()
    return Summary(
        head=read_head(connection),
        entries={row[0]: row[1] for row in sorted(kinds)},
        first=None if first is None else from_micros(first),
        last=None if last is None else from_micros(last),
    )


def verify(
    database: Database, since: Head | None = None, progress: Callable[[int, int], None] | None = None
) -> Verification:
    """Walk the whole ledger and name whatever is not as it was written; with `since`, prove that it extends that.

    Damage to the database itself is a finding, not an error.
    """
    result, faults = Verification(), []
    try:
        result = _walk(database, since, progress)
    except DamagedLedgerError as error:
        faults = [str(error)]
    try:
        with database.read() as connection:
            faults += fabric.schema_faults(connection)
            if database.is_sqlite:
                faults += fabric.file_faults(connection)
        with database.translated():
            faults += fabric.search_faults(database)
    except DamagedLedgerError as error:
        faults.append(str(error))
    for fault in faults:
        result.add(None, fault)
    return result


def _walk(database: Database, since: Head | None, progress: Callable[[int, int], None] | None) -> Verification:
    try:
        with database.read() as connection:
            return walk(connection, since, progress)
    except DamagedLedgerError:
        if not database.is_sqlite:
            raise
    with database.read() as connection:
        take_any_text(connection)
        return walk(connection, since, progress)
