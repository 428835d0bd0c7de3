"""Documents, claims and alerts to put into a ledger."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from vidbiy.ledger import Judgement, NewAlertLog, NewDocument, NewReading, Provenance
from vidbiy.ledger.canonical import digest, micros
from vidbiy.ledger.chain import Chain
from vidbiy.ledger.database import Database
from vidbiy.model import LASTING, AlertInterval, AlertTable, Claim, Document, Heard, Measure, TimePrecision

NIGHT = datetime.fromisoformat("2025-07-03T18:00:00+03:00")
MORNING = datetime.fromisoformat("2025-07-04T09:00:00+03:00")
TEXT = "Мер: 23 людини поранено в Голосіївському районі, збито 12 дронів."
EDITOR = Judgement(author="N. Editor", reason="a slip of the pen")


def claim(quote: str = "23 людини", text: str = TEXT, **changes: Any) -> Claim:
    start = text.index(quote)
    fields: dict[str, Any] = {
        "measure": Measure.INJURED,
        "subject": "person",
        "low": 23,
        "high": 23,
        "place": "UA-30.holosiivskyi",
        "start": NIGHT,
        "end": MORNING,
        "time_precision": TimePrecision.NIGHT,
        "speaker": "kyiv-mayor",
        "speaker_text": "Мер" if text == TEXT else None,
        "span": (start, start + len(quote)),
        "quote": quote,
        "rule": "count",
    }
    return Claim(**{**fields, **changes})


def drones(**changes: Any) -> Claim:
    more = {"measure": Measure.SHOT_DOWN, "subject": "weapon.drone", "low": 12, "high": 12, "speaker": None}
    return claim("12 дронів", **{**more, "speaker_text": None, "place": "UA", **changes})


def provenance(raw: bytes = b"raw", **changes: Any) -> Provenance:
    fields = {"address": "file:///a.txt", "fetched_at": datetime(2025, 7, 4, 7, tzinfo=UTC), "tool": "tests"}
    return Provenance(**{"raw": raw, **fields, **changes})


def reading(*claims: Claim, reader: str = "r1", **changes: Any) -> NewReading:
    return NewReading(**{"reader": reader, "language": "uk", "claims": claims, **changes})


def document(id: str = "a", text: str = TEXT, **changes: Any) -> NewDocument:
    """Return a document; `claims` and `origin` are its own, other changes those of the Document."""
    claims = changes.pop("claims", (claim(), drones()) if text == TEXT else ())
    origin = changes.pop("origin", f"id:{id}")
    came = changes.pop("provenance", provenance(f"<p>{text}</p>".encode("utf-8", "replace")))
    fields = {"published": MORNING, "source": "media", "url": "https://example.org/a", "title": "Київ"}
    made = Document(id, text, **{**fields, **changes})
    return NewDocument(document=made, provenance=came, origin=origin, reading=reading(*claims))


def alert(place: str = "UA-30", hours: float | None = 8, start: datetime = NIGHT, **more: Any) -> AlertInterval:
    end = None if hours is None else start + timedelta(hours=hours)
    return AlertInterval(**{"place": place, "start": start, "end": end, "source": "sirens", **more})


def alert_log(*alerts: AlertInterval, raw: bytes | None = None, **changes: Any) -> NewAlertLog:
    """Return a log of these alerts, which speaks for the country from the first start to the last end."""
    times = [time for each in alerts for time in (each.start, each.end) if time is not None] or [NIGHT]
    fields = {
        "feed": "sirens",
        "alerts": AlertTable.of(alerts),
        "heard": (Heard(place="UA", since=min(times), until=max(times)),),
        "lines": len(alerts),
        "provenance": provenance(repr(alerts).encode() if raw is None else raw),
    }
    return NewAlertLog(**{**fields, **changes})


def single_alert(address: str, interval: AlertInterval) -> None:
    """Put an alert into a ledger as Vidbiy did before schema 0002: as an entry of its own."""
    database = Database(address)
    row = {
        "alert_key": digest(interval.place.encode()),
        "replaces": None,
        "place": interval.place,
        "kind": interval.kind,
        "start": interval.start.isoformat(),
        "end": None if interval.end is None else interval.end.isoformat(),
        "start_at": micros(interval.start),
        "end_at": LASTING if interval.end is None else micros(interval.end),
        "source": interval.source,
        "tool": "tests",
        "address": "file:///a.txt",
        "fetched_at": micros(MORNING),
        "raw_hash": digest(b"row"),
    }
    with database.write() as connection:
        chain = Chain(connection)
        chain.add("alert", "alerts", row)
        chain.save()
    database.close()
