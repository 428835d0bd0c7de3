"""The schema: the migrations make what the tables say, and what is no ledger is left alone."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from tests.ledger.making import document

from vidbiy.ledger import Ledger, LedgerError, NotALedgerError, SchemaError, tables
from vidbiy.ledger.database import Database, printable
from vidbiy.ledger.schema import NEWEST, REVISIONS


def test_the_migrations_make_what_the_tables_say(ledger: Ledger, address: str) -> None:
    """In both databases: a column that is in the one and not in the other would be lost."""
    del ledger
    database = Database(address)

    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or (name or "") in tables.metadata.tables

    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": True})
        differences = compare_metadata(context, tables.metadata)
    database.close()
    # The index of the search is no part of the tables: SQLite has none.
    assert [each for each in differences if "document_contents_search" not in str(each)] == []


def test_every_revision_has_its_file(project: Path) -> None:
    folder = project / "src" / "vidbiy" / "ledger" / "migrations" / "versions"
    assert [path.name[1:5] for path in sorted(folder.glob("v*.py"))] == list(REVISIONS)


def test_a_newer_schema_is_refused_and_left_alone(ledger: Ledger, address: str) -> None:
    ledger.append([document()])
    database = Database(address)
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaError, match=f"newer Vidbiy .schema 9999, this one knows {NEWEST}.; update Vidbiy"):
        Ledger.open(address, create=True)
    with database.write() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{NEWEST}'"))
    database.close()
    assert ledger.verify().whole


def test_a_database_of_something_else_is_refused_and_left_alone(address: str) -> None:
    database = Database(address)
    with database.write() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(NotALedgerError, match="a database of something else"):
        Ledger.open(address, create=True)
    with database.read() as connection:
        assert connection.execute(text("SELECT * FROM recipes")).all() == []
    database.close()


@pytest.mark.parametrize("content", [b"a shopping list, longer than the sixteen bytes of a header", b"\0" * 5000, b"x"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(content)
    for create in (False, True):
        with pytest.raises(LedgerError, match=r"list\.txt: this is no ledger .no SQLite database.; give another path"):
            Ledger.open(str(path), create=create)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["list.txt"]


def test_a_missing_ledger_is_told_and_not_made(address: str, tmp_path: Path) -> None:
    """Only an ingest makes one: a slip in the path would else give an empty answer."""
    with pytest.raises(NotALedgerError, match="there is no ledger; `vidbiy ingest` makes one"):
        Ledger.open(address)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "is empty"),
        (":memory:", "would lose all"),
        ("mysql://me:secret@host/x", "a ledger is a path"),
        ("sqlite://night.db", "three slashes"),
        ("sqlite:///", "three slashes"),
        ("postgresql://me:secret@host:port/x", "no URL"),
        (".", "this is a folder"),
        ("no/such/folder/night.db", "check that its folder is there"),
    ],
)
def test_an_address_that_is_none_is_told_what_it_should_be(address: str, words: str) -> None:
    with pytest.raises(LedgerError, match=words) as caught:
        Ledger.open(address, create=True)
    assert "secret" not in str(caught.value)


def test_a_sqlite_url_is_the_path(tmp_path: Path) -> None:
    """Three slashes and a path, four if it begins at the root."""
    path = tmp_path / "a ledger?.db"
    with Ledger.open(f"sqlite:///{path}", create=True) as ledger:
        ledger.append([document()])
    with Ledger.open(str(path), read_only=True) as ledger:
        assert len(list(ledger.documents())) == 1
    assert printable("postgresql://me:secret@host/x") == "postgresql://me:***@host/x"


def test_several_that_make_the_ledger_at_once_make_one(address: str) -> None:
    def fill(number: int) -> None:
        with Ledger.open(address, create=True) as ledger:
            ledger.append([document(str(number))])

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(fill, range(6)))
    with Ledger.open(address) as ledger:
        assert len(list(ledger.documents())) == 6
        assert ledger.verify().whole


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables and the note of them are one transaction."""
    monkeypatch.setattr("vidbiy.ledger.schema.APPLICATION_ID", "no number")
    path = tmp_path / "ledger.db"
    with pytest.raises(LedgerError):
        Ledger.open(str(path), create=True)
    assert sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall() == []
    monkeypatch.undo()
    with Ledger.open(str(path), create=True) as ledger:
        assert ledger.verify().whole
