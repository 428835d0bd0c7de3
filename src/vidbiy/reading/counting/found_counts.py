"""The quantities of a sentence with the verbs that may count them, before any is read."""

from __future__ import annotations

from itertools import pairwise

from vidbiy.reading.quantities.alone import bare_allowed
from vidbiy.reading.quantities.lists import link_lists
from vidbiy.reading.quantities.pairs import settle_pairs
from vidbiy.reading.quantities.quantities import find_quantities, fold_wholes
from vidbiy.reading.sentences.actions import join_actions, settle_actions, with_joined
from vidbiy.reading.sentences.clauses import in_relative_clause
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.voice import verbs
from vidbiy.reading.things.services import recount_customers

__all__ = ["find_counts"]

# What an adjective alone may stand for.
_ELIDED = frozenset({"site", "object", "train"})


def find_counts(sentence: Sentence) -> None:
    """Find the verbs of the sentence and its quantities, in their lists."""
    tokens, marks, pack = sentence.tokens, sentence.marks, sentence.pack
    actions = verbs(sentence.of_kind("action"), marks, pack)
    joined = join_actions(tokens, actions, marks)
    quantities = sentence.quantities = find_quantities(sentence.with_marks(with_joined(marks, actions, joined)))
    sentence.actions = settle_actions(tokens, joined, marks)
    if not quantities:
        return
    _settle_number(sentence)
    _settle_adjectives(sentence)
    told = [told.quantity for told in sentence.discourse.last if told.quantity is not None]
    settle_pairs(marks, quantities, told)
    link_lists(sentence)
    recount_customers(
        [one for one in quantities if _may_be_customers(sentence, one)], sentence.actions, sentence.governor
    )
    sentence.folded = fold_wholes(sentence, quantities)


def _may_be_customers(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether no unknown noun says that the number is of others: "120 установ", but "1489 побутових"."""
    if quantity.cls == "person":
        return not (in_relative_clause(sentence, quantity) or _lost_elsewhere(sentence, quantity))
    if quantity.cls is not None or bare_allowed(sentence, quantity):
        return True
    return bool(sentence.words[quantity.last].endswith(sentence.pack.plural_adjectives))


def _lost_elsewhere(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the power went in a clause behind: "1,050 miners were underground when the pit lost power"."""
    cut = next((one for one in sentence.actions if one.value == "cut_power" and one.first >= quantity.last), None)
    if cut is None or not sentence.pack.word_order:
        return False
    return any(quantity.last <= mark.first < cut.first for mark in sentence.of_role("clause"))


def _settle_number(sentence: Sentence) -> None:
    """Part "one" from a plural that only stands behind it: "одного медики госпитализировали"."""
    if sentence.pack.articles:
        return
    for quantity in sentence.quantities:
        noun = quantity.noun
        if noun is None or noun.kind != "person" or not quantity.low == quantity.high == 1:
            continue
        if noun.first == quantity.first + 1 and sentence.pack.is_plural(sentence.words[noun.first]):
            quantity.cls, quantity.subject, quantity.form, quantity.noun = None, "", "bare", None
            quantity.last = noun.first


def _settle_adjectives(sentence: Sentence) -> None:
    """Give a number with an adjective alone the noun before: "три многоквартирных дома, два частных"."""
    words = sentence.words
    for before, quantity in pairwise(sentence.quantities):
        at = quantity.last
        if quantity.cls is not None or before.noun is None or before.cls not in _ELIDED:
            continue
        if at in sentence.begin or at >= len(words):
            continue
        closes = at + 1 >= len(words) or words[at + 1] in (",", ".", ";", "—")
        if closes and words[at].endswith(sentence.pack.plural_adjectives):
            quantity.count_like(before)
            quantity.form, quantity.last = "counted", at + 1
