"""What a ledger refuses, and the one place that turns a database's own errors into it."""

from __future__ import annotations

from typing import NamedTuple

from vidbiy.model import VidbiyError

__all__ = [
    "DamagedLedgerError",
    "LedgerError",
    "LedgerFullError",
    "LedgerUnavailableError",
    "NotALedgerError",
    "ReadOnlyLedgerError",
    "RecordError",
    "SchemaError",
    "refusal",
]


class LedgerError(VidbiyError):
    """Anything that a ledger refuses."""


class NotALedgerError(LedgerError):
    """There is no ledger at that address, or what is there is something else."""


class SchemaError(LedgerError):
    """The ledger was made by a newer Vidbiy, or by one that nobody knows."""


class LedgerUnavailableError(LedgerError):
    """The database cannot be reached: no server, a wrong password, a lock that others hold."""


class LedgerFullError(LedgerError):
    """There is no room left to write."""


class ReadOnlyLedgerError(LedgerError):
    """The ledger may be read but not written."""


class DamagedLedgerError(LedgerError):
    """The database itself finds its file damaged."""


class RecordError(LedgerError):
    """A record that the ledger cannot keep as it is."""


class _Case(NamedTuple):
    words: str
    error: type[LedgerError]
    message: str


# The words of SQLite, of PostgreSQL and of its client library; the first that fits decides.
_CASES = (
    _Case("file is not a database", NotALedgerError, "this is no ledger (no SQLite database); give another path."),
    _Case("malformed", DamagedLedgerError, "the file is damaged; `vidbiy verify` says where, a copy of it mends it."),
    _Case(
        "decode",
        DamagedLedgerError,
        "the file is damaged; `vidbiy verify` says where, a copy of it mends it.",
    ),
    _Case("is full", LedgerFullError, "the disk is full, and nothing of this batch was kept; make room and run again."),
    _Case(
        "No space left",
        LedgerFullError,
        "the disk is full, and nothing of this batch was kept; make room and run again.",
    ),
    _Case("readonly database", ReadOnlyLedgerError, "the file or its folder may not be written; check who owns them."),
    _Case(
        "read-only transaction", ReadOnlyLedgerError, "this server takes no writes; give the address of the primary."
    ),
    _Case(
        "unable to open",
        LedgerUnavailableError,
        "the file cannot be opened; check that its folder is there and who may write there.",
    ),
    _Case(
        "database is locked",
        LedgerUnavailableError,
        "another process has held the ledger for a minute; wait for it or end it.",
    ),
    _Case("disk I/O error", LedgerUnavailableError, "the disk failed to read or write; check its room and its health."),
    _Case(
        "password authentication failed",
        LedgerUnavailableError,
        "the server refuses the user or the password; check both.",
    ),
    _Case(
        "no password supplied",
        LedgerUnavailableError,
        "the server asks for a password; add it to the address or to ~/.pgpass.",
    ),
    _Case(
        "no pg_hba.conf entry",
        LedgerUnavailableError,
        "the server admits no such user from here; check its pg_hba.conf.",
    ),
    _Case(
        "permission denied",
        ReadOnlyLedgerError,
        "the user has no right to do this; have the database's owner grant it.",
    ),
    _Case(
        "does not exist",
        LedgerUnavailableError,
        "the server has no such database or user; create it (createdb) or check the name.",
    ),
    _Case(
        "Connection refused",
        LedgerUnavailableError,
        "no server answers there; is PostgreSQL running, and is this its host and port?",
    ),
    _Case(
        "No such file or directory",
        LedgerUnavailableError,
        "no server answers there; is PostgreSQL running, and is this its host and port?",
    ),
    _Case("resolve host", LedgerUnavailableError, "there is no such host; check the address."),
    _Case("translate host", LedgerUnavailableError, "there is no such host; check the address."),
    _Case("timeout", LedgerUnavailableError, "the server did not answer in time; check the address and the network."),
    _Case("terminating connection", LedgerUnavailableError, "the server is shutting down; run again once it is up."),
    _Case("closed the connection", LedgerUnavailableError, "the server went away; run again once it is up."),
    _Case("connection is lost", LedgerUnavailableError, "the server went away; run again once it is up."),
)


def refusal(error: BaseException, name: str) -> LedgerError:
    """Return what a database's error means for the user of the ledger called `name`."""
    text = str(error)
    for case in _CASES:
        if case.words in text:
            return case.error(f"{name}: {case.message}")
    first = next((line.strip() for line in text.splitlines() if line.strip()), type(error).__name__)
    return LedgerUnavailableError(f"{name}: the database says: {first}")
