"""One contestant goes several times through one set of texts: `python -m bench.contest vidbiy|spacy SET`.

It prints the seconds of each pass. Each turn is a process of its own, so that both start cold: in the first pass no
word was seen before, in the later ones both have seen every word (spaCy keeps the cuts of words, Vidbiy what it knows of
them; neither keeps a text). What is loaded once and serves every text (the lexicon here, the language there) is loaded
before the clock starts. The clock is the processor time of the process, which other work on the machine lengthens
little.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from bench.shared import mod_russia_posts
from vidbiy.model import Document
from vidbiy.reading import Reader
from vidbiy.reading.relevance import is_relevant

__all__ = ["Race", "race"]

_EVAL = Path(__file__).resolve().parents[1] / "tests" / "eval"
_ROUNDS, _PASSES = 3, 5
# A report that every reader loads for: it makes the lexicon of each language come in before the clock starts.
_LOADING = {
    "en": "Russia launched 12 drones.",
    "uk": "Ворог запустив 12 дронів.",
    "ru": "Сбиты 12 дронов.",
    "de": "Russland startete 12 Drohnen.",
    "pl": "Rosja wystrzeliła 12 dronów.",
}
_FAR_AWAY = [
    (
        "en",
        "The choir sang the second half without a score, and the hall stayed silent for a while before it clapped. ",
    ),
    ("uk", "Хор співав другу половину без нот, і зала ще довго мовчала, перш ніж почала плескати. "),
    ("ru", "Хор пел вторую половину без нот, и зал ещё долго молчал, прежде чем начал хлопать. "),
    ("de", "Der Chor sang die zweite Hälfte ohne Noten, und der Saal blieb lange still, bevor er klatschte. "),
    ("pl", "Chór śpiewał drugą połowę bez nut, a sala długo milczała, zanim zaczęła klaskać. "),
]

Texts = list[tuple[str, str]]  # (language, text)
Turn = list[float]  # the seconds of each pass over the texts


@dataclass(frozen=True, slots=True)
class Pace:
    """How long both took for one text, in seconds."""

    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """How many times as fast ours is."""
        return self.theirs / self.ours


@dataclass(frozen=True, slots=True)
class Race:
    """The seconds that both took for the same texts, turn by turn."""

    documents: int
    ours: tuple[Turn, ...]
    theirs: tuple[Turn, ...]

    @property
    def first(self) -> Pace:
        """The first pass: the median over the turns."""
        return self._pace(lambda turn: turn[0])

    @property
    def typical(self) -> Pace:
        """The median pass, the first one included: its median over the turns."""
        return self._pace(median)

    def _pace(self, of: Callable[[Turn], float]) -> Pace:
        ours, theirs = (median(map(of, turns)) / self.documents for turns in (self.ours, self.theirs))
        return Pace(ours, theirs)


def race(name: str, rounds: int = _ROUNDS) -> Race:
    """Let both take turns on the texts called `name`; who goes first changes."""
    texts = SETS[name]()
    seconds: dict[str, list[Turn]] = {"vidbiy": [], "spacy": []}
    for number in range(rounds):
        for contestant in sorted(seconds, reverse=bool(number % 2)):
            seconds[contestant].append(_turn(contestant, name))
    return Race(len(texts), tuple(seconds["vidbiy"]), tuple(seconds["spacy"]))


def _turn(contestant: str, name: str) -> Turn:
    command = [sys.executable, "-m", "bench.contest", contestant, name]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return [float(second) for second in json.loads(done.stdout)]


def posts() -> Texts:
    """Return all posts of the Russian defence ministry."""
    return [("ru", post["text"]) for post in mod_russia_posts()]


def reports() -> Texts:
    """Return the reports of the gold corpus that have about 1,200 characters, cut or not to just these."""
    found = []
    for path in sorted(_EVAL.glob("*.docs.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            if len(text) >= 1100 and is_relevant(text):
                found.append((path.name.partition(".")[0], text[:1200]))
    return found


def irrelevant() -> Texts:
    """Return what is turned away: such posts, and texts of the length of a story about something else."""
    turned_away = [("ru", text) for _, text in posts() if not is_relevant(text)]
    stories = [(language, (sentence * 20)[:1200]) for language, sentence in _FAR_AWAY for _ in range(100)]
    return turned_away + stories


SETS: dict[str, Callable[[], Texts]] = {"posts": posts, "reports": reports, "irrelevant": irrelevant}


def _vidbiy(texts: Texts) -> Turn:
    reader = Reader()
    for language in {language for language, _ in texts}:
        reader.read(Document(id="load", text=_LOADING[language]), language=language)
    documents = [Document(id=str(number), text=text) for number, (_, text) in enumerate(texts)]
    return _clock(lambda: [reader.read(document) for document in documents])


def _spacy(texts: Texts) -> Turn:
    import spacy  # noqa: PLC0415 - it takes a second to import, and only this contestant needs it

    pipelines = {language: spacy.blank(language) for language in {language for language, _ in texts}}
    return _clock(lambda: [pipelines[language].make_doc(text) for language, text in texts])


def _clock(work: Callable[[], object]) -> Turn:
    seconds = []
    for _ in range(_PASSES):
        gc.collect()
        start = process_time()
        work()
        seconds.append(process_time() - start)
    return seconds


def main(arguments: Sequence[str]) -> None:
    """Take one turn and print its seconds."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    contestant, name = arguments
    texts = SETS[name]()
    print(json.dumps(_vidbiy(texts) if contestant == "vidbiy" else _spacy(texts)))


if __name__ == "__main__":
    main(sys.argv[1:])
