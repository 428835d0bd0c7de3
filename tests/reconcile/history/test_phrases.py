"""Superlatives in stories, in five languages: what is said, of what, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.reconcile.history.nights import launched, report

from vidbiy.ledger import Ledger, NewReading
from vidbiy.model import Document
from vidbiy.publish.standing import say_reason
from vidbiy.reading import Reader
from vidbiy.reconcile import check_story
from vidbiy.reconcile.history import find_superlatives

NIGHT = date(2025, 7, 4)


@pytest.mark.parametrize(
    ("language", "text", "one_of", "since", "subject"),
    [
        ("en", "It was one of the largest drone attacks since the full-scale invasion.", True, "2022-02-24", "weapon.drone"),
        ("en", "The biggest missile and drone attack in three weeks, officials said.", False, "2025-06-14", "weapon"),
        ("en", "The heaviest aerial assault since June 9 began at dusk.", False, "2025-06-09", "weapon"),
        ("en", "The largest barrage since November 2024.", False, "2024-11-01", "weapon"),
        ("en", "A record number of drones was launched.", False, None, "weapon.drone"),
        ("en", "One of the largest barrages of the summer hit the city.", True, "2025-06-01", "weapon"),
        ("en", "The deadliest strike this year.", False, "2025-01-01", "person"),
        ("uk", "Це одна з наймасованіших атак дронів з початку війни.", True, "2022-02-24", "weapon.drone"),
        ("uk", "Найбільша атака за останні три тижні.", False, "2025-06-14", "weapon"),
        ("uk", "Випущено рекордну кількість дронів.", False, None, "weapon.drone"),
        ("ru", "Одна из самых массированных атак беспилотников с начала войны.", True, "2022-02-24", "weapon.drone"),
        ("ru", "Крупнейшая атака за последние два месяца.", False, "2025-05-06", "weapon"),
        ("de", "Es war einer der größten Drohnenangriffe seit Beginn der Invasion.", True, "2022-02-24", "weapon.drone"),
        ("pl", "Największy atak dronów od początku wojny.", False, "2022-02-24", "weapon.drone"),
    ],
)  # fmt: skip
def test_a_superlative_is_read(language: str, text: str, one_of: bool, since: str | None, subject: str) -> None:
    """Its words stand in the text as they are quoted."""
    (found,) = find_superlatives(text, language, NIGHT)
    begin = None if found.superlative.since is None else found.superlative.since.isoformat()
    assert (found.superlative.one_of, begin, found.key.subject) == (one_of, since, subject)
    assert text[slice(*found.span)] == found.quote


@pytest.mark.parametrize(
    "text",
    [
        "The largest attack on the port damaged two cranes.",  # of how many, since when?
        "It was the second-largest attack since the start of the war.",
        "The largest museum of the city was not hurt.",
        "The 2nd biggest drone attack this year.",
    ],
)
def test_what_says_too_little_or_another_thing_is_left_alone(text: str) -> None:
    """Only the first place of a stated time is held against the series."""
    assert find_superlatives(text, "en", NIGHT) == ()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Forty made-up nights up to 4 July 2025: 300 drones on 10 June, 200 on 4 July, few on the others."""
    with Ledger.open(str(tmp_path / "ledger.db"), create=True) as found:
        counts = [20 + i % 9 for i in range(40)]
        counts[15], counts[39] = 300, 200
        launched(found, NIGHT - timedelta(days=39), *counts)
        yield found


@pytest.mark.parametrize(
    ("said", "contradicts", "reason"),
    [
        ("the largest drone attack in two weeks", False, "holds: no known night since 21 June 2025 was larger"),
        ("the largest drone attack in five weeks", True, "does not hold: 1 known night was larger"),
        ("the largest drone attack since the invasion", True, "does not hold: 1 known night was larger"),
    ],
)  # fmt: skip
def test_a_story_is_held_against_the_history(ledger: Ledger, said: str, contradicts: bool, reason: str) -> None:
    """A refuted superlative contradicts the record, also where every figure of the story is right."""
    text = f"Made up for a test. Russia launched 200 drones at Ukraine overnight, the Air Force said. It was {said}."
    document = Document("story", text, datetime(2025, 7, 4, 7, tzinfo=UTC), "media")
    reading = Reader().read(document)
    check = check_story(ledger, document, reading.claims, language=reading.language)
    (superlative,) = check.superlatives
    assert (say_reason(superlative.check), check.contradicts) == (f"{reason} by drones launched", contradicts)
    assert superlative.quote in said
    assert check.to_dict()["superlatives"][0]["quote"] == superlative.quote


@pytest.mark.parametrize(
    ("others", "verdict", "low"),
    [({}, "cannot_tell", None), ({"hit_locations": 9}, "cannot_tell", None), ({"launched": 120}, "does_not_hold", 120)],
    ids=["nobody else tells of the night", "nobody else tells how many", "the Air Force tells how many"],
)
def test_a_story_in_the_ledger_does_not_prove_its_own_superlative(
    ledger: Ledger, others: dict[str, int], verdict: str, low: int | None
) -> None:
    """Its count of the night is left out: of the night then nothing is known, or what others count."""
    night = NIGHT + timedelta(days=1)
    text = "Made up for a test. Russia launched 900 drones at Ukraine overnight. It was the largest drone attack in a month."
    document = Document("story", text, datetime(2025, 7, 5, 7, tzinfo=UTC), "media")
    reading = Reader().read(document)
    read = NewReading(reader="t", language="en", claims=reading.claims)
    ledger.append([replace(report(night, {}), document=document, origin="story", reading=read)])
    if others:
        subject = "area.location" if "hit_locations" in others else "weapon.drone"
        ledger.append([report(night, others, drones=subject)])
    check = check_story(ledger, document, reading.claims, language=reading.language)
    (superlative,) = check.superlatives
    found = superlative.check
    assert (found.verdict.value, None if found.point is None else found.point.low) == (verdict, low)
