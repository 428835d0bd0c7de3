"""What a document is about, where it is not an attack: a match that was "bombarded", shares that "were shot down"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vidbiy.reading.annotation import Mark

__all__ = ["other_topic"]

# So many words of one other topic are no accident; of the reports with claims in our corpus none has more than two.
_FEWEST = 3


def other_topic(marks: Sequence[Mark]) -> str | None:
    """Return the topic (topics.toml) whose words outweigh the weapons of a document; None where none does."""
    topics = Counter(mark.value for mark in marks if mark.kind == "topic")
    if topics.total() < _FEWEST:
        return None
    weapons = sum(
        1
        for mark in marks
        if mark.kind == "weapon" and not (mark.attributes.get("weak") or mark.attributes.get("carrier"))
    )
    topic, words = topics.most_common(1)[0]
    return topic if words >= max(_FEWEST, weapons) else None
