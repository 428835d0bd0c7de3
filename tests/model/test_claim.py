"""Claims: what the type refuses, and what it writes."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace
from datetime import datetime, timedelta, timezone

import pytest

from vidbiy.model import Claim, ClaimError, Effect, Measure, TimePrecision

KYIV = timezone(timedelta(hours=3))
CLAIM = Claim(
    measure=Measure.HIT,
    subject="weapon.drone",
    low=63,
    high=63,
    place="UA",
    start=datetime(2025, 7, 3, 18, tzinfo=KYIV),
    end=datetime(2025, 7, 4, 9, tzinfo=KYIV),
    time_precision=TimePrecision.NIGHT,
    span=(10, 19),
    quote="63 drones",
    rule="weapons.hit",
)


def test_a_claim_writes_every_field() -> None:
    """Nothing is left out, times keep their offset, and the whole goes through JSON unchanged."""
    written = CLAIM.to_dict()
    assert written == {
        "measure": "hit",
        "subject": "weapon.drone",
        "low": 63,
        "high": 63,
        "approx": False,
        "of": None,
        "unit": "1",
        "effect": None,
        "place": "UA",
        "start": "2025-07-03T18:00:00+03:00",
        "end": "2025-07-04T09:00:00+03:00",
        "time_precision": "night",
        "speaker": None,
        "speaker_text": None,
        "modality": "stated",
        "span": [10, 19],
        "quote": "63 drones",
        "rule": "weapons.hit",
    }
    assert json.loads(json.dumps(written)) == written


def test_zero_is_a_quantity_and_none_is_not() -> None:
    """That no one was hurt and that it is unknown how many were are two claims."""
    written = replace(CLAIM, low=0, high=0, of=0, effect=Effect.CUT).to_dict()
    assert (written["low"], written["high"], written["of"], written["effect"]) == (0, 0, 0, "cut")
    written = replace(CLAIM, low=0, high=None).to_dict()
    assert (written["low"], written["high"]) == (0, None)


@pytest.mark.parametrize("span", [(10, 18), (10, 20), (-1, 8), (19, 10), (10, 10)])
def test_a_span_that_does_not_fit_its_quote_is_refused(span: tuple[int, int]) -> None:
    """Refused, not guessed."""
    with pytest.raises(ClaimError, match="does not fit"):
        replace(CLAIM, span=span)


def test_an_empty_quote_is_refused() -> None:
    """No figure without a span, and an empty span shows nothing."""
    with pytest.raises(ClaimError, match="does not fit"):
        replace(CLAIM, span=(10, 10), quote="")


def test_an_interval_does_not_run_backwards() -> None:
    """Low is at most high."""
    with pytest.raises(ClaimError, match="backwards"):
        replace(CLAIM, low=64)


def test_a_time_has_an_offset() -> None:
    """A naive hour could be Kyiv's or Moscow's."""
    with pytest.raises(ClaimError, match="no offset"):
        replace(CLAIM, end=datetime(2025, 7, 4, 9))  # noqa: DTZ001 - that is the point


def test_a_claim_does_not_change() -> None:
    """A correction is another claim."""
    with pytest.raises(FrozenInstanceError):
        CLAIM.low = 1  # type: ignore[misc]
