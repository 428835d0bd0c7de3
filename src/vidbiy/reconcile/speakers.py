"""One origin's word on one figure: its present count, its older ones, and who repeats or misquotes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from vidbiy.model import Measure, Reason, Standing
from vidbiy.reconcile.testimony import Testimony

__all__ = ["TOLLS", "Placed", "Word", "word_of"]

TOLLS = frozenset(
    {
        Measure.KILLED,
        Measure.INJURED,
        Measure.HOSPITALISED,
        Measure.RESCUED,
        Measure.EVACUATED,
        Measure.DAMAGED,
        Measure.DESTROYED,
        Measure.AFFECTED,
        Measure.FIRE,
    }
)
"""Measures that rise through a night as more becomes known: of two counts, the higher is the later."""

_MANY = 2  # reports that are no copies of each other: enough to believe that a speaker corrected a count


@dataclass(frozen=True, slots=True)
class Placed:
    """A testimony with its place in the figure."""

    testimony: Testimony
    standing: Standing
    reason: Reason | None = None
    against: str | None = None


@dataclass(slots=True)
class Word:
    """What one origin says: the testimony that is its present count, and all its others in their places."""

    current: Testimony
    others: list[Placed] = field(default_factory=list)
    older: list[Testimony] = field(default_factory=list)
    """Its own counts before this one, in order: the history."""
    torn: bool = False
    """Reports of what it said contradict each other, and no document of its own decides."""


def word_of(testimonies: Sequence[Testimony]) -> Word:
    """Return the word of the origin that all these testimonies have."""
    own = sorted((item for item in testimonies if item.own or not item.named), key=lambda item: item.order)
    quoted = sorted((item for item in testimonies if item.named and not item.own), key=lambda item: item.order)
    word = _own_word(own) if own else _quoted_word(quoted)
    if own:
        _place_quotes(word, quoted)
    return word


def _own_word(own: Sequence[Testimony]) -> Word:
    """Take the last count; of weapons the greatest, since what is smaller is a part or an earlier stage."""
    toll = own[0].claim.measure in TOLLS
    whole = [item for item in own if not item.partial] or list(own)
    current = whole[-1] if toll else max(whole, key=lambda item: (item.low, item.order))
    if toll:
        current = _narrowest([item for item in whole if item.known_at == current.known_at], current)
    word = Word(current)
    for item in own:
        if item is not current:
            word.others.append(_beside(item, current))
        if item.order <= current.order and not item.partial and not item.same_figure(current):
            word.older.append(item)
    return word


def _narrowest(same_time: Sequence[Testimony], current: Testimony) -> Testimony:
    """Of the counts in one document the highest is the last: "rose to 12, after 5 in the first hour"."""
    told = max(item.told_at for item in same_time)
    latest = [item for item in same_time if item.told_at == told]
    return max(latest, key=lambda item: (item.low, item.high is not None, item.order), default=current)


def _beside(item: Testimony, current: Testimony) -> Placed:
    if item.same_figure(current):
        return Placed(item, Standing.REPEATS, Reason.SAME_SPEAKER, current.ref)
    if item.partial or (item.claim.measure not in TOLLS and item.order > current.order):
        return Placed(item, Standing.SET_ASIDE, Reason.PARTIAL, current.ref)
    if item.agrees(current):
        return Placed(item, Standing.REPEATS, Reason.SAME_SPEAKER, current.ref)
    return Placed(item, Standing.SUPERSEDED, Reason.LATER_COUNT, current.ref)


def _place_quotes(word: Word, quoted: Sequence[Testimony]) -> None:
    """Put what others report of the speaker beside its own documents."""
    newer = [item for item in quoted if _is_newer(item, word.current)]
    if newer:
        old, word.current = word.current, max(newer, key=lambda item: (item.low, item.order))
        word.others.append(_beside(old, word.current))
        word.older.append(old)
    for item in quoted:
        if item is word.current:
            continue
        if item.partial:
            word.others.append(Placed(item, Standing.SET_ASIDE, Reason.PARTIAL, word.current.ref))
        elif item.agrees(word.current):
            word.others.append(Placed(item, Standing.REPEATS, Reason.SAME_SPEAKER, word.current.ref))
        elif any(item.agrees(old) for old in word.older) or _is_stale(item, word.current):
            word.others.append(Placed(item, Standing.SUPERSEDED, Reason.OLDER_COUNT, word.current.ref))
        else:
            word.others.append(Placed(item, Standing.SET_ASIDE, Reason.MISQUOTED, word.current.ref))


def _is_newer(item: Testimony, current: Testimony) -> bool:
    """Tell whether a report has a later stage of a toll than the speaker's own last document."""
    rising = item.claim.measure in TOLLS and item.low > current.low and not item.agrees(current)
    return rising and item.known_at > current.known_at and not item.partial


def _is_stale(item: Testimony, current: Testimony) -> bool:
    return item.claim.measure in TOLLS and item.low < current.low


def _quoted_word(quoted: Sequence[Testimony]) -> Word:
    """Find what the speaker said where only others report it."""
    whole = [item for item in quoted if not item.partial] or list(quoted)
    current = _highest(whole) if whole[0].claim.measure in TOLLS else _most_reported(whole)
    word = Word(current)
    for item in quoted:
        if item is not current:
            placed = _beside_quoted(item, current)
            word.others.append(placed)
            word.torn = word.torn or placed.reason is Reason.CONTRADICTS
        if item.order < current.order and not item.agrees(current) and _is_stale(item, current):
            word.older.append(item)
    return word


def _highest(quoted: Sequence[Testimony]) -> Testimony:
    """Return the highest count, the earliest report of it: it is the last stage of a toll."""
    top = max(item.low for item in quoted)
    latest = [item for item in quoted if item.low == top]
    exact = [item for item in latest if item.high is not None] or latest
    return min(exact, key=lambda item: item.order)


def _most_reported(quoted: Sequence[Testimony]) -> Testimony:
    """Return the count that most reports give which are no copies of each other; a correction wins over what it corrects."""
    reports: dict[tuple[int, int | None], list[Testimony]] = defaultdict(list)
    for item in quoted:
        reports[item.low, item.high].append(item)

    def weight(items: Sequence[Testimony]) -> tuple[int, bool, int]:
        exact = items[0].high is not None and not items[0].claim.approx
        return len({item.bundle for item in items}), exact, items[0].low

    best = max(reports.values(), key=weight)
    for items in reports.values():
        after = min(item.known_at for item in items) > max(item.known_at for item in best)
        if after and len({item.bundle for item in items}) >= _MANY and not items[0].agrees(best[0]):
            best = items
    return min(best, key=lambda item: item.order)


def _beside_quoted(item: Testimony, current: Testimony) -> Placed:
    if item.partial:
        return Placed(item, Standing.SET_ASIDE, Reason.PARTIAL, current.ref)
    if item.agrees(current):
        return Placed(item, Standing.REPEATS, Reason.SAME_SPEAKER, current.ref)
    if item.claim.measure in TOLLS:
        older = item.order < current.order
        return Placed(item, Standing.SUPERSEDED, Reason.LATER_COUNT if older else Reason.OLDER_COUNT, current.ref)
    if item.known_at < current.known_at:
        return Placed(item, Standing.SUPERSEDED, Reason.LATER_COUNT, current.ref)
    return Placed(item, Standing.SET_ASIDE, Reason.CONTRADICTS, current.ref)
