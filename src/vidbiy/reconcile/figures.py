"""Figures: all that is claimed of one quantity, settled into one interval, with the place of every claim in it.

Each origin speaks once, with its present count (`speakers`). The origin nearest to the fact gives the figure; origins that
agree narrow it, what contradicts stays beside it with the reason. Nothing is averaged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from vidbiy.lexicon.ratings import Ratings
from vidbiy.model import (
    NOWHERE,
    Evidence,
    Figure,
    FigureKey,
    Grade,
    Measure,
    Modality,
    Reason,
    Stage,
    Standing,
    Status,
)
from vidbiy.reconcile.grades import credibility
from vidbiy.reconcile.speakers import TOLLS, Placed, Word, word_of
from vidbiy.reconcile.testimony import Testimony

__all__ = ["overtaken", "settle"]

_NOT_STATED = {Modality.DENIED: Reason.DENIED, Modality.EXPECTED: Reason.EXPECTED}


@dataclass(slots=True)
class _Settled:
    """A figure in the making."""

    base: Testimony
    low: int
    high: int | None
    approx: bool
    placed: list[Placed]
    origins: list[str]
    disputed: bool = False
    older: list[Testimony] = field(default_factory=list)


def settle(attack: str, key: FigureKey, found: Sequence[Testimony], ratings: Ratings) -> Figure:
    """Return the figure that the testimonies about one quantity make. Their order makes no difference."""
    ordered = sorted(found, key=lambda item: item.order)
    aside = [Placed(item, Standing.SET_ASIDE, _NOT_STATED[item.claim.modality]) for item in ordered if _idle(item)]
    counted = [item for item in ordered if not _idle(item)]
    if not counted:
        return _empty(attack, key, aside, ratings)
    settled = _side_by_side(counted) if key.place == NOWHERE else _decide(_words(counted))
    settled.placed += aside
    evidence = tuple(_evidence(item) for item in _in_order(settled.placed))
    best = settled.base
    speaker = best.claim.speaker if best.claim.speaker is not None else best.stored.source
    return Figure(
        attack=attack,
        key=key,
        low=settled.low,
        high=settled.high,
        approx=settled.approx,
        of=_whole(settled),
        unit=best.claim.unit,
        status=_status(settled),
        origins=tuple(settled.origins),
        primary=best.tier == 0,
        grade=Grade(
            reliability=ratings.reliability(speaker, key.measure.value),
            credibility=credibility(evidence),
            party=ratings.party(speaker),
        ),
        evidence=evidence,
        history=_history(settled),
    )


def _idle(item: Testimony) -> bool:
    return item.claim.modality in _NOT_STATED


class _Given:
    """What named sources gave, by its number."""

    def __init__(self, counted: Sequence[Testimony]) -> None:
        self._given: dict[int, list[Testimony]] = defaultdict(list)
        for item in counted:
            if item.named:
                self._given[item.low].append(item)

    def before(self, item: Testimony) -> Testimony | None:
        """Return the first claim of a named source that an unattributed one tells again, if it was known by then."""
        for other in self._given.get(item.low, ()):
            if other.known_at > item.known_at:
                return None  # they are in the order of time
            if item.same_figure(other):
                return other
        return None


def _words(counted: Sequence[Testimony]) -> list[tuple[Word, list[Placed]]]:
    """Return the word of each origin, the nearest to the fact first, with what nobody in particular told again after it."""
    given = _Given(counted)
    by_origin: dict[str, list[Testimony]] = defaultdict(list)
    repeats: dict[str, list[Placed]] = defaultdict(list)
    for item in counted:
        source = None if item.named else given.before(item)
        if source is None:
            by_origin[item.origin].append(item)
        else:
            repeats[source.origin].append(Placed(item, Standing.REPEATS, Reason.SAME_FIGURE, source.ref))
    words = [(word_of(items), repeats[name]) for name, items in by_origin.items()]
    return sorted(words, key=lambda pair: _nearness(pair[0].current))


def _nearness(item: Testimony) -> tuple[object, ...]:
    """Sort by tier; then a speaker's own document; then of a toll the highest, of weapons the first."""
    toll = item.claim.measure in TOLLS
    return item.tier, not item.own, -item.low if toll else 0, item.claim.approx, item.high is None, item.order


def _decide(words: Sequence[tuple[Word, list[Placed]]]) -> _Settled:
    first, repeats = words[0]
    base = first.current
    settled = _Settled(
        base=base,
        low=base.low,
        high=base.high,
        approx=base.claim.approx,
        placed=[Placed(base, Standing.SUPPORTS), *first.others, *repeats],
        origins=[base.origin],
        disputed=first.torn,
        older=first.older,
    )
    for word, repeats in words[1:]:
        settled.placed += [*word.others, *repeats]
        _weigh(word.current, settled)
    return settled


def _side_by_side(counted: Sequence[Testimony]) -> _Settled:
    """Return the figure of claims that name no place: none speaks for or against another, and the largest is the least."""
    told: dict[tuple[str, int, int | None], list[Testimony]] = defaultdict(list)
    for item in counted:
        told[item.origin, item.low, item.high].append(item)
    first, *others = sorted(told.values(), key=lambda same: (-same[0].low, _nearness(same[0])))
    base = first[0]
    placed = [Placed(base, Standing.SUPPORTS)]
    placed += [Placed(item, Standing.REPEATS, Reason.SAME_SPEAKER, base.ref) for item in first[1:]]
    placed += [Placed(item, Standing.SET_ASIDE, Reason.PLACE_UNKNOWN, base.ref) for same in others for item in same]
    return _Settled(
        base=base,
        low=base.low,
        high=None if others else base.high,
        approx=base.claim.approx,
        placed=placed,
        origins=[base.origin],
    )


def _weigh(item: Testimony, settled: _Settled) -> None:
    """Place another origin's word beside the figure so far."""
    base = settled.base
    if item.agrees(base) and _narrow(item, settled):
        settled.placed.append(Placed(item, Standing.SUPPORTS, None, base.ref))
        settled.origins.append(item.origin)
    elif item.claim.measure in TOLLS and item.low < base.low and item.known_at <= base.known_at:
        settled.placed.append(Placed(item, Standing.SUPERSEDED, Reason.LATER_COUNT, base.ref))
    elif item.tier > base.tier:
        settled.placed.append(Placed(item, Standing.SET_ASIDE, _aside(item), base.ref))
    else:
        settled.placed.append(Placed(item, Standing.SET_ASIDE, Reason.CONTRADICTS, base.ref))
        settled.disputed = True


def _aside(item: Testimony) -> Reason:
    return Reason.UNCONFIRMED if item.claim.modality is Modality.UNCONFIRMED else Reason.OUTRANKED


def _narrow(item: Testimony, settled: _Settled) -> bool:
    """Intersect the interval with the item's; False where nothing would be left of it."""
    if item.claim.approx:
        return True
    if settled.approx:
        settled.low, settled.high, settled.approx = item.low, item.high, False
        return True
    low = max(settled.low, item.low)
    highs = [high for high in (settled.high, item.high) if high is not None]
    high = min(highs, default=None)
    if high is not None and high < low:
        return False
    settled.low, settled.high = low, high
    return True


def _whole(settled: _Settled) -> int | None:
    """Return the whole that the figure is stated of, from the evidence nearest to the fact that has one."""
    supporting = [
        placed.testimony for placed in settled.placed if placed.standing in (Standing.SUPPORTS, Standing.REPEATS)
    ]
    return next((item.claim.of for item in [settled.base, *supporting] if item.claim.of is not None), None)


def _status(settled: _Settled) -> Status:
    if settled.disputed:
        return Status.DISPUTED
    return Status.SETTLED if settled.base.tier == 0 or len(settled.origins) > 1 else Status.SINGLE


def _history(settled: _Settled) -> tuple[Stage, ...]:
    """Return what the source that the figure rests on gave before, each count once, then the figure itself."""
    stages: list[Stage] = []
    for item in sorted(settled.older, key=lambda item: item.order):
        if not stages or (stages[-1].low, stages[-1].high) != (item.low, item.high):
            stages.append(Stage(known_at=item.told_at, low=item.low, high=item.high, ref=item.ref))
    base = settled.base
    first = min(
        (
            placed.testimony
            for placed in settled.placed
            if placed.testimony.origin == base.origin and placed.testimony.same_figure(base)
        ),
        key=lambda item: item.told_at,
    )
    return (*stages, Stage(known_at=first.told_at, low=settled.low, high=settled.high, ref=base.ref))


_ORDER = {Standing.SUPPORTS: 0, Standing.REPEATS: 1, Standing.SUPERSEDED: 2, Standing.SET_ASIDE: 3}


def _in_order(placed: Sequence[Placed]) -> list[Placed]:
    """Return the claim that the figure rests on first, then by standing and time."""
    rest = sorted(placed[1:], key=lambda item: (_ORDER[item.standing], item.testimony.order))
    return [*placed[:1], *rest]


def _evidence(placed: Placed) -> Evidence:
    item = placed.testimony
    return Evidence(
        ref=item.ref,
        claim=item.claim,
        document=item.stored.document,
        document_id=item.stored.document_id,
        source=item.stored.source,
        published=item.stored.published,
        known_at=item.known_at,
        origin=item.origin,
        standing=placed.standing,
        reason=placed.reason,
        against=placed.against,
    )


def _empty(attack: str, key: FigureKey, aside: Sequence[Placed], ratings: Ratings) -> Figure:
    """Return the figure of which nothing is stated: only denied, or only expected."""
    first = aside[0].testimony
    speaker = first.claim.speaker
    return Figure(
        attack=attack,
        key=key,
        low=0,
        high=None,
        unit=first.claim.unit,
        status=Status.DISPUTED,
        origins=(),
        primary=False,
        grade=Grade(
            reliability=ratings.reliability(speaker, key.measure.value), credibility=6, party=ratings.party(speaker)
        ),
        evidence=tuple(_evidence(item) for item in aside),
        history=(),
    )


def overtaken(figure: Figure, by: datetime) -> bool:
    """Tell whether a count of a moment was known before the final report at `by`."""
    best = figure.best
    return figure.measure is Measure.IN_AIR and best is not None and best.known_at < by
