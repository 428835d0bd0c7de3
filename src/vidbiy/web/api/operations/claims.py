"""What anybody may ask of claims."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from vidbiy.ledger import ClaimQuery
from vidbiy.model import Measure
from vidbiy.web.api import rows
from vidbiy.web.api.asking import AsOf, ClaimNumber, Format, Limit, Moment, Text, links, next_page
from vidbiy.web.api.models.claims import ClaimPage, StoredClaimModel
from vidbiy.web.api.telling import site_of, told
from vidbiy.web.asked import as_of as moment_known
from vidbiy.web.asked import claim_number, moment
from vidbiy.web.problems import ProblemError

__all__ = ["router"]

router = APIRouter()


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
async def claim(request: Request, ref: ClaimNumber) -> Response:
    """One claim by its number, also one that no longer counts."""
    site, number = site_of(request), claim_number(ref)

    async def make() -> dict[str, Any]:
        found = await site.run(site.ledger.claim, number)
        if found is None:
            raise ProblemError("no_claim", value=number)
        return rows.stored_claim(found)

    return await told(request, (site.freshness.head,), make)
