"""Write the table of scores into README.md: `python -m tools.readme_scores`."""

from __future__ import annotations

import re
from pathlib import Path

from tools.eval_gate import evaluate
from tools.scoring import FIGURES, load

__all__ = ["README", "block", "table"]

README = Path(__file__).resolve().parents[1] / "README.md"
_NAMES = {"en": "English", "uk": "Ukrainian", "ru": "Russian", "de": "German", "pl": "Polish"}
_SHOWN = ("precision", "recall", "f1", "place", "speaker", "date")
_BLOCK = re.compile(r"(?<=<!-- eval -->\n).*?(?=<!-- /eval -->)", re.DOTALL)


def table() -> str:
    """Return the table, a row a language."""
    found = evaluate()
    head = ["language", "documents", "claims", *(name.upper() if name == "f1" else name for name in _SHOWN)]
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for code, name in _NAMES.items():
        tally = found.languages[code]
        documents = len(load(README.parent / "tests" / "eval" / f"{code}.docs.jsonl"))
        figures = [tally.figure(figure) for figure in _SHOWN if figure in FIGURES]
        shown = ["–" if figure is None else f"{figure:.3f}" for figure in figures]
        rows.append([name, str(documents), f"{tally.gold:,}", *shown])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def block(text: str) -> str | None:
    """Return the table that a README has; None where it has none."""
    found = _BLOCK.search(text)
    return None if found is None else found.group()


def main() -> None:
    """Write it."""
    text = README.read_text(encoding="utf-8")
    README.write_text(_BLOCK.sub(table(), text), encoding="utf-8")


if __name__ == "__main__":
    main()
