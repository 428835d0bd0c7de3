"""Amounts: the bounds of a number from the words around it ("between five and six", "34 of 36", "at least", "or more")."""

from __future__ import annotations

from vidbiy.reading.quantities.dated import rises
from vidbiy.reading.quantities.labels import is_void
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["or_more", "qualify", "read_range", "read_whole", "read_whole_after_noun"]

_THOUSAND, _MILLION = 1000, 1_000_000
_DASHES = frozenset({"—", "-", "="})
_QUOTES = frozenset('"«»„“”')
_BOUNDS = frozenset({"at_least", "more_than", "up_to", "about", "exactly"})
# Behind a bound and before its number: "at least in four".
_PREPOSITIONS = frozenset({"locative", "spoken"})
_OPEN = ("at_least", "more_than")
# "six of Kyiv's ten": so many words may stand between "of" and the whole.
_MOST_STEPS = 4


def read_range(sentence: Sentence, quantity: Quantity) -> None:
    """Read "8–10", "between five and six", "від 5 до 6"."""
    at = quantity.last
    if at >= sentence.last:
        return
    word = sentence.words[at]
    tight = not sentence.tokens.blanks(at)
    second = sentence.at(at + 1, "number")
    if second is None or second.number is None or second.number.kind != "count":
        return
    between = sentence.qualifier_before(quantity.first, "range")
    if between is not None and word not in (",", ".") and not sentence.at(at, "void"):
        quantity.first = between.first
    elif not (word in _DASHES and tight) and not (
        word in sentence.pack.range_joints and not _starts_from(sentence, quantity)
    ):
        return
    high = second.number.high
    if high is None or quantity.low >= high:
        return
    if quantity.low < _THOUSAND <= high:
        # "from 60 to 65 thousand": the multiplier is said once.
        quantity.low *= _multiplier(high)
    quantity.high, quantity.last = high, second.last


def _starts_from(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the number is where a figure came from: "rose from two to four" is no range."""
    return sentence.role_before(quantity.first, "from", "since") is not None


def _multiplier(value: int) -> int:
    return _MILLION if value % _MILLION == 0 else _THOUSAND if value % _THOUSAND == 0 else 1


def read_whole(sentence: Sentence, quantity: Quantity) -> None:
    """Read "34 of 36", "Nineteen of at least 31", "six of Kyiv's ten"."""
    of = sentence.role(quantity.last, "of")
    if of is None:
        _read_ratio(sentence, quantity)
        return
    at, steps = of.last, 0
    while at < sentence.last and steps < _MOST_STEPS:
        whole = sentence.at(at, "number")
        if whole is not None and whole.number is not None:
            number = whole.number
            if number.kind == "count" and number.low >= quantity.low and not is_void(sentence, whole.last):
                quantity.of, quantity.last = number.low, whole.last
                start = of.last
                qualifier = sentence.before(whole.first, "qualifier")
                quantity.of_open = qualifier is not None and qualifier.value in _OPEN
                quantity.of_span = (qualifier.first if qualifier else start, whole.last)
            return
        if any(one.kind == "void" and one.value == "units" for one in sentence.begin.get(at, ())):
            return  # "в одній із громад четверо поранених"
        mark = sentence.at(at, "qualifier", "place", "role", "weapon")
        if mark is not None and mark.kind == "weapon" and mark.value != "weapon":
            return
        word = sentence.words[at]
        if not word[0].isalpha() and word != "'":
            return
        at = mark.last if mark is not None else at + 1
        steps += 1


def _read_ratio(sentence: Sentence, quantity: Quantity) -> None:
    """Read "59/70 Х-101": so many of so many, where weapons follow."""
    at = quantity.last
    whole = sentence.at(at + 1, "number") if at + 1 < sentence.last and sentence.words[at] == "/" else None
    if whole is None or whole.number is None or whole.number.low < quantity.low or quantity.noun is not None:
        return
    behind = whole.last
    while behind < sentence.last and sentence.words[behind] in _QUOTES:
        behind += 1
    if sentence.at(behind, "weapon") is not None:
        quantity.of, quantity.last = whole.number.low, whole.last


def read_whole_after_noun(sentence: Sentence, quantity: Quantity) -> None:
    """Read "38 Shaheds of 43", "15 ракет із 18": the whole stands behind the noun, and nothing of its own behind it."""
    at = quantity.last
    while at < sentence.last and sentence.words[at] in _QUOTES:
        at += 1
    of = sentence.role(at, "of")
    if of is None:
        return
    about = sentence.at(of.last, "qualifier")
    whole = sentence.at(of.last if about is None else about.last, "number")
    if whole is None or whole.number is None or whole.number.kind != "count":
        return
    if whole.number.low < quantity.low or not _ends_whole(sentence, quantity, whole.last):
        return
    quantity.of, quantity.of_span, quantity.last = whole.number.low, (of.last, whole.last), whole.last
    quantity.of_open = about is not None and about.value in _OPEN
    noun = sentence.noun(whole.last)
    if noun is not None and quantity.subject.startswith(noun.value):
        quantity.of_subject = noun.value


def _ends_whole(sentence: Sentence, quantity: Quantity, token: int) -> bool:
    """Tell whether the whole has no noun of another kind ("38 drones of two types" has)."""
    if token >= sentence.last or not sentence.words[token][0].isalnum():
        return True
    noun = sentence.noun(token)
    if noun is not None:
        return quantity.noun is not None and noun.kind == quantity.noun.kind
    return sentence.role(token, "and", "or") is not None or sentence.at(token, "action") is not None


def _rises_next(sentence: Sentence, token: int) -> bool:
    """Tell whether the verb of growth stands right behind the number: "Do trzech wzrosła liczba ofiar"."""
    return any(token <= mark.first <= token + 1 for mark in sentence.of_role("rise"))


def qualify(sentence: Sentence, quantity: Quantity) -> None:
    """Apply what stands before ("at least", "up to", "about") and after ("or more") the number."""
    at = quantity.first
    for _ in range(3):
        mark = sentence.before(at, "qualifier")
        if mark is not None and mark.value == "or_more" and mark.first > sentence.first:
            quantity.high, at = None, mark.first  # "шесть погибших и больше девяти часов тревоги"
            break
        if mark is None or mark.value not in _BOUNDS:
            break
        if mark.value == "up_to" and _is_up_to(sentence, mark):
            break
        if mark.value == "up_to" and (rises(sentence, mark.first) or _rises_next(sentence, quantity.last)):
            break
        _bound(quantity, mark.value)
        at = mark.first
    if at > sentence.first and sentence.words[at - 1] == ">":
        quantity.high, at = None, at - 1
    quantity.first = at
    _qualify_place(sentence, quantity)
    or_more(sentence, quantity)


def _is_up_to(sentence: Sentence, bound: Mark) -> bool:
    """Tell whether a figure has risen to the number: "the count was up to 23"."""
    aux = sentence.role_before(bound.first, "aux")
    return aux is not None and sentence.role_before(aux.first, "figure") is not None


def _qualify_place(sentence: Sentence, quantity: Quantity) -> None:
    """Apply a bound that stands before the preposition: "щонайменше у чотирьох районах", "щонайменше про три влучання"."""
    preposition = next((mark for mark in sentence.finish.get(quantity.first, ()) if mark.value in _PREPOSITIONS), None)
    if preposition is not None and any(
        sentence.qualifier_before(preposition.first, value) is not None for value in ("at_least", "more_than")
    ):
        quantity.high = None


def or_more(sentence: Sentence, quantity: Quantity) -> None:
    """Apply "or more", behind the number or behind its noun ("7 годин із гаком")."""
    after = sentence.qualifier(quantity.last, "or_more")
    if after is not None and (quantity.noun is None or _clause_ends(sentence, after.last)):
        quantity.high, quantity.last = None, after.last


def _clause_ends(sentence: Sentence, token: int) -> bool:
    """Tell whether nothing follows in the clause; "four damaged plants and more than 20 substations" goes on."""
    return token >= sentence.last or not sentence.words[token][0].isalnum()


def _bound(quantity: Quantity, qualifier: str) -> None:
    if qualifier in _OPEN:
        quantity.high = None
    elif qualifier == "up_to" and quantity.high is not None:
        quantity.low = 0
    elif qualifier == "about":
        quantity.approx = True
