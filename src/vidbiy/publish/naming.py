"""What things are called, how many there are, and when: in the language of what is published."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel.dates import format_time
from babel.numbers import format_decimal

from vidbiy.lexicon.countries import KYIV
from vidbiy.lexicon.names import Names
from vidbiy.lexicon.words import Words
from vidbiy.model import Attack, Claim, TimePrecision, Wave
from vidbiy.reconcile import Record
from vidbiy.reconcile.sirens import NightAlerts

__all__ = ["Naming"]


class Naming(Names):
    """The names of things in one language, with its numbers and times."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._locale = words.locale

    # ---- How many

    def number(self, value: float) -> str:
        """Return a number with its thousands apart, and with one decimal at most."""
        return str(format_decimal(value, "#,##0.#", locale=self._locale))

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

    # ---- Who

    def sources(self, record: Record, alerts: NightAlerts | None = None) -> dict[str, str]:
        """Return what the sources of a record, and of its alerts, are called, by their ids."""
        ids = record.sources() | (set() if alerts is None else alerts.sources())
        return {id: self.source(id) for id in sorted(ids)}

    # ---- When

    def day(self, day: date) -> str:
        """Return a date in full."""
        return self._words.day(day)

    def attack(self, attack: Attack) -> str:
        """Return what an attack is called: by its country and night, or day."""
        by_day = attack.wave is Wave.DAY
        said = self._words("attack.day", day=self.day(attack.date)) if by_day else self.night(attack.date)
        return said if attack.country == "UA" else f"{said}, {self._place(attack.country)}"

    def night(self, morning: date) -> str:
        """Return what a night is called, by its two dates."""
        evening = morning - timedelta(days=1)
        same = evening.month == morning.month
        first = self._words.day(evening, "d" if same else "d MMMM")
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
