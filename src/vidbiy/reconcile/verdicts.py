"""What comes of holding a story against the record: a verdict for each of its claims, with both quotes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from vidbiy.model import Attack, Claim, Document, Evidence, Figure, Misreading
from vidbiy.reconcile.history.superlatives import SuperlativeCheck, SuperlativeVerdict
from vidbiy.reconcile.sirens import AlertDuration

__all__ = ["ClaimVerdict", "SaidSuperlative", "StoryCheck", "StoryVerdict"]


class StoryVerdict(StrEnum):
    """How a story's claim stands to the record."""

    AGREES = "agrees"
    OUTDATED = "outdated"
    """It was so, and has been overtaken by a later count."""
    CONTRADICTS = "contradicts"
    MISREAD = "misread"
    """The same number, with another meaning."""
    NOT_IN_RECORD = "not_in_record"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimVerdict:
    """One claim of the story, and what the record has against it or for it."""

    claim: Claim
    verdict: StoryVerdict
    attack: Attack | None
    """The attack it is about; None where the record has none."""
    figure: Figure | None = None
    """The record's figure that it is held against: of the same quantity, or the one that it misreads."""
    evidence: Evidence | None = None
    """The better claim: its quote stands beside the story's."""
    since: datetime | None = None
    """Since when it is outdated."""
    misreading: Misreading | None = None
    log: AlertDuration | None = None
    """What the siren log says, for a claim of the length of an alert."""

    def to_dict(self) -> dict[str, Any]:
        """Return the verdict as a JSON object."""
        return {
            "verdict": self.verdict.value,
            "claim": self.claim.to_dict(),
            "attack": None if self.attack is None else self.attack.id,
            "figure": None if self.figure is None else self.figure.id,
            "low": None if self.figure is None else self.figure.low,
            "high": None if self.figure is None else self.figure.high,
            "evidence": None if self.evidence is None else self.evidence.to_dict(),
            "since": None if self.since is None else self.since.isoformat(),
            "misreading": None if self.misreading is None else self.misreading.value,
            "log": None if self.log is None else self.log.to_dict(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidSuperlative:
    """What a story says of the night as a whole, "one of the largest since", and whether the history of nights bears it out."""

    span: tuple[int, int]
    quote: str
    check: SuperlativeCheck

    def to_dict(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {"span": list(self.span), "quote": self.quote, **self.check.to_dict()}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCheck:
    """A story, held against the record claim by claim."""

    document: Document
    language: str | None
    verdicts: tuple[ClaimVerdict, ...]
    problems: tuple[str, ...] = ()
    superlatives: tuple[SaidSuperlative, ...] = ()

    @property
    def counts(self) -> Counter[StoryVerdict]:
        """How many claims have each verdict."""
        return Counter(item.verdict for item in self.verdicts)

    @property
    def contradicts(self) -> bool:
        """Tell whether anything in the story cannot stand beside the record."""
        refuted = any(said.check.verdict is SuperlativeVerdict.DOES_NOT_HOLD for said in self.superlatives)
        return refuted or any(
            item.verdict in (StoryVerdict.CONTRADICTS, StoryVerdict.MISREAD) for item in self.verdicts
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the check as a JSON object."""
        return {
            "id": self.document.id,
            "language": self.language,
            "contradicts": self.contradicts,
            "counts": {verdict.value: self.counts[verdict] for verdict in StoryVerdict},
            "verdicts": [item.to_dict() for item in self.verdicts],
            "superlatives": [said.to_dict() for said in self.superlatives],
            "problems": list(self.problems),
        }
