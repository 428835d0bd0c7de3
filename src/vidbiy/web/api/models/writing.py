"""What the API takes from whoever has a token, and its word that it is kept."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from vidbiy.web.api.models.base import Shape

__all__ = ["NewClaim", "NewDocument", "NewDocuments", "NewJudgement", "ReceiptModel", "ReceiptPage"]


class NewDocument(Shape):
    """A document to read and keep, as `vidbiy read --jsonl` takes it."""

    id: Annotated[str, Field(min_length=1, max_length=500, examples=["post-17"])]
    text: Annotated[str, Field(max_length=1_000_000, examples=["Made up: 12 drones were shot down overnight."])]
    published: Annotated[str | None, Field(max_length=40)] = None
    source: Annotated[str | None, Field(max_length=100)] = None
    url: Annotated[str | None, Field(max_length=2000)] = None
    title: Annotated[str | None, Field(max_length=1000)] = None


class NewDocuments(Shape):
    """Documents to read and keep: all of them, or none."""

    documents: Annotated[list[NewDocument], Field(min_length=1, max_length=100)]


class NewJudgement(Shape):
    """Why something is decided. Who decides it is the name of the token."""

    reason: Annotated[str, Field(min_length=1, max_length=2000, examples=["A slip of the pen"])]


class NewClaim(NewJudgement):
    """The bounds that a claim should have; what is left out stays."""

    low: Annotated[int | None, Field(ge=0, le=2**53)] = None
    high: Annotated[int | None, Field(ge=0, le=2**53)] = None
    place: Annotated[str | None, Field(max_length=100)] = None


class ReceiptModel(Shape):
    """The ledger's word that something is kept."""

    entry: int
    state: Literal["new", "version", "known"]
    id: str


class ReceiptPage(Shape):
    """A receipt for each document, in order."""

    receipts: list[ReceiptModel]
