"""The actions of a sentence: verbs that stand side by side as one ("shot down or suppressed"), debris with its fall."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import ACTIONS
from vidbiy.reading.sentences.discourse import Discourse
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["join_actions", "settle_actions", "settle_victims", "with_joined"]

# So many tokens may stand between "debris" and its verb, and between two verbs that are one.
_DEBRIS_FAR = 4
# "залетів у квартиру": so near behind the verb stands what was entered.
_THING_NEAR = 3
_FEWEST = 2


def settle_actions(tokens: Tokens, actions: list[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """Return `actions` with debris and its fall made one, and what was "involved" in strikes read as hits."""
    values = {action.value for action in actions}
    if "debris" in values:
        actions = _settle_debris(tokens, actions, marks)
    if "leave" in values:
        actions = _settle_flights(_without_inland(actions, marks), marks)
    if "leave" in values and any(mark.kind == "site" for mark in marks):
        actions = _settle_entries(actions, marks)
    if "launch" in values and "hit" in values:
        actions = _settle_raids(actions, marks)
    return _settle_strikes(actions) if "strike" in values else actions


def _settle_raids(actions: Sequence[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """Return `actions` with one of the two that a noun may be: "strikes by 21 drones at 11 sites" were hits."""
    hits, sent = (
        {(one.first, one.last) for one in actions if one.value == value and one.attributes.get("side") == "after"}
        for value in ("hit", "launch")
    )
    located = any(mark.kind == "noun" and mark.value == "location" for mark in marks)
    lesser = "launch" if located else "hit"
    return [one for one in actions if (one.first, one.last) not in hits & sent or one.value != lesser]


def settle_victims(marks: list[Mark], discourse: Discourse) -> list[Mark]:
    """Return `marks` with "the victims" read as the dead, where the text has just told of dead."""
    harms = [mark for mark in marks if mark.kind == "action" and "person" in mark.attributes["measures"]]
    denied = {mark.last for mark in marks if mark.kind == "role" and mark.value == "negation"}
    if not any(mark.attributes.get("victims") and mark.first not in denied for mark in harms) or len(harms) > 1:
        return marks  # "41 victims were taken to hospital" are alive
    if not any(told.measure == "killed" and told.low for told in discourse.last):
        return marks
    dead = {"measures": ACTIONS.measures("kill"), "side": None, "weak": False, "noun": False}
    return [
        Mark("action", "kill", mark.first, mark.last, dead) if mark.attributes.get("victims") else mark
        for mark in marks
    ]


def _without_inland(actions: Sequence[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """Return `actions` without flights across what is no border: "a decoy had crossed the region"."""
    inland = {mark.first for mark in marks if mark.kind == "anaphor" and mark.value in ("region", "city")}
    return [
        action
        for action in actions
        if action.value != "leave"
        or action.last - action.first > 1
        or inland.isdisjoint((action.last, action.last + 1))
    ]


def _settle_flights(actions: Sequence[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """Return `actions` with one of the two that a word may be: "flew into Poland" left, "flew into a school" hit."""
    hits, left = (
        {(action.first, action.last) for action in actions if action.value == value} for value in ("hit", "leave")
    )
    countries = {mark.first for mark in marks if mark.kind == "place" and mark.value.isalpha() and mark.value != "UA"}

    def other(action: Mark) -> str:
        return "hit" if not countries.isdisjoint((action.last, action.last + 1)) else "leave"

    either = hits & left
    return [action for action in actions if (action.first, action.last) not in either or action.value != other(action)]


def _settle_entries(actions: Sequence[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """Return `actions` with what flew into a thing as what hit it: "шахед залетів у квартиру"."""
    things = {mark.first for mark in marks if mark.kind == "site"}
    places = {mark.first for mark in marks if mark.kind == "place"}
    hit = {"measures": ACTIONS.measures("hit"), "side": None, "weak": False, "noun": False}

    def enters(action: Mark) -> bool:
        near = range(action.last, action.last + _THING_NEAR)
        flown = any(mark.kind == "weapon" and mark.last <= action.first for mark in marks)
        return action.value == "leave" and flown and not things.isdisjoint(near) and places.isdisjoint(near)

    return [Mark("action", "hit", one.first, one.last, hit) if enters(one) else one for one in actions]


def _settle_debris(tokens: Tokens, actions: Sequence[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """Return `actions` with "debris" and the verb of its fall made one: what fell was no weapon that hit.

    Whose debris it was may stand between them: "the wreckage of downed drones fell at nine places". A hit before the
    debris is another's where a comma or "and" parts them: "five places were struck, debris landed at ten".
    """
    settled: list[Mark] = []
    # "обломки одного упали": one of those that were shot down, no count of its own.
    counted = {mark.first for mark in marks if mark.number is not None and not mark.number.low == mark.number.high == 1}
    joining = {mark.first for mark in marks if mark.kind == "role" and mark.value in ("and", "clause")}
    parting = counted | joining | {at for at in range(actions[0].first, actions[-1].last) if tokens.words[at] in ",;"}
    for action in actions:
        if action.value in ("hit", "debris"):
            fallen = action.value == "hit"
            before = _partner(settled, "debris" if fallen else "hit", action, counted if fallen else parting)
            if before is not None:
                debris = before if before.value == "debris" else action
                at = settled.index(before)
                settled[at] = Mark("action", "debris", before.first, max(before.last, action.last), debris.attributes)
                del settled[at + 1 :]
                continue
        settled.append(action)
    return settled


def _settle_strikes(actions: Sequence[Mark]) -> list[Mark]:
    """Return `actions` with what was "involved" in strikes that took place read as hits.

    "Strikes occurred in eight regions, involving nine missiles" tells of missiles that struck, not of a launch.
    """
    struck = False
    settled: list[Mark] = []
    for action in actions:
        struck = struck or action.value == "strike"
        if struck and action.value == "launch" and action.attributes.get("weak"):
            attributes = {"measures": ACTIONS.measures("hit"), "side": action.attributes.get("side")}
            settled.append(Mark("action", "hit", action.first, action.last, attributes))
        else:
            settled.append(action)
    return settled


def _partner(settled: Sequence[Mark], value: str, action: Mark, counted: set[int]) -> Mark | None:
    """Return the action of that value a few words before `action`, with only "shot down" between them and no number."""
    for before in reversed(settled[-2:]):
        near = action.first - before.last <= _DEBRIS_FAR
        if before.value == value and near and counted.isdisjoint(range(before.last, action.first)):
            return before
        if before.value not in ("shoot_down", "destroy", "intercept"):
            return None
    return None


def join_actions(tokens: Tokens, actions: Sequence[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """Return `actions` with those that stand side by side as one ("shot down or suppressed") made one mark."""
    if len(actions) < _FEWEST:
        return list(actions)
    joining = {mark.first for mark in marks if mark.kind == "role" and mark.value in ("and", "or")}
    counted = {mark.first for mark in marks if mark.kind == "number"}
    joined: list[Mark] = []
    for at, action in enumerate(actions):
        before = joined[-1] if joined else None
        last = (
            at + 1 < len(actions) and tokens.words[before.last : action.first] == [","] if before is not None else False
        )
        listed = last and _side_by_side(tokens, action, actions[at + 1], joining, counted)
        if before is not None and (listed or _side_by_side(tokens, before, action, joining, counted)):
            value = ACTIONS.join(before.value, action.value)
            if value is not None:
                merged = Mark(
                    "action", value, before.first, action.last, {"measures": ACTIONS.measures(value), "side": None}
                )
                joined[-1] = merged
                continue
        joined.append(action)
    return joined


def with_joined(marks: list[Mark], actions: Sequence[Mark], joined: Sequence[Mark]) -> list[Mark]:
    """Return `marks` with `joined` in place of `actions`: "44 downed and jammed drones" have one verb."""
    if len(joined) == len(actions):
        return marks
    merged = [mark for mark in marks if mark.kind != "action"]
    merged.extend(joined)
    merged.sort(key=lambda mark: mark.first)
    return merged


def _side_by_side(tokens: Tokens, one: Mark, other: Mark, joining: set[int], counted: set[int]) -> bool:
    between = range(one.last, other.first)
    if len(between) > 4 or other.first < one.last or not counted.isdisjoint(between):
        return False
    words = [tokens.words[token] for token in between]
    return bool(words) and (
        "/" in words
        or (len(words) <= 3 and any(token in joining for token in between) and "," not in words and "(" not in words)
    )
