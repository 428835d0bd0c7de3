"""What comes out of a ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vidbiy.ledger.records import ClaimRef
from vidbiy.model import AlertInterval, Claim, Document

__all__ = ["REDACTED", "Hit", "StoredAlert", "StoredClaim", "StoredDocument"]

REDACTED = "█"
"""What stands for each character of a redacted text, so that spans still fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A version of a document, with what the ledger knows of it. Of a redacted one the text is empty."""

    seq: int
    document: Document
    version: int
    supersedes: int | None
    recorded_at: datetime
    fetched_at: datetime
    tool: str
    address: str | None
    raw_hash: str
    text_hash: str
    redacted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim, with what the ledger knows of it. Of a redacted document the quote is blotted out."""

    ref: ClaimRef
    claim: Claim
    document: int
    document_id: str
    published: datetime | None
    source: str | None
    recorded_at: datetime
    reader: str
    corrected: bool
    redacted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAlert:
    """An alert interval, with where the ledger has it: the entry of its log, and its line there (0 where none)."""

    seq: int
    line: int
    interval: AlertInterval


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that a search found, and the words around the first match."""

    document: StoredDocument
    excerpt: str
