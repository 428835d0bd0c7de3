"""A brief as one HTML file: no request to anywhere, readable on paper."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, Template

from vidbiy.publish.brief.content import Brief
from vidbiy.publish.charts import THEMES, css_properties

__all__ = ["to_html"]

_SCHEMES = ("http://", "https://")


def to_html(brief: Brief) -> str:
    """Return the brief as an HTML document, with its pictures."""
    return _template().render(brief=brief, css={theme: css_properties(theme) for theme in THEMES if theme != "page"})


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    environment.tests["web_address"] = lambda text: isinstance(text, str) and text.startswith(_SCHEMES)
    text = files("vidbiy.publish.brief").joinpath("brief.html").read_text(encoding="utf-8")
    return environment.from_string(text)
