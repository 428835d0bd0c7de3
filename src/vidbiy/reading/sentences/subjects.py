"""Subjects: the dotted path of what is counted, no more specific than the words support."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["class_of", "common_path", "settle_depots", "settle_flights", "weapon_class", "weapon_subject"]

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
    "flight": ("service", "service.air"),
}

# So many points has the path of a model: "weapon.missile.antiair.s300".
_MODEL = 3
# So many words that the lexicon does not know may stand between two names of one weapon ("імітатори різних типів").
_MOST_UNKNOWN = 1
# What may stand between the names of one weapon: "Х-101/Х-555", "(Shahed, Герань)", "типу «Shahed»".
_JOINS = frozenset({"/", "(", ")", ",", '"', "«", "»", "„", "“", "”", "-", "\n"})


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


def settle_depots(marks: Sequence[Mark], owner: str = "railway") -> list[Mark]:
    """Return `marks` with each depot as the railway's ("railway" in sites.toml), or each plant as one of "power"."""
    return [
        Mark(mark.kind, path, mark.first, mark.last, mark.attributes)
        if (path := mark.attributes.get(owner)) is not None
        else mark
        for mark in marks
    ]


def settle_flights(marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` with what is late as trains, where the railway is spoken of: "задерживаются девять рейсов"."""
    return [
        Mark("noun", "train", mark.first, mark.last) if mark.kind == "noun" and mark.value == "flight" else mark
        for mark in marks
    ]


def common_path(paths: Iterable[str]) -> str:
    """Return the deepest path that all of `paths` share."""
    parts = [path.split(".") for path in paths]
    shared: list[str] = []
    for steps in zip(*parts, strict=False):
        if any(step != steps[0] for step in steps):
            break
        shared.append(steps[0])
    return ".".join(shared)


def weapon_subject(tokens: Tokens, begin: Mapping[int, Sequence[Mark]], noun: Mark, limit: int) -> tuple[str, int]:
    """Return the subject of the weapon names that begin with `noun`, and the token after the last of them.

    Models that are named together take their deepest common path; a class that the text names wins over it, and one
    model makes its class more specific (cases/README, "Subjects").
    """
    names = [noun]
    at, last = noun.last, noun.last
    bracket = coordinate = False
    unknown = 0
    while at < limit:
        found = _weapon_at(begin, at)
        if found is not None:
            # "77 БпЛА типу Shahed (дронів інших типів)"
            other = coordinate or (bracket and bool(found.attributes.get("weak")))
            names = _with_other(names, found) if other else _with_kind(_without_misfit(names, found), found)
            at = last = found.last
            unknown, coordinate = 0, False
            continue
        if (typed := _of_type(tokens, begin, at)) is not None:
            model, last = typed
            names, at = [*names, model], last
            continue
        word = tokens.words[at]
        # "Shahed (у т. ч. 31 реактивний), «Гербера»": the names behind are of what stands before the bracket
        closed = word == ")" and not bracket
        bracket = word == "(" or (bracket and word != ")")
        if closed or _parts_names(begin, at, word):
            if closed or not (bracket or _goes_on(tokens, begin, at + 1, names, comma=word == ",")):
                break
            unknown, coordinate = 0, not bracket
        elif word in _JOINS or _kind_word(begin, at) or (word == "." and at + 1 < limit):
            pass  # a point within the sentence is an abbreviation's: "аеробал. ракет"
        elif word.isdecimal() and tokens.words[at - 1] == "/":
            last = at + 1
        elif bracket and _is_filler(begin, at):
            pass
        elif begin.get(at) or unknown >= _MOST_UNKNOWN or not word[0].isalpha():
            break
        else:
            unknown += 1
        at += 1
    return _subject([mark.value for mark in names]), last


def _of_type(tokens: Tokens, begin: Mapping[int, Sequence[Mark]], at: int) -> tuple[Mark, int] | None:
    """Return the model of "UAVs of the Shahed-131/136 type", where "of" stands at `at`, and where the phrase ends."""
    if not any(mark.kind == "role" and mark.value == "of" for mark in begin.get(at, ())):
        return None
    article = any(mark.kind == "article" for mark in begin.get(at + 1, ()))
    model = _weapon_at(begin, at + 2) if article else None
    if model is None:
        return None
    end = model.last
    while end < len(tokens) and (tokens.words[end] == "/" or tokens.words[end].isdecimal()):
        end += 1
    return (model, end + 1) if _kind_word(begin, end) else None


def _is_filler(begin: Mapping[int, Sequence[Mark]], at: int) -> bool:
    """Tell whether "including", "other" stands in a list of names in brackets."""
    return any(mark.kind == "role" and mark.value in ("include", "more") for mark in begin.get(at, ()))


def _without_misfit(names: list[Mark], found: Mark) -> list[Mark]:
    """Return the names without an adjective that says another kind than its noun: "ударний вертоліт" is no drone."""
    if len(names) == 1 and names[0].attributes.get("adjective") and found.first == names[0].last:
        kind = names[0].value
        if not (found.value.startswith(kind) or kind.startswith(found.value)):
            return []
    return names


def _with_kind(names: list[Mark], found: Mark) -> list[Mark]:
    """Return the names with the next; a model is what it is whatever the text calls it: "nine Kh-59 cruise missiles"."""
    model = names[0].value if len(names) == 1 and found.first == names[0].last else ""
    if found.value.count(".") < model.count(".") and "." in common_path([model, found.value]):
        return names
    return [*names, found]


def _with_other(names: list[Mark], other: Mark) -> list[Mark]:
    """Return the names with one that an "and" adds: where one of the two is the kind of the other, the kind is meant.

    "597 ударних БпЛА та імітаторів" are drones; "БпЛА «Герань»", with nothing between, are Shaheds.
    """
    deepest = max(names, key=lambda name: name.value.count("."))
    for kind, model in ((deepest, other), (other, deepest)):
        if model.value.startswith(kind.value + "."):
            return [kind]
    return [*names, other]


def _weapon_at(begin: Mapping[int, Sequence[Mark]], at: int) -> Mark | None:
    return next((mark for mark in begin.get(at, ()) if mark.kind == "weapon"), None)


def _kind_word(begin: Mapping[int, Sequence[Mark]], at: int) -> bool:
    """Tell whether a word that says "of the type" stands at `at`, so that the model's name follows."""
    return any(mark.kind == "role" and mark.value == "type" for mark in begin.get(at, ()))


def _parts_names(begin: Mapping[int, Sequence[Mark]], at: int, word: str) -> bool:
    return word == "," or any(mark.kind == "role" and mark.value in ("and", "or") for mark in begin.get(at, ()))


def _goes_on(
    tokens: Tokens, begin: Mapping[int, Sequence[Mark]], at: int, names: Sequence[Mark], *, comma: bool
) -> bool:
    """Tell whether a weapon that shares the number follows a comma or an "and" ("Shaheds and decoys").

    It has no number of its own and is of the same family; after a comma it is a name ("Shahed, Гербера, Італмас")
    or one adjective more ("крилатими, балістичними та керованими ракетами").
    """
    for _ in range(_MOST_UNKNOWN + 1):
        while at < len(tokens) and tokens.words[at] in _JOINS and tokens.words[at] != ",":
            at += 1
        if at >= len(tokens):
            return False
        found = _weapon_at(begin, at)
        if found is not None:
            family = common_path([names[0].value, found.value])
            related = "." in family or _two_kinds(names, found, begin)
            return related and (not comma or _listed_after_comma(names, found, capital=tokens.raw[at][0].isupper()))
        if begin.get(at) or not tokens.words[at][0].isalpha():
            return False
        at += 1
    return False


def _listed_after_comma(names: Sequence[Mark], found: Mark, *, capital: bool) -> bool:
    """Tell whether a name behind a comma shares the number: one more of the class, or one adjective more.

    In "13 балістичних ракет, Х-59/69 і 185 БпЛА" the Kh-59 is an item of its own.
    """
    if names[0].attributes.get("adjective") and found.attributes.get("adjective"):
        return all(name.attributes.get("adjective") for name in names)
    kind = names[0].value
    return capital and (found.value.startswith(kind) or found.value.count(".") <= kind.count("."))


def _two_kinds(names: Sequence[Mark], found: Mark, begin: Mapping[int, Sequence[Mark]]) -> bool:
    """Tell whether two plain kinds share the number ("24 drones and missiles"), not one and a model of its own."""
    plain = all(mark.value.count(".") <= 1 for mark in (*names, found))
    return plain and _weapon_at(begin, found.last) is None


def _subject(paths: list[str]) -> str:
    """Return the one subject that the names of a weapon phrase amount to."""
    named = list(dict.fromkeys(paths))
    deepest = [path for path in named if not any(other.startswith(path + ".") for other in named)]
    if len(deepest) == 1:
        return deepest[0]
    shared = common_path(deepest)
    models = [path for path in deepest if path.count(".") >= _MODEL]
    if len(models) == 1 and len(deepest) == 2:
        return models[0]  # "две баллистические ракеты С-400": the one model says more than the class
    # "14 балістичних С-300 та Іскандер-М": the class that stands with the number wins over what the models share.
    kinds = [path for path in named if path not in deepest and path.startswith(shared)]
    return max([shared, *kinds[:1]], key=len) or "weapon"
