"""Proof: whatever is changed in a ledger is found, and named."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from tests.ledger.making import EDITOR, MORNING, alert, alert_log, claim, document, drones, reading, single_alert

from vidbiy.ledger import Head, Ledger, LedgerError, Verification
from vidbiy.ledger.database import Database

TABLES = (
    *("entries", "documents", "document_contents", "readings", "reading_problems", "claims"),
    *("alerts", "alert_logs", "alert_chunks", "alert_log_raws", "alert_replacements"),
)
JUDGED = ("corrections", "retractions", "redactions")


def stock(ledger: Ledger, address: str) -> None:
    """Put one of everything into a ledger."""
    ledger.append([document(str(number)) for number in range(6)])
    ledger.append([document("p", text="no claims", claims=())])
    single_alert(address, alert())
    ledger.append_alert_log(alert_log(alert("UA-32"), alert("UA-63", None)))
    ledger.append_alert_log(alert_log(alert("UA-63", 5)))
    stored = next(iter(ledger.documents(id="1")))
    ledger.append_readings([(stored, reading(drones(), reader="r2", problems=("a problem",)))])
    first = next(iter(ledger.claims()))
    ledger.correct(first.ref, claim(low=24, high=24), EDITOR)
    ledger.retract(next(iter(ledger.documents(id="2"))).seq, EDITOR)
    ledger.redact([next(iter(ledger.documents(id="3"))).seq], EDITOR)


def tampered(address: str, statement: str, **values: Any) -> None:
    """Change the database behind the ledger's back, guards off."""
    database = Database(address)
    with database.write() as connection:
        if database.is_sqlite:
            triggers = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
            for name, _ in triggers:
                if "_never_" in name:
                    connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(statement), values)
        if database.is_sqlite:
            for name, sql in triggers:
                if "_never_" in name:
                    connection.exec_driver_sql(sql)
    database.close()


def found(ledger: Ledger) -> list[str]:
    return [str(finding) for finding in ledger.verify().findings]


def test_a_ledger_with_everything_is_whole(ledger: Ledger, address: str) -> None:
    stock(ledger, address)
    result = ledger.verify()
    assert (result.findings, result.redacted) == ([], 1)
    assert result.head == ledger.head()
    assert result.entries == result.head.seq == sum(ledger.summary().entries.values())


def test_an_empty_ledger_is_whole(ledger: Ledger) -> None:
    assert ledger.verify().whole
    assert ledger.verify(ledger.head()).whole


def columns() -> list[tuple[str, str]]:
    from vidbiy.ledger import tables  # noqa: PLC0415

    return [(name, column.name) for name in (*TABLES, *JUDGED) for column in tables.metadata.tables[name].columns]


@pytest.mark.parametrize(("table", "column"), columns())
def test_a_changed_column_is_found(tmp_path_factory: pytest.TempPathFactory, table: str, column: str) -> None:
    """Every column of every table, one at a time, in a row that has a value there or gets one."""
    address = str(copied(tmp_path_factory))
    kind = sqlite3.connect(address).execute(f'SELECT typeof("{column}") FROM {table} LIMIT 1').fetchone()[0]
    change = {
        "integer": f'"{column}" + 70000',
        "text": f"\"{column}\" || 'x'",
        "blob": "X'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'",
        "null": "7",
    }[kind]
    first = f"SELECT MIN(seq) FROM {table}"
    tampered(address, f'UPDATE {table} SET "{column}" = {change} WHERE seq = ({first})')
    with Ledger.open(address) as ledger:
        assert found(ledger)


def copied(factory: pytest.TempPathFactory, made: dict[str, Path] = {}) -> Path:  # noqa: B006 - kept on purpose
    """Return a copy of a stocked ledger, which is made once."""
    if "path" not in made:
        made["path"] = factory.mktemp("stocked") / "ledger.db"
        with Ledger.open(str(made["path"]), create=True) as ledger:
            stock(ledger, str(made["path"]))
            ledger.compact()
    path = factory.mktemp("copy") / "ledger.db"
    shutil.copy(made["path"], path)
    return path


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM entries WHERE seq = 3", "entry 3: is missing"),
        ("DELETE FROM entries WHERE seq BETWEEN 3 AND 5", "entry 3: is missing, and all up to entry 5"),
        ("DELETE FROM entries WHERE seq = (SELECT MAX(seq) FROM entries)", "is missing"),
        ("DELETE FROM entries WHERE seq = 1", "entry 1: is missing"),
        ("DELETE FROM documents WHERE seq = 1", "entry 1: its document is missing"),
        ("DELETE FROM document_contents WHERE seq = 1", "entry 1: its text is missing"),
        ("DELETE FROM claims WHERE seq = 2 AND ordinal = 1", "entry 2: its reading or a claim of it was changed"),
        ("DELETE FROM claims WHERE seq = 2", "entry 2: its reading was changed"),
        ("DELETE FROM reading_problems", "its problems were changed"),
        ("DELETE FROM redactions", "its redaction is missing"),
        ("DELETE FROM retractions", "its retraction is missing"),
        ("UPDATE claims SET low = 24, high = 24 WHERE seq = 2", "entry 2: its reading or a claim of it was changed"),
        ("UPDATE claims SET ordinal = 9 - ordinal WHERE seq = 2", "entry 2: its reading or a claim"),
        ("UPDATE documents SET published = '2025-07-05T09:00:00+03:00' WHERE seq = 1", "entry 1: its document was"),
        ("UPDATE documents SET source = NULL WHERE seq = 1", "entry 1: its document was changed"),
        ("UPDATE document_contents SET text = 'x' WHERE seq = 1", "entry 1: its text was changed"),
        ("UPDATE document_contents SET title = 'x' WHERE seq = 1", "entry 1: its title or address was changed"),
        ("UPDATE entries SET recorded_at = recorded_at - 1 WHERE seq = 4", "entry 4: its own hash does not fit"),
        ("UPDATE entries SET recorded_at = 0 WHERE seq = 4", "entry 4: was recorded before the entry before it"),
        ("UPDATE head SET seq = seq - 1", "is not the end of the chain that is noted"),
        ("UPDATE head SET recorded_at = recorded_at + 1", "was not recorded when"),
        ("DELETE FROM head", "the note of the chain's end is missing"),
        ("INSERT INTO retractions VALUES (99, 1, -1, 'x', 'y')", "1 rows of retractions belong to no entry"),
        ("INSERT INTO retractions VALUES (3, 1, -1, 'x', 'y')", "entry 3: a row of retractions belongs to no entry"),
        ("INSERT INTO retractions VALUES (-3, 1, -1, 'x', 'y')", "entry -3: a row of retractions belongs to no entry"),
    ],
)
def test_what_is_dropped_changed_or_inserted_is_found_and_named(
    ledger: Ledger, address: str, statement: str, words: str
) -> None:
    stock(ledger, address)
    tampered(address, statement)
    assert any(words in line for line in found(ledger)), found(ledger)


def test_swapped_entries_are_found(ledger: Ledger, address: str) -> None:
    """Each with its rows, so that every row still fits its entry."""
    stock(ledger, address)
    for table in TABLES:
        for old, new in ((1, -1), (3, 1), (-1, 3)):
            tampered(address, f"UPDATE {table} SET seq = :new WHERE seq = :old", old=old, new=new)
    lines = found(ledger)
    assert any(line.startswith("entry 1: ") for line in lines)
    assert any(line.startswith("entry 3: ") for line in lines)


def test_a_text_put_back_after_its_redaction_is_found(ledger: Ledger, address: str) -> None:
    stock(ledger, address)
    (gone,) = (stored for stored in ledger.documents(every_version=True) if stored.redacted)
    form = "raw_form, raw"
    columns = f"text, title, url, address, headers, {form}"
    tampered(
        address,
        f"INSERT INTO document_contents (seq, {columns}) "
        f"SELECT {gone.seq}, {columns} FROM document_contents WHERE seq = 1",
    )
    assert any("though it was redacted" in line for line in found(ledger))


def test_a_whole_chain_written_anew_needs_a_head_to_be_found(ledger: Ledger, tmp_path: Path) -> None:
    """Whoever rewrites all of it makes a ledger that is whole by itself; the head of yesterday tells."""
    ledger.append([document("a"), document("b")])
    yesterday = ledger.head()
    ledger.append([document("c")])
    assert ledger.verify(yesterday).whole
    with Ledger.open(str(tmp_path / "other.db"), create=True) as other:
        other.append([document("a", source="ru-mod"), document("b"), document("c")])
        assert other.verify().whole
        (finding,) = other.verify(yesterday).findings
        assert "written anew" in str(finding)
    with Ledger.open(str(tmp_path / "short.db"), create=True) as short:
        short.append([document("a")])
        assert "ends at entry 2, before the given head (4)" in str(short.verify(yesterday).findings[0])


def test_the_head_can_be_written_down_and_read_again(ledger: Ledger) -> None:
    ledger.append([document()])
    assert Head.parse(f"{ledger.head()}\n") == ledger.head()


@pytest.mark.parametrize(
    "statement",
    ["DROP TRIGGER claims_never_change ON claims", "ALTER TABLE claims DISABLE TRIGGER claims_never_go"],
)
def test_a_guard_that_was_taken_away_is_found_in_postgresql(postgres: Any, statement: str) -> None:
    address = postgres.database()
    with Ledger.open(address, create=True) as ledger:
        database = Database(address)
        with database.write() as connection:
            connection.execute(text(statement))
        database.close()
        assert any("trigger claims_never" in line for line in found(ledger))
    postgres.drop(address)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER claims_never_change",
        "DROP INDEX claims_place",
        "CREATE TRIGGER sly AFTER INSERT ON claims BEGIN SELECT 1; END",
        "INSERT INTO document_search (document_search) VALUES ('delete-all')",
    ],
)
def test_a_schema_or_an_index_that_was_changed_is_found_in_sqlite(tmp_path: Path, statement: str) -> None:
    address = str(tmp_path / "ledger.db")
    with Ledger.open(address, create=True) as ledger:
        stock(ledger, address)
        raw = sqlite3.connect(address)
        raw.execute(statement)
        raw.commit()
        raw.close()
        assert found(ledger)


# ---- Bytes of the file


def dump(path: Path) -> list[Any] | None:
    """Return all that can be read from the tables and the schema of a file; None where it cannot be read."""
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
        shown = [name for name in names if not name.startswith("document_search")]
        schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 2, 1").fetchall()
        return [schema, *(connection.execute(f"SELECT * FROM {name}").fetchall() for name in shown)]
    except sqlite3.DatabaseError:
        return None


def outcome(path: Path) -> Verification | LedgerError:
    try:
        with Ledger.open(str(path)) as ledger:
            return ledger.verify()
    except LedgerError as error:
        return error


def flip(raw: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(raw))
    raw[at] ^= 1 << chance.randrange(8)


def drop_page(raw: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(raw) // 4096) * 4096
    del raw[at : at + 4096]


def swap_pages(raw: bytearray, chance: random.Random) -> None:
    first, second = (at * 4096 for at in chance.sample(range(len(raw) // 4096), 2))
    raw[first : first + 4096], raw[second : second + 4096] = raw[second : second + 4096], raw[first : first + 4096]


def insert_bytes(raw: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(raw))
    raw[at:at] = chance.randbytes(chance.choice([1, 16, 4096]))


@pytest.mark.parametrize("change", [flip, drop_page, swap_pages, insert_bytes])
def test_whatever_is_done_to_the_file_is_found_or_changed_nothing(
    tmp_path_factory: pytest.TempPathFactory, change: Callable[[bytearray, random.Random], None]
) -> None:
    """A byte that no record uses (free room in a page, a counter in the header) may change without changing any."""
    path = copied(tmp_path_factory)
    clean, before = path.read_bytes(), dump(path)
    chance = random.Random(change.__name__)
    missed = []
    unused = 0
    for number in range(40):
        raw = bytearray(clean)
        change(raw, chance)
        path.write_bytes(raw)
        for side in ("-wal", "-shm"):
            path.with_name(path.name + side).unlink(missing_ok=True)
        result = outcome(path)
        if isinstance(result, Verification) and result.whole:
            unused += 1
            if dump(path) != before:
                missed.append(number)
    assert missed == []
    assert unused < 40


def test_verify_reports_progress(ledger: Ledger, address: str) -> None:
    stock(ledger, address)
    told: list[tuple[int, int]] = []
    result = ledger.verify(progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (result.entries, result.entries)


def test_times_never_run_back(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Clocks are set back; the ledger then stands still."""
    ledger.append([document("a")])
    monkeypatch.setattr("vidbiy.ledger.chain.time.time", lambda: MORNING.timestamp() - 10**7)
    ledger.append([document("b")])
    assert ledger.verify().whole
