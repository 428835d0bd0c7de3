"""Records from a ledger: of one attack, of the latest, or of all in a stretch of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from vidbiy.ledger import ClaimQuery, Ledger
from vidbiy.model import Attack, Measure, Wave, parse_attack_id
from vidbiy.reconcile.attacks import AttackKey
from vidbiy.reconcile.errors import EmptyRecordError, NoAttackError
from vidbiy.reconcile.reconciler import Reconciler
from vidbiy.reconcile.record import Record
from vidbiy.reconcile.windows import bounds

__all__ = ["attack_key", "latest", "reconciler_for", "record_at", "record_of", "records"]

_HOME = "UA"
# Reports of the evening before and of the day after can be about the same night.
_MARGIN = timedelta(hours=30)
_CHUNK = timedelta(days=31)
_WEAPONS = frozenset({Measure.LAUNCHED, Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.INTERCEPTED, Measure.HIT})
_LOOK_BACK = timedelta(days=3)


def record_of(
    ledger: Ledger, attack: str | AttackKey, *, as_of: datetime | None = None, without: str | None = None
) -> Record:
    """Return the record of an attack: by its id, by the date of its night, or the latest.

    Args:
        ledger: where the claims are.
        attack: an id (``UA-2025-07-04-night``), a date (``2025-07-04``: Ukraine's night of it, or else its day), ``latest``,
            or a key.
        as_of: what was published by then.
        without: a text; documents of just these words are left out, such as the story that is held against the record.

    Raises:
        AttackError: the text is no id and no date.
        NoAttackError: the ledger has no claim about it.
        EmptyRecordError: the latest is asked for, and the ledger has no claim about any.
    """
    if attack == "latest":
        last = latest(ledger, as_of=as_of)
        if last is None:
            raise EmptyRecordError(ledger.name)
        attack = last.id
    keys = [attack] if isinstance(attack, tuple) else attack_key(attack)
    for key in keys:
        reconciler = reconciler_for(ledger, *bounds(*key), as_of=as_of, without=without)
        record = reconciler.record(key, as_of=as_of)
        if record is not None:
            return record
    raise NoAttackError(keys[0], as_of)


def record_at(ledger: Ledger, attack: Attack, as_of: datetime) -> Record:
    """Return the record of an attack as it was at a moment; one with nothing in it where nothing was known yet."""
    try:
        return record_of(ledger, attack.id, as_of=as_of)
    except NoAttackError:
        return Record.empty(attack, as_of)


def attack_key(text: str) -> list[AttackKey]:
    """Return the attacks that an id or a date can mean, the likeliest first.

    Raises:
        AttackError: the text is neither.
    """
    try:
        day = date.fromisoformat(text) if len(text) == len("2025-07-04") else None
    except ValueError:
        day = None
    if day is not None:
        return [(_HOME, (day, wave)) for wave in Wave]
    country, day, wave = parse_attack_id(text)
    return [(country, (day, wave))]


def latest(ledger: Ledger, *, as_of: datetime | None = None, country: str = _HOME) -> Attack | None:
    """Return the last attack on a country that somebody counts weapons of, else the last one; None in an empty ledger."""
    end = ledger.last_claim(known_by=as_of)
    while end is not None:
        reconciler = reconciler_for(ledger, end - _LOOK_BACK, end + _MARGIN, as_of=as_of)
        found = [attack for attack in reconciler.attacks() if attack.country == country]
        counted = [attack for attack in found if _counts_weapons(reconciler, attack)]
        if counted or found:
            return max(counted or found, key=lambda attack: attack.start)
        end = ledger.last_claim(known_by=as_of, before=end - _LOOK_BACK)
    return None


def records(ledger: Ledger, start: datetime, end: datetime, *, as_of: datetime | None = None) -> Iterator[Record]:
    """Yield the record of every attack whose night or day begins in [start, end), in order; memory is that of a month."""
    while start < end:
        stop = min(start + _CHUNK, end)
        reconciler = reconciler_for(ledger, start, stop, as_of=as_of)
        keys = [key for key in reconciler.attack_keys() if start <= bounds(*key)[0] < stop]
        for key in sorted(keys, key=lambda key: (bounds(*key)[0], key)):
            record = reconciler.record(key, as_of=as_of, elsewhere=False)
            if record is not None:
                yield record
        start = stop


def reconciler_for(
    ledger: Ledger,
    start: datetime,
    end: datetime,
    *,
    as_of: datetime | None = None,
    without: str | None = None,
) -> Reconciler:
    """Return a reconciler with all claims about a stretch of time, and about the day before and after it."""
    query = ClaimQuery(period=(start - _MARGIN, end + _MARGIN), known_by=as_of)
    claims = list(ledger.claims(query))
    documents = list(ledger.documents_at(sorted({stored.document for stored in claims})))
    if without is not None:
        left_out = {stored.seq for stored in documents if stored.document.text == without}
        documents = [stored for stored in documents if stored.seq not in left_out]
        claims = [stored for stored in claims if stored.document not in left_out]
    reconciler = Reconciler()
    reconciler.add(documents, claims)
    return reconciler


def _counts_weapons(reconciler: Reconciler, attack: Attack) -> bool:
    record = reconciler.record((attack.country, (attack.date, attack.wave)), elsewhere=False)
    return record is not None and any(figure.measure in _WEAPONS for figure in record.figures)
