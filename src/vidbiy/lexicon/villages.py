"""Villages that no table has: what a text calls a village is one, and its id is its name romanised.

"В деревне Волфино Глушковского района" is ``RU-KRS.volfino`` though the gazetteer ends at larger places. The region is
not known here: the id begins with `UNPLACED`, which the reader replaces by the region that the text speaks of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vidbiy.lexicon.place_table import Place

__all__ = ["UNPLACED", "village"]

# Stands for the region in the id of a village.
UNPLACED = "?"
_RU = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [*"a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch".split(), "", "y", "", "e", "yu", "ya"],
        strict=True,
    )
)
# The national romanisation of Ukrainian (resolution 55 of 2010).
_UK = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщюяь",
        [*"a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia".split(), ""],
        strict=True,
    )
)
_LETTERS = {"ru": _RU, "uk": _UK}
_INITIAL = {"ru": {"е": "ye"}, "uk": {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}}
# An adjective that a name of two words begins with, and the endings of cases that officials give to names after "село".
_ADJECTIVES = {
    "ru": ("ая", "яя", "ое", "ее", "ый", "ий", "ой", "ые", "ие", "ом", "ем", "ых", "их"),
    "uk": ("а", "я", "е", "є", "ий", "ій", "ої", "ому", "і", "их"),
}
_ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ru": (
        ("овке", "овка"), ("евке", "евка"), ("инке", "инка"), ("ичке", "ичка"), ("ках", "ки"), ("ове", "ово"),
        ("еве", "ево"), ("ине", "ино"), ("овой", "овая"), ("ой", "ая"), ("ском", "ское"), ("цком", "цкое"),
        ("ном", "ное"), ("лом", "лое"), ("том", "тое"),
    ),
    "uk": (("івці", "івка"), ("ївці", "ївка"), ("инці", "инка"), ("ому", "е")),
}  # fmt: skip


def village(tokens: Sequence[str], at: int, language: str) -> tuple[Place, int] | None:
    """Return the village whose name begins at a token, and how many tokens it takes; None where no name does."""
    if language not in _LETTERS or at >= len(tokens) or not _is_name(tokens[at]):
        return None
    words = [tokens[at]]
    adjective = tokens[at].endswith(_ADJECTIVES[language])
    if adjective and at + 1 < len(tokens) and _is_name(tokens[at + 1]) and not _is_of_area(tokens[at + 1]):
        words.append(tokens[at + 1])
    name = " ".join(_nominative(word.lower(), language, alone=len(words) == 1) for word in words)
    slug = "-".join(_romanised(word, language) for word in name.replace("-", " ").split())
    return Place(f"{UNPLACED}.{slug}", "settlement", None, None, 0, ((language, name.title()),)), len(words)


def _is_name(token: str) -> bool:
    return token[0].isupper() and not token.isupper() and token.replace("-", "").isalpha()


def _is_of_area(token: str) -> bool:
    """Tell whether a word is the adjective of the district that the village lies in: "село Долгое Валуйского округа"."""
    return token.endswith(("ского", "цкого", "ском", "цком", "ської", "ського", "цького", "ському"))


def _nominative(word: str, language: str, *, alone: bool) -> str:
    for ending, nominative in _ENDINGS[language]:
        if word.endswith(ending) and (alone or ending != "ой"):
            return word.removesuffix(ending) + nominative
    return word


def _romanised(word: str, language: str) -> str:
    letters, initial = _LETTERS[language], _INITIAL[language]
    first = initial.get(word[:1], letters.get(word[:1], word[:1]))
    return first + "".join(letters.get(letter, letter) for letter in word[1:])
