"""The append-only store of documents, claims and alerts: it loses nothing, and can prove it."""

from vidbiy.ledger.chain import Head
from vidbiy.ledger.changes import Changes, NewArrival
from vidbiy.ledger.claim_query import ClaimQuery
from vidbiy.ledger.errors import (
    DamagedLedgerError,
    LedgerError,
    LedgerFullError,
    LedgerUnavailableError,
    NotALedgerError,
    ReadOnlyLedgerError,
    RecordError,
    SchemaError,
)
from vidbiy.ledger.ledger import Ledger, Summary
from vidbiy.ledger.lookup import Activity, Decision, Entry
from vidbiy.ledger.prepare import PreparedDocument, PreparedReading, content_key, prepare_document, prepare_reading
from vidbiy.ledger.records import (
    AlertQuery,
    AlertReceipt,
    ClaimRef,
    Judgement,
    NewAlertLog,
    NewDocument,
    NewReading,
    Provenance,
    Receipt,
    State,
)
from vidbiy.ledger.schema import NEWEST
from vidbiy.ledger.stored import REDACTED, Hit, StoredAlert, StoredClaim, StoredDocument
from vidbiy.ledger.verify import Finding, Verification

__all__ = [
    "NEWEST",
    "REDACTED",
    "Activity",
    "AlertQuery",
    "AlertReceipt",
    "Changes",
    "ClaimQuery",
    "ClaimRef",
    "DamagedLedgerError",
    "Decision",
    "Entry",
    "Finding",
    "Head",
    "Hit",
    "Judgement",
    "Ledger",
    "LedgerError",
    "LedgerFullError",
    "LedgerUnavailableError",
    "NewAlertLog",
    "NewArrival",
    "NewDocument",
    "NewReading",
    "NotALedgerError",
    "PreparedDocument",
    "PreparedReading",
    "Provenance",
    "ReadOnlyLedgerError",
    "Receipt",
    "RecordError",
    "SchemaError",
    "State",
    "StoredAlert",
    "StoredClaim",
    "StoredDocument",
    "Summary",
    "Verification",
    "content_key",
    "prepare_document",
    "prepare_reading",
]
