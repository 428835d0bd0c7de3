"""What anybody may ask of figures."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from vidbiy.model import Measure, Status
from vidbiy.web.api import rows
from vidbiy.web.api.asking import AsOf, Format, NightId, asked_night
from vidbiy.web.api.models.figures import FigureModel, FigurePage
from vidbiy.web.api.telling import site_of, told
from vidbiy.web.finding import record_of_night
from vidbiy.web.problems import ProblemError

__all__ = ["router"]

router = APIRouter()


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
