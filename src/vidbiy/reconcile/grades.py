"""The credibility of information on the Admiralty scale (NATO AJP-2.1), whoever says it.

The rules look at other origins and at the accounts only, never at the source: its reliability is rated apart, in
`lexicon/data/ratings.toml`. docs/method.md states them for readers.
"""

from __future__ import annotations

__all__ = ["CONFIRMED", "DOUBTFUL", "IMPROBABLE", "POSSIBLE", "PROBABLE", "UNKNOWN", "credibility", "with_accounts"]

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNKNOWN = range(1, 7)


def credibility(agreeing: int, contradicting: int, *, rumour: bool = False) -> int:
    """Return 1 to 6 by how many independent origins agree and how many contradict; `rumour` is said to be unconfirmed."""
    if rumour and agreeing <= 1:
        return DOUBTFUL
    if contradicting:
        return IMPROBABLE if contradicting > agreeing else DOUBTFUL if contradicting == agreeing else POSSIBLE
    if agreeing >= 3:
        return CONFIRMED
    return PROBABLE if agreeing == 2 else POSSIBLE


def with_accounts(grade: int, *, holds: bool, fails: bool) -> int:
    """Return the credibility once the accounts are done: figures that balance bear each other out, one step."""
    if fails:
        return max(grade, DOUBTFUL)
    return grade - 1 if holds and grade in (PROBABLE, POSSIBLE) else grade
