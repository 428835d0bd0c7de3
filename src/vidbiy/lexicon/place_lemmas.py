"""How the names of places decline: which dictionary forms a word of a text may be a form of.

"Харкова" may be "Харків", "Kyiv's" is "Kyiv"; the tables are ``data/declension.toml``. No form is generated: a form met
in a text is led back to the names that it may be a form of.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Mapping
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
        # By the ending of a form: the endings of its lemmas, each with the languages that decline so.
        self._endings: dict[str, dict[str, frozenset[str]]] = {}
        self._irregular: dict[str, dict[str, frozenset[str]]] = {}
        for language in sorted(languages.intersection(tables)):
            for lemma, forms in tables[language]["endings"].items():
                for form in forms.split():
                    _unite(self._endings.setdefault("" if form == "-" else form, {}), lemma, frozenset({language}))
            for lemma, forms in tables[language]["irregular"].items():
                for form in forms.split():
                    _unite(self._irregular.setdefault(form, {}), lemma, frozenset({language}))
        self._longest_ending = max(map(len, self._endings), default=0)

    def lemmas(self, word: str, known: Container[str] | None = None) -> dict[str, frozenset[str]]:
        """Return the dictionary forms that a word may be of, itself first, each with the languages it may be so in.

        With `known`, only those in it: a word has some twenty such forms, and mostly none is the name of a place.
        """
        found = self._of_part(word, known)
        if "-" in word:
            parts = [self._of_part(part, None).items() for part in word.split("-")]
            for choice in itertools.islice(itertools.product(*parts), _MOST_LEMMAS):
                whole = "-".join(part for part, _ in choice)
                languages = frozenset.intersection(*(spoken for _, spoken in choice))
                if languages and (known is None or whole in known):
                    _unite(found, whole, languages)
        return found

    def _of_part(self, word: str, known: Container[str] | None) -> dict[str, frozenset[str]]:
        found = {word: self._languages} if known is None or word in known else {}
        for lemma, languages in self._irregular.get(word, {}).items():
            if known is None or lemma in known:
                _unite(found, lemma, languages)
        for cut in range(len(word), max(len(word) - self._longest_ending, _SHORTEST_STEM) - 1, -1):
            endings = self._endings.get(word[cut:])
            if endings is None:
                continue
            stem = word[:cut]
            for ending, languages in endings.items():
                lemma = stem + ending
                if known is None or lemma in known:
                    _unite(found, lemma, languages)
        return found


def _unite(found: dict[str, frozenset[str]], lemma: str, languages: frozenset[str]) -> None:
    found[lemma] = found[lemma] | languages if lemma in found else languages


def normal(text: str) -> str:
    """Return a name or a word of a text as names are compared: in lower case, apostrophes and ё made one."""
    return text.lower().translate(_APOSTROPHES)


def bases(word: str) -> Iterator[str]:
    """Yield a word, and what it is without the ending of a possessive: "kyiv's", "kyiv"."""
    yield word
    for ending in _POSSESSIVES:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word[: -len(ending)]
