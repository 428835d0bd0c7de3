"""The demo's output: what there is to read, then every document's claims."""

from __future__ import annotations

from rich.text import Text

from vidbiy.cli.inputs import Unread
from vidbiy.cli.screen import one_line, pad, screen, shorten
from vidbiy.cli.table import TableWriter
from vidbiy.model import Document
from vidbiy.reading import Reading

__all__ = ["DemoWriter"]

_PUBLISHED, _LANGUAGE, _CLAIMS, _SOURCE = 5, 4, 6, 13


class DemoWriter:
    """A line a document first, so that the night is seen whole; then the tables. The night is small and is held."""

    def __init__(self) -> None:
        self._screen = screen()
        self._read: list[tuple[Document, Reading]] = []

    def document(self, document: Document, reading: Reading) -> None:
        """Keep the document until all are read."""
        self._read.append((document, reading))

    def unread(self, unread: Unread) -> bool:
        """Leave the message to standard error."""
        del unread
        return False

    def close(self) -> None:
        """Print the summary and the tables."""
        count = sum(len(reading.claims) for _, reading in self._read)
        self._say("The night of 3 to 4 July 2025, as its reports tell it", "bold")
        self._say(f"{len(self._read)} documents, {count} claims; each rests on the words quoted under it.", "")
        self._screen.print()
        self._row(("TIME", "LANG", "CLAIMS", "SOURCE", "TITLE"), "dim")
        for document, reading in self._read:
            self._document(document, reading)
        self._screen.print()
        table = TableWriter()
        for document, reading in self._read:
            table.document(document, reading)
        self._screen.print()
        self._say("Written for Vidbiy; two stories err on purpose (examples/2025-07-04/README.md).", "dim")
        self._say("Next: vidbiy read --explain FILE shows why each claim was read.", "dim")

    def _document(self, document: Document, reading: Reading) -> None:
        published = "" if document.published is None else f"{document.published:%H:%M}"
        known = (reading.language or "?", str(len(reading.claims)), document.source or "", document.title or "")
        self._row((published, *known), "")

    def _row(self, cells: tuple[str, str, str, str, str], style: str) -> None:
        published, language, claims, source, title = map(one_line, cells)
        line = "  ".join(
            (
                pad(published, _PUBLISHED),
                pad(language, _LANGUAGE),
                claims.rjust(_CLAIMS),
                pad(shorten(source, _SOURCE), _SOURCE),
            )
        )
        room = self._screen.width - len(line) - 2
        self._screen.print(Text(f"{line}  {shorten(title, room)}", style))

    def _say(self, text: str, style: str) -> None:
        self._screen.print(Text(text, style))
