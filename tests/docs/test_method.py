"""The worked example of docs/method.md is what the reader does."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader, Reading

PAGE = Path(__file__).resolve().parents[2] / "docs" / "method.md"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reading(page: str) -> Reading:
    """Read the example of the page."""
    (text,) = re.findall(r"```text\n(.*?)\n```", page, re.DOTALL)
    published = datetime.fromisoformat("2025-07-04T09:30:00+03:00")
    return Reader().read(Document(id="example", text=text, published=published), explain=True)


def _rows(page: str, head: str) -> list[list[str]]:
    """Return the rows of the table whose first column is called `head`."""
    (table,) = re.findall(rf"^\| {head} \|.*\n\| ---.*\n((?:\|.*\n)+)", page, re.MULTILINE)
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in table.splitlines()]


def test_the_claims_of_the_example_are_those_of_the_page(page: str, reading: Reading) -> None:
    """Nothing is shown that is not read, and nothing is read that is not shown."""
    claims = [
        [
            claim.measure.value,
            claim.subject,
            str(claim.low),
            "" if claim.high is None else str(claim.high),
            claim.place or "",
            claim.speaker or "",
            claim.rule,
            claim.quote,
        ]
        for claim in reading.claims
    ]
    assert _rows(page, "measure") == claims


def test_the_marks_of_the_first_sentence_are_those_of_the_page(page: str, reading: Reading) -> None:
    """The table shows what the rules saw."""
    (text,) = re.findall(r"```text\n(.*?)\n```", page, re.DOTALL)
    marks = [[kind, text[first:last]] for kind, _, first, last in reading.traces[0].annotations]
    assert _rows(page, "kind") == marks
