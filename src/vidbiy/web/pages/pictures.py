"""The pictures, each at an address of its own: drawn once, and again only when what it shows has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from starlette.responses import Response

from vidbiy.model import Wave
from vidbiy.publish.charts import ChartsMissingError, Look
from vidbiy.publish.charts.look import THEMES
from vidbiy.publish.charts.of_history import Stretch, bars, calendar
from vidbiy.publish.charts.of_record import MAPS, balance, tile_map, timeline
from vidbiy.reconcile.history import NightTable, NoSeriesError
from vidbiy.web.answers import Answer, answer, respond
from vidbiy.web.asked import as_of as moment_asked
from vidbiy.web.asked import attack_named, day
from vidbiy.web.filling import naming_in
from vidbiy.web.finding import record_of_night
from vidbiy.web.pages.history import NIGHTS_SHOWN, key_asked
from vidbiy.web.problems import ProblemError
from vidbiy.web.view import View

if TYPE_CHECKING:
    from vidbiy.publish.charts.data.kinds import ChartData

__all__ = ["PICTURE_WIDTHS", "of_nights", "picture"]

PICTURE_WIDTHS = (380, 560, 1000)
"""A telephone, half a page, a page. Others are not drawn: each costs."""
_SVG = "image/svg+xml"
_YEAR = 365


@dataclass(frozen=True, slots=True)
class _Name:
    kind: str
    shown: str
    grid: str


_NAMES = {
    "balance": _Name("balance", "", ""),
    "timeline": _Name("timeline", "", ""),
    **{f"tiles-{shown}": _Name("tiles", shown, "regions") for shown in MAPS},
    **{f"kyiv-{shown}": _Name("tiles", shown, "kyiv") for shown in MAPS},
}


async def picture(view: View) -> Response:
    """Answer with one picture of a night, in one of the widths and themes there are."""
    country, day, wave = attack_named(view.request.path_params["attack"])
    name = _NAMES.get(view.request.path_params["name"])
    if name is None:
        raise ProblemError("no_page", path=view.request.url.path[:200])
    look = look_asked(view)
    as_of = moment_asked(view.parameter("as_of"))
    id = f"{country}-{day.isoformat()}-{wave.value}"
    freshness = view.site.freshness
    key = ("picture", id, name, look, as_of, freshness.night(day), freshness.alerts)

    async def make() -> Answer:
        record, _ = await record_of_night(view.site, id, as_of)
        alerts = await view.site.alerts(record.attack, as_of)
        names = naming_in(view.words.language).sources(record)
        if name.kind == "balance":
            data: ChartData = balance(record, names)
        elif name.kind == "timeline":
            data = timeline(record, alerts, names)
        else:
            data = tile_map(record, alerts, name.shown, name.grid, names)
        return await view.site.run(drawn, data, look)

    return respond(view.request.headers, await view.site.pages.get(key, make))


async def of_nights(view: View) -> Response:
    """Answer with a picture of many nights: bars, or a calendar of a year."""
    name = view.request.path_params["name"]
    if name not in {"bars", "calendar"}:
        raise ProblemError("no_page", path=view.request.url.path[:200])
    look, asked, until = look_asked(view), key_asked(view), view.parameter("until")
    last = day(until) if until else None
    kept = view.site.history
    if not kept.ready:
        raise ProblemError("busy", headers={"Retry-After": "10"})
    nights = NIGHTS_SHOWN if name == "bars" else _YEAR

    def read(table: NightTable) -> ChartData:
        stretch = _stretch(table, last, nights, view.words.language)
        if name == "bars":
            return bars(table, asked.subject, stretch, view.words.language)
        return calendar(table, asked, stretch, view.words.language)

    async def make() -> Answer:
        try:
            data = await kept.read(read)
        except NoSeriesError:
            raise ProblemError("no_page", path=view.request.url.path[:200]) from None
        return await view.site.run(drawn, data, look)

    key = ("picture", name, asked, look, last, *kept.version(date.max))
    return respond(view.request.headers, await view.site.pages.get(key, make))


def _stretch(table: NightTable, last: date | None, nights: int, language: str) -> Stretch:
    """Return the last so many nights up to one: what lies before the first on record is no gap."""
    known = table.bounds("UA", Wave.NIGHT)
    since = None
    if last is not None and known is not None:
        since = max(last - timedelta(days=nights - 1), min(date.fromordinal(known[0]), last))
    return Stretch(since=since, until=last, name=naming_in(language).source)


def look_asked(view: View) -> Look:
    """Return the look that the query asks for.

    Raises:
        ProblemError: there is no such width or theme.
    """
    width, theme = view.parameter("width") or str(PICTURE_WIDTHS[-1]), view.parameter("theme") or "light"
    if theme not in THEMES or not width.isascii() or not width.isdigit() or int(width[:6]) not in PICTURE_WIDTHS:
        raise ProblemError("bad_number", value=f"{width} {theme}"[:100])
    return Look(width=int(width), theme=theme, language=view.words.language)


def drawn(data: ChartData, look: Look) -> Answer:
    """Return the picture as SVG; what draws it may not be installed, and its absence is told in a picture."""
    try:
        from vidbiy.publish.charts.draw import draw  # noqa: PLC0415 - an extra, which may not be there
    except ChartsMissingError:
        return answer(_MISSING, _SVG)
    return answer(draw(data, look).svg.encode(), _SVG)


_MISSING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 1" width="10" height="1"/>'
