"""Which language a text is written in, among those that there are packs for."""

from __future__ import annotations

from functools import cache

from vidbiy.lexicon.pack import LANGUAGES, Signature
from vidbiy.reading.words.text import Tokens, tokenise

__all__ = ["detect", "language_of"]

# So much of a text tells; a longer one is not read whole for it.
_TOKENS, _CHARACTERS = 120, 1500


def language_of(text: str) -> str | None:
    """Return the language of a text, also of one that the reader turns away unread; None where it reads none like it."""
    return detect(tokenise(text[:_CHARACTERS]))


def detect(tokens: Tokens) -> str | None:
    """Return the language whose common words and letters are the most in the first tokens; None without any."""
    words = tokens.words[:_TOKENS]
    sample = " ".join(words)[:_CHARACTERS]
    latin = sum(map(sample.count, "aeo"))
    cyrillic = 0 if sample.isascii() else sum(map(sample.count, "аео"))
    if not latin and not cyrillic:
        return None
    alphabet = "cyrillic" if cyrillic >= latin else "latin"
    best, most = None, 0
    for language, signature in _signatures(alphabet):
        score = 2 * len(signature.common.intersection(words)) + 3 * sum(map(sample.count, signature.letters))
        if score > most:
            best, most = language, score
    return best or ("uk" if alphabet == "cyrillic" else "en")


@cache
def _signatures(alphabet: str) -> list[tuple[str, Signature]]:
    """Return the languages written in an alphabet."""
    loaded = [(language, Signature.load(language)) for language in LANGUAGES]
    return [(language, signature) for language, signature in loaded if signature.alphabet == alphabet]
