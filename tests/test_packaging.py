"""The lock and the metadata: what is installed is what was chosen, from wherever the user's index is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from vidbiy import __version__

LOCKS = ("base", "serve", "dev", "bench")


def pins(path: Path) -> dict[str, set[str]]:
    """Return the versions that a lock pins for each package (one a platform)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^ ;]+)", path.read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def names(requirements: list[str]) -> set[str]:
    """Return the package names of requirement lines."""
    return {re.split(r"[^A-Za-z0-9-]", line, maxsplit=1)[0].lower() for line in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_no_line_names_an_index(project: Path, lock: str) -> None:
    """A lock holds pins and hashes and nothing else: no address, no option, no path."""
    text = (project / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").replace(" \\\n", " ")
    pin = re.compile(r"[a-z0-9-]+==[A-Za-z0-9.+!]+( ; [^\\]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert [line for line in text.splitlines() if not pin.fullmatch(line)] == []


@pytest.mark.parametrize(("small", "large"), [("base", "serve"), ("serve", "dev"), ("dev", "bench")])
def test_a_larger_lock_holds_the_smaller_one_unchanged(project: Path, small: str, large: str) -> None:
    """So installing one over the other moves no version."""
    small_pins = pins(project / "requirements" / f"{small}.txt")
    large_pins = pins(project / "requirements" / f"{large}.txt")
    assert {name: large_pins.get(name) for name in small_pins} == small_pins


def test_the_lock_holds_all_that_pyproject_asks_for(project: Path) -> None:
    """A dependency that was added without `make lock` would not be installed."""
    pyproject = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    groups = pyproject["dependency-groups"]
    extras = pyproject["project"]["optional-dependencies"]
    base = names(pyproject["project"]["dependencies"]) | names(groups["build"])
    assert base <= pins(project / "requirements" / "base.txt").keys()
    assert base | names(extras["web"]) | names(extras["charts"]) <= pins(project / "requirements" / "serve.txt").keys()
    assert base | names(groups["dev"]) <= pins(project / "requirements" / "dev.txt").keys()
    assert names(groups["bench"]) <= pins(project / "requirements" / "bench.txt").keys()


def test_the_version_is_a_release_number() -> None:
    """Hatchling takes it from the package, so that it stands in one place."""
    assert re.fullmatch(r"\d+\.\d+\.\d+(\.dev\d+|(a|b|rc)\d+)?", __version__)
