"""What `vidbiy ingest` is given, as one stream of documents with the bytes that they came as."""

from __future__ import annotations

import glob
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import click

from vidbiy.cli.arguments.inputs import Defaults, Unread
from vidbiy.model import DocumentError
from vidbiy.sources import (
    FILE_LIMIT,
    Fetched,
    FetchedLog,
    Noted,
    RefusedLine,
    RefusedRow,
    check_telegram,
    fetch_dataset,
    fetch_html,
    fetch_siren_log,
    fetch_text,
    is_dataset,
    is_siren_log,
    origin_of,
    read_bytes,
    read_raw_jsonl,
    read_telegram,
)

__all__ = ["WAITING", "IngestInputs", "Waiting"]

_STDIN = "-"
_PAGES = {".html", ".htm", ".xhtml"}
_SUFFIXES = {".md", ".txt", ".jsonl", *_PAGES}
_TABLES = {".csv", ".tsv"}
_IDLE = 0.5  # seconds without a new line, after which what has come is put into the ledger
_AHEAD = 1000  # lines read ahead of the ledger


class Waiting:
    """Nothing has come for a while: what has come so far should not wait for more."""


WAITING = Waiting()


class IngestInputs:
    """The documents that paths and patterns name, one at a time, and how far the reading has come."""

    def __init__(self, names: tuple[str, ...], *, defaults: Defaults, lines: bool) -> None:
        """`lines` takes standard input for JSON lines; it is one text otherwise."""
        self._names = names
        self._defaults = defaults
        self._lines = lines
        self._sizes: dict[Path, int] = {}
        self.done = 0
        """Bytes read so far."""

    def total(self) -> int | None:
        """Return how many bytes there are to read; None where that cannot be known."""
        if _STDIN in self._names:
            return None
        try:
            return sum(path.stat().st_size for name in self._names for path in _paths(name))
        except (OSError, DocumentError):
            return None

    def __iter__(self) -> Iterator[Fetched | FetchedLog | Unread | Noted | Waiting]:
        """Yield each document with the defaults filled in, or why there is none."""
        for item in self._all():
            if isinstance(item, Fetched):
                document = self._defaults.fill(item.document)
                yield item if document is item.document else replace(item, document=document)
            else:
                yield item

    def _all(self) -> Iterator[Fetched | FetchedLog | Unread | Noted | Waiting]:
        for name in self._names:
            try:
                if name == _STDIN:
                    yield from self._stdin()
                else:
                    for path in _paths(name):
                        yield from self._path(path)
            except DocumentError as error:
                yield Unread(str(error))

    def _path(self, path: Path) -> Iterator[Fetched | FetchedLog | Unread | Noted]:
        before = self.done
        try:
            if is_siren_log(path):
                yield fetch_siren_log(path, self._defaults.published)
            elif path.suffix.lower() == ".jsonl":
                yield from self._jsonl(path)
            elif path.suffix.lower() == ".json":
                check_telegram(path)
                yield from read_telegram(path)
            elif path.suffix.lower() in _TABLES:
                yield from _table(path)
            else:
                yield _file(path)
        except DocumentError as error:
            yield Unread(str(error))
        finally:
            self.done = before + _size(path)

    def _jsonl(self, path: Path) -> Iterator[Fetched | Unread]:
        before = self.done
        try:
            stream = path.open("rb")
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise DocumentError(f"{click.format_filename(path)}: {reason}; give a file of JSON lines.") from error
        with stream:
            for item in _lines(stream, click.format_filename(path)):
                self.done = before + stream.tell()
                yield item

    def _stdin(self) -> Iterator[Fetched | Unread | Waiting]:
        # A reader of its own: standard input's is locked at exit while a thread waits in it.
        stdin = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
        if self._lines:
            yield from _unhurried(lambda: _lines(stdin, "standard input"))
        else:
            raw = stdin.read(FILE_LIMIT + 1)
            yield fetch_text(raw, "standard input", id="stdin", address="stdin:")


def _paths(name: str) -> Iterator[Path]:
    """Yield the files that a path or a pattern names, in order; of a folder, all documents in and below it."""
    path = Path(name)
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if _is_document(file, path))
        if not found:
            raise DocumentError(f"{name}: no document lies in this folder (.md, .txt, .jsonl, .html, result.json).")
        yield from found
    elif not path.exists() and glob.has_magic(name):
        matches = sorted(Path(match) for match in glob.glob(name, recursive=True))  # noqa: PTH207 - may be absolute
        if not matches:
            raise DocumentError(f"{name}: no file fits this pattern; check it.")
        for match in matches:
            if match.is_file():
                yield match
    else:
        yield path


def _is_document(path: Path, folder: Path) -> bool:
    if any(part.startswith(".") for part in path.relative_to(folder).parts) or path.stem.lower() == "readme":
        return False
    if not path.is_file():
        return False
    if path.suffix.lower() in _TABLES:  # named one by one, a table of another kind is told; in a folder it is passed by
        return is_siren_log(path) or is_dataset(path)
    if path.suffix.lower() == ".gz":
        return is_siren_log(path)
    return path.suffix.lower() in _SUFFIXES or path.name == "result.json"


def _file(path: Path) -> Fetched:
    raw = read_bytes(path)
    fetch = fetch_html if path.suffix.lower() in _PAGES else fetch_text
    stem = os.fsencode(path.stem).decode("utf-8", "replace")
    address = Path(os.fsencode(path.absolute()).decode("utf-8", "replace")).as_uri()
    return fetch(raw, click.format_filename(path), id=stem, address=address)


def _table(path: Path) -> Iterator[Fetched | Unread | Noted]:
    name = click.format_filename(path)
    for item in fetch_dataset(path):
        if isinstance(item, RefusedRow):
            yield Unread(f"{name}: line {item.line}: {item.reason}.", line=True)
        elif isinstance(item, Noted):
            yield Noted(f"{name}: {item.text}.")
        else:
            yield item


def _lines(stream: BinaryIO, name: str) -> Iterator[Fetched | Unread]:
    for raw, item in read_raw_jsonl(stream):
        if isinstance(item, RefusedLine):
            yield Unread(f"{name}: {item.reason}", line=True)
        else:
            address = f"id:{item.id}"
            yield Fetched(item, raw, address, origin_of(item, address))


def _unhurried(items: Callable[[], Iterator[Fetched | Unread]]) -> Iterator[Fetched | Unread | Waiting]:
    """Yield the items as they come, and WAITING once whenever none has come for a while."""
    coming: queue.Queue[Fetched | Unread | BaseException | None] = queue.Queue(_AHEAD)

    def feed() -> None:
        try:
            for item in items():
                coming.put(item)
            coming.put(None)
        except OSError as error:
            coming.put(error)

    threading.Thread(target=feed, daemon=True).start()
    idle = False
    while True:
        try:
            item = coming.get(timeout=None if idle else _IDLE)
        except queue.Empty:
            idle = True
            yield WAITING
            continue
        idle = False
        if item is None:
            return
        if isinstance(item, BaseException):
            raise DocumentError(f"standard input: {item}") from item
        yield item


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
