"""The alerts of a ledger one by one, and the bytes that a log is kept in."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from vidbiy.ledger import tables
from vidbiy.ledger.canonical import from_micros
from vidbiy.ledger.prepare import RAW_AS_IS, RAW_COMPRESSED
from vidbiy.ledger.stored import StoredAlert
from vidbiy.model import LASTING, AlertInterval, AlertNature

if TYPE_CHECKING:
    from vidbiy.ledger.alert_columns import AlertColumns

__all__ = ["alert_rows", "chunk_bytes", "log_bytes"]


def alert_rows(columns: AlertColumns, place: str | None) -> Iterator[StoredAlert]:
    """Yield the alerts at a place or below it, in the order they began."""
    lists = (columns.start, columns.log, columns.row, columns.end, columns.nature, columns.line)
    for start, log, _, end, code, line in sorted(zip(*(column.tolist() for column in lists), strict=True)):
        nature = columns.natures[code]
        if place is None or nature.place == place or nature.place.startswith((f"{place}.", f"{place}-")):
            yield StoredAlert(seq=log, line=line, interval=_interval(nature, start, end))


def _interval(nature: AlertNature, start: int, end: int) -> AlertInterval:
    return AlertInterval(
        place=nature.place,
        kind=nature.kind,
        start=from_micros(start),
        end=None if end == LASTING else from_micros(end),
        source=nature.source,
        level=nature.level,
        threats=nature.threats,
        partial=nature.partial,
        guessed_start=nature.guessed_start,
        guessed_end=nature.guessed_end,
    )


def chunk_bytes(connection: Connection, seq: int, ordinal: int) -> bytes:
    """Return the columns of one chunk of a log."""
    table = tables.alert_chunks
    query = select(table.c["columns"]).where(table.c.seq == seq, table.c.ordinal == ordinal)
    return bytes(connection.execute(query).scalar_one())


def log_bytes(connection: Connection, seq: int) -> bytes | None:
    """Return the bytes of a log as they came; None where they cannot be read."""
    table = tables.alert_log_raws
    form, raw = connection.execute(select(table.c.raw_form, table.c.raw).where(table.c.seq == seq)).one()
    try:
        if form == RAW_COMPRESSED:
            return zlib.decompress(raw)
        return bytes(raw) if form == RAW_AS_IS else None
    except zlib.error:
        return None
