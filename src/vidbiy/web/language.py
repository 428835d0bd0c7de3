"""The language of an answer: the one that is asked for, of those that pages are in."""

from __future__ import annotations

from vidbiy.lexicon.words import PUBLISHED_LANGUAGES as LANGUAGES
from vidbiy.lexicon.words import Words, load_words

__all__ = ["LANGUAGES", "Words", "chosen", "words_in"]


def words_in(language: str) -> Words:
    """Return the words of the record and of the pages, in one of `LANGUAGES`."""
    return load_words(language, "web")


def chosen(accepted: str) -> str:
    """Return the language that an Accept-Language header asks for, of those there are; English if none is."""
    best, weight = LANGUAGES[0], 0.0
    for item in accepted[:1000].split(","):
        name, _, parameter = item.partition(";")
        language = name.strip().lower().partition("-")[0]
        found = _weight(parameter)
        if language in LANGUAGES and found > weight:
            best, weight = language, found
    return best


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
