"""Siren logs to put into a ledger, made up for these tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from vidbiy.ledger import AlertReceipt, Ledger, NewAlertLog, Provenance
from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.model import AlertInterval, AlertTable, Heard
from vidbiy.reconcile.sirens import Span

EVENING = datetime(2023, 9, 24, 15, tzinfo=UTC)
NIGHT = Span(EVENING, EVENING + timedelta(hours=15))
REGIONS = AlertPlaces.load().heard


def at(hours: float) -> datetime:
    """Return a moment so many hours after the evening began."""
    return EVENING + timedelta(hours=hours)


def alert(place: str, start: float, end: float | None, **more: Any) -> AlertInterval:
    """Return an alert between two hours of the night."""
    fields: dict[str, Any] = {"place": place, "start": at(start), "end": None if end is None else at(end)}
    return AlertInterval(**{**fields, "source": "sirens-official", **more})


def put(
    ledger: Ledger, *alerts: AlertInterval, heard: tuple[float, float] | None = (0, 15), **more: Any
) -> AlertReceipt:
    """Put a log into the ledger, which speaks for every region between two hours; None, for nothing."""
    regions = more.pop("regions", REGIONS)
    spans = [] if heard is None else [Heard(place=each, since=at(heard[0]), until=at(heard[1])) for each in regions]
    raw = repr((alerts, heard, regions)).encode()
    came = Provenance(raw=raw, address="file:///log.csv", fetched_at=at(16), tool="tests")
    feed = more.pop("feed", "sirens-official")
    new = NewAlertLog(feed=feed, alerts=AlertTable.of(alerts), heard=tuple(spans), lines=len(alerts), provenance=came)
    return ledger.append_alert_log(new)
