"""What the arguments name, as one stream of documents: text files, folders, JSON lines, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import click

from vidbiy.model import Document, DocumentError
from vidbiy.sources import FILE_LIMIT, RefusedLine, document_files, parse_document, read_file, read_jsonl

__all__ = ["Defaults", "Inputs", "Unread"]

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that is no document, and why. `line` tells a line among lines from a file that could not be read."""

    reason: str
    line: bool = False


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for documents that do not say so themselves."""

    published: datetime | None = None
    source: str | None = None

    def fill(self, document: Document) -> Document:
        """Return the document with what it does not say filled in."""
        published = self.published if document.published is None else document.published
        source = self.source if document.source is None else document.source
        return replace(document, published=published, source=source)


class Inputs:
    """The documents that the arguments name, one at a time, and how far the reading has come."""

    def __init__(self, names: tuple[str, ...], *, lines: bool, defaults: Defaults) -> None:
        """`lines` reads every file as JSON lines, whatever it is called."""
        self._names = names
        self._lines = lines
        self._defaults = defaults
        self.done = 0
        """Bytes read so far."""

    def total(self) -> int | None:
        """Return how many bytes there are to read; None where that cannot be known."""
        if _STDIN in self._names:
            return None
        return sum(_size(Path(name)) for name in self._names)

    def __iter__(self) -> Iterator[Document | Unread]:
        """Yield each document with the defaults filled in, or why there is none."""
        for name in self._names:
            for item in self._items(name):
                yield self._defaults.fill(item) if isinstance(item, Document) else item

    def _items(self, name: str) -> Iterator[Document | Unread]:
        path = Path(name)
        try:
            if name == _STDIN:
                stdin = sys.stdin.buffer
                yield from self._stream(stdin, "standard input") if self._lines else [_text(stdin)]
            elif self._lines or path.suffix.lower() == ".jsonl":
                yield from self._jsonl(path)
            elif path.is_dir():
                yield from self._folder(path)
            else:
                yield self._file(path)
        except DocumentError as error:
            yield Unread(str(error))

    def _folder(self, folder: Path) -> Iterator[Document | Unread]:
        for path in document_files(folder):
            yield self._file(path)

    def _file(self, path: Path) -> Document | Unread:
        try:
            return read_file(path)
        except DocumentError as error:
            return Unread(str(error))
        finally:
            self.done += _size(path)

    def _jsonl(self, path: Path) -> Iterator[Document | Unread]:
        try:
            stream = path.open("rb")
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise DocumentError(f"{click.format_filename(path)}: {reason}; give a file of JSON lines.") from error
        with stream:
            yield from self._stream(stream, click.format_filename(path))

    def _stream(self, stream: BinaryIO, name: str) -> Iterator[Document | Unread]:
        before = self.done
        for item in read_jsonl(stream):
            if stream.seekable():
                self.done = before + stream.tell()
            if isinstance(item, RefusedLine):
                # Among JSON lines the place in the output says which line; elsewhere the message must name the file.
                yield Unread(item.reason if self._lines else f"{name}: {item.reason}", line=True)
            else:
                yield item


def _text(stdin: BinaryIO) -> Document:
    return parse_document(stdin.read(FILE_LIMIT + 1), "standard input", id="stdin")


def _size(path: Path) -> int:
    try:
        if path.is_dir():
            return sum(file.stat().st_size for file in document_files(path))
        return path.stat().st_size
    except (OSError, DocumentError):
        return 0
