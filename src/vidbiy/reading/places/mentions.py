"""What places a sentence names: the names that say where, those that stand together made one, words like "the city".

A name of a place says many other things than where something happened: whose mayor speaks ("Kharkiv governor"), where a
weapon was sent from ("from Kursk", "(Міллєрово, Чауда)"), which government claims something ("Moscow said").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vidbiy.reading.places.atlas import AROUND, SMALL, Atlas, country_of, region_of
from vidbiy.reading.places.joining import adjoins, goes_on, join
from vidbiy.reading.places.mention import Mention
from vidbiy.reading.places.surroundings import Surroundings
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["NAMES", "find_mentions"]

# The kinds of marks that places are found by.
NAMES = frozenset({"place", "anaphor"})
# "The Black Sea port of Odesa": so near stands the town that a sea is the epithet of.
_EPITHET = 3
# "from the airspace of the occupied part of the Zaporizhzhia region"
_FROM_GAP = 3
# "Pokrovske, Dnipropetrovsk region": so near stands what tells namesakes apart.
_NAMESAKE = 2
# "neun Kreisen und der Stadt": a number stands so near before the "and".
_AREA_LONG = 2
_AREAS = frozenset({"district", "community"})
_DASHES = frozenset({"—", "-"})


def find_mentions(
    tokens: Tokens,
    line: Line,
    marks: Sequence[Mark],
    atlas: Atlas,
    current: str | None,
    start: int,
) -> list[Mention]:
    """Return the places of a sentence from token `start` on, those that stand together made one."""
    sentence = Surroundings(tokens, line, marks, start)
    counted = _counted_regions(sentence, country_of(current) if current is not None else atlas.nation)
    if NAMES.isdisjoint([mark.kind for mark in marks]):
        return counted
    places = [mark for mark in marks if mark.kind in NAMES and mark.first >= start]
    if any(mark.kind == "anaphor" for mark in places):
        taken = {at for mark in marks if mark.kind == "place" for at in range(mark.first, mark.last)}
        places = [mark for mark in places if mark.kind == "place" or mark.first not in taken]
    found: list[Mention] = []
    named: list[str] = []
    for at, mark in enumerate(places):
        if len(named) > 1:
            atlas.listed = named
        mention = _mention(sentence, places, at, atlas, current, found)
        if mention is None:
            continue
        if mention.place is not None and mark.kind == "place" and not mention.place.startswith("sea"):
            atlas.seen.append(mention.place)
            named.append(mention.place)
        if mention.role == "route" and found and found[-1].role == "from":
            found[-1] = replace(found[-1], role="route")
        join(sentence, found, mention, atlas)
    if named:
        atlas.listed = named
    if any(mention.place is not None and mention.place.startswith("sea") for mention in found):
        found = [_without_sea(mention) for mention in found if not _is_epithet(mention, found)]
    return sorted([*found, *counted], key=lambda mention: mention.first) if counted else found


def _counted_regions(sentence: Surroundings, country: str) -> list[Mention]:
    """Return the country for regions that are only counted: "без света миллион потребителей в пяти областях"."""
    return [
        Mention(first, region + 1, country, locative=True, several=True, counted=True)
        for region in sentence.nouns("region")
        for first, last in sentence.numbers.items()
        if 0 <= region - last <= 1 and sentence.after_role("locative", first, 1)
    ]


def _is_epithet(mention: Mention, found: Sequence[Mention]) -> bool:
    """Tell whether a sea only says which port ("the Black Sea port of Odesa")."""
    if mention.place is None or not mention.place.startswith("sea"):
        return False
    return any(0 <= other.first - mention.last <= _EPITHET for other in found)


def _without_sea(mention: Mention) -> Mention:
    sea = mention.place is not None and mention.place.startswith("sea")
    return replace(mention, place=None) if sea else mention


def _mention(
    sentence: Surroundings, places: Sequence[Mark], at: int, atlas: Atlas, current: str | None, found: Sequence[Mention]
) -> Mention | None:
    mark = places[at]
    locative = sentence.after_role("locative", mark.first, 2)
    if mark.kind == "anaphor":
        spoken = atlas.there if mark.value == "there" else current
        named = [one.place for one in found if one.place is not None and one.role in ("where", "speaker")]
        place = _anaphor(sentence, mark, atlas, named[-1] if named else spoken)
        locative = locative or mark.value in ("there", "country", "own")
    elif _is_no_place(sentence, mark, found, atlas):
        place = None
    else:
        nearer = [one.place for one in reversed(found) if one.place is not None]
        nearer[:0] = _following(sentence, mark.last, places[at + 1 :])
        spoken = next((one.place for one in reversed(found) if one.place is not None), current)
        district = atlas.district_here(mark, spoken) if sentence.stands_alone(mark) else None
        place = district or atlas.resolve(mark, sentence.tokens, nearer)
        if place is None and sentence.labels(mark):
            place = atlas.nearby(mark)
        elif place is None and sentence.stands_alone(mark):
            place = atlas.nearby(mark, districts=True)
    if place is not None and mark.kind == "place" and "-" not in place and not place.startswith("sea"):
        atlas.state = place
    if place is None and mark.place is not None and mark.place.adjective and sentence.names_office(mark):
        atlas.seen.append(mark.place.candidates[0].id)  # "Богодухівська окружна прокуратура" speaks of its raion
    if place is None or sentence.is_metonym(mark):
        return None
    if (
        locative
        and "-" not in place
        and sentence.possesses(mark)
        and not _following(sentence, mark.last, places[at + 1 :])
    ):
        locative = False  # "in Russia's sixth mass strike"
    role = "route" if _on_route(sentence, places, at) else _role(sentence, mark, found)
    mention = Mention(
        mark.first,
        mark.last,
        place,
        role,
        locative,
        heads=sentence.heads(mark.last),
        anaphor=mark.kind == "anaphor" and mark.value in ("city", "region"),
        example=bool(found) and sentence.after_role("include", mark.first, 2),
        leads=sentence.leads(mark.first),
    )
    return _with_areas(sentence, mention)


def _following(sentence: Surroundings, first: int, places: Sequence[Mark]) -> list[str]:
    """Return the places right behind a name, which may tell which of its namesakes that is, the most exact first."""
    found: list[str] = []
    for mark in places:
        if mark.place is None:
            continue
        if mark.first - first - 2 * len(sentence.apposed.intersection(range(first, mark.first))) > _NAMESAKE:
            break
        found.append(mark.place.candidates[0].id)
        first = mark.last
    return sorted(found, key=lambda one: "-" not in one)  # "in Russia's Belgorod region"


def _on_route(sentence: Surroundings, places: Sequence[Mark], at: int) -> bool:
    """Tell whether a name is an end of a line or of a train's way ("No. 113 Kharkiv — Lviv")."""
    mark, words = places[at], sentence.tokens.words
    if mark.place is None or mark.place.candidates[0].kind not in SMALL:
        return False
    for one, other in ((at - 1, at), (at, at + 1)):
        if one < 0 or other >= len(places) or places[one].kind != "place" or places[other].kind != "place":
            continue
        last = places[one].last
        if places[other].first == last + 1 and words[last] in _DASHES and places[one].first > sentence.head:
            return True
    return False


def _with_areas(sentence: Surroundings, mention: Mention) -> Mention:
    """Widen "Харків і тринадцять населених пунктів", "дев'ять областей і столиця" to what all of them lie in."""
    if mention.place is None or ("." not in mention.place and mention.place not in AROUND):
        return mention
    ends, more = sentence.roles.get("and", set()), sentence.roles.get("more", set())
    area: int | None = None
    if mention.last + 1 in ends:
        number = next((at for at in (mention.last + 2, mention.last + 1) if at in sentence.numbers), None)
        if number is not None and all(at in sentence.joining or at + 1 in more for at in range(mention.last, number)):
            area = sentence.numbers[number]
    else:
        before = next((at for at in range(mention.first, mention.first - 3, -1) if at in ends), None)
        if before is not None and _only_joins(sentence, before, mention.first):
            area = next((last for last in sentence.numbers.values() if 0 < before - 1 - last <= _AREA_LONG), None)
    if area is None:
        return mention
    if any(area <= first <= area + 1 for first in sentence.nouns("region")):
        mention.place, mention.several = country_of(mention.place), True
    elif any(area <= first <= area + 1 for first in sentence.nouns("district", "settlement")):
        mention.place, mention.several = AROUND.get(mention.place) or region_of(mention.place), True
    return mention


def _only_joins(sentence: Surroundings, first: int, last: int) -> bool:
    """Tell whether nothing but prepositions and articles stands there."""
    return all(at in sentence.joining or at in sentence.articles for at in range(first, last))


def _is_no_place(sentence: Surroundings, mark: Mark, found: Sequence[Mention], atlas: Atlas) -> bool:
    """Tell whether a name is a plain word, a surname, a street or says whose embassy it is."""
    bare = mark.place is not None and not mark.place.unit
    if sentence.of_street(mark) or sentence.of_embassy(mark):
        return True
    return bare and (_is_plain(sentence, mark, found, atlas) or _is_river(sentence, mark))


def _is_river(sentence: Surroundings, mark: Mark) -> bool:
    """Tell whether a town's name with an article is a river's: "trains did not cross the Dnipro"."""
    if mark.first - 1 not in sentence.definite or mark.place is None:
        return False
    at = mark.last
    ends = at >= sentence.line.last or not sentence.tokens.words[at][0].isalpha() or at in sentence.joining
    return ends and all(one.kind in SMALL for one in mark.place.candidates)


def _is_plain(sentence: Surroundings, mark: Mark, found: Sequence[Mention], atlas: Atlas) -> bool:
    """Tell whether a capitalised word is rather no place: a plain word, or a surname like a village's name."""
    match = mark.place
    if match is None or sentence.is_quoted_name(mark):
        return match is not None
    if sentence.names_plainly(mark):
        return False
    if found and found[-1].role == "where" and adjoins(sentence, found[-1].last, mark.first):
        return False  # in a list of places
    if match.common:
        return True
    village = all(candidate.kind == "settlement" for candidate in match.candidates)
    placed = sentence.after_role("locative", mark.first, 2) or sentence.is_origin_of_people(mark)
    return village and not atlas.local and not placed


def _anaphor(sentence: Surroundings, mark: Mark, atlas: Atlas, current: str | None) -> str | None:
    """Return what "the region" means, unless it is counted ("six regions") or says nothing ("there were")."""
    if mark.value in _AREAS and not sentence.is_meant_area(mark):
        return None
    if mark.first in sentence.apposed:
        return None  # "Lapaivka, a village outside Lviv"
    if mark.first in sentence.numbers.values() or (mark.value == "there" and sentence.is_auxiliary(mark.last)):
        return None
    if sentence.after_role("all", mark.first, 1):
        return atlas.nation
    if mark.value == "country" and current is not None and "-" not in current:
        return current  # "In Moldova, power was cut in the north of the country"
    return atlas.meant(mark.value, current)


def _role(sentence: Surroundings, mark: Mark, found: Sequence[Mention]) -> str:
    """Return what the name is for: where something happened, whence it came, whose office speaks."""
    before = found[-1] if found else None
    if (
        before is not None
        and before.role == "from"
        and mark.first - before.last == 1
        and sentence.leads_to(before.last)
        and not sentence.after_role("at", mark.first, 0)
    ):
        return "route"  # "from Odesa to Zaporizhzhia"
    if sentence.after_role("via", mark.first, 0):
        return "route"  # "поїзди йдуть через Миргород"
    if sentence.after_role("from", mark.first, _FROM_GAP) and not sentence.after_role("locative", mark.first, 0):
        return "from"
    if (
        before is not None
        and before.role == "from"
        and (adjoins(sentence, before.last, mark.first) or goes_on(sentence, before.last, mark.first))
    ):
        return "from"
    if mark.kind == "place" and sentence.is_destination(mark):
        return "route"
    spoken = sentence.of_speaker(mark) if mark.kind == "place" else sentence.of_office(mark)
    return "speaker" if spoken else "where"
