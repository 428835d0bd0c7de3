"""ACLED: events of political violence, a row an event, in the columns of its export.

Only strikes from the air and by artillery belong to this record. The data set speaks for itself: its `source` names
the media that it read, not who counted. A fatality count of 0 means that none was reported, so it makes no claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from vidbiy.lexicon.datasets import DatasetWords, KnownDataset
from vidbiy.model import Document, TimePrecision
from vidbiy.sources.datasets.places import PlaceFinder
from vidbiy.sources.datasets.reading import ClaimMaker, Made, Period
from vidbiy.sources.datasets.rendering import Block, Cell, parse, render
from vidbiy.sources.datasets.table import RefusedRow, Row
from vidbiy.sources.datasets.times import TimeError, day_period, whole_date
from vidbiy.sources.fetched import DatasetReading

__all__ = ["documents", "read"]

_FORMS = ("%Y-%m-%d", "%d %B %Y")  # of the interface, of the export tool
_WEEK, _MONTH = "2", "3"
_HIDDEN = {"latitude", "longitude", "timestamp"}


def documents(known: KnownDataset, rows: Iterable[Row]) -> Iterator[Made | RefusedRow | int]:
    """Yield a document for each event that belongs to the record; at the end the number of those that do not."""
    wanted, others = DatasetWords.load().events, 0
    for row in rows:
        cells = row.cells
        if cells["sub_event_type"].strip() not in wanted:
            others += 1
            continue
        identity = cells["event_id_cnty"].strip()
        try:
            published = day_period(_date(cells["event_date"])).end
        except TimeError as error:
            yield RefusedRow(row.line, f"{error}; the event was left out")
            continue
        if not identity:
            yield RefusedRow(row.line, "it has no event_id_cnty; the event was left out")
            continue
        shown = {name: value for name, value in cells.items() if name not in _HIDDEN}
        title = f"{known.title}: {identity}"
        document = Document(f"acled:{identity}", render(known.title, [shown]), published, known.id, None, title)
        yield Made(document, [row], [row.line])
    yield others


def _date(text: str) -> date:
    for form in _FORMS[:-1]:
        try:
            return whole_date(text, form)
        except TimeError:
            continue
    return whole_date(text, _FORMS[-1])


def read(known: KnownDataset, document: Document, finder: PlaceFinder) -> DatasetReading:
    """Return the claims of a document that `documents` made."""
    maker = ClaimMaker(document, known.rule)
    for number, block in enumerate(parse(document.text)):
        try:
            common: dict[str, Any] = {"period": _period(block)}
        except (KeyError, TimeError):
            maker.problems.append((number, "it has no date; the event was left out"))
            continue
        place, settlement = _place(block, finder, maker)
        common["place"] = place

        def killed(value: int, cell: Cell, common: dict[str, Any] = common) -> None:
            if value:
                maker.add("killed", "person", (value, value), (cell.start, cell.end), **common)

        maker.count(number, block, "fatalities", killed)
        kind = block.get("sub_event_type")
        if kind is not None and settlement:
            maker.add("affected", "area.settlement", (1, 1), (kind.start, kind.end), **common)
    return maker.done()


def _period(block: Block) -> Period:
    """Return the time of an event; its date stands for a week or a month where `time_precision` says so."""
    day = _date(block["event_date"].value)
    precision = block["time_precision"].value.strip() if "time_precision" in block else "1"
    if precision == _WEEK:
        first, last = day_period(day - timedelta(days=3)), day_period(day + timedelta(days=3))
        return Period(first.start, last.end, TimePrecision.MONTH)
    if precision == _MONTH:
        first, last = (
            day_period(day.replace(day=1)),
            day_period((day.replace(day=28) + timedelta(days=4)).replace(day=1)),
        )
        return Period(first.start, last.start, TimePrecision.MONTH)
    return day_period(day)


def _place(block: Block, finder: PlaceFinder, maker: ClaimMaker) -> tuple[str | None, bool]:
    """Return the place of an event, and whether it is its very settlement."""
    names = [block[name].value for name in ("location", "admin1", "country") if name in block]
    region = finder.region(block["admin1"].value) if "admin1" in block else None
    found = finder.within(block["location"].value, region) if "location" in block and region is not None else None
    if found is not None:
        return found, "." in found or found == region
    maker.notes.append(f"the place {', '.join(names)!r} is not known")
    return region, False
