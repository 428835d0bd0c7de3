"""What the reader finds in Russian sentences, one row for each wording that a rule is for."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

Expected = tuple[str, str, int | None, int | None, str | None]

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")


def _claims(text: str, source: str | None = None) -> list[Expected]:
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED, source=source), language="ru")
    return [(claim.measure.value, claim.subject, claim.low, claim.high, claim.place) for claim in reading.claims]


NIGHT_REPORTS: list[tuple[str, list[Expected]]] = [
    (
        "Уничтожены семь беспилотников над территориями Брянской области (5 БПЛА) и Курской области (два БПЛА).",
        [
            ("shot_down", "weapon.drone", 7, 7, "RU"),
            ("shot_down", "weapon.drone", 5, 5, "RU-BRY"),
            ("shot_down", "weapon.drone", 2, 2, "RU-KRS"),
        ],
    ),
    (
        "Перехвачены и уничтожены десять БПЛА:  ▫️ **8** БПЛА – над территорией **Московского региона**, в том числе **3** "
        "БПЛА, летевших на Москву, ▫️ **2** БПЛА – над территорией Тульской области.",
        [
            ("intercepted", "weapon.drone", 10, 10, "RU"),
            ("intercepted", "weapon.drone", 8, 8, "RU-MOS"),
            ("intercepted", "weapon.drone", 3, 3, "RU-MOS"),
            ("intercepted", "weapon.drone", 2, 2, "RU-TUL"),
        ],
    ),
    (
        "Минувшей ночью дежурными средствами ПВО **уничтожены 14 БПЛА**: по шесть – над территориями Курской "
        "и Воронежской областей, два – над акваторией Черного моря.",
        [
            ("shot_down", "weapon.drone", 14, 14, "RU"),
            ("shot_down", "weapon.drone", 6, 6, "RU-KRS"),
            ("shot_down", "weapon.drone", 6, 6, "RU-VOR"),
            ("shot_down", "weapon.drone", 2, 2, None),  # a sea is in no country
        ],
    ),
    (
        "Ночью перехвачены и уничтожены девять беспилотников:   ▫️ **пять** БПЛА – над территорией **Брянской области,** "
        "▫️ **по два** – Орловская и Белгородская области.",
        [
            ("intercepted", "weapon.drone", 9, 9, "RU"),
            ("intercepted", "weapon.drone", 5, 5, "RU-BRY"),
            ("intercepted", "weapon.drone", 2, 2, "RU-ORL"),
            ("intercepted", "weapon.drone", 2, 2, "RU-BEL"),
        ],
    ),
    (
        "Над Курской и Тульской областями сбито по одному беспилотнику.",
        [
            ("shot_down", "weapon.drone", 1, 1, "RU-TUL"),
            ("shot_down", "weapon.drone", 1, 1, "RU-KRS"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NIGHT_REPORTS)
def test_a_night_report_gives_its_total_and_its_regions(text: str, expected: list[Expected]) -> None:
    """A report of the Russian defence ministry: the total is of the country, each part of its region."""
    assert _claims(text, "ru-mod") == expected


SINGLES: list[tuple[str, list[Expected]]] = [
    ("Над Сумской областью уничтожен беспилотник.", [("shot_down", "weapon.drone", 1, 1, "UA-59")]),
    (
        "Зенитчики сбили ракету «Калибр» над Одессой.",
        [("shot_down", "weapon.missile.cruise.kalibr", 1, 1, "UA-51.odesa")],
    ),
    ("Над Херсоном сбит вертолёт Ми-8.", [("shot_down", "weapon.helicopter", 1, 1, "UA-65.kherson")]),
    ("Над Харьковом сбили БПЛА.", []),
    ("Повреждено здание вокзала в Лозовой.", [("damaged", "site.rail", 1, 1, "UA-63.lozova")]),
]


@pytest.mark.parametrize(("text", "expected"), SINGLES)
def test_one_thing_is_counted_where_the_endings_show_that_it_is_one(text: str, expected: list[Expected]) -> None:
    """A noun without a number is one thing where noun and verb are singular; two names in a row are one thing."""
    assert _claims(text) == expected


COUNTED: list[tuple[str, list[Expected]]] = [
    ("Число погибших в Сумах выросло до девяти.", [("killed", "person", 9, 9, "UA-59.sumy")]),
    (
        "Над Сумской областью – 12 уничтоженных и перехваченных аппаратов.",
        [("intercepted", "weapon.drone", 12, 12, "UA-59")],
    ),
    ("В Харькове погибли две сестры 15 и 17 лет.", [("killed", "person.child", 2, 2, "UA-63.kharkiv")]),
    (
        "По 15:00 в Одессе пострадали девять человек, двое находятся в областной клинической больнице.",
        [
            ("injured", "person", 9, 9, "UA-51.odesa"),
            ("hospitalised", "person", 2, 2, "UA-51.odesa"),
        ],
    ),
    (
        "В Сумах сгорели два автомобиля, ещё шесть посечены осколками.",
        [
            ("destroyed", "object.vehicle", 2, 2, "UA-59.sumy"),
            ("damaged", "object.vehicle", 6, 6, "UA-59.sumy"),
        ],
    ),
    ("Эта атака стала одной из самых долгих, к шести утра она стихла.", []),
    ("В Харькове ранена её дочь.", [("injured", "person", 1, 1, "UA-63.kharkiv")]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_a_number_is_read_with_its_verb(text: str, expected: list[Expected]) -> None:
    """What a number counts and what happened to it."""
    assert _claims(text) == expected


PEOPLE: list[tuple[str, list[Expected]]] = [
    ("В Сумах погибли мужчина и женщина.", [("killed", "person", 2, 2, "UA-59.sumy")]),
    ("В Сумах ранены охранник и грузчик.", [("injured", "person", 2, 2, "UA-59.sumy")]),
    ("В Сумах погибли двое: водитель и его пассажирка.", [("killed", "person", 2, 2, "UA-59.sumy")]),
    ("В Сумах ранены супруги.", [("injured", "person", 2, 2, "UA-59.sumy")]),
    ("В Сумах травмированы мужчины 48 и 52 лет.", [("injured", "person", 2, 2, "UA-59.sumy")]),
    ("В Сумах погиб восьмилетний сын хозяина.", [("killed", "person.child", 1, 1, "UA-59.sumy")]),
    (
        "В Сумах ранен сторож. Его увезли в районную больницу.",
        [
            ("injured", "person", 1, 1, "UA-59.sumy"),
            ("hospitalised", "person", 1, 1, "UA-59.sumy"),
        ],
    ),
    (
        "В Сумах вахтёр с контузией доставлен в больницу.",
        [
            ("injured", "person", 1, 1, "UA-59.sumy"),
            ("hospitalised", "person", 1, 1, "UA-59.sumy"),
        ],
    ),
    ("В Сумах дрон настиг машину фермера: он и его жена погибли.", [("killed", "person", 2, 2, "UA-59.sumy")]),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_who_are_named_are_counted(text: str, expected: list[Expected]) -> None:
    """People of one list are one number; who is named after a total is among them."""
    assert [claim for claim in _claims(text) if claim[1].startswith("person")] == expected


FRONT: list[tuple[str, list[Expected]]] = [
    ("За сутки уничтожены **боевая машина пехоты, две бронированные машины**, три гаубицы и склад боеприпасов.", []),
    ("Нанесено поражение по 350 выявленным целям, в том числе по 18 опорным пунктам.", []),
    ("Расчет FPV-дрона поразил пикап и два укрытия с пехотинцами противника.", []),
    ("Операторы поразили беспилотный летательный аппарат противника.", []),
    ("Оператор БПЛА уничтожил танк с применением FPV-дрона.", []),
    (
        "Всего с начала операции уничтожены: 640 самолетов, 40 000 беспилотных летательных аппаратов, 20 000 боевых "
        "бронированных машин.",
        [("shot_down", "weapon.aircraft", 640, 640, "RU"), ("shot_down", "weapon.drone", 40000, 40000, "RU")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FRONT)
def test_the_front_line_makes_no_claims(text: str, expected: list[Expected]) -> None:
    """Ground combat is not what is counted here; aircraft and drones shot down there are."""
    assert _claims(text, "ru-mod") == expected


BESIDE: list[tuple[str, list[Expected]]] = [
    ("В Сумах обломки упали возле рынка.", []),
    ("В Сумах беспилотник упал во дворе больницы.", [("hit", "weapon.drone", 1, 1, "UA-59.sumy")]),
    ("Возгорание в Сумах ликвидировали к шести утра.", []),
    ("В Сумах загорелось домовладение.", [("fire", "site.residential", 1, 1, "UA-59.sumy")]),
    (
        "По Сумам ударили ракетами «Искандер-М», насчитали два прилёта.",
        [
            ("hit", "weapon.missile.ballistic.iskander_m", 2, 2, "UA-59.sumy"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_what_is_near_is_not_struck(text: str, expected: list[Expected]) -> None:
    """A thing beside the place of the fall, an hour, a neuter noun, a strike of a named weapon."""
    assert [claim for claim in _claims(text) if claim[0] != "debris_locations"] == expected


THINGS: list[tuple[str, list[Expected]]] = [
    ("В Сумах перебита линия электропередачи.", [("damaged", "site.energy", 1, 1, "UA-59.sumy")]),
    (
        "Данные медиков за ночь в Сумах: шестеро раненых, из них девушка семнадцати лет.",
        [
            ("injured", "person", 6, 6, "UA-59.sumy"),
            ("injured", "person.child", 1, 1, "UA-59.sumy"),
        ],
    ),
    (
        "В Сумах повреждены 20 многоквартирных и усадебных домов.",
        [("damaged", "site.residential", 20, 20, "UA-59.sumy")],
    ),
    (
        "В Сумах повреждены три многоквартирных дома, два частных.",
        [
            ("damaged", "site.residential", 3, 3, "UA-59.sumy"),
            ("damaged", "site.residential", 2, 2, "UA-59.sumy"),
        ],
    ),
    ("В Сумах умер в больнице мальчик семи лет.", [("killed", "person.child", 1, 1, "UA-59.sumy")]),
    (
        "В Сумах дрон ударил по предприятию, возник пожар.",
        [
            ("hit", "weapon.drone", 1, 1, "UA-59.sumy"),
            ("damaged", "site.industrial", 1, 1, "UA-59.sumy"),
            ("fire", "site.industrial", 1, 1, "UA-59.sumy"),
        ],
    ),
    ("Под Сумами загорелась сухая трава.", [("fire", "area.location", 1, 1, "UA-59.sumy")]),
    ("В Сумах пожар на подстанции.", [("fire", "site.energy", 1, 1, "UA-59.sumy")]),
    ("В Сумах посечён фасад библиотеки.", [("damaged", "site.cultural", 1, 1, "UA-59.sumy")]),
    ("В Сумах выбиты окна в общежитии.", [("damaged", "site.residential", 1, 1, "UA-59.sumy")]),
    ("В Сумах повреждён рынок.", [("damaged", "site.commercial", 1, 1, "UA-59.sumy")]),
    (
        "В Сумах госпитализированы восемь человек, в том числе полицейский.",
        [
            ("hospitalised", "person", 8, 8, "UA-59.sumy"),
            ("hospitalised", "person.police", 1, 1, "UA-59.sumy"),
        ],
    ),
    ("Эти 22 уже учтены в общем счёте.", []),
]


@pytest.mark.parametrize(("text", "expected"), THINGS)
def test_things_without_a_number(text: str, expected: list[Expected]) -> None:
    """Fires, parts of a building, things of one kind, one of those counted."""
    assert _claims(text) == expected


SHORT: list[tuple[str, list[Expected]]] = [
    (
        "БПЛА было 39, двадцать четыре из них уничтожены.",
        [
            ("launched", "weapon.drone", 39, 39, "UA"),
            ("shot_down", "weapon.drone", 24, 24, "UA"),
        ],
    ),
    ("В Сумах подтвердили гибель двоих — третьего ищут.", [("killed", "person", 2, 2, "UA-59.sumy")]),
    ("В Сумах постр. 23.", [("injured", "person", 23, 23, "UA-59.sumy")]),
    ("Ночью >50 шахедов на Одессу.", [("launched", "weapon.drone.shahed", 50, None, "UA-51.odesa")]),
    ("Ночью сбиты 106 БПЛА типа Shahed и других типов.", [("shot_down", "weapon.drone", 106, 106, "UA")]),
    (
        "В Сумах убиты отец и трое малышей.",
        [
            ("killed", "person", 4, 4, "UA-59.sumy"),
            ("killed", "person.child", 3, 3, "UA-59.sumy"),
        ],
    ),
    ("В Сумах пострадали двое: женщине и её сыну оказана помощь.", [("injured", "person", 2, 2, "UA-59.sumy")]),
    ("В Сумах вывели из подвала повреждённого здания шестерых.", [("evacuated", "person", 6, 6, "UA-59.sumy")]),
    ("Всего уничтожено: самолётов – 612, ЗРК – 530.", [("shot_down", "weapon.aircraft", 612, 612, "UA")]),
    ("В Самаре прошли учения МЧС: условно пострадали пятнадцать человек.", []),
    ("В Сумах двое сотрудников скорой контужены.", [("injured", "person.medic", 2, 2, "UA-59.sumy")]),
    (
        "В Сумах шесть погибших и больше девяти часов тревоги.",
        [
            ("killed", "person", 6, 6, "UA-59.sumy"),
            ("alert_duration", "alert", 9, None, "UA-59.sumy"),
        ],
    ),
    (
        "По городу на 4:30 было двое раненых, на 6:00 — трое.",
        [
            ("injured", "person", 2, 2, "UA"),
            ("injured", "person", 3, 3, "UA"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHORT)
def test_lists_and_figures(text: str, expected: list[Expected]) -> None:
    """One named beside those counted, those spelled out, people far from their verb, numbers of things unknown."""
    assert [claim for claim in _claims(text) if not claim[1].startswith(("site", "object"))] == expected


WORDS: list[tuple[str, list[Expected]]] = [
    # Sites by their kind: shops, works, stores, lines, clinics, schools, offices, houses.
    ("В Сумах повреждён торговый комплекс.", [("damaged", "site.commercial", 1, 1, "UA-59.sumy")]),
    ("В Сумах повреждена станция техобслуживания.", [("damaged", "site.commercial", 1, 1, "UA-59.sumy")]),
    ("В Сумах повреждён мясокомбинат.", [("damaged", "site.industrial", 1, 1, "UA-59.sumy")]),
    ("В Сумах повреждён сортировочный центр.", [("damaged", "site.warehouse", 1, 1, "UA-59.sumy")]),
    ("В Сумах повреждена газокомпрессорная станция.", [("damaged", "site.energy", 1, 1, "UA-59.sumy")]),
    ("В Сумах перебита линия электроснабжения.", [("damaged", "site.energy", 1, 1, "UA-59.sumy")]),
    ("В Одессе повреждён нефтяной терминал.", [("damaged", "site.port", 1, 1, "UA-51.odesa")]),
    ("В Сумах повреждён перинатальный центр.", [("damaged", "site.medical", 1, 1, "UA-59.sumy")]),
    ("В Сумах повреждён дом творчества.", [("damaged", "site.education", 1, 1, "UA-59.sumy")]),
    ("В Сумах повреждено здание облсовета.", [("damaged", "site.office", 1, 1, "UA-59.sumy")]),
    ("В Сумах повреждена панелька.", [("damaged", "site.residential", 1, 1, "UA-59.sumy")]),
    ("В Сумах повреждён автомобильный мост.", []),  # no car was hit
    # People by what they are.
    ("В Сумах ранена дежурная по переезду.", [("injured", "person.rail_worker", 1, 1, "UA-59.sumy")]),
    ("В Сумах погибла сотрудница патрульной полиции.", [("killed", "person.police", 1, 1, "UA-59.sumy")]),
    ("В Сумах ранены двое бойцов МЧС.", [("injured", "person.rescuer", 2, 2, "UA-59.sumy")]),
    ("В Сумах ранены три медсотрудника.", [("injured", "person.medic", 3, 3, "UA-59.sumy")]),
    ("В Сумах погибла мать троих детей.", [("killed", "person", 1, 1, "UA-59.sumy")]),
    ("В Сумах ранена восьмиклассница.", [("injured", "person.child", 1, 1, "UA-59.sumy")]),
    ("В Сумах погибла женщина, рассказал директор школы.", [("killed", "person", 1, 1, "UA-59.sumy")]),
    # What was done to weapons, to things, to people.
    ("Над Сумами «заземлили» пять дронов.", [("shot_down", "weapon.drone", 5, 5, "UA-59.sumy")]),
    ("Отбита атака четырёх беспилотников на Сумы.", [("intercepted", "weapon.drone", 4, 4, "UA-59.sumy")]),
    ("Дрон подбил под Сумами танк.", []),
    ("В Сумах в доме вылетели окна.", [("damaged", "site.residential", 1, 1, "UA-59.sumy")]),
    ("В Сумах школа превратилась в руины.", [("destroyed", "site.education", 1, 1, "UA-59.sumy")]),
    ("В Сумах смертельно ранены двое мужчин.", [("killed", "person", 2, 2, "UA-59.sumy")]),
    ("В Сумах мужчина получил ранения, несовместимые с жизнью.", [("killed", "person", 1, 1, "UA-59.sumy")]),
    ("В Сумах врачи не смогли спасти женщину.", [("killed", "person", 1, 1, "UA-59.sumy")]),
    ("В Сумах двоих прооперировали.", [("hospitalised", "person", 2, 2, "UA-59.sumy")]),
    # A hundred and a thousand are singular after these.
    ("По Сумам выпущено более сотни дронов.", [("launched", "weapon.drone", 100, None, "UA-59.sumy")]),
    ("По Сумам выпущено около тысячи дронов.", [("launched", "weapon.drone", 1000, 1000, "UA-59.sumy")]),
    ("По Сумам выпущены сотни дронов.", [("launched", "weapon.drone", 200, None, "UA-59.sumy")]),
    # Services that fail and that come back.
    ("В Сумах слабый напор воды.", [("disrupted", "service.water", 1, None, "UA-59.sumy")]),
    ("В Сумах перебои со светом.", [("disrupted", "service.power", 1, None, "UA-59.sumy")]),
    ("В Сумах троллейбусы заменены автобусами.", [("disrupted", "service.transit", 1, None, "UA-59.sumy")]),
    ("Перегон Нежин — Бахмач закрыт.", [("disrupted", "service.rail", 1, None, "UA")]),
    ("В Сумах вновь заработал водопровод.", []),
    ("Отключения затронули 12 тысяч абонентов в Сумах.", [("without_power", "customer", 12000, 12000, "UA-59.sumy")]),
    # Cars, lorries, ships, trains; sites in all cases.
    ("В Сумах повреждены две иномарки.", [("damaged", "object.vehicle", 2, 2, "UA-59.sumy")]),
    ("В Сумах пять карет скорой помяты.", [("damaged", "object.vehicle", 5, 5, "UA-59.sumy")]),
    ("В Сумах сгорел зерновоз.", [("destroyed", "object.vehicle", 1, 1, "UA-59.sumy")]),
    ("В Сумах повреждён вагон-ресторан.", [("damaged", "object.train", 1, 1, "UA-59.sumy")]),
    ("В Сумах пожар в ангаре.", [("fire", "site.warehouse", 1, 1, "UA-59.sumy")]),
    # Drones on their way, areas with damage, the main target.
    ("На Сумы летят пять дронов.", [("in_air", "weapon.drone", 5, 5, "UA-59.sumy")]),
    ("По Сумам прилетело пять КАБов.", [("hit", "weapon.bomb", 5, 5, "UA-59.sumy")]),
    ("Разрушения в шести районах Киева.", [("affected", "area.district", 6, 6, "UA-30")]),
    ("Эпицентром атаки стал Киев.", [("target", "area.target", 1, 1, "UA-30")]),
    # No claims: attacks repelled without a number, stocks, identified bodies, attacks of hackers.
    ("Прямое попадание ракеты в мост в Сумах.", [("hit", "weapon.missile", 1, 1, "UA-59.sumy")]),
    ("После удара беспилотников по мостам Сум.", []),  # nobody counted them
    ("В Сумах повреждён дом, женщина не пострадала.", [("damaged", "site.residential", 1, 1, "UA-59.sumy")]),
    ("В Сумах двое раненых скончались в больнице.", [("killed", "person", 2, 2, "UA-59.sumy")]),
    ("В Сумах двое пострадавших выписаны из больницы.", []),
    ("В Сумах сапёры уничтожили авиабомбу.", []),
    ("Отражена атака БПЛА.", []),
    ("В Сумах повреждён дом, школа уцелела.", [("damaged", "site.residential", 1, 1, "UA-59.sumy")]),
    ("Германия поставит Украине 12 ракет Patriot.", []),
    ("В Сумах обрушилась крыша школы.", [("damaged", "site.education", 1, 1, "UA-59.sumy")]),
    (
        "В Сумах разрушены частный дом и два сарая.",
        [
            ("destroyed", "site.residential", 1, 1, "UA-59.sumy"),
            ("destroyed", "site.warehouse", 2, 2, "UA-59.sumy"),
        ],
    ),
    ("Враг накапливает 500 дронов.", []),
    ("В Сумах 12 тел опознали.", []),
    ("Атака хакеров на банк в Сумах длилась пять часов.", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_of_reports_are_known(text: str, expected: list[Expected]) -> None:
    """The lexicon knows what reports call sites, people, deeds and failures."""


OTHER_CLAUSES: list[tuple[str, list[Expected]]] = [
    (
        "В Сумах, сообщила Укрзализныця, ранены двое сотрудников.",
        [("injured", "person.rail_worker", 2, 2, "UA-59.sumy")],
    ),
    (
        "В Сумах попадания отмечены на 9 локациях, падение обломков — на двух.",
        [
            ("hit_locations", "area.location", 9, 9, "UA-59.sumy"),
        ],
    ),
    ("В Сумах девять человек вышли сами, никто не пострадал.", [("injured", "person", 0, 0, "UA-59.sumy")]),
    ("В Сумах из трёх домов вывели жильцов, пострадавших нет.", [("injured", "person", 0, 0, "UA-59.sumy")]),
    ("Над Сумами сбиты две ракеты; БПЛА было 31.", [("shot_down", "weapon.missile", 2, 2, "UA-59.sumy")]),
    (
        "В Сумах повреждены две ТЭЦ, более 300 домов без отопления.",
        [
            ("damaged", "site.energy", 2, 2, "UA-59.sumy"),
            ("disrupted", "service.heat", 1, None, "UA-59.sumy"),
        ],
    ),
    (
        "В Сумах повреждён гараж станции скорой помощи: пять карет помяты.",
        [
            ("damaged", "object.vehicle", 5, 5, "UA-59.sumy"),
        ],
    ),
    (
        "Воздушные силы отчитались о 90 дронах и 12 ракетах: 80 дронов сбиты.",
        [
            ("launched", "weapon.drone", 90, 90, "UA"),
            ("launched", "weapon.missile", 12, 12, "UA"),
            ("shot_down", "weapon.drone", 80, 80, "UA"),
        ],
    ),
    ("В Сумах сбиты девять БПЛА; четыре облетели город стороной.", [("shot_down", "weapon.drone", 9, 9, "UA-59.sumy")]),
    ("В Сумах троих госпитализировали, двоим помогли дома.", [("hospitalised", "person", 3, 3, "UA-59.sumy")]),
    ("В Сумах ранены восемь, трое из них, пожилые, от помощи отказались.", [("injured", "person", 8, 8, "UA-59.sumy")]),
    ("Она эвакуировала 40 ящиков в Полтаву.", []),
    (
        "В Сумах горели два дома, в Лебедине — магазин, в Ромнах обломки упали на крышу школы.",
        [
            ("fire", "site.residential", 2, 2, "UA-59.sumy"),
            ("fire", "site.commercial", 1, 1, "UA-59.lebedyn"),
            ("damaged", "site.education", 1, 1, "UA-59.romny"),
        ],
    ),
]


HURT_AND_CARED_FOR: list[tuple[str, list[Expected]]] = [
    ("В Сумах двое пострадавших доставлены в больницу.", [("hospitalised", "person", 2, 2, "UA-59.sumy")]),
    (
        "В Сумах трое мужчин с осколочными ранениями доставлены в больницу.",
        [("injured", "person", 3, 3, "UA-59.sumy"), ("hospitalised", "person", 3, 3, "UA-59.sumy")],
    ),
    (
        "В Сумах ранены трое. Все пострадавшие доставлены в медицинское учреждение, им оказывают помощь.",
        [("injured", "person", 3, 3, "UA-59.sumy")],
    ),
    (
        "В Сумах двое погибли, ещё 14 – получили ранения.",
        [("killed", "person", 2, 2, "UA-59.sumy"), ("injured", "person", 14, 14, "UA-59.sumy")],
    ),
    ("Спасатели обнаружили в Сумах тело пожилой женщины.", [("killed", "person", 1, 1, "UA-59.sumy")]),
    ("К сожалению, в Сумах не обошлось без жертв.", []),
    (
        "В Сумах ранены шестеро, среди них 15-летняя девушка.",
        [("injured", "person", 6, 6, "UA-59.sumy"), ("injured", "person.child", 1, 1, "UA-59.sumy")],
    ),
    (
        "В Сумах пришлось эвакуировать 17 человек, среди них четверо детей.",
        [("evacuated", "person", 17, 17, "UA-59.sumy"), ("evacuated", "person.child", 4, 4, "UA-59.sumy")],
    ),
]

PARTS_AND_PIECES: list[tuple[str, list[Expected]]] = [
    ("В Сумах разрушен подъезд девятиэтажного дома.", [("damaged", "site.residential", 1, 1, "UA-59.sumy")]),
    ("В Сумах выбило окна в четырёх подъездах пятиэтажки.", [("damaged", "site.residential", 1, 1, "UA-59.sumy")]),
    ("В Сумах обломки упали на территорию одного из предприятий.", []),
    (
        "Россияне применили по Украине 40 ракет, из них 33 – крылатые.",
        [("launched", "weapon.missile", 40, 40, "UA"), ("launched", "weapon.missile.cruise", 33, 33, "UA")],
    ),
    (
        "Над Сумщиной 12 «шахедов» сбиты, 8 дронов-имитаторов подавлены, уничтожены три Х-101.",
        [
            ("shot_down", "weapon.drone.shahed", 12, 12, "UA-59"),
            ("suppressed", "weapon.drone.decoy", 8, 8, "UA-59"),
            ("shot_down", "weapon.missile.cruise.kh101", 3, 3, "UA-59"),
        ],
    ),
    (
        "По Украине применили 67 ракет и более 800 управляемых авиабомб.",
        [("launched", "weapon.missile", 67, 67, "UA"), ("launched", "weapon.bomb", 800, None, "UA")],
    ),
]


LISTS_AND_LABELS: list[tuple[str, list[Expected]]] = [
    (
        "В Сумах 22 человека травмированы, среди них четыре медика и спасатель.",
        [
            ("injured", "person", 22, 22, "UA-59.sumy"),
            ("injured", "person.medic", 4, 4, "UA-59.sumy"),
            ("injured", "person.rescuer", 1, 1, "UA-59.sumy"),
        ],
    ),
    (
        "Ранены в Сумах женщина и её 13-летний сын.",
        [("injured", "person", 2, 2, "UA-59.sumy"), ("injured", "person.child", 1, 1, "UA-59.sumy")],
    ),
    ("Из-за удара в Сумах остановлены трамваи № 3 и 8.", [("disrupted", "service.transit", 1, None, "UA-59.sumy")]),
    ("В Сумах загорелась парковка возле общежития.", []),
    ("В Сумах дрон сбит, обломки упали возле школы.", [("shot_down", "weapon.drone", 1, 1, "UA-59.sumy")]),
    (
        "Сумская область: россияне задействовали для поражения 5 417 дронов-камикадзе.",
        [("launched", "weapon.drone", 5417, 5417, "UA-59")],
    ),
    (
        "Россияне выпустили по Украине 590 дронов и 50 ракет. ПВО обезвредила 566 и 45 целей.",
        [
            ("launched", "weapon.drone", 590, 590, "UA"),
            ("launched", "weapon.missile", 50, 50, "UA"),
            ("intercepted", "weapon.drone", 566, 566, "UA"),
            ("intercepted", "weapon.missile", 45, 45, "UA"),
        ],
    ),
    (
        "Сгорел жилой дом в Сумах, ещё в трёх выбиты окна.",
        [("damaged", "site.residential", 3, 3, "UA-59.sumy"), ("destroyed", "site.residential", 1, 1, "UA-59.sumy")],
    ),
    (
        "В Сумах погиб водитель 1979 года рождения, раненых госпитализировали в Киев.",
        [("killed", "person", 1, 1, "UA-59.sumy")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*LISTS_AND_LABELS, *HURT_AND_CARED_FOR, *PARTS_AND_PIECES])
def test_parts_of_people_and_things(text: str, expected: list[Expected]) -> None:
    """Who of the hurt is in hospital, what part of a house is gone, which of the missiles were of one kind."""
    assert _claims(text) == expected


def test_who_said_this_may_stand_in_the_next_sentence() -> None:
    """What somebody "said about this" is what the sentence before says."""
    text = "В Киеве пострадали 12 человек. Об этом сообщил мэр Виталий Кличко."
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED, source=None), language="ru")
    assert [claim.speaker for claim in reading.claims] == ["kyiv-mayor"]


@pytest.mark.parametrize(("text", "expected"), OTHER_CLAUSES)
def test_verbs_of_other_clauses(text: str, expected: list[Expected]) -> None:
    """A verb that has its own count does not count what the next clause speaks of; an item has its own place."""
    assert _claims(text) == expected


def test_what_is_only_feared_or_refuted_is_not_stated() -> None:
    """Words of doubt and denial, and the infinitives that stand with them."""
    doubted = READER.read(Document(id="test", text="В Сумах могли погибнуть двое.", published=PUBLISHED, source=None))
    denied = READER.read(
        Document(
            id="test", text="Терехов опроверг сообщения о двух погибших в Харькове.", published=PUBLISHED, source=None
        )
    )
    assert [claim.modality.value for claim in (*doubted.claims, *denied.claims)] == ["unconfirmed", "denied"]


CLAUSES_AND_WHOLES: list[tuple[str, list[Expected]]] = [
    (
        "Погибли 14 человек и более чем 60 ранены.",
        [("killed", "person", 14, 14, "UA"), ("injured", "person", 60, None, "UA")],
    ),
    ("Под грузовым составом рухнул мост.", []),
    ("Нанесены три баллистических удара по центру Днепра.", []),
    (
        "Город остался без электро-, водо- и теплоснабжения.",
        [
            ("disrupted", "service.water", 1, None, "UA"),
            ("disrupted", "service.heat", 1, None, "UA"),
            ("disrupted", "service.power", 1, None, "UA"),
        ],
    ),
    (
        "Сбиты 30 крылатых ракет из 45 воздушных целей.",
        [("launched", "weapon", 45, 45, "UA"), ("shot_down", "weapon.missile.cruise", 30, 30, "UA")],
    ),
    (
        "Уничтожены 90 беспилотников: 60 – над Брянской областью, ещё 30 – над территориями Орловской, Тульской и "
        "Калужской областей.",
        [
            ("shot_down", "weapon.drone", 90, 90, "RU"),
            ("shot_down", "weapon.drone", 60, 60, "RU-BRY"),
            ("shot_down", "weapon.drone", 30, 30, "RU"),
        ],
    ),
    (
        "Повреждены четыре дома, магазины и здание районного суда, а также 12 машин.",
        [
            ("damaged", "site.residential", 4, 4, "UA"),
            ("damaged", "object.vehicle", 12, 12, "UA"),
            ("damaged", "site.office", 1, 1, "UA"),
        ],
    ),
    ("Повреждены машины и дома.", []),
    ("В Печерском районе ранены трое.", [("injured", "person", 3, 3, "UA-30.pecherskyi")]),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES_AND_WHOLES)
def test_where_a_clause_a_list_and_a_whole_end(text: str, expected: list[Expected]) -> None:
    """A whole has a noun of its own, a list goes on over things without a number, what stands below a bridge did not fall."""
    assert _claims(text) == expected


def test_a_verb_behind_a_comma_begins_the_next_clause() -> None:
    """What was shot down stays so before another verb with its own count."""
    text = "Сбиты два самолёта Су-25, семь беспилотников в районе Токмака, перехвачены девять реактивных снарядов."
    found = [(measure, low) for measure, _, low, _, _ in _claims(text, "ru-mod")]
    assert found == [("shot_down", 2), ("shot_down", 7), ("intercepted", 9)]


def test_an_entry_of_a_live_blog_goes_by_the_clock_of_its_publication() -> None:
    """10:48 in a post of 11:00 in Moscow is not of the day before, though it is 10:00 in Kyiv by then."""
    published = datetime.fromisoformat("2024-11-17T11:00:00+03:00")
    text = "10:48 В Николаеве погибли двое.\n\n10:15 В Одессе ранены трое."
    reading = READER.read(Document(id="test", text=text, published=published, source=None), language="ru")
    assert [claim.start.date().isoformat() for claim in reading.claims if claim.start] == ["2024-11-17", "2024-11-17"]


def test_a_quoted_name_speaks() -> None:
    """The quotes of an outlet's name are no speech."""
    text = "За январь, подсчитала «Медиазона», российская армия запустила 4100 ударных дронов."
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED, source=None), language="ru")
    assert [claim.speaker for claim in reading.claims] == ["media"]


def test_one_of_the_dead_is_dead_whatever_was_counted_last() -> None:
    """The words of the part say what became of it."""
    text = "В Киеве двое погибших и 26 пострадавших. Одна из погибших – сотрудница полиции."
    assert _claims(text)[-1] == ("killed", "person.police", 1, 1, "UA-30")


SMALL_WORDS: list[tuple[str, list[Expected]]] = [
    (
        "Дроны попали в две многоэтажки в Сумах, в одной из них обрушился подъезд.",
        [("damaged", "site.residential", 2, 2, "UA-59.sumy"), ("damaged", "site.residential", 1, 1, "UA-59.sumy")],
    ),
    ("Ракета легла между двумя складами в Сумах.", [("hit", "weapon.missile", 1, 1, "UA-59.sumy")]),
    ("Сколько домов в Сумах без света после удара?", []),
    (
        "В Сумах обломки дрона подожгли склад и шесть машин.",
        [("fire", "object.vehicle", 6, 6, "UA-59.sumy"), ("fire", "site.warehouse", 1, 1, "UA-59.sumy")],
    ),
    (
        "Удар повредил энергетическую, железнодорожную и жилую инфраструктуру Сум.",
        [
            ("damaged", "site.energy", 1, None, "UA-59.sumy"),
            ("damaged", "site.rail", 1, None, "UA-59.sumy"),
            ("damaged", "site.residential", 1, None, "UA-59.sumy"),
        ],
    ),
    (
        "Две баллистические ракеты С-400 выпущены по Сумам.",
        [("launched", "weapon.missile.antiair.s300", 2, 2, "UA-59.sumy")],
    ),
    ("Доля перехваченных баллистических ракет упала на треть.", []),
    (
        "Россия применила по Украине 29 Х-101 и два «Искандера-М», всего 31 ракету. Все тридцать одну удалось сбить.",
        [
            ("launched", "weapon.missile.cruise.kh101", 29, 29, "UA"),
            ("launched", "weapon.missile.ballistic.iskander_m", 2, 2, "UA"),
            ("launched", "weapon.missile", 31, 31, "UA"),
            ("shot_down", "weapon.missile", 31, 31, "UA"),
        ],
    ),
    ("Из шахты в Павлограде на поверхность подняли 90 горняков.", [("evacuated", "person", 90, 90, "UA-12.pavlohrad")]),
    ("Раненый житель Сум от предложенной госпитализации отказался.", [("injured", "person", 1, 1, "UA-59.sumy")]),
]


@pytest.mark.parametrize(("text", "expected"), SMALL_WORDS)
def test_small_words_turn_what_is_said(text: str, expected: list[Expected]) -> None:
    """What stands between, in the fire, or in a question is told by the words around it."""
    assert _claims(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("В 2023 году в этом доме при ударе погибли двое.", "2023-01-01"),
        ("В апреле 2024-го тут погибли трое.", "2024-04-01"),
    ],
)
def test_a_year_that_is_over_dates_what_it_tells(text: str, day: str) -> None:
    """A year alone is a time of its own, also with its ordinal's ending."""
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language="ru")
    assert [claim.start.date().isoformat() for claim in reading.claims if claim.start] == [day]


COUNTED_OTHERWISE: list[tuple[str, list[Expected]]] = [
    (
        "Самолёты выпустили по Украине 17 ракет воздушного базирования Х-101/Х-555.",
        [("launched", "weapon.missile.cruise.kh101", 17, 17, "UA")],
    ),
    ("На соседнем предприятии в Сумах сгорело 4 грузовика.", [("destroyed", "object.vehicle", 4, 4, "UA-59.sumy")]),
    (
        "После удара по Сумам с водой порядок, трамваи не ходят.",
        [("disrupted", "service.transit", 1, None, "UA-59.sumy")],
    ),
    (
        "В Сумах без тепла остались 12 домов – осколками пробита теплотрасса.",
        [("damaged", "site.energy", 1, 1, "UA-59.sumy"), ("disrupted", "service.heat", 1, None, "UA-59.sumy")],
    ),
    (
        "Из 40 дронов 30 сбиты, 10 поразили шесть объектов.",
        [
            ("shot_down", "weapon.drone", 30, 30, "UA"),
            ("hit", "weapon.drone", 10, 10, "UA"),
            ("hit_locations", "area.location", 6, 6, "UA"),
        ],
    ),
    (
        "В Сумах после удара вылетело около трёхсот окон в трёх домах.",
        [("damaged", "site.residential", 3, 3, "UA-59.sumy")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED_OTHERWISE)
def test_what_a_number_is_of_and_what_its_verb_is_of(text: str, expected: list[Expected]) -> None:
    """A verb that agrees with one thing counts no twelve; what was struck without a name is a place."""
    assert _claims(text) == expected


WORDS_BESIDE: list[tuple[str, list[Expected]]] = [
    ("В Сумах горел автобус, стоявший у входа в школу.", [("fire", "object.vehicle", 1, 1, "UA-59.sumy")]),
    ("Мужчина из Сум после удара обратился в больницу.", [("injured", "person", 1, 1, "UA-59.sumy")]),
    (
        "Три «Шахеда» один за другим попали в дом в Сумах.",
        [("hit", "weapon.drone.shahed", 3, 3, "UA-59.sumy"), ("damaged", "site.residential", 1, 1, "UA-59.sumy")],
    ),
    ("После удара в Сумах ни света, ни метро.", [
        ("disrupted", "service.power", 1, None, "UA-59.sumy"), ("disrupted", "service.transit", 1, None, "UA-59.sumy"),
    ]),
    (
        "Под завалами в Сумах продолжают искать четверых.",
        [("missing", "person", 4, 4, "UA-59.sumy")],
    ),
    ("В Сумах повреждено здание правительства.", [("damaged", "site.office", 1, 1, "UA-59.sumy")]),
    (
        "Один из самых тяжёлых ударов по энергетике Украины: 70 ракет и почти 300 дронов.",
        [("launched", "weapon.missile", 70, 70, "UA"), ("launched", "weapon.drone", 300, 300, "UA")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDS_BESIDE)
def test_what_stands_beside_is_told_from_what_was_struck(text: str, expected: list[Expected]) -> None:
    """Where a thing stood, how weapons came, and where one went for help."""
    assert _claims(text) == expected


def test_the_police_call_their_own_colleagues() -> None:
    """Whom a body calls its own is of its trade."""
    assert _claims("Двое наших коллег ранены осколками.", "ua-police") == [("injured", "person.police", 2, 2, "UA")]


def test_many_settlements_lie_in_no_village() -> None:
    """What is counted over settlements is of their region, whatever village was named before."""
    text = "В селе Чернеччина погибли двое.\n\nЗа сутки – почти 100 обстрелов по 41 населённому пункту."
    assert _claims(text, "oma-UA-59")[-1] == ("affected", "area.settlement", 41, 41, "UA-59")


FIGURES_PUT_ANEW: list[tuple[str, list[Expected]]] = [
    (
        "В Сумах утром говорили о семерых раненых, к обеду их стало тринадцать.",
        [("injured", "person", 7, 7, "UA-59.sumy"), ("injured", "person", 13, 13, "UA-59.sumy")],
    ),
    (
        "В Сумах утром сообщили о 24 погибших, днём в администрации назвали 27.",
        [("killed", "person", 24, 24, "UA-59.sumy"), ("killed", "person", 27, 27, "UA-59.sumy")],
    ),
    (
        "В Сумах один погиб, четверо с ранениями.",
        [("killed", "person", 1, 1, "UA-59.sumy"), ("injured", "person", 4, 4, "UA-59.sumy")],
    ),
    (
        "ПВО сбила 23 ракеты. Над столицей – 15.",
        [("shot_down", "weapon.missile", 23, 23, "UA"), ("shot_down", "weapon.missile", 15, 15, "UA-30")],
    ),
    (
        "В Одессе досталось Пересыпскому району: две девятиэтажки, детская поликлиника.",
        [
            ("damaged", "site.residential", 2, 2, "UA-51.peresypskyi"),
            ("damaged", "site.medical", 1, 1, "UA-51.peresypskyi"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES_PUT_ANEW)
def test_a_figure_is_put_anew_in_few_words(text: str, expected: list[Expected]) -> None:
    """A second figure has no noun of its own, and a list stands behind its place."""
    assert _claims(text) == expected


WHO_AND_WHERE: list[tuple[str, list[Expected]]] = [
    (
        "В Одессе ранена мама с ребёнком.",
        [("injured", "person", 2, 2, "UA-51.odesa"), ("injured", "person.child", 1, 1, "UA-51.odesa")],
    ),
    ("Губернатор подтвердил гибель 46-летней жительницы Сум.", [("killed", "person", 1, 1, "UA-59.sumy")]),
    ("В Сумах после удара выбиты окна в многоэтажках.", []),
    ("После атаки в Сумах мужчина сгорел в доме.", []),
    ("В пункте временного размещения в Сумах живут 408 человек, включая 94 детей.", []),
    (
        "В Сумах дрон попал в вагон поезда № 63/64.",
        [("hit", "weapon.drone", 1, 1, "UA-59.sumy"), ("damaged", "object.train", 1, 1, "UA-59.sumy")],
    ),
    (
        "Каждая третья ракета прилетела с юга, три сбиты над Сумами.",
        [("shot_down", "weapon.missile", 3, 3, "UA-59.sumy")],
    ),
    ("На военных учениях под Сумами подавлены семь учебных беспилотников, один угодил в пруд.", []),
]


@pytest.mark.parametrize(("text", "expected"), WHO_AND_WHERE)
def test_who_is_counted_with_whom_and_what_is_only_where(text: str, expected: list[Expected]) -> None:
    """A child with its mother is hurt too; a house that somebody burned in is only where."""
    assert _claims(text) == expected


ELLIPSES: list[tuple[str, list[Expected]]] = [
    (
        "В Житомире разрушены шесть домов, повреждены четырнадцать.",
        [
            ("destroyed", "site.residential", 6, 6, "UA-18.zhytomyr"),
            ("damaged", "site.residential", 14, 14, "UA-18.zhytomyr"),
        ],
    ),
    (
        "«Молния» попала в автобус в Сумах.",
        [("hit", "weapon.drone", 1, 1, "UA-59.sumy"), ("damaged", "object.vehicle", 1, 1, "UA-59.sumy")],
    ),
    (
        "В Сумах, по словам главы ОВА, раненых уже семнадцать.",
        [("injured", "person", 17, 17, "UA-59.sumy")],
    ),
    (
        "До 7.00 над Россией сбиты 42 дрона. До 9.00 ещё 16.",
        [("shot_down", "weapon.drone", 42, 42, "RU"), ("shot_down", "weapon.drone", 16, 16, "RU")],
    ),
    ("Над Севастополем ночь без сна. Над городом сбиты восемь дронов.", [("shot_down", "weapon.drone", 8, 8, "UA-40")]),
]


@pytest.mark.parametrize(("text", "expected"), ELLIPSES)
def test_what_is_left_out_is_what_was_named_before(text: str, expected: list[Expected]) -> None:
    """A second number is of the same houses, "the city" the city that is a region too, a quoted name a drone."""
    assert _claims(text) == expected


WORDS_OF_ANY_STORY: list[tuple[str, list[Expected]]] = [
    ("В Чаплино погибли пять человек.", [("killed", "person", 5, 5, "UA-12.chaplyne")]),
    (
        "Украину накрыли 40 ракет и 12 «шахедов».",
        [("launched", "weapon.missile", 40, 40, "UA"), ("launched", "weapon.drone.shahed", 12, 12, "UA")],
    ),
    ("Пострадавших в Сумах, предварительно, двое.", [("injured", "person", 2, 2, "UA-59.sumy")]),
    ("Удар по Сумам: сорок жильцов увезли автобусами.", [("evacuated", "person", 40, 40, "UA-59.sumy")]),
    ("Легко ранило одного заводчанина в Сумах.", [("injured", "person", 1, 1, "UA-59.sumy")]),
    ("Два беспилотника долетели до завода в Ижевске.", [("hit", "weapon.drone", 2, 2, "RU-UD.izhevsk")]),
    ("Повреждены семь тепловых станций.", [("damaged", "site.energy", 7, 7, "UA")]),
    ("В Рени после удара загорелся элеватор.", [("fire", "site.warehouse", 1, 1, "UA-51.reni")]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS_OF_ANY_STORY)
def test_a_station_of_heat_is_no_railway_station_and_a_country_is_covered_by_missiles_sent(
    text: str, expected: list[Expected]
) -> None:
    """Words that are told apart by their neighbours, and provisional counts between commas."""
    assert _claims(text) == expected


def test_the_governor_of_a_region_is_known_by_an_adjective_and_a_name() -> None:
    """A region's adjective before the office, and the name of who holds it."""
    text = "Пензенский губернатор Олег Мельниченко сообщил о шести сбитых аппаратах."
    (claim,) = READER.read(Document(id="test", text=text, published=PUBLISHED), language="ru").claims
    assert (claim.place, claim.speaker) == ("RU-PNZ", "gov-RU-PNZ")


WHOSE_WORDS: list[tuple[str, list[Expected]]] = [
    ("Кличко: на Оболони ранены трое.", [("injured", "person", 3, 3, "UA-30.obolonskyi")]),
    ("В Капотне из-за атаки дронов горит завод.", [("fire", "site.industrial", 1, 1, "RU-MOW.kapotnya")]),
    ("Полтавская область. На Оболони ранены трое.", [("injured", "person", 3, 3, "UA-53.obolon")]),
    ("Удар по Сумам. ДТЭК сообщил: повреждены шесть станций.", [("damaged", "site.energy", 6, 6, "UA-59.sumy")]),
    ("Удар по Сумам. Повреждены шесть станций.", [("damaged", "site.rail", 6, 6, "UA-59.sumy")]),
    ("Бухту атаковали девять дронов и семь катеров.", [("launched", "weapon.drone", 9, 9, "UA")]),
    (
        "Над Сумами два дрона, три ракеты, пять мест попаданий.",
        [("hit_locations", "area.location", 5, 5, "UA-59.sumy")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOSE_WORDS)
def test_a_word_is_of_what_stands_with_it(text: str, expected: list[Expected]) -> None:
    """A part of Kyiv before its small namesake, stations of who speaks, boats that attack, places of hits."""
    assert _claims(text) == expected


def test_a_count_that_a_correction_takes_back_is_denied() -> None:
    """The wrong count of an earlier version is not stated."""
    text = "Погибли двое в Киеве.\n\nПоправка. В первой версии число погибших детей было указано неверно, трое."
    claims = READER.read(Document(id="test", text=text, published=PUBLISHED), language="ru").claims
    assert [(claim.low, claim.modality.value) for claim in claims] == [(2, "stated"), (3, "denied")]


PLAN_CARPET: list[tuple[str, list[Expected]]] = [
    ("В Самаре действует план «Ковёр» из-за дронов.", [("disrupted", "service.air", 1, None, "RU-SAM.samara")]),
    ("В небе над Самарой из-за дронов ввели план Ковёр.", [("disrupted", "service.air", 1, None, "RU-SAM.samara")]),
    ("После атаки дронов в Самаре снят план «Ковёр».", []),
    ("В аэропорту Самары после атаки дронов отменён план «Ковёр».", []),
]


@pytest.mark.parametrize(("text", "expected"), PLAN_CARPET)
def test_a_closed_sky_is_a_disrupted_service_until_it_is_lifted(text: str, expected: list[Expected]) -> None:
    """The plan that clears the sky, in force or lifted, also where no airport is named."""
    assert _claims(text) == expected
