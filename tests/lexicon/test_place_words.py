"""How the words of place names are led back to names: declension, possessives, unit words."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from vidbiy.lexicon.place_lemmas import Declension, bases, normal
from vidbiy.lexicon.place_units import UnitWords

DATA = files("vidbiy.lexicon") / "data"
LANGUAGES = frozenset({"uk", "ru", "en"})


@pytest.fixture(scope="module")
def declension() -> Declension:
    return Declension(tomllib.loads((DATA / "declension.toml").read_text(encoding="utf-8")), LANGUAGES)


@pytest.fixture(scope="module")
def units() -> UnitWords:
    return UnitWords(tomllib.loads((DATA / "place_units.toml").read_text(encoding="utf-8")), LANGUAGES)


@pytest.mark.parametrize(("form", "lemma"), [("харкові", "харків"), ("одесу", "одеса"), ("кривому-розі", "кривий-ріг")])
def test_a_form_is_led_back_to_its_name(declension: Declension, form: str, lemma: str) -> None:
    """Endings and irregular forms lead to the name, in each part of a name with a hyphen."""
    assert lemma in declension.lemmas(form)


def test_a_possessive_is_taken_off() -> None:
    """Both "Kyiv" and "Kyiv's" may be what a text says."""
    assert list(bases(normal("Kyiv’s"))) == ["kyiv's", "kyiv"]


def test_a_unit_word_after_a_name_takes_its_qualifiers_and_its_point(units: UnitWords) -> None:
    """In "Сумська обл." the unit word takes two tokens."""
    found = units.after(["Сумська", "обл", "."], 1)
    assert found is not None
    assert found[1] == 2
    assert "region" in found[0].kinds


def test_an_abbreviation_without_its_point_is_no_unit_word(units: UnitWords) -> None:
    """The letters "обл" alone are no word."""
    assert units.after(["Сумська", "обл", "і"], 1) is None


def test_a_name_is_parted_from_its_unit_word(units: UnitWords) -> None:
    """Names of regions stand in the table with the word."""
    assert units.without(["сумська", "область"]) == (["сумська"], True)
    assert units.without(["нова", "каховка"]) == (["нова", "каховка"], False)
