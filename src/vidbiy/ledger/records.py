"""What goes into a ledger, and the receipt for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from vidbiy.ledger.errors import RecordError
from vidbiy.model import AlertNature, AlertTable, Claim, Document, Heard

__all__ = [
    "AlertQuery",
    "AlertReceipt",
    "ClaimRef",
    "Judgement",
    "NewAlertLog",
    "NewDocument",
    "NewReading",
    "Provenance",
    "Receipt",
    "State",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """How a document came: the bytes as they were, where from, when, and by which tool."""

    raw: bytes
    address: str
    fetched_at: datetime
    tool: str
    headers: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReading:
    """What one reader read in a document."""

    reader: str
    language: str | None
    claims: tuple[Claim, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDocument:
    """A document on its way into the ledger. Documents of one `origin` are versions of each other."""

    document: Document
    provenance: Provenance
    origin: str
    reading: NewReading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAlertLog:
    """A log of alerts on its way into the ledger: a file, or an answer of a feed."""

    feed: str
    """The source that speaks."""
    alerts: AlertTable
    heard: tuple[Heard, ...]
    """For which places and times it speaks."""
    lines: int
    """How many alerts it has, also those that could not be understood."""
    problems: tuple[str, ...] = ()
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertReceipt:
    """The ledger's word that a log is kept, and what became of its alerts."""

    seq: int
    state: State
    new: int
    changed: int
    """Alerts that were known with another end, level or threats; the log's word is in force now."""
    known: int
    """Alerts that were known as they are, or better: an end that is known is not replaced by none, nor by a guess."""
    twice: int
    """Alerts that stand in the log more than once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertQuery:
    """Which alerts: those that overlap the period, as the ledger was at that moment; None is all, and now."""

    period: tuple[datetime, datetime] | None = None
    as_of: datetime | None = None
    wanted: Callable[[AlertNature], bool] | None = None
    """Only alerts with such a nature; what is heard is given whole."""
    heard: bool = True
    """Whether to tell for which times the feeds speak."""


class State(StrEnum):
    """What an ingest found a document to be."""

    NEW = "new"
    VERSION = "version"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The ledger's word that a record is kept: the number of its entry."""

    seq: int
    state: State
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Who decides something about an entry, and why."""

    author: str
    reason: str

    def __post_init__(self) -> None:
        if not self.author.strip():
            raise RecordError("The ledger keeps who decided it; say who (--by).")
        if not self.reason.strip():
            raise RecordError("The ledger keeps why it was decided; give the reason (--reason).")


class ClaimRef(NamedTuple):
    """A claim in the ledger: its entry and its number there, from 0. Written "12.0".

    A tuple, for a night has thousands of them, and each is looked up in every record.
    """

    seq: int
    ordinal: int

    @classmethod
    def parse(cls, text: str) -> ClaimRef:
        """Return the claim that `text` refers to."""
        found = re.fullmatch(r"(\d{1,18})\.(\d{1,9})", text)
        if found is None:
            raise RecordError(f"{text!r} is no claim's number; it is written as entry and place in it, like 12.0.")
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.seq}.{self.ordinal}"
