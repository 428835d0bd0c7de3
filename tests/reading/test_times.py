"""When the reader dates what it reads: one row for each way of saying when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from vidbiy.model import Document, TimePrecision
from vidbiy.reading import Reader
from vidbiy.reading.times.times import KYIV

READER = Reader()
PUBLISHED = datetime.fromisoformat("2025-07-04T09:30:00+03:00")  # a Friday


def _periods(text: str, source: str | None = None) -> list[tuple[date, date]]:
    claims = READER.read(Document(id="test", text=text, published=PUBLISHED, source=source)).claims
    return [
        (claim.start.astimezone(KYIV).date(), claim.end.astimezone(KYIV).date())
        for claim in claims
        if claim.start is not None and claim.end is not None
    ]


def _day(text: str) -> date:
    return date.fromisoformat(text)


SENTENCES: list[tuple[str, list[tuple[str, str]]]] = [
    ("Two people were killed.", [("2025-07-03", "2025-07-04")]),
    ("Two people were killed on Wednesday.", [("2025-07-02", "2025-07-02")]),
    ("On Feb. 10 a drone killed two people.", [("2025-02-10", "2025-02-10")]),
    ("In June of last year eight people were killed.", [("2024-06-01", "2024-06-30")]),
    ("Last month eight people were killed.", [("2025-06-01", "2025-06-30")]),
    ("Since the invasion 14,000 people have been killed.", [("2022-02-24", "2025-07-04")]),
    ("Від 24.02.2022 загинули 100 людей.", [("2022-02-24", "2025-07-04")]),
    ("За час повномасштабної війни загинули 100 людей.", [("2022-02-24", "2025-07-04")]),
    # A record since a day is no sum since it.
    ("The heaviest attack since the invasion killed two people.", [("2025-07-03", "2025-07-04")]),
    ("Two people were killed in one of the largest attacks in recent months.", [("2025-07-03", "2025-07-04")]),
    ("The deadliest strike this year: two people were killed.", [("2025-07-03", "2025-07-04")]),
    ("It was the deadliest strike since April 2024: two people were killed.", [("2025-07-03", "2025-07-04")]),
    ("Два дні тому загинули двоє людей.", [("2025-07-02", "2025-07-02")]),
    ("У ніч на 2 липня (з 19:30 1 липня) загинули двоє людей.", [("2025-07-01", "2025-07-02")]),
    ("Two people may have been killed.", [("2025-07-03", "2025-07-04")]),
    ("Between 20 and 26 June five people were killed.", [("2025-06-20", "2025-06-26")]),
    # Each claim has the date that stands by it.
    (
        "In January 2023, 43 people were killed there; last month three people were killed.",
        [("2023-01-01", "2023-01-31"), ("2025-06-01", "2025-06-30")],
    ),
    # What is recalled goes on for its paragraph.
    (
        "In January 2023 a missile hit a school. Five people were killed.\n\nTwo people were injured.",
        [("2023-01-01", "2023-01-31"), ("2023-01-01", "2023-01-31"), ("2025-07-03", "2025-07-04")],
    ),
    # Headings that are weekdays, and what is counted below them.
    (
        "Wednesday.\nTwo people were killed in Sumy.",
        [("2025-07-02", "2025-07-02")],
    ),
    # A sum is over its time, also where the day it was told on is named.
    ("On Monday police said 90 people had been killed over the past week.", [("2025-06-27", "2025-07-04")]),
    # What happened yesterday goes on being told.
    (
        "Yesterday a drone hit Sumy. Two people were killed.\n\nFive people were injured.",
        [("2025-07-03", "2025-07-03"), ("2025-07-03", "2025-07-04"), ("2025-07-03", "2025-07-04")],
    ),
    ("Vom 20. bis 26. Juni wurden fünf Menschen getötet.", [("2025-06-20", "2025-06-26")]),
    # A day to come is no day on which something happened.
    ("Five people were killed; the bridge is closed until 12 July.", [("2025-07-03", "2025-07-04")]),
    # "At 11:04 on 2 July" begins no entry of a live blog.
    ("At 11:04 on 2 July two people were killed.", [("2025-07-02", "2025-07-02")]),
    # A whole year.
    ("За весь 2024 рік загинули 37 залізничників.", [("2024-01-01", "2024-12-31")]),
    ("За весь 2024 год были убиты 37 железнодорожников.", [("2024-01-01", "2024-12-31")]),
    ("Im zurückliegenden Jahr wurden 2500 Zivilisten getötet.", [("2024-01-01", "2024-12-31")]),
    ("W całym zeszłym roku zginęło 2514 cywilów.", [("2024-01-01", "2024-12-31")]),
    # A year has the ending of an ordinal too.
    ("Ракета вбила двох людей 12 березня 2024-го.", [("2024-03-12", "2024-03-12")]),
    ("В ночь на 12 марта 2024-го погибли два человека.", [("2024-03-11", "2024-03-12")]),
    # Two days with a night before them are that night.
    ("The raid on the night of June 28 to 29 was long. Two people were killed.", [("2025-06-28", "2025-06-29")]),
    ("Overnight on June 28 and 29 the shelling of Sumy killed two people.", [("2025-06-28", "2025-06-29")]),
    # Two months with nothing but a joint between are one span.
    ("Between January and April, 23 people were killed there.", [("2025-01-01", "2025-04-30")]),
    ("С января по апрель там погибли 23 человека.", [("2025-01-01", "2025-04-30")]),
    ("У січні–квітні там загинули 23 людини.", [("2025-01-01", "2025-04-30")]),
    ("Von Januar bis April wurden dort 23 Menschen getötet.", [("2025-01-01", "2025-04-30")]),
    # The year that runs, by its number.
    ("Since the start of 2025: 263 attacks, six railway workers killed.", [("2025-01-01", "2025-07-04")]),
    ("З початку 2025 року загинули 12 залізничників.", [("2025-01-01", "2025-07-04")]),
    # The day after may tell of the day before.
    ("A day after the attack, two more people died.", [("2025-07-03", "2025-07-04")]),
    ("Через день після удару загиблих двоє.", [("2025-07-03", "2025-07-04")]),
    ("На следующий день после удара погибших двое.", [("2025-07-03", "2025-07-04")]),
    (
        "Rescuers ended their search on Friday, a day after the attack. Two people were killed.",
        [("2025-07-03", "2025-07-04")],
    ),
    # A night that is named in a story of the evening before is the one that followed.
    (
        "Увечері 3 липня ворог ударив по Сумах, загинули двоє людей.\n\nЗа ніч збито 30 дронів.",
        [("2025-07-03", "2025-07-03"), ("2025-07-03", "2025-07-04")],
    ),
    # ... also under a dateline of the day of publication, and where hours are counted.
    (
        "KYIV, July 4 (Agency) - The search ended on Friday, a day after the attack. Two people were killed.",
        [("2025-07-03", "2025-07-04")],
    ),
    # A correction may stand before the lead.
    (
        "(Corrects the number of dead from three to two)\n\nA day after the attack, Sumy counts its losses.\n\n"
        "Two people were killed.",
        [("2025-07-03", "2025-07-04")] * 3,
    ),
    # The day that the lead names without a figure is that of the first figures too.
    (
        "Posts say that the bus in Sumy on Sunday, 29 June 2025, was full of soldiers.\n\nFive people were killed.",
        [("2025-06-29", "2025-06-29")],
    ),
    # A weekday in the lead, some days back: what follows may be of it.
    (
        "A woman was injured early Tuesday in Sumy, her family said.\n\nFive people were killed.",
        [("2025-07-01", "2025-07-01"), ("2025-07-01", "2025-07-04")],
    ),
    # A review of a month is of that month.
    (
        "In June 2025 Russia launched 5,000 drones.\n\nThe mission counted 165 people killed.",
        [("2025-06-01", "2025-06-30"), ("2025-06-01", "2025-06-30")],
    ),
    (
        "У червні Росія запустила 5000 дронів, менше, ніж у травні (5300).\n\nООН нарахувала 165 загиблих.",
        [("2025-06-01", "2025-06-30"), ("2025-05-01", "2025-05-31"), ("2025-06-01", "2025-06-30")],
    ),
    ("Since the very beginning of June, 40 people have been killed.", [("2025-06-01", "2025-07-04")]),
    # A date that stands alone is a heading.
    (
        "1 липня. У Сумах загинули двоє людей.\n\n2 липня. У Ніжині поранено жінку. Пошкоджено школу.",
        [("2025-07-01", "2025-07-01"), ("2025-07-02", "2025-07-02"), ("2025-07-02", "2025-07-02")],
    ),
    # An entry of a live blog may name its day before its hour.
    (
        "Montag, 23:10 In Sumy wurden zwei Menschen getötet.\nDienstag, 01:20 In Sumy wurde ein Haus getroffen.",
        [("2025-06-30", "2025-06-30"), ("2025-07-01", "2025-07-01")],
    ),
    # Days of a week that is told over, however far back, and with their numbers.
    (
        "What the week was like.\n\nSaturday. Two people were killed in Sumy.\n\nTuesday the 1st. One woman was injured.",
        [("2025-06-28", "2025-06-28"), ("2025-07-01", "2025-07-01")],
    ),
    ("Тиждень.\n\nСубота, 28-ме. У Сумах загинули двоє людей.", [("2025-06-28", "2025-06-28")]),
    # A heading with its number is one.
    (
        "Five nights\n\n2. The strike of 1–2 July\n\nThe air force said two people were killed.",
        [("2025-07-01", "2025-07-02")],
    ),
    # "Today" is of the day of publication, whatever the text was at.
    (
        "3 липня\n\nУ Сумах загинули двоє людей.\nСьогодні в Ніжині поранено жінку.",
        [("2025-07-03", "2025-07-03"), ("2025-07-03", "2025-07-04")],
    ),
    # The day that a story names first is the story's.
    (
        "On 1 July Russia attacked Sumy. Two people were killed.",
        [("2025-07-01", "2025-07-01")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_period(text: str, expected: list[tuple[str, str]]) -> None:
    """Each claim is about the days that its words, or those before, give it."""
    found = _periods(text)
    assert [one for one in found if one in [(_day(a), _day(b)) for a, b in expected]] == [
        (_day(first), _day(last)) for first, last in expected
    ], found


def test_entry_of_live_blog() -> None:
    """An entry stamped before midnight is of the day before the one of publication."""
    text = "23:41 У Сумах поранено двох людей.\n\n08:10 У Сумах поранено трьох людей."
    claims = READER.read(Document(id="test", text=text, published=PUBLISHED)).claims
    assert [claim.end.astimezone(KYIV).day for claim in claims if claim.end is not None] == [3, 4]
    assert {claim.time_precision for claim in claims} == {TimePrecision.HOUR}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Update: strikes on Sumy, 1–2 July", ("2025-07-01", "2025-07-02")),
        ("Удар по Сумах 2 липня: що відомо", ("2025-07-02", "2025-07-02")),
        ("Июнь в цифрах", ("2025-06-01", "2025-06-30")),
        # What is long past is recalled, and the text says itself of when it is.
        ("A year after the strike of 3 July 2024", ("2025-07-03", "2025-07-04")),
    ],
)
def test_the_day_of_a_title_is_that_of_the_text(title: str, expected: tuple[str, str]) -> None:
    """A title is the first thing that is read, also where it is no part of the text."""
    document = Document(id="test", text="Five people were killed and two injured.", title=title, published=PUBLISHED)
    language = "uk" if "липня" in title else "ru" if "Июнь" in title else "en"
    text = {"uk": "Загинули п'ятеро людей.", "ru": "Погибли пять человек.", "en": document.text}[language]
    claims = READER.read(replace(document, text=text), language=language).claims
    days = {
        (claim.start.astimezone(KYIV).date(), claim.end.astimezone(KYIV).date())
        for claim in claims
        if claim.start and claim.end
    }
    assert days == {(_day(expected[0]), _day(expected[1]))}
