"""The page on pictures: its example runs, and its picture is of the bundled night."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from click.testing import CliRunner

from vidbiy.cli import main
from vidbiy.cli.demo import examples_folder
from vidbiy.publish.charts.draw import Picture

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "how-to"


def test_the_python_of_the_page_runs() -> None:
    """As it stands there."""
    (code,) = re.findall(r"```python\n(.*?)```", (FOLDER / "pictures.md").read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)
    shown = names["draw"](names["night"])  # type: ignore[operator]
    assert isinstance(shown, Picture)
    assert "478 + 72 = 550: adds up" in shown.summary


def test_the_picture_of_the_page_is_fresh(tmp_path: Path) -> None:
    """Drawn again it says the same: vidbiy plot balance --date 2025-07-04 --width 640 -o docs/how-to/balance.svg."""
    db = str(tmp_path / "night.db")
    CliRunner().invoke(main, ["ingest", "--db", db, "--jobs", "1", str(examples_folder() / "2025-07-04")])
    drawn = CliRunner().invoke(main, ["plot", "balance", "--db", db, "--date", "2025-07-04", "--width", "640"])
    kept = ET.parse(FOLDER / "balance.svg").getroot()
    assert list(ET.fromstring(drawn.stdout).itertext()) == list(kept.itertext())
