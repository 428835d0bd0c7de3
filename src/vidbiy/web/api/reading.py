"""What anybody may ask of the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from vidbiy.ledger import ClaimQuery, RecordError
from vidbiy.lexicon.ratings import Ratings
from vidbiy.model import Measure, Status
from vidbiy.web.api import rows
from vidbiy.web.api.asking import AsOf, Format, Limit, Moment, NightId, Number, Text, asked_night, links, next_page
from vidbiy.web.api.models import (
    AlertPage,
    CheckPage,
    ClaimPage,
    DocumentDetail,
    DocumentPage,
    EntryModel,
    FigureModel,
    FigurePage,
    HeadModel,
    RecordModel,
    SourcePage,
    StoredClaimModel,
)
from vidbiy.web.api.telling import Table, site_of, told
from vidbiy.web.asked import as_of as moment_known
from vidbiy.web.asked import claim_number, moment
from vidbiy.web.finding import record_of_night
from vidbiy.web.problems import ProblemError

__all__ = ["router"]

router = APIRouter()

_NIGHTS = timedelta(days=366)


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


@router.get("/nights/{night}", response_model=RecordModel, summary="The record of a night", tags=["nights"])
async def night(request: Request, night: NightId, as_of: AsOf = None) -> Response:
    """All figures with every claim about them, the checks, the reports, and what they say of other attacks."""
    id, version, known = asked_night(request, night, as_of)

    async def make() -> dict[str, Any]:
        record, _ = await record_of_night(site_of(request), id, known)
        return await site_of(request).run(record.to_dict)

    return await told(request, version, make)


@router.get("/nights/{night}/figures", response_model=FigurePage, summary="The figures of a night", tags=["figures"])
async def figures(  # noqa: PLR0913, PLR0917 - one parameter of the query each
    request: Request,
    night: NightId,
    measure: Annotated[Measure | None, Query()] = None,
    subject: Annotated[str | None, Query(max_length=200, description="A path; what is below it too.")] = None,
    place: Annotated[str | None, Query(max_length=200, description="A place; what lies in it too.")] = None,
    status: Annotated[Status | None, Query()] = None,
    as_of: AsOf = None,
    format: Format = "json",  # noqa: ARG001 - `told` reads it
) -> Response:
    """The figures of one attack, of one measure, subject, place or status."""
    id, version, known = asked_night(request, night, as_of)

    async def make() -> dict[str, Any]:
        record, _ = await record_of_night(site_of(request), id, known)
        found = [
            figure
            for figure in record
            if (measure is None or figure.measure is measure)
            and (status is None or figure.status is status)
            and (subject is None or _below(figure.subject, subject, "."))
            and (place is None or _below(figure.place, place, ".-"))
        ]
        return {"attack": id, "as_of": rows.iso(known), "figures": [figure.to_dict() for figure in found]}

    return await told(request, version, make, table=rows.figure_table)


def _below(path: str, above: str, joints: str) -> bool:
    return path == above or (path.startswith(above) and path[len(above) : len(above) + 1] in set(joints))


@router.get("/nights/{night}/checks", response_model=CheckPage, summary="Whether a night adds up", tags=["nights"])
async def checks(request: Request, night: NightId, as_of: AsOf = None) -> Response:
    """The accounting identities over the figures of a night, with their verdicts, and the claims that cannot all be true."""
    id, version, known = asked_night(request, night, as_of)

    async def make() -> dict[str, Any]:
        record, _ = await record_of_night(site_of(request), id, known)
        return {"attack": id, "as_of": rows.iso(known), "checks": [check.to_dict() for check in record.checks]}

    return await told(request, version, make)


@router.get("/figures/{id:path}", response_model=FigureModel, summary="One figure, by its id", tags=["figures"])
async def figure(
    request: Request,
    id: Annotated[str, Path(max_length=300, examples=["UA-2025-07-04-night/launched/weapon.drone/UA"])],
    as_of: AsOf = None,
) -> Response:
    """One figure with every claim about it, where each stands, and why."""
    attack, version, known = asked_night(request, id.partition("/")[0], as_of)

    async def make() -> dict[str, Any]:
        record, _ = await record_of_night(site_of(request), attack, known)
        found = next((figure for figure in record if figure.id == id), None)
        if found is None:
            raise ProblemError("no_figure", value=id)
        return found.to_dict()

    return await told(request, version, make)


@router.get("/claims", response_model=ClaimPage, summary="Claims, by what they say", tags=["claims"])
async def claims(  # noqa: PLR0913, PLR0917 - one parameter of the query each
    request: Request,
    start: Moment = None,
    end: Moment = None,
    background: Annotated[bool, Query(description="With a period: what is longer than three days as well.")] = False,
    place: Text = None,
    measure: Annotated[Measure | None, Query()] = None,
    subject: Text = None,
    speaker: Text = None,
    document: Annotated[int | None, Query(ge=0, lt=2**53, description="The entry of a document.")] = None,
    as_of: AsOf = None,
    recorded_by: Annotated[str | None, Query(max_length=40, description="As the ledger was at that moment.")] = None,
    after: Annotated[str | None, Query(max_length=30, pattern=r"^\d{1,18}\.\d{1,9}$", examples=["12.0"])] = None,
    limit: Limit = 100,
    format: Format = "json",  # noqa: ARG001 - `told` reads it
) -> Response:
    """The claims in force, in the order of the time that they are about. `next` leads to more."""
    site = site_of(request)
    wanted = ClaimQuery(
        period=_period(start, end),
        background=background,
        place=place,
        measure=None if measure is None else measure.value,
        subject=subject,
        speaker=speaker,
        document=document,
        known_by=moment_known(as_of or ""),
        as_of=moment_known(recorded_by or ""),
        after=None if after is None else claim_number(after),
        limit=limit,
    )

    async def make() -> dict[str, Any]:
        found = await site.run(lambda: list(site.ledger.claims(wanted)))
        more = next_page(request, after=found[-1].ref) if len(found) == limit else None
        return {"claims": [rows.stored_claim(each) for each in found], "next": more}

    return await told(request, (site.freshness.head,), make, table=rows.claim_table, links=links)


def _period(start: str | None, end: str | None) -> tuple[datetime, datetime] | None:
    if start is None and end is None:
        return None
    first = datetime(1970, 1, 3, tzinfo=UTC) if start is None else moment(start)
    last = datetime(9999, 1, 1, tzinfo=UTC) if end is None else moment(end)
    if last < first:
        raise ProblemError("bad_time", value=f"{start}/{end}")
    # The ledger looks three days further back, and counts from 1970.
    return max(first, datetime(1970, 1, 5, tzinfo=UTC)), last


@router.get("/claims/{ref}", response_model=StoredClaimModel, summary="One claim", tags=["claims"])
async def claim(request: Request, ref: Annotated[str, Path(max_length=40, examples=["12.0"])]) -> Response:
    """One claim by its number, also one that no longer counts."""
    site, number = site_of(request), claim_number(ref)

    async def make() -> dict[str, Any]:
        found = await site.run(site.ledger.claim, number)
        if found is None:
            raise ProblemError("no_claim", value=number)
        return rows.stored_claim(found)

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


@router.get("/alerts", response_model=AlertPage, summary="Alerts of a period", tags=["alerts"])
async def alerts(  # noqa: PLR0913, PLR0917 - one parameter of the query each
    request: Request,
    start: Moment = None,
    end: Moment = None,
    place: Annotated[str, Query(max_length=100, description="A place; what lies in it too.")] = "UA",
    recorded_by: Annotated[str | None, Query(max_length=40, description="As the ledger was at that moment.")] = None,
    skip: Annotated[int, Query(ge=0, le=10_000_000, description="How many to leave out: for the next page.")] = 0,
    limit: Limit = 500,
    format: Format = "json",  # noqa: ARG001 - `told` reads it
) -> Response:
    """The alerts that overlap a period of at most 366 days; without one, those of the last day."""
    site = site_of(request)
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    last = now if end is None else moment(end)
    first = last - timedelta(days=1) if start is None else moment(start)
    if last < first or last - first > _NIGHTS or first < datetime(1970, 1, 5, tzinfo=UTC):
        raise ProblemError("bad_time", value=f"{first.isoformat()}/{last.isoformat()}")
    recorded = moment_known(recorded_by or "")

    def gather() -> dict[str, Any]:
        found = list(site.ledger.alerts(period=(first, last), place=place, as_of=recorded))
        shown = found[skip : skip + limit]
        more = next_page(request, start=first.isoformat(), end=last.isoformat(), skip=skip + limit)
        return {
            "start": first.isoformat(),
            "end": last.isoformat(),
            "place": place,
            "alerts": [rows.stored_alert(each) for each in shown],
            "next": more if len(found) > skip + limit else None,
        }

    version = (site.freshness.head, now.isoformat() if end is None else "")
    return await told(request, version, lambda: site.run(gather), table=rows.alert_table, links=links)


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
