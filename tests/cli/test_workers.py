"""Reading processes: what comes of a batch comes back in order, however much it is."""

from __future__ import annotations

from datetime import UTC, datetime

from vidbiy.cli.ingest.workers import ReadingPool, Task
from vidbiy.ledger import NewDocument, PreparedDocument, Provenance
from vidbiy.model import Document

SENTENCES = "Made up: 12 drones were shot down over Kyiv. " * 60


def task(number: int) -> Task:
    came = Provenance(raw=b"", address="id:a", fetched_at=datetime(2025, 7, 4, tzinfo=UTC), tool="tests")
    document = Document(f"d{number}", f"{number}. {SENTENCES}")
    return Task(NewDocument(document=document, provenance=came, origin=f"id:{number}"), "r1")


def test_large_batches_do_not_wait_for_each_other() -> None:
    """A process that writes what it read is heard, also while the next batch is on its way to it."""
    batches = [[task(100 * batch + number) for number in range(100)] for batch in range(4)]
    with ReadingPool(1) as pool:
        found = [item for prepared in pool.read(batches) for item in prepared]
    assert [item.row["id"] for item in found if isinstance(item, PreparedDocument)] == [
        f"d{number}" for number in range(400)
    ]
