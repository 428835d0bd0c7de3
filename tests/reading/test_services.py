"""Services that failed, and those who were cut off, in five languages."""

from __future__ import annotations

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

Expected = tuple[str, str, int | None, int | None]


def claims(text: str) -> list[Expected]:
    """Return what `text` claims."""
    reading = Reader().read(Document("services", text))
    return [(claim.measure.value, claim.subject, claim.low, claim.high) for claim in reading.claims]


def cut(*services: str) -> list[Expected]:
    """Return the claims that these services are disrupted."""
    return [("disrupted", f"service.{service}", 1, None) for service in services]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Part of the town was left without light, water and heating.", cut("power", "water", "heat")),
        ("The airports of Poltava, Sumy and Lutsk were closed after the strike.", cut("air")),
        ("After the drone attack heating is off in the old town.", cut("heat")),
        ("More than 1,900 people were left without electricity after the attack.",
         [("without_power", "customer", 1900, None)]),
        ("Some 6,000 households lost power and 2,500 were reconnected by noon.",
         [("without_power", "customer", 6000, 6000)]),
        ("Через обстріл у місті немає води та світла.", cut("water", "power")),
        ("Після влучання трамваї на лівому березі не курсують.", cut("transit")),
        ("Без світла після атаки 4 200 абонентів.", [("without_power", "customer", 4200, 4200)]),
        ("После удара весь город без электричества и воды.", cut("power", "water")),
        ("Из-за атаки беспилотников закрывали аэропорты Самары и Казани.", cut("air")),
        ("Nach dem Angriff sind 800 Haushalte ohne Strom.", [("without_power", "customer", 800, 800)]),
        ("Po ataku dronów 700 domów nie ma prądu.", [("without_power", "customer", 700, 700)]),
    ],
)  # fmt: skip
def test_what_failed_is_read_with_those_it_failed(text: str, expected: list[Expected]) -> None:
    """A service without a count is 1, null; people, homes and households without power are customers."""
    assert sorted(claims(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "Power was restored to the hospital after the attack.",
        "Рух трамваїв після нічної атаки відновлено.",
        "После обстрела подача воды восстановлена.",
    ],
)
def test_supply_that_came_back_is_no_claim(text: str) -> None:
    """What is restored is not disrupted (cases/README, "No claims")."""
    assert claims(text) == []
