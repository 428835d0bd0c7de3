"""Villages that no table has, where no unit word stands right before them."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")


def _places(text: str, source: str) -> list[str | None]:
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED, source=source), language="ru")
    return [claim.place for claim in reading.claims]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "В селе Долгополка ранен мужчина. Позже над Долгополкой сбит дрон.",
            ["RU-BEL.dolgopolka", "RU-BEL.dolgopolka"],
        ),
        (
            "Под огнём были сёла Дубравное, Сосновка и Долгополка. В Долгополке осколки повредили дом.",
            ["RU-BEL.dolgopolka"],
        ),
    ],
)
def test_a_village_is_known_where_it_is_named_again(text: str, places: list[str]) -> None:
    """Its unit word stands once; the other cases of its name are of the same village."""
    assert _places(text, "gov-RU-BEL") == places


def test_a_list_of_villages_behind_its_district_is_of_the_district() -> None:
    """What is counted over all of them lies in what they all lie in."""
    text = "В Белгородском округе сёла Долгополка, Отрадное и Дубравное атакованы 19 беспилотниками."
    assert _places(text, "gov-RU-BEL") == ["RU-BEL.belgorod-raion"]
