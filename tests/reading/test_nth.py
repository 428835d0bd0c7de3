"""Ordinals that go on with weapons counted before."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")


def _claims(text: str, language: str) -> list[tuple[str, str, int | None]]:
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language=language)
    return [(claim.measure.value, claim.subject, claim.low) for claim in reading.claims]


ONE_MORE: list[tuple[str, str, tuple[str, str, int]]] = [
    ("ru", "Запущено шесть ракет: пять сбиты, шестая отклонилась от курса.", ("suppressed", "weapon.missile", 1)),
    ("ru", "Два беспилотника сбиты, третий упал в поле.", ("hit", "weapon.drone", 1)),
    ("uk", "Два дрони збито, третій упав у полі.", ("hit", "weapon.drone", 1)),
]


@pytest.mark.parametrize(("language", "text", "expected"), ONE_MORE)
def test_an_ordinal_with_a_verb_of_its_own_is_one_more_weapon(
    language: str, text: str, expected: tuple[str, str, int]
) -> None:
    """What became of the last one is counted as one."""
    assert expected in _claims(text, language)


def test_the_verb_of_an_ordinal_is_not_that_of_the_total() -> None:
    """Five flew, and one of them strayed."""
    claims = _claims("Ракет было пять: четыре сбиты, пятая отклонилась от траектории.", "ru")
    assert ("suppressed", "weapon.missile", 5) not in claims
    assert ("suppressed", "weapon.missile", 1) in claims


def test_an_ordinal_among_those_just_counted_is_no_claim() -> None:
    """Three fell; the third is one of them."""
    claims = _claims("На посёлок упали три беспилотника: два на дорогу, третий упал в огород.", "ru")
    assert ("hit", "weapon.drone", 1) not in claims
