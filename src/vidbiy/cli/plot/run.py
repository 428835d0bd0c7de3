"""From a ledger to a picture, and to the file that it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from vidbiy.ledger import Ledger
from vidbiy.lexicon.boundaries import Boundaries
from vidbiy.lexicon.words import load_words
from vidbiy.publish.charts.data.kinds import ChartData
from vidbiy.publish.charts.draw import Picture, draw
from vidbiy.publish.charts.look import Look
from vidbiy.publish.charts.of_history import Stretch, bars, calendar
from vidbiy.publish.charts.of_record import balance, region_map, tile_map, timeline
from vidbiy.publish.naming import Naming
from vidbiy.reconcile import NoAttackError, Record, record_of
from vidbiy.reconcile.history import NightTable, SeriesKey
from vidbiy.reconcile.sirens import hours_of, night_alerts

__all__ = ["Wanted", "plotted", "written"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be drawn, as `vidbiy plot` was asked."""

    name: str
    attack: str
    as_of: datetime | None
    show: str
    measure: str
    subject: str | None
    since: date | None
    until: date | None
    boundaries: Path


def plotted(ledger: Ledger, wanted: Wanted, look: Look) -> Picture:
    """Return the picture.

    Raises:
        VidbiyError: the ledger has nothing to draw it from; the message says what to do.
    """
    make = _of_nights if wanted.name in {"calendar", "bars"} else _of_night
    return draw(make(ledger, wanted, look), look)


def _of_nights(ledger: Ledger, wanted: Wanted, look: Look) -> ChartData:
    name = Naming(load_words(look.language)).source
    stretch = Stretch(wanted.since, wanted.until, wanted.as_of, name)
    with NightTable.open(ledger) as table:
        if wanted.name == "bars":
            return bars(table, wanted.subject or "weapon", stretch, look.language)
        return calendar(table, SeriesKey.of(wanted.measure, wanted.subject), stretch, look.language)


def _of_night(ledger: Ledger, wanted: Wanted, look: Look) -> ChartData:
    boundaries = Boundaries.read(wanted.boundaries) if wanted.name == "map" else None
    record = _record(ledger, wanted)
    alerts = night_alerts(ledger, hours_of(record.attack, record.as_of))
    names = Naming(load_words(look.language)).sources(record, alerts)
    if wanted.name == "balance":
        return balance(record, names)
    if wanted.name == "timeline":
        return timeline(record, alerts, names)
    if boundaries is not None:
        return region_map(record, alerts, wanted.show, boundaries, names)
    return tile_map(record, alerts, wanted.show, "kyiv" if wanted.name == "kyiv" else "regions", names)


def _record(ledger: Ledger, wanted: Wanted) -> Record:
    try:
        return record_of(ledger, wanted.attack, as_of=wanted.as_of)
    except NoAttackError:
        if wanted.as_of is None:
            raise
    # Nothing was published by then: the picture of a night of which nothing is known yet.
    return Record.empty(record_of(ledger, wanted.attack).attack, wanted.as_of)


def written(picture: Picture, output: Path) -> None:
    """Write the picture, as SVG or PNG by the file's ending."""
    raw = picture.png() if output.suffix.lower() == ".png" else picture.svg.encode()
    try:
        output.write_bytes(raw)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise click.ClickException(f"{output}: {reason}; choose another place with -o.") from error
