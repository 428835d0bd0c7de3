"""An attribution: who is named as saying something, and which of a sentence's speakers says what.

"Twelve died, the mayor said; the police speak of ten": twelve are the mayor's, ten the police's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Attribution", "Voices"]


@dataclass(slots=True)
class Attribution:
    """A speaker's id, the tokens [first, last) that name it, and [start, end) with its verb."""

    speaker: str | None
    first: int
    last: int
    start: int
    end: int
    tail: bool = False  # it stands after what it said
    person: bool = False  # somebody by name or office, whom "he" or "she" may mean
    place: str | None = None  # the place that the word of a speaker without an id is about


@dataclass(slots=True)
class Voices:
    """Who says what in one sentence: its own attributions, else whoever still speaks."""

    named: tuple[Attribution, ...] = ()
    kept: Attribution | None = None
    words: Sequence[str] = ()

    @property
    def last(self) -> Attribution | None:
        """The speaker that a following "he added" means."""
        return self.named[-1] if self.named else self.kept

    def of(self, first: int) -> Attribution | None:
        """Return who says what stands at token `first`; None where the document says it itself."""
        if len(self.named) <= 1:
            return self.last
        before = [one for one in self.named if one.end <= first]
        after = [one for one in self.named if one.start > first]
        if not before or not after:
            return before[-1] if before else after[0] if after else self.named[0]
        left, right = before[-1], after[0]
        if ";" in self.words[left.end : first]:
            return right
        if ";" in self.words[first : right.start] or not right.tail:
            return left
        return right if left.tail or right.start - first < first - left.end else left
