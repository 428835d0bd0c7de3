"""The ledger's own types as JSON objects, and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from vidbiy.ledger import Decision, Entry, StoredAlert, StoredClaim, StoredDocument
from vidbiy.web.api.telling import Table

__all__ = [
    "alert_table",
    "claim_table",
    "decision",
    "document_table",
    "entry",
    "figure_table",
    "iso",
    "stored_alert",
    "stored_claim",
    "stored_document",
]

_CLAIM = (
    "measure", "subject", "low", "high", "approx", "of", "unit", "effect", "place", "start", "end", "time_precision",
    "speaker", "modality", "quote", "rule",
)  # fmt: skip
_FIGURE = (
    "id", "attack", "measure", "subject", "place", "effect", "low", "high", "approx", "of", "unit", "status", "primary",
)  # fmt: skip


def iso(moment: datetime | None) -> str | None:
    """Return a moment as it stands in JSON."""
    return None if moment is None else moment.isoformat()


def stored_claim(stored: StoredClaim) -> dict[str, Any]:
    """Return a claim and where the ledger has it."""
    return {
        "ref": str(stored.ref),
        "document": stored.document,
        "document_id": stored.document_id,
        "source": stored.source,
        "published": iso(stored.published),
        "recorded_at": iso(stored.recorded_at),
        "reader": stored.reader,
        "corrected": stored.corrected,
        "redacted": stored.redacted,
        "claim": stored.claim.to_dict(),
    }


def claim_table(page: Mapping[str, Any]) -> Table:
    """Return claims as rows."""
    own = ("ref", "document", "document_id", "source", "published")
    columns = (*own, *_CLAIM, "span_start", "span_end")
    return columns, (
        {
            **{name: each[name] for name in own},
            **each["claim"],
            "span_start": each["claim"]["span"][0],
            "span_end": each["claim"]["span"][1],
        }
        for each in page["claims"]
    )


def stored_document(stored: StoredDocument, excerpt: str | None = None) -> dict[str, Any]:
    """Return a version of a document, without its text."""
    document = stored.document
    return {
        "entry": stored.seq,
        "id": document.id,
        "version": stored.version,
        "supersedes": stored.supersedes,
        "source": document.source,
        "title": document.title,
        "url": document.url,
        "published": iso(document.published),
        "fetched_at": iso(stored.fetched_at),
        "recorded_at": iso(stored.recorded_at),
        "text_hash": stored.text_hash,
        "raw_hash": stored.raw_hash,
        "redacted": stored.redacted,
        "excerpt": excerpt,
    }


def document_table(page: Mapping[str, Any]) -> Table:
    """Return documents as rows."""
    columns = ("entry", "id", "version", "source", "title", "url", "published", "recorded_at", "text_hash", "redacted")
    return columns, page["documents"]


def entry(found: Entry) -> dict[str, Any]:
    """Return a link of the chain."""
    return {
        "seq": found.seq,
        "kind": found.kind,
        "recorded_at": iso(found.recorded_at),
        "entry_hash": found.entry_hash,
        "previous_hash": found.previous_hash,
        "body_hash": found.body_hash,
    }


def decision(found: Decision) -> dict[str, Any]:
    """Return what somebody decided."""
    return {
        "entry": found.seq,
        "kind": found.kind,
        "target": found.target,
        "claim": None if found.claim is None else str(found.claim),
        "author": found.author,
        "reason": found.reason,
        "recorded_at": iso(found.recorded_at),
    }


def stored_alert(stored: StoredAlert) -> dict[str, Any]:
    """Return an alert and where the ledger has it."""
    return {"entry": stored.seq, "line": stored.line, **stored.interval.to_dict()}


def alert_table(page: Mapping[str, Any]) -> Table:
    """Return alerts as rows."""
    columns = (
        "entry", "line", "place", "kind", "start", "end", "source", "level", "threats", "partial", "guessed_start",
        "guessed_end",
    )  # fmt: skip
    return columns, page["alerts"]


def figure_table(page: Mapping[str, Any]) -> Table:
    """Return figures as rows: each with how many origins it has, and the claim that it rests on."""
    figures: Iterable[Mapping[str, Any]] = page["figures"]
    rows = (
        {
            **{name: figure[name] for name in _FIGURE},
            "origins": len(figure["origins"]),
            "reliability": figure["grade"]["reliability"],
            "credibility": figure["grade"]["credibility"],
            "claim": figure["evidence"][0]["ref"] if figure["evidence"] else None,
        }
        for figure in figures
    )
    return (*_FIGURE, "origins", "reliability", "credibility", "claim"), rows
