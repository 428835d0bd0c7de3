"""What laying a picture out gives: the sheet, how high it is, and what it is called and says."""

from __future__ import annotations

from dataclasses import dataclass

from vidbiy.publish.charts.sheet import Sheet

__all__ = ["Plan"]


@dataclass(frozen=True, slots=True)
class Plan:
    """A picture laid out and not yet drawn."""

    sheet: Sheet
    height: float
    title: str
    summary: str
    """What the picture shows, in words, for those who do not see it."""
