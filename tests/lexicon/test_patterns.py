"""Patterns: whole words and stems, the longest one first."""

from __future__ import annotations

import pytest

from vidbiy.lexicon.errors import LexiconError
from vidbiy.lexicon.patterns import Entry, PatternTable


def table(*patterns: str) -> PatternTable:
    """Return a table in which each pattern stands for itself."""
    made = PatternTable()
    for pattern in patterns:
        made.add(pattern, Entry("test", pattern))
    return made


def found(patterns: PatternTable, text: str, at: int = 0) -> list[tuple[int, str]]:
    """Return what is found at word `at` of `text`."""
    return [(length, entry.value) for length, entry in patterns.find(text.split(), at)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("шахед", [(1, "шахед*")]),
        ("шахедами", [(1, "шахед*")]),
        ("шах", []),
        ("air force said", [(2, "air force")]),
        ("air forces", [(1, "air")]),
        ("air defence", [(2, "air def*")]),
        ("airborne", []),
    ],
)
def test_words_are_whole_and_stems_begin_words(text: str, expected: list[tuple[int, str]]) -> None:
    """An exact word matches itself alone; a stem every word that begins with it; the longest pattern wins."""
    patterns = table("шахед*", "air", "air force", "air def*")
    assert found(patterns, text) == expected


def test_a_star_alone_stands_for_any_word() -> None:
    """ "in * hospital" is found with one word between, and with no other number of words."""
    patterns = table("in * hospital")
    assert found(patterns, "in Kharkiv hospital".lower()) == [(3, "in * hospital")]
    assert found(patterns, "in hospital") == []


def test_the_longer_stem_wins_over_the_shorter() -> None:
    """So that "ракетний" can be kept apart from "ракета"."""
    assert found(table("ракет*", "ракетн*"), "ракетний") == [(1, "ракетн*")]


def test_one_pattern_may_stand_for_several_things() -> None:
    """Both entries of a word come back, since only the sentence can tell which is meant."""
    patterns = PatternTable()
    patterns.add("hit", Entry("action", "hit"))
    patterns.add("hit", Entry("noun", "impact"))
    assert {entry.kind for _, entry in patterns.find(["hit"], 0)} == {"action", "noun"}


def test_a_pattern_added_later_is_found() -> None:
    """What was remembered of a word is forgotten when a pattern comes in."""
    patterns = table("air")
    assert found(patterns, "air force") == [(1, "air")]
    patterns.add("air force", Entry("test", "air force"))
    assert found(patterns, "air force") == [(2, "air force")]


@pytest.mark.parametrize("pattern", ["", "   ", "Drone", "d*", "*"])
def test_a_pattern_that_would_match_wrongly_is_refused(pattern: str) -> None:
    """An empty pattern, one in capitals, and a stem of one letter are mistakes of the data."""
    with pytest.raises(LexiconError):
        table(pattern)
