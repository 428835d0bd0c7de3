"""How a count is put: one of several ("одна з урятованих"), a size ("на 12 квартир"), a subject by its case ("дві ракети")."""

from __future__ import annotations

from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["is_of_several", "is_one_of", "is_size", "stands_apart", "struck_itself"]


def is_one_of(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether it is one of several: "одна з врятованих", "одній із підстанцій"."""
    return quantity.low == quantity.high == 1 and is_of_several(sentence, quantity)


def is_of_several(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether "of" stands between the number and its noun: "450 з названих БпЛА"."""
    end = quantity.last if quantity.noun is None else quantity.noun.first
    return any(quantity.first < mark.first < end for mark in sentence.of_role("of"))


def stands_apart(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the verb is of another clause, or only names those of whom it is one."""
    if action.first < quantity.last and action.last > quantity.first:
        return True
    low, high = sorted((quantity.first, action.first))
    return sentence.words[low:high].count(",") % 2 == 1  # two commas enclose an insertion


def is_size(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether so many flats are the size of the house before: "будинок на дванадцять квартир"."""
    if quantity.noun is None or not quantity.noun.attributes.get("flat"):
        return False
    of = sentence.role_before(quantity.first, "toward")
    return of is not None and sentence.before(of.first, "site") is not None


def struck_itself(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell by its case that the weapon is what struck: "вдарили три ракети", but "вдарили трьома ракетами"."""
    pack, noun = sentence.pack, quantity.noun
    if noun is None or sentence.words[action.first] not in pack.striking_verbs or quantity.form != "counted":
        return False
    counted = sentence.words[quantity.first : noun.last]
    return not any(word.endswith((*pack.means_plural, *pack.means)) for word in counted)
