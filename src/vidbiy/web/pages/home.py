"""The first page: the latest night, the nights before it, and what the sirens say now."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from vidbiy.reconcile import latest
from vidbiy.web.overview import overview
from vidbiy.web.view import View

__all__ = ["home"]


async def home(view: View) -> Response:
    """Answer with the first page."""

    async def gather() -> dict[str, Any]:
        attack = await view.site.run(latest, view.site.ledger)
        record = None if attack is None else await view.site.record(attack.id, None)
        return {
            "section": "nights",
            "record": record,
            "overview": None if record is None else overview(record),
        }

    return await view.page("home.html", (view.site.freshness.head,), gather)
