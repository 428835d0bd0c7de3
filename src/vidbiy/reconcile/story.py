"""A story held against the record, claim by claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from vidbiy.ledger import ClaimRef, Ledger, StoredClaim
from vidbiy.lexicon.misreadings import Misreadings
from vidbiy.lexicon.ratings import Ratings
from vidbiy.model import Claim, Document, Measure
from vidbiy.reconcile.attacks import AttackKey, group, placed
from vidbiy.reconcile.errors import NoAttackError
from vidbiy.reconcile.history.phrases import find_superlatives
from vidbiy.reconcile.history.superlatives import check_superlative_in
from vidbiy.reconcile.history.table import NightTable
from vidbiy.reconcile.judge import Judge
from vidbiy.reconcile.lengths import length_verdict
from vidbiy.reconcile.nights import record_of
from vidbiy.reconcile.record import Record
from vidbiy.reconcile.verdicts import ClaimVerdict, SaidSuperlative, StoryCheck
from vidbiy.reconcile.windows import Slot

__all__ = ["check_story"]


def check_story(
    ledger: Ledger,
    document: Document,
    claims: Sequence[Claim],
    *,
    language: str | None = None,
    problems: Sequence[str] = (),
    as_of: datetime | None = None,
) -> StoryCheck:
    """Return the verdict on each claim of a story, in the order of the text.

    The story itself, should the ledger have it, is no evidence for or against itself. Background and statements are not
    checked: no record of a night holds them.
    """
    judge = Judge(document, language, Misreadings.load(), {})
    by_log: dict[int, ClaimVerdict | None] = {}
    by_attack = _by_attack(document, claims)
    records = {key: _record_without(ledger, key, document, as_of) for key in by_attack}
    for key, stored in by_attack.items():
        record = records[key]
        if record is None:
            continue
        for item in stored:
            judge.records[item.ref.ordinal] = record
            if item.claim.measure is Measure.ALERT_DURATION:
                by_log[item.ref.ordinal] = length_verdict(ledger, item.claim, record.attack, as_of=as_of)
    verdicts = [
        by_log.get(i) or judge.verdict(i, claim)
        for i, claim in enumerate(claims)
        if claim.measure is not Measure.STATEMENT
    ]
    return StoryCheck(
        document=document,
        language=language,
        verdicts=tuple(verdicts),
        problems=tuple(problems),
        superlatives=_superlatives(ledger, document, language, _night_of(by_attack), records, as_of),
    )


def _record_without(ledger: Ledger, key: AttackKey, document: Document, as_of: datetime | None) -> Record | None:
    """Return the record of an attack without the story itself; None where there is none."""
    try:
        return record_of(ledger, key, as_of=as_of, without=document.text)
    except NoAttackError:
        return None


def _night_of(by_attack: Mapping[AttackKey, Sequence[StoredClaim]]) -> Slot | None:
    """Return the night or day that most of the story's claims about Ukraine are about."""
    counts = {slot: len(stored) for (country, slot), stored in by_attack.items() if country == "UA"}
    return min(counts, key=lambda slot: (-counts[slot], slot), default=None)


def _superlatives(
    ledger: Ledger,
    document: Document,
    language: str | None,
    slot: Slot | None,
    records: Mapping[AttackKey, Record | None],
    as_of: datetime | None,
) -> tuple[SaidSuperlative, ...]:
    """Return what the story says of its night as a whole, held against the nights as they are without the story."""
    phrases = () if slot is None else find_superlatives(document.text, language, slot[0])
    if slot is None or not phrases:
        return ()
    night, wave = slot
    with NightTable.open(ledger) as whole:
        table = whole.with_records(records)
        return tuple(
            SaidSuperlative(
                span=phrase.span,
                quote=phrase.quote,
                check=check_superlative_in(
                    table, night, phrase.superlative, replace(phrase.key, wave=wave), as_of=as_of
                ),
            )
            for phrase in phrases
        )


def _by_attack(document: Document, claims: Sequence[Claim]) -> dict[AttackKey, list[StoredClaim]]:
    now = datetime.now(UTC) if document.published is None else document.published
    stored = [
        StoredClaim(
            ref=ClaimRef(0, i),
            claim=claim,
            document=0,
            document_id=document.id,
            published=document.published,
            source=document.source,
            recorded_at=now,
            reader="",
            corrected=False,
            redacted=False,
        )
        for i, claim in enumerate(claims)
    ]
    return group([placed(stored, Ratings.load())])
