"""The values that options take: a time, a language, a source. Each is checked, and a wrong one is told the near ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from difflib import get_close_matches
from typing import Any

import click

from vidbiy.model import Document, DocumentError

__all__ = ["LanguageParam", "SourceParam", "TimeParam"]

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
            self.fail(f"{value!r} is no time with an offset; write it like 2025-07-04T09:30:00+03:00.", param, ctx)
        return time


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
        self.fail(f"{value!r} is no language that Vidbiy reads; it reads {', '.join(LANGUAGES)}.{meant}", param, ctx)


class SourceParam(click.ParamType[str]):
    """The id of a source of the lexicon, or of an office that is named by its place (`oma-UA-63`, `mayor-kharkiv`)."""

    name = "source"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the source's id."""
        sources, offices = _known_sources()
        if value in sources or any(office.fullmatch(value) for office in offices):
            return str(value)
        near = get_close_matches(value, sources, n=4, cutoff=0.5)
        meant = f"; did you mean {_choice(near)}?" if near else ", such as ua-air-force, kyiv-mayor, oma-UA-63 or media."
        self.fail(f"{value!r} is no source id{meant}", param, ctx)


def _choice(words: Iterable[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} or {last}" if rest else last


def _known_sources() -> tuple[list[str], list[re.Pattern[str]]]:
    """Return the ids of the lexicon's sources, and a pattern for each kind of office that has one id a place."""
    from vidbiy.lexicon.pack import load_table

    table = load_table("sources.toml")
    sources = [source["id"] for source in table["source"]]
    templates = {role["id_template"] for role in table.get("role", ()) if "id_template" in role}
    places = {"{region}": "[A-Z]{2}(?:-[A-Z0-9]{1,3})?", "{city}": "[a-z]+(?:-[a-z]+)*"}
    offices = []
    for template in sorted(templates):
        pattern = re.escape(template).replace(r"\{", "{").replace(r"\}", "}").replace(r"\-", "-")
        for slot, form in places.items():
            pattern = pattern.replace(slot, form)
        offices.append(re.compile(pattern))
    return sources, offices
