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
