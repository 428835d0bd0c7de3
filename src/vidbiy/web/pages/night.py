"""The night on one screen: what happened, who says so, whether it adds up."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from vidbiy.lexicon.countries import KYIV
from vidbiy.model import Attack, Wave
from vidbiy.publish.charts.of_record import MAPS
from vidbiy.web.asked import as_of as moment_asked
from vidbiy.web.asked import attack_named
from vidbiy.web.finding import record_of_night
from vidbiy.web.overview import overview
from vidbiy.web.problems import ProblemError
from vidbiy.web.view import View

__all__ = ["night"]

_STEP = 15  # minutes between two places of the slider
_HOURS = (3, 7, 12)
_MAPS = tuple(MAPS)


async def night(view: View) -> Response:
    """Answer with a night (or day), as it is known now or was known at a moment."""
    attack = view.request.path_params["night"]
    country, day, wave = attack_named(attack)
    id = f"{country}-{day.isoformat()}-{wave.value}"
    slid = view.parameter("minutes")
    if slid:
        return await _slid(view, id, slid)
    as_of = moment_asked(view.parameter("as_of"))

    history = view.site.history
    version = (view.site.freshness.night(day), view.site.freshness.alerts, *history.version(day))

    async def gather() -> dict[str, Any]:
        record, known = await record_of_night(view.site, id, as_of)
        return {
            "section": "nights",
            "record": record,
            "known": known,
            "overview": overview(record),
            "alerts": await view.site.alerts(record.attack, as_of),
            "standings": await history.standings(day, as_of) if wave is Wave.NIGHT and country == "UA" else [],
            "slider": _slider(record.attack, as_of),
            "as_of": as_of,
            **_map(view),
        }

    return await view.page("night.html", version, gather, canonical=f"/night/{id}")


async def _slid(view: View, attack: str, slid: str) -> Response:
    """Lead from a place of the slider to the address of that moment: what a form without scripts can send."""
    record, _ = await record_of_night(view.site, attack, None)
    first, last = _ends(record.attack)
    if not slid.isascii() or not slid.isdigit() or len(slid) > 5:
        raise ProblemError("bad_number", value=slid[:100])
    moment = min(first + timedelta(minutes=int(slid)), last)
    target = f"{view.request.url.path}?as_of={moment:%Y-%m-%dT%H:%M}"
    return Response(status_code=303, headers={"Location": target, "Cache-Control": "no-cache"})


def _ends(attack: Attack) -> tuple[datetime, datetime]:
    """Return where the slider begins and ends: from the start of the attack to the end of the day it ended on."""
    first = attack.start.astimezone(KYIV)
    last = datetime.combine(attack.date + timedelta(days=1), time(0), KYIV)
    return first.replace(minute=first.minute // _STEP * _STEP, second=0, microsecond=0), last


def _slider(attack: Attack, as_of: datetime | None) -> dict[str, Any]:
    first, last = _ends(attack)
    now = datetime.now(UTC)
    hours = [datetime.combine(attack.date, time(hour), KYIV) for hour in _HOURS]
    here = min(max(last if as_of is None else as_of, first), last)
    minutes = int((here.astimezone(UTC) - first.astimezone(UTC)).total_seconds() // 60)
    return {
        "first": first,
        "most": int((last.astimezone(UTC) - first.astimezone(UTC)).total_seconds() // 60),
        "step": _STEP,
        "here": minutes,
        "moments": [hour.astimezone(KYIV) for hour in hours if first <= hour <= min(last, now)],
    }


def _map(view: View) -> dict[str, Any]:
    """Return what the map shows, and the links to what else it can show."""
    asked = view.parameter("map")
    shown = asked if asked in _MAPS else _MAPS[0]
    query = view.request.query_params
    links = {
        each: "?" + urlencode({**{key: query[key] for key in ("as_of",) if key in query}, "map": each})
        for each in _MAPS
    }
    return {"map": shown, "map_links": links}
