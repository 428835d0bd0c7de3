"""The mistakes that a comparable system published about itself, each on sentences of our own: we do not make them.

1. The year of a date is read as a number of dead.
2. An obituary or a memorial day is read as an attack.
3. A total "since the invasion began" is counted into the night.
4. The victims of missiles are booked to drones.
5. Livestock is counted as people.
6. The article's date is taken for the event's.
7. Launch areas are taken for places that were hit.
8. "Over 200 drones" is thrown away for want of a maximum.
9. The count of a regional command is added to the national one.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from vidbiy.model import Claim, Document, TimePrecision
from vidbiy.reading import Reader

READER = Reader()
PUBLISHED = "2025-07-04T09:30:00+03:00"
PEOPLE = {"killed", "injured", "hospitalised", "missing", "rescued", "evacuated"}


def _claims(language: str, text: str, *, source: str | None = None, published: str = PUBLISHED) -> list[Claim]:
    document = Document(id="test", text=text, published=datetime.fromisoformat(published), source=source)
    return list(READER.read(document, language=language).claims)


def _counts(claims: list[Claim]) -> set[tuple[str, str, int | None, int | None]]:
    return {(claim.measure.value, claim.subject, claim.low, claim.high) for claim in claims}


def _day(claim: Claim) -> date:
    assert claim.end is not None
    return claim.end.astimezone(ZoneInfo("Europe/Kyiv")).date()


def _start(claim: Claim) -> date:
    assert claim.start is not None
    return claim.start.astimezone(ZoneInfo("Europe/Kyiv")).date()


YEARS = [
    ("en", "Four people were killed in Kharkiv on 17 June 2024.", 4),
    ("en", "In June 2024, four people died in a strike on Kharkiv.", 4),
    ("en", "Killed in 2022: two brothers from Chernihiv.", 2),
    ("uk", "У Харкові 17 червня 2024 року загинули четверо людей.", 4),
    ("uk", "Станом на 2023 рік у місті загинули 40 людей.", 40),
    ("uk", "12.05.2024 внаслідок удару загинуло троє людей.", 3),
    ("ru", "В Белгороде 30 декабря 2023 года погибли 25 человек.", 25),
    ("ru", "Погибших в 2024 году трое, сообщили спасатели.", 3),
    ("de", "Am 17. Juni 2024 wurden in Charkiw vier Menschen getötet.", 4),
    ("pl", "17 czerwca 2024 roku w Charkowie zginęły cztery osoby.", 4),
]


@pytest.mark.parametrize(("language", "text", "dead"), YEARS)
def test_a_year_is_no_number_of_dead(language: str, text: str, dead: int) -> None:
    """The dead are counted, the year beside them is not."""
    assert {claim.low for claim in _claims(language, text)} == {dead}


OBITUARIES = [
    ("en", "The composer, who wrote 14 symphonies, has died in Lviv. He was 91 and leaves two daughters."),
    ("en", "Odesa marked the memorial day of the 300 sailors of its fleet with a minute of silence."),
    ("en", "Remembering the victims: 48 candles were lit in front of the theatre."),
    ("uk", "У Львові на 92-му році життя помер композитор, автор 14 симфоній. Прощання відбудеться 6 липня."),
    ("uk", "У День пам'яті захисників на площі запалили 300 свічок, хвилиною мовчання вшанували полеглих."),
    ("uk", "Громада попрощалася з двома воїнами: Іваном та Петром, яким було 34 і 41."),
    ("ru", "На 92-м году жизни скончался композитор, автор 14 симфоний. Прощание пройдёт 6 июля."),
    ("ru", "В День памяти у мемориала зажгли 300 свечей и минутой молчания почтили погибших."),
    ("de", "Im Alter von 91 Jahren starb in Lwiw der Komponist von 14 Sinfonien."),
    ("pl", "W wieku 91 lat zmarł we Lwowie kompozytor, autor 14 symfonii."),
]


@pytest.mark.parametrize(("language", "text"), OBITUARIES)
def test_an_obituary_is_no_attack(language: str, text: str) -> None:
    """Someone died, or the dead are remembered: nobody was killed last night."""
    assert _claims(language, text) == []


SINCE = [
    (
        "en",
        "Two people were killed in Kherson overnight. Since the full-scale invasion began in February 2022, at least "
        "480 residents of the city have been killed.",
        2,
        480,
    ),
    (
        "en",
        "A drone killed one man in Nikopol on Friday. More than 13,000 civilians have died since the war began.",
        1,
        13000,
    ),
    (
        "uk",
        "Уночі в Херсоні загинули двоє людей. Від початку повномасштабного вторгнення у місті загинули щонайменше "
        "480 мешканців.",
        2,
        480,
    ),
    (
        "ru",
        "Ночью в Херсоне погибли два человека. С начала полномасштабного вторжения в городе погибли не менее "
        "480 жителей.",
        2,
        480,
    ),
    (
        "de",
        "In der Nacht wurden in Cherson zwei Menschen getötet. Seit Beginn der Invasion im Februar 2022 wurden dort "
        "mindestens 480 Einwohner getötet.",
        2,
        480,
    ),
    (
        "pl",
        "W nocy w Chersoniu zginęły dwie osoby. Od początku inwazji w lutym 2022 roku zginęło tam co najmniej 480 "
        "mieszkańców.",
        2,
        480,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "tonight", "since"), SINCE)
def test_a_total_since_the_invasion_is_not_of_the_night(language: str, text: str, tonight: int, since: int) -> None:
    """Both are claims, each with its own time: the total begins years before."""
    claims = {claim.low: claim for claim in _claims(language, text)}
    assert claims.keys() == {tonight, since}
    assert claims[since].time_precision is TimePrecision.OPEN
    assert _start(claims[since]).year == 2022
    assert _start(claims[tonight]).year == 2025


WEAPONS = [
    ("en", "Five people were killed by a ballistic missile in Kryvyi Rih. Drones injured two more in Nikopol."),
    ("en", "The missile killed five people. Another 12 drones were shot down."),
    ("uk", "Через удар балістичною ракетою у Кривому Розі загинули п'ятеро людей. Дрони атакували Нікополь."),
    ("uk", "Ракета забрала життя п'ятьох людей, ще 12 дронів збили на підльоті."),
    ("ru", "От удара баллистической ракеты погибли пять человек. Дроны атаковали Никополь."),
    ("ru", "Ракета унесла жизни пяти человек, ещё 12 беспилотников сбили."),
]


@pytest.mark.parametrize(("language", "text"), WEAPONS)
def test_victims_are_people_and_no_weapons(language: str, text: str) -> None:
    """The dead are booked as people, whatever weapon stands beside them; no number of dead counts weapons."""
    claims = _claims(language, text)
    assert [claim.subject for claim in claims if claim.low == 5] == ["person"]
    assert all(claim.subject.startswith("person") for claim in claims if claim.measure.value in PEOPLE)
    assert all(claim.measure.value == "shot_down" for claim in claims if claim.low == 12)


ANIMALS = [
    ("en", "Drones set a farm near Sumy on fire; 60 cows and 200 pigs were killed. Two people were injured.", {2}),
    ("en", "A fire after the strike killed 300 chickens.", set()),
    ("uk", "Через влучання дрона у ферму на Сумщині загинули 60 корів і 200 свиней. Поранено двох людей.", {2}),
    ("uk", "Загинуло 15 голів худоби.", set()),
    ("ru", "При атаке дрона на ферму погибли 60 коров и 200 свиней. Ранены два человека.", {2}),
    ("ru", "Погибло 15 голов скота.", set()),
    ("de", "Bei dem Drohnenangriff auf einen Hof starben 60 Kühe. Zwei Menschen wurden verletzt.", {2}),
    ("pl", "W ataku drona na gospodarstwo zginęło 60 krów. Dwie osoby zostały ranne.", {2}),
]


@pytest.mark.parametrize(("language", "text", "people"), ANIMALS)
def test_livestock_is_no_people(language: str, text: str, people: set[int]) -> None:
    """Cows that were killed are counted as nobody."""
    claims = _claims(language, text)
    assert {claim.low for claim in claims if claim.measure.value in PEOPLE} == people


EVENTS = [
    (
        "en",
        "Prosecutors have named the suspects in the strike on Kharkiv of 12 March, which killed three people.",
        3,
        12,
    ),
    ("en", "On 12 March, three people were killed in Kharkiv, the court heard on Friday.", 3, 12),
    ("uk", "12 березня у Харкові загинули троє людей, нагадали у прокуратурі.", 3, 12),
    ("uk", "Внаслідок атаки 12 березня поранено трьох людей.", 3, 12),
    ("ru", "12 марта в Харькове погибли трое человек, напомнили в прокуратуре.", 3, 12),
    ("ru", "В результате атаки 12 марта ранены три человека.", 3, 12),
    ("de", "Am 12. März wurden in Charkiw drei Menschen getötet.", 3, 12),
    ("pl", "12 marca w Charkowie zginęły trzy osoby.", 3, 12),
]


@pytest.mark.parametrize(("language", "text", "count", "day"), EVENTS)
def test_the_event_has_its_own_date(language: str, text: str, count: int, day: int) -> None:
    """An article of July about a day in March: the claim is of March."""
    (claim,) = [claim for claim in _claims(language, text) if claim.low == count]
    assert _day(claim) == date(2025, 3, day)


LAUNCH_AREAS = [
    ("en", "Russia launched 97 drones from Kursk, Millerovo and Chauda in Crimea.", 97),
    ("en", "Russia launched 97 drones from Kursk and from Cape Chauda in occupied Crimea.", 97),
    ("pl", "Rosja wystrzeliła 97 dronów z kierunków Kursk, Millerowo i Czauda na Krymie.", 97),
    ("uk", "Ворог запустив 97 дронів із напрямків: Курськ, Міллерово, Чауда – Крим.", 97),
    ("uk", "Атака 97 ударними БпЛА (райони пусків – Курськ, Орел, Приморсько-Ахтарськ, Гвардійське – ТОТ Криму).", 97),
    ("ru", "Противник запустил 97 беспилотников (направления: Курск, Миллерово, Чауда – Крым).", 97),
    (
        "en",
        "The enemy attacked with 97 drones (launch areas: Kursk, Millerovo, Primorsko-Akhtarsk, Chauda – Crimea).",
        97,
    ),
    ("de", "Russland startete 97 Drohnen aus den Richtungen Kursk, Millerowo und Tschauda auf der Krim.", 97),
    ("pl", "Rosja wystrzeliła 97 dronów z kierunków Kursk, Millerowo i Orzeł.", 97),
]


@pytest.mark.parametrize(("language", "text", "count"), LAUNCH_AREAS)
def test_launch_areas_are_not_hit(language: str, text: str, count: int) -> None:
    """Where weapons came from is no place that was struck; the attacked country is the place."""
    claims = _claims(language, text, source="ua-air-force")
    assert [(claim.measure.value, claim.low, claim.place) for claim in claims] == [("launched", count, "UA")]


OPEN_COUNTS = [
    ("en", "Russia launched over 200 drones overnight.", "launched", 200),
    ("en", "More than 200 drones were shot down.", "shot_down", 200),
    ("uk", "Ворог запустив понад 200 дронів.", "launched", 200),
    ("uk", "Збито більш ніж 200 «шахедів».", "shot_down", 200),
    ("ru", "Противник запустил свыше 200 беспилотников.", "launched", 200),
    ("ru", "Сбито более 200 дронов.", "shot_down", 200),
    ("de", "Russland startete über 200 Drohnen.", "launched", 200),
    ("de", "Mehr als 200 Drohnen wurden abgeschossen.", "shot_down", 200),
    ("pl", "Rosja wystrzeliła ponad 200 dronów.", "launched", 200),
    ("pl", "Zestrzelono więcej niż 200 dronów.", "shot_down", 200),
]


@pytest.mark.parametrize(("language", "text", "measure", "low"), OPEN_COUNTS)
def test_a_count_without_a_maximum_is_kept(language: str, text: str, measure: str, low: int) -> None:
    """It is 200 or more: 200, null."""
    ((found, _, least, most),) = _counts(_claims(language, text))
    assert (found, least, most) == (measure, low, None)


COMMANDS = [
    (
        "uk",
        "У ніч на 4 липня збито 42 ударні БпЛА. З них 17 збили підрозділи повітряного командування «Південь».",
        42,
        17,
    ),
    ("uk", "Збито 42 дрони. Повітряне командування «Схід»: 17 дронів збито.", 42, 17),
    ("en", "Air defences shot down 42 drones overnight. Air Command South shot down 17 of them.", 42, 17),
    ("ru", "Сбиты 42 беспилотника. Из них 17 сбили подразделения воздушного командования «Юг».", 42, 17),
]


@pytest.mark.parametrize(("language", "text", "whole", "part"), COMMANDS)
def test_the_count_of_a_command_stays_beside_the_national_one(language: str, text: str, whole: int, part: int) -> None:
    """Both counts are claims of their own; their sum is none."""
    claims = _claims(language, text, source="ua-air-force")
    assert {claim.low for claim in claims} == {whole, part}
    assert {claim.measure.value for claim in claims} == {"shot_down"}
