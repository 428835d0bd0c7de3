"""Which language a text is written in, among those that there are packs for."""

from __future__ import annotations

from vidbiy.lexicon.pack import LANGUAGES, Signature
from vidbiy.reading.text import Tokens

__all__ = ["detect"]

# So many tokens tell; a longer text is not read whole for it.
_ENOUGH = 400


def detect(tokens: Tokens) -> str | None:
    """Return the language whose common words and letters are the most among the first tokens; None without any."""
    words = tokens.words[:_ENOUGH]
    latin = sum(1 for word in words if "a" <= word[0] <= "z" or "à" <= word[0] <= "ž")
    cyrillic = sum(1 for word in words if "а" <= word[0] <= "ї")
    if not latin and not cyrillic:
        return None
    alphabet = "cyrillic" if cyrillic >= latin else "latin"
    best, most = None, 0
    for language in LANGUAGES:
        signature = Signature.load(language)
        if signature.alphabet != alphabet:
            continue
        score = sum(2 for word in words if word in signature.common)
        score += sum(3 for word in words if not signature.letters.isdisjoint(word))
        if score > most:
            best, most = language, score
    return best or ("uk" if alphabet == "cyrillic" else "en")
