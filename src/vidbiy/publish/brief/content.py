"""What a brief says, before it is a text, a page or JSON: sections of rows, each number with its references."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

__all__ = ["Brief", "Reference", "Row", "Section"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where a number comes from: who said it, in which document, when, and the exact words."""

    number: int
    ref: str
    """The claim's number in the ledger."""
    speaker: str
    """Who said it, in words."""
    document: str
    """The document's title, or its id."""
    published: str | None
    quote: str
    url: str | None

    def to_dict(self) -> dict[str, Any]:
        """Return the reference as a JSON object."""
        return {
            "number": self.number,
            "claim": self.ref,
            "speaker": self.speaker,
            "document": self.document,
            "published": self.published,
            "quote": self.quote,
            "url": self.url,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: what, how much, and what is to be said about it."""

    label: str
    value: str = ""
    note: str = ""
    refs: tuple[int, ...] = ()
    under: bool = False
    """It belongs to the row before: a claim that contradicts it, say."""
    quote: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the row as a JSON object."""
        return {
            "label": self.label,
            "value": self.value,
            "note": self.note,
            "references": list(self.refs),
            "under": self.under,
            "quote": self.quote or None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its rows; `empty` is said where there is none."""

    id: str
    title: str
    rows: tuple[Row, ...]
    empty: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the section as a JSON object."""
        return {"id": self.id, "title": self.title, "rows": [row.to_dict() for row in self.rows], "empty": self.empty}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One attack on one page, in one language."""

    language: str
    attack: str
    title: str
    subtitle: str
    as_of: datetime | None
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]
    references_title: str
    how_to_read: str
    """Where it is told how to read a figure."""
    pictures: tuple[str, ...] = ()
    """SVG elements, for a page."""

    def section(self, id: str) -> Section | None:
        """Return one section."""
        return next((section for section in self.sections if section.id == id), None)

    def to_dict(self) -> dict[str, Any]:
        """Return the brief as a JSON object."""
        return {
            "attack": self.attack,
            "language": self.language,
            "title": self.title,
            "subtitle": self.subtitle,
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "sections": [section.to_dict() for section in self.sections],
            "references": [reference.to_dict() for reference in self.references],
        }
