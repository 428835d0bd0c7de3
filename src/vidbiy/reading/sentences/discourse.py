"""Discourse: what the sentences so far leave behind for those that lean on them ("Two of them were shot down")."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.words.annotation import Mark

__all__ = ["Discourse"]

# What tells that a text speaks of the railway.
_RAILWAY = frozenset({"ua-railways", "site.rail", "object.train", "service.rail", "person.rail_worker"})
# What tells that a paragraph speaks of energy.
_POWER = frozenset({"ukrenergo", "dtek", "ua-energy-ministry", "site.energy", "service.power"})


@dataclass(slots=True)
class Discourse:
    """What the sentences so far leave behind for those that lean on them."""

    weapon: str = ""  # the weapon that a bare number stands for; empty where none was named
    launched: list[str] = field(default_factory=list)  # the weapons of the last list of what was launched
    weapon_measure: str | None = None
    header: Mark | None = None  # the action of a line that ends with a colon
    header_subject: str | None = None
    header_paragraph: int = -1
    asked: bool = False  # the heading is a question ("How many died?")
    counter_paragraph: int = -1  # the paragraph under a title that names who counts weapons ("What the air force says")
    counter: bool = False  # the document is of one who counts weapons
    struck: bool = False  # a strike or an attack has been spoken of
    listing: bool = False  # a line with a colon and no verb of ours opened the list ("Радари побачили:")
    last: list[Assertion] = field(default_factory=list)
    dark_paragraph: int = -2  # the last paragraph that spoke of a power cut
    railway: bool = False  # the text has spoken of trains, so that a depot is the railway's
    aviation: bool = False  # and of airports, so that flights are those of aeroplanes
    power_paragraph: int = -1  # the last paragraph that spoke of energy, so that a plant is a power plant
    site: str = ""  # the site that "the building" stands for; empty where none was named
    site_paragraph: int = -2
    deed: Mark | None = None  # the last verb that was counted by, where the sentence before had one
    deed_paragraph: int = -2
    drill_paragraph: int = -1  # the last paragraph that spoke of an exercise: nothing in it took place
    pending: list[Quantity] = field(default_factory=list)  # the numbers of a sentence that has nothing else
    told: set[tuple[str, str]] = field(default_factory=set)  # the measures and subjects of what was asserted of one

    def hear(self, marks: Sequence[Mark], values: AbstractSet[str], paragraph: int) -> None:
        """Take in what a sentence of `paragraph` speaks of, by its `marks` and their `values`, also where it asserts nothing.

        A station beside a power plant is that: "Дніпровська ГЕС … будівля станції".
        """
        self.aviation = self.aviation or "service.air" in values
        if not _POWER.isdisjoint(values):
            self.power_paragraph = paragraph
        if not self.railway and not _RAILWAY.isdisjoint(values):
            powered = self.power_paragraph == paragraph
            self.railway = any(
                mark.value in _RAILWAY and not (powered and mark.attributes.get("plant")) for mark in marks
            )
