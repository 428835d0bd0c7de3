"""A document as it was fetched: with the bytes as they came, and where they came from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vidbiy.model import Document, DocumentError
from vidbiy.sources.files import FILE_LIMIT, parse_document

__all__ = ["Fetched", "fetch_text", "origin_of", "read_bytes"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document and how it came. Documents of one `origin` are versions of each other."""

    document: Document
    raw: bytes
    address: str
    origin: str


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
