"""The parameters that several operations of the API take, and where a page leads on."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import Path, Query, Request

from vidbiy.web.api.telling import site_of
from vidbiy.web.asked import as_of as moment_known
from vidbiy.web.asked import attack_named

__all__ = [
    "AsOf",
    "ClaimNumber",
    "Format",
    "Limit",
    "Moment",
    "NightId",
    "Number",
    "Text",
    "asked_night",
    "links",
    "next_page",
]

AsOf = Annotated[
    str | None,
    Query(
        max_length=40,
        description="What was published by then: ISO 8601; without an offset, Kyiv time.",
        examples=["2025-07-04T07:00"],
    ),
]
Format = Annotated[Literal["json", "csv"], Query(description="JSON, or a table as CSV.")]
Limit = Annotated[int, Query(ge=1, le=1000, description="How many at most.")]
NightId = Annotated[
    str,
    Path(
        max_length=40,
        description="The date of the night's morning, or an attack's id.",
        examples=["2025-07-04", "UA-2025-07-04-night"],
    ),
]
Text = Annotated[str | None, Query(max_length=200)]
Moment = Annotated[str | None, Query(max_length=40, examples=["2025-07-03T18:00:00+03:00"])]
ClaimNumber = Annotated[str, Path(max_length=40, examples=["12.0"])]
Number = Annotated[int, Path(ge=0, lt=2**53)]


def next_page(request: Request, **more: object) -> str:
    """Return the address of the next page."""
    query = {**dict(request.query_params), **{name: str(value) for name, value in more.items()}}
    return f"{request.url.path}?{urlencode(query)}"


def links(page: Any) -> dict[str, str]:
    """Return where a page leads on, for the `Link` header."""
    return {"next": page["next"]} if page.get("next") else {}


def asked_night(request: Request, night: str, as_of: str | None) -> tuple[str, tuple[int], datetime | None]:
    """Return the attack's id, what its answers stay the same for, and the moment that is asked for."""
    country, day, wave = attack_named(night)
    id = f"{country}-{day.isoformat()}-{wave.value}"
    return id, (site_of(request).freshness.night(day),), moment_known(as_of or "")
