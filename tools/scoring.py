"""Hold the claims that were read against gold claims, and count.

A claim is found when measure, subject, low and high agree; statements are matched by speaker alone. Place, speaker and
date are scored on the found ones, only where the gold names them. Optional gold is neither missed when absent nor wrong
when present. These are the rules of the public scorer; a test holds the two equal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

__all__ = ["ATTRIBUTES", "FIGURES", "Error", "Tally", "load", "score"]

ATTRIBUTES = ("place", "speaker", "date")
FIGURES = ("precision", "recall", "f1", *ATTRIBUTES, "spans")
# The day of a claim is that of Kyiv, in summer time as the gold has it.
_KYIV = timezone(timedelta(hours=3))

Record = Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """What was counted over some documents, measures or both."""

    found: int = 0
    missed: int = 0
    wrong: int = 0
    agreeing: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*ATTRIBUTES, "spans"), 0))
    asked: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*ATTRIBUTES, "spans"), 0))

    @property
    def gold(self) -> int:
        """The number of gold claims that had to be found."""
        return self.found + self.missed

    def add(self, other: Tally) -> None:
        """Count `other` in."""
        self.found += other.found
        self.missed += other.missed
        self.wrong += other.wrong
        for name in self.asked:
            self.agreeing[name] += other.agreeing[name]
            self.asked[name] += other.asked[name]

    def count(self, attribute: str, *, agrees: bool) -> None:
        """Count one claim whose `attribute` was asked for."""
        self.asked[attribute] += 1
        self.agreeing[attribute] += agrees

    def figure(self, name: str) -> float | None:
        """Return the figure called `name`, one of FIGURES; None where there is nothing to measure it on."""
        if name == "precision":
            return _share(self.found, self.found + self.wrong)
        if name == "recall":
            return _share(self.found, self.gold)
        if name == "f1":
            return _share(2 * self.found, 2 * self.found + self.missed + self.wrong)
        return _share(self.agreeing[name], self.asked[name])


@dataclass(frozen=True, slots=True)
class Error:
    """One claim that was missed or read wrongly: MISSED, WRONG, PLACE, SPEAKER or DATE."""

    kind: str
    document: str
    claim: Record
    got: Any = None


def load(path: Path) -> dict[str, Record]:
    """Return the records of a file of JSON lines by their ids."""
    with path.open(encoding="utf-8") as file:
        records = [json.loads(line) for line in file if line.strip()]
    return {record["id"]: record for record in records if record.get("id") is not None}


def score(text: str, gold: Sequence[Record], claims: Sequence[Record]) -> Iterator[tuple[str, Tally, list[Error]]]:
    """Yield for each gold claim and each wrong claim of one document its measure, its tally and its errors.

    The document of an error is left empty: the caller knows it.
    """
    for claim in claims:
        tally = Tally()
        tally.count("spans", agrees=_span_fits(text, claim))
        yield claim["measure"], tally, []
    left = list(claims)
    for wanted in sorted(gold, key=lambda claim: bool(claim.get("optional"))):
        found = _take(wanted, left)
        if not wanted.get("optional"):
            yield _compare(wanted, found)
    for claim in left:
        yield claim["measure"], Tally(wrong=1), [Error("WRONG", "", claim)]


def _take(wanted: Record, left: list[Record]) -> Record | None:
    """Take from `left` the claim that `wanted` is, the one that agrees best where there are several."""
    hits = [claim for claim in left if _key(claim) == _key(wanted)]
    if not hits:
        return None
    best = max(
        hits,
        key=lambda claim: sum(claim.get(name) == wanted.get(name) for name in ("place", "speaker")),
    )
    left.remove(best)
    return best


def _compare(wanted: Record, found: Record | None) -> tuple[str, Tally, list[Error]]:
    measure = wanted["measure"]
    if found is None:
        return measure, Tally(missed=1), [Error("MISSED", "", wanted)]
    tally, errors = Tally(found=1), []
    for name in ATTRIBUTES:
        if name not in wanted:
            continue
        agrees = _covers(found, wanted[name]) if name == "date" else found.get(name) == wanted[name]
        tally.count(name, agrees=agrees)
        if not agrees:
            got = [found.get("start"), found.get("end")] if name == "date" else found.get(name)
            errors.append(Error(name.upper(), "", wanted, got))
    return measure, tally, errors


def _key(claim: Record) -> tuple[Any, ...]:
    if claim["measure"] == "statement":
        return "statement", claim.get("speaker")
    return claim["measure"], claim.get("subject"), claim.get("low"), claim.get("high")


def _covers(claim: Record, day: str) -> bool:
    start, end = _day(claim.get("start")), _day(claim.get("end"))
    return start is not None and end is not None and start <= date.fromisoformat(day) <= end


def _day(time: object) -> date | None:
    try:
        return datetime.fromisoformat(str(time)).astimezone(_KYIV).date()
    except ValueError:
        return None


def _span_fits(text: str, claim: Record) -> bool:
    start, end = claim["span"]
    quote: str = claim["quote"]
    return 0 <= start < end <= len(text) and text[start:end] == quote


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
