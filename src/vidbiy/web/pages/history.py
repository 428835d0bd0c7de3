"""The history: night after night."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from vidbiy.web.view import View

__all__ = ["history"]


async def history(view: View) -> Response:
    """Answer with the nights that the ledger knows."""

    async def gather() -> dict[str, Any]:
        return {"section": "history"}

    return await view.page("history.html", (view.site.freshness.head,), gather)
