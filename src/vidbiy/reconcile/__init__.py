"""From claims to a record that adds up: attacks, lineage, figures, checks, and the check of a story."""

from vidbiy.reconcile.record import Record, Report
from vidbiy.reconcile.verdicts import ClaimVerdict, StoryCheck, StoryVerdict

__all__ = ["ClaimVerdict", "Record", "Report", "StoryCheck", "StoryVerdict"]
