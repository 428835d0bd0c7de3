"""Documents to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from vidbiy.cli.demo import examples_folder


@pytest.fixture
def night() -> Path:
    """The bundled night."""
    return examples_folder() / "2025-07-04"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with front matter."""
    path = tmp_path / "report.md"
    path.write_text(
        "---\nsource: ua-air-force\npublished: 2025-07-04T09:00:00+03:00\n---\nWe shot down 12 of 15 drones.\n",
        encoding="utf-8",
    )
    return path
