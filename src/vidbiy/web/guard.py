"""What holds for every answer: headers that keep a browser safe, bounds on what is asked, and errors that are told."""

from __future__ import annotations

import logging
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vidbiy.model import VidbiyError
from vidbiy.web.problems import ProblemError, problem_of

__all__ = ["Guard"]

_log = logging.getLogger("vidbiy.web")

_LONGEST_TARGET = 8 * 1024
_LARGEST_BODY = 4 * 1024 * 1024

# Nothing is allowed but what is listed: no script or style but our own files, no other host, no frame, no plug-in.
_POLICY = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "img-src 'self'; script-src 'self'; style-src 'self'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """Stands around the whole application."""

    def __init__(self, app: ASGIApp, tell: Callable[[Request, ProblemError], ASGIApp]) -> None:
        self._app = app
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; whatever goes wrong becomes an answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            _refuse_too_much(scope)
            await self._app(scope, _bounded(scope, receive), guarded)
        except VidbiyError as error:
            problem = problem_of(error)
            if problem.status >= 500:
                _log.error("%s %s: %s", scope["method"], scope["path"], error)
        except Exception:  # noqa: BLE001 - the edge: whatever it was, it is logged, and the visitor is told
            _log.exception("%s %s failed", scope["method"], scope["path"])
            problem = ProblemError("fault")
        else:
            return
        if not started:  # once a body is on its way, all that can be done is to break it off
            scope["app"] = self._app
            await self._tell(Request(scope), problem)(scope, receive, guarded)


def _refuse_too_much(scope: Scope) -> None:
    if len(scope["raw_path"] or b"") + len(scope["query_string"]) > _LONGEST_TARGET:
        raise ProblemError("too_long", limit=_LONGEST_TARGET)
    length = Headers(scope=scope).get("content-length", "0")
    if length.isascii() and length.isdigit() and int(length) > _LARGEST_BODY:
        raise ProblemError("too_large", limit=_LARGEST_BODY)


def _bounded(scope: Scope, receive: Receive) -> Receive:
    """Give the body as it comes, as long as it is no longer than it may be: a length need not be told, or true."""
    if scope["method"] in {"GET", "HEAD"}:
        return receive
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > _LARGEST_BODY:
            raise ProblemError("too_large", limit=_LARGEST_BODY)
        return message

    return bounded
