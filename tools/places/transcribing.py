"""Ukrainian and Russian names in Latin letters: as English, German and Polish texts spell them."""

from __future__ import annotations

import re
from typing import Any

from tools.places.curated import words

__all__ = ["romanise_ru", "romanise_uk", "transcribe_de", "transcribe_pl", "transcribe_ru_de", "transcribe_ru_pl"]

_UK = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщюяь'",
        [*words("a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia"), "", ""],
        strict=True,
    )
)
_UK_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RU = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя'",
        [*words("a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch"), "", "y", "", "e", "yu", "ya", ""],
        strict=True,
    )
)
_DE = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщюяь'",
        [*words("a b w h g d e je sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch ju ja"), "", ""],
        strict=True,
    )
)
_PL = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщюяь'",
        [*words("a b w h g d e je ż z y i ji j k ł m n o p r s t u f ch c cz sz szcz ju ja"), "", ""],
        strict=True,
    )
)


def _cased(word: str, letters: str) -> str:
    return letters[:1].upper() + letters[1:] if word[:1].isupper() else letters


def _each_word(text: str, spell: Any) -> str:
    return re.sub(r"[^\W\d_][\w'ʼ]*", lambda hit: _cased(hit[0], spell(hit[0].lower())), text)


def romanise_uk(text: str) -> str:
    """The national romanisation of Ukrainian (Cabinet resolution 55 of 2010)."""

    def spell(word: str) -> str:
        out = []
        for at, letter in enumerate(word):
            if at == 0 and letter in _UK_INITIAL:
                out.append(_UK_INITIAL[letter])
            elif letter == "г" and word[at - 1 : at] == "з":
                out.append("gh")
            else:
                out.append(_UK.get(letter, letter))
        return "".join(out)

    return _each_word(text, spell)


def romanise_ru(text: str) -> str:
    """A plain romanisation of Russian: й and ы are y, an initial е is ye, signs are dropped."""

    def spell(word: str) -> str:
        first = "ye" if word[:1] == "е" else _RU.get(word[:1], word[:1])
        return first + "".join(_RU.get(letter, letter) for letter in word[1:])

    return _each_word(text, spell)


def transcribe_de(text: str) -> str:
    """The German press transcription of a Ukrainian name."""

    def spell(word: str) -> str:
        doubled = re.sub(r"(?<=[аеєиіїоуюя])с(?=[аеєиіїоуюя])", "сс", word)
        return "".join(_DE.get(letter, letter) for letter in doubled)

    return _each_word(text, spell)


_PL_SOFT = {"с": "ś", "з": "ź", "ц": "ć", "н": "ń", "л": "l", "д": "d", "т": "t"}


def transcribe_pl(text: str) -> str:
    """The Polish transcription of a Ukrainian name."""

    def spell(word: str) -> str:
        out = []
        for at, letter in enumerate(word):
            following = word[at + 1 : at + 2]
            before = word[at - 1 : at]
            if following == "ь" and letter in _PL_SOFT:
                hard = letter in "сзц" and word[at + 2 : at + 3] == "к"
                out.append(_PL[letter] if hard else _PL_SOFT[letter])
            elif letter == "л" and word[at + 1 :].lstrip("л")[:1] in tuple("іїюяє"):  # "Krasnopilla"
                out.append("l")
            elif letter in "юяє" and before == "л":
                out.append({"ю": "u", "я": "a", "є": "e"}[letter])
            elif letter in "юяє" and before and before in "бвгджзкмнпрстфхцчш":
                out.append({"ю": "iu", "я": "ia", "є": "ie"}[letter])
            elif letter == "ї" and before and before not in "'аеєиіоуюя":
                out.append("i")
            else:
                out.append(_PL.get(letter, letter))
        return "".join(out)

    return _each_word(text, spell)


_RU_DE = _DE | {"г": "g", "е": "e", "ё": "jo", "и": "i", "й": "i", "ы": "y", "э": "e", "ъ": ""}
_RU_PL = _PL | {"г": "g", "е": "ie", "ё": "io", "и": "i", "ы": "y", "э": "e", "ъ": "", "ю": "iu", "я": "ia"}
_VOWELS, _HUSHING = tuple("аеёиоуыэюяьъ"), tuple("жшцчщ")


def transcribe_ru_de(text: str) -> str:
    """The German press transcription of a Russian name."""

    def spell(word: str) -> str:
        word = re.sub("[иы]й$", lambda hit: hit[0][0], word)
        out = []
        for at, letter in enumerate(word):
            before, following = word[at - 1 : at], word[at + 1 : at + 2]
            if letter == "е" and (at == 0 or before in _VOWELS):
                out.append("je")
            elif letter == "й" and (before == "и" or following in _VOWELS):
                out.append("j")
            elif letter == "с" and before in _VOWELS and following in _VOWELS:
                out.append("ss")
            else:
                out.append(_RU_DE.get(letter, letter))
        return "".join(out)

    return _each_word(text, spell)


def transcribe_ru_pl(text: str) -> str:
    """The Polish transcription of a Russian name."""

    def spell(word: str) -> str:
        out = []
        for at, letter in enumerate(word):
            before, following = word[at - 1 : at], word[at + 1 : at + 2]
            if letter in "еёюя" and (at == 0 or before in _VOWELS):
                out.append("j" + _RU_PL[letter][1:])
            elif letter in "еёюя" and before in ("л", *_HUSHING):
                out.append(_RU_PL[letter][1:])
            elif letter == "и" and before in _HUSHING[:3]:
                out.append("y")
            elif letter == "л" and following in tuple("еёиюяь"):
                out.append("l")
            elif following == "ь" and letter in "знс":
                out.append(_PL_SOFT[letter])
            else:
                out.append(_RU_PL.get(letter, letter))
        return "".join(out)

    return _each_word(text, spell)
