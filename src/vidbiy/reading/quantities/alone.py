"""Numbers that stand alone: whether a noun can be left out behind them ("41 збито", but not "ЗРК – 530")."""

from __future__ import annotations

from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence

__all__ = ["acts_next", "at_clock", "bare_allowed", "counts_people", "of_unknown", "says_all"]

_DASHES = ("—", "-")
_UNITS = ("%", "°", "$", "€")
_ENDING = frozenset(",.;:!?")


def of_unknown(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the number is of a thing that the lexicon does not know ("ЗРК – 530")."""
    at = quantity.first - 1
    if at <= sentence.line.first or sentence.tokens.words[at] not in _DASHES:
        return False
    known = any(mark.first < at <= mark.last for mark in sentence.marks)
    return sentence.tokens.words[at - 1][0].isalpha() and not known


def at_clock(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a time and a dash stand before the number ("на 6:00 — трое", "в 14:05 – о тринадцати")."""
    at = quantity.first - (1 if sentence.role_before(quantity.first, "spoken") is None else 2)
    if at <= sentence.line.first or sentence.tokens.words[at] not in _DASHES:
        return False
    finished = sentence.finish.get(at, ())
    if any(mark.number is not None and mark.number.kind == "clock" for mark in finished):
        return True
    # "пошкоджено шість шкіл, а від початку вторгнення – понад 140"
    return bool(sentence.assertions) and any(mark.kind == "time" for mark in finished)


def counts_people(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the number is of a form that only people are counted by ("двое", "п'ятеро")."""
    return not sentence.pack.people_numbers.isdisjoint(sentence.words[quantity.first : quantity.last])


def acts_next(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether an action stands right after a part without a noun ("three of them were shot down")."""
    return any(0 <= action.first - quantity.last <= 5 for action in sentence.actions) or any(
        0 <= quantity.first - action.last <= 2 for action in sentence.actions
    )


def bare_allowed(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number that stands alone can have a noun left out: no unknown word follows it."""
    at = quantity.last
    if at >= sentence.line.last:
        return True
    word = sentence.tokens.words[at]
    if word in _DASHES and at + 1 < sentence.line.last and sentence.tokens.words[at + 1][0].isalpha():
        at += 1  # "один — тяжко": what a dash adds must be known as well
    elif not word[0].isalnum():
        return word not in _UNITS
    more = sentence.role(at, "more")
    if more is not None and sentence.pack.capital_nouns and more.last < sentence.line.last:
        at = more.last if sentence.tokens.raw[more.last][0].isupper() else at  # "drei weitere Plätze"
    if sentence.role(at, "piece") is not None:
        return False  # "один під'їзд зруйновано"
    if sentence.pack.capital_nouns and _ends_clause(sentence, at):
        return True  # "an jenem Tag kamen 40 um"
    # Such a word is a noun, and nothing of ours: "22 воєнні злочини".
    return any(mark.kind != "ignore" for mark in sentence.begin.get(at, ()))


def _ends_clause(sentence: Sentence, token: int) -> bool:
    """Tell whether a word with a small letter, which is no noun, is the last of its clause."""
    behind = token + 1
    ends = behind >= sentence.line.last or sentence.tokens.words[behind] in _ENDING
    return ends and sentence.tokens.raw[token][0].islower()


def says_all(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the number says "both": they are those spoken of last."""
    found = sentence.pack.patterns.alone(sentence.words[quantity.first])
    return any(entry.kind == "role" and entry.value == "all" for _, entry in found)
