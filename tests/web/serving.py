"""Running `vidbiy` in processes of its own, and ledgers to serve."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
from tests.ledger.making import provenance

from vidbiy.cli.demo import examples_folder
from vidbiy.ledger import Ledger, NewDocument, NewReading
from vidbiy.model import Document
from vidbiy.reading import Reader
from vidbiy.reading.version import reader_version
from vidbiy.reconcile.history import NightTable

NIGHT = "UA-2025-07-04-night"


def bundled_night(address: str) -> None:
    """Put the bundled night into a new ledger, as `vidbiy ingest` does."""
    vidbiy("ingest", "--db", address, str(examples_folder() / "2025-07-04"))
    with Ledger.open(address) as ledger:
        NightTable.open(ledger).close()


def copied(address: str, folder: Path) -> str:
    """Return the address of a copy of a ledger, with its table of nights: that need not be made anew for each test."""
    for suffix in ("", ".nights"):
        shutil.copyfile(f"{address}{suffix}", folder / f"copy.db{suffix}")
    return str(folder / "copy.db")


def vidbiy(*arguments: str, input: str | None = None) -> str:
    """Run a command to its end and return what it printed."""
    command = [sys.executable, "-m", "vidbiy", *arguments]
    done = subprocess.run(command, input=input, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def told(id: str, text: str, **fields: object) -> NewDocument:
    """Return a document with what the reader reads in it."""
    document = Document.from_dict({"id": id, "text": text, "published": "2025-07-04T15:00:00+03:00", **fields})
    found = Reader().read(document)
    reading = NewReading(reader=reader_version(), language=found.language, claims=found.claims)
    return NewDocument(document=document, provenance=provenance(), origin=f"id:{id}", reading=reading)


def append(address: str, *documents: NewDocument) -> list[int]:
    """Append documents and return their entries."""
    with Ledger.open(address) as ledger:
        return [receipt.seq for receipt in ledger.append(list(documents))]


class Server:
    """`vidbiy serve` in a process of its own, at a port that the system chose, or that it had before."""

    def __init__(self, address: str, *options: str) -> None:
        self.address = address
        self.url = ""
        self._log = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed when it ends
        self._options = options
        self._port = "0"
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Server:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._log.close()

    def start(self) -> None:
        """Start it, and wait until it says where it is."""
        command = [sys.executable, "-m", "vidbiy", "serve", "--db", self.address, "--port", self._port, *self._options]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self._log, text=True, env=environment)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if found is None:
            raise AssertionError(f"the server did not start: {line}{self.log}")
        self.url, self._port = found[0], found[1]
        self._wait_for_the_history()

    def _wait_for_the_history(self) -> None:
        """Wait until the table of nights is made; the server answers what needs no comparison before."""
        until = time.monotonic() + 30
        with httpx.Client(base_url=self.url, timeout=30) as asking:
            while asking.get("/api/v1/nights").status_code == 503:
                assert time.monotonic() < until, f"the history was not made in time: {self.log}"

    @property
    def log(self) -> str:
        """What it wrote to standard error."""
        self._log.seek(0)
        return self._log.read()

    def stop(self) -> int:
        """Stop it as Ctrl-C does, and return its status."""
        if self._process is None:
            return 0
        process, self._process = self._process, None
        process.send_signal(signal.SIGINT)
        try:
            return process.wait(timeout=15)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()


def examples(name: str) -> str:
    """Return the text of a bundled document, without its header."""
    text = (Path(examples_folder()) / "2025-07-04" / name).read_text(encoding="utf-8")
    return text.partition("\n---\n")[2] or text
