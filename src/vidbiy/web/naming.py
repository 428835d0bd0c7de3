"""What things are called, in the language of the page: measures and subjects, places, sources, amounts, times."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from vidbiy.lexicon.places import Gazetteer
from vidbiy.model import Attack, Claim, TimePrecision, Wave
from vidbiy.reconcile import Record
from vidbiy.web.words import LANGUAGES, Words

__all__ = ["KYIV", "Naming", "gazetteer"]

KYIV = ZoneInfo("Europe/Kyiv")


@cache
def gazetteer() -> Gazetteer:
    """Return the places, with their names in the languages of the pages."""
    return Gazetteer.load(LANGUAGES)


class Naming:
    """The names of things in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._locale = words.locale

    # ---- What is counted

    def measure(self, measure: str) -> str:
        """Return what a measure is called."""
        return self._words(f"measure.{measure}")

    def subject(self, subject: str) -> str:
        """Return what is counted; of a path without words of its own, those of the nearest above it."""
        path = subject
        while f"subject.{path}" not in self._words and "." in path:
            path = path.rpartition(".")[0]
        return self._words(f"subject.{path}") if f"subject.{path}" in self._words else subject

    def what(self, measure: str, subject: str, effect: str | None = None) -> str:
        """Return measure and subject: "shot down: drones"."""
        said = self.measure(measure)
        if subject not in {"alert", "area.location", "area.target", "statement", "customer"}:
            said = self._words("what", measure=said, subject=self.subject(subject))
        return f"{said}, {self._words(f'effect.{effect}')}" if effect else said

    # ---- How many

    def number(self, value: int) -> str:
        """Return a whole number with its thousands apart."""
        return str(format_decimal(value, locale=self._locale))

    def amount(
        self, low: int | None, high: int | None, *, approx: bool = False, of: int | None = None, unit: str = "1"
    ) -> str:
        """Return an interval as one says it: 539, at least 8, up to 17, 3–5, 6 of 10."""
        said = self._interval(low, high)
        if approx:
            said = self._words("amount.about", number=said)
        if of is not None:
            said = self._words("amount.of", number=said, whole=self.number(of))
        return self._words("amount.hours", number=said) if unit == "h" else said

    def _interval(self, low: int | None, high: int | None) -> str:
        if low is None:
            return self._words("amount.none") if high is None else self._words("amount.up_to", number=self.number(high))
        if low == high:
            return self.number(low)
        if high is None:
            return self._words("amount.at_least", number=self.number(low))
        if low == 0:
            return self._words("amount.up_to", number=self.number(high))
        return f"{self.number(low)}–{self.number(high)}"

    def duration(self, seconds: int) -> str:
        """Return a length of time in hours and minutes."""
        hours, minutes = divmod(round(seconds / 60), 60)
        return self._words("time.duration", hours=hours, minutes=f"{minutes:02}")

    # ---- Where and who

    def place(self, place: str | None) -> str:
        """Return a place with the region that it lies in."""
        if not place:
            return self._words("place.none")
        region, dot, _ = place.partition(".")
        return f"{self._place(place)}, {self._place(region)}" if dot else self._place(region)

    def _place(self, place: str) -> str:
        found = gazetteer().get(place)
        return place if found is None else found.name(self._words.language)

    def source(self, source: str | None) -> str:
        """Return what a source or speaker is called; its id where it has no words."""
        if not source:
            return self._words("source.none")
        if f"source.{source}" in self._words:
            return self._words(f"source.{source}")
        office, _, where = source.partition("-")
        if office in {"oma", "gov"} and where:
            return self._words(f"office.{office}", place=self._place(where))
        return source

    def sources(self, record: Record) -> dict[str, str]:
        """Return what the sources of a record are called, by their ids."""
        ids = {report.source for report in record.reports if report.source}
        ids |= {origin for figure in record for origin in figure.origins if not origin.startswith("document:")}
        return {id: self.source(id) for id in sorted(ids)}

    def hours(self, start: datetime, end: datetime) -> str:
        """Return a period of a day or so: both ends with their dates, the zone once."""
        first, last = start.astimezone(KYIV), end.astimezone(KYIV)
        return self._words(
            "time.hours",
            first_day=str(format_date(first, "d MMMM", locale=self._locale)),
            first=self.time(first, dated=False),
            last_day=str(format_date(last, "d MMMM", locale=self._locale)),
            last=self.time(last, dated=False),
        )

    def origin(self, origin: str) -> str:
        """Return who an origin is: a speaker, or a document that nobody else speaks in."""
        kind, _, id = origin.partition(":")
        return self._words("origin.document", id=id) if kind == "document" else self.source(origin)

    # ---- When

    def day(self, day: date) -> str:
        """Return a date in full."""
        return str(format_date(day, "d MMMM y", locale=self._locale))

    def attack(self, attack: Attack) -> str:
        """Return what an attack is called: by its country and night, or day."""
        by_day = attack.wave is Wave.DAY
        said = self._words("attack.day", day=self.day(attack.date)) if by_day else self.night(attack.date)
        return said if attack.country == "UA" else f"{said}, {self._place(attack.country)}"

    def night(self, morning: date) -> str:
        """Return what a night is called, by its two dates."""
        evening = morning - timedelta(days=1)
        same = evening.month == morning.month
        first = str(format_date(evening, "d" if same else "d MMMM", locale=self._locale))
        return self._words("attack.night", first=first, last=self.day(morning))

    def time(self, moment: datetime, *, dated: bool = True) -> str:
        """Return a moment in Kyiv time, to the minute."""
        local = moment.astimezone(KYIV)
        clock = str(format_time(local, "HH:mm", locale=self._locale))
        return self._words("time.full", day=self.day(local.date()), time=clock) if dated else clock

    def period(self, claim: Claim) -> str:
        """Return the time that a claim is about, as exactly as its text gives it."""
        if claim.time_precision is TimePrecision.NIGHT and claim.end is not None:
            return self.night(claim.end.astimezone(KYIV).date())
        if claim.start is None:
            return "–" if claim.end is None else self._words("time.until", time=self._moment(claim, claim.end))
        if claim.time_precision is TimePrecision.OPEN or claim.end is None:
            return self._words("time.since", time=self._moment(claim, claim.start))
        first, last = self._moment(claim, claim.start), self._moment(claim, claim.end - timedelta(seconds=1))
        return first if first == last else f"{first} – {last}"

    def _moment(self, claim: Claim, moment: datetime) -> str:
        if claim.time_precision in {TimePrecision.MINUTE, TimePrecision.HOUR}:
            return self.time(moment)
        return self.day(moment.date())
