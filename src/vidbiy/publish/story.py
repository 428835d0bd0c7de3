"""The verdict on a story's claim, in words."""

from __future__ import annotations

from dataclasses import dataclass

from vidbiy.lexicon.words import load_words
from vidbiy.model import Figure
from vidbiy.publish.naming import Naming
from vidbiy.reconcile import ClaimVerdict, StoryCheck, StoryVerdict

__all__ = ["StoryWords", "Told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A verdict as one reads it: what is claimed, both quotes, and why it is so."""

    verdict: StoryVerdict
    what: str
    story: str
    """The story's number, in words."""
    story_quote: str
    label: str
    """The verdict in words: "outdated since 09:20"."""
    record: str
    """The record's number, in words; empty where it has none."""
    record_quote: str
    record_speaker: str
    record_document: str
    record_ref: str
    explanation: str


class StoryWords:
    """Puts the check of a story into words, in one language."""

    def __init__(self, language: str) -> None:
        self._words = load_words(language, "brief")
        self._naming = Naming(self._words)

    def told(self, verdict: ClaimVerdict) -> Told:
        """Return one verdict in words."""
        claim, evidence = verdict.claim, verdict.evidence
        what = self._naming.what(claim.measure.value, claim.subject, claim.effect)
        place = f", {self._naming.place(claim.place)}" if claim.place else ""
        return Told(
            verdict=verdict.verdict,
            what=f"{what}{place}",
            story=self._naming.amount(claim.low, claim.high, approx=claim.approx, of=claim.of, unit=claim.unit),
            story_quote=claim.quote,
            label=self._label(verdict),
            record=self._record(verdict),
            record_quote="" if evidence is None else evidence.claim.quote,
            record_speaker="" if evidence is None else self._naming.origin(evidence.origin),
            record_document="" if evidence is None else evidence.document_id,
            record_ref="" if evidence is None else evidence.ref,
            explanation=self._explanation(verdict),
        )

    def summary(self, check: StoryCheck) -> str:
        """Return how many claims have each verdict; or why there is none."""
        if check.language is None and not check.verdicts:
            return self._words("story.language_unread")
        if not check.verdicts:
            return self._words("story.no_claims")
        return self._words("story.summary", **{verdict.value: check.counts[verdict] for verdict in StoryVerdict})

    def _label(self, verdict: ClaimVerdict) -> str:
        if verdict.since is None:
            return self._words(f"story.{verdict.verdict.value}", since="")
        return self._words("story.outdated", since=self._naming.time(verdict.since))

    def _record(self, verdict: ClaimVerdict) -> str:
        if verdict.log is not None:
            minutes = round(verdict.log.seconds / 60)
            time = self._words("alerts.hours", hours=minutes // 60, minutes=f"{minutes % 60:02d}")
            said = self._words("alerts.by_log", time=time)
            return said if verdict.log.known else f"{said}, {self._words('alerts.at_least')}"
        return "" if verdict.figure is None else self._amount(verdict.figure)

    def _amount(self, figure: Figure) -> str:
        return self._naming.amount(figure.low, figure.high, approx=figure.approx, of=figure.of, unit=figure.unit)

    def _explanation(self, verdict: ClaimVerdict) -> str:
        figure = verdict.figure
        if verdict.misreading is None or figure is None:
            return ""
        how = self._words(f"misreading.{verdict.misreading.value}")
        what = self._naming.what(figure.measure.value, figure.subject).lower()
        meant = self._words(
            f"story.explained_{verdict.misreading.value}",
            value=self._amount(figure),
            what=what,
            place=self._naming.place(figure.place),
        )
        return f"{how}. {meant}"
