"""The first page: the latest night, the nights before it, and what the sirens say now."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from starlette.responses import Response

from vidbiy.reconcile import latest
from vidbiy.reconcile.sirens import NightAlerts
from vidbiy.web.nights import nights_before
from vidbiy.web.overview import overview
from vidbiy.web.view import View

__all__ = ["home"]

_NIGHTS = 14


async def home(view: View) -> Response:
    """Answer with the first page."""
    site = view.site
    # What the sirens say changes with the time alone: a feed that has gone quiet is heard less and less.
    minute = datetime.now(UTC).replace(second=0, microsecond=0)

    async def gather() -> dict[str, Any]:
        attack = await site.run(latest, site.ledger)
        record = None if attack is None else await site.record(attack.id, None)
        rows = None
        if site.history.ready:
            rows = await site.history.read(lambda table: nights_before(table, None, _NIGHTS))
        return {
            "section": "nights",
            "record": record,
            "overview": None if record is None else overview(record),
            "rows": rows,
            "alerts": _now(await site.alerts_now(minute)),
            "minute": minute,
        }

    version = (site.freshness.head, *site.history.version(date.max), minute.isoformat())
    return await view.page("home.html", version, gather)


def _now(alerts: NightAlerts) -> dict[str, Any]:
    """Return where an alert is on, as far as the feeds are heard, and where nothing is known."""
    end = alerts.period.end
    on = [each for each in alerts.regions if any(span.end >= end or span.open for span in each.part.spans)]
    silent = [each for each in alerts.regions if not each.cover.known and each not in on]
    heard = [each.cover.known_until for each in alerts.regions if each.cover.known_until is not None]
    recent = [moment for moment in heard if moment >= end - timedelta(days=30)]
    return {"on": on, "silent": silent, "heard": max(recent or heard, default=None), "regions": len(alerts.regions)}
