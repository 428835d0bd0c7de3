"""Superlatives in the text of a story: which words say one, of what, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vidbiy.lexicon.superlatives import SuperlativeWords
from vidbiy.reconcile.history.series import SeriesKey
from vidbiy.reconcile.history.superlatives import INVASION, Superlative

__all__ = ["Phrase", "find_superlatives"]

_BEHIND = 90  # characters behind the noun in which the scope stands
_BEFORE = 20  # characters before it in which "second-" stands
_NEAR = 20  # characters behind the noun in which its kind stands: "a record number of | drones"
_END = re.compile(r"[.!?;:]\s|\n")
_FEW = 2  # "in weeks": two at least


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a story that say a superlative. `span` counts code points, end exclusive."""

    span: tuple[int, int]
    quote: str
    superlative: Superlative
    key: SeriesKey


def find_superlatives(text: str, language: str | None, night: date) -> tuple[Phrase, ...]:
    """Return the superlatives that a text says of the night that it reports, in the order of the text.

    Only phrases that say since when, or "one of the", or "record", are taken: a "largest attack" alone says too little.
    """
    words = None if language is None else SuperlativeWords.load(language)
    if words is None:
        return ()
    return tuple(_phrases(text, words, night))


def _phrases(text: str, words: SuperlativeWords, night: date) -> Iterator[Phrase]:
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form has another length would move the spans
        return
    for found in words.phrase.finditer(lower):
        if words.ordinals.search(lower[max(0, found.start() - _BEFORE) : found.start()]):
            continue
        end = found.end()
        sentence = _END.search(lower, end)
        stop = min(end + _BEHIND, len(lower) if sentence is None else sentence.start())
        scope = _scope(lower[end:stop], words, night)
        one_of, record = found["one"] is not None, found["record"] is not None
        if scope is None and not one_of and not record:
            continue
        since, length = (None, 0) if scope is None else scope
        last = end + length
        yield Phrase(
            span=(found.start(), last),
            quote=text[found.start() : last],
            superlative=Superlative(one_of, since),
            key=_key(found, lower[found.start() : max(last, min(end + _NEAR, stop))], words),
        )


def _key(found: re.Match[str], phrase: str, words: SuperlativeWords) -> SeriesKey:
    if found["killed"] is not None:
        return SeriesKey.of("killed")
    kinds = {kind for kind, pattern in words.kinds if pattern.search(phrase)}
    return SeriesKey.of("launched", f"weapon.{kinds.pop()}" if len(kinds) == 1 else "weapon")


def _scope(behind: str, words: SuperlativeWords, night: date) -> tuple[date | None, int] | None:
    """Return since when, and how far the words for it reach; None where nothing is said. "Ever" is since no day."""
    hits = [(match.start(), kind, match) for kind, pattern in words.scopes if (match := pattern.search(behind))]
    hits += [
        (match.start(), f"season {month}", match)
        for month, pattern in words.seasons
        if (match := pattern.search(behind))
    ]
    for _, kind, match in sorted(hits, key=lambda hit: (hit[0], -hit[2].end())):
        if kind == "ever":
            return None, match.end()
        since = _since(kind, match, words, night)
        if since is not None:
            return since, match.end()
    return None


def _since(kind: str, match: re.Match[str], words: SuperlativeWords, night: date) -> date | None:
    if kind == "invasion":
        return INVASION
    if kind == "year":
        return date(night.year, 1, 1)
    if kind == "last":
        days = next(days for days, pattern in words.units if pattern.search(match["unit"]))
        count = words.number(match["count"] or "")
        return night - timedelta(days=days * (_FEW if count is None else count) - 1)
    if kind == "since":
        return _month(match, words, night)
    month = int(kind.removeprefix("season "))
    return date(night.year if night.month >= month else night.year - 1, month, 1)


def _month(match: re.Match[str], words: SuperlativeWords, night: date) -> date | None:
    """Return the day of "since June 9", "since June": the last one before the night, where no year is said."""
    month = words.months[match["month"]]
    day = int(match["day"] or match["day2"] or 1)
    year = int(match["year"]) if match["year"] else night.year
    try:
        since = date(year, month, day)
        return since if match["year"] or since < night else date(year - 1, month, day)
    except ValueError:
        return None
