"""Works that are called by their town."""

from __future__ import annotations

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ночью после удара дронов горел Саратовский НПЗ.", "RU-SAR.saratov"),
        ("Из-за атаки беспилотников на Сызранском нефтезаводе пожар.", "RU-SAM.syzran"),
        ("После атаки беспилотников на рязанском НПЗ вспыхнул пожар.", "RU-RYA.ryazan"),
    ],
)
def test_a_refinery_is_in_the_town_that_it_is_called_by(text: str, place: str) -> None:
    """The adjective is of the town, also of one that its region has the same adjective from."""
    claims = READER.read(Document(id="test", text=text), language="ru").claims
    assert [(claim.measure.value, claim.subject, claim.place) for claim in claims] == [
        ("fire", "site.industrial", place)
    ]
