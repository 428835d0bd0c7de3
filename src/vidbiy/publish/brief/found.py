"""The brief of an attack that a ledger holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from vidbiy.ledger import Ledger
from vidbiy.publish.brief.around import look_around
from vidbiy.publish.brief.build import brief_of
from vidbiy.publish.brief.content import Brief
from vidbiy.publish.brief.pictures import draw_pictures
from vidbiy.reconcile import record_at, record_of

__all__ = ["find_brief"]


def find_brief(
    ledger: Ledger,
    attack: str = "latest",
    *,
    as_of: datetime | None = None,
    since: datetime | None = None,
    language: str = "en",
    pictures: bool = False,
    notice: Callable[[], None] | None = None,
) -> Brief:
    """Return the brief of an attack by its date or id, or of the latest.

    Args:
        ledger: where the claims are.
        attack: an id, a date, or "latest".
        as_of: what was published by then.
        since: tell what has changed from then on.
        language: "en" or "uk".
        pictures: draw it too, where the extra `charts` is installed.
        notice: called before all nights of the ledger are gone through.

    Raises:
        VidbiyError: there is none; the message says what to do.
    """
    record = record_of(ledger, attack, as_of=as_of)
    around = look_around(ledger, record, notice)
    before = None if since is None else record_at(ledger, record.attack, since)
    brief = brief_of(record, language, before=before, around=around)
    return replace(brief, pictures=draw_pictures(record, around.alerts, language)) if pictures else brief
