"""Watching the ledger: whoever appends to it, from whatever process, the caches and the listeners learn of it."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime

from vidbiy.ledger import Changes
from vidbiy.model import VidbiyError, Wave
from vidbiy.reconcile import NoAttackError, Record
from vidbiy.web.events import arrivals, beat, days_of, outcome, reset
from vidbiy.web.site import Site

__all__ = ["catch_up", "watch"]

_log = logging.getLogger("vidbiy.web")
_MOST = 2000  # entries that are told one by one


async def watch(site: Site) -> None:
    """Look at the head again and again, and tell what came. One such task serves all listeners."""
    beaten = asyncio.get_running_loop().time()
    while True:
        try:
            if await _looked(site):
                beaten = asyncio.get_running_loop().time()
        except VidbiyError as error:
            _log.warning("The ledger cannot be read: %s", error)
        now = asyncio.get_running_loop().time()
        if now - beaten >= site.settings.beat:
            site.hub.publish(beat(site.freshness.head))
            beaten = now
        await site.next_look()


async def _looked(site: Site) -> bool:
    """Look once; return whether there was news."""
    since = site.freshness.head
    head = await site.watched(site.ledger.head)
    site.checked = datetime.now(UTC)
    if head.seq == since:
        return False
    changes = await site.watched(site.changes, since, _MOST)
    site.freshness.apply(changes)
    site.history.due.set()
    if _too_many(changes):
        site.hub.publish(reset(changes.head.seq))
        return True
    site.hub.publish(arrivals(changes))
    # Records take a while; they are made only if somebody listens.
    records = await _records(site, changes) if site.hub.listeners else []
    site.hub.publish(outcome(changes, records))
    return True


def _too_many(changes: Changes) -> bool:
    return changes.head.seq - changes.since > _MOST


async def _records(site: Site, changes: Changes) -> list[Record]:
    found = []
    for day in days_of(changes):
        for wave in Wave:
            try:
                found.append(await site.record(f"UA-{day}-{wave.value}", None))
            except NoAttackError:
                continue
    return found


async def catch_up(site: Site, since: int) -> bytes:
    """Return what a listener missed that has seen all up to entry `since`."""

    async def make() -> bytes:
        return await _missed(site, since)

    return await site.missed.get((since, site.freshness.head), make)


async def _missed(site: Site, since: int) -> bytes:
    changes = await site.run(site.changes, since, _MOST)
    if changes.head.seq <= since:
        return b""
    if _too_many(changes):
        return reset(changes.head.seq)
    return arrivals(changes) + outcome(changes, await _records(site, changes))
