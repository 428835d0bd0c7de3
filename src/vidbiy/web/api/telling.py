"""How the API answers: JSON or CSV that is kept as long as it holds, and problem documents (RFC 9457)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from vidbiy.web.answers import JSON, Answer, answer, respond
from vidbiy.web.language import chosen, words_in
from vidbiy.web.problems import PROBLEM_JSON, ProblemError
from vidbiy.web.site import Site

__all__ = ["CSV", "PUBLIC", "ProblemDocument", "Table", "as_csv", "json_bytes", "site_of", "told", "told_once"]

CSV = "text/csv; charset=utf-8; header=present"
PUBLIC = ("Access-Control-Allow-Origin", "*")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Table = tuple[tuple[str, ...], Iterable[Mapping[str, Any]]]
"""Columns, and rows that have them."""


def site_of(request: Request) -> Site:
    """Return the state of the running server."""
    site: Site = request.app.state.site
    return site


def json_bytes(value: Any) -> bytes:
    """Return a value as JSON, small, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def told_once(value: Any, status: int = 200) -> Response:
    """Answer with a value as JSON that nobody keeps: it is told to whoever sent something."""
    return Response(json_bytes(value), status, media_type="application/json", headers={"Cache-Control": "no-store"})


async def told(
    request: Request,
    version: tuple[int | str, ...],
    make: Callable[[], Awaitable[Any]],
    *,
    table: Callable[[Any], Table] | None = None,
    links: Callable[[Any], Mapping[str, str]] = lambda _: {},
) -> Response:
    """Answer with what `make` returns, as JSON, or as CSV where `table` makes rows of it and the query asks for them."""
    site = site_of(request)
    tabular = table is not None and request.query_params.get("format") == "csv"
    key = ("api", version, request.url.path, str(request.query_params))

    async def made() -> Answer:
        value = await make()
        return await site.run(_bytes, site, value, version[0], table if tabular else None, links)

    found = await site.pages.get(key, made)
    return respond(request.headers, found)


def _bytes(
    site: Site,
    value: Any,
    seq: int | str,
    table: Callable[[Any], Table] | None,
    links: Callable[[Any], Mapping[str, str]],
) -> Answer:
    modified = site.recorded_at(seq) if isinstance(seq, int) else None
    extra = (PUBLIC, *(("Link", f'<{target}>; rel="{name}"') for name, target in links(value).items()))
    if table is not None:
        return answer(as_csv(*table(value)), CSV, modified, extra)
    return answer(json_bytes(value), JSON, modified, extra)


def as_csv(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return a table as CSV (RFC 4180). A text that a spreadsheet would run as a formula is told to be a text."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue().encode()


def _cell(value: Any) -> str | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


class ProblemDocument:
    """An application that answers whatever it is asked with a problem document."""

    def __init__(self, problem: ProblemError) -> None:
        self._problem = problem

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        await self.response(Request(scope))(scope, receive, send)

    def response(self, request: Request) -> Response:
        """Return the answer, in the language that the client prefers."""
        words = words_in(chosen(request.headers.get("accept-language", "")))
        body = json_bytes(self._problem.to_dict(words, request.url.path[:500]))
        headers = {
            "Cache-Control": "no-store",
            "Content-Language": words.language,
            "Vary": "Accept-Language",
            PUBLIC[0]: PUBLIC[1],
            **self._problem.headers,
        }
        if self._problem.status == 401:
            headers["WWW-Authenticate"] = 'Bearer realm="vidbiy"'
        return Response(body, self._problem.status, headers=headers, media_type=PROBLEM_JSON)
