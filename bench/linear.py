"""What length costs: ten times the text takes about ten times as long, a longer stream takes no more memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from time import process_time

from bench.tables import print_table
from vidbiy.model import Document
from vidbiy.reading import Reader

__all__ = ["run"]

_REPORT = (
    "Уночі ворог запустив 58 ударних БпЛА та дві ракети Х-59 із Курської області. Збито 41 дрон. "
    "У Шевченківському районі Харкова загорівся склад, четверо людей поранені, пошкоджено 14 будинків.\n\n"
)
# Texts in which one thing never ends: what a rule that looks around too far would trip over.
_SHAPES = {
    "reports": _REPORT,
    "one sentence of counts": "збито 12 дронів, поранено 5 людей у Харкові, ",
    "numbers": "12 345 678 ",
    "one number": "7",
    "number words": "сто двадцять п'ять ",
    "brackets": "(дрони [дрон ",
    "places": "Харків Одеса Суми ",
    "line ends": "дрон\n",
    "quotes": "Мер сказав: «Збито дрон, є “постраждалі”». ",
}
# Without a word of ours a text would be turned away unread.
_OPENING = "Збито дрон. "
_SIZES = (10_000, 100_000)
_DOCUMENTS = (2_000, 20_000)
_ROUNDS = 3


def run() -> None:
    """Print the times for each shape of text, then the memory for each length of stream."""
    reader = Reader()
    reader.read(Document(id="load", text=_REPORT))
    rows = []
    for name, piece in _SHAPES.items():
        short, long = (_seconds(reader, (_OPENING + piece * (size // len(piece) + 1))[:size]) for size in _SIZES)
        rows.append((name, f"{short * 1000:.1f}", f"{long * 1000:.1f}", f"{long / short:.1f}"))
    head = ("text of", f"ms at {_SIZES[0]:,}", f"ms at {_SIZES[1]:,}", "times")
    print_table("Ten times the characters (Ukrainian, processor time)", head, rows)
    streams = [(f"{number:,}", f"{_peak(number):.1f}") for number in _DOCUMENTS]
    print_table("Peak memory of vidbiy read --jsonl", ("documents", "MiB"), streams)


def _seconds(reader: Reader, text: str) -> float:
    document = Document(id="long", text=text)
    times = []
    for _ in range(_ROUNDS):
        start = process_time()
        reader.read(document, language="uk")
        times.append(process_time() - start)
    return median(times)


def _peak(documents: int) -> float:
    """Return the greatest memory, in MiB, that a stream of so many documents takes."""
    program = (
        "import resource, sys; from vidbiy.cli import main; "
        "main(['read', '--jsonl', '-'], standalone_mode=False); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with process:
        _, said = process.communicate("".join(_lines(documents)))
    # The system counts in KiB, that of macOS in bytes.
    return int(said.split()[-1]) / (2**20 if sys.platform == "darwin" else 2**10)


def _lines(documents: int) -> Iterator[str]:
    for number in range(documents):
        yield json.dumps({"id": str(number), "text": f"{_REPORT} {number}"}, ensure_ascii=False) + "\n"
