"""Ledgers of made-up nights: each a report of the Air Force, as plain as it can be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vidbiy.ledger import Ledger, NewDocument, NewReading, Provenance
from vidbiy.model import Claim, Document, Measure, Status, TimePrecision
from vidbiy.reconcile.history import NightPoint, Series, SeriesKey

KYIV = ZoneInfo("Europe/Kyiv")


def report(night: date, figures: Mapping[str, int], *, drones: str = "weapon.drone", hours: int = 0) -> NewDocument:
    """Return a report of a night (the date of its morning) with a number for each measure, `hours` after its end."""
    start = datetime.combine(night - timedelta(days=1), time(20), KYIV)
    end = datetime.combine(night, time(8), KYIV)
    text = "Made up. " + "; ".join(f"{measure}: {count}" for measure, count in figures.items())
    claims = []
    for measure, count in figures.items():
        quote = f"{measure}: {count}"
        at = text.index(quote)
        claims.append(
            Claim(
                measure=Measure(measure), subject=drones, low=count, high=count, place="UA", start=start, end=end,
                time_precision=TimePrecision.HOUR, speaker="ua-air-force", span=(at, at + len(quote)), quote=quote, rule="test",
            )
        )  # fmt: skip
    identity = f"report-{night}-{hours}"
    document = Document(identity, text, end + timedelta(hours=hours), "ua-air-force")
    came = Provenance(raw=text.encode(), address=f"id:{identity}", fetched_at=end, tool="tests")
    return NewDocument(
        document=document,
        provenance=came,
        origin=identity,
        reading=NewReading(reader="t", language="en", claims=tuple(claims)),
    )


def keep(ledger: Ledger, nights: Mapping[date, Mapping[str, int]]) -> None:
    """Put a report of each night into a ledger."""
    ledger.append([report(night, figures) for night, figures in nights.items()])


def launched(ledger: Ledger, first: date, *counts: int | None) -> None:
    """Put nights in a row into a ledger; None leaves one out."""
    nights = {first + timedelta(days=i): {"launched": n} for i, n in enumerate(counts) if n is not None}
    keep(ledger, nights)


def series(first: date, *counts: int | tuple[int, int | None] | None, measure: str = "launched") -> Series:
    """Return a series of nights in a row without a ledger; a pair is an interval, None a gap."""
    points = []
    for i, count in enumerate(counts):
        low, high = (count, count) if isinstance(count, int) or count is None else count
        status = None if low is None else Status.SETTLED
        points.append(NightPoint(first + timedelta(days=i), low, high, status=status))
    return Series(SeriesKey.of(measure), tuple(points), ())
