"""What the ledger holds, as the API gives it: its chain, documents, decisions, sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from vidbiy.web.api.models.base import Ref, Shape, Time
from vidbiy.web.api.models.claims import StoredClaimModel

__all__ = [
    "DecisionModel",
    "DocumentDetail",
    "DocumentModel",
    "DocumentPage",
    "EntryModel",
    "HeadModel",
    "SourceModel",
    "SourcePage",
]


class HeadModel(Shape):
    """The end of the ledger's chain."""

    seq: Annotated[int, Field(examples=[20])]
    hash: str
    recorded_at: Time | None
    links: dict[str, str]


class EntryModel(Shape):
    """A link of the chain."""

    seq: int
    kind: str
    recorded_at: Time
    entry_hash: str
    previous_hash: str
    body_hash: str


class DocumentModel(Shape):
    """A version of a document."""

    entry: int
    id: str
    version: int
    supersedes: int | None
    source: str | None
    title: str | None
    url: str | None
    published: Time | None
    fetched_at: Time
    recorded_at: Time
    text_hash: str
    raw_hash: str
    redacted: bool
    excerpt: str | None


class DocumentPage(Shape):
    """Some documents, the newest first."""

    documents: list[DocumentModel]
    next: str | None


class DecisionModel(Shape):
    """What somebody decided about an entry or a claim."""

    entry: int
    kind: Literal["correction", "retraction", "redaction"]
    target: int
    claim: Ref | None
    author: str
    reason: str
    recorded_at: Time


class DocumentDetail(DocumentModel):
    """A document with its text and what was read in it."""

    text: str
    language: str | None
    claims: list[StoredClaimModel]
    same_text: list[int]
    decisions: list[DecisionModel]
    chain: EntryModel


class SourceModel(Shape):
    """A source: how it is rated, and when it was last heard."""

    id: str
    reliability: Literal["A", "B", "C", "D", "E", "F"]
    party: bool
    documents: int
    last_heard: Time | None


class SourcePage(Shape):
    """All sources that the ledger has documents of."""

    sources: list[SourceModel]
