"""The sources: who is primary for what, how far each can be relied on, whether it takes part, when it was last heard."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from vidbiy.lexicon.ratings import Ratings
from vidbiy.lexicon.sources import Sources
from vidbiy.model import Measure
from vidbiy.web.view import View

__all__ = ["sources"]


async def sources(view: View) -> Response:
    """Answer with the sources that the lexicon knows or that the ledger has documents of."""

    def gather() -> dict[str, Any]:
        heard = {each.source: each for each in view.site.ledger.activity() if each.source}
        known = {source.id: source for source in Sources.load()}
        ratings = Ratings.load()
        rows = []
        for id in sorted({*known, *heard}, key=lambda each: (each not in heard, each)):
            place = Sources.load().place(id) or "UA"
            rows.append(
                {
                    "id": id,
                    "place": place,
                    "primary": [m.value for m in Measure if ratings.primary(id, m.value, place)],
                    "reliability": _letters(ratings, id),
                    "party": ratings.party(id),
                    "heard": heard.get(id),
                }
            )
        return {"section": "sources", "rows": rows}

    return await view.page("sources.html", (view.site.freshness.head,), lambda: view.site.run(gather))


def _letters(ratings: Ratings, source: str) -> list[tuple[str, list[str]]]:
    """Return the letters of reliability, the usual one first, each with the measures that it is for."""
    usual = ratings.reliability(source, "")
    found: dict[str, list[str]] = {usual: []}
    for measure in Measure:
        letter = ratings.reliability(source, measure.value)
        if letter != usual:
            found.setdefault(letter, []).append(measure.value)
    return list(found.items())
