"""Documents as the ledger has them: in the order they were recorded, by entry, by text, by who has not read them yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from vidbiy.ledger import tables
from vidbiy.ledger.canonical import from_micros, micros
from vidbiy.ledger.database import STREAM, stream
from vidbiy.ledger.in_force import horizon, is_retracted, is_superseded, until
from vidbiy.ledger.stored import StoredDocument
from vidbiy.model import Document

__all__ = ["documents_at", "documents_of", "outdated", "same_text", "stored_document", "with_contents"]


def documents_of(
    connection: Connection,
    *,
    id: str | None = None,
    source: str | None = None,
    as_of: datetime | None = None,
    known_by: datetime | None = None,
    every_version: bool = False,
    retracted: bool = False,
) -> Iterator[StoredDocument]:
    """Yield documents in the order they were recorded: of each the latest version, unless `every_version`."""
    last = horizon(connection, as_of)
    documents = tables.documents
    query = with_contents().where(until(documents.c.seq, last)).order_by(documents.c.seq)
    if id is not None:
        query = query.where(documents.c.id == id)
    if source is not None:
        query = query.where(documents.c.source == source)
    if known_by is not None:
        query = query.where(documents.c.known_at <= micros(known_by))
    if not every_version:
        query = query.where(~is_superseded(documents.c.seq, last))
    if not retracted:
        query = query.where(~is_retracted(documents.c.seq, None, last))
    yield from map(stored_document, stream(connection, query))


def documents_at(connection: Connection, seqs: Sequence[int]) -> Iterator[StoredDocument]:
    """Yield the documents at these entries, whatever became of them since."""
    documents = tables.documents
    for first in range(0, len(seqs), STREAM):
        query = with_contents().where(documents.c.seq.in_(seqs[first : first + STREAM])).order_by(documents.c.seq)
        yield from map(stored_document, stream(connection, query))


def outdated(connection: Connection, reader: str) -> Iterator[StoredDocument]:
    """Yield the latest versions of documents whose last reading is not by `reader`; redacted ones have no text."""
    documents, readings, contents = tables.documents, tables.readings.alias(), tables.document_contents
    by_it = select(readings.c.seq).where(readings.c.document == documents.c.seq, readings.c.reader == reader)
    query = (
        with_contents()
        .where(contents.c.seq.is_not(None), ~by_it.exists(), ~is_superseded(documents.c.seq, None))
        .order_by(documents.c.seq)
    )
    yield from map(stored_document, stream(connection, query))


def same_text(connection: Connection, seq: int) -> Iterator[StoredDocument]:
    """Yield the other documents with the text of document `seq`."""
    documents, contents = tables.documents, tables.document_contents
    of_it = select(documents.c.text_hash).where(documents.c.seq == seq).scalar_subquery()
    query = with_contents().where(documents.c.text_hash == of_it, documents.c.seq != seq, contents.c.seq.is_not(None))
    yield from map(stored_document, stream(connection, query.order_by(documents.c.seq)))


def with_contents() -> Select[Any]:
    """Return the query of documents with their contents, where those are there."""
    documents, contents, entries = tables.documents, tables.document_contents, tables.entries
    return (
        select(
            documents,
            contents.c.seq.label("content"),
            contents.c.text,
            contents.c.title,
            contents.c.url,
            contents.c.address,
            entries.c.recorded_at,
        )
        .join(entries, entries.c.seq == documents.c.seq)
        .outerjoin(contents, contents.c.seq == documents.c.seq)
    )


def stored_document(row: Any) -> StoredDocument:
    """Make a document of its row."""
    published = None if row.published is None else datetime.fromisoformat(row.published)
    redacted = row.content is None
    return StoredDocument(
        seq=row.seq,
        document=Document(row.id, "" if redacted else row.text, published, row.source, row.url, row.title),
        version=row.version,
        supersedes=row.supersedes,
        recorded_at=from_micros(row.recorded_at),
        fetched_at=from_micros(row.fetched_at),
        tool=row.tool,
        address=row.address,
        raw_hash=bytes(row.raw_hash).hex(),
        text_hash=bytes(row.text_hash).hex(),
        redacted=redacted,
    )
