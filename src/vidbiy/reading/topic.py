"""What a document is about, where it is not an attack: a match that was "bombarded", shares that "were shot down"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vidbiy.reading.annotation import Mark

__all__ = ["other_topic", "tells_of_no_attack"]

# So many words of one other topic are no accident; of the reports with claims in our corpus none has more than two.
_FEWEST = 3
# The topic that the reports themselves are of.
WAR = "war"
# Of texts of so many tokens in our corpus that name none of these, none has a claim.
_STORY = 70
_REPORTING = frozenset({"source", "office", "metonym", "front"})


def other_topic(marks: Sequence[Mark]) -> str | None:
    """Return the topic (topics.toml) whose words outweigh the weapons of a document; None where none does."""
    named = [mark for mark in marks if mark.kind == "topic" and mark.value != WAR]
    if not named:
        return None
    weapons = sum(
        1
        for mark in marks
        if mark.kind == "weapon" and not (mark.attributes.get("weak") or mark.attributes.get("carrier"))
    )
    decisive = next((mark.value for mark in named if mark.attributes.get("decisive")), None)
    if decisive is not None and not weapons:
        return decisive
    topic, words = Counter(mark.value for mark in named).most_common(1)[0]
    return topic if words >= max(_FEWEST, weapons) else None


def tells_of_no_attack(marks: Sequence[Mark], words: int) -> bool:
    """Tell whether a text of so many tokens is no report: it names no weapon, no body that reports, and no war.

    A few sentences about an attack may do without all three; a story of this length does not.
    """
    if words < _STORY:
        return False
    return not any(
        mark.kind in _REPORTING
        or (mark.kind == "topic" and mark.value == WAR)
        or (mark.kind == "weapon" and not mark.attributes.get("weak"))
        for mark in marks
    )
