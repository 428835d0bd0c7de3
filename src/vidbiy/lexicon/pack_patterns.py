"""The words of one language, and the names of the things that reports name, as one table of patterns.

"ракет*" is a weapon, "збит*" an action, "понад" a role: what a pattern stands for is said by the list it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from vidbiy.lexicon.actions import ACTIONS
from vidbiy.lexicon.pack_files import language_table, load_table
from vidbiy.lexicon.patterns import Entry, PatternTable
from vidbiy.lexicon.sources import Sources

__all__ = ["read_patterns"]

# A house of more storeys is no dwelling that reports name so.
_MOST_STOREYS = 36

# The kind of annotation of the things that reports name, their file, and its lists.
_THINGS = (
    ("weapon", "weapons.toml", ("weapon",)),
    ("person", "people.toml", ("person",)),
    ("site", "sites.toml", ("site", "object")),
)


def read_patterns(language: str) -> PatternTable:
    """Return all patterns of a language."""
    table = language_table(language)
    patterns = PatternTable()
    _add_numbers(patterns, table["numbers"])
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
        decisive = set(_names(topic, language, "decisive"))
        patterns.update(decisive, Entry("topic", topic["name"], {"decisive": True}))
        patterns.update(set(_names(topic, language)) - decisive, Entry("topic", topic["name"]))
    for name, entry in Sources.load().patterns(language):
        patterns.add(name, entry)
        if possessive and not name.endswith("*"):
            patterns.add(name + possessive, entry)
    return patterns


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
        noun = action.endswith("_noun")
        victims = action.endswith("_victims")  # of whom the text tells whether they are dead
        action = action.removesuffix("_weak").removesuffix("_noun").removesuffix("_victims")
        attributes = {"measures": ACTIONS.measures(action), "side": side or None, "weak": weak, "noun": noun}
        if victims:
            attributes["victims"] = True
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
            words = language_table(language)["numbers"]["words"]
            numbers += [name for value, names in words.items() if 1 < int(value) <= _MOST_STOREYS for name in names]
        for number in numbers:
            yield f"{number}{ending if ending.startswith('-') else '-' + ending}"


def _add_thing(patterns: PatternTable, kind: str, item: Mapping[str, Any], language: str) -> None:
    """Add the names of a thing; of a building's also the possessive, for what is hit of it ("the school's roof")."""
    possessive = language_table(language)["grammar"].get("possessive", "") if kind == "site" else ""
    attributes = {key: value for key, value in item.items() if key not in ("names", "path", "plural", "endings")}
    patterns.update(_with_storeys(item, language), Entry(kind, item["path"], attributes))
    plural = set(_names(item, language, "plural"))
    for name in _names(item, language):
        flags = {**attributes, "plural": True} if name in plural else attributes
        patterns.add(name, Entry(kind, item["path"], flags))
        if possessive and name not in plural and not name.endswith(("*", "s")):
            patterns.add(name + possessive, Entry(kind, item["path"], flags))
    for name in plural.difference(_names(item, language)):
        patterns.add(name, Entry(kind, item["path"], {**attributes, "plural": True}))
