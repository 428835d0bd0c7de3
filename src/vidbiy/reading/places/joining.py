"""Which names of places stand together: a list, a place in a wider one, a label that goes from the region to the town.

"In Richtung Sumy und Charkiw" is a list; "the village of Pohreby, in the Brovary district" is one place.
"""

from __future__ import annotations

from vidbiy.reading.places.atlas import AROUND, Atlas
from vidbiy.reading.places.mention import Mention
from vidbiy.reading.places.surroundings import Surroundings

__all__ = ["adjoins", "goes_on", "join"]

_LISTING = frozenset({",", "/"})
# Names of one list, or a name and what it lies in, stand at most so many tokens apart ("Maykop, in the Adygea ...").
_GAP = 3
_NARROWING = ([","], [":"])
_ARTICLE = 3
# "Kursk and Cape Chauda in occupied Crimea": so many tokens may stand between two names of such a list.
_UNKNOWN = 6
# A village with its unit word takes at least so many tokens.
_CALLED = 2


def goes_on(sentence: Surroundings, first: int, last: int) -> bool:
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


def adjoins(sentence: Surroundings, first: int, last: int) -> bool:
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


def join(sentence: Surroundings, found: list[Mention], mention: Mention, atlas: Atlas) -> None:
    """Add `mention` to `found`, as one with the last where both are of one list or one lies in the other."""
    before = found[-1] if found else None
    if (
        before is None
        or before.place is None
        or mention.place is None
        or before.role != mention.role
        or not (
            _narrows(sentence, before, mention, atlas)
            or (_stand_together(sentence, before, mention) and not _heads_alone(sentence, before, mention))
        )
    ):
        found.append(mention)
        return
    if before.several and before.place != mention.place:
        before.take_in(mention, _of_all(before, mention, atlas))
        return
    if before.last < mention.first and not _listed(sentence, before.last, mention.first):
        # "В Богодухове под Харьковом": by a preposition alone the second only says where the first is.
        # "В Валуйском округе в селе Долгое": there the second is the more exact.
        inner = atlas.lies_in(mention.place, before.place)
        before.frame = before.place if inner else None
        before.take_in(mention, mention.place if inner else before.place)
        return
    if (
        atlas.within(mention.place, before.place)
        or _narrows(sentence, before, mention, atlas)
        or (before.last == mention.first and atlas.lies_in(mention.place, before.place))  # "в округе сёла Отрадное"
        or (
            # "В Глушковском районе, в селе Волково"
            _said_where(sentence, before.last, mention.first) and atlas.lies_in(mention.place, before.place)
        )
    ):
        before.frame = before.place
        before.take_in(mention, mention.place)
    elif (
        (
            (not _listed(sentence, before.last, mention.first) or _said_where(sentence, before.last, mention.first))
            and atlas.lies_in(before.place, mention.place)
        )
        or _is_around(sentence, before, mention, atlas)
        or _is_of_district(sentence, before, mention, atlas)
        or (atlas.within(before.place, mention.place) and not _coordinated(sentence, before.last, mention.first))
    ):
        before.take_in(mention, before.place)
    elif mention.first > before.last and mention.place != before.place:
        before.take_in(mention, _of_all(before, mention, atlas))
        before.several = True
    else:
        found.append(mention)


def _of_all(before: Mention, mention: Mention, atlas: Atlas) -> str | None:
    """Return what a list of places lies in: the wider place that stood before it, else what they share."""
    if before.place is None or mention.place is None:
        return None
    framed = before.frame is not None and atlas.lies_in(mention.place, before.frame)
    return before.frame if framed else atlas.common([before.place, mention.place])


def _stand_together(sentence: Surroundings, before: Mention, mention: Mention) -> bool:
    return adjoins(sentence, before.last, mention.first) or _lists_unknown(sentence, before, mention)


def _heads_alone(sentence: Surroundings, before: Mention, mention: Mention) -> bool:
    """Tell whether only the second name goes with what follows it: "Суми — троє, Харків — двоє"."""
    return sentence.heads(mention.last) and not _of_one_list(sentence, before.last, mention.first)


def _narrows(sentence: Surroundings, before: Mention, mention: Mention, atlas: Atlas) -> bool:
    """Tell whether a label goes from the wider place to the exact one: "Бериславський район, Тягинка: …"."""
    if before.place is None or mention.place is None or not before.leads or before.several:
        return False
    between = [at for at in range(before.last, mention.first) if at not in sentence.articles]
    return [sentence.tokens.words[at] for at in between] in _NARROWING and atlas.lies_in(mention.place, before.place)


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


def _is_around(sentence: Surroundings, before: Mention, mention: Mention, atlas: Atlas) -> bool:
    """Tell whether a town is said to lie outside a city that is a region of its own: "in Voskresensk, outside Moscow"."""
    around = AROUND.get(mention.place or "")
    if around is None or before.place is None or not _said_where(sentence, before.last, mention.first):
        return False
    beside = any(sentence.after_role(role, mention.first, 0) for role in ("near", "grounds"))
    return beside and atlas.lies_in(before.place, around)


def _is_of_district(sentence: Surroundings, before: Mention, mention: Mention, atlas: Atlas) -> bool:
    """Tell whether a district behind a comma is that of what is called a village: "the village of Pisky, Izium district"."""
    if before.place is None or mention.place is None or before.several or before.last - before.first < _CALLED:
        return False
    called = sentence.tokens.raw[before.first][0].islower()
    district = mention.place.endswith("-raion") and sentence.tokens.words[before.last : mention.first] == [","]
    return called and district and "." in before.place and atlas.lies_in(before.place, mention.place)


def _coordinated(sentence: Surroundings, first: int, last: int) -> bool:
    ends = sentence.roles.get("and", set())
    return any(at + 1 in ends for at in range(first, last))
