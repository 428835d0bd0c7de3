"""What anybody may ask of attacks: which there are, the record of one, whether it adds up, a measure over many."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from vidbiy.model import Measure
from vidbiy.reconcile.history import STOPPED, NightTable, NoSeriesError, SeriesKey, series_of
from vidbiy.web.api import rows
from vidbiy.web.api.asking import AsOf, Format, NightId, asked_night, links, next_page
from vidbiy.web.api.models.checks import CheckPage
from vidbiy.web.api.models.nights import NightPage, RecordModel, SeriesModel
from vidbiy.web.api.telling import Table, site_of, told
from vidbiy.web.asked import as_of as moment_known
from vidbiy.web.asked import day
from vidbiy.web.finding import record_of_night
from vidbiy.web.nights import COLUMNS, NightRow, nights_before
from vidbiy.web.problems import ProblemError
from vidbiy.web.site import Site

__all__ = ["router"]

router = APIRouter()
Day = Annotated[str | None, Query(max_length=10, examples=["2025-07-04"])]
_LONGEST = timedelta(days=3700)


def _ready(site: Site) -> None:
    """Refuse what needs the table of nights while it is made."""
    if not site.history.ready:
        raise ProblemError("busy", headers={"Retry-After": "10"})


@router.get("/nights", response_model=NightPage, summary="The nights and days on record", tags=["nights"])
async def nights(
    request: Request,
    before: Day = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    format: Format = "json",  # noqa: ARG001 - `told` reads it
) -> Response:
    """The attacks on Ukraine that there is a record of, the latest first; `before` a date leads to more."""
    site = site_of(request)
    _ready(site)
    last = None if before is None else day(before)

    async def make() -> dict[str, Any]:
        rows = await site.history.read(lambda table: nights_before(table, last, limit))
        more = next_page(request, before=rows[-1].attack.date) if len(rows) == limit else None
        return {"nights": [_row(each) for each in rows], "next": more}

    version = (site.freshness.head, *site.history.version(date.max))
    return await told(request, version, make, table=_night_table, links=links)


def _row(row: NightRow) -> dict[str, Any]:
    points = {measure: None if point is None else point.to_dict() for measure, point in row.named()}
    return {**row.attack.to_dict(), "url": f"/api/v1/nights/{row.attack.id}", **points}


def _night_table(page: Any) -> Table:
    bounds = ("low", "high")
    columns = ("id", "date", "wave", *(f"{measure}_{bound}" for measure in COLUMNS for bound in bounds))
    rows = (
        {
            **{name: each[name] for name in ("id", "date", "wave")},
            **{
                f"{measure}_{bound}": None if each[measure] is None else each[measure][bound]
                for measure in COLUMNS
                for bound in bounds
            },
        }
        for each in page["nights"]
    )
    return columns, rows


@router.get("/nights/{night}", response_model=RecordModel, summary="The record of a night", tags=["nights"])
async def night(request: Request, night: NightId, as_of: AsOf = None) -> Response:
    """All figures with every claim about them, the checks, the reports, and what they say of other attacks."""
    id, version, known = asked_night(request, night, as_of)

    async def make() -> dict[str, Any]:
        record, _ = await record_of_night(site_of(request), id, known)
        return await site_of(request).run(record.to_dict)

    return await told(request, version, make)


@router.get("/nights/{night}/checks", response_model=CheckPage, summary="Whether a night adds up", tags=["nights"])
async def checks(request: Request, night: NightId, as_of: AsOf = None) -> Response:
    """The accounting identities over the figures of a night, with their verdicts, and the claims that cannot all be true."""
    id, version, known = asked_night(request, night, as_of)

    async def make() -> dict[str, Any]:
        record, _ = await record_of_night(site_of(request), id, known)
        return {"attack": id, "as_of": rows.iso(known), "checks": [check.to_dict() for check in record.checks]}

    return await told(request, version, make)


@router.get("/history", response_model=SeriesModel, summary="A measure night by night", tags=["nights"])
async def history(  # noqa: PLR0913, PLR0917 - one parameter of the query each
    request: Request,
    measure: Annotated[Measure | Literal["stopped"], Query()] = Measure.LAUNCHED,
    subject: Annotated[str | None, Query(max_length=100)] = None,
    place: Annotated[str | None, Query(max_length=100)] = None,
    since: Day = None,
    until: Day = None,
    as_of: AsOf = None,
    format: Format = "json",  # noqa: ARG001 - `told` reads it
) -> Response:
    """A series with its gaps and the breaks in how it was counted. `stopped` is what stays comparable across them."""
    site = site_of(request)
    _ready(site)
    key = SeriesKey.of(STOPPED if measure == STOPPED else Measure(measure).value, subject, place)
    first, last = (None if each is None else day(each) for each in (since, until))
    known = moment_known(as_of or "")
    if known is not None and (first is None or (last or known.date()) - first > _LONGEST):
        first = first or known.date() - _LONGEST

    def read(table: NightTable) -> dict[str, Any]:
        try:
            return series_of(table, key, as_of=known).cut(first, last).to_dict()
        except NoSeriesError as error:
            raise ProblemError("no_series", detail=str(error)) from error

    version = (site.freshness.head, *site.history.version(date.max))
    return await told(request, version, lambda: site.history.read(read), table=_series_table)


def _series_table(series: Any) -> Table:
    return ("date", "low", "high", "approx", "status", "claims"), series["nights"]
