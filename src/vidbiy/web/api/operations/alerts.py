"""What anybody may ask of alerts: as they are logged, and how long they lasted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from vidbiy.web.api import rows
from vidbiy.web.api.asking import AsOf, Format, Limit, Moment, NightId, asked_night, links, next_page
from vidbiy.web.api.models.alerts import AlertPage, NightAlertsModel
from vidbiy.web.api.telling import site_of, told
from vidbiy.web.asked import as_of as moment_known
from vidbiy.web.asked import moment
from vidbiy.web.finding import record_of_night
from vidbiy.web.problems import ProblemError

__all__ = ["router"]

router = APIRouter()
_NIGHTS = timedelta(days=366)


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


@router.get("/nights/{night}/alerts", response_model=NightAlertsModel, summary="The alerts of a night", tags=["alerts"])
async def night_alerts(request: Request, night: NightId, until: AsOf = None) -> Response:
    """Hours of alert by region and below, up to a moment. What no feed speaks of is unknown, never "no alert"."""
    site = site_of(request)
    id, version, known = asked_night(request, night, until)

    async def make() -> dict[str, Any]:
        record, _ = await record_of_night(site, id, known)
        return (await site.alerts(record.attack, known)).to_dict()

    return await told(request, (*version, site.freshness.alerts), make)


@router.get("/alerts/now", response_model=NightAlertsModel, summary="The alerts of the last hour", tags=["alerts"])
async def alerts_now(request: Request) -> Response:
    """An alert is on where a stretch reaches the end of the period, or is open; where the cover ends before, nobody knows."""
    site = site_of(request)
    minute = datetime.now(UTC).replace(second=0, microsecond=0)

    async def make() -> dict[str, Any]:
        return (await site.alerts_now(minute)).to_dict()

    return await told(request, (site.freshness.alerts, minute.isoformat()), make)
