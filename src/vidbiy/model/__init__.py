"""The types of the record. Every other package may import these; this one imports nothing of the project."""

from vidbiy.model.alert import AlertInterval
from vidbiy.model.claim import Claim, Effect, Measure, Modality, TimePrecision
from vidbiy.model.document import Document
from vidbiy.model.errors import AlertError, ClaimError, DocumentError, VidbiyError
from vidbiy.model.schemas import SCHEMAS, schema

__all__ = [
    "SCHEMAS",
    "AlertError",
    "AlertInterval",
    "Claim",
    "ClaimError",
    "Document",
    "DocumentError",
    "Effect",
    "Measure",
    "Modality",
    "TimePrecision",
    "VidbiyError",
    "schema",
]
