"""From claims to a record that adds up: attacks, lineage, figures, checks, and the check of a story."""

from vidbiy.reconcile.attacks import AttackKey
from vidbiy.reconcile.errors import EmptyRecordError, NoAttackError
from vidbiy.reconcile.nights import attack_key, latest, reconciler_for, record_at, record_of, records
from vidbiy.reconcile.reconciler import Reconciler
from vidbiy.reconcile.record import Record, Report
from vidbiy.reconcile.story import check_story
from vidbiy.reconcile.verdicts import ClaimVerdict, StoryCheck, StoryVerdict

__all__ = [
    "AttackKey",
    "ClaimVerdict",
    "EmptyRecordError",
    "NoAttackError",
    "Reconciler",
    "Record",
    "Report",
    "StoryCheck",
    "StoryVerdict",
    "attack_key",
    "check_story",
    "latest",
    "reconciler_for",
    "record_at",
    "record_of",
    "records",
]
