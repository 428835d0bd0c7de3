"""Attacks: which claims speak of the same country and the same night or day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from vidbiy.ledger import StoredClaim
from vidbiy.lexicon.countries import country_of
from vidbiy.lexicon.ratings import Ratings
from vidbiy.model import Attack, Measure, TimePrecision, Wave
from vidbiy.reconcile.windows import Slot, bounds, slot_of

__all__ = ["AttackKey", "attack_of", "group"]

AttackKey = tuple[str, Slot]

# What is longer recalls a month, a year, the whole war: it never enters the figures of a night (DESIGN, background).
_BACKGROUND = timedelta(days=3)
_HOURS = (TimePrecision.MINUTE, TimePrecision.HOUR)
_DEFAULT_COUNTRY = "UA"


def group(claims: Iterable[StoredClaim], ratings: Ratings) -> dict[AttackKey, list[StoredClaim]]:
    """Return the claims by attack; background and claims without a time are in none.

    First each claim by its own place and time; then a figure that another repeats goes where its primary source put it,
    and an event of the evening before, in a region that nothing else of the night names, becomes an event of its own.
    """
    told = [stored for stored in claims if not _background(stored)]
    countries = _main_countries(told)
    groups: dict[AttackKey, list[StoredClaim]] = defaultdict(list)
    for stored in told:
        country = _country(stored, countries)
        slot = slot_of(stored.claim, stored.published, country)
        if slot is not None:
            groups[country, slot].append(stored)
    _follow_primary(groups, ratings)
    _part_evenings(groups)
    return {key: groups[key] for key in sorted(groups, key=lambda key: (key[0], bounds(*key))) if groups[key]}


def attack_of(key: AttackKey, claims: Sequence[StoredClaim], ratings: Ratings) -> Attack:
    """Return the attack of a group: with the hours that the body which counts weapons gives, else those of its slot."""
    country, slot = key
    start, end = bounds(country, slot)
    hours = [
        (stored.claim.start, stored.claim.end)
        for stored in claims
        if stored.claim.time_precision in _HOURS
        and stored.claim.measure is Measure.LAUNCHED
        and stored.claim.place == country
        and ratings.primary(stored.claim.speaker, Measure.LAUNCHED.value, country)
    ]
    starts = [first for first, _ in hours if first is not None]
    ends = [last for _, last in hours if last is not None]
    official = bool(starts and ends)
    return Attack(
        country=country,
        date=slot[0],
        wave=slot[1],
        start=min(starts) if official else start,
        end=max(ends) if official else end,
        official=official,
    )


def _background(stored: StoredClaim) -> bool:
    claim = stored.claim
    if claim.time_precision in (TimePrecision.OPEN, TimePrecision.MONTH) or claim.start is None or claim.end is None:
        return True
    return claim.end - claim.start > _BACKGROUND


def _main_countries(claims: Iterable[StoredClaim]) -> dict[int, str]:
    """Return for each document the country that most of its claims are about."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for stored in claims:
        country = country_of(stored.claim.place)
        if country is not None and stored.claim.measure not in (Measure.LEFT_AIRSPACE, Measure.STATEMENT):
            counts[stored.document][country] += 1
    return {document: min(found, key=lambda name: (-found[name], name)) for document, found in counts.items()}


def _country(stored: StoredClaim, main: Mapping[int, str]) -> str:
    """Return the attacked country. Weapons that crossed a border, and what is said of the attack, belong to the attack."""
    claim = stored.claim
    country = country_of(claim.place)
    if country is None or claim.measure in (Measure.LEFT_AIRSPACE, Measure.STATEMENT):
        return main.get(stored.document, _DEFAULT_COUNTRY)
    return country


def _signature(stored: StoredClaim) -> tuple[str, str, int | None, str]:
    claim = stored.claim
    return claim.measure.value, claim.subject, claim.low, _region(claim.place)


def _region(place: str | None) -> str:
    return "" if place is None else place.partition(".")[0]


def _follow_primary(groups: dict[AttackKey, list[StoredClaim]], ratings: Ratings) -> None:
    """Move what repeats a primary source's toll to the attack that the primary source gives it for."""
    given: dict[tuple[str, str, int | None, str], set[AttackKey]] = defaultdict(set)
    repeated: list[tuple[AttackKey, StoredClaim]] = []
    for key, claims in groups.items():
        for stored in filter(_is_toll, claims):
            if ratings.primary(stored.source, stored.claim.measure.value, stored.claim.place or ""):
                given[_signature(stored)].add(key)
            else:
                repeated.append((key, stored))
    for key, stored in repeated:
        owners = given.get(_signature(stored), set())
        near = [owner for owner in owners if _adjacent(owner, key) and _overlaps(stored, owner)]
        if near and key not in owners:
            _move(groups, [stored], key, max(near, key=lambda owner: bounds(*owner)))


def _move(
    groups: dict[AttackKey, list[StoredClaim]], moved: Sequence[StoredClaim], old: AttackKey, new: AttackKey
) -> None:
    refs = {stored.ref for stored in moved}
    groups[old] = [stored for stored in groups[old] if stored.ref not in refs]
    groups[new].extend(moved)


def _is_toll(stored: StoredClaim) -> bool:
    return stored.claim.subject.partition(".")[0] == "person" and stored.claim.low not in (None, 0)


def _adjacent(one: AttackKey, other: AttackKey) -> bool:
    return one[0] == other[0] and abs(one[1][0] - other[1][0]) <= timedelta(days=1)


def _overlaps(stored: StoredClaim, key: AttackKey) -> bool:
    start, end = bounds(*key)
    first, last = stored.claim.start, stored.claim.end
    return (
        first is not None
        and last is not None
        and first < end + timedelta(hours=9)
        and last > start - timedelta(hours=9)
    )


def _part_evenings(groups: dict[AttackKey, list[StoredClaim]]) -> None:
    """Make an event of the evening before one of its own, where nothing else of the night is in its region."""
    for key in [key for key in groups if key[1][1] is Wave.NIGHT]:
        midnight = bounds(*key)[0] + timedelta(hours=6)
        early, late = [], {key[0]}
        for stored in groups[key]:
            if _ends_by(stored, midnight):
                early.append(stored)
            else:
                late.add(_region(stored.claim.place))
        own = [stored for stored in early if _is_toll(stored) and _region(stored.claim.place) not in late]
        if own and len(early) < len(groups[key]):
            _move(groups, own, key, (key[0], (key[1][0] - timedelta(days=1), Wave.DAY)))


def _ends_by(stored: StoredClaim, midnight: datetime) -> bool:
    end = stored.claim.end
    return end is not None and end <= midnight and stored.claim.time_precision in _HOURS
