"""The commands and the Python of docs/how-to/brief.md run, and end as the page says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import plain_environment

PAGE = "docs/how-to/brief.md"


@pytest.fixture(scope="module")
def folder(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples in it, as a checkout has them."""
    found = tmp_path_factory.mktemp("docs")
    (found / "examples").symlink_to(project / "examples", target_is_directory=True)
    return found


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=plain_environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_every_command_of_the_page_runs(project: Path, folder: Path) -> None:
    """The check of a story with a mistake in it ends with 1, as the page says; all others with 0."""
    page = (project / PAGE).read_text(encoding="utf-8")
    commands = re.findall(r"^    (vidbiy [^#\n]+)", page, re.MULTILINE)
    assert len(commands) > 8
    for command in commands:
        done = run(folder, "-m", *shlex.split(command))
        assert (command, done.returncode) == (command, int(" check " in command)), done.stderr


def test_the_python_of_the_page_runs(project: Path, folder: Path) -> None:
    page = (project / PAGE).read_text(encoding="utf-8")
    run(folder, "-m", "vidbiy", "ingest", "--db", "night.db", "examples/2025-07-04")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    done = run(folder, "-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("539 settled")
