"""Figures, checks and contradictions as rows of a brief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vidbiy.lexicon.words import Words
from vidbiy.model import Check, Evidence, Figure, FigureKey, Identity, Reason, Relation, Standing, Status, Term, Verdict
from vidbiy.publish.brief.content import Row
from vidbiy.publish.brief.references import References
from vidbiy.publish.naming import Naming

__all__ = ["CONTRADICTING", "Lines"]

CONTRADICTING = (Reason.OUTRANKED, Reason.MISQUOTED, Reason.CONTRADICTS)
"""Reasons for which a claim is shown as standing against the record."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Makes rows, in one language, for one record."""

    words: Words
    naming: Naming
    references: References
    figures: Mapping[FigureKey, Figure]

    def figure(self, figure: Figure, *, place: bool = True, label: str | None = None) -> Row:
        """Return the row of a figure: what, where, how many, how it stands."""
        what = self.naming.what(figure.measure.value, figure.subject, figure.key.effect or None)
        if place and figure.place:
            what = f"{what}, {self.naming.place(figure.place)}"
        return Row(
            label=label if label is not None else what,
            value=self.value(figure),
            note="; ".join(self._notes(figure)),
            refs=self.references.of_figure(figure, self.figures),
        )

    def value(self, figure: Figure) -> str:
        """Return the quantity of a figure in words."""
        if not figure.origins and figure.derivation is None:
            return self.words("amount.none")
        return self.naming.amount(figure.low, figure.high, approx=figure.approx, of=figure.of, unit=figure.unit)

    def _notes(self, figure: Figure) -> Iterator[str]:
        yield self.words(f"status.{figure.status.value}").lower()
        if figure.derivation is not None:
            yield self.words(f"identity.{figure.derivation.identity}")
            return
        yield self.words("note.origins", n=len(figure.origins))
        yield str(figure.grade)
        if len(figure.history) > 1:
            before = ", ".join(
                f"{stage.low} ({self.naming.time(stage.known_at, dated=False)})" for stage in figure.history[:-1]
            )
            yield self.words("note.was", values=before)

    def contradictions(self, figure: Figure) -> Iterator[Row]:
        """Yield a row for the figure and one for each claim that stands against it, with its words."""
        against = [item for item in figure.evidence if item.reason in CONTRADICTING or item.misreading is not None]
        if not against and figure.status is not Status.DISPUTED:
            return
        yield self.figure(figure)
        for item in against or [item for item in figure.evidence if item.standing is Standing.SET_ASIDE]:
            yield self._against(item)

    def _against(self, item: Evidence) -> Row:
        claim = item.claim
        return Row(
            label=self.said_by(item),
            value=self.naming.amount(claim.low, claim.high, approx=claim.approx, of=claim.of, unit=claim.unit),
            note=self._why(item),
            refs=(self.references.of(item),),
            under=True,
            quote=claim.quote,
        )

    def said_by(self, item: Evidence) -> str:
        """Return who says it: the speaker, and through whom where that is somebody else."""
        speaker = item.claim.speaker if item.claim.speaker is not None else item.source
        said = self.naming.source(speaker)
        if item.source is None or item.source == speaker:
            return said
        return self.words("note.quoted", speaker=said, source=self.naming.source(item.source))

    def _why(self, item: Evidence) -> str:
        if item.misreading is not None and item.means is not None:
            meant = self.figures.get(item.means)
            what = self.naming.what(item.means.measure.value, item.means.subject)
            value = "" if meant is None else self.value(meant)
            return self.words(
                "note.misread", misreading=self.words(f"misreading.{item.misreading.value}"), what=what, value=value
            )
        return "" if item.reason is None else self.words(f"reason.{item.reason.value}")

    def check(self, check: Check) -> Row:
        """Return the row of a check: both sides with their numbers, and whether they agree."""
        left, right = (self._side(check.side(side)) for side in ("left", "right"))
        sign = "=" if check.relation is Relation.EQUAL else "≤"
        if check.identity is Identity.SHARE:
            figure = self.figures[check.terms[0].key]
            right = self.naming.number(figure.of if figure.of is not None else 0)
        refs = [number for term in check.terms for number in self._refs(term)]
        return Row(
            label=f"{left} {sign} {right}" if right else left,
            note=self._verdict(check),
            refs=tuple(dict.fromkeys(refs)),
        )

    def _side(self, terms: tuple[Term, ...]) -> str:
        return " + ".join(self._term(term) for term in terms)

    def _term(self, term: Term) -> str:
        key = term.key
        return self.naming.counted(key.measure.value, key.subject, self.naming.amount(term.low, term.high))

    def _refs(self, term: Term) -> tuple[int, ...]:
        figure = self.figures.get(term.key)
        return () if figure is None else self.references.of_figure(figure, self.figures)[:1]

    def _verdict(self, check: Check) -> str:
        if check.verdict is Verdict.FAILS:
            difference = check.difference
            said = (
                self.words("account.fails_open")
                if difference is None
                else self.words("account.fails", difference=abs(difference))
            )
            if check.mend is not None:
                mended = self.words(f"misreading.{check.mend.misreading.value}")
                said = f"{said}; {self.words('account.mend', misreading=mended)}"
            return said
        if check.verdict is Verdict.POSSIBLE and check.difference:
            return self.words("account.left_over", n=abs(check.difference))
        return self.words(f"account.{check.verdict.value}")
