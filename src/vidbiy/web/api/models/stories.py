"""A story that somebody sends, and what comes of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from vidbiy.model import Misreading
from vidbiy.reconcile import StoryVerdict
from vidbiy.reconcile.history import SuperlativeVerdict
from vidbiy.web.api.models.base import Shape, Time
from vidbiy.web.api.models.claims import ClaimModel
from vidbiy.web.api.models.figures import EvidenceModel
from vidbiy.web.api.models.nights import PointModel

__all__ = ["ReasonModel", "SaidSuperlativeModel", "StoryCheckModel", "StoryModel", "SuperlativeModel", "VerdictModel"]


class StoryModel(Shape):
    """A story that is to be held against the record."""

    text: Annotated[
        str, Field(min_length=1, max_length=100_000, examples=["Russia launched 550 drones, the Air Force said."])
    ]
    published: Annotated[str | None, Field(max_length=40, examples=["2025-07-04T14:10:00+03:00"])] = None
    source: Annotated[str | None, Field(max_length=100)] = None


class VerdictModel(Shape):
    """What comes of one claim of a story."""

    verdict: StoryVerdict
    claim: ClaimModel
    attack: str | None
    figure: str | None
    low: int | None
    high: int | None
    evidence: EvidenceModel | None
    since: Time | None
    misreading: Misreading | None


class SuperlativeModel(Shape):
    """Which nights it is said to be the largest of, or one of the largest."""

    one_of: bool
    since: str | None


class ReasonModel(Shape):
    """Why a superlative holds or not."""

    kind: str
    count: int
    allowed: int
    day: str | None


class SaidSuperlativeModel(Shape):
    """What a story says of the night as a whole, and whether the history of nights bears it out."""

    span: Annotated[list[int], Field(min_length=2, max_length=2)]
    quote: str
    night: str
    superlative: SuperlativeModel
    measure: str
    subject: str
    place: str
    verdict: SuperlativeVerdict
    reason: ReasonModel
    value: PointModel | None
    proof: list[PointModel]
    compared: int
    unknown: int


class StoryCheckModel(Shape):
    """What comes of a story."""

    id: str
    language: str | None
    contradicts: bool
    counts: dict[str, int]
    verdicts: list[VerdictModel]
    superlatives: list[SaidSuperlativeModel]
    problems: list[str]
