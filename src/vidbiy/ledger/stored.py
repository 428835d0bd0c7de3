"""What comes out of a ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vidbiy.ledger.records import ClaimRef
from vidbiy.model import AlertInterval, Claim, Document, Effect, Measure, Modality, TimePrecision

__all__ = ["REDACTED", "Hit", "StoredAlert", "StoredClaim", "StoredDocument", "stored_claim"]

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


def stored_claim(row: Any) -> Claim:
    """Make the claim of its row; `row` also has the quote and the speaker's words, None where they are redacted."""
    span = (row.span_start, row.span_end)
    speaker_text = row.speaker_text
    if row.speaker_start is None:
        speaker_text = None
    elif speaker_text is None:
        speaker_text = REDACTED * (row.speaker_end - row.speaker_start)
    return Claim(
        measure=Measure(row.measure),
        subject=row.subject,
        low=row.low,
        high=row.high,
        approx=row.approx,
        of=row.of,
        unit=row.unit,
        effect=None if row.effect is None else Effect(row.effect),
        place=row.place,
        start=None if row.start is None else datetime.fromisoformat(row.start),
        end=None if row.end is None else datetime.fromisoformat(row.end),
        time_precision=TimePrecision(row.time_precision),
        speaker=row.speaker,
        speaker_text=speaker_text,
        modality=Modality(row.modality),
        span=span,
        quote=REDACTED * (span[1] - span[0]) if row.quote is None else row.quote,
        rule=row.rule,
    )
