"""The import table of DESIGN.md, held against the code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

# Who may import whom. It names the packages that are still to come, so that they are held from their first commit.
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "lexicon": {"model"},
    "sources": {"model", "lexicon"},
    "reading": {"model", "lexicon"},
    "ledger": {"model"},
    "reconcile": {"model", "lexicon", "ledger"},
    "publish": {"model", "lexicon", "reading", "ledger", "reconcile"},
    "web": {"model", "lexicon", "reading", "ledger", "reconcile", "publish"},
    "cli": {"model", "lexicon", "sources", "reading", "ledger", "reconcile", "publish", "web"},
    "__main__": {"cli"},
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("vidbiy", cache_dir=None)


def test_every_package_stands_in_the_table(graph: grimp.ImportGraph) -> None:
    """A new package says first whom it may import."""
    found = {module.removeprefix("vidbiy.") for module in graph.find_children("vidbiy")}
    assert found <= MAY_IMPORT.keys()


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_the_table_allows(graph: grimp.ImportGraph, package: str) -> None:
    """Each import of another package is in the table; the message names module and import."""
    here = f"vidbiy.{package}"
    wrong = []
    for module in sorted(graph.modules):
        if module != here and not module.startswith(here + "."):
            continue
        for imported in sorted(graph.find_modules_directly_imported_by(module)):
            target = imported.removeprefix("vidbiy").lstrip(".").partition(".")[0]
            if target not in {"", package} | MAY_IMPORT[package]:
                wrong.append(f"{module} imports {imported}")
    assert wrong == []


def test_the_contracts_of_import_linter_hold(project: Path) -> None:
    """`lint-imports` passes, as `make check` runs it."""
    command = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [command, "--no-cache"],
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
