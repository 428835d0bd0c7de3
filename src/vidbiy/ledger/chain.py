"""The chain: entries numbered without a gap, each with the hash of the one before it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select, update

from vidbiy.ledger import tables
from vidbiy.ledger.bodies import COLUMNS, FORMAT, PARTS, body_hash, entry_hash
from vidbiy.ledger.errors import RecordError

__all__ = ["Chain", "Head", "read_head"]


class Head(NamedTuple):
    """The end of the chain. Whoever keeps it can prove later that nothing before it was changed."""

    seq: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash.hex()}"

    @classmethod
    def parse(cls, text: str) -> Head:
        """Return the head that `vidbiy ledger head` printed."""
        seq, colon, digits = text.strip().partition(":")
        try:
            found = cls(int(seq), bytes.fromhex(digits))
        except ValueError:
            found = cls(-1, b"")
        if not colon or found.seq < 0 or len(found.hash) != 32:
            raise RecordError(f"{text!r} is no head; give what `vidbiy ledger head` printed, like 12:5f70bf18….")
        return found


def read_head(connection: Connection) -> Head:
    """Return the end of the chain as it is noted."""
    row = connection.execute(select(tables.head.c.seq, tables.head.c.entry_hash)).one()
    return Head(row.seq, bytes(row.entry_hash))


class Chain:
    """The chain while one transaction appends to it. Making it takes the lock that lets only one append at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # SQLite's transaction is exclusive already; there FOR UPDATE is left out.
        row = connection.execute(select(tables.head).with_for_update()).one()
        self.seq: int = row.seq
        self._hash = bytes(row.entry_hash)
        # Clocks are set back; the times in the ledger never are.
        self.recorded_at = max(int(time.time() * 1_000_000), row.recorded_at)
        self._entries: list[dict[str, Any]] = []
        self._rows: dict[str, list[dict[str, Any]]] = {}

    def add(
        self,
        kind: str,
        table: str,
        row: dict[str, Any],
        parts: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    ) -> int:
        """Append an entry with its row and the rows of its parts, by the parts' names, and return its number."""
        self.seq += 1
        values = [row[name] for name in COLUMNS[kind][1]]
        own = [(part, (parts or {}).get(part.name, ())) for part in PARTS.get(kind, ())]
        hashed = {part.name: [[each[name] for name in part.columns] for each in rows] for part, rows in own}
        body = body_hash(kind, values, hashed)
        hash = entry_hash(self.seq, kind, self.recorded_at, body, self._hash)
        self._entries.append(
            {
                "seq": self.seq,
                "kind": kind,
                "format": FORMAT,
                "recorded_at": self.recorded_at,
                "body_hash": body,
                "previous_hash": self._hash,
                "entry_hash": hash,
            }
        )
        self._hash = hash
        self.put(table, {"seq": self.seq, **row})
        for part, rows in own:
            for each in rows:
                self.put(part.table, {"seq": self.seq, **each})
        return self.seq

    def put(self, table: str, row: dict[str, Any]) -> None:
        """Take a row along that belongs to an entry of this transaction."""
        self._rows.setdefault(table, []).append(row)

    def save(self) -> None:
        """Write all that was added, and note the new end."""
        if not self._entries:
            return
        self._connection.execute(insert(tables.entries), self._entries)
        for name, rows in self._rows.items():
            self._connection.execute(insert(tables.metadata.tables[name]), rows)
        self._connection.execute(
            update(tables.head).values(seq=self.seq, recorded_at=self.recorded_at, entry_hash=self._hash)
        )
