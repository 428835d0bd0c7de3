"""Reading in processes of their own: documents in, rows for the ledger out, in the order they came."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType

from vidbiy.ledger import (
    NewDocument,
    NewReading,
    PreparedDocument,
    PreparedReading,
    RecordError,
    prepare_document,
    prepare_reading,
)
from vidbiy.model import Document, VidbiyError
from vidbiy.reading import Reader

__all__ = ["Prepared", "ReadingPool", "Task", "prepare"]

_IN_FLIGHT = 2  # batches on their way to each process: one that it reads, one that it need not wait for


@dataclass(frozen=True, slots=True)
class Task:
    """Something to read: a new document, or with `seq` one that the ledger has, to be read anew."""

    new: NewDocument
    reader: str
    seq: int | None = None


Prepared = PreparedDocument | tuple[int, PreparedReading] | str
"""What came of a task: rows, or why there are none."""


def prepare(reader: Reader, task: Task) -> Prepared:
    """Read a document and make its rows. The document is kept whatever happens to the reading."""
    document = task.new.document
    reading = _reading(reader, document, task.reader)
    try:
        if task.seq is not None:
            return task.seq, prepare_reading(reading, document.text)
        return prepare_document(
            NewDocument(document=document, provenance=task.new.provenance, origin=task.new.origin, reading=reading)
        )
    except RecordError as error:
        return str(error)


def _reading(reader: Reader, document: Document, version: str) -> NewReading:
    found = reader.read_for_keeps(document)
    return NewReading(reader=version, language=found.language, claims=found.claims, problems=found.problems)


class ReadingPool:
    """Processes that read. With none of them (`size` 0) the reading is done here."""

    def __init__(self, size: int, *, after: int = 0) -> None:
        """The processes are started once `after` documents were read here: for few, they would not pay."""
        self._size = size
        self._after = after
        self._processes: list[tuple[SpawnProcess, Connection]] = []
        self._reader = Reader()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        for _ in range(self._size):
            # Spawned, so that none holds another's end of a pipe: when this process dies, however it dies, each reads
            # the end of its pipe and ends too.
            here, there = context.Pipe()
            process = context.Process(target=_work, args=(there,), daemon=True)
            process.start()
            there.close()
            self._processes.append((process, here))

    def __enter__(self) -> ReadingPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process, pipe in self._processes:
            pipe.close()
            if kind is not None:
                process.terminate()
        for process, _ in self._processes:
            process.join()

    def read(self, batches: Iterable[Sequence[Task]]) -> Iterator[list[Prepared]]:
        """Yield what came of each batch, in order. An empty batch says that nothing comes for now: all is finished."""
        flying: deque[Connection] = deque()
        turn = here = 0
        for batch in batches:
            if not self._size or here < self._after:
                here += len(batch)
                yield [prepare(self._reader, task) for task in batch]
                continue
            if batch:
                if not self._processes:
                    self._start()
                pipe = self._processes[turn % len(self._processes)][1]
                turn += 1
                _send(pipe, batch)
                flying.append(pipe)
            while flying and (not batch or len(flying) >= _IN_FLIGHT * len(self._processes)):
                yield _receive(flying.popleft())
        while flying:
            yield _receive(flying.popleft())


def _send(pipe: Connection, batch: Sequence[Task]) -> None:
    try:
        pipe.send(list(batch))
    except OSError as error:
        raise VidbiyError("A reading process ended early (out of memory?); run again, with --jobs 1.") from error


def _receive(pipe: Connection) -> list[Prepared]:
    try:
        found: list[Prepared] = pipe.recv()
    except (EOFError, OSError) as error:
        raise VidbiyError("A reading process ended early (out of memory?); run again, with --jobs 1.") from error
    return found


def _work(pipe: Connection) -> None:
    """Read batches until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the parent decides what is finished
    reader = Reader()
    try:
        while True:
            batch: list[Task] = pipe.recv()
            pipe.send([prepare(reader, task) for task in batch])
    except (EOFError, OSError):
        os._exit(0)  # the parent is gone: there is nobody to clean up for
