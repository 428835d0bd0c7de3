"""What the words of a text are annotated as."""

from __future__ import annotations

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.places import Gazetteer
from vidbiy.reading.words.annotation import Annotator
from vidbiy.reading.words.text import tokenise

ENGLISH = Annotator(LanguagePack.load("en"), Gazetteer.load(("en", "uk", "ru")))
GERMAN = Annotator(LanguagePack.load("de"), Gazetteer.load(("de", "en", "uk", "ru")))


def _kinds(annotator: Annotator, text: str) -> list[tuple[str, str]]:
    return [(mark.kind, mark.value) for mark in annotator.annotate(tokenise(text)).marks]


def test_number_weapon_action_and_place_are_found() -> None:
    """One pass finds what a sentence is made of."""
    kinds = [kind for kind, _ in _kinds(ENGLISH, "539 drones were shot down over Kyiv")]
    assert [kind for kind in kinds if kind in ("number", "weapon", "action", "place")] == [
        "number",
        "weapon",
        "action",
        "place",
    ]


def test_a_word_is_known_by_how_it_is_written() -> None:
    """The same letters are a place with a capital, and nothing without."""
    assert ("place", "UA-63.kharkiv") in _kinds(ENGLISH, "Kharkiv")
    assert not any(kind == "place" for kind, _ in _kinds(ENGLISH, "kharkiv"))


def test_where_nouns_have_capitals_a_small_letter_is_no_noun() -> None:
    """A person of sixty is a noun, "sixty years old" is not."""
    assert ("person", "person") in _kinds(GERMAN, "Ein 60-Jähriger")
    assert not any(kind == "person" for kind, _ in _kinds(GERMAN, "eine 60-jährige"))


def test_the_marks_between_two_tokens_are_those_that_begin_there() -> None:
    """A sentence has the marks that begin in it."""
    annotations = ENGLISH.annotate(tokenise("Two drones. Three missiles."))
    assert [mark.first for mark in annotations.between(3, 6)] == [3, 4]
