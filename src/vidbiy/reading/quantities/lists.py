"""Lists: which quantities stand in one list ("539 drones and 11 missiles") and so share a verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from vidbiy.reading.sentences.quantity import NAMED, Quantity
from vidbiy.reading.sentences.sentence import Sentence

__all__ = ["link_lists"]

# Roles that end a list, and those of a verb.
_PARTING = ("relative", "clause", "of_them")
_VERBAL = ("aux", "perfect")
_ENDERS = frozenset(".!?")
# So many words may stand between two items.
_MOST_WORDS = 7
_FEWEST = 2


def link_lists(sentence: Sentence) -> None:
    """Give the quantities of one list ("539 drones and 11 missiles") one group number.

    In a language of word order an auxiliary parts lists too: the verb of what stands before it has begun.
    """
    quantities = sentence.quantities
    if len(quantities) < _FEWEST:
        for quantity in quantities:
            quantity.group = 0
        sentence.lists = [quantities]
        return
    joints = _Joints(sentence)
    group, closed = 0, False
    quantities[0].group = 0
    lists = [quantities[:1]]
    listed: set[str] = set()
    for before, quantity in pairwise(quantities):
        listed.add(before.subject)
        joined = not joints.joining.isdisjoint(range(before.last, quantity.first))
        # An "and" closes a list, and a list names each thing once: "515 drones and 26 missiles, 11 missiles got through".
        anew = (closed and not joined and quantity.subject in listed) or _has_clause(sentence, before, quantity)
        if anew or not joints.link(before, quantity):
            group += 1
            listed.clear()
            closed = False
            lists.append([])
        else:
            closed |= joined
        quantity.group = group
        lists[group].append(quantity)
    sentence.lists = lists


class _Joints:
    """What joins and what parts the quantities of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._words = sentence.words
        parting = _PARTING + _VERBAL if sentence.pack.word_order else _PARTING
        joints = [mark for value in ("and", "or", "include") for mark in sentence.of_role(value)]
        actions = sentence.of_kind("action")
        self.joining = {mark.first for mark in joints}
        self._ands = {mark.first for value in ("and", "or") for mark in sentence.of_role(value)}
        self._after_joint = {mark.last for mark in joints}
        self._acting = {mark.first for mark in actions}
        where = [*sentence.of_kind("place"), *sentence.of_kind("anaphor"), *sentence.of_role("locative")]
        where += sentence.of_role("of_them")  # "137 of which were shot down"
        self._places = {mark.first: mark.last for mark in where}
        # Things named without a number are items too: "пять домов, кафе и здание суда, 10 машин".
        self._ordered = sentence.pack.word_order
        self._things = {at for mark in sentence.of_kind("site") for at in range(mark.first, mark.last)}
        self._ended = {mark.last for mark in actions}
        self._barriers = {mark.first for mark in sentence.of_kind("report")} | self._acting
        self._barriers.update(mark.first for value in parting for mark in sentence.of_role(value))

    def link(self, before: Quantity, quantity: Quantity) -> bool:
        """Tell whether the two stand in one list."""
        return (
            self._are_linked(before, quantity) and self._is_item(quantity) and not self._acts_itself(before, quantity)
        )

    def _acts_itself(self, before: Quantity, quantity: Quantity) -> bool:
        """Tell whether a named thing behind a list with a verb has its own: "downed 24 Kh-101, and the Kh-59 missed"."""
        if quantity.form not in NAMED or quantity.last not in self._acting or not self._ordered:
            return False
        return any(at < before.first for at in self._acting)

    def _is_item(self, quantity: Quantity) -> bool:
        """Tell whether a thing without a number stands behind a comma or "and", as an item of a list does."""
        if quantity.form not in NAMED or quantity.first in self._after_joint:
            return True
        word = self._words[quantity.first - 1]
        return word == "," or (word == ";" and quantity.form == "implied")

    def _acts_after(self, quantity: Quantity) -> bool:
        """Tell whether an action stands right after the number, where it was and an auxiliary apart."""
        at = quantity.last
        while at in self._places:
            at = self._places[at]
        if at in self._ands and at + 1 in self._acting:
            return False  # "destroyed 2 barns, 1 tractor and damaged 12 homes"
        return not self._acting.isdisjoint(range(at, at + 3))

    def _are_linked(self, before: Quantity, quantity: Quantity) -> bool:
        if quantity.first <= before.last:
            return True
        if not self._barriers.isdisjoint(range(before.last, quantity.first)):
            return False
        words = self._words[before.last : quantity.first]
        if not _ENDERS.isdisjoint(words) or self._has_own_verb(before, quantity, words):
            return False
        if before.part and ";" in words:
            return False  # "збито 112, з них 48 ракет; ще 68 не досягли цілей"
        if quantity.action is not None and words.count(")") > words.count("("):
            return False  # "22 killed (three girls and one boy) and 57 injured"
        named = sum(1 for at in range(before.last, quantity.first) if at in self._things)
        return sum(1 for word in words if word[0].isalpha()) - named <= _MOST_WORDS

    def _has_own_verb(self, before: Quantity, quantity: Quantity, words: Sequence[str]) -> bool:
        """Tell whether the second of two quantities has a verb of its own right behind it."""
        if quantity.cls is None:
            if before.cls is not None and self._acts_after(quantity):
                return True  # "104 drones; 63 were shot down": the second number has a noun left out
        elif "," in words and (before.first in self._ended or self._is_closed(before)) and self._acts_after(quantity):
            return True  # "killed two people, another eight were taken to hospital"
        return ";" in words and quantity.last in self._acting  # "a fire in a block; four cars burnt out"

    def _is_closed(self, before: Quantity) -> bool:
        """Tell whether an "and" closes the list of a verb before it: "ранены медсестра и двое больных, …"."""
        closed = before.cls == "person" and before.first - 1 in self._ands and not self._ordered
        return closed and any(at < before.first for at in self._acting)


def _has_clause(sentence: Sentence, before: Quantity, quantity: Quantity) -> bool:
    """Tell whether a number without a noun begins a clause ("девять раненых, двое находятся в больнице")."""
    return quantity.cls is None and before.cls is not None and sentence.role(quantity.last, "aux") is not None
