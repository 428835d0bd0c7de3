"""The ledger: ingest beside reading alone, the queries of the later stages, and how fast it is verified."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from tools.throwaway_postgres import PostgresMissingError, ThrowawayPostgres

from bench.tables import print_table
from vidbiy.cli.arguments.inputs import Defaults
from vidbiy.cli.ingest.inputs import IngestInputs
from vidbiy.cli.ingest.run import ingest_into
from vidbiy.ledger import ClaimQuery, Ledger, NewDocument, NewReading, Provenance
from vidbiy.model import Claim, Document, Measure, TimePrecision
from vidbiy.reading import Reader
from vidbiy.sources import read_jsonl

__all__ = ["run"]

_EVAL = Path(__file__).resolve().parents[1] / "tests" / "eval"
_REPEATED = 5
_ROUNDS = 3
_QUERIES = 15
_PAGE = 100

_BEGIN = datetime(2022, 3, 1, 18, tzinfo=UTC)
_PLACES = [f"UA-{number:02d}.place-{town}" for number in range(5, 75, 3) for town in range(40)]
_SPEAKERS = [
    "ua-air-force",
    "ua-ses",
    "ua-police",
    "ua-railways",
    *(f"oma-UA-{number:02d}" for number in range(5, 75, 3)),
]
_WORDS = [f"слово{number}" for number in range(20_000)]


def run(documents: int = 200_000) -> None:
    """Print the three tables, for each database that there is."""
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        folder = Path(name)
        server = None
        try:
            server = stack.enter_context(ThrowawayPostgres(safe=True))
        except PostgresMissingError as error:
            print(f"\nPostgreSQL is left out: {error}")
        _ingest(folder, server)
        addresses = {"sqlite": str(folder / "large.db")}
        if server is not None:
            addresses["postgresql"] = server.database()
        built = [(kind, _build(address, documents)) for kind, address in addresses.items()]
        rows = [(kind, f"{documents:,}", f"{documents / seconds:,.0f}") for kind, seconds in built]
        print_table(
            "Documents of five claims each, appended without reading", ("ledger", "documents", "a second"), rows
        )
        _queries(addresses, documents)
        _verify(addresses, folder / "large.db")


# ---- Ingest beside reading


def _ingest(folder: Path, server: ThrowawayPostgres | None) -> None:
    path = folder / "reports.jsonl"
    number = _reports(path)
    with _one_core():
        reading = _reading_alone(path)
        rows = [("reading alone", number, *_rates(number, reading, reading))]
        for kind in ("sqlite", "postgresql"):
            if kind == "postgresql" and server is None:
                continue
            rounds = []
            for turn in range(_ROUNDS):
                address = server.database() if kind == "postgresql" and server else str(folder / f"{turn}.db")
                rounds.append(_ingest_once(path, address))
            rows.append((f"ingest into {kind}", number, *_rates(number, min(rounds), reading)))
    head = ("one core, one process", "documents", "cpu ms each", "wall ms each", "cpu, of reading", "wall, of reading")
    print_table("Reading and ingest of the project's own corpus (goal: 60 % of reading; best of rounds)", head, rows)


def _reports(path: Path) -> int:
    number = 0
    with path.open("w", encoding="utf-8") as file:
        for turn in range(_REPEATED):
            for source in sorted(_EVAL.glob("*.docs.jsonl")):
                for line in source.read_text(encoding="utf-8").splitlines():
                    document = json.loads(line)
                    document["id"] = f"{document['id']}-{turn}"
                    document["text"] += f" {turn}"
                    file.write(f"{json.dumps(document, ensure_ascii=False)}\n")
                    number += 1
    return number


@contextlib.contextmanager
def _one_core() -> Iterator[None]:
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def _reading_alone(path: Path) -> tuple[float, float]:
    reader = Reader()

    def work() -> None:
        with path.open("rb") as stream:
            for document in read_jsonl(stream):
                if isinstance(document, Document):
                    reader.read(document)

    work()
    return min(_timed(work) for _ in range(_ROUNDS))


def _ingest_once(path: Path, address: str) -> tuple[float, float]:
    with Ledger.open(address, create=True) as ledger, contextlib.redirect_stdout(io.StringIO()):
        inputs = IngestInputs((str(path),), defaults=Defaults(), lines=False)
        return _timed(lambda: ingest_into(ledger, inputs, jobs=1, lines=False))


def _rates(number: int, spent: tuple[float, float], reading: tuple[float, float]) -> tuple[str, ...]:
    each = (f"{seconds / number * 1000:.2f}" for seconds in spent)
    return (*each, *(f"{alone / seconds:.0%}" for alone, seconds in zip(reading, spent, strict=True)))


# ---- A large ledger


def _build(address: str, documents: int) -> float:
    chance = random.Random(1)
    begun = time.perf_counter()
    with Ledger.open(address, create=True) as ledger:
        for first in range(0, documents, 500):
            ledger.append([_document(number, chance) for number in range(first, min(first + 500, documents))])
        ledger.settle()
    return time.perf_counter() - begun


def _document(number: int, chance: random.Random) -> NewDocument:
    night = _BEGIN + timedelta(days=number * 1500 // 200_000)
    counts = [f"{chance.randrange(1, 600)} дронів" for _ in range(5)]
    text = f"{'. '.join(counts)}. {' '.join(chance.choices(_WORDS, k=60))}"
    claims, at = [], 0
    for quote in counts:
        at = text.index(quote, at)
        low = int(quote.split()[0])
        claims.append(
            Claim(
                measure=chance.choice(list(Measure)),
                subject="weapon.drone.shahed",
                low=low,
                high=low,
                place=chance.choice(_PLACES),
                start=night,
                end=night + timedelta(hours=15),
                time_precision=TimePrecision.NIGHT,
                speaker=chance.choice(_SPEAKERS),
                span=(at, at + len(quote)),
                quote=quote,
                rule="count",
            )
        )
        at += len(quote)
    document = Document(f"d{number}", text, night + timedelta(hours=15), chance.choice(_SPEAKERS))
    came = Provenance(raw=f"{text}\n".encode(), address=f"id:d{number}", fetched_at=_BEGIN, tool="bench")
    reading = NewReading(reader="bench", language="uk", claims=tuple(claims))
    return NewDocument(document=document, provenance=came, origin=f"id:d{number}", reading=reading)


def _queries(addresses: dict[str, str], documents: int) -> None:
    rows: dict[str, list[object]] = {}
    for address in addresses.values():
        with Ledger.open(address) as ledger:
            for name, ask in _questions(documents).items():
                row = rows.setdefault(name, [name])
                times, found = _asked(ledger, ask)
                row += [found, f"{median(times) * 1000:.1f}", f"{max(times) * 1000:.1f}"]
    head = ["query", *(word for kind in addresses for word in ("rows", f"{kind} ms", "slowest"))]
    print_table(
        f"Queries at {documents:,} documents, {documents * 5:,} claims (goal: below 50 ms)", head, list(rows.values())
    )


def _questions(documents: int) -> dict[str, Callable[[Ledger, random.Random], Iterator[object]]]:
    def night(chance: random.Random) -> tuple[datetime, datetime]:
        start = _BEGIN + timedelta(days=chance.randrange(documents * 1500 // 200_000))
        return start, start + timedelta(hours=15)

    def claims(ledger: Ledger, limit: int | None = _PAGE, **wanted: object) -> Iterator[object]:
        return ledger.claims(ClaimQuery(limit=limit, **wanted))  # type: ignore[arg-type]

    return {
        "a night, first 100": lambda ledger, chance: claims(ledger, period=night(chance)),
        "a night and a measure, all": lambda ledger, chance: claims(
            ledger, None, period=night(chance), measure=chance.choice(list(Measure)).value
        ),
        "a place, first 100": lambda ledger, chance: claims(ledger, place=chance.choice(_PLACES)),
        "a place, all": lambda ledger, chance: claims(ledger, None, place=chance.choice(_PLACES)),
        "a region, first 100": lambda ledger, chance: claims(ledger, place=chance.choice(_PLACES)[:5]),
        "a country, first 100": lambda ledger, _: claims(ledger, place="UA"),
        "a measure, first 100": lambda ledger, chance: claims(ledger, measure=chance.choice(list(Measure)).value),
        "a speaker, first 100": lambda ledger, chance: claims(ledger, speaker=chance.choice(_SPEAKERS)),
        "a document, all": lambda ledger, chance: claims(ledger, None, document=chance.randrange(documents) * 2 + 1),
        "as of a moment, a night": lambda ledger, chance: claims(
            ledger, period=night(chance), as_of=datetime.now(UTC) - timedelta(seconds=chance.randrange(60))
        ),
        "a document by id": lambda ledger, chance: ledger.documents(id=f"d{chance.randrange(documents)}"),
        "a word, first 20": lambda ledger, chance: ledger.search(chance.choice(_WORDS), limit=20),
        "two words, first 20": lambda ledger, chance: ledger.search(
            " ".join(chance.choices(_WORDS[:300], k=2)), limit=20
        ),
        "a word in every text": lambda ledger, _: ledger.search("дронів", limit=20),
    }


def _asked(ledger: Ledger, ask: Callable[[Ledger, random.Random], Iterator[object]]) -> tuple[list[float], int]:
    chance = random.Random(2)
    times, found = [], 0
    for _ in range(_QUERIES + 1):
        begun = time.perf_counter()
        found = max(found, sum(1 for _ in ask(ledger, chance)))
        times.append(time.perf_counter() - begun)
    return times[1:], found


def _verify(addresses: dict[str, str], path: Path) -> None:
    rows = []
    for kind, address in addresses.items():
        with Ledger.open(address) as ledger:
            cpu, wall = _timed(ledger.verify)
            result = ledger.summary()
        size = (path.stat().st_size if kind == "sqlite" else _postgresql_size(address)) / 1e6
        own = f"{size / cpu:.0f}" if kind == "sqlite" else ""  # of PostgreSQL, the server's part is not counted
        rows.append((kind, f"{result.head.seq:,}", f"{size:,.0f}", f"{wall:.1f}", f"{size / wall:.0f}", own))
    head = ("ledger", "entries", "MB", "seconds", "MB/s", "MB a second of processor time")
    print_table("Verify (goal: at least 20 MB/s of the ledger)", head, rows)


def _postgresql_size(address: str) -> int:
    import psycopg  # noqa: PLC0415 - it may be absent

    with psycopg.connect(address) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        return int(row[0]) if row else 0


if __name__ == "__main__":
    run(int(sys.argv[1]) if sys.argv[1:] else 200_000)
