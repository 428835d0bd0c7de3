"""Logs of alerts on their way in: what of a log is new, what it tells anew, and the chunks that it is kept in.

What a log has that an earlier log of its feed had is not kept twice, so that a file that only grows costs what it grew by.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from vidbiy.ledger import tables
from vidbiy.ledger.alert_columns import AlertColumns, columns_of, nature_row, pack
from vidbiy.ledger.alert_sameness import Sameness, compare
from vidbiy.ledger.canonical import FIRST, canonical, digest, digest_of, from_micros, micros
from vidbiy.ledger.chain import Chain
from vidbiy.ledger.in_force import is_retracted
from vidbiy.ledger.prepare import packed
from vidbiy.ledger.records import AlertQuery, AlertReceipt, NewAlertLog, State
from vidbiy.model import AlertNature

__all__ = ["PreparedAlertLog", "append_alert_log", "prepare_alert_log"]

_LARGEST_CHUNK = 65_536
_MONTH = np.dtype("datetime64[M]")


@dataclass(frozen=True, slots=True)
class PreparedAlertLog:
    """A log as rows that only lack what depends on the ledger."""

    new: NewAlertLog
    row: dict[str, Any]
    raw: tuple[int, bytes]


def prepare_alert_log(new: NewAlertLog) -> PreparedAlertLog:
    """Return the rows of a log: all that needs neither the database nor its lock."""
    provenance = new.provenance
    places: dict[tuple[int, int], list[str]] = {}
    for each in new.heard:
        places.setdefault((micros(each.since), micros(each.until)), []).append(each.place)
    heard = [(sorted(names), since, until) for (since, until), names in sorted(places.items())]
    raw_hash = digest(provenance.raw)
    row = {
        "log_key": digest_of([new.feed, raw_hash.hex(), heard]),
        "feed": new.feed,
        "tool": provenance.tool,
        "address": provenance.address,
        "fetched_at": micros(provenance.fetched_at),
        "raw_hash": raw_hash,
        "lines": new.lines,
        "heard": canonical(heard).decode(),
        "heard_since": min((since for _, since, _ in heard), default=FIRST),
        "heard_until": max((until for *_, until in heard), default=FIRST),
        "problems": canonical(list(new.problems)).decode(),
    }
    return PreparedAlertLog(new, row, packed(provenance.raw))


def append_alert_log(connection: Connection, prepared: PreparedAlertLog) -> AlertReceipt:
    """Append a log as one entry, its alerts in chunks; a log that is known is left as it is."""
    chain = Chain(connection)
    count = len(prepared.new.alerts)
    known = _known_log(connection, prepared.row["log_key"])
    if known is not None:
        return AlertReceipt(seq=known, state=State.KNOWN, new=0, changed=0, known=count, twice=0)
    natures, same = _sameness(connection, prepared.new)
    chunks, used = _chunks(same)
    row = {
        **prepared.row,
        "known": same.known,
        "natures": canonical([nature_row(natures[code]) for code in used]).decode(),
    }
    seq = chain.add("alert_log", "alert_logs", row, {"chunks": chunks, "replaces": _replaces(same)})
    if not _has_raw(connection, row["raw_hash"]):
        form, raw = prepared.raw
        chain.put("alert_log_raws", {"seq": seq, "raw_form": form, "raw": raw})
    chain.save()
    changed = same.changed
    return AlertReceipt(
        seq=seq, state=State.NEW, new=len(same.kept) - changed, changed=changed, known=same.known, twice=same.twice
    )


def _known_log(connection: Connection, key: bytes) -> int | None:
    """Return the entry of a log that is known, unless something was retracted: its alerts may have gone with that."""
    if connection.execute(select(tables.retractions.c.seq).limit(1)).scalar() is not None:
        logs = tables.alert_logs
        gone = select(logs.c.seq).where(is_retracted(logs.c.seq, None, None)).limit(1)
        if connection.execute(gone).scalar() is not None:
            return None
    query = select(tables.alert_logs.c.seq).where(tables.alert_logs.c.log_key == key)
    return connection.execute(query).scalar()


def _has_raw(connection: Connection, raw_hash: bytes) -> bool:
    logs, raws = tables.alert_logs, tables.alert_log_raws
    query = select(raws.c.seq).join(logs, logs.c.seq == raws.c.seq).where(logs.c.raw_hash == raw_hash).limit(1)
    return connection.execute(query).scalar() is not None


def _sameness(connection: Connection, new: NewAlertLog) -> tuple[list[AlertNature], Sameness]:
    """Hold a log against what the ledger has of its time, and return the natures of both with the outcome."""
    table = new.alerts
    start = np.frombuffer(table.start, np.int64) if len(table) else np.empty(0, np.int64)
    period = _period(start)
    old = columns_of(connection, AlertQuery(period=period, heard=False)) if period else _nothing()
    codes = {nature: code for code, nature in enumerate(old.natures)}
    numbers = np.array([codes.setdefault(nature, len(codes)) for nature in table.natures] or [0], np.int64)
    natures = list(codes)
    if not len(table):
        return natures, compare(natures, old, *[np.empty(0, np.int64)] * 4)
    end, line = np.frombuffer(table.end, np.int64), np.frombuffer(table.line, np.uint32).astype(np.int64)
    nature = numbers[np.frombuffer(table.nature, np.uint32)]
    return natures, compare(natures, old, start, end, nature, line)


def _period(start: NDArray[np.int64]) -> tuple[datetime, datetime] | None:
    """Return the time from the first start of a log to just after its last."""
    return None if not len(start) else (from_micros(int(start.min()) - 1), from_micros(int(start.max()) + 1))


def _nothing() -> AlertColumns:
    none = np.empty(0, np.int64)
    return AlertColumns(natures=(), start=none, end=none, nature=none, kept=(), heard=())


def _chunks(same: Sameness) -> tuple[list[dict[str, Any]], list[int]]:
    """Return the chunks of what is kept, in the order of the starts, and the natures that it uses."""
    used, codes = np.unique(same.kept_nature, return_inverse=True)
    order = np.argsort(same.kept_start, kind="stable")
    start, end = same.kept_start[order], same.kept_end[order]
    nature, line = codes[order], same.kept_line[order]
    months = start.astype("datetime64[us]").astype(_MONTH).astype(np.int64)
    edges = np.flatnonzero(np.diff(months)) + 1
    cuts = sorted({0, len(start), *edges.tolist(), *range(0, len(start), _LARGEST_CHUNK)})
    chunks = []
    for ordinal, (first, last) in enumerate(pairwise(cuts)):
        part = slice(first, last)
        packed_columns = pack(start[part], end[part], nature[part], line[part])
        chunks.append(
            {
                "ordinal": ordinal,
                "first_row": first,
                "rows": last - first,
                "start_at": int(start[first]),
                "end_at": int(end[part].max()),
                "columns_hash": digest(packed_columns),
                "columns": packed_columns,
            }
        )
    return chunks, used.tolist()


def _replaces(same: Sameness) -> list[dict[str, Any]]:
    """Return which rows of which logs are told anew."""
    pairs = sorted(same.replaced)
    return [
        {"target": target, "rows": np.array([row for _, row in rows], "<u4").tobytes()}
        for target, rows in groupby(pairs, key=lambda pair: pair[0])
    ]
