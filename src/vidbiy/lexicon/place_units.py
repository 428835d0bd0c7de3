"""The words that go with the names of places: "область", "district", "місто", as ``data/place_units.toml`` has them.

They say what a name is of ("Харківська область", "міста Суми"), where they stand before it, after it, or at an end of a
list ("Київська, Одеська та Сумська області").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Unit", "UnitWords"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word in one of its forms."""

    kinds: tuple[str, ...]
    before: bool
    after: bool
    plural: bool
    singular: bool
    dotted: bool

    def joined(self, other: Unit) -> Unit:
        """Return the unit that may do all that either may: the same word in two languages ("область", "rajon")."""
        return Unit(
            tuple(dict.fromkeys(self.kinds + other.kinds)),
            self.before or other.before,
            self.after or other.after,
            self.plural or other.plural,
            self.singular or other.singular,
            self.dotted and other.dotted,
        )


class UnitWords:
    """The unit words of some languages, what may stand between them and a name, and which names are plain words."""

    def __init__(self, tables: Mapping[str, Any], languages: frozenset[str]) -> None:
        self._units: dict[str, Unit] = {}
        self.separators: set[str] = set()
        self.seats: set[str] = set()
        self.village_openers: dict[str, frozenset[str]] = {}
        self._qualifiers: set[str] = set()
        self._common: set[str] = set()
        self._common_endings: dict[str, tuple[str, ...]] = {}
        for language in sorted(languages.intersection(tables)):
            table = tables[language]
            self.separators.update(table["separators"])
            self.seats.update(table["seats"])
            self.village_openers[language] = frozenset(table.get("village_openers", ()))
            self._qualifiers.update(table["qualifiers"])
            self._common.update(" ".join(table["common"]).split())
            self._common_endings[language] = tuple(table["common_endings"])
            for unit in table["unit"]:
                self._add(unit)

    def _add(self, unit: Mapping[str, Any]) -> None:
        before, after = unit["where"] != "after", unit["where"] != "before"
        singular, plural = set(unit["forms"]), set(unit.get("plural", ()))
        dotted = set(unit.get("dotted", ())) - singular
        for form in sorted(singular | plural | dotted):
            made = Unit(tuple(unit["kinds"]), before, after, form in plural, form in singular, form in dotted)
            known = self._units.get(form)
            self._units[form] = made if known is None else known.joined(made)

    def __contains__(self, word: str) -> bool:
        return word in self._units

    def get(self, word: str) -> Unit | None:
        """Return the unit word that `word` is, with or without the point of an abbreviation."""
        return self._units.get(word.removesuffix("."))

    def without(self, words: list[str]) -> tuple[list[str], bool]:
        """Return the words of a name without its unit word, and whether it had one."""
        first, last = self._units.get(words[0]), self._units.get(words[-1])
        if last is not None and last.after and not last.dotted:
            return words[:-1], True
        if first is not None and first.before and not first.dotted:
            return words[1:], True
        return words, False

    def after(self, tokens: Sequence[str], at: int) -> tuple[Unit, int] | None:
        """Return the unit word at a position, qualifiers skipped, and how many tokens it takes."""
        start = at
        while at < len(tokens) and tokens[at].lower() in self._qualifiers:
            at += 1
        unit = self.get(tokens[at].lower()) if at < len(tokens) else None
        if unit is None or not unit.after:
            return None
        used = at + 1
        if unit.dotted and not tokens[at].endswith("."):
            if used >= len(tokens) or tokens[used] != ".":
                return None
            used += 1
        return unit, used - start

    def is_common(self, lemma: str, word: str, kind: str, language: str) -> bool:
        """Tell whether a name is a plain word too; small places with the endings of adjectives are held to be."""
        if lemma in self._common or word in self._common:
            return True
        return kind == "settlement" and lemma.endswith(self._common_endings.get(language, ("\0",)))
