"""Zero, denial, doubt and expectation: what is said not to be so, and what is not said for sure."""

from __future__ import annotations

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader


def claims(text: str) -> list[tuple[str, int | None, str]]:
    """Return measure, lower bound and modality of what `text` claims."""
    reading = Reader().read(Document("modality", text))
    return sorted((claim.measure.value, claim.low, claim.modality.value) for claim in reading.claims)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Nobody was hurt when the drone fell.", ["injured"]),
        ("There were no deaths or injuries after the attack.", ["injured", "killed"]),
        ("Ніхто з мешканців не постраждав.", ["injured"]),
        ("Обійшлося без постраждалих.", ["injured"]),
        ("Погибших и пострадавших нет.", ["injured", "killed"]),
        ("Bei dem Angriff wurde niemand verletzt.", ["injured"]),
        ("W ataku nikt nie zginął.", ["killed"]),
    ],
)
def test_zero_is_a_figure_where_it_is_said(text: str, measures: list[str]) -> None:
    """ "No one was hurt" is a claim of zero; a text that is silent claims nothing."""
    zeros = [measure for measure, low, _ in claims(text) if low == 0]
    assert zeros == measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Знищено не п'ять ракет, а шість.", [("shot_down", 5, "denied"), ("shot_down", 6, "stated")]),
        ("Попередня інформація про двох загиблих не підтвердилась.", [("killed", 2, "denied")]),
        ("Reportedly, four people were killed in the strike.", [("killed", 4, "unconfirmed")]),
        ("Russia may launch 50 missiles in the coming days.", [("launched", 50, "expected")]),
        ("Four people were killed in the strike.", [("killed", 4, "stated")]),
    ],
)
def test_how_firmly_it_is_said(text: str, expected: list[tuple[str, int, str]]) -> None:
    """A refuted count, a rumour and a threat are kept, and none of them is stated."""
    assert claims(text) == expected
