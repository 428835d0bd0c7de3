"""The night table on disk: what the records of all nights add to the series, by place, measure and subject.

It is a cache and never the truth: it says which head of the ledger and which code it was made from, and whoever opens it
makes it anew where either does not fit. Losing the file costs time alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from vidbiy.model import Status
from vidbiy.reconcile.history.point import NightPoint
from vidbiy.reconcile.history.values import NightValues

__all__ = ["Night", "NightStore"]

_FORM = 1
_STATUSES = {status.value: status for status in Status}
_WAIT = 30  # seconds for another process that is filling it
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SCHEMA = """
CREATE TABLE made_from (form INTEGER NOT NULL, code TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL);
CREATE TABLE nights (
    country TEXT, date INTEGER, wave TEXT, start INTEGER NOT NULL, end INTEGER NOT NULL,
    known_first INTEGER NOT NULL, known_last INTEGER NOT NULL, PRIMARY KEY (country, date, wave)
) WITHOUT ROWID;
CREATE INDEX nights_known ON nights (known_last);
CREATE TABLE night_values (
    place TEXT, measure TEXT, subject TEXT, wave TEXT, date INTEGER, country TEXT, low INTEGER NOT NULL, high INTEGER,
    approx INTEGER NOT NULL, status TEXT NOT NULL, refs TEXT NOT NULL,
    PRIMARY KEY (place, measure, subject, wave, date, country)
) WITHOUT ROWID;
CREATE INDEX night_values_date ON night_values (country, date, wave);
"""


@dataclass(frozen=True, slots=True)
class Night:
    """A night or a day that the table has a record of."""

    country: str
    date: date
    wave: str
    start: datetime


class NightStore:
    """The file, or a table in memory where there can be none."""

    def __init__(self, path: Path | None) -> None:
        """`path` None, or one that cannot be written, keeps the table in memory."""
        self._connection = _opened(path)

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Change the table in one transaction, alone."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def made_from(self) -> tuple[str, int, str] | None:
        """Return the code, and number and hash of the ledger's entry, that the table was made from."""
        found = self._connection.execute("SELECT code, seq, hash FROM made_from WHERE form = ?", (_FORM,)).fetchone()
        return None if found is None else (str(found[0]), int(found[1]), str(found[2]))

    def set_made_from(self, code: str, seq: int, hash: str) -> None:
        """Note what the table is made from now."""
        self._connection.execute("DELETE FROM made_from")
        self._connection.execute("INSERT INTO made_from VALUES (?, ?, ?, ?)", (_FORM, code, seq, hash))

    def clear(self) -> None:
        """Forget all nights."""
        self._connection.execute("DELETE FROM nights")
        self._connection.execute("DELETE FROM night_values")

    def forget(self, start: datetime, end: datetime) -> None:
        """Forget the nights and days whose slot begins in [start, end)."""
        found = self._connection.execute(
            "SELECT country, date, wave FROM nights WHERE start >= ? AND start < ?", (_micros(start), _micros(end))
        ).fetchall()
        self._connection.executemany("DELETE FROM night_values WHERE country = ? AND date = ? AND wave = ?", found)
        self._connection.executemany("DELETE FROM nights WHERE country = ? AND date = ? AND wave = ?", found)

    def add(self, nights: Iterable[NightValues], starts: Iterable[datetime]) -> None:
        """Add nights, each with the beginning of its slot."""
        for night, start in zip(nights, starts, strict=True):
            day = night.date.toordinal()
            self._connection.execute(
                "INSERT OR REPLACE INTO nights VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    night.country, day, night.wave, _micros(start), _micros(night.end),
                    _micros(night.known_first), _micros(night.known_last),
                ),
            )  # fmt: skip
            self._connection.executemany(
                "INSERT OR REPLACE INTO night_values VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        value.place, value.measure, value.subject, night.wave, day, night.country, value.low, value.high,
                        value.approx, value.status.value, " ".join(value.refs),
                    )
                    for value in night.values
                ],
            )  # fmt: skip

    def points(self, what: tuple[str, str, str], country: str, wave: str) -> list[NightPoint]:
        """Return a series, by day: measure, subject and place, of the attacks on a country."""
        query = (
            "SELECT date, low, high, approx, status, refs FROM night_values "
            "WHERE measure = ? AND subject = ? AND place = ? AND wave = ? AND country = ? ORDER BY date"
        )
        found = self._connection.execute(query, (*what, wave, country))
        return [
            NightPoint(date.fromordinal(day), low, high, approx == 1, _STATUSES[status], refs)
            for day, low, high, approx, status, refs in found
        ]

    def known_by(self, country: str, wave: str, moment: datetime) -> tuple[set[int], list[Night]]:
        """Return the days whose record was as it is by that moment, and the nights of which only a part was known."""
        settled: set[int] = set()
        partly: list[Night] = []
        query = "SELECT date, start, known_first, known_last FROM nights WHERE country = ? AND wave = ?"
        at = _micros(moment)
        for day, start, first, last in self._connection.execute(query, (country, wave)):
            if last <= at:
                settled.add(day)
            elif first <= at:
                partly.append(Night(country, date.fromordinal(day), wave, _EPOCH + timedelta(microseconds=start)))
        return settled, partly

    def known_series(self) -> list[tuple[str, str, str, int]]:
        """Return measure, subject and place of the series there are, each with the number of its values."""
        query = "SELECT measure, subject, place, count(*) FROM night_values GROUP BY place, measure, subject"
        return [tuple(row) for row in self._connection.execute(query)]

    def nights(self, country: str, before: date | None, limit: int) -> list[Night]:
        """Return the nights and days of a country, the latest first, up to the one before a date."""
        query = (
            "SELECT date, wave, start FROM nights WHERE country = ? AND date < ? ORDER BY date DESC, start DESC LIMIT ?"
        )
        last = date.max if before is None else before
        found = self._connection.execute(query, (country, last.toordinal(), limit))
        return [
            Night(country, date.fromordinal(day), wave, _EPOCH + timedelta(microseconds=start))
            for day, wave, start in found
        ]

    def bounds(self, country: str, wave: str) -> tuple[int, int] | None:
        """Return the first and the last day that there is a record of; None for none."""
        query = "SELECT min(date), max(date) FROM nights WHERE country = ? AND wave = ?"
        first, last = self._connection.execute(query, (country, wave)).fetchone()
        return None if first is None else (first, last)


def _opened(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _prepared(sqlite3.connect(path, timeout=_WAIT, isolation_level=None))
        except (OSError, sqlite3.Error):
            pass  # what cannot be kept is made in memory, at each start anew
    return _prepared(sqlite3.connect(":memory:", isolation_level=None))


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return the connection with the tables in it; the tables of another form are dropped."""
    connection.execute("PRAGMA synchronous = OFF")  # a cache: a power cut costs the making of it
    if connection.execute("PRAGMA user_version").fetchone()[0] == _FORM:
        return connection
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] != _FORM:  # another process may have been faster
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            connection.execute(f'DROP TABLE "{name}"')
        for statement in filter(str.strip, _SCHEMA.split(";")):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_FORM}")
    connection.execute("COMMIT")
    return connection


def _micros(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)
