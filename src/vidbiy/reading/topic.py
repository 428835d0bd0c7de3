"""What a document is about, where it is not an attack: a match that was "bombarded", shares that "were shot down"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from vidbiy.reading.annotation import Mark

__all__ = ["other_topic"]

# So many words of one other topic are no accident; of the reports with claims in our corpus none has more than two.
_FEWEST = 3


def other_topic(marks: Iterable[Mark]) -> str | None:
    """Return the topic (topics.toml) whose words outweigh the weapons of a document; None where none does."""
    topics: Counter[str] = Counter()
    weapons = 0
    for mark in marks:
        if mark.kind == "topic":
            topics[mark.value] += 1
        elif mark.kind == "weapon" and not (mark.attributes.get("weak") or mark.attributes.get("carrier")):
            weapons += 1
    if not topics:
        return None
    topic, words = topics.most_common(1)[0]
    return topic if words >= max(_FEWEST, weapons) else None
