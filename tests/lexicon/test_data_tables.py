"""The data tables of weapons, people, sites and sources hold what their headers promise."""

from __future__ import annotations

import itertools
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[2] / "src" / "vidbiy" / "lexicon" / "data"
FILES = ("weapons.toml", "people.toml", "sites.toml", "sources.toml")
LANGUAGES = {"uk", "ru", "en", "de", "pl", "any"}
# A word, a stem, an abbreviation with its points ("u.s."), a lone point after one ("ds .").
WORD = re.compile(r"-?[^\W_]+(?:[-'][^\W_]+)*-?\*?|(?:[^\W_]\.)+|\.")
PATH = re.compile(
    r"(?:person|customer|site|object|weapon)(?:\.[a-z0-9_]+)*",
)
SOURCE_ID = re.compile(
    r"(?:ua|ru|us|pl)(?:-[a-z]+)+|ukrenergo|dtek|officials|witnesses|media|kyiv-mayor|kyiv-military-admin"
    r"|dataset-[a-z]+(?:-[a-z]+)*|oma-UA-\d\d|gov-RU-[A-Z]{2,3}|mayor-[a-z]+(?:-[a-z]+)*",
)
PLACE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{2,3})?(?:\.[a-z]+(?:-[a-z]+)*)?")


def load(name: str) -> dict[str, Any]:
    """Read one table."""
    with (DATA / name).open("rb") as file:
        return tomllib.load(file)


def entries(name: str) -> list[dict[str, Any]]:
    """All entries of a table that say what they stand for."""
    return [entry for value in load(name).values() if isinstance(value, list) for entry in value]


def holders(name: str) -> list[tuple[str, dict[str, Any]]]:
    """All holders of an office with the id of the office."""
    return [(entry["id"], holder) for entry in entries(name) for holder in entry.get("holders", [])]


def pattern_lists(name: str) -> list[tuple[str, list[str]]]:
    """Every list of patterns of a table, with its language."""
    tables = entries(name) + [value for value in load(name).values() if isinstance(value, dict)]
    named = [table.get(key, {}) for table in tables for key in ("names", "plural")]
    named += [holder["name"] for _, holder in holders(name)]
    return [(language, patterns) for group in named for language, patterns in group.items()]


@pytest.mark.parametrize("name", FILES)
def test_patterns_are_words_as_the_matcher_sees_them(name: str) -> None:
    """Lower case, no ё, no typographic apostrophe, each word exact or a stem."""
    for language, patterns in pattern_lists(name):
        assert language in LANGUAGES
        assert patterns
        for pattern in patterns:
            assert pattern == pattern.lower(), pattern
            assert not re.search("[ё’~]", pattern), pattern
            assert all(WORD.fullmatch(word) for word in pattern.split(" ")), pattern
            assert len(pattern.replace("*", "")) > 1, pattern


@pytest.mark.parametrize("name", FILES)
def test_no_list_repeats_a_pattern(name: str) -> None:
    """One list names each pattern once."""
    for _, patterns in pattern_lists(name):
        assert sorted(set(patterns)) == sorted(patterns)


@pytest.mark.parametrize("name", FILES)
def test_a_pattern_has_one_meaning_in_its_language(name: str) -> None:
    """No pattern stands twice with different paths within one file and language."""
    meanings: dict[tuple[str, str], str] = {}
    for entry in entries(name):
        meaning = entry.get("path") or entry.get("id")
        if meaning is None or "metonym" in entry:
            continue
        for language, patterns in entry.get("names", {}).items():
            for pattern in patterns:
                assert meanings.setdefault((language, pattern), meaning) == meaning, (language, pattern)


@pytest.mark.parametrize("name", FILES[:3])
def test_what_is_ignored_is_not_named_too(name: str) -> None:
    """A pattern under [ignore] or [animals] is nobody's name."""
    table = load(name)
    named = {(lang, p) for entry in entries(name) for lang, ps in entry["names"].items() for p in ps}
    for section in ("ignore", "animals"):
        for language, patterns in table.get(section, {}).get("names", {}).items():
            assert not {(language, pattern) for pattern in patterns} & named


@pytest.mark.parametrize("name", FILES[:3])
def test_paths_are_well_formed(name: str) -> None:
    """Subjects are dotted paths under a known head."""
    for entry in entries(name):
        assert PATH.fullmatch(entry["path"]), entry["path"]
        assert entry["names"]


def test_sources_have_ids_and_places_as_the_design_says() -> None:
    """Each id stands once and is of a known form."""
    sources = load("sources.toml")["source"]
    ids = [source["id"] for source in sources]
    assert sorted(set(ids)) == sorted(ids)
    assert all(SOURCE_ID.fullmatch(one) for one in ids)
    assert all(PLACE.fullmatch(source["place"]) for source in sources if "place" in source)
    spoken = [source for source in sources if not source["id"].startswith("dataset-")]  # in texts, nobody names those
    assert all(source.get("names") or source.get("holders") for source in spoken)


def test_every_speaker_of_the_design_is_there() -> None:
    """The closed part of the list of speakers."""
    ids = {source["id"] for source in load("sources.toml")["source"]}
    assert {
        "ua-air-force", "ua-general-staff", "ua-mod", "ua-president", "ua-government", "ua-interior-ministry", "ua-ses",
        "ua-police", "ua-prosecutors", "ua-railways", "ua-energy-ministry", "ukrenergo", "dtek", "ua-health-ministry",
        "kyiv-mayor", "kyiv-military-admin", "oma-UA-63", "mayor-kharkiv", "ru-mod", "ru-kremlin", "us-president",
        "officials", "witnesses", "media", "gov-RU-BEL", "pl-armed-forces",
    } <= ids  # fmt: skip


def test_terms_of_office_are_ordered() -> None:
    """`since` comes before `until`."""
    for office, holder in holders("sources.toml"):
        since, until = holder.get("since", date.min), holder.get("until", date.max)
        assert since < until, (office, holder)


def test_nobody_holds_two_offices_at_once() -> None:
    """A name speaks for one office on any day, else the claim could not be booked."""
    terms: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for office, holder in holders("sources.toml"):
        since, until = holder.get("since", date.min), holder.get("until", date.max)
        for language, patterns in holder["name"].items():
            for pattern in patterns:
                terms.setdefault((language, pattern), []).append((since, until, office))
    for key, spans in terms.items():
        spans.sort()
        for (_, until, office), (since, _, other) in itertools.pairwise(spans):
            assert office == other or until <= since, (key, office, other)


def test_roles_have_a_place_to_fill_in() -> None:
    """A role without a place names nobody."""
    for role in load("sources.toml")["role"]:
        assert re.fullmatch(r"[a-z]+-\{(?:region|city)\}", role["id_template"])
