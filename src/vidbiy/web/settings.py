"""What a server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one server. The bounds keep its memory flat, whatever is asked of it."""

    address: str
    """The ledger's address."""
    tokens: Path | None = None
    """The file of tokens; None: nobody may write."""
    poll: float = 0.2
    """Seconds between looks at the ledger's head: others append to it from processes of their own."""
    pages: int = 96 * 1024 * 1024
    """Bytes of compressed answers that are kept."""
    warm: int = 2000
    """Nights whose pages are made before anybody asks, the latest first; 0: none."""
    records: int = 128
    """Records of nights that are kept."""
    threads: int = 4
    """Requests that are worked on at once; those that only send what is kept need none."""
    waiting: int = 8
    """Stories that may wait to be checked; the next one is told to come back later."""
    listeners: int = 10_000
    """Live connections; the next one is told to come back later."""
    beat: float = 10.0
    """Seconds after which the live stream says that it is there, though nothing is new."""
