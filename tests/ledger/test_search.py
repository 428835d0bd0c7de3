"""Full-text search: the same question finds the same in both databases."""

from __future__ import annotations

import pytest
from tests.ledger.making import EDITOR, document

from vidbiy.ledger import Ledger, RecordError
from vidbiy.ledger.search import terms

TEXTS = {
    "uk": "Уночі в Києві пролунали вибухи: збито 12 шахедів. Київ, Ґалаґан, об'єкт, йод.",
    "en": "Debris fell in Kyiv; a Kh-101 missile was shot down at 03:12.",
    "de": "In der Nacht stürzten Trümmer auf eine Straße.",
}


@pytest.fixture
def stocked(ledger: Ledger) -> Ledger:
    ledger.append([document(id, text=text, claims=(), title=f"title{id}") for id, text in TEXTS.items()])
    return ledger


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("київ", ["uk"]),
        ("КИЇВ шахедів", ["uk"]),
        ("шахед*", ["uk"]),
        ("шахед", []),
        ("ґалаґан йод", ["uk"]),
        ("об'єкт", ["uk"]),
        ('"debris fell"', ["en"]),
        ('"fell debris"', []),
        ("fell debris", ["en"]),
        ("Kh-101", ["en"]),
        ("Trümmer", ["de"]),
        ("titlede", ["de"]),
        ("debris Trümmer", []),
        ("' OR NEAR( AND", []),
        ('"unclosed phrase', []),
        ("a:b & ! | <-> debris", []),
    ],
)
def test_words_find_documents(stocked: Ledger, words: str, ids: list[str]) -> None:
    """All words must be there; signs that mean something to one database mean nothing."""
    assert [hit.document.document.id for hit in stocked.search(words)] == ids


@pytest.mark.parametrize("words", ["", " ", "*", '""', "…", "\0"])
def test_a_search_without_a_word_is_refused(stocked: Ledger, words: str) -> None:
    with pytest.raises(RecordError, match="no word"):
        list(stocked.search(words))


def test_the_newest_comes_first_with_the_words_around(ledger: Ledger) -> None:
    ledger.append([document(str(number), text=f"{'x ' * 200}drones {number}", claims=()) for number in range(9)])
    hits = list(ledger.search("drones", limit=3))
    assert [hit.document.document.id for hit in hits] == ["8", "7", "6"]
    assert "drones 8" in hits[0].excerpt
    assert len(hits[0].excerpt) < 160


def test_what_was_redacted_is_not_found(stocked: Ledger) -> None:
    (hit,) = stocked.search("Trümmer")
    stocked.redact([hit.document.seq], EDITOR)
    assert list(stocked.search("Trümmer")) == []
    assert list(stocked.search("titlede")) == []


def test_a_very_long_text_is_kept_and_found_by_its_beginning(ledger: Ledger) -> None:
    """A tsvector holds a megabyte; a text may be longer."""
    text = "початок " + " ".join(f"слово{number}" for number in range(120_000))
    ledger.append([document(text=text, claims=())])
    assert [hit.document.document.id for hit in ledger.search("початок слово17")] == ["a"]


def test_terms_are_words_phrases_and_beginnings() -> None:
    assert terms('a "b c" d* "e*"') == [("a", False), ("b c", False), ("d", True), ("e", False)]
