"""Ratings, misreadings and clocks: what the tables promise, and what they answer."""

from __future__ import annotations

import pytest

from vidbiy.lexicon.countries import country_of, zone
from vidbiy.lexicon.misreadings import Misreadings
from vidbiy.lexicon.pack_files import load_table
from vidbiy.lexicon.ratings import Ratings
from vidbiy.lexicon.sources import Sources
from vidbiy.model import FigureKey, Measure, Misreading


@pytest.fixture(scope="module")
def ratings() -> Ratings:
    return Ratings.load()


def test_every_source_of_the_lexicon_is_rated(ratings: Ratings) -> None:
    """On the Admiralty scale; only whom nobody knows is F, and who only saw it."""
    letters = {source.id: ratings.reliability(source.id, "killed") for source in Sources.load()}
    assert set(letters.values()) <= set("ABCDEF")
    assert [source for source, letter in letters.items() if letter == "F"] == ["witnesses"]


def test_every_rated_measure_is_a_measure() -> None:
    measures = set(Measure)
    for row in load_table("ratings.toml")["rating"]:
        assert {*row.get("primary_for", ()), *row.get("reliability_for", {})} <= measures, row["ids"]


@pytest.mark.parametrize(
    ("source", "measure", "place", "primary"),
    [
        ("ua-air-force", "launched", "UA", True),
        ("ua-air-force", "launched", "UA-63", True),
        ("ua-air-force", "killed", "UA", False),
        ("kyiv-mayor", "injured", "UA-30", True),
        ("kyiv-mayor", "injured", "UA-30.holosiivskyi", True),
        ("kyiv-mayor", "injured", "UA-32", False),
        ("kyiv-mayor", "injured", "UA", False),
        ("mayor-kharkiv", "damaged", "UA-63.kharkiv", True),
        ("oma-UA-14", "killed", "UA-14.pokrovsk", True),
        ("oma-UA-14", "killed", "UA-12", False),
        ("ru-mod", "hit", "UA", False),
        ("media", "killed", "UA-30", False),
        (None, "killed", "UA-30", False),
    ],
)
def test_a_source_is_primary_for_its_measures_at_its_own_place(
    ratings: Ratings, source: str | None, measure: str, place: str, primary: bool
) -> None:
    assert ratings.primary(source, measure, place) is primary


def test_party_is_a_rating_of_its_own(ratings: Ratings) -> None:
    """The Emergency Service is reliable and a party; the press is less so and is none."""
    assert (ratings.reliability("ua-ses", "fire"), ratings.party("ua-ses")) == ("A", True)
    assert (ratings.reliability("media", "fire"), ratings.party("media")) == ("C", False)


@pytest.mark.parametrize(
    ("words", "partial"),
    [
        ("У зоні відповідальності ПвК «Південь» збито 12 дронів.", True),
        ("Air Command West shot down two missiles.", True),
        ("Збито 268 дронів по всій країні.", False),
    ],
)
def test_a_regional_command_counts_for_a_part(ratings: Ratings, words: str, partial: bool) -> None:
    assert ratings.partial("ua-air-force", words) is partial


def key(measure: str, subject: str, place: str = "UA") -> FigureKey:
    return FigureKey(Measure(measure), subject, place)


@pytest.mark.parametrize(
    ("told", "true", "misreading"),
    [
        (key("launched", "weapon.drone"), key("launched", "weapon"), "total_as_part"),
        (key("launched", "weapon"), key("launched", "weapon.drone"), "part_as_total"),
        (key("launched", "weapon.missile"), key("hit", "weapon.missile"), "balance_as_additional"),
        (key("launched", "weapon.missile"), key("launched", "weapon.drone"), "drones_missiles_swapped"),
        (key("shot_down", "weapon"), key("intercepted", "weapon"), "stopped_as_shot_down"),
        (key("affected", "area.region"), key("hit_locations", "area.location"), "locations_as_regions"),
        (key("killed", "person"), key("injured", "person"), "injured_as_killed"),
    ],
)
def test_each_misreading_is_told_by_what_it_is_told_as(told: FigureKey, true: FigureKey, misreading: str) -> None:
    assert Misreadings.load().of(told, true) is Misreading(misreading)


def test_a_child_is_no_misread_person() -> None:
    """Only what the table has is a misreading; all else that differs contradicts."""
    assert Misreadings.load().of(key("killed", "person"), key("killed", "person.child")) is None


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Additional strikes followed.", "en"),
        ("Додаткові удари зафіксовано у восьми областях.", "uk"),
        ("Дополнительные удары нанесены ночью.", "ru"),
        ("Weitere Angriffe trafen acht Gebiete.", "de"),
        ("Kolejne uderzenia objęły osiem obwodów.", "pl"),
        ("Weitere Angriffe trafen acht Gebiete.", None),
    ],
)
def test_what_comes_on_top_is_heard_in_each_language(sentence: str, language: str | None) -> None:
    assert Misreadings.load().additional(sentence, language)


def test_nights_are_counted_by_the_clock_of_their_country() -> None:
    assert (zone("UA").key, zone("RU").key, zone("XX").key) == ("Europe/Kyiv", "Europe/Moscow", "UTC")
    assert (country_of("UA-30.holosiivskyi"), country_of("PL"), country_of(None)) == ("UA", "PL", None)
