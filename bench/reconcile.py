"""Reconciling: the Air Force's figures of four years, a night of a thousand reports, and a ledger of two thousand nights."""

from __future__ import annotations

import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from bench.shared import SharedMissingError, shared
from bench.tables import print_table
from vidbiy.cli.arguments.inputs import Defaults
from vidbiy.cli.ingest.inputs import IngestInputs
from vidbiy.cli.ingest.run import ingest_into
from vidbiy.ledger import ClaimQuery, Ledger, NewDocument, NewReading, Provenance
from vidbiy.model import Check, Claim, Document, Identity, Measure, TimePrecision, Verdict, Wave
from vidbiy.reconcile import AttackKey, Reconciler, Record, record_of, records

__all__ = ["run"]

_FROM = datetime(2022, 1, 1, tzinfo=UTC)
_UNTIL = datetime(2026, 7, 1, tzinfo=UTC)
_EVENING = datetime(2025, 7, 3, 15, tzinfo=UTC)
_KEY: AttackKey = ("UA", (date(2025, 7, 4), Wave.NIGHT))
_MANY, _EACH, _NIGHTS = 1_000, 10, 2_000
_LARGEST = 10

_SPEAKERS = ("ua-air-force", "kyiv-mayor", "ua-ses", "oma-UA-63", "oma-UA-51", "ua-railways", "ua-police", "officials")
_PLACES = ("UA", "UA-30", "UA-63", "UA-51", "UA-12", "UA-30.holosiivskyi", "UA-30.solomianskyi", "UA-63.kharkiv")
_WEAPONS = (Measure.LAUNCHED, Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.HIT)
_WORDS = [f"word{number}" for number in range(4_000)]


def run() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as name:
        try:
            _air_force(Path(name))
        except SharedMissingError as error:
            print(f"\nThe Air Force's figures: left out, {error}")
        _night(Path(name))
        _growth(Path(name))


# ---- The Air Force's figures


def _air_force(folder: Path) -> None:
    path = shared() / "data" / "missile_attacks_daily.csv"
    with Ledger.open(str(folder / "air-force.db"), create=True) as ledger:
        begun = time.process_time()
        inputs = IngestInputs((str(path),), defaults=Defaults(), lines=False)
        ingest_into(ledger, inputs, jobs=1, lines=False)
        read = time.process_time()
        found = list(records(ledger, _FROM, _UNTIL))
        done = time.process_time()
        night = record_of(ledger, "UA-2025-07-04-night")
    rows = Counter(_outcome(record) for record in found)
    print_table(
        f"The data set of missile attacks: {len(found):,} nights and days, by whether their weapons add up",
        ("outcome", "attacks"),
        [(name, f"{rows[name]:,}") for name in (_ADDS_UP, _NO_HITS, _ONE_SIDE, _REGIONAL, _CANNOT)],
    )
    print_table(
        "Time",
        ("step", "seconds", "goal"),
        [
            ("into the ledger", f"{read - begun:.1f}", ""),
            ("reconciled", f"{done - read:.1f}", ""),
            ("both", f"{done - begun:.1f}", "< 10"),
        ],
    )
    _failures(found)
    _known_night(night)


_ADDS_UP = "all that was launched was stopped"
_NO_HITS = "fewer stopped than launched; the file has no hits"
_ONE_SIDE = "launched or stopped not given for the country"
_REGIONAL = "figures of regions only"
_CANNOT = "cannot be: a check fails"


def _outcome(record: Record) -> str:
    if any(check.verdict is Verdict.FAILS for check in record.checks):
        return _CANNOT
    national = [check for check in _balances(record) if check.terms[0].key.place == record.attack.country]
    if national:
        return _ADDS_UP if all(check.verdict is Verdict.HOLDS for check in national) else _NO_HITS
    whole = any(figure.place == record.attack.country for figure in record.of(*_WEAPONS, Measure.INTERCEPTED))
    return _ONE_SIDE if whole else _REGIONAL


def _balances(record: Record) -> list[Check]:
    return [check for check in record.checks if check.identity is Identity.BALANCE]


def _failures(found: list[Record]) -> None:
    """Print the checks that fail, the largest first, then the nights of which most is not accounted for."""
    failing = [check for record in found for check in record.checks if check.verdict is Verdict.FAILS]
    failing.sort(key=lambda check: -abs(_gap(check)))
    print_table(
        f"The {_LARGEST} largest failures: what cannot be, with the claims that say so",
        ("attack", "check", "left", "right", "claims", "mended by"),
        [
            (check.attack, check.identity.value, *_sides(check), " ".join(check.conflict), _mend(check))
            for check in failing[:_LARGEST]
        ],
    )
    open_ended = [
        (record.attack.id, check) for record in found for check in _balances(record) if check.verdict is Verdict.LACKS
    ]
    open_ended.sort(key=lambda pair: -abs(_gap(pair[1])))
    seen: set[str] = set()
    rows = []
    for attack, check in open_ended:
        if attack not in seen:
            seen.add(attack)
            rows.append((attack, _sum(check, "left"), _sum(check, "right"), _gap(check)))
    print_table(
        f"The {_LARGEST} attacks with most not accounted for (hits, and what the file does not tell)",
        ("attack", "launched", "stopped", "left over"),
        rows[:_LARGEST],
    )


def _gap(check: Check) -> int:
    return _sum(check, "left") - _sum(check, "right")


def _sum(check: Check, side: str) -> int:
    return sum(term.low or 0 for term in check.side(side))


def _sides(check: Check) -> tuple[str, str]:
    return _said(check, "left"), _said(check, "right")


def _said(check: Check, side: str) -> str:
    return " + ".join(f"{term.low} {term.key.measure.value} {term.key.subject}" for term in check.side(side))


def _mend(check: Check) -> str:
    return "-" if check.mend is None else check.mend.misreading.value


def _known_night(record: Record) -> None:
    wanted = (
        ("launched", "weapon", 550),
        ("intercepted", "weapon", 478),
        ("hit_locations", "area.location", 8),
        ("debris_locations", "area.location", 33),
    )
    rows = []
    for measure, subject, goal in wanted:
        figure = record.figure(measure, subject)
        rows.append(
            (measure, "-" if figure is None else figure.low, "-" if figure is None else figure.status.value, goal)
        )
    print_table(f"{record.attack.id} from the data set", ("measure", "found", "status", "goal"), rows)


# ---- A night of a thousand reports


def _night(folder: Path) -> None:
    """Time a night of many reports, all at once and with one more."""
    with Ledger.open(str(folder / "night.db"), create=True) as ledger:
        ledger.append(list(_reports(random.Random(4), _EVENING, _MANY)))
        whole = _timed(lambda: record_of(ledger, "UA-2025-07-04-night"), 3)
        claims = list(ledger.claims(ClaimQuery()))
        documents = list(ledger.documents())
    last = documents[-20:]
    late = {stored.seq for stored in last}
    reconciler = Reconciler()
    reconciler.add(documents[:-20], [claim for claim in claims if claim.document not in late])
    reconciler.record(_KEY)
    folded = []
    for document in last:
        begun = time.process_time()
        reconciler.add([document], [claim for claim in claims if claim.document == document.seq])
        reconciler.record(_KEY)
        folded.append(time.process_time() - begun)
    print_table(
        f"A night of {len(documents):,} documents and {len(claims):,} claims",
        ("step", "ms", "goal"),
        [
            ("the whole night from the ledger", f"{whole * 1000:.0f}", "< 1000"),
            ("one more document folded in (median of 20)", f"{median(folded) * 1000:.0f}", "< 50"),
        ],
    )


def _timed(call: Callable[[], object], times: int) -> float:
    found = []
    for _ in range(times):
        begun = time.process_time()
        call()
        found.append(time.process_time() - begun)
    return median(found)


# ---- A ledger of many nights


def _growth(folder: Path) -> None:
    """Time the record of one night while the ledger grows."""
    rows = []
    with Ledger.open(str(folder / "nights.db"), create=True) as ledger:
        chance = random.Random(7)
        nights = 0
        for stop in (20, 200, _NIGHTS):
            while nights < stop:
                batch: list[NewDocument] = []
                for _ in range(min(20, stop - nights)):
                    batch += _reports(chance, _EVENING - timedelta(days=nights), 5)
                    nights += 1
                ledger.append(batch)
            rows.append((f"{nights:,}", f"{_timed(lambda: record_of(ledger, '2025-06-25'), 9) * 1000:.1f}"))
    print_table("The record of one night, as the ledger grows", ("nights", "ms"), rows)


def _reports(chance: random.Random, evening: datetime, number: int) -> Iterator[NewDocument]:
    """Yield reports of one night: officials who count, and stories that repeat them, some word for word."""
    earlier: list[str] = []
    for i in range(number):
        source = chance.choice(_SPEAKERS[:-1]) if i % 20 == 0 else "media"
        sentences = [" ".join(chance.choices(_WORDS, k=14)) for _ in range(_EACH)]
        if earlier and i % 4 == 0:
            sentences[0] = chance.choice(earlier)
        earlier += sentences[:1]
        published = evening + timedelta(hours=12, seconds=20 * i)
        text, claims = "", []
        for sentence in sentences:
            quote = f"{chance.randrange(60)} {sentence}"
            claims.append(_claim(chance, quote, len(text), evening, source))
            text += f"{quote}. "
        document = Document(f"{evening:%Y-%m-%d}-{i}", text, published, source)
        provenance = Provenance(raw=text.encode(), address=document.id, fetched_at=published, tool="bench")
        reading = NewReading(reader="bench", language="en", claims=tuple(claims))
        yield NewDocument(document=document, provenance=provenance, origin=document.id, reading=reading)


def _claim(chance: random.Random, quote: str, start: int, evening: datetime, source: str) -> Claim:
    weapons = chance.random() < 0.4
    low = int(quote.partition(" ")[0])
    speaker = chance.choice(_SPEAKERS) if source == "media" and chance.random() < 0.7 else source
    return Claim(
        measure=chance.choice(_WEAPONS)
        if weapons
        else chance.choice((Measure.KILLED, Measure.INJURED, Measure.DAMAGED)),
        subject=chance.choice(("weapon.drone", "weapon.missile", "weapon"))
        if weapons
        else chance.choice(("person", "person.child")),
        low=low,
        high=low if chance.random() < 0.8 else None,
        place="UA" if weapons else chance.choice(_PLACES),
        start=evening,
        end=evening + timedelta(hours=15),
        time_precision=TimePrecision.NIGHT,
        speaker=None if speaker == "media" else speaker,
        span=(start, start + len(quote)),
        quote=quote,
        rule="bench",
    )
