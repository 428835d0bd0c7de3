"""A series and a standing in words and columns, for people; programs read the JSON or the CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from vidbiy.cli.terminal.screen import one_line, screen, wrap
from vidbiy.ledger import StoredClaim
from vidbiy.publish.standing import say_standing
from vidbiy.reconcile.history import Level, Mean, NightPoint, Series, Standing, bridge_of

__all__ = ["series_lines", "standing_lines", "value"]

_BAR = 24
_PROOF = 5
_GAP = "no data"


def value(point: NightPoint) -> str:
    """Return a night's value: "550", "at least 40", "30 to 50", "about 60", "no data"."""
    if point.low is None:
        return _GAP
    about = "about " if point.approx else ""
    if point.high is None:
        return f"at least {point.low}"
    return f"{about}{point.low}" if point.low == point.high else f"{about}{point.low} to {point.high}"


def series_lines(
    series: Series, part: Series, window: Mapping[int, Sequence[Mean]], found: Sequence[Level]
) -> Iterator[str]:
    """Yield the lines on a series: a line a night, then its levels and its largest nights."""
    yield f"{_name(series)}, {part.points[0].date} to {part.points[-1].date}"
    heads = "".join(f"{f'MEAN {days}':>9}" for days in window)
    yield f"{'NIGHT':<10} {'VALUE':>12}  {'':<{_BAR}}{heads}"
    top = max((point.high or point.low or 0 for point in part.points), default=0)
    begins = {entry.since: entry for entry in series.breaks}
    for i, point in enumerate(part.points):
        if point.date in begins:
            yield from _wrapped("---------- ", begins[point.date].what)
        average = "".join(f"{_mean(found[i]):>9}" for found in window.values())
        yield f"{point.date} {value(point):>12}  {_bar(point, top):<{_BAR}}{average}".rstrip()
    missing = sum(not point.known for point in part.points)
    yield f"{len(part.points) - missing} nights with data, {missing} without: those are gaps, no zeros."
    yield from _levels(found)
    yield from _breaks(series)


def _name(series: Series) -> str:
    key = series.key
    return f"{key.measure} {key.subject} in {key.place} by {key.wave.value}"


def _bar(point: NightPoint, top: int) -> str:
    if point.low is None or not top:
        return "·" * 3 if point.low is None else ""
    return "█" * max(1, round(_BAR * 0.9 * point.low / top)) if point.low else "0"


def _mean(mean: Mean) -> str:
    return "" if mean.low is None else f"{mean.low:.0f}"


def _levels(found: Sequence[Level]) -> Iterator[str]:
    if len(found) < 2:
        return
    yield "Levels (the mean changed for good where one begins):"
    for level in found:
        why = "  (counted anew)" if level.after_break else ""
        yield f"  {level.first} to {level.last}  mean {level.mean:.0f} of {level.nights} nights{why}"


def _breaks(series: Series) -> Iterator[str]:
    if not series.breaks:
        return
    yield "Breaks in how it is counted; nothing is compared across one:"
    for entry in series.breaks:
        yield from _wrapped(f"  {entry.since}  ", entry.what)
    bridge = bridge_of(series.key)
    if bridge is not None:
        yield f"  Comparable all along: vidbiy history {bridge.measure} {bridge.subject}"


def _wrapped(head: str, text: str) -> Iterator[str]:
    for i, line in enumerate(wrap(text, screen().width - len(head))):
        yield f"{head if i == 0 else ' ' * len(head)}{line}"


def standing_lines(found: Standing, claims: Mapping[str, StoredClaim]) -> Iterator[str]:
    """Yield the lines on a night: its value, ranks, since when, means, and the nights that prove it."""
    key, night = found.key, found.point.date
    yield f"{night}: {value(found.point)} {key.measure} {key.subject} in {key.place}"
    phrase = say_standing(found)
    if phrase is not None:
        yield f"It was {phrase}."
    yield from _ranks(found)
    yield from _since(found)
    shares = ", ".join(f"{mean.days}: {mean.low:.1f}" for mean in found.means if mean.low is not None)
    yield f"Means of the last nights: {shares}"
    yield from _proof_lines(found, claims)
    for entry in found.breaks:
        yield from _wrapped(f"Counted anew since {entry.since}: ", entry.what)
    if found.bridge is not None:
        yield ""
        yield f"By {found.bridge.key.measure}, which stays comparable:"
        yield from standing_lines(found.bridge, claims)


def _ranks(found: Standing) -> Iterator[str]:
    for window in found.windows:
        cut = "" if window.cut is None else f"; it begins on {window.cut.since}, when counting changed"
        place = _place(window.rank.best, window.rank.worst)
        yield f"Of the last {window.days}: {place} of the {window.known} known{cut}"
    overall = found.overall
    place = _place(overall.best, overall.worst)
    yield f"Of all before it: {place} of {overall.of} since {found.since.first}, percentile {overall.percentile:.1f}"


def _place(best: int, worst: int) -> str:
    return f"no. {best}" if best == worst else f"no. {best} to {worst}"


def _since(found: Standing) -> Iterator[str]:
    since = found.since
    gaps = f"; nothing is known of {since.gaps} nights between" if since.gaps else ""
    if since.night is None:
        yield f"Largest since the series begins, {since.first}{gaps}"
    else:
        yield f"Largest since {since.night.date} ({value(since.night)}){gaps}"
    for point in since.maybe[:_PROOF]:
        yield f"  but {point.date} ({value(point)}) may have been as large"


def _proof_lines(found: Standing, claims: Mapping[str, StoredClaim]) -> Iterator[str]:
    yield "The nights that prove it:"
    since = [] if found.since.night is None else [found.since.night]
    points = {
        point.date: point for point in [found.point, *since, *found.since.between, *found.overall.larger[:_PROOF]]
    }
    for day in sorted(points, reverse=True):
        yield from _point_lines(points[day], found.point.date, claims)


def _point_lines(point: NightPoint, night: date, claims: Mapping[str, StoredClaim]) -> Iterator[str]:
    mark = ">" if point.date == night else " "
    yield f"{mark} {point.date} {value(point):>10}"
    for ref in point.refs:
        stored = claims.get(ref)
        if stored is not None:
            who = stored.claim.speaker or stored.source or "?"
            yield "      " + one_line(f"{who}, {stored.document_id}: “{stored.claim.quote}”")
