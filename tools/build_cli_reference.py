"""Write docs/reference/cli.md from the help texts of the commands: `python -m tools.build_cli_reference`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from vidbiy.cli import main

__all__ = ["PAGE", "commands", "help_text", "page"]

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "cli.md"

_HEAD = """\
# The command line

Written by `python -m tools.build_cli_reference`: change the help texts, not this page.

Every command ends with status 0 if all was read, 1 if some input could not be read (the rest was), 2 if the command was
wrong. A closed pipe ends it with 141, Ctrl-C with 130. `NO_COLOR` turns colour off, `COLUMNS` sets the width; where
neither it nor a terminal says, lines have 80 columns. JSON is always UTF-8.
"""


def help_text(command: click.Command, name: str) -> str:
    """Return what `name --help` prints in a terminal of 80 columns, where click leaves two free."""
    context = click.Context(command, info_name=name, terminal_width=78, **main.context_settings)
    return f"{command.get_help(context)}\n"


def page() -> str:
    """Return the whole page."""
    parts = [f"\n## `{name}`\n\n```text\n{help_text(command, name)}```\n" for name, command in commands()]
    return _HEAD + "".join(parts)


def commands() -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its whole name, groups before what is in them."""
    yield "vidbiy", main
    yield from _below("vidbiy", main)


def _below(name: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    for word, command in sorted(group.commands.items()):
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from _below(f"{name} {word}", command)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name} is written.")
