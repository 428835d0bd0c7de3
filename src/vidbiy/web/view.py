"""One request for a page: its language, where its links lead, and how it is answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from vidbiy.web.answers import HTML, Answer, answer, respond
from vidbiy.web.filling import render
from vidbiy.web.language import LANGUAGES, Words, chosen, words_in
from vidbiy.web.problems import ProblemError
from vidbiy.web.site import Site

__all__ = ["Page", "View", "endpoint"]

Page = Callable[["View"], Awaitable[Response]]
Context = dict[str, Any]


class View:
    """What a page knows of the request that asks for it."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.site: Site = request.app.state.site
        root = request.scope.get("root_path", "").strip("/")
        self.prefix = f"/{root}" if root in LANGUAGES else ""
        language = root if root in LANGUAGES else chosen(request.headers.get("accept-language", ""))
        self.words: Words = words_in(language)

    @property
    def path(self) -> str:
        """The path without the language, with the query: for the same page in another language."""
        url = self.request.url
        path = url.path.removeprefix(self.prefix) or "/"
        return f"{path}?{url.query}" if url.query else path

    def parameter(self, name: str) -> str:
        """Return a value of the query; empty if it is not there."""
        return self.request.query_params.get(name, "").strip()

    async def page(
        self,
        template: str,
        version: tuple[int | str, ...],
        gather: Callable[[], Awaitable[Context]],
        *,
        canonical: str | None = None,
    ) -> Response:
        """Answer with a page that stays the same as long as `version` does; the first of it is an entry of the ledger.

        `canonical` is the path that all addresses of it have in common, where there are several.
        """
        path = self.path
        if canonical is not None:
            query = self.request.url.query
            path = f"{canonical}?{query}" if query else canonical
        key = (template, version, self.prefix, self.words.language, path)

        async def make() -> Answer:
            context = await gather()
            return await self.site.run(self._fill, template, {**context, "path": path}, version[0])

        found = await self.site.pages.get(key, make)
        return respond(self.request.headers, found, vary=self._vary)

    def _fill(self, template: str, context: Context, seq: int | str) -> Answer:
        modified: datetime | None = self.site.recorded_at(seq) if isinstance(seq, int) else None
        return answer(
            self.fill(template, context).encode(), HTML, modified, (("Content-Language", self.words.language),)
        )

    def fill(self, template: str, context: Context) -> str:
        """Return a filled-in template."""
        about = {"prefix": self.prefix, "path": self.path, "head": self.site.freshness.head}
        return render(template, self.words, **{**about, **context})

    async def once(self, template: str, context: Context, status: int = 200) -> Response:
        """Answer with a page that is not kept: the answer to a form, or a problem."""
        body = await self.site.run(self.fill, template, context)
        headers = {"Cache-Control": "no-store", "Vary": self._vary, "Content-Language": self.words.language}
        return HTMLResponse(body, status, headers=headers)

    @property
    def _vary(self) -> str:
        return "Accept-Encoding" if self.prefix else "Accept-Encoding, Accept-Language"

    async def problem(self, problem: ProblemError) -> Response:
        """Answer with the page that tells a problem."""
        context = {"title": problem.title(self.words), "detail": problem.detail(self.words), "status": problem.status}
        response = await self.once("problem.html", context, problem.status)
        response.headers.update(problem.headers)
        return response


def endpoint(page: Page) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint that answers with a page; `?lang=uk` leads to its address in that language."""

    async def answered(request: Request) -> Response:
        view = View(request)
        wanted = request.query_params.get("lang")
        if wanted in LANGUAGES and request.method == "GET":
            rest = request.url.remove_query_params("lang")
            target = f"/{wanted}{rest.path.removeprefix(view.prefix)}" + (f"?{rest.query}" if rest.query else "")
            return Response(status_code=303, headers={"Location": target, "Cache-Control": "no-cache"})
        return await page(view)

    return answered


class ProblemPage:
    """An application that answers whatever it is asked with the page that tells a problem."""

    def __init__(self, problem: ProblemError) -> None:
        self._problem = problem

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        response: ASGIApp = await View(Request(scope)).problem(self._problem)
        await response(scope, receive, send)
