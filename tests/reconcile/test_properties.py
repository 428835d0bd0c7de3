"""What holds of every record, whatever was reported and in whatever order."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reconcile.telling import Telling, said, weapons

from vidbiy.ledger import ClaimRef
from vidbiy.model import Figure, FigureKey, Modality, Status
from vidbiy.reconcile import Reconciler, Record

SPEAKERS = ("ua-air-force", "kyiv-mayor", "kyiv-military-admin", "ua-ses", "officials", "ru-mod", None)
SOURCES = ("ua-air-force", "kyiv-mayor", "media", "ua-ses", None)


@st.composite
def statements(draw: st.DrawFn) -> dict[str, Any]:
    """One claim of a night: of weapons or of people, exact or a bound, by anybody."""
    of_weapons = draw(st.booleans())
    low = draw(st.integers(0, 40))
    high = draw(st.one_of(st.just(low), st.none(), st.integers(low, 50)))
    more: dict[str, Any] = {
        "high": high,
        "approx": draw(st.booleans()) and low == high,
        "speaker": draw(st.sampled_from(SPEAKERS)),
        "modality": draw(st.sampled_from([Modality.STATED] * 4 + [Modality.UNCONFIRMED, Modality.DENIED])),
    }
    if of_weapons:
        measure = draw(st.sampled_from(["launched", "shot_down", "suppressed", "intercepted", "hit"]))
        return weapons(measure, low, draw(st.sampled_from(["weapon", "weapon.drone", "weapon.missile"])), **more)
    measure = draw(st.sampled_from(["killed", "injured", "hospitalised"]))
    return said(measure, low, draw(st.sampled_from(["person", "person.child"])), **more)


@st.composite
def nights(draw: st.DrawFn) -> Telling:
    """A night of reports, some with the same words as others."""
    told = Telling()
    for number in range(draw(st.integers(1, 6))):
        items = draw(st.lists(statements(), min_size=1, max_size=4))
        for ordinal, item in enumerate(items):
            item["quote"] = f"{item['measure']} {item['low']} {ordinal}"
        hour = f"{draw(st.integers(5, 20)):02d}:{draw(st.integers(0, 59)):02d}"
        told.report(draw(st.sampled_from(SOURCES)), *items, at=hour, id=f"report-{number}")
    return told


def everything(reconciler: Reconciler) -> list[dict[str, Any]]:
    records = (reconciler.record(key) for key in sorted(reconciler.attack_keys()))
    return [record.to_dict() for record in records if record is not None]


@given(nights(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_arrival_makes_no_difference(told: Telling, chance: random.Random) -> None:
    """One by one in any order, or all at once: the same records."""
    at_once = everything(told.reconciler())
    documents = list(told.documents)
    chance.shuffle(documents)
    one_by_one = Reconciler()
    for document in documents:
        one_by_one.add([document], [claim for claim in told.claims if claim.document == document.seq])
        everything(one_by_one)
    assert everything(one_by_one) == at_once


@given(nights())
@settings(max_examples=40)
def test_a_document_that_comes_again_changes_nothing(told: Telling) -> None:
    reconciler = told.reconciler()
    before = everything(reconciler)
    reconciler.add(told.documents[:1], [claim for claim in told.claims if claim.document == told.documents[0].seq])
    assert everything(reconciler) == before


def _with_copy(told: Telling, later: int) -> Reconciler:
    """Return the night with a copy of its last report that another outlet carries some minutes later or earlier."""
    reconciler = told.reconciler()
    last = told.documents[-1]
    published = last.recorded_at + timedelta(minutes=later)
    document = replace(last.document, id="copy", published=published, source="media")
    copy = replace(last, seq=last.seq + 1, document=document, recorded_at=published)
    claims = [
        replace(
            claim,
            ref=ClaimRef(copy.seq, claim.ref.ordinal),
            document=copy.seq,
            document_id="copy",
            published=published,
            source="media",
        )
        for claim in told.claims
        if claim.document == last.seq
    ]
    reconciler.add([copy], claims)
    return reconciler


@given(nights(), st.integers(1, 90))
@settings(max_examples=60)
def test_a_copy_of_a_story_never_raises_the_count_of_origins(told: Telling, later: int) -> None:
    before = _origins(told.reconciler())
    after = _origins(_with_copy(told, later))
    assert all(after[key] <= count for key, count in before.items())


def _origins(reconciler: Reconciler) -> dict[tuple[str, FigureKey], int]:
    records = [record for record in map(reconciler.record, reconciler.attack_keys()) if record is not None]
    return {(record.attack.id, figure.key): len(figure.origins) for record in records for figure in record}


@given(nights())
@settings(max_examples=60)
def test_a_derived_figure_satisfies_its_identity(told: Telling) -> None:
    for key in told.reconciler().attack_keys():
        record = told.reconciler().record(key)
        assert record is not None
        for figure in record.with_status(Status.DERIVED):
            assert _satisfied(figure, record)


def _satisfied(figure: Figure, record: Record) -> bool:
    """Tell whether some values within the bounds of the terms give a value within the bounds of the figure."""
    assert figure.derivation is not None
    low, high = 0.0, 0.0
    for sign, key in figure.derivation.terms:
        term = next(item for item in record if item.key == key)
        top = float("inf") if term.high is None else term.high
        low, high = (low + term.low, high + top) if sign > 0 else (low - top, high - term.low)
    return low <= (float("inf") if figure.high is None else figure.high) and figure.low <= high


@given(nights())
@settings(max_examples=60)
def test_every_claim_has_its_place_and_no_figure_is_an_average(told: Telling) -> None:
    """No claim is lost; a stated figure's bounds are bounds that somebody gave."""
    reconciler = told.reconciler()
    placed: list[str] = []
    for key in reconciler.attack_keys():
        record = reconciler.record(key)
        assert record is not None
        for figure in record:
            placed += [item.ref for item in figure.evidence]
            if figure.status is not Status.DERIVED and figure.origins:
                assert figure.low in {item.claim.low for item in figure.evidence}
                assert figure.high is None or figure.high in {item.claim.high for item in figure.evidence}
    assert sorted(placed) == sorted(str(claim.ref) for claim in told.claims)
