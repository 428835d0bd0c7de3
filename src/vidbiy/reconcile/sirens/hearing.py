"""Of what the siren feeds speak, and until when. Where none speaks, nobody knows: silence is not safety."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from vidbiy.ledger.alert_columns import HeardSpan
from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.reconcile.sirens.clock import micros
from vidbiy.reconcile.sirens.stretches import Ints, Stretches, at_once, united

__all__ = ["COUNTRY", "Hearing"]

COUNTRY = "UA"
_NO_TIMES = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class _Feed:
    """When a source speaks for some places, time by time."""

    source: str
    places: frozenset[str]
    since: Ints
    until: Ints


def _feeds(heard: Iterable[HeardSpan]) -> list[_Feed]:
    """Return what is heard, that of one source and the same places together."""
    times: dict[tuple[str, frozenset[str]], list[tuple[int, int]]] = defaultdict(list)
    for each in heard:
        times[each.source, each.places].append((each.since, each.until))
    return [_Feed(source, places, *np.array(pairs, np.int64).T.copy()) for (source, places), pairs in times.items()]


class Hearing:
    """The feeds that are heard in a period, place by place."""

    def __init__(self, heard: Iterable[HeardSpan], start: int, end: int, places: AlertPlaces) -> None:
        """`start` and `end` are the period's, in microseconds since 1970."""
        self._feeds = _feeds(heard)
        self._start, self._end, self._places = start, end, places
        self._of: dict[str, Stretches] = {}
        self._until: dict[str, tuple[Ints, Ints]] = {}

    def of(self, place: str) -> Stretches:
        """Return for what of the period any feed speaks of a place; of the country, when one speaks of every region."""
        if place not in self._of:
            if place == COUNTRY:
                self._of[place] = at_once(self.of(each) for each in self.counted_regions)
            else:
                spans = [
                    united(np.maximum(each.since, self._start), np.minimum(each.until, self._end))
                    for each in self._feeds_for(place)
                ]
                self._of[place] = Stretches.none().with_(*spans)
        return self._of[place]

    def _feeds_for(self, place: str) -> list[_Feed]:
        above = self._places.above(place)
        return [each for each in self._feeds if not each.places.isdisjoint(above)]

    def until(self, place: str, end: int) -> int | None:
        """Return the last moment up to `end` of which a feed speaks; of the country, the earliest of its regions."""
        if place == COUNTRY:
            found = [self.until(each, end) for each in self.counted_regions]
            told = [each for each in found if each is not None]
            return min(told) if told and len(told) == len(found) else None
        if place not in self._until:
            mine = self._feeds_for(place)
            since = np.concatenate([_NO_TIMES, *(each.since for each in mine)])
            until = np.concatenate([_NO_TIMES, *(each.until for each in mine)])
            order = np.argsort(since, kind="stable")
            self._until[place] = (since[order], np.maximum.accumulate(until[order]))
        since, until = self._until[place]
        last = int(np.searchsorted(since, end, "left")) - 1
        return None if last < 0 else min(int(until[last]), end)

    def last(self, place: str, source: str) -> int:
        """Return the last moment at which a source was heard of a place; 0 for never."""
        return max((int(each.until.max()) for each in self._feeds_for(place) if each.source == source), default=0)

    @cached_property
    def counted_regions(self) -> tuple[str, ...]:
        """The regions that siren feeds speak of, without those under a permanent alert."""
        return tuple(each for each in self._places.heard if not self.is_permanent(each))

    def is_permanent(self, place: str) -> bool:
        """Tell whether a place is under a permanent alert in all of the period."""
        since = self._places.permanent_since(place)
        return since is not None and micros(since) <= self._start
