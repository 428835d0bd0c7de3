"""The sentence: what stands in it and where, built once and handed to every rule that reads it.

A rule asks "does a word of the role `of` end before this token?" or "which places are there?", and gets the answer from
an index, not from a search through all marks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.discourse import Discourse
from vidbiy.reading.sentences.governing import Governor
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.voice import Voices
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["Sentence"]

_NOUNS = frozenset({"weapon", "person", "site", "noun"})
_NUMBERED = frozenset({"more", "all"})


class Sentence:
    """One sentence: its words and marks, then what was read of them step by step: quantities, actions, assertions."""

    __slots__ = (
        "_voices", "actions", "assertions", "begin", "discourse", "finish", "first", "folded", "governor", "kinds",
        "last", "line", "lists", "marks", "pack", "quantities", "roles", "tokens", "words",
    )  # fmt: skip

    def __init__(
        self,
        tokens: Tokens,
        marks: list[Mark],
        line: Line,
        pack: LanguagePack,
        governor: Governor,
        discourse: Discourse,
    ) -> None:
        self.tokens, self.words, self.pack, self.line = tokens, tokens.words, pack, line
        self.first, self.last = line.first, line.last
        self.governor, self.discourse = governor, discourse
        self.quantities: list[Quantity] = []
        self.lists: list[list[Quantity]] = []  # the quantities by their lists
        self.folded: list[Quantity] = []  # the quantities that only spell out another
        self.actions: list[Mark] = []
        self.assertions: list[Assertion] = []
        self._voices: Voices | None = None
        self.index(marks)

    def index(self, marks: list[Mark]) -> None:
        """Take `marks` for those of the sentence, by their first token, the token behind their last, kind and role."""
        self.marks = marks
        begin: dict[int, list[Mark]] = defaultdict(list)
        finish: dict[int, list[Mark]] = defaultdict(list)
        kinds: dict[str, list[Mark]] = defaultdict(list)
        roles: dict[str, list[Mark]] = defaultdict(list)
        for mark in marks:
            begin[mark.first].append(mark)
            finish[mark.last].append(mark)
            if mark.kind == "role":
                roles[mark.value].append(mark)
            else:
                kinds[mark.kind].append(mark)
        self.begin, self.finish, self.kinds, self.roles = begin, finish, kinds, roles

    def with_marks(self, marks: list[Mark]) -> Sentence:
        """Return the sentence as it reads with other marks."""
        if marks is self.marks:
            return self
        return Sentence(self.tokens, marks, self.line, self.pack, self.governor, self.discourse)

    @property
    def voices(self) -> Voices:
        """On which side of its verbs the things stand that they count."""
        if self._voices is None:
            self._voices = Voices(self.tokens, self.marks, self.actions, self.pack)
        return self._voices

    # ---- marks by kind and role ----

    def of_kind(self, kind: str) -> Sequence[Mark]:
        """Return the marks of `kind` in their order."""
        return self.kinds.get(kind, ())

    def of_role(self, value: str) -> Sequence[Mark]:
        """Return the words of the role `value` in their order."""
        return self.roles.get(value, ())

    # ---- marks by token ----

    def at(self, token: int, *kinds: str) -> Mark | None:
        """Return the mark of one of `kinds` that begins at `token`."""
        for mark in self.begin.get(token, ()):
            if mark.kind in kinds:
                return mark
        return None

    def before(self, token: int, *kinds: str) -> Mark | None:
        """Return the mark of one of `kinds` that ends just before `token`."""
        for mark in self.finish.get(token, ()):
            if mark.kind in kinds:
                return mark
        return None

    def noun(self, token: int) -> Mark | None:
        """Return the noun that begins at `token`: a weapon, a person, a site or another that is counted."""
        for mark in self.begin.get(token, ()):
            if mark.kind in _NOUNS:
                return mark
        return None

    def numbered(self, token: int) -> bool:
        """Tell whether a number, or a word that goes with one, ends just before `token`."""
        return any(
            mark.kind in ("number", "qualifier") or (mark.kind == "role" and mark.value in _NUMBERED)
            for mark in self.finish.get(token, ())
        )

    def role(self, token: int, *values: str) -> Mark | None:
        """Return the word at `token` that has one of the roles `values`."""
        for mark in self.begin.get(token, ()):
            if mark.kind == "role" and mark.value in values:
                return mark
        return None

    def role_before(self, token: int, *values: str) -> Mark | None:
        """Return the word that has one of the roles `values` and ends just before `token`."""
        for mark in self.finish.get(token, ()):
            if mark.kind == "role" and mark.value in values:
                return mark
        return None

    def qualifier(self, token: int, value: str) -> Mark | None:
        """Return the qualifier `value` that begins at `token`."""
        for mark in self.begin.get(token, ()):
            if mark.kind == "qualifier" and mark.value == value:
                return mark
        return None

    def qualifier_before(self, token: int, value: str) -> Mark | None:
        """Return the qualifier `value` that ends just before `token`; a word may be several ("from" and "at least")."""
        for mark in self.finish.get(token, ()):
            if mark.kind == "qualifier" and mark.value == value:
                return mark
        return None

    # ---- what was asserted ----

    def told(self) -> Iterator[Assertion]:
        """Yield what was asserted so far, the last first: in this sentence, then in those before."""
        yield from reversed(self.assertions)
        yield from reversed(self.discourse.last)
