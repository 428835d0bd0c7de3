"""Checks: what adds up, what cannot all be true, and the reading that would mend it. All reports are made up."""

from __future__ import annotations

import pytest
from tests.reconcile.telling import Telling, said, weapons

from vidbiy.model import Check, Identity, Misreading, Status, Verdict
from vidbiy.reconcile import Record


def night(*more: dict[str, object], source: str = "ua-air-force") -> Telling:
    """The accounts of an air force: 100 drones and 10 missiles, 88 stopped, 22 hits."""
    told = Telling()
    counts = (
        weapons("launched", 100, speaker="ua-air-force"),
        weapons("launched", 10, "weapon.missile", speaker="ua-air-force"),
        weapons("shot_down", 60, speaker="ua-air-force"),
        weapons("suppressed", 25, speaker="ua-air-force"),
        weapons("shot_down", 3, "weapon.missile", speaker="ua-air-force"),
        weapons("hit", 15, speaker="ua-air-force"),
        weapons("hit", 7, "weapon.missile", speaker="ua-air-force"),
    )
    told.report(source, *counts, *more)
    return told


def check(record: Record, identity: Identity, subject: str = "weapon") -> Check:
    return next(
        item for item in record.checks if item.identity is identity and item.terms[0].key.subject.startswith(subject)
    )


def test_a_night_that_adds_up_says_so() -> None:
    record = night(weapons("launched", 110, "weapon", speaker="ua-air-force")).record()
    balance = check(record, Identity.BALANCE)
    assert (balance.verdict, balance.difference) == (Verdict.HOLDS, 0)
    assert [term.low for term in balance.side("left")] == [110]
    assert sum(term.low or 0 for term in balance.side("right")) == 110


def test_more_hits_than_weapons_cannot_be_and_the_claims_are_named() -> None:
    told = Telling()
    told.report("ua-air-force", weapons("launched", 10, speaker="ua-air-force"))
    told.report("ua-air-force", weapons("shot_down", 8, speaker="ua-air-force"))
    told.report("media", weapons("hit", 5))
    found = check(told.record(), Identity.BALANCE, "weapon.drone")
    assert (found.verdict, found.difference) == (Verdict.FAILS, -3)
    assert set(found.conflict) == {"10.0", "20.0", "30.0"}


def test_the_smallest_conflict_leaves_out_what_is_not_needed() -> None:
    """Twelve shot down of ten launched: the hits are not needed to see that it cannot be."""
    told = Telling()
    told.report("ua-air-force", weapons("launched", 10, speaker="ua-air-force"))
    told.report("ua-air-force", weapons("shot_down", 12, speaker="ua-air-force"))
    told.report("ua-air-force", weapons("hit", 1, speaker="ua-air-force"))
    assert set(check(told.record(), Identity.BALANCE, "weapon.drone").conflict) == {"10.0", "20.0"}


def test_what_is_left_over_is_told_and_is_no_contradiction() -> None:
    told = Telling()
    told.report(
        "ua-air-force",
        weapons("launched", 10, speaker="ua-air-force"),
        weapons("shot_down", 6, speaker="ua-air-force"),
        weapons("hit", 1, speaker="ua-air-force"),
    )
    found = check(told.record(), Identity.BALANCE, "weapon.drone")
    assert (found.verdict, found.difference) == (Verdict.POSSIBLE, 3)


def test_without_hits_nothing_can_be_said_of_the_balance() -> None:
    told = Telling()
    told.report("ua-air-force", weapons("launched", 10), weapons("shot_down", 6))
    assert check(told.record(), Identity.BALANCE, "weapon.drone").verdict is Verdict.LACKS


def test_a_total_told_as_a_part_is_found() -> None:
    """A story alone: 110 drones and 10 missiles, 110 weapons in all. The drones are the total."""
    told = Telling()
    told.report(
        "media", weapons("launched", 110), weapons("launched", 10, "weapon.missile"), weapons("launched", 110, "weapon")
    )
    found = check(told.record(), Identity.PARTS)
    assert found.verdict is Verdict.FAILS
    assert found.mend is not None
    assert (found.mend.misreading, str(found.mend.belongs_to)) == (Misreading.TOTAL_AS_PART, "launched/weapon/UA")


def test_more_in_hospital_than_injured_are_the_injured() -> None:
    told = Telling()
    told.report("media", said("injured", 14), said("hospitalised", 23))
    found = check(told.record(), Identity.HOSPITALISED, "person")
    assert found.verdict is Verdict.FAILS
    assert found.mend is not None
    assert found.mend.misreading is Misreading.HOSPITALISED_AS_INJURED


def test_a_region_has_no_more_than_the_country() -> None:
    told = Telling()
    told.report("media", said("killed", 3, place="UA"), said("killed", 9, place="UA-63"))
    assert check(told.record(), Identity.REGION, "person").verdict is Verdict.FAILS


def test_children_are_no_more_than_people() -> None:
    told = Telling()
    told.report("media", said("injured", 23), said("injured", 4, "person.child"))
    found = check(told.record(), Identity.KIND, "person")
    assert (found.verdict, found.relation.value) == (Verdict.HOLDS, "<=")


def test_six_of_ten_is_no_more_than_ten() -> None:
    told = Telling()
    told.report("kyiv-mayor", said("affected", 12, "area.district", of=10, speaker="kyiv-mayor"))
    found = check(told.record(), Identity.SHARE, "area")
    assert (found.verdict, found.difference, found.conflict) == (Verdict.FAILS, 2, ("10.0",))


def test_totals_that_nobody_says_are_derived_from_the_primary_sources_kinds() -> None:
    record = night().record()
    launched, stopped = record.figure("launched", "weapon"), record.figure("intercepted", "weapon")
    assert launched is not None
    assert stopped is not None
    assert (launched.low, launched.status, stopped.low, stopped.status) == (110, Status.DERIVED, 88, Status.DERIVED)
    assert launched.derivation is not None
    assert {str(key) for _, key in launched.derivation.terms} == {
        "launched/weapon.drone/UA",
        "launched/weapon.missile/UA",
    }


def test_what_was_suppressed_is_derived_from_what_was_stopped() -> None:
    told = Telling()
    told.report("ua-air-force", weapons("intercepted", 80, speaker="ua-air-force"), weapons("shot_down", 50))
    found = told.record().figure("suppressed", "weapon.drone")
    assert found is not None
    assert (found.low, found.high, found.status) == (30, 30, Status.DERIVED)


def test_what_was_suppressed_beside_a_merged_count_was_stopped_too() -> None:
    """Made up after a report of October 2025: 333 shot down or suppressed as one number, 17 more did not get there."""
    told = Telling()
    told.report(
        "ua-air-force",
        weapons("launched", 405, speaker="ua-air-force"),
        weapons("intercepted", 333, speaker="ua-air-force"),
        weapons("suppressed", 17, speaker="ua-air-force"),
    )
    record = told.record()
    assert [term.low for term in check(record, Identity.BALANCE, "weapon.drone").terms] == [405, 333, 17]
    assert all(each.identity is not Identity.STOPPED for each in record.checks)
    stopped, through = record.figure("intercepted", "weapon"), record.figure("hit", "weapon.drone")
    assert stopped is not None
    assert (stopped.low, stopped.high, stopped.status) == (350, 350, Status.DERIVED)
    assert through is not None
    assert (through.low, through.high) == (0, 55)


@pytest.mark.parametrize(
    "more", [{"shot_down": 316}, {"launched": 340}], ids=["shot down is told", "more than was launched"]
)
def test_what_was_suppressed_is_among_what_was_stopped(more: dict[str, int]) -> None:
    """The one number holds both where it is split, and where both together would be more than there was."""
    told = Telling()
    counts = {"launched": 405, "intercepted": 333, "suppressed": 17, **more}
    told.report("ua-air-force", *(weapons(measure, low, speaker="ua-air-force") for measure, low in counts.items()))
    balance = check(told.record(), Identity.BALANCE, "weapon.drone")
    assert [term.low for term in balance.side("right")] == [333]


def test_kinds_that_are_counted_in_different_ways_are_stopped_together() -> None:
    """Drones as one number, missiles as shot down: neither count stands for the other."""
    told = Telling()
    told.report(
        "ua-air-force",
        weapons("launched", 110, "weapon", speaker="ua-air-force"),
        weapons("intercepted", 80, speaker="ua-air-force"),
        weapons("shot_down", 8, "weapon.missile", speaker="ua-air-force"),
    )
    record = told.record()
    stopped, through = record.figure("intercepted", "weapon"), record.figure("hit", "weapon")
    assert stopped is not None
    assert through is not None
    assert (stopped.low, through.high) == (88, 22)


def test_what_can_have_got_through_at_most_is_derived_as_a_bound() -> None:
    told = Telling()
    told.report("ua-air-force", weapons("launched", 100), weapons("shot_down", 60), weapons("suppressed", 25))
    found = told.record().figure("hit", "weapon.drone")
    assert found is not None
    assert (found.low, found.high, found.status) == (0, 15, Status.DERIVED)


def test_nothing_is_derived_from_a_storys_own_counts() -> None:
    told = Telling()
    told.report("media", weapons("launched", 100), weapons("launched", 10, "weapon.missile"))
    assert told.record().figure("launched", "weapon") is None


def test_counts_of_places_are_never_added_up() -> None:
    told = Telling()
    for place in ("UA-63", "UA-12"):
        told.report(f"oma-{place}", said("killed", 3, place=place, speaker=f"oma-{place}"))
    assert told.record().figure("killed", "person", "UA") is None
