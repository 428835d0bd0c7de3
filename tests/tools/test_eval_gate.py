"""The quality gate: floors hold, rise, and never sink in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tools import eval_gate
from tools.eval_gate import CORPUS, Floors, main
from tools.scoring import load

TEXT = "Two people were killed in Kyiv. Three people were injured in Kyiv."
CLAIMS = [
    {"measure": "killed", "subject": "person", "low": 2, "high": 2, "place": "UA-30"},
    {"measure": "injured", "subject": "person", "low": 3, "high": 3, "place": "UA-30"},
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one document that the reader reads whole, with floors."""
    _write(tmp_path, CLAIMS)
    assert main(["--corpus", str(tmp_path), "--update"]) == 0
    return tmp_path


def _write(folder: Path, claims: list[dict[str, object]]) -> None:
    document = {"id": "one", "text": TEXT, "published": "2025-07-04T09:30:00+03:00"}
    (folder / "en.docs.jsonl").write_text(json.dumps(document) + "\n", encoding="utf-8")
    (folder / "en.gold.jsonl").write_text(json.dumps({"id": "one", "claims": claims}) + "\n", encoding="utf-8")


def _worse(folder: Path) -> None:
    """Ask for a claim that the text does not make."""
    _write(folder, [*CLAIMS, {"measure": "missing", "subject": "person", "low": 9, "high": 9}])


def test_floors_that_hold(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The gate passes as long as nothing is worse."""
    assert main(["--corpus", str(corpus)]) == 0
    assert "floors hold" in capsys.readouterr().out


def test_a_figure_under_its_floor_fails(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The gate names the figure and its floor."""
    _worse(corpus)
    assert main(["--corpus", str(corpus)]) == 1
    assert "UNDER ITS FLOOR: en.recall is 0.667, its floor 1.000" in capsys.readouterr().err


def test_another_corpus_fails(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Floors hold for one corpus: a changed one needs an update, even if all figures are good."""
    _write(corpus, CLAIMS[:1])
    assert main(["--corpus", str(corpus)]) == 1
    assert "pinned" in capsys.readouterr().err


def test_an_update_refuses_to_lower(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file stays as it is, and the message says what would sink."""
    before = (corpus / "floors.toml").read_text(encoding="utf-8")
    _worse(corpus)
    assert main(["--corpus", str(corpus), "--update"]) == 1
    assert "en.recall, en.f1 would be lowered" in capsys.readouterr().err
    assert (corpus / "floors.toml").read_text(encoding="utf-8") == before


def test_lowering_takes_a_reason_and_keeps_it(corpus: Path) -> None:
    """Whoever lowers a floor signs for it."""
    _worse(corpus)
    assert main(["--corpus", str(corpus), "--update", "--lower", "en", "--why", 'the gold "grew"']) == 0
    floors = Floors.load(corpus / "floors.toml")
    assert floors.figures["en.recall"] == 0.666
    assert [(one.figure, one.old, one.why) for one in floors.lowered] == [
        ("en.recall", 1.0, 'the gold "grew"'),
        ("en.f1", 1.0, 'the gold "grew"'),
    ]
    assert main(["--corpus", str(corpus)]) == 0


@pytest.mark.parametrize("arguments", [["--lower", "en", "--why", "so"], ["--update", "--lower", "en"]])
def test_lowering_without_update_or_reason_is_refused(arguments: list[str]) -> None:
    """There is no silent way to lower a floor."""
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_an_update_raises_what_is_better() -> None:
    """Each floor takes the greater of itself and its figure, rounded down."""
    old = Floors("old", {"en.recall": 0.5, "en.precision": 0.9})
    new = eval_gate.raised(old, {"en.recall": 0.66666, "en.precision": 0.9}, "new", [], "")
    assert new == Floors("new", {"en.recall": 0.666, "en.precision": 0.9})


def test_a_floor_without_a_figure_counts_as_sunk() -> None:
    """Deleting the documents of a measure is no way past its floor."""
    assert eval_gate.under({}, Floors("x", {"killed.recall": 0.8})) == [("killed.recall", 0.0, 0.8)]


def test_errors_of_one_language_are_shown(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever mends the reader sees each miss with its document."""
    _worse(corpus)
    assert main(["--corpus", str(corpus), "--errors", "en"]) == 0
    assert capsys.readouterr().out.startswith('MISSED one {"measure": "missing"')


def test_every_quote_of_the_corpus_stands_in_its_text() -> None:
    """A gold claim without its words would be a claim without evidence."""
    for path in sorted(CORPUS.glob("*.docs.jsonl")):
        documents = load(path)
        gold = load(CORPUS / path.name.replace("docs", "gold"))
        assert documents.keys() == gold.keys()
        assert len(documents) >= 60
        for name, record in gold.items():
            assert documents[name]["synthetic"] is True
            for claim in record["claims"]:
                assert claim["quote"] in documents[name]["text"], (name, claim["quote"])
