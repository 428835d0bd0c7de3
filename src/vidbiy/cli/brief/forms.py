"""The forms that a brief is written in."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout

from vidbiy.cli.brief.text import print_brief
from vidbiy.publish.brief import Brief, to_html, to_markdown

__all__ = ["written"]


def written(brief: Brief, form: str) -> str:
    """Return the brief in one of its forms."""
    if form == "json":
        return json.dumps(brief.to_dict(), ensure_ascii=False, indent=2) + "\n"
    if form == "markdown":
        return to_markdown(brief)
    if form == "html":
        return to_html(brief)
    text = io.StringIO()
    with redirect_stdout(text):
        print_brief(brief)
    return text.getvalue()
