"""What a document is about, where it is not an attack: a match that was "bombarded", shares that "were shot down"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vidbiy.reading.words.annotation import Mark

__all__ = ["other_topic", "tells_of_no_attack"]

# So many words of one other topic are no accident; of the reports with claims in our corpus none has more than two.
_FEWEST = 3
# The topic that the reports themselves are of.
WAR = "war"
# Of texts of so many tokens in our corpus that name fewer than so many of these, none has a claim.
_STORY, _ENOUGH = 70, 2
# Offices and capitals that speak; of sources, those that anybody may be count for nothing.
_SPEAKING = frozenset({"office", "metonym"})
_ANYBODY = frozenset({"officials", "media", "witnesses"})


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


def tells_of_no_attack(marks: Sequence[Mark], words: int, title: Sequence[Mark] = ()) -> bool:
    """Tell whether a text of so many tokens is no report: hardly a weapon, a place or a body of the war is named.

    A mill that "exploded like a bomb" in a story that thinks of Kharkiv is no attack. A few sentences may do without
    all of them; a story of this length does not. ``title`` are the marks of the document's title.
    """
    if words < _STORY:
        return False
    fought = sum(1 for mark in marks if _is_of_war(mark))
    spoken = sum(1 for mark in marks if mark.kind in _SPEAKING)
    sources = [mark.value for mark in marks if mark.kind == "source"]
    if not (sources or fought or spoken):
        return True
    named = not _ANYBODY.issuperset(sources)
    places = {mark.value for mark in (*marks, *title) if mark.kind == "place" and "-" in mark.value}
    return not (named or fought >= _ENOUGH or spoken >= _ENOUGH or len(places) >= _ENOUGH)


def _is_of_war(mark: Mark) -> bool:
    """Tell whether the mark is a weapon, a word of the war or of the front."""
    if mark.kind == "weapon":
        return not mark.attributes.get("weak")
    return mark.kind == "front" or (mark.kind == "topic" and mark.value == WAR)
