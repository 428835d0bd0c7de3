"""The live stream: server-sent events, resumed where a connection broke off."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from vidbiy.web.events import beat
from vidbiy.web.hub import LaggingError
from vidbiy.web.problems import ProblemError
from vidbiy.web.site import Site
from vidbiy.web.watch import catch_up

__all__ = ["Stream"]

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"access-control-allow-origin", b"*"),
]
_RETRY = b"retry: 2000\n\n"


class Stream:
    """The application at the address of the stream. `Last-Event-ID` (or `?last_event_id=`) is the entry seen last."""

    def __init__(self, method_refused: ASGIApp) -> None:
        self._refused = method_refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send events until the client goes."""
        if scope["method"] not in {"GET", "HEAD"}:
            await self._refused(scope, receive, send)
            return
        request = Request(scope)
        site: Site = request.app.state.site
        since = _seen(request)
        if site.hub.listeners >= site.settings.listeners:
            raise ProblemError("busy", headers={"Retry-After": "30"})
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        if scope["method"] == "HEAD":
            await send({"type": "http.response.body"})
            return
        site.hub.listeners += 1
        gone = asyncio.ensure_future(_gone(receive))
        sending = asyncio.ensure_future(_send(site, since, send))
        stopping = asyncio.ensure_future(site.stopping.wait())
        try:
            await asyncio.wait({gone, sending, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            site.hub.listeners -= 1
            for task in (gone, sending, stopping):
                task.cancel()
            await asyncio.gather(gone, sending, stopping, return_exceptions=True)
        if site.stopping.is_set():
            await send({"type": "http.response.body"})


async def _send(site: Site, since: int | None, send: Send) -> None:
    """Send what was missed, then what comes."""
    place = site.hub.end
    first = _RETRY + beat(site.freshness.head)
    if since is not None and since < site.freshness.head:
        first += await catch_up(site, since)
    await send({"type": "http.response.body", "body": first, "more_body": True})
    try:
        while True:
            messages, place = await site.hub.after(place)
            await send({"type": "http.response.body", "body": messages, "more_body": True})
    except LaggingError:
        # It is told to come back by the end of the stream, and asks for what it missed.
        await send({"type": "http.response.body"})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _seen(request: Request) -> int | None:
    """Return the entry that the client has seen last."""
    told = request.headers.get("last-event-id") or request.query_params.get("last_event_id") or ""
    if not told:
        return None
    if not told.isascii() or not told.isdigit() or len(told) > 18:
        raise ProblemError("bad_number", value=told[:100])
    return int(told)
