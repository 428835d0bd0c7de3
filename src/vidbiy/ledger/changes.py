"""What was appended since an entry: for whoever follows a ledger and must not read all of it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from vidbiy.ledger import tables
from vidbiy.ledger.canonical import FIRST, from_micros
from vidbiy.ledger.chain import Head, read_head

__all__ = ["Changes", "NewArrival", "changes_since"]

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArrival:
    """A document that came, and how many claims were read in it."""

    seq: int
    id: str
    source: str | None
    version: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What came after an entry. ``everything`` says that it cannot be told which times it is about."""

    since: int
    head: Head
    recorded_at: datetime | None
    """When the last entry was recorded; None for an empty ledger."""
    documents: tuple[NewArrival, ...] = ()
    spans: tuple[Span, ...] = ()
    """The times that new or overtaken claims are about, background left out; one for each document and period."""
    alerts: tuple[int, ...] = ()
    """The entries of new logs of alerts, also of such that report none: they move what is known."""
    alert_span: Span | None = None
    everything: bool = False


def changes_since(connection: Connection, since: int, *, limit: int) -> Changes:
    """Return what came after entry `since`; `everything` if that is more than `limit` entries, or touches old ones."""
    head = read_head(connection)
    entries = tables.entries
    recorded_at = connection.execute(select(tables.head.c.recorded_at)).scalar()
    recorded = from_micros(recorded_at) if head.seq and recorded_at is not None else None
    base: dict[str, Any] = {"since": since, "head": head, "recorded_at": recorded}
    if head.seq <= since:
        return Changes(**base)
    if head.seq - since > limit:
        return Changes(**base, everything=True)
    kinds = set(connection.execute(select(entries.c.kind).where(entries.c.seq > since).distinct()).scalars())
    documents = _arrivals(connection, since)
    readings = tables.readings
    reread = select(func.count()).where(readings.c.seq > since, readings.c.replaces.is_not(None))
    judged = kinds & {"correction", "retraction", "redaction"}
    return Changes(
        **base,
        documents=documents,
        spans=tuple(_spans(connection, since, (each.seq for each in documents if each.version > 1))),
        everything=bool(judged) or bool(connection.execute(reread).scalar()),
        **_alerts(connection, since),
    )


def _arrivals(connection: Connection, since: int) -> tuple[NewArrival, ...]:
    documents, claims = tables.documents, tables.claims
    query = (
        select(
            documents.c.seq,
            documents.c.id,
            documents.c.source,
            documents.c.version,
            func.count(claims.c.ordinal).label("claims"),
        )
        .outerjoin(claims, (claims.c.document == documents.c.seq))
        .where(documents.c.seq > since)
        .group_by(documents.c.seq, documents.c.id, documents.c.source, documents.c.version)
        .order_by(documents.c.seq)
    )
    return tuple(
        NewArrival(seq=row.seq, id=row.id, source=row.source, version=row.version, claims=row.claims)
        for row in connection.execute(query)
    )


def _spans(connection: Connection, since: int, versions: Iterable[int]) -> Iterable[Span]:
    """Yield the times of new claims, and of the claims of documents that have a newer version now."""
    claims, documents = tables.claims, tables.documents
    # DISTINCT would have SQLite walk the index by time, all of it, to have the rows in order.
    columns = select(claims.c.start_at, claims.c.end_at).where(claims.c.background.is_(False))
    found = {tuple(row) for row in connection.execute(columns.where(claims.c.seq > since))}
    newer = list(versions)
    if newer:
        before = select(documents.c.supersedes).where(documents.c.seq.in_(newer))
        found |= {tuple(row) for row in connection.execute(columns.where(claims.c.document.in_(before)))}
    for start, end in sorted(found):
        yield from_micros(start), from_micros(end)


def _alerts(connection: Connection, since: int) -> dict[str, Any]:
    """Return the new logs of alerts, and the time that they are about: what they report, and what they are heard of."""
    logs, chunks = tables.alert_logs, tables.alert_chunks
    began = select(func.min(chunks.c.start_at)).where(chunks.c.seq == logs.c.seq).scalar_subquery()
    query = select(logs.c.seq, began, logs.c.heard_since, logs.c.heard_until, logs.c.fetched_at).where(
        logs.c.seq > since
    )
    found = [tuple(row) for row in connection.execute(query)]
    if not found:
        return {}
    times = [time for _, *told in found for time in told if time is not None and time != FIRST]
    return {
        "alerts": tuple(sorted(row[0] for row in found)),
        "alert_span": (from_micros(min(times)), from_micros(max(times))),
    }
