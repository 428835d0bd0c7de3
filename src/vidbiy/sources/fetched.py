"""A document as it was fetched: with the bytes as they came, and where they came from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vidbiy.model import Claim, Document, DocumentError
from vidbiy.sources.files import FILE_LIMIT, parse_document

__all__ = ["DatasetReading", "Fetched", "fetch_text", "origin_of", "read_bytes"]


@dataclass(frozen=True, slots=True)
class DatasetReading:
    """What the rule of a data set read in a document: the claims, and what it could not read.

    `problems` are what could not be used, each with the number of its block of the text, from 0; `notes` what was read
    with a doubt. None ends with a full stop.
    """

    claims: tuple[Claim, ...] = ()
    problems: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()

    def told(self) -> tuple[str, ...]:
        """Return problems and notes as sentences, as the ledger keeps them beside the claims."""
        rows = (f"Row {block + 1}: {reason}." for block, reason in self.problems)
        return (*rows, *(f"{note[:1].upper()}{note[1:]}." for note in self.notes))


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document and how it came. Documents of one `origin` are versions of each other.

    `reading` is what the rule of a data set read in it; None where its text is to be read.
    """

    document: Document
    raw: bytes
    address: str
    origin: str
    reading: DatasetReading | None = None


def origin_of(document: Document, address: str) -> str:
    """Return what later versions of the document will have in common: its page, else the address it came from."""
    return address if document.url is None else document.url


def read_bytes(path: Path, limit: int = FILE_LIMIT) -> bytes:
    """Return the bytes of a file, one more than `limit` at most.

    Raises:
        DocumentError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DocumentError(f"{path}: {reason}; check the path and who may read it.") from error


def fetch_text(raw: bytes, name: str, *, id: str, address: str) -> Fetched:
    """Make a document of the bytes of a text file that lies at `address`.

    Raises:
        DocumentError: the bytes are no document.
    """
    document = parse_document(raw, name, id=id)
    # An id that the file itself gives outlasts its path; one made of the file's name does not, names are used twice.
    origin = origin_of(document, address if document.id == id else f"id:{document.id}")
    return Fetched(document, raw, address, origin)
