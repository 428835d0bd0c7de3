"""A record, put in the order in which one asks: the headline, the account, harm by place, services, what is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vidbiy.model import Check, Evidence, Figure, Identity, Measure, Reason, Status, Verdict
from vidbiy.reconcile import Record

__all__ = ["Headline", "Overview", "PlaceRows", "overview"]

_PEOPLE = (Measure.KILLED, Measure.INJURED)
_HARM = (
    Measure.KILLED,
    Measure.INJURED,
    Measure.HOSPITALISED,
    Measure.MISSING,
    Measure.RESCUED,
    Measure.EVACUATED,
    Measure.AFFECTED,
    Measure.DESTROYED,
    Measure.DAMAGED,
    Measure.FIRE,
)
_SERVICES = (Measure.DISRUPTED, Measure.WITHOUT_POWER)
_OF_WEAPONS = (
    Measure.LAUNCHED,
    Measure.INTERCEPTED,
    Measure.SHOT_DOWN,
    Measure.SUPPRESSED,
    Measure.HIT,
    Measure.IN_AIR,
    Measure.LEFT_AIRSPACE,
)
_WORST = (Verdict.FAILS, Verdict.LACKS, Verdict.POSSIBLE, Verdict.HOLDS)


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure of the first screen, and the kinds that it is made of."""

    figure: Figure
    parts: tuple[Figure, ...] = ()
    places: int = 0
    """How many other places have a figure of their own."""


@dataclass(frozen=True, slots=True)
class PlaceRows:
    """What is known of one place."""

    place: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The parts of the page of a night."""

    headlines: tuple[Headline, ...]
    account: Check | None
    """The check that says whether the weapons add up."""
    checks: tuple[Check, ...]
    weapons: tuple[Figure, ...]
    harm: tuple[PlaceRows, ...]
    services: tuple[Figure, ...]
    doubtful: tuple[Figure, ...]
    """Disputed figures, and those of which somebody said otherwise."""
    single: tuple[Figure, ...]
    origins: int
    """How many independent origins there are in all."""


def overview(record: Record) -> Overview:
    """Return the parts of the page of a night."""
    balances = [check for check in record.checks if check.identity is Identity.BALANCE]
    country = record.attack.country
    account = next((check for check in balances if check.terms[0].key.subject == "weapon"), None)
    return Overview(
        headlines=tuple(_headlines(record)),
        account=account or (balances[0] if balances else None),
        checks=tuple(sorted(record.checks, key=lambda check: _WORST.index(check.verdict))),
        weapons=tuple(
            figure for measure in _OF_WEAPONS for figure in record.of(measure) if figure.place in {country, ""}
        ),
        harm=tuple(_by_place(record.of(*_HARM), country)),
        services=record.of(*_SERVICES),
        doubtful=tuple(figure for figure in record if figure.status is Status.DISPUTED or contradicted(figure)),
        single=record.with_status(Status.SINGLE),
        origins=len({origin for figure in record for origin in figure.origins}),
    )


def contradicted(figure: Figure) -> bool:
    """Tell whether somebody gave another number for it."""
    return any(_contradicts(figure, item) for item in figure.set_aside)


def _contradicts(figure: Figure, item: Evidence) -> bool:
    if item.reason is Reason.PLACE_UNKNOWN:
        return False
    return item.claim.modality.value == "stated" and (item.claim.low, item.claim.high) != (figure.low, figure.high)


def _headlines(record: Record) -> Iterable[Headline]:
    for measure in (Measure.LAUNCHED, Measure.INTERCEPTED, Measure.HIT):
        yield from _of_weapons(record, measure)
    for measure in _PEOPLE:
        yield from _of_people(record, measure)
    for measure, subject in ((Measure.HIT_LOCATIONS, "area.location"), (Measure.DEBRIS_LOCATIONS, "area.location")):
        figure = record.figure(measure, subject)
        if figure is not None:
            yield Headline(figure)


def _of_weapons(record: Record, measure: Measure) -> Iterable[Headline]:
    """Yield the total with its kinds; where nobody gives or allows a total, each kind by itself."""
    kinds = [record.figure(measure, f"weapon.{kind}") for kind in ("drone", "missile", "bomb")]
    known = tuple(figure for figure in kinds if figure is not None)
    total = record.figure(measure, "weapon")
    if total is not None:
        yield Headline(total, known)
    else:
        yield from map(Headline, known)


def _of_people(record: Record, measure: Measure) -> Iterable[Headline]:
    figures = [figure for figure in record.of(measure) if figure.subject == "person"]
    outermost = [figure for figure in figures if not any(_within(figure, other) for other in figures)]
    if outermost:
        # Nobody added them up, so nor does the page: the largest is shown with its place, the others are counted.
        outermost.sort(key=lambda figure: (-figure.low, figure.place))
        yield Headline(outermost[0], places=len(outermost) - 1)


def _within(figure: Figure, other: Figure) -> bool:
    inner, outer = figure.place, other.place
    return outer not in {inner, ""} and inner.startswith((f"{outer}.", f"{outer}-"))


def _by_place(figures: Sequence[Figure], country: str) -> Iterable[PlaceRows]:
    places: dict[str, list[Figure]] = {}
    for figure in figures:
        places.setdefault(figure.place, []).append(figure)
    order = sorted(places, key=lambda place: (place != country, place.partition(".")[0], place))
    for place in order:
        rows = sorted(places[place], key=lambda figure: (_HARM.index(figure.measure), figure.subject))
        yield PlaceRows(place, tuple(rows))
