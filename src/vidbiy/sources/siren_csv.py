"""Siren logs as CSV: the official one (a row for an oblast, a raion or a hromada) and the volunteers' (by region)."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from vidbiy.lexicon.alert_places import AlertPlaces
from vidbiy.model import LASTING, AlertNature, AlertTable, DocumentError, Heard
from vidbiy.sources.siren_log import Locator, Problems, SirenLog, from_micros, micros_of, note_overlaps

__all__ = ["OFFICIAL", "VOLUNTEERS", "is_siren_csv", "read_siren_csv", "unzipped"]

OFFICIAL = "sirens-official"
VOLUNTEERS = "sirens-volunteers"
_LIMIT = 1024 * 1024 * 1024
_GZIP = b"\x1f\x8b"
_HOUR = 3600 * 1_000_000
_CLOCK = len("2022-03-15 16:10:34")
_LEVELS = {"oblast": "region", "raion": "raion", "hromada": "hromada"}
_TRUE = {"true": True, "false": False, "": False}


@dataclass(frozen=True, slots=True)
class _Form:
    """A kind of CSV: its feed, the columns with the names of a place, and the other ones that it has."""

    feed: str
    names: tuple[str, ...]
    others: tuple[str, ...]

    def fits(self, header: Sequence[str]) -> bool:
        return {*self.names, *self.others, "started_at", "finished_at"} <= set(header)


_FORMS = (_Form(OFFICIAL, ("oblast", "raion", "hromada"), ("level",)), _Form(VOLUNTEERS, ("region",), ("naive",)))


def unzipped(raw: bytes, name: str) -> bytes:
    """Return the bytes of a file, unpacked where they are gzip.

    Raises:
        DocumentError: they are broken off or damaged, or more than a gigabyte.
    """
    if not raw.startswith(_GZIP):
        return raw
    try:
        with gzip.open(io.BytesIO(raw)) as stream:
            found = stream.read(_LIMIT + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise DocumentError(f"{name}: this gzip file is damaged or cut short ({error}); get it again.") from error
    if len(found) > _LIMIT:
        raise DocumentError(f"{name}: unpacked it is larger than {_LIMIT // 2**30} GiB; split it.")
    return found


def is_siren_csv(raw: bytes) -> bool:
    """Tell by the first line whether these are the (unpacked) bytes of a siren log."""
    return _form(_header(raw)) is not None


def _header(raw: bytes) -> list[str]:
    line = raw[:1000].partition(b"\n")[0].decode("utf-8-sig", "replace")
    return [name.strip().lower() for name in next(csv.reader([line]), [])]


def _form(header: Sequence[str]) -> _Form | None:
    return next((form for form in _FORMS if form.fits(header)), None)


def read_siren_csv(raw: bytes, name: str) -> SirenLog:
    """Return the log that these (unpacked) bytes hold. A row that cannot be taken is counted and named, not lost silently.

    The log speaks for the regions that it names, from its first time to its last; beyond that nothing is known.

    Raises:
        DocumentError: it is no siren log, or no UTF-8.
    """
    form = _form(_header(raw))
    if form is None:
        raise DocumentError(f"{name}: no siren log; its first line names other columns than those of a known log.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(f"{name}: byte {error.start} is no UTF-8; save the log as UTF-8.") from error
    reading = _Reading(form, _header(raw))
    lines = reading.rows(csv.reader(io.StringIO(text, newline=""), strict=True))
    reading.note_offsets()
    reading.note_guesses()
    note_overlaps(reading.table, reading.problems)
    return SirenLog(
        feed=form.feed,
        alerts=reading.table,
        heard=reading.heard(),
        lines=lines,
        refused=reading.problems.refused,
        problems=reading.problems.words(refused=True),
        notes=reading.problems.words(refused=False),
    )


@dataclass(frozen=True, slots=True)
class _Common:
    """What rows with the same names, level and source have in common; no codes where they cannot be taken."""

    codes: tuple[int, int] | None
    """The number of their nature, and of the same with a guessed end."""
    problems: tuple[str, ...]


class _Reading:
    """One log on its way into columns. What rows have in common (place, level, source) is worked out once."""

    def __init__(self, form: _Form, header: list[str]) -> None:
        self.table, self.problems = AlertTable(), Problems()
        self._form = form
        self._width = len(header)
        self._start, self._end = header.index("started_at"), header.index("finished_at")
        rest = [*form.names, *form.others, *(each for each in ("source",) if each in header)]
        self._columns = [header.index(each) for each in rest]
        self._places = AlertPlaces.load()
        self._locator = Locator(self._places)
        self._offsets: dict[str, list[int]] = {}

    def rows(self, reader: Iterator[list[str]]) -> int:
        """Take all rows but the first, and return how many there were."""
        known: dict[tuple[str, ...], _Common] = {}
        key_of, begins, ends, width = itemgetter(*self._columns), self._start, self._end, self._width
        official = self._form.feed == OFFICIAL
        lines, number = 0, 1
        next(reader, None)
        for row in _each(reader, self.problems):
            number += 1
            if not row:
                continue
            lines += 1
            if len(row) != width:
                self.problems.note(f"it has {len(row)} columns in place of {width}, not taken", number, refused=True)
                continue
            began = row[begins]
            times = self._times(began, row[ends], number)
            if times is None:
                continue
            self._offsets.setdefault(began[_CLOCK:], [0, number])[0] += 1
            key = key_of(row)
            common = known.get(key)
            if common is None:
                common = known[key] = self._common(key)
            for problem in common.problems:
                self.problems.note(problem, number, refused=common.codes is None)
            if common.codes is not None:
                start, end = times
                self.table.add(start, end, common.codes[official and end - start == _HOUR], number)
        return lines

    def _times(self, began: str, ended: str, line: int) -> tuple[int, int] | None:
        """Return start and end; None, and a problem, where they cannot be."""
        try:
            start = micros_of(began)
            end = micros_of(ended) if ended.strip() else LASTING
        except ValueError:
            shown = began if _is_bad(began) else ended
            self.problems.note(f"{shown!r} is no time with an offset, not taken", line, refused=True)
            return None
        if end < start:
            self.problems.note("it ends before it starts, not taken", line, refused=True)
            return None
        return start, end

    def _common(self, key: tuple[str, ...]) -> _Common:
        """Return what the rows with these names, level, naive and source have in common."""
        names = tuple(key[: len(self._form.names)])
        more = dict(zip((*self._form.others, "source"), key[len(names) :], strict=False))
        guess = _TRUE.get(more.get("naive", "").strip().lower())
        nature = AlertNature(place="UA", source=self._form.feed, guessed_end=guess is not False)
        found, problem = self._locator.nature(names, nature)
        problems = [] if problem is None else [problem]
        if found is None:
            return _Common(None, tuple(problems))
        if guess is None:
            problems.append(f"naive is {more['naive']!r}, neither True nor False; its end is taken as a guess")
        level = more.get("level")
        if level is not None and not found.partial and _LEVELS.get(level) != self._places.kind(found.place):
            where = self._places.name(found.place)
            problems.append(f"its level is {level!r}, the place {where}; taken as somewhere in it")
            found = replace(found, partial=True)
        if more.get("source", "official") != "official":
            problems.append(f"its source is {more['source']!r}, taken as the log's own")
        codes = self.table.code(found), self.table.code(replace(found, guessed_end=True))
        return _Common(codes, tuple(problems))

    def note_offsets(self) -> None:
        """Note the times that are written with another offset than most; each is read as it is written."""
        most = max(self._offsets, key=lambda offset: self._offsets[offset][0], default="")
        for offset, (count, line) in self._offsets.items():
            if offset != most:
                self.problems.note(f"its times end in {offset!r}, most in {most!r}; all are read so", line, count=count)

    def note_guesses(self) -> None:
        """Note the ends that the official log does not mark, but that stand exactly an hour after a lost all-clear."""
        codes = {code for code, nature in enumerate(self.table.natures) if nature.guessed_end}
        lines = [line for code, line in zip(self.table.nature, self.table.line, strict=True) if code in codes]
        if lines and self._form.feed == OFFICIAL:
            what = (
                "it ends exactly one hour after it began, as a lost all-clear is filled in; its end is taken as a guess"
            )
            self.problems.note(what, min(lines), count=len(lines))

    def heard(self) -> tuple[Heard, ...]:
        """Return the regions that the log names, from its first time to its last."""
        if not len(self.table):
            return ()
        since, last = min(self.table.start), max(self.table.start)
        until = max((end for end in self.table.end if end != LASTING), default=last)
        regions = {self._places.region(nature.place) for nature in self.table.natures}
        return tuple(
            Heard(place=region, since=from_micros(since), until=from_micros(max(last, until)))
            for region in sorted(each for each in regions if each is not None)
        )


def _each(reader: Iterator[list[str]], problems: Problems) -> Iterator[list[str]]:
    """Yield rows up to where the file is no CSV any more."""
    number = 1
    try:
        for row in reader:
            number += 1
            yield row
    except csv.Error as error:
        problems.note(f"from here it is no CSV ({error}), nothing after it was taken", number + 1, refused=True)


def _is_bad(text: str) -> bool:
    try:
        micros_of(text)
    except ValueError:
        return True
    return False
