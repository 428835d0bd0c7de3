"""When the machine fails: a clear word on what to do, and nothing half done."""

from __future__ import annotations

import os
import pwd
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url
from tests.ledger.making import document
from tools.throwaway_postgres import ThrowawayPostgres

from vidbiy.ledger import (
    Ledger,
    LedgerError,
    LedgerFullError,
    LedgerUnavailableError,
    ReadOnlyLedgerError,
    database,
)


def many(count: int, size: int = 2000) -> list[object]:
    return [document(f"m{number}", text=f"{number} {'x' * size}", claims=()) for number in range(count)]


def test_a_full_disk_keeps_what_was_kept_and_nothing_of_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite holds itself to a number of pages here; what follows is what follows a disk without room."""
    address = str(tmp_path / "ledger.db")
    with Ledger.open(address, create=True) as ledger:
        ledger.append([document()])
    with monkeypatch.context() as patch:
        patch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, "PRAGMA max_page_count = 80"))
        with (
            Ledger.open(address) as ledger,
            pytest.raises(LedgerFullError, match="the disk is full, and nothing of this batch was kept; make room"),
        ):
            ledger.append(many(500))  # type: ignore[arg-type]
    with Ledger.open(address) as ledger:
        assert [stored.document.id for stored in ledger.documents()] == ["a"]
        assert ledger.verify().whole
        ledger.append(many(5))  # type: ignore[arg-type]


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder, and for the length of the test a user without rights; root would be let through everywhere."""
    folder = Path(tempfile.mkdtemp(prefix="vidbiy-nobody-"))
    folder.chmod(0o755)
    root = os.geteuid() == 0
    with Ledger.open(str(folder / "ledger.db"), create=True) as ledger:
        ledger.append([document()])
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if root:
        os.seteuid(pwd.getpwnam("nobody").pw_uid)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_that_may_not_be_written_is_told_and_can_be_read(nobody: Path) -> None:
    address = str(nobody / "ledger.db")
    before = (nobody / "ledger.db").read_bytes()
    with Ledger.open(address, read_only=True) as ledger:
        assert [stored.document.id for stored in ledger.documents()] == ["a"]
        assert ledger.verify().whole
        with pytest.raises(ReadOnlyLedgerError, match="check who owns"):
            ledger.append([document("b")])
    with pytest.raises(LedgerError, match="check"), Ledger.open(address) as ledger:
        ledger.append([document("b")])
    with pytest.raises(LedgerUnavailableError, match="folder"):
        Ledger.open(str(nobody / "new.db"), create=True)
    assert (nobody / "ledger.db").read_bytes() == before


def test_a_ledger_that_another_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = str(tmp_path / "ledger.db")
    with Ledger.open(address, create=True) as ledger:
        monkeypatch.setattr(database, "_PRAGMAS", ("PRAGMA busy_timeout = 50",))
        other = sqlite3.connect(address, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerUnavailableError, match="another process"):
            ledger.append([document()])
        assert list(ledger.documents()) == []
        other.execute("ROLLBACK")
        ledger.append([document()])


def changed(address: str, **parts: object) -> str:
    return make_url(address).set(**parts).render_as_string(hide_password=False)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"port": 1}, "is PostgreSQL running"),
        ({"password": "wr0ng"}, "refuses the user or the password"),
        ({"username": "stranger", "password": "wr0ng"}, "refuses the user or the password"),
        ({"database": "nowhere"}, "no such database"),
    ],
)
def test_a_server_that_cannot_be_used_is_told_without_the_password(
    postgres: ThrowawayPostgres, parts: dict[str, object], words: str
) -> None:
    address = postgres.database()
    with pytest.raises(LedgerUnavailableError, match=words) as caught:
        Ledger.open(changed(address, **parts), create=True)
    assert "wr0ng" not in str(caught.value)
    assert "throwaway" not in str(caught.value)
    postgres.drop(address)


def test_a_server_that_dies_in_the_middle_keeps_what_was_acknowledged(postgres: ThrowawayPostgres) -> None:
    del postgres  # so that this is skipped where there is none
    with ThrowawayPostgres(safe=True) as server:
        address = server.database()
        with Ledger.open(address, create=True) as ledger:
            ledger.append([document()])
            server.stop()
            with pytest.raises(LedgerUnavailableError, match=r"server|PostgreSQL"):
                ledger.append([document("b")])
        server.start()
        with Ledger.open(address) as ledger:
            assert [stored.document.id for stored in ledger.documents()] == ["a"]
            assert ledger.verify().whole
