"""A document: the text that claims are read from, and what is known about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from vidbiy.model.errors import DocumentError

__all__ = ["Document"]

# `fromisoformat` of 3.11 also takes "20250704T093000Z" and "2025-W27-5"; the public contract takes RFC 3339 alone.
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)")
_KINDS = {
    type(None): "null",
    bool: "a boolean",
    int: "a number",
    float: "a number",
    str: "a string",
    list: "an array",
}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """One report as it was published. Spans of claims count code points of ``text``, which is never changed."""

    id: str
    text: str
    published: datetime | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None

    def __post_init__(self) -> None:
        if not self.id:
            raise DocumentError("The document's id is empty; give each document an id of its own.")
        if self.published is not None and self.published.utcoffset() is None:
            raise DocumentError(
                f"The time {self.published.isoformat()} of document {self.id!r} has no offset; add one (+03:00)."
            )

    @classmethod
    def from_dict(cls, value: object) -> Document:
        """Make a document of one decoded line of JSON.

        Keys that the contract does not name are ignored, so that richer records can be piped in.

        Raises:
            DocumentError: the value is no document; the message says why.
        """
        if not isinstance(value, Mapping):
            raise DocumentError(f"A document is a JSON object with id and text, not {_kind(value)}.")
        return cls(
            id=_required(value, "id"),
            text=_required(value, "text"),
            published=_time(value, "published"),
            source=_text(value, "source"),
            url=_text(value, "url"),
            title=_text(value, "title"),
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the document as the JSON object that ``from_dict`` takes."""
        return {
            "id": self.id,
            "text": self.text,
            "published": None if self.published is None else self.published.isoformat(),
            "source": self.source,
            "url": self.url,
            "title": self.title,
        }


def _kind(value: object) -> str:
    """Name the kind of a decoded JSON value as its author would."""
    return _KINDS.get(type(value), "an object")


def _required(value: Mapping[str, Any], field: str) -> str:
    found = _text(value, field)
    if found is None:
        raise DocumentError(f"The document has no {field}; both id and text must be there.")
    return found


def _text(value: Mapping[str, Any], field: str) -> str | None:
    found = value.get(field)
    if found is None:
        return None
    if not isinstance(found, str):
        raise DocumentError(f"The document's {field} is {_kind(found)}; it must be a string.")
    if _SURROGATE.search(found):
        # JSON can spell half of a surrogate pair ("\ud83d"); such text has no UTF-8 form: it cannot be stored or shown.
        raise DocumentError(f"The document's {field} has half of a surrogate pair in it; it is no valid Unicode text.")
    return found


def _time(value: Mapping[str, Any], field: str) -> datetime | None:
    found = _text(value, field)
    if found is None:
        return None
    message = f"The document's {field} {found!r} is no time with an offset; write it like 2025-07-04T09:30:00+03:00."
    if not _RFC3339.fullmatch(found):
        raise DocumentError(message)
    try:
        time = datetime.fromisoformat(found.upper())
        time.astimezone(UTC)  # year 1 and year 9999 parse, but have no time in UTC
    except (ValueError, OverflowError) as error:
        raise DocumentError(message) from error
    return time
