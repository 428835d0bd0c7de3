"""Caches that are bounded, by weight or by number: memory stays flat whatever is asked for."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

__all__ = ["BoundedCache"]

_T = TypeVar("_T")


class BoundedCache(Generic[_T]):
    """What was used last stays, up to `capacity`. Asked for the same thing twice at once, it makes it once.

    It belongs to one event loop.
    """

    def __init__(self, capacity: int, weigh: Callable[[_T], int] = lambda _: 1) -> None:
        self.capacity = capacity
        self.weight = 0
        self._weigh = weigh
        self._kept: OrderedDict[Hashable, tuple[_T, int]] = OrderedDict()
        self._coming: dict[Hashable, asyncio.Future[_T]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def peek(self, key: Hashable) -> _T | None:
        """Return what is kept under `key`, if anything is."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    async def get(self, key: Hashable, make: Callable[[], Awaitable[_T]]) -> _T:
        """Return what is kept under `key`, or make it. What fails is not kept."""
        found = self.peek(key)
        if found is not None:
            return found
        coming = self._coming.get(key)
        if coming is None:
            coming = asyncio.ensure_future(make())
            self._coming[key] = coming
            coming.add_done_callback(lambda done: self._arrived(key, done))
        return await asyncio.shield(coming)

    def _arrived(self, key: Hashable, done: asyncio.Future[_T]) -> None:
        self._coming.pop(key, None)
        if done.cancelled() or done.exception() is not None:
            return
        value = done.result()
        weight = self._weigh(value)
        self._drop(key)
        self._kept[key] = (value, weight)
        self.weight += weight
        while self.weight > self.capacity and self._kept:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Hashable) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self.weight -= gone[1]
