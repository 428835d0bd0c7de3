"""Stories read and held against a ledger, and the verdicts printed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime

import click
from rich.console import Console
from rich.text import Text

from vidbiy.cli.arguments.inputs import Inputs, Unread
from vidbiy.cli.terminal.screen import one_line, screen, wrap
from vidbiy.ledger import Ledger
from vidbiy.lexicon.words import load_words
from vidbiy.model import VidbiyError
from vidbiy.publish.standing import say_reason
from vidbiy.publish.story import StoryWords, Told
from vidbiy.reading import Reader
from vidbiy.reading.language import language_of
from vidbiy.reconcile import StoryCheck, StoryVerdict, check_story
from vidbiy.reconcile.history import SuperlativeVerdict
from vidbiy.reconcile.verdicts import SaidSuperlative

__all__ = ["Checked", "checked", "print_json", "print_stories"]

_INDENT = 2
_STYLES = {
    StoryVerdict.AGREES: "green",
    StoryVerdict.OUTDATED: "yellow",
    StoryVerdict.CONTRADICTS: "bold red",
    StoryVerdict.MISREAD: "bold red",
    StoryVerdict.NOT_IN_RECORD: "dim",
}


@dataclass(slots=True)
class Checked:
    """The stories that were checked, and why others were not."""

    stories: list[StoryCheck] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def checked(ledger: Ledger, inputs: Inputs, *, as_of: datetime | None) -> Checked:
    """Read every story and hold it against the record."""
    reader, found = Reader(), Checked()
    for item in inputs:
        if isinstance(item, Unread):
            found.unread.append(item.reason)
            continue
        try:
            reading = reader.read(item)
        except VidbiyError as error:
            found.unread.append(str(error))
            continue
        found.stories.append(
            check_story(
                ledger,
                item,
                reading.claims,
                language=reading.language or language_of(item.text),
                problems=reading.problems,
                as_of=as_of,
            )
        )
    return found


def print_json(stories: list[StoryCheck]) -> None:
    """Print the checks as a JSON array."""
    click.echo(json.dumps([story.to_dict() for story in stories], ensure_ascii=False, indent=2))


def print_stories(stories: list[StoryCheck], language: str) -> None:
    """Print each story: the verdicts in the order of its text, then the summary."""
    console, words = screen(), StoryWords(language)
    labels = load_words(language, "brief")
    for number, story in enumerate(stories):
        if number:
            console.print()
        _print(console, story.document.title or story.document.id, style="bold")
        for verdict in story.verdicts:
            _verdict(console, words.told(verdict), labels("story.says"), labels("story.record"))
        for said in story.superlatives:
            _superlative(console, said, language)
        for problem in story.problems:
            _print(console, problem, indent=_INDENT, style="dim")
        _print(console, words.summary(story))


def _verdict(console: Console, told: Told, says: str, record: str) -> None:
    _print(console, f"{told.label}: {told.what}", indent=_INDENT, style=_STYLES[told.verdict])
    if told.verdict is StoryVerdict.AGREES:
        _print(console, f"{told.story}: “{told.story_quote}”", indent=2 * _INDENT)
        return
    _print(console, f"{says}: {told.story}, “{told.story_quote}”", indent=2 * _INDENT)
    if told.record:
        said = f"{record}: {told.record}"
        if told.record_quote:
            said += f", “{told.record_quote}” ({told.record_speaker}; {told.record_document}, {told.record_ref})"
        _print(console, said, indent=2 * _INDENT)
    if told.explanation:
        _print(console, told.explanation, indent=2 * _INDENT)


def _superlative(console: Console, said: SaidSuperlative, language: str) -> None:
    refuted = said.check.verdict is SuperlativeVerdict.DOES_NOT_HOLD
    _print(console, f"“{said.quote}”", indent=_INDENT, style="bold red" if refuted else "")
    _print(console, say_reason(said.check, language), indent=2 * _INDENT)
    if refuted:
        nights = ", ".join(f"{point.date} ({point.low}; {' '.join(point.refs[:2])})" for point in said.check.proof)
        _print(console, nights, indent=2 * _INDENT)


def _print(console: Console, text: str, *, indent: int = 0, style: str = "") -> None:
    for number, line in enumerate(wrap(one_line(text), console.width - indent - _INDENT)):
        console.print(Text(" " * (indent + (_INDENT if number else 0)) + line, style=style))
