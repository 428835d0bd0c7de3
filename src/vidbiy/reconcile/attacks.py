"""Attacks: which claims speak of the same country and the same night or day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from vidbiy.ledger import ClaimRef, StoredClaim
from vidbiy.lexicon.countries import country_of
from vidbiy.lexicon.ratings import Ratings
from vidbiy.model import Attack, Measure, TimePrecision, Wave
from vidbiy.reconcile.windows import Slot, bounds, slot_of

__all__ = ["AttackKey", "Told", "attack_of", "group", "placed"]

AttackKey = tuple[str, Slot]
_Signature = tuple[str, str, int | None, str]

# What is longer recalls a month, a year, the whole war: it never enters the figures of a night (DESIGN, background).
_BACKGROUND = timedelta(days=3)
_HOURS = (TimePrecision.MINUTE, TimePrecision.HOUR)
_DEFAULT_COUNTRY = "UA"
_NEAR = timedelta(hours=9)


@dataclass(slots=True)
class Told:
    """The claims of one document, by the attack that each is about by its own place and time."""

    groups: dict[AttackKey, list[StoredClaim]] = field(default_factory=dict)
    given: list[tuple[AttackKey, _Signature, StoredClaim]] = field(default_factory=list)
    """Tolls that their primary source gives, each with what tells it from others."""
    repeated: list[tuple[AttackKey, _Signature, StoredClaim]] = field(default_factory=list)
    """Tolls that others give."""
    early: dict[AttackKey, list[StoredClaim]] = field(default_factory=dict)
    """Tolls of hours that were over by midnight, by night."""


def placed(claims: Iterable[StoredClaim], ratings: Ratings) -> Told:
    """Return the claims of one document by attack; background and claims without a time are in none."""
    kept = [stored for stored in claims if not _background(stored)]
    main = _main_country(kept)
    told = Told()
    for stored in kept:
        country = _country(stored, main)
        slot = slot_of(stored.claim, stored.published, country)
        if slot is None:
            continue
        key = (country, slot)
        told.groups.setdefault(key, []).append(stored)
        if _is_toll(stored):
            primary = ratings.primary(stored.source, stored.claim.measure.value, stored.claim.place or "")
            (told.given if primary else told.repeated).append((key, _signature(stored), stored))
            if slot[1] is Wave.NIGHT and _over_by_midnight(stored, key):
                told.early.setdefault(key, []).append(stored)
    return told


def group(documents: Iterable[Told]) -> dict[AttackKey, list[StoredClaim]]:
    """Return the claims of all documents by attack, in the order of country and time.

    First each claim by its own place and time; then a figure that another repeats goes where its primary source put it,
    and an event of the evening before, in a region that nothing else of the night names, becomes an event of its own.
    """
    told = list(documents)
    groups: dict[AttackKey, list[StoredClaim]] = defaultdict(list)
    for document in told:
        for key, claims in document.groups.items():
            groups[key] += claims
    moved = _follow_primary(groups, told)
    _part_evenings(groups, told, moved)
    return {key: groups[key] for key in sorted(groups, key=lambda key: (key[0], bounds(*key))) if groups[key]}


def attack_of(key: AttackKey, claims: Sequence[StoredClaim], ratings: Ratings) -> Attack:
    """Return the attack of a group: with the hours that the body which counts weapons gives, else those of its slot."""
    country, slot = key
    start, end = bounds(country, slot)
    hours = [
        (stored.claim.start, stored.claim.end)
        for stored in claims
        if stored.claim.measure is Measure.LAUNCHED
        and stored.claim.time_precision in _HOURS
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


def _main_country(claims: Iterable[StoredClaim]) -> str:
    """Return the country that most of a document's claims are about."""
    counts = Counter(
        country
        for stored in claims
        if stored.claim.measure not in (Measure.LEFT_AIRSPACE, Measure.STATEMENT)
        and (country := country_of(stored.claim.place)) is not None
    )
    return min(counts, key=lambda name: (-counts[name], name), default=_DEFAULT_COUNTRY)


def _country(stored: StoredClaim, main: str) -> str:
    """Return the attacked country. Weapons that crossed a border, and what is said of the attack, belong to the attack."""
    claim = stored.claim
    if claim.measure in (Measure.LEFT_AIRSPACE, Measure.STATEMENT):
        return main
    return country_of(claim.place) or main


def _region(place: str | None) -> str:
    return "" if place is None else place.partition(".")[0]


def _is_toll(stored: StoredClaim) -> bool:
    return stored.claim.subject.startswith("person") and stored.claim.low not in (None, 0)


def _over_by_midnight(stored: StoredClaim, night: AttackKey) -> bool:
    end = stored.claim.end
    midnight = bounds(*night)[0] + timedelta(hours=6)
    return end is not None and end <= midnight and stored.claim.time_precision in _HOURS


def _signature(stored: StoredClaim) -> _Signature:
    claim = stored.claim
    return claim.measure.value, claim.subject, claim.low, _region(claim.place)


def _follow_primary(groups: dict[AttackKey, list[StoredClaim]], told: Sequence[Told]) -> set[ClaimRef]:
    """Move what repeats a primary source's toll to the attack that the primary source gives it for; return what moved."""
    given: dict[_Signature, set[AttackKey]] = defaultdict(set)
    for document in told:
        for key, signature, _ in document.given:
            given[signature].add(key)
    moves: dict[tuple[AttackKey, AttackKey], list[StoredClaim]] = defaultdict(list)
    # Where all speak of one attack there is nowhere to move to.
    for document in told if given and len(groups) > 1 else ():
        for key, signature, stored in document.repeated:
            owners = given.get(signature, ())
            if key in owners:
                continue
            near = [owner for owner in owners if _adjacent(owner, key) and _overlaps(stored, owner)]
            if near:
                moves[key, max(near, key=lambda owner: bounds(*owner))].append(stored)
    for (old, new), claims in moves.items():
        _move(groups, claims, old, new)
    return {stored.ref for claims in moves.values() for stored in claims}


def _move(
    groups: dict[AttackKey, list[StoredClaim]], moved: Sequence[StoredClaim], old: AttackKey, new: AttackKey
) -> None:
    refs = {stored.ref for stored in moved}
    groups[old] = [stored for stored in groups[old] if stored.ref not in refs]
    groups[new].extend(moved)


def _adjacent(one: AttackKey, other: AttackKey) -> bool:
    return one[0] == other[0] and abs(one[1][0] - other[1][0]) <= timedelta(days=1)


def _overlaps(stored: StoredClaim, key: AttackKey) -> bool:
    start, end = bounds(*key)
    first, last = stored.claim.start, stored.claim.end
    return first is not None and last is not None and first < end + _NEAR and last > start - _NEAR


def _part_evenings(groups: dict[AttackKey, list[StoredClaim]], told: Sequence[Told], moved: set[ClaimRef]) -> None:
    """Make an event of the evening before one of its own, where nothing else of the night is in its region."""
    early: dict[AttackKey, list[StoredClaim]] = defaultdict(list)
    for document in told:
        for key, claims in document.early.items():
            early[key] += [stored for stored in claims if stored.ref not in moved]
    for key, claims in early.items():
        late = {_region(stored.claim.place) for stored in groups[key] if not _over_by_midnight(stored, key)}
        own = [stored for stored in claims if _region(stored.claim.place) not in late | {key[0]}]
        if own and late:
            _move(groups, own, key, (key[0], (key[1][0] - timedelta(days=1), Wave.DAY)))
