"""Counts and records of the ledger in words."""

from __future__ import annotations

__all__ = ["counted"]


def counted(count: int, noun: str) -> str:
    """Return the count with its noun: "1 claim", "12 claims"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
