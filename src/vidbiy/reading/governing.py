"""Which action governs which quantity: the nearest one that can count such a thing, and one for a whole list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Protocol

from vidbiy.lexicon.pack import ACTIONS
from vidbiy.reading.annotation import Mark
from vidbiy.reading.quantities import Quantity
from vidbiy.reading.text import Tokens

__all__ = ["Governor", "join_actions", "link_lists", "settle_debris", "with_joined"]

# What it costs to cross a token on the way from a quantity to its action: the more it parts clauses, the more.
_MARKS = {",": 3.0, ";": 9.0, ":": 0.6, "|": 9.0, "—": 1.2, "-": 1.2, "(": 1.5, ")": 1.5, ".": 9.0, "\n": 0.5, "/": 0.4}
# "a block, which caught fire": the comma parts no more than the pronoun does.
_RELATIVE_COMMA = 0.5
_QUOTES = frozenset('"«»„“”')
_WORD, _KNOWN, _STOP = 0.6, 0.3, 0.4
_ACTION, _REPORT, _NUMBER = 2.5, 4.0, 0.8
_ROLES = {"relative": 2.0, "clause": 5.0, "and": 1.2, "or": 1.2, "aux": 0.1, "of": 0.2, "of_them": 0.2, "stop": 0.4}
# Roles that end a list, and those of a verb.
_PARTING = frozenset({"relative", "clause", "of_them"})
_VERBAL = frozenset({"aux", "perfect"})
# ", aged between 24 and 60,", ", including a child,": so many tokens may an insertion have.
_LONGEST_INSERTION = 10
# Farther than this, a quantity and an action in one sentence have nothing to do with each other.
FAR, NEAR = 14.0, 6.0
# So many tokens may stand between "debris" and its verb.
_DEBRIS_FAR = 4


class Stretch(Protocol):
    """Anything that stands in the tokens [first, last): an action, a place."""

    @property
    def first(self) -> int:
        """The first token."""

    @property
    def last(self) -> int:
        """The token after the last one."""


class Governor:
    """The costs of one sentence, and the action of each of its quantities."""

    def __init__(self, tokens: Tokens, marks: Sequence[Mark], first: int, last: int) -> None:
        self._first = first
        weights = [_MARKS.get(word, 0.2 if word in _QUOTES else _WORD) for word in tokens.words[first:last]]
        for mark in marks:
            if tokens.words[mark.first] not in _MARKS:  # ", der": the comma goes on parting clauses
                self._weigh(weights, mark, last)
        relatives = {mark.first for mark in marks if mark.kind == "role" and mark.value == "relative"}
        for at in relatives:
            if at > first and tokens.words[at - 1] == ",":
                weights[at - 1 - first] = _RELATIVE_COMMA
        for comma, closing in _insertions(tokens, marks, first, last):
            weights[comma - first : closing + 1 - first] = [0.0] * (closing + 1 - comma)
        self._sums = [0.0, *accumulate(weights)]
        self._last = last

    def _weigh(self, weights: list[float], mark: Mark, last: int) -> None:
        start = mark.first - self._first
        match mark.kind:
            case "action":
                weight = _ACTION
            case "report":
                weight = _REPORT if mark.value == "verbs" else _KNOWN
            case "number":
                weight = _NUMBER
            case "role":
                weight = _ROLES.get(mark.value, _STOP)
            case _:
                weight = _KNOWN
        for token in range(start, min(mark.last, last) - self._first):
            weights[token] = weight if token == start else 0.0

    def cost(self, action: Stretch, first: int, last: int) -> float:
        """Return the cost of the way between `action` and the tokens [first, last); 0 where they touch or overlap."""
        if action.last <= first:
            return self._sums[first - self._first] - self._sums[action.last - self._first]
        if action.first >= last:
            return self._sums[min(action.first, self._last) - self._first] - self._sums[last - self._first]
        return 0.0


def _insertions(tokens: Tokens, marks: Sequence[Mark], first: int, last: int) -> list[tuple[int, int]]:
    """Return the commas around each insertion between a subject and its verb: "three men, aged 20 to 60, were killed"."""
    asides = _asides(tokens, marks, first, last)
    commas = [at for at in range(first, last) if tokens.words[at] == ","]
    if len(commas) < 2:
        return asides
    opening = {mark.first for mark in marks if _opens_insertion(mark)}
    attributing = {mark.first for mark in marks if _is_attribution(mark)}
    verbs = {mark.first for mark in marks if mark.kind == "action" or (mark.kind == "role" and mark.value in _VERBAL)}
    return asides + [
        (comma, closing)
        for comma, closing in pairwise(commas)
        if closing - comma <= _LONGEST_INSERTION
        and (comma + 1 in attributing or (comma + 1 in opening and closing + 1 in verbs))
    ]


def _is_attribution(mark: Mark) -> bool:
    """Tell whether the mark begins what a sentence can do without: "according to", "unfortunately"."""
    return (mark.kind, mark.value) in (("report", "according"), ("role", "aside"))


def _asides(tokens: Tokens, marks: Sequence[Mark], first: int, last: int) -> list[tuple[int, int]]:
    """Return the brackets that hold an age or a place and count nothing: "the driver (34) was killed"."""
    words = tokens.words[first:last]
    if "(" not in words or ")" not in words:
        return []
    brackets: list[tuple[int, int]] = []
    opened = -1
    for at in range(first, last):
        if tokens.words[at] == "(":
            opened = at
        elif tokens.words[at] == ")" and opened >= 0:
            brackets.append((opened, at))
            opened = -1
    return [
        (opening, closing)
        for opening, closing in brackets
        if closing - opening <= _LONGEST_INSERTION
        and _is_aside([mark for mark in marks if opening < mark.first < closing])
    ]


def _is_aside(marks: Sequence[Mark]) -> bool:
    kinds = {mark.kind for mark in marks}
    if kinds & {"action", "weapon", "person", "site"}:
        return False
    aged = any(mark.kind == "role" and mark.value == "years" for mark in marks)
    return aged if "number" in kinds else "place" in kinds


def _opens_insertion(mark: Mark) -> bool:
    if mark.kind == "void":
        return mark.value == "age"
    return mark.kind in ("article", "number", "report") or (mark.kind == "role" and mark.value == "include")


def settle_debris(actions: Sequence[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """Return `actions` with "debris" and the verb of its fall made one: what fell was no weapon that hit.

    Whose debris it was may stand between them: "the wreckage of downed drones fell at nine places".
    """
    settled: list[Mark] = []
    counted = {mark.first for mark in marks if mark.kind == "number"}
    for action in actions:
        if action.value == "hit" or action.value == "debris":
            other = "debris" if action.value == "hit" else "hit"
            before = _partner(settled, other, action, counted)
            if before is not None:
                debris = before if before.value == "debris" else action
                at = settled.index(before)
                settled[at] = Mark("action", "debris", before.first, max(before.last, action.last), debris.attributes)
                del settled[at + 1 :]
                continue
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
    joining = {mark.first for mark in marks if mark.kind == "role" and mark.value in ("and", "or")}
    counted = {mark.first for mark in marks if mark.kind == "number"}
    joined: list[Mark] = []
    for action in actions:
        before = joined[-1] if joined else None
        if before is not None and _side_by_side(tokens, before, action, joining, counted):
            value = ACTIONS.join(before.value, action.value)
            if value is not None:
                merged = Mark("action", value, before.first, action.last, {"measures": ACTIONS.measures(value), "side": None})
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


def link_lists(
    tokens: Tokens, quantities: Sequence[Quantity], marks: Sequence[Mark], *, word_order: bool = False
) -> None:
    """Give the quantities of one list ("539 drones and 11 missiles") one group number.

    With `word_order` an auxiliary parts lists too: the verb of what stands before it has begun.
    """
    parting = _PARTING | _VERBAL if word_order else _PARTING
    barriers, acting, joints, joining, being = set(), set(), set(), set(), set()
    for mark in marks:
        if mark.kind == "role" and mark.value == "aux":
            being.add(mark.first)
        if mark.kind == "action":
            acting.add(mark.first)
        elif mark.kind == "report" or (mark.kind == "role" and mark.value in parting):
            barriers.add(mark.first)
        elif mark.kind == "role" and mark.value in ("and", "or", "include"):
            joints.add(mark.last)
            joining.add(mark.first)
    ended = {mark.last for mark in marks if mark.kind == "action"}
    group = 0
    listed: set[str] = set()
    closed = False
    for before, quantity in pairwise(quantities):
        if before.group < 0:
            before.group = group
        listed.add(before.subject)
        joined = not joining.isdisjoint(range(before.last, quantity.first))
        # An "and" closes a list, and a list names each thing once: "515 drones and 26 missiles, 11 missiles got through".
        anew = (closed and not joined and quantity.subject in listed) or _has_clause(before, quantity, being)
        if anew or not _linked(tokens, before, quantity, barriers | acting, acting, ended) or not _joined(tokens, quantity, joints):
            group += 1
            listed.clear()
            closed = False
        else:
            closed |= joined
        quantity.group = group
    if quantities and quantities[0].group < 0:
        quantities[0].group = 0


def _has_clause(before: Quantity, quantity: Quantity, being: set[int]) -> bool:
    """Tell whether a number without a noun begins a clause ("девять раненых, двое находятся в больнице")."""
    return quantity.cls is None and before.cls is not None and quantity.last in being


def _joined(tokens: Tokens, quantity: Quantity, joints: set[int]) -> bool:
    """Tell whether a thing without a number stands behind a comma or "and", as an item of a list does."""
    if quantity.form not in ("implied", "definite") or quantity.first in joints:
        return True
    word = tokens.words[quantity.first - 1]
    return word == "," or (word == ";" and quantity.form == "implied")


def _acts_after(quantity: Quantity, acting: set[int]) -> bool:
    """Tell whether an action stands right after the number, an auxiliary apart."""
    return not acting.isdisjoint(range(quantity.last, quantity.last + 3))


def _linked(
    tokens: Tokens, before: Quantity, quantity: Quantity, barriers: set[int], acting: set[int], ended: set[int]
) -> bool:
    if quantity.first <= before.last:
        return True
    if quantity.cls is None and before.cls is not None and _acts_after(quantity, acting):
        return False  # "104 drones; 63 were shot down": the second number has a noun left out and a verb of its own
    if any(token in barriers for token in range(before.last, quantity.first)):
        return False
    if before.part and ";" in tokens.words[before.last : quantity.first]:
        return False  # "збито 112, з них 48 ракет; ще 68 не досягли цілей"
    comma = "," in tokens.words[before.last : quantity.first]
    if comma and quantity.cls is not None and before.first in ended and _acts_after(quantity, acting):
        return False  # "killed two people, another eight were taken to hospital": each has a verb of its own
    words = tokens.words[before.last : quantity.first]
    if any(word in (".", "!", "?") for word in words):
        return False
    if ";" in words and not acting.isdisjoint((quantity.last,)):
        return False  # "a fire in a block; four cars burnt out"
    if quantity.action is not None and words.count(")") > words.count("("):
        return False  # "22 killed (three girls and one boy) and 57 injured"
    plain = sum(1 for word in words if word[0].isalpha())
    return plain <= 7
