"""A story, held against the record: paste it, and see each of its sentences with its verdict."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from urllib.parse import parse_qs

import anyio.to_thread
from starlette.responses import Response

from vidbiy.lexicon.countries import KYIV
from vidbiy.model import Document
from vidbiy.reading import Reader
from vidbiy.reconcile import StoryCheck, check_story, latest
from vidbiy.web.asked import moment
from vidbiy.web.marking import marked
from vidbiy.web.problems import ProblemError
from vidbiy.web.site import Site
from vidbiy.web.view import View

__all__ = ["LONGEST", "check", "held_against_the_record"]

LONGEST = 100_000
"""Characters of a story: longer than any, and read in well under a second."""


async def check(view: View) -> Response:
    """Answer with the form, or with what came of it."""
    if view.request.method == "GET":
        empty = {"section": "check", "text": "", "published": "", "result": None, "longest": LONGEST}

        async def gather() -> dict[str, Any]:
            return empty

        return await view.page("check.html", ("check",), gather)
    fields = await _fields(view)
    text, published = fields.get("text", "").replace("\r\n", "\n"), fields.get("published", "").strip()
    if not text.strip():
        raise ProblemError("no_story")
    if len(text) > LONGEST:
        raise ProblemError("too_large", limit=LONGEST)
    when = moment(published) if published else await view.site.run(_day_of_the_latest, view.site)
    result = await held_against_the_record(view.site, Document("story", text, when), None)
    pieces = marked(text, [(*item.claim.span, item) for item in result.verdicts])
    context = {
        "section": "check",
        "text": text,
        "published": published,
        "assumed": None if published else when,
        "result": result,
        "pieces": pieces,
        "longest": LONGEST,
    }
    return await view.once("check.html", context)


def _day_of_the_latest(site: Site) -> datetime | None:
    """Return the evening of the latest attack's date: of what "overnight" is where nobody says when a story is from."""
    attack = latest(site.ledger)
    return None if attack is None else datetime.combine(attack.date, time(23), KYIV)


async def _fields(view: View) -> dict[str, str]:
    kind = view.request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise ProblemError("wrong_kind", kind=kind or "–")
    body = await view.request.body()
    try:
        found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=10)
    except ValueError as error:
        raise ProblemError("bad_request", detail=str(error)) from error
    return {name: values[0] for name, values in found.items()}


async def held_against_the_record(site: Site, document: Document, as_of: datetime | None) -> StoryCheck:
    """Return what comes of a story. One is read at a time: others are answered meanwhile.

    Raises:
        ProblemError: too many are waiting.
    """
    # Superlatives are held against the table of nights, which must not be made while a reader waits.
    if not site.history.ready or site.desk.statistics().tasks_waiting >= site.settings.waiting:
        raise ProblemError("busy", headers={"Retry-After": "10"})
    return await anyio.to_thread.run_sync(_check, site, document, as_of, limiter=site.desk)


def _check(site: Site, document: Document, as_of: datetime | None) -> StoryCheck:
    reading = Reader().read_for_keeps(document)
    return check_story(
        site.ledger, document, reading.claims, language=reading.language, problems=reading.problems, as_of=as_of
    )
