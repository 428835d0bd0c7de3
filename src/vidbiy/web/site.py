"""What a running server has: the ledger, what was made of it, and who listens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

import anyio
import anyio.to_thread

from vidbiy.ledger import Ledger
from vidbiy.web.answers import Answer
from vidbiy.web.cache import BoundedCache
from vidbiy.web.freshness import Freshness
from vidbiy.web.hub import Hub
from vidbiy.web.settings import Settings
from vidbiy.web.tokens import Tokens

__all__ = ["Site"]

_T = TypeVar("_T")


class Site:
    """The state that all requests share. It belongs to one event loop; the ledger is only asked in threads."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        head = ledger.head()
        self.settings = settings
        self.ledger = ledger
        self.freshness = Freshness(head.seq)
        self.checked = datetime.now(UTC)
        """When the ledger was last seen to answer."""
        self.pages: BoundedCache[Answer] = BoundedCache(settings.pages, lambda each: each.weight)
        self.hub = Hub()
        self.tokens = None if settings.tokens is None else Tokens(settings.tokens)
        self.news = asyncio.Event()
        """Set by whoever appended: do not wait for the next look at the head."""
        self._threads = anyio.CapacityLimiter(settings.threads)
        # Reading and checking pasted stories keeps a core busy for as long as it takes; one at a time leaves the other.
        self.desk = anyio.CapacityLimiter(1)

    async def run(self, work: Callable[..., _T], *args: object) -> _T:
        """Do something in a thread: asking the ledger, filling in a page."""
        return await anyio.to_thread.run_sync(work, *args, limiter=self._threads)

    def recorded_at(self, seq: int) -> datetime | None:
        """Return when an entry was recorded; to be called in a thread."""
        entry = self.ledger.entry(seq)
        return None if entry is None else entry.recorded_at
