"""The README shows what the commands print, and the scores that the corpus gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.running import vidbiy
from tools.readme_scores import block, table


@pytest.fixture(scope="module")
def readme(project: Path) -> str:
    return (project / "README.md").read_text(encoding="utf-8")


def test_the_first_screen_is_what_the_demo_prints(readme: str) -> None:
    """Every line of it, in its order."""
    excerpt = re.search(r"<!-- demo -->\n```\n(.*?)```\n<!-- /demo -->", readme, re.DOTALL)
    assert excerpt is not None
    printed = iter(vidbiy("demo").stdout.splitlines())
    assert [line for line in excerpt.group(1).splitlines() if line and line not in printed] == []


def test_the_scores_are_those_of_the_corpus(readme: str) -> None:
    """After a change of the reader or the corpus: python -m tools.readme_scores."""
    assert block(readme) == table()


def test_every_page_that_is_linked_is_there(project: Path, readme: str) -> None:
    linked = re.findall(r"\]\(((?!http|#)[^)#]+)", readme)
    assert [name for name in linked if not (project / name).exists()] == []
