"""The names of speakers in a sentence, its marks of saying, and how well one of each go together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = [
    "CONTENT",
    "COUNTING",
    "NAMES",
    "about",
    "cost",
    "is_local",
    "names_anyone",
    "names_of",
    "paired",
    "reports_of",
    "said_at_last",
    "with_auxiliary",
]

# What a sentence tells of, beside who says it.
CONTENT = frozenset({"number", "action", "weapon", "site", "person"})
# A story that tells what these did tells what they said; nobody else counts it.
COUNTING = frozenset({"ua-air-force", "ua-general-staff", "ru-mod", "ukrenergo"})
# A source and its verb stand within this many tokens of each other.
_REACH = 12
# The parts of one name ("Oleh Kiper, governor of the Odesa region") stand within this many tokens.
_NAME_GAP = 3
# "Moscow said", "Russia claims": a capital speaks only right before its verb.
_METONYM_GAP = 2
# Whom something is told, or where it is written, is named like who tells it ("he told reporters").
_HEARERS = frozenset({"media", "witnesses"})
_HEARER, _ACCORDING_AFTER, _VERB_FIRST = 6.0, 20.0, 0.5
# Heads of cities and regions, by the beginnings of their ids: where they are named beside a figure, it is theirs.
_LOCAL = ("oma-", "gov-", "mayor-", "kyiv-")
NAMES = frozenset({"source", "office", "metonym"})


def names_anyone(marks: Sequence[Mark]) -> bool:
    """Tell whether a sentence names anyone who could speak; most name nobody, and cost no more than this."""
    return any(mark.kind in NAMES for mark in marks)


def said_at_last(line: Line, marks: Sequence[Mark]) -> bool:
    """Tell whether a pronoun stands by an auxiliary whose verb of saying ends the line: "Mittags hatte er zwei genannt"."""
    verbs = [mark for mark in marks if mark.kind == "report" and mark.value == "verbs"]
    if not verbs or line.last - verbs[-1].last > 1:
        return False
    perfect = {at for mark in marks if mark.value == "perfect" for at in (mark.first - 1, mark.last)}
    return any(mark.first in perfect for mark in marks if mark.kind == "report" and mark.value == "pronouns")


def reports_of(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks of saying; "das teilte", "taką informację" where a sentence has no other: its verb may be unknown."""
    reports = [mark for mark in marks if mark.kind == "report"]
    said = [mark for mark in reports if mark.value in ("verbs", "according")]
    return said or [mark for mark in reports if mark.value == "this"]


def with_auxiliary(reports: list[Mark], marks: Sequence[Mark], line: Line) -> list[Mark]:
    """Return `reports` with a verb at the end of its line where its auxiliary is: "Selenskyj hatte von 40 gesprochen"."""
    if not reports or reports[-1].value != "verbs" or line.last - reports[-1].last > 1:
        return reports
    perfect = [mark for mark in marks if mark.value == "perfect" and mark.last < reports[-1].first]
    return [*reports[:-1], Mark("report", "verbs", perfect[-1].first, perfect[-1].last)] if perfect else reports


def is_local(mark: Mark) -> bool:
    """Tell whether a mark is the name of a head of a city or a region ("governor Gladkov moaned that ...")."""
    return mark.value.startswith(_LOCAL) and "since" in mark.attributes


def names_of(tokens: Tokens, marks: Sequence[Mark]) -> list[list[Mark]]:
    """Return the marks that name speakers, those of one name together ("Kyiv mayor Vitali Klitschko")."""
    verbs = {mark.first for mark in marks if mark.kind in ("report", "action")}
    located = {mark.last for mark in marks if mark.kind == "role" and mark.value in ("locative", "from")}
    places = {mark.first: mark.last for mark in marks if mark.kind == "place"}
    followed = verbs | {mark.first for mark in marks if mark.kind in NAMES}
    together = paired(marks)
    names: list[list[Mark]] = []
    for mark in marks:
        if mark.kind not in NAMES:
            continue
        if mark.kind == "metonym" and (
            mark.first in located or mark.first in together or places.get(mark.first, 0) > mark.last
        ):
            continue  # "the air force in Kyiv", "the head of the Kyiv region": no capital that speaks
        if "since" in mark.attributes and tokens.words[mark.last - 1].endswith("'s") and mark.last not in followed:
            continue  # "Zelenskyy's home town"
        before = names[-1][-1] if names else None
        gap = range(before.last, mark.first) if before is not None else range(0)
        if (
            before is not None
            and before.kind != "metonym" != mark.kind
            and len(gap) <= _NAME_GAP
            and verbs.isdisjoint(gap)
            and not any(tokens.words[at] in (";", ":", ".") for at in gap)
        ):
            names[-1].append(mark)
        else:
            names.append([mark])
    return names


def paired(marks: Sequence[Mark]) -> set[int]:
    """Return where capitals stand that say one thing together: "both Kyiv and Moscow maintain" is the word of neither."""
    capitals = [mark for mark in marks if mark.kind == "metonym"]
    joints = {mark.first: mark.last for mark in marks if mark.kind == "role" and mark.value == "and"}
    pairs = [
        (one, other)
        for one, other in pairwise(capitals)
        if one.value != other.value
        and other.first in {joints.get(one.last), joints.get(one.last + 1)}  # "и Киев, и Москва"
    ]
    return {mark.first for pair in pairs for mark in pair}


def cost(name: Sequence[Mark], report: Mark) -> float | None:
    """Return how far a name and a verb of saying are apart; None where they do not go together."""
    first, last = name[0].first, name[-1].last
    cost = float(report.first - last if report.first >= last else first - report.last)
    if cost < 0:
        return 0.0 if first <= report.first < last else None  # "nach Behördenangaben"
    if name[0].kind == "metonym":
        return cost if report.first >= last and cost <= _METONYM_GAP and report.value == "verbs" else None
    if report.value == "according" and report.first >= last:
        cost += _ACCORDING_AFTER
    if cost > _REACH:
        return None
    if all(mark.value in _HEARERS for mark in name):
        cost += _HEARER
    # The verb's own subject stands before it more often than after.
    return cost + (_VERB_FIRST if report.first < first else 0)


def about(name: Sequence[Mark]) -> str | None:
    """Return the place that the word of a speaker without an id is about."""
    return next((mark.attributes["place"] for mark in name if "place" in mark.attributes), None)
