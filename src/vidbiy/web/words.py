"""The words of the pages, in the languages that they are in (`words/*.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale

__all__ = ["LANGUAGES", "Words", "chosen", "load_words"]

LANGUAGES = ("en", "uk")
_PLURALS = {"one", "few", "many", "other"}


class Words:
    """The words of one language: `words("night.title", date=...)`, and of several forms the one for `n`."""

    def __init__(self, language: str, table: Mapping[str, Any]) -> None:
        self.language = language
        self.locale = Locale(language)
        self._words = dict(_flat(table))

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the words under a key with the values filled in."""
        found = self._words[key]
        if isinstance(found, Mapping):
            form = self.locale.plural_form(values["n"])
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
def load_words(language: str) -> Words:
    """Return the words of one of `LANGUAGES`."""
    text = files("vidbiy.web").joinpath("words", f"{language}.toml").read_text(encoding="utf-8")
    return Words(language, tomllib.loads(text))


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
