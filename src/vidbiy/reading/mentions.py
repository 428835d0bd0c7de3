"""What places a sentence names: the names that say where, those that stand together made one, words like "the city".

A name of a place says many other things than where something happened: whose mayor speaks ("Kharkiv governor"), where a
weapon was sent from ("from Kursk", "(Міллєрово, Чауда)"), which government claims something ("Moscow said").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vidbiy.lexicon.places import Gazetteer, Place
from vidbiy.reading.annotation import Mark
from vidbiy.reading.text import Line, Tokens

__all__ = ["Atlas", "Mention", "find_mentions"]

_COUNTRIES = frozenset({"UA", "RU"})
_WIDE = frozenset({"raion", "hromada", "region", "country"})
_ADJECTIVAL = frozenset({"district", "raion", "hromada"})  # and regions: "Сумская."
_SMALL = frozenset({"city", "settlement", "district"})
_CAPITALS = {"UA": "UA-30", "RU": "RU-MOW"}
# The region around a city that is a region itself.
_AROUND = {"UA-30": "UA-32", "RU-MOW": "RU-MOS", "RU-SPE": "RU-LEN"}
# An official's post does not mean a small place of another region by a bare name.
_MINOR, _KNOWN_SIZE = frozenset({"settlement", "city", "district", "hromada"}), 20_000
# A city so many times as large as its namesake is meant without its country ("Voronezh").
_FAMOUS = 20
_LISTING = frozenset({",", "/"})
_STAMPS = frozenset({"number", "time"})
# Names of one list, or a name and what it lies in, stand at most so many tokens apart ("Maykop, in the Adygea ...").
_GAP = 3
_ARTICLE = 3
# "Kursk and Cape Chauda in occupied Crimea": so many tokens may stand between two names of such a list.
_UNKNOWN = 6
_REACH = 8
_OFFICE = 5
# "from the airspace of the occupied part of the Zaporizhzhia region"
_FROM_GAP = 3
_HEADS = frozenset({"—", ":"})
_DASHES = frozenset({"—", "-"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the tokens [first, last) of a sentence.

    ``place`` is None for a sea and for places of several countries: something is known of where, but no id. ``role`` is
    ``where``, ``from`` (what was sent came from there), ``route`` (an end of a
    line) or ``speaker`` (it says whose office speaks).
    """

    first: int
    last: int
    place: str | None
    role: str = "where"
    locative: bool = False  # "in", "over", "near" stands before it
    several: bool = False  # a list of places, given by what they all lie in
    heads: bool = False  # a dash or a colon follows: it goes with what comes after
    leads: bool = False  # nothing but a preposition, a number or a time stands before it in its sentence


class Atlas:
    """The gazetteer as a document uses it: homonyms are decided by the places that were spoken of before."""

    def __init__(self, gazetteer: Gazetteer, nation: str, region: str | None = None) -> None:
        self._gazetteer = gazetteer
        self.local = region is not None
        self._region = region  # that of the document's source: it speaks of no other by a bare homonym
        self._chains: dict[str, frozenset[str]] = {}
        self.nation = nation
        self.capitals = frozenset(_CAPITALS.values())
        self.there: str | None = None  # what was spoken of before the sentence at hand
        self.seen: list[str] = []
        self.unit: str | None = None  # the word that the last name stood with ("області"), for names that leave it out

    def kind(self, place_id: str) -> str:
        """Return the kind of a place, "" where it is not known."""
        place = self._gazetteer.get(place_id)
        return place.kind if place is not None else ""

    def chain(self, place_id: str) -> frozenset[str]:
        """Return the ids of a place and of all that it lies in, countries left out."""
        chain = self._chains.get(place_id)
        if chain is None:
            chain = frozenset({place_id, *self._gazetteer.ancestors(place_id)})
            chain = self._chains[place_id] = frozenset(one for one in chain if "-" in one)
        return chain

    def within(self, place: str, other: str) -> bool:
        """Tell whether `place` lies in `other`."""
        return other != place and (other in self.chain(place) or other == country_of(place) != place)

    def lies_in(self, place: str, other: str) -> bool:
        """Tell whether `place` can lie in the wider `other`: not every village's community is known."""
        if place == other or self.within(place, other):
            return True
        return self.kind(place) in _SMALL and self.kind(other) in _WIDE and region_of(place) == region_of(other)

    def city_of(self, place_id: str) -> str | None:
        """Return the city that a place is or lies in as a district; None for regions and raions."""
        place = self._gazetteer.get(place_id)
        if place is None:
            return None
        if place.kind == "district":
            return place.parent
        return place_id if place.kind in ("city", "settlement") or place_id in _AROUND else None

    def common(self, places: Sequence[str]) -> str | None:
        """Return what all of `places` lie in: their city, else their region, else their country; None for several."""
        cities = {self.city_of(place) for place in places}
        if len(cities) == 1 and None not in cities:
            return cities.pop()
        regions = {region_of(place) for place in places}
        if len(regions) == 1:
            return regions.pop()
        countries = {country_of(place) for place in places}
        return countries.pop() if len(countries) == 1 else None

    def seat(self, region: str) -> str | None:
        """Return the main city of a region: the most populous one."""
        return self._gazetteer.seats().get(region)

    def choose(self, candidates: Sequence[Place], nearer: Sequence[str] = ()) -> str | None:
        """Return the one of `candidates` that belongs to what was spoken of last, `nearer` before all."""
        if self._region is not None:
            inside = [one for one in candidates if region_of(one.id) == self._region]
            if not inside and all(one.kind in _MINOR and one.population < _KNOWN_SIZE for one in candidates):
                return self._namesake(candidates)
            candidates = inside or candidates
        if len(candidates) == 1:
            return candidates[0].id
        for seen in (*nearer, *reversed(self.seen)):
            chain = self.chain(seen)
            for candidate in candidates:
                if chain & self.chain(candidate.id):
                    return candidate.id
        if candidates[0].kind != "region":
            for candidate in candidates:
                if (
                    country_of(candidate.id) == self.nation
                    and candidates[0].population < _FAMOUS * candidate.population
                ):
                    return candidate.id
        return candidates[0].id

    def _namesake(self, candidates: Sequence[Place]) -> str | None:
        """Return the id of a small place of the source's own region that the gazetteer only knows elsewhere."""
        for candidate in candidates:
            if self._region is not None and country_of(candidate.id) == country_of(self._region):
                return f"{self._region}.{candidate.id.partition('.')[2]}"
        return None

    def resolve(self, mark: Mark, tokens: Tokens, nearer: Sequence[str] = ()) -> str | None:
        """Return the id of the place that `mark` names; None where an adjective stands without its noun."""
        match = mark.place
        if match is None or not match.candidates:
            return None
        if match.unit:
            if tokens.raw[mark.last - 1][0].islower():
                self.unit = tokens.raw[mark.last - 1]
        elif (match.adjective or self._far(match.candidates)) and self.unit is not None:
            # "над Брянской областью, над Тульской": the noun is the one before.
            again = self._gazetteer.match([*tokens.raw[mark.first : mark.last], self.unit], 0)
            if again is not None and again.unit and again.adjective:
                return self.choose(again.candidates, nearer)
        return None if match.adjective and not match.unit else self.choose(match.candidates, nearer)

    def nearby(self, mark: Mark, *, districts: bool = False) -> str | None:
        """Return what an adjective without its noun names: "Desnianskyi: 2 dead", "у Дарницькому — пожежа"."""
        candidates = mark.place.candidates if mark.place is not None else ()
        spoken = frozenset().union(*(self.chain(seen) for seen in self.seen))
        for one in candidates:
            if one.kind == "region" and not districts:
                return one.id
            if one.kind in (("district",) if districts else _ADJECTIVAL) and self.chain(one.id) & spoken:
                return one.id
        return None

    def _far(self, candidates: Sequence[Place]) -> bool:
        """Tell whether none of the places is near to any that was spoken of."""
        regions = {region_of(candidate.id) for candidate in candidates}
        return regions.isdisjoint(region_of(seen) for seen in self.seen)

    # ---- "the city", "the region", "the country" ----

    def meant(self, word: str, current: str | None) -> str | None:
        """Return the place that "the capital", "the city", "the region", "the country" means here."""
        if word == "there":
            return current
        if word == "country":
            return self.nation
        if word == "capital":
            return _CAPITALS.get(self.nation)
        spoken = [current] if current is not None else []
        spoken += reversed(self.seen)
        for place in spoken:
            if place in _COUNTRIES:
                continue
            if word == "city":
                city = None if self.kind(place) == "settlement" else self.city_of(place)
            elif word == "region":
                city = _AROUND.get(place) or region_of(place)
            else:
                city = self.seat(region_of(place))
            if city is not None:
                return city
        return None


def country_of(place_id: str) -> str:
    """Return the country that the id of a place begins with."""
    return place_id.partition("-")[0].partition(".")[0]


def region_of(place_id: str) -> str:
    """Return the region that the id of a place begins with; the country for a country."""
    return place_id.partition(".")[0]


class _Sentence:
    """The marks of one sentence, as the search for places asks for them."""

    def __init__(self, tokens: Tokens, line: Line, marks: Sequence[Mark], start: int) -> None:
        self.tokens, self.line, self.start = tokens, line, start
        self.roles: dict[str, set[int]] = {}  # by role, the tokens before which it stands
        self.covered: set[int] = set()
        self.speakers = [mark for mark in marks if mark.kind in ("office", "source")]
        self.reports = {mark.first for mark in marks if mark.kind == "report" and mark.value in ("verbs", "according")}
        self.metonyms = {mark.first: mark.value for mark in marks if mark.kind == "metonym"}
        self.numbers = {mark.first: mark.last for mark in marks if mark.kind == "number"}
        self.areas = {mark.first for mark in marks if mark.kind == "noun" and mark.value in ("district", "settlement")}
        self.regions = {mark.first for mark in marks if mark.kind == "noun" and mark.value == "region"}
        self.told = {mark.first for mark in marks if mark.kind in ("action", "number")}
        self.counted = {mark.last for mark in marks if mark.kind == "number"}
        self.verbs = {mark.first for mark in marks if mark.kind == "role" and mark.value == "aux"}
        self.head = start  # where the sentence begins, its time stamp left out
        self.joining: set[int] = set()
        for mark in marks:
            if mark.kind == "role":
                self.roles.setdefault(mark.value, set()).add(mark.last)
                if mark.value in ("and", "or", "locative", "of"):
                    self.joining.update(range(mark.first, mark.last))
            if mark.kind in _STAMPS and self._only_marks(self.head, mark.first):
                self.head = max(self.head, mark.last)
            self.covered.update(range(mark.first, mark.last))

    def _only_marks(self, first: int, last: int) -> bool:
        return not any(self.tokens.words[at][0].isalnum() for at in range(first, last))

    def after_role(self, role: str, token: int, gap: int) -> bool:
        """Tell whether `role` ends at most `gap` tokens before `token`."""
        ends = self.roles.get(role)
        return ends is not None and any(token - step in ends for step in range(gap + 1))

    def leads(self, token: int) -> bool:
        """Tell whether only a preposition and marks stand before `token`."""
        return all(at in self.joining or not self.tokens.words[at][0].isalnum() for at in range(self.head, token))

    def names_plainly(self, mark: Mark) -> bool:
        """Tell whether a plain word is a name here: right after "in", or all that a line says."""
        return self.after_role("locative", mark.first, 0) or self.labels(mark)

    def leads_to(self, token: int) -> bool:
        """Tell whether a token is a preposition that is neither "and" nor "or"."""
        return token in self.covered and not any(token + 1 in self.roles.get(role, ()) for role in ("and", "or"))

    def stands_alone(self, mark: Mark) -> bool:
        """Tell whether a verb or a mark follows a name right after "in": no noun that it could belong to."""
        at = mark.last
        ends = at >= self.line.last or at in self.told or not self.tokens.words[at][0].isalnum()
        return ends and self.after_role("locative", mark.first, 0)

    def heads(self, last: int) -> bool:
        """Tell whether a name that ends there opens what follows it: "в Одесі — двоє", "Суми: троє"."""
        return last < self.line.last and self.tokens.words[last] in _HEADS

    def labels(self, mark: Mark) -> bool:
        """Tell whether a name is all that a sentence says, or what it says before a colon."""
        words, last = self.tokens.words, mark.last
        return self.leads(mark.first) and (last >= self.line.last or words[last] in (".", ":", "—"))

    def of_speaker(self, mark: Mark) -> bool:
        """Tell whether the place only names a speaker ("Kyiv's mayor", "Одеська ОВА", "governor of the Odesa region")."""
        words = self.tokens.words
        capital = mark.value in _CAPITALS.values()
        for other in self.speakers:
            if capital and other.kind == "source" and 0 <= mark.first - other.last <= 1:
                return True  # "the air force in Kyiv"
            before = other.first - mark.last
            if 0 <= before <= 1:
                if not self.after_role("locative", mark.first, 1) and words[mark.last : other.first] != [","]:
                    return True
            elif other.first <= mark.first < other.last:
                return True
            elif 0 <= mark.first - other.last <= 2 and self._plain(other.last, mark.first):
                return self._speaks(other, mark.last)
            elif 0 <= mark.first - other.last <= _OFFICE and other.value.endswith("-" + mark.value):
                return True  # "Serhii Lysak, chief of the Dnipropetrovsk region"
        return False

    def _speaks(self, speaker: Mark, end: int) -> bool:
        """Tell whether a verb of saying stands by a speaker and the place after it ("police in Kharkiv said")."""
        return any(end <= at <= end + _REACH or speaker.first - _GAP <= at < speaker.first for at in self.reports)

    def _plain(self, first: int, last: int) -> bool:
        return all(self.tokens.words[at][0].isalpha() for at in range(first, last))

    def is_metonym(self, mark: Mark) -> bool:
        """Tell whether a capital or a country stands for its government ("Moscow said", "Russia launched")."""
        value = self.metonyms.get(mark.first)
        if value is None or self.after_role("locative", mark.first, 1):
            return False
        if value == "ru-mod":
            return True
        return any(at in self.reports for at in range(mark.last, mark.last + 3))


def find_mentions(
    tokens: Tokens,
    line: Line,
    marks: Sequence[Mark],
    atlas: Atlas,
    current: str | None,
    start: int,
) -> list[Mention]:
    """Return the places of a sentence from token `start` on, those that stand together made one."""
    if not any(mark.kind in ("place", "anaphor") for mark in marks):
        return []
    sentence = _Sentence(tokens, line, marks, start)
    named = {at for mark in marks if mark.kind == "place" for at in range(mark.first, mark.last)}
    places = [
        mark
        for mark in marks
        if mark.first >= start and (mark.kind == "place" or (mark.kind == "anaphor" and mark.first not in named))
    ]
    found: list[Mention] = []
    for at, mark in enumerate(places):
        mention = _mention(sentence, places, at, atlas, current, found)
        if mention is None:
            continue
        if mention.place is not None and mark.kind == "place" and not mention.place.startswith("sea"):
            atlas.seen.append(mention.place)
        _join(sentence, found, mention, atlas)
    return [_without_sea(mention) for mention in found if not _is_epithet(mention, found)]


def _is_epithet(mention: Mention, found: Sequence[Mention]) -> bool:
    """Tell whether a sea only says which port ("the Black Sea port of Odesa")."""
    if mention.place is None or not mention.place.startswith("sea"):
        return False
    return any(0 <= other.first - mention.last <= _GAP for other in found)


def _without_sea(mention: Mention) -> Mention:
    sea = mention.place is not None and mention.place.startswith("sea")
    return replace(mention, place=None) if sea else mention


def _mention(
    sentence: _Sentence, places: Sequence[Mark], at: int, atlas: Atlas, current: str | None, found: Sequence[Mention]
) -> Mention | None:
    mark = places[at]
    locative = sentence.after_role("locative", mark.first, 2)
    if mark.kind == "anaphor":
        spoken = atlas.there if mark.value == "there" else current
        place = _anaphor(sentence, mark, atlas, found[-1].place if found and found[-1].place else spoken)
        locative = locative or mark.value in ("there", "country")
    else:
        match = mark.place
        if match is not None and not match.unit and _is_plain(sentence, mark, found, atlas):
            place = None
        else:
            nearer = [one.place for one in reversed(found) if one.place is not None]
            if at + 1 < len(places) and places[at + 1].first - mark.last <= 2:
                following = places[at + 1].place
                nearer[:0] = [candidate.id for candidate in following.candidates[:1]] if following is not None else []
            place = atlas.resolve(mark, sentence.tokens, nearer)
            if place is None and sentence.labels(mark):
                place = atlas.nearby(mark)
            elif place is None and sentence.stands_alone(mark):
                place = atlas.nearby(mark, districts=True)
    if place is None or sentence.is_metonym(mark):
        return None
    role = "route" if _on_route(sentence, places, at) else _role(sentence, mark, found)
    mention = Mention(
        mark.first, mark.last, place, role, locative, False, sentence.heads(mark.last), sentence.leads(mark.first)
    )
    return _with_areas(sentence, mention)


def _on_route(sentence: _Sentence, places: Sequence[Mark], at: int) -> bool:
    """Tell whether a name is an end of a line or of a train's way ("No. 113 Kharkiv — Lviv")."""
    mark, words = places[at], sentence.tokens.words
    if mark.place is None or mark.place.candidates[0].kind not in _SMALL:
        return False
    for one, other in ((at - 1, at), (at, at + 1)):
        if one < 0 or other >= len(places) or places[one].kind != "place" or places[other].kind != "place":
            continue
        last = places[one].last
        if places[other].first == last + 1 and words[last] in _DASHES and places[one].first > sentence.head:
            return True
    return False


def _with_areas(sentence: _Sentence, mention: Mention) -> Mention:
    """Widen "Харків і тринадцять населених пунктів" to the region that all of them lie in."""
    if mention.place is None or ("." not in mention.place and mention.place not in _AROUND):
        return mention
    ends = sentence.roles.get("and", set())
    number = mention.last + (2 if mention.last + 2 in sentence.numbers else 1)
    if (
        mention.last + 1 not in ends
        or number not in sentence.numbers
        or not sentence.joining.issuperset(range(mention.last, number))
    ):
        return mention
    area = sentence.numbers[number]
    if any(area <= first <= area + 1 for first in sentence.regions):
        return replace(mention, place=country_of(mention.place), several=True)
    if any(area <= first <= area + 1 for first in sentence.areas):
        return replace(mention, place=_AROUND.get(mention.place) or region_of(mention.place), several=True)
    return mention


def _is_plain(sentence: _Sentence, mark: Mark, found: Sequence[Mention], atlas: Atlas) -> bool:
    """Tell whether a capitalised word is rather no place: a plain word, or a surname like a village's name."""
    match = mark.place
    if match is None or sentence.names_plainly(mark):
        return False
    if found and found[-1].role == "where" and _adjoins(sentence, found[-1].last, mark.first):
        return False  # in a list of places
    if match.common:
        return True
    village = all(candidate.kind == "settlement" for candidate in match.candidates)
    return village and not atlas.local and not sentence.after_role("locative", mark.first, 2)


def _anaphor(sentence: _Sentence, mark: Mark, atlas: Atlas, current: str | None) -> str | None:
    """Return what "the region" means, unless it is counted ("six regions", "every region") or says nothing ("there were")."""
    if mark.first in sentence.counted or (mark.value == "there" and mark.last in sentence.verbs):
        return None
    if sentence.after_role("all", mark.first, 1):
        return atlas.nation
    return atlas.meant(mark.value, current)


def _role(sentence: _Sentence, mark: Mark, found: Sequence[Mention]) -> str:
    """Return what the name is for: where something happened, whence it came, whose office speaks."""
    before = found[-1] if found else None
    if (
        before is not None
        and before.role == "from"
        and mark.first - before.last == 1
        and sentence.leads_to(before.last)
    ):
        return "route"  # "from Odesa to Zaporizhzhia"
    if sentence.after_role("from", mark.first, _FROM_GAP) and not sentence.after_role("locative", mark.first, 0):
        return "from"
    if before is not None and before.role == "from" and (
        _adjoins(sentence, before.last, mark.first) or _goes_on(sentence, before.last, mark.first)
    ):
        return "from"
    return "speaker" if mark.kind == "place" and sentence.of_speaker(mark) else "where"


def _goes_on(sentence: _Sentence, first: int, last: int) -> bool:
    """Tell whether a list of names goes on over one that nobody knows: "from Kursk and Cape Chauda in Crimea"."""
    raw = sentence.tokens.raw[first:last]
    if not raw or len(raw) > _UNKNOWN or not (raw[0] in _LISTING or first in sentence.joining):
        return False
    known = [
        word in _LISTING or at in sentence.joining or at >= last - 2 or sentence.after_role("from", at + 1, 0)
        for at, word in enumerate(raw, start=first)
    ]
    names = [word[0].isupper() for word in raw]
    return any(names) and all(one or other for one, other in zip(known, names, strict=True))


def _adjoins(sentence: _Sentence, first: int, last: int) -> bool:
    """Tell whether nothing but commas, conjunctions, prepositions and an article stands between two names."""
    if last - first > _GAP:
        return False
    words = sentence.tokens.words
    return all(
        at in sentence.joining
        or words[at] in _LISTING
        or (at == last - 1 and at not in sentence.covered and words[at].isalpha() and len(words[at]) <= _ARTICLE)
        for at in range(first, last)
    )


def _join(sentence: _Sentence, found: list[Mention], mention: Mention, atlas: Atlas) -> None:
    """Add `mention` to `found`, as one with the last where both are of one list or one lies in the other."""
    before = found[-1] if found else None
    if (
        before is None
        or before.place is None
        or mention.place is None
        or before.role != mention.role
        or sentence.heads(mention.last)
        or not _adjoins(sentence, before.last, mention.first)
    ):
        found.append(mention)
        return
    if before.several and before.place != mention.place:
        place = atlas.common([before.place, mention.place])
        found[-1] = replace(before, last=mention.last, heads=mention.heads, place=place)
        return
    whole = replace(before, last=mention.last, heads=mention.heads)
    if before.last < mention.first and not _listed(sentence, before.last, mention.first):
        # "В Богодухове под Харьковом": by a preposition alone the second only says where the first is.
        inner = atlas.within(mention.place, before.place)
        found[-1] = replace(whole, place=mention.place) if inner else whole
        return
    if atlas.within(mention.place, before.place):
        found[-1] = replace(whole, place=mention.place)
    elif (not _listed(sentence, before.last, mention.first) and atlas.lies_in(before.place, mention.place)) or (
        atlas.within(before.place, mention.place) and not _coordinated(sentence, before.last, mention.first)
    ):
        found[-1] = whole
    elif mention.first > before.last and mention.place != before.place:
        found[-1] = replace(whole, place=atlas.common([before.place, mention.place]), several=True)
    else:
        found.append(mention)


def _listed(sentence: _Sentence, first: int, last: int) -> bool:
    words = sentence.tokens.words[first:last]
    return "," in words or "/" in words or _coordinated(sentence, first, last)


def _coordinated(sentence: _Sentence, first: int, last: int) -> bool:
    ends = sentence.roles.get("and", set())
    return any(at + 1 in ends for at in range(first, last))
