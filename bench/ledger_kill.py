"""The kill test: `kill -9` at a random moment of an ingest, again and again. `python -m bench.ledger_kill [--rounds N]`.

Each round has a ledger of its own. What the killed run acknowledged must be there once, under the entry it was
acknowledged with; a second run must finish the work; the ledger must verify.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.throwaway_postgres import ThrowawayPostgres

from vidbiy.ledger import Ledger

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
    command = [sys.executable, "-m", "vidbiy", "ingest", "--jsonl", "--jobs", str(jobs), "--db", address, str(documents)]
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
    output = folder / "out"
    process = start(documents, address, output, jobs)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.wait()
    wrong = ["a reading process outlived the run"] if survivors(process.pid) else []
    before = acknowledged(output)
    again = folder / "again"
    status = start(documents, address, again, 1).wait()
    after_all = acknowledged(again)
    if status != 0:
        wrong.append(f"the second run ended with {status}")
    moved = [id for id, entry in before.items() if after_all.get(id) != entry]
    if moved:
        wrong.append(f"{len(moved)} acknowledged documents are not where they were: {moved[:3]}")
    with Ledger.open(address) as ledger:
        ids = [stored.document.id for stored in ledger.documents(every_version=True)]
        result = ledger.verify()
    if sorted(ids) != sorted(f"d{number}" for number in range(DOCUMENTS)):
        wrong.append(f"{len(ids)} documents, {len(set(ids))} ids")
    wrong += [str(finding) for finding in result.findings[:3]]
    return len(before), wrong


def run(kind: str, rounds: int, seed: int) -> bool:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    failures, caught, none_yet = 0, 0, 0
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = folder / "documents.jsonl"
        write_documents(documents)
        server = ThrowawayPostgres() if kind == "postgresql" else None
        try:
            first = time.monotonic()
            address = server.database() if server else str(folder / "first.db")
            start(documents, address, folder / "out", 1).wait()
            whole = time.monotonic() - first
            print(f"{kind}: an ingest of {DOCUMENTS} documents takes {whole:.1f} s; {rounds} rounds, seed {seed}", flush=True)
            for number in range(rounds):
                address = server.database() if server else str(folder / f"{number}.db")
                jobs = 2 if number % 8 == 7 else 1
                moment = chance.uniform(0.0, whole * (1.5 if jobs == 2 else 1.0))
                count, wrong = kill_round(documents, address, folder, moment, jobs)
                caught += 0 < count < DOCUMENTS
                none_yet += count == 0
                if wrong:
                    failures += 1
                    print(f"{kind} round {number}, killed after {moment:.3f} s, {count} acknowledged: {wrong}", flush=True)
                if server:
                    server.drop(address)
                else:
                    for path in folder.glob(f"{number}.db*"):
                        path.unlink()
                if number % 20 == 19:
                    print(f"{kind}: {number + 1} rounds, {failures} failed, {time.monotonic() - begun:.0f} s", flush=True)
        finally:
            if server:
                server.close()
    print(
        f"{kind}: {rounds} kills, {failures} failures; {caught} in the middle, {none_yet} before the first batch, "
        f"{rounds - caught - none_yet} at the end; {time.monotonic() - begun:.0f} s"
    )
    return failures == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20250704)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], action="append")
    options = parser.parse_args()
    kinds = options.database or ["sqlite", "postgresql"]
    sys.exit(0 if all([run(kind, options.rounds, options.seed) for kind in kinds]) else 1)


if __name__ == "__main__":
    main()
