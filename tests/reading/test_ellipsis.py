"""What sentences leave out: the verb of a second place, the noun of a tally, who "he" is."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")
Told = tuple[str, str, int | None, str | None]


def _told(text: str, source: str | None = None, language: str = "uk") -> list[Told]:
    document = Document(id="test", text=text, published=PUBLISHED, source=source)
    claims = READER.read(document, language=language).claims
    return [(claim.measure.value, claim.subject, claim.low, claim.place) for claim in claims]


def test_a_place_and_a_dash_go_on_with_the_verb_of_the_sentence_before() -> None:
    assert sorted(_told("У Глухові пошкоджено 5 хат. У Шостці – 2 багатоповерхівки, магазин та 3 автівки.")) == [
        ("damaged", "object.vehicle", 3, "UA-59.shostka"),
        ("damaged", "site.commercial", 1, "UA-59.shostka"),
        ("damaged", "site.residential", 2, "UA-59.shostka"),
        ("damaged", "site.residential", 5, "UA-59.hlukhiv"),
    ]


def test_people_of_a_second_place_met_what_those_of_the_first_did() -> None:
    assert _told("У Глухові поранено двох чоловіків. У Шостці – одну жінку.") == [
        ("injured", "person", 2, "UA-59.hlukhiv"),
        ("injured", "person", 1, "UA-59.shostka"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "У першому гаражі згоріло 8 вантажівок, у другому – 3."),
        ("ru", "В первом дворе сгорели 8 грузовиков, во втором – 3."),
    ],
)
def test_the_second_of_two_like_places_has_the_verb_of_the_first(language: str, text: str) -> None:
    assert [low for _, _, low, _ in _told(text, language=language)] == [8, 3]


def test_bare_places_of_a_list_have_each_their_figures() -> None:
    assert _told("Суми – двоє загиблих і 9 поранених, Шостка – один загиблий, Глухів – 4 поранених.") == [
        ("killed", "person", 2, "UA-59.sumy"),
        ("injured", "person", 9, "UA-59.sumy"),
        ("killed", "person", 1, "UA-59.shostka"),
        ("injured", "person", 4, "UA-59.hlukhiv"),
    ]


def test_regions_listed_under_a_power_cut_have_each_their_customers() -> None:
    text = "Знеструмлено споживачів на півночі.\n\nДані операторів:\nСумщина — 21,4 тис.;\nВолинь — понад 8 тис."
    assert _told(text)[1:] == [
        ("without_power", "customer", 21_400, "UA-59"),
        ("without_power", "customer", 8_000, "UA-07"),
    ]


def test_a_tally_of_who_counts_weapons_is_what_was_sent() -> None:
    assert _told("Масований удар по містах. 40 ракет і 180 дронів.", "ua-president") == [
        ("launched", "weapon.missile", 40, "UA"),
        ("launched", "weapon.drone", 180, "UA"),
    ]
    assert _told("Домовилися про допомогу. 40 ракет і 180 дронів.", "ua-president") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Поранено жінку. Вона померла в лікарні."),
        ("ru", "Ранена женщина. Она скончалась в больнице."),
    ],
)
def test_a_pronoun_dies_for_who_was_hurt_before(language: str, text: str) -> None:
    assert {(measure, low) for measure, _, low, _ in _told(text, language=language)} >= {("injured", 1), ("killed", 1)}


@pytest.mark.parametrize(
    ("language", "text"),
    [("uk", "На жаль, у Сумах є загиблий."), ("ru", "В Сумах есть погибший.")],
)
def test_a_victim_who_is_there_is_one(language: str, text: str) -> None:
    assert _told(text, language=language) == [("killed", "person", 1, "UA-59.sumy")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("По Глухову вдарили дві ракети.", [("hit", "weapon.missile", 2)]),
        ("По Глухову вдарили двома ракетами.", [("launched", "weapon.missile", 2)]),
        ("Поранено п'ятьох, троє відмовилися від госпіталізації.", [("injured", "person", 5)]),
        ("Постраждали 20- та 35-річний чоловіки.", []),
        ("Пошкодження школи та 11 автомобілів.", [("damaged", "object.vehicle", 11), ("damaged", "site.education", 1)]),
        (
            "Без світла 900 абонентів, без опалення – 300 абонентів.",
            [("without_power", "customer", 900), ("disrupted", "service.heat", 1)],
        ),
        (
            "Дрон поцілив у ліцей: пожежа, потерпілих немає.",
            [
                ("hit", "weapon.drone", 1),
                ("damaged", "site.education", 1),
                ("fire", "site.education", 1),
                ("injured", "person", 0),
            ],
        ),
        ("Психологи надали допомогу 120 мешканцям.", []),
    ],
)
def test_what_a_wording_says_and_what_it_does_not(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert sorted((measure, subject, low) for measure, subject, low, _ in _told(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Один із водіїв поранений.", [("injured", "person", 1)]),
        ("Поранено двох із охоронців.", [("injured", "person", 2)]),
        ("Займання в одній із багатоповерхівок.", [("fire", "site.residential", 1)]),
        ("Розповідає одна з урятованих.", []),
        (
            "Запустили 300 БпЛА. Близько 180 із них – «шахеди».",
            [("launched", "weapon.drone", 300), ("launched", "weapon.drone.shahed", 180)],
        ),
        ("Поранено 30. Із них 12 мешканців ушпиталено.", [("injured", "person", 30), ("hospitalised", "person", 12)]),
        ("У дев'ятиповерхівці зруйновано дах.", [("damaged", "site.residential", 1)]),
        ("На ранок 3 серпня 17 із них лишалися в лікарнях.", [("hospitalised", "person", 17)]),
        ("Загинули троє дітей: Олег, 14 років, Марта, 9, Лев, 6.", [("killed", "person.child", 3)]),
        ("Збито дві авіабомби. Зафіксовано 19 воєнних злочинів.", [("shot_down", "weapon.bomb", 2)]),
        ("Виявлено тіла чоловіка, жінки та їхнього сина.", [("killed", "person", 3)]),
        ("Поранено кондуктора, двох пасажирок та студента.", [("injured", "person", 4)]),
        ("ТЕЦ зупинено. Будівля станції пошкоджена.", [("damaged", "site.energy", 1)]),
    ],
)
def test_one_of_several_and_parts_with_verbs_of_their_own(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert sorted((measure, subject, low) for measure, subject, low, _ in _told(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Збито 12/15 «Калібрів».", [("shot_down", "weapon.missile.cruise.kalibr", 12)]),
        (
            "Запустили 90 засобів: БпЛА різних типів — 80, ракет — 10.",
            [("launched", "weapon", 90), ("launched", "weapon.drone", 80), ("launched", "weapon.missile", 10)],
        ),
        ("Збито:\n• С-300, Х-59 — 5", [("shot_down", "weapon.missile", 5)]),
        ("Мер говорив про 8 поранених, а прокуратура – про 11.", [("injured", "person", 8), ("injured", "person", 11)]),
        ("Світло зникло, коли в шахті були 40 гірників.", [("disrupted", "service.power", 1)]),
    ],
)
def test_ratios_kinds_and_what_another_says(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert sorted((measure, subject, low) for measure, subject, low, _ in _told(text)) == sorted(expected)


def test_a_city_in_its_locative_is_found() -> None:
    assert _told("У Кременчуці поранено двох.") == [("injured", "person", 2, "UA-53.kremenchuk")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Це один із найбільших ударів: 70 ракет і 200 дронів."),
        ("ru", "Это одна из самых крупных атак: 70 ракет и 200 дронов."),
    ],
)
def test_a_colon_presents_what_a_strike_was_made_with(language: str, text: str) -> None:
    assert [claim[:3] for claim in _told(text, language=language)] == [
        ("launched", "weapon.missile", 70),
        ("launched", "weapon.drone", 200),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Показові навчання: за легендою, ракета влучила в ліцей, двоє загинули."),
        ("uk", "Рятувальники умовно евакуювали 30 учнів."),
        ("ru", "Учебная тревога: по легенде, дрон попал в школу, двое погибли."),
        ("de", "Katastrophenübung: Eine Rakete traf die Schule, zwei Menschen starben."),
        ("pl", "Ćwiczenia: według scenariusza zginęły dwie osoby."),
    ],
)
def test_what_is_played_took_place_nowhere(language: str, text: str) -> None:
    assert _told(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("uk", "Вісімнадцять. Стільки людей у лікарнях."), ("ru", "Восемнадцать. Столько людей в больницах.")],
)
def test_a_sentence_may_say_what_the_number_before_it_was(language: str, text: str) -> None:
    assert [claim[:3] for claim in _told(text, language=language)] == [("hospitalised", "person", 18)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("На область летіла Х-59, її збили.", [("shot_down", "weapon.missile.guided.kh59", 1)]),
        (
            "Поранено вчительку та двох учнів, 40 мешканців евакуювали.",
            [("injured", "person", 3), ("injured", "person.child", 2), ("evacuated", "person", 40)],
        ),
        ("Зруйновано будинок на вісім квартир.", [("destroyed", "site.residential", 1)]),
    ],
)
def test_pronouns_sizes_and_closed_lists(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert sorted((measure, subject, low) for measure, subject, low, _ in _told(text)) == sorted(expected)


def test_who_was_told_of_it_does_not_say_it() -> None:
    text = "У Сумах троє загиблих.\n\nЩойно говорив про це з прем'єром."
    document = Document(id="test", text=text, published=PUBLISHED, source="ua-president")
    assert [claim.speaker for claim in READER.read(document).claims] == ["ua-president"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Збили 120 і локаційно втратили 80 дронів.",
            [("shot_down", "weapon.drone", 120), ("suppressed", "weapon.drone", 80)],
        ),
        ("Дрон залетів у гуртожиток.", [("damaged", "site.residential", 1), ("hit", "weapon.drone", 1)]),
        ("До Польщі залетіли три дрони.", [("left_airspace", "weapon.drone", 3)]),
        ("Число поранених збільшилося на трьох – до 12.", [("injured", "person", 12)]),
        ("Аварійно знеструмлено 7 тисяч абонентів.", [("without_power", "customer", 7_000)]),
        ("Задіяв для ураження 900 дронів-камікадзе.", [("launched", "weapon.drone", 900)]),
        ("Росіяни завдали 300 ударів по 12 населених пунктах.", [("affected", "area.settlement", 12)]),
        ("Міноборони РФ повідомило, що перехопило 40 дронів.", [("intercepted", "weapon.drone", 40)]),
        ("Удар прийшовся на гуртожиток.", [("damaged", "site.residential", 1)]),
    ],
)
def test_words_of_officials(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert sorted((measure, subject, low) for measure, subject, low, _ in _told(text)) == sorted(expected)


def test_an_adjective_of_the_country_is_no_town() -> None:
    assert _told("Українські військові збили два дрони.") == [("shot_down", "weapon.drone", 2, "UA")]
    assert _told("В Українську поранено двох.") == [("injured", "person", 2, "UA-14.ukrainsk")]


def test_districts_by_their_adjectives_have_each_their_people() -> None:
    text = "По районах: Холодногірський – 9 постраждалих, Київський – 4."
    document = Document(id="test", text=text, published=PUBLISHED, source="mayor-kharkiv")
    assert [(claim.low, claim.place) for claim in READER.read(document, language="uk").claims] == [
        (9, "UA-63.kholodnohirskyi"),
        (4, "UA-63.kyivskyi"),
    ]


def test_what_was_noted_at_places_and_districts_struck_them() -> None:
    assert [claim[:3] for claim in _told("У Києві зафіксовано наслідки на 14 локаціях у 5 районах.")] == [
        ("hit_locations", "area.location", 14),
        ("affected", "area.district", 5),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Збито: 40 БпЛА, один «Калібр», Х-101 та дві Х-59.",
            [
                ("shot_down", "weapon.drone", 40),
                ("shot_down", "weapon.missile.cruise.kalibr", 1),
                ("shot_down", "weapon.missile.guided.kh59", 2),
            ],
        ),
        ("Сховище вціліло, один під'їзд зруйновано.", []),
        ("Горить СТО.", [("fire", "site.commercial", 1)]),
        ("Дрон улучив у цивільне підприємство.", [("hit", "weapon.drone", 1), ("damaged", "site.industrial", 1)]),
        ("Переговори тривали вісім годин.", []),
        (
            "Два дрони повернулися в РФ, три – досі в Україні.",
            [("left_airspace", "weapon.drone", 2), ("in_air", "weapon.drone", 3)],
        ),
    ],
)
def test_what_one_item_of_a_list_is(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert sorted((measure, subject, low) for measure, subject, low, _ in _told(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мати загинула на місці.", [("killed", "person", 1)]),
        ("Загинула дитина, її батьки поранені.", [("killed", "person.child", 1), ("injured", "person", 2)]),
        ("Поранені: 5 чоловіків, 2 жінки.", [("injured", "person", 7)]),
        (
            "Внаслідок удару по підстанції знеструмлено місто.",
            [("damaged", "site.energy", 1), ("disrupted", "service.power", 1)],
        ),
        ("Кількість загиблих унаслідок удару по вокзалу зросла до 6.", [("killed", "person", 6)]),
    ],
)
def test_kin_lists_behind_colons_and_struck_plants(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert sorted((measure, subject, low) for measure, subject, low, _ in _told(text)) == sorted(expected)


def test_a_part_behind_the_launch_areas_is_over_the_whole_country() -> None:
    text = "Ворог атакував 90 БпЛА із напрямків: Курськ, Міллерово – рф, Гвардійське – ТОТ АР Крим, понад 50 із них – «шахеди»."
    assert _told(text, "ua-air-force") == [
        ("launched", "weapon.drone", 90, "UA"),
        ("launched", "weapon.drone.shahed", 50, "UA"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Поранено вісьмох. Серед поранених – 15-річний хлопець.",
            [("injured", "person", 8), ("injured", "person.child", 1)],
        ),
        ("Надійшло 40 повідомлень про пошкодження житла та авто.", []),
        ("Скло не вціліло у 12 багатоповерхівках.", [("damaged", "site.residential", 12)]),
    ],
)
def test_ages_of_those_among_and_reports_of_harm(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert sorted((measure, subject, low) for measure, subject, low, _ in _told(text)) == sorted(expected)
