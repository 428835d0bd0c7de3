"""The pictures, each at an address of its own: drawn once, and again only when what it shows has changed."""

from __future__ import annotations

from starlette.responses import Response

from vidbiy.web.problems import ProblemError
from vidbiy.web.view import View

__all__ = ["picture"]


async def picture(view: View) -> Response:
    """Answer with one picture of a night."""
    raise ProblemError("no_page", path=view.request.url.path[:200])
