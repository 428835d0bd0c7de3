"""Verbs left out: "У Гришиному пошкоджено 6 хат. У Білицькому – магазин", "у першому ангарі згоріло 12, у другому – шість"."""

from __future__ import annotations

from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.making import make
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["count_in_another", "elided_action", "keep_deed"]

_DASHES = frozenset({"—", "-", ":"})
_STRIKES = frozenset({"attack", "strike", "launch", "hit"})
# "Також у Білицькому –": so near its beginning a sentence without a verb names its place.
_OPENING = 3
# "в другому ангарі – шість": so many words may stand between such a place and the number.
_MOST_WORDS = 2


def elided_action(sentence: Sentence) -> Mark | None:
    """Return the verb of the sentence before, where this one has a place and a dash in its stead."""
    deed = sentence.discourse.deed
    if deed is None or sentence.actions or not 0 <= sentence.line.paragraph - sentence.discourse.deed_paragraph <= 1:
        return None
    if sentence.line.paragraph != sentence.discourse.deed_paragraph and not sentence.line.opens:
        return None
    place = next(iter(sentence.of_kind("place")), None)
    if place is None or place.first - sentence.first > _OPENING or place.last >= sentence.last:
        return None
    return deed if sentence.words[place.last] in _DASHES else None


def keep_deed(sentence: Sentence) -> None:
    """Keep the last verb that the sentence has counted by, for those behind it that leave theirs out."""
    if not sentence.actions:
        if sentence.assertions and elided_action(sentence) is not None:
            sentence.discourse.deed_paragraph = sentence.line.paragraph
        return
    sentence.discourse.struck |= any(action.value in _STRIKES for action in sentence.actions)
    done = [one.action for one in sentence.assertions if one.action is not None and one.action.first >= sentence.first]
    sentence.discourse.deed = max(done, key=lambda action: action.first, default=None)
    sentence.discourse.deed_paragraph = sentence.line.paragraph


def count_in_another(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read a number for the second of two places or speakers by the verb of the first: "у другому – шість"."""
    before = sentence.assertions[-1:]
    spoken = sentence.role_before(quantity.first, "spoken")
    dash = (quantity.first if spoken is None else spoken.first) - 1
    if not before or before[0].quantity is None or dash <= sentence.first or sentence.words[dash] not in _DASHES:
        return None
    if spoken is not None:
        other = sentence.before(dash, "source", "office")
        if other is None or other.first < before[0].last:
            return None  # "мер говорив про 5 поранених, а поліція – про 7"
        return make(sentence, "count.listed", quantity, before[0].measure, before[0].subject, None)
    near = range(quantity.first - 1 - _MOST_WORDS, quantity.first)
    if not any(mark.last in near and mark.first >= before[0].last for mark in sentence.of_role("another")):
        return None
    return make(sentence, "count.listed", quantity, before[0].measure, before[0].subject, before[0].action)
