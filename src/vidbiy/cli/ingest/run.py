"""One run of `vidbiy ingest` or `vidbiy reread`: read what is new, append it in batches, say what became of it."""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import vidbiy
from vidbiy.cli.arguments.inputs import Unread
from vidbiy.cli.ingest.inputs import IngestInputs, Waiting
from vidbiy.cli.ingest.sirens import append_log, log_line, log_words
from vidbiy.cli.ingest.workers import ReadingPool, Task, dataset_reading
from vidbiy.cli.terminal.progress import Progress
from vidbiy.ledger import AlertReceipt, Ledger, NewDocument, PreparedDocument, Provenance, Receipt, State, content_key
from vidbiy.reading.version import reader_version
from vidbiy.sources import Fetched, FetchedLog, Noted

__all__ = ["Outcome", "ingest_into", "reread_in"]

_BATCH = 200  # documents; a batch is a transaction, and so an fsync
_BATCH_BYTES = 1024 * 1024
_MUCH = 5000  # new documents, after which a database should count anew what it plans by
_PAYS_FROM = 256 * 1024  # bytes; the words of the languages are loaded in the time that less than that is read
_PAYS_AFTER = 400  # documents, where nobody knows how many bytes there will be


@dataclass(slots=True)
class Outcome:
    """What became of a run."""

    states: Counter[State] = field(default_factory=Counter)
    claims: int = 0
    problems: int = 0
    seconds: float = 0.0
    logs: list[str] = field(default_factory=list)
    """A line for each siren log: what became of its alerts."""
    added: int = 0
    """Siren logs that were new."""


def pool_for(jobs: int | None, size: int | None) -> ReadingPool:
    """Return as many reading processes as are wanted, else as pay for so many bytes: none for few, else one a core."""
    if jobs is not None:
        return ReadingPool(0 if jobs == 1 else jobs)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores < 2 or (size is not None and size < _PAYS_FROM):
        return ReadingPool(0)
    return ReadingPool(cores, after=_PAYS_AFTER if size is None else 0)


class _Batches:
    """The documents of the inputs, in batches of what the ledger does not know yet."""

    def __init__(self, inputs: IngestInputs, ledger: Ledger, run: _Run) -> None:
        self._inputs, self._ledger, self._run = inputs, ledger, run
        self._tool = f"vidbiy {vidbiy.__version__}"
        self._reader = reader_version()

    def __iter__(self) -> Iterator[list[Task]]:
        batch: list[tuple[bytes, NewDocument]] = []
        size = 0
        for item in self._inputs:
            if isinstance(item, Unread):
                self._run.problem(item.reason)
            elif isinstance(item, Noted):
                self._run.note(item.text)
            elif isinstance(item, FetchedLog):
                self._run.log(item, append_log(self._ledger, item.log, raw=item.raw, address=item.address))
            elif isinstance(item, Waiting):
                yield self._new(batch)
                yield []
                batch, size = [], 0
            else:
                batch.append((content_key(item.origin, item.document), self._document(item)))
                size += len(item.raw)
            if len(batch) >= _BATCH or size >= _BATCH_BYTES:
                yield self._new(batch)
                batch, size = [], 0
        if batch:
            yield self._new(batch)

    def _document(self, item: Fetched) -> NewDocument:
        provenance = Provenance(raw=item.raw, address=item.address, fetched_at=datetime.now(UTC), tool=self._tool)
        reading = None if item.reading is None else dataset_reading(item.reading, self._reader)
        return NewDocument(document=item.document, provenance=provenance, origin=item.origin, reading=reading)

    def _new(self, batch: list[tuple[bytes, NewDocument]]) -> list[Task]:
        """Return the tasks for what is new; what is known needs no reading."""
        known = self._ledger.known({key for key, _ in batch}) if batch else {}
        tasks = []
        for key, new in batch:
            if key in known:
                self._run.acknowledge([Receipt(known[key], State.KNOWN, new.document.id)])
            else:
                tasks.append(Task(new, self._reader))
        return tasks


class _Run:
    """Counts, and tells, what is safe in the ledger. Nothing is told before its transaction is."""

    def __init__(self, progress: Progress, *, lines: bool) -> None:
        self.outcome = Outcome()
        self._progress = progress
        self._lines = lines

    def problem(self, message: str) -> None:
        self.outcome.problems += 1
        self._progress.say(f"Error: {message}")
        self._progress.update()

    def note(self, message: str) -> None:
        """Tell something that is no problem: nothing was lost."""
        self._progress.say(f"Note: {message}")
        self._progress.update()

    def log(self, item: FetchedLog, receipt: AlertReceipt) -> None:
        """Tell what became of a siren log, and what of it could not be taken."""
        for problem in item.log.problems:
            self.problem(f"{item.name}: {problem}")
        for note in item.log.notes:
            self.note(f"{item.name}: {note}")
        self.outcome.logs.append(log_words(item.name, item.log, receipt))
        self.outcome.added += receipt.state is State.NEW
        if self._lines:
            sys.stdout.write(f"{log_line(item.name, item.log, receipt)}\n")
            sys.stdout.flush()
        self._progress.update()

    def acknowledge(self, receipts: Iterable[Receipt]) -> None:
        for receipt in receipts:
            self.outcome.states[receipt.state] += 1
            if self._lines:
                line = {"id": receipt.id, "entry": receipt.seq, "state": receipt.state.value}
                sys.stdout.write(f"{json.dumps(line, ensure_ascii=True)}\n")
            self._progress.update()
        if self._lines:
            sys.stdout.flush()


def ingest_into(ledger: Ledger, inputs: IngestInputs, *, jobs: int | None, lines: bool) -> Outcome:
    """Put all that `inputs` give into the ledger; with `lines`, print a JSON line for each document once it is safe."""
    begun = time.monotonic()
    with Progress(inputs, quiet_output=not lines) as progress, pool_for(jobs, inputs.total()) as pool:
        run = _Run(progress, lines=lines)
        for prepared in pool.read(_Batches(inputs, ledger, run)):
            rows = []
            for item in prepared:
                if isinstance(item, str):
                    run.problem(item)
                elif isinstance(item, PreparedDocument):
                    rows.append(item)
            if not rows:
                continue
            receipts = ledger.append(rows)
            for row, receipt in zip(rows, receipts, strict=True):
                if receipt.state is not State.KNOWN and row.reading is not None:
                    run.outcome.claims += len(row.reading.claims)
            run.acknowledge(receipts)
    if run.outcome.states[State.NEW] >= _MUCH:
        ledger.settle()
    run.outcome.seconds = time.monotonic() - begun
    return run.outcome


class _Outdated:
    """The documents that another reader read last."""

    def __init__(self, ledger: Ledger, reader: str) -> None:
        self._ledger, self._reader = ledger, reader
        self.done = 0

    def total(self) -> int | None:
        return None

    def __iter__(self) -> Iterator[list[Task]]:
        batch: list[Task] = []
        for stored in self._ledger.outdated(self._reader):
            # Only the text and what the reader goes by; how it came is in the ledger.
            provenance = Provenance(raw=b"", address="", fetched_at=stored.fetched_at, tool="")
            new = NewDocument(document=stored.document, provenance=provenance, origin="")
            batch.append(Task(new, self._reader, stored.seq))
            if len(batch) >= _BATCH:
                yield batch
                batch = []
        if batch:
            yield batch


def reread_in(ledger: Ledger, *, jobs: int | None) -> Outcome:
    """Read anew every document that another reader read last; the claims of that reader are retired, not lost."""
    begun = time.monotonic()
    outdated = _Outdated(ledger, reader_version())
    outcome = Outcome()
    with Progress(outdated, quiet_output=True) as progress, pool_for(jobs, None) as pool:
        for prepared in pool.read(outdated):
            rows = [item for item in prepared if isinstance(item, tuple)]
            for message in (item for item in prepared if isinstance(item, str)):
                outcome.problems += 1
                progress.say(f"Error: {message}")
            for (_, reading), seq in zip(rows, ledger.append_prepared_readings(rows), strict=True):
                outcome.states[State.KNOWN if seq is None else State.NEW] += 1
                outcome.claims += len(reading.claims) if seq is not None else 0
            progress.update(len(prepared))
    outcome.seconds = time.monotonic() - begun
    return outcome
