"""The questions to the sirens: how long, how often, how much of the country at once, from when to when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import numpy as np

from vidbiy.ledger import Ledger
from vidbiy.model import AlertLevel
from vidbiy.reconcile.sirens.answers import (
    AlertCover,
    AlertDuration,
    AlertMeasure,
    AlertSpan,
    CountryShare,
    NightAlerts,
    PlaceAlerts,
)
from vidbiy.reconcile.sirens.clock import micros, moment
from vidbiy.reconcile.sirens.hearing import COUNTRY
from vidbiy.reconcile.sirens.spans import Span
from vidbiy.reconcile.sirens.spoken import Place, Spoken
from vidbiy.reconcile.sirens.stretches import Stretches, depths

__all__ = ["alert_duration", "alert_series", "alert_tiles", "night_alerts", "place_alerts"]

_SECOND = 1_000_000


def alert_duration(ledger: Ledger, place: str, period: Span, as_of: datetime | None = None) -> AlertDuration:
    """Return how long the alert at a place lasted in a period, as the logs of the ledger say it.

    Alerts of the place itself, of what it lies in, and of all its raions at once are united; see `AlertDuration.known`
    for whether that is the whole truth.
    """
    spoken = _spoken(ledger, period, as_of, place)
    (found,) = _durations(spoken, spoken.of(place), [_utc(period)])
    return found


def place_alerts(ledger: Ledger, place: str, period: Span, as_of: datetime | None = None) -> PlaceAlerts:
    """Return the alerts at one place in a period, stretch by stretch."""
    spoken = _spoken(ledger, period, as_of, place)
    return _alerts(spoken, spoken.of(place), _utc(period), spans=True)


def night_alerts(ledger: Ledger, period: Span, as_of: datetime | None = None) -> NightAlerts:
    """Return the alerts of a night in the whole country, by region and below."""
    spoken, period = _spoken(ledger, period, as_of), _utc(period)
    regions = [spoken.of(place) for place in spoken.places.regions]
    cover = _cover(spoken, spoken.of(COUNTRY), period)
    counted = [each for each in regions if each.id in spoken.hearing.counted_regions]
    parts = [each.part.pairs() for each in counted]
    first = min((pairs[0][0] for pairs in parts if pairs), default=None)
    return NightAlerts(
        period=period,
        regions=tuple(_alerts(spoken, each, period, spans=True) for each in regions),
        below=tuple(_alerts(spoken, spoken.of(place), period, spans=True) for place in spoken.below()),
        peak=_peak(spoken, counted),
        first_alert=None if first is None else moment(first),
        all_clear=_all_clear(spoken, counted),
        cover=cover,
        as_of=as_of,
    )


def alert_tiles(ledger: Ledger, period: Span | None = None, as_of: datetime | None = None) -> tuple[PlaceAlerts, ...]:
    """Return the sums of each region, without the stretches; of all that the logs say where no period is given."""
    spoken = Spoken.whole(ledger, as_of) if period is None else _spoken(ledger, period, as_of)
    period = Span(moment(spoken.start), moment(spoken.end)) if period is None else _utc(period)
    return tuple(_alerts(spoken, spoken.of(place), period, spans=False) for place in spoken.places.regions)


def alert_series(
    ledger: Ledger, place: str, periods: Sequence[Span], as_of: datetime | None = None
) -> tuple[AlertDuration, ...]:
    """Return `alert_duration` for many periods, such as the nights of years, in one pass over the logs.

    `sources` and `logs` are those of all periods together.
    """
    if not periods:
        return ()
    periods = [_utc(each) for each in periods]
    whole = Span(min(each.start for each in periods), max(each.end for each in periods))
    spoken = _spoken(ledger, whole, as_of, place)
    return tuple(_durations(spoken, spoken.of(place), periods))


def _spoken(ledger: Ledger, period: Span, as_of: datetime | None, only: str | None = None) -> Spoken:
    return Spoken(ledger, micros(period.start), micros(period.end), as_of, only)


def _utc(period: Span) -> Span:
    """Return the period in UTC: two times of one zone that has clock changes cannot be subtracted or compared."""
    return Span(moment(micros(period.start)), moment(micros(period.end)))


# ---- One place


def _durations(spoken: Spoken, found: Place, periods: Sequence[Span]) -> Iterator[AlertDuration]:
    """Yield the answer for each period; what can be, is worked out for all of them at once."""
    starts, ends = (np.array([micros(getattr(each, edge)) for each in periods], np.int64) for edge in ("start", "end"))
    whole, part, certain = (
        (each.before(ends) - each.before(starts)).tolist() for each in (found.whole, found.part, found.certain)
    )
    firsts = np.searchsorted(found.whole.end, starts, "right").tolist()
    lasts = np.searchsorted(found.whole.start, ends, "left").tolist()
    sources, logs = _evidence(spoken, found)
    for at, period in enumerate(periods):
        inside = Stretches(found.whole.start[firsts[at] : lasts[at]], found.whole.end[firsts[at] : lasts[at]])
        seconds = _seconds(whole[at])
        yield AlertDuration(
            place=found.id,
            period=period,
            seconds=seconds,
            guessed_seconds=seconds - _seconds(certain[at]),
            part_seconds=_seconds(part[at]),
            number=len(inside),
            longest=_seconds(inside.within(int(starts[at]), int(ends[at])).longest) if len(inside) else 0,
            cover=_cover(spoken, found, period),
            permanent=found.permanent,
            sources=sources,
            logs=logs,
        )


def _total(stretches: Stretches, start: int, end: int) -> int:
    return stretches.within(start, end).total


def _seconds(value: int) -> int:
    return value // _SECOND


def _cover(spoken: Spoken, found: Place, period: Span) -> AlertCover:
    start, end = micros(period.start), micros(period.end)
    pairs = found.unknown.within(start, end).pairs() if len(found.unknown) else []
    until = spoken.hearing.until(found.id, end)
    return AlertCover(
        period=period,
        unknown=tuple(Span(moment(first), moment(last)) for first, last in pairs),
        known_until=None if until is None else moment(until),
    )


def _evidence(spoken: Spoken, found: Place) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the sources and the ledger's entries that a place's alerts rest on."""
    if spoken.only_log is not None and spoken.rows.lost is None:
        logs, codes = [spoken.only_log] if found.natures else [], list(found.natures)
    else:
        index, nature = spoken.rows.ended(found.natures)
        logs, codes = np.unique(spoken.log[index]).tolist(), np.unique(nature).tolist()
    return tuple(sorted({spoken.natures[code].source for code in codes})), tuple(logs)


def _alerts(spoken: Spoken, found: Place, period: Span, *, spans: bool) -> PlaceAlerts:
    sources, logs = _evidence(spoken, found)
    return PlaceAlerts(
        place=found.id,
        cover=_cover(spoken, found, period),
        whole=_measure(spoken, found, found.whole, found.certain, spans=spans),
        part=_measure(spoken, found, found.part, found.certain_part, spans=spans),
        permanent=found.permanent,
        sources=sources,
        logs=logs,
    )


def _measure(spoken: Spoken, found: Place, stretches: Stretches, certain: Stretches, *, spans: bool) -> AlertMeasure:
    seconds = _seconds(stretches.total)
    return AlertMeasure(
        seconds=seconds,
        number=len(stretches),
        longest=_seconds(stretches.longest),
        guessed_seconds=seconds - _seconds(certain.total),
        spans=_spans(spoken, found, stretches, None if certain is stretches else certain) if spans else (),
    )


def _spans(spoken: Spoken, found: Place, stretches: Stretches, certain: Stretches | None) -> tuple[AlertSpan, ...]:
    """Return the stretches with what is to be said of each; `certain` is None where nothing is a guess."""
    index, nature = spoken.rows.ended(found.natures)
    began, ended, lasting = (column[index] for column in (spoken.began, spoken.ended, spoken.lasting))
    spans = []
    for first, last in stretches.pairs():
        mine = (began < last) & (ended > first)
        levels = {spoken.natures[code].level for code in nature[mine].tolist()}
        spans.append(
            AlertSpan(
                start=moment(first),
                end=moment(last),
                guessed=certain is not None and _total(certain, first, last) < last - first,
                open=last < spoken.end and bool((lasting & mine & (ended == last)).any()) and found.unknown.holds(last),
                level=next((each for each in (AlertLevel.RED, AlertLevel.YELLOW) if each in levels), None),
            )
        )
    return tuple(spans)


# ---- The country


def _peak(spoken: Spoken, regions: Sequence[Place]) -> CountryShare | None:
    """Return the first moment at which the most regions have an alert anywhere in them."""
    times, depth = depths(each.part for each in regions)
    if not len(times):
        return None
    at = int(times[int(np.argmax(depth))])
    return CountryShare(
        at=moment(at),
        whole=sum(each.whole.holds(at) for each in regions),
        part=sum(each.part.holds(at) for each in regions),
        regions=len(regions),
        permanent=tuple(each for each in spoken.places.regions if spoken.hearing.is_permanent(each)),
        unknown=tuple(each.id for each in regions if each.unknown.holds(at)),
    )


def _all_clear(spoken: Spoken, regions: Sequence[Place]) -> datetime | None:
    """Return when the last alert ended; None where one lasts at the end, or nobody knows whether another came."""
    ends = [int(each.part.end[-1]) for each in regions if len(each.part)]
    last = max(ends, default=None)
    if last is None or last >= spoken.end:
        return None
    unknown_after = any(len(each.unknown.within(last, spoken.end)) for each in regions)
    return None if unknown_after else moment(last)
