"""What the web refuses: a status and the key of its words, told as a page or as a problem document (RFC 9457)."""

from __future__ import annotations

from typing import Any

from vidbiy.ledger import DamagedLedgerError, LedgerError, LedgerUnavailableError, RecordError
from vidbiy.model import AttackError, DocumentError, VidbiyError
from vidbiy.reconcile.history import NoSeriesError
from vidbiy.web.language import Words

__all__ = ["PROBLEM_JSON", "STATUSES", "ProblemError", "problem_of"]

PROBLEM_JSON = "application/problem+json"

STATUSES = {
    "bad_request": 400,
    "bad_date": 400,
    "bad_time": 400,
    "bad_number": 400,
    "bad_search": 400,
    "future": 400,
    "no_story": 400,
    "no_token": 401,
    "wrong_token": 401,
    "wrong_scope": 403,
    "no_page": 404,
    "no_night": 404,
    "no_figure": 404,
    "no_claim": 404,
    "no_document": 404,
    "no_entry": 404,
    "no_series": 404,
    "no_method": 405,
    "refused": 409,
    "too_large": 413,
    "too_long": 414,
    "wrong_kind": 415,
    "invalid": 422,
    "fault": 500,
    "busy": 503,
    "no_ledger": 503,
}


class ProblemError(VidbiyError):
    """Something that the web refuses; `key` is one of `STATUSES`, `values` fill the sentence that tells it."""

    def __init__(self, key: str, /, *, headers: dict[str, str] | None = None, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
        self.headers = headers or {}

    @property
    def status(self) -> int:
        """The status of the answer."""
        return STATUSES[self.key]

    def title(self, words: Words) -> str:
        """Return what kind of problem it is."""
        return words(f"problems.{self.key}.title")

    def detail(self, words: Words) -> str:
        """Return what is wrong here, and what to do."""
        return words(f"problems.{self.key}.detail", **self.values)

    def to_dict(self, words: Words, instance: str) -> dict[str, Any]:
        """Return the problem document. `type` leads to the words about it in the reference."""
        return {
            "type": f"/api#problem-{self.key}",
            "title": self.title(words),
            "status": self.status,
            "detail": self.detail(words),
            "instance": instance,
        }


def problem_of(error: VidbiyError) -> ProblemError:
    """Return how the web tells what another stage refused."""
    if isinstance(error, ProblemError):
        return error
    if isinstance(error, NoSeriesError):
        return ProblemError("no_series", detail=str(error))
    if isinstance(error, AttackError):
        return ProblemError("bad_date", detail=str(error))
    if isinstance(error, RecordError | DocumentError):
        return ProblemError("bad_request", detail=str(error))
    if isinstance(error, LedgerUnavailableError | DamagedLedgerError | LedgerError):
        # The sentence names the file or the host; that is for whoever runs the server, and is logged.
        return ProblemError("no_ledger", headers={"Retry-After": "10"})
    return ProblemError("bad_request", detail=str(error))
