"""One run: read each document that comes in, write what it claims, say on standard error what could not be read."""

from __future__ import annotations

from typing import Protocol

from vidbiy.cli.arguments.inputs import Inputs, Unread
from vidbiy.cli.read.explain import ExplainWriter
from vidbiy.cli.read.json_output import ArrayWriter, LinesWriter
from vidbiy.cli.read.table import TableWriter
from vidbiy.cli.terminal.progress import Progress
from vidbiy.model import Document, VidbiyError
from vidbiy.reading import Reader, Reading

__all__ = ["Writer", "run"]


class Writer(Protocol):
    """A form of output. Each document or refusal is written when it comes, so that long input needs no memory."""

    def document(self, document: Document, reading: Reading) -> None:
        """Write what one document claims."""

    def unread(self, unread: Unread) -> bool:
        """Write that an input was none, if the form has a place for it; return whether that says it all."""

    def close(self) -> None:
        """Write what comes after the last document."""


_WRITERS: dict[str, type[Writer]] = {
    "explain": ExplainWriter,
    "json": ArrayWriter,
    "jsonl": LinesWriter,
    "table": TableWriter,
}


def run(inputs: Inputs, *, form: str, language: str | None) -> bool:
    """Read all `inputs`, write them in `form`, and return whether every one could be read."""
    reader = Reader()
    writer = _WRITERS[form]()
    whole = True
    with Progress(inputs) as progress:
        for item in inputs:
            if isinstance(item, Unread):
                whole = False
                if not writer.unread(item):
                    progress.say(f"Error: {item.reason}")
            else:
                reading, was_read = _read(reader, item, language, explain=form == "explain")
                whole = whole and was_read
                writer.document(item, reading)
            progress.update()
        writer.close()
    return whole


def _read(reader: Reader, document: Document, language: str | None, *, explain: bool) -> tuple[Reading, bool]:
    """Return the reading and whether there was one: a document that the reader refuses is a problem, not an end."""
    try:
        return reader.read(document, language=language, explain=explain), True
    except VidbiyError as error:
        return Reading(language=None, problems=(str(error),)), False
