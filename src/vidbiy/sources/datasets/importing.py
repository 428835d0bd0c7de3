"""One way in for all data sets: which one a file is, its documents, and what the rule of each reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vidbiy.lexicon.datasets import DatasetWords, KnownDataset
from vidbiy.model import Document, DocumentError
from vidbiy.sources.datasets import acled, missile_attacks, viina
from vidbiy.sources.datasets.places import PlaceFinder
from vidbiy.sources.datasets.reading import Made
from vidbiy.sources.datasets.table import RefusedRow, Row, Table, open_table
from vidbiy.sources.fetched import DatasetReading, Fetched

__all__ = ["Noted", "fetch_dataset", "is_dataset", "read_dataset"]

_MISSILES, _REPORTS, _EVENTS, _ACLED = (
    "dataset-missile-attacks",
    "dataset-viina",
    "dataset-viina-events",
    "dataset-acled",
)
_READERS = {_MISSILES: missile_attacks.read, _EVENTS: viina.read_events, _ACLED: acled.read}

_Item = Made | RefusedRow | int


@dataclass(frozen=True, slots=True)
class Noted:
    """Something to know about an import that lost nothing: "12 rows of other kinds were left out"."""

    text: str


@cache
def _finder() -> PlaceFinder:
    return PlaceFinder()


def read_dataset(document: Document) -> DatasetReading | None:
    """Return the claims of a data set's document, by the rule of the data set; None for any other document."""
    known = next((known for known in DatasetWords.load().datasets if known.id == document.source), None)
    if known is None or known.id not in _READERS:
        return None
    return _READERS[known.id](known, document, _finder())


def is_dataset(path: Path) -> bool:
    """Tell whether the file is a table of a data set that there is a rule for.

    Raises:
        DocumentError: it cannot be read, or it is no table in UTF-8.
    """
    stream, table = open_table(path)
    with stream:
        return DatasetWords.load().dataset(table.header) is not None


def fetch_dataset(path: Path) -> Iterator[Fetched | RefusedRow | Noted]:
    """Yield the documents of a data set's file, each with its claims, and what of it could not be used.

    Raises:
        DocumentError: it is a table of no data set that there is a rule for.
    """
    stream, table = open_table(path)
    with stream:
        known = DatasetWords.load().dataset(table.header)
        if known is None:
            titles = ", ".join(known.title for known in DatasetWords.load().datasets)
            raise DocumentError(f"{path}: no data set has these columns; there are rules for {titles}.")
        yield from _fetch(known, table)


def _fetch(known: KnownDataset, table: Table) -> Iterator[Fetched | RefusedRow | Noted]:
    refused: list[RefusedRow] = []
    notes: Counter[str] = Counter()
    for item in _items(known, _good(table, refused)):
        yield from refused
        refused.clear()
        if isinstance(item, RefusedRow):
            yield item
        elif isinstance(item, int):
            if item:
                yield Noted(f"{item} rows of other kinds were left out")
        else:
            document = item.document
            reading = read_dataset(document)
            if reading is not None:
                yield from (RefusedRow(item.lines[block], reason) for block, reason in reading.problems)
                notes.update(reading.notes)
            raw = "".join([table.head, *(row.raw for row in item.rows)]).encode()
            address = f"{known.id}:{document.id}"
            yield Fetched(document, raw, address, address if document.url is None else document.url, reading)
    yield from refused
    yield from (Noted(f"{note} ({count} row{'' if count == 1 else 's'})") for note, count in sorted(notes.items()))


def _good(table: Table, refused: list[RefusedRow]) -> Iterator[Row]:
    for row in table:
        if isinstance(row, Row):
            yield row
        else:
            refused.append(row)


def _items(known: KnownDataset, rows: Iterator[Row]) -> Iterator[_Item]:
    if known.id == _MISSILES:
        yield from missile_attacks.documents(known, rows, _finder())
    elif known.id == _REPORTS:
        yield from viina.report_documents(rows)
    elif known.id == _EVENTS:
        yield from viina.event_documents(known, rows)
    else:
        yield from acled.documents(known, rows)
