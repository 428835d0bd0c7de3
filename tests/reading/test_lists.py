"""Lists and headings: cards of the Air Force, bullets under a colon, items that wrap over lines."""

from __future__ import annotations

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

Expected = tuple[str, str, int | None, int | None]


def claims(text: str) -> list[Expected]:
    """Return what the Air Force says in `text`."""
    reading = Reader().read(Document("list", text, source="ua-air-force"))
    return [(claim.measure.value, claim.subject, claim.low, claim.high) for claim in reading.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ЗНИЩЕНО:\n- 12 БПЛА «Shahed-136/131»\n- вертоліт Ка-52\n- ударний вертоліт Мі-24\n- БПЛА «Орлан-10»",
            [
                ("shot_down", "weapon.drone.shahed", 12, 12),
                ("shot_down", "weapon.helicopter", 1, 1),
                ("shot_down", "weapon.helicopter", 1, 1),
                ("shot_down", "weapon.drone.recon", 1, 1),
            ],
        ),
        (
            "Повітряне командування «Захід»\n\nЗНИЩЕНО\nПОВІТРЯНИХ ЦІЛЕЙ\n\nстаном на 17:00 3 травня 2023 р.\n\n"
            "4\nкеровані авіаційні\nракети Х-59\n\n2\nБПЛА «Ланцет»",
            [("shot_down", "weapon.missile.guided.kh59", 4, 4), ("shot_down", "weapon.drone.lancet", 2, 2)],
        ),
        (
            "Повітряне командування «Схід»\n\nЗНИЩЕНО ПОВІТРЯНИХ ЦІЛЕЙ\n\n3\nКАР Х-59",
            [("shot_down", "weapon.missile.guided.kh59", 3, 3)],
        ),
        (
            "ЗНИЩЕНО:\n- 6 аеробал. ракет Х-47\n- 2 крил. ракети",
            [
                ("shot_down", "weapon.missile.aeroballistic.kinzhal", 6, 6),
                ("shot_down", "weapon.missile.cruise", 2, 2),
            ],
        ),
        (
            "ЗНИЩЕНО:\n- винищувач-бомбардувальник\nСу-34\n- 1 аеробалістична ракета\nХ-47 «Кинджал»",
            [
                ("shot_down", "weapon.aircraft", 1, 1),
                ("shot_down", "weapon.missile.aeroballistic.kinzhal", 1, 1),
            ],
        ),
        ("ЗНИЩЕНО:\n- 3 балістичні/зенітні ракети", [("shot_down", "weapon.missile", 3, 3)]),
    ],
)
def test_items_of_a_card_are_read_under_their_heading(text: str, expected: list[Expected]) -> None:
    """A heading's action governs its items, one thing named without a number is one, and a wrapped item is whole."""
    assert sorted(claims(text), key=str) == sorted(expected, key=str)


def test_plurals_without_a_number_are_not_counted_as_one() -> None:
    """ "«Калібри»" under a heading names several, and how many is not said."""
    assert claims("ЗНИЩЕНО:\n- «Калібри»\n- вертольоти") == []
