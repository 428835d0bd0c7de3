"""The words of what is published, in the languages that it is published in (`data/publish/*.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from vidbiy.lexicon.errors import LexiconError
from vidbiy.lexicon.pack_files import load_table

__all__ = ["PUBLISHED_LANGUAGES", "Wording", "load_wording"]

PUBLISHED_LANGUAGES = ("en", "uk")


@dataclass(frozen=True, slots=True)
class Wording:
    """The messages of one kind of publication in one language."""

    language: str
    _table: Mapping[str, Any]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a message with its `{name}` places filled in.

        Raises:
            LexiconError: there is no such message, or a value for it is missing.
        """
        try:
            return str(self._table[key]).format(**values)
        except KeyError as error:
            raise LexiconError(f"The words of language {self.language!r} have no {key!r} with {error}.") from error

    def list(self, key: str) -> tuple[str, ...]:
        """Return a list of words, such as the months."""
        return tuple(self._table[key])

    def name(self, group: str, key: str) -> str:
        """Return what a measure or subject is called; the key itself where the table does not say."""
        return str(self._table[group].get(key, key))


@cache
def load_wording(kind: str, language: str) -> Wording:
    """Return the words for one kind of publication ("charts").

    Raises:
        LexiconError: nothing is published in that language, or nothing of that kind.
    """
    if language not in PUBLISHED_LANGUAGES:
        raise LexiconError(f"Nothing is published in {language!r}; there is {' and '.join(PUBLISHED_LANGUAGES)}.")
    table = load_table(f"publish/{language}.toml")
    if kind not in table:
        raise LexiconError(f"There are no words for {kind!r} in {language!r}.")
    return Wording(language, table[kind])
