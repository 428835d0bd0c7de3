"""The commands and the Python of the how-to pages run, and end as the pages say. Of read.md and ledger.md: tests/cli."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.sources.datasets.making import MISSILES, missile_row, table

from vidbiy.cli import main

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "how-to"
PAGES = ("brief.md", "datasets.md", "history.md", "pictures.md", "sirens.md")
ELSEWHERE = ("fetch-alerts", "fetch-boundaries", "plot map")  # need a network, or what was fetched
SIRENS = """\
oblast,raion,hromada,level,started_at,finished_at,source
Kharkivska oblast,,,oblast,2023-09-24 18:00:00+00:00,2023-09-24 20:30:00+00:00,official
Kharkivska oblast,Iziumskyi raion,,raion,2023-09-24 21:00:00+00:00,2023-09-24 22:00:05+00:00,official
"""


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, project: Path, tmp_path: Path) -> Iterator[str]:
    """A page, read in a folder with the examples and made-up files by the names that the pages give to real ones."""
    (tmp_path / "examples").symlink_to(project / "examples", target_is_directory=True)
    (tmp_path / "official_data_en.csv").write_text(SIRENS, encoding="utf-8")
    table(tmp_path / "missile_attacks_daily.csv", MISSILES, map(attacked, range(20)))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        yield (FOLDER / request.param).read_text(encoding="utf-8")


def attacked(before: int) -> dict[str, str]:
    """Return the row of a made-up night, so many nights before that of 4 July 2025."""
    morning = date(2025, 7, 4) - timedelta(days=before)
    evening = morning - timedelta(days=1)
    hours = {"time_start": f"{evening} 20:00", "time_end": f"{morning} 08:00"}
    return missile_row(**hours, source=f"kpszsu/posts/made-up-{before}", launched=f"{120 - before}.0")


def commands(page: str) -> list[str]:
    """Return the commands of a page: indented, or in a block of shell."""
    lines = re.findall(r"^    (vidbiy .+)", page, re.MULTILINE)
    for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL):
        lines += [line for line in block.splitlines() if line.startswith("vidbiy ")]
    return [line.partition("#")[0].strip() for line in lines]


def test_what_a_page_shows_runs(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its commands, then its Python. The check of a story with a mistake in it ends with 1, as its page says; all else with 0."""
    found = [command for command in commands(page) if not command.partition(" ")[2].startswith(ELSEWHERE)]
    assert found
    for command in found:
        done = CliRunner().invoke(main, shlex.split(command)[1:])
        assert (command, done.exit_code) == (command, int(" check " in command)), done.output
    for code in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(code, {})
        if "print(" in code:
            assert capsys.readouterr().out.strip()
