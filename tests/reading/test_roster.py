"""People whom one list names and counts in turn are one number, whatever the order, and the children are another."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")
Told = tuple[str, str, int | None]


def _people(text: str, language: str) -> set[Told]:
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language=language)
    return {(claim.measure.value, claim.subject, claim.low) for claim in reading.claims}


ROSTERS: list[tuple[str, str, set[Told]]] = [
    (
        "ru",
        "В селе ранены мужчина, три женщины и девочка.",
        {("injured", "person", 5), ("injured", "person.child", 1)},
    ),
    (
        "ru",
        "Ранения получили 52-летняя почтальон, её сосед и внук 7 лет.",
        {("injured", "person", 3), ("injured", "person.child", 1)},
    ),
    ("ru", "Погибли Марина и её брат.", {("killed", "person", 2)}),
    ("ru", "В больницу отправили водителя трамвая, кондуктора и четырёх пассажиров.", {("hospitalised", "person", 6)}),
    (
        "ru",
        "Двое спасателей, фельдшер и мальчик 11 лет ранены.",
        {("injured", "person.rescuer", 2), ("injured", "person.medic", 1), ("injured", "person.child", 1)},
    ),
    (
        "uk",
        "Поранені чоловіки 50 і 61 року, жінка (34 роки) та двоє дітей.",
        {("injured", "person", 5), ("injured", "person.child", 2)},
    ),
    ("uk", "Загинули бабуся та її 7-річний онук.", {("killed", "person", 2), ("killed", "person.child", 1)}),
    ("uk", "Постраждали 28-річна та 64-річна мешканки.", {("injured", "person", 2)}),
    ("uk", "Загинули двоє дітей, хлопчик і дівчинка.", {("killed", "person.child", 2)}),
    ("uk", "Поранено двох: кухаря та 19-річного студента.", {("injured", "person", 2)}),
    (
        "uk",
        "Поранено п'ятьох людей: трьох чоловіків, жінку та підлітка.",
        {("injured", "person", 5), ("injured", "person.child", 1)},
    ),
    (
        "uk",
        "Поранено десятьох, серед них чоловік, жінка та хлопчик.",
        {("injured", "person", 10), ("injured", "person.child", 1)},
    ),
    ("uk", "Постраждали 43 відвідувачі та дитина.", {("injured", "person", 43), ("injured", "person.child", 1)}),
    ("uk", "Поранено двох чоловіків, жінку й дитину.", {("injured", "person", 4), ("injured", "person.child", 1)}),
    (
        "pl",
        "Ranni zostali mężczyzna, dwie kobiety i chłopiec.",
        {("injured", "person", 4), ("injured", "person.child", 1)},
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), ROSTERS)
def test_a_list_of_people_counts_each_kind_once(language: str, text: str, expected: set[Told]) -> None:
    """Those with a number and those without one are added up by their subject."""
    assert _people(text, language) == expected


def test_a_list_that_spells_out_a_total_adds_only_the_children() -> None:
    """The total stands; the grown-ups of the list are no second number."""
    assert ("killed", "person.child", 1) in _people("Погибли трое: мужчина, женщина и мальчик.", "ru")
    assert ("killed", "person", 2) not in _people("Погибли трое: мужчина, женщина и мальчик.", "ru")


def test_a_second_name_behind_a_comma_is_the_same_person() -> None:
    """A verb of one is of one, however he is called."""
    assert _people("Погиб тракторист хозяйства, местный житель.", "ru") == {("killed", "person", 1)}


def test_people_with_verbs_of_their_own_are_no_list() -> None:
    """What befell the one is not what befell the others."""
    assert _people("Погибла одна женщина, а четверо жителей попали в больницу.", "ru") == {
        ("killed", "person", 1),
        ("hospitalised", "person", 4),
    }


def test_words_for_more_before_a_number_join_it_to_the_one_before() -> None:
    """ "And more than" opens a number; behind one it says that there were more."""
    assert _people("Выпущено 78 ракет и больше сотни дронов.", "ru") == {
        ("launched", "weapon.missile", 78),
        ("launched", "weapon.drone", 100),
    }
    assert _people("Погибли 12 и больше человек.", "ru") == {("killed", "person", 12)}


def test_who_was_brought_out_and_died_was_not_rescued() -> None:
    """The end of the sentence tells what became of the one it began with."""
    assert _people("В Одессе женщину достали из-под завалов, но спасти её не смогли.", "ru") == {
        ("killed", "person", 1)
    }
    assert ("rescued", "person.child", 1) in _people("Из огня вынесли мальчика, погибли двое соседей.", "ru")


def test_people_of_a_town_are_people() -> None:
    """Whom a town is called after are counted like its inhabitants."""
    assert _people("В Сумах без света остались 20 тысяч сумчан.", "ru") == {("without_power", "customer", 20000)}
