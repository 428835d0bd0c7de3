"""A claim on its way into a figure: with who it goes back to, how near that is to the fact, and when it was known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vidbiy.ledger import StoredClaim
from vidbiy.lexicon.ratings import UNNAMED, Ratings
from vidbiy.model import NOWHERE, Claim, FigureKey, Modality, TimePrecision
from vidbiy.reconcile.lineage import Lineage

__all__ = ["APPROXIMATE", "Testimony", "known_at", "testify"]

APPROXIMATE = 0.1
"""How far from "about 60" a count may be and still agree with it: a tenth, the rounding that reports use."""

_TIMED = (TimePrecision.MINUTE, TimePrecision.HOUR)


@dataclass(slots=True, kw_only=True)
class Testimony:
    """One claim about one figure. ``tier`` 0 is primary, 1 another named office, 2 anybody else, 3 mere rumour."""

    stored: StoredClaim
    claim: Claim
    ref: str
    """The claim's number in the ledger."""
    key: FigureKey
    low: int
    high: int | None
    origin: str
    named: bool
    """The origin is a named source, not a document."""
    own: bool
    """It stands in the speaker's own document, and is not quoted by another."""
    tier: int
    known_at: datetime
    told_at: datetime
    """The moment that the count is of where the claim says one, else when it was known: it orders a speaker's counts."""
    partial: bool
    order: tuple[datetime, datetime, str, int]
    """What a speaker's counts are sorted by: when known, the moment they are of, then as they stand in the document."""
    bundle: str
    """The documents that it shares its sentence or text with: copies of each other weigh as one."""

    def bounds(self) -> tuple[float, float]:
        """Return the interval that a count must meet to agree: wider where the claim says "about"."""
        high = float("inf") if self.high is None else float(self.high)
        if not self.claim.approx:
            return float(self.low), high
        return self.low * (1 - APPROXIMATE), high * (1 + APPROXIMATE)

    def agrees(self, other: Testimony) -> bool:
        """Tell whether both can be true."""
        (low, high), (other_low, other_high) = self.bounds(), other.bounds()
        return low <= other_high and other_low <= high

    def same_figure(self, other: Testimony) -> bool:
        """Tell whether it is the other's figure told again: "23", or "at least 23"."""
        return self.low == other.low and (self.high == other.high or self.high is None or other.high is None)


def known_at(stored: StoredClaim) -> datetime:
    """Return from when on a claim is known: its document's publication, or else its entry in the ledger."""
    return stored.recorded_at if stored.published is None else stored.published


def testify(stored: StoredClaim, lineage: Lineage, ratings: Ratings) -> Testimony:
    """Return the testimony of a claim with a quantity."""
    claim = stored.claim
    place = NOWHERE if claim.place is None else claim.place
    bundle, office = lineage.origin(stored.document, claim.span)
    speaker = claim.speaker if claim.speaker is not None else stored.source
    named = speaker is not None and speaker not in UNNAMED
    if not named and office is not None:
        # A post taken over word for word is still its author's, whoever carries it.
        speaker, named = office, True
    known, told = known_at(stored), claim.end
    if told is None or told > known or claim.time_precision not in _TIMED:
        told = known
    narrow = ratings.may_be_partial(speaker)
    return Testimony(
        stored=stored,
        claim=claim,
        ref=str(stored.ref),
        key=FigureKey(claim.measure, claim.subject, place, "" if claim.effect is None else claim.effect.value),
        low=0 if claim.low is None else claim.low,
        high=claim.high,
        origin=speaker if named and speaker is not None else f"document:{bundle}",
        named=named,
        own=named and stored.source == speaker,
        tier=_tier(claim, speaker, named, place, ratings),
        known_at=known,
        told_at=told,
        partial=narrow and ratings.partial(speaker, lineage.sentence(stored.document, claim.span)),
        order=(known, told, stored.document_id, claim.span[0]),
        bundle=bundle,
    )


def _tier(claim: Claim, speaker: str | None, named: bool, place: str, ratings: Ratings) -> int:
    if claim.modality is Modality.UNCONFIRMED or speaker == "witnesses":
        return 3
    if not named:
        return 2
    return 0 if ratings.primary(speaker, claim.measure.value, place) else 1
