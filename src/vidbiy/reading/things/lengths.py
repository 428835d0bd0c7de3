"""How long an alert or an attack lasted, said in one word: "the six-hour alert", "der dreistündige Angriff"."""

from __future__ import annotations

from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single

__all__ = ["find_lengths"]

# "the six-hour nationwide air alert": so many words may stand between the hours and what lasted.
_MOST_BETWEEN = 2


def find_lengths(sentence: Sentence) -> list[Single]:
    """Return the lengths of alerts and attacks that a word like "six-hour" gives; each length once."""
    found: dict[int, Single] = {}
    for mark in sentence.of_kind("hours"):
        near = range(mark.last, mark.last + _MOST_BETWEEN + 1)
        lasted = next((alarm for alarm in sentence.of_role("alarm") if alarm.first in near), None)
        if lasted is not None:
            hours = int(mark.value)
            length = Single("single.length", "alert_duration", "alert", hours, hours, mark.first, lasted.last)
            found.setdefault(hours, length)
    return list(found.values())
