"""Launched, stopped and hit by night: stacked bars, the running mean, gaps as gaps, breaks in counting as ruled lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vidbiy.publish.charts.data.nights import NightBar, NightBars
from vidbiy.publish.charts.frame import MARGIN, Key, Label, foot, head, keys, lanes
from vidbiy.publish.charts.layout import Plan
from vidbiy.publish.charts.letters import clean, width
from vidbiy.publish.charts.look import Look
from vidbiy.publish.charts.sheet import Sheet
from vidbiy.publish.charts.steps import ceiling
from vidbiy.publish.charts.writing import Writing

__all__ = ["bars"]

_HEIGHT = {True: 200.0, False: 280.0}
_POINTED = 4.0
_LINES = 5  # of the scale
_SLIMMEST = 2.0  # pixels for a night; more nights than fit are cut, and the cut is said


def bars(data: NightBars, look: Look) -> Plan:
    """Lay the series out."""
    return _Bars(data, look).plan()


@dataclass(frozen=True, slots=True)
class _Scale:
    top: float
    bottom: float
    high: float

    def y(self, value: float) -> float:
        return self.bottom - value / self.high * (self.bottom - self.top)


class _Bars:
    def __init__(self, data: NightBars, look: Look) -> None:
        self.data, self.look = data, look
        self.writing, self.sheet = Writing(look.language), Sheet(look)
        self.say = self.writing.say
        self.known = {night.night: night for night in data.nights if data.first <= night.night <= data.last}
        counts = [count for night in self.known.values() for count in _heights(night)]
        step = max(1.0, ceiling(max([*counts, 1]), _LINES - 1))
        self.ticks = [step * n for n in range(_LINES)]
        self.left = MARGIN + max(width(self.writing.number(tick), 10) for tick in self.ticks) + 6
        self.right = look.width - MARGIN
        every = (data.last - data.first).days + 1
        self.shown = min(every, int((self.right - self.left) / _SLIMMEST))
        self.cut = every > self.shown
        self.first = data.last - timedelta(days=self.shown - 1)
        self.band = (self.right - self.left) / self.shown

    def plan(self) -> Plan:
        """Draw from top to bottom."""
        title = self.say("bars_title", subject=self.writing.subject(self.data.subject))
        y = keys(self.sheet, head(self.sheet, title), self._legend())
        marked = [(self._x(found.night), found.label) for found in self.data.breaks if self._shows(found.night)]
        labels, notes = self._breaks()
        top = lanes(self.sheet, y, labels, (self.left, self.right)) + 6
        scale = _Scale(top, top + _HEIGHT[self.look.narrow], self.ticks[-1])
        self._grid(scale)
        for number in range(self.shown):
            self._night(self.first + timedelta(days=number), scale)
        self._mean(scale)
        for x, label in marked:
            self.sheet.rule((x, top - 4), (x, scale.bottom), "mark", thick=1.5, dashed=True, tip=label)
        self._dates(scale.bottom)
        all_nights = (self.data.last - self.data.first).days + 1
        if self.cut:
            notes.append(self.say("bars_cut", shown=self.shown, all=self.writing.number(all_nights)))
        height = foot(self.sheet, scale.bottom + 18, self.data.caption, self.writing, notes)
        return Plan(self.sheet, height, title, self._summary(all_nights))

    # --- words ---

    def _legend(self) -> Iterator[Key]:
        yield Key(self.writing.measure("hit"), "hit")
        yield Key(self.writing.measure("stopped"), "stopped")
        yield Key(self.say("rest"), "missing", edge="missing-line")
        yield Key(self.writing.measure("launched"), "ink", "line")
        if self.data.mean_days is not None:
            yield Key(self.say("mean", days=self.data.mean_days), "mean-line", "line")
        yield Key(self.say("no_data"), "unknown", edge="unknown-line")

    def _summary(self, all_nights: int) -> str:
        known = [(night.launched, day) for day, night in self.known.items() if night.launched is not None]
        missing = all_nights - len(known)
        if not known:
            return self.say("bars_summary_empty", missing=missing)
        high, day = max(known)
        return self.say(
            "bars_summary", known=len(known), missing=missing, high=self.writing.number(high), day=self.writing.day(day)
        )

    def _breaks(self) -> tuple[list[Label], list[str]]:
        """Return the labels of the ruled lines; one too long for the picture is a letter there and a sentence below."""
        labels, notes = [], []
        for number, found in enumerate(found for found in self.data.breaks if self._shows(found.night)):
            text = clean(found.label)
            if width(text, 11) > (self.right - self.left) * 0.9:
                letter = chr(ord("A") + number % 26)
                notes.append(f"{letter}, {self.writing.day(found.night)}: {text}")
                text = letter
            labels.append(Label(self._x(found.night), text))
        return labels, notes

    # --- marks ---

    def _shows(self, night: date) -> bool:
        return self.first <= night <= self.data.last

    def _x(self, night: date) -> float:
        return self.left + (night - self.first).days * self.band

    def _grid(self, scale: _Scale) -> None:
        for tick in self.ticks:
            y = scale.y(tick)
            self.sheet.grid((self.left, y), (self.right, y))
            self.sheet.text((self.left - 5, y), self.writing.number(tick), size=10, ink="soft", align="right")

    def _night(self, day: date, scale: _Scale) -> None:
        night = self.known.get(day)
        x, across = self._x(day), self.band * (0.8 if self.band > 4 else 1)
        # A night of two pixels cannot be pointed at, and its words would make up most of the picture's size.
        tip = f"{self.writing.night(day)}: {self._told(night)}" if self.band >= _POINTED else ""
        if night is None or night.launched is None:
            self.sheet.rect((x, scale.top), (across, scale.bottom - scale.top), "unknown", tip=tip)
        if night is None:
            return
        floor = 0
        for role, count in (("hit", night.hit), ("stopped", night.stopped)):
            if count:
                self._block((x, across), (floor, floor + count), role, scale, tip, night.href)
                floor += count
        if night.launched is not None:
            if night.launched > floor:
                self._block((x, across), (floor, night.launched), "missing", scale, tip, night.href)
            y = scale.y(night.launched)
            self.sheet.rule((x, y), (x + across, y), "ink", thick=1.5, tip=tip)

    def _block(
        self, place: tuple[float, float], span: tuple[int, int], role: str, scale: _Scale, tip: str, href: str | None
    ) -> None:
        low, high = scale.y(span[0]), scale.y(span[1])
        self.sheet.rect((place[0], high), (place[1], low - high), role, tip=tip, href=href)

    def _told(self, night: NightBar | None) -> str:
        if night is None:
            return self.say("no_data")
        counts = (("launched", night.launched), ("stopped", night.stopped), ("hit", night.hit))
        told = [f"{self.writing.measure(measure)}: {self._count(night, measure, count)}" for measure, count in counts]
        return "; ".join(told)

    def _count(self, night: NightBar, measure: str, count: int | None) -> str:
        if count is None:
            return self.say("no_data")
        number = self.writing.number(count)
        return self.say("at_least", low=number) if measure in night.at_least else number

    def _mean(self, scale: _Scale) -> None:
        """Draw the mean between nights that follow one another; a night without one breaks the line."""
        if self.data.mean_days is None:
            return
        run: list[tuple[float, float]] = []
        for number in range(self.shown):
            night = self.known.get(self.first + timedelta(days=number))
            if night is None or night.mean is None:
                self.sheet.line(run, "mean-line")
                run = []
            else:
                run.append((self._x(night.night) + self.band * 0.4, scale.y(night.mean)))
        self.sheet.line(run, "mean-line")

    def _dates(self, bottom: float) -> None:
        free = self.left - 8
        for day, text in self._days():
            x = self._x(day)
            across = width(text, 10)
            at = min(max(x, self.left), self.right - across)
            if at >= free:
                self.sheet.grid((x, bottom), (x, bottom + 4))
                self.sheet.text((at, bottom + 11), text, size=10, ink="soft")
                free = at + across + 10

    def _days(self) -> Iterator[tuple[date, str]]:
        """Yield the days to be named: the first of each month of a long series, each day of a short one."""
        days = [self.first + timedelta(days=number) for number in range(self.shown)]
        if self.shown <= 120:
            yield from ((day, self.writing.short_day(day)) for day in days)
            return
        months = self.say.list("months_short")
        yield from ((day, f"{months[day.month - 1]} {day.year}") for day in days if day.day == 1)


def _heights(night: NightBar) -> Iterator[float]:
    yield night.launched or 0
    yield (night.stopped or 0) + (night.hit or 0)
    yield night.mean or 0
