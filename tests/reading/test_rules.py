"""Every rule has an id, a title, a line on the reference page, and a sentence in the tests that it reads."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.build_rules_reference import PAGE, page

from vidbiy.model import Document
from vidbiy.reading import Reader
from vidbiy.reading.rules import RULES

TESTS = Path(__file__).parent
SOURCE = Path(__file__).resolve().parents[2] / "src" / "vidbiy" / "reading"
FAMILIES = sorted({rule.partition(".")[0] for rule in RULES})
# Subjects that look like ids of rules.
SERVICES = {f"service.{name}" for name in ("rail", "power", "water", "heat", "health", "transit", "air", "telecom")}


def _strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _ids_in_code() -> set[str]:
    """Return every string in the reader's code, its table of rules apart, that is written like the id of a rule."""
    written = re.compile(rf"(?:{'|'.join(FAMILIES)})\.[a-z_]+")
    files = [path for path in SOURCE.rglob("*.py") if path.name != "rules.py"]
    return {text for path in files for text in _strings(path) if written.fullmatch(text)} - SERVICES


def test_the_table_holds_the_rules_of_the_code() -> None:
    """A rule that the code can give has a title, and no title outlives its rule."""
    assert _ids_in_code() == set(RULES)


def test_the_reference_page_is_fresh() -> None:
    """The page is the table: python -m tools.build_rules_reference writes it."""
    assert PAGE.read_text(encoding="utf-8") == page()


# One sentence and its claims, where the rule has no table of its own elsewhere: (rule, language, text, claims).
EXAMPLES: list[tuple[str, str, str, list[tuple[str, str, int | None]]]] = [
    (
        "count.continued",
        "uk",
        "Збито 31 дрон. Також два «Калібри».",
        [("shot_down", "weapon.drone", 31), ("shot_down", "weapon.missile.cruise.kalibr", 2)],
    ),
    ("count.intrinsic", "en", "The officer counted 12 impacts.", [("hit", "weapon", 12)]),
    (
        "statement.framed",
        "en",
        "Drones hit Kyiv overnight. Zelensky said the strike showed that Moscow does not want peace.",
        [("statement", "statement", None)],
    ),
    ("target.named", "en", "The main target of the drones was Kyiv.", [("target", "area.target", 1)]),
    ("target.named", "uk", "Основний напрямок удару — Київщина.", [("target", "area.target", 1)]),
]


@pytest.mark.parametrize(("rule", "language", "text", "expected"), EXAMPLES)
def test_an_example_is_read_by_its_rule(
    rule: str, language: str, text: str, expected: list[tuple[str, str, int | None]]
) -> None:
    """The sentence gives just these claims, and the rule has read the last of them."""
    claims = Reader().read(Document(id="test", text=text), language=language).claims
    assert [(claim.measure.value, claim.subject, claim.low) for claim in claims] == expected
    assert claims[-1].rule == rule


@pytest.fixture(scope="module")
def rules_of_sentences() -> set[str]:
    """Return the rules that read the sentences of the tests: every longer string of their files is tried as a text."""
    reader, found = Reader(), set()
    for path in sorted(TESTS.glob("test_*.py")):
        name = path.stem.rpartition("_")[2]
        language = name if name in ("en", "uk", "ru", "de", "pl") else None
        for text in {text for text in _strings(path) if len(text) > 10 and " " in text}:
            for source in (None, "ua-air-force"):
                reading = reader.read(Document(id="test", text=text, source=source), language=language)
                found |= {claim.rule for claim in reading.claims}
    return found


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_reads_a_sentence_of_the_tests(rule: str, rules_of_sentences: set[str]) -> None:
    """A new rule comes with a sentence that it is for."""
    assert rule in rules_of_sentences, f"no sentence in {TESTS.name}/test_*.py is read by {rule}; add one to a table"
