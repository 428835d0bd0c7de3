"""Tokens and sentences: offsets that fit the stored text, and sentence ends that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidbiy.reading.words.cutting import sentences
from vidbiy.reading.words.text import fold, tokenise


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    """An offset in the folded text is an offset in the stored text, whatever the text."""
    assert len(fold(text)) == len(text)


@given(st.text())
def test_every_token_stands_at_its_offsets(text: str) -> None:
    """Tokens follow one another, and each quote is made of the stored text."""
    tokens = tokenise(text)
    folded = fold(text)
    assert [folded[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.raw
    assert tokens.starts == sorted(tokens.starts)
    for at in range(len(tokens)):
        assert tokens.quote(at, at + 1) == text[tokens.starts[at] : tokens.ends[at]]


@given(st.text())
def test_sentences_cover_every_token_but_the_line_ends(text: str) -> None:
    """No token is lost between two sentences."""
    tokens = tokenise(text)
    covered = [at for line in sentences(tokens, frozenset()) for at in range(line.first, line.last)]
    assert covered == sorted(set(covered))
    assert {tokens.words[at] for at in set(range(len(tokens))) - set(covered)} <= {"\n"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Х-101/Х-555", ["х-101", "/", "х-555"]),
        ("п’ять Shahed-136", ["п'ять", "shahed-136"]),
        ("о 09:30", ["о", "09:30"]),
        ("U.S. drones", ["u.s.", "drones"]),
        ("63-річна", ["63-річна"]),
        ("8–10 ракет", ["8", "—", "10", "ракет"]),
        ("[удар](https://t.me/x/58119) ночью", ["[", "удар", "]", "(", "https://t.me/x/58119", ")", "ночью"]),
        ("Більше: t.me/kpszsu/12.", ["більше", ":", "t.me/kpszsu/12", "."]),
        ("«шахедів»", ["«", "шахедів", "»"]),
    ],
)
def test_words_of_reports_are_one_token(text: str, words: list[str]) -> None:
    """Model names, numbers with a case ending, times and addresses stay whole; quotes and slashes part."""
    assert tokenise(text).words == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Загинули 5 людей. Поранено 3.", 2),
        ("На вул. Лесі Українки горить дім. Є поранені.", 2),
        ("Без світла 4 тис. абонентів.", 1),
        ("Тривога о 14.30 триває.", 1),
        ("Перша лінія\nДруга лінія", 2),
        ("«Горить дім. Є поранені», — сказав він.", 2),
        ("В. Кличко повідомив про пожежу.", 1),
    ],
)
def test_a_point_after_an_abbreviation_ends_nothing(text: str, count: int) -> None:
    """A sentence ends at its mark and at a line end, not at "вул.", "тис.", an initial or a time."""
    found = sentences(tokenise(text), frozenset({"вул", "тис"}))
    assert len(found) == count


def test_a_list_item_is_known_by_its_mark() -> None:
    """A line that begins with a bullet, a dash or "1)" is an item, and a colon makes the line before it their head."""
    lines = sentences(tokenise("Збито:\n- 5 дронів\n▪️ 2 ракети\n3) одна Х-59\nРазом вісім"), frozenset())
    assert [line.heads for line in lines] == [True, False, False, False, False]
    assert [line.bullet for line in lines] == [False, True, True, True, False]


def test_an_endless_sentence_is_cut() -> None:
    """A text without any end of a sentence is read in pieces, so that time stays linear."""
    lines = sentences(tokenise("дрон " * 5000), frozenset())
    assert max(line.last - line.first for line in lines) <= 200


def test_an_hour_with_points_ends_a_sentence_before_a_word_that_begins_one() -> None:
    """ "At 6:45 a.m. By noon" are two sentences, "at 9 a.m. Kyiv time" is one."""
    short, openers = frozenset({"a.m"}), frozenset({"by"})
    assert len(sentences(tokenise("It fell at 6:45 a.m. By noon it was found."), short, openers=openers)) == 2
    assert len(sentences(tokenise("It fell at 9 a.m. Kyiv time and by noon was found."), short, openers=openers)) == 1
