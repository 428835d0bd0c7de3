"""A claim in words: what is claimed, how many, where, who says so, when. For people; programs read the JSON."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from vidbiy.lexicon.names import Names
from vidbiy.lexicon.words import load_words
from vidbiy.model import Claim, Modality, TimePrecision

__all__ = ["NOTHING", "amount", "place", "speaker", "time", "what"]

NOTHING = "–"

_TIMES = {
    TimePrecision.MINUTE: "%Y-%m-%d %H:%M",
    TimePrecision.HOUR: "%Y-%m-%d %H h",
    TimePrecision.DAY: "%Y-%m-%d",
    TimePrecision.MONTH: "%Y-%m",
    TimePrecision.OPEN: "since %Y-%m-%d",
}


@cache
def _names() -> Names:
    return Names(load_words("en"))


def what(claim: Claim) -> str:
    """Return the measure and the subject: "shot down: drones", "disrupted: trains, delayed"."""
    effect = None if claim.effect is None else claim.effect.value
    said = _names().what(claim.measure.value, claim.subject, effect)
    words = said[0].lower() + said[1:]
    return words if claim.modality is Modality.STATED else f"{words} ({claim.modality.value})"


def amount(claim: Claim) -> str:
    """Return the quantity as one reads it: 539, ≥ 8, ≤ 17, ≈ 60, 3–5, 6 of 10, ≥ 8 h."""
    number = _interval(claim.low, claim.high)
    if number == NOTHING:
        return number
    if claim.approx:
        number = f"≈ {number}"
    if claim.of is not None:
        number += f" of {claim.of}"
    return f"{number} {claim.unit}" if claim.unit != "1" else number


def _interval(low: int | None, high: int | None) -> str:
    if low == high:
        return NOTHING if low is None else str(low)
    if high is None:
        return f"≥ {low}"
    return f"{low}–{high}" if low else f"≤ {high}"


def place(claim: Claim) -> str:
    """Return the place with the region that it lies in: "Holosiivskyi district, Kyiv"."""
    return NOTHING if claim.place is None else _names().place(claim.place)


def speaker(claim: Claim) -> str:
    """Return who asserts it; nothing where the document does so in its own voice."""
    return NOTHING if claim.speaker is None else claim.speaker


def time(claim: Claim) -> str:
    """Return the time, as exactly as the text gives it; a night is named by its morning."""
    if claim.time_precision is TimePrecision.OPEN and claim.start is None:
        return NOTHING if claim.end is None else f"until {claim.end:%Y-%m-%d}"
    first = claim.end if claim.start is None else claim.start
    if first is None:
        return NOTHING
    if claim.time_precision is TimePrecision.NIGHT:
        return f"night {first if claim.end is None else claim.end:%Y-%m-%d}"
    form = _TIMES[claim.time_precision]
    shown = first.strftime(form)
    last = _last_moment(claim)
    if last is None or last.strftime(form) == shown:
        return shown
    return f"{shown} to {last.strftime(form)}"


def _last_moment(claim: Claim) -> datetime | None:
    """Return the last moment of a period whose length matters: one of days or months."""
    if claim.end is None or claim.time_precision not in {TimePrecision.DAY, TimePrecision.MONTH}:
        return None
    return claim.end - timedelta(seconds=1)  # a day may end at the midnight that begins the next
