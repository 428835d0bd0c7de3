"""Alerts in words: the only place where the command line says "no alert", and it says it only where that is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.lexicon.countries import KYIV
from vidbiy.reconcile.sirens import AlertMeasure, AlertSpan, NightAlerts, PlaceAlerts, Span

__all__ = ["length", "night_lines", "place_lines"]

_HEAD = ("", "whole", "anywhere", "alerts", "longest", "first", "all-clear")


def length(seconds: int) -> str:
    """Return a length of time: "8 h 20 min", "35 min", "40 s"."""
    hours, minutes = seconds // 3600, seconds // 60 % 60
    if not hours:
        return f"{minutes} min" if minutes else f"{seconds} s"
    return f"{hours} h {minutes:02} min"


def night_lines(night: NightAlerts) -> Iterator[str]:
    """Yield the lines on a night: the country, then each region, those longest under an alert first."""
    yield _period(night.period)
    yield from _country(night)
    yield ""
    regions = sorted(night.regions, key=lambda each: (each.permanent, -each.part.seconds, each.place))
    rows: list[tuple[str, ...]] = [_HEAD, *(_row(region, night.period) for region in regions)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD) - 1)]
    for row in rows:
        name, *cells, last = row
        line = [
            f"{name:<{widths[0]}}",
            *(f"{cell:>{width}}" for cell, width in zip(cells, widths[1:], strict=True)),
            last,
        ]
        yield "  ".join(line).rstrip()


def _period(period: Span) -> str:
    return f"{_day(period.start)} to {_day(period.end)}, Kyiv time"


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(KYIV):%Y-%m-%d %H:%M}"


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(KYIV):%H:%M}"


def _country(night: NightAlerts) -> Iterator[str]:
    if night.first_alert is not None:
        lasted = " (it lasted already)" if night.first_alert <= night.period.start else ""
        yield f"First alert {_clock(night.first_alert)}{lasted}, {_end_of_night(night)}"
    elif night.cover.known:
        yield "No alert in any region"
    if not night.cover.known:
        words = night.cover.words()
        yield f"{words[0].upper()}{words[1:]}: what happened then is not known"
    peak = night.peak
    if peak is not None:
        unknown = f", of {len(peak.unknown)} nothing is known" if peak.unknown else ""
        yield f"Most at once: {peak.part} of {peak.regions} regions at {_clock(peak.at)}, {peak.whole} as a whole{unknown}"
    permanent = [each.place for each in night.regions if each.permanent]
    if permanent:
        names = ", ".join(map(AlertPlaces.load().name, permanent))
        yield f"Not counted: {names} (under an alert that has lasted for years)"


def _end_of_night(night: NightAlerts) -> str:
    if night.all_clear is not None:
        return f"all-clear {_clock(night.all_clear)}"
    return "one lasts at the end" if night.cover.known else "whether all is clear is not known"


def _row(found: PlaceAlerts, period: Span) -> tuple[str, ...]:
    name = AlertPlaces.load().name(found.place)
    if found.permanent:
        return (name, *[""] * 5, "permanent alert")
    words = found.cover.words()
    if not found.part.number:
        return (name, *[""] * 5, words or "no alert")
    first, last = found.part.spans[0], found.part.spans[-1]
    end = "lasts" if last.end >= period.end or last.open else _clock(last.end)
    whole, anywhere = (_at_least(each, found) for each in (found.whole, found.part))
    guess = "guessed end" if found.part.guessed_seconds else ""
    told = ", ".join(word for word in (end, words, guess) if word)
    return name, whole, anywhere, str(found.part.number), length(found.part.longest), _clock(first.start), told


def _at_least(measure: AlertMeasure, found: PlaceAlerts) -> str:
    if not measure.seconds:
        return "-" if found.cover.known else "?"
    return f"{'' if found.cover.known else '≥ '}{length(measure.seconds)}"


def place_lines(found: PlaceAlerts, period: Span) -> Iterator[str]:
    """Yield the lines on one place: the sums, then each alert."""
    yield f"{AlertPlaces.load().name(found.place)} ({found.place}), {_period(period)}"
    words = found.cover.words()
    if found.permanent:
        yield "Under an alert that has lasted for years"
        return
    if not found.part.number:
        yield words[:1].upper() + words[1:] if words else "No alert"
        return
    for name, measure in (("whole", found.whole), ("anywhere", found.part)):
        number = "1 alert" if measure.number == 1 else f"{measure.number} alerts"
        yield f"{name:<9} {_at_least(measure, found)}, {number}, longest {length(measure.longest)}"
    if words:
        yield f"{words[0].upper()}{words[1:]}: what happened then is not known"
    yield f"from {', '.join(found.sources)}"
    yield ""
    for span in found.part.spans:
        yield _alert(span, period)


def _alert(span: AlertSpan, period: Span) -> str:
    begins, ends = _day(span.start), _clock(span.end) if _same_day(span) else _day(span.end)
    told = [length(int(span.end.timestamp() - span.start.timestamp()))]
    if span.start <= period.start:
        told.append("lasted already")
    if span.open or span.end >= period.end:
        told.append("lasts, as far as is known" if span.open else "lasts at the end")
    if span.guessed:
        told.append("guessed")
    if span.level is not None:
        told.append(span.level.value)
    return f"  {begins} to {ends}  {', '.join(told)}"


def _same_day(span: AlertSpan) -> bool:
    return span.start.astimezone(KYIV).date() == span.end.astimezone(KYIV).date()
