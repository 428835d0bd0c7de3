"""The prefilter: what it turns away holds no claim, and what it lets through is worth a reading."""

from __future__ import annotations

import pytest

from vidbiy.reading.relevance import is_relevant


@pytest.mark.parametrize(
    "text",
    [
        "The orchestra will play Brahms and Dvořák; tickets are sold at the door.",
        "Центральний банк лишив облікову ставку без змін.",
        "Rząd przyjął projekt budżetu na rok 2026.",
        "",
        "12 34 56",
    ],
)
def test_texts_about_other_things_are_turned_away(text: str) -> None:
    """A text without a stem of weapon, victim, damage, service or alert is not read."""
    assert not is_relevant(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two DRONES were seen.",
        "Збито 5 «шахедів»",
        "ПОСТРАЖДАЛИ троє",
        "Погибла женщина",
        "Zwei Menschen wurden getötet",
        "Rannych zostało pięć osób",
    ],
)
def test_texts_that_may_hold_a_claim_are_let_through(text: str) -> None:
    """Stems are found inside words, in small letters, capitalised and in capitals."""
    assert is_relevant(text)


def test_a_lone_surrogate_does_no_harm() -> None:
    """A text that cannot be written as UTF-8 is still judged."""
    assert is_relevant("drone \ud800")
