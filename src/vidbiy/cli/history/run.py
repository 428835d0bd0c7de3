"""What `vidbiy history` prints, as lines: a series or the standing of a night, for people, as JSON, as CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import click

from vidbiy.cli.history.text import series_lines, standing_lines
from vidbiy.ledger import ClaimRef, Ledger, StoredClaim
from vidbiy.model import VidbiyError, Wave
from vidbiy.reconcile.history import (
    NightPoint,
    NightTable,
    Series,
    SeriesKey,
    Standing,
    levels,
    means_over,
    series_of,
    standing_in,
)

__all__ = ["Asked", "NoNightError", "say_building", "shown"]

_LAST = 30


class NoNightError(VidbiyError):
    """The record has no value of the night that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for: a series, or the standing of one night in it."""

    key: SeriesKey
    since: date | None
    until: date | None
    night: date | None
    as_of: datetime | None
    form: str | None

    @classmethod
    def of(cls, measure: str, subject: str | None, *, place: str | None, days: bool, **options: Any) -> Asked:
        """Return what the options ask for.

        Raises:
            click.UsageError: they do not go together.
            NoSeriesError: there is no such measure.
        """
        found = cls(key=SeriesKey.of(measure, subject, place, Wave.DAY if days else Wave.NIGHT), **options)
        if found.night is not None and found.form == "csv":
            raise click.UsageError("--csv is for series of nights; --night goes with --json, or neither.")
        if found.night is not None and (found.since is not None or found.until is not None):
            raise click.UsageError("--night looks at all nights before it; leave out --since and --until.")
        if found.since is not None and found.until is not None and found.until < found.since:
            raise click.UsageError("--until is before --since; swap them.")
        return found


def shown(ledger: Ledger, asked: Asked) -> Iterator[str]:
    """Yield the lines of the answer.

    Raises:
        VidbiyError: there is no such series or night; the message says what there is.
    """
    with NightTable.open(ledger, notice=say_building) as table:
        series = series_of(table, asked.key, as_of=asked.as_of)
        if asked.night is None:
            yield from _series(series, asked)
        else:
            yield from _night(table, series, asked.night, asked)


def say_building() -> None:
    """Say, to whoever waits at a terminal, that all nights are gone through."""
    if not sys.stderr.isatty():
        return
    click.echo("Reconciling all nights of the ledger, once; what comes later is folded in.", err=True)


def _series(series: Series, asked: Asked) -> Iterator[str]:
    first, last = series.points[0].date, series.points[-1].date
    since = asked.since or (last - timedelta(days=_LAST - 1) if asked.form is None else None)
    part = series.cut(since, asked.until)
    if not part.points:
        raise NoNightError(f"There is no night of {series.key} in that time; the series goes from {first} to {last}.")
    by_days = means_over(series)
    at = (part.points[0].date - first).days
    window = {days: [found[i] for i in range(at, at + len(part.points))] for days, found in by_days.items()}
    if asked.form == "csv":
        yield from _csv(part, {days: [mean.low for mean in found] for days, found in window.items()})
        return
    found = levels(series)
    if asked.form == "json":
        told = part.to_dict()
        told["means"] = {str(days): [mean.to_dict() for mean in each] for days, each in window.items()}
        told["levels"] = [level.to_dict() for level in found]
        yield json.dumps(told, ensure_ascii=False)
        return
    yield from series_lines(series, part, window, found)


def _csv(part: Series, window: dict[int, list[float | None]]) -> Iterator[str]:
    head = ["night", "low", "high", "approx", "status", *(f"mean_{days}" for days in window), "break", "claims"]
    begins = {entry.since: entry.id for entry in part.breaks}
    yield _csv_line(head)
    for i, point in enumerate(part.points):
        value = [
            point.low,
            point.high,
            "yes" if point.approx else "",
            "" if point.status is None else point.status.value,
        ]
        average = [None if (mean := window[days][i]) is None else f"{mean:.1f}" for days in window]
        cells = [point.date.isoformat(), *value, *average, begins.get(point.date), " ".join(point.refs)]
        yield _csv_line("" if cell is None else cell for cell in cells)


def _csv_line(cells: Iterable[Any]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def _night(table: NightTable, series: Series, night: date, asked: Asked) -> Iterator[str]:
    found = standing_in(table, night, asked.key, as_of=asked.as_of)
    if found is None:
        known = [point.date for point in series.known]
        near = min(known, key=lambda day: (abs(day - night), day), default=None)
        hint = "" if near is None else f"; the nearest night with one is {near}"
        raise NoNightError(f"The record has no value of {asked.key} for {night}{hint}.")
    claims = dict(_claims(table.ledger, _proof(found)))
    if asked.form == "json":
        told = found.to_dict()
        told["claims"] = {ref: _claim(stored) for ref, stored in claims.items()}
        yield json.dumps(told, ensure_ascii=False)
        return
    yield from standing_lines(found, claims)


def _proof(found: Standing) -> list[NightPoint]:
    """Return the nights that a standing rests on, the night itself first."""
    since = [] if found.since.night is None else [found.since.night]
    larger = [point for window in found.windows for point in window.rank.larger[:5]]
    points = [found.point, *since, *found.since.maybe, *found.since.between, *found.overall.larger[:5], *larger]
    return points if found.bridge is None else [*points, *_proof(found.bridge)]


def _claims(ledger: Ledger, points: Iterable[NightPoint]) -> Iterator[tuple[str, StoredClaim]]:
    for ref in dict.fromkeys(ref for point in points for ref in point.refs):
        stored = ledger.claim(ClaimRef.parse(ref))
        if stored is not None:
            yield ref, stored


def _claim(stored: StoredClaim) -> dict[str, Any]:
    return {
        "document": stored.document_id,
        "speaker": stored.claim.speaker,
        "published": None if stored.published is None else stored.published.isoformat(),
        "quote": stored.claim.quote,
    }
