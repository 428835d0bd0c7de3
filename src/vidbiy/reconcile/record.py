"""The record of one attack: its figures, its checks, the documents that report it, and what they report of elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vidbiy.model import Attack, Check, Figure, FigureKey, Measure, Status

__all__ = ["Record", "Report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document that speaks of the attack, and what it repeats."""

    document: int
    """The document's entry in the ledger."""
    id: str
    source: str | None
    title: str | None
    url: str | None
    published: datetime | None
    known_at: datetime
    claims: int
    """How many of its claims are about this attack."""
    copies: str | None
    """The id of the earliest document whose text or sentences it repeats; None where it repeats none."""

    def to_dict(self) -> dict[str, Any]:
        """Return the report as a JSON object."""
        return {
            "document": self.document,
            "id": self.id,
            "source": self.source,
            "title": self.title,
            "url": self.url,
            "published": None if self.published is None else self.published.isoformat(),
            "known_at": self.known_at.isoformat(),
            "claims": self.claims,
            "copies": self.copies,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of an attack at a moment. It is a function of the claims alone, in whatever order they came."""

    attack: Attack
    as_of: datetime | None
    """What was published by then; None: all that the ledger holds."""
    figures: tuple[Figure, ...]
    checks: tuple[Check, ...]
    reports: tuple[Report, ...]
    """In the order in which they were published."""
    elsewhere: tuple[tuple[Attack, tuple[Figure, ...]], ...] = ()
    """What the same reports say of other attacks and events near in time, by attack."""

    @classmethod
    def empty(cls, attack: Attack, as_of: datetime | None) -> Record:
        """Return the record of an attack of which nothing was known yet at that moment."""
        return cls(attack=attack, as_of=as_of, figures=(), checks=(), reports=())

    def __iter__(self) -> Iterator[Figure]:
        """Iterate over the figures."""
        return iter(self.figures)

    def figure(
        self, measure: Measure | str, subject: str, place: str | None = None, effect: str | None = None
    ) -> Figure | None:
        """Return one figure; without a place, the one of the attacked country."""
        key = FigureKey(Measure(measure), subject, self.attack.country if place is None else place, effect or "")
        return next((figure for figure in self.figures if figure.key == key), None)

    def sources(self) -> set[str]:
        """Return the ids of the sources that report the attack, and of the speakers that figures come from."""
        told = {report.source for report in self.reports if report.source}
        return told | {origin for figure in self for origin in figure.origins if not origin.startswith("document:")}

    def of(self, *measures: Measure | str) -> tuple[Figure, ...]:
        """Return the figures of some measures."""
        wanted = {Measure(measure) for measure in measures}
        return tuple(figure for figure in self.figures if figure.measure in wanted)

    def with_status(self, *statuses: Status) -> tuple[Figure, ...]:
        """Return the figures of some statuses."""
        return tuple(figure for figure in self.figures if figure.status in statuses)

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a JSON object."""
        return {
            "attack": self.attack.to_dict(),
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "figures": [figure.to_dict() for figure in self.figures],
            "checks": [check.to_dict() for check in self.checks],
            "reports": [report.to_dict() for report in self.reports],
            "elsewhere": [
                {"attack": attack.to_dict(), "figures": [figure.to_dict() for figure in figures]}
                for attack, figures in self.elsewhere
            ],
        }
