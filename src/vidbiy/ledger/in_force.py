"""What is in force: which claims and documents count now, or counted at any moment of the past, as conditions of a query.

Everywhere `last` is the horizon: the last entry that was there at the moment, or None for now.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, select, true

from vidbiy.ledger import tables
from vidbiy.ledger.canonical import micros

__all__ = ["claim_counts", "horizon", "is_retracted", "is_superseded", "until"]


def horizon(connection: Connection, as_of: datetime | None) -> int | None:
    """Return the last entry at that moment; times never run back in the chain, so all before it are older."""
    if as_of is None:
        return None
    entries = tables.entries
    found = connection.execute(select(func.max(entries.c.seq)).where(entries.c.recorded_at <= micros(as_of))).scalar()
    return 0 if found is None else found


def until(column: Any, last: Any) -> ColumnElement[bool]:
    """Return that an entry was there at the horizon."""
    return true() if last is None else column <= last


def claim_counts(claims: Any, last: Any, *, latest: bool) -> ColumnElement[bool]:
    """Return that a claim counts: no later reading, correction, retraction or version took its place."""
    later, corrected = tables.readings.alias(), tables.corrections.alias()
    conditions = [
        until(claims.c.seq, last),
        ~_exists(later, later.c.replaces == claims.c.reading, last),
        ~_exists(
            corrected,
            (corrected.c.target == claims.c.seq)
            & (corrected.c.target_ordinal == claims.c.ordinal)
            & ~is_retracted(corrected.c.seq, None, last),
            last,
        ),
        ~is_retracted(claims.c.seq, claims.c.ordinal, last),
        ~is_retracted(claims.c.seq, None, last),
        ~is_retracted(claims.c.document, None, last),
    ]
    if latest:
        conditions.append(~is_superseded(claims.c.document, last))
    return _all(conditions)


def is_retracted(target: Any, ordinal: Any, last: Any) -> ColumnElement[bool]:
    """Return that a retraction of the target is in force: one that was not retracted in turn."""
    table, undone = tables.retractions.alias(), tables.retractions.alias()
    return _exists(
        table,
        (table.c.target == target)
        & (table.c.target_ordinal == (-1 if ordinal is None else ordinal))
        & ~_exists(undone, undone.c.target == table.c.seq, last),
        last,
    )


def is_superseded(document: Any, last: Any) -> ColumnElement[bool]:
    """Return that a later version took the document's place."""
    newer = tables.documents.alias()
    return _exists(newer, newer.c.supersedes == document, last)


def _exists(table: FromClause, condition: ColumnElement[bool], last: Any) -> ColumnElement[bool]:
    return select(table.c.seq).where(condition, until(table.c.seq, last)).exists()


def _all(conditions: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    found: ColumnElement[bool] = true()
    for condition in conditions:
        found = found & condition
    return found
