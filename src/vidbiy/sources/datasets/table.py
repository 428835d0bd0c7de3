"""A data set's file (CSV) as rows, each with the text that it stands in, and a clear word on a row that is none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from vidbiy.model import DocumentError

__all__ = ["RefusedRow", "Row", "Table", "open_table"]

_DELIMITERS = (",", ";", "\t")
_CELL_LIMIT = 1024 * 1024
_HEADER_LIMIT = 64 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the line that it begins in, from 1, its cells by column, and the text that it stands in."""

    line: int
    cells: dict[str, str]
    raw: str


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row, or a figure of one, that cannot be used: the line, and why, as a sentence."""

    line: int
    reason: str


class Table:
    """The rows of an open file. `header` is the columns' names; `head` the text that they stand in."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        """`name` is what messages call the file.

        Raises:
            DocumentError: it does not begin with the names of columns in UTF-8.
        """
        self._name = name
        self._lines = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        try:
            self.head = self._lines.readline(_HEADER_LIMIT)
        except UnicodeDecodeError as error:
            raise self._no_utf8(error) from error
        self._delimiter = max(_DELIMITERS, key=self.head.count)
        try:
            found = next(csv.reader([self.head], delimiter=self._delimiter), [])
        except csv.Error:
            found = []
        self.header = tuple(column.strip() for column in found)

    def _no_utf8(self, error: UnicodeDecodeError) -> DocumentError:
        return DocumentError(f"{self._name}: it is no UTF-8 ({error.reason}); save the table as UTF-8.")

    def __iter__(self) -> Iterator[Row | RefusedRow]:
        """Yield the rows in order; one that does not fit the header is told, and those after it go on.

        Raises:
            DocumentError: what comes is no UTF-8; what came before was yielded.
        """
        csv.field_size_limit(_CELL_LIMIT)
        taken: list[str] = []
        reader = csv.reader(self._recorded(taken), delimiter=self._delimiter, strict=True)
        line = 2
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield RefusedRow(line, f"it is no row of a table ({error})")
                cells = []
            except UnicodeDecodeError as error:
                raise self._no_utf8(error) from error
            if cells is None:
                return
            if cells:
                yield self._row(line, cells, "".join(taken))
            line += len(taken)
            taken.clear()

    def _recorded(self, taken: list[str]) -> Iterator[str]:
        for line in self._lines:
            taken.append(line)
            yield line

    def _row(self, line: int, cells: list[str], raw: str) -> Row | RefusedRow:
        if len(cells) != len(self.header):
            return RefusedRow(line, f"it has {len(cells)} cells, the header has {len(self.header)}")
        if "\0" in raw:
            return RefusedRow(line, "it has a NUL character in it")
        return Row(line, dict(zip(self.header, cells, strict=True)), raw)


def open_table(path: Path) -> tuple[BinaryIO, Table]:
    """Open a file and read its header; the stream is to be closed.

    Raises:
        DocumentError: it cannot be read, or it is no table.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DocumentError(f"{path}: {reason}; check the path and who may read it.") from error
    try:
        return stream, Table(stream, str(path))
    except BaseException:
        stream.close()
        raise
