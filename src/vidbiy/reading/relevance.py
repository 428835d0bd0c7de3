"""Whether a text can hold any claim: one pass over its bytes, before it is cut into tokens.

Every claim counts or names a weapon, a victim, damage, a fire, a service or an alert, so a text without the stem of any
word for these has none. The stems are data: the ``relevance`` list of each language pack.
"""

from __future__ import annotations

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from vidbiy.lexicon.pack import LANGUAGES, Signature

__all__ = ["is_relevant"]


def is_relevant(text: str) -> bool:
    """Tell whether `text` may hold a claim; False is certain, True is worth a reading."""
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half of a character that takes two
        data = text.encode(errors="replace")
    return bool(_stems.found_in(data))


class _Stems:
    """The stems of all languages, made ready when a text is first looked at: `vidbiy --help` looks at none."""

    __slots__ = ("_automaton",)

    def __init__(self) -> None:
        self._automaton: BytesAhoCorasick | None = None

    def found_in(self, data: bytes) -> list[tuple[int, int, int]]:
        """Return the stems in the UTF-8 of a text, as the automaton gives them."""
        automaton = self._automaton
        if automaton is None:
            automaton = self._automaton = _automaton()
        return automaton.find_matches_as_indexes(data)


_stems = _Stems()


def _automaton() -> BytesAhoCorasick:
    # Lower case, capitalised, capitals are patterns of their own: lowering the text would take longer than searching.
    stems = {stem for language in LANGUAGES for stem in Signature.load(language).relevance}
    spellings = {spelling for stem in stems for spelling in (stem, stem.capitalize(), stem.upper())}
    # Of matches that begin together any will do; without looking for all of them the pass takes a sixth less.
    return BytesAhoCorasick(
        [spelling.encode() for spelling in sorted(spellings)],
        matchkind=MatchKind.LeftmostFirst,
        implementation=Implementation.DFA,
    )
