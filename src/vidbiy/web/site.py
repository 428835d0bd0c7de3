"""What a running server has: the ledger, what was made of it, and who listens."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import anyio
import anyio.to_thread

from vidbiy.ledger import Changes, Ledger
from vidbiy.lexicon.countries import KYIV
from vidbiy.model import Attack, Wave, parse_attack_id
from vidbiy.reconcile import NoAttackError, Record, record_of
from vidbiy.reconcile.sirens import NightAlerts, Span, hours_of, night_alerts
from vidbiy.web.answers import Answer
from vidbiy.web.cache import BoundedCache
from vidbiy.web.freshness import Freshness
from vidbiy.web.history import History
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
        self.history = History(ledger, settings.address, head.seq)
        self.checked = datetime.now(UTC)
        """When the ledger was last seen to answer."""
        self.pages: BoundedCache[Answer] = BoundedCache(settings.pages, lambda each: each.weight)
        self._records: BoundedCache[Record] = BoundedCache(settings.records)
        self._alerts: BoundedCache[NightAlerts] = BoundedCache(settings.records)
        self.missed: BoundedCache[bytes] = BoundedCache(64)
        """What listeners are told that come back: many come back at once, from the same entry."""
        self.hub = Hub()
        self.tokens = None if settings.tokens is None else Tokens(settings.tokens)
        self.news = asyncio.Event()
        """Set by whoever appended here: do not wait for the next look at the head."""
        self.stopping = asyncio.Event()
        self._threads = anyio.CapacityLimiter(settings.threads)
        self._watcher = anyio.CapacityLimiter(1)
        # Reading and checking pasted stories keeps a core busy for as long as it takes; one at a time leaves the other.
        self.desk = anyio.CapacityLimiter(1)

    async def run(self, work: Callable[..., _T], *args: object) -> _T:
        """Do something in a thread: asking the ledger, filling in a page."""
        return await anyio.to_thread.run_sync(work, *args, limiter=self._threads)

    async def watched(self, work: Callable[..., _T], *args: object) -> _T:
        """Do what watching the ledger needs: it waits for no page."""
        return await anyio.to_thread.run_sync(work, *args, limiter=self._watcher)

    def changes(self, since: int, limit: int) -> Changes:
        """Return what came after an entry; to be called in a thread."""
        return self.ledger.changes(since, limit=limit)

    async def next_look(self) -> None:
        """Wait until it is time to look at the ledger again."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.news.wait(), self.settings.poll)
        self.news.clear()

    def recorded_at(self, seq: int) -> datetime | None:
        """Return when an entry was recorded; to be called in a thread."""
        entry = self.ledger.entry(seq)
        return None if entry is None else entry.recorded_at

    async def record(self, attack: str, as_of: datetime | None) -> Record:
        """Return the record of an attack as it was known at a moment; kept until something touches its night.

        Raises:
            NoAttackError: nothing was claimed about it by then.
        """
        version = self.freshness.night(parse_attack_id(attack)[1])

        async def make() -> Record:
            return await self.run(lambda: record_of(self.ledger, attack, as_of=as_of))

        return await self._records.get((attack, as_of, version), make)

    async def alerts(self, attack: Attack, until: datetime | None) -> NightAlerts:
        """Return the alerts of an attack's time, up to a moment of it; kept until a log of alerts comes."""
        period = hours_of(attack, until)

        async def make() -> NightAlerts:
            return await self.run(night_alerts, self.ledger, period)

        return await self._alerts.get((period, self.freshness.alerts), make)

    async def alerts_now(self, now: datetime) -> NightAlerts:
        """Return the alerts of the last hour."""

        async def make() -> NightAlerts:
            return await self.run(night_alerts, self.ledger, Span(now - timedelta(hours=1), now))

        return await self._alerts.get(("now", now, self.freshness.alerts), make)

    async def records_near(self, country: str, start: datetime, end: datetime) -> list[Record]:
        """Return the records of the nights and days of a country that a period of a few days may be about."""
        found = []
        day, last = start.astimezone(KYIV).date(), end.astimezone(KYIV).date()
        while day <= last:
            for wave in Wave:
                try:
                    found.append(await self.record(f"{country}-{day.isoformat()}-{wave.value}", None))
                except NoAttackError:
                    continue
            day += timedelta(days=1)
        return found
