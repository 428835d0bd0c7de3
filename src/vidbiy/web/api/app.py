"""The API as an application, and its description."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import vidbiy
from vidbiy.model import VidbiyError
from vidbiy.web.api.models.base import ProblemModel
from vidbiy.web.api.operations import alerts, claims, figures, ingesting, judging, ledger, nights, stories
from vidbiy.web.api.telling import ProblemDocument, json_bytes
from vidbiy.web.problems import PROBLEM_JSON, ProblemError, problem_of
from vidbiy.web.stream import Stream

__all__ = ["api_app", "described"]

_ANSWERS = {
    304: "You have it already.",
    400: "Not to be answered: the message says why.",
    404: "There is no such thing.",
    406: "",
    414: "The address is too long.",
    422: "A parameter or the body does not fit.",
    503: "Too much at once, or the ledger cannot be read; try again later.",
}
_OF_WRITING = {
    401: "A token is needed, or this one does not count.",
    403: "The token does not allow it.",
    409: "The ledger refuses it.",
    413: "The body is too large.",
}
_DESCRIPTION = (
    "The record of air attacks: nights, figures, claims, documents, alerts. Every figure names its claims, every claim "
    "the characters of the document that make it. Reading is open; writing needs a token. Errors are problem documents "
    "(RFC 9457). Times are ISO 8601 with an offset. Lists are paged: follow `next`, or the `Link` header."
)


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    told = {**_ANSWERS, **_OF_WRITING}
    return {
        status: {"description": told[status], "content": {PROBLEM_JSON: {"schema": _PROBLEM}}} for status in statuses
    }


_PROBLEM = {"$ref": "#/components/schemas/ProblemModel"}


def api_app() -> FastAPI:
    """Return the API. Its state is set by whoever mounts it."""
    app = FastAPI(title="Vidbiy", version=vidbiy.__version__, docs_url=None, redoc_url=None, openapi_url=None)
    read, write = APIRouter(), APIRouter()
    for each in (ledger, nights, figures, claims, alerts):
        read.include_router(
            each.router, responses={**_problems(400, 404, 422, 503), 304: {"description": _ANSWERS[304]}}
        )
    for each in (stories, ingesting, judging):
        write.include_router(each.router, responses=_problems(400, 401, 403, 404, 409, 413, 422, 503))
    app.include_router(read)
    app.include_router(write)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(VidbiyError, _told)
    app.add_exception_handler(Exception, _fault)
    app.router.routes.append(Route("/stream", Stream(ProblemDocument(_no_method("POST", "GET")))))
    app.router.routes.append(Route("/openapi.json", _openapi))
    return app


def _no_method(method: str, allowed: str) -> ProblemError:
    return ProblemError("no_method", method=method, allowed=allowed, headers={"Allow": allowed})


async def _told(request: Request, error: Exception) -> Response:
    problem = problem_of(error) if isinstance(error, VidbiyError) else ProblemError("fault")
    return ProblemDocument(problem).response(request)


async def _fault(request: Request, _error: Exception) -> Response:
    return ProblemDocument(ProblemError("fault")).response(request)


async def _refused(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException) and error.status_code == 405:
        return ProblemDocument(_no_method(request.method, (error.headers or {}).get("Allow", "GET"))).response(request)
    if isinstance(error, HTTPException) and error.status_code == 400:
        return ProblemDocument(ProblemError("bad_request", detail=str(error.detail))).response(request)
    return ProblemDocument(ProblemError("no_page", path=request.url.path[:200])).response(request)


async def _invalid(request: Request, error: Exception) -> Response:
    """Say which parts do not fit, and why."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    told = "; ".join(f"{'.'.join(str(part) for part in each['loc'])}: {each['msg']}" for each in found)
    return ProblemDocument(ProblemError("invalid", detail=told[:1000])).response(request)


async def _openapi(request: Request) -> Response:
    app: FastAPI = request.app
    if app.openapi_schema is None:
        app.openapi_schema = described(app)
    return Response(json_bytes(app.openapi_schema), media_type="application/json")


def described(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI description of the API."""
    found = get_openapi(
        title="Vidbiy",
        version=app.version,
        summary="One sourced, reconciled record of air attacks.",
        description=_DESCRIPTION,
        routes=app.routes,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        servers=[{"url": "/api/v1"}],
    )
    schemas = found["components"]["schemas"]
    schemas["ProblemModel"] = ProblemModel.model_json_schema(ref_template="#/components/schemas/{model}")
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemes = found["components"].setdefault("securitySchemes", {})
    schemes["token"] = {"type": "http", "scheme": "bearer", "description": "A token of `vidbiy token add`."}
    for path in found["paths"].values():
        for operation in path.values():
            _describe(operation)
    return found


def _describe(operation: dict[str, Any]) -> None:
    if "writing" in operation.get("tags", ()):
        operation["security"] = [{"token": []}]
    if any(each["name"] == "format" for each in operation.get("parameters", ())):
        operation["responses"]["200"]["content"]["text/csv"] = {"schema": {"type": "string"}}
