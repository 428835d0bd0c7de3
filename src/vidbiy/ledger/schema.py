"""The schema of a ledger: made, brought up to date, or refused."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from vidbiy.ledger.database import APPLICATION_ID, Database, use_wal
from vidbiy.ledger.errors import NotALedgerError, SchemaError

__all__ = ["NEWEST", "REVISIONS", "ensure", "migrate", "revision"]

REVISIONS = ("0001", "0002")
"""Every schema there ever was, oldest first."""
NEWEST = REVISIONS[-1]
# Any number, the same for all: whoever makes the tables of a PostgreSQL ledger holds it.
_LOCK = 0x56444259


def revision(connection: Connection) -> str | None:
    """Return the revision of the schema, or None where there is no table at all.

    Raises:
        NotALedgerError: there are tables, but not a ledger's.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    if not {"alembic_version", "entries", "head"} <= names:
        raise NotALedgerError("it is a database of something else; give another path or an empty database.")
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def ensure(database: Database, *, create: bool) -> None:
    """Make sure that the ledger is there in the newest schema; make it, or bring it up to date, if need be.

    Raises:
        NotALedgerError: there is none and `create` is false, or something else is there.
        SchemaError: it was made by a newer Vidbiy.
    """
    name = database.name
    if database.path is not None and not create and not database.path.exists():
        raise NotALedgerError(f"{name}: there is no ledger; `vidbiy ingest` makes one, --db or VIDBIY_DB says where.")
    try:
        with database.read() as connection:
            found = revision(connection)
    except NotALedgerError as error:
        message = str(error)
        raise NotALedgerError(message if message.startswith(name) else f"{name}: {message}") from error
    if found == NEWEST:
        return
    if found is None and not create:
        raise NotALedgerError(f"{name}: there is no ledger; `vidbiy ingest` makes one, --db or VIDBIY_DB says where.")
    if found is not None and found not in REVISIONS:
        raise SchemaError(
            f"{name}: made by a newer Vidbiy (schema {found}, this one knows {NEWEST}); update Vidbiy to use it."
        )
    if database.read_only:
        raise SchemaError(
            f"{name}: made by an older Vidbiy (schema {found}); `vidbiy ledger upgrade` brings it up to date."
        )
    migrate(database)


def migrate(database: Database) -> None:
    """Bring the schema up to date, whole or not at all; of several processes at once, one does it."""
    if database.is_sqlite:
        use_wal(database)
    with database.write() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            encoding = connection.execute(text("SHOW server_encoding")).scalar()
            if encoding != "UTF8":  # spans count code points
                raise SchemaError(
                    f"{database.name}: the database is in {encoding}; make one in UTF8 (createdb -E UTF8)."
                )
        if revision(connection) != NEWEST:
            upgrade(connection, NEWEST)


def upgrade(connection: Connection, to: str) -> None:
    """Run the migrations up to `to` in the transaction of `connection`."""
    # Alembic costs a quarter of a second, and a ledger is made once.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util.exc import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "vidbiy.ledger:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except (CommandError, DBAPIError) as error:
        raise SchemaError(f"The schema cannot be brought up to date: {error}") from error
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
