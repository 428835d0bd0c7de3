"""What the logs of a ledger say of a period: for any place the alerts, and for what of it nothing is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from vidbiy.ledger import AlertQuery, Ledger
from vidbiy.ledger.alert_columns import AlertColumns
from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.model import LASTING, AlertNature
from vidbiy.reconcile.sirens.clock import micros, moment
from vidbiy.reconcile.sirens.hearing import COUNTRY, Hearing
from vidbiy.reconcile.sirens.rows import Rows
from vidbiy.reconcile.sirens.stretches import Ints, Stretches, at_once

__all__ = ["Place", "Spoken"]

AIR, UNKNOWN_KIND = "air", "unknown"
_NOTHING, _WHOLE, _PART, _DOUBT = range(4)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """What the logs say of one place in the period."""

    id: str
    whole: Stretches
    part: Stretches
    certain: Stretches
    """What of `whole` rests on no guess."""
    certain_part: Stretches
    unknown: Stretches
    permanent: bool
    natures: tuple[int, ...]
    """Those of the alerts that it rests on."""


def _in_region(places: AlertPlaces, region: str | None) -> Callable[[AlertNature], bool]:
    """Return the test for alerts of a region, or of the whole country."""
    return lambda nature: places.region(nature.place) in {region, None}


class Spoken:
    """The alerts that overlap a period, the period cut out of them."""

    def __init__(self, ledger: Ledger, start: int, end: int, as_of: datetime | None, only: str | None = None) -> None:
        """`only` is a place that alone will be asked for: of the others nothing is read."""
        self.start, self.end = start, end
        places = AlertPlaces.load()
        wanted = None if only in {None, COUNTRY} else _in_region(places, places.region(only or COUNTRY))
        query = AlertQuery(period=(moment(start), moment(end)), as_of=as_of, wanted=wanted)
        self._load(ledger.alert_columns(query))

    @classmethod
    def whole(cls, ledger: Ledger, as_of: datetime | None) -> Spoken:
        """Return all that the ledger's logs say, from the first alert to the last moment that is heard."""
        found = cls.__new__(cls)
        columns = ledger.alert_columns(AlertQuery(as_of=as_of))
        ends = columns.end[columns.end < LASTING]
        times = [int(columns.start.min())] if len(columns) else []
        times += [each.since for each in columns.heard]
        last = [int(ends.max())] if len(ends) else []
        last += [each.until for each in columns.heard]
        found.start, found.end = min(times, default=0), max(last, default=0)
        found._load(columns)
        return found

    def _load(self, columns: AlertColumns) -> None:
        """Take the alerts."""
        self.places = AlertPlaces.load()
        self.natures = columns.natures
        self.hearing = Hearing(columns.heard, self.start, self.end, self.places)
        self._columns = columns
        self.began, (self.ended, lost) = columns.start, self._known_ends(columns)
        self.rows = Rows.sorted(
            columns.nature, (columns.start, self.ended), (self.start, self.end), lost, len(self.natures)
        )
        self._natures_of: dict[str, list[int]] = defaultdict(list)
        for code, nature in enumerate(self.natures):
            if self.rows.count(code):
                self._natures_of[self.places.region(nature.place) or COUNTRY].append(code)

    @cached_property
    def only_log(self) -> int | None:
        """The one log that all alerts are of; None where they are of several, or there are none."""
        return self._columns.only_log

    @cached_property
    def log(self) -> Ints:
        """The entry of each alert's log."""
        return self._columns.log

    @cached_property
    def lasting(self) -> NDArray[np.bool_]:
        """Which alerts have no end in the log."""
        lasting: NDArray[np.bool_] = self._columns.end == LASTING
        return lasting

    # --- ends that were never told

    def _known_ends(self, columns: AlertColumns) -> tuple[Ints, NDArray[np.bool_] | None]:
        """Return the ends up to which alerts are known to last, and which ends are lost.

        One without an end lasts as long as its feed is heard; where a later alert begins there, its end was lost in between.
        """
        lasting = np.flatnonzero(columns.end == LASTING).tolist()
        if not lasting:
            return columns.end, None
        ends = columns.end.copy()
        lost = np.zeros(len(ends), bool)
        for row in lasting:
            nature, start = self.natures[columns.nature[row]], int(columns.start[row])
            later = self._next_start(columns, nature, start)
            if later is not None:
                ends[row] = later
                lost[row] = True
            else:
                ends[row] = max(start, self.hearing.last(nature.place, nature.source))
        return ends, lost

    def _next_start(self, columns: AlertColumns, nature: AlertNature, start: int) -> int | None:
        same = [
            code
            for code, each in enumerate(self.natures)
            if (each.place, each.source, each.kind) == (nature.place, nature.source, nature.kind)
        ]
        starts = columns.start[np.isin(columns.nature, same) & (columns.start > start)]
        return int(starts.min()) if len(starts) else None

    # --- places

    def of(self, place: str) -> Place:
        """Return what the logs say of a place."""
        above, rows = set(self.places.above(place)), self.rows
        by_role: dict[int, list[int]] = {role: [] for role in (_NOTHING, _WHOLE, _PART, _DOUBT)}
        for code in self._natures_for(place):
            by_role[self._role(self.natures[code], place, above)].append(code)
        whole_codes, part_codes, doubted = by_role[_WHOLE], by_role[_PART], by_role[_DOUBT]
        permanent = self._permanent(place)
        whole = permanent.with_(*rows.covered(whole_codes), self._all_raions(place))
        part = whole.with_(*rows.covered(part_codes))
        certain, certain_part = whole, part
        if any(self._is_guessed(code) for code in (*whole_codes, *part_codes)):
            certain, certain_part = (
                permanent.with_(*rows.covered(code for code in codes if not self._is_guessed(code)))
                for codes in (whole_codes, [*whole_codes, *part_codes])
            )
        doubtful = Stretches.none().with_(*rows.covered(doubted), *rows.covered_lost([*doubted, *whole_codes]))
        unknown = self.hearing.of(place).gaps(self.start, self.end).with_(doubtful).without(whole)
        return Place(
            id=place, whole=whole, part=part, certain=certain, certain_part=certain_part, unknown=unknown,
            permanent=self.hearing.is_permanent(place), natures=(*whole_codes, *part_codes),
        )  # fmt: skip

    def _is_guessed(self, code: int) -> bool:
        return self.natures[code].guessed_start or self.natures[code].guessed_end

    def _natures_for(self, place: str) -> list[int]:
        """Return the natures of alerts that can say something of a place."""
        if place == COUNTRY:
            return [code for codes in self._natures_of.values() for code in codes]
        region = self.places.region(place)
        mine = () if region is None else self._natures_of.get(region, ())
        return [*self._natures_of.get(COUNTRY, ()), *mine]

    def _role(self, nature: AlertNature, place: str, above: set[str]) -> int:
        """Return what an alert says of a place: of the whole of it, of a part, that it may be under it, or nothing."""
        covers = nature.place in above
        if nature.kind == UNKNOWN_KIND:
            return _DOUBT if covers else _NOTHING
        if nature.kind != AIR:
            return _NOTHING
        if covers and not nature.partial:
            return _WHOLE
        if covers and nature.place != place:
            return _DOUBT
        return _PART if covers or place in self.places.above(nature.place) else _NOTHING

    def _permanent(self, place: str) -> Stretches:
        since = self.places.permanent_since(place)
        return Stretches.none() if since is None else Stretches.one(max(self.start, micros(since)), self.end)

    def _all_raions(self, place: str) -> Stretches:
        """Return when every raion of a region is under an alert of its own: then all of the region is."""
        raions = self.places.raions(place) if self.places.kind(place) == "region" else ()
        codes: dict[str, list[int]] = {raion: [] for raion in raions}
        for code in self._natures_of.get(place, ()):
            nature = self.natures[code]
            if nature.kind == AIR and not nature.partial and nature.place in codes:
                codes[nature.place].append(code)
        if not all(codes.values()):
            return Stretches.none()
        return at_once(Stretches.none().with_(*self.rows.covered(mine)) for mine in codes.values())

    def below(self) -> list[str]:
        """Return the places below a region that have an alert of their own, in the order of their ids."""
        mine = [self.natures[code] for codes in self._natures_of.values() for code in codes]
        names = {nature.place for nature in mine if nature.kind in {AIR, UNKNOWN_KIND}}
        return sorted(each for each in names if self.places.kind(each) != "region" and each != COUNTRY)
