"""Help: at once, within 80 columns, with an example, and the same as the reference page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.cli.running import plain_environment
from tools.build_cli_reference import PAGE, commands, help_text, page

from vidbiy import __version__
from vidbiy.cli import main
from vidbiy.cli.arguments import options
from vidbiy.lexicon.words import PUBLISHED_LANGUAGES

COMMANDS = dict(commands())


def test_the_reference_page_is_fresh() -> None:
    """After a change of a help text: python -m tools.build_cli_reference."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_with_its_help(name: str) -> None:
    """The page is the snapshot of what --help prints at 80 columns."""
    _, *rest = name.split()
    result = CliRunner().invoke(main, [*rest, "--help"], prog_name="vidbiy", terminal_width=78)
    assert result.exit_code == 0
    assert f"## `{name}`\n\n```text\n{result.output}```\n" in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "command"), COMMANDS.items())
def test_every_help_text_has_an_example_and_80_columns(name: str, command: click.Command) -> None:
    """One that begins with the command itself."""
    text = help_text(command, name)
    assert f"\n    {name}" in text.partition("Example")[2]
    assert [line for line in text.splitlines() if len(line) > 80] == []


def test_help_loads_neither_the_reader_nor_rich() -> None:
    """They cost more than all the rest; so help is there in a third of a second on a slow machine too.

    One process asks for the help of every command, and says which of them loaded what: the first is to be mended.
    """
    code = (
        "import sys; from vidbiy.cli import main\n"
        "heavy = {'rich', 'sqlalchemy', 'vidbiy.reading', 'vidbiy.lexicon', 'ahocorasick_rs'}\n"
        "for args in sys.argv[1:]:\n"
        "    main(args.split(), standalone_mode=False)\n"
        "    print('loaded:', args, sorted(heavy & sys.modules.keys()))"
    )
    asked = [*(" ".join([*name.split()[1:], "--help"]) for name in COMMANDS), "--version"]
    result = subprocess.run(
        [sys.executable, "-c", code, *asked], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    loaded = [line for line in result.stdout.splitlines() if line.startswith("loaded: ")]
    assert loaded == [f"loaded: {args} []" for args in asked]


def test_the_languages_of_options_are_those_that_are_published_in() -> None:
    """They stand twice, since to load the lexicon would slow every `--help`."""
    assert options.PUBLISHED == PUBLISHED_LANGUAGES


def test_the_version_is_the_package_s() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert (result.exit_code, result.output) == (0, f"vidbiy {__version__}\n")


def shell_blocks() -> list[str]:
    """Return the commands of the how-to, but the one that sets up a shell."""
    text = (PAGE.parents[1] / "how-to" / "read.md").read_text(encoding="utf-8")
    return [block for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) if "export PATH" not in block]


@pytest.mark.parametrize("block", shell_blocks())
def test_the_commands_of_the_how_to_run(project: Path, tmp_path: Path, block: str) -> None:
    """As they stand on the page, from the root of a checkout."""
    for name, arguments in (("vidbiy", "-m vidbiy"), ("python", "")):
        path = tmp_path / name
        path.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', encoding="utf-8")
        path.chmod(0o755)
    result = subprocess.run(
        ["sh", "-e", "-c", block],
        cwd=project,
        env=plain_environment(PATH=f"{tmp_path}:{os.environ['PATH']}"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.strip()
