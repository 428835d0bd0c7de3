"""What people decide about entries: corrections, retractions, redactions. Each is an entry that names the old one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, select, text

from vidbiy.ledger import tables
from vidbiy.ledger.chain import Chain
from vidbiy.ledger.database import Database
from vidbiy.ledger.errors import LedgerError, RecordError
from vidbiy.ledger.prepare import claim_row
from vidbiy.ledger.records import ClaimRef, Judgement
from vidbiy.model import Claim

__all__ = ["WHOLE", "correct", "erase", "redact", "retract"]

WHOLE = -1
"""The ordinal of an entry as a whole."""
_RETRACTABLE = {"document", "reading", "alert", "alert_log", "correction", "retraction"}


def correct(connection: Connection, ref: ClaimRef, claim: Claim, judgement: Judgement) -> int:
    """Append `claim` in place of the one at `ref`, and return the number of the entry."""
    chain = Chain(connection)
    old = _claim(connection, ref)
    _refuse_if_judged(connection, tables.corrections, ref.seq, ref.ordinal, "corrected")
    contents = tables.document_contents
    stored = connection.execute(select(contents.c.text).where(contents.c.seq == old["document"])).scalar()
    if stored is None:
        raise RecordError(f"The text of claim {ref} is redacted; what it says can no longer be corrected.")
    row = {**claim_row(claim, stored), "ordinal": 0, "reading": old["reading"], "document": old["document"]}
    seq = chain.add("correction", "corrections", _row(judgement, ref.seq, ref.ordinal), {"claims": [row]})
    chain.save()
    return seq


def retract(connection: Connection, seq: int, ordinal: int, judgement: Judgement) -> int:
    """Append that an entry, or one claim of it, no longer counts. A retraction can be retracted in turn, once."""
    chain = Chain(connection)
    kind = _kind(connection, seq)
    if kind not in _RETRACTABLE:
        raise RecordError(
            f"Entry {seq} is a {kind}; only documents, readings, claims, alerts, logs of alerts and corrections are retracted."
        )
    if ordinal != WHOLE:
        _claim(connection, ClaimRef(seq, ordinal))
    if kind == "retraction" and _kind(connection, _target(connection, seq)) == "retraction":
        raise RecordError(f"Entry {seq} restores what was retracted; retract that entry anew instead.")
    _refuse_if_judged(connection, tables.retractions, seq, ordinal, "retracted")
    new = chain.add("retraction", "retractions", _row(judgement, seq, ordinal))
    chain.save()
    return new


def redact(connection: Connection, documents: Sequence[int], judgement: Judgement) -> list[int]:
    """Append that the content of the documents goes, and remove it. The hashes stay, so the chain stays whole."""
    chain = Chain(connection)
    for seq in documents:
        kind = _kind(connection, seq)
        if kind != "document":
            raise RecordError(f"Entry {seq} is a {kind}; only the content of a document is redacted.")
        done = connection.execute(select(tables.redactions.c.seq).where(tables.redactions.c.target == seq)).scalar()
        if done is not None:
            raise RecordError(f"Document {seq} is redacted already, by entry {done}.")
    row = {"author": judgement.author, "reason": judgement.reason}
    seqs = [chain.add("redaction", "redactions", {"target": seq, **row}) for seq in documents]
    chain.save()
    contents, problems, readings = tables.document_contents, tables.reading_problems, tables.readings
    connection.execute(delete(contents).where(contents.c.seq.in_(documents)))
    of_them = select(readings.c.seq).where(readings.c.document.in_(documents))
    connection.execute(delete(problems).where(problems.c.seq.in_(of_them)))
    return seqs


def erase(database: Database, *, rewrite: bool) -> None:
    """Have the database forget what it still holds of removed rows: in its pages, its log, its search index.

    PostgreSQL frees the room of a row, and writes over it when it needs it; with `rewrite` the tables are written anew,
    and nobody can use them meanwhile. SQLite writes zeros at once.

    Raises:
        LedgerError: other processes keep an older state open; the message says to run it again.
    """
    if not database.is_sqlite:
        with database.maintenance() as connection:
            for table in tables.REMOVABLE:
                connection.execute(text(f"VACUUM {'FULL ' if rewrite else ''}{table}"))
        return
    with database.write() as connection:
        # A deletion is only noted in the index until its parts are merged; merged, the words are gone.
        connection.execute(text("INSERT INTO document_search (document_search) VALUES ('optimize')"))
    with database.maintenance() as connection:
        busy = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).one()[0]
    if busy:
        raise LedgerError(
            f"{database.name}: redacted, but the log still holds the text while others read; "
            "`vidbiy ledger compact` removes it once they are done."
        )


def _row(judgement: Judgement, target: int, ordinal: int) -> dict[str, Any]:
    return {"target": target, "target_ordinal": ordinal, "author": judgement.author, "reason": judgement.reason}


def _kind(connection: Connection, seq: int) -> str:
    found = connection.execute(select(tables.entries.c.kind).where(tables.entries.c.seq == seq)).scalar()
    if found is None:
        raise RecordError(f"There is no entry {seq} in the ledger.")
    return str(found)


def _target(connection: Connection, retraction: int) -> int:
    table = tables.retractions
    found: int = connection.execute(select(table.c.target).where(table.c.seq == retraction)).scalar_one()
    return found


def _claim(connection: Connection, ref: ClaimRef) -> dict[str, Any]:
    table = tables.claims
    query = select(table.c.reading, table.c.document).where(table.c.seq == ref.seq, table.c.ordinal == ref.ordinal)
    found = connection.execute(query).mappings().one_or_none()
    if found is None:
        raise RecordError(f"There is no claim {ref} in the ledger.")
    return dict(found)


def _refuse_if_judged(connection: Connection, table: Any, seq: int, ordinal: int, done: str) -> None:
    undone = tables.retractions.alias()
    query = (
        select(table.c.seq)
        .where(table.c.target == seq, table.c.target_ordinal == ordinal)
        .where(~select(undone.c.seq).where(undone.c.target == table.c.seq).correlate(table).exists())
        .order_by(table.c.seq.desc())
    )
    found = connection.execute(query).scalars().first()
    if found is not None:
        what = f"Entry {seq}" if ordinal == WHOLE else f"Claim {ClaimRef(seq, ordinal)}"
        raise RecordError(f"{what} is {done} already, by entry {found}; name that one instead.")
