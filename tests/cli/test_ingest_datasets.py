"""`vidbiy ingest` of data sets: known by their columns, kept with their claims, read again when the reader changes."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import ask
from tests.sources.datasets.making import MISSILES, missile_row, table

from vidbiy.cli.ingest.workers import Task, prepare
from vidbiy.ledger import ClaimQuery, Ledger, NewDocument, Provenance
from vidbiy.reading import Reader


def test_a_data_set_goes_into_the_ledger_with_its_claims(tmp_path: Path) -> None:
    """A bad row is named and sets the status; the rest is kept, and a second run adds nothing."""
    rows = [missile_row(), missile_row(source="kpszsu/posts/2", time_end="2025-05-01 08:00")]
    path = table(tmp_path / "attacks.csv", MISSILES, rows)
    first = ask("ingest", "--db", tmp_path / "l.db", path)
    assert first.returncode == 1
    assert "attacks.csv: line 3: it ends at 2025-05-01 08:00, before it starts" in first.stderr
    assert "2 new documents, 0 new versions, 0 known, 3 claims, 1 problem" in first.stdout
    second = ask("ingest", "--db", tmp_path / "l.db", path)
    assert "0 new documents, 0 new versions, 2 known, 0 claims" in second.stdout


def test_reading_again_keeps_the_claims_of_a_data_set(tmp_path: Path) -> None:
    """`reread` goes by the data set's own rule; the text of a table is no report."""
    path = table(tmp_path / "attacks.csv", MISSILES, [missile_row()])
    assert ask("ingest", "--db", tmp_path / "l.db", path).returncode == 0
    with Ledger.open(str(tmp_path / "l.db")) as ledger:
        (before,) = ledger.documents()
        old = [stored.claim for stored in ledger.claims(ClaimQuery())]
        (document,) = ledger.outdated("another reader")
        assert document.seq == before.seq
        came = Provenance(raw=b"", address="", fetched_at=document.fetched_at, tool="")
        new = NewDocument(document=document.document, provenance=came, origin="")
        found = prepare(Reader(), Task(new, "another reader", document.seq))
        assert isinstance(found, tuple)
        ledger.append_prepared_readings([found])
        assert [stored.claim for stored in ledger.claims(ClaimQuery())] == old


def test_a_table_of_another_kind_is_told_by_name_and_passed_by_in_a_folder(tmp_path: Path) -> None:
    """Named itself, a sentence says what there are rules for; in a folder of reports it is nobody's report."""
    other = tmp_path / "in" / "other.csv"
    other.parent.mkdir()
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    named = ask("ingest", "--db", tmp_path / "l.db", other)
    assert named.returncode == 1
    assert "no data set has these columns" in named.stderr
    table(other.parent / "attacks.csv", MISSILES, [missile_row()])
    folder = ask("ingest", "--db", tmp_path / "l.db", other.parent)
    assert folder.returncode == 0, folder.stderr
    assert "1 new document," in folder.stdout
