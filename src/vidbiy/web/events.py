"""What the live stream says: new documents with their claims, changed figures, alerts. One change of the ledger, one batch."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from vidbiy.ledger import Changes
from vidbiy.lexicon.countries import KYIV
from vidbiy.model import Figure
from vidbiy.reconcile import Record

__all__ = ["arrivals", "beat", "changed_figures", "days_of", "outcome", "reset"]

_MOST_DAYS = 8


def encoded(event: str, data: dict[str, Any], id: int | None = None) -> bytes:
    """Return one server-sent event."""
    line = "" if id is None else f"id: {id}\n"
    return f"{line}event: {event}\ndata: {json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n\n".encode()


def days_of(changes: Changes) -> list[str]:
    """Return the days that new claims are about, the last ones if there are many."""
    days = {moment.astimezone(KYIV).date() for span in changes.spans for moment in span}
    return [day.isoformat() for day in sorted(days)[-_MOST_DAYS:]]


def arrivals(changes: Changes) -> bytes:
    """Return the events that can be told at once: the documents and the alerts that came."""
    head = _head(changes)
    parts = []
    if changes.documents or changes.everything:
        documents = [
            {"entry": each.seq, "id": each.id, "source": each.source, "version": each.version, "claims": each.claims}
            for each in changes.documents
        ]
        told = {**head, "documents": documents, "days": days_of(changes), "everything": changes.everything}
        parts.append(encoded("claims", told))
    if changes.alerts or changes.everything:
        parts.append(encoded("alerts", {**head, "entries": list(changes.alerts), "everything": changes.everything}))
    return b"".join(parts)


def outcome(changes: Changes, records: Iterable[Record]) -> bytes:
    """Return the events that end a change: the figures that it changed, and the number of the last entry.

    Only the last has the id: who breaks off before it is told all of the change again.
    """
    head = _head(changes)
    parts = []
    for record in records:
        figures = [_figure(figure) for figure in changed_figures(record, changes)]
        if figures or changes.everything:
            parts.append(encoded("figures", {**head, "attack": record.attack.id, "figures": figures}))
    parts.append(encoded("head", head, changes.head.seq))
    return b"".join(parts)


def _head(changes: Changes) -> dict[str, Any]:
    at = _now() if changes.recorded_at is None else changes.recorded_at.isoformat()
    return {"head": changes.head.seq, "at": at}


def changed_figures(record: Record, changes: Changes) -> list[Figure]:
    """Return the figures that a new claim speaks of, and those that follow from them."""
    new = {each.seq for each in changes.documents}
    touched = {figure.key for figure in record if any(item.document in new for item in figure.evidence)}
    return [
        figure
        for figure in record
        if figure.key in touched
        or (figure.derivation is not None and any(key in touched for _, key in figure.derivation.terms))
    ]


def _figure(figure: Figure) -> dict[str, Any]:
    return {"id": figure.id, "low": figure.low, "high": figure.high, "status": figure.status.value}


def beat(head: int) -> bytes:
    """Return the event that says that nothing is new, and that the stream is there."""
    return encoded("beat", {"head": head, "at": _now()})


def reset(head: int) -> bytes:
    """Return the event that says that too much came to tell it one by one: load anew what is shown."""
    return encoded("reset", {"head": head, "at": _now()}, head)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
