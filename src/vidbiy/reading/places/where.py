"""Where it was: the place of each assertion, from its clause, its sentence, and what was spoken of before.

"In Kyiv 5 died, and in Sumy 2" has a place for each; "the air force shot down 40" is of the country.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.assertions import Assertion
from vidbiy.reading.places.atlas import AROUND, country_of, region_of
from vidbiy.reading.places.mention import Mention
from vidbiy.reading.places.nearness import AIR_DEFENCE, NATIONAL_SPEAKERS, Nearness, Scene
from vidbiy.reading.places.spoken import COUNTRYWIDE, Spoken
from vidbiy.reading.places.unnamed import Unnamed
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["Places"]

# How the adjective begins, in five languages.
_UKRAINIAN = ("ukrain", "украин", "україн")
_STOPPED = AIR_DEFENCE - {"launched", "in_air"}
_RAIL = frozenset({"service.rail", "object.train"})
_UKRAINE = "UA"
_SIDES = frozenset({"UA", "RU"})
# Abroad too these are told of the attacked country.
_OF_THE_ATTACK = frozenset({"launched", "left_airspace"})
# "Kyiv reported": so near behind a country stands the verb of what it tells of itself.
_TELLING_NEAR = 2
_BALANCE = AIR_DEFENCE | {"hit", "hit_locations", "debris_locations"}


class Places:
    """Places the assertions of a document."""

    def __init__(self, tokens: Tokens, spoken: Spoken) -> None:
        self._tokens = tokens
        self._spoken = spoken
        self._atlas = spoken.atlas
        self._nearness = Nearness(tokens, spoken.atlas)
        self._unnamed = Unnamed(spoken)
        self._sent_last: tuple[int, str] | None = None  # and in which paragraph last
        self._sent: dict[tuple[str, int | None], str] = {}  # where weapons were sent, by their kind and number

    def place(self, assertion: Assertion, scene: Scene) -> str | None:
        """Return the place of `assertion`, the most specific that the text supports; abroad, the country will do."""
        place = self._place(assertion, scene)
        self._unnamed.note(assertion, place)
        if assertion.measure in AIR_DEFENCE and place == self._atlas.nation:
            self._spoken.balanced = True
        if assertion.measure == "launched" and place is not None:
            self._sent[assertion.subject, assertion.low] = place
            self._sent_last = scene.said.line.paragraph, place
        if place is not None and country_of(place) not in ("UA", "RU"):
            return country_of(place)
        return place

    def _place(self, assertion: Assertion, scene: Scene) -> str | None:
        speaker = scene.speaker
        country = "RU" if speaker is None and self._is_ukraines(assertion) else self._country(speaker)
        if speaker is None and scene.office is not None and assertion.measure not in _OF_THE_ATTACK:
            country = country_of(scene.office)
        attacker = speaker in ("ru-mod", "ru-kremlin") and self._atlas.nation == "UA"
        if assertion.measure == "launched" and (attacker or (speaker is None and _is_aimed_at(_UKRAINE, scene))):
            country = _UKRAINE
        if assertion.subject == "area.region":
            return country
        districts = assertion.subject == "area.district" and assertion.quantity is not None
        if districts or assertion.measure == "alert_duration":
            return self._of_districts(self._found(assertion, scene, country))
        found = self._found(assertion, scene, country)
        several = assertion.subject == "area.settlement" and assertion.quantity is not None and assertion.low != 1
        return self._of_settlements(found) if several else found

    def _of_settlements(self, place: str | None) -> str | None:
        """Return the region for a town that was spoken of: forty settlements lie in none."""
        town = place is not None and "." in place and self._atlas.city_of(place) is not None
        return region_of(place) if town and place is not None else place

    def _is_ukraines(self, assertion: Assertion) -> bool:
        """Tell whether what was stopped is called Ukraine's ("102 Ukrainian drones were downed"): over Russia, that is."""
        if assertion.measure not in AIR_DEFENCE or assertion.quantity is None:
            return False
        words = self._tokens.words[assertion.quantity.first : assertion.quantity.last]
        return any(word.startswith(_UKRAINIAN) for word in words)

    def _of_districts(self, place: str | None) -> str | None:
        """Return the city for one of its districts: "six districts", the alert, the trams are those of the city."""
        return place if place is None else self._atlas.city_of(place) or place

    def _found(self, assertion: Assertion, scene: Scene, country: str) -> str | None:
        speaker = scene.speaker
        if assertion.place is not None and not self._is_launch_area(assertion, country):
            return self._own(assertion.place, scene.mentions, assertion, country)
        balanced = assertion.measure in _BALANCE - AIR_DEFENCE and self._spoken.balanced and not self._spoken.local
        national = assertion.measure in _BALANCE and (speaker in NATIONAL_SPEAKERS or balanced)
        near = self._nearness.find(assertion, scene, country, national=national)
        if near is not None:
            # "По всей стране" is the country of whoever counts.
            place = country if national and near.place == self._atlas.nation else near.place
            if near.anaphor and self._is_own_word(near.place, scene):
                place = scene.office
            if self._spoken.lists(near, scene.mentions, assertion):
                place = self._spoken.label
            if scene.attributed and scene.office is not None and scene.office == AROUND.get(near.place or ""):
                place = scene.office  # "in the outskirts of Kyiv", says the head of the region around it
            return self._as_counted(place, assertion, country) if place is not None else None
        if assertion.measure == "left_airspace":
            # Romania's ministry tells of its own.
            abroad = scene.speaker is None and scene.office is not None and country_of(scene.office) not in _SIDES
            return country_of(scene.office) if abroad and scene.office is not None else country
        sent = self._sent_to(assertion, scene) if assertion.measure in _STOPPED else None
        if sent is not None and "-" in sent:
            return sent
        if national or (assertion.measure in AIR_DEFENCE and not self._spoken.local and scene.office is None):
            return self._ruled(country)
        place = self._of_line(assertion, scene) or self._sole(scene) or self._unnamed.place(assertion, scene, country)
        of_city = assertion.subject == "service.transit" and not self._spoken.named_here
        return self._of_districts(place) if of_city else place

    def _sent_to(self, assertion: Assertion, scene: Scene) -> str | None:
        """Return where those that were stopped had been sent: "Ten missiles were fired at Kyiv. All ten were shot down".

        Who counts over the country means all of them, others those that their paragraph has just told of.
        """
        sent, last = self._sent.get((assertion.subject, assertion.low)), self._sent_last
        if sent is not None or scene.speaker in NATIONAL_SPEAKERS or last is None:
            return sent
        return last[1] if last[0] == scene.said.line.paragraph and "." in last[1] else None

    def _is_launch_area(self, assertion: Assertion, country: str) -> bool:
        """Tell whether the place beside a number is where those weapons came from ("5 Iskander-M – Rostov region")."""
        if assertion.measure != "launched" or assertion.place is None or country != "UA":
            return False
        return assertion.place.value.startswith(("RU", "sea"))

    def _sole(self, scene: Scene) -> str | None:
        """Return the only exact place of a sentence: what a story begins with is there, however far it stands."""
        if scene.speaker in COUNTRYWIDE or self._spoken.here() is not None or "-" in (scene.office or ""):
            return None
        mentions = scene.mentions
        exact = {one.place for one in mentions if one.role == "where" and one.place is not None and "-" in one.place}
        return exact.pop() if len(exact) == 1 else None

    def _of_line(self, assertion: Assertion, scene: Scene) -> str | None:
        """Return the region that both ends of a railway line lie in ("на дільниці Конотоп – Ворожба")."""
        if assertion.measure != "disrupted" or assertion.subject not in _RAIL:
            return None
        ends = [one.place for one in scene.mentions if one.role == "route" and one.place is not None]
        common = self._atlas.common(ends) if len(ends) > 1 else None
        return common if common is not None and "-" in common else None

    def _is_own_word(self, place: str | None, scene: Scene) -> bool:
        """Tell whether "the city", "the region" is that of whoever speaks: a mayor's, in a story of another town."""
        office = scene.office
        if office is None or place is None or "-" not in office or not scene.attributed:
            return False
        return region_of(place) != region_of(office) or self._atlas.city_of(place) == office

    def ground(self, speaker: str | None) -> str:
        """Return the place of what `speaker` says of the attack as a whole: the country."""
        return self._country(speaker)

    def _ruled(self, country: str) -> str:
        """Return the place of a national count: the country, but for a line that a label rules."""
        return (
            self._spoken.label
            if self._spoken.label is not None and country_of(self._spoken.label) == country
            else country
        )

    def _country(self, speaker: str | None) -> str:
        if speaker is None:
            here = self._spoken.entered or self._spoken.current
            return country_of(here) if here is not None else self._atlas.nation
        if speaker.startswith(("ru-", "gov-RU")):
            return "RU"
        if speaker.startswith("pl-"):
            return "PL"
        return "UA" if speaker.startswith(("ua-", "oma-", "kyiv-")) else self._atlas.nation

    def _own(self, mark: Mark, mentions: Sequence[Mention], assertion: Assertion, country: str) -> str | None:
        """Return the place that the rule of the assertion found beside it ("45 over the Kursk region")."""
        for mention in mentions:
            shared = assertion.rule == "count.by_place" and (
                (mention.heads and mention.last == mark.last) or _follows(mention, assertion)
            )
            # "Сумщина та Полтавщина: 36 тис.", "25 – над A, B и C" are of both; "по два — над A и B" of each.
            listed = (
                mention.several and not shared and (assertion.quantity is not None or assertion.measure == "target")
            )
            if mention.first <= mark.first < mention.last and not listed:
                place = mention.place
                return None if place is None else self._as_counted(place, assertion, country)
        place = self._atlas.resolve(mark, self._tokens) or self._atlas.nearby(mark, districts=True)
        if place is None or place.startswith("sea"):
            return None
        return self._as_counted(place, assertion, country)

    def _as_counted(self, place: str, assertion: Assertion, country: str) -> str:
        """Return the region for a city that Russia's count of the air defence names: only a governor counts over districts."""
        over_regions = country == "RU" and assertion.measure in AIR_DEFENCE and not self._spoken.local
        if over_regions and assertion.quantity is not None and assertion.place:
            return region_of(place)
        return place


def _follows(mention: Mention, assertion: Assertion) -> bool:
    """Tell whether a list of places stands behind the one number that is of all of them."""
    quantity = assertion.quantity
    return quantity is not None and not quantity.each and quantity.last <= mention.first


def _is_aimed_at(country: str, scene: Scene) -> bool:
    """Tell whether the sentence sends its weapons at a country, or the country tells of them: "472 Drohnen gegen die Ukraine"."""
    marks = scene.said.marks
    at = {mark.last for mark in marks if mark.kind == "role" and mark.value == "at"}
    verbs = {mark.first for mark in marks if mark.kind == "report" and mark.value == "verbs"}
    within = {at for mark in marks if mark.kind == "action" for at in range(mark.first + 1, mark.last)}
    for mark in marks:
        if mark.kind != "place" or mark.value != country:
            continue
        if mark.first in at | within or not verbs.isdisjoint(range(mark.last, mark.last + _TELLING_NEAR + 1)):
            return True
    return False
