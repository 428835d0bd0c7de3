"""Filling in a template: what templates can say, and that whatever comes from outside is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from vidbiy.web.language import LANGUAGES, Words, words_in
from vidbiy.web.naming import PageNaming

__all__ = ["naming_in", "render", "static_files"]

_KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@cache
def static_files() -> Mapping[str, tuple[bytes, str]]:
    """Return our own files by the path they are served under, which changes whenever they do: body and kind."""
    found = {}
    for file in sorted(files("vidbiy.web").joinpath("static").iterdir(), key=lambda each: each.name):
        stem, dot, suffix = file.name.rpartition(".")
        if dot and f".{suffix}" in _KINDS:
            body = file.read_bytes()
            found[f"{stem}.{sha256(body).hexdigest()[:12]}.{suffix}"] = (body, _KINDS[f".{suffix}"])
    return found


@cache
def _static(name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return next(f"/static/{path}" for path in static_files() if path.startswith(f"{stem}.") and path.endswith(suffix))


@pass_context
def _url(context: Context, *parts: object) -> str:
    """Return an address of ours in the language of the page, its parts quoted."""
    path = "/".join(quote(str(part), safe="/:.,-_~") for part in parts)
    return f"{context['prefix']}/{path.lstrip('/')}"


def _outside(address: str | None) -> str | None:
    """Return an address that may be linked to: a web page, nothing that a browser would run."""
    return address if address is not None and address.startswith(("https://", "http://")) else None


@pass_context
def _time(context: Context, moment: datetime | None, *, dated: bool = True) -> Markup:
    """Return a moment as people and as programs read it."""
    if moment is None:
        return Markup("–")
    iso = moment.astimezone(UTC).isoformat(timespec="seconds")
    return Markup('<time datetime="{}">{}</time>').format(iso, context["naming"].time(moment, dated=dated))


@pass_context
def _amount(context: Context, thing: Any) -> str:
    """Return the amount of a figure, a claim or a term."""
    return str(
        context["naming"].amount(
            thing.low,
            thing.high,
            approx=getattr(thing, "approx", False),
            of=getattr(thing, "of", None),
            unit=getattr(thing, "unit", "1"),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("vidbiy.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        amount=_amount,
        escape=escape,
        languages=LANGUAGES,
        static=_static,
        time=_time,
        url=_url,
        words_of=words_in,
    )
    environment.filters["outside"] = _outside
    return environment


@cache
def naming_in(language: str) -> PageNaming:
    """Return the names of things in one language."""
    return PageNaming(words_in(language))


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


def render(template: str, words: Words, /, **context: Any) -> str:
    """Return a filled-in template: with the words (`t`) and names of its language."""
    return _template(template).render(t=words, naming=naming_in(words.language), language=words.language, **context)
