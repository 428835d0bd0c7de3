"""Which language a text is in, told by its letters and commonest words."""

from __future__ import annotations

import pytest

from vidbiy.reading.language import detect
from vidbiy.reading.words.text import tokenise


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said that three people were hurt in the attack.", "en"),
        ("Унаслідок атаки є постраждалі, повідомив міський голова.", "uk"),
        ("В результате атаки есть пострадавшие, сообщил мэр города.", "ru"),
        ("Nach Angaben des Bürgermeisters wurden drei Menschen verletzt.", "de"),
        ("W wyniku ataku ranne zostały trzy osoby, poinformował mer.", "pl"),
        ("12:30 — 45!", None),
        ("", None),
    ],
)
def test_the_language_of_a_short_report_is_found(text: str, language: str | None) -> None:
    """One sentence is enough; a text without letters has no language."""
    assert detect(tokenise(text)) == language
