"""The ledger: what the other stages use of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from vidbiy.ledger import append, claim_query, document_query, inspection, judge, lookup
from vidbiy.ledger import search as full_text
from vidbiy.ledger.alert_rows import alert_rows
from vidbiy.ledger.chain import Head, read_head
from vidbiy.ledger.changes import Changes, changes_since
from vidbiy.ledger.claim_query import ClaimQuery
from vidbiy.ledger.database import Database
from vidbiy.ledger.inspection import Summary
from vidbiy.ledger.lookup import Activity, Decision, Entry
from vidbiy.ledger.prepare import PreparedDocument, PreparedReading, prepare_document, prepare_reading
from vidbiy.ledger.records import (
    AlertQuery,
    AlertReceipt,
    ClaimRef,
    Judgement,
    NewAlertLog,
    NewDocument,
    NewReading,
    Receipt,
)
from vidbiy.ledger.schema import ensure
from vidbiy.ledger.stored import Hit, StoredAlert, StoredClaim, StoredDocument
from vidbiy.ledger.verify import Verification
from vidbiy.model import Claim

if TYPE_CHECKING:
    from vidbiy.ledger.alert_columns import AlertColumns

__all__ = ["Ledger", "Summary"]


class Ledger:
    """An append-only store of documents, claims and alerts. Make it with `Ledger.open`, close it with `with`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, address: str, *, create: bool = False, read_only: bool = False) -> Ledger:
        """Open the ledger at `address`: a path, `sqlite:///path` or `postgresql://user@host/name`.

        Args:
            address: where the ledger is.
            create: make it if it is not there.
            read_only: promise not to write; a file is opened so that it cannot be written.

        Raises:
            LedgerError: there is none, it cannot be reached, or it is of a newer schema; the message says what to do.
        """
        database = Database(address, read_only=read_only)
        try:
            ensure(database, create=create)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go."""
        self._database.close()

    @property
    def name(self) -> str:
        """The ledger's address, as messages may show it."""
        return self._database.name

    @property
    def path(self) -> Path | None:
        """The file of a ledger in SQLite; None for one on a server."""
        return self._database.path

    # ---- Appending

    def known(self, keys: Iterable[bytes]) -> dict[bytes, int]:
        """Return the entries of the contents (`content_key`) that are known."""
        with self._database.read() as connection:
            return append.known_contents(connection, keys)

    def append(self, batch: Sequence[NewDocument | PreparedDocument]) -> list[Receipt]:
        """Append the documents of a batch that are new, with their readings: all of them, or none.

        When it returns, what it has a receipt for outlasts a power cut.
        """
        prepared = [new if isinstance(new, PreparedDocument) else prepare_document(new) for new in batch]
        with self._database.write() as connection:
            return append.append_documents(connection, prepared)

    def append_readings(self, batch: Sequence[tuple[StoredDocument, NewReading]]) -> list[int | None]:
        """Append new readings of documents in place of the last ones; None where that reader has read it already."""
        prepared = [(stored.seq, prepare_reading(reading, stored.document.text)) for stored, reading in batch]
        return self.append_prepared_readings(prepared)

    def append_prepared_readings(self, batch: Sequence[tuple[int, PreparedReading]]) -> list[int | None]:
        """Append readings that were prepared elsewhere, each with the entry of its document."""
        with self._database.write() as connection:
            return append.append_readings(connection, batch)

    def append_alert_log(self, new: NewAlertLog) -> AlertReceipt:
        """Append a log of alerts as one entry: what is new of it, and what it tells anew. A known log adds nothing."""
        from vidbiy.ledger.alert_logs import append_alert_log, prepare_alert_log  # noqa: PLC0415 - NumPy is slow to load

        prepared = prepare_alert_log(new)
        with self._database.write() as connection:
            return append_alert_log(connection, prepared)

    def settle(self) -> None:
        """Have the database look at what it holds now, after much was added: its plans are better for it."""
        if not self._database.is_sqlite:
            with self._database.maintenance() as connection:
                connection.execute(text("ANALYZE"))

    # ---- Judging

    def correct(self, ref: ClaimRef, claim: Claim, judgement: Judgement) -> int:
        """Append `claim` in place of the one at `ref`; both stay, the old one for any moment before this."""
        with self._database.write() as connection:
            return judge.correct(connection, ref, claim, judgement)

    def retract(self, target: int | ClaimRef, judgement: Judgement) -> int:
        """Append that an entry, or a claim, no longer counts. Retracting the retraction restores it."""
        seq, ordinal = (target.seq, target.ordinal) if isinstance(target, ClaimRef) else (target, judge.WHOLE)
        with self._database.write() as connection:
            return judge.retract(connection, seq, ordinal, judgement)

    def redact(self, documents: Sequence[int], judgement: Judgement) -> list[int]:
        """Remove the content of documents; the hashes, the reason and the chain stay."""
        with self._database.write() as connection:
            seqs = judge.redact(connection, documents, judgement)
        with self._database.translated():
            judge.erase(self._database, rewrite=False)
        return seqs

    def compact(self) -> None:
        """Have the database forget what it still holds of removed content, its tables written anew if need be."""
        with self._database.translated():
            judge.erase(self._database, rewrite=True)

    # ---- Reading

    def claims(self, wanted: ClaimQuery | None = None) -> Iterator[StoredClaim]:
        """Yield the claims in force, one after the other as the database gives them."""
        with self._database.read() as connection:
            yield from claim_query.claims_of(connection, wanted or ClaimQuery())

    def documents(
        self,
        *,
        id: str | None = None,
        source: str | None = None,
        known_by: datetime | None = None,
        as_of: datetime | None = None,
        every_version: bool = False,
        retracted: bool = False,
    ) -> Iterator[StoredDocument]:
        """Yield documents in the order they were recorded.

        Args:
            id: the documents of that id.
            source: the documents of that source.
            known_by: those that were published by then.
            as_of: as the ledger was at that moment.
            every_version: older versions too, not only the latest of each.
            retracted: retracted ones too.
        """
        with self._database.read() as connection:
            yield from document_query.documents_of(
                connection,
                id=id,
                source=source,
                known_by=known_by,
                as_of=as_of,
                every_version=every_version,
                retracted=retracted,
            )

    def documents_at(self, seqs: Sequence[int]) -> Iterator[StoredDocument]:
        """Yield the documents at these entries in their order, older versions and retracted ones too."""
        with self._database.read() as connection:
            yield from document_query.documents_at(connection, seqs)

    def last_claim(self, *, known_by: datetime | None = None, before: datetime | None = None) -> datetime | None:
        """Return when the last thing that is claimed began (UTC), of documents published by `known_by`; None for none."""
        with self._database.read() as connection:
            return claim_query.last_claim(connection, known_by=known_by, before=before)

    def alerts(
        self,
        *,
        period: tuple[datetime, datetime] | None = None,
        place: str | None = None,
        as_of: datetime | None = None,
    ) -> Iterator[StoredAlert]:
        """Yield the alerts that overlap the period, at a place or below it, in the order they began."""
        yield from alert_rows(self.alert_columns(AlertQuery(period=period, as_of=as_of)), place)

    def alert_columns(self, wanted: AlertQuery | None = None) -> AlertColumns:
        """Return alerts as columns, for sums over many; `vidbiy.reconcile.sirens` says what they mean."""
        from vidbiy.ledger.alert_columns import columns_of  # noqa: PLC0415 - NumPy is slow to load

        with self._database.read() as connection:
            return columns_of(connection, wanted or AlertQuery())

    def search(self, words: str, *, as_of: datetime | None = None, limit: int | None = None) -> Iterator[Hit]:
        """Yield the documents that hold all the words, the newest first."""
        with self._database.read() as connection:
            yield from full_text.search(connection, words, as_of=as_of, limit=limit)

    def outdated(self, reader: str) -> Iterator[StoredDocument]:
        """Yield the documents that were last read by another reader, in their latest versions."""
        with self._database.read() as connection:
            yield from document_query.outdated(connection, reader)

    def same_text(self, seq: int) -> list[StoredDocument]:
        """Return the other documents that carry the very text of this one, redacted ones left out."""
        with self._database.read() as connection:
            return list(document_query.same_text(connection, seq))

    # ---- Leafing through

    def entry(self, seq: int) -> Entry | None:
        """Return a link of the chain by its number."""
        with self._database.read() as connection:
            return lookup.entry_at(connection, seq)

    def document(self, seq: int) -> StoredDocument | None:
        """Return the document of an entry: whatever version it is, redacted and retracted too."""
        with self._database.read() as connection:
            return lookup.document_at(connection, seq)

    def claim(self, ref: ClaimRef) -> StoredClaim | None:
        """Return a claim by its number, also one that no longer counts."""
        with self._database.read() as connection:
            return claim_query.claim_at(connection, ref)

    def decisions(self, *seqs: int) -> list[Decision]:
        """Return what was decided about entries or claims of them, in the order it was decided."""
        with self._database.read() as connection:
            return lookup.decisions_on(connection, seqs)

    def reading_of(self, document: int) -> tuple[int, str | None] | None:
        """Return the last reading of a document: its entry, and the language that was found."""
        with self._database.read() as connection:
            return lookup.reading_of(connection, document)

    def newest_documents(
        self, *, before: int | None = None, source: str | None = None, limit: int = 50
    ) -> list[StoredDocument]:
        """Return documents in every version, the last recorded first, from the one before entry `before` on."""
        with self._database.read() as connection:
            return list(lookup.newest_documents(connection, before=before, source=source, limit=limit))

    def activity(self) -> list[Activity]:
        """Return how much each source published, and when it was heard last."""
        with self._database.read() as connection:
            return lookup.activity(connection)

    def changes(self, since: int, *, limit: int = 10_000) -> Changes:
        """Return what came after entry `since`, up to so many entries."""
        with self._database.read() as connection:
            return changes_since(connection, since, limit=limit)

    # ---- Proving

    def head(self) -> Head:
        """Return the end of the chain; published, it lets anyone prove later that nothing before it was changed."""
        with self._database.read() as connection:
            return read_head(connection)

    def summary(self) -> Summary:
        """Return how much there is."""
        with self._database.read() as connection:
            return inspection.summary(connection)

    def verify(self, since: Head | None = None, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Walk the whole ledger and name whatever is not as it was written; with `since`, prove that it extends that.

        Damage to the database itself is a finding, not an error.
        """
        return inspection.verify(self._database, since, progress)
