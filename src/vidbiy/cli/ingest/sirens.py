"""Siren logs on their way into the ledger, and what is told of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import vidbiy
from vidbiy.ledger import AlertReceipt, Ledger, NewAlertLog, Provenance
from vidbiy.lexicon.countries import KYIV
from vidbiy.sources import SirenLog

__all__ = ["append_log", "log_line", "log_words"]


def append_log(
    ledger: Ledger,
    log: SirenLog,
    *,
    raw: bytes,
    address: str,
    fetched_at: datetime | None = None,
) -> AlertReceipt:
    """Put a log into the ledger, with all that was wrong in it."""
    provenance = Provenance(
        raw=raw,
        address=address,
        fetched_at=datetime.now(UTC) if fetched_at is None else fetched_at,
        tool=f"vidbiy {vidbiy.__version__}",
    )
    new = NewAlertLog(
        feed=log.feed,
        alerts=log.alerts,
        heard=log.heard,
        lines=log.lines,
        problems=(*log.problems, *log.notes),
        provenance=provenance,
    )
    return ledger.append_alert_log(new)


def log_words(name: str, log: SirenLog, receipt: AlertReceipt) -> str:
    """Return what became of a log's alerts; the counts add up to its lines."""
    parts = [f"{receipt.new:,} new", f"{receipt.changed:,} changed", f"{receipt.known:,} known"]
    parts += [f"{count:,} {what}" for count, what in ((receipt.twice, "twice"), (log.refused, "refused")) if count]
    alerts = "1 alert" if log.lines == 1 else f"{log.lines:,} alerts"
    return f"{name}: {alerts}, {', '.join(parts)}; {_heard(log)}"


def _heard(log: SirenLog) -> str:
    if not log.heard:
        return "it speaks for no time: what it does not report is unknown"
    since, until = min(each.since for each in log.heard), max(each.until for each in log.heard)
    regions = "1 region" if len(log.heard) == 1 else f"{len(log.heard)} regions"
    first, last = (f"{time.astimezone(KYIV):%Y-%m-%d %H:%M}" for time in (since, until))
    return f"it speaks for {regions} from {first} to {last}"


def log_line(name: str, log: SirenLog, receipt: AlertReceipt) -> str:
    """Return the same as a JSON line."""
    counts = {"lines": log.lines, "new": receipt.new, "changed": receipt.changed, "known": receipt.known}
    more = {"twice": receipt.twice, "refused": log.refused}
    return json.dumps({"id": name, "entry": receipt.seq, "state": receipt.state.value, "alerts": {**counts, **more}})
