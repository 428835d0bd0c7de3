"""The brief of a ledger, and the forms that it is written in."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from datetime import datetime

from vidbiy.cli.brief_text import print_brief
from vidbiy.ledger import Ledger
from vidbiy.publish.brief import Brief, brief_of, to_html, to_markdown
from vidbiy.reconcile import EmptyRecordError, NoAttackError, Record, latest, record_of

__all__ = ["made_brief", "written"]


def made_brief(ledger: Ledger, attack: str, *, as_of: datetime | None, since: datetime | None, language: str) -> Brief:
    """Return the brief of an attack by its date or id, or of the latest.

    Raises:
        VidbiyError: there is none; the message says what to do.
    """
    if attack == "latest":
        last = latest(ledger, as_of=as_of)
        if last is None:
            raise EmptyRecordError(ledger.name)
        attack = last.id
    record = record_of(ledger, attack, as_of=as_of)
    return brief_of(record, language, before=_before(ledger, record, since))


def _before(ledger: Ledger, record: Record, since: datetime | None) -> Record | None:
    """Return the record as it was then; one with nothing in it where nothing was known yet."""
    if since is None:
        return None
    try:
        return record_of(ledger, record.attack.id, as_of=since)
    except NoAttackError:
        return Record(attack=record.attack, as_of=since, figures=(), checks=(), reports=())


def written(brief: Brief, form: str) -> str:
    """Return the brief in one of its forms."""
    if form == "json":
        return json.dumps(brief.to_dict(), ensure_ascii=False, indent=2) + "\n"
    if form == "markdown":
        return to_markdown(brief)
    if form == "html":
        return to_html(brief)
    text = io.StringIO()
    with redirect_stdout(text):
        print_brief(brief)
    return text.getvalue()
