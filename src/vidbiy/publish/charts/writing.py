"""Numbers, nights and times as they are written in the language of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from vidbiy.lexicon.tiles import short_name
from vidbiy.lexicon.words import load_words
from vidbiy.publish.charts.data.common import Amount, Caption
from vidbiy.publish.naming import Naming

__all__ = ["Writing"]


class Writing:
    """What is written in pictures, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.say = load_words(language, "charts")
        self._naming = Naming(self.say)

    def number(self, value: float) -> str:
        """Return a number with one decimal at most, none where it is whole."""
        return self._naming.number(value)

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
        return self._naming.measure(key)

    def subject(self, key: str) -> str:
        """Return what a kind of weapon is called, as a line begins."""
        name = self._naming.subject(key)
        return name[:1].upper() + name[1:]

    def place(self, place: str) -> str:
        """Return the short name of a place; of the country, that all its regions are meant."""
        if place == "UA":
            return self.say("all_regions")
        return short_name(place, self.language)

    def day(self, day: date) -> str:
        """Return a date in full."""
        return self._naming.day(day)

    def short_day(self, day: date) -> str:
        """Return a day and its month, short."""
        return f"{day.day} {self.say.list('months_short')[day.month - 1]}"

    def night(self, morning: date) -> str:
        """Return the night that ends on that morning, as it stands within a line."""
        name = self._naming.night(morning)
        return name[:1].lower() + name[1:]

    def clock(self, time: datetime) -> str:
        """Return the hour and minute in Kyiv."""
        return self._naming.time(time, dated=False)

    def moment(self, time: datetime) -> str:
        """Return day and time in Kyiv."""
        return self._naming.time(time)

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
