"""Finding the record of a night, and telling what is not there apart from what was not known yet."""

from __future__ import annotations

from datetime import datetime

from vidbiy.reconcile import NoAttackError, Record
from vidbiy.web.problems import ProblemError
from vidbiy.web.site import Site

__all__ = ["record_of_night"]


async def record_of_night(site: Site, attack: str, as_of: datetime | None) -> tuple[Record, bool]:
    """Return the record of an attack, and whether anything was known of it at that moment; if not, it has no figures.

    Raises:
        ProblemError: the ledger has nothing about it at all.
    """
    try:
        return await site.record(attack, as_of), True
    except NoAttackError:
        if as_of is None:
            raise ProblemError("no_night", night=attack) from None
    try:
        later = await site.record(attack, None)
    except NoAttackError:
        raise ProblemError("no_night", night=attack) from None
    return Record.empty(later.attack, as_of), False
