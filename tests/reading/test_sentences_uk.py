"""What the reader finds in Ukrainian sentences, one row for each wording that a rule is for."""

from __future__ import annotations

from datetime import datetime

import pytest

from vidbiy.model import Document
from vidbiy.reading import Reader

Expected = tuple[str, str, int | None, int | None]

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")


def _claims(text: str) -> list[Expected]:
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language="uk")
    return [(claim.measure.value, claim.subject, claim.low, claim.high) for claim in reading.claims]


NUMBERS: list[tuple[str, list[Expected]]] = [
    (
        "Збито 31 «шахед» із 40.",
        [("launched", "weapon.drone.shahed", 40, 40), ("shot_down", "weapon.drone.shahed", 31, 31)],
    ),
    ("Число загиблих зросло до семи.", [("killed", "person", 7, 7)]),
    ("Поранено до семи людей.", [("injured", "person", 0, 7)]),
    ("Без світла від 30 до 45 тисяч абонентів.", [("without_power", "customer", 30_000, 45_000)]),
    ("Це 9-й об'єкт, пошкоджений від початку року.", []),
    ("Пів сотні людей поранено.", [("injured", "person", 50, 50)]),
    ("Під час атаки 5–6 травня ніхто не загинув.", [("killed", "person", 0, 0)]),
]

WEAPONS: list[tuple[str, list[Expected]]] = [
    ("Ворог запустив 80 ударних БпЛА та імітаторів різних типів.", [("launched", "weapon.drone", 80, 80)]),
    ("Ворог запустив 80 БпЛА Shahed, Гербера та дронів інших типів.", [("launched", "weapon.drone", 80, 80)]),
    ("Ворог запустив 80 БпЛА типу «Герань».", [("launched", "weapon.drone.shahed", 80, 80)]),
    (
        "Росія випустила 50 дронів; 31 збито, 12 не досягли мети.",
        [
            ("launched", "weapon.drone", 50, 50),
            ("shot_down", "weapon.drone", 31, 31),
            ("suppressed", "weapon.drone", 12, 12),
        ],
    ),
]

STOPPED: list[tuple[str, list[Expected]]] = [
    (
        "«Калібри»: шість, збито чотири.",
        [("launched", "weapon.missile.cruise.kalibr", 6, 6), ("shot_down", "weapon.missile.cruise.kalibr", 4, 4)],
    ),
    (
        "Ракет — 12, із них знешкоджено дев'ять.",
        [("launched", "weapon.missile", 12, 12), ("intercepted", "weapon.missile", 9, 9)],
    ),
    (
        "Х-101 (20) та «Калібри» (5) — разом 25, збито 21.",
        [
            ("launched", "weapon.missile.cruise.kh101", 20, 20),
            ("launched", "weapon.missile.cruise.kalibr", 5, 5),
            ("launched", "weapon.missile.cruise", 25, 25),
            ("shot_down", "weapon.missile.cruise", 21, 21),
        ],
    ),
    ("Двоє рятувальників травмовані, один — тяжко.", [("injured", "person.rescuer", 2, 2)]),
]

MORE: list[tuple[str, list[Expected]]] = [
    ("Тривога тривала чотири години з гаком.", [("alert_duration", "alert", 4, None)]),
    (
        "ППО знешкодила 57 із 70 запущених дронів.",
        [("launched", "weapon.drone", 70, 70), ("intercepted", "weapon.drone", 57, 57)],
    ),
    ("Двоє кухарів дістали опіки.", [("injured", "person", 2, 2)]),
    ("Пошкоджено склад меблевої фабрики.", [("damaged", "site.warehouse", 1, 1)]),
    ("У селі поранено подружжя.", [("injured", "person", 2, 2)]),
    ("Шістьох поранених доправили до лікарень.", [("hospitalised", "person", 6, 6)]),
]

LISTS: list[tuple[str, list[Expected]]] = [
    (
        "Виявлено 140 БпЛА, з яких «шахедів» — 90; 11 балістичних ракет.",
        [
            ("launched", "weapon.drone", 140, 140),
            ("launched", "weapon.drone.shahed", 90, 90),
            ("launched", "weapon.missile.ballistic", 11, 11),
        ],
    ),
    (
        "Звіт за ніч: 90 засобів нападу, із них 12 ракет.",
        [("launched", "weapon", 90, 90), ("launched", "weapon.missile", 12, 12)],
    ),
    (
        "Зафіксовано 140 БпЛА (Курськ, Орел, Брянськ, Шаталово, Міллерово, Приморсько-Ахтарськ, Чауда), а також, "
        "за уточненими даними радарів, 11 балістичних ракет.",
        [("launched", "weapon.drone", 140, 140), ("launched", "weapon.missile.ballistic", 11, 11)],
    ),
    ("Обстріли дев'яти населених пунктів тривали добу.", [("affected", "area.settlement", 9, 9)]),
]

NOT_COUNTED: list[tuple[str, list[Expected]]] = [
    ("На вул. Садовій, 31 шукають двох людей.", [("missing", "person", 2, 2)]),
    ("Ракета впала поблизу школи.", [("hit", "weapon.missile", 1, 1)]),
    ("Постраждав охоронець складу.", [("injured", "person", 1, 1)]),
    ("Пошкоджено 12 об'єктів медичних закладів.", [("damaged", "site.medical", 12, 12)]),
    (
        "Два «шахеди» зруйнували гуртожиток.",
        [("hit", "weapon.drone.shahed", 2, 2), ("destroyed", "site.residential", 1, 1)],
    ),
]

NAMED_BEFORE: list[tuple[str, list[Expected]]] = [
    ("Будинків пошкоджено понад сорок.", [("damaged", "site.residential", 40, None)]),
    ("Уламки впали щонайменше у трьох місцях.", [("debris_locations", "area.location", 3, None)]),
    ("Після атаки до медиків звернулися восьмеро.", [("injured", "person", 8, 8)]),
]

STRIKES: list[tuple[str, list[Expected]]] = [
    ("Після влучання ракети в депо рух відновили.", [("hit", "weapon.missile", 1, 1), ("damaged", "site.rail", 1, 1)]),
    ("Від удару «шахеда» чути було два вибухи.", [("hit", "weapon.drone.shahed", 1, 1)]),
    ("Зруйновано під'їзд дев'ятиповерхівки.", [("damaged", "site.residential", 1, 1)]),
    (
        "Зруйновано дві хати, у Ніжині — церкву.",
        [("destroyed", "site.residential", 2, 2), ("destroyed", "site.religious", 1, 1)],
    ),
    ("За добу здійснено 52 обстріли.", []),
    ("Сорок життів забрала російська балістика.", [("killed", "person", 40, 40)]),
    ("Троє лікарів дістали контузії.", [("injured", "person.medic", 3, 3)]),
]

CLAUSES: list[tuple[str, list[Expected]]] = [
    (
        "Убито двох людей, ще вісьмох відвідувачів госпіталізовано.",
        [("killed", "person", 2, 2), ("hospitalised", "person", 8, 8)],
    ),
    ("Вісьмох медики госпіталізували.", [("hospitalised", "person", 8, 8)]),
    ("Поранених, за словами мера, четверо.", [("injured", "person", 4, 4)]),
    ("Водій (48 років) загинув.", [("killed", "person", 1, 1)]),
    ("Зафіксовано чотири влучання безпілотників.", [("hit", "weapon.drone", 4, 4)]),
    ("Ворог атакував 12 крилатими та балістичними ракетами.", [("launched", "weapon.missile", 12, 12)]),
]

UNNAMED: list[tuple[str, list[Expected]]] = [
    (
        "51 збито!\nЗа ніч ППО збила 51 безпілотник.",
        [("shot_down", "weapon.drone", 51, 51), ("shot_down", "weapon.drone", 51, 51)],
    ),
    ("640 дронів за ніч", [("launched", "weapon.drone", 640, 640)]),
    (
        "Збито 9 «шахедів»:\n— Сумська область: 6;\n— Полтавська область: 3.",
        [
            ("shot_down", "weapon.drone.shahed", 9, 9),
            ("shot_down", "weapon.drone.shahed", 6, 6),
            ("shot_down", "weapon.drone.shahed", 3, 3),
        ],
    ),
    ("Влада області пише про 17 збитих за ніч безпілотників.", [("shot_down", "weapon.drone", 17, 17)]),
    ("Пустили сім додаткових рейсів, ще п'ять скасували.", []),
    ("Поранено двох, наймолодшій було дев'ять.", [("injured", "person", 2, 2)]),
]

THINGS: list[tuple[str, list[Expected]]] = [
    (
        "Пошкоджено дві хати, ліцей і вантажівку.",
        [
            ("damaged", "site.residential", 2, 2),
            ("damaged", "site.education", 1, 1),
            ("damaged", "object.vehicle", 1, 1),
        ],
    ),
    (
        "Понівечено гуртожиток, готель та музей.",
        [
            ("damaged", "site.residential", 1, 1),
            ("damaged", "site.commercial", 1, 1),
            ("damaged", "site.cultural", 1, 1),
        ],
    ),
    ("Сталася пожежа на складі.", [("fire", "site.warehouse", 1, 1)]),
    ("Зруйновано заклад дошкільної освіти.", [("destroyed", "site.education", 1, 1)]),
    ("Поранено двох людей: продавчиню та водія.", [("injured", "person", 2, 2)]),
]

PEOPLE: list[tuple[str, list[Expected]]] = [
    ("Троє мешканців дістали осколкових поранень.", [("injured", "person", 3, 3)]),
    ("Постраждали дев'ятеро людей, двоє — діти.", [("injured", "person", 9, 9), ("injured", "person.child", 2, 2)]),
]


REGIONS: list[tuple[str, list[Expected]]] = [
    ("Двоє людей дістали смертельні поранення.", [("killed", "person", 2, 2)]),
    ("По меддопомогу звернулися 12 мешканців.", [("injured", "person", 12, 12)]),
    ("Уламкові поранення отримали троє цивільних.", [("injured", "person", 3, 3)]),
    ("До медичних закладів доправили п'ятьох поранених.", [("hospitalised", "person", 5, 5)]),
    ("Триває пошук двох людей.", [("missing", "person", 2, 2)]),
    ("Евакуйовано 35 мешканців.", [("evacuated", "person", 35, 35)]),
    ("Зазнали руйнацій чотири хати.", [("damaged", "site.residential", 4, 4)]),
    ("Ущент згорів магазин.", [("destroyed", "site.commercial", 1, 1)]),
    ("Пошкоджено 22 господарчі споруди.", [("damaged", "object.building", 22, 22)]),
    (
        "Пошкоджено молокозавод і шиномонтаж.",
        [("damaged", "site.industrial", 1, 1), ("damaged", "site.commercial", 1, 1)],
    ),
    ("Пошкоджено школу і храм.", [("damaged", "site.education", 1, 1), ("damaged", "site.religious", 1, 1)]),
    ("Полум'я охопило склад.", [("fire", "site.warehouse", 1, 1)]),
    ("Окупанти вдарили по місту сімома ракетами.", [("launched", "weapon.missile", 7, 7)]),
    ("Росіяни вгатили по громаді двома КАБами.", [("launched", "weapon.bomb", 2, 2)]),
    ("Зенітники вполювали три ракети.", [("shot_down", "weapon.missile", 3, 3)]),
    ("Росіяни обстріляли 36 населених пунктів.", [("affected", "area.settlement", 36, 36)]),
    ("Електропостачання втратили 13 тисяч споживачів.", [("without_power", "customer", 13_000, 13_000)]),
    ("У місті перебої з водопостачанням.", [("disrupted", "service.water", 1, None)]),
    ("Рух поїздів ускладнено.", [("disrupted", "service.rail", 1, None)]),
    ("Поранено двох комунальниць.", [("injured", "person", 2, 2)]),
    ("Загинули двоє водіїв-рятувальників.", [("killed", "person.rescuer", 2, 2)]),
    ("Загинула лікарка-педіатр.", [("killed", "person.medic", 1, 1)]),
]

NO_CLAIMS: list[tuple[str, list[Expected]]] = [
    ("Для ліквідації пожежі залучили 12 пожежних машин.", []),
    ("Пожежу гасять 60 вогнеборців і 14 машин.", []),
    ("ДТЕК повернув світло 270 тисячам родин.", []),
    ("На заміну пошкодженим прибули 3 нові автобуси.", []),
    ("До штабу звернулися 40 власників пошкодженого майна.", []),
    ("На фронті відбулося 145 боєзіткнень.", []),
]


FORMS: list[tuple[str, list[Expected]]] = [
    ("Сталася пожежа у музеї.", [("fire", "site.cultural", 1, 1)]),
    ("Пошкоджено п'ять кав'ярень.", [("damaged", "site.commercial", 5, 5)]),
    ("Пошкоджено приміщення сільської ради.", [("damaged", "site.office", 1, 1)]),
    ("Знищено головну будівлю станції.", [("destroyed", "site.rail", 1, 1)]),
    ("Противник випустив 12 «Оніксів».", [("launched", "weapon.missile.antiship.oniks", 12, 12)]),
    ("Дронами-камікадзе «Шахед» ворог атакував місто.", []),
    ("Поранено 48-річну нікопольчанку.", [("injured", "person", 1, 1)]),
    ("У Костянтинівці поранено двох людей.", [("injured", "person", 2, 2)]),
    ("Кількість загиблих внаслідок удару по Тернополю зросла до 33.", [("killed", "person", 33, 33)]),
    ("Шість осіб вважаються зниклими без вісті.", [("missing", "person", 6, 6)]),
    ("Ушкоджень зазнали п'ятеро людей.", [("injured", "person", 5, 5)]),
    ("Ворог пошкодив сім будинків.", [("damaged", "site.residential", 7, 7)]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *NUMBERS,
        *WEAPONS,
        *STOPPED,
        *MORE,
        *LISTS,
        *NOT_COUNTED,
        *NAMED_BEFORE,
        *STRIKES,
        *CLAUSES,
        *UNNAMED,
        *THINGS,
        *PEOPLE,
        *REGIONS,
        *FORMS,
        *NO_CLAIMS,
    ],
)
def test_sentence(text: str, expected: list[Expected]) -> None:
    """Each sentence gives just these claims."""
    assert sorted(_claims(text), key=str) == sorted(expected, key=str)


OTHER_CLAUSES: list[tuple[str, list[Expected]]] = [
    ("Дрони над Румунією: Бухарест нарахував сім порушень, Київ — шість апаратів", []),
    ("312 дронів за ніч", [("launched", "weapon.drone", 312, 312)]),
    ("Три будинки знищено, горить.", [("destroyed", "site.residential", 3, 3)]),
    (
        "Без світла 90 тисяч споживачів Львівської області, 70 тисяч – Волинської та 60 – Рівненської.",
        [("without_power", "customer", 90_000, 90_000), ("without_power", "customer", 70_000, 70_000)],
    ),
    ("Їх 37, у лікарнях половина.", []),
    (
        "Випущено 90 БпЛА, з-поміж останніх близько 60 – «шахеди».",
        [("launched", "weapon.drone", 90, 90), ("launched", "weapon.drone.shahed", 60, 60)],
    ),
    (
        "БпЛА влучив у школу й три сусідні будинки.",
        [
            ("hit", "weapon.drone", 1, 1),
            ("damaged", "site.education", 1, 1),
        ],
    ),
    ("48 пасажирів чекали в укритті, вагони посікло уламками.", []),
    ("ППО збила 30 цілей. До Румунії долетіли 5 безпілотників.", [("shot_down", "weapon", 30, 30)]),
    (
        "Ворог атакував 15 крилатими, балістичними та керованими ракетами і 70 БпЛА.",
        [("launched", "weapon.missile", 15, 15), ("launched", "weapon.drone", 70, 70)],
    ),
    (
        "Збито 20 ракет. За класами: балістичних — дев'ять, «Цирконів» і Х-22/Х-32 — три.",
        [
            ("shot_down", "weapon.missile", 20, 20),
            ("shot_down", "weapon.missile.ballistic", 9, 9),
            ("shot_down", "weapon.missile", 3, 3),
        ],
    ),
    ("Два «Калібри» збито, ще один – у склад.", [("shot_down", "weapon.missile.cruise.kalibr", 2, 2)]),
    ("Ще семеро поранені: чотирьох із них, з опіками, оглянули лікарі.", [("injured", "person", 7, 7)]),
]


@pytest.mark.parametrize(("text", "expected"), OTHER_CLAUSES)
def test_verbs_of_other_clauses(text: str, expected: list[Expected]) -> None:
    """A verb that has its own count does not count what the next clause speaks of."""
    assert _claims(text) == expected


STAFF: list[tuple[str, list[Expected]]] = [
    ("Укрзалізниця: на станції загинув наш співробітник.", [("killed", "person.rail_worker", 1, 1)]),
    ("Укрзалізниця: на станції поранено трьох колег.", [("injured", "person.rail_worker", 3, 3)]),
    ("Укрзалізниця: на станції загинув пасажир.", [("killed", "person", 1, 1)]),
    ("Укрзалізниця: поруч загинув працівник кафе.", [("killed", "person", 1, 1)]),
]


@pytest.mark.parametrize(("text", "expected"), STAFF)
def test_those_whom_an_employer_calls_its_people(text: str, expected: list[Expected]) -> None:
    """The railway's workers and colleagues are rail workers; passengers and others are not."""
    assert _claims(text) == expected


WINDOWS: list[tuple[str, list[Expected]]] = [
    ("Побило вікна в ліцеї.", [("damaged", "site.education", 1, 1)]),
    ("Уламки пробили дах лікарні.", [("damaged", "site.medical", 1, 1)]),
    (
        "Вибито шибки в лікарні та чотирнадцяти оселях.",
        [("damaged", "site.residential", 14, 14), ("damaged", "site.medical", 1, 1)],
    ),
    ("Зруйновано три корпуси міської лікарні.", [("destroyed", "site.medical", 3, 3)]),
    ("Локомотивне депо: знищено два тепловози.", [("destroyed", "object.train", 2, 2)]),
    (
        "Пошкоджено три складські приміщення, ще одне, із зерном, згоріло дощенту.",
        [("damaged", "site.warehouse", 3, 3), ("destroyed", "site.warehouse", 1, 1)],
    ),
    (
        "Зачепило школу № 4, дитячий садок та 4 багатоповерхівки.",
        [
            ("damaged", "site.education", 1, 1),
            ("damaged", "site.education", 1, 1),
            ("damaged", "site.residential", 4, 4),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WINDOWS)
def test_what_happened_to_a_part_of_a_building(text: str, expected: list[Expected]) -> None:
    """What lost windows, a roof or a wing is damaged itself; a wing of a hospital is one of its buildings."""
    assert sorted(_claims(text), key=str) == sorted(expected, key=str)


OTHERS: list[tuple[str, list[Expected]]] = [
    ("Частина пасажирів потяга дістала порізи.", []),
    ("Сусідка загиблого розповіла, що бачила спалах.", []),
    ("Рятувальники витягли чотирьох пасажирів, ще двоє вибралися самотужки.", [("rescued", "person", 4, 4)]),
    (
        "Загинула 551 дитина, ще 1412 — зазнали поранень.",
        [("killed", "person.child", 551, 551), ("injured", "person.child", 1412, 1412)],
    ),
    ("Забрали до лікарень п'ятьох, «важких» двоє.", [("hospitalised", "person", 5, 5)]),
    (
        "Поранено сімох людей. Поміж них – двоє хлопчиків.",
        [("injured", "person", 7, 7), ("injured", "person.child", 2, 2)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_whom_a_number_is_of(text: str, expected: list[Expected]) -> None:
    """More of the children are children; who did something else, or whose neighbour speaks, is not counted."""
    assert _claims(text) == expected


BALANCE: list[tuple[str, list[Expected]]] = [
    ("Не збито:\n- «Кинджалів» – 5.", []),
    ("Звітують про 21 збитий над областю дрон.", [("shot_down", "weapon.drone", 21, 21)]),
]


@pytest.mark.parametrize(("text", "expected"), BALANCE)
def test_what_the_air_defence_did_and_did_not(text: str, expected: list[Expected]) -> None:
    """What is listed under "not shot down" was not; a participle belongs to the weapons behind it."""
    assert _claims(text) == expected


THING_LISTS: list[tuple[str, list[Expected]]] = [
    (
        "Пошкоджено:\nу Харкові — багатоповерхівку, дві крамниці;\nв Ізюмському районі — амбулаторію.",
        [
            ("damaged", "site.residential", 1, 1),
            ("damaged", "site.commercial", 2, 2),
            ("damaged", "site.medical", 1, 1),
        ],
    ),
    (
        "Уражено 11 багатоповерхівок, газогін, елеватор.",
        [("damaged", "site.residential", 11, 11), ("damaged", "site.industrial", 1, 1)],
    ),
    ("Розтрощено поїзд у київському депо.", [("destroyed", "object.train", 1, 1)]),
    ("Пошкоджено кав'ярню, станцію метро зачинено.", [("damaged", "site.commercial", 1, 1)]),
    ("Якщо маєте вибиті вікна в будинку, телефонуйте до громади.", []),
    (
        "Пошкоджено шість шкіл, а від початку вторгнення – понад 140.",
        [("damaged", "site.education", 6, 6), ("damaged", "site.education", 140, None)],
    ),
    (
        "Без світла 4 тисячі абонентів. Ще 1100 — у Прилуцькому районі після влучання в підстанцію.",
        [
            ("without_power", "customer", 4000, 4000),
            ("without_power", "customer", 1100, 1100),
            ("damaged", "site.energy", 1, 1),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), THING_LISTS)
def test_lists_of_things_and_what_ends_them(text: str, expected: list[Expected]) -> None:
    """A list goes on over its heading, a thing of no kind and a time; a verb of its own and an advice end it."""
    assert sorted(_claims(text), key=str) == sorted(expected, key=str)


ATTACKS: list[tuple[str, list[Expected]]] = [
    (
        "Противник атакував балістичною ракетою Іскандер-М та 82 ударними БпЛА.",
        [("launched", "weapon.missile.ballistic.iskander_m", 1, 1), ("launched", "weapon.drone", 82, 82)],
    ),
    ("FPV-дрон атакував велосипедиста.", [("hit", "weapon.drone", 1, 1)]),
    ("Ворог завдав масованого удару по підстанціях у семи областях.", [("affected", "area.region", 7, 7)]),
    ("Пополудні ще один удар.", []),
]


@pytest.mark.parametrize(("text", "expected"), ATTACKS)
def test_what_an_attack_was_made_with_and_on(text: str, expected: list[Expected]) -> None:
    """One weapon in a list of those sent is sent; one that attacks a man hit; strikes are no weapons."""
    assert sorted(_claims(text), key=str) == sorted(expected, key=str)


ENTRIES: list[tuple[str, list[Expected]]] = [
    (
        "19:40 У місті 12 загиблих.\n20:05 Вже чотирнадцятеро.\n22:20 Вісімнадцятеро. Дев'ятеро дітей.",
        [
            ("killed", "person", 12, 12),
            ("killed", "person", 14, 14),
            ("killed", "person", 18, 18),
            ("killed", "person.child", 9, 9),
        ],
    ),
    ("Двадцять поранених, у лікарнях – 12.", [("injured", "person", 20, 20), ("hospitalised", "person", 12, 12)]),
    ("Водій та дві пасажирки в лікарні.", [("hospitalised", "person", 3, 3)]),
]


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_tolls_of_few_words(text: str, expected: list[Expected]) -> None:
    """An entry may give the toll anew without a verb; who is named before a count is one more."""
    assert _claims(text) == expected


PARTS: list[tuple[str, list[Expected]]] = [
    (
        "Росія запустила 70 ракет і 145 дронів, з яких 112 цілей збито.",
        [
            ("launched", "weapon.missile", 70, 70),
            ("launched", "weapon.drone", 145, 145),
            ("shot_down", "weapon", 112, 112),
        ],
    ),
    ("Збито 5 дронів, решта ракет не долетіла.", [("shot_down", "weapon.drone", 5, 5)]),
    (
        "Зруйновано сім будинків, 35 понівечено.",
        [("destroyed", "site.residential", 7, 7), ("damaged", "site.residential", 35, 35)],
    ),
    ("Мати і сестра у лікарні.", [("hospitalised", "person", 2, 2)]),
    ("В одній із громад четверо газовиків потрапили до лікарні.", [("hospitalised", "person", 4, 4)]),
    ("На експертизу передано вісім фрагментів дрона.", []),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_what_a_verb_behind_a_part_counts(text: str, expected: list[Expected]) -> None:
    """The verb behind a part is the part's; what has no noun is of the things just counted."""
    assert _claims(text) == expected


DECLINED: list[tuple[str, list[Expected]]] = [
    ("Без світла 60 тис. 450 споживачів.", [("without_power", "customer", 60_450, 60_450)]),
    (
        "Противник атакував 450-ма БпЛА та 71-ю ракетою.",
        [("launched", "weapon.drone", 450, 450), ("launched", "weapon.missile", 71, 71)],
    ),
    ("Збито 61-го ворожого БпЛА.", [("shot_down", "weapon.drone", 61, 61)]),
    (
        "Поранено двох залізничників — машиніст і помічник. Обоє в лікарні.",
        [("injured", "person.rail_worker", 2, 2), ("hospitalised", "person.rail_worker", 2, 2)],
    ),
    ("Поранені двоє — хлопець і його мати.", [("injured", "person", 2, 2)]),
    ("Ще п'ять БпЛА пішли в бік білорусі.", [("left_airspace", "weapon.drone", 5, 5)]),
]


@pytest.mark.parametrize(("text", "expected"), DECLINED)
def test_numbers_with_endings_and_those_they_are_of(text: str, expected: list[Expected]) -> None:
    """A declined "one" is no ordinal before a weapon; "both" are those counted last, and a dash only names them."""
    assert _claims(text) == expected


WHOLES_AND_HALVES: list[tuple[str, list[Expected]]] = [
    (
        "Підтверджено збиття 210 дронів та 15 ракет із майже 250 засобів нападу.",
        [
            ("shot_down", "weapon.drone", 210, 210),
            ("launched", "weapon", 250, 250),
            ("shot_down", "weapon.missile", 15, 15),
        ],
    ),
    (
        "З 20 крилатих ракет і шести керованих збито 17 крилатих та дві керовані.",
        [("shot_down", "weapon.missile.cruise", 17, 17), ("shot_down", "weapon.missile.guided", 2, 2)],
    ),
    ("Через пошкодження колії 7 поїздів прямують в обхід.", [("disrupted", "object.train", 7, 7)]),
    ("Атака триває, у просторі кілька дронів.", [("in_air", "weapon.drone", 2, None)]),
    (
        "Місто без електро-, водо- і теплопостачання.",
        [
            ("disrupted", "service.water", 1, None),
            ("disrupted", "service.heat", 1, None),
            ("disrupted", "service.power", 1, None),
        ],
    ),
    ("Є 30 поранених і більше ніж 8 загиблих.", [("injured", "person", 30, 30), ("killed", "person", 8, None)]),
]


@pytest.mark.parametrize(("text", "expected"), WHOLES_AND_HALVES)
def test_wholes_with_nouns_of_their_own_and_first_halves_of_words(text: str, expected: list[Expected]) -> None:
    """A whole of two kinds has a part of each; "електро-" is a service; what was damaged delays the trains."""
    assert _claims(text) == expected


COMMANDS_AND_CARS: list[tuple[str, list[Expected]]] = [
    (
        "Збито 28 дронів, з них 17 — у смузі відповідальності ПвК «Південь».",
        [("shot_down", "weapon.drone", 28, 28), ("shot_down", "weapon.drone", 17, 17)],
    ),
    ("На стоянці після удару горіли авто.", []),
    ("Травмовано 60 осіб, 35 досі в лікарнях.", [("injured", "person", 60, 60), ("hospitalised", "person", 35, 35)]),
    ("Атакували двома групами ударних дронів.", []),
]


@pytest.mark.parametrize(("text", "expected"), COMMANDS_AND_CARS)
def test_commands_behind_a_number_and_words_that_do_not_decline(text: str, expected: list[Expected]) -> None:
    """A regional command may follow its number; several "авто" burn; groups are no drones."""
    assert _claims(text) == expected


CARRIED_ON: list[tuple[str, list[Expected]]] = [
    (
        "Убитих дітей — двоє, поранених — дев'ятеро.",
        [("killed", "person.child", 2, 2), ("injured", "person.child", 9, 9)],
    ),
    (
        "Загинули троє людей, зокрема медсестра, поранень зазнали 17.",
        [("killed", "person", 3, 3), ("killed", "person.medic", 1, 1), ("injured", "person", 17, 17)],
    ),
    ("У будинку знищено два поверхи.", [("damaged", "site.residential", 1, 1)]),
    ("Два «шахеди» — у гуртожиток.", [("hit", "weapon.drone.shahed", 2, 2)]),
    ("Загинула мати та її син-підліток.", [("killed", "person", 2, 2), ("killed", "person.child", 1, 1)]),
    ("Вивели з-під завалів трьох мешканців.", [("rescued", "person", 3, 3)]),
    (
        "У травні ворог запустив 3 900 дронів. Квітень був легшим — 2 400 БпЛА.",
        [("launched", "weapon.drone", 3900, 3900), ("launched", "weapon.drone", 2400, 2400)],
    ),
    (
        "У травні збито 3 100 дронів. Найтяжчою була ніч на 9 травня: 270 дронів.",
        [("shot_down", "weapon.drone", 3100, 3100), ("launched", "weapon.drone", 270, 270)],
    ),
    (
        "Знеструмлено 50 тис. споживачів на Сумщині. Полтавщина: 4,5 тис. домівок.",
        [("without_power", "customer", 50_000, 50_000), ("without_power", "customer", 4500, 4500)],
    ),
    (
        "Зіткнулися два автобуси. Аварія сталася вранці, рух трасою перекрито. Загинула пасажирка.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED_ON)
def test_what_a_list_or_a_comparison_carries_on(text: str, expected: list[Expected]) -> None:
    """Children stay children behind a second dash; a part is not who is counted next; a described night only had them."""
    assert _claims(text) == expected


def test_the_emergency_service_calls_only_its_own_people_rescuers() -> None:
    """ "Our employees" of the service are rescuers; the workers that it led out of a plant are not."""
    text = "Поранено двох наших співробітників. З цеху евакуйовано 40 працівників."
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED, source="ua-ses"), language="uk")
    found = [(claim.measure.value, claim.subject) for claim in reading.claims]
    assert found == [("injured", "person.rescuer"), ("evacuated", "person")]


def test_a_mayors_post_that_opens_with_one_district_is_about_it() -> None:
    """What later paragraphs tell without a place happened in the only district that the post names."""
    text = "Індустріальний район Харкова, третя ночі. Вибухи.\n\nПостраждали шестеро людей."
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED, source="mayor-kharkiv"), language="uk")
    assert [claim.place for claim in reading.claims] == ["UA-63.industrialnyi"]


def test_tonight_in_a_story_of_an_older_day_is_the_night_of_publication() -> None:
    """A story that begins with a day months ago tells of tonight too."""
    text = "Уночі 2 березня дрон убив трьох людей в Одесі.\n\nЦієї ночі над містом збито шість «шахедів»."
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language="uk")
    starts = [claim.start.date().isoformat() for claim in reading.claims if claim.start and claim.low in (3, 6)]
    assert starts == ["2025-03-01", "2025-07-03"]


def test_sums_since_a_year_are_of_the_country_and_go_on_with_their_place() -> None:
    """ "Since 2022" is no figure of tonight's city; children counted next are of the region of the sum before."""
    text = "Атака на Суми. Із 2022 року росіяни пошкодили 700 лікарень."
    [claim] = READER.read(Document(id="test", text=text, published=PUBLISHED), language="uk").claims
    assert (claim.place, claim.time_precision.value) == ("UA", "open")
    text = "Від початку травня на Сумщині загинули 40 людей. Убитих дітей — двоє."
    reading = READER.read(Document(id="test", text=text, published=PUBLISHED), language="uk")
    assert {claim.place for claim in reading.claims} == {"UA-59"}


UNHURT_AND_INSIDE: list[tuple[str, list[Expected]]] = [
    ("Дрон влучив у депо, локомотивна бригада не постраждала.", [("hit", "weapon.drone", 1, 1)]),
    ("У гуртожитку зруйновано перекриття.", [("damaged", "site.residential", 1, 1)]),
    (
        "Ушпиталено 30 осіб, амбулаторно допомогу отримала ще 21 особа.",
        [("hospitalised", "person", 30, 30), ("injured", "person", 21, 21)],
    ),
    ("Через удар рух між Сумами та Конотопом зупинено.", [("disrupted", "service.rail", 1, None)]),
]


@pytest.mark.parametrize(("text", "expected"), UNHURT_AND_INSIDE)
def test_who_was_not_hurt_and_what_was_destroyed_in_a_house(text: str, expected: list[Expected]) -> None:
    """A crew that was not hurt is nobody hurt; what is destroyed in a house damages it."""
    assert [claim for claim in _claims(text) if claim[1] != "site.rail"] == expected


def test_survivors_are_not_among_the_dead() -> None:
    """Who stands before "вижив" has that verb and no other."""
    assert _claims("Мати й син загинули, батько та друга дитина вижили.") == [("killed", "person", 2, 2)]
    assert _claims("Троє загинули, двоє дітей вижили.") == [("killed", "person", 3, 3)]


LOST_AND_LEFT: list[tuple[str, list[Expected]]] = [
    ("Дві авіабомби скинули на Суми; упали вони за сто метрів одна від одної.", [("launched", "weapon.bomb", 2, 2)]),
    (
        "Збили 90 дронів, ще 35 щезли з радарів.",
        [("shot_down", "weapon.drone", 90, 90), ("suppressed", "weapon.drone", 35, 35)],
    ),
    (
        "Збили 40 дронів, 21 не дійшов до цілей.",
        [("shot_down", "weapon.drone", 40, 40), ("suppressed", "weapon.drone", 21, 21)],
    ),
    (
        "Ракети вбили дев'ятьох людей; скалічених було понад сорок.",
        [("killed", "person", 9, 9), ("injured", "person", 40, None)],
    ),
    (
        "По області працювало 17 «шахедів», вісім дронів збито.",
        [("launched", "weapon.drone.shahed", 17, 17), ("shot_down", "weapon.drone", 8, 8)],
    ),
    (
        "Влучання дронів на 6 локаціях, на 4 впали рештки.",
        [("hit_locations", "area.location", 6, 6), ("debris_locations", "area.location", 4, 4)],
    ),
    ("«Укренерго» застосувало графіки аварійних відключень.", [("disrupted", "service.power", 1, None)]),
]


@pytest.mark.parametrize(("text", "expected"), LOST_AND_LEFT)
def test_words_for_what_was_lost_and_what_was_left(text: str, expected: list[Expected]) -> None:
    """Bombs that fell apart from one another are not one more; what vanished was lost; remains are debris."""
    assert _claims(text) == expected


TRADES_AND_BOUNDS: list[tuple[str, list[Expected]]] = [
    ("Загинув 51-річний зварник.", [("killed", "person", 1, 1)]),
    ("Поранено 38-річну товарознавицю.", [("injured", "person", 1, 1)]),
    ("Загинув 15-річний баскетболіст.", [("killed", "person.child", 1, 1)]),
    ("Фестиваль відзначав 20-річний ювілей.", []),
    ("Канал написав щонайменше про три влучання.", [("hit", "weapon", 3, None)]),
    ("Збито 35 БпЛА типу Shahed (дронів інших типів).", [("shot_down", "weapon.drone", 35, 35)]),
    (
        "Влучання — 9 локацій. Фрагменти збитих — на 5.",
        [("hit_locations", "area.location", 9, 9), ("debris_locations", "area.location", 5, 5)],
    ),
    (
        "Зупинено:\n• 61 дрон;\n• 4 ракети.",
        [("intercepted", "weapon.drone", 61, 61), ("intercepted", "weapon.missile", 4, 4)],
    ),
    ("Удар по колії. Зупинено:\n• 4 поїзди.", [("disrupted", "object.train", 4, 4)]),
]


@pytest.mark.parametrize(("text", "expected"), TRADES_AND_BOUNDS)
def test_trades_of_no_lexicon_and_headings_of_two_meanings(text: str, expected: list[Expected]) -> None:
    """Who has an age and died is a person; what is listed below "stopped" tells what stopping was."""
    assert _claims(text) == expected


NOT_DONE_AND_ON_COURSE: list[tuple[str, list[Expected]]] = [
    ("Понад 20 ракет не вдалося перехопити.", []),
    ("До 20 «шахедів» на Чернігівщині, курс південний.", [("in_air", "weapon.drone.shahed", 0, 20)]),
    (
        "70 ударних БпЛА — Shahed (у т. ч. 9 реактивних), «Гербера», «Італмас».",
        [("launched", "weapon.drone", 70, 70), ("launched", "weapon.drone.jet", 9, 9)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOT_DONE_AND_ON_COURSE)
def test_what_was_not_done_and_what_is_on_its_course(text: str, expected: list[Expected]) -> None:
    """What could not be stopped was not; a course is of what flies; the names behind a bracket are not of what it counts."""
    assert _claims(text) == expected
