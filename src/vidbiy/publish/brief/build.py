"""A brief made of a record: what an analyst needs at breakfast, in the order in which it is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vidbiy.lexicon.words import Words, load_words
from vidbiy.model import Check, Figure, Identity, Measure, Status, Verdict
from vidbiy.publish.brief.around import Around, around_sections
from vidbiy.publish.brief.changes import changes
from vidbiy.publish.brief.content import Brief, Row, Section
from vidbiy.publish.brief.lines import Lines
from vidbiy.publish.brief.references import References
from vidbiy.publish.naming import Naming
from vidbiy.reconcile import Record, Report

__all__ = ["brief_of"]

_HEADLINES = (
    (Measure.LAUNCHED, "weapon"),
    (Measure.LAUNCHED, "weapon.drone"),
    (Measure.LAUNCHED, "weapon.missile"),
    (Measure.INTERCEPTED, "weapon"),
    (Measure.SHOT_DOWN, "weapon.drone"),
    (Measure.SUPPRESSED, "weapon.drone"),
    (Measure.HIT, "weapon.missile"),
    (Measure.HIT, "weapon.drone"),
    (Measure.HIT_LOCATIONS, "area.location"),
    (Measure.DEBRIS_LOCATIONS, "area.location"),
)
_PEOPLE = (Measure.KILLED, Measure.INJURED, Measure.HOSPITALISED, Measure.MISSING, Measure.RESCUED, Measure.EVACUATED)
_THINGS = (
    Measure.AFFECTED,
    Measure.HIT_LOCATIONS,
    Measure.HIT,
    Measure.DESTROYED,
    Measure.DAMAGED,
    Measure.FIRE,
    Measure.DEBRIS_LOCATIONS,
)
_SERVICES = (Measure.DISRUPTED, Measure.WITHOUT_POWER)
_TOLL = (Measure.KILLED, Measure.INJURED, Measure.HOSPITALISED)
_MOST_TOLLS = 6


def brief_of(
    record: Record, language: str = "en", *, before: Record | None = None, around: Around | None = None
) -> Brief:
    """Return the brief of a record.

    Args:
        record: what is known.
        language: "en" or "uk".
        before: the record as it was at the last brief, for what has changed since.
        around: the sirens and the history of the night, where they were looked up.
    """
    words = load_words(language, "brief")
    naming = Naming(words)
    references = References(naming, record.reports)
    near = [figure for _, figures in record.elsewhere for figure in figures]
    lines = Lines(words, naming, references, {figure.key: figure for figure in [*near, *record.figures]})
    sections = [
        _section(words, "headline", _headline(record, lines)),
        _section(words, "accounts", _accounts(record.checks, lines)),
        *([] if around is None else around_sections(around, lines)),
        _section(words, "places", _places(record, lines)),
        _section(words, "services", (lines.figure(figure) for figure in record.of(*_SERVICES))),
        _section(words, "disputed", (row for figure in record for row in lines.contradictions(figure))),
        _section(words, "single", (lines.figure(figure) for figure in record.with_status(Status.SINGLE))),
        _section(words, "elsewhere", _elsewhere(record, lines)),
        _section(words, "timeline", _timeline(record, lines)),
    ]
    if before is not None:
        since = naming.time(before.as_of) if before.as_of is not None else "–"
        title = words("section.changes", time=since)
        sections.insert(1, _section(words, "changes", changes(record, before, lines), title))
    return Brief(
        language=language,
        attack=record.attack.id,
        title=naming.attack(record.attack),
        subtitle=_subtitle(record, words, naming),
        as_of=record.as_of,
        sections=tuple(sections),
        references=references.all(),
        references_title=words("brief.references"),
        how_to_read=words("brief.how_to_read"),
    )


def _section(words: Words, id: str, rows: Iterable[Row], title: str | None = None) -> Section:
    return Section(
        id=id,
        title=words(f"section.{id}") if title is None else title,
        rows=tuple(rows),
        empty=words(f"empty.{id}"),
    )


def _subtitle(record: Record, words: Words, naming: Naming) -> str:
    said = [words("brief.subtitle", n=len(record.reports), country=naming.place(record.attack.country))]
    if record.as_of is not None:
        said.append(words("brief.as_of", time=naming.time(record.as_of)))
    if record.attack.official:
        start, end = (naming.time(moment, dated=False) for moment in (record.attack.start, record.attack.end))
        said.append(words("brief.hours_official", start=start, end=end))
    return "; ".join(said) + "."


def _headline(record: Record, lines: Lines) -> Iterator[Row]:
    for measure, subject in _HEADLINES:
        figure = record.figure(measure, subject)
        if figure is not None and figure.low + (figure.high or 0) > 0:
            yield lines.figure(figure, place=False)
    for figure in record.of(Measure.TARGET):
        yield Row(
            label=lines.naming.measure("target"),
            value=lines.naming.place(figure.place),
            note=lines.figure(figure).note,
            refs=lines.figure(figure).refs,
        )
    tolls = [figure for figure in record.of(*_TOLL) if figure.subject == "person" and "." not in figure.place]
    for figure in sorted(tolls, key=lambda figure: (_TOLL.index(figure.measure), -figure.low, figure.key))[
        :_MOST_TOLLS
    ]:
        yield lines.figure(figure)


def _accounts(checks: Sequence[Check], lines: Lines) -> Iterator[Row]:
    """Yield the sums that say most: those of the whole, then of its kinds; and whatever fails."""
    telling = [
        check
        for check in checks
        if check.verdict is Verdict.FAILS
        or (check.identity is Identity.PARTS and check.verdict is Verdict.HOLDS)
        or check.identity in (Identity.BALANCE, Identity.STOPPED)
    ]
    order = [Identity.PARTS, Identity.STOPPED, Identity.BALANCE]
    telling.sort(
        key=lambda check: (
            check.verdict is not Verdict.FAILS,
            check.terms[0].key.place.count("-") + check.terms[0].key.place.count("."),
            order.index(check.identity) if check.identity in order else len(order),
            check.terms[0].key,
        )
    )
    for check in telling:
        yield lines.check(check)


def _places(record: Record, lines: Lines) -> Iterator[Row]:
    """Yield people and things by place: the whole before its parts, people before things."""
    order = (*_PEOPLE, *_THINGS)
    shown = [
        figure
        for figure in record.of(*order)
        if figure.status is not Status.DERIVED and not (figure.place == record.attack.country and _in_headline(figure))
    ]
    shown.sort(key=lambda figure: (figure.place, order.index(figure.measure), figure.key))
    place = None
    for figure in shown:
        if figure.place != place:
            place = figure.place
            yield Row(label=lines.naming.place(place))
        row = lines.figure(figure, place=False)
        yield Row(label=row.label, value=row.value, note=row.note, refs=row.refs, under=True)


def _in_headline(figure: Figure) -> bool:
    return (figure.measure, figure.subject) in _HEADLINES


def _elsewhere(record: Record, lines: Lines) -> Iterator[Row]:
    for attack, figures in record.elsewhere:
        yield Row(label=lines.naming.attack(attack))
        for figure in figures:
            row = lines.figure(figure)
            yield Row(label=row.label, value=row.value, note=row.note, refs=row.refs, under=True)


def _timeline(record: Record, lines: Lines) -> Iterator[Row]:
    """Yield the reports as they came, each with what it was the first to say."""
    first: dict[int, list[Figure]] = {}
    for figure in record:
        refs = {stage.ref for stage in figure.history}
        for document in {item.document for item in figure.evidence if item.ref in refs}:
            first.setdefault(document, []).append(figure)
    for report in record.reports:
        yield Row(
            label=lines.naming.time(report.known_at, dated=False),
            value=lines.naming.source(report.source),
            note=_brought(report, first.get(report.document, []), lines),
        )


def _brought(report: Report, figures: Sequence[Figure], lines: Lines) -> str:
    said = report.title or report.id
    if report.copies is not None:
        return f"{said} ({lines.words('note.copies', document=report.copies)})"
    return f"{said} ({lines.words('note.claims', n=report.claims)})" if not figures else said
