"""Ordinals that stand for one of two places just named."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")


def _places(text: str, language: str) -> list[tuple[str, str | None]]:
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language=language)
    return [(claim.measure.value, claim.place) for claim in reading.claims]


OF_TWO: list[tuple[str, str]] = [
    ("ru", "Ночью били по Сумам и Конотопу. В первом ранены двое, во втором погибла женщина."),
    ("uk", "Уночі били по Сумах і Конотопу. У першому поранено двох, у другому загинула жінка."),
    ("en", "Overnight the towns of Sumy and Konotop came under fire. In the former two people were injured, "
           "in the latter a woman was killed."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), OF_TWO)
def test_the_former_and_the_latter_are_the_two_places_just_named(language: str, text: str) -> None:
    """What happened "in the former" happened in the place named first."""
    assert _places(text, language) == [("injured", "UA-59.sumy"), ("killed", "UA-59.konotop")]


def test_an_ordinal_before_its_noun_is_no_place() -> None:
    """The first and the second house of one town are no towns."""
    text = "Удар по Сумам и Конотопу. В Сумах в первом доме ранены двое, во втором доме погибла женщина."
    assert _places(text, "ru") == [("injured", "UA-59.sumy"), ("killed", "UA-59.sumy")]


def test_a_place_and_what_it_lies_in_are_not_two() -> None:
    """A district named with its city is one place."""
    text = "Киевский район Харькова, ночь. Ранены трое. Во втором – пожар, погибла женщина."
    assert _places(text, "ru")[-1] == ("killed", "UA-63.kyivskyi")
