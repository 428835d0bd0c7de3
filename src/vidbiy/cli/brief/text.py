"""A brief for the terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from vidbiy.cli.terminal.screen import one_line, screen, wrap
from vidbiy.publish.brief import Brief, Reference, Row

__all__ = ["print_brief"]

_INDENT = 2


def print_brief(brief: Brief) -> None:
    """Print the brief, no line wider than the screen."""
    console = screen()
    _print(console, brief.title, style="bold")
    _print(console, brief.subtitle)
    for section in brief.sections:
        console.print()
        _print(console, section.title.upper(), style="bold")
        if not section.rows:
            _print(console, section.empty, indent=_INDENT, style="dim")
        for row in section.rows:
            _row(console, row)
    console.print()
    _print(console, brief.references_title.upper(), style="bold")
    for reference in brief.references:
        _reference(console, reference)
    console.print()
    _print(console, brief.how_to_read, style="dim")


def _row(console: Console, row: Row) -> None:
    """Print a row: on one line where it fits, the note below it where not."""
    indent = _INDENT * (2 if row.under else 1)
    value = f": {row.value}" if row.value else ""
    said = one_line(f"{row.label}{value}" + "".join(f" [{number}]" for number in row.refs))
    note = f"({one_line(row.note)})" if row.note else ""
    fits = not row.quote and cell_len(f"{said} {note}") <= console.width - indent - _INDENT
    _print(console, f"{said} {note}".strip() if fits else said, indent=indent, strong=row.value)
    if row.quote:
        _print(console, f"“{row.quote}”", indent=indent + _INDENT, style="italic")
    if note and not fits:
        _print(console, note, indent=indent + _INDENT, style="dim")


def _reference(console: Console, reference: Reference) -> None:
    parts = [reference.speaker, reference.document, reference.published, f"“{reference.quote}”"]
    said = ". ".join(part for part in parts if part)
    _print(console, f"[{reference.number}] {said} ({reference.ref})", indent=_INDENT)


def _print(console: Console, text: str, *, indent: int = 0, style: str = "", strong: str = "") -> None:
    for number, line in enumerate(wrap(one_line(text), console.width - indent - _INDENT)):
        shown = Text(" " * (indent + (_INDENT if number else 0)) + line, style=style)
        if strong:
            shown.highlight_words([f": {strong}"], style="bold cyan")
        console.print(shown)
