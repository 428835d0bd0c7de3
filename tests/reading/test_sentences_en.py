"""What the reader finds in English sentences, one row for each wording that a rule is for."""

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


VOICE: list[tuple[str, list[Expected]]] = [
    (
        "Nine houses were damaged and two barns destroyed.",
        [("damaged", "site.residential", 9, 9), ("destroyed", "site.warehouse", 2, 2)],
    ),
    (
        "The blast damaged nine houses, killing two people and wounding six.",
        [("damaged", "site.residential", 9, 9), ("killed", "person", 2, 2), ("injured", "person", 6, 6)],
    ),
    (
        "Forty drones were shot down and 12 were lost from radar.",
        [("shot_down", "weapon.drone", 40, 40), ("suppressed", "weapon.drone", 12, 12)],
    ),
    ("Forty drones were shot down or suppressed.", [("intercepted", "weapon.drone", 40, 40)]),
    ("Lost from radar: 15 drones.", [("suppressed", "weapon.drone", 15, 15)]),
]

WHOLES: list[tuple[str, list[Expected]]] = [
    ("Of the injured, four are children.", [("injured", "person.child", 4, 4)]),
    (
        "In Sumy 30 people were hurt; seven are children.",
        [("injured", "person", 30, 30), ("injured", "person.child", 7, 7)],
    ),
    ("Eleven of the wounded were taken to hospital.", [("hospitalised", "person", 11, 11)]),
    ("One of the wounded died.", [("killed", "person", 1, 1)]),
    ("Air defences downed 31 of the drones.", [("shot_down", "weapon.drone", 31, 31)]),
    (
        "Air defences shot down 31 of the 38 drones sent at Odesa.",
        [("launched", "weapon.drone", 38, 38), ("shot_down", "weapon.drone", 31, 31)],
    ),
    ("Of 48 drones, 40 were downed.", [("shot_down", "weapon.drone", 40, 40)]),
    (
        "Of 60 drones fired from Crimea, 51 were downed.",
        [("launched", "weapon.drone", 60, 60), ("shot_down", "weapon.drone", 51, 51)],
    ),
    (
        "Nine people were killed (six women and three girls).",
        [("killed", "person", 9, 9), ("killed", "person", 6, 6), ("killed", "person.child", 3, 3)],
    ),
    (
        "Of the dead five were officers, one a nurse.",
        [("killed", "person.police", 5, 5), ("killed", "person.medic", 1, 1)],
    ),
    ("Six people, including a boy, were hurt.", [("injured", "person", 6, 6), ("injured", "person.child", 1, 1)]),
]

NOT_COUNTS: list[tuple[str, list[Expected]]] = [
    ("A man of 51 was killed.", [("killed", "person", 1, 1)]),
    ("A cyclist, 51, was killed.", [("killed", "person", 1, 1)]),
    ("Four men, aged between 22 and 61, were injured.", [("injured", "person", 4, 4)]),
    ("Two men, 38 and 64, suffered burns.", [("injured", "person", 2, 2)]),
    ("A man of about 50 died.", [("killed", "person", 1, 1)]),
    ("On the night of 27 to 28 August three people were hurt in Kyiv.", [("injured", "person", 3, 3)]),
    ("One after another the Shaheds came, for one night, and two people died.", [("killed", "person", 2, 2)]),
    ("Some 3,200 houses had no gas after a plant was damaged.", [("damaged", "site.industrial", 1, 1)]),
    ("The oldest of the injured was 83, the youngest 12.", []),
    ("It was one of the longest attacks of the war.", []),
    ("Kyiv beat Lviv 3-1 in front of 20,000 fans.", []),
]

WEAPONS: list[tuple[str, list[Expected]]] = [
    ("Russia launched 212 drones and missiles at Ukraine.", [("launched", "weapon", 212, 212)]),
    ("Russia launched 90 Shaheds, Gerberas and other drones.", [("launched", "weapon.drone", 90, 90)]),
    (
        "Hits by seven missiles and 21 drones were recorded at 14 locations; debris fell at nine.",
        [
            ("hit", "weapon.missile", 7, 7),
            ("hit", "weapon.drone", 21, 21),
            ("hit_locations", "area.location", 14, 14),
            ("debris_locations", "area.location", 9, 9),
        ],
    ),
    (
        "The air force: 301 drones, four Kinzhals.",
        [("launched", "weapon.drone", 301, 301), ("launched", "weapon.missile.aeroballistic.kinzhal", 4, 4)],
    ),
    (
        "Air defences shot down 30 missiles.\nBy command:\nNorth – 12\nSouth – 18",
        [
            ("shot_down", "weapon.missile", 30, 30),
            ("shot_down", "weapon.missile", 12, 12),
            ("shot_down", "weapon.missile", 18, 18),
        ],
    ),
    ("Six drones found their targets.", [("hit", "weapon.drone", 6, 6)]),
    ("A missile struck a clinic in Sumy.", [("hit", "weapon.missile", 1, 1)]),
    ("Moscow reported the destruction of 103 drones.", [("shot_down", "weapon.drone", 103, 103)]),
    ("A drone was downed over Lutsk.", [("shot_down", "weapon.drone", 1, 1)]),
]

NAMED: list[tuple[str, list[Expected]]] = [
    (
        "A shop, a library and 14 cars were damaged.",
        [
            ("damaged", "site.commercial", 1, 1),
            ("damaged", "site.cultural", 1, 1),
            ("damaged", "object.vehicle", 14, 14),
        ],
    ),
    ("The blaze destroyed their house.", [("destroyed", "site.residential", 1, 1)]),
    ("The building of a music school was damaged.", [("damaged", "site.education", 1, 1)]),
    ("A school bus was hit.", [("damaged", "object.vehicle", 1, 1)]),
    ("One driver, a 44-year-old father of two, was killed.", [("killed", "person", 1, 1)]),
    ("She later died at a hospital.", []),
    (
        "Fedorov: warehouse on fire, energy site damaged.",
        [("fire", "site.warehouse", 1, 1), ("damaged", "site.energy", 1, 1)],
    ),
    (
        "A drone fell on a nine-storey block, which caught fire.",
        [("hit", "weapon.drone", 1, 1), ("fire", "site.residential", 1, 1)],
    ),
    (
        "Two trains were hit and a depot was damaged.",
        [("damaged", "object.train", 2, 2), ("damaged", "site.rail", 1, 1)],
    ),
    ("The wreck of a drone fell in a field.", []),
    ("The drone fell in the yard of a bakery.", [("hit", "weapon.drone", 1, 1)]),
    ("Two people were killed: a nurse and her husband.", [("killed", "person", 2, 2)]),
    ("Two railway carriages caught fire.", [("fire", "object.train", 2, 2)]),
]

FIGURES: list[tuple[str, list[Expected]]] = [
    (
        "The strike injured 14 people. The mayor later raised the total to 19.",
        [("injured", "person", 14, 14), ("injured", "person", 19, 19)],
    ),
    (
        "Fourteen people were hurt. An hour later it was twenty.",
        [("injured", "person", 14, 14), ("injured", "person", 20, 20)],
    ),
    ("The number of wounded in the attack has grown to 31.", [("injured", "person", 31, 31)]),
    ("The number of children killed in Kyiv is six.", [("killed", "person.child", 6, 6)]),
    ("The number of people hurt in Sunday's attack has gone up to 34.", [("injured", "person", 34, 34)]),
    ("The death toll rose to eight.", [("killed", "person", 8, 8)]),
]

LISTS: list[tuple[str, list[Expected]]] = [
    (
        "Ten stalls were damaged, along with a bank and a kiosk.",
        [
            ("damaged", "site.commercial", 10, 10),
            ("damaged", "site.commercial", 1, 1),
            ("damaged", "site.commercial", 1, 1),
        ],
    ),
    (
        "A woman and her two-year-old daughter were killed.",
        [("killed", "person", 2, 2), ("killed", "person.child", 1, 1)],
    ),
    (
        "Twenty people were hurt. Among the injured are two policemen and a paramedic.",
        [("injured", "person", 20, 20), ("injured", "person.police", 2, 2), ("injured", "person.medic", 1, 1)],
    ),
    ("The number of damaged houses is now 20.", [("damaged", "site.residential", 20, 20)]),
    (
        "Kyiv, Dnipro and Odesa bore the brunt of the drones.",
        [("target", "area.target", 1, 1), ("target", "area.target", 1, 1), ("target", "area.target", 1, 1)],
    ),
]

RANGES: list[tuple[str, list[Expected]]] = [
    ("Eight to ten people were hurt.", [("injured", "person", 8, 10)]),
    ("Between five and six people were hurt.", [("injured", "person", 5, 6)]),
]

ANSWERS: list[tuple[str, list[Expected]]] = [
    ("And the wounded?\nAt least 64, says the prosecutor's office.", [("injured", "person", 64, None)]),
    (
        "Two houses were damaged in Irpin.\nHatne: six houses and a shop.",
        [
            ("damaged", "site.residential", 2, 2),
            ("damaged", "site.residential", 6, 6),
            ("damaged", "site.commercial", 1, 1),
        ],
    ),
    (
        "The strike killed eight railway workers and wounded 25.",
        [("killed", "person.rail_worker", 8, 8), ("injured", "person.rail_worker", 25, 25)],
    ),
    (
        "In Sumy 15 people were hurt. A paramedic was among them.",
        [("injured", "person", 15, 15), ("injured", "person.medic", 1, 1)],
    ),
    (
        "A fire broke out in a block of flats; four cars burnt out.",
        [("fire", "site.residential", 1, 1), ("destroyed", "object.vehicle", 4, 4)],
    ),
    ("A warehouse with 300 tonnes of grain was destroyed.", [("destroyed", "site.warehouse", 1, 1)]),
    ("Nineteen drones, it said, were destroyed.", [("shot_down", "weapon.drone", 19, 19)]),
]

SERVICES: list[tuple[str, list[Expected]]] = [
    ("DTEK: two of our plants were hit.", [("damaged", "site.energy", 2, 2)]),
    ("In Lutsk two plants were hit.", [("damaged", "site.industrial", 2, 2)]),
    (
        "Two journalists were killed in Kramatorsk.\n\nSaturday. Nine missiles and 62 drones.",
        [("killed", "person", 2, 2)],
    ),
    ("Gunners knocked down 81 of the rockets, 11 of them with F-16 jets.", [("shot_down", "weapon.missile", 81, 81)]),
    ("In the raid 115 missiles crashed down on the country.", [("launched", "weapon.missile", 115, 115)]),
    ("There were no casualties among the nine staff.", []),
    (
        "The air force put the number of drones brought down by gunfire and missiles at 96.",
        [("shot_down", "weapon.drone", 96, 96)],
    ),
    ("Suburban trains to Lozova are suspended; nine buses run instead.", [("disrupted", "service.rail", 1, None)]),
    ("In Sumy 8,000 people are without electricity.", [("without_power", "customer", 8000, 8000)]),
    ("More than half a million homes lost power.", [("without_power", "customer", 500_000, None)]),
    (
        "Sumy and Odesa regions are de-energised.\n\n- Sumy region: 600 thousand customers.\n- Odesa region: 33,700.",
        [
            ("disrupted", "service.power", 1, None),
            ("without_power", "customer", 600_000, 600_000),
            ("without_power", "customer", 33_700, 33_700),
        ],
    ),
    ("Heating is off in the district.", [("disrupted", "service.heat", 1, None)]),
]

PEOPLE: list[tuple[str, list[Expected]]] = [
    ("Rescuers pulled five people from under the rubble.", [("rescued", "person", 5, 5)]),
    ("Rescuers led 30 residents to safety.", [("evacuated", "person", 30, 30)]),
    ("A nurse and two paramedics were hurt.", [("injured", "person.medic", 3, 3)]),
    ("Fragments of downed drones fell at 14 places.", [("debris_locations", "area.location", 14, 14)]),
    ("A missile hit a barn; of 190 cows, 83 were killed.", [("hit", "weapon.missile", 1, 1)]),
    ("Two paramedics were among the dead.", [("killed", "person.medic", 2, 2)]),
    ("Four people are still being searched for.", [("missing", "person", 4, 4)]),
]

WORDINGS: list[tuple[str, list[Expected]]] = [
    # Air defence.
    ("After the attack: 40 drones were neutralised by electronic warfare.", [("suppressed", "weapon.drone", 40, 40)]),
    ("In the attack 40 drones went off course.", [("suppressed", "weapon.drone", 40, 40)]),
    ("Thirty drones were defeated in the attack.", [("intercepted", "weapon.drone", 30, 30)]),
    ("Drone debris fell at seven locations.", [("debris_locations", "area.location", 7, 7)]),
    ("Seven drones are circling over Sumy.", [("in_air", "weapon.drone", 7, 7)]),
    ("Three drones flew back to Russia.", [("left_airspace", "weapon.drone", 3, 3)]),
    ("Russia launched 4 Kaliber cruise missiles.", [("launched", "weapon.missile.cruise.kalibr", 4, 4)]),
    ("Russia launched 30 drones of the Shahed type.", [("launched", "weapon.drone.shahed", 30, 30)]),
    ("Russia launched 30 drones of the Shahed type and other drones.", [("launched", "weapon.drone", 30, 30)]),
    ("Another 40 drones were lost from radar without negative consequences.", [("suppressed", "weapon.drone", 40, 40)]),
    ("Russia attacked with 76 Shahed attack UAVs.", [("launched", "weapon.drone.shahed", 76, 76)]),
    ("Two missile carriers with up to 16 Kalibr missiles are on combat duty.", []),
    # What is made, bought and given away is not sent.
    ("Germany delivered 100 missiles to Ukraine after the attack.", []),
    ("The factory produces 4,000 drones a month.", []),
    # The dead and the injured.
    ("Two women fell victim to the strike.", [("killed", "person", 2, 2)]),
    ("Doctors could not save a boy hurt in the strike.", [("killed", "person.child", 1, 1)]),
    ("Russian missile attack kills 3, wounds 12.", [("killed", "person", 3, 3), ("injured", "person", 12, 12)]),
    ("Twelve people received medical assistance after the strike.", [("injured", "person", 12, 12)]),
    ("Two people were hit by shrapnel.", [("injured", "person", 2, 2)]),
    ("Nine people were taken to medical facilities after the strike.", [("hospitalised", "person", 9, 9)]),
    ("The whereabouts of five people are unknown after the strike.", [("missing", "person", 5, 5)]),
    ("Rescuers unblocked six people after the strike.", [("rescued", "person", 6, 6)]),
    ("There is no information about casualties.", []),
    ("A dad was killed in the strike.", [("killed", "person", 1, 1)]),
    ("A 12-year-old was injured.", [("injured", "person.child", 1, 1)]),
    ("A 45-year-old was killed.", [("killed", "person", 1, 1)]),
    ("A courier and a tourist were killed.", [("killed", "person", 2, 2)]),
    ("Two Ukrzaliznytsia employees were injured.", [("injured", "person.rail_worker", 2, 2)]),
    ("A midwife was killed.", [("killed", "person.medic", 1, 1)]),
    # Sites.
    ("A theatre was damaged.", [("damaged", "site.cultural", 1, 1)]),
    ("An evacuation train was damaged.", [("damaged", "object.train", 1, 1)]),
    ("A gas processing plant was damaged.", [("damaged", "site.energy", 1, 1)]),
    ("A rehabilitation centre was damaged.", [("damaged", "site.medical", 1, 1)]),
    ("The strike left four houses in ruins.", [("destroyed", "site.residential", 4, 4)]),
    ("The strike destroyed part of a school.", [("damaged", "site.education", 1, 1)]),
    ("A museum was undamaged, a school was hit.", [("damaged", "site.education", 1, 1)]),
    ("A warehouse was set ablaze.", [("fire", "site.warehouse", 1, 1)]),
    # Services.
    ("Heating was cut off.", [("disrupted", "service.heat", 1, None)]),
    ("Power was knocked out to 8,000 homes.", [("without_power", "customer", 8000, 8000)]),
    ("The attack affected 8,000 customers.", [("without_power", "customer", 8000, 8000)]),
    ("Twelve trains were affected by the attack.", [("disrupted", "object.train", 12, 12)]),
    ("After the attack trolleybuses stood still.", [("disrupted", "service.transit", 1, None)]),
    ("After the attack Moldova closed its airspace.", [("disrupted", "service.air", 1, None)]),
    ("After the attack telephone lines are down.", [("disrupted", "service.telecom", 1, None)]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    VOICE + WHOLES + NOT_COUNTS + WEAPONS + NAMED + FIGURES + RANGES + ANSWERS + LISTS + SERVICES + PEOPLE + WORDINGS,
)
def test_sentence(text: str, expected: list[Expected]) -> None:
    """A sentence is read into exactly the claims that it makes."""
    assert sorted(_claims(text), key=str) == sorted(expected, key=str)


CLAUSES: list[tuple[str, list[Expected]]] = [
    (
        "Eight places took direct hits and wreckage came down in four more.",
        [("hit_locations", "area.location", 8, 8), ("debris_locations", "area.location", 4, 4)],
    ),
    ("A metro station in use as a shelter was damaged.", [("damaged", "site.rail", 1, 1)]),
    (
        "A missile packed with shrapnel slammed into a block of flats.",
        [("hit", "weapon.missile", 1, 1)],
    ),
    (
        "Shelling destroyed two barns, a tractor and damaged nine homes.",
        [
            ("destroyed", "site.warehouse", 2, 2),
            ("destroyed", "object.vehicle", 1, 1),
            ("damaged", "site.residential", 9, 9),
        ],
    ),
    ("Three women (38, 41 and 70) were hurt.", [("injured", "person", 3, 3)]),
    (
        "Ten people, a 16-year-old among them, were injured.",
        [("injured", "person", 10, 10), ("injured", "person.child", 1, 1)],
    ),
    (
        "Two people were hospitalised; medics treated the rest on the spot, including three children.",
        [("hospitalised", "person", 2, 2), ("injured", "person.child", 3, 3)],
    ),
    ("Drone wreckage fell in the courtyard of a kindergarten.", []),
    ("There was a fire on the grounds of a factory.", [("fire", "site.industrial", 1, 1)]),
    (
        'A drone fell on the depot. "Nine people were hurt," he said.',
        [("hit", "weapon.drone", 1, 1), ("injured", "person", 9, 9)],
    ),
    ("The air force: 40 out of 52 missiles.", []),
    (
        "A dozen were rushed to hospital and 19 needed treatment.",
        [("hospitalised", "person", 12, 12), ("injured", "person", 19, 19)],
    ),
    (
        "Sixty drones hit nine sites and a dozen were still airborne.",
        [
            ("hit", "weapon.drone", 60, 60),
            ("hit_locations", "area.location", 9, 9),
            ("in_air", "weapon.drone", 12, 12),
        ],
    ),
    (
        "Three ambulances were destroyed and two damaged.",
        [("destroyed", "object.vehicle", 3, 3), ("damaged", "object.vehicle", 2, 2)],
    ),
    ("The attack killed a man and wounded another.", [("killed", "person", 1, 1), ("injured", "person", 1, 1)]),
    ("The plant was hit and 820 houses are cold.", [("damaged", "site.industrial", 1, 1)]),
    ("Two brothers aged 6 and 9 were killed.", [("killed", "person.child", 2, 2)]),
    ("Russia fired an Oreshnik missile.", [("launched", "weapon.missile.ballistic", 1, 1)]),
    ("Russia launched an Iskander missile attack.", []),
    (
        "More than 9,000 customers were left without heating, water or electricity.",
        [
            ("without_power", "customer", 9000, None),
            ("disrupted", "service.heat", 1, None),
            ("disrupted", "service.water", 1, None),
        ],
    ),
    (
        "There were eight hits by missiles and 30 by drones.",
        [("hit", "weapon.missile", 8, 8), ("hit", "weapon.drone", 30, 30)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses_and_asides_keep_their_own(text: str, expected: list[Expected]) -> None:
    """A clause, a bracket, a quote has its own verbs and numbers."""
    assert sorted(_claims(text), key=str) == sorted(expected, key=str)


STRIKES = [
    (
        "Further airstrikes occurred in at least six regions, involving four missiles and 20 drones.",
        [
            ("affected", "area.region", 6, None),
            ("hit", "weapon.missile", 4, 4),
            ("hit", "weapon.drone", 20, 20),
        ],
    ),
    ("The town came under an attack involving 30 drones.", [("launched", "weapon.drone", 30, 30)]),
    ("Several waves of drones crossed the region.", []),
    (
        "Dozens of thousands suffer; thousands — overwhelmingly civilians — have been killed.",
        [("killed", "person", 2000, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STRIKES)
def test_what_was_involved_in_strikes_that_took_place_struck(text: str, expected: list[Expected]) -> None:
    """Strikes that "occurred" hit; a number before waves counts waves; a remark between dashes parts nothing."""
    assert _claims(text) == expected


FRESH_WORDINGS = [
    ("In total, 41 launches of attack drones were recorded.", [("launched", "weapon.drone", 41, 41)]),
    (
        "The air force destroyed 61 cruise missiles out of a total of 90 aerial targets.",
        [("launched", "weapon", 90, 90), ("shot_down", "weapon.missile.cruise", 61, 61)],
    ),
    (
        "Combined strike by the enemy: 320 UAVs and 40 missiles.",
        [("launched", "weapon.drone", 320, 320), ("launched", "weapon.missile", 40, 40)],
    ),
    ("Four suburban trains have been cancelled after the attack.", [("disrupted", "object.train", 4, 4)]),
]


@pytest.mark.parametrize(("text", "expected"), FRESH_WORDINGS)
def test_launches_wholes_and_trains_that_are_counted(text: str, expected: list[Expected]) -> None:
    """Launches are of what follows "of"; a whole has its own noun; trains that are counted are no service besides."""
    assert _claims(text) == expected


BESIDE_THEM = [
    (
        "Five embassies housed in one building suffered damage in the missile attack.",
        [("damaged", "site.diplomatic", 5, 5)],
    ),
    (
        "210 drones and 18 missiles in one night.",
        [("launched", "weapon.drone", 210, 210), ("launched", "weapon.missile", 18, 18)],
    ),
    (
        "Air defence shot down/suppressed 95 targets: 90 drones and 5 missiles.",
        [
            ("intercepted", "weapon", 95, 95),
            ("intercepted", "weapon.drone", 90, 90),
            ("intercepted", "weapon.missile", 5, 5),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE_THEM)
def test_houses_of_others_nights_and_targets(text: str, expected: list[Expected]) -> None:
    """The house of five embassies is no sixth thing; a night without a verb is what was sent; targets are shot down."""
    assert _claims(text) == expected


def test_he_is_no_rescue_service() -> None:
    """Behind the words of a body "he" is whoever was named before it."""
    text = (
        "Two people were killed in Zaporizhzhia, governor Ivan Fedorov said. Six were rescued, the State Emergency Service "
        "said. He later raised the number of dead to three."
    )
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language="en")
    assert [claim.speaker for claim in reading.claims] == ["oma-UA-23", "ua-ses", "oma-UA-23"]


def test_a_clause_with_where_is_of_the_place_before_it() -> None:
    """Also in the words of a president, who counts weapons over the whole country."""
    text = "The search goes on in Kyiv's Solomianskyi district, where a missile hit a block of flats."
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED, source="ua-president"), language="en")
    assert [claim.place for claim in reading.claims if claim.measure.value == "hit"] == ["UA-30.solomianskyi"]


NO_COUNTS = [
    ("Eight people were hurt in the raid. Nine out of ten of us rent here.", [("injured", "person", 8, 8)]),
    ("They were rescued from the cellar at seven and thanked the crew.", []),
    ("Iryna Koval, 34, was killed in Sumy.", []),
    ("Oleh, 41, Maksym, 29, and Denys, 33, were killed.", []),
    ("If the missile had hit the school, 300 children would have been killed.", []),
    ("In Tallinn a drill began at noon. Twelve people were injured, 40 evacuated.", []),
]


@pytest.mark.parametrize(("text", "expected"), NO_COUNTS)
def test_rates_hours_ages_conditions_and_exercises_count_nothing(text: str, expected: list[Expected]) -> None:
    """A rate, an hour, an age behind a name, a condition and an exercise say of nobody that he came to harm."""
    assert _claims(text) == expected


POINTING = [
    ("Fourteen. That's how many are in hospital, the governor said.", [("hospitalised", "person", 14, 14)]),
    (
        "90 drones, four missiles. That is what was fired at us.",
        [("launched", "weapon.drone", 90, 90), ("launched", "weapon.missile", 4, 4)],
    ),
    (
        "Russia launched 81 drones and 9 missiles. 70 of the former and six of the latter were shot down.",
        [
            ("launched", "weapon.drone", 81, 81),
            ("launched", "weapon.missile", 9, 9),
            ("shot_down", "weapon.drone", 70, 70),
            ("shot_down", "weapon.missile", 6, 6),
        ],
    ),
    (
        "By nightfall the dead were 16, two children among them, and 47 people were injured.",
        [("killed", "person", 16, 16), ("killed", "person.child", 2, 2), ("injured", "person", 47, 47)],
    ),
    (
        "Three people, one a nurse, were killed there and 11 injured.",
        [("killed", "person", 3, 3), ("killed", "person.medic", 1, 1), ("injured", "person", 11, 11)],
    ),
    ("The five-hour alert in Kyiv was the longest of the month.", [("alert_duration", "alert", 5, 5)]),
    (
        "A tractor driver was wounded. He is in hospital.",
        [("injured", "person", 1, 1), ("hospitalised", "person", 1, 1)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), POINTING)
def test_words_that_point_back_count_what_stands_before_them(text: str, expected: list[Expected]) -> None:
    """ "That is", "the former", "among them", "he" are of what was just spoken of, and of nothing behind them."""
    assert _claims(text) == expected


LISTS_AND_WINDOWS = [
    ("150 targets have been destroyed or jammed by the air force.", [("intercepted", "weapon", 150, 150)]),
    (
        "The air force downed 30 drones, 14 Kalibr, and the guided missile failed to reach its target.",
        [
            ("shot_down", "weapon.drone", 30, 30),
            ("shot_down", "weapon.missile.cruise.kalibr", 14, 14),
        ],
    ),
    ("The blast of a drone blew out windows in 11 houses.", [("damaged", "site.residential", 11, 11)]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS_AND_WINDOWS)
def test_a_verb_of_the_last_item_is_its_own(text: str, expected: list[Expected]) -> None:
    """What failed at the end of a list of what was downed does not make the rest fail."""
    assert _claims(text) == expected


def test_an_entry_of_a_live_blog_is_not_about_the_district_of_the_one_before() -> None:
    """Each entry begins anew with the place of the story."""
    text = "08.10 Debris on a house in Darnytskyi district. One person killed.\n\n09.05 The mayor says 19 people were injured."
    document = Document(id="test", text=text, published=PUBLISHED, title="Kyiv: one dead after drone strike")
    assert [claim.place for claim in READER.read(document, language="en").claims if claim.low == 19] == ["UA-30"]


SPOKEN_OF = [
    (
        "A drone flew into a kindergarten in Sumy. The building burned down.",
        [("hit", "weapon.drone", 1, 1), ("destroyed", "site.education", 1, 1)],
    ),
    (
        "A missile hit an apartment block in Sumy. The block, put up in 1974, collapsed.",
        [("hit", "weapon.missile", 1, 1), ("destroyed", "site.residential", 1, 1)],
    ),
    (
        "One person was killed in Sumy and a second died in hospital.",
        [("killed", "person", 1, 1), ("killed", "person", 1, 1)],
    ),
    (
        "A missile hit Sumy. A warehouse, in the Zarichnyi district, burned down.",
        [("hit", "weapon.missile", 1, 1), ("destroyed", "site.warehouse", 1, 1)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN_OF)
def test_the_building_is_the_one_spoken_of(text: str, expected: list[Expected]) -> None:
    """ "The building" is what was named before it, "a second" is one more; an insertion parts no thing from its verb."""
    assert _claims(text) == expected


def test_homes_without_gas_have_power() -> None:
    """What a bare number lacks stands behind it."""
    text = "In Kherson 3,000 households are without power and 1,700 without gas."
    assert _claims(text) == [("without_power", "customer", 3000, 3000)]
