"""A noun without a number: the verb that is nearest to it, and whether it is of one thing."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.sentences.governing import Governor
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["is_mass", "is_singular", "nearest_action"]


def nearest_action(cls: str, mark: Mark, actions: Sequence[Mark], governor: Governor) -> tuple[Mark | None, float]:
    """Return the nearest verb that counts things of class `cls`, and what the way to it costs."""
    best: Mark | None = None
    lowest = 99.0
    for action in actions:
        if cls in action.attributes["measures"]:
            cost = governor.cost(action, mark.first, mark.last)
            if cost < lowest:
                best, lowest = action, cost
    return best, lowest


def is_mass(tokens: Tokens, mark: Mark, pack: LanguagePack) -> bool:
    """Tell whether the noun is not counted ("infrastructure")."""
    return bool(mark.attributes.get("mass")) or any(pack.is_mass(word) for word in tokens.words[mark.first : mark.last])


def is_singular(tokens: Tokens, mark: Mark, line: Line, pack: LanguagePack) -> bool:
    """Tell whether the noun is one thing: in a language of articles one must stand before it."""
    if not pack.articles:
        return True
    at = mark.first
    for _ in range(5):
        at -= 1
        if at < line.first:
            return False
        word = tokens.words[at]
        if word in pack.article_words:
            return True
        if word in pack.definite_words:
            # "the port is damaged", but not what stands "in front of the port".
            return at == line.first or tokens.words[at - 1] not in pack.prepositions
        if not word[0].isalnum() or (pack.capital_nouns and tokens.raw[at][0].isupper()):
            return False  # the article is that of another noun
    return False
