"""Figures and what they rest on, as the API gives them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from vidbiy.model import Effect, Measure, Misreading, Reason, Standing, Status
from vidbiy.web.api.models.base import Amount, Ref, Shape, Time
from vidbiy.web.api.models.claims import ClaimModel

__all__ = ["DerivationModel", "EvidenceModel", "FigureModel", "FigurePage", "GradeModel", "SignedTerm", "StageModel"]


class EvidenceModel(Shape):
    """A claim about a figure: where it stands, and why."""

    ref: Ref
    standing: Standing
    reason: Reason | None
    against: Ref | None
    misreading: Misreading | None
    means: str | None
    origin: str
    document: int
    document_id: str
    source: str | None
    published: Time | None
    known_at: Time
    claim: ClaimModel


class StageModel(Shape):
    """What the figure was from a moment on."""

    known_at: Time
    low: Amount
    high: Amount | None
    ref: Ref


class GradeModel(Shape):
    """Source, information, and whether the source takes part: three separate ratings."""

    reliability: Literal["A", "B", "C", "D", "E", "F"]
    credibility: Annotated[int, Field(ge=1, le=6)]
    party: bool


class SignedTerm(Shape):
    """A figure in a derivation, with its sign."""

    sign: Literal[-1, 1]
    figure: str


class DerivationModel(Shape):
    """How a figure follows from others."""

    identity: str
    terms: list[SignedTerm]


class FigureModel(Shape):
    """One quantity of one attack, with every claim about it."""

    id: Annotated[str, Field(examples=["UA-2025-07-04-night/launched/weapon.drone/UA"])]
    attack: str
    measure: Measure
    subject: str
    place: str | None
    effect: Effect | None
    low: int
    high: int | None
    approx: bool
    of: int | None
    unit: str
    status: Status
    origins: list[str]
    primary: bool
    grade: GradeModel
    evidence: list[EvidenceModel]
    history: list[StageModel]
    derivation: DerivationModel | None


class FigurePage(Shape):
    """The figures of an attack."""

    attack: str
    as_of: Time | None
    figures: list[FigureModel]
