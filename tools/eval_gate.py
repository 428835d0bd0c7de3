"""The quality gate: the gold corpus in tests/eval is read, and no figure may be under its floor (`make eval`).

    python -m tools.eval_gate                 print the figures; status 1 if one is under its floor
    python -m tools.eval_gate --errors uk     print what was missed and what was wrong in one language
    python -m tools.eval_gate --update        raise the floors; refuses to lower one
    python -m tools.eval_gate --update --lower de.recall --why TEXT
                                              lower a floor, or all of a language or measure, for a reason

The floors are pinned with the hash of the corpus: whoever adds a document updates them in the same commit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.scoring import FIGURES, Error, Tally, load, score
from vidbiy.model import Document
from vidbiy.reading import Reader

__all__ = ["CORPUS", "Evaluation", "Floors", "corpus_hash", "evaluate", "main", "under"]

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "eval"
# A measure with fewer gold claims moves too far by a single one to hold a floor.
_ENOUGH = 20
# Floors have three places, rounded down; the tolerance is for the last bit of the division.
_STEP, _TOLERANCE = 1000, 1e-9


@dataclass(slots=True)
class Evaluation:
    """The tallies by language and by measure, and every error by language."""

    languages: dict[str, Tally] = field(default_factory=dict)
    measures: dict[str, Tally] = field(default_factory=dict)
    errors: dict[str, list[Error]] = field(default_factory=dict)

    def figures(self) -> dict[str, float]:
        """Return every figure that can hold a floor, by its name: "uk.recall", "killed.place"."""
        groups = self.languages | {name: tally for name, tally in self.measures.items() if tally.gold >= _ENOUGH}
        found = {f"{group}.{name}": tally.figure(name) for group, tally in groups.items() for name in FIGURES}
        return {name: figure for name, figure in found.items() if figure is not None}


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered, and why."""

    figure: str
    old: float
    new: float
    why: str


@dataclass(slots=True)
class Floors:
    """The floors as they stand in floors.toml."""

    corpus: str = ""
    figures: dict[str, float] = field(default_factory=dict)
    lowered: list[Lowered] = field(default_factory=list)

    @classmethod
    def load(cls, path: Path) -> Floors:
        """Return the floors in the file at `path`; none if there is no such file."""
        if not path.exists():
            return cls()
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        figures = {
            f"{group}.{name}": floor
            for group, floors in table.get("floors", {}).items()
            for name, floor in floors.items()
        }
        return cls(table["corpus"], figures, [Lowered(**row) for row in table.get("lowered", [])])

    def text(self) -> str:
        """Return the file's text."""
        lines = ["# Written by `python -m tools.eval_gate --update`, which raises floors and lowers none.", ""]
        lines += [f'corpus = "{self.corpus}"']
        group = ""
        for figure, floor in self.figures.items():
            if figure.partition(".")[0] != group:
                group = figure.partition(".")[0]
                lines += ["", f"[floors.{group}]"]
            lines.append(f"{figure.partition('.')[2]} = {floor:.3f}")
        for one in self.lowered:
            why = json.dumps(one.why, ensure_ascii=False)
            lines += ["", "[[lowered]]", f'figure = "{one.figure}"', f"old = {one.old:.3f}", f"new = {one.new:.3f}"]
            lines.append(f"why = {why}")
        return "\n".join(lines) + "\n"


def corpus_hash(folder: Path) -> str:
    """Return the SHA-256 of the corpus: of its files' names and contents, in the order of the names."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.jsonl")):
        content = path.read_bytes()
        digest.update(f"{path.name}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()


def evaluate(folder: Path = CORPUS) -> Evaluation:
    """Read all documents of the corpus and score them."""
    evaluation = Evaluation()
    reader = Reader()
    for path in sorted(folder.glob("*.docs.jsonl")):
        language = path.name.partition(".")[0]
        gold = load(folder / f"{language}.gold.jsonl")
        evaluation.languages[language], evaluation.errors[language] = Tally(), []
        for record in load(path).values():
            document = Document.from_dict(record)
            # The language is left for the reader to find, as it is for a user's text.
            claims = [claim.to_dict() for claim in reader.read(document).claims]
            for measure, tally, errors in score(document.text, gold[document.id]["claims"], claims):
                evaluation.languages[language].add(tally)
                evaluation.measures.setdefault(measure, Tally()).add(tally)
                evaluation.errors[language] += [
                    Error(error.kind, document.id, error.claim, error.got) for error in errors
                ]
    return evaluation


def under(figures: Mapping[str, float], floors: Floors) -> list[tuple[str, float, float]]:
    """Return each figure that is under its floor: its name, itself, the floor. One that is gone counts as 0."""
    return [
        (name, figures.get(name, 0.0), floor)
        for name, floor in floors.figures.items()
        if figures.get(name, 0.0) + _TOLERANCE < floor
    ]


def raised(floors: Floors, figures: Mapping[str, float], corpus: str, lower: Sequence[str], why: str) -> Floors:
    """Return new floors: each as high as its figure, or where that would lower it as `lower` allows.

    Raises:
        ValueError: a floor would have to be lowered that is not in `lower`; the message says which.
    """
    sunk = under(figures, floors)
    refused = [name for name, _, _ in sunk if not {name, name.partition(".")[0]} & set(lower)]
    if refused:
        raise ValueError(
            f"{', '.join(refused)} would be lowered. Mend what made it worse, or say --lower {refused[0]} --why TEXT."
        )
    rounded = {name: math.floor(figure * _STEP + _TOLERANCE) / _STEP for name, figure in figures.items()}
    lowered = [Lowered(name, floor, rounded.get(name, 0.0), why) for name, _, floor in sunk]
    allowed = {one.figure for one in lowered}
    new = {
        name: floor if name in allowed else max(floor, floors.figures.get(name, 0.0)) for name, floor in rounded.items()
    }
    return Floors(corpus, new, [*floors.lowered, *lowered])


def _print_table(head: str, groups: Iterable[tuple[str, Tally]], floors: Floors) -> None:
    print(f"{head:16} {'gold':>5} {'missed':>6} {'wrong':>5} {''.join(f'{name:>11}' for name in FIGURES)}")
    for group, tally in groups:
        cells = [_cell(tally.figure(name), floors.figures.get(f"{group}.{name}")) for name in FIGURES]
        print(f"{group:16} {tally.gold:5} {tally.missed:6} {tally.wrong:5} {''.join(cells)}")
    print()


def _cell(figure: float | None, floor: float | None) -> str:
    """Return a figure, with a "<" where it is under its floor."""
    if figure is None:
        return f"{'-':>11}"
    low = floor is not None and figure + _TOLERANCE < floor
    return f"{'<' if low else '':>5}{figure:6.3f}"


def _print_errors(errors: Iterable[Error]) -> None:
    for error in errors:
        keys = ("measure", "subject", "low", "high", "place", "speaker", "date", "quote", "rule")
        shown = {key: error.claim[key] for key in keys if key in error.claim}
        got = f" got {json.dumps(error.got)}" if error.kind not in ("MISSED", "WRONG") else ""
        print(f"{error.kind} {error.document} {json.dumps(shown, ensure_ascii=False)}{got}")


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="eval_gate", description="Hold the reader to its floors on the gold corpus.")
    parser.add_argument("--errors", metavar="LANG", help="print each error in one language")
    parser.add_argument("--update", action="store_true", help="raise the floors to the figures of now")
    parser.add_argument("--lower", metavar="NAME", action="append", default=[], help="let --update lower this floor")
    parser.add_argument("--why", default="", help="the reason for --lower; it is kept beside the floors")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help=argparse.SUPPRESS)
    found = parser.parse_args(arguments)
    if found.lower and not (found.update and found.why.strip()):
        parser.error("--lower needs --update and --why TEXT")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate and return its status."""
    wanted = _arguments(arguments)
    evaluation = evaluate(wanted.corpus)
    if wanted.errors:
        _print_errors(evaluation.errors.get(wanted.errors, []))
        return 0
    path, corpus = wanted.corpus / "floors.toml", corpus_hash(wanted.corpus)
    floors, figures = Floors.load(path), evaluation.figures()
    _print_table("language", evaluation.languages.items(), floors)
    _print_table("measure", sorted(evaluation.measures.items()), floors)
    if not wanted.update:
        return _judge(figures, floors, corpus)
    try:
        new = raised(floors, figures, corpus, wanted.lower, wanted.why.strip())
    except ValueError as error:
        print(f"No floor was written: {error}", file=sys.stderr)
        return 1
    path.write_text(new.text(), encoding="utf-8")
    print(f"{len(new.figures)} floors are written.")
    return 0


def _judge(figures: Mapping[str, float], floors: Floors, corpus: str) -> int:
    sunk = under(figures, floors)
    for name, figure, floor in sunk:
        print(f"UNDER ITS FLOOR: {name} is {figure:.3f}, its floor {floor:.3f}", file=sys.stderr)
    changed = floors.corpus != corpus
    if changed:
        print("The corpus is not the one that the floors are pinned to; run it with --update.", file=sys.stderr)
    if not sunk and not changed:
        print(f"All {len(floors.figures)} floors hold.")
    return 1 if sunk or changed else 0


if __name__ == "__main__":
    sys.exit(main())
