"""The words of what is published, by kind and language: `data/publish/KIND/LANGUAGE.toml` of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from babel import Locale

from vidbiy.lexicon.pack_files import load_table
from vidbiy.lexicon.wording import PUBLISHED_LANGUAGES

__all__ = ["LANGUAGES", "Words", "load_words"]

LANGUAGES = PUBLISHED_LANGUAGES
_PLURALS = {"one", "few", "many", "other"}


class Words:
    """The words of one language: `words("night.title", date=...)`, and of several forms the one for `n`."""

    def __init__(self, language: str, *tables: Mapping[str, Any]) -> None:
        self.language = language
        self.locale = Locale(language)
        self._words = {key: value for table in tables for key, value in _flat(table)}

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a message with its places filled in; KeyError where there is none."""
        found = self._words[key]
        if isinstance(found, Mapping):
            number = values["n"]
            form = self.locale.plural_form(number) if isinstance(number, int | float) else "other"
            found = found.get(form, found["other"])
        return str(found).format(**values) if values else str(found)

    def __contains__(self, key: str) -> bool:
        return key in self._words

    def keys(self) -> set[str]:
        """Return all keys."""
        return set(self._words)


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, Mapping) and not value.keys() <= _PLURALS:
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


@cache
def load_words(language: str, *kinds: str) -> Words:
    """Return the words of one of `LANGUAGES`: those of the record, and of these kinds of publication."""
    return Words(language, *(load_table(f"publish/{kind}/{language}.toml") for kind in ("record", *kinds)))
