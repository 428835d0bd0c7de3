"""Proof: a walk over the whole ledger that recomputes every hash and names whatever does not fit."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, func, select

from vidbiy.ledger import tables
from vidbiy.ledger.alert_rows import chunk_bytes, log_bytes
from vidbiy.ledger.bodies import COLUMNS, FORMAT, GENESIS, KINDS, PARTS, body_hash, entry_hash
from vidbiy.ledger.canonical import digest
from vidbiy.ledger.chain import Head
from vidbiy.ledger.prepare import context_hash, problems_hash, raw_bytes

__all__ = ["Finding", "Verification", "take_any_text", "walk"]

_CHUNK = 1000
_SHOWN = 1000  # findings kept; of a ledger that is wrong all over, the rest is only counted

_OF_KIND = {kind: table for kind, (table, _) in COLUMNS.items()}
_PARTS = {part.table: part.columns for parts in PARTS.values() for part in parts}
_TABLES = (*_OF_KIND.values(), *_PARTS, *tables.REMOVABLE, "alert_log_raws")


def _in_order(name: str, columns: Iterable[str]) -> Select[Any]:
    table = tables.metadata.tables[name]
    return select(table.c.seq, *(table.c[column] for column in columns)).order_by(*table.primary_key.columns)


# The number of the entry, then the columns as the hash takes them.
_QUERIES = {
    **{name: _in_order(name, columns) for name, columns in COLUMNS.values()},
    **{name: _in_order(name, columns) for name, columns in _PARTS.items()},
    "alert_log_raws": _in_order("alert_log_raws", ()),
    **{
        name: _in_order(name, (column.name for column in tables.metadata.tables[name].columns if column.name != "seq"))
        for name in tables.REMOVABLE
    },
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written, and the entry where it shows; None where it is the file itself."""

    seq: int | None
    what: str

    def __str__(self) -> str:
        return self.what if self.seq is None else f"entry {self.seq}: {self.what}"


@dataclass(slots=True)
class Verification:
    """What a walk found. A ledger is whole when nothing was found."""

    head: Head = field(default=Head(0, GENESIS))
    entries: int = 0
    redacted: int = 0
    bytes: int = 0
    """How much content and how many rows were hashed, in bytes of text."""
    found: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Tell whether nothing was found."""
        return self.found == 0

    def add(self, seq: int | None, what: str) -> None:
        """Note a finding."""
        self.found += 1
        if len(self.findings) < _SHOWN:
            self.findings.append(Finding(seq, what))


def walk(
    connection: Connection, since: Head | None = None, progress: Callable[[int, int], None] | None = None
) -> Verification:
    """Walk the chain from its beginning to its end, in one state of the ledger, in bounded memory."""
    result = Verification()
    walker = _Walker(connection, result, since)
    noted = connection.execute(select(tables.head)).mappings().all()
    total = noted[0]["seq"] if noted else 0
    for entries in _chunks(connection):
        walker.chunk(entries)
        if progress is not None:
            progress(result.entries, total)
    walker.end(noted)
    return result


def take_any_text(connection: Connection) -> None:
    """Have SQLite give texts whatever their bytes are: what is no UTF-8 fits no hash, and hides nothing else.

    It costs a call for each text, so it is done only where a walk has failed without it.
    """
    driver: Any = connection.connection.driver_connection
    driver.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")


def _chunks(connection: Connection) -> Iterator[list[Any]]:
    entries = tables.entries
    query = select(entries).order_by(entries.c.seq).limit(_CHUNK)
    chunk = connection.execute(query).mappings().all()
    while chunk:
        yield list(chunk)
        chunk = connection.execute(query.where(entries.c.seq > chunk[-1]["seq"])).mappings().all()


def _words(kind: str) -> str:
    return kind.replace("_", " ")


class _Walker:
    """The state of one walk: where it stands, and what the last entry was."""

    def __init__(self, connection: Connection, result: Verification, since: Head | None) -> None:
        self._connection = connection
        self._result = result
        self._since = since
        self._last: int | None = None
        self._recorded_at = 0
        self._raws: set[bytes] = set()
        redactions = tables.redactions
        self._redacted = set(connection.execute(select(redactions.c.target)).scalars())
        if since is not None and since.seq == 0 and since.hash != GENESIS:
            result.add(None, "the head that was given is none of an empty ledger")

    def chunk(self, entries: list[Any]) -> None:
        """Check some entries, and the rows of all tables in their stretch."""
        until = entries[-1]["seq"]
        rows = {name: self._rows(name, until) for name in _TABLES}
        for entry in entries:
            self._entry(entry)
            self._body(entry, rows)
        self._strays(rows)
        self._last = entries[-1]["seq"]

    def _rows(self, name: str, until: int) -> dict[int, list[Any]]:
        """Return the rows of a table after the last chunk up to `until`, by entry."""
        query = _QUERIES[name].where(tables.metadata.tables[name].c.seq <= until)
        if self._last is not None:
            query = query.where(tables.metadata.tables[name].c.seq > self._last)
        found: dict[int, list[Any]] = defaultdict(list)
        for row in self._connection.execute(query).all():
            found[row[0]].append(row)
        return found

    def _entry(self, entry: Any) -> None:
        """Check an entry's place in the chain."""
        seq, result = entry["seq"], self._result
        if seq != result.head.seq + 1:
            missing = result.head.seq + 1
            self._missing(missing, seq - 1)
        if bytes(entry["previous_hash"]) != result.head.hash:
            result.add(seq, f"does not follow from entry {result.head.seq}")
        if entry["format"] != FORMAT or entry["kind"] not in KINDS:
            result.add(seq, f"is of no kind that is known ({entry['kind']!a}, format {entry['format']})")
        if entry["recorded_at"] < self._recorded_at:
            result.add(seq, "was recorded before the entry before it")
        parts = (entry["recorded_at"], bytes(entry["body_hash"]), bytes(entry["previous_hash"]), entry["format"])
        if entry["kind"] in KINDS and entry_hash(seq, entry["kind"], *parts) != bytes(entry["entry_hash"]):
            result.add(seq, "its own hash does not fit what it says")
        self._recorded_at = entry["recorded_at"]
        result.head = Head(seq, bytes(entry["entry_hash"]))
        result.entries += 1
        if self._since is not None and self._since.seq == seq and self._since.hash != result.head.hash:
            result.add(seq, "is not the entry that the given head names: the ledger was written anew")

    def _missing(self, first: int, last: int) -> None:
        if last < first:
            self._result.add(last + 1, "is out of order")
        elif first == last:
            self._result.add(first, "is missing")
        else:
            self._result.add(first, f"is missing, and all up to entry {last}")

    def _body(self, entry: Any, rows: dict[str, dict[int, list[Any]]]) -> None:
        """Check the rows of an entry against its hash; what is checked is taken out of `rows`."""
        seq, kind, result = entry["seq"], entry["kind"], self._result
        own = rows.get(_OF_KIND.get(kind, ""), {}).pop(seq, [])
        parts = {part.name: rows[part.table].pop(seq, []) for part in PARTS.get(kind, ())}
        if not own:
            result.add(seq, f"its {_words(kind)} is missing")
            for name in ("document_contents", "alert_log_raws"):
                rows[name].pop(seq, None)
            return
        try:
            values = {name: [each[1:] for each in found] for name, found in parts.items()}
            if body_hash(kind, own[0][1:], values) != bytes(entry["body_hash"]):
                result.add(seq, f"its {_words(kind)}{' or a claim of it' if parts.get('claims') else ''} was changed")
        except (TypeError, ValueError, KeyError):
            result.add(seq, f"its {_words(kind)} cannot be read")
        if kind == "document":
            self._contents(seq, own[0], rows["document_contents"].pop(seq, []))
        elif kind == "reading":
            self._problems(seq, own[0], rows["reading_problems"].pop(seq, []))
        elif kind == "alert_log":
            self._log(seq, bytes(own[0].raw_hash), parts["chunks"], has_raw=bool(rows["alert_log_raws"].pop(seq, [])))

    def _contents(self, seq: int, row: Any, contents: list[Any]) -> None:
        redacted = seq in self._redacted
        result = self._result
        if redacted:
            result.redacted += 1
        if bool(contents) == redacted:
            result.add(seq, "its text is there though it was redacted" if redacted else "its text is missing")
        for stored in (each._mapping for each in contents):
            try:
                raw, text = raw_bytes(stored), stored["text"].encode()
                result.bytes += len(raw) + len(text)
                same = (
                    digest(text) == bytes(row.text_hash),
                    digest(raw) == bytes(row.raw_hash),
                    context_hash(stored) == bytes(row.context_hash),
                )
            except (zlib.error, TypeError, ValueError, AttributeError):
                same = (False, False, False)
            for fits, what in zip(same, ("text", "raw bytes", "title or address"), strict=True):
                if not fits:
                    result.add(seq, f"its {what} was changed")

    def _problems(self, seq: int, row: Any, stored: list[Any]) -> None:
        expected = row.problems_hash
        if row.document in self._redacted and not stored:
            return
        found = problems_hash(stored[0].problems) if stored else None
        if found != (None if expected is None else bytes(expected)):
            self._result.add(seq, "its problems were changed")

    def _log(self, seq: int, raw_hash: bytes, chunks: list[Any], *, has_raw: bool) -> None:
        """Check the alerts of a log, a chunk at a time, and the bytes that it came as."""
        result = self._result
        for chunk in chunks:
            columns = chunk_bytes(self._connection, seq, chunk.ordinal)
            result.bytes += len(columns)
            if digest(columns) != bytes(chunk.columns_hash):
                result.add(
                    seq, f"alerts {chunk.first_row} to {chunk.first_row + chunk.rows - 1} of its log were changed"
                )
        if has_raw:
            self._raws.add(raw_hash)
            raw = log_bytes(self._connection, seq)
            result.bytes += 0 if raw is None else len(raw)
            if raw is None or digest(raw) != raw_hash:
                result.add(seq, "the bytes of its log were changed")
        elif raw_hash not in self._raws:
            result.add(seq, "the bytes of its log are missing")

    def _strays(self, rows: dict[str, dict[int, list[Any]]]) -> None:
        """Report the rows that no entry of their kind claims."""
        for name, left in rows.items():
            for seq in sorted(left):
                self._result.add(seq, f"a row of {name} belongs to no entry")

    def end(self, noted: Any) -> None:
        """Check what comes after the last entry."""
        result = self._result
        for name in _TABLES:
            table = tables.metadata.tables[name]
            query = select(func.min(table.c.seq), func.count()).select_from(table)
            if self._last is not None:
                query = query.where(table.c.seq > self._last)
            first, count = self._connection.execute(query).one()
            if count:
                result.add(first, f"{count} rows of {name} belong to no entry")
        if len(noted) != 1 or noted[0]["id"] != 1:
            result.add(None, "the note of the chain's end is missing or there are several")
        elif noted[0]["seq"] > result.head.seq:
            self._missing(result.head.seq + 1, noted[0]["seq"])
        elif Head(noted[0]["seq"], bytes(noted[0]["entry_hash"])) != result.head:
            result.add(result.head.seq, "is not the end of the chain that is noted")
        elif noted[0]["recorded_at"] != self._recorded_at:
            result.add(result.head.seq, "was not recorded when the end of the chain was noted")
        if self._since is not None and self._since.seq > result.head.seq:
            result.add(None, f"the ledger ends at entry {result.head.seq}, before the given head ({self._since.seq})")
