"""Claims as the ledger has them: those in force that are wanted, in the order of the time that they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Select, bindparam, func, select, tuple_

from vidbiy.ledger import tables
from vidbiy.ledger.canonical import from_micros, micros
from vidbiy.ledger.database import stream
from vidbiy.ledger.in_force import claim_counts, horizon
from vidbiy.ledger.records import ClaimRef
from vidbiy.ledger.stored import REDACTED, StoredClaim
from vidbiy.model import Claim, Effect, Measure, Modality, TimePrecision

__all__ = ["ClaimQuery", "claim_at", "claims_of", "last_claim"]

_MEASURES = {each.value: each for each in Measure}
_EFFECTS: dict[str | None, Effect | None] = {None: None, **{each.value: each for each in Effect}}
_PRECISIONS = {each.value: each for each in TimePrecision}
_MODALITIES = {each.value: each for each in Modality}
_OF_CLAIMS = (
    "seq", "ordinal", "reading", "document", "measure", "subject", "low", "high", "approx", "of", "unit", "effect", "place",
    "start", "end", "time_precision", "speaker", "speaker_start", "speaker_end", "modality", "span_start", "span_end", "rule",
)  # fmt: skip
_LONGEST = timedelta(days=3)  # a period that is longer is background: `prepare`


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
    """Make a claim of its row: by place, for a night has thousands, and a name costs more to look up than most fields."""
    (
        seq, ordinal, reading, document, measure, subject, low, high, approx, of, unit, effect, place,
        start, end, precision, speaker, speaker_start, speaker_end, modality, first, last, rule,
        id, published, source, reader, recorded_at, content, quote, speaker_text,
    ) = row  # fmt: skip
    return StoredClaim(
        ref=ClaimRef(seq, ordinal),
        claim=Claim(
            measure=_MEASURES[measure],
            subject=subject,
            low=low,
            high=high,
            approx=approx,
            of=of,
            unit=unit,
            effect=_EFFECTS[effect],
            place=place,
            start=_time(start),
            end=_time(end),
            time_precision=_PRECISIONS[precision],
            speaker=speaker,
            speaker_text=None if speaker_start is None else _words(speaker_text, speaker_start, speaker_end),
            modality=_MODALITIES[modality],
            span=(first, last),
            quote=_words(quote, first, last),
            rule=rule,
        ),
        document=document,
        document_id=id,
        published=_time(published),
        source=source,
        recorded_at=_recorded(recorded_at),
        reader=reader,
        corrected=seq != reading,
        redacted=content is None,
    )


# The claims of a night have few times between them: a document's, and the night's own.
_recorded = lru_cache(maxsize=1024)(from_micros)


@lru_cache(maxsize=1024)
def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _words(text: str | None, start: int, end: int) -> str:
    """Return the words of a span; they are blotted out where the text is gone."""
    return REDACTED * (end - start) if text is None else text


@cache
def _claims_that_count(*, bounded: bool, latest: bool) -> Select[Any]:
    """Return the query of claims in force. It is the same for all questions, and takes longer to make than to run."""
    last = bindparam("last", type_=BigInteger) if bounded else None
    return _all_claims().where(claim_counts(tables.claims, last, latest=latest))


def _all_claims() -> Select[Any]:
    claims, contents = tables.claims, tables.document_contents
    documents, readings, entries = tables.documents, tables.readings, tables.entries
    return (
        select(
            *(claims.c[name] for name in _OF_CLAIMS),
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
        yield _below_place(column.place, query.place)
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


def _below_place(column: Any, place: str) -> ColumnElement[bool]:
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
