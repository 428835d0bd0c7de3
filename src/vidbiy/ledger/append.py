"""Appending: documents with their readings, new readings. Whatever is known already is left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, select

from vidbiy.ledger import tables
from vidbiy.ledger.carry import carry_judgements
from vidbiy.ledger.chain import Chain
from vidbiy.ledger.prepare import PreparedDocument, PreparedReading
from vidbiy.ledger.records import Receipt, State

__all__ = ["append_documents", "append_readings", "known_contents"]

_T = TypeVar("_T")
_AT_ONCE = 500  # values in one IN (...): SQLite takes 32,766 in a statement, old builds 999


def known_contents(connection: Connection, keys: Iterable[bytes]) -> dict[bytes, int]:
    """Return the entries of the contents that are known."""
    documents = tables.documents
    found: dict[bytes, int] = {}
    for some in _parts(list(keys)):
        query = select(documents.c.content_key, documents.c.seq).where(documents.c.content_key.in_(some))
        found.update((bytes(row.content_key), row.seq) for row in connection.execute(query))
    return found


class _Latest(NamedTuple):
    seq: int
    version: int


def _latest_versions(connection: Connection, keys: Iterable[bytes]) -> dict[bytes, _Latest]:
    documents = tables.documents
    found: dict[bytes, _Latest] = {}
    for some in _parts(list(keys)):
        query = (
            select(documents.c.origin_key, documents.c.seq, documents.c.version)
            .where(documents.c.origin_key.in_(some))
            .order_by(documents.c.version)
        )
        found.update((bytes(row.origin_key), _Latest(row.seq, row.version)) for row in connection.execute(query))
    return found


def append_documents(connection: Connection, batch: Sequence[PreparedDocument]) -> list[Receipt]:
    """Append what is new of the batch, and return a receipt for each of it, in order."""
    chain = Chain(connection)
    known = known_contents(connection, {new.row["content_key"] for new in batch})
    latest = _latest_versions(connection, {new.row["origin_key"] for new in batch})
    receipts = []
    for new in batch:
        content, origin, id = new.row["content_key"], new.row["origin_key"], new.row["id"]
        seq = known.get(content)
        if seq is not None:
            receipts.append(Receipt(seq, State.KNOWN, id))
            continue
        before = latest.get(origin)
        row = {
            **new.row,
            "version": 1 if before is None else before.version + 1,
            "supersedes": None if before is None else before.seq,
        }
        seq = chain.add("document", "documents", row)
        chain.put("document_contents", {"seq": seq, **new.contents})
        if new.reading is not None:
            _add_reading(chain, seq, new.reading, replaces=None)
        known[content] = seq
        latest[origin] = _Latest(seq, row["version"])
        receipts.append(Receipt(seq, State.NEW if before is None else State.VERSION, id))
    chain.save()
    return receipts


def _add_reading(chain: Chain, document: int, reading: PreparedReading, *, replaces: int | None) -> int:
    reading_seq = chain.seq + 1
    claims = [{**claim, "reading": reading_seq, "document": document} for claim in reading.claims]
    seq = chain.add(
        "reading", "readings", {**reading.row, "document": document, "replaces": replaces}, {"claims": claims}
    )
    if reading.problems is not None:
        chain.put("reading_problems", {"seq": seq, "problems": reading.problems})
    return seq


def append_readings(connection: Connection, batch: Sequence[tuple[int, PreparedReading]]) -> list[int | None]:
    """Append new readings of documents, each in place of the last one; None where this reader has read it already."""
    chain = Chain(connection)
    last = _last_readings(connection, {document for document, _ in batch})
    seqs: list[int | None] = []
    for document, reading in batch:
        before = last.get(document)
        if before is not None and before[1] == reading.row["reader"]:
            seqs.append(None)
            continue
        replaces = None if before is None else before[0]
        seq = _add_reading(chain, document, reading, replaces=replaces)
        if replaces is not None:
            carry_judgements(connection, chain, replaces, seq, reading.claims)
        last[document] = (seq, reading.row["reader"])
        seqs.append(seq)
    chain.save()
    return seqs


def _last_readings(connection: Connection, documents: Iterable[int]) -> dict[int, tuple[int, str]]:
    readings = tables.readings
    found: dict[int, tuple[int, str]] = {}
    for some in _parts(list(documents)):
        query = (
            select(readings.c.document, readings.c.seq, readings.c.reader)
            .where(readings.c.document.in_(some))
            .order_by(readings.c.seq)
        )
        found.update((row.document, (row.seq, row.reader)) for row in connection.execute(query))
    return found


def _parts(values: list[_T]) -> Iterable[list[_T]]:
    for at in range(0, len(values), _AT_ONCE):
        yield values[at : at + _AT_ONCE]
