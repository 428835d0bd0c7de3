"""The gazetteer is what its sources make: nobody edits it, and no change to what makes it is forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools import build_places


def test_the_gazetteer_is_what_its_sources_make(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made anew from the codifier, GeoNames and the hand-kept tables, it is the same to the byte."""
    made = tmp_path / "places.tsv"
    codifier = shared / "data" / "katotth_2021.csv"
    monkeypatch.setattr("sys.argv", ["build_places", "--katotth", str(codifier), "--out", str(made)])
    build_places.main()
    assert made.read_bytes() == build_places.TARGET.read_bytes()
