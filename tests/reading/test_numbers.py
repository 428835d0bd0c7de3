"""Numbers in five languages: digits, words, suffixes, groups, and what only looks like a count."""

from __future__ import annotations

import pytest

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.words.numbers import Number, NumberReader
from vidbiy.reading.words.text import tokenise


def read(language: str, text: str) -> Number | None:
    """Return the number that `text` begins with."""
    pack = LanguagePack.load(language)
    tokens = tokenise(text)
    return NumberReader(pack).read(tokens, 0, pack.patterns.find(tokens.words, 0))


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "twenty-three houses", 23, 23),
        ("en", "a hundred and twenty drones", 120, 120),
        ("en", "two thousand three hundred homes", 2300, 2300),
        ("en", "five and six", 5, 5),
        ("en", "a dozen cars", 12, 12),
        ("en", "dozens of cars", 24, None),
        ("en", "tens of thousands of people", 20000, None),
        ("en", "17,000 households", 17000, 17000),
        ("en", "1.4 million people", 1_400_000, 1_400_000),
        ("uk", "триста сімдесят три цілі", 373, 373),
        ("uk", "тисяча двісті осель", 1200, 1200),
        ("uk", "п'ять десятків авто", 50, 50),
        ("uk", "десятки авто", 20, None),
        ("uk", "дві сотні мешканців", 200, 200),
        ("uk", "півтора десятка авто", 15, 15),
        ("uk", "кільканадцять осель", 11, 19),
        ("uk", "п'ять-шість дронів", 5, 6),
        ("uk", "539-ма дронами", 539, 539),
        ("uk", "34-х дронів", 34, 34),
        ("uk", "1 350 абонентів", 1350, 1350),
        ("uk", "340 тис. абонентів", 340_000, 340_000),
        ("uk", "4,5 тис. абонентів", 4500, 4500),
        ("ru", "двадцать два раненых", 22, 22),
        ("ru", "тысяча двести домов", 1200, 1200),
        ("ru", "десятки домов", 20, None),
        ("de", "dreiundzwanzig Verletzte", 23, 23),
        ("de", "dreihundertfünfzig Drohnen", 350, 350),
        ("de", "Dutzende Häuser", 24, None),
        ("pl", "dwieście trzydzieści dronów", 230, 230),
        ("pl", "kilkanaście osób", 11, 19),
    ],
)
def test_a_count_is_read_as_an_interval(language: str, text: str, low: int, high: int | None) -> None:
    """Digits, number words with their cases and vague quantities give their bounds (DESIGN, "The claim")."""
    number = read(language, text)
    assert number is not None
    assert (number.kind, number.low, number.high) == ("count", low, high)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("uk", "09:30", "clock"),
        ("uk", "04.07.2025", "date"),
        ("uk", "0 800 300 135", "code"),
        ("en", "24-storey block", "compound"),
        ("en", "12-year-old boy", "compound"),
        ("en", "4th of July", "ordinal"),
        ("uk", "63-річна жінка", "compound"),
        ("en", "2.3 gigawatts", "decimal"),
        ("en", "1" * 1000, "code"),
    ],
)
def test_what_only_looks_like_a_count_has_a_kind_of_its_own(language: str, text: str, kind: str) -> None:
    """A clock time, a date, a phone number, an age in a compound or a decimal is never taken for a count."""
    number = read(language, text)
    assert number is not None
    assert number.kind == kind


def test_a_word_that_is_no_number_gives_none() -> None:
    """An ordinary word, also one with a hyphen, is no number."""
    assert read("en", "well-known city") is None
    assert read("de", "tausendschön ist eine Blume") is None
