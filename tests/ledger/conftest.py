"""A ledger in each database: a file of SQLite, and a PostgreSQL server that the tests start themselves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.throwaway_postgres import PostgresMissingError, ThrowawayPostgres

from vidbiy.ledger import Ledger


@pytest.fixture(scope="session")
def postgres() -> Iterator[ThrowawayPostgres]:
    """A server of its own. Where there is none, tests of PostgreSQL are skipped, visibly; in CI they fail."""
    try:
        pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
        server = ThrowawayPostgres()
    except PostgresMissingError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))
    with server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a ledger that is not there yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
    else:
        server: ThrowawayPostgres = request.getfixturevalue("postgres")
        database = server.database()
        yield database
        server.drop(database)


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(address, create=True) as found:
        yield found
