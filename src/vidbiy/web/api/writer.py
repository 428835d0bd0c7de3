"""Whoever may write: a token that allows it, at work on the ledger. What is done is logged in the token's name."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from fastapi import Request

from vidbiy.ledger import Judgement, LedgerUnavailableError, RecordError
from vidbiy.web.api.telling import site_of
from vidbiy.web.problems import ProblemError
from vidbiy.web.site import Site
from vidbiy.web.tokens import Scope, Token

__all__ = ["Writer"]

_log = logging.getLogger("vidbiy.web.tokens")

Written = TypeVar("Written")


@dataclass(frozen=True, slots=True)
class Writer:
    """A token whose scope was asked for and is there, and the server that it writes through."""

    site: Site
    token: Token

    @classmethod
    async def of(cls, request: Request, scope: Scope) -> Writer:
        """Return who a request comes from, if its token allows what is asked.

        Raises:
            ProblemError: there is no token, it does not count, or it has not that scope.
        """
        kind, _, presented = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not presented.strip():
            raise ProblemError("no_token")
        site = site_of(request)
        found = None if site.tokens is None else await site.run(site.tokens.find, presented.strip())
        if found is None:
            _log.warning("refused an unknown or revoked token for %s", scope.value)
            raise ProblemError("wrong_token")
        if scope not in found.scopes:
            _log.warning("token %s (%s) was refused: it has no scope %s", found.id, found.name, scope.value)
            raise ProblemError("wrong_scope", scope=scope.value)
        return cls(site, found)

    async def judge(self, act: str, target: object, reason: str, write: Callable[[Judgement], int]) -> int:
        """Have the ledger keep what is decided about an entry or a claim, and why; return the entry that says so.

        Args:
            act: What is done, for the log: "correct".
            target: What it is done to, for the log.
            reason: Why; the name of the token stands as author.
            write: Appends the judgement to the ledger.

        Raises:
            ProblemError: the reason does not fit, or the ledger refuses it.
        """
        try:
            judgement = Judgement(author=self.token.name, reason=reason)
        except RecordError as error:
            raise ProblemError("invalid", detail=str(error)) from error
        seq = await self.append(lambda: write(judgement))
        self.note(act, f"{target} by {seq}")
        return seq

    async def append(self, write: Callable[[], Written]) -> Written:
        """Append to the ledger, and have the server look at it at once.

        Raises:
            ProblemError: the ledger refuses it.
        """
        try:
            written: Written = await self.site.run(write)
        except LedgerUnavailableError:
            raise
        except RecordError as error:
            raise ProblemError("refused", detail=str(error)) from error
        finally:
            self.site.news.set()
        return written

    def note(self, act: str, target: str) -> None:
        """Log what the token was used for."""
        _log.info("token %s (%s): %s %s", self.token.id, self.token.name, act, target)
