"""A figure: what the record holds of one quantity of an attack, with every claim that was made about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from vidbiy.model.claim import Claim, Effect, Measure

__all__ = [
    "NOWHERE",
    "Derivation",
    "Evidence",
    "Figure",
    "FigureKey",
    "Grade",
    "Misreading",
    "Reason",
    "Stage",
    "Standing",
    "Status",
]


class Status(StrEnum):
    """How a figure stands."""

    SETTLED = "settled"
    """The primary source's own count, or two independent origins that agree; nobody of that standing contradicts."""
    SINGLE = "single"
    """One origin that is not primary, and nobody contradicts."""
    DISPUTED = "disputed"
    """Independent origins contradict each other, and none of them outranks the others."""
    SUPERSEDED = "superseded"
    """A count of a moment (weapons still in the air) that a later report has overtaken."""
    DERIVED = "derived"
    """Nobody says it: an accounting identity determines it."""


class Standing(StrEnum):
    """What one claim does for the figure."""

    SUPPORTS = "supports"
    REPEATS = "repeats"
    SUPERSEDED = "superseded"
    SET_ASIDE = "set_aside"


class Reason(StrEnum):
    """Why a claim does not count, or does not count as an origin of its own."""

    SAME_SPEAKER = "same_speaker"
    """Another report of what this speaker said."""
    COPY = "copy"
    """The document repeats the sentence, or nearly the text, of another."""
    SAME_FIGURE = "same_figure"
    """Unattributed, and the very figure that an official body had given before."""
    LATER_COUNT = "later_count"
    """The speaker has given a later count."""
    OLDER_COUNT = "older_count"
    """A report that still carries an older count."""
    OUTRANKED = "outranked"
    """Contradicts a source that is nearer to the fact."""
    MISQUOTED = "misquoted"
    """The speaker's own document says otherwise."""
    CONTRADICTS = "contradicts"
    """Contradicts an independent origin of the same standing."""
    PARTIAL = "partial"
    """A count of a part: of one command's area, or smaller than what the same body gave for the whole."""
    PLACE_UNKNOWN = "place_unknown"
    """No place that is known is named: it may count something at another one."""
    DENIED = "denied"
    EXPECTED = "expected"
    UNCONFIRMED = "unconfirmed"
    MOMENT = "moment"
    """A count of a moment that has passed."""


class Misreading(StrEnum):
    """The ways in which a figure is told wrong while its digits are right."""

    TOTAL_AS_PART = "total_as_part"
    PART_AS_TOTAL = "part_as_total"
    LOCATIONS_AS_REGIONS = "locations_as_regions"
    BALANCE_AS_ADDITIONAL = "balance_as_additional"
    DRONES_MISSILES_SWAPPED = "drones_missiles_swapped"
    STOPPED_AS_SHOT_DOWN = "stopped_as_shot_down"
    LAUNCHED_AS_STOPPED = "launched_as_stopped"
    INJURED_AS_KILLED = "injured_as_killed"
    HOSPITALISED_AS_INJURED = "hospitalised_as_injured"
    DEBRIS_AS_HITS = "debris_as_hits"
    OTHER_PLACE = "other_place"
    OTHER_NIGHT = "other_night"


NOWHERE = ""
"""The place of a figure whose claims name no place that there is an id of: what they count need not be at the same one."""


class FigureKey(NamedTuple):
    """What a figure is about. Its text form is the figure's stable name within its attack."""

    measure: Measure
    subject: str
    place: str
    effect: str = ""

    def __str__(self) -> str:
        parts = [self.measure.value, self.subject, self.place]
        return "/".join([*parts, self.effect] if self.effect else parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One claim about a figure, where it stands, and why."""

    ref: str
    """The claim's number in the ledger, like ``12.0``."""
    claim: Claim
    document: int
    """The ledger entry of its document."""
    document_id: str
    source: str | None
    published: datetime | None
    known_at: datetime
    """When the document was published, or else fetched: from then on the claim is known."""
    origin: str
    """Who it goes back to: a speaker's id, or ``document:`` and the id of the earliest of the documents that share it."""
    standing: Standing
    reason: Reason | None = None
    against: str | None = None
    """The claim that decides it: the one that is repeated, later, or better."""
    misreading: Misreading | None = None
    """How it tells another figure of the record as this one, where its number is that figure's."""
    means: FigureKey | None = None
    """The figure that its number is of."""

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence as a JSON object."""
        return {
            "ref": self.ref,
            "standing": self.standing.value,
            "reason": None if self.reason is None else self.reason.value,
            "against": self.against,
            "misreading": None if self.misreading is None else self.misreading.value,
            "means": None if self.means is None else str(self.means),
            "origin": self.origin,
            "document": self.document,
            "document_id": self.document_id,
            "source": self.source,
            "published": None if self.published is None else self.published.isoformat(),
            "known_at": self.known_at.isoformat(),
            "claim": self.claim.to_dict(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What the figure was from a moment on: its history, the present value last."""

    known_at: datetime
    low: int
    high: int | None
    ref: str

    def to_dict(self) -> dict[str, Any]:
        """Return the stage as a JSON object."""
        return {"known_at": self.known_at.isoformat(), "low": self.low, "high": self.high, "ref": self.ref}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """Three separate ratings (Admiralty code, NATO AJP-2.1): the source, the information, and whether it takes part."""

    reliability: str
    """A (completely reliable) to F (cannot be judged): of the source, whatever it says here."""
    credibility: int
    """1 (confirmed by others) to 6 (cannot be judged): of the information, whoever says it."""
    party: bool
    """The source is a party to the conflict."""

    def __str__(self) -> str:
        return f"{self.reliability}{self.credibility}"

    def to_dict(self) -> dict[str, Any]:
        """Return the grade as a JSON object."""
        return {"reliability": self.reliability, "credibility": self.credibility, "party": self.party}


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a figure follows from others: the identity, and the figures in it with their signs."""

    identity: str
    terms: tuple[tuple[int, FigureKey], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the derivation as a JSON object."""
        return {
            "identity": self.identity,
            "terms": [{"sign": sign, "figure": str(key)} for sign, key in self.terms],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity of one attack. ``low`` and ``high`` bound it, both inclusive; ``high`` None: no upper bound is known."""

    attack: str
    key: FigureKey
    low: int
    high: int | None
    approx: bool = False
    of: int | None = None
    unit: str = "1"
    status: Status
    origins: tuple[str, ...]
    """The independent origins that say so; the first is the one the figure rests on. Empty for a derived figure."""
    primary: bool
    """The first origin is a primary source of this measure at this place."""
    grade: Grade
    evidence: tuple[Evidence, ...]
    """Every claim about it: the one that it rests on first, then support, repetitions, older counts, what is set aside."""
    history: tuple[Stage, ...]
    derivation: Derivation | None = None

    @property
    def id(self) -> str:
        """The public id: the attack's id and the key, like ``UA-2025-07-04-night/injured/person/UA-30``."""
        return f"{self.attack}/{self.key}"

    @property
    def measure(self) -> Measure:
        """What is counted."""
        return self.key.measure

    @property
    def subject(self) -> str:
        """The path of what is counted."""
        return self.key.subject

    @property
    def place(self) -> str:
        """The place's id; empty where the claims name no single place."""
        return self.key.place

    @property
    def effect(self) -> Effect | None:
        """What happened to a service; None for other measures."""
        return Effect(self.key.effect) if self.key.effect else None

    @property
    def exact(self) -> bool:
        """Tell whether it is one number."""
        return self.high is not None and self.low == self.high

    @property
    def best(self) -> Evidence | None:
        """The evidence that the figure rests on; None for a derived one."""
        return self.evidence[0] if self.evidence else None

    @property
    def set_aside(self) -> tuple[Evidence, ...]:
        """The claims that contradict it, or that nobody stands behind."""
        return tuple(item for item in self.evidence if item.standing is Standing.SET_ASIDE)

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as a JSON object."""
        return {
            "id": self.id,
            "attack": self.attack,
            "measure": self.measure.value,
            "subject": self.subject,
            "place": self.place or None,
            "effect": self.key.effect or None,
            "low": self.low,
            "high": self.high,
            "approx": self.approx,
            "of": self.of,
            "unit": self.unit,
            "status": self.status.value,
            "origins": list(self.origins),
            "primary": self.primary,
            "grade": self.grade.to_dict(),
            "evidence": [item.to_dict() for item in self.evidence],
            "history": [stage.to_dict() for stage in self.history],
            "derivation": None if self.derivation is None else self.derivation.to_dict(),
        }
