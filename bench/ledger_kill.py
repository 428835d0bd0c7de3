"""The kill test: `kill -9` at a random moment of an ingest, 200 times. Alone: `python -m bench.ledger_kill`.

Each round has a ledger of its own. What the killed run acknowledged must be there once, under the entry it was
acknowledged with; a second run must finish the work; the ledger must verify.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

from tools.throwaway_postgres import PostgresMissingError, ThrowawayPostgres

from bench.tables import print_table
from vidbiy.ledger import Ledger

__all__ = ["kill_round", "run", "write_documents"]

DOCUMENTS = 5000


def write_documents(path: Path, count: int = DOCUMENTS) -> None:
    """Write short reports, each with a figure of its own."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = f"Report {number}. Russia launched {number % 600 + 1} drones, {number % 50 + 1} were shot down."
            if number % 3:
                text = f"Post {number}: the museum opens at ten."
            line = {"id": f"d{number}", "text": text, "published": "2025-07-04T09:00:00+03:00"}
            file.write(f"{json.dumps(line)}\n")


def start(documents: Path, address: str, output: Path, jobs: int) -> subprocess.Popen[bytes]:
    """Begin an ingest in a session of its own, so that its processes can be told from others."""
    options = ["--jsonl", "--jobs", str(jobs), "--db", address]
    command = [sys.executable, "-m", "vidbiy", "ingest", *options, str(documents)]
    with output.open("wb") as file:
        return subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL, start_new_session=True)


def acknowledged(output: Path) -> dict[str, int]:
    """Return what the run has acknowledged; of a line that the kill cut, nothing."""
    found = {}
    for raw in output.read_bytes().splitlines(keepends=True):
        if raw.endswith(b"\n"):
            line = json.loads(raw)
            found[line["id"]] = line["entry"]
    return found


def survivors(group: int) -> bool:
    """Tell whether a process of the killed run still lives, after time enough to see that its parent is gone."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


def kill_round(documents: Path, address: str, folder: Path, after: float, jobs: int) -> tuple[int, list[str]]:
    """Kill one ingest after some seconds and finish it; return how much was acknowledged, and what is wrong."""
    expected = sorted(json.loads(line)["id"] for line in documents.read_text(encoding="utf-8").splitlines())
    output, again = folder / "out", folder / "again"
    process = start(documents, address, output, jobs)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(after)
    process.kill()
    process.wait()
    wrong = ["a reading process outlived the run"] if survivors(process.pid) else []
    before = acknowledged(output)
    status = start(documents, address, again, 1).wait()
    after_all = acknowledged(again)
    if status != 0:
        wrong.append(f"the second run ended with {status}")
    moved = [id for id, entry in before.items() if after_all.get(id) != entry]
    if moved:
        wrong.append(f"{len(moved)} acknowledged documents are not where they were: {moved[:3]}")
    with Ledger.open(address) as ledger:
        ids = sorted(stored.document.id for stored in ledger.documents(every_version=True))
        result = ledger.verify()
    if ids != expected:
        wrong.append(f"{len(ids)} documents, {len(set(ids))} ids, instead of {len(expected)}")
    wrong += [str(finding) for finding in result.findings[:3]]
    return len(before), wrong


class _Tally:
    """How the rounds went."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.rounds = self.failures = self.middle = self.early = 0
        self.begun = time.monotonic()

    def add(self, after: float, count: int, wrong: list[str]) -> None:
        self.rounds += 1
        self.middle += 0 < count < DOCUMENTS
        self.early += count == 0
        if wrong:
            self.failures += 1
            print(f"{self.kind}, killed after {after:.3f} s, {count} acknowledged: {wrong}", flush=True)
        if self.rounds % 20 == 0:
            print(f"{self.kind}: {self.rounds} rounds, {self.failures} failed", flush=True)

    def row(self) -> tuple[object, ...]:
        late = self.rounds - self.middle - self.early
        seconds = f"{time.monotonic() - self.begun:.0f}"
        return self.kind, self.rounds, self.early, self.middle, late, self.failures, seconds


def kill_rounds(kind: str, rounds: int, seed: int) -> _Tally:
    """Kill `rounds` ingests into ledgers of `kind`, and finish each."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name, _addresses(kind, Path(name)) as addresses:
        folder = Path(name)
        documents = folder / "documents.jsonl"
        write_documents(documents)
        begun = time.monotonic()
        start(documents, next(addresses), folder / "out", 1).wait()
        whole = time.monotonic() - begun
        tally = _Tally(kind)
        for number, address in zip(range(rounds), addresses, strict=False):
            jobs = 2 if number % 8 == 7 else 1
            after = chance.uniform(0.0, whole * (1.5 if jobs == 2 else 1.0))
            tally.add(after, *kill_round(documents, address, folder, after, jobs))
    return tally


@contextmanager
def _addresses(kind: str, folder: Path) -> Iterator[Iterator[str]]:
    """Give addresses of new ledgers, without end; each is removed when the next is asked for."""
    with ExitStack() as stack:
        if kind == "sqlite":
            yield _files(folder)
        else:
            yield _databases(stack.enter_context(ThrowawayPostgres()))


def _files(folder: Path) -> Iterator[str]:
    for number in count():
        yield str(folder / f"{number}.db")
        for path in folder.glob(f"{number}.db*"):
            path.unlink()


def _databases(server: ThrowawayPostgres) -> Iterator[str]:
    while True:
        address = server.database()
        yield address
        server.drop(address)


def run(rounds: int = 200, seed: int = 20250704) -> bool:
    """Print a row for each database."""
    tallies = []
    for kind in ("sqlite", "postgresql"):
        try:
            tallies.append(kill_rounds(kind, rounds, seed))
        except PostgresMissingError as error:
            print(f"\n{kind}: left out, {error}")
    head = ("ledger", "kills", "before the first batch", "in the middle", "after the last", "failures", "seconds")
    print_table(
        f"kill -9 in an ingest of {DOCUMENTS:,} documents (seed {seed})", head, [tally.row() for tally in tallies]
    )
    return not any(tally.failures for tally in tallies)


if __name__ == "__main__":
    sys.exit(0 if run(int(sys.argv[1]) if sys.argv[1:] else 200) else 1)
