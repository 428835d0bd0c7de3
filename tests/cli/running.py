"""What the tests of the commands share: the command in a process of its own, and the contract of its JSON."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from vidbiy.cli import main
from vidbiy.model import schema

_STEERING = {"COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"}


def plain_environment(**more: str) -> dict[str, str]:
    """Return the environment in UTF-8 and without what would steer colour or width, and `more`."""
    kept = {name: value for name, value in os.environ.items() if name not in _STEERING}
    return kept | {"PYTHONUTF8": "1"} | more


def vidbiy(*args: str | Path, input: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `vidbiy` with arguments; `input` is its standard input, the rest adds to the environment."""
    return subprocess.run(
        [sys.executable, "-m", "vidbiy", *map(str, args)],
        input=input,
        capture_output=True,
        encoding="utf-8",
        env=plain_environment(**environment),
        timeout=60,
        check=False,
    )


def ask(*args: str | Path, input: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `vidbiy` as above, but in this process: a new one for each question is most of what a test takes."""
    plain = {**dict.fromkeys(_STEERING), **environment}
    result = CliRunner().invoke(main, list(map(str, args)), input=input, env=plain, prog_name="vidbiy")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return subprocess.CompletedProcess(args, result.exit_code, result.stdout, result.stderr)


def check(value: Any) -> None:
    """Hold a value against the schema of the lines that come out."""
    claim = Resource.from_contents(schema("claim"))
    registry: Registry[Any] = Registry().with_resource("urn:vidbiy:schema:claim", claim)
    Draft202012Validator(schema("read-output"), registry=registry).validate(value)
