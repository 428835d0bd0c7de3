"""What the reader finds in Polish sentences, one row for each wording that a rule is for."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

Expected = tuple[str, str, int | None, int | None]

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")


def _claims(text: str) -> list[Expected]:
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language="pl")
    return [(claim.measure.value, claim.subject, claim.low, claim.high) for claim in reading.claims]


LISTS: list[tuple[str, list[Expected]]] = [
    (
        "Zestrzelono 300 dronów i 12 rakiet, 9 rakiet i 40 dronów trafiło w 15 lokalizacji.",
        [
            ("shot_down", "weapon.drone", 300, 300),
            ("shot_down", "weapon.missile", 12, 12),
            ("hit", "weapon.missile", 9, 9),
            ("hit", "weapon.drone", 40, 40),
            ("hit_locations", "area.location", 15, 15),
        ],
    ),
    (
        "Rosja użyła 290 dronów i 18 rakiet. Zneutralizowano 270 i 11.",
        [
            ("launched", "weapon.drone", 290, 290),
            ("launched", "weapon.missile", 18, 18),
            ("intercepted", "weapon.drone", 270, 270),
            ("intercepted", "weapon.missile", 11, 11),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_and_pairs_of_weapons(text: str, expected: list[Expected]) -> None:
    """A list names each thing once; a pair of numbers goes with the pair before."""
    assert _claims(text) == expected


PEOPLE: list[tuple[str, list[Expected]]] = [
    ("Spod gruzów w Sumach wydobyto pięć ciał.", [("killed", "person", 5, 5)]),
    ("W Sumach dwie osoby odniosły obrażenia ciała.", [("injured", "person", 2, 2)]),
    (
        "W Kijowie zginęło 12 osób. Rano mer mówił o dziewięciu.",
        [("killed", "person", 12, 12), ("killed", "person", 9, 9)],
    ),
    ("Ranna została 17-latka.", [("injured", "person.child", 1, 1)]),
    (
        "Zginęło 30 osób, 80 zostało rannych. Wśród zabitych jest dwoje dzieci.",
        [("killed", "person", 30, 30), ("injured", "person", 80, 80), ("killed", "person.child", 2, 2)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_by_age_parts_and_earlier_counts(text: str, expected: list[Expected]) -> None:
    """An age can name a person; "among the dead" says what happened; "spoke of nine" counts the same."""
    assert _claims(text) == expected


def test_a_verb_behind_a_comma_has_its_own_things() -> None:
    """What stands before the comma has the verb before it; the staircase of a block is a part of it."""
    assert _claims("Uszkodzonych zostało w Sumach pięć bloków i szkoła, spłonęło sześć aut.") == [
        ("damaged", "site.residential", 5, 5),
        ("destroyed", "object.vehicle", 6, 6),
        ("damaged", "site.education", 1, 1),
    ]
    assert _claims("W Kijowie rakieta zburzyła klatkę schodową bloku.")[0][:2] == ("damaged", "site.residential")


def test_nobody_who_is_there_is_hurt() -> None:
    """A negated "jest" has no victim; a colon parts the verb of what was sent from the list of what was stopped."""
    assert _claims("W Sumach nikt nie jest ranny.") == [("injured", "person", 0, 0)]
    listed = "Na Rosję leciało 90 dronów: 50 nad obwodem kurskim i 16 nad obwodem briańskim strącono."
    assert _claims(listed)[1:] == [("shot_down", "weapon.drone", 50, 50), ("shot_down", "weapon.drone", 16, 16)]


PARTS: list[tuple[str, list[Expected]]] = [
    (
        "Rannych zostało pięć osób, w tym 6-letnie dziecko.",
        [("injured", "person", 5, 5), ("injured", "person.child", 1, 1)],
    ),
    (
        "Zginęły cztery osoby, wśród nich ratownik medyczny.",
        [("killed", "person", 4, 4), ("killed", "person.medic", 1, 1)],
    ),
    (
        "Rannych jest 29 osób, spośród nich siedmioro to dzieci.",
        [("injured", "person", 29, 29), ("injured", "person.child", 7, 7)],
    ),
    ("W Odessie uszkodzono też statek.", [("damaged", "object.vehicle", 1, 1)]),
    ("Rakieta zburzyła dwie klatki pięciopiętrowego domu.", [("damaged", "site.residential", 1, 1)]),
    ("Odnotowano dwa uderzenia.", []),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_one_among_those_counted_needs_no_number(text: str, expected: list[Expected]) -> None:
    """In a language without articles a person after "including" is one; strikes are not counted."""
    assert _claims(text) == expected


def test_the_wounded_of_one_count_do_not_wound_another() -> None:
    """A word that stands in the phrase of one number ("30 rannych") says nothing of the number before the comma."""
    assert _claims("Trzy kobiety, trzydziestu rannych.") == [("injured", "person", 30, 30)]


def test_what_is_laid_on_is_not_disrupted() -> None:
    """A verb behind a semicolon says nothing of the service before it."""
    assert _claims("Uruchomiono autobusy zastępcze; dwa pociągi jadą objazdem.") == [
        ("disrupted", "object.train", 2, 2)
    ]


EARLIER: list[tuple[str, list[Expected]]] = [
    ("Druga z rakiet wybuchła nad ulicą.", []),
    (
        "W Kijowie 45 tys. odbiorców straciło prąd, a 700 domów nie ma ogrzewania.",
        [("without_power", "customer", 45_000, 45_000), ("disrupted", "service.heat", 1, None)],
    ),
    ("Wśród dziewięciorga rannych są dzieci.", [("injured", "person", 9, 9)]),
    ("Odwołano cztery rejsy, dwa kolejne skierowano do Katowic.", [("disrupted", "service.air", 4, 4)]),
    ("Na kraj spadło 900 dronów.", [("launched", "weapon.drone", 900, 900)]),
    (
        "Zginęło 31 osób, a 83 są ranne. Wcześniej minister pisał o 24.",
        [("killed", "person", 31, 31), ("injured", "person", 83, 83), ("killed", "person", 24, 24)],
    ),
    ("Pożar w pobliżu dworca.", []),
    ("Dron uderzył w dom przy kościele.", [("hit", "weapon.drone", 1, 1)]),
]


@pytest.mark.parametrize(("text", "expected"), EARLIER)
def test_an_older_figure_is_the_nearest_that_rose(text: str, expected: list[Expected]) -> None:
    """A toll rises; what stands near a thing that was struck is no more than where."""
    assert [claim for claim in _claims(text) if claim[:2] != ("damaged", "site.residential")] == expected


NOMINAL: list[tuple[str, list[Expected]]] = [
    (
        "Prokuratura odnotowała śmierć 90 cywilów i ranienie 340.",
        [("killed", "person", 90, 90), ("injured", "person", 340, 340)],
    ),
    ("Resort obrony Rosji chwali się zniszczeniem 210 dronów.", [("shot_down", "weapon.drone", 210, 210)]),
    (
        "Rosjanie ostrzelali 60 miejscowości w ośmiu obwodach.",
        [("affected", "area.settlement", 60, 60), ("affected", "area.region", 8, 8)],
    ),
    ("W Charkowie 40 tysięcy odbiorców czekało na prąd.", [("without_power", "customer", 40000, 40000)]),
    ("W Chersoniu wodociągi stanęły.", [("disrupted", "service.water", 1, None)]),
    ("Prądu zabrakło w całym Sewastopolu.", [("disrupted", "service.power", 1, None)]),
    ("Za cel główny uznano Odessę.", [("target", "area.target", 1, 1)]),
    ("Odłamki wywołały trzy ogniska pożaru.", [("fire", "area.location", 3, 3)]),
]


@pytest.mark.parametrize(("text", "expected"), NOMINAL)
def test_nouns_of_deeds_and_words_of_lack(text: str, expected: list[Expected]) -> None:
    """What a ministry boasts of in a noun it asserts; towns under fire were affected; power that "was short" was cut."""
    assert _claims(text) == expected


def test_survivors_are_not_among_the_dead() -> None:
    """Who stands before "survived" has that verb and no other; a negation makes them dead again."""
    assert _claims("Matka i syn zginęli, ojciec i drugie dziecko przeżyli.") == [("killed", "person", 2, 2)]
    assert _claims("Zginęli dwaj robotnicy, trzeci przeżył.") == [("killed", "person", 2, 2)]
    assert _claims("Po ataku drona dwoje dzieci nie przeżyło.") == [("killed", "person.child", 2, 2)]


def test_one_each_counts_without_its_noun() -> None:
    """After the preposition of distribution "one" is a number; shells of guns are no missiles."""
    text = "Przechwycono 20 dronów nad Krymem i po jednym nad obwodami biełgorodzkim i kurskim."
    assert _claims(text) == [("intercepted", "weapon.drone", low, low) for low in (20, 1, 1)]
    assert _claims("Na Chersoń spadło 40 pocisków artylerii.") == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Trzy drony naruszyły polską przestrzeń powietrzną.", "PL"),
        ("Do rumuńskiej przestrzeni powietrznej wleciały dwa drony.", "RO"),
    ],
)
def test_an_adjective_names_the_country_whose_airspace_was_entered(text: str, country: str) -> None:
    """The airspace of a country is a place in that country."""
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language="pl")
    assert [(claim.measure.value, claim.place) for claim in reading.claims] == [("left_airspace", country)]
