"""One thing by its number, whatever its state; and pages of what there is, for whoever leafs through a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from vidbiy.ledger import tables
from vidbiy.ledger.canonical import from_micros
from vidbiy.ledger.document_query import stored_document, with_contents
from vidbiy.ledger.records import ClaimRef
from vidbiy.ledger.stored import StoredDocument

__all__ = [
    "Activity",
    "Decision",
    "Entry",
    "activity",
    "decisions_on",
    "document_at",
    "entry_at",
    "newest_documents",
    "reading_of",
]

_WHOLE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A link of the chain. Hashes are hex."""

    seq: int
    kind: str
    recorded_at: datetime
    entry_hash: str
    previous_hash: str
    body_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided about an entry or a claim: an entry of its own."""

    seq: int
    kind: str
    """``correction``, ``retraction`` or ``redaction``."""
    target: int
    claim: ClaimRef | None
    """The claim it is about; None where it is about the entry as a whole."""
    author: str
    reason: str
    recorded_at: datetime


def entry_at(connection: Connection, seq: int) -> Entry | None:
    """Return a link of the chain by its number."""
    row = connection.execute(select(tables.entries).where(tables.entries.c.seq == seq)).one_or_none()
    if row is None:
        return None
    return Entry(
        seq=row.seq,
        kind=row.kind,
        recorded_at=from_micros(row.recorded_at),
        entry_hash=bytes(row.entry_hash).hex(),
        previous_hash=bytes(row.previous_hash).hex(),
        body_hash=bytes(row.body_hash).hex(),
    )


def document_at(connection: Connection, seq: int) -> StoredDocument | None:
    """Return the document of an entry: whatever version it is, redacted and retracted too."""
    row = connection.execute(with_contents().where(tables.documents.c.seq == seq)).one_or_none()
    return None if row is None else stored_document(row)


def newest_documents(
    connection: Connection, *, before: int | None, source: str | None, limit: int
) -> Iterator[StoredDocument]:
    """Yield documents in every version, the last recorded first, from the one before entry `before` on."""
    documents = tables.documents
    query = with_contents().order_by(documents.c.seq.desc()).limit(limit)
    if before is not None:
        query = query.where(documents.c.seq < before)
    if source is not None:
        query = query.where(documents.c.source == source)
    yield from map(stored_document, connection.execute(query))


def reading_of(connection: Connection, document: int) -> tuple[int, str | None] | None:
    """Return the last reading of a document: its entry, and the language that was found."""
    readings = tables.readings
    query = select(readings.c.seq, readings.c.language).where(readings.c.document == document)
    row = connection.execute(query.order_by(readings.c.seq.desc()).limit(1)).one_or_none()
    return None if row is None else (row.seq, row.language)


def decisions_on(connection: Connection, seqs: Iterable[int]) -> list[Decision]:
    """Return what was decided about some entries or claims of them, in the order it was decided."""
    wanted = sorted(set(seqs))
    found = []
    for kind, table in (
        ("correction", tables.corrections),
        ("retraction", tables.retractions),
        ("redaction", tables.redactions),
    ):
        query = (
            select(table, tables.entries.c.recorded_at)
            .join(tables.entries, tables.entries.c.seq == table.c.seq)
            .where(table.c.target.in_(wanted))
        )
        found += [_decision(kind, row) for row in connection.execute(query).mappings()]
    return sorted(found, key=lambda each: each.seq)


def _decision(kind: str, row: Any) -> Decision:
    ordinal = row.get("target_ordinal", _WHOLE)
    return Decision(
        seq=row["seq"],
        kind=kind,
        target=row["target"],
        claim=None if ordinal == _WHOLE else ClaimRef(row["target"], ordinal),
        author=row["author"],
        reason=row["reason"],
        recorded_at=from_micros(row["recorded_at"]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """How much a source published, and when it was heard last."""

    source: str | None
    documents: int
    last: datetime


def activity(connection: Connection) -> list[Activity]:
    """Return the activity of every source that published a document, in every version."""
    documents = tables.documents
    query = select(documents.c.source, func.count(), func.max(documents.c.known_at)).group_by(documents.c.source)
    return [
        Activity(source=source, documents=count, last=from_micros(last))
        for source, count, last in connection.execute(query)
    ]
