"""A claim: its words in their surroundings, what the record makes of it, and its place in the chain."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from starlette.responses import Response

from vidbiy.ledger import ClaimQuery, ClaimRef, StoredClaim
from vidbiy.model import Evidence, Figure
from vidbiy.web.asked import claim_number
from vidbiy.web.problems import ProblemError
from vidbiy.web.view import View

__all__ = ["claim"]

_AROUND = 160


async def claim(view: View) -> Response:
    """Answer with one claim, also one that no longer counts."""
    ref = claim_number(view.request.path_params["ref"])

    async def gather() -> dict[str, Any]:
        context = await view.site.run(_stored, view, ref)
        context["places"] = await _places(view, context["stored"])
        return context

    return await view.page("claim.html", (view.site.freshness.head,), gather)


def _stored(view: View, ref: ClaimRef) -> dict[str, Any]:
    ledger = view.site.ledger
    stored = ledger.claim(ref)
    document = None if stored is None else ledger.document(stored.document)
    if stored is None or document is None:
        raise ProblemError("no_claim", value=ref)
    start, end = stored.claim.span
    text = document.document.text
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return {
        "section": "documents",
        "stored": stored,
        "document": document,
        "before": ("…" if first else "") + text[first:start],
        "after": text[end:last] + ("…" if last < len(text) else ""),
        "in_force": any(each.ref == ref for each in ledger.claims(ClaimQuery(document=stored.document))),
        "entry": ledger.entry(ref.seq),
        "decisions": [each for each in ledger.decisions(ref.seq, stored.document) if each.claim in (None, ref)],
        "same_text": ledger.same_text(stored.document),
    }


async def _places(view: View, stored: StoredClaim) -> list[tuple[Figure, Evidence]]:
    """Return the figures that the claim stands in, and where: of the nights and days that it may be about."""
    start, end = stored.claim.start, stored.claim.end
    if start is None or end is None or end - start > timedelta(days=3):
        return []
    country = (stored.claim.place or "UA").partition("-")[0]
    return [
        (figure, item)
        for record in await view.site.records_near(country, start, end)
        for figure in record.figures
        for item in figure.evidence
        if item.ref == str(stored.ref)
    ]
