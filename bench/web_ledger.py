"""A ledger for the load on the pages: nights of some 500 claims each, made up, as official posts and stories that repeat them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from vidbiy.ledger import Ledger, NewDocument, NewReading, Provenance
from vidbiy.model import Claim, Document, Measure, TimePrecision

__all__ = ["FIRST_MORNING", "build", "morning", "report"]

FIRST_MORNING = datetime(2020, 1, 2, 9, tzinfo=UTC)
_REGIONS = ["UA-05", "UA-07", "UA-12", "UA-14", "UA-23", "UA-30", "UA-32", "UA-51", "UA-59", "UA-63", "UA-65", "UA-74"]
_STORIES = 19
_OF_STORY = 23
_AT_ONCE = 500

Said = tuple[Measure, str, int, str, str | None]


def morning(night: int) -> datetime:
    """Return the morning that a night ends on."""
    return FIRST_MORNING + timedelta(days=night)


def build(address: str, nights: int) -> int:
    """Append the nights and return how many claims they have."""
    with Ledger.open(address, create=True) as ledger:
        claims = 0
        waiting: list[NewDocument] = []
        for night in range(nights):
            for new in _documents(night):
                waiting.append(new)
                claims += 0 if new.reading is None else len(new.reading.claims)
            if len(waiting) >= _AT_ONCE:
                ledger.append(waiting)
                waiting = []
        ledger.append(waiting)
        ledger.settle()
    return claims


def _documents(night: int) -> Iterator[NewDocument]:
    chance = random.Random(night)
    drones, missiles = chance.randint(40, 600), chance.randint(0, 60)
    shot, jammed = drones * 6 // 10, drones * 3 // 10
    stopped = missiles * 7 // 10
    force: list[Said] = [
        (Measure.LAUNCHED, "weapon.drone", drones, "UA", "ua-air-force"),
        (Measure.LAUNCHED, "weapon.missile", missiles, "UA", "ua-air-force"),
        (Measure.SHOT_DOWN, "weapon.drone", shot, "UA", "ua-air-force"),
        (Measure.SUPPRESSED, "weapon.drone", jammed, "UA", "ua-air-force"),
        (Measure.SHOT_DOWN, "weapon.missile", stopped, "UA", "ua-air-force"),
        (Measure.HIT, "weapon.drone", drones - shot - jammed, "UA", "ua-air-force"),
        (Measure.HIT, "weapon.missile", missiles - stopped, "UA", "ua-air-force"),
        (Measure.HIT_LOCATIONS, "area.location", chance.randint(1, 30), "UA", "ua-air-force"),
        (Measure.DEBRIS_LOCATIONS, "area.location", chance.randint(1, 40), "UA", "ua-air-force"),
    ]
    regions = chance.sample(_REGIONS, 5)
    local = {region: _of_region(region, chance) for region in regions}
    yield report(f"{night}-af", night, force, source="ua-air-force", hour=8)
    for region in regions:
        yield report(f"{night}-{region}", night, local[region], source=f"oma-{region}", hour=7)
    known = [*force, *(said for told in local.values() for said in told)]
    for story in range(_STORIES):
        told = chance.sample(known, min(_OF_STORY, len(known)))
        wrong = [(*said[:2], said[2] + 1, *said[3:]) if chance.random() < 0.02 else said for said in told]
        yield report(f"{night}-s{story}", night, wrong, source="media", hour=9)


def _of_region(region: str, chance: random.Random) -> list[Said]:
    office = f"oma-{region}"
    return [
        (Measure.KILLED, "person", chance.randint(0, 9), region, office),
        (Measure.INJURED, "person", chance.randint(10, 90), region, office),
        (Measure.HOSPITALISED, "person", chance.randint(1, 10), region, office),
        (Measure.DAMAGED, "site.residential", chance.randint(1, 200), region, office),
        (Measure.FIRE, "site.warehouse", 1, region, office),
        (Measure.WITHOUT_POWER, "customer", chance.randint(100, 90_000), region, office),
    ]


def report(id: str, night: int, told: list[Said], *, source: str, hour: int) -> NewDocument:
    """Return a document with a line for each thing that is said, and the claims that stand in its lines."""
    end = morning(night)
    text, claims = "Made up for a benchmark.\n", []
    for measure, subject, number, place, speaker in told:
        quote = f"{measure.value.replace('_', ' ')}: {number} {subject}"
        claims.append(
            Claim(
                measure=measure,
                subject=subject,
                low=number,
                high=number,
                place=place,
                start=end - timedelta(hours=15),
                end=end,
                time_precision=TimePrecision.NIGHT,
                speaker=None if speaker == source else speaker,
                span=(len(text), len(text) + len(quote)),
                quote=quote,
                rule="bench",
            )
        )
        text += f"{quote} in {place}, {id}\n"
    published = end.replace(hour=hour) + timedelta(hours=1)
    return NewDocument(
        document=Document(id, text, published, source, None, f"Made-up report {id}"),
        provenance=Provenance(raw=text.encode(), address=f"id:{id}", fetched_at=published, tool="bench"),
        origin=f"id:{id}",
        reading=NewReading(reader="bench", language="en", claims=tuple(claims)),
    )
