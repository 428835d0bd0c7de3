"""What a story says of the length of an alert, held against the siren log."""

from __future__ import annotations

from datetime import datetime

from vidbiy.ledger import Ledger
from vidbiy.model import Attack, Claim
from vidbiy.reconcile.sirens import AlertDuration, Span, alert_duration
from vidbiy.reconcile.verdicts import ClaimVerdict, StoryVerdict

__all__ = ["length_verdict"]

_HOUR = 3600
_ROUNDING = _HOUR // 2
"""A length told in whole hours is one to the nearest hour."""


def length_verdict(
    ledger: Ledger, claim: Claim, attack: Attack, *, as_of: datetime | None = None
) -> ClaimVerdict | None:
    """Return the verdict of the log on a claimed length; None where the log says nothing of that place and night."""
    if claim.low is None or claim.place is None or claim.unit != "h":
        return None
    end = attack.end if as_of is None else max(min(attack.end, as_of), attack.start)
    if end == attack.start:
        return None
    log = alert_duration(ledger, claim.place, Span(attack.start, end))
    if log.cover.nothing_known:
        return None
    return ClaimVerdict(claim=claim, verdict=_verdict(claim, log), attack=attack, log=log)


def _verdict(claim: Claim, log: AlertDuration) -> StoryVerdict:
    """Compare the two as intervals of seconds: what the log leaves open contradicts nothing."""
    low = (claim.low or 0) * _HOUR
    high = None if claim.high is None else claim.high * _HOUR
    longest = float("inf") if log.high is None else log.high
    if low - _ROUNDING > longest or (high is not None and high + _ROUNDING < log.low):
        return StoryVerdict.CONTRADICTS
    return StoryVerdict.AGREES
