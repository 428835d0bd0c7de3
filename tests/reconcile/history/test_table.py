"""The night table: a cache that is a function of the ledger's head, and says so."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.reconcile.history.nights import keep, launched, report
from tools.throwaway_postgres import ThrowawayPostgres

from vidbiy.ledger import Judgement, Ledger
from vidbiy.model import Status, Wave
from vidbiy.reconcile.history import NightTable

FIRST = date(2025, 5, 1)
DRONES = ("launched", "weapon.drone", "UA")


@pytest.fixture
def ledger(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """An empty ledger, in each database; the table of one on a server is kept in the user's cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with Ledger.open(address, create=True) as found:
        yield found


def kept_in(folder: Path) -> list[Path]:
    """The files of tables."""
    return sorted(folder.rglob("*.nights"))


def counts(ledger: Ledger, what: tuple[str, str, str] = DRONES, as_of: datetime | None = None) -> list[tuple[int, int]]:
    """The day of May 2025 and the value of each night."""
    with NightTable.open(ledger) as table:
        return [(point.date.day, point.low or 0) for point in table.points(what, Wave.NIGHT, as_of=as_of)]


def test_each_night_has_the_totals_of_its_record(ledger: Ledger) -> None:
    """What is launched, and what was stopped: shot down and suppressed together, under every path above."""
    keep(ledger, {FIRST: {"launched": 90, "shot_down": 50, "suppressed": 30}})
    assert counts(ledger) == [(1, 90)]
    assert counts(ledger, ("launched", "weapon", "UA")) == [(1, 90)]
    assert counts(ledger, ("stopped", "weapon", "UA")) == [(1, 80)]
    assert counts(ledger, ("intercepted", "weapon.drone", "UA")) == []  # nobody said so


def test_what_was_suppressed_beside_a_merged_count_is_in_the_series(ledger: Ledger) -> None:
    """One number for shot down or suppressed, and one for those that did not get there: both were stopped."""
    keep(ledger, {FIRST: {"launched": 405, "intercepted": 333, "suppressed": 17}})
    assert counts(ledger, ("stopped", "weapon", "UA")) == [(1, 350)]


def test_a_value_names_the_claims_that_it_rests_on(ledger: Ledger) -> None:
    """Their numbers in the ledger lead to document and words."""
    keep(ledger, {FIRST: {"shot_down": 50, "suppressed": 30}})
    with NightTable.open(ledger) as table:
        (point,) = table.points(("stopped", "weapon.drone", "UA"), Wave.NIGHT)
    assert (point.low, point.high, point.status, point.refs) == (80, 80, Status.DERIVED, ("2.0", "2.1"))


def test_a_second_opening_reconciles_nothing_and_new_nights_only_themselves(ledger: Ledger, tmp_path: Path) -> None:
    """The file is kept beside the ledger, or in the cache; what came since is folded in."""
    launched(ledger, FIRST, *range(10, 40))
    with NightTable.open(ledger) as table:
        assert table.refresh() == 0
    beside = tmp_path / "cache" / "vidbiy" if ledger.path is None else tmp_path
    assert [file.parent for file in kept_in(tmp_path)] == [beside]
    with NightTable.open(ledger) as table:
        assert table.refresh() == 0
        launched(ledger, FIRST + timedelta(days=30), 77)
        assert 0 < table.refresh() < 8
    assert counts(ledger)[-2:] == [(30, 39), (31, 77)]


def test_what_is_retracted_or_corrected_is_made_anew(ledger: Ledger) -> None:
    """Entries that judge old ones leave nothing of the cache."""
    launched(ledger, FIRST, 10, 20)
    assert counts(ledger) == [(1, 10), (2, 20)]
    (first, _) = ledger.documents()
    ledger.retract(first.seq, Judgement(author="N. Editor", reason="made up"))
    assert counts(ledger) == [(2, 20)]


def test_another_ledger_at_the_same_place_is_not_taken_for_the_old_one(tmp_path: Path) -> None:
    """The head that the table was made from must be in the ledger's chain."""
    for values in ((10, 20), (30, 40)):
        for file in tmp_path.glob("l.db*"):
            if file.suffix != ".nights":
                file.unlink()
        with Ledger.open(str(tmp_path / "l.db"), create=True) as ledger:
            launched(ledger, FIRST, *values)
            assert [value for _, value in counts(ledger)] == list(values)


def test_a_table_made_by_other_code_is_made_anew(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another release may reconcile otherwise."""
    launched(ledger, FIRST, 10, 20)
    counts(ledger)
    monkeypatch.setattr("vidbiy.reconcile.history.table._code", lambda: "another release")
    with NightTable(ledger, NightTable.open(ledger)._store) as table:
        assert table._store.made_from() == ("another release", ledger.head().seq, ledger.head().hash.hex())
    assert counts(ledger) == [(1, 10), (2, 20)]


def test_without_a_place_for_the_file_the_table_is_made_in_memory(ledger: Ledger, tmp_path: Path) -> None:
    """A folder that is a file, a file that is no table: the answer is the same, only later."""
    launched(ledger, FIRST, 10)
    blocked = tmp_path / "blocked"
    blocked.write_text("no table, no folder")
    for path in (blocked, blocked / "table"):
        with NightTable.open(ledger, path) as table:
            assert len(table.points(DRONES, Wave.NIGHT)) == 1
    assert blocked.read_text() == "no table, no folder"


def test_a_table_that_another_process_is_writing_holds_nobody_up(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while the answer is made in memory; it is the same."""
    launched(ledger, FIRST, 10)
    assert counts(ledger) == [(1, 10)]
    launched(ledger, FIRST + timedelta(days=1), 20)
    monkeypatch.setattr("vidbiy.reconcile.history.store._WAIT", 0)
    (file,) = kept_in(tmp_path)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert counts(ledger) == [(1, 10), (2, 20)]
    other.close()


def test_the_past_is_as_it_was_known(ledger: Ledger) -> None:
    """A count that came at noon is not there in the morning; nights that were to come are not there at all."""
    ledger.append([report(FIRST, {"launched": 10}), report(FIRST, {"launched": 14}, hours=5)])
    launched(ledger, FIRST + timedelta(days=1), 20)
    assert counts(ledger) == [(1, 14), (2, 20)]
    assert counts(ledger, as_of=datetime.fromisoformat("2025-05-01T09:00:00+03:00")) == [(1, 10)]
    assert counts(ledger, as_of=datetime.fromisoformat("2025-05-01T14:00:00+03:00")) == [(1, 14)]
    assert counts(ledger, as_of=datetime.fromisoformat("2025-04-01T14:00:00+03:00")) == []


def test_ledgers_of_one_server_have_tables_of_their_own(
    postgres: ThrowawayPostgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One is not taken for the other, and their files tell nobody where the server is."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    addresses = [postgres.database() for _ in range(2)]
    for address, value in zip(addresses, (10, 20), strict=True):
        with Ledger.open(address, create=True) as ledger:
            launched(ledger, FIRST, value)
            assert counts(ledger) == counts(ledger) == [(1, value)]
        postgres.drop(address)
    assert [re.fullmatch(r"[0-9a-f]{16}\.nights", file.name) is not None for file in kept_in(tmp_path)] == [True, True]


def test_an_empty_ledger_has_an_empty_table(ledger: Ledger) -> None:
    """No error: there is just nothing."""
    assert counts(ledger) == []
