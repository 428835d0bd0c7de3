"""A story held against the record, claim by claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from vidbiy.ledger import ClaimRef, Ledger, StoredClaim
from vidbiy.lexicon.misreadings import Misreadings
from vidbiy.lexicon.ratings import Ratings
from vidbiy.model import (
    NOWHERE,
    Claim,
    Document,
    Evidence,
    Figure,
    FigureKey,
    Measure,
    Misreading,
    Modality,
    Reason,
    Standing,
)
from vidbiy.reconcile.attacks import AttackKey, group, placed
from vidbiy.reconcile.errors import NoAttackError
from vidbiy.reconcile.explain import TELLING, Numbers
from vidbiy.reconcile.history.phrases import find_superlatives
from vidbiy.reconcile.history.superlatives import check_superlative_in
from vidbiy.reconcile.history.table import NightTable
from vidbiy.reconcile.lengths import length_verdict
from vidbiy.reconcile.nights import record_of
from vidbiy.reconcile.record import Record
from vidbiy.reconcile.sentences import sentence_at
from vidbiy.reconcile.speakers import TOLLS
from vidbiy.reconcile.testimony import APPROXIMATE
from vidbiy.reconcile.verdicts import ClaimVerdict, SaidSuperlative, StoryCheck, StoryVerdict
from vidbiy.reconcile.windows import Slot

__all__ = ["Judge", "check_story"]


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


@dataclass(slots=True)
class Judge:
    """Holds the claims of one story against the records of the attacks that they are about."""

    document: Document
    language: str | None
    misreadings: Misreadings
    records: dict[int, Record]

    def verdict(self, number: int, claim: Claim) -> ClaimVerdict:
        """Return the verdict on one claim, by its number in the story."""
        record = self.records.get(number)
        if record is None:
            return ClaimVerdict(claim=claim, verdict=StoryVerdict.NOT_IN_RECORD, attack=None)
        key = _key(claim)
        figure = _find(key, claim, record)
        if figure is None:
            return self._without_figure(claim, key, record)
        if key.place == NOWHERE:
            return self._placeless(claim, key, figure, record)
        return self._beside(claim, key, figure, record)

    def _beside(self, claim: Claim, key: FigureKey, figure: Figure, record: Record) -> ClaimVerdict:
        added = self._on_top(claim, figure, record) or self._hearsay(claim, key, figure, record)
        if added is not None:
            return added
        if _fits(claim, figure):
            return self._fitting(claim, figure, record)
        stage = _older_stage(claim, figure) or self._earlier_toll(claim, figure)
        if stage is not None:
            return _said(claim, StoryVerdict.OUTDATED, record, figure, since=stage)
        return self._misread(claim, key, record) or _beside_others(claim, figure, record)

    def _placeless(self, claim: Claim, key: FigureKey, figure: Figure, record: Record) -> ClaimVerdict:
        """A count of a place that nobody knows contradicts none: the record has the same one, or it has none."""
        for item in figure.evidence:
            stated = item.reason not in (Reason.DENIED, Reason.EXPECTED)
            if stated and (item.claim.low, item.claim.high) == (claim.low, claim.high):
                return _said(claim, StoryVerdict.AGREES, record, figure, evidence=item)
        missing = ClaimVerdict(claim=claim, verdict=StoryVerdict.NOT_IN_RECORD, attack=record.attack)
        return self._misread(claim, key, record) or missing

    def _without_figure(self, claim: Claim, key: FigureKey, record: Record) -> ClaimVerdict:
        elsewhere = self._other_place(claim, key, record)
        return (
            self._misread(claim, key, record)
            or elsewhere
            or ClaimVerdict(claim=claim, verdict=StoryVerdict.NOT_IN_RECORD, attack=record.attack)
        )

    def _fitting(self, claim: Claim, figure: Figure, record: Record) -> ClaimVerdict:
        """A bound that was the count once ("at least 12" where it is 23 now) is true, and yet outdated."""
        stage = _older_stage(claim, figure) if claim.high is None and claim.low != figure.low else None
        if stage is not None:
            return _said(claim, StoryVerdict.OUTDATED, record, figure, since=stage)
        return _said(claim, StoryVerdict.AGREES, record, figure)

    def _earlier_toll(self, claim: Claim, figure: Figure) -> datetime | None:
        """Return when the present toll came, where the story was out before it, with a lower one."""
        published = self.document.published
        if figure.measure not in TOLLS or not figure.history or published is None or claim.low is None:
            return None
        since = figure.history[-1].known_at
        return since if claim.low < figure.low and published < since else None

    def _misread(self, claim: Claim, key: FigureKey, record: Record) -> ClaimVerdict | None:
        found = Numbers(record.figures, self.misreadings).meant(key, claim.low, claim.high)
        return None if found is None else _said(claim, StoryVerdict.MISREAD, record, found[1], misreading=found[0])

    def _on_top(self, claim: Claim, figure: Figure, record: Record) -> ClaimVerdict | None:
        """Find the balance of the attack told as strikes that came on top of it: the number is right, the word is not."""
        if claim.measure is not Measure.HIT or not _fits(claim, figure):
            return None
        if not self.misreadings.additional(sentence_at(self.document.text, claim.span), self.language):
            return None
        return _said(claim, StoryVerdict.MISREAD, record, figure, misreading=Misreading.BALANCE_AS_ADDITIONAL)

    def _hearsay(self, claim: Claim, key: FigureKey, figure: Figure, record: Record) -> ClaimVerdict | None:
        """Find a figure that only other stories have, and that they misread as this one does."""
        best = figure.best
        misread = best is not None and best.misreading is not None and _fits(claim, figure)
        return self._misread(claim, key, record) if misread else None

    def _other_place(self, claim: Claim, key: FigureKey, record: Record) -> ClaimVerdict | None:
        """Find the same count of another place, where the story's own place has none."""
        if claim.low is None or claim.low < TELLING or claim.low != claim.high:
            return None
        for figure in record.figures:
            same = (figure.measure, figure.subject, figure.low) == (key.measure, key.subject, claim.low)
            if not same or not figure.exact:
                continue
            if figure.place.startswith(key.place) or key.place.startswith(figure.place):
                return _said(claim, StoryVerdict.AGREES, record, figure)
            return _said(claim, StoryVerdict.MISREAD, record, figure, misreading=Misreading.OTHER_PLACE)
        return None


def _key(claim: Claim) -> FigureKey:
    effect = "" if claim.effect is None else claim.effect.value
    return FigureKey(claim.measure, claim.subject, NOWHERE if claim.place is None else claim.place, effect)


def _find(key: FigureKey, claim: Claim, record: Record) -> Figure | None:
    """Return the figure of the same quantity: of the attack, else of what its reports say of elsewhere if that fits."""
    for figure in record.figures:
        if figure.key == key:
            return figure
    near = [figure for _, figures in record.elsewhere for figure in figures if figure.key == key]
    return next((figure for figure in near if _fits(claim, figure)), None)


def _fits(claim: Claim, figure: Figure) -> bool:
    low, high = claim.low if claim.low is not None else 0, claim.high
    slack = APPROXIMATE if claim.approx or figure.approx else 0
    top = float("inf") if high is None else high * (1 + slack)
    figure_top = float("inf") if figure.high is None else figure.high
    return low * (1 - slack) <= figure_top and figure.low <= top


def _older_stage(claim: Claim, figure: Figure) -> datetime | None:
    """Return since when the story's number is overtaken; None where it never was the count."""
    if figure.measure not in TOLLS:
        return None
    for stage, later in zip(figure.history, figure.history[1:], strict=False):
        if stage.low == claim.low and (claim.high is None or stage.high == claim.high):
            return later.known_at
    overtaken = [item for item in figure.evidence if item.standing is Standing.SUPERSEDED]
    if figure.history and any(item.claim.low == claim.low for item in overtaken):
        return figure.history[-1].known_at
    return None


def _beside_others(claim: Claim, figure: Figure, record: Record) -> ClaimVerdict:
    """A story that takes one side of a dispute does not contradict the record, which holds both."""
    for item in figure.set_aside:
        disputed = item.reason is not None and item.reason.value == "contradicts"
        if disputed and (item.claim.low, item.claim.high) == (claim.low, claim.high):
            return _said(claim, StoryVerdict.AGREES, record, figure, evidence=item)
    if claim.modality in (Modality.DENIED, Modality.EXPECTED):
        return ClaimVerdict(claim=claim, verdict=StoryVerdict.NOT_IN_RECORD, attack=record.attack, figure=figure)
    return _said(claim, StoryVerdict.CONTRADICTS, record, figure)


def _said(
    claim: Claim,
    verdict: StoryVerdict,
    record: Record,
    figure: Figure,
    *,
    since: datetime | None = None,
    misreading: Misreading | None = None,
    evidence: Evidence | None = None,
) -> ClaimVerdict:
    return ClaimVerdict(
        claim=claim,
        verdict=verdict,
        attack=record.attack,
        figure=figure,
        evidence=evidence if evidence is not None else _proof(figure, record.figures),
        since=since,
        misreading=misreading,
    )


def _proof(figure: Figure, figures: Iterable[Figure]) -> Evidence | None:
    """Return the claim that a figure rests on; of a derived one the first of those that it follows from."""
    if figure.best is not None or figure.derivation is None:
        return figure.best
    by_key = {item.key: item for item in figures}
    for _, key in figure.derivation.terms:
        found = by_key.get(key)
        proof = None if found is None else _proof(found, by_key.values())
        if proof is not None:
            return proof
    return None
