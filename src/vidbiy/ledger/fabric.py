"""The database under a ledger: whether its file, its schema and its search index are what they should be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError

from vidbiy.ledger import tables
from vidbiy.ledger.database import Database
from vidbiy.ledger.schema import NEWEST, upgrade

__all__ = ["file_faults", "schema_faults", "search_faults"]

_MOST = 100


def file_faults(connection: Connection) -> Iterator[str]:
    """Yield what SQLite finds wrong with its own pages and indexes."""
    for (line,) in connection.execute(text(f"PRAGMA integrity_check({_MOST})")):
        if line != "ok":
            yield f"the file is damaged: {line}"


def schema_faults(connection: Connection) -> Iterator[str]:
    """Yield where tables, indexes and guards are not what the migrations make."""
    if connection.dialect.name == "sqlite":
        expected, found = _expected_sqlite(), _sqlite_objects(connection)
    else:
        expected, found = _expected_triggers(), _triggers(connection)
    for name in sorted(expected.keys() | found.keys()):
        if name not in found:
            yield f"{name} is missing from the schema"
        elif name not in expected:
            yield f"{name} is no part of the schema"
        elif found[name] != expected[name]:
            yield f"{name} in the schema was changed"


def _sqlite_objects(connection: Connection) -> dict[str, str | None]:
    rows = connection.execute(text("SELECT type, name, sql FROM sqlite_master")).all()
    return {f"{kind} {name}": sql for kind, name, sql in rows if not str(name).startswith("sqlite_stat")}


@cache
def _expected_sqlite() -> dict[str, str | None]:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        upgrade(connection, NEWEST)
        return _sqlite_objects(connection)


def _triggers(connection: Connection) -> dict[str, str | None]:
    query = text(
        "SELECT tgname, tgenabled::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE NOT tgisinternal AND pg_class.relnamespace = current_schema()::regnamespace"
    )
    return {f"trigger {name}": enabled for name, enabled in connection.execute(query)}


def _expected_triggers() -> dict[str, str | None]:
    return {f"trigger {name}_never_{what}": "O" for name in tables.GUARDED for what in ("change", "go", "emptied")}


def search_faults(database: Database) -> Iterator[str]:
    """Yield where the search index does not fit the texts. FTS5 checks itself only in a transaction that writes."""
    if not database.is_sqlite or database.read_only:
        return
    try:
        with database.engine.connect() as connection, connection.execution_options(vidbiy_write=True).begin() as doing:
            check: Any = text("INSERT INTO document_search (document_search, rank) VALUES ('integrity-check', 1)")
            connection.execute(check)
            doing.rollback()
    except DBAPIError as error:
        if "malformed" in str(error.orig):
            yield "the search index does not fit the texts"
        elif "readonly" not in str(error.orig):
            raise
