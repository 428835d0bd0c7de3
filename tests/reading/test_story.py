"""What a document is about: the place of its source, its title, its only city; offices by the place beside them."""

from __future__ import annotations

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()


def _places(text: str, *, source: str | None = None, title: str | None = None) -> list[str | None]:
    document = Document(id="test", text=text, source=source, title=title)
    return [claim.place for claim in READER.read(document).claims]


@pytest.mark.parametrize(
    ("text", "source", "title", "place"),
    [
        ("Two people were killed.", None, "Russian attack on Odesa", "UA-51.odesa"),
        ("Двоє людей загинули.", "oma-UA-59", None, "UA-59"),
        ("Двоє людей загинули.", "kyiv-mayor", None, "UA-30"),
    ],
)
def test_without_a_place_a_sentence_is_of_the_story(
    text: str, source: str | None, title: str | None, place: str
) -> None:
    """A title's place, or the place of the source, is where it happened."""
    assert _places(text, source=source, title=title) == [place]


def test_an_office_is_of_the_place_beside_it() -> None:
    """The region that stands by the office says whose it is."""
    document = Document(id="test", text="Two people were killed, the governor of the Sumy region said.")
    assert [claim.speaker for claim in READER.read(document).claims] == ["oma-UA-59"]


def test_a_story_goes_on_where_its_lead_tells_of_one_place() -> None:
    """What follows the lead without a place is of the district, the town where the lead has its dead."""
    text = (
        "Two bombs hit a shop in Kharkiv's Kyivskyi district, killing six people.\n\n"
        "A missile came down in the Shevchenkivskyi district, wounding two.\n\nFour people were still missing."
    )
    assert _places(text)[-1] == "UA-63.kyivskyi"


@pytest.mark.parametrize(
    ("text", "source", "place"),
    [
        (
            "Херсон: рятувальники завершили роботи\n\nСнаряд зруйнував під'їзд у Корабельному районі.\n\n"
            "За добу:\n— загинуло двоє;\n— врятовано шістьох.",
            "ua-ses",
            "UA-65.korabelnyi",
        ),
        (
            "Вибух у Полтаві, горить склад.\n\nТроє людей у лікарні.\n\nОновлено о 10:20. Постраждалих п'ятеро.",
            "oma-UA-53",
            "UA-53.poltava",
        ),
        (
            "В Моршанске дрон упал на крышу школы.\n\nРанены двое.\n\nВ доме напротив повреждены шесть квартир, двое в больнице.",
            "gov-RU-TAM",
            "RU-TAM.morshansk",
        ),
        (
            "Drones struck Reni on the Danube, a warehouse is burning.\n\n"
            "The air force said it shot down 12 drones over the Odesa region.\n\nTwo dockers were injured, Oleh Kiper said.",
            None,
            "UA-51.reni",
        ),
    ],
)
def test_a_post_on_one_event_goes_on_with_its_place(text: str, source: str | None, place: str) -> None:
    """Until it names another place, a later paragraph is of the district, the town that the post began with."""
    assert _places(text, source=source)[-1] == place


@pytest.mark.parametrize(
    ("text", "source", "place"),
    [
        (
            "За добу ворог обстріляв Нікополь, Марганець, Томаківку та ще вісім населених пунктів.\n\nПоранено двох людей.",
            "oma-UA-12",
            "UA-12",
        ),
        ("У Ковелі пошкоджено дах школи.\n\nТривога тривала чотири години.", "oma-UA-07", "UA-07"),
        ("У Ковелі пошкоджено дах школи.\n\nЗбито шість «шахедів».", "oma-UA-07", "UA-07"),
        ("Kiew. In der Ukraine starben drei Menschen.\n\nIn Odessa starb ein Mann. Zwei Häuser wurden beschädigt.", None,
         "UA-51.odesa"),
    ],
)  # fmt: skip
def test_what_is_of_a_whole_region_is_of_no_town(text: str, source: str | None, place: str) -> None:
    """A list of towns, the alert, what was shot down are of the region; the capital where a story is written is nowhere."""
    assert _places(text, source=source)[-1] == place


def test_what_flew_into_another_country_is_stopped_there() -> None:
    """After drones have crossed a border, those of them that were shot down were so beyond it."""
    text = "Eight drones crossed into Polish airspace, prime minister Donald Tusk said. Two of them were shot down."
    assert _places(text) == ["PL", "PL"]


def test_a_story_that_began_abroad_can_turn_to_ukraine() -> None:
    """Once it has turned to Ukraine, what follows without a place is of Ukraine."""
    text = (
        "Pod Hrubieszowem spadł dron, uszkodzony został dach domu.\n\nW pobliżu ewakuowano 12 mieszkańców.\n\n"
        "Tymczasem w Łucku zginęły dwie osoby.\n\nZestrzelono 40 dronów."
    )
    assert _places(text)[-3:] == ["PL", "UA-07.lutsk", "UA"]
