"""A calendar of nights: weeks as columns, days as rows, the value as a colour step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vidbiy.publish.charts.data.nights import NightCalendar, NightValue
from vidbiy.publish.charts.frame import MARGIN, foot, head, keys
from vidbiy.publish.charts.layout import Plan
from vidbiy.publish.charts.letters import width
from vidbiy.publish.charts.look import Look
from vidbiy.publish.charts.sheet import Sheet
from vidbiy.publish.charts.steps import Steps
from vidbiy.publish.charts.writing import Writing

__all__ = ["calendar"]

_LABELS = 26.0
_LARGEST = 20.0
_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class _Panel:
    """A year or half a year, from its first day to its last."""

    first: date
    last: date

    @property
    def monday(self) -> date:
        return self.first - timedelta(days=self.first.weekday())

    def column(self, day: date) -> int:
        return (day - self.monday).days // 7


def calendar(data: NightCalendar, look: Look) -> Plan:
    """Lay the calendar out: a panel a year, two a year where the picture is narrow."""
    writing, sheet = Writing(look.language), Sheet(look)
    measure = writing.measure(data.measure)
    if data.subject is not None:
        measure = f"{measure}: {writing.subject(data.subject)}"
    title = writing.say("calendar_title", measure=measure)
    within = {night.night: night for night in data.nights if data.first <= night.night <= data.last}
    known = [night.value for night in within.values() if night.value is not None]
    steps = Steps.of(known, data.steps)
    above = bool(steps.limits) and max(known, default=0.0) > steps.limits[-1]
    y = keys(sheet, head(sheet, title), steps.keys(writing, above))
    weeks = 28 if look.narrow else 54
    cell = min(_LARGEST, (look.width - 2 * MARGIN - _LABELS) / weeks)
    drawer = _Drawer(sheet, writing, steps, cell, {found.night for found in data.breaks})
    for panel in _panels(data, look.narrow):
        y = drawer.panel(panel, within, y)
    notes = [
        writing.say("calendar_break", day=writing.day(found.night), label=found.label)
        for found in data.breaks
        if data.first <= found.night <= data.last
    ]
    height = foot(sheet, y, data.caption, writing, notes)
    return Plan(sheet, height, title, _summary(data, within, writing))


def _panels(data: NightCalendar, halves: bool) -> Iterator[_Panel]:
    for year in range(data.first.year, data.last.year + 1):
        bounds = [(1, 1, 6, 30), (7, 1, 12, 31)] if halves else [(1, 1, 12, 31)]
        for month, day, last_month, last_day in bounds:
            first, last = max(date(year, month, day), data.first), min(date(year, last_month, last_day), data.last)
            if first <= last:
                yield _Panel(first, last)


def _summary(data: NightCalendar, within: dict[date, NightValue], writing: Writing) -> str:
    known = [(night.value, day) for day, night in within.items() if night.value is not None]
    missing = (data.last - data.first).days + 1 - len(known)
    if not known:
        return writing.say("calendar_summary_empty", missing=missing)
    high, day = max(known, key=lambda pair: pair[0])
    return writing.say(
        "calendar_summary", known=len(known), missing=missing, high=writing.number(high), day=writing.day(day)
    )


class _Drawer:
    def __init__(self, sheet: Sheet, writing: Writing, steps: Steps, cell: float, breaks: set[date]) -> None:
        self.sheet, self.writing, self.steps, self.cell, self.breaks = sheet, writing, steps, cell, breaks

    def panel(self, panel: _Panel, within: dict[date, NightValue], y: float) -> float:
        """Draw one panel; return where the next begins."""
        self.sheet.text((MARGIN, y + 8), str(panel.first.year), size=12, bold=True)
        left, top = MARGIN + _LABELS, y + 32
        self._months(panel, left, y + 24)
        for weekday, name in enumerate(self.writing.say.list("weekdays_short")):
            if weekday % 2 == 0:
                self.sheet.text((MARGIN, top + (weekday + 0.5) * self.cell), name, size=_SIZE, ink="soft")
        day = panel.first
        for _ in range((panel.last - panel.first).days + 1):
            at = (left + panel.column(day) * self.cell, top + day.weekday() * self.cell)
            self._day(day, within.get(day), at)
            day += timedelta(days=1) if day < date.max else timedelta()
        return top + 7 * self.cell + 12

    def _months(self, panel: _Panel, left: float, y: float) -> None:
        free = left
        for month in range(panel.first.month, panel.last.month + 1):
            first = max(panel.first, date(panel.first.year, month, 1))
            name = self.writing.say.list("months_short")[month - 1]
            across = width(name, _SIZE)
            x = left + panel.column(first) * self.cell
            if x >= free and x + across <= self.sheet.look.width - MARGIN / 2:
                self.sheet.text((x, y), name, size=_SIZE, ink="soft")
                free = x + across + 5

    def _day(self, day: date, night: NightValue | None, at: tuple[float, float]) -> None:
        value = None if night is None else night.value
        said = self.writing.say("no_data") if value is None else self.writing.number(value)
        if night is not None and night.at_least and value is not None:
            said = self.writing.say("at_least", low=said)
        role = "unknown" if value is None else self.steps.role(value)
        size = (self.cell - 1.5, self.cell - 1.5)
        href = None if night is None else night.href
        edge = "unknown-line" if value is None else "line"
        self.sheet.rect(at, size, role, edge=edge, tip=f"{self.writing.night(day)}: {said}", href=href)
        if day in self.breaks:
            x = at[0] - 0.75
            self.sheet.rule((x, at[1] - 1), (x, at[1] + self.cell), "mark", thick=2.5)
