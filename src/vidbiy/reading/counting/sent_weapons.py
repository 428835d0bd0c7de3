"""Weapons that are counted without a verb, where the sentence tells by itself that they were sent."""

from __future__ import annotations

from vidbiy.reading.counting.figures import is_only_spoken_of
from vidbiy.reading.counting.governed import governing_action
from vidbiy.reading.counting.may_govern import is_parted
from vidbiy.reading.counting.presented import opens_tally
from vidbiy.reading.quantities.totals import is_total, opens_with
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.remembering import WEAPON_COUNTERS
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["HARMS", "announced", "names_night", "reported_weapons", "sizes_attack", "stopped_next", "what_strikes"]

HARMS = frozenset({"ruin", "damage"})
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
_STOPPED_NEAR = 1.5
# "440 drones and 32 missiles in one night.": so near stands the night, and what closes the sentence.
_NIGHT_NEAR, _CLOSING = 4, frozenset(".!,;")


def names_night(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a sentence is but weapons and their night: "440 drones and 32 missiles in one night."."""
    listed = sentence.lists[quantity.group]
    if listed[0].first != sentence.first or sentence.actions or quantity.low <= 1 or quantity.part:
        return False
    behind = range(listed[-1].last, listed[-1].last + _NIGHT_NEAR)
    nights = [mark for mark in sentence.of_kind("time") if mark.value == "night" and mark.first in behind]
    return any(mark.last >= sentence.last or sentence.words[mark.last] in _CLOSING for mark in nights)


def sizes_attack(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a colon presents all that an attack or a night was of: "The biggest yet: 810 drones, 13 missiles."."""
    listed, words = sentence.lists[quantity.group], sentence.words
    first, last = listed[0], listed[-1]
    if quantity.low <= 1 or quantity.part or first.first <= sentence.first or words[first.first - 1] != ":":
        return False
    if not sentence.pack.word_order:
        return False
    if any("weapon" in action.attributes["measures"] for action in sentence.actions):
        return False
    if last.last < sentence.last and words[last.last] not in _CLOSING and not sentence.role(last.last, "relative"):
        return False
    head = [mark for value in ("alarm", "record") for mark in sentence.of_role(value)]
    head += [mark for mark in sentence.of_kind("time") if mark.value == "night"]
    head += [mark for mark in sentence.of_kind("void") if mark.value == "superlative"]
    return any(mark.last < first.first for mark in head) and len(listed) > 1


def what_strikes(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return the verb of the damage that weapons did: "дві ракети зруйнували гуртожиток" are two that hit."""
    for action in sentence.actions:
        if action.value in HARMS and action.first >= quantity.last and not sentence.voices.is_passive(action):
            near = sentence.governor.cost(action, quantity.first, quantity.last) < _STOPPED_NEAR
            return action if near else None
    return None


def reported_weapons(sentence: Sentence) -> bool:
    """Tell whether one who counts weapons gives figures without a verb: "Air force: 389 drones, two Kh-31P"."""
    first = sentence.quantities[0].first
    if any("weapon" in action.attributes["measures"] and action.first < first for action in sentence.actions):
        return False
    if sentence.of_role("command"):
        return False
    if opens_tally(sentence, first):
        return True
    if sentence.discourse.counter_paragraph == sentence.line.paragraph:
        return not any("weapon" in action.attributes["measures"] for action in sentence.actions)
    counters = [mark for mark in sentence.of_kind("source") if mark.value in WEAPON_COUNTERS]
    return bool(counters) and not any(_is_command(sentence, mark) for mark in counters)


def _is_command(sentence: Sentence, source: Mark) -> bool:
    """Tell whether the source is a regional command ("Air Command South"), which counts what it shot down."""
    words = sentence.tokens.words[source.first : source.last]
    found = [entry for word in words for _, entry in sentence.pack.patterns.alone(word)]
    return any(entry.kind == "role" and entry.value == "command" for entry in found)


def announced(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether somebody only speaks of so many weapons ("sprach von 93 Raketen und 200 Drohnen")."""
    for action in sentence.actions:
        between = sorted((quantity.last, action.first))
        if "weapon" in action.attributes["measures"] and not is_parted(sentence, *between):
            return False
    return is_only_spoken_of(
        sentence, min((q for q in sentence.quantities if q.group == quantity.group), key=lambda q: q.first)
    )


def stopped_next(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number behind it says how many of these were stopped ("«Кинджали»: три, один збитий").

    One such number may stand behind a whole list: "Х-101 (77), «Калібри» (28) — разом 115, збито 99".
    """
    following = sentence.quantities[sentence.quantities.index(quantity) + 1 :]
    for other in following:
        if opens_with(sentence, other, "more"):
            return False  # "219 of the targets, while a further 184": two parts of one whole
        if other.cls is None and not is_total(sentence, other):
            action, cost = governing_action(sentence, other, "weapon")
            return action is not None and cost < _STOPPED_NEAR and action.value in _STOPS
        if other.cls != quantity.cls and not is_total(sentence, other):
            return False
    return False
