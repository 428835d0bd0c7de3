"""From a record and the sirens to the data of the pictures. What is not known stays unknown; nothing is drawn as zero."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from vidbiy.lexicon.boundaries import Boundaries
from vidbiy.lexicon.tiles import load_tiles
from vidbiy.model import Attack, Figure, Measure, Status
from vidbiy.publish.charts import (
    AlertBar,
    AlertRow,
    Amount,
    Balance,
    BalancePart,
    BalanceRow,
    Caption,
    NightTimeline,
    PlaceValue,
    RegionMap,
    ReportTick,
    Silence,
    TileMap,
)
from vidbiy.reconcile import Record
from vidbiy.reconcile.accounts import Accounts
from vidbiy.reconcile.sirens import AlertSpan, NightAlerts, PlaceAlerts

__all__ = ["MAPS", "balance", "region_map", "tile_map", "timeline"]

MAPS: Mapping[str, tuple[Measure, ...]] = {
    "casualties": (Measure.KILLED, Measure.INJURED),
    "hits": (Measure.HIT, Measure.HIT_LOCATIONS, Measure.DAMAGED, Measure.DESTROYED, Measure.FIRE),
    "alerts": (),
}
"""What the map can show, and the measures that it counts."""
_MEASURE = {"casualties": "casualties", "hits": "hits", "alerts": "alert_hours"}
_KINDS = ("weapon", "weapon.drone", "weapon.missile", "weapon.bomb")
# The parts of an account, the finest that there are: both kinds of stopped before their sum.
_ORDER = ("shot_down", "suppressed", "intercepted", "hit", "in_air", "left_airspace")


def _caption(record: Record, names: Iterable[str]) -> Caption:
    known = max((report.known_at for report in record.reports), default=None)
    return Caption(sources=tuple(dict.fromkeys(names)), as_of=known if record.as_of is None else record.as_of)


def _sources(figures: Iterable[Figure]) -> Iterable[str]:
    return (origin for figure in figures for origin in figure.origins if not origin.startswith("document:"))


# ---- How the weapons add up


def balance(record: Record, names: Mapping[str, str]) -> Balance:
    """Return the account of the weapons, of the whole and of each kind. `names` are those of the sources."""
    rows = [row for row in (_account(record, kind) for kind in _KINDS) if row is not None]
    weapons = [figure for figure in record.of(Measure.LAUNCHED, *_ORDER) if figure.place == record.attack.country]
    said = [names.get(source, source) for source in _sources(weapons)]
    return Balance(record.attack.date, tuple(rows), _caption(record, said))


def _account(record: Record, kind: str) -> BalanceRow | None:
    launched = record.figure(Measure.LAUNCHED, kind)
    found = {measure: record.figure(measure, kind) for measure in _ORDER}
    if found["shot_down"] is not None and found["suppressed"] is not None:
        found["intercepted"] = None
    elif found["intercepted"] is not None:
        found["shot_down"] = None
        if not _told_apart(record, kind):
            found["suppressed"] = None
    parts = [BalancePart(measure, _amount(figure)) for measure, figure in found.items() if figure is not None]
    if launched is None and not parts:
        return None
    return BalanceRow(kind, None if launched is None else _amount(launched), tuple(parts))


def _told_apart(record: Record, kind: str) -> bool:
    """Tell whether what was suppressed stands beside what was intercepted, by what somebody says."""
    said = Accounts({figure.key: figure for figure in record if figure.status is not Status.DERIVED})
    return said.suppressed_beside(kind, record.attack.country) is not None


def _amount(figure: Figure) -> Amount:
    return Amount(figure.low, figure.high, figure.approx)


# ---- Where


def tile_map(record: Record, alerts: NightAlerts, shown: str, grid: str, names: Mapping[str, str]) -> TileMap:
    """Return the map of tiles: hours of alert, hits or casualties, by region or by district of Kyiv."""
    values, caption = _by_place(record, alerts, shown, [tile.place for tile in load_tiles(grid).tiles], names)
    kind: Literal["regions", "kyiv"] = "kyiv" if grid == "kyiv" else "regions"
    return TileMap(record.attack.date, _MEASURE[shown], values, kind, caption=caption)


def region_map(
    record: Record, alerts: NightAlerts, shown: str, boundaries: Boundaries, names: Mapping[str, str]
) -> RegionMap:
    """Return the same on boundaries that were fetched; a place that they lack is named below the map."""
    values, caption = _by_place(record, alerts, shown, [tile.place for tile in load_tiles("regions").tiles], names)
    night, measure = record.attack.date, _MEASURE[shown]
    return RegionMap(night, measure, boundaries.shapes, boundaries.credit, values, caption=caption)


def _by_place(
    record: Record, alerts: NightAlerts, shown: str, places: Iterable[str], names: Mapping[str, str]
) -> tuple[tuple[PlaceValue, ...], Caption]:
    if shown == "alerts":
        values, said = _alert_values(alerts, places), _alert_sources(alerts)
    else:
        figures = [figure for figure in record.of(*MAPS[shown]) if figure.place]
        values = [value for value in (_value(place, figures, shown) for place in places) if value is not None]
        said = list(_sources(figures))
    return tuple(values), _caption(record, (names.get(source, source) for source in said))


def _value(place: str, figures: Iterable[Figure], shown: str) -> PlaceValue | None:
    """Return the value of a place: its own figures, and where it has none, those of what lies in it, taken together.

    Parts that nobody added up need not be all there are: such a sum is a lower bound.
    """
    by_measure: dict[tuple[Measure, str], dict[str, Figure]] = defaultdict(dict)
    for figure in figures:
        if shown == "casualties" and figure.subject != "person":
            continue
        if figure.place == place or figure.place.startswith((f"{place}.", f"{place}-")):
            by_measure[figure.measure, figure.subject][figure.place] = figure
    total, at_least = 0, shown == "hits"
    for found in by_measure.values():
        own = found.get(place)
        if own is not None:
            total += own.low
            at_least |= own.high != own.low
        else:
            total += sum(figure.low for figure in found.values())
            at_least = True
    return PlaceValue(place, total, at_least) if by_measure else None


def _alert_values(alerts: NightAlerts, places: Iterable[str]) -> list[PlaceValue]:
    by_place = {each.place: each for each in (*alerts.regions, *alerts.below)}
    found = []
    for place in places:
        each = by_place.get(place)
        if each is None or each.cover.nothing_known:
            continue
        hours = round(each.part.seconds / 3600, 1)
        found.append(PlaceValue(place, hours, at_least=not each.cover.known, permanent=each.permanent))
    return found


def _alert_sources(alerts: NightAlerts) -> list[str]:
    return sorted({source for each in (*alerts.regions, *alerts.below) for source in each.sources})


# ---- When


def timeline(record: Record, alerts: NightAlerts, names: Mapping[str, str]) -> NightTimeline:
    """Return the night as alerts by region and reports over time, up to the last report of the morning."""
    attack = record.attack
    end = _end(attack, alerts, (report.known_at for report in record.reports))
    ticks = tuple(
        ReportTick(report.known_at, names.get(report.source or "", report.source or ""))
        for report in record.reports
        if attack.start <= report.known_at < end
    )
    said = (names.get(source, source) for source in _alert_sources(alerts))
    return NightTimeline(
        attack.date,
        attack.start,
        end,
        _rows(alerts, attack),
        ticks,
        alerts.first_alert,
        alerts.all_clear,
        _caption(record, said),
    )


def _end(attack: Attack, alerts: NightAlerts, reports: Iterable[datetime]) -> datetime:
    last = max(alerts.period.end, attack.start)
    return max([last, *(known for known in reports if known < attack.end)], default=last)


def _rows(alerts: NightAlerts, attack: Attack) -> tuple[AlertRow, ...]:
    """Return a row for each region, those under a permanent alert left out; a single one where no log says anything."""
    counted = [each for each in alerts.regions if not each.permanent]
    if all(each.cover.nothing_known for each in counted):
        return (AlertRow("UA", (), (Silence(attack.start),)),)
    return tuple(_row(each) for each in counted)


def _row(each: PlaceAlerts) -> AlertRow:
    """Return the row of a region: alerts anywhere in it, and over them those of the whole of it."""
    whole = {(span.start, span.end) for span in each.whole.spans}
    parts = [_bar(span, whole=False) for span in each.part.spans if (span.start, span.end) not in whole]
    bars = (*parts, *(_bar(span, whole=True) for span in each.whole.spans))
    return AlertRow(each.place, bars, tuple(Silence(span.start, span.end) for span in each.cover.unknown))


def _bar(span: AlertSpan, *, whole: bool) -> AlertBar:
    return AlertBar(span.start, None if span.open else span.end, whole, span.guessed)
