"""Asking: what is in force now, and what was at any moment before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from tests.ledger.making import EDITOR, MORNING, NIGHT, TEXT, claim, document, drones, reading

from vidbiy.ledger import ClaimQuery, ClaimRef, Head, Judgement, Ledger, RecordError
from vidbiy.model import Measure, TimePrecision


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second passes with each transaction, so that moments between them can be named."""
    seconds = count(1_751_600_000)
    monkeypatch.setattr("vidbiy.ledger.chain.time.time", lambda: next(seconds))


def moment(ledger: Ledger) -> datetime:
    last = ledger.summary().last
    assert last is not None
    return last


def quotes(ledger: Ledger, **wanted: object) -> list[str]:
    return [each.claim.quote for each in ledger.claims(ClaimQuery(**wanted))]  # type: ignore[arg-type]


def test_claims_are_found_by_what_they_say(ledger: Ledger) -> None:
    """Places, and subjects, include what is below them."""
    ledger.append([document()])
    for wanted in (
        {"place": "UA"},
        {"place": "UA-30"},
        {"place": "UA-30.holosiivskyi"},
        {"measure": "injured"},
        {"subject": "person"},
        {"speaker": "kyiv-mayor"},
    ):
        assert "23 людини" in quotes(ledger, **wanted), wanted
    for wanted in ({"place": "UA-3"}, {"place": "UA-30.holosiivsk"}, {"measure": "hit"}, {"subject": "pers"}):
        assert quotes(ledger, **wanted) == [], wanted
    assert quotes(ledger, subject="weapon") == ["12 дронів"]
    assert quotes(ledger, measure="shot_down", place="UA-30") == []


def test_a_place_is_not_the_raion_of_the_same_name(ledger: Ledger) -> None:
    """`UA-12.nikopol-raion` is no part of `UA-12.nikopol`, but both are of `UA-12`."""
    ledger.append([document(claims=(claim(place="UA-12.nikopol"), drones(place="UA-12.nikopol-raion")))])
    assert quotes(ledger, place="UA-12.nikopol") == ["23 людини"]
    assert len(quotes(ledger, place="UA-12")) == 2


def test_a_period_finds_what_overlaps_it_and_leaves_the_background_out(ledger: Ledger) -> None:
    war = datetime(2022, 2, 24, tzinfo=UTC)
    claims = (claim(), drones(start=war, end=None, time_precision=TimePrecision.OPEN))
    ledger.append([document(claims=claims)])
    hour = timedelta(hours=1)
    assert quotes(ledger, period=(NIGHT - hour, NIGHT + hour)) == ["23 людини"]
    assert quotes(ledger, period=(MORNING, MORNING + hour)) == []
    assert quotes(ledger, period=(NIGHT - hour, NIGHT + hour), background=True) == ["12 дронів", "23 людини"]


def test_a_reader_s_claims_are_retired_and_not_lost(ledger: Ledger) -> None:
    ledger.append([document()])
    before = moment(ledger)
    (stored,) = ledger.documents()
    new = reading(drones(), reader="r2")
    assert ledger.append_readings([(stored, new)]) != [None]
    assert quotes(ledger) == ["12 дронів"]
    assert {each.reader for each in ledger.claims()} == {"r2"}
    assert len(quotes(ledger, as_of=before)) == 2
    assert ledger.append_readings([(stored, new)]) == [None]
    assert list(ledger.outdated("r2")) == []
    assert [each.seq for each in ledger.outdated("r3")] == [stored.seq]


def test_a_correction_takes_the_place_of_a_claim(ledger: Ledger) -> None:
    ledger.append([document()])
    before = moment(ledger)
    ref = next(each.ref for each in ledger.claims() if each.claim.measure is Measure.INJURED)
    ledger.correct(ref, claim(low=24, high=24), EDITOR)
    (found,) = ledger.claims(ClaimQuery(measure="injured"))
    assert (found.claim.low, found.corrected) == (24, True)
    (old,) = ledger.claims(ClaimQuery(measure="injured", as_of=before))
    assert (old.claim.low, old.corrected) == (23, False)
    with pytest.raises(RecordError, match="corrected already"):
        ledger.correct(ref, claim(), EDITOR)
    ledger.retract(found.ref.seq, EDITOR)
    (again,) = ledger.claims(ClaimQuery(measure="injured"))
    assert again.claim.low == 23
    assert ledger.verify().whole


def test_a_correction_outlasts_the_reader_whose_claim_it_corrects(ledger: Ledger) -> None:
    """The editor's word counts until the reader itself reads it so; a claim that was retracted stays out."""
    ledger.append([document()])
    (injured,) = ledger.claims(ClaimQuery(measure="injured"))
    (shot_down,) = ledger.claims(ClaimQuery(measure="shot_down"))
    first = ledger.correct(injured.ref, claim(low=24, high=24), EDITOR)
    ledger.correct(ClaimRef(first, 0), claim(low=25, high=25), EDITOR)
    ledger.retract(shot_down.ref, EDITOR)
    (stored,) = ledger.documents()
    for reader in ("r2", "r3"):
        ledger.append_readings([(stored, reading(drones(), claim(), reader=reader))])
        (found,) = ledger.claims()
        assert (found.claim.low, found.corrected, found.reader) == (25, True, reader)
    ledger.append_readings([(stored, reading(claim(low=25, high=25), reader="r4"))])
    (found,) = ledger.claims()
    assert (found.claim.low, found.corrected) == (25, False)
    assert ledger.verify().whole


def test_a_retraction_takes_a_document_out_and_can_be_retracted(ledger: Ledger) -> None:
    (receipt,) = ledger.append([document()])
    seq = ledger.retract(receipt.seq, EDITOR)
    assert quotes(ledger) == []
    assert list(ledger.documents()) == []
    assert len(list(ledger.documents(retracted=True))) == 1
    with pytest.raises(RecordError, match="retracted already"):
        ledger.retract(receipt.seq, EDITOR)
    back = ledger.retract(seq, EDITOR)
    assert len(quotes(ledger)) == 2
    with pytest.raises(RecordError, match="restores"):
        ledger.retract(back, EDITOR)
    ledger.retract(receipt.seq, EDITOR)
    assert quotes(ledger) == []


def test_one_claim_can_be_retracted(ledger: Ledger) -> None:
    ledger.append([document()])
    first = next(each for each in ledger.claims() if each.claim.measure is Measure.INJURED)
    ledger.retract(first.ref, EDITOR)
    assert quotes(ledger) == ["12 дронів"]


def test_what_was_known_is_told_from_what_was_recorded(ledger: Ledger) -> None:
    """An archive is recorded years later; `known_by` goes by when it was published."""
    ledger.append([document(), document("b", published=MORNING + timedelta(hours=3), claims=(drones(),))])
    assert len(quotes(ledger, known_by=MORNING)) == 2
    assert len(quotes(ledger, known_by=MORNING + timedelta(hours=3))) == 3
    assert quotes(ledger, as_of=datetime(2020, 1, 1, tzinfo=UTC)) == []


def test_an_old_version_has_its_claims_when_it_is_asked_for(ledger: Ledger) -> None:
    first, _ = ledger.append([document(), document(text=f"{TEXT}!", claims=())])
    assert quotes(ledger) == []
    assert len(quotes(ledger, document=first.seq)) == 2


def test_documents_are_found_by_id_and_source(ledger: Ledger) -> None:
    ledger.append([document(), document("b", source="dtek")])
    assert [each.document.id for each in ledger.documents(source="dtek")] == ["b"]
    assert [each.document.id for each in ledger.documents(id="a")] == ["a"]
    assert list(ledger.documents(known_by=NIGHT)) == []


def test_a_judgement_names_who_and_why(ledger: Ledger) -> None:
    with pytest.raises(RecordError, match="--by"):
        Judgement(author=" ", reason="x")
    with pytest.raises(RecordError, match="--reason"):
        Judgement(author="x", reason="")
    with pytest.raises(RecordError, match="no entry 7"):
        ledger.retract(7, EDITOR)
    with pytest.raises(RecordError, match=r"no claim 7\.0"):
        ledger.correct(ClaimRef(7, 0), claim(), EDITOR)


@pytest.mark.parametrize("text", ["", "12", "a.b", "1.2.3", "-1.0"])
def test_a_claim_s_number_is_checked(text: str) -> None:
    with pytest.raises(RecordError, match=r"like 12\.0"):
        ClaimRef.parse(text)
    assert str(ClaimRef.parse("12.3")) == "12.3"


@pytest.mark.parametrize("text", ["", "12", f"x:{'0' * 64}", "1:00", f"-1:{'0' * 64}"])
def test_a_head_is_checked(text: str) -> None:
    with pytest.raises(RecordError, match="ledger head"):
        Head.parse(text)


def test_a_stream_holds_one_state_while_others_append(ledger: Ledger) -> None:
    """Whoever reads is not disturbed by what comes in meanwhile."""
    ledger.append([document(str(number)) for number in range(600)])
    stream = ledger.documents()
    first = next(stream)
    ledger.append([document("later")])
    assert first.document.id == "0"
    assert sum(1 for _ in stream) == 599


def test_documents_are_found_by_their_entries(ledger: Ledger) -> None:
    """In their order, whatever order they were asked for in; what is not there is left out."""
    first, second = (receipt.seq for receipt in ledger.append([document("a"), document("b", "Інший текст.")]))
    found = list(ledger.documents_at([second, first, 999]))
    assert [stored.document.id for stored in found] == ["a", "b"]
    assert list(ledger.documents_at([])) == []


def test_the_last_thing_claimed_is_found_as_of_any_moment(ledger: Ledger) -> None:
    """Background is left out, and so is what was not published yet."""
    assert ledger.last_claim() is None
    later = claim(start=MORNING, end=MORNING + timedelta(hours=3))
    war = claim(start=MORNING + timedelta(days=1), end=MORNING + timedelta(days=400))
    ledger.append([document("a"), document("b", claims=(later, war), published=MORNING + timedelta(hours=4))])
    assert ledger.last_claim() == MORNING
    assert ledger.last_claim(known_by=MORNING) == NIGHT
    assert ledger.last_claim(before=MORNING) == NIGHT
