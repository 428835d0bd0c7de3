"""What places a sentence names: the names that say where, those that stand together made one, words like "the city".

A name of a place says many other things than where something happened: whose mayor speaks ("Kharkiv governor"), where a
weapon was sent from ("from Kursk", "(Міллєрово, Чауда)"), which government claims something ("Moscow said").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vidbiy.reading.annotation import Mark
from vidbiy.reading.atlas import AROUND, SMALL, Atlas, country_of, region_of
from vidbiy.reading.surroundings import Surroundings
from vidbiy.reading.text import Line, Tokens

__all__ = ["NAMES", "Mention", "find_mentions"]

# The kinds of marks that places are found by.
NAMES = frozenset({"place", "anaphor"})
_LISTING = frozenset({",", "/"})
# Names of one list, or a name and what it lies in, stand at most so many tokens apart ("Maykop, in the Adygea ...").
_GAP = 3
_ARTICLE = 3
# "Kursk and Cape Chauda in occupied Crimea": so many tokens may stand between two names of such a list.
_UNKNOWN = 6
# "from the airspace of the occupied part of the Zaporizhzhia region"
_FROM_GAP = 3
# "Pokrovske, Dnipropetrovsk region": so near stands what tells namesakes apart.
_NAMESAKE = 2
_AREAS = frozenset({"district", "community"})
_DASHES = frozenset({"—", "-"})


@dataclass(slots=True)
class Mention:
    """A place in the tokens [first, last) of a sentence.

    ``place`` is None for a sea and for places of several countries: something is known of where, but no id. ``role`` is
    ``where``, ``from`` (what was sent came from there), ``route`` (an end of a
    line, or where the hurt were taken) or ``speaker`` (it says whose office speaks).
    """

    first: int
    last: int
    place: str | None
    role: str = "where"
    locative: bool = False  # "in", "over", "near" stands before it
    several: bool = False  # a list of places, given by what they all lie in
    heads: bool = False  # a dash or a colon follows: it goes with what comes after
    anaphor: bool = False  # "the city", "the region"
    example: bool = False  # "including the regional centre": one of what was named before
    leads: bool = False  # nothing but a preposition, a number or a time stands before it in its sentence

    def take_in(self, other: Mention, place: str | None) -> None:
        """Become one with the mention behind it, of that place."""
        self.last, self.heads, self.place = other.last, other.heads, place


def find_mentions(
    tokens: Tokens,
    line: Line,
    marks: Sequence[Mark],
    atlas: Atlas,
    current: str | None,
    start: int,
) -> list[Mention]:
    """Return the places of a sentence from token `start` on, those that stand together made one."""
    if NAMES.isdisjoint([mark.kind for mark in marks]):
        return []
    sentence = Surroundings(tokens, line, marks, start)
    places = [mark for mark in marks if mark.kind in NAMES and mark.first >= start]
    if any(mark.kind == "anaphor" for mark in places):
        named = {at for mark in marks if mark.kind == "place" for at in range(mark.first, mark.last)}
        places = [mark for mark in places if mark.kind == "place" or mark.first not in named]
    found: list[Mention] = []
    for at, mark in enumerate(places):
        mention = _mention(sentence, places, at, atlas, current, found)
        if mention is None:
            continue
        if mention.place is not None and mark.kind == "place" and not mention.place.startswith("sea"):
            atlas.seen.append(mention.place)
        if mention.role == "route" and found and found[-1].role == "from":
            found[-1] = replace(found[-1], role="route")
        _join(sentence, found, mention, atlas)
    if any(mention.place is not None and mention.place.startswith("sea") for mention in found):
        found = [_without_sea(mention) for mention in found if not _is_epithet(mention, found)]
    return found


def _is_epithet(mention: Mention, found: Sequence[Mention]) -> bool:
    """Tell whether a sea only says which port ("the Black Sea port of Odesa")."""
    if mention.place is None or not mention.place.startswith("sea"):
        return False
    return any(0 <= other.first - mention.last <= _GAP for other in found)


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
        following = next((other for other in places[at + 1 :] if other.place is not None), None)
        if following is not None and following.place is not None and _is_next(sentence, mark.last, following.first):
            nearer[:0] = [candidate.id for candidate in following.place.candidates[:1]]
        place = atlas.resolve(mark, sentence.tokens, nearer)
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


def _is_next(sentence: Surroundings, first: int, last: int) -> bool:
    """Tell whether a place stands so near behind another that it may say which of its namesakes that is."""
    return last - first - 2 * len(sentence.apposed.intersection(range(first, last))) <= _NAMESAKE


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
    """Widen "Харків і тринадцять населених пунктів" to the region that all of them lie in."""
    if mention.place is None or ("." not in mention.place and mention.place not in AROUND):
        return mention
    ends, more = sentence.roles.get("and", set()), sentence.roles.get("more", set())
    if mention.last + 1 not in ends:
        return mention
    number = next((at for at in (mention.last + 2, mention.last + 1) if at in sentence.numbers), None)
    if number is None or not all(at in sentence.joining or at + 1 in more for at in range(mention.last, number)):
        return mention
    area = sentence.numbers[number]
    if any(area <= first <= area + 1 for first in sentence.nouns("region")):
        mention.place, mention.several = country_of(mention.place), True
    elif any(area <= first <= area + 1 for first in sentence.nouns("district", "settlement")):
        mention.place, mention.several = AROUND.get(mention.place) or region_of(mention.place), True
    return mention


def _is_no_place(sentence: Surroundings, mark: Mark, found: Sequence[Mention], atlas: Atlas) -> bool:
    """Tell whether a name is a plain word, a surname or a street."""
    bare = mark.place is not None and not mark.place.unit
    return sentence.of_street(mark) or (bare and (_is_plain(sentence, mark, found, atlas) or _is_river(sentence, mark)))


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
    if found and found[-1].role == "where" and _adjoins(sentence, found[-1].last, mark.first):
        return False  # in a list of places
    if match.common:
        return True
    village = all(candidate.kind == "settlement" for candidate in match.candidates)
    return village and not atlas.local and not sentence.after_role("locative", mark.first, 2)


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
        and (_adjoins(sentence, before.last, mark.first) or _goes_on(sentence, before.last, mark.first))
    ):
        return "from"
    if mark.kind == "place" and sentence.is_destination(mark):
        return "route"
    spoken = sentence.of_speaker(mark) if mark.kind == "place" else sentence.of_office(mark)
    return "speaker" if spoken else "where"


def _goes_on(sentence: Surroundings, first: int, last: int) -> bool:
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


def _adjoins(sentence: Surroundings, first: int, last: int) -> bool:
    """Tell whether nothing but commas, conjunctions, prepositions and an article stands between two names."""
    words, apposed = sentence.tokens.words, sentence.apposed
    if last - first - len(apposed.intersection(range(first, last))) > _GAP:
        return False
    return all(
        at in sentence.joining
        or at in apposed
        or at in sentence.linking
        or words[at] in _LISTING
        or (at == last - 1 and at in sentence.articles)
        or (at == last - 1 and at not in sentence.covered and words[at].isalpha() and len(words[at]) <= _ARTICLE)
        for at in range(first, last)
    )


def _join(sentence: Surroundings, found: list[Mention], mention: Mention, atlas: Atlas) -> None:
    """Add `mention` to `found`, as one with the last where both are of one list or one lies in the other."""
    before = found[-1] if found else None
    if (
        before is None
        or before.place is None
        or mention.place is None
        or before.role != mention.role
        or not (_adjoins(sentence, before.last, mention.first) or _lists_unknown(sentence, before, mention))
        or (
            sentence.heads(mention.last)
            and not _of_one_list(sentence, before.last, mention.first)
            and not _narrows(sentence, before, mention, atlas)
        )
    ):
        found.append(mention)
        return
    if before.several and before.place != mention.place:
        place = atlas.common([before.place, mention.place])
        before.take_in(mention, place)
        return
    if before.last < mention.first and not _listed(sentence, before.last, mention.first):
        # "В Богодухове под Харьковом": by a preposition alone the second only says where the first is.
        # "В Валуйском округе в селе Долгое": there the second is the more exact.
        inner = atlas.lies_in(mention.place, before.place)
        before.take_in(mention, mention.place if inner else before.place)
        return
    if (
        atlas.within(mention.place, before.place)
        or _narrows(sentence, before, mention, atlas)
        or (
            # "В Глушковском районе, в селе Волково"
            _said_where(sentence, before.last, mention.first) and atlas.lies_in(mention.place, before.place)
        )
    ):
        before.take_in(mention, mention.place)
    elif (
        (not _listed(sentence, before.last, mention.first) or _said_where(sentence, before.last, mention.first))
        and atlas.lies_in(before.place, mention.place)
    ) or (atlas.within(before.place, mention.place) and not _coordinated(sentence, before.last, mention.first)):
        before.take_in(mention, before.place)
    elif mention.first > before.last and mention.place != before.place:
        before.take_in(mention, atlas.common([before.place, mention.place]))
        before.several = True
    else:
        found.append(mention)


def _narrows(sentence: Surroundings, before: Mention, mention: Mention, atlas: Atlas) -> bool:
    """Tell whether a label goes from the wider place to the exact one: "Бериславський район, Тягинка: …"."""
    if before.place is None or mention.place is None or not before.leads or before.several:
        return False
    between = [at for at in range(before.last, mention.first) if at not in sentence.articles]
    return [sentence.tokens.words[at] for at in between] == [","] and atlas.lies_in(mention.place, before.place)


def _lists_unknown(sentence: Surroundings, before: Mention, mention: Mention) -> bool:
    """Tell whether only names that nobody knows stand between two places: "Bessonovka, Nechayevka and Oktyabrsky"."""
    raw, names = sentence.tokens.raw, 0
    if before.role != "where" or not 0 < mention.first - before.last <= _UNKNOWN:
        return False
    for at in range(before.last, mention.first):
        if raw[at] in _LISTING or at in sentence.joining:
            names = 0
        elif raw[at][0].isupper() and at not in sentence.covered and at > before.last and not names:
            names += 1
        else:
            return False
    return not names


def _of_one_list(sentence: Surroundings, first: int, last: int) -> bool:
    """Tell whether what follows two names is of both: "у Слобідському та Основ'янському районах: два будинки"."""
    return last == first or ("," not in sentence.tokens.words[first:last] and _coordinated(sentence, first, last))


def _listed(sentence: Surroundings, first: int, last: int) -> bool:
    words = sentence.tokens.words[first:last]
    if not (sentence.linking | sentence.apposed).isdisjoint(range(first, last)):
        return False  # "у Лапаївці, що під Львовом", "Lapaivka, a village outside Lviv"
    return "," in words or "/" in words or _coordinated(sentence, first, last)


def _said_where(sentence: Surroundings, first: int, last: int) -> bool:
    """Tell whether a comma and "in" stand between: "the village of Pohreby, in the Brovary district"."""
    return sentence.tokens.words[first] == "," and sentence.after_role("locative", last, 0)


def _coordinated(sentence: Surroundings, first: int, last: int) -> bool:
    ends = sentence.roles.get("and", set())
    return any(at + 1 in ends for at in range(first, last))
