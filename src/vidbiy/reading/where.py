"""Where it was: the place of each assertion, from its clause, its sentence, and what was spoken of before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from vidbiy.reading.annotation import Mark
from vidbiy.reading.assertions import Assertion
from vidbiy.reading.governing import Governor
from vidbiy.reading.mentions import Atlas, Mention, country_of, find_mentions, region_of
from vidbiy.reading.text import Line, Tokens

__all__ = ["PlaceTracker", "Scene", "grid", "nation", "story_place", "topic"]

# An air force counts these over its whole country, unless the clause itself names a place.
_AIR_DEFENCE = frozenset({"launched", "shot_down", "suppressed", "intercepted", "in_air"})
_BALANCE = _AIR_DEFENCE | {"hit", "hit_locations", "debris_locations"}
_NATIONAL_SPEAKERS = frozenset(
    {"ua-air-force", "ua-president", "ua-general-staff", "ua-mod", "ua-government", "ru-mod", "ru-kremlin"}
)
# Who runs one thing in the whole country: what it says without a place is about no city of the story.
_COUNTRYWIDE = frozenset({"ukrenergo", "dtek", "ua-energy-ministry", "ua-railways", "ua-health-ministry"})
# A place stands at most at this cost (see `Governor`) from what happened there; a national count's at most at that one.
_FAR, _OWN_CLAUSE = 16.0, 7.0
# What it costs a place to stand without "in", "over", "near", to come after a place of its own clause, to be another's.
_BARE, _LATER_PART, _CAPTURED = 2.0, 30.0, 8.0
# "In Lutsk, the mayor said four people had died": a place that opens its sentence is where all of it happened.
_OPENING = 6.0
_INSIDE = 3.0  # a more specific place may stand so much farther than the wider one
_PARTS = ("include", "of_them", "mainly")
# People taken from a place were there; weapons sent from one are not.
_TAKEN = frozenset({"evacuated", "rescued", "hospitalised"})
# The only place of a sentence may stand so far from what happened there.
_SOLE = 28.0
# "Das Zentrum von Kiew", "люди з Харкова": "from" is often "of".
_FROM = 4.0
_APPOSED, _NEXT_CLAUSE = 6.0, 12.0
_DATELINE = 14
_NEAR_FROM = 3
# A story that names so many times as many places of Russia is about Russia.
_FOREIGN = 3
_BRACKET = 24
_DASHES = frozenset({"—", "-"})
_LABEL_ENDS = frozenset({".", ":", "—", "-", "\n"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What one sentence gives the search for the places of its assertions."""

    assertions: Sequence[Assertion]
    mentions: Sequence[Mention]
    marks: Sequence[Mark]
    governor: Governor
    speaker: str | None
    office: str | None  # the place that the speaker's word is about
    attributed: bool  # the sentence names its speaker
    total: bool  # it counts since long ago


class PlaceTracker:
    """Follows what places a document speaks of."""

    def __init__(self, tokens: Tokens, atlas: Atlas, home: str | None, *, source: str | None, local: bool) -> None:
        self._tokens = tokens
        self._atlas = atlas
        self._official = source is not None  # the document is a post of its source, no story
        self._local = local  # and that source speaks for a city or a region
        self._countrywide = source in _COUNTRYWIDE or source in _NATIONAL_SPEAKERS
        self._home = home  # the place of the document's source, else of its story
        self.current: str | None = home
        self._before: str | None = home  # the place spoken of before this sentence: "there"
        self._heading: str | None = None  # a place on a line of its own rules the lines below it
        self._alone = False  # so far the heading is all there is of its paragraph
        self._label: str | None = None  # a place at the head of a line rules the line
        self._paragraph = -1
        self.start = 0  # where the sentence at hand begins, its dateline left out
        self._line: Line | None = None
        self._from_dateline = False  # the home is only where the story was written
        self._heads = True  # the sentence is the first of its line, time stamps not counted
        if home is not None:
            atlas.seen.append(home)

    # ---- one sentence ----

    def begin(self, line: Line, marks: Sequence[Mark]) -> list[Mention]:
        """Take note of the places of the sentence `line`; return those that it names."""
        self._before, self._line = self.current, line
        if line.opens:
            self._open_line(line)
        start = self.start = self._dateline(line, marks) if line.first == 0 else line.first
        self._atlas.there = self._before
        mentions = find_mentions(self._tokens, line, marks, self._atlas, self.current, start)
        self._read_label(line, mentions)
        if self._heads and not _is_stamp(self._tokens, line, marks):
            self._heads = False
        return mentions

    def _open_line(self, line: Line) -> None:
        self._heads = True
        label, self._label = self._label, None
        if line.paragraph != self._paragraph:
            self._paragraph = line.paragraph
            if label is not None and self._home is None:
                self.current = region_of(label)  # what is summed up below the labels is about all of them
            self._open_paragraph()
        elif line.bullet or self._local:
            self.current = self._heading or self._home or (None if self._countrywide else self.current)

    def _open_paragraph(self) -> None:
        if not self._alone:
            self._heading = None
        self._alone = False
        if self._heading is not None:
            self.current = self._heading
        elif self._home is not None:
            if not self._goes_on(self._home):
                self.current = self._home
        elif self._countrywide:
            self.current = None
        elif self.current is not None:
            if country_of(self.current) != self._atlas.nation or "-" not in self.current:
                self.current = None
            else:
                self.current = self._atlas.city_of(self.current) or self.current

    def _goes_on(self, home: str) -> bool:
        """Tell whether a post on one event goes on with the town it has named: its source speaks for no region."""
        if self._local or self._countrywide or not self._official or self.current is None:
            return False
        return self._atlas.city_of(home) is None and self._atlas.within(self.current, home)

    def _dateline(self, line: Line, marks: Sequence[Mark]) -> int:
        """Return where the text begins after "KYIV, Nov 5 (Newswire) -"; the story's home is the place of a dateline."""
        if self._official:
            return line.first
        words, raw = self._tokens.words, self._tokens.raw
        places = [mark for mark in marks if mark.kind == "place" and mark.first - line.first <= _DATELINE]
        if not places or places[0].first != line.first:
            return line.first
        stop = min([mark.first for mark in marks if mark.kind == "action"], default=line.last)
        for at in range(places[0].last, min(stop, line.first + _DATELINE, line.last - 1)):
            capital = raw[line.first].isupper()
            # "Kiew – Bei einem Angriff ...": a sentence begins after the dash; after a label's it is a number.
            opens = at <= places[-1].last and raw[at + 1][0].isupper()
            if (words[at] in _DASHES and (capital or opens or "(" in words[line.first : at])) or (
                words[at] == ":" and capital
            ):
                if self._home is None:
                    self._set_home(places[0])
                return at + 1
        return line.first

    def _set_home(self, mark: Mark) -> None:
        place = self._atlas.resolve(mark, self._tokens)
        if (
            place is None
            or place in self._atlas.capitals
            or country_of(place) != self._atlas.nation
            or "-" not in place
        ):
            return
        self._home = self.current = self._before = place
        self._from_dateline = True
        self._atlas.seen.append(place)

    def _read_label(self, line: Line, mentions: Sequence[Mention]) -> None:
        """Take the place that stands alone at the head of a line: what follows on it, or below it, happened there."""
        if not self._heads or not mentions or not mentions[0].leads or mentions[0].role != "where":
            return
        mention, words = mentions[0], self._tokens.words
        if mention.place is None or "-" not in mention.place:
            return
        if mention.last < line.last and words[mention.last] not in _LABEL_ENDS:
            return
        self._label = self.current = mention.place
        after = line.last
        if line.last - mention.last <= 1 and (after >= len(words) or words[after] == "\n"):
            self._heading, self._alone = mention.place, True

    # ---- one assertion ----

    def place(self, assertion: Assertion, scene: Scene) -> str | None:
        """Return the place of `assertion`, the most specific that the text supports; abroad, the country will do."""
        place = self._place(assertion, scene)
        if place is not None and country_of(place) not in ("UA", "RU"):
            return country_of(place)
        return place

    def _place(self, assertion: Assertion, scene: Scene) -> str | None:
        speaker = scene.speaker
        country = self._country(speaker)
        if assertion.measure == "launched" and speaker in ("ru-mod", "ru-kremlin") and self._atlas.nation == "UA":
            country = "UA"
        if assertion.subject == "area.region":
            return country
        if assertion.place is not None:
            return self._own(assertion.place, scene.mentions, assertion, country)
        national = assertion.measure in _BALANCE and speaker in _NATIONAL_SPEAKERS
        near = self._near(assertion, scene, country, national=national)
        if near is not None:
            # "По всей стране" is the country of whoever counts.
            place = country if national and near.place == self._atlas.nation else near.place
            return self._as_counted(place, assertion, country) if place is not None else None
        if assertion.measure == "left_airspace":
            return country
        if national or (assertion.measure in _AIR_DEFENCE and not self._local and scene.office is None):
            return self._ruled(country)
        return self._context(scene, country)

    def around(self, mentions: Sequence[Mention]) -> str | None:
        """Return the place that an office in this sentence belongs to: the sentence's own, else the one spoken of."""
        named = [mention for mention in mentions if mention.role == "where" and mention.place and "-" in mention.place]
        if named and (named[0].leads or len({mention.place for mention in named}) == 1):
            return named[0].place
        return self.current

    def ground(self, speaker: str | None) -> str:
        """Return the place of what `speaker` says of the attack as a whole: the country."""
        return self._country(speaker)

    def _ruled(self, country: str) -> str:
        """Return the place of a national count: the country, but for a line that a label rules."""
        return self._label if self._label is not None and country_of(self._label) == country else country

    def _country(self, speaker: str | None) -> str:
        if speaker is None:
            return country_of(self.current) if self.current is not None else self._atlas.nation
        if speaker.startswith(("ru-", "gov-RU")):
            return "RU"
        return "UA" if speaker.startswith(("ua-", "oma-", "kyiv-")) else self._atlas.nation

    def _own(self, mark: Mark, mentions: Sequence[Mention], assertion: Assertion, country: str) -> str | None:
        """Return the place that the rule of the assertion found beside it ("45 over the Kursk region")."""
        for mention in mentions:
            listed = mention.several and (assertion.quantity is not None or assertion.measure == "target")
            if mention.first <= mark.first < mention.last and not listed:
                place = mention.place
                return None if place is None else self._as_counted(place, assertion, country)
        place = self._atlas.resolve(mark, self._tokens) or self._atlas.nearby(mark, districts=True)
        if place is None or place.startswith("sea"):
            return None
        return self._as_counted(place, assertion, country)

    @staticmethod
    def _as_counted(place: str, assertion: Assertion, country: str) -> str:
        """Return the region for a city that a Russian count of the air defence names: it counts over regions."""
        if country == "RU" and assertion.measure in _AIR_DEFENCE and assertion.quantity is not None and assertion.place:
            return region_of(place)
        return place

    def _context(self, scene: Scene, country: str) -> str:
        """Return what the text speaks of where the sentence names no place: the line's, the speaker's, the last one."""
        office, attributed, current = scene.office, scene.attributed, self._spoken_of()
        if scene.total and not self._local and (office is None or "-" not in office):
            return country  # "since the invasion", in a story of one city too
        if office is None or "-" not in office:
            beside = [one.place for one in scene.mentions if one.role == "speaker" and one.place and "-" in one.place]
            if beside and scene.speaker not in _NATIONAL_SPEAKERS and not self._local:
                return beside[0]  # "Odesa City authorities", "police in Kharkiv"
        if office is None or "-" not in office:
            if attributed and scene.speaker in _COUNTRYWIDE and self._label is None and not self._local:
                return country
            return current or self._home or country
        if current is None:
            return office
        if current == office or self._atlas.within(current, office):
            return current
        return office if attributed or self._atlas.within(office, current) else current

    def _spoken_of(self) -> str | None:
        """Return the place spoken of last; where a label rules the line, only what lies in it."""
        if self._label is None or (self.current is not None and self._atlas.lies_in(self.current, self._label)):
            return self.current
        return self._label

    # ---- the places of the sentence ----

    def _near(self, assertion: Assertion, scene: Scene, country: str, *, national: bool) -> Mention | None:
        best: tuple[float, Mention] | None = None
        far = _SOLE if sum(1 for mention in scene.mentions if mention.role == "where") == 1 else _FAR
        for mention in scene.mentions:
            if not self._fits(mention, assertion, country):
                continue
            cost = self._cost(mention, assertion, scene)
            if cost > (_OWN_CLAUSE if national else far):
                continue
            if best is None:
                best = (cost, mention)
            elif self._inside(mention, best[1]):
                if cost < (far if best[1].leads else best[0] + _INSIDE):
                    best = (min(cost, best[0]), mention)
            elif cost < best[0] - (_INSIDE if self._inside(best[1], mention) else 0):
                best = (cost, mention)
        return best[1] if best is not None else None

    def _inside(self, one: Mention, other: Mention) -> bool:
        return one.place is not None and other.place is not None and self._atlas.within(one.place, other.place)

    def _fits(self, mention: Mention, assertion: Assertion, country: str) -> bool:
        """Tell whether a place can be where that happened: what was sent came from elsewhere, what left went abroad."""
        place = mention.place
        if assertion.reach is not None and mention.first >= assertion.reach:
            return False
        if assertion.measure == "left_airspace":
            return place is not None and mention.role != "from" and country_of(place) != country
        if mention.role in ("speaker", "route"):
            return False
        if mention.role == "from" and (
            assertion.measure in _AIR_DEFENCE or place is None or country_of(place) != country
        ):
            return False
        if assertion.measure not in _AIR_DEFENCE:
            # "Через агресію рф загинули двоє": a country without "in" is hardly ever where.
            return place is not None and ("-" in place or mention.locative)
        if place is None:
            # Ukraine counts over itself; a sea is where ships are that fire.
            return assertion.measure != "launched" and mention.locative and country == "RU"
        if assertion.measure != "launched":
            return True
        abroad = country_of(place) != country and country_of(place) in ("UA", "RU", "BY")
        return not abroad and not self._in_brackets(mention)

    def _in_brackets(self, mention: Mention) -> bool:
        """Tell whether the place stands in brackets, as launch areas do ("чотири Х-22 (Курщина, Севастополь)")."""
        words = self._tokens.words
        for at in range(mention.first - 1, max(mention.first - _BRACKET, -1), -1):
            if words[at] == "(":
                return True
            if words[at] in (")", ".", "\n"):
                return False
        return False

    def _cost(self, mention: Mention, assertion: Assertion, scene: Scene) -> float:
        quantity = assertion.quantity
        first, last = (quantity.first, quantity.last) if quantity is not None else (assertion.first, assertion.last)
        cost = scene.governor.cost(mention, first, last)
        if not mention.locative and not mention.leads:
            cost += _BARE
        if mention.role == "from" and assertion.measure not in _TAKEN:
            cost += _FROM
        words = self._tokens.words
        if mention.last <= first:
            if assertion.measure == "left_airspace":
                cost += _APPOSED  # "один залетів у Білорусь, ще один повернувся на територію РФ"
            if not mention.locative and scene.mentions[0].leads and mention is not scene.mentions[0]:
                cost += _APPOSED  # "In Bucha, north-west of the capital, ..."
            opens = mention.leads and not mention.several and scene.speaker not in _NATIONAL_SPEAKERS
            return min(cost, _OPENING) if opens else cost
        if mention.heads or ";" in words[last : mention.first]:
            return cost + _LATER_PART
        if (
            any(other.told >= mention.last for other in scene.assertions)
            and "," in words[mention.first - 2 : mention.first]
        ):
            cost += _NEXT_CLAUSE  # "одна загибла, у Запоріжжі 14 постраждалих"
        if any(_parts(mark) and last <= mark.first < mention.first for mark in scene.marks):
            cost += _LATER_PART
        return cost + self._captured(mention, assertion, scene.assertions, last)

    def _captured(self, mention: Mention, assertion: Assertion, assertions: Sequence[Assertion], last: int) -> float:
        """Return what it costs that a later number of another clause stands before the place ("81, 24 over Bryansk")."""
        words = self._tokens.words
        if ":" in words[last : mention.first]:
            return _LATER_PART
        for other in assertions:
            if other is assertion or not last <= other.told < mention.first:
                continue
            quantity = other.quantity
            if quantity is None:
                if "," in words[last : other.told]:
                    return _CAPTURED
            elif quantity.part or quantity.place is not None or words[quantity.first - 1] in ("—", ":"):
                return _LATER_PART
            elif (
                assertion.quantity is not None
                and quantity.group != assertion.quantity.group
                and other.measure == assertion.measure
            ):
                return _CAPTURED
        return 0.0

    def end(self, mentions: Sequence[Mention], placed: Sequence[tuple[Assertion, str | None]]) -> None:
        """Carry the place of a sentence on to the next: the last where something happened, else the last named."""
        self._alone = self._alone and self._label is not None
        used = [place for assertion, place in placed if assertion.measure != "target" and place is not None]
        targets = {place for assertion, place in placed if assertion.measure == "target"}
        counted = sum(1 for assertion, _ in placed if assertion.place is not None and assertion.measure != "target")
        named = [
            mention.place
            for mention in mentions
            if mention.role == "where" and mention.place is not None and "-" in mention.place
            and mention.place not in targets and not (mention.several and self._label is not None)
        ]  # fmt: skip
        if counted > 1:
            return
        if named:
            chosen = [place for place in named if place in used] or named
            cities = {self._atlas.city_of(place) for place in chosen}
            # After "in this district two, in that one three" the city is spoken of.
            place = (len(set(chosen)) > 1 and len(cities) == 1 and cities.pop()) or chosen[-1]
            self.current = next((one for one in named if self._atlas.within(one, place)), place)
            if self._from_dateline and self._atlas.city_of(self.current) is not None:
                self._home = self._atlas.city_of(self.current)
        self._from_dateline = False
        if named:
            if self._line is not None and self._line.heads:
                self._heading, self._alone = self.current, True
        elif used:
            self.current = used[-1]
        elif any(mention.several and mention.place == self._atlas.nation for mention in mentions):
            self.current = self._atlas.nation


def _parts(mark: Mark) -> bool:
    """Tell whether what follows is no longer said of the whole: a part, or who says it ("..., reports Hanzha, who ...")."""
    return (mark.kind == "role" and mark.value in _PARTS) or (mark.kind == "report" and mark.value == "verbs")


def _is_stamp(tokens: Tokens, line: Line, marks: Sequence[Mark]) -> bool:
    """Tell whether a sentence is only the hour of an entry ("00:40.", "21 March, 22:15.")."""
    covered = {at for mark in marks if mark.kind in ("number", "time") for at in range(mark.first, mark.last)}
    return all(at in covered or not tokens.words[at][0].isalnum() for at in range(line.first, line.last))


def nation(office: str | None, marks: Sequence[Mark]) -> str:
    """Return the country that a document is about: its source's, else Ukraine unless it names only others."""
    if office is not None:
        return country_of(office)
    countries: Counter[str] = Counter()
    governments = {mark.first for mark in marks if mark.kind == "metonym"}
    sent_from: set[int] = set()  # the tokens near which a place is where something was sent from
    for mark in marks:
        if mark.kind == "role" and mark.value == "from":
            sent_from.add(mark.last)
        elif mark.kind == "place" and mark.first not in governments and not mark.value.startswith("sea"):
            if any(mark.first - gap in sent_from for gap in range(_NEAR_FROM)):
                sent_from.add(mark.last)  # "from Kursk and Orel"
            else:
                countries[country_of(mark.value)] += 1
    if countries["RU"] > _FOREIGN * countries["UA"]:
        return "RU"
    return "UA" if not countries or countries["UA"] else countries.most_common(1)[0][0]


def story_place(titles: Sequence[Mention], marks: Sequence[Mark], atlas: Atlas) -> str | None:
    """Return the place that a story without a source's place is about: its title's, or the only city that it names."""
    named = [mention.place for mention in titles if mention.role == "where" and mention.place and "-" in mention.place]
    if named:
        return named[0] if len(set(named)) == 1 else None
    places = [mark.value for mark in marks if mark.kind == "place" and "-" in mark.value]
    cities = {atlas.city_of(place) or region_of(place) for place in places}
    return cities.pop() if len(cities) == 1 else None


def topic(office: str, marks: Sequence[Mark], atlas: Atlas) -> str:
    """Return the only city of its region that an official's post names, else `office`.

    The post must not name the region, and no raion before the city: then it goes through all of them.
    """
    named = [atlas.choose(mark.place.candidates) for mark in marks if mark.kind == "place" and mark.place is not None]
    inside = [place for place in named if place and region_of(place) == office]
    if office in inside or not inside or _is_raion(inside[0]):
        return office
    cities = {atlas.city_of(place) for place in inside if not _is_raion(place)}
    return (cities.pop() if len(cities) == 1 else None) or office


def _is_raion(place: str) -> bool:
    return place.endswith("-raion")


def grid(marks: Sequence[Mark]) -> str | None:
    """Return the region in the name of a company's branch that a post begins with ("ДТЭК Одесские электросети")."""
    for mark in marks:
        match = mark.place
        if match is not None and match.adjective and not match.unit and match.candidates[0].kind == "region":
            return match.candidates[0].id
    return None
