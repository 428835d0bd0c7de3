"""An empty ledger in each database: a file of SQLite, and a PostgreSQL server that the tests start themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from vidbiy.ledger import Ledger


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(address, create=True) as found:
        yield found
