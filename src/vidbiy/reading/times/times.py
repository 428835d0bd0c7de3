"""When it was: the period of each claim, from its sentence, what was told before, and the time of publication.

"Two died on Monday. Five were hurt": both are of Monday. All periods are aware; hours that a text gives are local to
Kyiv unless it says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from vidbiy.model import TimePrecision
from vidbiy.reading.said import Said
from vidbiy.reading.times.dates import read_expressions
from vidbiy.reading.times.live_blog import LiveBlog
from vidbiy.reading.times.periods import KYIV, Expression, Period, Sentence, at_time, day_of, night_of
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["KYIV", "Moments", "Period", "TimeTracker"]

_NOON = time(12)
# "Monday's barrage" is what a story is about, if it is not much older than that.
_ATTACK_AGO = timedelta(days=3)
# The day of a title is what a text is about, if it is not much older than that.
_TITLE_AGO = timedelta(days=7)
# The review of a month is published in the next one.
_REVIEW = timedelta(days=31)
# "the 6,120 recorded in July": so close behind a number stands the month that is its own.
_BESIDE = 4
_STOPS = frozenset(",;.:()")
# What a heading of time is made of: "Tuesday the 13th".
_TIMED = frozenset({"time", "number", "article"})
# A line that is only a heading has no more tokens than this.
_HEADING = 14
# A story's first paragraphs, by their numbers: a correction or a title may stand before the lead.
_LEADS = 1
# A number with its point, which stands as a sentence of its own before a heading.
_NUMBERED = 2


@dataclass(slots=True)
class Moments:
    """The times of one sentence, and the period of what it says without one."""

    named: tuple[Expression, ...]
    default: Period
    own: Period  # of "tonight", "today"
    words: Sequence[str]

    def of(self, first: int) -> Period:
        """Return the period of what stands at token `first`: the last time named before it, else the next one."""
        near = next((one for one in self.named if 0 < one.first - first <= _BESIDE), None)
        if near is not None and near.period is not None and _STOPS.isdisjoint(self.words[first : near.first]):
            return near.period  # "4,050 in August, down from 6,120 in July"
        total = next((one for one in self.named if one.total and ";" not in self.words[first : one.first]), None)
        if total is not None and not any(one.exact or one.total for one in self.named if one is not total):
            return total.period or self.default  # "On Monday he said Russia had used 2,900 drones over the past week"
        before = [one for one in self.named if one.first <= first]
        if before:
            return before[-1].period or self.own
        for one in self.named:
            if ";" not in self.words[first : one.first]:
                return one.period or self.own
        return self.default


class TimeTracker:
    """Follows what time a document speaks of."""

    def __init__(
        self, tokens: Tokens, published: datetime | None, marks: Sequence[Mark], *, capital_months: bool
    ) -> None:
        self._tokens = tokens
        self._published = None if published is None else published.astimezone(KYIV)
        self._local = published  # by the clock of whoever published it
        self._capital_months = capital_months
        self._default = self._own = self._document_period(marks)
        self._blog = LiveBlog(tokens, published)
        self._section: Period | None = None  # of a heading, for the lines below it
        self._carried: Period | None = None  # of the sentence before, in its paragraph
        self._paragraph = -1
        self._behind_number = -1  # where the heading goes on that begins with a number: "2. The strike of 5–6 December"
        self._lead: Expression | None = None  # the day that the text names before it asserts anything
        self._settled = False

    @property
    def published_date(self) -> date | None:
        """The day of publication in Kyiv."""
        return None if self._published is None else self._published.date()

    def _document_period(self, marks: Sequence[Mark]) -> Period:
        published = self._published
        if published is None:
            return Period(None, None, TimePrecision.DAY)
        early = published.time() < _NOON
        if early or any(mark.kind == "time" and mark.value in ("night", "morning") for mark in marks):
            night = night_of(published.date())
            end = max(published, night.end) if night.end is not None else published
            return Period(night.start, end.replace(microsecond=0), TimePrecision.NIGHT)
        return Period(at_time(published.date()), published, TimePrecision.DAY)

    def read(self, said: Said, start: int) -> Moments:
        """Return the times that a sentence speaks of from token `start` on."""
        words, line, marks = self._tokens.words, said.line, said.marks
        if start > line.first:
            marks = [mark for mark in marks if mark.first >= start]
        if self._published is None:
            period = self._without_publication(said, marks) or self._default
            return Moments((), period, period, words)
        if line.opens and line.last - line.first <= _NUMBERED and words[line.first].isdecimal():
            self._behind_number = line.last
        opens = line.paragraph != self._paragraph
        if opens:
            self._paragraph, self._carried = line.paragraph, None
        named: tuple[Expression, ...] = ()
        if "time" in said.kinds or "date" in said.values:
            sentence = Sentence(self._tokens, line, marks, self._published, self._capital_months)
            named = tuple(read_expressions(sentence))
        stamped = "number" in said.kinds and self._blog.enter(line, marks, named, self._section)
        if opens and not stamped:
            self._blog.leave()
        if "time" in said.kinds or "date" in said.values:
            self._note(line, marks, named)
        if said.assertions:
            self._settle()
        return self._moments(said, named)

    def head(self, tokens: Tokens, line: Line, marks: Sequence[Mark]) -> None:
        """Take the day or the month that a title names, if it is not long past, for that of the text."""
        if self._published is None:
            return
        for one in read_expressions(Sentence(tokens, line, marks, self._published, self._capital_months)):
            end = one.period.end if one.exact and one.period is not None else None
            if self._is_reviewed(one) or (end is not None and self._published - end <= _TITLE_AGO):
                self._lead = one
                return

    def _moments(self, said: Said, named: tuple[Expression, ...]) -> Moments:
        """Return the times of a sentence, with that of what it tells without one."""
        entry, words = self._blog.entry, self._tokens.words
        default = entry or self._carried or self._section or self._default
        if not named and default is self._default and self._follows(said):
            default = self._own
        # "Today" in an entry of a live blog is the entry's day; everywhere else it is that of publication.
        earlier = entry is None and _ends_before(default, self._own)
        return Moments(named, default, self._own if earlier or _is_older(default, self._own) else default, words)

    def _follows(self, said: Said) -> bool:
        """Tell whether a sentence speaks of the night between the evening that the story is of and its publication."""
        end, own = self._default.end, self._own
        night = own.precision is TimePrecision.NIGHT and any(mark.value == "night" for mark in said.marks)
        return night and end is not None and own.start is not None and end.date() == own.start.date()

    def _note(self, line: Line, marks: Sequence[Mark], named: Sequence[Expression]) -> None:
        """Take note of what the sentence leaves for the next ones: a heading's day, older things that go on."""
        opens = line.opens or line.first == self._behind_number
        if opens and all(_covered(self._tokens, line, marks)):
            stamped = any(mark.kind == "number" and mark.value == "clock" for mark in marks)
            dated = named[-1].period if named and named[-1].exact and not stamped else None
            self._section = _of_heading(marks, self._published) or dated or self._section
        if not named:
            return
        last = named[-1]
        if not self._settled or line.paragraph <= _LEADS:
            month = next((one for one in named if not self._settled and self._is_reviewed(one)), None)
            self._take_lead(month or _told_day(named, marks))
        whole = opens and (line.last >= len(self._tokens.words) or self._tokens.words[line.last] == "\n")
        if whole and last.exact and line.last - line.first <= _HEADING and not _tells(self._tokens, line, marks):
            # The day of publication says no more than the document's own time, which has its night too.
            today = last.period is None or _is_day(last.period, self.published_date)
            self._section = last.period if not today else self._own if line.heads else None
        summed = last.period is not None and last.period.precision is TimePrecision.MONTH and line.first == 0
        if whole and summed and line.last - line.first <= _HEADING and not _tells(self._tokens, line, marks):
            self._section = last.period  # "Лютий у небі: підсумки"
        last = _told_day(named, marks)
        self._carried = last.period if self._goes_on(last) else None
        for one in named:
            if one.period is not None and self._is_of_attack(one, marks):
                self._widen(one.period)

    def _goes_on(self, named: Expression) -> bool:
        """Tell whether the next sentences of the paragraph are of the same time: an older one, or a day before today's."""
        period, own = named.period, self._default
        if period is None or period.background:
            return period is not None
        day = named.exact and period.precision in (TimePrecision.DAY, TimePrecision.HOUR, TimePrecision.MINUTE)
        return day and period.end is not None and own.start is not None and period.end.date() < own.start.date()

    def _is_of_attack(self, named: Expression, marks: Sequence[Mark]) -> bool:
        """Tell whether a day is that of the attack spoken of: "Monday's barrage"."""
        if not self._tokens.words[named.last - 1].endswith("'s"):
            return False
        return any(
            mark.kind == "role" and mark.value == "alarm" and 0 <= mark.first - named.last <= 1 for mark in marks
        )

    def _widen(self, period: Period) -> None:
        """Let what is told without a time be of an earlier day too."""
        start, default = period.start, self._default
        if start is not None and default.start is not None and start < default.start <= start + _ATTACK_AGO:
            self._default = Period(start, default.end, TimePrecision.DAY)

    def _take_lead(self, named: Expression) -> None:
        """Take the day that a text begins with; where that is yesterday, what is told may be of the night too."""
        period = named.period
        if named.exact or self._is_reviewed(named):
            self._lead = named
        elif period is not None and period.precision is TimePrecision.DAY and not named.total:
            self._widen(period)

    def _is_reviewed(self, named: Expression) -> bool:
        """Tell whether a month ended so shortly before publication that the text may be its review."""
        period, published = named.period, self._published
        if named.total or period is None or period.end is None or published is None:
            return False
        return period.precision is TimePrecision.MONTH and period.end < published <= period.end + _REVIEW

    def _settle(self) -> None:
        """Take note that a sentence asserts something: the day or month named by then is that of the whole story."""
        if self._settled:
            return
        self._settled = True
        lead = self._lead.period if self._lead is not None else None
        if lead is None or lead.precision is TimePrecision.OPEN or lead.end is None or self._default.end is None:
            return
        if lead.end.date() < self._default.end.date():
            self._default = lead

    def _without_publication(self, said: Said, marks: Sequence[Mark]) -> Period | None:
        """Read a date with its year where the time of publication is not known."""
        line, words = said.line, self._tokens.words
        years = "time" in said.kinds and any(
            len(word) == 4 and word.isdecimal() for word in words[line.first : line.last]
        )
        if not years and "date" not in said.values:
            return None
        sentence = Sentence(self._tokens, line, marks, datetime.now(UTC).astimezone(KYIV), self._capital_months)
        for expression in read_expressions(sentence):
            digits = words[expression.first].count(".") == 2
            if expression.exact and (years or digits):
                return expression.period
        return None


def _told_day(named: Sequence[Expression], marks: Sequence[Mark]) -> Expression:
    """Return the last time named, but not the day on which it was only said: "in August, the mission said today"."""
    last = named[-1]
    said = any(mark.kind == "report" and 0 <= last.first - mark.last <= 1 for mark in marks)
    if last.period is not None or not said:
        return last
    return next((one for one in reversed(named) if one.period is not None), last)


def _is_older(period: Period, own: Period) -> bool:
    """Tell whether a period is so long before the document's own that "tonight" cannot be in it."""
    return period.end is not None and own.start is not None and period.end + _ATTACK_AGO < own.start


def _ends_before(period: Period, own: Period) -> bool:
    """Tell whether a period ends on a day before that of the document's own."""
    return period.end is not None and own.end is not None and period.end.date() < own.end.date()


def _is_day(period: Period, day: date | None) -> bool:
    return period.precision is TimePrecision.DAY and period.start is not None and period.start.date() == day


def _tells(tokens: Tokens, line: Line, marks: Sequence[Mark]) -> bool:
    """Tell whether a line is a sentence that counts something, no heading ("The strike of 5–6 December")."""
    if any(mark.kind == "number" and mark.value == "count" and mark.number is not None for mark in marks):
        return tokens.words[line.last - 1] in (".", "!") or any(mark.kind == "action" for mark in marks)
    return tokens.words[line.last - 1] in (".", "!") and any(mark.kind == "action" for mark in marks)


def _covered(tokens: Tokens, line: Line, marks: Sequence[Mark]) -> Iterator[bool]:
    """Yield for each word of a line whether it is one of time."""
    timed = {at for mark in marks if mark.kind in _TIMED for at in range(mark.first, mark.last)}
    return (at in timed for at in range(line.first, line.last) if tokens.words[at][0].isalnum())


def _of_heading(marks: Sequence[Mark], published: datetime | None) -> Period | None:
    """Return the day of a heading that is a weekday ("Четверг."): the last one of its name, however far back."""
    days = [mark for mark in marks if mark.kind == "time" and mark.value == "weekday"]
    if published is None or len(days) != 1:
        return None
    back = (published.weekday() - int(days[0].attributes["number"])) % 7
    return day_of(published.date() - timedelta(days=back))
