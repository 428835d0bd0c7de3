"""The memory of an ingest of short documents from a pipe: the same for a million as for a tenth of that."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.tables import print_table

__all__ = ["run"]

_PROGRAM = (
    "import resource, sys; from vidbiy.cli import main; main(sys.argv[1:], standalone_mode=False); "
    "own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)); "
    "print(own, others, file=sys.stderr)"
)


def run(documents: int = 1_000_000) -> None:
    """Print the greatest memory for a tenth of the documents, and for all."""
    rows = [_row(number, jobs) for number, jobs in ((documents // 10, 1), (documents // 10, 2), (documents, 1))]
    head = ("documents", "processes", "MiB at most", "MiB of a reading process", "seconds", "GB of ledger")
    print_table("Memory of vidbiy ingest (goal: flat, below 300 MB)", head, rows)


def _row(documents: int, jobs: int) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        command = [sys.executable, "-c", _PROGRAM, "ingest", "--jsonl", "--jobs", str(jobs), "--db", str(path), "-"]
        pipe = subprocess.PIPE
        begun = time.perf_counter()
        with subprocess.Popen(command, stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe) as process:
            if process.stdin is None or process.stderr is None:
                raise RuntimeError("The ingest has no pipes.")
            for number in range(documents):
                text = f"Post {number}: the museum opens at ten."
                if number % 50 == 0:
                    text = f"Report {number}: Russia launched {number % 600} drones."
                process.stdin.write(f"{json.dumps({'id': f'd{number}', 'text': text})}\n".encode())
            process.stdin.close()
            said = process.stderr.read().decode()
        seconds = time.perf_counter() - begun
        if process.returncode != 0:
            raise RuntimeError(f"The ingest ended with {process.returncode}: {said}")
        own, others = (int(word) / (2**20 if sys.platform == "darwin" else 2**10) for word in said.split()[-2:])
        size = path.stat().st_size / 1e9
    return f"{documents:,}", jobs, f"{own:.0f}", f"{others:.0f}" if jobs > 1 else "", f"{seconds:.0f}", f"{size:.2f}"


if __name__ == "__main__":
    run(int(sys.argv[1]) if sys.argv[1:] else 1_000_000)
