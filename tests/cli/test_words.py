"""Claims in words, cells on a screen, marks in a text."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from vidbiy.cli.read import words
from vidbiy.cli.read.explain import marked
from vidbiy.cli.terminal.screen import pad, safe, shorten, wrap
from vidbiy.model import Claim, Effect, Measure, Modality, TimePrecision

CLAIM = Claim(
    measure=Measure.SHOT_DOWN,
    subject="weapon.drone",
    low=539,
    high=539,
    place="UA",
    start=datetime.fromisoformat("2025-07-03T18:00:00+03:00"),
    end=datetime.fromisoformat("2025-07-04T09:00:00+03:00"),
    time_precision=TimePrecision.NIGHT,
    span=(0, 3),
    quote="539",
    rule="x",
)


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"low": 539, "high": 539}, "539"),
        ({"low": 0, "high": 0}, "0"),
        ({"low": 8, "high": None}, "≥ 8"),
        ({"low": 0, "high": None}, "≥ 0"),
        ({"low": 0, "high": 17}, "≤ 17"),
        ({"low": 60, "high": 60, "approx": True}, "≈ 60"),
        ({"low": 3, "high": 5}, "3–5"),
        ({"low": 6, "high": 6, "of": 10}, "6 of 10"),
        ({"low": 8, "high": None, "unit": "h"}, "≥ 8 h"),
        ({"low": None, "high": None}, "–"),
    ],
)
def test_amounts(fields: dict[str, Any], shown: str) -> None:
    assert words.amount(replace(CLAIM, **fields)) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, "shot down: drones"),
        ({"measure": Measure.FIRE, "subject": "site.medical"}, "on fire: medical facilities"),
        ({"measure": Measure.DAMAGED, "subject": "site.religious"}, "damaged: religious buildings"),
        ({"measure": Measure.HIT_LOCATIONS, "subject": "area.location"}, "places hit"),
        ({"measure": Measure.TARGET, "subject": "area.target"}, "main target"),
        (
            {"measure": Measure.DISRUPTED, "subject": "object.train", "effect": Effect.DELAYED},
            "disrupted: trains, delayed",
        ),
        ({"measure": Measure.KILLED, "subject": "person", "modality": Modality.DENIED}, "killed: people (denied)"),
        ({"subject": "weapon.missile.cruise.kh999_x"}, "shot down: cruise missiles"),
    ],
)
def test_what_is_claimed(fields: dict[str, Any], shown: str) -> None:
    assert words.what(replace(CLAIM, **fields)) == shown


def at(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(f"{text}+03:00")


@pytest.mark.parametrize(
    ("precision", "start", "end", "shown"),
    [
        ("night", "2025-07-03T18:00", "2025-07-04T09:00", "night 2025-07-04"),
        ("minute", "2025-07-04T02:40", "2025-07-04T02:40", "2025-07-04 02:40"),
        ("hour", "2025-07-04T02:00", "2025-07-04T03:00", "2025-07-04 02 h"),
        ("day", "2025-07-03T00:00", "2025-07-04T00:00", "2025-07-03"),
        ("day", "2025-07-01T00:00", "2025-07-03T23:59", "2025-07-01 to 2025-07-03"),
        ("month", "2025-06-01T00:00", "2025-07-01T00:00", "2025-06"),
        ("open", "2022-02-24T00:00", None, "since 2022-02-24"),
        ("open", "2022-02-24T00:00", "2025-07-04T09:00", "since 2022-02-24"),
        ("open", None, None, "–"),
        ("night", None, None, "–"),
    ],
)
def test_times_are_as_exact_as_the_text(precision: str, start: str | None, end: str | None, shown: str) -> None:
    claim = replace(CLAIM, time_precision=TimePrecision(precision), start=at(start), end=at(end))
    assert words.time(claim) == shown


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("UA", "Ukraine"),
        ("UA-30", "Kyiv"),
        ("UA-30.holosiivskyi", "Holosiivskyi district, Kyiv"),
        ("UA-14.no-such-place", "UA-14.no-such-place, Donetsk oblast"),
        (None, "–"),
    ],
)
def test_places_have_names(place: str | None, shown: str) -> None:
    assert words.place(replace(CLAIM, place=place)) == shown


@given(st.text(max_size=60), st.integers(4, 30))
def test_cells_keep_to_their_width_and_lose_nothing(text: str, width: int) -> None:
    """Wide letters and marks of no width included."""
    text = safe(text).replace("\n", " ").replace("\t", " ")
    lines = wrap(text, width)
    assert [line for line in lines if cell_len(line) > width] == []
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert cell_len(shorten(text, width)) <= width
    for line in lines:
        assert cell_len(pad(line, width)) == width


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([], "0123456789"),
        ([(2, 4), (6, 10)], "01⟦23⟧[1]45⟦6789⟧[2]"),
        ([(6, 8), (2, 4)], "01⟦23⟧[2]45⟦67⟧[1]89"),
        ([(2, 6), (4, 8)], "01⟦234567⟧[1,2]89"),
        ([(2, 8), (4, 6), (2, 8)], "01⟦234567⟧[1,2,3]89"),
        ([(2, 4), (4, 6)], "01⟦23⟧[1]⟦45⟧[2]6789"),
    ],
)
def test_spans_are_marked_and_overlaps_joined(spans: list[tuple[int, int]], shown: str) -> None:
    text = "0123456789"
    claims = [replace(CLAIM, span=span, quote=text[span[0] : span[1]]) for span in spans]
    assert "".join(piece for piece, _ in marked(text, claims)) == shown
