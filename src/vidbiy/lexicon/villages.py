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
# The letters of Russian in a plain spelling; those of Ukrainian by the national romanisation (resolution 55 of 2010).
_LETTERS: Mapping[str, Mapping[str, str]] = {
    language: dict(pair.partition("=")[::2] for pair in pairs.split())
    for language, pairs in {
        "ru": "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch "
        "ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya",
        "uk": "а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh "
        "ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia",
    }.items()
}
_INITIAL = {"ru": {"е": "ye"}, "uk": {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}}
# An adjective that a name of two words begins with, and the endings of cases that officials give to names after "село".
_ADJECTIVES = {
    "ru": ("ая", "яя", "ое", "ее", "ый", "ий", "ой", "ые", "ие", "ом", "ем", "ых", "их"),
    "uk": ("а", "я", "е", "є", "ий", "ій", "ої", "ому", "і", "их"),
    "en": ("a", "ia", "e", "yi", "ii", "y", "i"),
    "de": ("a", "e", "yj", "ij", "i"),
    "pl": ("a", "e", "yj", "y", "i"),
}
# How German and Polish spell the letters of Ukrainian, the longest first, beside the national romanisation.
_SPELLINGS: Mapping[str, Mapping[str, str]] = {
    "en": {},
    "de": {
        "schtsch": "shch", "tsch": "ch", "sch": "sh", "ch": "kh", "ji": "i", "ja": "ia", "ju": "iu", "je": "ie", "j": "i",
        "w": "v", "z": "ts", "ss": "s",
    },
    "pl": {
        "szcz": "shch", "cz": "ch", "sz": "sh", "ch": "kh", "ji": "i", "ja": "ia", "ju": "iu", "je": "ie", "j": "i",
        "w": "v", "ł": "l", "ż": "zh", "ź": "z", "ś": "s", "ć": "ts", "ń": "n", "c": "ts",
    },
}  # fmt: skip
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
    if language not in _ADJECTIVES or at >= len(tokens) or not _is_name(tokens[at]):
        return None
    words = [tokens[at]]
    adjective = tokens[at].endswith(_ADJECTIVES[language])
    if adjective and at + 1 < len(tokens) and _is_name(tokens[at + 1]) and not _is_of_area(tokens[at + 1]):
        words.append(tokens[at + 1])
    if language in _LETTERS:
        name = " ".join(_nominative(word.lower(), language, alone=len(words) == 1) for word in words)
        slug = "-".join(_romanised(word, language) for word in name.replace("-", " ").split())
    else:
        name = " ".join(words).lower()
        slug = "-".join(_respelled(word, language) for word in name.replace("-", " ").split())
    return Place(f"{UNPLACED}.{slug}", "settlement", None, None, 0, ((language, name.title()),)), len(words)


def _is_name(token: str) -> bool:
    """Tell whether a word is written as a name: "Авило-Успенка", but neither "FPV-дрон" nor "БПЛА"."""
    parts = token.split("-")
    return token[0].isupper() and all(part.isalpha() and part[1:].islower() for part in parts)


def _respelled(word: str, language: str) -> str:
    """Return a name of Latin letters in the national romanisation: "lapajiwka" is "lapaivka"."""
    found, at = "", 0
    while at < len(word):
        spelt = next((letters for letters in _SPELLINGS[language] if word.startswith(letters, at)), word[at])
        found += _SPELLINGS[language].get(spelt, spelt)
        at += len(spelt)
    return found


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
