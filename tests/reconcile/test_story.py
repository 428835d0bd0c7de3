"""A story against the record: each verdict, with the claim that it is held against. All stories are made up."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.ledger.making import MORNING, NIGHT, alert, alert_log
from tests.reconcile.telling import Telling, weapons

from vidbiy.ledger import Ledger
from vidbiy.lexicon.misreadings import Misreadings
from vidbiy.model import Claim, Document, Heard, Misreading
from vidbiy.reading import Reader
from vidbiy.reconcile import ClaimVerdict, StoryCheck, StoryVerdict, check_story
from vidbiy.reconcile.judge import Judge


def held(ledger: Ledger, text: str, at: str = "2025-07-04T15:00:00+03:00") -> StoryCheck:
    document = Document("story", text, datetime.fromisoformat(at), "media")
    return check_document(ledger, document)


def check_document(ledger: Ledger, document: Document) -> StoryCheck:
    reading = Reader().read(document)
    return check_story(ledger, document, reading.claims, language=reading.language)


def only(check: StoryCheck) -> ClaimVerdict:
    (verdict,) = check.verdicts
    return verdict


def test_what_the_record_has_agrees_with_both_quotes(night: Ledger) -> None:
    found = only(held(night, "Overnight 23 people were injured in Kyiv, Mayor Vitali Klitschko said."))
    assert found.verdict is StoryVerdict.AGREES
    assert found.evidence is not None
    assert found.claim.quote.startswith("23 people were injured")
    assert found.evidence.claim.quote == "23 постраждалих"


def test_an_older_toll_is_outdated_and_since_when(night: Ledger) -> None:
    found = only(held(night, "Overnight 12 people were injured in Kyiv, Mayor Vitali Klitschko said."))
    assert found.verdict is StoryVerdict.OUTDATED
    assert found.since is not None
    assert f"{found.since:%H:%M}" == "09:20"


@pytest.mark.parametrize(
    ("count", "verdict"), [(17, StoryVerdict.AGREES), (11, StoryVerdict.AGREES), (12, StoryVerdict.NOT_IN_RECORD)]
)
def test_a_count_of_an_unknown_place_never_contradicts_one_of_another(count: int, verdict: StoryVerdict) -> None:
    """A number of drones over some water: another number may be of other water."""
    told = Telling()
    for number in (17, 11):
        told.report(
            "ru-mod", weapons("intercepted", number, quote=f"{number} over water", speaker="ru-mod", place=None)
        )
    quote = f"{count} over water"
    claim = Claim(**weapons("intercepted", count, place=None, quote=quote), span=(0, len(quote)))
    judge = Judge(Document("story", "", MORNING), "en", Misreadings.load(), {0: told.record()})
    assert judge.verdict(0, claim).verdict is verdict


def test_another_number_contradicts_and_the_better_claim_is_named(night: Ledger) -> None:
    found = only(held(night, "Overnight Russia launched 611 drones at Ukraine, the Air Force said."))
    assert found.verdict is StoryVerdict.CONTRADICTS
    assert found.evidence is not None
    assert (found.evidence.origin, found.evidence.claim.low) == ("ua-air-force", 539)


@pytest.mark.parametrize(
    ("text", "misreading"),
    [
        ("Overnight Russia launched 550 drones at Ukraine, the Air Force said.", Misreading.TOTAL_AS_PART),
        ("Overnight Ukraine shot down 478 drones and missiles, the Air Force said.", Misreading.STOPPED_AS_SHOT_DOWN),
        ("Overnight Russia launched 539 missiles at Ukraine, the Air Force said.", Misreading.DRONES_MISSILES_SWAPPED),
        ("Overnight 23 people were killed in Kyiv, Mayor Vitali Klitschko said.", Misreading.INJURED_AS_KILLED),
    ],
)
def test_the_right_digits_with_another_meaning_are_misread(night: Ledger, text: str, misreading: Misreading) -> None:
    found = only(held(night, text))
    assert (found.verdict, found.misreading) == (StoryVerdict.MISREAD, misreading)


def test_the_balance_of_the_attack_told_as_further_strikes_is_found(night: Ledger) -> None:
    check = held(
        night, "Additional strikes followed overnight in Ukraine: nine missiles and 63 drones hit their targets."
    )
    assert {item.misreading for item in check.verdicts} == {Misreading.BALANCE_AS_ADDITIONAL}
    assert check.contradicts


def test_what_nobody_else_tells_is_not_in_the_record(night: Ledger) -> None:
    found = only(held(night, "Overnight four people were injured in Poltava, the governor said."))
    assert found.verdict is StoryVerdict.NOT_IN_RECORD


def test_a_night_that_the_ledger_does_not_know_is_not_in_the_record(night: Ledger) -> None:
    check = held(night, "Overnight 23 people were injured in Kyiv.", at="2024-01-05T10:00:00+02:00")
    assert only(check).verdict is StoryVerdict.NOT_IN_RECORD
    assert not check.contradicts


def test_both_rewritten_stories_of_the_bundled_night_are_found_out(night: Ledger, bundled: list[Document]) -> None:
    """The stories are in the ledger themselves, and are no evidence for themselves."""
    found = {document.id: check_document(night, document) for document in bundled if document.id[:2] in ("09", "10")}
    additional, total = found["09-story-additional"], found["10-story-550-and-11"]
    misread = {(item.claim.low, item.misreading) for item in additional.verdicts if item.misreading is not None}
    assert misread == {
        (8, Misreading.LOCATIONS_AS_REGIONS),
        (9, Misreading.BALANCE_AS_ADDITIONAL),
        (63, Misreading.BALANCE_AS_ADDITIONAL),
    }
    assert {(item.claim.low, item.misreading) for item in total.verdicts if item.misreading is not None} == {
        (550, Misreading.TOTAL_AS_PART)
    }


def test_a_correct_agency_story_contradicts_nothing(night: Ledger, bundled: list[Document]) -> None:
    agency = next(document for document in bundled if document.id == "07-agency")
    check = check_document(night, agency)
    assert not check.contradicts
    assert set(check.counts) == {StoryVerdict.AGREES}


def test_a_story_without_figures_has_no_verdicts(night: Ledger) -> None:
    assert held(night, "The museum opens again on Sunday, and the entrance is free.").verdicts == ()


def test_a_mistake_that_another_story_makes_too_is_no_agreement(night: Ledger) -> None:
    """Two stories that take the eight places for eight regions do not bear each other out."""
    check = held(night, "Overnight at least eight regions of Ukraine came under attack.")
    assert only(check).misreading is Misreading.LOCATIONS_AS_REGIONS


@pytest.mark.parametrize(
    ("told", "verdict"), [("more than eight hours", StoryVerdict.AGREES), ("eleven hours", StoryVerdict.CONTRADICTS)]
)
def test_the_length_of_an_alert_is_held_against_the_siren_log(night: Ledger, told: str, verdict: StoryVerdict) -> None:
    night.append_alert_log(alert_log(alert(hours=8.2), heard=(Heard(place="UA", since=NIGHT, until=MORNING),)))
    found = only(held(night, f"The air alert in Kyiv lasted {told} overnight."))
    assert found.verdict is verdict
    assert found.log is not None
    assert found.log.seconds == 29_520


def test_without_a_siren_log_a_length_is_not_in_the_record(night: Ledger) -> None:
    found = only(held(night, "The air alert in Kyiv lasted more than eight hours overnight."))
    assert found.verdict is StoryVerdict.NOT_IN_RECORD
