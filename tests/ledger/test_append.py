"""Appending: what is kept, what is known already, and what cannot be kept."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from tests.ledger.making import (
    TEXT,
    alert,
    alert_log,
    claim,
    document,
    drones,
    provenance,
    reading,
    single_alert,
)

from vidbiy.ledger import Ledger, RecordError, State
from vidbiy.ledger.database import Database
from vidbiy.ledger.prepare import prepare_reading


def states(ledger: Ledger, *documents: object) -> list[State]:
    return [receipt.state for receipt in ledger.append(list(documents))]  # type: ignore[arg-type]


def test_a_document_comes_back_as_it_went_in(ledger: Ledger) -> None:
    new = document()
    (receipt,) = ledger.append([new])
    (stored,) = ledger.documents()
    assert stored.document == new.document
    assert (stored.seq, stored.version, stored.supersedes) == (receipt.seq, 1, None)
    assert (stored.tool, stored.address, stored.fetched_at) == ("tests", "file:///a.txt", new.provenance.fetched_at)


def test_claims_come_back_as_they_went_in(ledger: Ledger) -> None:
    """Offsets, open bounds, quotes and the speaker's words, though these are cut from the text."""
    claims = (claim(), drones(low=None, high=None, start=None, end=None, place=None, approx=True, of=7))
    ledger.append([document(claims=claims)])
    stored = list(ledger.claims())
    assert sorted((each.claim for each in stored), key=lambda each: each.span) == list(claims)
    assert {each.reader for each in stored} == {"r1"}
    assert {each.document_id for each in stored} == {"a"}


def test_the_second_time_adds_nothing(ledger: Ledger) -> None:
    """Nor does the same document twice in one batch, or with other bytes around the same words."""
    assert states(ledger, document(), document()) == [State.NEW, State.KNOWN]
    head = ledger.head()
    assert states(ledger, document()) == [State.KNOWN]
    assert states(ledger, document(provenance=provenance(b"other bytes"))) == [State.KNOWN]
    assert ledger.head() == head


def test_a_changed_page_is_a_new_version(ledger: Ledger) -> None:
    """It names the old one, and its claims take the place of the old ones."""
    more = f"{TEXT} Оновлено."
    first, second = ledger.append([document(), document(text=more, claims=(claim(text=more, speaker_text="Мер"),))])
    assert second.state is State.VERSION
    (latest,) = ledger.documents()
    assert (latest.version, latest.supersedes) == (2, first.seq)
    assert len(list(ledger.documents(every_version=True))) == 2
    assert [each.document for each in ledger.claims()] == [second.seq]
    assert states(ledger, document()) == [State.KNOWN]


def test_documents_of_one_name_are_two_documents(ledger: Ledger) -> None:
    """Two files may be called report.txt; only their origin says whether one is a version of the other."""
    assert states(ledger, document(origin="file:///a/report"), document(text="x", origin="file:///b/report")) == [
        State.NEW,
        State.NEW,
    ]


def test_a_batch_is_kept_whole_or_not_at_all(ledger: Ledger) -> None:
    bad = document("b", claims=(claim(text="x 23 людини", quote="23 людини"),))
    with pytest.raises(RecordError, match="does not stand at"):
        ledger.append([document(), bad])
    assert list(ledger.documents()) == []


@pytest.mark.parametrize("changes", [{"text": "a\0b"}, {"title": "a\0"}, {"text": "a\ud800"}])
def test_what_no_database_keeps_is_refused(ledger: Ledger, changes: dict[str, str]) -> None:
    """PostgreSQL takes no NUL; half a surrogate pair has no UTF-8 form."""
    with pytest.raises(RecordError, match="'a'"):
        ledger.append([document(**changes)])


def test_a_number_too_large_to_keep_is_a_problem_and_not_a_loss() -> None:
    prepared = prepare_reading(reading(claim(high=10**30), drones()), TEXT)
    assert [row["measure"] for row in prepared.claims] == ["shot_down"]
    assert prepared.problems is not None
    assert "too large" in prepared.problems


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=200),
    raw=st.binary(max_size=200),
)
def test_any_text_is_kept_and_the_chain_holds(ledger: Ledger, text: str, raw: bytes) -> None:
    ledger.append([document(text=text, claims=(), provenance=provenance(raw))])
    assert any(stored.document.text == text for stored in ledger.documents(every_version=True))
    assert ledger.verify().whole


def test_nothing_can_be_updated_or_deleted(ledger: Ledger, address: str) -> None:
    """The tables guard themselves against whoever forgets that."""
    ledger.append([document()])
    ledger.append_alert_log(alert_log(alert()))
    single_alert(address, alert())
    database = Database(address)
    for table in (
        *("entries", "documents", "document_contents", "readings", "claims"),
        *("alerts", "alert_logs", "alert_chunks", "alert_log_raws"),
    ):
        for statement in (f"UPDATE {table} SET seq = seq + 1", f"DELETE FROM {table}"):
            with pytest.raises(Exception, match="append-only"), database.write() as connection:
                connection.execute(text(statement))
    database.close()
    assert ledger.verify().whole
