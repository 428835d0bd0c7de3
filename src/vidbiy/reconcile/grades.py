"""The credibility of information on the Admiralty scale (NATO AJP-2.1), whoever says it.

The rules look at other origins and at the accounts only, never at the source: its reliability is rated apart, in
`lexicon/data/ratings.toml`. docs/method.md states them for readers.
"""

from __future__ import annotations

from collections.abc import Iterable

from vidbiy.model import Evidence, Modality, Reason, Standing

__all__ = ["CONFIRMED", "DOUBTFUL", "IMPROBABLE", "POSSIBLE", "PROBABLE", "UNKNOWN", "credibility", "with_accounts"]

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNKNOWN = range(1, 7)


def credibility(evidence: Iterable[Evidence]) -> int:
    """Return 1 to 6 by how many independent origins agree with a figure, and how many contradict it.

    Who tells another figure of the record as this one, or misquotes its source, does not contradict it: that is a mistake of
    the telling, and says nothing about the fact. A figure that rests on such a mistake is improbable.
    """
    told = list(evidence)
    if told and told[0].misreading is not None and told[0].standing is Standing.SUPPORTS:
        return IMPROBABLE
    agreeing = {item.origin for item in told if item.standing is Standing.SUPPORTS}
    against = {
        item.origin
        for item in told
        if item.reason in (Reason.CONTRADICTS, Reason.OUTRANKED) and item.misreading is None
    } - agreeing
    if not agreeing:
        return UNKNOWN
    if against:
        return POSSIBLE if len(against) < len(agreeing) else DOUBTFUL if len(against) == len(agreeing) else IMPROBABLE
    supporting = [item for item in told if item.standing is Standing.SUPPORTS]
    if len(agreeing) == 1 and all(item.claim.modality is Modality.UNCONFIRMED for item in supporting):
        return DOUBTFUL
    return {1: POSSIBLE, 2: PROBABLE}.get(len(agreeing), CONFIRMED)


def with_accounts(grade: int, *, holds: bool, fails: bool) -> int:
    """Return the credibility once the accounts are done: figures that balance bear each other out, one step."""
    if fails:
        return max(grade, DOUBTFUL)
    return grade - 1 if holds and grade in (PROBABLE, POSSIBLE) else grade
