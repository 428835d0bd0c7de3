"""`vidbiy demo` and the bundled night."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import check, vidbiy

from vidbiy.sources import document_files, read_file


def test_the_demo_shows_the_night_and_finds_both_mistakes() -> None:
    """The brief with the real figures, and the two stories held against it; all within 80 columns."""
    result = vidbiy("demo")
    assert (result.returncode, result.stderr) == (0, "")
    for said in ("Launched: drones: 539", "Stopped: weapons: 478", "Injured: people, Kyiv: 23", "Day of 3 July 2025"):
        assert said in result.stdout
    assert "A total is told as one of its parts" in result.stdout
    assert "What is part of the same attack is told as additional" in result.stdout
    assert [line for line in result.stdout.splitlines() if len(line) > 80] == []


def test_the_night_keeps_to_the_contract(night: Path) -> None:
    """Each document is read in its language, and every quote stands at its span."""
    values = json.loads(vidbiy("read", "--json", night).stdout)
    texts = {document.id: document.text for document in map(read_file, document_files(night))}
    assert len(values) == len(texts) == 10
    for value in values:
        check(value)
        text = texts[value["id"]]
        assert [claim for claim in value["claims"] if text[slice(*claim["span"])] != claim["quote"]] == []
    assert {value["language"] for value in values} == {"en", "ru", "uk"}


def test_every_document_of_the_night_says_where_it_is_from(night: Path) -> None:
    """In order of publication."""
    documents = [read_file(path) for path in document_files(night)]
    times = [document.published for document in documents if document.published is not None]
    assert len(times) == 10
    assert times == sorted(times)
    assert [document.id for document in documents if document.source is None or document.title is None] == []


def test_the_examples_ship_in_the_wheel(project: Path) -> None:
    """`vidbiy demo` works where Vidbiy is installed."""
    assert '"examples" = "vidbiy/examples"' in (project / "pyproject.toml").read_text(encoding="utf-8")
