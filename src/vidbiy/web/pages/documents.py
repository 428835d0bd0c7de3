"""The documents: a list of them, the search in them, and one of them with the words marked that claims were read from."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from vidbiy.ledger import REDACTED, ClaimQuery, RecordError, StoredClaim
from vidbiy.web.asked import claim_number, entry_number
from vidbiy.web.marking import marked
from vidbiy.web.problems import ProblemError
from vidbiy.web.view import View

__all__ = ["document", "documents"]

_PAGE = 50
_FOUND = 100
_LONGEST_SEARCH = 500


async def documents(view: View) -> Response:
    """Answer with the newest documents, or with those that hold the words asked for."""
    words, source = view.parameter("q"), view.parameter("source")
    before = view.parameter("before")
    from_entry = entry_number(before, "no_document") if before else None
    if len(words) > _LONGEST_SEARCH:
        raise ProblemError("bad_search", limit=_LONGEST_SEARCH)

    def gather() -> dict[str, Any]:
        ledger = view.site.ledger
        found: list[dict[str, Any]] = []
        nothing = False
        if words:
            try:
                hits = list(ledger.search(words, limit=_FOUND))
            except RecordError:
                hits, nothing = [], True
            found = [{"stored": hit.document, "excerpt": hit.excerpt} for hit in hits]
        else:
            newest = ledger.newest_documents(before=from_entry, source=source or None, limit=_PAGE)
            found = [{"stored": stored, "excerpt": None} for stored in newest]
        return {
            "section": "documents",
            "words": words,
            "source": source,
            "found": found,
            "nothing": nothing,
            "more": found[-1]["stored"].seq if found and not words and len(found) == _PAGE else None,
            "most": _FOUND if words and len(found) == _FOUND else None,
            "sources": sorted((each.source for each in ledger.activity() if each.source), key=str),
        }

    return await view.page("documents.html", (view.site.freshness.head,), lambda: view.site.run(gather))


async def document(view: View) -> Response:
    """Answer with one document, with its marks, its versions, and its place in the chain."""
    seq = entry_number(view.request.path_params["entry"], "no_document")
    shown = view.parameter("claim")
    here = claim_number(shown) if shown else None

    def gather() -> dict[str, Any]:
        ledger = view.site.ledger
        stored = ledger.document(seq)
        if stored is None:
            raise ProblemError("no_document", value=seq)
        claims = list(ledger.claims(ClaimQuery(document=seq)))
        text = stored.document.text
        if stored.redacted:  # the length is known by the spans alone; what is shown stands for it
            text = REDACTED * max((claim.claim.span[1] for claim in claims), default=0)
        if here is not None and here not in {claim.ref for claim in claims}:
            gone = ledger.claim(here)
            claims += [gone] if gone is not None and gone.document == seq else []
        reading = ledger.reading_of(seq)
        return {
            "section": "documents",
            "stored": stored,
            "pieces": marked(text, [(*claim.claim.span, claim) for claim in _by_length(claims)]),
            "claims": claims,
            "here": here,
            "entry": ledger.entry(seq),
            "language_read": reading[1] if reading is not None else None,
            "versions": [
                each
                for each in ledger.documents(id=stored.document.id, every_version=True, retracted=True)
                if each.seq != seq
            ],
            "same_text": ledger.same_text(seq),
            "decisions": ledger.decisions(seq),
        }

    return await view.page("document.html", (view.site.freshness.head,), lambda: view.site.run(gather))


def _by_length(claims: list[StoredClaim]) -> list[StoredClaim]:
    """Return the claims with the shortest spans first: a piece that lies in several leads to the narrowest."""
    return sorted(claims, key=lambda each: (each.claim.span[1] - each.claim.span[0], each.ref))
