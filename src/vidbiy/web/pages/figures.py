"""A figure: how it stands, how it came about, and every claim about it with its words."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from vidbiy.model import AttackError, Figure, parse_attack_id
from vidbiy.web.asked import as_of as moment_asked
from vidbiy.web.finding import record_of_night
from vidbiy.web.problems import ProblemError
from vidbiy.web.view import View

__all__ = ["figure"]


async def figure(view: View) -> Response:
    """Answer with one figure of a night, by its id."""
    id: str = view.request.path_params["id"]
    attack = id.partition("/")[0]
    try:
        day = parse_attack_id(attack)[1]
    except AttackError:
        raise ProblemError("no_figure", value=id[:200]) from None
    as_of = moment_asked(view.parameter("as_of"))

    async def gather() -> dict[str, Any]:
        record, _ = await record_of_night(view.site, attack, as_of)
        found: Figure | None = next((each for each in record if each.id == id), None)
        if found is None:
            raise ProblemError("no_figure", value=id[:200])
        return {
            "section": "nights",
            "record": record,
            "figure": found,
            "checks": [check for check in record.checks if any(term.key == found.key for term in check.terms)],
            "reports": {report.document: report for report in record.reports},
            "as_of": as_of,
        }

    return await view.page("figure.html", (view.site.freshness.night(day),), gather)
