"""What the reader finds in the wordings of English stories: lists of people, pronouns, answers, corrections."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

Expected = tuple[str, str, int | None, int | None]

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")


def _claims(text: str) -> list[Expected]:
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language="en")
    return [(claim.measure.value, claim.subject, claim.low, claim.high) for claim in reading.claims]


LISTS_OF_PEOPLE: list[tuple[str, list[Expected]]] = [
    (
        "A welder, two nurses and a girl of nine were hurt in Nikopol.",
        [("injured", "person", 2, 2), ("injured", "person.medic", 2, 2), ("injured", "person.child", 1, 1)],
    ),
    (
        "A man, two women and a 7-year-old girl were injured in Sumy.",
        [("injured", "person", 4, 4), ("injured", "person.child", 1, 1)],
    ),
    ("Three women and two men were killed.", [("killed", "person", 5, 5)]),
    ("The driver and six passengers suffered blast injuries.", [("injured", "person", 7, 7)]),
    (
        "His wife and his uncle died in the fire at the house.",
        [("killed", "person", 2, 2), ("fire", "site.residential", 1, 1)],
    ),
    ("Three people, a couple and their lodger, were killed.", [("killed", "person", 3, 3)]),
    ("Six people were hurt: four women and two men.", [("injured", "person", 6, 6)]),
    (
        "Six people were hurt: four women, a man and a boy of 11.",
        [("injured", "person", 6, 6), ("injured", "person.child", 1, 1)],
    ),
    ("Five people, including a woman of 81, died in the Sumy region.", [("killed", "person", 5, 5)]),
    ("Eight people were killed in Izium. The victims are three men and five women.", [("killed", "person", 8, 8)] * 2),
    (
        "It killed a firefighter and wounded five others.",
        [("killed", "person.rescuer", 1, 1), ("injured", "person", 5, 5)],
    ),
    (
        "Ten people were hurt, six of them workers of one bakery.",
        [("injured", "person", 10, 10), ("injured", "person", 6, 6)],
    ),
]

NAMES_AND_AGES: list[tuple[str, list[Expected]]] = [
    ("The raid left 500,000 residents shivering - and a 90-year-old man dead.", [("killed", "person", 1, 1)]),
    ("Danylo, 21, and his sister Sofiia, 19, died in the strike.", [("killed", "person", 2, 2)]),
    ("Maria and her two sons were killed.", [("killed", "person", 3, 3)]),
    ("Oleh and his 9-year-old daughter were hurt.", [("injured", "person", 2, 2), ("injured", "person.child", 1, 1)]),
    ("Sumy: 2 wounded, man 43 and woman 55.", [("injured", "person", 2, 2)]),
    (
        "A missile hit Sumy, killing 11 people, two of them boys aged 9 and 14, and injuring 84 others.",
        [
            ("hit", "weapon.missile", 1, 1),
            ("killed", "person", 11, 11),
            ("killed", "person.child", 2, 2),
            ("injured", "person", 84, 84),
        ],
    ),
    ("One of the injured, a man aged 83, later died in hospital.", [("killed", "person", 1, 1)]),
    (
        "A man was hurt in Sumy.\n\nAn hour later a bus was hit. The driver and four passengers were wounded.",
        [("injured", "person", 1, 1), ("damaged", "object.vehicle", 1, 1), ("injured", "person", 5, 5)],
    ),
]

ONE_PERSON: list[tuple[str, list[Expected]]] = [
    ("Olena survived. She was pulled out alive at dawn.", [("rescued", "person", 1, 1)]),
    ("A man was wounded in Sumy. He died in hospital.", [("injured", "person", 1, 1), ("killed", "person", 1, 1)]),
    (
        "A cook was dug out at noon. He was taken to hospital.",
        [("rescued", "person", 1, 1), ("hospitalised", "person", 1, 1)],
    ),
    ("He died in 2019, says his brother; seven were hurt by the drone.", [("injured", "person", 7, 7)]),
    ("A resident of Poltava, 71, was wounded by a drone.", [("injured", "person", 1, 1)]),
    ("A fitter, 52, is in hospital in Sumy after the strike.", [("hospitalised", "person", 1, 1)]),
    ("A mother and her two sons were under the rubble, all three alive.", []),
    ("Two doctors, both in their thirties, were killed.", [("killed", "person.medic", 2, 2)]),
    ("In Sumy 27 were injured. Some of the injured were in a bus.", [("injured", "person", 27, 27)]),
    ("The driver, wounded at 61, was later sent home.", [("injured", "person", 1, 1)]),
    (
        "About 1,050 miners were underground when the pit lost power after the strike.",
        [("disrupted", "service.power", 1, None)],
    ),
    (
        "In Sumy a further person was killed and nine injured.",
        [("killed", "person", 1, 1), ("injured", "person", 9, 9)],
    ),
    ("Three people drowned after the attack.", [("killed", "person", 3, 3)]),
    ("About 600 children were in the hospital at the time of the strike.", []),
    ("In April he made nine runs to the hospital; two died.", [("killed", "person", 2, 2)]),
    (
        "600 patients were evacuated, 94 of them to other hospitals.",
        [("evacuated", "person", 600, 600), ("evacuated", "person", 94, 94)],
    ),
    ("Three were hurt in the raid. He was treated on the spot; they are in hospital.", [("injured", "person", 3, 3)]),
    ("He drove ambulance 103 in Sumy, where two died.", [("killed", "person", 2, 2)]),
]

ANSWERS: list[tuple[str, list[Expected]]] = [
    (
        "Two died in Lutsk, where 30 were hurt, and one in Rivne.",
        [("killed", "person", 2, 2), ("injured", "person", 30, 30), ("killed", "person", 1, 1)],
    ),
    ("How many people died?\n\nAt least 17, officials say.", [("killed", "person", 17, None)]),
    (
        "In all 12 people were killed and 30 wounded. Seven in Sumy, five in Kharkiv.",
        [
            ("killed", "person", 12, 12),
            ("injured", "person", 30, 30),
            ("killed", "person", 7, 7),
            ("killed", "person", 5, 5),
        ],
    ),
    (
        "What was hit?\n\nA clinic in Dnipro, two schools and a kindergarten in Lviv.",
        [("damaged", "site.medical", 1, 1), ("damaged", "site.education", 2, 2), ("damaged", "site.education", 1, 1)],
    ),
    (
        "Twelve houses were damaged in Sumy. Also a library and dozens of cars.",
        [
            ("damaged", "site.residential", 12, 12),
            ("damaged", "site.cultural", 1, 1),
            ("damaged", "object.vehicle", 24, None),
        ],
    ),
    (
        "The toll was nine. The police have since lowered that to seven.",
        [("killed", "person", 9, 9), ("killed", "person", 7, 7)],
    ),
    (
        "The air force said 57 of 61 missiles were stopped, then corrected that to 49 of 53. Nobody has power.",
        [("launched", "weapon.missile", 61, 61), ("intercepted", "weapon.missile", 57, 57)],
    ),
]

THINGS: list[tuple[str, list[Expected]]] = [
    ("The museum's roof was damaged.", [("damaged", "site.cultural", 1, 1)]),
    ("The regional library's office was also hit.", [("damaged", "site.office", 1, 1)]),
    ("A home was destroyed in the raid.", [("destroyed", "site.residential", 1, 1)]),
    ("Two were hurt when the home took a direct hit, the local school said.", [("injured", "person", 2, 2)]),
    ("Two warehouses were on fire after the raid. Both fires are out.", [("fire", "site.warehouse", 2, 2)]),
    ("A van was burned out in Sumy.", [("destroyed", "object.vehicle", 1, 1)]),
    ("A nine-storey block was sliced in two after the blast.", [("damaged", "site.residential", 1, 1)]),
    ("A four-storey block lost its top two floors in the raid.", [("damaged", "site.residential", 1, 1)]),
    ("Two power plants were hit. The one in the suburbs lost a turbine.", [("damaged", "site.energy", 2, 2)]),
    ("A car showroom in Sumy: 12 vehicles burned out.", [("destroyed", "object.vehicle", 12, 12)]),
    (
        "A clinic and a kindergarten have broken windows after the blast.",
        [("damaged", "site.medical", 1, 1), ("damaged", "site.education", 1, 1)],
    ),
    ("Heating was knocked out in 90 buildings after the attack.", [("disrupted", "service.heat", 1, None)]),
    (
        "In Sumy 41 blocks were without heat after the strike, down from 600 on Friday.",
        [("disrupted", "service.heat", 1, None)],
    ),
    (
        "A house was hit and a land-registry office damaged.",
        [("damaged", "site.residential", 1, 1), ("damaged", "site.office", 1, 1)],
    ),
    ("After the attack power was lost to 6,400 consumers.", [("without_power", "customer", 6400, 6400)]),
    ("The missile hit trolleybus no. 12 in Sumy.", [("hit", "weapon.missile", 1, 1)]),
    ("There was damage to the metro track between two stations.", []),
    (
        "A drone hit a school in Sumy. A fire broke out on the top floor.",
        [("hit", "weapon.drone", 1, 1), ("fire", "site.education", 1, 1)],
    ),
    ("A drone hit a school in Sumy. The fire has been put out.", [("hit", "weapon.drone", 1, 1)]),
    (
        "Sumy has lost most of its power generation since two plants were destroyed.",
        [("destroyed", "site.energy", 2, 2)],
    ),
    ("Two were hurt in Sumy on the night of the attack when a lorry struck a fence.", [("injured", "person", 2, 2)]),
    ("Power out in parts of Sumy.", [("disrupted", "service.power", 1, None)]),
]

WEAPONS: list[tuple[str, list[Expected]]] = [
    ("One missile flew into Poland and turned back.", [("left_airspace", "weapon.missile", 1, 1)]),
    ("Two drones flew into a depot.", [("hit", "weapon.drone", 2, 2)]),
    ("Nine other drones came down on their own.", [("suppressed", "weapon.drone", 9, 9)]),
    (
        "Of 60 missiles, 41 were intercepted, as were 18 of 20 drones.",
        [
            ("intercepted", "weapon.missile", 41, 41),
            ("launched", "weapon.drone", 20, 20),
            ("intercepted", "weapon.drone", 18, 18),
        ],
    ),
    (
        "Forty missiles had been launched, of which 31 were shot down, as well as 22 drones, 19 of them destroyed.",
        [
            ("launched", "weapon.missile", 40, 40),
            ("shot_down", "weapon.missile", 31, 31),
            ("launched", "weapon.drone", 22, 22),
            ("shot_down", "weapon.drone", 19, 19),
        ],
    ),
    (
        "Two cruise missiles fired from ships had crossed into Moldova.",
        [("left_airspace", "weapon.missile.cruise", 2, 2)],
    ),
    ("Russia launched seven Kh-59 cruise missiles.", [("launched", "weapon.missile.guided.kh59", 7, 7)]),
    (
        "Strikes by 14 drones were recorded at nine sites.",
        [("hit", "weapon.drone", 14, 14), ("hit_locations", "area.location", 9, 9)],
    ),
    (
        "The night was a record: 410 drones and 40 missiles, and 19 drones that strayed into Poland.",
        [("left_airspace", "weapon.drone", 19, 19)],
    ),
    (
        "The biggest raid by number: 810 drones and decoys, 13 missiles.",
        [("launched", "weapon.drone", 810, 810), ("launched", "weapon.missile", 13, 13)],
    ),
    (
        "Gunners saw off 405 drones and 14 missiles, but 23 drones got past them.",
        [("hit", "weapon.drone", 23, 23)],
    ),
    ("The enemy attacked with 37 UAVs of the Shahed-131/136 type.", [("launched", "weapon.drone.shahed", 37, 37)]),
    (
        "Downed: six Kh-101. The remaining 11 weapons struck.",
        [("shot_down", "weapon.missile.cruise.kh101", 6, 6), ("hit", "weapon", 11, 11)],
    ),
    ("A drone attacked a school bus in Sumy.", [("hit", "weapon.drone", 1, 1)]),
    (
        "The air force said it had stopped 98 of 101 drones and that one missile had got through.",
        [
            ("launched", "weapon.drone", 101, 101),
            ("intercepted", "weapon.drone", 98, 98),
            ("hit", "weapon.missile", 1, 1),
        ],
    ),
    ("Two Kalibr missiles fired from the sea struck the port.", [("hit", "weapon.missile.cruise.kalibr", 2, 2)]),
    ("They brought down over 4,300 drones, or 19 out of 20.", [("shot_down", "weapon.drone", 4300, None)]),
    ("He said one of those Kinzhals destroyed a launcher.", []),
    ('"Hundreds" of Shaheds were stopped.', [("intercepted", "weapon.drone.shahed", 200, None)]),
    (
        "Russia fired 540 drones in June. Of these 170 did not reach their targets. Missiles: 39.",
        [
            ("launched", "weapon.drone", 540, 540),
            ("suppressed", "weapon.drone", 170, 170),
            ("launched", "weapon.missile", 39, 39),
        ],
    ),
    (
        "They launched at least 59 drones, another 18 of them sent haywire.",
        [("launched", "weapon.drone", 59, None), ("suppressed", "weapon.drone", 18, 18)],
    ),
    ("Russia made 47 attacks on 31 settlements in 12 communities.", [("affected", "area.settlement", 31, 31)]),
    ("The share of missiles stopped fell from 41 to 29 percent.", []),
    ("The army struck Kramatorsk with an Iskander-K missile.", [("hit", "weapon.missile.cruise.iskander_k", 1, 1)]),
    ("They struck the town with a combined missile and drone attack.", []),
    ("Also destroyed: a Kh-59 guided missile.", [("shot_down", "weapon.missile.guided.kh59", 1, 1)]),
    ("Not one got through: all 29 drones were shot down, over six regions.", [("shot_down", "weapon.drone", 29, 29)]),
    ("There were six Shahed drones over the city.", [("launched", "weapon.drone.shahed", 6, 6)]),
    ("A decoy had crossed the region on its way to Lviv.", []),
    ("It said all targets had been hit between March 3 and 9.", []),
    ("The district was attacked with 21 munitions and two drones.", [("launched", "weapon.drone", 2, 2)]),
    ("One drone was still over the Sumy region at 9 a.m.", [("in_air", "weapon.drone", 1, 1)]),
]

PEOPLE_BESIDE = [
    ("The attack left two dead and 17 bleeding.", [("killed", "person", 2, 2), ("injured", "person", 17, 17)]),
    ("Two women, 59 and 61 years old, were hurt.", [("injured", "person", 2, 2)]),
    ("A couple, 59 and 61 years old, died in the fire.", [("killed", "person", 2, 2)]),
    ('"One person killed, a security guard," he wrote.', [("killed", "person", 1, 1)]),
    (
        "A drone hit a yard; a lad of five was among those hurt.",
        [("hit", "weapon.drone", 1, 1), ("injured", "person.child", 1, 1)],
    ),
    ("After the strike 120 miners were brought to the surface.", [("evacuated", "person", 120, 120)]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*PEOPLE_BESIDE, *LISTS_OF_PEOPLE, *NAMES_AND_AGES, *ONE_PERSON, *ANSWERS, *THINGS, *WEAPONS]
)
def test_a_story_is_read_by_its_wording(text: str, expected: list[Expected]) -> None:
    """Each wording gives its claims, and no others."""
    assert sorted(_claims(text), key=repr) == sorted(expected, key=repr)


def test_a_list_by_places_adds_up_to_the_dead_and_not_to_the_wounded() -> None:
    """Of two tolls the one that the numbers add up to is the one that is broken down."""
    text = "Nine people were killed and 14 hurt. Four in Sumy, five in Lviv."
    killed = [
        claim
        for claim in READER.read(Document(id="x", text=text), language="en").claims
        if claim.measure.value == "killed"
    ]
    assert [(claim.low, claim.place) for claim in killed] == [(9, "UA"), (4, "UA-59.sumy"), (5, "UA-46.lviv")]


def test_an_earthquake_is_no_attack() -> None:
    """A story of a natural disaster holds no claims, though drones fly and people are hurt in it."""
    text = (
        "A magnitude 7 earthquake shook the coast on Sunday, and tsunami warnings were issued. Eight people were injured "
        "and a school was damaged. Two drones were sent to look. An aftershock followed in the evening, the ministry said."
    )
    assert not _claims(text)


def test_a_cyberattack_is_no_attack() -> None:
    """The words of war serve for attacks on computers too; such a story holds no claims."""
    text = (
        "Hackers launched their assault from rented servers and struck nine substations, the utility said on Monday. The "
        "malware left 12,000 customers without power, and a man of 80 died at home. Two linemen were hurt when a transformer "
        "burned out. Officials said the intruders had asked for money."
    )
    assert not _claims(text)
