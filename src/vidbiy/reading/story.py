"""What a document is about: its country and the place of its story, before its sentences are read one by one.

"Атака на Одесу: двоє поранених" is about Odesa; an official's post that names one city of its region is about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.places import Gazetteer
from vidbiy.lexicon.sources import Sources
from vidbiy.lexicon.villages import UNPLACED
from vidbiy.model import Document
from vidbiy.reading.places.atlas import Atlas, country_of, region_of
from vidbiy.reading.places.mention import Mention
from vidbiy.reading.places.mentions import find_mentions
from vidbiy.reading.places.spoken import Spoken
from vidbiy.reading.said import Said
from vidbiy.reading.words.annotation import Annotations, Annotator, Mark
from vidbiy.reading.words.cutting import sentences
from vidbiy.reading.words.text import Line, Tokens, tokenise

# A district named in so much of a text, or with its first claim, is what it is about, not one of its details.
_EARLY = 0.35
# The only city of a story, named once behind so much of it, is an example.
_LATE, _LONG = 0.7, 100

__all__ = ["Page"]

_NEAR_FROM = 3
# "Закарпаття, Мукачево": so near stands the town that a region's post opens with.
_BESIDE = 1
# A story that names so many times as many places of Russia is about Russia.
_FOREIGN = 3
_MAYOR = "mayor-"
# A heading has no more tokens than this.
_HEADING = 12
_NOWHERE = ("sea", UNPLACED)


@dataclass(frozen=True, slots=True)
class Page:
    """A document with all that was found in it, and how more is found."""

    document: Document
    tokens: Tokens
    annotations: Annotations
    annotator: Annotator
    gazetteer: Gazetteer
    pack: LanguagePack
    said: Sequence[Said]

    def spoken(self) -> Spoken:
        """Return the places of the document before its first sentence: those of its source, else of its story."""
        source = self.document.source
        office = self._office(source) if source else None
        local = office is not None and "-" in office
        region = region_of(office) if local and office else None
        atlas = Atlas(self.gazetteer, _nation(office, self.annotations.marks), region)
        home = self._local_topic(office, atlas) if local and office is not None else self._story(atlas)
        asserted = next((one.line.last for one in self.said if one.assertions), 0)
        one_district = _one_district(self.annotations.marks, max(len(self.tokens) * _EARLY, asserted))
        if local and one_district and home is not None:
            home = self._opening_district(atlas, home) or home
        return Spoken(self.tokens, atlas, home, source=source, local=local, one_district=one_district)

    def _opening_district(self, atlas: Atlas, home: str) -> str | None:
        """Return the district of the city that a post opens with, where it is the only one: the post is about it."""
        if atlas.city_of(home) != home:
            return None
        first = self.said[0].line.first
        for mark in self.said[0].marks:
            if mark.kind == "place" and mark.place is not None and mark.first - first <= _BESIDE:
                place = atlas.choose(mark.place.candidates)
                return place if place is not None and place != home and atlas.city_of(place) == home else None
        return None

    def _office(self, source: str) -> str | None:
        """Return the place of the document's source; a mayor's that has no entry is the city that his id names."""
        place = Sources.load().place(source)
        if place is None and source.startswith(_MAYOR):
            return self.gazetteer.city(source.removeprefix(_MAYOR))
        return place

    def _local_topic(self, office: str, atlas: Atlas) -> str:
        """Return the only city of its region that a post, or its heading, names; else the region of its source."""
        marks = self.annotations.marks
        headed = self._headed_by(office, atlas)
        if headed is not None:
            return headed
        heading = self._heading()
        if heading is not None:
            titled = _topic(office, heading.marks, atlas)
            if titled != office and "action" in heading.kinds:
                return titled
            if "place" in self.said[1].kinds:
                # "Краснодарский край. Оперативный штаб", and then a town: the region is only whose post it is.
                marks = [mark for mark in marks if mark.first >= heading.line.last or not _names_region(mark)]
        return _topic(office, marks, atlas)

    def _headed_by(self, office: str, atlas: Atlas) -> str | None:
        """Return the city whose name opens a short first paragraph that asserts nothing ("Кривий Ріг. Чорна п'ятниця").

        Where other lines begin with a place too, it is only the first of a list.
        """
        first = self.said[0]
        opening = [one for one in self.said if one.line.paragraph == first.line.paragraph]
        if opening[-1].line.last - first.line.first > _HEADING or any(one.assertions for one in opening):
            return None
        if any(_begins_with_place(one) for one in self.said[len(opening) :] if one.line.opens):
            return None
        place = next((mark.place for mark in first.marks if mark.kind == "place"), None)
        if place is None or not _begins_with_place(first):
            return None
        city = atlas.choose(place.candidates)
        return city if city is not None and region_of(city) == office and atlas.city_of(city) == city else None

    def _heading(self) -> Said | None:
        """Return the first sentence where it is a short paragraph of its own that asserts nothing."""
        if len(self.said) < 2:
            return None
        first, second = self.said[0], self.said[1]
        alone = first.line.paragraph != second.line.paragraph and first.line.last - first.line.first <= _HEADING
        return first if alone and not first.assertions else None

    def _story(self, atlas: Atlas) -> str | None:
        """Return the place that the document is about by its title, a post's first line, or its only city."""
        titled: list[Mention] = []
        found = self.title()
        if found is not None:
            tokens, line, marks = found
            titled = find_mentions(tokens, line, marks, atlas, None, line.first)
            branch = _grid(marks) if self.document.source else None
            if branch is not None:
                return branch
        atlas.seen.clear()
        return _story_place(titled, self.annotations.marks, atlas)

    def title(self) -> tuple[Tokens, Line, list[Mark]] | None:
        """Return the first sentence of the title, for a post without one of its text, with its marks."""
        if self.document.title:
            tokens = tokenise(self.document.title)
            annotations = self.annotator.annotate(tokens)
            lines = sentences(tokens, self.pack.abbreviations, self.pack.ordinal_nouns, self.pack.openers)
        elif self.document.source:
            tokens, annotations, lines = self.tokens, self.annotations, [one.line for one in self.said[:1]]
        else:
            return None
        if not lines:
            return None
        line = lines[0]
        return tokens, line, annotations.between(line.first, line.last)


def _nation(office: str | None, marks: Sequence[Mark]) -> str:
    """Return the country that a document is about: its source's, else Ukraine unless it names only others."""
    if office is not None:
        return country_of(office)
    countries: Counter[str] = Counter()
    governments = {mark.first for mark in marks if mark.kind == "metonym"}
    sent_from: set[int] = set()  # the tokens near which a place is where something was sent from
    for mark in marks:
        if mark.kind == "role" and mark.value == "from":
            sent_from.add(mark.last)
        elif mark.kind == "place" and mark.first not in governments and not mark.value.startswith(_NOWHERE):
            if sent_from and any(mark.first - gap in sent_from for gap in range(_NEAR_FROM)):
                sent_from.add(mark.last)  # "from Kursk and Orel"
            else:
                countries[country_of(mark.value)] += 1
    if countries["RU"] > _FOREIGN * countries["UA"]:
        return "RU"
    return "UA" if not countries or countries["UA"] else countries.most_common(1)[0][0]


def _story_place(titles: Sequence[Mention], marks: Sequence[Mark], atlas: Atlas) -> str | None:
    """Return the place that a story without a source's place is about: its title's, or the only city that it names."""
    named = [mention.place for mention in titles if mention.role == "where" and mention.place and "-" in mention.place]
    if named:
        # "Shostka, Sumy region: …" is of Shostka
        exact = {one for one in named if not any(atlas.lies_in(other, one) for other in named if other != one)}
        return exact.pop() if len(exact) == 1 else None
    speaking = _governments(marks)
    places = [
        mark
        for mark in marks
        if mark.kind == "place"
        and "-" in mark.value
        and not mark.value.startswith(UNPLACED)
        and not _is_adjective(mark)
        and mark.first not in speaking
    ]
    if len(places) == 1 and places[0].first > max(marks[-1].last * _LATE, _LONG):
        return None  # an example at the end of a story about the whole country
    heads = {mark.first for mark in marks if mark.kind == "office" and "{region}" in mark.value}
    cities = {
        # "Lviv governor" is of the region
        region_of(mark.value) if mark.last in heads else atlas.city_of(mark.value) or region_of(mark.value)
        for mark in places
    }
    return cities.pop() if len(cities) == 1 else None


def _governments(marks: Sequence[Mark]) -> set[int]:
    """Return the first tokens of the capitals that speak for their governments: "Kyiv said", "podaje Kijów"."""
    beside = {at for mark in marks if mark.kind == "report" for at in (mark.first - 1, mark.last)}
    return {mark.first for mark in marks if mark.kind == "metonym" and mark.first in beside}


def _is_adjective(mark: Mark) -> bool:
    """Tell whether a name is an adjective without its noun: "на Бахмутському напрямку" is about no place of ours."""
    return mark.place is not None and mark.place.adjective and not mark.place.unit


def _topic(office: str, marks: Sequence[Mark], atlas: Atlas) -> str:
    """Return the only city of its region that an official's post names, else `office`.

    The post must not name the region, and no raion before the city: then it goes through all of them.
    """
    places = [mark for mark in marks if mark.kind == "place" and mark.place is not None]
    if len(places) > 1 and places[1].first - places[0].last <= _BESIDE and places[0].value == office:
        del places[0]  # "Закарпаття, Мукачево. Близько 04:40 …"
    named = [atlas.choose(mark.place.candidates) for mark in places if mark.place is not None]
    inside = [place for place in named if place and region_of(place) == office]
    if office in inside or not inside or _is_raion(inside[0]):
        return office
    cities = {atlas.city_of(place) for place in inside if not _is_raion(place)}
    return (cities.pop() if len(cities) == 1 else None) or office


def _begins_with_place(sentence: Said) -> bool:
    """Tell whether a sentence begins with the name of a place, a sign apart."""
    return any(mark.kind == "place" and mark.first - sentence.line.first <= 1 for mark in sentence.marks)


def _names_region(mark: Mark) -> bool:
    return mark.place is not None and mark.place.candidates[0].kind == "region"


def _is_raion(place: str) -> bool:
    return place.endswith("-raion")


def _grid(marks: Sequence[Mark]) -> str | None:
    """Return the region in the name of a company's branch that a post begins with ("ДТЭК Одесские электросети")."""
    for mark in marks:
        match = mark.place
        if match is not None and match.adjective and not match.unit and match.candidates[0].kind == "region":
            return match.candidates[0].id
    return None


def _one_district(marks: Sequence[Mark], early: float) -> bool:
    """Tell whether a text is about one district of a city: it names just one, before the token `early`."""
    named = set()
    first = early
    for mark in marks:
        if mark.kind != "place" or mark.place is None:
            continue
        kinds = [one.kind for one in mark.place.candidates]
        if kinds[0] == "district" or (mark.place.adjective and "district" in kinds):  # "Дніпровський район": or a raion
            named.add(mark.place.candidates)
            first = min(first, mark.first)
    return len(named) == 1 and first < early
