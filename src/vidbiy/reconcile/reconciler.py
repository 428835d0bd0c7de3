"""The reconciler: documents and claims go in, in any order; records come out. Folding in one more is cheap.

It keeps nothing but what it was given and what follows from it, so that a record is a function of the claims alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from vidbiy.ledger import ClaimRef, StoredClaim, StoredDocument
from vidbiy.lexicon.misreadings import Misreadings
from vidbiy.lexicon.ratings import Ratings
from vidbiy.model import Attack, Check, Figure, FigureKey, Measure, Relation, Status, Verdict
from vidbiy.reconcile.attacks import AttackKey, Told, attack_of, group, placed
from vidbiy.reconcile.checks import checks_of
from vidbiy.reconcile.derive import derive
from vidbiy.reconcile.explain import explained
from vidbiy.reconcile.figures import overtaken, settle
from vidbiy.reconcile.grades import with_accounts
from vidbiy.reconcile.lineage import Lineage
from vidbiy.reconcile.record import Record, Report
from vidbiy.reconcile.testimony import Testimony, known_at, testify

__all__ = ["Reconciler"]

# Reports of a night come out until the next one begins.
_MORNING_AFTER = timedelta(hours=15)


@dataclass(slots=True)
class _Settled:
    """A figure, with the testimonies that it was made of: while they are the same, so is the figure."""

    testimonies: list[Testimony]
    figure: Figure


@dataclass(slots=True)
class _Accounts:
    figures: tuple[Figure, ...]
    checks: tuple[Check, ...]


@dataclass(slots=True)
class Reconciler:
    """Documents with their claims, and the records of the attacks that they report."""

    ratings: Ratings = field(default_factory=Ratings.load)
    misreadings: Misreadings = field(default_factory=Misreadings.load)
    _lineage: Lineage = field(default_factory=Lineage)
    _documents: dict[int, StoredDocument] = field(default_factory=dict)
    _claims: dict[int, dict[ClaimRef, StoredClaim]] = field(default_factory=dict)
    _testimonies: dict[ClaimRef, Testimony] = field(default_factory=dict)
    _settled: dict[tuple[str, FigureKey], _Settled] = field(default_factory=dict)
    _told: dict[int, Told] = field(default_factory=dict)
    _made: dict[tuple[int, int, str | None], Report] = field(default_factory=dict)
    _unplaced: set[int] = field(default_factory=set)
    _groups: dict[AttackKey, list[StoredClaim]] | None = None

    def add(self, documents: Iterable[StoredDocument], claims: Iterable[StoredClaim]) -> None:
        """Take up documents and the claims that are made in them."""
        for document in documents:
            self._documents[document.seq] = document
            for related in self._lineage.add(document):
                for ref in self._claims.get(related, ()):
                    self._testimonies.pop(ref, None)
        for stored in claims:
            self._claims.setdefault(stored.document, {}).setdefault(stored.ref, stored)
            self._unplaced.add(stored.document)
        self._groups = None

    def attacks(self) -> list[Attack]:
        """Return the attacks that there are claims of, in the order of country and time."""
        return [attack_of(key, claims, self.ratings) for key, claims in self._grouped().items()]

    def attack_keys(self) -> list[AttackKey]:
        """Return the country, date and wave of each attack."""
        return list(self._grouped())

    def record(self, key: AttackKey, *, as_of: datetime | None = None, elsewhere: bool = True) -> Record | None:
        """Return the record of one attack; None where nothing is claimed of it. `as_of` is only written into it."""
        claims = self._grouped().get(key)
        if not claims:
            return None
        attack = attack_of(key, claims, self.ratings)
        accounts = self._accounts(attack, claims)
        return Record(
            attack=attack,
            as_of=as_of,
            figures=accounts.figures,
            checks=accounts.checks,
            reports=self._reports(claims),
            elsewhere=self._elsewhere(key, attack, claims) if elsewhere else (),
        )

    def _grouped(self) -> dict[AttackKey, list[StoredClaim]]:
        if self._groups is None:
            for document in self._unplaced:
                self._told[document] = placed(self._claims[document].values(), self.ratings)
            self._unplaced.clear()
            self._groups = group(self._told.values())
        return self._groups

    def _accounts(self, attack: Attack, claims: Sequence[StoredClaim]) -> _Accounts:
        figures = _with_overtaken(self._figures(attack.id, claims))
        figures += derive(attack.id, attack.country, figures)
        figures = explained(figures, self.misreadings)
        checks = checks_of(attack.id, figures, self.misreadings)
        graded = sorted(_graded(figures, checks), key=lambda figure: figure.key)
        return _Accounts(tuple(graded), checks)

    def _figures(self, attack: str, claims: Sequence[StoredClaim]) -> list[Figure]:
        by_key: dict[FigureKey, list[Testimony]] = defaultdict(list)
        known = self._testimonies
        for stored in claims:
            testimony = known.get(stored.ref)
            if testimony is None:
                if stored.claim.measure is Measure.STATEMENT:
                    continue
                testimony = self._testimony(stored)
            by_key[testimony.key].append(testimony)
        return [self._figure(attack, key, by_key[key]) for key in sorted(by_key)]

    def _testimony(self, stored: StoredClaim) -> Testimony:
        found = self._testimonies.get(stored.ref)
        if found is None:
            found = self._testimonies[stored.ref] = testify(stored, self._lineage, self.ratings)
        return found

    def _figure(self, attack: str, key: FigureKey, testimonies: list[Testimony]) -> Figure:
        found = self._settled.get((attack, key))
        if found is not None and found.testimonies == testimonies:
            return found.figure
        figure = settle(attack, key, testimonies, self.ratings)
        self._settled[attack, key] = _Settled(testimonies, figure)
        return figure

    def _reports(self, claims: Sequence[StoredClaim]) -> tuple[Report, ...]:
        by_document: dict[int, list[StoredClaim]] = defaultdict(list)
        for stored in claims:
            by_document[stored.document].append(stored)
        reports = [self._report(told[-1], len(told)) for told in by_document.values()]
        return tuple(sorted(reports, key=lambda report: (report.known_at, report.id)))

    def _report(self, stored: StoredClaim, count: int) -> Report:
        copies = self._lineage.copies(stored.document) if stored.document in self._documents else None
        key = (stored.document, count, copies)
        if key not in self._made:
            self._made[key] = self._new_report(stored, count, copies)
        return self._made[key]

    def _new_report(self, stored: StoredClaim, count: int, copies: str | None) -> Report:
        document = self._documents.get(stored.document)
        return Report(
            document=stored.document,
            id=stored.document_id,
            source=stored.source,
            title=None if document is None else document.document.title,
            url=None if document is None else document.document.url,
            published=stored.published,
            known_at=known_at(stored),
            claims=count,
            copies=copies,
        )

    def _elsewhere(
        self, key: AttackKey, attack: Attack, claims: Sequence[StoredClaim]
    ) -> tuple[tuple[Attack, tuple[Figure, ...]], ...]:
        """Return what the reports of this attack, and others of that night and morning, say of other attacks."""
        reporting = {stored.document for stored in claims}
        found = []
        for other, others in self._grouped().items():
            told = [
                stored
                for stored in others
                if stored.document in reporting or attack.start <= known_at(stored) < attack.end + _MORNING_AFTER
            ]
            if other == key or not told:
                continue
            event = attack_of(other, others, self.ratings)
            keys = {self._testimony(stored).key for stored in told if stored.claim.measure is not Measure.STATEMENT}
            figures = tuple(figure for figure in self._accounts(event, others).figures if figure.key in keys)
            if figures:
                found.append((event, figures))
        return tuple(sorted(found, key=lambda pair: (pair[0].start, pair[0].id)))


def _with_overtaken(figures: list[Figure]) -> list[Figure]:
    """Mark counts of weapons in the air that were known before the report of the whole attack."""
    final = [
        figure.best.known_at
        for figure in figures
        if figure.measure is Measure.LAUNCHED and figure.primary and figure.best is not None
    ]
    if not final:
        return figures
    last = max(final)
    return [replace(figure, status=Status.SUPERSEDED) if overtaken(figure, last) else figure for figure in figures]


def _graded(figures: Sequence[Figure], checks: Sequence[Check]) -> list[Figure]:
    """Return the figures with the accounts in their credibility: what balances bears itself out."""
    holds, fails = set(), set()
    for check in checks:
        keys = {term.key for term in check.terms}
        if check.verdict is Verdict.FAILS:
            fails |= {
                figure.key
                for figure in figures
                if figure.key in keys and figure.best is not None and figure.best.ref in check.conflict
            }
        elif check.verdict is Verdict.HOLDS and check.relation is Relation.EQUAL:
            holds |= keys
    return [_regraded(figure, holds=figure.key in holds, fails=figure.key in fails) for figure in figures]


def _regraded(figure: Figure, *, holds: bool, fails: bool) -> Figure:
    credibility = with_accounts(figure.grade.credibility, holds=holds, fails=fails)
    if credibility == figure.grade.credibility:
        return figure
    return replace(figure, grade=replace(figure.grade, credibility=credibility))
