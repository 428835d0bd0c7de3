"""Voice: on which side of a verb the things that it counts stand.

Where word order tells who did what, "12 houses were damaged by two drones" and "two drones damaged 12 houses" differ only
by the auxiliary. Language packs say so with ``word_order`` in their grammar. Where the verb comes last (``verbs_last``), a
participle before a comma has everything before it. Elsewhere only the lists of the pack that hold for one side tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["Voices", "verbs"]

# What it costs a thing to stand on the side where its verb does not look for it; FAR is about two such costs.
_WRONG_SIDE = 6.0
# Words between an auxiliary and its verb ("were either partly or completely destroyed").
_MOST_ADVERBS = 3
# What it costs to be counted by a word that reports as much as it acts ("recorded", "with"): any other verb comes first.
_WEAK = 3.0
# What ends a clause, so that a verb before it has no object behind it where verbs come last.
_CLAUSE_ENDS = frozenset({",", ";", ".", ")", "\n"})
# Weapons are what hits and what flies in or out; everything else that a verb counts is what it was done to.
_AGENTS = frozenset({("hit", "weapon"), ("leave", "weapon"), ("fly_in", "weapon"), ("last", "hour")})
_PATIENTS = frozenset({"weapon", "aircraft", "person", "site", "object", "customer"})


def verbs(actions: Sequence[Mark], marks: Sequence[Mark], pack: LanguagePack) -> Sequence[Mark]:
    """Return the actions of a sentence of these `marks` without those that only describe a thing: "fragments of downed drones".

    Such a participle stands between "of" or an article and its noun. Of people it says what happened ("a wounded man").
    """
    if not pack.word_order or not actions:
        return actions
    before = {mark.last for mark in marks if mark.kind == "article" or (mark.kind == "role" and mark.value == "of")}
    things = {mark.first for mark in marks if mark.kind in ("weapon", "site")}
    return [action for action in actions if not (action.first in before and action.last in things)]


class Voices:
    """The voice of the actions of one sentence."""

    def __init__(self, tokens: Tokens, marks: Sequence[Mark], actions: Sequence[Mark], pack: LanguagePack) -> None:
        self._word_order = pack.word_order
        self._passive = self._find_passive(marks, actions) if pack.word_order else frozenset()
        self._governed = {mark.last for mark in marks if mark.kind == "report" and mark.value == "pronouns"}
        self._final = _ending_clauses(tokens, marks, actions) if pack.verbs_last else frozenset()

    @staticmethod
    def _find_passive(marks: Sequence[Mark], actions: Sequence[Mark]) -> frozenset[int]:
        ends = {mark.last for mark in marks if mark.kind == "role" and mark.value == "aux"}
        if not ends:
            return frozenset()
        blocked = {
            mark.first for mark in marks if mark.kind in ("number", "action", "person", "site", "weapon", "noun")
        }
        named = {mark.last for mark in marks if mark.kind == "article"}  # "was a fire" is a noun
        return frozenset(
            action.first
            for action in actions
            if action.first not in named and _after_auxiliary(action.first, ends, blocked)
        )

    def is_passive(self, action: Mark) -> bool:
        """Tell whether `action` is a participle after an auxiliary ("were damaged")."""
        return action.first in self._passive

    def against(self, action: Mark, cls: str, side: str) -> float:
        """Return what it costs a thing of class `cls` to stand ``before`` or ``after`` `action`."""
        return (_WEAK if action.attributes.get("weak") else 0.0) + self._side(action, cls, side)

    def _side(self, action: Mark, cls: str, side: str) -> float:
        listed = action.attributes.get("side")
        if listed is not None:
            return _WRONG_SIDE if listed != side else 0.0
        if side == "after" and action.first in self._final:
            return _WRONG_SIDE
        return self._by_word_order(action, cls, side) if self._word_order else 0.0

    def _by_word_order(self, action: Mark, cls: str, side: str) -> float:
        """Return what it costs where the order of words tells subject from object."""
        if cls not in _PATIENTS:
            # "13 locations, debris at 26": where debris falls is said after it.
            return _WRONG_SIDE if action.value == "debris" and side == "before" else 0.0
        agent = (action.value, cls) in _AGENTS
        if self.is_passive(action) and action.value != "fly_in":
            return _WRONG_SIDE if side == ("before" if agent else "after") else 0.0
        if not agent and side == "before" and action.first in self._governed:
            return _WRONG_SIDE  # "counted 44 drones, which it destroyed": "it" is the subject, no drone
        return _WRONG_SIDE if agent and side == "after" else 0.0


def _ending_clauses(tokens: Tokens, marks: Sequence[Mark], actions: Sequence[Mark]) -> frozenset[int]:
    """Return the actions that end their clause, auxiliaries apart: "25 Drohnen habe man zerstört, 258 seien ..."."""
    skipped = {mark.first: mark.last for mark in marks if mark.kind == "role" and mark.value == "aux"}
    joining = {mark.first for mark in marks if mark.kind == "role" and mark.value in ("and", "or")}
    words, total = tokens.words, len(tokens)
    first, last = (marks[0].first, marks[-1].last) if marks else (0, 0)
    colon = max((at for at in range(first, last) if words[at] == ":"), default=0)
    found = set()
    for action in actions:
        at = action.last
        while at in skipped:
            at = skipped[at]
        if at < colon:
            continue  # "seien abgefeuert worden, sagte er: 38 Marschflugkörper"
        if at >= total or words[at] in _CLAUSE_ENDS or at in joining:
            found.add(action.first)
    return frozenset(found)


def _after_auxiliary(first: int, ends: set[int], blocked: set[int]) -> bool:
    """Tell whether an auxiliary stands before `first`, over adverbs at most."""
    for at in range(first, first - _MOST_ADVERBS - 1, -1):
        if at in ends:
            return True
        if at != first and at in blocked:
            return False
    return False
