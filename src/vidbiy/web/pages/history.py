"""The history: a measure night by night, nights without data as gaps, and breaks in how things are counted."""

from __future__ import annotations

import contextlib
from datetime import date
from typing import Any

from starlette.responses import Response

from vidbiy.model import Measure
from vidbiy.reconcile.history import STOPPED, NoSeriesError, SeriesKey
from vidbiy.web.asked import day
from vidbiy.web.nights import series_asked
from vidbiy.web.problems import ProblemError
from vidbiy.web.view import View

__all__ = ["NIGHTS_SHOWN", "history", "key_asked"]

NIGHTS_SHOWN = 60
_OFFERED = ("launched", STOPPED, "shot_down", "suppressed", "hit", "killed", "injured", "without_power")


def key_asked(view: View) -> SeriesKey:
    """Return the series that the query asks for.

    Raises:
        ProblemError: there is no such measure.
    """
    measure = view.parameter("measure") or "launched"
    if measure != STOPPED and measure not in set(Measure):
        raise ProblemError("bad_number", value=measure[:100])
    return SeriesKey.of(measure, view.parameter("subject")[:100] or None, view.parameter("place")[:100] or None)


async def history(view: View) -> Response:
    """Answer with a series of nights."""
    key, until = key_asked(view), view.parameter("until")
    last = day(until) if until else None
    kept = view.site.history

    async def gather() -> dict[str, Any]:
        context: dict[str, Any] = {
            "section": "history",
            "key": key,
            "until": last,
            "offered": _OFFERED,
            "ready": kept.ready,
            "series": None,
            "points": (),
        }
        if kept.ready:
            with contextlib.suppress(NoSeriesError):
                context["series"], context["points"] = await kept.read(
                    lambda table: series_asked(table, key, last, NIGHTS_SHOWN)
                )
        return context

    version = (view.site.freshness.head, *kept.version(date.max))
    return await view.page("history.html", version, gather)
