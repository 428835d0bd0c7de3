"""What is in force: the claims and documents that count now, or counted at any moment of the past."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, FromClause, Select, bindparam, func, select, true, tuple_

from vidbiy.ledger import tables
from vidbiy.ledger.canonical import from_micros, micros
from vidbiy.ledger.records import ClaimRef
from vidbiy.ledger.stored import StoredClaim, StoredDocument, stored_claim
from vidbiy.model import Document

__all__ = [
    "ClaimQuery",
    "claim_at",
    "claims_of",
    "documents_at",
    "documents_of",
    "horizon",
    "is_retracted",
    "last_claim",
    "outdated",
    "same_text",
    "stored_document",
    "stream",
    "until",
    "with_contents",
]

_LONGEST = timedelta(days=3)  # a period that is longer is background: `prepare`
_STREAM = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery:
    """Which claims. What is None does not matter; places, measures and subjects include what is below them."""

    period: tuple[datetime, datetime] | None = None
    """Claims about a time that overlaps this; background (longer than three days, or open) is left out."""
    background: bool = False
    """With `period`: what is background as well."""
    place: str | None = None
    measure: str | None = None
    subject: str | None = None
    speaker: str | None = None
    document: int | None = None
    """The entry of a document; its claims, also if there is a later version of it."""
    known_by: datetime | None = None
    """Claims of documents that were published by then."""
    as_of: datetime | None = None
    """As the ledger was at that moment."""
    limit: int | None = None
    after: ClaimRef | None = None
    """From the one after this claim on, in the order of the answer: for asking page by page."""


def horizon(connection: Connection, as_of: datetime | None) -> int | None:
    """Return the last entry at that moment; times never run back in the chain, so all before it are older."""
    if as_of is None:
        return None
    entries = tables.entries
    found = connection.execute(select(func.max(entries.c.seq)).where(entries.c.recorded_at <= micros(as_of))).scalar()
    return 0 if found is None else found


def claims_of(connection: Connection, query: ClaimQuery) -> Iterator[StoredClaim]:
    """Yield the claims in the order of the time they are about; those of one document as they stand in it."""
    last = horizon(connection, query.as_of)
    counted = _claims_that_count(bounded=last is not None, latest=query.document is None)
    order = _claim_order(query)
    wanted = counted.where(*_claim_conditions(query)).order_by(*order)
    if query.after is not None:
        wanted = wanted.where(_beyond(order, query.after))
    if query.limit is not None:
        wanted = wanted.limit(query.limit)
    for row in stream(connection, wanted, {} if last is None else {"last": last}):
        yield _stored(row)


def claim_at(connection: Connection, ref: ClaimRef) -> StoredClaim | None:
    """Return a claim by its number, also one that no longer counts."""
    claims = tables.claims
    query = _all_claims().where(claims.c.seq == ref.seq, claims.c.ordinal == ref.ordinal)
    row = connection.execute(query).one_or_none()
    return None if row is None else _stored(row)


def _stored(row: Any) -> StoredClaim:
    return StoredClaim(
        ref=ClaimRef(row.seq, row.ordinal),
        claim=stored_claim(row),
        document=row.document,
        document_id=row.id,
        published=None if row.published is None else datetime.fromisoformat(row.published),
        source=row.source,
        recorded_at=from_micros(row.recorded_at),
        reader=row.reader,
        corrected=row.seq != row.reading,
        redacted=row.content is None,
    )


@cache
def _claims_that_count(*, bounded: bool, latest: bool) -> Select[Any]:
    """Return the query of claims in force. It is the same for all questions, and takes longer to make than to run."""
    last = bindparam("last", type_=BigInteger) if bounded else None
    return _all_claims().where(_claim_counts(tables.claims, last, latest=latest))


def _all_claims() -> Select[Any]:
    claims, contents = tables.claims, tables.document_contents
    documents, readings, entries = tables.documents, tables.readings, tables.entries
    return (
        select(
            claims,
            documents.c.id,
            documents.c.published,
            documents.c.source,
            readings.c.reader,
            entries.c.recorded_at,
            contents.c.seq.label("content"),
            _cut(contents.c.text, claims.c.span_start, claims.c.span_end).label("quote"),
            _cut(contents.c.text, claims.c.speaker_start, claims.c.speaker_end).label("speaker_text"),
        )
        .join(documents, documents.c.seq == claims.c.document)
        .join(readings, readings.c.seq == claims.c.reading)
        .join(entries, entries.c.seq == claims.c.seq)
        .outerjoin(contents, contents.c.seq == claims.c.document)
    )


def _cut(text: Any, start: Any, end: Any) -> Any:
    return func.substr(text, start + 1, end - start)


def _claim_conditions(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    column = tables.claims.c
    if query.document is not None:
        yield column.document == query.document
    if query.place is not None:
        yield below_place(column.place, query.place)
    if query.measure is not None:
        yield column.measure == query.measure
    if query.subject is not None:
        yield (column.subject == query.subject) | column.subject.startswith(f"{query.subject}.", autoescape=True)
    if query.speaker is not None:
        yield column.speaker == query.speaker
    if query.known_by is not None:
        yield tables.documents.c.known_at <= micros(query.known_by)
    if query.period is not None:
        start, end = query.period
        yield column.start_at < micros(end)
        yield column.end_at > micros(start)
        if not query.background:
            yield column.start_at >= micros(start - _LONGEST)
            yield column.background.is_(False)


def below_place(column: Any, place: str) -> ColumnElement[bool]:
    """Return that a place is `place` or lies in it, as one stretch of the index.

    Below a country stand `-` and a region, below a region `.` and a place; `/` is the character after them.
    """
    if "." in place:
        return column == place  # type: ignore[no-any-return]
    return (column >= place) & (column < f"{place}/")  # type: ignore[no-any-return]


def _claim_order(query: ClaimQuery) -> tuple[ColumnElement[Any], ...]:
    column = tables.claims.c
    if query.document is not None:
        return column.document, column.seq, column.ordinal
    if query.place is not None and "." not in query.place and query.period is None:
        return column.place, column.start_at, column.seq, column.ordinal
    return column.start_at, column.seq, column.ordinal


def _beyond(order: tuple[ColumnElement[Any], ...], ref: ClaimRef) -> ColumnElement[bool]:
    """Return that a claim comes after another in that order."""
    other = tables.claims.alias()
    place = [
        select(other.c[str(column.key)]).where(other.c.seq == ref.seq, other.c.ordinal == ref.ordinal).scalar_subquery()
        for column in order
    ]
    return tuple_(*order) > tuple_(*place)


def _claim_counts(claims: Any, last: Any, *, latest: bool) -> ColumnElement[bool]:
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
        conditions.append(~_superseded(claims.c.document, last))
    return _all(conditions)


def _all(conditions: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    found: ColumnElement[bool] = true()
    for condition in conditions:
        found = found & condition
    return found


def until(column: Any, last: Any) -> ColumnElement[bool]:
    """Return that an entry was there at the horizon."""
    return true() if last is None else column <= last


def _exists(table: FromClause, condition: ColumnElement[bool], last: Any) -> ColumnElement[bool]:
    return select(table.c.seq).where(condition, until(table.c.seq, last)).exists()


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


def _superseded(document: Any, last: Any) -> ColumnElement[bool]:
    newer = tables.documents.alias()
    return _exists(newer, newer.c.supersedes == document, last)


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
        query = query.where(~_superseded(documents.c.seq, last))
    if not retracted:
        query = query.where(~is_retracted(documents.c.seq, None, last))
    yield from map(stored_document, stream(connection, query))


def documents_at(connection: Connection, seqs: Sequence[int]) -> Iterator[StoredDocument]:
    """Yield the documents at these entries, whatever became of them since."""
    documents = tables.documents
    for first in range(0, len(seqs), _STREAM):
        query = with_contents().where(documents.c.seq.in_(seqs[first : first + _STREAM])).order_by(documents.c.seq)
        yield from map(stored_document, stream(connection, query))


def last_claim(
    connection: Connection, *, known_by: datetime | None = None, before: datetime | None = None
) -> datetime | None:
    """Return when the last thing that is claimed began; background is left out."""
    claims, documents = tables.claims, tables.documents
    query = select(claims.c.start_at).where(claims.c.background.is_(False)).order_by(claims.c.start_at.desc()).limit(1)
    if known_by is not None:
        query = query.join(documents, documents.c.seq == claims.c.document).where(
            documents.c.known_at <= micros(known_by)
        )
    if before is not None:
        query = query.where(claims.c.start_at < micros(before))
    found = connection.execute(query).scalar()
    return None if found is None else from_micros(found)


def outdated(connection: Connection, reader: str) -> Iterator[StoredDocument]:
    """Yield the latest versions of documents whose last reading is not by `reader`; redacted ones have no text."""
    documents, readings, contents = tables.documents, tables.readings.alias(), tables.document_contents
    by_it = select(readings.c.seq).where(readings.c.document == documents.c.seq, readings.c.reader == reader)
    query = (
        with_contents()
        .where(contents.c.seq.is_not(None), ~by_it.exists(), ~_superseded(documents.c.seq, None))
        .order_by(documents.c.seq)
    )
    yield from map(stored_document, stream(connection, query))


def same_text(connection: Connection, seq: int) -> Iterator[StoredDocument]:
    """Yield the other documents with the text of document `seq`."""
    documents, contents = tables.documents, tables.document_contents
    of_it = select(documents.c.text_hash).where(documents.c.seq == seq).scalar_subquery()
    query = with_contents().where(documents.c.text_hash == of_it, documents.c.seq != seq, contents.c.seq.is_not(None))
    yield from map(stored_document, stream(connection, query.order_by(documents.c.seq)))


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


def stream(connection: Connection, query: Select[Any], values: Mapping[str, Any] | None = None) -> Iterator[Any]:
    """Yield rows as they come from the database, a few hundred in memory at a time."""
    with connection.execution_options(yield_per=_STREAM).execute(query, dict(values or {})) as rows:
        yield from rows
