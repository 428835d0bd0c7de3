"""Which language a text is written in, among those that there are packs for."""

from __future__ import annotations

from functools import cache

from vidbiy.lexicon.pack import LANGUAGES, Signature
from vidbiy.reading.text import Tokens, tokenise

__all__ = ["detect", "language_of"]

# So much of a text tells; a longer one is not read whole for it.
_TOKENS, _CHARACTERS = 120, 1500
_MEMO_LIMIT = 200_000
_VOWELS = {"latin": "aeiou", "cyrillic": "аеиіоу"}
# What a common word says for a language, and what a letter that others of its alphabet do not have.
_WORD, _LETTER = 2, 3


def language_of(text: str) -> str | None:
    """Return the language of a text, also of one that the reader turns away unread; None where it reads none like it."""
    return detect(tokenise(text[:_CHARACTERS]))


def detect(tokens: Tokens) -> str | None:
    """Return the language whose common words and letters are the most in the first tokens; None without any."""
    if not tokens.words:
        return None
    told = _evidence()
    columns = map(sum, zip(*map(told.__getitem__, tokens.words[:_TOKENS]), strict=True))
    found = dict(zip(told.columns, columns, strict=True))
    latin, cyrillic = found["latin"], found["cyrillic"]
    if not latin and not cyrillic:
        return None
    alphabet = "cyrillic" if cyrillic >= latin else "latin"
    best, most = None, 0
    for language, signature in told.signatures:
        if signature.alphabet == alphabet and found[language] > most:
            best, most = language, found[language]
    return best or ("uk" if alphabet == "cyrillic" else "en")


class _Evidence(dict[str, tuple[int, ...]]):
    """What each word met so far says: how many vowels of each alphabet it has, and how much it speaks for a language.

    One number for each of ``columns``: those of a text are the sums of its words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.signatures = [(language, Signature.load(language)) for language in LANGUAGES]
        self.columns = [*_VOWELS, *LANGUAGES]

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        vowels = [sum(map(word.count, letters)) for letters in _VOWELS.values()]
        scores = [
            _WORD * (word in signature.common) + _LETTER * sum(map(word.count, signature.letters))
            for _, signature in self.signatures
        ]
        found = self[word] = (*vowels, *scores)
        return found


@cache
def _evidence() -> _Evidence:
    return _Evidence()
