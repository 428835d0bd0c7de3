"""Reading in processes of their own: documents in, rows for the ledger out, in the order they came."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from queue import SimpleQueue
from threading import Thread
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
from vidbiy.sources import DatasetReading, read_dataset

__all__ = ["Prepared", "ReadingPool", "Task", "dataset_reading", "prepare"]

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
    reading = task.new.reading or _reading(reader, document, task.reader)
    try:
        if task.seq is not None:
            return task.seq, prepare_reading(reading, document.text)
        return prepare_document(
            NewDocument(document=document, provenance=task.new.provenance, origin=task.new.origin, reading=reading)
        )
    except RecordError as error:
        return str(error)


def _reading(reader: Reader, document: Document, version: str) -> NewReading:
    of_dataset = read_dataset(document)
    if of_dataset is not None:
        return dataset_reading(of_dataset, version)
    found = reader.read_for_keeps(document)
    return NewReading(reader=version, language=found.language, claims=found.claims, problems=found.problems)


def dataset_reading(found: DatasetReading, version: str) -> NewReading:
    """Return what the rule of a data set read, as a reading of the ledger. Columns have English names."""
    return NewReading(reader=version, language="en", claims=found.claims, problems=found.told())


class _Process:
    """A reading process. What goes to it goes by a thread: it may be writing what it read, and wait to be heard."""

    def __init__(self, context: SpawnContext) -> None:
        # Spawned, so that none holds another's end of a pipe: when this process dies, however it dies, each reads
        # the end of its pipe and ends too.
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=_work, args=(there,), daemon=True)
        self._process.start()
        there.close()
        self._waiting: SimpleQueue[list[Task] | None] = SimpleQueue()
        self._sender = Thread(target=self._send, daemon=True)
        self._sender.start()

    def _send(self) -> None:
        while (batch := self._waiting.get()) is not None:
            try:
                self._pipe.send(batch)
            except OSError:
                return  # it ended early, which `receive` tells

    def send(self, batch: Sequence[Task]) -> None:
        self._waiting.put(list(batch))

    def receive(self) -> list[Prepared]:
        try:
            found: list[Prepared] = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise VidbiyError("A reading process ended early (out of memory?); run again, with --jobs 1.") from error
        return found

    def close(self, *, at_once: bool) -> None:
        self._waiting.put(None)
        if at_once:
            self._process.terminate()
        self._sender.join()
        self._pipe.close()
        self._process.join()


class ReadingPool:
    """Processes that read. With none of them (`size` 0) the reading is done here."""

    def __init__(self, size: int, *, after: int = 0) -> None:
        """The processes are started once `after` documents were read here: for few, they would not pay."""
        self._size = size
        self._after = after
        self._processes: list[_Process] = []
        self._reader = Reader()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._processes = [_Process(context) for _ in range(self._size)]

    def __enter__(self) -> ReadingPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            process.close(at_once=kind is not None)

    def read(self, batches: Iterable[Sequence[Task]]) -> Iterator[list[Prepared]]:
        """Yield what came of each batch, in order. An empty batch says that nothing comes for now: all is finished."""
        flying: deque[_Process] = deque()
        turn = here = 0
        for batch in batches:
            # What is read already is not worth the way to another process and back.
            ready = bool(batch) and not flying and all(task.new.reading is not None for task in batch)
            if ready or not self._size or here < self._after:
                here += 0 if ready else len(batch)
                yield [prepare(self._reader, task) for task in batch]
                continue
            if batch:
                if not self._processes:
                    self._start()
                process = self._processes[turn % len(self._processes)]
                turn += 1
                process.send(batch)
                flying.append(process)
            while flying and (not batch or len(flying) >= _IN_FLIGHT * len(self._processes)):
                yield flying.popleft().receive()
        while flying:
            yield flying.popleft().receive()


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
