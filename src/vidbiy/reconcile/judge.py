"""A story's claims, each held against the record of the attack that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from vidbiy.lexicon.misreadings import Misreadings
from vidbiy.model import (
    NOWHERE,
    Claim,
    Document,
    Evidence,
    Figure,
    FigureKey,
    Measure,
    Misreading,
    Modality,
    Reason,
    Standing,
)
from vidbiy.reconcile.explain import TELLING, Numbers
from vidbiy.reconcile.record import Record
from vidbiy.reconcile.sentences import sentence_at
from vidbiy.reconcile.speakers import TOLLS
from vidbiy.reconcile.testimony import APPROXIMATE
from vidbiy.reconcile.verdicts import ClaimVerdict, StoryVerdict

__all__ = ["Judge"]


@dataclass(slots=True)
class Judge:
    """Holds the claims of one story against the records of the attacks that they are about."""

    document: Document
    language: str | None
    misreadings: Misreadings
    records: dict[int, Record]

    def verdict(self, number: int, claim: Claim) -> ClaimVerdict:
        """Return the verdict on one claim, by its number in the story."""
        record = self.records.get(number)
        if record is None:
            return ClaimVerdict(claim=claim, verdict=StoryVerdict.NOT_IN_RECORD, attack=None)
        key = _key(claim)
        figure = _find(key, claim, record)
        if figure is None:
            return self._without_figure(claim, key, record)
        if key.place == NOWHERE:
            return self._placeless(claim, key, figure, record)
        return self._beside(claim, key, figure, record)

    def _beside(self, claim: Claim, key: FigureKey, figure: Figure, record: Record) -> ClaimVerdict:
        added = self._on_top(claim, figure, record) or self._hearsay(claim, key, figure, record)
        if added is not None:
            return added
        if _fits(claim, figure):
            return self._fitting(claim, figure, record)
        stage = _older_stage(claim, figure) or self._earlier_toll(claim, figure)
        if stage is not None:
            return _said(claim, StoryVerdict.OUTDATED, record, figure, since=stage)
        return self._misread(claim, key, record) or _beside_others(claim, figure, record)

    def _placeless(self, claim: Claim, key: FigureKey, figure: Figure, record: Record) -> ClaimVerdict:
        """A count of a place that nobody knows contradicts none: the record has the same one, or it has none."""
        for item in figure.evidence:
            stated = item.reason not in (Reason.DENIED, Reason.EXPECTED)
            if stated and (item.claim.low, item.claim.high) == (claim.low, claim.high):
                return _said(claim, StoryVerdict.AGREES, record, figure, evidence=item)
        missing = ClaimVerdict(claim=claim, verdict=StoryVerdict.NOT_IN_RECORD, attack=record.attack)
        return self._misread(claim, key, record) or missing

    def _without_figure(self, claim: Claim, key: FigureKey, record: Record) -> ClaimVerdict:
        elsewhere = self._other_place(claim, key, record)
        return (
            self._misread(claim, key, record)
            or elsewhere
            or ClaimVerdict(claim=claim, verdict=StoryVerdict.NOT_IN_RECORD, attack=record.attack)
        )

    def _fitting(self, claim: Claim, figure: Figure, record: Record) -> ClaimVerdict:
        """A bound that was the count once ("at least 12" where it is 23 now) is true, and yet outdated."""
        stage = _older_stage(claim, figure) if claim.high is None and claim.low != figure.low else None
        if stage is not None:
            return _said(claim, StoryVerdict.OUTDATED, record, figure, since=stage)
        return _said(claim, StoryVerdict.AGREES, record, figure)

    def _earlier_toll(self, claim: Claim, figure: Figure) -> datetime | None:
        """Return when the present toll came, where the story was out before it, with a lower one."""
        published = self.document.published
        if figure.measure not in TOLLS or not figure.history or published is None or claim.low is None:
            return None
        since = figure.history[-1].known_at
        return since if claim.low < figure.low and published < since else None

    def _misread(self, claim: Claim, key: FigureKey, record: Record) -> ClaimVerdict | None:
        found = Numbers(record.figures, self.misreadings).meant(key, claim.low, claim.high)
        return None if found is None else _said(claim, StoryVerdict.MISREAD, record, found[1], misreading=found[0])

    def _on_top(self, claim: Claim, figure: Figure, record: Record) -> ClaimVerdict | None:
        """Find the balance of the attack told as strikes that came on top of it: the number is right, the word is not."""
        if claim.measure is not Measure.HIT or not _fits(claim, figure):
            return None
        if not self.misreadings.additional(sentence_at(self.document.text, claim.span), self.language):
            return None
        return _said(claim, StoryVerdict.MISREAD, record, figure, misreading=Misreading.BALANCE_AS_ADDITIONAL)

    def _hearsay(self, claim: Claim, key: FigureKey, figure: Figure, record: Record) -> ClaimVerdict | None:
        """Find a figure that only other stories have, and that they misread as this one does."""
        best = figure.best
        misread = best is not None and best.misreading is not None and _fits(claim, figure)
        return self._misread(claim, key, record) if misread else None

    def _other_place(self, claim: Claim, key: FigureKey, record: Record) -> ClaimVerdict | None:
        """Find the same count of another place, where the story's own place has none."""
        if claim.low is None or claim.low < TELLING or claim.low != claim.high:
            return None
        for figure in record.figures:
            same = (figure.measure, figure.subject, figure.low) == (key.measure, key.subject, claim.low)
            if not same or not figure.exact:
                continue
            if figure.place.startswith(key.place) or key.place.startswith(figure.place):
                return _said(claim, StoryVerdict.AGREES, record, figure)
            return _said(claim, StoryVerdict.MISREAD, record, figure, misreading=Misreading.OTHER_PLACE)
        return None


def _key(claim: Claim) -> FigureKey:
    effect = "" if claim.effect is None else claim.effect.value
    return FigureKey(claim.measure, claim.subject, NOWHERE if claim.place is None else claim.place, effect)


def _find(key: FigureKey, claim: Claim, record: Record) -> Figure | None:
    """Return the figure of the same quantity: of the attack, else of what its reports say of elsewhere if that fits."""
    for figure in record.figures:
        if figure.key == key:
            return figure
    near = [figure for _, figures in record.elsewhere for figure in figures if figure.key == key]
    return next((figure for figure in near if _fits(claim, figure)), None)


def _fits(claim: Claim, figure: Figure) -> bool:
    low, high = claim.low if claim.low is not None else 0, claim.high
    slack = APPROXIMATE if claim.approx or figure.approx else 0
    top = float("inf") if high is None else high * (1 + slack)
    figure_top = float("inf") if figure.high is None else figure.high
    return low * (1 - slack) <= figure_top and figure.low <= top


def _older_stage(claim: Claim, figure: Figure) -> datetime | None:
    """Return since when the story's number is overtaken; None where it never was the count."""
    if figure.measure not in TOLLS:
        return None
    for stage, later in zip(figure.history, figure.history[1:], strict=False):
        if stage.low == claim.low and (claim.high is None or stage.high == claim.high):
            return later.known_at
    overtaken = [item for item in figure.evidence if item.standing is Standing.SUPERSEDED]
    if figure.history and any(item.claim.low == claim.low for item in overtaken):
        return figure.history[-1].known_at
    return None


def _beside_others(claim: Claim, figure: Figure, record: Record) -> ClaimVerdict:
    """A story that takes one side of a dispute does not contradict the record, which holds both."""
    for item in figure.set_aside:
        disputed = item.reason is not None and item.reason.value == "contradicts"
        if disputed and (item.claim.low, item.claim.high) == (claim.low, claim.high):
            return _said(claim, StoryVerdict.AGREES, record, figure, evidence=item)
    if claim.modality in (Modality.DENIED, Modality.EXPECTED):
        return ClaimVerdict(claim=claim, verdict=StoryVerdict.NOT_IN_RECORD, attack=record.attack, figure=figure)
    return _said(claim, StoryVerdict.CONTRADICTS, record, figure)


def _said(
    claim: Claim,
    verdict: StoryVerdict,
    record: Record,
    figure: Figure,
    *,
    since: datetime | None = None,
    misreading: Misreading | None = None,
    evidence: Evidence | None = None,
) -> ClaimVerdict:
    return ClaimVerdict(
        claim=claim,
        verdict=verdict,
        attack=record.attack,
        figure=figure,
        evidence=evidence if evidence is not None else _proof(figure, record.figures),
        since=since,
        misreading=misreading,
    )


def _proof(figure: Figure, figures: Iterable[Figure]) -> Evidence | None:
    """Return the claim that a figure rests on; of a derived one the first of those that it follows from."""
    if figure.best is not None or figure.derivation is None:
        return figure.best
    by_key = {item.key: item for item in figures}
    for _, key in figure.derivation.terms:
        found = by_key.get(key)
        proof = None if found is None else _proof(found, by_key.values())
        if proof is not None:
            return proof
    return None
