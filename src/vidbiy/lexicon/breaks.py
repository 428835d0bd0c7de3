"""Breaks in how official bodies count: since when a figure means something else, and what stays comparable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from vidbiy.lexicon.errors import LexiconError
from vidbiy.lexicon.pack_files import load_table

__all__ = ["Break", "breaks", "merged_since"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A day since when a body counts something else under the same name."""

    id: str
    speaker: str
    since: date
    """The first morning that counts anew; a night is dated by its morning."""
    measures: frozenset[str]
    subject: str
    """The subject whose figures, and those below it, are not comparable across the day."""
    bridge: str | None
    """The measure that stays comparable ("stopped"), where there is one."""
    bridge_subject: str | None
    """The subject that stays comparable, where there is one."""
    what: str
    evidence: str

    def breaks(self, measure: str, subject: str) -> bool:
        """Tell whether figures of that measure and subject are not comparable across the day."""
        return measure in self.measures and f"{subject}.".startswith(f"{self.subject}.")


@cache
def breaks() -> tuple[Break, ...]:
    """Return the breaks of `breaks.toml`, in the order of their days.

    Raises:
        LexiconError: an entry lacks a field, or bridges nothing.
    """
    found = (_break(entry) for entry in load_table("breaks.toml")["break"])
    return tuple(sorted(found, key=lambda entry: (entry.since, entry.id)))


def merged_since(speaker: str | None) -> date | None:
    """Return since when that body gives weapons shot down and suppressed as one number; None where it does not."""
    days = [
        entry.since
        for entry in breaks()
        if entry.speaker == speaker and entry.bridge == "stopped" and "intercepted" in entry.measures
    ]
    return min(days, default=None)


def _break(entry: dict[str, Any]) -> Break:
    try:
        found = Break(
            id=entry["id"],
            speaker=entry["speaker"],
            since=entry["since"],
            measures=frozenset(entry["measures"]),
            subject=entry["subject"],
            bridge=entry.get("bridge"),
            bridge_subject=entry.get("bridge_subject"),
            what=entry["what"],
            evidence=entry["evidence"],
        )
    except KeyError as error:
        raise LexiconError(f"The break {entry.get('id')!r} of breaks.toml has no {error.args[0]}.") from error
    if found.bridge is None and found.bridge_subject is None:
        raise LexiconError(f"The break {found.id!r} of breaks.toml names nothing that stays comparable.")
    return found
