"""What a brief says around the figures: the sirens, their length as claimed and as logged, and how unusual it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vidbiy.ledger import Ledger
from vidbiy.lexicon.words import Words
from vidbiy.model import Figure, Measure
from vidbiy.publish.brief.content import Row, Section
from vidbiy.publish.brief.lines import Lines
from vidbiy.publish.naming import Naming
from vidbiy.publish.standing import say_standing
from vidbiy.reconcile import Record
from vidbiy.reconcile.history import NightTable, SeriesKey, Standing, standing_in
from vidbiy.reconcile.sirens import AlertDuration, NightAlerts, PlaceAlerts, alert_duration, hours_of, night_alerts

__all__ = ["Around", "around_sections", "look_around"]

_HOME = "UA"
_SERIES = (("launched", "weapon"), ("launched", "weapon.drone"), ("launched", "weapon.missile"), ("hit", "weapon"))
_MOST_REGIONS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The sirens and the history of one attack."""

    alerts: NightAlerts | None
    """None for another country than Ukraine, of which no log is read."""
    durations: tuple[tuple[Figure, AlertDuration], ...]
    """What is claimed of the length of the alert, with what the log says of that place."""
    standings: tuple[Standing, ...]


def look_around(ledger: Ledger, record: Record, notice: Callable[[], None] | None = None) -> Around:
    """Return the sirens and the history of the record's attack, as known at the record's moment.

    `notice` is called before all nights of the ledger are gone through, which takes some seconds for a thousand.
    """
    attack = record.attack
    period = hours_of(attack, record.as_of)
    home = attack.country == _HOME
    keys = [SeriesKey.of(measure, subject, attack.country, attack.wave) for measure, subject in _SERIES]
    with NightTable.open(ledger, notice=notice) as table:
        found = [standing_in(table, attack.date, key, as_of=record.as_of) for key in keys]
    return Around(
        alerts=night_alerts(ledger, period) if home else None,
        durations=tuple(
            (figure, alert_duration(ledger, figure.place, period))
            for figure in record.of(Measure.ALERT_DURATION)
            if home and figure.place
        ),
        standings=tuple(standing for standing in found if standing is not None),
    )


def around_sections(around: Around, lines: Lines) -> list[Section]:
    """Return the sections on sirens and on history."""
    sections, words, naming = [], lines.words, lines.naming
    if around.alerts is not None:
        rows = (*_sirens(around.alerts, words, naming), *_lengths(around.durations, lines))
        sections.append(Section(id="alerts", title=words("section.alerts"), rows=rows, empty=words("brief.no_alerts")))
    rows = tuple(_unusual(around.standings, words, naming))
    sections.append(Section(id="history", title=words("section.history"), rows=rows, empty=words("empty.history")))
    return sections


def _sirens(alerts: NightAlerts, words: Words, naming: Naming) -> Iterator[Row]:
    """Yield when the alerts were, where, and of what nothing is known. Without any log there is nothing to say."""
    if all(region.cover.nothing_known for region in alerts.regions if not region.permanent):
        return
    missing = _missing(alerts, words, naming)
    if alerts.first_alert is not None:
        yield Row(label=words("alerts.first"), value=naming.time(alerts.first_alert))
        clear = words("alerts.not_known") if alerts.all_clear is None else naming.time(alerts.all_clear)
        yield Row(label=words("alerts.all_clear"), value=clear)
    elif not missing:
        yield Row(label=words("alerts.none"))
    if alerts.peak is not None:
        share = words("amount.of", number=alerts.peak.part, whole=alerts.peak.regions)
        yield Row(label=words("alerts.peak"), value=share, note=naming.time(alerts.peak.at))
    heard = [region for region in alerts.regions if region.part.seconds and not region.permanent]
    heard.sort(key=lambda region: (region.place != "UA-30", -region.part.seconds, region.place))
    for region in heard[:_MOST_REGIONS]:
        yield _region(region, words, naming)
    yield from missing


def _region(region: PlaceAlerts, words: Words, naming: Naming) -> Row:
    measure = region.whole if region.whole.seconds else region.part
    notes = [words("alerts.number", n=measure.number), words("alerts.longest", time=_hours(measure.longest, words))]
    if not region.whole.seconds:
        notes.append(words("alerts.part"))
    if measure.guessed_seconds:
        notes.append(words("alerts.guessed"))
    if not region.cover.known:
        notes.append(words("alerts.at_least"))
    entries = ", ".join(f"{entry}" for entry in region.logs)
    notes.append(words("alerts.log", sources=", ".join(map(naming.source, region.sources)), entries=entries))
    return Row(
        label=naming.place(region.place), value=_hours(measure.seconds, words), note="; ".join(notes), under=True
    )


def _missing(alerts: NightAlerts, words: Words, naming: Naming) -> list[Row]:
    """Return what is not known, by what there is to say of it: silence is not safety."""
    silent: dict[str, list[str]] = {}
    for region in alerts.regions:
        if not region.cover.known and not region.permanent:
            until = region.cover.known_until
            since = words("alerts.no_data")
            if until is not None and not region.cover.nothing_known:
                since = words("alerts.no_data_since", time=naming.time(min(until, region.cover.unknown[0].start)))
            silent.setdefault(since, []).append(naming.place(region.place))
    return [Row(label=said, note=", ".join(places)) for said, places in silent.items()]


def _lengths(durations: Sequence[tuple[Figure, AlertDuration]], lines: Lines) -> Iterator[Row]:
    """Yield what is claimed of the length of the alert, beside the log."""
    for figure, log in durations:
        if log.cover.nothing_known:
            verdict = lines.words("alerts.no_log")
        else:
            verdict = lines.words("alerts.by_log", time=_hours(log.seconds, lines.words))
            if not log.known:
                verdict = f"{verdict}, {lines.words('alerts.at_least')}"
        row, best = lines.figure(figure), figure.best
        yield Row(
            label=row.label,
            value=row.value,
            note=verdict,
            refs=row.refs,
            quote="" if best is None else best.claim.quote,
        )


def _unusual(found: Sequence[Standing], words: Words, naming: Naming) -> Iterator[Row]:
    for standing in found:
        phrase = say_standing(standing, words.language)
        if phrase is not None:
            point = standing.point
            yield Row(
                label=phrase[:1].upper() + phrase[1:],
                value=naming.amount(point.low, point.high),
                note=words("history.compared", n=standing.overall.of),
            )


def _hours(seconds: int, words: Words) -> str:
    minutes = round(seconds / 60)
    return words("alerts.hours", hours=minutes // 60, minutes=f"{minutes % 60:02d}")
