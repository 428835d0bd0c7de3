"""The context of one sentence: what the rules ask of it."""

from __future__ import annotations

import pytest

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.places import Gazetteer
from vidbiy.reading.quantities.lists import link_lists
from vidbiy.reading.quantities.quantities import find_quantities
from vidbiy.reading.sentences.discourse import Discourse
from vidbiy.reading.sentences.governing import Governor
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Annotator
from vidbiy.reading.words.cutting import sentences
from vidbiy.reading.words.text import tokenise


def sentence_of(text: str, language: str = "en") -> Sentence:
    """Return `text`, one sentence, as the rules see it, with its quantities in their lists."""
    pack = LanguagePack.load(language)
    tokens = tokenise(text)
    (line,) = sentences(tokens, pack.abbreviations)
    marks = Annotator(pack, Gazetteer.load((language,))).annotate(tokens).marks
    sentence = Sentence(tokens, marks, line, pack, Governor(tokens, marks, line.first, line.last), Discourse())
    sentence.quantities = find_quantities(sentence)
    link_lists(sentence)
    return sentence


def test_words_are_found_by_where_they_begin_and_end() -> None:
    sentence = sentence_of("Of 36 drones, 34 were shot down over Kyiv.")
    assert sentence.role(0, "of") is not None
    assert sentence.role_before(1, "of") is not None
    assert sentence.role_before(1, "and", "or") is None
    noun = sentence.noun(2)
    assert noun is not None
    assert noun.value == "weapon.drone"
    assert [mark.value for mark in sentence.of_kind("place")] == ["UA-30"]
    assert list(sentence.of_role("include")) == []


def test_the_same_marks_make_the_same_sentence() -> None:
    sentence = sentence_of("Two drones were shot down.")
    assert sentence.with_marks(sentence.marks) is sentence
    assert sentence.with_marks([]).begin == {}


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("At least 12 drones were shot down.", [(12, None)]),
        ("Between five and six drones were shot down.", [(5, 6)]),
        ("Up to 17 drones were launched.", [(0, 17)]),
        ("A driver, 47, was killed near school No. 4 on 5 November.", [(1, 1)]),
        ("The night cost $40 in 2023.", []),
    ],
)
def test_a_number_has_the_bounds_that_its_words_give_it(text: str, bounds: list[tuple[int, int | None]]) -> None:
    assert [(found.low, found.high) for found in sentence_of(text).quantities] == bounds


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("The enemy launched 539 drones and 11 missiles.", [[539, 11]]),
        ("There were 104 drones; 63 were shot down.", [[104], [63]]),
        ("Seven people were killed.", [[7]]),
    ],
)
def test_the_items_of_a_list_stand_together(text: str, lists: list[list[int]]) -> None:
    assert [[item.low for item in listed] for listed in sentence_of(text).lists] == lists
