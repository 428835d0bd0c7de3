"""How far a long run has come, on standard error, and messages that do not tear the bar."""

from __future__ import annotations

import sys
import time
from typing import Protocol

import click
from rich.console import Console
from rich.progress import BarColumn, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from vidbiy.cli.terminal.screen import colours, safe

__all__ = ["Measured", "Progress"]

_LONG = 1.0  # seconds; a shorter run needs no bar


class Measured(Protocol):
    """Something that is read, and tells how far the reading has come."""

    done: int

    def total(self) -> int | None:
        """Return how much there is; None where that cannot be known."""


class Progress:
    """A bar that appears once the run turns out long, if standard error is a terminal and the output is elsewhere."""

    def __init__(self, inputs: Measured, *, quiet_output: bool = False) -> None:
        """With `quiet_output` nothing is printed during the run, so the output may go to the terminal as well."""
        self._inputs = inputs
        self._wanted = sys.stderr.isatty() and (quiet_output or not sys.stdout.isatty())
        self._begun = time.monotonic()
        self._bar: Bar | None = None
        self._task = TaskID(0)
        self._read = 0

    def __enter__(self) -> Progress:
        """Begin without a bar."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def update(self, count: int = 1) -> None:
        """Count `count` more inputs, and show the bar if it is time for one."""
        self._read += count
        if self._wanted and self._bar is None and time.monotonic() - self._begun > _LONG:
            self._show()
        if self._bar is not None:
            self._bar.update(self._task, completed=self._inputs.done, read=self._read)

    def say(self, message: str) -> None:
        """Print a message on standard error."""
        if self._bar is None:
            click.echo(safe(message), err=True)
        else:
            self._bar.console.print(safe(message), markup=False, highlight=False, emoji=False)

    def _show(self) -> None:
        console = Console(stderr=True, color_system=colours())
        columns = (
            TextColumn("Reading"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[read]} read"),
            TimeRemainingColumn(),
        )
        self._bar = Bar(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
        self._task = self._bar.add_task("Reading", total=self._inputs.total(), read=self._read)
        self._bar.start()
