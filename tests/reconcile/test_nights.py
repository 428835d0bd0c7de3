"""Records from a ledger: the bundled night as a whole, as of any moment, and what the ledger does not have."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from tests.reconcile.conftest import keep

from vidbiy.ledger import Judgement, Ledger
from vidbiy.model import AttackError, Document, Identity, Misreading, Status, Verdict
from vidbiy.reconcile import NoAttackError, Record, latest, record_of, records


def july(hour: str) -> datetime:
    return datetime.fromisoformat(f"2025-07-04T{hour}:00+03:00")


def count(record: Record, measure: str, subject: str, place: str = "UA") -> tuple[int, int | None]:
    figure = record.figure(measure, subject, place)
    assert figure is not None
    return figure.low, figure.high


def test_the_bundled_night_adds_up(night: Ledger) -> None:
    """The real figures of the night, each found in the reports, and the balance of all of them."""
    record = record_of(night, "2025-07-04")
    assert record.attack.id == "UA-2025-07-04-night"
    assert count(record, "launched", "weapon.drone") == (539, 539)
    assert count(record, "launched", "weapon.missile") == (11, 11)
    assert count(record, "launched", "weapon") == (550, 550)
    assert count(record, "intercepted", "weapon") == (478, 478)
    assert count(record, "hit", "weapon.missile") == (9, 9)
    assert count(record, "hit", "weapon.drone") == (63, 63)
    assert count(record, "hit_locations", "area.location") == (8, 8)
    assert count(record, "debris_locations", "area.location") == (33, 33)
    assert count(record, "injured", "person", "UA-30") == (23, 23)
    assert count(record, "hospitalised", "person", "UA-30") == (14, 14)
    districts = record.figure("affected", "area.district", "UA-30")
    assert districts is not None
    assert (districts.low, districts.of) == (6, 10)
    balances = [check for check in record.checks if check.identity is Identity.BALANCE]
    assert {check.verdict for check in balances} == {Verdict.HOLDS}


def test_pokrovsk_is_elsewhere_and_on_the_third(night: Ledger) -> None:
    record = record_of(night, "UA-2025-07-04-night")
    assert record.of("killed") == ()
    ((event, figures),) = record.elsewhere
    assert event.id == "UA-2025-07-03-day"
    assert {(figure.low, figure.place) for figure in figures if figure.measure == "killed"} >= {(5, "UA-14.pokrovsk")}


def test_the_misquoted_550_drones_are_shown_and_explained(night: Ledger) -> None:
    drones = record_of(night, "2025-07-04").figure("launched", "weapon.drone")
    assert drones is not None
    assert (drones.low, drones.status) == (539, Status.SETTLED)
    told = {item.claim.low: (item.misreading, str(item.means)) for item in drones.set_aside}
    assert told[550] == (Misreading.TOTAL_AS_PART, "launched/weapon/UA")


def test_the_dead_of_the_whole_war_are_nowhere_in_the_night(night: Ledger, shared: Path) -> None:
    """A real story with "tens of thousands" since 2022, beside the bundled reports."""
    line = (shared / "cases" / "seed.docs.jsonl").read_text(encoding="utf-8").splitlines()[0]
    keep(night, [Document.from_dict(json.loads(line))])
    record = record_of(night, "2025-07-04")
    assert record.of("killed") == ()
    assert count(record, "injured", "person", "UA-30") == (23, 23)
    assert [event.id for event, _ in record.elsewhere] == ["UA-2025-07-03-day"]


def test_at_five_in_the_morning_only_the_mayors_first_count_was_known(night: Ledger) -> None:
    record = record_of(night, "2025-07-04", as_of=july("05:00"))
    assert count(record, "injured", "person", "UA-30") == (12, 12)
    assert record.of("launched") == ()
    assert [report.id for report in record.reports] == ["01-kyiv-mayor-night"]


def test_what_is_published_later_changes_no_earlier_moment(empty_ledger: Ledger, bundled: list[Document]) -> None:
    moment = july("09:10")
    keep(empty_ledger, [document for document in bundled if document.published and document.published <= moment])
    before = record_of(empty_ledger, "2025-07-04", as_of=moment).to_dict()
    keep(empty_ledger, [document for document in bundled if document.published and document.published > moment])
    assert record_of(empty_ledger, "2025-07-04", as_of=moment).to_dict() == before


def test_a_retracted_claim_no_longer_counts(night: Ledger) -> None:
    record = record_of(night, "2025-07-04")
    locations = record.figure("hit_locations", "area.location")
    assert locations is not None
    for item in locations.evidence:
        night.retract(int(item.ref.partition(".")[0]), Judgement(author="N. Editor", reason="a test"))
    assert record_of(night, "2025-07-04").figure("hit_locations", "area.location") is None


def test_the_latest_attack_is_the_last_that_somebody_counts_weapons_of(night: Ledger) -> None:
    attack = latest(night)
    assert attack is not None
    assert attack.id == "UA-2025-07-04-night"


def test_records_come_in_order_each_once(night: Ledger) -> None:
    found = [record.attack.id for record in records(night, july("00:00").replace(day=1), july("00:00").replace(day=31))]
    assert found == ["UA-2025-07-03-day", "UA-2025-07-04-night"]


def test_an_empty_ledger_has_no_latest_attack(empty_ledger: Ledger) -> None:
    assert latest(empty_ledger) is None


@pytest.mark.parametrize("wanted", ["2025-08-01", "UA-2025-08-01-night", "RU-2025-07-04-night"])
def test_a_date_without_an_attack_is_said_in_a_sentence_that_helps(night: Ledger, wanted: str) -> None:
    with pytest.raises(NoAttackError, match="vidbiy brief latest"):
        record_of(night, wanted)


@pytest.mark.parametrize("wanted", ["yesterday", "2025-02-30", "2025-7-4", ""])
def test_what_is_no_date_is_refused(night: Ledger, wanted: str) -> None:
    with pytest.raises(AttackError, match="UA-2025-07-04-night"):
        record_of(night, wanted)
