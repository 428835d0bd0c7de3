"""The place of what a sentence tells without naming one: that of its speaker, of its line, of what was spoken of last.

"Rescuers pulled five people out" after two paragraphs on one district; "the toll rose to 12", says the region's head.
"""

from __future__ import annotations

from vidbiy.reading.assertions import Assertion
from vidbiy.reading.places.atlas import country_of
from vidbiy.reading.places.nearness import AIR_DEFENCE, NATIONAL_SPEAKERS, Scene
from vidbiy.reading.places.spoken import COUNTRYWIDE, Spoken
from vidbiy.reading.words.annotation import Mark

__all__ = ["Unnamed"]

# Who is got out, or looked for, is under the rubble of the one district that a story tells of.
_UNDER_RUBBLE = frozenset({"rescued", "missing"})
# Words by which an office sums up.
_WHOLE = frozenset({"total", "past_day"})
# Who runs what all towns are supplied by: beside a town too, it speaks of the country.
_OF_THE_GRID = frozenset({"ukrenergo", "ua-energy-ministry"})
# What an office counts over all that is its own, unless it speaks of a town of it.
_OVER_ALL = AIR_DEFENCE - {"launched"} | {"alert_duration"}

_SIDES = frozenset({"UA", "RU"})


class Unnamed:
    """Places what a sentence tells without naming where."""

    def __init__(self, spoken: Spoken) -> None:
        self._spoken, self._atlas = spoken, spoken.atlas
        self._tolls: set[str] = set()  # where people were counted so far

    def note(self, assertion: Assertion, place: str | None) -> None:
        """Take note of where an assertion was placed."""
        if place is not None and assertion.subject.startswith("person"):
            self._tolls.add(place)

    def place(self, assertion: Assertion, scene: Scene, country: str) -> str:
        """Return what the text speaks of where a sentence names no place: the line's, the speaker's, the last."""
        spoken, office = self._spoken, scene.office
        current = spoken.here()
        if country not in _SIDES and current is not None and country_of(current) != country:
            return country  # Poland's ministry, in a story that spoke of Lviv last
        if office is not None and self._sums_up(scene):
            of_town = spoken.home is not None and self._atlas.city_of(spoken.home) is not None
            return office if "-" in office else country if of_town else spoken.home or country
        if office is None or "-" not in office:
            return self._without_office(assertion, scene, country)
        alert = assertion.measure == "alert_duration"
        over_all = assertion.measure in _OVER_ALL and spoken.local and (alert or not spoken.named_here)
        if current is None or over_all or self._counts_over_all(assertion, scene, current, office):
            return self._toll_of(office, assertion, scene)
        if current != office and self._atlas.within(current, office):
            return current
        own = current == office or scene.attributed or scene.quoted or self._atlas.within(office, current)
        return self._toll_of(office, assertion, scene) if own else current

    def _toll_of(self, office: str, assertion: Assertion, scene: Scene) -> str:
        """Return the one town of a post's region where people were counted so far: there their number goes on."""
        if (
            not self._spoken.local
            or self._atlas.city_of(office) is not None
            or not _WHOLE.isdisjoint(scene.said.values)
        ):
            return office
        towns = {place for place in self._tolls if place == office or self._atlas.within(place, office)}
        town = towns.pop() if len(towns) == 1 and assertion.subject.startswith("person") else office
        return office if self._atlas.city_of(town) is None else town

    def _counts_over_all(self, assertion: Assertion, scene: Scene, current: str, office: str) -> bool:
        """Tell whether an office counts over all that is its own, whatever part of it was spoken of before."""
        if scene.attributed and "past_day" in scene.said.values:
            return True  # the head of an oblast sums up its day
        mayor = self._atlas.city_of(current) == office
        if not mayor or not (scene.attributed or scene.quoted) or self._spoken.of_paragraph:
            return False
        return assertion.subject.startswith("person") or not self._spoken.in_the_district

    def _recalls(self, scene: Scene) -> bool:
        """Tell whether a paragraph turns to another time ("In July 286 died"), in a story of no one town."""
        spoken = self._spoken
        if any(mark.kind == "site" and self._is_definite(mark, scene) for mark in scene.said.marks):
            return False  # "The hospital was last hit in March 2023, when a rocket killed two"
        return (
            scene.recalled
            and (spoken.home is None or spoken.led)
            and not scene.mentions
            and spoken.so_far.several
            and not spoken.named_here
        )

    def _is_definite(self, noun: Mark, scene: Scene) -> bool:
        return any(
            mark.kind == "article" and mark.value == "definite" and mark.last == noun.first for mark in scene.said.marks
        )

    def _sums_up(self, scene: Scene) -> bool:
        """Tell whether a sentence gives a total of what was told place by place: "Insgesamt starben zwölf Menschen"."""
        spoken, city_of = self._spoken, self._atlas.city_of
        if "total" not in scene.said.values or spoken.label is not None:
            return False
        office = scene.office or ""
        over_towns = "-" in office and city_of(office) is None and spoken.so_far.several
        if spoken.home is not None and city_of(spoken.home) is not None and not over_towns:
            return False  # all that the story tells is of one town
        return len({city_of(one) or one for one in self._atlas.seen}) > 1

    def _without_office(self, assertion: Assertion, scene: Scene, country: str) -> str:
        """Return what the text speaks of where its speaker is of no place."""
        spoken = self._spoken
        if scene.office is None and spoken.home is None and spoken.so_far.several and self._sums_up(scene):
            return spoken.so_far.region or country
        if assertion.measure in _UNDER_RUBBLE and spoken.district is not None and not spoken.named_here:
            return spoken.district
        if (scene.total or self._recalls(scene)) and not spoken.local:
            return country  # "since the invasion", in a story of one city too
        return self._of_speaker(scene, country)

    def _of_speaker(self, scene: Scene, country: str) -> str:
        """Return the place beside a speaker, the country of who runs one thing in all of it, else what is spoken of."""
        spoken = self._spoken
        beside = [one.place for one in scene.mentions if one.role == "speaker" and one.place and "-" in one.place]
        if beside and scene.speaker not in NATIONAL_SPEAKERS and not spoken.local:
            return beside[0]  # "Odesa City authorities", "police in Kharkiv"
        if "past_day" in scene.said.values and spoken.official:
            region = spoken.so_far.region
            if region is not None:
                return region  # police who sum up the day of a region town by town
        near = spoken.of_paragraph and scene.speaker not in _OF_THE_GRID
        elsewhere = spoken.label is None and not spoken.local and "." not in (spoken.home or "") and not near
        if (scene.attributed or scene.quoted) and scene.speaker in COUNTRYWIDE and elsewhere:
            return country
        here = spoken.here() or spoken.home or country
        abroad = scene.attributed and "-" not in here and country_of(here) != country
        return country if abroad else here  # a minister of Ukraine in a story that began in Poland
