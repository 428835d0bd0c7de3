"""Claims, as the API gives them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from vidbiy.model import Effect, Measure, Modality, TimePrecision
from vidbiy.web.api.models.base import Ref, Shape, Time

__all__ = ["ClaimModel", "ClaimPage", "StoredClaimModel"]


class ClaimModel(Shape):
    """One thing that one speaker asserts in one document; see the JSON Schema `claim` of the package."""

    measure: Measure
    subject: Annotated[str, Field(examples=["weapon.drone"])]
    low: int | None
    high: int | None
    approx: bool
    of: int | None
    unit: str
    effect: Effect | None
    place: Annotated[str | None, Field(examples=["UA"])]
    start: Time | None
    end: Time | None
    time_precision: TimePrecision
    speaker: Annotated[str | None, Field(examples=["ua-air-force"])]
    speaker_text: str | None
    modality: Modality
    span: Annotated[list[int], Field(min_length=2, max_length=2, examples=[[0, 17]])]
    quote: str
    rule: str


class StoredClaimModel(Shape):
    """A claim, and where the ledger has it."""

    ref: Ref
    document: int
    document_id: str
    source: str | None
    published: Time | None
    recorded_at: Time
    reader: str
    corrected: bool
    redacted: bool
    claim: ClaimModel


class ClaimPage(Shape):
    """Some claims, and where there are more."""

    claims: list[StoredClaimModel]
    next: str | None
