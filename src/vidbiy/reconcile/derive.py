"""Derived figures: what nobody says, and an identity determines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from vidbiy.model import Derivation, Figure, FigureKey, Grade, Identity, Measure, Status
from vidbiy.reconcile.accounts import Accounts, Amount
from vidbiy.reconcile.grades import UNKNOWN
from vidbiy.reconcile.identities import WEAPONS

__all__ = ["derive"]

_TOTALLED = (Measure.LAUNCHED, Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.HIT)


def derive(attack: str, country: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of the whole country that follow from the primary source's own.

    A source that lists kinds of weapons is taken to list all that it counts; so only what one primary source says is added
    up, and never the counts of parts of the country.
    """
    known = {
        figure.key: figure
        for figure in figures
        if figure.primary and figure.place == country and figure.status in (Status.SETTLED, Status.SINGLE)
    }
    stated = {figure.key for figure in figures}
    found: list[Figure] = []
    for step in (_totals, _stopped, _rest):
        for figure in step(attack, country, known):
            if figure.key not in stated:
                stated.add(figure.key)
                known[figure.key] = figure
                found.append(figure)
    return found


_Step = Callable[[str, str, Mapping[FigureKey, Figure]], Iterator[Figure]]


def _totals(attack: str, country: str, known: Mapping[FigureKey, Figure]) -> Iterator[Figure]:
    """Yield totals as the sums of their kinds, the kinds first."""
    accounts = Accounts(known)
    for measure in _TOTALLED:
        for subject in reversed(WEAPONS):
            amount = accounts.sum_of_kinds(measure, subject, country)
            if amount is not None and accounts.stated(measure, subject, country) is None:
                terms = tuple((1, key) for key in amount.keys)
                yield _figure(attack, FigureKey(measure, subject, country), amount, Identity.PARTS, terms, known)


def _stopped(attack: str, country: str, known: Mapping[FigureKey, Figure]) -> Iterator[Figure]:
    """Yield what was stopped where it is told apart, and what was suppressed where only the rest is told."""
    accounts, told = Accounts(known), _told(known)
    for subject in reversed(WEAPONS):
        key = FigureKey(Measure.INTERCEPTED, subject, country)
        amount = told.stopped(subject, country)
        if amount is not None and amount.keys != (key,):
            by_kind = all(term.measure is Measure.INTERCEPTED for term in amount.keys)
            identity = Identity.PARTS if by_kind else Identity.STOPPED
            yield _figure(attack, key, amount, identity, tuple((1, term) for term in amount.keys), known)
        yield from _suppressed(attack, accounts, subject, country, known)


def _told(known: Mapping[FigureKey, Figure]) -> Accounts:
    """Return the accounts without derived counts of what was stopped: these hold what was suppressed already."""
    return Accounts({key: figure for key, figure in known.items() if not _is_derived_stopped(figure)})


def _is_derived_stopped(figure: Figure | None) -> bool:
    return figure is not None and figure.measure is Measure.INTERCEPTED and figure.status is Status.DERIVED


def _suppressed(
    attack: str, accounts: Accounts, subject: str, country: str, known: Mapping[FigureKey, Figure]
) -> Iterator[Figure]:
    whole = accounts.stated(Measure.INTERCEPTED, subject, country)
    shot_down = accounts.stated(Measure.SHOT_DOWN, subject, country)
    given = FigureKey(Measure.INTERCEPTED, subject, country)
    if whole is None or known[given].status is Status.DERIVED:
        return
    if shot_down is None or not (whole.exact and shot_down.exact) or whole.low < shot_down.low:
        return
    if accounts.kinds(Measure.SUPPRESSED, subject, country):
        return
    rest = whole.low - shot_down.low
    terms = ((1, whole.keys[0]), (-1, shot_down.keys[0]))
    key = FigureKey(Measure.SUPPRESSED, subject, country)
    yield _figure(attack, key, Amount(rest, rest, ()), Identity.STOPPED, terms, known)


def _rest(attack: str, country: str, known: Mapping[FigureKey, Figure]) -> Iterator[Figure]:
    """Yield what can have got through at most: launched less what is accounted for."""
    accounts, told = Accounts(known), _told(known)
    for subject in WEAPONS:
        launched = accounts.total(Measure.LAUNCHED, subject, country)
        whole = FigureKey(Measure.INTERCEPTED, subject, country)
        derived = (
            accounts.stated(Measure.INTERCEPTED, subject, country) if _is_derived_stopped(known.get(whole)) else None
        )
        stopped = told.stopped(subject, country) if derived is None else derived
        unknown = accounts.total(Measure.HIT, subject, country) is None
        if launched is None or stopped is None or launched.high is None or not unknown:
            continue
        if launched.high >= stopped.low:
            terms = (*((1, key) for key in launched.keys), *((-1, key) for key in stopped.keys))
            key = FigureKey(Measure.HIT, subject, country)
            amount = Amount(0, launched.high - stopped.low, ())
            yield _figure(attack, key, amount, Identity.BALANCE, terms, known)


def _figure(
    attack: str,
    key: FigureKey,
    amount: Amount,
    identity: Identity,
    terms: tuple[tuple[int, FigureKey], ...],
    known: Mapping[FigureKey, Figure],
) -> Figure:
    """Return a derived figure; it is as reliable as the least reliable of those that it follows from."""
    sources = [known[term] for _, term in terms if term in known]
    return Figure(
        attack=attack,
        key=key,
        low=amount.low,
        high=amount.high,
        approx=any(figure.approx for figure in sources),
        status=Status.DERIVED,
        origins=(),
        primary=False,
        grade=Grade(
            reliability=max((figure.grade.reliability for figure in sources), default="F"),
            credibility=max((figure.grade.credibility for figure in sources), default=UNKNOWN),
            party=any(figure.grade.party for figure in sources),
        ),
        evidence=(),
        history=(),
        derivation=Derivation(identity=identity.value, terms=terms),
    )
