"""The history as a server has it: a table of all nights, kept up beside the ledger without anybody waiting for it.

A few nights are taken up in a thread. All of them, at the first start or after a judgement about old entries, take minutes
for thousands: a process of its own does that, and until it is done pages say that there is no comparison yet.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import anyio
import anyio.to_thread

from vidbiy.ledger import Ledger
from vidbiy.model import VidbiyError
from vidbiy.reconcile.history import NightTable, SeriesKey, Standing, standing_in
from vidbiy.web.freshness import Freshness

__all__ = ["History"]

_log = logging.getLogger("vidbiy.web")
_T = TypeVar("_T")
_KEYS = (
    SeriesKey.of("launched"),
    SeriesKey.of("launched", "weapon.drone"),
    SeriesKey.of("hit"),
    SeriesKey.of("injured"),
)
_MAKE = (
    "import os, sys; from vidbiy.ledger import Ledger; from vidbiy.reconcile.history import NightTable\n"
    "os.nice(10)\n"  # whoever reads a page comes first
    "with Ledger.open(sys.argv[1], read_only=True) as ledger: NightTable.open(ledger).close()"
)


class History:
    """The night table of one ledger. It belongs to one event loop."""

    def __init__(self, ledger: Ledger, address: str, seq: int) -> None:
        self._ledger = ledger
        self._address = address
        self._seen = seq
        self._freshness = Freshness(seq)
        self._one = anyio.CapacityLimiter(1)
        self.ready = False
        self.made = 0
        """How often all of it was made anew: what was shown before it was ready is shown anew."""
        self.due = asyncio.Event()
        """Set when the ledger has grown."""
        self.due.set()

    def version(self, night: date) -> tuple[int, int]:
        """Return what a night's standing stays the same for: nothing before it, nor itself, has changed."""
        return self._freshness.until(night), self.made

    async def keep(self) -> None:
        """Keep the table up to the ledger's head, for as long as the server runs."""
        while True:
            await self.due.wait()
            self.due.clear()
            try:
                await self._taken_up()
            except (VidbiyError, OSError) as error:
                _log.warning("The history cannot be kept: %s", error)

    async def _taken_up(self) -> None:
        due = await self.read(lambda table: table.due())
        if due is None:
            self.ready = False
            await self._made_anew()
            due = await self.read(lambda table: table.due())
            self.made += 1
        if due:
            await self.read(lambda table: table.refresh())
        self.ready = due is not None
        changes = await anyio.to_thread.run_sync(lambda: self._ledger.changes(self._seen))
        self._freshness.apply(changes)
        self._seen = changes.head.seq

    async def _made_anew(self) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _MAKE, self._address, stdin=asyncio.subprocess.DEVNULL
        )
        try:
            status = await process.wait()
        except asyncio.CancelledError:
            process.terminate()
            await process.wait()
            raise
        if status:
            _log.warning("The history could not be made (status %d).", status)

    async def read(self, ask: Callable[[NightTable], _T]) -> _T:
        """Ask the table as it was made last."""

        def asked() -> _T:
            with NightTable.open(self._ledger, refresh=False) as table:
                return ask(table)

        return await anyio.to_thread.run_sync(asked, limiter=self._one)

    async def standings(self, night: date, as_of: datetime | None) -> list[Standing] | None:
        """Return how a night stands in the series that are told of it; None while the table is made."""
        if not self.ready:
            return None
        found = await self.read(lambda table: [standing_in(table, night, key, as_of=as_of) for key in _KEYS])
        return [each for each in found if each is not None]
