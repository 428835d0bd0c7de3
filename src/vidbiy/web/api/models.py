"""The shapes of the API's answers, for OpenAPI. They say what `to_dict` of the record's own types gives."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from vidbiy.model import (
    Effect,
    Identity,
    Measure,
    Misreading,
    Modality,
    Reason,
    Standing,
    Status,
    TimePrecision,
    Verdict,
)
from vidbiy.reconcile import StoryVerdict
from vidbiy.reconcile.history import SuperlativeVerdict

__all__ = [
    "AlertPage", "CheckPage",
    "ClaimPage",
    "DocumentDetail",
    "DocumentPage",
    "EntryModel",
    "FigureModel",
    "FigurePage",
    "HeadModel",
    "NewClaim",
    "NewDocuments",
    "NewJudgement",
    "NightAlertsModel",
    "NightPage",
    "ProblemModel",
    "ReceiptModel",
    "ReceiptPage",
    "RecordModel",
    "SeriesModel",
    "SourcePage",
    "StoredClaimModel",
    "StoryCheckModel",
    "StoryModel",
]  # fmt: skip

Time = Annotated[str, Field(description="ISO 8601 with offset", examples=["2025-07-04T09:00:00+03:00"])]
Ref = Annotated[
    str, Field(pattern=r"^\d+\.\d+$", examples=["12.0"], description="A claim: its entry, and its place in it")
]
Amount = Annotated[int, Field(ge=0)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ProblemModel(_Model):
    """A problem document (RFC 9457)."""

    type: Annotated[str, Field(examples=["/api#problem-no_night"])]
    title: Annotated[str, Field(examples=["Nothing is known about this night"])]
    status: Annotated[int, Field(examples=[404])]
    detail: Annotated[str, Field(examples=["No document in the ledger speaks of UA-1999-01-01-night."])]
    instance: Annotated[str, Field(examples=["/api/v1/nights/1999-01-01"])]


class HeadModel(_Model):
    """The end of the ledger's chain."""

    seq: Annotated[int, Field(examples=[20])]
    hash: str
    recorded_at: Time | None
    links: dict[str, str]


class AttackModel(_Model):
    """An attack: a country, and a night or a day."""

    id: Annotated[str, Field(examples=["UA-2025-07-04-night"])]
    country: Annotated[str, Field(examples=["UA"])]
    date: Annotated[str, Field(examples=["2025-07-04"])]
    wave: Literal["night", "day"]
    start: Time
    end: Time
    official: bool


class ClaimModel(_Model):
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


class StoredClaimModel(_Model):
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


class ClaimPage(_Model):
    """Some claims, and where there are more."""

    claims: list[StoredClaimModel]
    next: str | None


class EvidenceModel(_Model):
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


class StageModel(_Model):
    """What the figure was from a moment on."""

    known_at: Time
    low: Amount
    high: Amount | None
    ref: Ref


class GradeModel(_Model):
    """Source, information, and whether the source takes part: three separate ratings."""

    reliability: Literal["A", "B", "C", "D", "E", "F"]
    credibility: Annotated[int, Field(ge=1, le=6)]
    party: bool


class SignedTerm(_Model):
    """A figure in a derivation, with its sign."""

    sign: Literal[-1, 1]
    figure: str


class DerivationModel(_Model):
    """How a figure follows from others."""

    identity: str
    terms: list[SignedTerm]


class FigureModel(_Model):
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


class FigurePage(_Model):
    """The figures of an attack."""

    attack: str
    as_of: Time | None
    figures: list[FigureModel]


class TermModel(_Model):
    """One figure in an identity; an unknown one has no bounds."""

    side: Literal["left", "right"]
    figure: str
    measure: Measure
    subject: str
    place: str | None
    low: int | None
    high: int | None
    derived: bool


class MendModel(_Model):
    """A reading under which the check holds."""

    misreading: Misreading
    ref: Ref
    belongs_to: str


class CheckModel(_Model):
    """An accounting identity over figures, and whether they can all be true."""

    id: str
    attack: str
    identity: Identity
    relation: Literal["=", "<="]
    verdict: Verdict
    difference: int | None
    terms: list[TermModel]
    conflict: list[Ref]
    mend: MendModel | None


class CheckPage(_Model):
    """The checks of an attack: whether its figures can all be true."""

    attack: str
    as_of: Time | None
    checks: list[CheckModel]


class ReportModel(_Model):
    """A document that speaks of the attack."""

    document: int
    id: str
    source: str | None
    title: str | None
    url: str | None
    published: Time | None
    known_at: Time
    claims: int
    copies: str | None


class ElsewhereModel(_Model):
    """What the same reports say of another attack."""

    attack: AttackModel
    figures: list[FigureModel]


class RecordModel(_Model):
    """What is known of an attack at a moment."""

    attack: AttackModel
    as_of: Time | None
    figures: list[FigureModel]
    checks: list[CheckModel]
    reports: list[ReportModel]
    elsewhere: list[ElsewhereModel]


class PointModel(_Model):
    """One night of a series. `low` null: nothing is known of it."""

    date: str
    low: int | None
    high: int | None
    approx: bool
    status: Status | None
    claims: list[Ref]


class NightModel(AttackModel):
    """An attack in the list of them, with what is known of the whole country by measure; null where nothing is."""

    url: str
    launched: PointModel | None
    stopped: PointModel | None
    hit: PointModel | None
    killed: PointModel | None
    injured: PointModel | None


class NightPage(_Model):
    """Some attacks, the latest first."""

    nights: list[NightModel]
    next: str | None


class BreakModel(_Model):
    """A day since when a body counts something else under the same name."""

    id: str
    since: str
    what: str
    bridge: str | None
    bridge_subject: str | None
    evidence: str


class SeriesModel(_Model):
    """A measure night by night, from the first known to the last; nights between them without data are there, and null."""

    measure: str
    subject: str
    place: str
    wave: Literal["night", "day"]
    as_of: Time | None
    nights: list[PointModel]
    breaks: list[BreakModel]


class SpanModel(_Model):
    """A stretch of time, the end exclusive."""

    start: Time
    end: Time


class CoverModel(_Model):
    """For what of a period anything is known. What is not known is not "no alert"."""

    known: bool
    known_until: Time | None
    unknown: list[SpanModel]
    unknown_seconds: int
    words: str


class AlertSpanModel(SpanModel):
    """Alerts that overlap or touch, as one stretch."""

    guessed: bool
    open: bool
    level: Literal["yellow", "red"] | None


class AlertMeasureModel(_Model):
    """How long alerts lasted, overlaps counted once; where the cover is not known, at least."""

    seconds: int
    number: int
    longest_seconds: int
    guessed_seconds: int
    spans: list[AlertSpanModel]


class PlaceAlertsModel(_Model):
    """The alerts at one place."""

    place: str
    permanent: bool
    whole: AlertMeasureModel
    part: AlertMeasureModel
    cover: CoverModel
    sources: list[str]
    entries: list[int]


class PeakModel(_Model):
    """How many regions were under an alert at one moment."""

    at: Time
    whole: int
    part: int
    regions: int
    permanent: list[str]
    unknown: list[str]


class NightAlertsModel(_Model):
    """The alerts of a period in the whole country, by region and below."""

    period: SpanModel
    as_of: Time | None
    first_alert: Time | None
    all_clear: Time | None
    peak: PeakModel | None
    cover: CoverModel
    regions: list[PlaceAlertsModel]
    below: list[PlaceAlertsModel]


class DocumentModel(_Model):
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


class DocumentPage(_Model):
    """Some documents, the newest first."""

    documents: list[DocumentModel]
    next: str | None


class DecisionModel(_Model):
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


class EntryModel(_Model):
    """A link of the chain."""

    seq: int
    kind: str
    recorded_at: Time
    entry_hash: str
    previous_hash: str
    body_hash: str


class AlertModel(_Model):
    """An alert, as its source gives it."""

    entry: int
    line: int
    place: str
    kind: str
    start: Time
    end: Time | None
    source: str
    level: Literal["yellow", "red"] | None
    threats: list[str]
    partial: bool
    guessed_start: bool
    guessed_end: bool


class AlertPage(_Model):
    """The alerts that overlap a period. Beyond what a feed was heard of, silence means nothing."""

    start: Time
    end: Time
    place: str
    alerts: list[AlertModel]
    next: str | None


class SourceModel(_Model):
    """A source: how it is rated, and when it was last heard."""

    id: str
    reliability: Literal["A", "B", "C", "D", "E", "F"]
    party: bool
    documents: int
    last_heard: Time | None


class SourcePage(_Model):
    """All sources that the ledger has documents of."""

    sources: list[SourceModel]


class StoryModel(_Model):
    """A story that is to be held against the record."""

    text: Annotated[
        str, Field(min_length=1, max_length=100_000, examples=["Russia launched 550 drones, the Air Force said."])
    ]
    published: Annotated[str | None, Field(max_length=40, examples=["2025-07-04T14:10:00+03:00"])] = None
    source: Annotated[str | None, Field(max_length=100)] = None


class VerdictModel(_Model):
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


class SuperlativeModel(_Model):
    """Which nights it is said to be the largest of, or one of the largest."""

    one_of: bool
    since: str | None


class ReasonModel(_Model):
    """Why a superlative holds or not."""

    kind: str
    count: int
    allowed: int
    day: str | None


class SaidSuperlativeModel(_Model):
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


class StoryCheckModel(_Model):
    """What comes of a story."""

    id: str
    language: str | None
    contradicts: bool
    counts: dict[str, int]
    verdicts: list[VerdictModel]
    superlatives: list[SaidSuperlativeModel]
    problems: list[str]


class NewDocument(_Model):
    """A document to read and keep, as `vidbiy read --jsonl` takes it."""

    id: Annotated[str, Field(min_length=1, max_length=500, examples=["post-17"])]
    text: Annotated[str, Field(max_length=1_000_000, examples=["Made up: 12 drones were shot down overnight."])]
    published: Annotated[str | None, Field(max_length=40)] = None
    source: Annotated[str | None, Field(max_length=100)] = None
    url: Annotated[str | None, Field(max_length=2000)] = None
    title: Annotated[str | None, Field(max_length=1000)] = None


class NewDocuments(_Model):
    """Documents to read and keep: all of them, or none."""

    documents: Annotated[list[NewDocument], Field(min_length=1, max_length=100)]


class NewJudgement(_Model):
    """Why something is decided. Who decides it is the name of the token."""

    reason: Annotated[str, Field(min_length=1, max_length=2000, examples=["A slip of the pen"])]


class NewClaim(NewJudgement):
    """The bounds that a claim should have; what is left out stays."""

    low: Annotated[int | None, Field(ge=0, le=2**53)] = None
    high: Annotated[int | None, Field(ge=0, le=2**53)] = None
    place: Annotated[str | None, Field(max_length=100)] = None


class ReceiptModel(_Model):
    """The ledger's word that something is kept."""

    entry: int
    state: Literal["new", "version", "known"]
    id: str


class ReceiptPage(_Model):
    """A receipt for each document, in order."""

    receipts: list[ReceiptModel]


DocumentDetail.model_rebuild()
