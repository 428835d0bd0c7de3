"""Clauses of their own: what keeps a verb from a number that stands in the same sentence, but says something else."""

from __future__ import annotations

from vidbiy.reading.sentences.quantity import NAMED, Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = [
    "denied",
    "has_clause_between",
    "has_own_clause",
    "in_relative_clause",
    "is_beyond_but",
    "is_beyond_dash",
    "is_of_last",
    "lacks_other_service",
    "lacks_service",
    "only_is",
    "opens_the_next",
]

_DASHES = frozenset({"—", "-"})
_PARTING = frozenset({",", ";"})
_SITES = frozenset({"site", "object"})
# "никто не пострадал": so close stands the word that denies.
_DENIED_NEAR = 1
# "более 500 домов опять без отопления": so close stands the service that fails.
_SERVICE_NEAR = 3
# "без води – близько 300 абонентів": so near stands what they lack; so near, what they lack with it ("без світла й води").
_LACK_NEAR, _LACKED_TOGETHER = 2, 4


def denied(sentence: Sentence, action: Mark) -> bool:
    """Tell whether it happened to nobody and nothing: "семь человек вышли сами, никто не пострадал"."""
    if any(0 <= action.first - mark.last <= _DENIED_NEAR for mark in sentence.of_role("nobody")):
        return True
    return any(
        lack.first == action.last and not any(q.first == lack.last for q in sentence.quantities)
        for lack in sentence.actions
        if lack.attributes.get("lack")
    )


def has_own_clause(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the quantity is of a clause that the action is not of."""
    if action.first >= quantity.last:
        if _has_no_service(sentence, quantity) and not {",", ":", ";"}.isdisjoint(
            sentence.words[quantity.last : action.first]
        ):
            return True  # "без тепла 470 домов: ТЭЦ повреждена"
        return _labels_the_next(sentence, action) or _has_other_subject(sentence, quantity, action)
    parted = not _PARTING.isdisjoint(sentence.words[action.last : quantity.first])
    return parted and (only_is(sentence, quantity) or lacks_service(sentence, quantity))


def in_relative_clause(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a comma and "when", "which" stand before: "світло зникло, коли під землею були 63 гірники"."""
    begins = (mark.first for mark in sentence.of_role("relative") if mark.last <= quantity.first)
    return any(at > sentence.first and sentence.words[at - 1] == "," for at in begins)


def lacks_service(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether it is houses that a service has failed: "повреждена ТЭЦ, 500 домов без отопления"."""
    if quantity.cls not in _SITES:
        return False
    return any(
        0 <= service.first - quantity.last <= _SERVICE_NEAR and "," not in sentence.words[quantity.last : service.first]
        for service in sentence.of_kind("service")
    )


def _has_no_service(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether it is houses that a service named before them has failed: "без тепла остаются 470 домов"."""
    if quantity.cls not in _SITES:
        return False
    return any(0 <= quantity.first - service.last <= _SERVICE_NEAR for service in sentence.of_kind("service"))


def lacks_other_service(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether another service than power is what customers lack: "без опалення – 34 тис. абонентів".

    It may stand behind a bare number: "3,000 homes are without power and 1,700 without gas".
    """
    lack = sentence.at(quantity.last, "action") if quantity.noun is None else None
    if lack is not None and lack.value == "disrupt" and sentence.role(lack.first, "negation") is not None:
        return True
    services = [one for one in sentence.of_kind("service") if one.last <= quantity.first]
    if not services or quantity.first - services[-1].last > _LACK_NEAR:
        return False
    return not any(one.value == "service.power" for one in services if quantity.first - one.last <= _LACKED_TOGETHER)


def only_is(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether "there were" is all that is said of it: "сбиты две ракеты; БПЛА было 39"."""
    if sentence.pack.word_order:
        return False
    copulas = (aux for aux in sentence.of_role("aux") if sentence.at(aux.first, "qualifier") is None)  # not "уже"
    return any(quantity.first <= copula.first <= quantity.last for copula in copulas)


def _labels_the_next(sentence: Sentence, action: Mark) -> bool:
    """Tell whether the action opens an item that ends with its number: "на 17 локациях, падение обломков — на 12"."""
    words = sentence.words
    if action.first <= sentence.first or words[action.first - 1] != "," or action.last >= sentence.last:
        return False
    return words[action.last] == "—" and any(
        0 < number.first - action.last <= 2 for number in sentence.of_kind("number")
    )


def _has_other_subject(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether a thing without a number opens the clause of the action: "62 пасажири в укритті, вагони посікло"."""
    words = sentence.words
    comma = next((at for at in range(action.first - 1, quantity.last - 1, -1) if words[at] == ","), None)
    if comma is None or sentence.pack.word_order:
        return False
    opening = sentence.noun(comma + 1)
    return opening is not None and opening.last == action.first


def opens_the_next(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether a comma parts a number without a noun from a verb of the next clause: "Їх 92, у лікарнях половина"."""
    words = sentence.words[quantity.last : action.first]
    if sentence.pack.word_order or words[:1] != [","] or words.count(",") > 1:
        return False
    if len(words) == 1 and "," in sentence.words[sentence.first : quantity.first]:
        return False  # "решта, тобто шість, влучила"
    return not any(quantity.last < other.first < action.first for other in sentence.quantities)


def is_beyond_but(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the verb is of another number's clause: "405 drones were blown up, but 23 drones got past"."""
    if not sentence.pack.word_order:
        return False
    for mark in sentence.of_role("clause"):
        if quantity.last <= mark.first < action.first and any(
            mark.last <= other.first < action.first and other.form not in NAMED for other in sentence.quantities
        ):
            return True
    return False


def is_beyond_dash(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether a dash opens what the verb is of: "half a million left cold — and a man of 90 dead"."""
    words = sentence.words[quantity.last : action.first]
    if not sentence.pack.word_order or sum(word in _DASHES for word in words) != 1:
        return False
    dash = quantity.last + next(at for at, word in enumerate(words) if word in _DASHES)
    return any(dash < other.first < action.first and other.cls == quantity.cls for other in sentence.quantities)


def has_clause_between(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether a clause begins between the quantity and the verb behind it."""
    return any(quantity.last <= mark.first < action.first for mark in sentence.of_role("clause"))


def is_of_last(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether a clause speaks of the last of a list only: "415 drones, and 19 drones that strayed into Poland"."""
    last = sentence.lists[quantity.group][-1]
    if action.value != "leave":
        return False
    return quantity is not last and last.last <= action.first and sentence.role(last.last, "relative") is not None
