"""The night table: series from a ledger, without reconciling all its nights each time.

A function of the ledger's head: what came since the head that it was made from is reconciled again, as far as the times go
that the new claims are about; everything is, where an entry judges old ones, the ledger is another one, or the code changed.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import vidbiy
from vidbiy.ledger import ClaimQuery, Ledger
from vidbiy.model import Attack, Wave
from vidbiy.reconcile.attacks import AttackKey
from vidbiy.reconcile.errors import NoAttackError
from vidbiy.reconcile.history.point import NightPoint
from vidbiy.reconcile.history.store import Night, NightStore
from vidbiy.reconcile.history.values import NightValues, values_of
from vidbiy.reconcile.nights import record_of, records
from vidbiy.reconcile.record import Record
from vidbiy.reconcile.windows import bounds

__all__ = ["NightTable"]

# A record looks at claims of the evening before and the day after its night (`reconcile.nights`), and a claim can move
# from one night to the next.
_REACH = timedelta(hours=60)
_FIRST_NIGHT = datetime(2014, 1, 1, tzinfo=UTC)
_SUFFIX = ".nights"


class NightTable:
    """The series of a ledger's nights. Make it with `NightTable.open`, close it with `with`."""

    def __init__(
        self, ledger: Ledger, store: NightStore, instead: Mapping[AttackKey, NightValues | None] | None = None
    ) -> None:
        """`instead`: what some nights add to the series, whatever the store has of them; None for nothing."""
        self.ledger = ledger
        self._store = store
        self._instead = {} if instead is None else dict(instead)

    @classmethod
    def open(
        cls,
        ledger: Ledger,
        path: Path | None = None,
        *,
        notice: Callable[[], None] | None = None,
        refresh: bool = True,
    ) -> NightTable:
        """Open the table of a ledger and bring it up to the ledger's head.

        Args:
            ledger: where the claims are.
            path: where the table is kept; else beside the ledger's file, else (a ledger in PostgreSQL) in the user's cache
                folder. Where none of these can be written, or another process is long in writing it, it is made in
                memory, anew each time.
            notice: called before all nights are reconciled, which takes some seconds for a thousand.
            refresh: False to take it as it was made last (`due` says how far that is from the head).
        """
        if not refresh:
            return cls(ledger, NightStore(path or _place_of(ledger)))
        try:
            return cls._refreshed(ledger, path or _place_of(ledger), notice)
        except sqlite3.Error:
            return cls._refreshed(ledger, None, notice)

    @classmethod
    def _refreshed(cls, ledger: Ledger, path: Path | None, notice: Callable[[], None] | None) -> NightTable:
        table = cls(ledger, NightStore(path))
        try:
            table.refresh(notice)
        except BaseException:
            table.close()
            raise
        return table

    def __enter__(self) -> NightTable:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._store.close()

    def with_records(self, records: Mapping[AttackKey, Record | None]) -> NightTable:
        """Return the same table with other records of some nights, made as of the moment that is asked for; None for none.

        It lives as long as this one: a story is held against the nights as they are without it.
        """
        values = {key: None if record is None else values_of(record) for key, record in records.items()}
        return NightTable(self.ledger, self._store, {**self._instead, **values})

    def due(self) -> bool | None:
        """Tell whether there is anything to take up: False nothing, True some nights, None all of them."""
        head, made = self.ledger.head(), self._store.made_from()
        if made is not None and made == (_code(), head.seq, head.hash.hex()):
            return False
        return None if self._outdated(made) is None else True

    def refresh(self, notice: Callable[[], None] | None = None) -> int:
        """Take up what came into the ledger since, and return how many nights and days were reconciled for it."""
        head = self.ledger.head()
        made = self._store.made_from()
        if made is not None and made == (_code(), head.seq, head.hash.hex()):
            return 0
        with self._store.changing():
            spans = self._outdated(self._store.made_from())
            if spans is None:
                self._store.clear()
                first, last = self._reach()
                if notice is not None and first is not None:
                    notice()
                spans = [] if first is None else [(first - _REACH, last + _REACH)]
            count = 0
            for start, end in spans:
                self._store.forget(start, end)
                count += self._add(records(self.ledger, start, end))
            self._store.set_made_from(_code(), head.seq, head.hash.hex())
        return count

    def _outdated(self, made: tuple[str, int, str] | None) -> list[tuple[datetime, datetime]] | None:
        """Return the times whose nights may have changed; None for all of them."""
        if made is None or made[0] != _code():
            return None
        entry = self.ledger.entry(made[1]) if made[1] else None
        if made[1] and (entry is None or entry.entry_hash != made[2]):
            return None  # another ledger lies at that address now
        changes = self.ledger.changes(made[1])
        if changes.everything:
            return None
        return _united((start - _REACH, end + _REACH) for start, end in changes.spans)

    def _reach(self) -> tuple[datetime | None, datetime]:
        last = self.ledger.last_claim() or _FIRST_NIGHT
        query = ClaimQuery(period=(_FIRST_NIGHT, last + _REACH), limit=1)
        first = next((stored.claim.start for stored in self.ledger.claims(query)), None)
        return first, last

    def _add(self, found: Iterable[Record]) -> int:
        count = 0
        for record in found:
            self._store.add([values_of(record)], [_slot_start(record.attack)])
            count += 1
        return count

    # ---- Series

    def points(
        self, what: tuple[str, str, str], wave: Wave, *, country: str = "UA", as_of: datetime | None = None
    ) -> list[NightPoint]:
        """Return the values of a series by day.

        Args:
            what: measure, subject path, place id.
            wave: nights or days.
            country: whom the attacks are on; weapons that left the airspace have the place that they left for.
            as_of: as known at that moment; now where it is None.
        """
        points = self._store.points(what, country, wave.value)
        if as_of is not None:
            settled, partly = self._store.known_by(country, wave.value, as_of)
            points = [point for point in points if point.date.toordinal() in settled]
            points += [point for night in partly for point in self._at(night, what, as_of)]
        if self._instead:
            told = {
                day: values
                for (there, (day, when)), values in self._instead.items()
                if (there, when) == (country, wave)
            }
            points = [point for point in points if point.date not in told]
            points += [point for day, values in told.items() for point in _points(day, values, what)]
        return points if as_of is None and not self._instead else sorted(points, key=lambda point: point.date)

    def _at(self, night: Night, what: tuple[str, str, str], as_of: datetime) -> Iterator[NightPoint]:
        """Yield the value of a night of which not all was known then."""
        try:
            record = record_of(self.ledger, (night.country, (night.date, Wave(night.wave))), as_of=as_of)
        except NoAttackError:
            return
        yield from _points(night.date, values_of(record), what)

    def known_series(self) -> list[tuple[str, str, str, int]]:
        """Return measure, subject and place of every series, each with the number of its values."""
        return self._store.known_series()

    def nights(self, country: str, *, before: date | None = None, limit: int = 50) -> list[Night]:
        """Return the nights and days that there is a record of, the latest first, up to the one before a date."""
        return self._store.nights(country, before, limit)

    def bounds(self, country: str, wave: Wave) -> tuple[int, int] | None:
        """Return the first and the last day (`date.toordinal`) with a record of that country; None for none."""
        return self._store.bounds(country, wave.value)


def _points(day: date, values: NightValues | None, what: tuple[str, str, str]) -> Iterator[NightPoint]:
    """Yield the value of a series on a day, if there is one."""
    for value in () if values is None else values.values:
        if (value.measure, value.subject, value.place) == what:
            yield NightPoint(day, value.low, value.high, value.approx, value.status, " ".join(value.refs))


def _slot_start(attack: Attack) -> datetime:
    return bounds(attack.country, (attack.date, attack.wave))[0]


def _united(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Return the spans with those that touch made one, so that no night is reconciled twice."""
    found: list[tuple[datetime, datetime]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _place_of(ledger: Ledger) -> Path:
    if ledger.path is not None:
        return ledger.path.with_name(ledger.path.name + _SUFFIX)
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "vidbiy" / (hashlib.sha256(ledger.name.encode()).hexdigest()[:16] + _SUFFIX)


@cache
def _code() -> str:
    """Return a hash of the code and the knowledge that records are made by: another release may reconcile otherwise."""
    package = Path(vidbiy.__file__).parent
    found = hashlib.sha256(vidbiy.__version__.encode())
    knowledge = [path for name in ("model", "reconcile") for path in (package / name).rglob("*.py")]
    knowledge += [*(package / "lexicon").glob("*.py"), *(package / "lexicon" / "data").glob("*.toml")]
    for path in sorted(knowledge):
        found.update(path.relative_to(package).as_posix().encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]
