"""The types of the record. Every other package may import these; this one imports nothing of the project."""

from vidbiy.model.alert import LASTING, AlertInterval, AlertLevel, AlertNature, AlertTable, FeedState, Heard
from vidbiy.model.attack import Attack, Wave, parse_attack_id
from vidbiy.model.check import Check, Identity, Mend, Relation, Term, Verdict
from vidbiy.model.claim import Claim, Effect, Measure, Modality, TimePrecision
from vidbiy.model.document import Document
from vidbiy.model.errors import AlertError, AttackError, ClaimError, DocumentError, VidbiyError
from vidbiy.model.figure import (
    NOWHERE,
    Derivation,
    Evidence,
    Figure,
    FigureKey,
    Grade,
    Misreading,
    Reason,
    Stage,
    Standing,
    Status,
)
from vidbiy.model.schemas import SCHEMAS, schema

__all__ = [
    "LASTING",
    "NOWHERE",
    "SCHEMAS",
    "AlertError",
    "AlertInterval",
    "AlertLevel",
    "AlertNature",
    "AlertTable",
    "Attack",
    "AttackError",
    "Check",
    "Claim",
    "ClaimError",
    "Derivation",
    "Document",
    "DocumentError",
    "Effect",
    "Evidence",
    "FeedState",
    "Figure",
    "FigureKey",
    "Grade",
    "Heard",
    "Identity",
    "Measure",
    "Mend",
    "Misreading",
    "Modality",
    "Reason",
    "Relation",
    "Stage",
    "Standing",
    "Status",
    "Term",
    "TimePrecision",
    "Verdict",
    "VidbiyError",
    "Wave",
    "parse_attack_id",
    "schema",
]
