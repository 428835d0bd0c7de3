"""Leafing through a ledger: one thing by its number, pages of many, and what came since."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.ledger.making import EDITOR, MORNING, NIGHT, alert, alert_log, claim, document, drones

from vidbiy.ledger import ClaimQuery, ClaimRef, Ledger


def test_an_entry_carries_the_hash_of_the_one_before_it(ledger: Ledger) -> None:
    """The document is entry 1, its reading entry 2."""
    ledger.append([document()])
    first, second = ledger.entry(1), ledger.entry(2)
    assert first is not None
    assert second is not None
    assert (first.kind, second.kind) == ("document", "reading")
    assert second.previous_hash == first.entry_hash
    assert ledger.head().hash.hex() == second.entry_hash
    assert ledger.entry(3) is None


def test_a_claim_that_was_corrected_is_still_found_by_its_number(ledger: Ledger) -> None:
    """The correction is a claim of its own, and the decision says who took it and why."""
    ledger.append([document()])
    seq = ledger.correct(ClaimRef(2, 0), claim(low=24, high=24), EDITOR)
    old, new = ledger.claim(ClaimRef(2, 0)), ledger.claim(ClaimRef(seq, 0))
    assert old is not None
    assert new is not None
    assert (old.claim.low, new.claim.low) == (23, 24)
    assert new.corrected
    [decision] = ledger.decisions(2)
    assert (decision.kind, decision.seq, decision.claim) == ("correction", seq, ClaimRef(2, 0))
    assert (decision.author, decision.reason) == (EDITOR.author, EDITOR.reason)
    assert ledger.claim(ClaimRef(2, 9)) is None


def test_a_redacted_document_is_found_with_its_redaction_and_without_its_text(ledger: Ledger) -> None:
    """What was decided about an entry as a whole names no claim."""
    ledger.append([document()])
    ledger.redact([1], EDITOR)
    stored = ledger.document(1)
    assert stored is not None
    assert stored.redacted
    assert [(each.kind, each.claim) for each in ledger.decisions(1)] == [("redaction", None)]
    assert ledger.document(2) is None


def test_documents_come_page_by_page_the_newest_first(ledger: Ledger) -> None:
    """The number of the last one of a page leads to the next page."""
    ledger.append([document(id, source="media" if id in "ace" else "kyiv-mayor") for id in "abcde"])
    first = ledger.newest_documents(limit=2)
    assert [each.document.id for each in first] == ["e", "d"]
    assert [each.document.id for each in ledger.newest_documents(before=first[-1].seq, limit=9)] == ["c", "b", "a"]
    assert [each.document.id for each in ledger.newest_documents(source="media")] == ["e", "c", "a"]
    assert ledger.reading_of(first[0].seq) == (first[0].seq + 1, "uk")
    assert ledger.reading_of(99) is None


@pytest.mark.parametrize("wanted", [{}, {"place": "UA"}, {"document": 1}, {"period": (NIGHT, MORNING)}])
def test_claims_come_page_by_page_and_none_twice(ledger: Ledger, wanted: dict[str, object]) -> None:
    """One claim a page gives the same as all at once, whatever the order of the answer is."""
    ledger.append(
        [document(id, claims=(claim(), drones(start=NIGHT - timedelta(hours=n)))) for n, id in enumerate("abc")]
    )
    whole = [each.ref for each in ledger.claims(ClaimQuery(**wanted))]  # type: ignore[arg-type]
    found: list[ClaimRef] = []
    while True:
        after = found[-1] if found else None
        page = [each.ref for each in ledger.claims(ClaimQuery(**wanted, after=after, limit=1))]  # type: ignore[arg-type]
        if not page:
            break
        found += page
    assert found == whole
    assert len(whole) >= 2


def test_what_came_since_says_which_times_it_is_about(ledger: Ledger) -> None:
    """Nothing since the head; then a document, and the period of its claims."""
    ledger.append([document()])
    head = ledger.head()
    assert ledger.changes(head.seq).documents == ()
    ledger.append([document("b", claims=(claim(), drones(start=None, end=None)))])
    changes = ledger.changes(head.seq)
    assert [(each.id, each.claims) for each in changes.documents] == [("b", 2)]
    assert changes.spans == ((NIGHT, MORNING),)
    assert not changes.everything
    assert changes.head == ledger.head()


def test_a_newer_version_touches_also_the_times_that_the_older_one_was_about(ledger: Ledger) -> None:
    """Its claims no longer count, and those nights are other nights now."""
    ledger.append([document(origin="page")])
    head = ledger.head()
    later = claim("23", text="23", start=MORNING, end=MORNING + timedelta(hours=1), speaker_text=None)
    ledger.append([document(text="23", claims=(later,), origin="page")])
    assert ledger.changes(head.seq).spans == ((NIGHT, MORNING), (MORNING, MORNING + timedelta(hours=1)))


def test_a_judgement_or_too_much_at_once_touches_everything(ledger: Ledger) -> None:
    """Whoever follows the ledger then looks anew at all that it shows."""
    ledger.append([document(id) for id in "abc"])
    assert ledger.changes(0, limit=3).everything
    assert not ledger.changes(0, limit=6).everything
    ledger.retract(ClaimRef(2, 0), EDITOR)
    assert ledger.changes(6).everything


def test_alerts_that_came_are_named_with_the_time_they_are_about(ledger: Ledger) -> None:
    """An alert in a log of yesterday changes yesterday."""
    ledger.append_alert_log(alert_log(alert()))
    changes = ledger.changes(0)
    assert changes.alerts == (1,)
    assert changes.alert_span is not None
    assert changes.alert_span[0] == NIGHT
