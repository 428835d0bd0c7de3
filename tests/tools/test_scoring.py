"""Our scorer and the public one give the same figures."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tools.scoring import ATTRIBUTES, Tally, load, score

from vidbiy.model import Document
from vidbiy.reading import Reader


def _read(docs: Path, out: Path) -> dict[str, list[dict[str, object]]]:
    """Read a file of documents as `vidbiy read --jsonl` does."""
    reader, found = Reader(), {}
    with out.open("w", encoding="utf-8") as file:
        for record in load(docs).values():
            claims = [claim.to_dict() for claim in reader.read(Document.from_dict(record)).claims]
            found[record["id"]] = claims
            file.write(json.dumps({"id": record["id"], "claims": claims}) + "\n")
    return found


def _lines(tallies: dict[str, Tally], total: Tally) -> list[str]:
    """Print tallies the way the public scorer does."""
    lines = [
        f"{measure:18} found {one.found:4}  missed {one.missed:4}  wrong {one.wrong:4}"
        for measure, one in sorted(tallies.items())
        if one.found or one.missed or one.wrong
    ]
    for name in ATTRIBUTES:
        agreeing, asked = total.agreeing[name], total.asked[name]
        lines.append(f"{name:18} {agreeing}/{asked} = {agreeing / asked:.3f}" if asked else f"{name:18} none")
    lines.append(f"spans exact        {total.agreeing['spans']}/{total.asked['spans']}")
    figures = [total.figure(name) or 0.0 for name in ("precision", "recall", "f1")]
    return [*lines, "precision {:.3f} recall {:.3f} F1 {:.3f}".format(*figures)]


@pytest.mark.parametrize("name", ["seed", "train-a", "train-b", "dev"])
def test_both_scorers_agree(shared: Path, tmp_path: Path, name: str) -> None:
    """Every count and every figure is the same on the shared cases."""
    docs, gold = (shared / "cases" / f"{name}.{kind}.jsonl" for kind in ("docs", "gold"))
    out = tmp_path / "out.jsonl"
    claims = _read(docs, out)
    command = [sys.executable, str(shared / "tools" / "score.py"), str(docs), str(gold), str(out)]
    public = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()

    tallies: dict[str, Tally] = {}
    total = Tally()
    texts = load(docs)
    for document, record in load(gold).items():
        for measure, tally, _ in score(texts[document]["text"], record["claims"], claims[document]):
            tallies.setdefault(measure, Tally()).add(tally)
            total.add(tally)
    assert _lines(tallies, total) == [line for line in public if not line.startswith("documents perfect")]


def _claim(**fields: object) -> dict[str, object]:
    base = {"measure": "killed", "subject": "person", "low": 2, "high": 2, "span": [0, 3], "quote": "two"}
    return {**base, **fields}


def _total(gold: list[dict[str, object]], claims: list[dict[str, object]]) -> Tally:
    total = Tally()
    for _, tally, _ in score("two dead", gold, claims):
        total.add(tally)
    return total


def test_optional_gold_is_neither_missed_nor_wrong() -> None:
    """Read or not read, it leaves precision and recall alone."""
    optional = [{"measure": "killed", "subject": "person", "low": 2, "high": 2, "optional": True}]
    for claims in ([], [_claim()]):
        total = _total(optional, claims)
        assert (total.found, total.missed, total.wrong) == (0, 0, 0)


def test_the_claim_that_agrees_best_is_taken() -> None:
    """Two claims of one key are told apart by place and speaker."""
    gold = [_claim(place="UA-30"), _claim(place="UA-32")]
    total = _total(gold, [_claim(place="UA-32"), _claim(place="UA-30")])
    assert (total.found, total.agreeing["place"]) == (2, 2)


def test_a_span_that_does_not_fit_is_counted() -> None:
    """The quote must be the very characters of the span."""
    total = _total([], [_claim(), _claim(span=[1, 4]), _claim(span=[0, 99])])
    assert (total.agreeing["spans"], total.asked["spans"]) == (1, 3)


def test_a_figure_without_anything_to_measure_is_none() -> None:
    """Nothing read and nothing asked is not perfect, and not bad either."""
    assert Tally().figure("precision") is None
    assert Tally(missed=1).figure("recall") == 0.0
