"""A check: an accounting identity over the figures of an attack, with its verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from vidbiy.model.figure import FigureKey, Misreading

__all__ = ["Check", "Identity", "Mend", "Relation", "Term", "Verdict"]


class Identity(StrEnum):
    """Which identity a check is of."""

    BALANCE = "balance"
    """Weapons launched = stopped + hit (+ in the air + gone abroad)."""
    STOPPED = "stopped"
    """Stopped = shot down + suppressed."""
    PARTS = "parts"
    """A total = the sum of its kinds (drones and missiles)."""
    KIND = "kind"
    """A kind is no more than what it is a kind of (children and people)."""
    REGION = "region"
    """A part of a place has no more than the whole."""
    HOSPITALISED = "hospitalised"
    """Those in hospital are no more than those injured."""
    SHARE = "share"
    """Six of ten is no more than ten."""


class Verdict(StrEnum):
    """What comes of a check."""

    HOLDS = "holds"
    """All figures are there, and they fit."""
    POSSIBLE = "possible"
    """The figures are bounds ("at least"), and can fit."""
    FAILS = "fails"
    """The figures cannot all be true."""
    LACKS = "lacks"
    """A figure is missing, and nothing can be said."""


class Relation(StrEnum):
    """How the two sides of an identity stand to each other."""

    EQUAL = "="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One figure in an identity. ``side`` is "left" or "right"; an unknown figure has no bounds."""

    side: str
    key: FigureKey
    low: int | None
    high: int | None
    derived: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the term as a JSON object."""
        return {
            "side": self.side,
            "figure": str(self.key),
            "measure": self.key.measure.value,
            "subject": self.key.subject,
            "place": self.key.place or None,
            "low": self.low,
            "high": self.high,
            "derived": self.derived,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """A reading under which the check holds: the claim, and the figure that its number belongs to."""

    misreading: Misreading
    ref: str
    belongs_to: FigureKey

    def to_dict(self) -> dict[str, Any]:
        """Return the mend as a JSON object."""
        return {"misreading": self.misreading.value, "ref": self.ref, "belongs_to": str(self.belongs_to)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """An identity, the figures in it, and whether they can all be true."""

    attack: str
    identity: Identity
    relation: Relation
    terms: tuple[Term, ...]
    verdict: Verdict
    difference: int | None = None
    """Left minus right, where both sides are single numbers."""
    conflict: tuple[str, ...] = ()
    """The smallest set of claims that cannot all be true, where the check fails."""
    mend: Mend | None = None

    @property
    def id(self) -> str:
        """The public id: the attack, the identity, and the first figure in it."""
        return f"{self.attack}/{self.identity.value}/{self.terms[0].key}"

    def side(self, side: str) -> tuple[Term, ...]:
        """Return the terms of one side."""
        return tuple(term for term in self.terms if term.side == side)

    def to_dict(self) -> dict[str, Any]:
        """Return the check as a JSON object."""
        return {
            "id": self.id,
            "attack": self.attack,
            "identity": self.identity.value,
            "relation": self.relation.value,
            "verdict": self.verdict.value,
            "difference": self.difference,
            "terms": [term.to_dict() for term in self.terms],
            "conflict": list(self.conflict),
            "mend": None if self.mend is None else self.mend.to_dict(),
        }
