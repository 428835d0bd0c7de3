"""What a night adds to the series: of one record, the amount of each measure, subject and place.

Weapons are totals as the record has them: stated, else the sum of the kinds that one body lists. People, things and places are
as stated; they are never added up. `stopped` is what did not get through: `intercepted`, or `shot_down` and `suppressed`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from vidbiy.model import Figure, FigureKey, Measure, Status
from vidbiy.reconcile.accounts import Accounts, Amount
from vidbiy.reconcile.record import Record

__all__ = ["STOPPED", "NightValues", "Value", "values_of"]

STOPPED = "stopped"
"""A measure of the history alone: it stays comparable when a body merges what it gave apart."""

_TOTALLED = (Measure.LAUNCHED, Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.INTERCEPTED, Measure.HIT, Measure.IN_AIR)
_SPLIT = (Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.INTERCEPTED)
_LEFT_OUT = (Measure.TARGET, Measure.STATEMENT)
_WORST_FIRST = (Status.DISPUTED, Status.SUPERSEDED, Status.SINGLE, Status.DERIVED, Status.SETTLED)


@dataclass(frozen=True, slots=True)
class Value:
    """One amount of one night. `refs` are the claims that it rests on."""

    place: str
    measure: str
    subject: str
    low: int
    high: int | None
    approx: bool
    status: Status
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NightValues:
    """A night or a day: its values, and when the first and the last document about it became known."""

    country: str
    date: date
    wave: str
    start: datetime
    end: datetime
    known_first: datetime
    known_last: datetime
    values: tuple[Value, ...]


def values_of(record: Record) -> NightValues:
    """Return what a record adds to the series."""
    attack = record.attack
    known = [report.known_at for report in record.reports]
    told = [figure for figure in record.figures if _counts(figure)]
    return NightValues(
        country=attack.country,
        date=attack.date,
        wave=attack.wave.value,
        start=attack.start,
        end=attack.end,
        known_first=min(known, default=attack.end),
        known_last=max(known, default=attack.end),
        values=tuple(_values(told)),
    )


def _counts(figure: Figure) -> bool:
    if figure.status is Status.DERIVED or figure.measure in _LEFT_OUT or figure.effect is not None:
        return False
    return bool(figure.origins) and figure.place != ""


def _values(figures: Iterable[Figure]) -> Iterator[Value]:
    weapons: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.measure in _TOTALLED and figure.subject.partition(".")[0] == "weapon":
            weapons[figure.place].append(figure)
        else:
            yield _value(
                figure.key.measure.value, figure.subject, Amount(figure.low, figure.high, (figure.key,)), [figure]
            )
    for place, found in weapons.items():
        yield from _weapons(place, _of_one_body(found))


def _of_one_body(figures: list[Figure]) -> list[Figure]:
    """Return the figures of one origin: a body that lists kinds lists all that it counts, another may count them again."""
    origins = Counter(figure.origins[0] for figure in figures if figure.primary) or Counter(
        figure.origins[0] for figure in figures
    )
    chosen = min(origins, key=lambda origin: (-origins[origin], origin))
    return [figure for figure in figures if figure.origins[0] == chosen]


def _weapons(place: str, figures: list[Figure]) -> Iterator[Value]:
    known = {figure.key: figure for figure in figures}
    accounts = Accounts(known)
    subjects = sorted({above for figure in figures for above in _upwards(figure.subject)})
    for subject in subjects:
        for measure in _TOTALLED:
            amount = accounts.total(measure, subject, place)
            if amount is not None:
                yield _value(measure.value, subject, amount, [known[key] for key in amount.keys])
        if any(accounts.total(measure, subject, place) is not None for measure in _SPLIT):
            stopped = accounts.stopped(subject, place)
            if stopped is not None:
                yield _value(STOPPED, subject, stopped, [known[key] for key in stopped.keys])


def _upwards(subject: str) -> Iterator[str]:
    parts = subject.split(".")
    for depth in range(1, len(parts) + 1):
        yield ".".join(parts[:depth])


def _value(measure: str, subject: str, amount: Amount, figures: list[Figure]) -> Value:
    alone = len(figures) == 1 and figures[0].key == FigureKey(figures[0].measure, subject, figures[0].place)
    statuses = {figure.status for figure in figures}
    worst = next(status for status in _WORST_FIRST if status in statuses)
    return Value(
        place=figures[0].place,
        measure=measure,
        subject=subject,
        low=amount.low,
        high=amount.high,
        approx=any(figure.approx for figure in figures),
        status=worst if alone or worst in (Status.DISPUTED, Status.SUPERSEDED) else Status.DERIVED,
        refs=tuple(figure.evidence[0].ref for figure in figures),
    )
