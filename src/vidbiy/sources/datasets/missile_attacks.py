"""“Massive Missile Attacks on Ukraine”: the Ukrainian Air Force's own figures, a row a weapon model and attack.

The rows that one post gives for one day are a document; whoever published the post is the speaker. A national post
counts the country; a regional command's counts the place that the row names, if it is one.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vidbiy.lexicon.breaks import merged_since
from vidbiy.lexicon.countries import KYIV
from vidbiy.lexicon.datasets import DatasetWords, KnownDataset, Page
from vidbiy.model import Document, TimePrecision
from vidbiy.sources.datasets.places import PlaceFinder
from vidbiy.sources.datasets.reading import ClaimMaker, Made, NumberError, Period, whole
from vidbiy.sources.datasets.rendering import Block, Cell, parse, render
from vidbiy.sources.datasets.table import Row
from vidbiy.sources.datasets.times import TimeError, period_of
from vidbiy.sources.datasets.together import BETWEEN, parts, put_together
from vidbiy.sources.fetched import DatasetReading

__all__ = ["documents", "read"]

_COUNTRY = "UA"
_LOCATION = "area.location"
_COUNTS = ("launched", "destroyed", "not_reach_goal", "still_attacking", "is_shahed", "turbojet", "turbojet_destroyed")
_NUMBER = re.compile(r"\d*(\.0)?")
_NOON = 12


def documents(known: KnownDataset, rows: Iterable[Row], finder: PlaceFinder) -> Iterator[Made]:
    """Yield a document for the rows of each post and day, in the order of the file.

    A few posts are named with two days; the rows of another day are about another attack.
    """
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.cells["source"].strip(), row.cells["time_end"].strip()[:10]), []).append(row)
    for (post, day), group in groups.items():
        page = _page_name(post)
        ends = [period.end for row in group if (period := _period(row.cells)) is not None]
        blocks = put_together(group, lambda row: _quantity(row.cells, finder), _COUNTS)
        document = Document(
            id=f"missile-attacks:{day}:{page}:{hashlib.sha256(post.encode()).hexdigest()[:8]}",
            text=render(known.title, [_shown(block.cells) for block in blocks]),
            published=max(ends, default=None),
            source=known.id,
            title=f"{known.title}: {page}, {day}",
        )
        yield Made(document, group, [block.line for block in blocks])


def _quantity(cells: Mapping[str, str], finder: PlaceFinder) -> tuple[object, ...] | None:
    """Return what a row counts: the weapon, the place, the part of the day; None where a cell of it cannot be used."""
    period = _period(cells)
    if period is None or not all(_NUMBER.fullmatch(cells.get(name, "").strip()) for name in _COUNTS):
        return None
    page = DatasetWords.load().pages.get(_page_name(cells["source"]))
    place = _whole_or_part(page, finder.find(cells["target"])[1] if cells["target"].strip() else None)
    path, _ = DatasetWords.load().weapon(cells["model"], period.end.date())
    morning = period.precision is not TimePrecision.DAY and period.end.astimezone(KYIV).hour < _NOON
    return path, place, morning


def _whole_or_part(page: Page | None, place: str | None) -> str | None:
    """Return the place of a count: the country for a national post, whatever its target; a regional command's own place."""
    return place if page is not None and page.regional else _COUNTRY


def _shown(cells: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in cells.items() if value not in {"{}", "[]"}}


def _period(cells: Mapping[str, str]) -> Period | None:
    try:
        return period_of(cells["time_start"], cells["time_end"])
    except TimeError:
        return None


def _page_name(post: str) -> str:
    """Return the page of a post: "kpszsu" of "kpszsu/posts/1", "t.me/kpszsu" of "https://t.me/kpszsu/1"."""
    first, _, more = post.removeprefix("https://").partition("/")
    return f"{first}/{more.partition('/')[0]}" if first == "t.me" else first


def read(known: KnownDataset, document: Document, finder: PlaceFinder) -> DatasetReading:
    """Return the claims of a document that `documents` made."""
    maker = ClaimMaker(document, known.rule)
    for number, block in enumerate(parse(document.text)):
        if {"time_start", "time_end", "model", "source"} <= block.keys():
            _RowReader(maker, finder, number, block).read()
        else:
            maker.problems.append((number, "it lacks a time, a model or a source"))
    return maker.done()


@dataclass(slots=True)
class _RowReader:
    """Reads one block: a row, or rows that count the same thing."""

    maker: ClaimMaker
    finder: PlaceFinder
    number: int
    block: Block

    def read(self) -> None:
        block = self.block
        try:
            period = _united(block["time_start"], block["time_end"])
        except TimeError as error:
            self.maker.problems.append((self.number, f"{error}; the row was left out"))
            return
        page_name = _page_name(block["source"].value)
        page = DatasetWords.load().pages.get(page_name)
        if page is None:
            self.maker.notes.append(f"the page {page_name!r} is not known: its figures are the data set's own word")
        speaker = None if page is None else page.speaker
        place = self._place(page)
        common = {"period": period, "speaker": speaker, "speaker_text": None if page is None else page_name}
        day = period.end.date()
        self._weapons(day, self._stopped(page, place, day), {**common, "place": place})
        self._locations({**common, "place": place})
        self._areas(common)

    def _place(self, page: Page | None) -> str | None:
        target = self.block.get("target")
        found: str | None = None
        for name in [] if target is None else parts(target)[0]:
            known, found = self.finder.find(name)
            if not known:
                self.maker.notes.append(f"the place {name!r} is not known")
        return _whole_or_part(page, found)

    def _stopped(self, page: Page | None, place: str | None, day: date) -> str:
        """Return the measure of `destroyed`: since a body gives those suppressed with them for the country, both as one."""
        national = page is not None and (not page.regional or place == _COUNTRY)
        merged = merged_since(page.speaker) if page is not None and national else None
        return "shot_down" if merged is None or day < merged else "intercepted"

    def _weapons(self, day: date, stopped: str, common: dict[str, Any]) -> None:
        models = parts(self.block["model"])[0]
        path, _ = DatasetWords.load().weapon(models[0], day)
        unknown = [name for model in models for name in DatasetWords.load().weapon(model, day)[1]]
        self.maker.notes.extend(f"the model {name!r} is not known: counted as `weapon`" for name in unknown)
        self._count("launched", "launched", path, common)
        self._count("destroyed", stopped, path, common)
        merged = stopped == "intercepted"
        self._count("not_reach_goal", "suppressed", path, common, zero=not merged)  # the file's filler since the merger
        self._count("still_attacking", "in_air", path, common)
        self._count("is_shahed", "launched", "weapon.drone.shahed", {**common, "approx": True})
        self._count("turbojet", "launched", "weapon.drone.jet", common)
        self._count("turbojet_destroyed", stopped, "weapon.drone.jet", common)
        for name, number, span in self._details("launched_details"):
            self.maker.add("launched", DatasetWords.load().weapon(name, day)[0], (number, number), span, **common)
        for name, number, span in self._details("destroyed_details"):
            known, place = self.finder.find(name)
            if known and place is not None:  # “south” is a command's area, of which the gazetteer knows no bounds
                self.maker.add(stopped, path, (number, number), span, **{**common, "place": place})
        self._crossings(path, common)

    def _crossings(self, path: str, common: dict[str, Any]) -> None:
        for name, number, span in self._details("border_crossing"):
            country = DatasetWords.load().borders.get(name)
            if country is None:
                self.maker.notes.append(f"the border {name!r} is not known")
            self.maker.add("left_airspace", path, (number, number), span, **{**common, "place": country})

    def _count(self, column: str, measure: str, subject: str, common: dict[str, Any], *, zero: bool = True) -> None:
        cell = self.block.get(column)
        if cell is None:
            return
        values, every = parts(cell)
        try:
            total = sum(map(whole, values))
        except NumberError as error:
            self.maker.problems.append((self.number, f"{column} {error}; that figure was left out"))
            return
        if total or zero:
            bounds = (total, total if every else None)
            self.maker.add(measure, subject, bounds, (cell.start, cell.end), **common)

    def _details(self, column: str) -> Iterator[tuple[str, int, tuple[int, int]]]:
        """Yield the entries of a cell like "{'south': 8, 'east': NaN}" that give a number, each with its span."""
        cell = self.block.get(column)
        at = 0
        for value in [] if cell is None else cell.value.split(BETWEEN):
            if cell is not None:
                yield from self._entries(column, Cell(value, cell.start, cell.end - len(cell.value) + at + len(value)))
            at += len(value) + len(BETWEEN)

    def _entries(self, column: str, cell: Cell) -> Iterator[tuple[str, int, tuple[int, int]]]:
        try:
            found = ast.literal_eval(cell.value.replace("NaN", "None"))
            entries = [(str(name), value) for name, value in found.items() if value is not None]
        except (ValueError, SyntaxError, AttributeError, TypeError, MemoryError, RecursionError):
            self.maker.problems.append((self.number, f"{column} {cell.value!r} is no list of numbers; it was left out"))
            return
        for name, value in entries:
            span = cell.inside(f"'{name}': {value}")
            if isinstance(value, int | float) and value == int(value) >= 0 and span is not None:
                yield name, int(value), span
            else:
                self.maker.problems.append(
                    (self.number, f"{column} {name!r}: {value!r} counts nothing; it was left out")
                )

    def _locations(self, common: dict[str, Any]) -> None:
        self._count("num_hit_location", "hit_locations", _LOCATION, common)
        self._count("num_fall_fragment_location", "debris_locations", _LOCATION, common)

    def _areas(self, common: dict[str, Any]) -> None:
        main = self.block.get("target_main")
        if main is not None:
            names = [name for value in parts(main)[0] for name in value.split(" and ")]
            self._area(main, names, ("target", "area.target"), common)
        affected = self.block.get("affected region")
        if affected is not None:
            names = [name for value in parts(affected)[0] for name in _names(value)]
            self._area(affected, names, ("affected", "area.region"), common)

    def _area(self, cell: Cell, names: Iterable[str], what: tuple[str, str], common: dict[str, Any]) -> None:
        after = 0
        for name in names:
            known, place = self.finder.find(name)
            span = cell.inside(name, after)
            if not known:
                self.maker.notes.append(f"the place {name!r} is not known")
            if place is not None and span is not None and place != _COUNTRY:
                self.maker.add(what[0], what[1], (1, 1), span, **{**common, "place": place})
            after = cell.value.find(name, after) + len(name)


def _united(start: Cell, end: Cell) -> Period:
    """Return the time of a block: from the first start of its rows to their last end.

    Raises:
        TimeError: a row has none.
    """
    starts, ends = parts(start)[0], parts(end)[0]
    periods = [period_of(first, last) for first in starts for last in ends if len(starts) * len(ends) == 1]
    if not periods:
        earliest, latest = min(starts, key=_clock), max(ends, key=_clock)
        periods = [period_of(earliest, latest)]
    return periods[0]


def _clock(text: str) -> str:
    """Return a key by which times of one form sort: the hour has two digits in it."""
    day, _, hours = text.partition(" ")
    return f"{day} {hours.zfill(5)}" if hours else day


def _names(value: str) -> list[str]:
    """Return the names of a cell like "['Kyiv', 'Kyiv oblast']"."""
    try:
        found = ast.literal_eval(value)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return [value]
    return [str(name) for name in found] if isinstance(found, list | tuple | set) else [str(found)]
