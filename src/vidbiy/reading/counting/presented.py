"""Weapons that a strike is presented with: "один із найбільших ударів: 120 ракет", "Масований удар. 93 ракети"."""

from __future__ import annotations

from vidbiy.reading.sentences.sentence import Sentence

__all__ = ["are_presented", "opens_tally"]

_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
_HARMS = frozenset({"ruin", "damage"})
# What may stand between a sentence and the figures that it presents.
_PRESENTING = frozenset({":", "—", "-"})
# So near its beginning a sentence counts what was sent ("Майже 200 дронів").
_OPENING = 3


def are_presented(sentence: Sentence) -> bool:
    """Tell whether a colon presents the weapons of a strike: "один із найбільших ударів: 120 ракет", "Удари: КАБ – 11"."""
    stems = sentence.pack.strike_stems
    first = next((one for one in sentence.quantities if one.cls == "weapon"), None)
    if not stems or first is None:
        return False
    colon = next((at for at in range(first.first - 1, sentence.first, -1) if sentence.words[at] in _PRESENTING), None)
    if colon is None or sentence.words[colon] != ":" or not _follows_at_once(sentence, colon, first.first):
        return False
    if any(action.value in _STOPS or action.value in _HARMS for action in sentence.actions if action.first < colon):
        return False
    return any(word.startswith(stems) for word in sentence.words[sentence.first : colon])


def _follows_at_once(sentence: Sentence, colon: int, first: int) -> bool:
    """Tell whether only words known as modifiers stand between the colon and the number."""
    return all(sentence.begin.get(at) or not sentence.words[at][0].isalpha() for at in range(colon + 1, first))


def opens_tally(sentence: Sentence, first: int) -> bool:
    """Tell whether who counts weapons gives them behind the strike: "Масований удар. 93 ракети, майже 200 дронів."."""
    discourse = sentence.discourse
    if not (discourse.counter and discourse.struck) or discourse.weapon_measure is not None or sentence.actions:
        return False
    return first - sentence.first <= _OPENING
