"""Company: things of one list share its verb ("пошкоджено шість хат, магазин, трактор")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["Company"]

# So many unknown words may describe an item of a list ("медичний заклад, дві крамниці та напівзруйнований сільський клуб").
_MOST_MODIFIERS = 3
_DASHES = frozenset({"—", "-"})
# "в селе Звановое Глушковского района": so many words may one name of a place have.
_LONGEST_NAME = 3
# What opens the list of those who were just counted.
_OPENERS = frozenset({":", "—"})
_QUOTES = frozenset('"«»„“”()')


class Company:
    """The things of one sentence whose action is known, and what stands next to them in a list."""

    def __init__(
        self, tokens: Tokens, begin: Mapping[int, Sequence[Mark]], counted: Iterable[tuple[int, int, str | None, Mark]]
    ) -> None:
        """Begin with what was counted: its first and last token, its class, its action."""
        self._tokens = tokens
        self._begin = begin
        self._counted = list(counted)
        self._items = {last: action for _, last, _, action in self._counted}

    @property
    def is_alone(self) -> bool:
        """Tell whether nothing was counted."""
        return not self._counted

    def join(self, mark: Mark, action: Mark) -> None:
        """Add a thing with its action."""
        self._items[mark.last] = action

    def action_of(self, mark: Mark, cls: str) -> Mark | None:
        """Return the action of the thing before `mark` in a list, where it can count things of class `cls`.

        People who are named one after the other have verbs of their own more often than a common one.
        """
        if cls == "person":
            return None
        at, modifiers, parted = mark.first - 1, 0, False
        while at >= 0 and modifiers <= _MOST_MODIFIERS:
            action = self._items.get(at + 1)
            if action is not None and parted:
                return action if cls in action.attributes["measures"] else None
            word = self._tokens.words[at]
            if word.isdigit() and self._tokens.words[at - 1] == "№":
                at -= 1  # "школу № 4, дитячий садок"
            elif word == "," or self._is_and(at):
                parted = True
            elif word in _QUOTES or (not parted and self._is_place(at)):
                pass
            elif parted or not self._describes(at):
                return None
            else:
                modifiers += 1
            at -= 1
        return None

    def _is_place(self, at: int) -> bool:
        """Tell whether a dash, a place or what stands before one is at `at`: "зруйновано хату, у Ніжині — церкву"."""
        if self._tokens.words[at] in _DASHES:
            return True
        return any(
            (mark.kind == "place" and at < mark.last)
            or (mark.kind == "role" and mark.value == "locative" and first == at)
            for first in range(max(at - _LONGEST_NAME + 1, 0), at + 1)
            for mark in self._begin.get(first, ())
        )

    def _is_and(self, at: int) -> bool:
        return any(mark.kind == "role" and mark.value == "and" for mark in self._begin.get(at, ()))

    def _describes(self, at: int) -> bool:
        marks = self._begin.get(at, ())
        return self._tokens.words[at][0].isalpha() and all(mark.kind in ("ignore", "qualifier") for mark in marks)

    def has_counted(self, action: Mark, mark: Mark) -> bool:
        """Tell whether the action has counted people before `mark`: who is named behind them is among them."""
        return any(
            cls == "person" and last <= mark.first and (other is action or self._spells_out(last, mark, other, action))
            for _, last, cls, other in self._counted
        )

    def _spells_out(self, last: int, mark: Mark, counted: Mark, action: Mark) -> bool:
        """Tell whether a colon or a dash opens the list of those counted ("пострадали двое: женщине и её сыну …")."""
        words = self._tokens.words[last : mark.first]
        return counted.value == action.value and not _OPENERS.isdisjoint(words)
