"""The option that every command on a ledger takes, and what it stands for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

__all__ = ["DEFAULT", "ledger_option"]

DEFAULT = "vidbiy.db"
_F = TypeVar("_F", bound=Callable[..., Any])


def ledger_option(command: _F) -> _F:
    """Add `--db`: the ledger's address, also from the environment."""
    return click.option(
        "--db",
        "address",
        metavar="ADDRESS",
        envvar="VIDBIY_DB",
        default=DEFAULT,
        help="The ledger: a path, sqlite:///path or postgresql://user@host/name; also VIDBIY_DB. [default: vidbiy.db]",
    )(command)
