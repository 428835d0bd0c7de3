"""Answers of the interface of alerts.in.ua: what is on now, a region's month, and the letters for small devices.

Only what an answer says is taken: a letter or a word that is not known is unknown, never "no alert".
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.model import LASTING, AlertLevel, AlertNature, AlertTable, DocumentError, FeedState, Heard
from vidbiy.sources.siren_log import Locator, Problems, SirenLog, from_micros, micros_of, note_overlaps

__all__ = [
    "FEED",
    "LETTERS",
    "decode_answer",
    "is_answer",
    "read_active",
    "read_answer",
    "read_history",
    "read_letters",
]

FEED = "alerts-in-ua"
LETTERS = "alerts-in-ua-letters"
"""A feed of its own: its alerts have no starts, and what it does not tell is unknown."""
CONTINUOUS = timedelta(minutes=5)
"""Two answers that lie no further apart are taken as one watch: an alert that came and went between them is missed."""
_MONTH = timedelta(days=28)
_ACTIVE_ONLY = ("alert_level", "threats")
_MEANINGLESS = (
    "this is no answer of alerts.in.ua; give active.json, a region's month_ago.json or the string of letters."
)


def decode_answer(raw: bytes, name: str) -> Any:
    """Return the JSON value of an answer.

    Raises:
        DocumentError: it is no JSON, or a message of an error.
    """
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"{name}: this is no JSON ({error}); save the answer as it came.") from error
    if isinstance(found, dict) and "alerts" not in found and isinstance(found.get("message"), str):
        raise DocumentError(f"{name}: the interface answered {found['message'][:200]!r}, not alerts.")
    return found


def is_answer(value: object) -> bool:
    """Tell whether a JSON value looks like an answer of the interface."""
    if isinstance(value, str):
        return len(value) >= len(AlertPlaces.load().order)
    return isinstance(value, dict) and isinstance(value.get("alerts"), list)


def read_answer(raw: bytes, name: str, heard_at: datetime | None = None) -> SirenLog:
    """Return what a saved answer says, of whatever kind it is.

    Without `heard_at` it speaks up to the last time that stands in it, which is never too late.

    Raises:
        DocumentError: it is no answer, or does not say of what it speaks.
    """
    value = decode_answer(raw, name)
    if not is_answer(value):
        raise DocumentError(f"{name}: {_MEANINGLESS}")
    if isinstance(value, str):
        if heard_at is None:
            raise DocumentError(f"{name}: letters carry no time; say when they were fetched (--published).")
        return read_letters(value, heard_at)
    alerts = value["alerts"]
    if not alerts:
        raise DocumentError(
            f"{name}: no alert is in it, and nothing says whether that is the country or a region; "
            "`vidbiy fetch-alerts` knows what it asked for."
        )
    items = [each for each in alerts if isinstance(each, dict)]
    region = None if _is_active(items) else _only_region(items)
    if region is None and any(each.get("finished_at") for each in items):
        raise DocumentError(f"{name}: a history of several regions; give the answers one region each.")
    heard_at = heard_at or _last_time(items)
    if heard_at is None:
        raise DocumentError(f"{name}: no time stands in it; say when it was fetched (--published).")
    return read_active(alerts, heard_at) if region is None else read_history(alerts, region, heard_at, whole=False)


def _is_active(items: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether these are the alerts of now: history has ends, and keeps neither level nor threats."""
    if any(each.get("finished_at") for each in items):
        return False
    return any(key in each for each in items for key in _ACTIVE_ONLY) or _only_region(items) is None


def _only_region(items: Sequence[Mapping[str, Any]]) -> str | None:
    places = AlertPlaces.load()
    regions = {places.locate([str(each.get("location_oblast") or each.get("location_title") or "")]) for each in items}
    return regions.pop().place if len(regions) == 1 else None


def _last_time(items: Sequence[Mapping[str, Any]]) -> datetime | None:
    times = []
    for each in items:
        for key in ("started_at", "finished_at", "updated_at"):
            try:
                times.append(micros_of(str(each.get(key))))
            except ValueError:
                continue
    return from_micros(max(times)) if times else None


def read_active(alerts: Sequence[Any], heard_at: datetime, before: FeedState | None = None) -> SirenLog:
    """Return what was on at `heard_at`, and what had ended since the feed was `before` asked.

    An alert that is on no more has ended in between: its end is a guess, the moment it was missed, or after a longer
    silence the moment it was last seen.
    """
    before = before or FeedState()
    reading = _Reading()
    for number, item in enumerate(alerts, start=1):
        reading.item(item, number)
    gap = before.heard_until is None or not timedelta(0) <= heard_at - before.heard_until <= CONTINUOUS
    if reading.complete:
        reading.end_the_rest(before, before.heard_until if gap else heard_at)
    since = heard_at if gap or before.heard_until is None else before.heard_until
    places = AlertPlaces.load()
    blind = set() if reading.complete else set(places.regions)
    regions = [] if blind else [*places.heard, *(each.place for each in places.permanent)]
    return reading.log(len(alerts), regions, since, heard_at)


def read_history(alerts: Sequence[Any], region: str, heard_at: datetime, *, whole: bool = True) -> SirenLog:
    """Return the alerts of a region's last month. With `whole`, all of the month was asked for and answered."""
    reading = _Reading()
    for number, item in enumerate(alerts, start=1):
        reading.item(item, number)
    note_overlaps(reading.table, reading.problems)
    first = from_micros(min(reading.table.start)) if len(reading.table) else heard_at
    since = min(heard_at - _MONTH, heard_at) if whole else min(first, heard_at)
    return reading.log(len(alerts), [region] if reading.complete else [], since, heard_at)


def read_letters(letters: str, heard_at: datetime, before: FeedState | None = None) -> SirenLog:
    """Return what a string of letters says: A, an alert in the whole region; P, in a part of it; N, no information.

    A string of 27 has a letter for each region in their order; a longer one has them at the regions' numbers (uid).
    """
    before = before or FeedState()
    places, reading = AlertPlaces.load(), _Reading()
    by_uid = len(letters) > len(places.order)
    numbers = places.by_uid.items() if by_uid else zip(map(str, range(len(places.order))), places.order, strict=True)
    watched = before.heard_until is not None and timedelta(0) <= heard_at - before.heard_until <= CONTINUOUS
    lasting = {(each.place, each.partial): each for each in before.open} if watched else {}
    known = []
    for number, region in numbers:
        at = int(number)
        letter = letters[at] if at < len(letters) else ""
        if letter not in {"A", "P"}:
            if letter != "N":
                reading.problems.note(f"the letter {letter!r} is not known; what it means there is unknown", at + 1)
            continue
        known.append(region)
        partial = letter == "P"
        seen = lasting.get((region, partial))
        start = heard_at if seen is None else seen.start
        reading.add(AlertNature(place=region, source=LETTERS, partial=partial, guessed_start=True), start, at + 1)
    if by_uid:
        others = {at for at in range(len(letters)) if letters[at] in "AP" and str(at) not in places.by_uid}
        if others:
            reading.problems.note(
                "a letter for a place that is no region; its number is not known, its region's own letter counts",
                min(others) + 1, count=len(others),
            )  # fmt: skip
    since = before.heard_until if watched and before.heard_until is not None else heard_at
    return replace(reading.log(len(letters), known, since, heard_at), feed=LETTERS)


@dataclass(frozen=True, slots=True)
class _Item:
    nature: AlertNature
    start: int
    end: int


class _Reading:
    """One answer on its way into columns."""

    def __init__(self) -> None:
        self.table, self.problems = AlertTable(), Problems()
        self.complete = True
        """Whether every alert of the answer has a place: one without may be anywhere."""
        self._places = AlertPlaces.load()
        self._locator = Locator(self._places)
        self._seen: set[tuple[str, str, int]] = set()

    def add(self, nature: AlertNature, start: datetime, line: int) -> None:
        """Take an alert that lasts."""
        self.table.add(micros_of(start.isoformat()), LASTING, self.table.code(nature), line)

    def item(self, item: Any, line: int) -> None:
        """Take an alert of a list."""
        found = self._item(item, line) if isinstance(item, dict) else None
        if found is None:
            if not isinstance(item, dict):
                self.problems.note("it is no object, not taken", line, refused=True)
            self.complete = False
            return
        self._seen.add((found.nature.place, found.nature.kind, found.start))
        self.table.add(found.start, found.end, self.table.code(found.nature), line)

    def _item(self, item: Mapping[str, Any], line: int) -> _Item | None:
        nature, problem = self._locator.nature(_names(item), self._nature(item, line))
        if problem is not None:
            self.problems.note(problem, line, refused=nature is None)
        if nature is None:
            return None
        if item.get("location_type") == "unknown":
            nature = replace(nature, partial=True)
        try:
            start = micros_of(str(item.get("started_at")))
            end = LASTING if item.get("finished_at") is None else micros_of(str(item["finished_at"]))
        except ValueError:
            self.problems.note("one of its times is no time with an offset, not taken", line, refused=True)
            return None
        if end < start:
            self.problems.note("it ends before it starts, not taken", line, refused=True)
            return None
        return _Item(nature, start, end)

    def _nature(self, item: Mapping[str, Any], line: int) -> AlertNature:
        kind, level = item.get("alert_type"), item.get("alert_level")
        if kind not in self._places.kinds:
            self.problems.note(f"its type {kind!r} is not known; what it warns of is unknown", line)
        if level not in {None, *AlertLevel}:
            self.problems.note(f"its level {level!r} is not known; its level is unknown", line)
        ends = item.get("finished_at") is not None
        return AlertNature(
            place="UA",
            kind=self._places.kinds.get(str(kind), "unknown"),
            source=FEED,
            level=AlertLevel(level) if level in set(AlertLevel) else None,
            threats=_threats(item.get("threats")),
            guessed_end=ends and item.get("calculated") is True,
        )

    def end_the_rest(self, before: FeedState, end: datetime | None) -> None:
        """Take what was on before and is on no more as ended at `end`."""
        for each in before.open:
            key = (each.place, each.kind, micros_of(each.start.isoformat()))
            if end is None or end < each.start or key in self._seen:
                continue
            nature = replace(each.nature, guessed_end=True)
            self.table.add(key[2], micros_of(end.isoformat()), self.table.code(nature), 0)

    def log(self, lines: int, regions: Sequence[str], since: datetime, until: datetime) -> SirenLog:
        """Return what was read, heard for these regions."""
        return SirenLog(
            feed=FEED,
            alerts=self.table,
            heard=tuple(Heard(place=each, since=since, until=until) for each in sorted(set(regions))),
            lines=lines,
            refused=self.problems.refused,
            problems=self.problems.words(refused=True),
            notes=self.problems.words(refused=False),
        )


def _names(item: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of where an alert is: those above its title only where its type lies in them."""
    title, oblast, raion = (str(item.get(f"location_{key}") or "") for key in ("title", "oblast", "raion"))
    kind = item.get("location_type")
    if kind == "oblast":
        return (title,)
    return (oblast, raion, title) if kind == "hromada" else (oblast, title)


def _threats(given: Any) -> tuple[str, ...]:
    """Return the threats in the interface's own words, whether it gives them as words or as objects with a type."""
    if not isinstance(given, list):
        return ()
    words = (each.get("type", each.get("threat_type")) if isinstance(each, dict) else each for each in given)
    return tuple(sorted({word for word in words if isinstance(word, str) and word}))
