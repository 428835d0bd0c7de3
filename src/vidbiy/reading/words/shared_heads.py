"""Adjectives that share one noun which is not counted: "энергетическую, портовую и жилую инфраструктуру" is three."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["with_shared_heads"]


def with_shared_heads(tokens: Tokens, marks: list[Mark], pack: LanguagePack) -> list[Mark]:
    """Return `marks` with a site for each adjective that stands in a list before "infrastructure"."""
    shared = [mark for mark in marks if mark.kind == "site" and pack.is_mass(tokens.words[mark.last - 1])]
    found = [adjective for mark in shared for adjective in _before(tokens, marks, mark, pack)]
    return sorted([*marks, *found], key=lambda mark: mark.first) if found else marks


def _before(tokens: Tokens, marks: Sequence[Mark], head: Mark, pack: LanguagePack) -> list[Mark]:
    """Return the sites that the adjectives before `head` make with its noun, the last first."""
    words, noun = tokens.words, tokens.words[head.last - 1]
    joints = {mark.last: mark.first for mark in marks if mark.kind == "role" and mark.value == "and"}
    taken = {mark.first for mark in marks}
    found: list[Mark] = []
    at = head.first
    while at > 1:
        comma = words[at - 1] == ","
        if not comma and at not in joints:
            break
        at = (at - 1 if comma else joints[at]) - 1
        entries = [entry for size, entry in pack.patterns.find([words[at], noun], 0) if size > 1]
        site = next((entry for entry in entries if entry.kind == "site"), None)
        if site is None or at in taken:
            break
        found.append(Mark("site", site.value, at, at + 1, {**site.attributes, "mass": True}))
    return found
