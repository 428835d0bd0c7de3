"""From the series of a ledger's nights to the data of the pictures. A night that is not known stays a gap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from vidbiy.ledger import ClaimQuery
from vidbiy.lexicon.breaks import Break, breaks
from vidbiy.lexicon.names import Names
from vidbiy.lexicon.words import load_words
from vidbiy.publish.charts.data.common import Caption
from vidbiy.publish.charts.data.nights import CountingBreak, NightBar, NightBars, NightCalendar, NightValue
from vidbiy.reconcile.history import STOPPED, NightPoint, NightTable, NoSeriesError, Series, SeriesKey, series_of
from vidbiy.reconcile.history.statistics import means
from vidbiy.reconcile.windows import bounds

__all__ = ["Stretch", "bars", "calendar"]

_COUNTED = ("launched", "shot_down", "suppressed", "intercepted", "hit")
_OF_STOPPED = ("shot_down", "suppressed", "intercepted")
_MEAN_NIGHTS = 7


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which nights, as known when, and what sources are called. None: from the first, to the last that is known."""

    since: date | None = None
    until: date | None = None
    as_of: datetime | None = None
    name: Callable[[str], str] = str
    """What to call a source, by its id."""


def calendar(table: NightTable, key: SeriesKey, stretch: Stretch, language: str) -> NightCalendar:
    """Return a series as a calendar.

    Raises:
        NoSeriesError: nothing is known of it.
    """
    series = _known(series_of(table, key, as_of=stretch.as_of), stretch)
    first, last = _ends(series, stretch)
    nights = tuple(
        NightValue(point.date, point.low, at_least=point.low != point.high)
        for point in series.points
        if point.low is not None
    )
    broken = [entry for entry in series.breaks if first <= entry.since <= last]
    return NightCalendar(
        key.measure,
        first,
        last,
        nights,
        breaks=tuple(CountingBreak(entry.since, _counted_since(entry, language)) for entry in broken),
        subject=key.subject,
        caption=_caption(table, series, stretch),
    )


def bars(table: NightTable, subject: str, stretch: Stretch, language: str) -> NightBars:
    """Return what was launched, stopped (the measure that stays comparable) and hit, by night.

    Raises:
        NoSeriesError: of nothing launched anything is known.
    """
    whole = series_of(table, SeriesKey.of("launched", subject), as_of=stretch.as_of)
    launched = _known(whole, stretch)
    stopped, hit = (_perhaps(table, measure, subject, stretch) for measure in ("stopped", "hit"))
    first, last = _ends(launched, stretch)
    running = _running(whole)
    nights = tuple(
        _night(
            point,
            None if stopped is None else stopped.at(point.date),
            None if hit is None else hit.at(point.date),
            running,
        )
        for point in launched.points
    )
    return NightBars(
        first,
        last,
        tuple(night for night in nights if (night.launched, night.stopped, night.hit) != (None, None, None)),
        _MEAN_NIGHTS,
        _breaks(subject, first, last, language),
        subject,
        _caption(table, launched, stretch),
    )


def _night(
    launched: NightPoint, stopped: NightPoint | None, hit: NightPoint | None, running: dict[date, float]
) -> NightBar:
    found = {"launched": launched, "stopped": stopped, "hit": hit}
    bounds = tuple(name for name, point in found.items() if point is not None and point.low != point.high)
    low = {name: None if point is None else point.low for name, point in found.items()}
    mean = running.get(launched.date)
    return NightBar(launched.date, low["launched"], low["stopped"], low["hit"], mean, at_least=bounds)


def _running(series: Series) -> dict[date, float]:
    """Return the means that rest on more than half of their nights; of fewer, the mean would say more than is known."""
    found = means(series, _MEAN_NIGHTS)
    return {
        point.date: mean
        for point, mean, known in zip(series.points, found.values(), found.known.tolist(), strict=True)
        if mean is not None and known * 2 > found.days
    }


def _perhaps(table: NightTable, measure: str, subject: str, stretch: Stretch) -> Series | None:
    try:
        return series_of(table, SeriesKey.of(measure, subject), as_of=stretch.as_of)
    except NoSeriesError:
        return None


def _known(series: Series, stretch: Stretch) -> Series:
    cut = series.cut(stretch.since, stretch.until)
    if not cut.known:
        raise NoSeriesError(f"Of {series.key} no night of these is known; try others with --since and --until.")
    return cut


def _ends(series: Series, stretch: Stretch) -> tuple[date, date]:
    """Return the first and last night to show: those asked for, which may reach beyond what is known."""
    first = series.points[0].date if stretch.since is None else stretch.since
    last = series.points[-1].date if stretch.until is None else stretch.until
    return first, max(first, last)


def _breaks(subject: str, first: date, last: date, language: str) -> tuple[CountingBreak, ...]:
    """Return the breaks in any of the counts that the bars are made of, also where the bars bridge them."""
    found = [entry for entry in breaks() if any(entry.breaks(measure, subject) for measure in _COUNTED)]
    return tuple(
        CountingBreak(entry.since, _counted_since(entry, language)) for entry in found if first <= entry.since <= last
    )


def _counted_since(entry: Break, language: str) -> str:
    return Names(load_words(language)).counted_since(entry)


def _caption(table: NightTable, series: Series, stretch: Stretch) -> Caption:
    """Name whoever speaks in the claims that the nights of the leading series rest on, and when the last was published."""
    refs = {ref for point in series.points for ref in point.refs}
    country, wave = series.key.country, series.key.wave
    period = (bounds(country, (series.points[0].date, wave))[0], bounds(country, (series.points[-1].date, wave))[1])
    said: set[str] = set()
    published: list[datetime] = []
    for measure in _OF_STOPPED if series.key.measure == STOPPED else (series.key.measure,):
        asked = ClaimQuery(period=period, place=series.key.place, measure=measure, subject=series.key.subject)
        for claim in table.ledger.claims(asked):
            if str(claim.ref) in refs:
                said |= {source for source in (claim.claim.speaker or claim.source,) if source}
                published += [time for time in (claim.published,) if time is not None]
    names = tuple(sorted(stretch.name(source) for source in said))
    return Caption(names, max(published, default=None) if stretch.as_of is None else stretch.as_of)
