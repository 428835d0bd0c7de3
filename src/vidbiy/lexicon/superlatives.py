"""Superlatives: the words by which stories say that a night was one of the largest, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from vidbiy.lexicon.errors import LexiconError
from vidbiy.lexicon.pack_files import language_table, load_table

__all__ = ["SuperlativeWords"]

_WORD = re.compile(r"\(([^)]*)\)(\?)?|(\S+)")


@dataclass(frozen=True, slots=True)
class SuperlativeWords:
    """The patterns of one language, compiled; all take text in lower case."""

    phrase: re.Pattern[str]
    """A superlative and what is compared: groups `one`, `launched`, `killed`, `record`, `noun`, `drones`, `missiles`."""
    scopes: tuple[tuple[str, re.Pattern[str]], ...]
    """What can stand behind it, the surest first: its kind and its pattern."""
    months: Mapping[str, int]
    seasons: tuple[tuple[int, re.Pattern[str]], ...]
    units: tuple[tuple[int, re.Pattern[str]], ...]
    numbers: tuple[tuple[int, re.Pattern[str]], ...]
    ordinals: re.Pattern[str]
    """What stands before a superlative that is none of the largest: "second-"."""
    kinds: tuple[tuple[str, re.Pattern[str]], ...]

    @classmethod
    def load(cls, language: str) -> SuperlativeWords | None:
        """Return the words of a language; None for one that has none.

        Raises:
            LexiconError: the table lacks an entry.
        """
        return _load(language)

    def number(self, words: str) -> int | None:
        """Return the number that the words say; None where they say none."""
        digits = re.search(r"\d+", words)
        if digits is not None:
            return int(digits[0])
        return next((number for number, pattern in self.numbers if pattern.search(words)), None)


def _pattern(words: str) -> str:
    """Return the regular expression of a pattern: words, stems with a star, groups of either, some of them optional."""
    found, begun = "", False
    for group, optional, word in _WORD.findall(words):
        piece = f"(?:{'|'.join(map(_word, group.split('|')))})" if group else _word(word)
        if begun:
            found += rf"(?:\s+{piece})?" if optional else rf"\s+{piece}"
        else:
            found += rf"(?:{piece}\s+)?" if optional else piece
            begun = not optional
    return found


def _word(word: str) -> str:
    words = (re.escape(part.removesuffix("*")) + (r"\w*" if part.endswith("*") else "") for part in word.split())
    return r"\s+".join(words)


def _any(patterns: Iterable[str]) -> str:
    found = sorted(patterns, key=len, reverse=True)
    if not found or not all(found):
        raise LexiconError(
            "A list of superlatives.toml is empty, or has an empty pattern in it: it would match everything."
        )
    return "(?:" + "|".join(map(_pattern, found)) + ")"


def _compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{_any(patterns)}(?!\w)")


def _numbered(table: Mapping[str, list[str]]) -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((int(number), _compiled(words)) for number, words in table.items())


@cache
def _load(language: str) -> SuperlativeWords | None:
    table: dict[str, Any] | None = load_table("superlatives.toml").get(language)
    if table is None:
        return None
    months = {
        word: int(number) for number, words in language_table(language)["time"]["months"].items() for word in words
    }
    largest = "|".join(rf"(?P<{measure}>{_any(words)})" for measure, words in table["largest"].items())
    phrase = (
        rf"\b(?:(?P<one>{_any(table['one_of'])})\s+)?(?:{largest}|(?P<record>{_any(table['record'])}))\s+"
        rf"(?P<between>(?:[\w'’-]+\s+){{0,4}}?)(?P<noun>{_any(table['nouns'])})(?!\w)"
    )
    units = _any(word for words in table["units"].values() for word in words)
    last = rf"\b{_any(table['last'])}\s+(?P<count>\w+\s+)?(?P<unit>{units})(?!\w)"
    since = (
        rf"\b{_any(table['since'])}\s+(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_any(months)})(?:\s+(?P<day2>\d{{1,2}})\b)?"
    )
    scopes = (
        ("invasion", _compiled(table["invasion"])),
        ("since", re.compile(since + r"(?:,?\s+(?P<year>20\d\d))?")),
        ("last", re.compile(last)),
        ("year", _compiled(table["year"])),
        ("ever", _compiled(table["ever"])),
    )
    return SuperlativeWords(
        phrase=re.compile(phrase),
        scopes=scopes,
        months=months,
        seasons=_numbered(table["seasons"]),
        units=_numbered(table["units"]),
        numbers=_numbered(table["numbers"]),
        ordinals=re.compile(rf"(?:{_any(table['ordinals'])}|\d+(?:st|nd|rd|th)?)(?:\s+за)?[\s-]+$"),
        kinds=(("drone", _compiled(table["drones"])), ("missile", _compiled(table["missiles"]))),
    )
