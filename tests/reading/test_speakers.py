"""Who the reader hears: one row for each way of naming a speaker, or of leaning on the one before."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")


def _speakers(text: str) -> list[str | None]:
    return [claim.speaker for claim in READER.read(Document(id="test", text=text, published=PUBLISHED)).claims]


NAMED: list[tuple[str, list[str | None]]] = [
    ("Two people were killed in Odesa, police said.", ["ua-police"]),
    # A verb that nobody has listed, in the last clause.
    ("Two people were killed in Odesa, the regional prosecutor's office chronicled.", ["ua-prosecutors"]),
    # A person's own office goes before the one that the text gives.
    ("Two people were killed, governor Oleh Kiper said.", ["oma-UA-51"]),
    # An office without a name belongs to the place of its sentence.
    ("На Сумщині, за даними ОВА, загинули двоє людей.", ["oma-UA-59"]),
    # A lead in a colon.
    ("Віталій Кличко: у столиці загинули двоє людей.", ["kyiv-mayor"]),
    # Two speakers, each with what it said.
    (
        "Police said two people were killed in Odesa; five people were injured, the State Emergency Service said.",
        ["ua-police", "ua-ses"],
    ),
    # A body in a capital is not the capital.
    ("The air force in Kyiv said Russia had launched 90 drones.", ["ua-air-force"]),
    # Two capitals that say one thing are no source of what is told beside it.
    ("Both Moscow and Kyiv say they spare civilians, yet 300 people have been killed in Sumy.", [None]),
    (
        "President Zelensky spoke of 12 drones. Both Kyiv and Moscow say they spare civilians, yet 300 people have been killed.",
        ["ua-president", None],
    ),
    ("И Киев, и Москва утверждают, что щадят мирных, но в Сумах погибли 300 человек.", [None]),
    # Its head is no capital that speaks either, nor is one who is only named in the possessive or in a quote.
    ("Two people were killed, the head of the Kyiv region said.", ["oma-UA-32"]),
    ("In Zelenskyy's home town two people were killed, police said.", ["ua-police"]),
    # The office of a sentence with two places is of the one before it.
    (
        "In Odesa it was calm; in Kharkiv region, the governor said, two people were killed.",
        ["oma-UA-63"],
    ),
    # The title of an entry names who tells what stands below it.
    (
        "09:50 What the air force says\n464 drones. 22 missiles.\n\n10:30\nTwo people were killed in Odesa, police say.",
        ["ua-air-force", "ua-air-force", "ua-police"],
    ),
    # The military administration of the capital is no region's; what someone "called" a thing is no word of his.
    ("Two people were killed in Kyiv, the city's military administration said.", ["kyiv-military-admin"]),
    ("In what Moscow called a response two people were killed.", [None]),
    # Who alone counts it says it.
    ("Siły Powietrzne doliczyły się 40 dronów.", ["ua-air-force"]),
    # What the attacker sends it does not count itself.
    ("In der Nacht hat die russische Armee 80 Drohnen gegen die Ukraine eingesetzt.", [None]),
    # A verb at the end stands by its subject with its auxiliary.
    (
        "Präsident Selenskyj, der am Dienstag in Ankara war, hatte am Mittwoch von mehr als 80 Drohnen gesprochen.",
        ["ua-president"],
    ),
    # The verb of saying was said before; names in the genitive; a word that stands behind the name.
    (
        "Witalij Kim sprach von zwei Toten in Mykolajiw, Oleh Kiper von vier Verletzten in Odessa.",
        ["oma-UA-48", "oma-UA-51"],
    ),
    (
        "W Sumach Ołeh Hryhorow mówił o dwóch rannych, a Iwan Fedorow – o trzech zabitych w Zaporożu.",
        ["oma-UA-59", "oma-UA-23"],
    ),
    ("Nach Selenskyjs Worten hat Russland 80 Drohnen eingesetzt.", ["ua-president"]),
    ("Der Polizei zufolge starb in Sumy eine Frau.", ["ua-police"]),
    # Who held another office once is known by his whole name too.
    ("Ihor Klymenko said two people had been killed in Sumy.", ["ua-interior-ministry"]),
    # The word that names the source is the one that says "according to".
    ("In Sumy sind nach Behördenangaben zwei Menschen getötet worden.", ["officials"]),
    ("In Sumy starb nach Polizeiangaben eine Frau.", ["ua-police"]),
]

KEPT: list[tuple[str, list[str | None]]] = [
    # A pronoun by its auxiliary, the verb of saying at the end.
    (
        "Bürgermeister Ihor Terechow sprach von sechs Verletzten. Am Mittag hatte er noch vier Verletzte angegeben.",
        ["mayor-kharkiv", "mayor-kharkiv"],
    ),
    (
        "Die Luftwaffe zählte 70 Drohnen. 51 holte sie nach eigenen Angaben vom Himmel.",
        ["ua-air-force", "ua-air-force"],
    ),
    # The next entry of a live blog is no longer of whoever opened the one before.
    (
        "08:10 | Tymur Tkaczenko: w Kijowie zginęły dwie osoby.\n08:25 | W Kijowie rannych jest 20 osób.",
        ["kyiv-military-admin", None],
    ),
    # Behind what it reports, with a verb that nobody has listed too.
    ("In Sumy starben zwei Menschen. Das teilte die Polizei mit.", ["ua-police"]),
    ("W Sumach zginęły dwie osoby. Taką informację wysłała prokuratura.", ["ua-prosecutors"]),
    ("W Sumach zginęły dwie osoby. Tak wynika z danych policji.", ["ua-police"]),
    # What is told in passing of the next thing tells nothing of the one before.
    (
        "W Browarach uszkodzono trzy bloki.\n\nW Zaporożu – informację tę przekazał Iwan Fedorow – zginęła kobieta.",
        [None, "oma-UA-23"],
    ),
    # A line with a colon speaks for the list below it.
    (
        "Die Polizei in Sumy hat aufgelistet:\n\n- zwei Tote\n- drei beschädigte Häuser\n\nIn Kiew starb ein Mann.",
        ["ua-police", "ua-police", None],
    ),
    (
        "Police said two people were killed in Odesa. It added that five people were injured.",
        ["ua-police", "ua-police"],
    ),
    ("У поліції повідомили про двох загиблих. За їхніми даними, поранено п'ятьох людей.", ["ua-police", "ua-police"]),
    ("Polizei meldete zwei Tote in Odessa. Fünf Menschen seien verletzt.", ["ua-police", "ua-police"]),
    # No attribution, no mood: nobody knows who says it, so the document does.
    ("Police said two people were killed in Odesa. Five people were injured.", ["ua-police", None]),
    # A quote over two sentences belongs to who is named where it ends.
    (
        "«У Сумах загинули двоє людей. Поранено п'ятьох людей», – написав Олег Григоров.",
        ["oma-UA-59", "oma-UA-59"],
    ),
    # The editors recall by themselves.
    ("У поліції повідомили про двох загиблих. Нагадаємо, напередодні поранено п'ятьох людей.", ["ua-police", None]),
]


@pytest.mark.parametrize(("text", "expected"), [*NAMED, *KEPT])
def test_speaker(text: str, expected: list[str | None]) -> None:
    """Each claim has the speaker that its sentence, or the one before, gives it."""
    assert _speakers(text) == expected
