"""Services that failed: power, water, heat, transport, airports, with or without the number of those cut off."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.sentences.governing import Governor
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["find_services", "recount_customers"]

_RULE, _POWER = "service.disrupted", "service.power"
# A word of lack stands at its service ("without water"); a verb may stand at the other end of a clause ("airports in
# Warsaw, Lublin and Radom were closed").
_LACK_FAR, _VERB_FAR = 1.6, 7.0
# So close stand those who are cut off ("1,900 people are without light").
_CUSTOMERS_FAR = 5.0
# Homes may be without much else: "45,000 lost power, and 700 houses have no heating".
_HOMES_FAR = 3.5
_WORD, _LISTED, _COMMA, _BARRIER = 0.6, 0.2, 3.0, 8.0
# "без електро-, водо- і теплопостачання": what stands between services of one list.
_LIST_SIGNS = frozenset({",", "-"})
_LISTABLE = frozenset({"place", "service", "number"})
_HOMES = "site.residential"


def recount_customers(quantities: Sequence[Quantity], actions: Sequence[Mark], governor: Governor) -> None:
    """Make customers of the people, homes and bare numbers that a power cut governs ("1,900 people without light")."""
    cuts = [action for action in actions if action.value == "cut_power"]
    if not cuts:
        return
    for quantity in quantities:
        homes = quantity.cls == "site" and quantity.subject == _HOMES
        if not (quantity.cls in ("person", None) or homes) or quantity.action is not None:
            continue
        cut = min(governor.cost(cut, quantity.first, quantity.last) for cut in cuts)
        other = [
            a for a in actions if a.value != "cut_power" and (quantity.cls or "person") in a.attributes["measures"]
        ]
        nearer = any(governor.cost(action, quantity.first, quantity.last) < cut for action in other)
        if cut <= (_HOMES_FAR if homes else _CUSTOMERS_FAR) and not nearer:
            quantity.cls = quantity.subject = "customer"


def find_services(
    tokens: Tokens, marks: Sequence[Mark], line: Line, actions: Sequence[Mark], *, customers: bool
) -> list[Single]:
    """Return the services that the sentence says are disrupted; `customers`: it counts those without power."""
    services = [mark for mark in marks if mark.kind == "service"]
    disruptions = [one for one in actions if one.value in ("disrupt", "restore") and not _is_label(tokens, one)]
    cuts = [action for action in actions if action.value == "cut_power"]
    if not services and not cuts:
        return []
    weights = _weights(tokens, marks, line)
    found: list[Single] = []
    for service in services:
        single = _listed_after_cut(tokens, marks, service, cuts) or _disrupted(
            tokens, service, services, disruptions, weights, line
        )
        lacked = single is not None and single.action is not None and single.action.attributes.get("lack")
        if customers and lacked and service.value == _POWER:
            continue  # "9,000 customers without heat or power" are counted
        if single is not None and single.subject not in {other.subject for other in found}:
            found.append(single)
    if cuts and not customers and all(single.subject != _POWER for single in found):
        found.append(
            Single("service.power_cut", "disrupted", _POWER, 1, None, cuts[0].first, cuts[0].last, None, "cut")
        )
    return found


def _is_label(tokens: Tokens, action: Mark) -> bool:
    """Tell whether the word of lack is a label's: "trolleybus no. 1"."""
    behind = tokens.words[action.last : action.last + 2]
    return bool(action.attributes.get("lack")) and len(behind) > 1 and behind[0] == "." and behind[1].isdecimal()


def _weights(tokens: Tokens, marks: Sequence[Mark], line: Line) -> list[float]:
    """Return what it costs to cross each token of the sentence: little within lists of places and services."""
    words = tokens.words
    weights = [_WORD if words[at][0].isalnum() else _LISTED for at in range(line.first, line.last)]
    listed: set[int] = set()
    for mark in marks:
        if mark.kind == "report" or (mark.kind == "action" and mark.value not in ("disrupt", "restore", "cut_power")):
            weights[mark.first - line.first] = _BARRIER
        elif mark.kind in _LISTABLE or mark.kind in ("role", "time", "qualifier"):
            for at in range(mark.first, min(mark.last, line.last)):
                weights[at - line.first] = _LISTED
            if mark.kind in _LISTABLE:
                listed.update((mark.first - 1, mark.last))
    for at in range(line.first, line.last):
        if words[at] == ";":
            weights[at - line.first] = _BARRIER  # "trains are suspended; six buses run instead"
        elif words[at] == "," and at not in listed:
            weights[at - line.first] = _COMMA
    return weights


def _parted(tokens: Tokens, service: Mark, other: Mark) -> bool:
    """Tell whether a clause ends between two services: a comma with a word before it that is of neither."""
    first, last = sorted((service, other), key=lambda mark: mark.first)
    words = tokens.words[first.last : last.first]
    return "," in words and words.index(",") == 1 and words[0][0].isalpha()


def _disrupted(
    tokens: Tokens,
    service: Mark,
    services: Sequence[Mark],
    disruptions: Sequence[Mark],
    weights: list[float],
    line: Line,
) -> Single | None:
    """Return what the nearest verb or word of lack says of the service."""
    best: Mark | None = None
    lowest = _VERB_FAR
    for action in disruptions:
        first, last = (action.last, service.first) if action.last <= service.first else (service.last, action.first)
        cost = sum(weights[first - line.first : last - line.first])
        if any(other.first in range(first, last) and _parted(tokens, service, other) for other in services):
            cost += _BARRIER  # "с водой порядок, трамваи не ходят"
        limit = _LACK_FAR if action.attributes.get("lack") else _VERB_FAR
        if cost <= limit and cost < lowest:
            best, lowest = action, cost
    if best is None or best.value == "restore":
        return None
    return _single(service, best, best.attributes.get("effect"))


def _listed_after_cut(tokens: Tokens, marks: Sequence[Mark], service: Mark, cuts: Sequence[Mark]) -> Single | None:
    """Read the rest of "without light, water and heat": the first is a power cut, the others are listed with it."""
    for cut in cuts:
        if not cut.last <= service.first:
            continue
        between = set(range(cut.last, service.first))
        for mark in marks:
            if mark.kind in ("service", "role"):
                between.difference_update(range(mark.first, mark.last))
        if all(tokens.words[at] in _LIST_SIGNS for at in between):
            return _single(service, cut, "cut")
    return None


def _single(service: Mark, action: Mark, effect: str | None) -> Single:
    first, last = min(service.first, action.first), max(service.last, action.last)
    return Single(_RULE, "disrupted", service.value, 1, None, first, last, action, effect)
