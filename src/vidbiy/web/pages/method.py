"""The method, as the documentation tells it, and the reference of the API."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from starlette.responses import Response

import vidbiy
from vidbiy.web.view import View

_NO_ID = re.compile(r"[^\w]+")

__all__ = ["api", "documentation", "method"]


async def method(view: View) -> Response:
    """Answer with the method."""

    def gather() -> dict[str, Any]:
        return {"section": "method", "text": documentation("method.md")}

    return await view.page("method.html", ("method",), lambda: view.site.run(gather))


async def api(view: View) -> Response:
    """Answer with the reference of the API."""

    def gather() -> dict[str, Any]:
        return {"text": documentation("reference/api.md")}

    return await view.page("method.html", ("api",), lambda: view.site.run(gather))


@cache
def documentation(name: str) -> str:
    """Return a page of the documentation as HTML: in the package when installed, beside `src` in a checkout."""
    package = Path(vidbiy.__file__).parent
    bundled = package / "docs" / name
    path = bundled if bundled.is_file() else package.parents[1] / "docs" / name
    # Raw HTML is not let through: what stands in the documentation is text.
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(path.read_text(encoding="utf-8"))
    for token in tokens:
        for child in token.children or ():
            target = child.attrs.get("href") if child.type == "link_open" else None
            if isinstance(target, str) and not target.startswith(("https://", "http://", "#")):
                # It leads to another file of the documentation, which is not served.
                child.type, child.tag, child.attrs = "em_open", "em", {}
    _close(tokens)
    _name(tokens)
    rendered = str(markdown.renderer.render(tokens, markdown.options, {}))
    # A wide table scrolls by itself, also with the keyboard, and leaves the page as wide as the window.
    rendered = rendered.replace("<table>", '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>')
    return rendered.replace("</table>", "</table></div>")


def _name(tokens: Any) -> None:
    """Give every heading an id made of its words, so that it can be linked to."""
    for heading, inline in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrs["id"] = _NO_ID.sub("-", inline.content.replace(": ", "-").lower()).strip("-")


def _close(tokens: Any) -> None:
    """Close what was opened as emphasis in place of a link."""
    for token in tokens:
        open_links: list[bool] = []
        for child in token.children or ():
            if child.type == "link_open":
                open_links.append(True)
            elif child.type == "em_open" and not child.markup:
                open_links.append(False)
            elif child.type == "link_close" and open_links and not open_links.pop():
                child.type, child.tag = "em_close", "em"
