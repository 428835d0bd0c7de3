"""Numbers, nights and times as they are written in the language of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from vidbiy.lexicon.tiles import short_name
from vidbiy.lexicon.wording import load_wording
from vidbiy.publish.charts.data import Amount, Caption

__all__ = ["KYIV", "Writing"]

KYIV = ZoneInfo("Europe/Kyiv")


class Writing:
    """What is written in pictures, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.say = load_wording("charts", language)

    def number(self, value: float) -> str:
        """Return a number with one decimal at most, none where it is whole."""
        text = f"{value:,.1f}".removesuffix(".0")
        return text.replace(",", "\0").replace(".", self.say("decimal")).replace("\0", self.say("thousands"))

    def amount(self, amount: Amount | None) -> str:
        """Return a quantity with its bounds; the words for unknown where there is none."""
        if amount is None:
            return self.say("no_data")
        low = self.number(amount.low)
        if amount.high is None:
            return self.say("at_least", low=low)
        if amount.approx:
            return self.say("about", low=low)
        return low if amount.low == amount.high else self.say("range", low=low, high=self.number(amount.high))

    def measure(self, key: str) -> str:
        """Return what a measure is called."""
        return self.say.name("measures", key)

    def subject(self, key: str) -> str:
        """Return what a kind of weapon is called."""
        return self.say.name("subjects", key)

    def place(self, place: str) -> str:
        """Return the short name of a place; of the country, that all its regions are meant."""
        if place == "UA":
            return self.say("all_regions")
        return short_name(place, self.language)

    def day(self, day: date) -> str:
        """Return a date in full."""
        return self.say("day", day=day.day, month=self.say.list("months")[day.month - 1], year=day.year)

    def short_day(self, day: date) -> str:
        """Return a day and its month, short."""
        return f"{day.day} {self.say.list('months_short')[day.month - 1]}"

    def night(self, morning: date) -> str:
        """Return the night that ends on that morning."""
        months = self.say.list("months")
        before = morning - timedelta(days=1) if morning > date.min else morning
        first = str(before.day) if before.month == morning.month else f"{before.day} {months[before.month - 1]}"
        return self.say("night", before=first, day=morning.day, month=months[morning.month - 1], year=morning.year)

    def clock(self, time: datetime) -> str:
        """Return the hour and minute in Kyiv."""
        return f"{time.astimezone(KYIV):%H:%M}"

    def moment(self, time: datetime) -> str:
        """Return day and time in Kyiv."""
        return self.say("kyiv_time", day=self.day(time.astimezone(KYIV).date()), time=self.clock(time))

    def listed(self, words: Sequence[str], limit: int) -> str:
        """Return the words with commas, and how many more there are after `limit` of them."""
        shown = ", ".join(words[:limit])
        return shown if len(words) <= limit else f"{shown} {self.say('and_more', count=len(words) - limit)}"

    def caption(self, caption: Caption) -> list[str]:
        """Return the lines below a picture: sources, as-of time, the note."""
        names = self.listed(caption.sources, 12)
        known = self.say("sources", names=names) if names else self.say("source_unknown")
        moment = caption.as_of
        time = self.say("as_of_unknown") if moment is None else self.say("as_of", time=self.moment(moment))
        return [f"{known}. {time}.", *([] if caption.note is None else [caption.note])]
