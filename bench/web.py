"""The pages under load, on the loopback interface: 2,000 nights and 1,000,000 claims, 2,000 listeners, 100,000 requests.

The server runs in a process of its own, what asks it in this one: on two cores each has one.
"""

from __future__ import annotations

import asyncio
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from bench.tables import print_table
from bench.web_ledger import build, morning, report
from vidbiy.ledger import Ledger
from vidbiy.model import Measure

__all__ = ["run"]

_CONNECTIONS = 8
_FIRST_VIEWS = 60
_REQUESTS = 5_000
_HEAD_END = b"\r\n\r\n"


def run(nights: int = 2_000, listeners: int = 2_000, requests: int = 100_000, warmed: int = 300) -> None:
    """Print the tables.

    Args:
        nights: in the ledger, of about 500 claims each.
        listeners: of the live stream.
        requests: over which memory is watched.
        warmed: nights, the latest, of which the pages were looked at before.
    """
    with tempfile.TemporaryDirectory() as folder:
        address = str(Path(folder) / "load.db")
        begun = time.monotonic()
        claims = build(address, nights)
        print(f"\n{claims:,} claims in {nights:,} nights, built in {time.monotonic() - begun:.0f} s")
        process, port = _served(address)
        try:
            asyncio.run(_measure(address, port, process.pid, (nights, listeners, requests, warmed)))
        finally:
            process.terminate()
            process.wait()


def _served(address: str) -> tuple[subprocess.Popen[str], int]:
    command = [sys.executable, "-m", "vidbiy", "serve", "--db", address, "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    found = re.search(r":(\d+)/", process.stdout.readline() if process.stdout else "")
    if found is None:
        raise RuntimeError("The server did not start.")
    return process, int(found[1])


async def _measure(address: str, port: int, pid: int, sizes: tuple[int, int, int, int]) -> None:
    nights, listeners, requests, warmed = sizes
    choose = random.Random(1)
    paths = [f"/night/{morning(night).date()}" for night in range(nights)]
    rows = []

    async def asked(name: str, wanted: list[str], connections: int) -> None:
        begun = time.monotonic()
        took = await _ask(port, wanted, connections)
        cuts = quantiles(took, n=100)
        rate = len(wanted) / (time.monotonic() - begun)
        rows.append((name, f"{len(wanted):,}", f"{rate:,.0f}", *(f"{cuts[each] * 1000:.1f}" for each in (49, 94, 98))))

    old = choose.sample(paths[: nights - warmed], min(_FIRST_VIEWS, nights - warmed))
    await asked("the first view of a night, the history being made", old, 1)
    await _ask(port, paths[-warmed:], 2)
    looked_at = [choose.choice(paths[-warmed:]) for _ in range(_REQUESTS)]
    await asked(f"nights looked at before, {_CONNECTIONS} at once", looked_at, _CONNECTIONS)
    figure = f"/figure/UA-{morning(nights - 1).date()}-night/launched/weapon.drone/UA"
    await asked("a figure", [figure] * _REQUESTS, _CONNECTIONS)
    await asked("the API: a night's figures", [f"/api/v1{paths[-1].replace('night', 'nights')}/figures"] * 1000, 4)
    head = ("asked for", "requests", "a second", "median ms", "95th %", "99th %")
    print_table("Pages (goal: 200 a second, 95 % of nights within 50 ms)", head, rows)
    await _print_listeners(address, port, pid, listeners)
    await _print_memory(port, pid, paths[-warmed:], requests, nights * 25)


# ---- Asking


async def _ask(port: int, paths: list[str], connections: int) -> list[float]:
    """Ask for all paths over so many connections that stay open; return how long each answer took."""
    took: list[float] = []
    waiting = iter(paths)

    async def work() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for path in waiting:
            begun = time.perf_counter()
            await _get(reader, writer, path)
            took.append(time.perf_counter() - begun)
        writer.close()

    await asyncio.gather(*(work() for _ in range(connections)))
    return took


async def _get(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nAccept-Encoding: gzip\r\n\r\n"
    writer.write(request.encode())
    head = await reader.readuntil(_HEAD_END)
    length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
    if not head.startswith(b"HTTP/1.1 200") or length is None:
        raise RuntimeError(f"{path}: {head[:100]!r}")
    await reader.readexactly(int(length[1]))


# ---- Listening


async def _print_listeners(address: str, port: int, pid: int, number: int) -> None:
    """Have everybody listen, append one document, and measure when each is told of it."""
    before = _memory(pid)
    streams = [await _listen(port) for _ in range(number)]
    grown = _memory(pid) - before
    arrivals = [asyncio.ensure_future(_until(reader, b"event: claims")) for reader, _ in streams]
    await asyncio.sleep(0)
    new = report(f"late-{number}", 0, [(Measure.INJURED, "person", 77, "UA-30", None)], source="media", hour=10)
    begun = time.monotonic()
    with Ledger.open(address) as ledger:
        ledger.append([new])
    appended = time.monotonic() - begun
    last = [each - begun for each in await asyncio.gather(*arrivals)]
    for _, writer in streams:
        writer.close()
    rows = [(f"{number:,}", f"{min(last):.2f}", f"{max(last):.2f}", f"{appended:.2f}", f"{grown / number * 1024:.0f}")]
    head = ("listeners", "first told after s", "last told after s", "of it appending", "KiB each")
    print_table("Live: a document that another process appends (goal: all within 1 s)", head, rows)


async def _listen(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
    await reader.readuntil(b"event: beat")
    return reader, writer


async def _until(reader: asyncio.StreamReader, wanted: bytes) -> float:
    await reader.readuntil(wanted)
    return time.monotonic()


# ---- Memory


async def _print_memory(port: int, pid: int, paths: list[str], requests: int, documents: int) -> None:
    """Watch the server's memory over many requests, half of them for pages that nobody has asked for before."""
    rows = []
    choose = random.Random(2)
    step = requests // 5
    for turn in range(6):
        rows.append((f"{turn * step:,}", f"{_memory(pid):.0f}"))
        if turn < 5:
            wanted = [_any_page(choose, paths, documents) for _ in range(step)]
            await _ask(port, wanted, _CONNECTIONS)
    print_table("Memory of the server", ("after requests", "MiB"), rows)


def _any_page(choose: random.Random, paths: list[str], documents: int) -> str:
    kinds: tuple[Callable[[], str], ...] = (
        lambda: choose.choice(paths),
        lambda: f"/claim/{choose.randint(documents - 200, documents) * 2}.0",
        lambda: "/check",
        lambda: f"/api/v1/entries/{choose.randint(1, documents)}",
    )
    return choose.choice(kinds)()


def _memory(pid: int) -> float:
    """Return the resident memory of a process in MiB."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return float("nan")
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else float("nan")
