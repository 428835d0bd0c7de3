"""The numbered references of a brief: each claim once, in the order in which the brief first rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vidbiy.model import Evidence, Figure, FigureKey, Standing
from vidbiy.publish.brief.content import Reference
from vidbiy.publish.naming import Naming
from vidbiy.reconcile import Report

__all__ = ["References"]

_SHOWN = 2  # claims a figure: the one that it rests on, and one of an independent origin that agrees


class References:
    """Gives numbers to claims."""

    def __init__(self, naming: Naming, reports: Iterable[Report]) -> None:
        self._naming = naming
        self._reports = {report.document: report for report in reports}
        self._found: dict[str, Reference] = {}

    def of(self, evidence: Evidence) -> int:
        """Return the number of a claim, a new one where it has none yet."""
        known = self._found.get(evidence.ref)
        if known is not None:
            return known.number
        report = self._reports.get(evidence.document)
        published = evidence.published
        speaker = evidence.claim.speaker if evidence.claim.speaker is not None else evidence.source
        reference = Reference(
            number=len(self._found) + 1,
            ref=evidence.ref,
            speaker=self._naming.source(speaker),
            document=evidence.document_id if report is None or not report.title else report.title,
            published=None if published is None else self._naming.time(published),
            quote=evidence.claim.quote,
            url=None if report is None else report.url,
        )
        self._found[evidence.ref] = reference
        return reference.number

    def of_figure(self, figure: Figure, figures: Mapping[FigureKey, Figure]) -> tuple[int, ...]:
        """Return the numbers that a figure rests on; of a derived one those of the figures that it follows from."""
        if figure.derivation is not None:
            terms = (figures[key] for _, key in figure.derivation.terms if key in figures)
            return tuple(dict.fromkeys(number for term in terms for number in self.of_figure(term, figures)[:1]))
        supporting = [item for item in figure.evidence if item.standing is Standing.SUPPORTS]
        return tuple(self.of(item) for item in (supporting or list(figure.evidence))[:_SHOWN])

    def all(self) -> tuple[Reference, ...]:
        """Return the references in the order of their numbers."""
        return tuple(self._found.values())
