"""Several processes at once, and one that is killed: nothing lost, nothing twice."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from bench.ledger_kill import kill_round, write_documents
from tests.cli.running import plain_environment

from vidbiy.ledger import ClaimQuery, Ledger


def ingest(address: str, *paths: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "vidbiy", "ingest", "--jobs", "1", "--db", address, *map(str, paths)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, encoding="utf-8", env=plain_environment())


def test_several_ingest_at_once_while_others_read(address: str, tmp_path: Path) -> None:
    """Their files overlap, and the ledger is not there yet when they start."""
    shared, own = tmp_path / "shared.jsonl", []
    write_documents(shared, 300)
    for number in range(3):
        path = tmp_path / f"{number}.jsonl"
        lines = [json.dumps({"id": f"p{number}-{line}", "text": f"12 drones, {number}-{line}"}) for line in range(300)]
        path.write_text("\n".join(lines), encoding="utf-8")
        own.append(path)
    with Ledger.open(address, create=True) as reader:
        writers = [ingest(address, path, shared) for path in own]
        seen = 0
        while any(writer.poll() is None for writer in writers):
            count = sum(1 for _ in reader.documents())
            assert count >= seen
            seen = count
            assert sum(1 for _ in reader.claims(ClaimQuery(limit=50))) <= 50
            assert reader.verify().whole
        said = [writer.communicate() for writer in writers]
        assert [(writer.returncode, errors) for writer, (_, errors) in zip(writers, said, strict=True)] == [(0, "")] * 3
        ids = [stored.document.id for stored in reader.documents(every_version=True)]
        assert len(ids) == len(set(ids)) == 1200
        assert reader.verify().whole


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_ingest_loses_nothing_that_it_acknowledged(address: str, tmp_path: Path, jobs: int) -> None:
    """The whole test is `python -m bench.ledger_kill`."""
    documents = tmp_path / "documents.jsonl"
    write_documents(documents, 600)
    chance = random.Random(jobs)
    _, wrong = kill_round(documents, address, tmp_path, chance.uniform(0.7, 2.0), jobs)
    assert wrong == []
