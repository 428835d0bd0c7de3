"""Making ready: pages of nights that nobody has asked for yet are made while nobody waits, the latest first."""

from __future__ import annotations

import asyncio
import logging
import time

from starlette.applications import Starlette
from starlette.requests import Request

from vidbiy.model import VidbiyError
from vidbiy.web.language import LANGUAGES
from vidbiy.web.pages.night import night
from vidbiy.web.site import Site
from vidbiy.web.view import View

__all__ = ["warm"]

_log = logging.getLogger("vidbiy.web")
_LOOK = 5.0  # seconds between looks whether there is something to make
_GIVE_WAY = 1.0  # after each night others have their turn, for as long as it took
_VARIANTS = (*(("", language) for language in LANGUAGES), *((f"/{language}", language) for language in LANGUAGES))


async def warm(app: Starlette, site: Site) -> None:
    """Make the pages of the last nights, and those anew that have changed, for as long as the server runs."""
    done: dict[str, tuple[int, ...]] = {}
    while True:
        if site.history.ready:
            try:
                await _pass(app, site, done)
            except VidbiyError as error:
                _log.warning("Pages cannot be made ahead: %s", error)
        await asyncio.sleep(_LOOK)


async def _pass(app: Starlette, site: Site, done: dict[str, tuple[int, ...]]) -> None:
    nights = await site.history.read(lambda table: table.nights("UA", limit=site.settings.warm))
    for each in nights:
        id = f"{each.country}-{each.date.isoformat()}-{each.wave}"
        version = (site.freshness.night(each.date), site.freshness.alerts, *site.history.version(each.date))
        if done.get(id) == version:
            continue
        begun = time.monotonic()
        for prefix, language in _VARIANTS:
            await night(View(_asked(app, id, prefix, language)))
        done[id] = version
        await asyncio.sleep(_GIVE_WAY * (time.monotonic() - begun))


def _asked(app: Starlette, id: str, prefix: str, language: str) -> Request:
    """Return the request of somebody who opens that page."""
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "server": ("localhost", 80),
            "path": f"{prefix}/night/{id}",
            "root_path": prefix,
            "query_string": b"",
            "headers": [(b"accept-language", language.encode())],
            "path_params": {"night": id},
            "app": app,
        }
    )
