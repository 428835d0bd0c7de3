"""Documents that only borrow the words of war give no claims."""

from __future__ import annotations

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

OTHER = [
    "The striker fired two missiles into the net, and the coach saw his defence destroyed; five goals fell before half-time.",
    "Тренер назвав матч обстрілом воріт: за перший тайм нападник завдав п'ять ударів, двоє гравців травмовані.",
    "Вратарь отразил четыре удара, матч закончился со счетом 3:1, двое защитников получили травмы.",
    "Die Aktie stürzte ab, Anleger verloren Milliarden, an der Börse wurden drei Rüstungswerte hart getroffen.",
    "Burza zabiła dwie osoby, piorun trafił w dom, a ulewa zalała cztery ulice.",
    "У Ковелі стався вибух газу: зруйновано під'їзд, загинуло подружжя, троє сусідів поранені. Тривоги не було.",
    "В Казани взрыв газа разрушил два этажа, погибли двое, пятеро госпитализированы.",
    "In der Silvesternacht verletzten Böller 24 Polizisten; Raketen setzten zwei Balkone in Brand, Feuerwerk brannte.",
    "Учения закончились: по мишеням выпущено 12 ракет, условный противник потерял семь беспилотников.",
    "An earthquake of magnitude 6 damaged 40 houses in Osmaniye; three people were killed and 2,700 evacuated.",
    "Bei einer Gasexplosion in Köln wurden zwei Menschen getötet und 14 Wohnungen beschädigt.",
    "W wybuchu metanu w kopalni zginęło czterech górników, a siedmiu jest rannych.",
    "In der Silvesternacht starben zwei Männer durch Böller, eine Rakete setzte beim Feuerwerk einen Balkon in Brand.",
    "Piorun zabił dwie osoby, nawałnica zerwała dachy z trzech domów, a gradem zniszczonych jest 40 aut.",
    "The booster was destroyed and debris fell at two places; the satellite had been bound for orbit.",
]


@pytest.mark.parametrize("text", OTHER)
def test_a_match_a_market_or_a_storm_is_no_attack(text: str) -> None:
    """Words of another topic that outweigh the weapons turn the document away."""
    assert Reader().read(Document("other", text)).claims == ()


def test_a_strike_on_a_stadium_is_an_attack() -> None:
    """One word of another topic is not enough."""
    text = "Two missiles hit the stadium; four people were killed and nine drones were shot down."
    assert {claim.measure.value for claim in Reader().read(Document("attack", text)).claims} >= {"killed", "shot_down"}


def test_a_gas_explosion_that_a_drone_set_off_is_an_attack() -> None:
    """What is decisive where no weapon is named is one word among others where one is."""
    text = "Дрон влучив у котельню, стався вибух газу: загинули двоє людей, поранено трьох."
    assert {claim.measure.value for claim in Reader().read(Document("attack", text)).claims} >= {"killed", "injured"}


def test_a_long_story_without_a_weapon_an_official_or_a_war_is_no_report() -> None:
    """A trip through the country breaks things and hurts people too; so does a council meeting."""
    trip = (
        "Ми виїхали з Рівного на світанку: троє дорослих, двоє дітей і кіт. За сто кілометрів зупинилися біля хати, що впала "
        "ще минулого століття, від неї лишилася піч. У музеї краю оглянули старі вози й човен; дах музею торік пошкодив "
        "буревій, його полагодили місцеві майстри. Одна дитина поранила коліно, другу налякала гуска. Уночі було "
        "без світла й води, зате з тисячами зірок над головою, і ніхто не шкодував, що поїхав сюди на всі вихідні дні."
    )
    assert Reader().read(Document(id="test", text=trip), language="uk").claims == ()


ELSEWHERE = [
    "Three people were killed and five injured, two of them badly, when a flour mill exploded near the harbour on Sunday "
    "night. Six crews fought the blaze, which left 900 homes without power; a warehouse next door was gutted and about 40 "
    "residents were evacuated to a school hall. “It was like a bomb going off,” said a neighbour of 66, who thought of the "
    "people of Kharkiv. The cause, it is believed, was a spark in a silo. Trains were stopped for two hours, "
    "and one of the injured, a man of 41, died later in hospital.",
    "Der Kameramann, der mit 61 Jahren gestorben ist, wurde dreimal verwundet. In der Hauptstadt eines anderen Landes traf "
    "eine Rakete das Hotel, in dem er wohnte; zwei Kollegen starben neben ihm, und er verlor ein Auge. Er drehte elf Filme, "
    "einer davon über ein Theater, in dem viele Menschen umkamen, und bekam zwei Preise dafür. Zuletzt lag er im Juli im "
    "Krankenhaus. Er hinterlässt eine Frau, zwei Söhne und neuntausend Stunden Film, die nun ein Archiv in seiner Stadt "
    "ordnet.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_story_that_names_one_weapon_and_one_place_of_the_war_is_no_report(text: str) -> None:
    """An accident that sounds like a bomb, and a life that saw other wars, hold no claims."""
    assert Reader().read(Document("elsewhere", text)).claims == ()


def test_a_story_of_a_town_that_only_the_title_names_is_a_report() -> None:
    """What the title names counts as well."""
    text = (
        "They have names now. Olha was 54 and taught the piano; her husband mended boats. The toll stood at 44 on Tuesday, "
        "after a search that lasted 63 hours and that hundreds of people came to watch in silence from behind a rope. Five "
        "were children. Seventy-nine were injured and 39 rescued. It was a Kh-22 that did this. The house had stood there "
        "since 1972, between a bakery and the road to Pavlohrad, and nobody had ever thought it worth a photograph."
    )
    assert Reader().read(Document("named", text, title="Dnipro: the names")).claims
