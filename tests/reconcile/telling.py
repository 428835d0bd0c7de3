"""Reports to reconcile: each is a document with its claims, as a ledger would give them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from vidbiy.ledger import ClaimRef, StoredClaim, StoredDocument
from vidbiy.model import Claim, Document, Measure, Modality, TimePrecision
from vidbiy.reconcile import Reconciler, Record

NIGHT = datetime.fromisoformat("2025-07-03T18:00:00+03:00")
MORNING = datetime.fromisoformat("2025-07-04T09:00:00+03:00")
NIGHT_OF_4_JULY = ("UA", (MORNING.date(), "night"))


class Telling:
    """Collects reports. Every claim's words are put into the text of its document, so that spans fit."""

    def __init__(self) -> None:
        self.documents: list[StoredDocument] = []
        self.claims: list[StoredClaim] = []

    def report(
        self,
        source: str | None,
        *said: dict[str, Any],
        at: str = "09:00",
        id: str | None = None,
        text: str | None = None,
    ) -> int:
        """Add a report of 4 July published at that hour; return its entry."""
        seq = 10 * (len(self.documents) + 1)
        published = datetime.fromisoformat(f"2025-07-04T{at}:00+03:00")
        name = id or f"report-{seq}"
        quotes = [str(item["quote"]) for item in said]
        words = text if text is not None else f"{name}: " + " ".join(f"{quote}." for quote in quotes)
        document = Document(name, words, published, source)
        self.documents.append(
            StoredDocument(
                seq=seq,
                document=document,
                version=1,
                supersedes=None,
                recorded_at=published,
                fetched_at=published,
                tool="tests",
                address=None,
                raw_hash="",
                text_hash="",
                redacted=False,
            )
        )
        for ordinal, item in enumerate(said):
            start = words.index(quotes[ordinal])
            claim = Claim(**{**item, "span": (start, start + len(quotes[ordinal]))})
            self.claims.append(
                StoredClaim(
                    ref=ClaimRef(seq, ordinal),
                    claim=claim,
                    document=seq,
                    document_id=name,
                    published=published,
                    source=source,
                    recorded_at=published,
                    reader="tests",
                    corrected=False,
                    redacted=False,
                )
            )
        return seq

    def reconciler(self) -> Reconciler:
        """Return a reconciler that holds all reports."""
        found = Reconciler()
        found.add(self.documents, self.claims)
        return found

    def record(self, attack: str = "UA-2025-07-04-night") -> Record:
        """Return the record of an attack of which something is told."""
        reconciler = self.reconciler()
        for key in reconciler.attack_keys():
            record = reconciler.record(key)
            if record is not None and record.attack.id == attack:
                return record
        raise AssertionError(f"nothing is told of {attack}")


def said(measure: str, low: int, subject: str = "person", **more: Any) -> dict[str, Any]:
    """Return the fields of a claim: exact, about the night, in Kyiv for people and in the country for weapons."""
    country = subject.startswith(("weapon", "area.location"))
    fields: dict[str, Any] = {
        "measure": Measure(measure),
        "subject": subject,
        "low": low,
        "high": low,
        "place": "UA" if country else "UA-30",
        "start": NIGHT,
        "end": MORNING,
        "time_precision": TimePrecision.NIGHT,
        "modality": Modality.STATED,
        "quote": f"{measure} {low} {subject}",
        "rule": "tests",
    }
    return {**fields, **more}


def weapons(measure: str, low: int, kind: str = "weapon.drone", **more: Any) -> dict[str, Any]:
    """Return the fields of a claim about weapons."""
    return said(measure, low, kind, **more)


def hour(start: str, end: str) -> dict[str, Any]:
    """Return the time of a claim about some hours; what lies before noon is of the 4th, the rest of the 3rd."""
    first, last = (datetime.fromisoformat(f"2025-07-04T{time}:00+03:00") for time in (start, end))
    first, last = (time - timedelta(days=1) if time.hour >= 12 else time for time in (first, last))
    return {"start": first, "end": last, "time_precision": TimePrecision.HOUR}


def refs(items: Sequence[Any]) -> set[str]:
    """Return the numbers of the claims in some evidence."""
    return {item.ref for item in items}
