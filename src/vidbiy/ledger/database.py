"""The two databases, and all that differs between them but the full-text search."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Select, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from vidbiy.ledger.errors import LedgerError, LedgerUnavailableError, NotALedgerError, refusal

__all__ = ["STREAM", "Database", "printable", "stream"]

APPLICATION_ID = 0x56444259
"""What tells a ledger from any other SQLite file: "VDBY"."""

STREAM = 500
"""How many rows are in memory at a time."""

_MAGIC = b"SQLite format 3\0"
_WAIT = 60  # seconds that a process waits for others to finish a batch
_CACHE = 48 * 1024  # KiB of pages that SQLite keeps in memory

# What comes before the first statement is cheap and the same for all; `secure_delete` writes zeros over what goes,
# and FULL makes a commit outlast a power cut, which WAL's own default does not.
_PRAGMAS = (
    f"PRAGMA busy_timeout = {_WAIT * 1000}",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    f"PRAGMA cache_size = -{_CACHE}",
)


def printable(address: str) -> str:
    """Return a ledger's address as messages may show it: without a password."""
    try:
        return make_url(address).render_as_string(hide_password=True) if "://" in address else address
    except (ArgumentError, ValueError):
        return "the ledger's address"


class Database:
    """A database by its address: a path, `sqlite:///path` or `postgresql://user@host/name`."""

    def __init__(self, address: str, *, read_only: bool = False) -> None:
        self.name = printable(address)
        self.path = _sqlite_path(address)
        self.read_only = read_only or (self.path is not None and _write_protected(self.path))
        self.engine = self._sqlite() if self.path is not None else _postgresql(address, self.name)

    @property
    def is_sqlite(self) -> bool:
        """Tell whether the ledger is a file of SQLite."""
        return self.path is not None

    def close(self) -> None:
        """Let all connections go."""
        self.engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the ledger, whatever others append meanwhile."""
        with self.translated(), self.engine.connect() as plain:
            snapshot = plain if self.is_sqlite else plain.execution_options(isolation_level="REPEATABLE READ")
            with snapshot.begin():
                yield snapshot

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the connection of a transaction that writes: all of it is kept at the end, or nothing."""
        with self.translated(), self.engine.connect() as plain:
            writing = plain.execution_options(vidbiy_write=True)
            with writing.begin():
                yield writing

    @contextmanager
    def maintenance(self) -> Iterator[Connection]:
        """Give a connection outside of any transaction."""
        with self.translated(), self.engine.connect() as plain:
            options: dict[str, Any] = {} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
            yield plain.execution_options(vidbiy_plain=True, **options)

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn a database's errors into the ledger's."""
        try:
            yield
        except DBAPIError as error:
            raise refusal(error.orig or error, self.name) from error
        except UnicodeDecodeError as error:  # SQLite's own message repeats what it could not read
            raise refusal(error, self.name) from error

    def _sqlite(self) -> Engine:
        path = self.path
        if path is None:  # pragma: no cover
            raise NotALedgerError(f"{self.name}: this is no path.")
        if path.is_dir():
            raise NotALedgerError(f"{self.name}: this is a folder; give the path of a file.")
        _refuse_other_file(path, self.name)
        query: dict[str, str] = {"uri": "true"}
        if self.read_only:
            query["mode"] = "ro"
            if _unshared(path):
                query["immutable"] = "1"
        quoted = path.absolute().as_uri()
        url = URL.create("sqlite+pysqlite", database=quoted, query=query)
        engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": _WAIT})
        event.listen(engine, "connect", _prepare_to_read if self.read_only else _prepare)
        event.listen(engine, "begin", _begin)
        return engine


def _refuse_other_file(path: Path, name: str) -> None:
    """Refuse a file that SQLite did not make; an empty one, or one that it was making, is its own to finish."""
    try:
        with path.open("rb") as file:
            first = file.read(len(_MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise refusal(error, name) from error
    if first and first != _MAGIC and not path.with_name(f"{path.name}-journal").exists():
        raise NotALedgerError(f"{name}: this is no ledger (no SQLite database); give another path.")


def _write_protected(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return path.is_file() and not os.access(path, os.W_OK, effective_ids=effective)


def _unshared(path: Path) -> bool:
    """Tell whether a file can be read only as it lies: its folder takes no side file, and none is there."""
    side = path.with_name(f"{path.name}-wal")
    effective = os.access in os.supports_effective_ids
    return path.exists() and not side.exists() and not os.access(path.parent, os.W_OK, effective_ids=effective)


def _sqlite_path(address: str) -> Path | None:
    if not address:
        raise NotALedgerError("The ledger's address is empty; give a path or postgresql://user@host/name.")
    if address == ":memory:":
        raise NotALedgerError("A ledger in memory would lose all; give the path of a file.")
    if "://" not in address:
        return Path(address)
    scheme, _, rest = address.partition("://")
    if scheme in {"postgresql", "postgres"}:
        return None
    if scheme != "sqlite":
        raise NotALedgerError(
            f"{printable(address)}: a ledger is a path, sqlite:///path or postgresql://user@host/name."
        )
    if not rest.startswith("/") or len(rest) < 2:
        raise NotALedgerError(f"{address}: write three slashes and the path, as in sqlite:///night.db.")
    return Path(rest[1:])


def _postgresql(address: str, name: str) -> Engine:
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise NotALedgerError(
            "The ledger's address is no URL; write postgresql://user:password@host:5432/name."
        ) from error
    try:
        return create_engine(url, pool_size=2, connect_args={"connect_timeout": 10, "application_name": "vidbiy"})
    except ImportError as error:
        raise LedgerUnavailableError(f"{name}: PostgreSQL needs its driver; pip install 'vidbiy[postgres]'.") from error


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin` alone
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _prepare_to_read(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {_WAIT * 1000}")


def _begin(connection: Connection) -> None:
    # A transaction that begins by reading and then writes cannot wait for its turn: SQLite refuses it at once.
    options = connection.get_execution_options()
    if not options.get("vidbiy_plain"):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("vidbiy_write") else "BEGIN")


def use_wal(database: Database) -> None:
    """Have SQLite keep its write-ahead log, so that readers and the writer do not wait for each other."""
    with database.maintenance() as connection:
        mode = connection.execute(text("PRAGMA journal_mode = WAL")).scalar()
    if mode != "wal":
        raise LedgerError(
            f"{database.name}: this file system keeps no write-ahead log; put the ledger on a local disk."
        )


def stream(connection: Connection, query: Select[Any], values: Mapping[str, Any] | None = None) -> Iterator[Any]:
    """Yield rows as they come from the database, a few hundred in memory at a time."""
    with connection.execution_options(yield_per=STREAM).execute(query, dict(values or {})) as rows:
        for some in rows.partitions():
            yield from some
