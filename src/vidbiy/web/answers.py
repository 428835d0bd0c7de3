"""Answers that are made once and sent many times: compressed, tagged, dated, and not sent at all to who has them."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256

from starlette.datastructures import Headers
from starlette.responses import Response

__all__ = ["HTML", "JSON", "Answer", "answer", "respond"]

HTML = "text/html; charset=utf-8"
JSON = "application/json"
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """A body as it is kept: compressed, with what tells it from another."""

    compressed: bytes
    length: int
    tag: str
    modified: datetime | None
    kind: str
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def weight(self) -> int:
        """How many bytes it takes in memory, about."""
        return len(self.compressed) + 400


def answer(
    body: bytes,
    kind: str,
    modified: datetime | None = None,
    extra: tuple[tuple[str, str], ...] = (),
) -> Answer:
    """Return a body ready to be kept."""
    tag = sha256(body).hexdigest()[:24]
    return Answer(gzip.compress(body, _LEVEL, mtime=0), len(body), tag, modified, kind, extra)


def respond(headers: Headers, found: Answer, *, vary: str = "Accept-Encoding", cache: str = "no-cache") -> Response:
    """Return the response for a request with these headers: 304 where the client has it."""
    zipped = _takes_gzip(headers.get("accept-encoding", ""))
    more = {
        "ETag": f'"{found.tag}{"-gz" if zipped else ""}"',
        "Vary": vary,
        "Cache-Control": cache,
        **dict(found.extra),
    }
    if found.modified is not None:
        more["Last-Modified"] = format_datetime(found.modified.astimezone(UTC).replace(microsecond=0), usegmt=True)
    if _has(headers, found):
        return Response(status_code=304, headers=more)
    if zipped:
        more["Content-Encoding"] = "gzip"
    body = found.compressed if zipped else gzip.decompress(found.compressed)
    response = Response(body, headers=more)
    response.headers["Content-Type"] = found.kind
    return response


def _takes_gzip(accepted: str) -> bool:
    for item in accepted.split(","):
        name, _, parameter = item.partition(";")
        if name.strip().lower() in {"gzip", "*"}:
            return parameter.replace(" ", "").lower() not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def _has(headers: Headers, found: Answer) -> bool:
    """Tell whether the client has this answer (RFC 9110: a tag outranks a date)."""
    tags = headers.get("if-none-match")
    if tags is not None:
        known = {tag.strip().removeprefix("W/").strip('"').removesuffix("-gz") for tag in tags.split(",")}
        return found.tag in known or "*" in known
    since = headers.get("if-modified-since")
    if since is None or found.modified is None:
        return False
    try:
        moment = parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return found.modified.replace(microsecond=0) <= moment
