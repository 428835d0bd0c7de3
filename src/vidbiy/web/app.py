"""The application: pages in two languages, the API, the live stream, our own files; one guard around all of it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from vidbiy.ledger import Ledger
from vidbiy.model import VidbiyError
from vidbiy.web.answers import answer, respond
from vidbiy.web.api.app import api_app
from vidbiy.web.api.telling import ProblemDocument
from vidbiy.web.filling import static_files
from vidbiy.web.guard import Guard
from vidbiy.web.language import LANGUAGES
from vidbiy.web.naming import gazetteer
from vidbiy.web.pages import check, claims, documents, figures, history, home, method, night, pictures, sources
from vidbiy.web.problems import ProblemError, problem_of
from vidbiy.web.settings import Settings
from vidbiy.web.site import Site
from vidbiy.web.view import Page, ProblemPage, View, endpoint
from vidbiy.web.warming import warm
from vidbiy.web.watch import watch

__all__ = ["Application", "create_app"]

_log = logging.getLogger("vidbiy.web")

_API = "/api/v1"

_PAGES: Sequence[tuple[str, Page, Sequence[str]]] = (
    ("/", home.home, ("GET",)),
    ("/night/{night}", night.night, ("GET",)),
    ("/figure/{id:path}", figures.figure, ("GET",)),
    ("/claim/{ref}", claims.claim, ("GET",)),
    ("/documents", documents.documents, ("GET",)),
    ("/document/{entry}", documents.document, ("GET",)),
    ("/sources", sources.sources, ("GET",)),
    ("/history", history.history, ("GET",)),
    ("/check", check.check, ("GET", "POST")),
    ("/method", method.method, ("GET",)),
    ("/api", method.api, ("GET",)),
    ("/picture/history/{name}.svg", pictures.of_nights, ("GET",)),
    ("/picture/{attack}/{name}.svg", pictures.picture, ("GET",)),
)


def create_app(settings: Settings) -> Application:
    """Return the application that serves one ledger.

    Raises:
        LedgerError: there is none, or it cannot be read; the message says what to do. Raised when the server starts.
    """
    pages = [Route(path, endpoint(page), methods=list(methods)) for path, page, methods in _PAGES]
    api = api_app()
    routes: list[BaseRoute] = [
        Mount(_API, app=api),
        Route("/static/{name}", _static),
        *(Mount(f"/{language}", routes=pages) for language in LANGUAGES),
        *pages,
    ]

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        ledger = await asyncio.to_thread(Ledger.open, settings.address, read_only=settings.tokens is None)
        with ledger:
            site = Site(settings, ledger)
            app.state.site = api.state.site = site
            await asyncio.to_thread(gazetteer)
            tasks = [asyncio.create_task(each) for each in (watch(site), site.history.keep(), warm(app, site))]
            try:
                yield
            finally:
                site.stopping.set()
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    refusals = {HTTPException: _refused, VidbiyError: _told, Exception: _fault}
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers=refusals)
    return Application(app)


class Application(Guard):
    """What a server runs. Open streams would keep it from ending: `stop` ends them."""

    def __init__(self, app: Starlette) -> None:
        super().__init__(app, _tell)
        self._state = app.state

    def stop(self) -> None:
        """End the streams; requests that are being answered are answered."""
        site: Site | None = getattr(self._state, "site", None)
        if site is not None:
            site.stopping.set()


async def _static(request: Request) -> Response:
    """Answer with one of our own files; its name changes when it does, so it may be kept for ever."""
    found = static_files().get(request.path_params["name"])
    if found is None:
        raise ProblemError("no_page", path=request.url.path[:200])
    return respond(request.headers, answer(*found), cache="public, max-age=31536000, immutable")


async def _refused(request: Request, error: Exception) -> Response:
    """Tell in our own words what the router refuses."""
    problem = ProblemError("no_page", path=request.url.path[:200])
    if isinstance(error, HTTPException) and error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "GET")
        problem = ProblemError("no_method", method=request.method, allowed=allowed, headers={"Allow": allowed})
    return await _telling(request, problem)


async def _told(request: Request, error: Exception) -> Response:
    problem = problem_of(error) if isinstance(error, VidbiyError) else ProblemError("fault")
    if problem.status >= 500:
        _log.error("%s %s: %s", request.method, request.url.path, error)
    return await _telling(request, problem)


async def _fault(request: Request, _error: Exception) -> Response:
    return await _telling(request, ProblemError("fault"))  # the error itself is logged by the guard


async def _telling(request: Request, problem: ProblemError) -> Response:
    """Tell a problem: in a document to programs, on a page to people."""
    if _of_the_api(request):
        return ProblemDocument(problem).response(request)
    return await View(request).problem(problem)


def _of_the_api(request: Request) -> bool:
    path: str = request.scope["path"]
    return path == _API or path.startswith(f"{_API}/")


def _tell(request: Request, problem: ProblemError) -> ASGIApp:
    """Return what tells a problem before any route was looked for."""
    return ProblemDocument(problem) if _of_the_api(request) else ProblemPage(problem)
