"""What anybody may ask of the ledger itself: its head, a link of its chain, its documents and its sources."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from vidbiy.ledger import ClaimQuery, RecordError
from vidbiy.lexicon.ratings import Ratings
from vidbiy.web.api import rows
from vidbiy.web.api.asking import Format, Limit, Number, Text, links, next_page
from vidbiy.web.api.models.ledger import DocumentDetail, DocumentPage, EntryModel, HeadModel, SourcePage
from vidbiy.web.api.telling import Table, site_of, told
from vidbiy.web.problems import ProblemError

__all__ = ["router"]

router = APIRouter()


@router.get("/", response_model=HeadModel, summary="The head of the ledger, and where to go from here", tags=["start"])
async def start(request: Request) -> Response:
    """The end of the chain, and the addresses of everything else."""
    site = site_of(request)

    async def make() -> dict[str, Any]:
        head = await site.run(site.ledger.head)
        root = request.url.path.rstrip("/")
        names = ("nights", "history", "claims", "documents", "alerts", "sources", "checks", "stream", "openapi.json")
        return {
            "seq": head.seq,
            "hash": head.hash.hex(),
            "recorded_at": rows.iso(await site.run(site.recorded_at, head.seq)),
            "links": {name: f"{root}/{name}" for name in names},
        }

    return await told(request, (site.freshness.head,), make)


@router.get("/entries/{entry}", response_model=EntryModel, summary="A link of the chain", tags=["ledger"])
async def link(request: Request, entry: Number) -> Response:
    """An entry of the ledger, with its hash and that of the one before it."""
    site = site_of(request)

    async def make() -> dict[str, Any]:
        found = await site.run(site.ledger.entry, entry)
        if found is None:
            raise ProblemError("no_entry", value=entry)
        return rows.entry(found)

    return await told(request, (site.freshness.head,), make)


@router.get("/documents", response_model=DocumentPage, summary="Documents, or a search in them", tags=["documents"])
async def documents(
    request: Request,
    q: Annotated[str | None, Query(max_length=500, description='Words, "a phrase", a beginning*.')] = None,
    source: Text = None,
    before: Annotated[int | None, Query(ge=0, lt=2**53, description="From the one before this entry on.")] = None,
    limit: Limit = 50,
    format: Format = "json",  # noqa: ARG001 - `told` reads it
) -> Response:
    """All versions of documents, the newest first; with `q` those that hold all the words, which are not paged."""
    site = site_of(request)

    async def make() -> dict[str, Any]:
        if q is not None:
            try:
                hits = await site.run(lambda: list(site.ledger.search(q, limit=limit)))
            except RecordError as error:
                raise ProblemError("bad_request", detail=str(error)) from error
            return {"documents": [rows.stored_document(hit.document, hit.excerpt) for hit in hits], "next": None}
        found = await site.run(lambda: site.ledger.newest_documents(before=before, source=source, limit=limit))
        more = next_page(request, before=found[-1].seq) if len(found) == limit else None
        return {"documents": [rows.stored_document(each) for each in found], "next": more}

    return await told(request, (site.freshness.head,), make, table=rows.document_table, links=links)


@router.get("/documents/{entry}", response_model=DocumentDetail, summary="One document", tags=["documents"])
async def document(request: Request, entry: Number) -> Response:
    """One version of a document: its text, its claims with their spans, and its link of the chain."""
    site = site_of(request)

    def gather() -> dict[str, Any]:
        ledger = site.ledger
        stored, link = ledger.document(entry), ledger.entry(entry)
        if stored is None or link is None:
            raise ProblemError("no_document", value=entry)
        reading = ledger.reading_of(entry)
        return {
            **rows.stored_document(stored),
            "text": stored.document.text,
            "language": None if reading is None else reading[1],
            "claims": [rows.stored_claim(each) for each in ledger.claims(ClaimQuery(document=entry))],
            "same_text": [each.seq for each in ledger.same_text(entry)],
            "decisions": [rows.decision(each) for each in ledger.decisions(entry)],
            "chain": rows.entry(link),
        }

    return await told(request, (site.freshness.head,), lambda: site.run(gather))


@router.get("/sources", response_model=SourcePage, summary="Sources and when they were last heard", tags=["sources"])
async def sources(request: Request, format: Format = "json") -> Response:  # noqa: ARG001 - `told` reads it
    """All sources that the ledger has documents of."""
    site = site_of(request)

    def gather() -> dict[str, Any]:
        ratings = Ratings.load()
        heard = [each for each in site.ledger.activity() if each.source]
        return {
            "sources": [
                {
                    "id": each.source,
                    "reliability": ratings.reliability(each.source, ""),
                    "party": ratings.party(each.source),
                    "documents": each.documents,
                    "last_heard": rows.iso(each.last),
                }
                for each in sorted(heard, key=lambda each: str(each.source))
            ]
        }

    return await told(request, (site.freshness.head,), lambda: site.run(gather), table=_source_table)


def _source_table(page: Any) -> Table:
    return ("id", "reliability", "party", "documents", "last_heard"), page["sources"]
