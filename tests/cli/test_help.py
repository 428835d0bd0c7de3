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


@pytest.mark.parametrize("args", [*([*name.split()[1:], "--help"] for name in COMMANDS), ["--version"]])
def test_help_loads_neither_the_reader_nor_rich(args: list[str]) -> None:
    """They cost more than all the rest; so help is there in a third of a second on a slow machine too."""
    code = (
        "import sys; from vidbiy.cli import main; main(sys.argv[1:], standalone_mode=False);"
        "heavy = {'rich', 'sqlalchemy', 'vidbiy.reading', 'vidbiy.lexicon', 'ahocorasick_rs'};"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    assert result.stdout.splitlines()[-1] == "[]"


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
