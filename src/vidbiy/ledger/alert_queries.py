"""The questions that alerts are read by, each made once: to put one together takes longer than most answers.

They take `last`, the horizon, where they are `bounded` by one, and `start` and `end` where they are `within` a period.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Select, bindparam, select

from vidbiy.ledger import tables
from vidbiy.ledger.in_force import is_retracted, until

__all__ = ["chunks_wanted", "heard_wanted", "replacements_wanted", "singles_wanted"]

_EARLIER = 30
"""Words of before a period that may still be the last ones heard."""


def _last(*, bounded: bool) -> Any:
    return bindparam("last", type_=BigInteger) if bounded else None


def _period() -> tuple[Any, Any]:
    return bindparam("start", type_=BigInteger), bindparam("end", type_=BigInteger)


@cache
def chunks_wanted(*, bounded: bool, within: bool) -> Select[Any]:
    """Return the query of chunks of alerts: log, number of the first, how many, the columns."""
    chunks, last = tables.alert_chunks, _last(bounded=bounded)
    query = (
        select(chunks.c.seq, chunks.c.first_row, chunks.c.rows, chunks.c["columns"])
        .where(until(chunks.c.seq, last), ~is_retracted(chunks.c.seq, None, last))
        .order_by(chunks.c.seq, chunks.c.ordinal)
    )
    return _overlapping(query, chunks) if within else query


@cache
def singles_wanted(*, bounded: bool, within: bool) -> Select[Any]:
    """Return the query of alerts that are entries of their own, of before schema 0002."""
    alerts, later, anew, last = tables.alerts, tables.alerts.alias(), tables.alert_replacements, _last(bounded=bounded)
    newer = select(later.c.seq).where(later.c.replaces == alerts.c.seq, until(later.c.seq, last)).exists()
    told = select(anew.c.seq).where(
        anew.c.target == alerts.c.seq, until(anew.c.seq, last), ~is_retracted(anew.c.seq, None, last)
    )
    query = (
        select(alerts)
        .where(until(alerts.c.seq, last), ~newer, ~told.exists(), ~is_retracted(alerts.c.seq, None, last))
        .order_by(alerts.c.start_at, alerts.c.seq)
    )
    return _overlapping(query, alerts) if within else query


def _overlapping(query: Select[Any], table: Any) -> Select[Any]:
    start, end = _period()
    return query.where(table.c.start_at < end, table.c.end_at > start)


@cache
def replacements_wanted(*, bounded: bool) -> Select[Any]:
    """Return the query of the rows of some `logs` that later ones tell anew."""
    table, last = tables.alert_replacements, _last(bounded=bounded)
    return select(table.c.target, table.c.rows).where(
        table.c.target.in_(bindparam("logs", expanding=True)),
        until(table.c.seq, last),
        ~is_retracted(table.c.seq, None, last),
    )


@cache
def heard_wanted(*, bounded: bool, within: bool) -> tuple[Select[Any], ...]:
    """Return the queries of what is heard: of a period, that which reaches into it, and the latest of before it."""
    logs, last = tables.alert_logs, _last(bounded=bounded)
    query = (
        select(logs.c.seq, logs.c.feed, logs.c.heard)
        .where(until(logs.c.seq, last), ~is_retracted(logs.c.seq, None, last))
        .order_by(logs.c.heard_until.desc())
    )
    if not within:
        return (query,)
    start, end = _period()
    begun = query.where(logs.c.heard_since < end)
    return begun.where(logs.c.heard_until >= start), begun.where(logs.c.heard_until < start).limit(_EARLIER)
