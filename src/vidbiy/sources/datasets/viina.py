"""VIINA: reports of news media with their places, and the events that a classifier made of them.

A report (`event_info…csv`) is a document of the medium, read like any other text. The events of a day
(`event_1pd…csv`) are a document of the data set; what a label says is the classifier's word, so it is unconfirmed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from vidbiy.lexicon.datasets import DatasetWords, KnownDataset, Label
from vidbiy.model import Document, Modality
from vidbiy.sources.datasets.places import PlaceFinder
from vidbiy.sources.datasets.reading import ClaimMaker, Made
from vidbiy.sources.datasets.rendering import Block, parse, render
from vidbiy.sources.datasets.table import RefusedRow, Row
from vidbiy.sources.datasets.times import TimeError, day_period, period_of, whole_date
from vidbiy.sources.fetched import DatasetReading

__all__ = ["event_documents", "read_events", "report_documents"]

_MOMENT = timedelta(minutes=1)


def report_documents(rows: Iterable[Row]) -> Iterator[Made | RefusedRow]:
    """Yield a document for each report; a report about several places stands in several rows, and is one document."""
    seen: set[bytes] = set()
    for row in rows:
        cells = row.cells
        text, url = cells["text"].strip(), cells["url"].strip()
        key = hashlib.sha256(f"{cells['report_id']}\0{url}\0{text}".encode()).digest()[:12]
        if not text or key in seen:
            continue
        seen.add(key)
        try:
            day = whole_date(cells["date"], "%Y%m%d")
            clock = cells["time"].strip()
            # Without an hour, the report was out by the end of its day.
            published = period_of(f"{day} {clock}", f"{day} {clock}").end if clock else day_period(day).end - _MOMENT
        except TimeError as error:
            yield RefusedRow(row.line, f"{error}; the report was left out")
            continue
        identity = f"viina:{cells['report_id'].strip() or key.hex()}"
        yield Made(Document(identity, text, published, "media", url or None, None), [row], [row.line])


def event_documents(known: KnownDataset, rows: Iterable[Row]) -> Iterator[Made | RefusedRow]:
    """Yield a document for each day: its events that a label makes a claim of."""
    labels = DatasetWords.load().labels
    days: dict[str, list[Row]] = {}
    for row in rows:
        if any(row.cells.get(name, "").strip() in {"1", "1.0"} for name in labels):
            days.setdefault(row.cells["date"].strip(), []).append(row)
    for day, group in days.items():
        try:
            end = day_period(whole_date(day, "%Y%m%d")).end
        except TimeError as error:
            yield from (RefusedRow(row.line, f"{error}; the event was left out") for row in group)
            continue
        title = f"{known.title}, {day}"
        wanted = [{name: row.cells[name] for name in row.cells if _is_shown(name, row)} for row in group]
        document = Document(f"viina-events:{day}", render(known.title, wanted), end, known.id, None, title)
        yield Made(document, group, [row.line for row in group])


def _is_shown(name: str, row: Row) -> bool:
    """Leave out labels that are 0, and coordinates: a place is a settlement here, never a point."""
    if name in {"longitude", "latitude"}:
        return False
    return not name.startswith(("t_", "a_")) or row.cells[name].strip() not in {"0", "0.0"}


def read_events(known: KnownDataset, document: Document, finder: PlaceFinder) -> DatasetReading:
    """Return the claims of a document that `event_documents` made."""
    maker = ClaimMaker(document, known.rule)
    labels = DatasetWords.load().labels
    for number, block in enumerate(parse(document.text)):
        try:
            period = day_period(whole_date(block["date"].value, "%Y%m%d"))
        except (KeyError, TimeError):
            maker.problems.append((number, "it has no date; the event was left out"))
            continue
        place = _place(block, finder)
        if place is None:
            maker.notes.append(f"the place {_named(block)!r} is not known")
        found: dict[tuple[str, str], tuple[Label, Any]] = {}
        for name, label in labels.items():
            cell = block.get(name)
            if cell is not None and cell.value.strip() in {"1", "1.0"}:
                found.setdefault((label.measure, label.subject), (label, cell))
        for label, cell in found.values():
            maker.add(
                label.measure, label.subject, (1, label.high), (cell.start, cell.end),
                place=place, period=period, modality=Modality.UNCONFIRMED,
            )  # fmt: skip
    return maker.done()


def _place(block: Block, finder: PlaceFinder) -> str | None:
    region = finder.region(block["ADM1_NAME"].value.replace("'", "")) if "ADM1_NAME" in block else None
    if "asciiname" not in block or region is None:
        return region
    name = block["asciiname"].value
    return finder.within(name, region) or finder.within(name.replace("'", ""), region) or region


def _named(block: Block) -> str:
    return ", ".join(block[name].value for name in ("asciiname", "ADM1_NAME") if name in block)
