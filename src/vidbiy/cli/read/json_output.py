"""Claims as JSON: one line a document as it is read, or one array. Both keep to the schema `read-output`."""

from __future__ import annotations

import json
import sys
from typing import Any

from vidbiy.cli.arguments.inputs import Unread
from vidbiy.model import Document
from vidbiy.reading import Reading

__all__ = ["ArrayWriter", "LinesWriter"]

# Line ends to some readers, though not to JSON: a line must be one line whoever splits the stream.
_LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}


class LinesWriter:
    """One line out for each line in, flushed, so that whoever waits at the other end of a pipe is served."""

    def __init__(self) -> None:
        self._stdout = sys.stdout.buffer

    def document(self, document: Document, reading: Reading) -> None:
        """Write the document's line."""
        self._write(_claims(document, reading))

    def unread(self, unread: Unread) -> bool:
        """Write the line that stands for a line that is no document; a file that cannot be opened has no line."""
        if unread.line:
            self._write(_refused(unread))
        return unread.line

    def close(self) -> None:
        """Write nothing: lines have no end."""

    def _write(self, value: dict[str, Any]) -> None:
        self._stdout.write(f"{_encode(value)}\n".encode())
        self._stdout.flush()


class ArrayWriter:
    """One array, an object a document, written as the documents come."""

    def __init__(self) -> None:
        self._stdout = sys.stdout.buffer
        self._before = "[\n"

    def document(self, document: Document, reading: Reading) -> None:
        """Write the document's object."""
        self._write(_claims(document, reading))

    def unread(self, unread: Unread) -> bool:
        """Write the object that stands for an input that is no document; it is also said on standard error."""
        self._write(_refused(unread))
        return False

    def close(self) -> None:
        """Close the array."""
        self._stdout.write(b"[]\n" if self._before == "[\n" else b"\n]\n")
        self._stdout.flush()

    def _write(self, value: dict[str, Any]) -> None:
        self._stdout.write(f"{self._before}{_encode(value, indent=2)}".encode())
        self._before = ",\n"


def _claims(document: Document, reading: Reading) -> dict[str, Any]:
    return {
        "id": document.id,
        "language": reading.language,
        "claims": [claim.to_dict() for claim in reading.claims],
        "problems": list(reading.problems),
    }


def _refused(unread: Unread) -> dict[str, Any]:
    return {"id": None, "claims": [], "problems": [unread.reason]}


def _encode(value: dict[str, Any], indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent).translate(_LINE_ENDS)
