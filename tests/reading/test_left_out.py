"""Places named without their noun: one row for each way of leaving it out, and for what only looks like it."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")

ADJECTIVES: list[tuple[str, list[str]]] = [
    ("W obwodzie wołyńskim zginęła jedna osoba, a w rówieńskim trzy zostały ranne.", ["UA-07", "UA-56"]),
    ("Nad obwodem kurskim strącono 20 dronów, nad biełgorodzkim osiem.", ["RU-KRS", "RU-BEL"]),
    (
        "W Kijowie w dzielnicy obołońskiej ranna jest jedna osoba. W peczerskiej spłonęło pięć samochodów.",
        ["UA-30.obolonskyi", "UA-30.pecherskyi"],
    ),
    # The noun may be said of all of them before.
    (
        "Z podziału na rejony wynika, że w browarskim zginęły dwie osoby. W buczańskim ranna jest jedna osoba.",
        ["UA-32.brovary-raion", "UA-32.bucha-raion"],
    ),
    # A noun that follows is what the adjective describes.
    (
        "W Odessie, w obwodzie odeskim, zginął mężczyzna. W kijowskim szpitalu zmarły dwie osoby.",
        ["UA-51.odesa", "UA-51.odesa"],
    ),
]

LISTS: list[tuple[str, list[str]]] = [
    (
        "Die Polizei in Kiew hat die Folgen nach Stadtbezirken aufgelistet:\n\nDnipro: drei Verletzte\nDesna: ein Toter",
        ["UA-30.dniprovskyi", "UA-30.desnianskyi"],
    ),
    (
        "Prokuratura w Charkowie podała bilans według dzielnic:\n– kijowska: jedna osoba ranna;\n– sałtiwska: dwóch zabitych",
        ["UA-63.kyivskyi", "UA-63.saltivskyi"],
    ),
    # What stands below an empty line is no line of the list.
    (
        "In Kiew nach Stadtbezirken:\nPodil: drei Verletzte\n\nDnipro: Hier starben zwei Menschen.",
        ["UA-30.podilskyi", "UA-12.dnipro"],
    ),
]


def _places(text: str) -> list[str | None]:
    return [claim.place for claim in READER.read(Document(id="test", text=text, published=PUBLISHED)).claims]


@pytest.mark.parametrize(("text", "places"), ADJECTIVES)
def test_an_adjective_goes_without_the_noun_that_was_said_before(text: str, places: list[str]) -> None:
    """Only the noun shows that a word in small letters is a name; the next ones stand behind their preposition."""
    assert _places(text) == places


@pytest.mark.parametrize(("text", "places"), LISTS)
def test_the_labels_of_a_list_by_district_are_districts(text: str, places: list[str]) -> None:
    """A list that is announced "by district" has no cities of the same name."""
    assert _places(text) == places
