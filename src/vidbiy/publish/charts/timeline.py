"""The night as a timeline: alerts by place as bars, reports as ticks, the first alert and the all-clear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from vidbiy.lexicon.countries import KYIV
from vidbiy.publish.charts.data.timeline import AlertBar, AlertRow, NightTimeline
from vidbiy.publish.charts.frame import MARGIN, Key, Label, foot, head, keys, lanes, lines
from vidbiy.publish.charts.layout import Plan
from vidbiy.publish.charts.letters import clean, fit, width
from vidbiy.publish.charts.look import Look
from vidbiy.publish.charts.sheet import Sheet
from vidbiy.publish.charts.writing import Writing

__all__ = ["timeline"]

_HOURS = (1, 2, 3, 6, 12, 24, 48, 96, 192, 384, 768)
_TICK_ROOM = 42  # pixels that "00:00" takes with air around it
_NAMED = 6


def timeline(data: NightTimeline, look: Look) -> Plan:
    """Lay a night out."""
    return _Timeline(data, look).plan()


class _Timeline:
    def __init__(self, data: NightTimeline, look: Look) -> None:
        self.data, self.look = data, look
        self.writing = Writing(look.language)
        self.say = self.writing.say
        self.sheet = Sheet(look)
        # In UTC: two times of one zone are subtracted by their wall clocks, which jump twice a year.
        self.start, self.end = data.start.astimezone(UTC), data.end.astimezone(UTC)
        self.size = 10.5 if look.narrow else 12.0
        self.row = 15.0 if look.narrow else 18.0
        names = [*(self._name(row) for row in data.rows), self._reported()]
        wanted = max((width(name, self.size) for name in names), default=0.0)
        self.names = min(wanted, look.width * 0.32)
        self.left = MARGIN + self.names + 8
        self.right = look.width - MARGIN

    def plan(self) -> Plan:
        """Draw from top to bottom."""
        data = self.data
        title = self.say("timeline_title", night=self.writing.night(data.night))
        y = keys(self.sheet, head(self.sheet, title), self._legend())
        empty = [] if data.rows else [self.say("timeline_empty")]
        y = lines(self.sheet, y + 6, empty, ink="ink", size=12) if empty else self._plot(y)
        height = foot(self.sheet, y, data.caption, self.writing, self._notes())
        return Plan(self.sheet, height, title, self._summary())

    # --- words ---

    def _name(self, row: AlertRow) -> str:
        return clean(self.writing.place(row.place) if row.label is None else row.label)

    def _legend(self) -> Iterator[Key]:
        yield Key(self.say("alert_whole"), "alert")
        yield Key(self.say("alert_part"), "alert-part")
        yield Key(self.say("no_data"), "unknown", edge="unknown-line")
        if any(bar.end_guessed for row in self.data.rows for bar in row.bars):
            yield Key(self.say("end_guessed"), "alert", "diamond")
        if self.data.reports:
            yield Key(self.say("report"), "report", "tick")

    def _notes(self) -> list[str]:
        silent = [self._silent(self._name(row), spans) for row in self.data.rows if (spans := self._unknown(row))]
        return [self.say("silent", list=self.writing.listed(silent, _NAMED))] if silent else []

    def _silent(self, name: str, spans: list[tuple[datetime, datetime]]) -> str:
        start, end = spans[0]
        if start <= self.data.start and end >= self.data.end:
            return self.say("silent_all", place=name)
        if len(spans) == 1 and end < self.data.end:
            clocks = {"start": self.writing.clock(start), "end": self.writing.clock(end)}
            return self.say("silent_between", place=name, **clocks)
        return self.say("silent_since", place=name, time=self.writing.clock(spans[-1][0]))

    def _reported(self) -> str:
        reports = self.data.reports
        return self.say("reports_unknown") if reports is None else self.say("reports", count=len(reports))

    def _summary(self) -> str:
        alerts = sum(bool(row.bars) for row in self.data.rows)
        silent = sum(bool(row.silences) for row in self.data.rows)
        reports = self.say("no_data") if self.data.reports is None else len(self.data.reports)
        return self.say("timeline_summary", alerts=alerts, rows=len(self.data.rows), reports=reports, silent=silent)

    # --- marks ---

    def _x(self, time: datetime) -> float:
        """Return where a time stands; elapsed time, so that a night across a clock change keeps its true length."""
        share = (time.astimezone(UTC) - self.start) / (self.end - self.start)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def _plot(self, y: float) -> float:
        top = lanes(self.sheet, y, self._moments(), (self.left, self.right)) + 4
        reports = 0.0 if self.data.reports == () else self.row + 4
        bottom = top + reports + self.row * len(self.data.rows)
        self._hours(top, bottom)
        if reports:
            self._reports(top)
        for number, row in enumerate(self.data.rows):
            self._row(row, top + reports + number * self.row)
        for time in self._marked():
            self.sheet.rule((self._x(time), top), (self._x(time), bottom), "mark", thick=1.5, dashed=True)
        return bottom + 18

    def _marked(self) -> list[datetime]:
        as_of = self.data.caption.as_of
        early = as_of is not None and self.data.start <= as_of < self.data.end
        times = (self.data.first_alert, self.data.all_clear, as_of if early else None)
        return [time for time in times if time is not None]

    def _moments(self) -> list[Label]:
        data = self.data
        as_of = data.caption.as_of
        shown = as_of if as_of in self._marked() else None
        marks = (("first_alert", data.first_alert), ("all_clear", data.all_clear), ("as_of_mark", shown))
        return [
            Label(self._x(time), self.say(key, time=self.writing.clock(time)))
            for key, time in marks
            if time is not None
        ]

    def _hours(self, top: float, bottom: float) -> None:
        room = (self.right - self.left) / ((self.end - self.start) / timedelta(hours=1))
        step = next((hours for hours in _HOURS if hours * room >= _TICK_ROOM), _HOURS[-1])
        across = width("00:00", 10)
        free = self.left
        hour = self.start.replace(minute=0, second=0, microsecond=0)
        while hour <= self.end:
            x = self._x(hour)
            at = min(max(x, self.left + across / 2), self.right - across / 2)
            if hour >= self.start and hour.astimezone(KYIV).hour % min(step, 24) == 0 and at - across / 2 >= free:
                self.sheet.grid((x, top), (x, bottom + 3))
                self.sheet.text((at, bottom + 11), self.writing.clock(hour), size=10, ink="soft", align="center")
                free = at + max(across / 2 + 6, (step - 2) * room if step > 24 else 0)
            hour += timedelta(hours=1)

    def _reports(self, top: float) -> None:
        reports, label = self.data.reports, self._reported()
        self.sheet.text(
            (self.left - 8, top + self.row / 2),
            fit(label, self.names, self.size),
            size=self.size,
            ink="soft",
            align="right",
        )
        if reports is None:
            self.sheet.rect((self.left, top + 2), (self.right - self.left, self.row - 4), "unknown", tip=label)
            return
        for report in reports:
            if self.data.start <= report.time <= self.data.end:
                x = self._x(report.time)
                tip = f"{self.writing.clock(report.time)} {report.label}"
                self.sheet.rule((x, top + 1), (x, top + self.row - 1), "report", thick=1.5, tip=tip)

    def _row(self, row: AlertRow, y: float) -> None:
        name, middle = self._name(row), y + self.row / 2
        self.sheet.text((self.left - 8, middle), fit(name, self.names, self.size), size=self.size, align="right")
        self.sheet.grid((self.left, middle), (self.right, middle), "quiet")
        for start, end in self._unknown(row):
            self._silence(row, start, end, y)
        for bar in row.bars:
            self._bar(name, bar, self._heard(row, bar), y)

    def _unknown(self, row: AlertRow) -> list[tuple[datetime, datetime]]:
        """Return the silences that reach into the picture, those that touch united."""
        united: list[tuple[datetime, datetime]] = []
        for silence in sorted(row.silences, key=lambda silence: silence.start):
            start, end = silence.start, self.data.end if silence.end is None else silence.end
            if end <= self.data.start or start >= self.data.end:
                continue
            if united and start <= united[-1][1]:
                start, end = united[-1][0], max(united.pop()[1], end)
            united.append((start, end))
        return united

    def _silence(self, row: AlertRow, start: datetime, end: datetime, y: float) -> None:
        left, right = self._x(start), self._x(end)
        bounded = start <= self.data.start or end < self.data.end
        text = self.say("no_data") if bounded else self.say("no_data_since", time=self.writing.clock(start))
        tip = self._silent(self._name(row), [(start, end)])
        self.sheet.rect(
            (left, y + 2), (max(right - left, 1), self.row - 4), "unknown", tip=self.say("silent", list=tip)
        )
        # Where alerts are known all the same, the label stands behind them.
        heard = (self._heard(row, bar) for bar in row.bars if bar.start < end)
        free = max((self._x(time) + 4 for time in heard if time > start), default=left)
        across = width(text, 10) + 8
        if right - free >= across:
            self.sheet.plate((free + across / 2, y + self.row / 2), text)

    def _bar(self, name: str, bar: AlertBar, end: datetime, y: float) -> None:
        if bar.start >= self.data.end or (bar.end is not None and bar.end <= self.data.start):
            return
        left, right = self._x(bar.start), self._x(end)
        until = self.say("still_on") if bar.end is None else self.writing.clock(bar.end)
        tip = self.say("bar_tip", place=name, start=self.writing.clock(bar.start), end=until)
        if bar.end_guessed:
            tip = f"{tip} ({self.say('end_guessed')})"
        role = "alert" if bar.whole else "alert-part"
        self.sheet.rect((left, y + 3), (max(right - left, 1.5), self.row - 6), role, tip=tip)
        if bar.end_guessed and end <= self.data.end:
            self.sheet.diamond((right, y + self.row / 2), role, tip=tip)

    def _heard(self, row: AlertRow, bar: AlertBar) -> datetime:
        """Return how far a bar is drawn: an alert without an end is known to go on as far as its feed was heard."""
        if bar.end is not None:
            return bar.end
        as_of = self.data.caption.as_of
        ends = [silence.start for silence in row.silences if silence.start >= bar.start]
        return max(bar.start, min([*ends, self.data.end, *([] if as_of is None else [as_of])]))
