"""Language packs: the words of one language, and of the things that reports name, as one table of patterns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from vidbiy.lexicon.errors import LexiconError
from vidbiy.lexicon.pack_files import available_languages, load_table
from vidbiy.lexicon.patterns import Entry, PatternTable
from vidbiy.lexicon.sources import Sources

__all__ = ["ACTIONS", "LANGUAGES", "LanguagePack", "Signature"]

# A language is there when its file is: adding one is adding a file.
LANGUAGES = available_languages()

# A house of more storeys is no dwelling that reports name so.
_MOST_STOREYS = 36

# The kind of annotation of the things that reports name, their file, and its lists.
_THINGS = (
    ("weapon", "weapons.toml", ("weapon",)),
    ("person", "people.toml", ("person",)),
    ("site", "sites.toml", ("site", "object")),
)


_AGE_DIGITS = 3
# The roles that prepositions have.
_PREPOSITIONS = ("locative", "from", "stop", "spoken")


@cache
def _actions() -> tuple[dict[str, dict[str, str]], dict[frozenset[str], str]]:
    table = load_table("actions.toml")
    joined = {frozenset(pair.split("+")): action for pair, action in table.pop("joined").items()}
    return table, joined


class ACTIONS:
    """What each action counts by class of things, and which two actions are read as one (actions.toml)."""

    @staticmethod
    def measures(action: str) -> Mapping[str, str]:
        """Return the measure by class for an action's id."""
        return _actions()[0][action]

    @staticmethod
    def join(one: str, other: str) -> str | None:
        """Return the action that two coordinated ones amount to; None where they stay two."""
        return _actions()[1].get(frozenset((one, other))) or None


@dataclass(frozen=True, slots=True)
class Signature:
    """What is known of a language before a text is cut up: how it is told from others, and which texts may matter.

    A text with none of the stems in ``relevance`` holds no claim.
    """

    alphabet: str
    common: frozenset[str]
    letters: frozenset[str]
    relevance: tuple[str, ...]

    @staticmethod
    @cache
    def load(language: str) -> Signature:
        """Load the signature of `language`, one of `LANGUAGES`."""
        table = _language_table(language)
        return Signature(
            table["alphabet"],
            frozenset(table["common"]),
            frozenset(table.get("letters", "")),
            tuple(table["relevance"]),
        )


@cache
def _language_table(language: str) -> dict[str, Any]:
    return load_table(f"languages/{language}.toml")


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language, ready for the reader."""

    language: str
    patterns: PatternTable
    abbreviations: frozenset[str]
    number_suffixes: frozenset[str]
    ordinal_suffixes: frozenset[str]
    collectives: frozenset[str]  # numbers that count people only: "двоє", "семеро"
    number_glue: tuple[str, ...]
    thousands: str
    decimal: str
    number_words: Mapping[str, int]
    articles: bool
    article_words: frozenset[str]
    definite_words: frozenset[str]
    ordinal_nouns: frozenset[str]
    plural_nouns: tuple[str, ...]
    people_genitive: tuple[str, ...]
    nominative_plural: tuple[str, ...]  # of people; these do not follow five or more, nor an oblique number
    oblique_numbers: tuple[str, ...]
    strike_nouns: frozenset[str]
    genitive_singular: tuple[str, ...]
    locatives: frozenset[str]
    prepositions: frozenset[str]
    locative_singular: tuple[str, ...]
    singular_verbs: tuple[str, ...]
    singular_nouns: tuple[str, ...]
    plural_adjectives: tuple[str, ...]
    singular_endings: tuple[str, ...]
    oblique_nouns: tuple[str, ...]
    age_stems: tuple[str, ...]
    age_nouns: tuple[str, ...]
    plural_verbs: tuple[str, ...]
    people_numbers: frozenset[str]
    passive_verbs: tuple[str, ...]
    mass_words: tuple[str, ...]
    capital_months: bool
    word_order: bool
    range_joints: frozenset[str]
    roles: frozenset[str]
    dummy_subjects: frozenset[str]
    verbs_last: bool
    capital_nouns: bool
    heads: tuple[str, ...]

    def is_plural(self, noun: str) -> bool:
        """Tell by its ending whether `noun` is a plural, as far as an ending can tell."""
        return noun.endswith(self.plural_nouns) and not noun.endswith(self.singular_endings)

    def is_singular_verb(self, verb: str) -> bool:
        """Tell by its ending whether `verb` is of one; where endings do not tell, every verb may be."""
        return not self.singular_verbs or verb.endswith(self.singular_verbs)

    def is_singular_noun(self, noun: str) -> bool:
        """Tell by its ending whether `noun` is surely of one; False where endings do not tell."""
        return noun.endswith(self.singular_nouns)

    def is_passive(self, verb: str) -> bool:
        """Tell by its ending whether `verb` says what was done to its subject; False where endings do not tell."""
        return verb.endswith(self.passive_verbs)

    def has_role(self, role: str) -> bool:
        """Tell whether the pack has words of that role."""
        return role in self.roles

    def age_in(self, word: str) -> int | None:
        """Return the age in a word like "восьмилетняя"; months and weeks are 0; None where there is none."""
        for stem in self.age_stems:
            front, found, _ = word.partition(stem)
            if found and (front in self.number_words or front[:1].isdigit()):
                years = self.number_words.get(front)
                return 0 if stem != self.age_stems[0] else years
        return None

    def person_of_age(self, word: str) -> int | None:
        """Return the age of the person that "47-Jähriger", "siedmiolatka" name; None where a word names none."""
        for ending in self.age_nouns:
            if word.endswith(ending):
                front = word.removesuffix(ending).rstrip("-")
                return int(front) if front.isdecimal() and len(front) <= _AGE_DIGITS else self.number_words.get(front)
        return None

    def is_mass(self, noun: str) -> bool:
        """Tell whether `noun` is not counted ("infrastructure")."""
        return noun.startswith(self.mass_words)

    @classmethod
    def load(cls, language: str) -> LanguagePack:
        """Load the pack of `language`, one of `LANGUAGES`, with the weapons, people, sites and sources in it.

        Raises:
            LexiconError: there is no such pack, or an entry of it is wrong.
        """
        return _load(language)


@cache
def _load(language: str) -> LanguagePack:
    if language not in LANGUAGES:
        raise LexiconError(f"There is no language pack {language!r}; there are {', '.join(LANGUAGES)}.")
    table = _language_table(language)
    patterns = PatternTable()
    numbers = table["numbers"]
    _add_numbers(patterns, numbers)
    for kind, section in (("qualifier", "qualifiers"), ("role", "roles"), ("report", "reporting")):
        for value, words in table[section].items():
            patterns.update(words, Entry(kind, value))
    _add_actions(patterns, table)
    _add_separable(patterns, table.get("separable", {}))
    for value, words in table["nouns"].items():
        patterns.update(words, Entry("noun", value))
    for value, words in table["void"].items():
        patterns.update(words, Entry("void", value))
    for value, words in table.get("anaphora", {}).items():
        patterns.update(words, Entry("anaphor", value))
    patterns.update(table.get("front", ()), Entry("front", "front"))
    _add_times(patterns, table["time"])
    _add_things(patterns, language)
    possessive = table["grammar"].get("possessive", "")
    for topic in load_table("topics.toml")["topic"]:
        patterns.update(_names(topic, language), Entry("topic", topic["name"]))
    for name, entry in Sources.load().patterns(language):
        patterns.add(name, entry)
        if possessive:
            patterns.add(name + possessive, entry)
    return LanguagePack(
        language=language,
        patterns=patterns,
        abbreviations=frozenset(word.rstrip(".") for word in table["abbreviations"]),
        number_suffixes=frozenset(numbers["suffixes"]),
        ordinal_suffixes=frozenset(numbers["ordinal_suffixes"]),
        collectives=frozenset(numbers.get("collective", ())),
        number_glue=tuple(numbers["glue"]),
        thousands=numbers["thousands"],
        decimal=numbers["decimal"],
        number_words={
            word: int(value) for value, words in numbers["words"].items() for word in words if not word.endswith("*")
        },
        articles=table["grammar"]["articles"],
        article_words=frozenset(numbers["article"]),
        definite_words=frozenset(table["grammar"].get("definite", ())),
        ordinal_nouns=frozenset(table["grammar"].get("ordinal_nouns", ())),
        plural_nouns=tuple(table["grammar"]["plural_nouns"]),
        people_genitive=tuple(table["grammar"].get("people_genitive", ())),
        nominative_plural=tuple(table["grammar"].get("nominative_plural", ())),
        oblique_numbers=tuple(table["grammar"].get("oblique_numbers", ())),
        strike_nouns=frozenset(table["grammar"].get("strike_nouns", ())),
        genitive_singular=tuple(table["grammar"].get("genitive_singular", ())),
        locatives=frozenset(table["roles"]["locative"]),
        prepositions=frozenset(word for role in _PREPOSITIONS for word in table["roles"].get(role, ())),
        locative_singular=tuple(table["grammar"].get("locative_singular", ())),
        singular_verbs=tuple(table["grammar"]["singular_verbs"]),
        passive_verbs=tuple(table["grammar"].get("passive_verbs", ())),
        people_numbers=frozenset(numbers.get("people", ())),
        plural_verbs=tuple(table["grammar"].get("plural_verbs", ())),
        age_stems=tuple(table["grammar"].get("ages", ())),
        age_nouns=tuple(table["grammar"].get("age_nouns", ())),
        oblique_nouns=tuple(table["grammar"].get("oblique_nouns", ())),
        singular_endings=tuple(table["grammar"].get("singular_endings", ())),
        plural_adjectives=tuple(table["grammar"].get("plural_adjectives", ())),
        singular_nouns=tuple(table["grammar"].get("singular_nouns", ())),
        range_joints=frozenset(numbers.get("range_joints", ())),
        dummy_subjects=frozenset(table["grammar"].get("dummy_subjects", ())),
        roles=frozenset(table["roles"]),
        word_order=table["grammar"].get("word_order", False),
        verbs_last=table["grammar"].get("verbs_last", False),
        capital_nouns=table["grammar"].get("capital_nouns", False),
        heads=tuple(table["grammar"].get("heads", ())),
        capital_months=table["grammar"].get("capital_months", False),
        mass_words=tuple(word.rstrip("*") for word in table["grammar"]["mass"]),
    )


def _add_numbers(patterns: PatternTable, numbers: Mapping[str, Any]) -> None:
    for value, words in numbers["words"].items():
        patterns.update(words, Entry("number", value))
    for value, words in numbers["multipliers"].items():
        patterns.update(words, Entry("multiplier", value))
    for bounds, words in numbers["vague"].items():
        low, _, high = bounds.partition("..")
        patterns.update(words, Entry("vague", bounds, {"low": int(low), "high": int(high) if high else None}))
    patterns.update(numbers["article"], Entry("article", "1"))
    patterns.update(numbers.get("determiners", ()), Entry("article", "definite"))


def _add_actions(patterns: PatternTable, table: Mapping[str, Any]) -> None:
    for name, words in table["actions"].items():
        action, _, side = name.partition("_only_")
        weak = action.endswith("_weak")
        action = action.removesuffix("_weak")
        attributes = {"measures": ACTIONS.measures(action), "side": side or None, "weak": weak}
        patterns.update(words, Entry("action", action, attributes))
    for effect, words in table["disruptions"].items():
        # A word of lack ("without") is told apart: it must stand at the service itself.
        lack = effect == "lack"
        attributes = {
            "measures": ACTIONS.measures("disrupt"), "side": None, "effect": "cut" if lack else effect, "lack": lack,
        }  # fmt: skip
        patterns.update(words, Entry("action", "disrupt", attributes))
    for path, words in table["services"].items():
        patterns.update(words, Entry("service", path))


def _add_separable(patterns: PatternTable, table: Mapping[str, Any]) -> None:
    """Add the verbs in two parts: each form with the actions that it is with one or another particle."""
    forms: dict[str, dict[str, Entry]] = {}
    for name, particles in table.items():
        action, _, effect = name.partition("_")
        if action == "disrupt":
            entry = Entry("action", action, {"measures": ACTIONS.measures(action), "side": None, "effect": effect})
        else:
            entry = Entry("action", name, {"measures": ACTIONS.measures(name), "side": None})
        for particle, words in particles.items():
            for word in words:
                forms.setdefault(word, {})[particle] = entry
    for word, actions in forms.items():
        patterns.add(word, Entry("separable", word, {"particles": actions}))


def _add_times(patterns: PatternTable, times: Mapping[str, Any]) -> None:
    for value, words in times.items():
        if isinstance(words, Mapping):
            for number, names in words.items():
                patterns.update(names, Entry("time", value.removesuffix("s"), {"number": int(number)}))
        else:
            patterns.update(words, Entry("time", value))


def _names(item: Mapping[str, Any], language: str, key: str = "names") -> Iterable[str]:
    names = item.get(key, {})
    return (*names.get(language, ()), *names.get("any", ()))


def _add_things(patterns: PatternTable, language: str) -> None:
    for kind, file, sections in _THINGS:
        table = load_table(file)
        for section in ("ignore", "animals"):
            if section in table:
                patterns.update(_names(table[section], language), Entry(section, section))
        for item in (item for section in sections for item in table[section]):
            _add_thing(patterns, kind, item, language)


def _with_storeys(item: Mapping[str, Any], language: str) -> Iterable[str]:
    """Return the names that say how many storeys a house has: "a 22-storey block", "16-поверхівка"."""
    for ending in item.get("endings", {}).get(language, ()):
        numbers = [str(storeys) for storeys in range(2, _MOST_STOREYS + 1)]
        if ending.startswith("-"):
            words = _language_table(language)["numbers"]["words"]
            numbers += [name for value, names in words.items() if 1 < int(value) <= _MOST_STOREYS for name in names]
        for number in numbers:
            yield f"{number}{ending if ending.startswith('-') else '-' + ending}"


def _add_thing(patterns: PatternTable, kind: str, item: Mapping[str, Any], language: str) -> None:
    attributes = {key: value for key, value in item.items() if key not in ("names", "path", "plural", "endings")}
    patterns.update(_with_storeys(item, language), Entry(kind, item["path"], attributes))
    plural = set(_names(item, language, "plural"))
    for name in _names(item, language):
        flags = {**attributes, "plural": True} if name in plural else attributes
        patterns.add(name, Entry(kind, item["path"], flags))
    for name in plural.difference(_names(item, language)):
        patterns.add(name, Entry(kind, item["path"], {**attributes, "plural": True}))
