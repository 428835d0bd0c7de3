"""Headings: a number without a noun that stands before the text says what it counts ("43 збито, 12 зникли")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vidbiy.model import Claim

__all__ = ["UNNAMED", "settle_unnamed"]

# The rule of a claim that waits for its subject.
UNNAMED = "count.unnamed"


def settle_unnamed(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return `claims`, those of unnamed weapons with the subject of the first claim behind them of the same figure.

    Where no claim says what was counted, the number counted no weapon ("ещё пять пустили" were trains): it is left out.
    """
    if not any(claim.rule == UNNAMED for claim in claims):
        return tuple(claims)
    settled: list[Claim] = []
    for at, claim in enumerate(claims):
        if claim.rule != UNNAMED:
            settled.append(claim)
        elif (subject := _named(claim, claims[at + 1 :])) is not None:
            settled.append(replace(claim, subject=subject))
    return tuple(settled)


def _named(claim: Claim, following: Sequence[Claim]) -> str | None:
    figure = (claim.measure, claim.low, claim.high)
    for other in following:
        if (other.measure, other.low, other.high) == figure and other.rule != UNNAMED:
            return other.subject
    return None
