"""The words of what is published, by kind and language: `data/publish/KIND/LANGUAGE.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from vidbiy.lexicon.errors import LexiconError
from vidbiy.lexicon.pack_files import load_table

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["PUBLISHED_LANGUAGES", "Words", "load_words"]

PUBLISHED_LANGUAGES = ("en", "uk")
_PLURALS = {"one", "few", "many", "other"}


class Words:
    """The words of one language: `words("attack.day", day=...)`, and of several forms the one for `n`.

    Babel, which knows plural forms and dates, is loaded when the first of them is asked for: `vidbiy read` asks for none.
    """

    def __init__(self, language: str, *tables: Mapping[str, Any]) -> None:
        self.language = language
        self._words = {key: value for table in tables for key, value in _flat(table)}

    @cached_property
    def locale(self) -> Locale:
        """The conventions of the language."""
        from babel import Locale  # noqa: PLC0415 (a third of a second)

        return Locale(self.language)

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a message with its places filled in.

        Raises:
            LexiconError: there is no such message, or a value for it is missing.
        """
        try:
            found = self._words[key]
            if isinstance(found, Mapping):
                number = values["n"]
                form = self.locale.plural_form(number) if isinstance(number, int | float) else "other"
                found = found.get(form, found["other"])
            return str(found).format(**values) if values else str(found)
        except KeyError as error:
            raise LexiconError(f"The words of language {self.language!r} have no {key!r} with {error}.") from error

    def name(self, key: str, otherwise: str) -> str:
        """Return a message without places to fill in; `otherwise` where there is none."""
        return str(self._words.get(key, otherwise))

    def list(self, key: str) -> tuple[str, ...]:
        """Return a list of words, such as the months."""
        return tuple(self._words[key])

    def day(self, day: date, pattern: str = "d MMMM y") -> str:
        """Return a date: in full, or by a pattern of Unicode's (CLDR)."""
        from babel.dates import format_date  # noqa: PLC0415 (a third of a second)

        return str(format_date(day, pattern, locale=self.locale))

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
    """Return the words of one of `PUBLISHED_LANGUAGES`: those of the record, and of these kinds of publication.

    Where a kind has another word than the record for the same thing, its own counts.

    Raises:
        LexiconError: nothing is published in that language, or nothing of that kind.
    """
    if language not in PUBLISHED_LANGUAGES:
        raise LexiconError(f"Nothing is published in {language!r}; there is {' and '.join(PUBLISHED_LANGUAGES)}.")
    return Words(language, *(load_table(f"publish/{kind}/{language}.toml") for kind in ("record", *kinds)))
