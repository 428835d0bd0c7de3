"""What the logs of a ledger say of a period: for any place the alerts, and for what of it nothing is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vidbiy.ledger import AlertQuery, Ledger
from vidbiy.ledger.alert_columns import AlertColumns
from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.model import LASTING, AlertNature
from vidbiy.reconcile.sirens.clock import micros, moment
from vidbiy.reconcile.sirens.hearing import COUNTRY, Hearing
from vidbiy.reconcile.sirens.stretches import Ints, Stretches, at_once, united

__all__ = ["Place", "Rows", "Spoken"]

AIR, UNKNOWN_KIND = "air", "unknown"
_NOTHING, _WHOLE, _PART, _DOUBT = range(4)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Some alerts as columns, cut to the period; `lost` is true where the end is, `index` says which alerts they are."""

    start: Ints
    end: Ints
    nature: Ints
    lost: NDArray[np.bool_]
    index: Ints

    def at(self, which: Any) -> Rows:
        """Return those that `which` picks."""
        columns = (self.start, self.end, self.nature, self.lost, self.index)
        return Rows(*(column[which] for column in columns))

    def of(self, which: NDArray[np.bool_]) -> Rows:
        """Return those for which `which` is true."""
        return self if len(which) and which.all() else self.at(which)

    def united(self, which: NDArray[np.bool_]) -> Stretches:
        """Return what those for which `which` is true cover."""
        return united(self.start[which], self.end[which])


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
    rows: Rows
    """The alerts that it rests on."""


def _in_region(places: AlertPlaces, region: str | None) -> Callable[[AlertNature], bool]:
    """Return the test for alerts of a region, or of the whole country."""
    return lambda nature: places.region(nature.place) in {region, None}


class Spoken:
    """The alerts that overlap a period, the period cut out of them, a region's together."""

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
        """Take the alerts, those of a region together: each question then looks at one stretch of the columns."""
        self.places = AlertPlaces.load()
        self.natures = columns.natures
        self.hearing = Hearing(columns.heard, self.start, self.end, self.places)
        regions = [COUNTRY, *self.places.regions]
        codes = {region: code for code, region in enumerate(regions)}
        region_of = [codes[self.places.region(nature.place) or COUNTRY] for nature in self.natures]
        region = np.array(region_of or [0], np.int16)[columns.nature]
        order = np.argsort(region, kind="stable")
        edges = np.searchsorted(region[order], np.arange(len(regions) + 1))
        self._slices = {name: slice(edges[code], edges[code + 1]) for name, code in codes.items()}
        known_end, lost = self._known_ends(columns)
        self.log, self.began, self.ended = columns.log, columns.start, known_end
        self.lasting = columns.end == LASTING
        start, end = np.maximum(columns.start, self.start), np.minimum(known_end, self.end)
        nature = columns.nature[order]
        self._rows = Rows(start[order], end[order], nature, lost[order] if lost.any() else lost, order)
        used = np.flatnonzero(np.bincount(nature, minlength=1)).tolist() if len(order) else []
        self._natures_of: dict[str, list[int]] = defaultdict(list)
        for code in used:
            self._natures_of[regions[region_of[code]]].append(code)

    # --- ends that were never told

    def _known_ends(self, columns: AlertColumns) -> tuple[Ints, NDArray[np.bool_]]:
        """Return the ends up to which alerts are known to last, and which ends are lost.

        One without an end lasts as long as its feed is heard; where a later alert begins there, its end was lost in between.
        """
        ends = columns.end.copy()
        lost = np.zeros(len(ends), bool)
        for row in np.flatnonzero(columns.end == LASTING).tolist():
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
        rows, codes = self._rows_of(place)
        above = set(self.places.above(place))
        roles = np.zeros(len(self.natures) + 1, np.int8)
        for code in codes:
            roles[code] = self._role(self.natures[code], place, above)
        role, guessed, lost = roles[rows.nature], self._guessed[rows.nature], rows.lost
        permanent = self._permanent(place)
        whole_rows, part_rows = (role == _WHOLE) & ~lost, (role == _PART) & ~lost
        whole = rows.united(whole_rows).with_(permanent, self._all_raions(place, rows))
        part = whole.with_(rows.united(part_rows))
        certain, certain_part = whole, part
        if (guessed & (whole_rows | part_rows)).any():
            certain = rows.united(whole_rows & ~guessed).with_(permanent)
            certain_part = certain.with_(rows.united(part_rows & ~guessed))
        doubtful = rows.united((role == _DOUBT) | (lost & (role == _WHOLE)))
        unknown = self.hearing.of(place).gaps(self.start, self.end).with_(doubtful).without(whole)
        return Place(
            id=place, whole=whole, part=part, certain=certain, certain_part=certain_part, unknown=unknown,
            permanent=self.hearing.is_permanent(place), rows=rows.of(whole_rows | part_rows),
        )  # fmt: skip

    @cached_property
    def _guessed(self) -> NDArray[np.bool_]:
        return np.array([each.guessed_start or each.guessed_end for each in self.natures] or [False])

    def _rows_of(self, place: str) -> tuple[Rows, list[int]]:
        """Return the rows that can say something of a place, and the natures among them."""
        every = self._rows
        if place == COUNTRY:
            return every, [code for codes in self._natures_of.values() for code in codes]
        country, region = self._slices[COUNTRY], self.places.region(place)
        mine = slice(0, 0) if region is None else self._slices[region]
        codes = [*self._natures_of[COUNTRY], *(self._natures_of[region] if region is not None else ())]
        if country.start == country.stop:
            return every.at(mine), codes
        return every.at(np.r_[country, mine]), codes

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

    def _all_raions(self, place: str, rows: Rows) -> Stretches:
        """Return when every raion of a region is under an alert of its own: then all of the region is."""
        raions = self.places.raions(place) if self.places.kind(place) == "region" else ()
        numbers = np.full(len(self.natures) + 1, -1, np.int16)
        for code in self._natures_of.get(place, ()):
            nature = self.natures[code]
            if nature.kind == AIR and not nature.partial and nature.place in raions:
                numbers[code] = raions.index(nature.place)
        if not raions or len(set(numbers.tolist()) - {-1}) < len(raions):
            return Stretches.none()
        number = np.where(rows.lost, -1, numbers[rows.nature])
        return at_once(rows.united(number == each) for each in range(len(raions)))

    def below(self) -> list[str]:
        """Return the places below a region that have an alert of their own, in the order of their ids."""
        mine = [self.natures[code] for codes in self._natures_of.values() for code in codes]
        names = {nature.place for nature in mine if nature.kind in {AIR, UNKNOWN_KIND}}
        return sorted(each for each in names if self.places.kind(each) != "region" and each != COUNTRY)
