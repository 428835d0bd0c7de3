"""Which place of its sentence goes with an assertion: the nearest one that it can have happened at.

"81, 24 over Bryansk, 12 over Kursk": 24 were over Bryansk, and 81 over neither. How far a place stands is told by
`Governor`, with what it costs to stand without "in", behind another number, in another part of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vidbiy.reading.assertions import Assertion
from vidbiy.reading.places.atlas import Atlas, country_of, region_of
from vidbiy.reading.places.mention import Mention
from vidbiy.reading.said import Said
from vidbiy.reading.sentences.governing import Governor
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["AIR_DEFENCE", "NATIONAL_SPEAKERS", "Nearness", "Scene"]

# An air force counts these over its whole country, unless the clause itself names a place.
AIR_DEFENCE = frozenset({"launched", "shot_down", "suppressed", "intercepted", "in_air"})
NATIONAL_SPEAKERS = frozenset(
    {"ua-air-force", "ua-president", "ua-general-staff", "ua-mod", "ua-government", "ru-mod", "ru-kremlin"}
)
# A place stands at most at this cost (see `Governor`) from what happened there; a national count's at most at that one.
_FAR, _OWN_CLAUSE = 16.0, 7.0
# What it costs a place to stand without "in", "over", "near", to come after a place of its own clause, to be another's.
_BARE, _LATER_PART, _CAPTURED = 2.0, 30.0, 8.0
# "In Lutsk, the mayor said four people had died": a place that opens its sentence is where all of it happened.
_OPENING = 6.0
_INSIDE = 3.0  # a more specific place may stand so much farther than the wider one
_STOPPED = frozenset({"shot_down", "suppressed", "intercepted"})
_FALLING = frozenset({"hit", "debris"})
_PARTS = ("include", "of_them", "mainly")
# People taken from a place were there; weapons sent from one are not.
_TAKEN = frozenset({"evacuated", "rescued", "hospitalised"})
# The only place of a sentence may stand so far from what happened there.
_SOLE = 28.0
# "Das Zentrum von Kiew", "люди з Харкова": "from" is often "of".
_FROM = 4.0
_APPOSED, _NEXT_CLAUSE = 6.0, 12.0
_BRACKET = 24
# "were hurt elsewhere in the region": so near stands a place behind its verb.
_BEHIND = 3


@dataclass(slots=True)
class Scene:
    """What one sentence gives the search for the places of its assertions."""

    said: Said
    mentions: Sequence[Mention]
    speaker: str | None
    office: str | None  # the place that the speaker's word is about
    attributed: bool  # the sentence names its speaker
    total: bool  # it counts since long ago
    quoted: bool = False  # it goes on with the words of somebody named before
    recalled: bool = False  # it is of a month, or of a day long before the attack that the story is about


class Nearness:
    """Finds the place of a sentence that an assertion goes with."""

    def __init__(self, tokens: Tokens, atlas: Atlas) -> None:
        self._tokens, self._atlas = tokens, atlas

    def find(self, assertion: Assertion, scene: Scene, country: str, *, national: bool) -> Mention | None:
        """Return the place of the sentence that goes with `assertion`; a national count's must be of its clause."""
        governor = scene.said.governor
        if governor is None or not scene.mentions:
            return None
        best: tuple[float, Mention] | None = None
        far = _OWN_CLAUSE if national else _reach(assertion, scene)
        for mention in scene.mentions:
            if not self._fits(mention, assertion, scene, country) or (national and _sent_from(mention, assertion)):
                continue
            cost = self._cost(mention, assertion, scene, governor)
            if national and not mention.locative and not mention.leads and mention.first > assertion.told:
                cost += _BARE
            if cost > (_FAR if national and _fell_there(mention, assertion, scene.said) else far):
                continue
            if best is None:
                best = (cost, mention)
            elif self._inside(mention, best[1]):
                if cost < self._inner_reach(best, far):
                    best = (min(cost, best[0]), mention)
            elif cost < best[0] - (_INSIDE if self._inside(best[1], mention) else 0):
                best = (cost, mention)
        return best[1] if best is not None else None

    def _inner_reach(self, best: tuple[float, Mention], far: float) -> float:
        """Return how far what is more exact than the best place may stand.

        "In eastern Ukraine, five died in and around Pokrovsk": a country only frames it; the region that a sentence opens
        with does not do so over the next clause ("In Kyiv region a store burned, in Brovary a man died").
        """
        if "-" not in (best[1].place or "-"):
            return far
        return min(far, _NEXT_CLAUSE) if best[1].leads else best[0] + _INSIDE

    def _inside(self, one: Mention, other: Mention) -> bool:
        if one.place is None or other.place is None or one.place == other.place:
            return False
        # "In Kharkiv, a depot in the suburb of Korotych burned; four people died"
        suburb = other.leads and one.locative and one.first > other.last and self._atlas.kind(one.place) == "settlement"
        beside = suburb and region_of(one.place) == region_of(other.place) != other.place
        return beside or self._atlas.lies_in(one.place, other.place)

    def _fits(self, mention: Mention, assertion: Assertion, scene: Scene, country: str) -> bool:
        """Tell whether a place can be where that happened: what was sent came from elsewhere, what left went abroad."""
        place = mention.place
        if (assertion.reach is not None and mention.first >= assertion.reach) or _aimed_at(mention, assertion, scene):
            return False
        if assertion.measure == "left_airspace":
            return place is not None and mention.role != "from" and country_of(place) != country
        if mention.role in ("speaker", "route"):
            return False
        if assertion.measure in AIR_DEFENCE:
            return (
                mention.role != "from"
                and not mention.counted
                and self._fits_air_defence(mention, assertion.measure, country)
            )
        if place is None or (mention.role == "from" and country_of(place) != country):
            return False
        # "Через агресію рф загинули двоє": a country without "in" is hardly ever where.
        return "-" in place or mention.locative or mention.several

    def _fits_air_defence(self, mention: Mention, measure: str, country: str) -> bool:
        place = mention.place
        if place is None:
            # Ukraine counts over itself; a sea is where ships are that fire.
            return measure != "launched" and mention.locative and country == "RU"
        if measure != "launched":
            # "Russia launched 40 drones, 30 were downed": a country without "in" is who did it.
            return "-" in place or mention.locative or mention.leads or mention.heads
        sides = ("UA", "RU", "BY") if country in ("UA", "RU") else ("RU", "BY")
        abroad = country_of(place) != country and country_of(place) in sides
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

    def _cost(self, mention: Mention, assertion: Assertion, scene: Scene, governor: Governor) -> float:
        quantity = assertion.quantity
        first, last = (quantity.first, quantity.last) if quantity is not None else (assertion.first, assertion.last)
        where = _opens_where(mention, scene.said, first)
        if where is not None:
            return governor.cost(where, first, last)  # "in the Solomianskyi district, where a missile hit a block"
        cost = governor.cost(mention, first, last)
        if not mention.locative and not mention.leads:
            cost += _BARE
        if mention.role == "from" and assertion.measure not in _TAKEN:
            cost += _FROM
        words = self._tokens.words
        if mention.last <= first:
            if assertion.measure == "left_airspace":
                cost += _APPOSED  # "один залетів у Білорусь, ще один повернувся на територію РФ"
            labels = mention.heads and _opens_item(words, mention, scene.mentions)
            if not (mention.locative or labels) and scene.mentions[0].leads and mention is not scene.mentions[0]:
                cost += _APPOSED  # "In Bucha, north-west of the capital, ..."
            apart = any(
                (other.leads or (other.heads and (other.locative or _opens_item(words, other, scene.mentions))))
                and mention.last <= other.first < first
                for other in scene.mentions
            )
            if _is_of_clause_before(words, mention, assertion, scene):
                cost += _NEXT_CLAUSE
            opens = mention.leads and not mention.several and not apart and scene.speaker not in NATIONAL_SPEAKERS
            return min(cost, _OPENING) if opens else cost
        between = words[last : mention.first]
        # "досталось району: …, поликлиника": the verb stands before both
        heads = mention.heads and mention.first >= last and not _done_there(mention, scene.said)
        if (heads and not (mention.locative and "," not in between)) or ";" in between:
            return cost + _LATER_PART
        return cost + self._cost_after(mention, assertion, scene.said, last)

    def _cost_after(self, mention: Mention, assertion: Assertion, said: Said, last: int) -> float:
        """Return what it costs that the sentence turns to something else before a place that stands behind."""
        words, cost = self._tokens.words, 0.0
        if (
            any(other.told >= mention.last for other in said.assertions)
            and "," in words[mention.first - (3 if _joined(mention, said) else 2) : mention.first]
        ):
            cost += _NEXT_CLAUSE  # "одна загибла, у Запоріжжі 14 постраждалих"
        action = assertion.action
        # "20 people, nine of them children, were killed in Kryvyi Rih": behind the verb it is of the whole again.
        start = action.last if action is not None and last <= action.first < mention.first else last
        if words[start : mention.first].count("(") == words[start : mention.first].count(")") > 0:
            start = _after_bracket(words, start, mention.first)
        return (
            cost
            + _turns(words, mention, said, last, start)
            + self._captured(mention, assertion, said.assertions, start)
        )

    def _captured(self, mention: Mention, assertion: Assertion, assertions: Sequence[Assertion], last: int) -> float:
        """Return what it costs that a later number of another clause stands before ("81, 24 over Bryansk")."""
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


def _opens_where(mention: Mention, said: Said, first: int) -> Mark | None:
    """Return the "where" right behind a place, whose clause tells what happened there."""
    return next(
        (
            mark
            for mark in said.marks
            if mark.value == "where" and 0 <= mark.first - mention.last <= 1 and mark.last <= first
        ),
        None,
    )


def _is_of_clause_before(words: Sequence[str], mention: Mention, assertion: Assertion, scene: Scene) -> bool:
    """Tell whether a place is of the clause before: "one died in Hlukhiv and two were hurt in the region".

    Another count stands before it, and right behind the verb of this one another place.
    """
    action, last = assertion.action, assertion.last
    if action is None or action.first < mention.last or mention.leads:
        return False
    if not any(other.action is not action and other.last <= mention.first for other in scene.said.assertions):
        return False
    return any(
        other.locative and 0 < other.first - last <= _BEHIND and "," not in words[last : other.first]
        for other in scene.mentions
    )


def _sent_from(mention: Mention, assertion: Assertion) -> bool:
    """Tell whether a bare place before what was sent is where it came from: "Гвардійське – Крим, 80 із них – «шахеди»"."""
    sent = assertion.measure == "launched" and mention.last <= assertion.told
    return sent and not mention.locative and not mention.leads


def _opens_item(words: Sequence[str], mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell whether a comma stands before the place, and no place before that: "Львів – один, Одеса – четверо"."""
    before = mention.first - 1
    return before >= 0 and words[before] in (",", ";") and all(other.last != before for other in mentions)


def _done_there(mention: Mention, said: Said) -> bool:
    """Tell whether a verb stands right before the place: "двох енергетиків, поранених у Прилуках: дрон …"."""
    return any(mark.kind == "action" and 0 < mention.first - mark.last <= 1 for mark in said.marks)


def _fell_there(mention: Mention, assertion: Assertion, said: Said) -> bool:
    """Tell whether what was stopped came down at the place: "ещё один подавлен РЭБ и упал в лесу близ Наро-Фоминска"."""
    if assertion.measure not in _STOPPED or not mention.locative:
        return False
    return any(
        mark.kind == "action" and mark.value in _FALLING and assertion.last <= mark.first < mention.first
        for mark in said.marks
    )


def _joined(mention: Mention, said: Said) -> bool:
    """Tell whether "and in" stands before the place: "five hurt, and in Odesa two were killed"."""
    return any(mark.first == mention.first - 2 and mark.value == "and" for mark in said.marks)


def _reach(assertion: Assertion, scene: Scene) -> float:
    """Return how far a place may stand: the only one of its sentence farther; what was sent or stopped has its own."""
    if assertion.measure in AIR_DEFENCE and "-" not in (scene.office or ""):
        return _OWN_CLAUSE
    named = [mention for mention in scene.mentions if mention.role == "where"]
    exact = [mention for mention in named if "-" in (mention.place or "")]
    return _SOLE if len(exact or named) == 1 else _FAR


def _aimed_at(mention: Mention, assertion: Assertion, scene: Scene) -> bool:
    """Tell whether the place is only the main target of all that was sent: "450 drones were sent, Odesa took the brunt"."""
    if assertion.measure not in AIR_DEFENCE:
        return False
    return any(
        other.measure == "target" and other.place is not None and mention.first <= other.place.first < mention.last
        for other in scene.said.assertions
    )


def _after_bracket(words: Sequence[str], first: int, last: int) -> int:
    """Return where a closed bracket ends: "22 people were killed (nine women, one boy) in Kyiv" are all of Kyiv."""
    return next((at + 1 for at in range(last - 1, first - 1, -1) if words[at] == ")"), first)


def _turns(words: Sequence[str], mention: Mention, said: Said, last: int, start: int) -> float:
    """Return what it costs that the sentence speaks of a part, of who says it, or of one of those before the place."""
    between = [mark for mark in said.marks if last <= mark.first < mention.first and mark.kind in ("role", "report")]
    cost = 0.0
    relative = next((mark for mark in between if mark.kind == "role" and mark.value == "relative"), None)
    if relative is not None:
        parted = "," in words[relative.first - 2 : relative.first]
        cost += (
            _LATER_PART if parted else _NEXT_CLAUSE
        )  # "двое – женщина и мужчина, тело которого нашли в Днепровском районе"
    auxiliaries = {mark.last for mark in said.marks if mark.kind == "role" and mark.value == "aux"}
    if any(_parts(mark) and start <= mark.first and mark.first not in auxiliaries for mark in between):
        cost += _LATER_PART  # but "were reported" is no verb of a speaker
    return cost


def _parts(mark: Mark) -> bool:
    """Tell whether what follows is no longer said of the whole: a part, or who says it ("..., reports Hanzha")."""
    return (mark.kind == "role" and mark.value in _PARTS) or (mark.kind == "report" and mark.value == "verbs")
