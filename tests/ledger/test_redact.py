"""Redaction: the words go from wherever the database keeps them; that they were there stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from tests.ledger.making import EDITOR, claim, document, provenance, reading
from tools.throwaway_postgres import ThrowawayPostgres

from vidbiy.ledger import REDACTED, ClaimQuery, Ledger, RecordError, State
from vidbiy.ledger.database import Database

NAME = "Zinoviia Unmistakable"
TEXT = f"{NAME} was killed. 3 people were injured, said {NAME}."


def victim() -> object:
    found = claim("3 people", TEXT, low=3, high=3, speaker_text=NAME)
    came = provenance(f"<b>{NAME}</b> {TEXT}".encode() * 3, address=f"https://example.org/{NAME}")
    return document("v", text=TEXT, title=f"{NAME} dies", claims=(found,), provenance=came, url=f"https://x/{NAME}")


def test_the_words_go_and_the_chain_stays(ledger: Ledger) -> None:
    ledger.append([victim(), document("b")])  # type: ignore[list-item]
    head = ledger.head()
    (stored,) = ledger.documents(id="v")
    ledger.append_readings([(stored, reading(reader="r2", problems=(f"cannot read {NAME}",)))])
    ledger.redact([stored.seq], EDITOR)
    result = ledger.verify(head)
    assert (result.findings, result.redacted) == ([], 1)
    (gone,) = ledger.documents(id="v")
    assert gone.redacted
    assert (gone.document.text, gone.document.title, gone.document.url, gone.address) == ("", None, None, None)
    assert gone.text_hash == stored.text_hash


def test_quotes_are_blotted_out_and_figures_stay(ledger: Ledger) -> None:
    (receipt,) = ledger.append([victim()])  # type: ignore[list-item]
    ledger.redact([receipt.seq], EDITOR)
    (found,) = ledger.claims(ClaimQuery(measure="injured"))
    assert found.redacted
    assert (found.claim.low, found.claim.quote) == (3, REDACTED * len("3 people"))
    assert found.claim.speaker_text == REDACTED * len(NAME)


def test_no_byte_of_it_is_left_in_the_file(tmp_path: Path) -> None:
    """Not in free pages, not in the log, not in the index, which keeps words apart."""
    path = tmp_path / "ledger.db"
    with Ledger.open(str(path), create=True) as ledger:
        ledger.append([document(str(number), text=f"Filler {number}", claims=()) for number in range(50)])
        (receipt,) = ledger.append([victim()])  # type: ignore[list-item]
        words = [word.encode() for word in ("Zinoviia", "Unmistakable", "zinoviia", "unmistakable")]
        before = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert any(word in before for word in words)
        ledger.redact([receipt.seq], EDITOR)
        after = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert [word for word in words if word in after] == []


def test_no_byte_of_it_is_left_in_the_tables_of_postgresql(postgres: ThrowawayPostgres) -> None:
    """Once they are written anew; until then the room is free, but not written over."""
    address = postgres.database()
    with Ledger.open(address, create=True) as ledger:
        (receipt,) = ledger.append([victim()])  # type: ignore[list-item]
        assert postgres.holds(NAME.encode())
        ledger.redact([receipt.seq], EDITOR)
        ledger.compact()
        assert not postgres.holds(NAME.encode())
        assert not postgres.holds(b"unmistakable")
    postgres.drop(address)


def test_a_redacted_text_does_not_come_back(ledger: Ledger) -> None:
    """Its hash is known, so the next ingest of the same page adds nothing."""
    (receipt,) = ledger.append([victim()])  # type: ignore[list-item]
    ledger.redact([receipt.seq], EDITOR)
    (again,) = ledger.append([victim()])  # type: ignore[list-item]
    assert again.state is State.KNOWN
    assert list(ledger.outdated("another reader")) == []


def test_only_documents_are_redacted_and_only_once(ledger: Ledger) -> None:
    (receipt,) = ledger.append([victim()])  # type: ignore[list-item]
    with pytest.raises(RecordError, match="is a reading"):
        ledger.redact([receipt.seq + 1], EDITOR)
    ledger.redact([receipt.seq], EDITOR)
    with pytest.raises(RecordError, match="redacted already"):
        ledger.redact([receipt.seq], EDITOR)


def test_without_a_redaction_no_content_can_go(ledger: Ledger, address: str) -> None:
    first, _ = ledger.append([victim(), document("b")])  # type: ignore[list-item]
    ledger.redact([first.seq], EDITOR)
    database = Database(address)
    with pytest.raises(Exception, match="append-only"), database.write() as connection:
        connection.execute(text("DELETE FROM document_contents"))
    database.close()


def test_the_same_text_elsewhere_is_told(ledger: Ledger) -> None:
    """An agency's sentence stands in ten stories."""
    first, second = ledger.append([victim(), document("w", text=TEXT, claims=())])  # type: ignore[list-item]
    assert [each.seq for each in ledger.same_text(first.seq)] == [second.seq]
