"""From one to many: what is new goes once into a ring, and every listener reads on from where it stands."""

from __future__ import annotations

import asyncio
from collections import deque

__all__ = ["Hub", "LaggingError"]

_KEPT = 256


class LaggingError(Exception):
    """A listener that is so slow that the ring has moved on; it comes back and asks for what it missed."""


class Hub:
    """The ring. A message is made once, as bytes; a listener costs a number and a place in a waiting list."""

    def __init__(self) -> None:
        self._ring: deque[bytes] = deque(maxlen=_KEPT)
        self._end = 0
        self._news = asyncio.Event()
        self.listeners = 0

    @property
    def end(self) -> int:
        """The place that the next message will have."""
        return self._end

    def publish(self, message: bytes) -> None:
        """Put a message into the ring and wake the listeners."""
        self._ring.append(message)
        self._end += 1
        news, self._news = self._news, asyncio.Event()
        news.set()

    async def after(self, place: int) -> tuple[bytes, int]:
        """Return all messages from `place` on, and the place after them; wait while there are none.

        Raises:
            LaggingError: the message at `place` is no longer kept.
        """
        while place >= self._end:
            await self._news.wait()
        missing = self._end - place
        if missing > len(self._ring):
            raise LaggingError
        if missing == 1:
            return self._ring[-1], self._end
        return b"".join(list(self._ring)[-missing:]), self._end
