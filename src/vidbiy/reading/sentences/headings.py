"""Headings: a number without a noun that stands before the text says what it counts ("43 збито, 12 зникли")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vidbiy.model import Claim

__all__ = ["UNNAMED", "settle_unnamed"]

# The rule of a claim that waits for its subject.
UNNAMED = "count.unnamed"


def settle_unnamed(claims: Sequence[Claim]) -> list[Claim | None]:
    """Return `claims`, those of unnamed weapons with the subject of the first claim behind them of the same figure.

    Where no claim says what was counted, the number counted no weapon ("ещё пять пустили" were trains): None.
    """
    if not any(claim.rule == UNNAMED for claim in claims):
        return list(claims)
    return [_settled(claim, claims[at + 1 :]) for at, claim in enumerate(claims)]


def _settled(claim: Claim, following: Sequence[Claim]) -> Claim | None:
    if claim.rule != UNNAMED:
        return claim
    subject = _named(claim, following)
    return None if subject is None else replace(claim, subject=subject)


def _named(claim: Claim, following: Sequence[Claim]) -> str | None:
    figure = (claim.measure, claim.low, claim.high)
    for other in following:
        if (other.measure, other.low, other.high) == figure and other.rule != UNNAMED:
            return other.subject
    return None
