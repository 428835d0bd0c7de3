"""Options that several commands take, and the values of options: a time, a language, a source.

A wrong value is told the near ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, TypeVar

import click

from vidbiy.model import Document, DocumentError

__all__ = [
    "DateParam",
    "LanguageParam",
    "PlaceParam",
    "SourceParam",
    "TimeParam",
    "as_of_option",
    "published_language_option",
]

PUBLISHED = ("en", "uk")
"""The lexicon's PUBLISHED_LANGUAGES; to load it would slow every `--help`."""
_F = TypeVar("_F", bound=Callable[..., Any])

_LANGUAGE_NAMES = {"english": "en", "german": "de", "polish": "pl", "russian": "ru", "ua": "uk", "ukrainian": "uk"}


class TimeParam(click.ParamType[datetime]):
    """A time with its offset, as documents state it."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the time, read by the rule that documents are read by."""
        if isinstance(value, datetime):
            return value
        try:
            time = Document.from_dict({"id": "-", "text": "", "published": value}).published
        except DocumentError:
            time = None
        if time is None:
            message = f"{value!r} is no time with an offset; write it like 2025-07-04T09:30:00+03:00."
            raise click.BadParameter(message, ctx, param)
        return time


class DateParam(click.ParamType[date]):
    """A calendar day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise click.BadParameter(f"{value!r} is no date; write it like 2025-07-04.", ctx, param) from error


class PlaceParam(click.ParamType[str]):
    """A place of Ukraine by its id, or by its names in English or Ukrainian, the larger ones first, with commas."""

    name = "place"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the place's id."""
        from vidbiy.lexicon.alert_places import AlertPlaces

        places = AlertPlaces.load()
        if places.knows(value):
            return str(value)
        found = places.locate(str(value).split(","))
        if found.place is not None and found.unknown is None:
            return found.place
        message = (
            f'{value!r} is no place; write an id like UA-63, or names like "Kyiv" or "Kharkiv oblast, Izium raion".'
        )
        raise click.BadParameter(message, ctx, param)


class LanguageParam(click.ParamType[str]):
    """A language that there is a pack for."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the language's code."""
        from vidbiy.lexicon.pack import LANGUAGES

        if value in LANGUAGES:
            return str(value)
        near = _LANGUAGE_NAMES.get(value.lower(), value.lower())
        meant = f" Did you mean {near}?" if near in LANGUAGES else ""
        message = f"{value!r} is no language that Vidbiy reads; it reads {', '.join(LANGUAGES)}.{meant}"
        raise click.BadParameter(message, ctx, param)


class SourceParam(click.ParamType[str]):
    """The id of a source of the lexicon, or of an office that is named by its place (`oma-UA-63`, `mayor-kharkiv`)."""

    name = "source"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the source's id."""
        from vidbiy.lexicon.sources import Sources

        known = [source.id for source in Sources.load()]
        if value in known or _is_office(value):
            return str(value)
        near = get_close_matches(value, known, n=4, cutoff=0.6)
        meant = f"; did you mean {_choice(near)}?" if near else "; ids are like ua-air-force, kyiv-mayor, media."
        raise click.BadParameter(f"{value!r} is no source id{meant}", ctx, param)


def _is_office(id: str) -> bool:
    """Tell whether the id is that of an office at a place that there is."""
    from vidbiy.lexicon.places import Gazetteer

    office, _, where = id.partition("-")
    if office not in {"gov", "mayor", "oma"} or not where:
        return False
    places = Gazetteer.load(("en",))
    if office == "mayor":
        return any(place.id.partition(".")[2] == where for place in places)
    region = places.get(where)
    return region is not None and region.id == where and region.kind == "region"


def _choice(words: Iterable[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} or {last}" if rest else last


def as_of_option(what: str) -> Callable[[_F], _F]:
    """Add `--as-of`, a time with its offset; `what` says what the answer then rests on."""
    return click.option("--as-of", type=TimeParam(), metavar="TIME", help=what)


def published_language_option(what: str) -> Callable[[_F], _F]:
    """Add `--language`: one of those that Vidbiy publishes in, English if not given; `what` is in that language."""
    return click.option(
        "--language",
        "-l",
        type=click.Choice(PUBLISHED),
        default=PUBLISHED[0],
        show_default=True,
        help=f"Language of {what}.",
    )
