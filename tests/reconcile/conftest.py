"""The bundled night in a ledger of its own, read by the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vidbiy.ledger import Ledger, NewDocument, NewReading, Provenance
from vidbiy.model import Document
from vidbiy.reading import Reader
from vidbiy.sources import document_files, read_file

CAME = datetime(2025, 7, 4, 12, tzinfo=UTC)


def keep(ledger: Ledger, documents: Sequence[Document]) -> None:
    """Read documents into a ledger, as `vidbiy ingest` does."""
    reader = Reader()
    batch = []
    for document in documents:
        reading = reader.read(document)
        made = NewReading(
            reader="tests", language=reading.language, claims=tuple(reading.claims), problems=tuple(reading.problems)
        )
        provenance = Provenance(
            raw=document.text.encode(), address=f"file:{document.id}", fetched_at=CAME, tool="tests"
        )
        batch.append(NewDocument(document=document, provenance=provenance, origin=document.id, reading=made))
    ledger.append(batch)


@pytest.fixture(scope="session")
def bundled(project: Path) -> list[Document]:
    """The documents of the bundled night, in the order of their names."""
    return [read_file(path) for path in document_files(project / "examples" / "2025-07-04")]


@pytest.fixture
def empty_ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with nothing in it."""
    with Ledger.open(str(tmp_path / "ledger.db"), create=True) as ledger:
        yield ledger


@pytest.fixture
def night(empty_ledger: Ledger, bundled: list[Document]) -> Ledger:
    """The bundled night in a ledger."""
    keep(empty_ledger, bundled)
    return empty_ledger
