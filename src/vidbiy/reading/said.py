"""What a text says: its sentences with their assertions, before it is asked who says it, where and when.

"Сили ППО збили 12 дронів. Наслідки уточнюються." are two sentences, the first with one assertion.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from vidbiy.lexicon.countries import KYIV
from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.sources import holds
from vidbiy.reading.assertions import Assertion, Discourse, assert_sentence
from vidbiy.reading.counting.ordinals import OF_TWO, settle_ordinals
from vidbiy.reading.sentences.governing import Governor
from vidbiy.reading.sentences.remembering import WEAPON_COUNTERS
from vidbiy.reading.words.annotation import Annotations, Mark
from vidbiy.reading.words.cutting import sentences
from vidbiy.reading.words.separable import join_verbs
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["Said", "read_sentences"]

# A sentence with none of these asserts nothing; a name or a verb of saying alone is no claim.
_ASSERTIVE = frozenset({"action", "hours", "number", "weapon", "person", "service", "site"})
# The other words that do: "Основний удар — по Львову", and what says that all around it is an exercise.
_ASSERTIVE_ROLES = frozenset({"target", "drill"})


@dataclass(slots=True, eq=False)
class Said:
    """One sentence with what it asserts."""

    number: int  # among the sentences of its text
    line: Line
    marks: list[Mark]
    kinds: set[str]  # of its marks
    values: set[str]  # of its marks
    governor: Governor | None
    assertions: Sequence[Assertion]


def read_sentences(
    tokens: Tokens,
    annotations: Annotations,
    pack: LanguagePack,
    published: datetime | None,
    source: str | None = None,
) -> list[Said]:
    """Return the sentences of a text of `source` with their assertions."""
    day = None if published is None else published.astimezone(KYIV).date()
    discourse = Discourse(counter=source in WEAPON_COUNTERS)
    said: list[Said] = []
    for line in sentences(tokens, pack.abbreviations, pack.ordinal_nouns, pack.openers):
        marks = annotations.between(line.first, line.last)
        if day is not None:
            marks = [mark for mark in marks if mark.kind != "source" or holds(mark.attributes, day)]
        kinds = {mark.kind for mark in marks}
        if "separable" in kinds:
            marks = join_verbs(tokens, marks, line)
            kinds = {mark.kind for mark in marks}
        values = {mark.value for mark in marks}
        if not OF_TWO.isdisjoint(values):
            marks = settle_ordinals(tokens, marks, line.last)
            kinds, values = {mark.kind for mark in marks}, {mark.value for mark in marks}
        discourse.hear(marks, values, line.paragraph)
        if _ASSERTIVE.isdisjoint(kinds) and not line.heads and _ASSERTIVE_ROLES.isdisjoint(values):
            said.append(Said(len(said), line, marks, kinds, values, None, ()))
            continue
        governor = Governor(tokens, marks, line.first, line.last)
        assertions = assert_sentence(tokens, marks, line, governor, discourse, pack)
        said.append(Said(len(said), line, marks, kinds, values, governor, assertions))
    return said
