"""How the names of places decline: which dictionary forms a word of a text may be a form of.

"Харкова" may be "Харків", "Kyiv's" is "Kyiv"; the tables are ``data/declension.toml``. No form is generated: a form met
in a text is led back to the names that it may be a form of.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["Declension", "bases", "normal"]

_MOST_LEMMAS = 400
_SHORTEST_STEM = 2
_POSSESSIVES = ("'s", "'")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'", "ё": "е"})


class Declension:
    """The endings and the irregular forms of the names in some languages."""

    def __init__(self, tables: Mapping[str, Any], languages: frozenset[str]) -> None:
        self._languages = languages
        self._endings: dict[str, list[tuple[str, str]]] = {}
        self._irregular: dict[str, list[tuple[str, str]]] = {}
        for language in sorted(languages & tables.keys()):
            for lemma, forms in tables[language]["endings"].items():
                for form in forms.split():
                    self._endings.setdefault("" if form == "-" else form, []).append((lemma, language))
            for lemma, forms in tables[language]["irregular"].items():
                for form in forms.split():
                    self._irregular.setdefault(form, []).append((lemma, language))
        self._longest_ending = max(map(len, self._endings), default=0)

    def lemmas(self, word: str) -> dict[str, frozenset[str]]:
        """Return the dictionary forms that a word may be of, itself first, each with the languages it may be so in."""
        found = self._of_part(word)
        if "-" in word:
            parts = [self._of_part(part).items() for part in word.split("-")]
            for choice in itertools.islice(itertools.product(*parts), _MOST_LEMMAS):
                languages = frozenset.intersection(*(spoken for _, spoken in choice))
                if languages:
                    whole = "-".join(part for part, _ in choice)
                    found[whole] = found.get(whole, frozenset()) | languages
        return found

    def _of_part(self, word: str) -> dict[str, frozenset[str]]:
        found = {word: self._languages}
        forms = list(self._irregular.get(word, ()))
        for length in range(min(self._longest_ending, len(word) - _SHORTEST_STEM) + 1):
            cut = len(word) - length
            forms += [(word[:cut] + ending, language) for ending, language in self._endings.get(word[cut:], ())]
        for lemma, language in forms:
            found[lemma] = found.get(lemma, frozenset()) | {language}
        return found


def normal(text: str) -> str:
    """Return a name or a word of a text as names are compared: in lower case, apostrophes and ё made one."""
    return text.lower().translate(_APOSTROPHES)


def bases(word: str) -> Iterator[str]:
    """Yield a word, and what it is without the ending of a possessive: "kyiv's", "kyiv"."""
    yield word
    for ending in _POSSESSIVES:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word[: -len(ending)]
