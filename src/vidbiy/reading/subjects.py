"""Subjects: the dotted path of what is counted, no more specific than the words support."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vidbiy.reading.annotation import Mark
from vidbiy.reading.text import Tokens

__all__ = ["class_of", "common_path", "weapon_class", "weapon_subject"]

# The subject and the class of the nouns of a language pack's [nouns].
_NOUNS = {
    "location": ("location", "area.location"),
    "district": ("district", "area.district"),
    "region": ("region", "area.region"),
    "settlement": ("settlement", "area.settlement"),
    "hour": ("hour", "alert"),
    "customer": ("customer", "customer"),
    "impact": ("impact", "weapon"),
    "start": ("start", "weapon"),
    "blaze": ("blaze", "area.location"),
    "train": ("train", "object.train"),
}

# What may stand between the names of one weapon: "Х-101/Х-555", "(Shahed, Герань)", "типу «Shahed»".
_JOINS = frozenset({"/", "(", ")", ",", '"', "«", "»", "„", "“", "”", "-"})


def class_of(noun: Mark) -> tuple[str, str]:
    """Return the class (the key of actions.toml) and the subject path of a person, site or other noun."""
    if noun.kind == "noun":
        return _NOUNS[noun.value]
    if noun.kind == "weapon":
        return weapon_class(noun.value), noun.value
    if noun.kind == "person":
        return "person", noun.value
    if noun.value.startswith("object.train"):
        return "train", noun.value
    return ("object" if noun.value.startswith("object") else "site"), noun.value


def weapon_class(path: str) -> str:
    """Return the class of a weapon: aircraft carry and are shot down, they are not sent as weapons are."""
    return "aircraft" if path.startswith(("weapon.aircraft", "weapon.helicopter")) else "weapon"


def common_path(paths: Iterable[str]) -> str:
    """Return the deepest path that all of `paths` share."""
    parts = [path.split(".") for path in paths]
    shared: list[str] = []
    for steps in zip(*parts, strict=False):
        if any(step != steps[0] for step in steps):
            break
        shared.append(steps[0])
    return ".".join(shared)


def weapon_subject(
    tokens: Tokens, begin: Mapping[int, Sequence[Mark]], noun: Mark, limit: int
) -> tuple[str, int]:
    """Return the subject of the weapon names that begin with `noun`, and the token after the last of them.

    Models that are named together take their deepest common path; a class that the text names wins over it, and one
    model makes its class more specific (cases/README, "Subjects").
    """
    names = [noun]
    at, last = noun.last, noun.last
    bracket = False
    unknown = 0
    while at < limit:
        found = next((mark for mark in begin.get(at, ()) if mark.kind == "weapon"), None)
        if found is not None:
            names.append(found)
            at = last = found.last
            unknown = 0
            continue
        word = tokens.words[at]
        if word == "(":
            bracket = True
        elif word == ")":
            bracket = False
        elif word == "," and not (bracket or _model_next(begin, at + 1, tokens) or _listed(begin, at + 1, limit, tokens)):
            break
        elif word in _JOINS:
            pass
        elif any(mark.kind == "role" and mark.value in ("and", "or") for mark in begin.get(at, ())):
            if not (bracket or _weapon_at(begin, at + 1) or _model_next(begin, at + 1, tokens)):
                break
        elif word.isdigit() and tokens.words[at - 1] == "/":
            last = at + 1
        elif begin.get(at) or unknown or not word[0].isalpha():
            break
        else:
            unknown += 1
        at += 1
    return _subject([mark.value for mark in names]), last


def _model_next(begin: Mapping[int, Sequence[Mark]], at: int, tokens: Tokens) -> bool:
    while at < len(tokens) and tokens.words[at] in _JOINS and tokens.words[at] != ",":
        at += 1
    return any(mark.kind == "weapon" and mark.value.count(".") >= 3 for mark in begin.get(at, ()))


def _weapon_at(begin: Mapping[int, Sequence[Mark]], at: int) -> bool:
    """Tell whether a weapon stands at `at` without a number of its own: "24 drones and missiles" are one count."""
    return any(mark.kind == "weapon" for mark in begin.get(at, ()))


def _listed(begin: Mapping[int, Sequence[Mark]], at: int, limit: int, tokens: Tokens) -> bool:
    """Tell whether the list goes on at `at` and ends with "and": "571 Shaheds, Gerberas and other drones"."""
    while at < limit and _weapon_at(begin, at):
        at = next(mark.last for mark in begin[at] if mark.kind == "weapon")
        if at < limit and tokens.words[at] != ",":
            return any(mark.kind == "role" and mark.value == "and" for mark in begin.get(at, ()))
        at += 1
    return False


def _subject(paths: list[str]) -> str:
    """Return the one subject that the names of a weapon phrase amount to."""
    named = list(dict.fromkeys(paths))
    deepest = [path for path in named if not any(other.startswith(path + ".") for other in named)]
    if len(deepest) == 1:
        return deepest[0]
    shared = common_path(deepest)
    # "14 балістичних С-300 та Іскандер-М": the class that stands with the number wins over what the models share.
    kinds = [path for path in named if path not in deepest and path.startswith(shared)]
    return max([shared, *kinds[:1]], key=len) or "weapon"
