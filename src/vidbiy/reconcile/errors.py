"""The errors of the stage."""

from __future__ import annotations

from datetime import date, datetime

from vidbiy.model import VidbiyError, Wave

__all__ = ["EmptyRecordError", "NoAttackError"]


class NoAttackError(VidbiyError):
    """The ledger has no claim about the attack that was asked for."""

    def __init__(self, key: tuple[str, tuple[date, Wave]], as_of: datetime | None) -> None:
        country, (day, wave) = key
        known = "" if as_of is None else f" that was published by {as_of:%Y-%m-%d %H:%M %Z}".rstrip()
        super().__init__(
            f"The ledger has no claim about the {wave.value} of {day.isoformat()} in {country}{known}; "
            "`vidbiy brief latest` shows the last one that it has."
        )


class EmptyRecordError(VidbiyError):
    """The ledger has no claim at all."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The ledger {name} has no claim about any attack yet; add reports with `vidbiy ingest PATH`.")
