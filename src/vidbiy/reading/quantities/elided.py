"""What a number without a noun counts: the weapon, the houses spoken of before ("шість хат, дві зруйновано")."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.quantities.totals import parts_of
from vidbiy.reading.sentences.discourse import Discourse
from vidbiy.reading.sentences.quantity import NAMED, Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.subjects import class_of, common_path, weapon_class
from vidbiy.reading.words.annotation import Mark

__all__ = ["counted_before", "kind_beside", "named_behind", "site_meant", "weapon_meant"]

# What drones do, where missiles and drones were sent together.
_OF_DRONES = frozenset({"leave", "suppress", "fly_in"})

# The sites that are one building, as a rule.
_BUILDINGS = frozenset(
    f"site.{kind}"
    for kind in ("residential", "education", "medical", "commercial", "office", "cultural", "religious", "warehouse")
)
_DASHES = frozenset({"—", "-"})
_QUOTES = frozenset('"«»„“”')


def weapon_meant(sentence: Sentence, quantity: Quantity, action: Mark) -> str:
    """Return the weapon that a bare number counts: what the sentence, else the discourse, spoke of last."""
    if (behind := named_behind(sentence, quantity)) is not None:
        return behind.value
    parts = parts_of(sentence, quantity)
    if parts:
        return common_path(part.subject for part in parts) or "weapon"
    if (told := _all_sent(sentence, quantity)) is not None:
        return told
    earlier = [other for other in sentence.quantities if other.cls == "weapon" and other.last <= quantity.first]
    if earlier:
        return _of_counted(sentence, quantity, action, earlier)
    named = [mark.value for mark in sentence.of_kind("weapon") if mark.last <= quantity.first]
    if sentence.pack.word_order and action.last <= quantity.first:
        # "drones brought down by gunfire and missiles at 296": what did it stands behind the verb
        before = [mark.value for mark in sentence.of_kind("weapon") if mark.last <= action.first]
        named = before or named
    weapons = [weapon for weapon in named if weapon_class(weapon) == "weapon"]
    return weapons[-1] if weapons else _of_next(sentence, quantity) or _of_discourse(sentence.discourse, action)


def _all_sent(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return the weapon of which as many were sent as "all" counts: "применил 31 ракету … все 31 сбиты"."""
    if not any(
        mark.last <= quantity.first + 1 and quantity.first - mark.first <= 1 for mark in sentence.of_role("all")
    ):
        return None
    return next(
        (done.subject for done in sentence.told() if done.measure == "launched" and done.low == quantity.low), None
    )


def _of_next(sentence: Sentence, quantity: Quantity) -> str:
    """Return the weapons that two verbs share, the number of the first without them: "збили 296 і подавили 415 дронів"."""
    joint = sentence.role(quantity.last, "and")
    following = next((other for other in sentence.quantities if other.first >= quantity.last), None)
    if joint is None or following is None or following.cls != "weapon":
        return ""
    acts = any(joint.last <= action.first < following.first for action in sentence.actions)
    return following.subject if acts else ""


def named_behind(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return the weapon that a dash says the number is of: "430 БпЛА, з них близько 250 – «шахеди»"."""
    at = quantity.last
    by = sentence.role(at, "stop")
    if by is not None and by.last == at + 1 and sentence.pack.word_order:
        return sentence.at(at + 1, "weapon")  # "11 hits by missiles and 54 by drones"
    if at >= sentence.last or sentence.words[at] not in _DASHES:
        return None
    at += 1
    while at < sentence.last and sentence.words[at] in _QUOTES:
        at += 1
    return sentence.at(at, "weapon")


def _of_counted(sentence: Sentence, quantity: Quantity, action: Mark, earlier: Sequence[Quantity]) -> str:
    """Return which of the weapons counted before in the sentence the number is of."""
    if action.value in _OF_DRONES and any(_is_drone(other.subject) for other in earlier):
        return "weapon.drone"
    joined = earlier[-1].low < quantity.low != sum(other.low for other in earlier) and _has_own_verb(sentence, quantity)
    if quantity.low > max(other.low for other in earlier) and not joined:
        return common_path(other.subject for other in earlier) or "weapon"
    return earlier[-1].subject


def _has_own_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a verb and "and" stand right before the number: "40 Drohnen gestört und 50 abgeschossen"."""
    joint = sentence.role_before(quantity.first, "and")
    return joint is not None and sentence.before(joint.first, "action") is not None


def _of_discourse(discourse: Discourse, action: Mark) -> str:
    """Return the weapon that the heading, the list of what was launched or the sentence before spoke of."""
    if action is discourse.header and discourse.header_subject is not None:
        return discourse.header_subject
    sent = common_path(discourse.launched) or "weapon" if discourse.launched else None
    if action.value in _OF_DRONES and sent == "weapon":
        return "weapon.drone" if any(_is_drone(weapon) for weapon in discourse.launched) else discourse.weapon
    if sent is None and action.value in _OF_DRONES and any(_is_drone(told.subject) for told in discourse.last):
        return "weapon.drone"
    return discourse.weapon if action.value == "launch" or sent is None else sent


def _is_drone(weapon: str) -> bool:
    return weapon.startswith("weapon.drone")


def counted_before(sentence: Sentence, quantity: Quantity) -> tuple[str | None, str]:
    """Return the class and the subject of the thing that stands before `quantity`, in its sentence or the last one."""
    counted = [done for done in sentence.assertions if done.quantity is not None and done.quantity.form not in NAMED]
    if counted:
        return counted[-1].cls, counted[-1].subject
    before = [mark for mark in sentence.marks if mark.kind in ("site", "person") and mark.last <= quantity.first]
    if before:
        return class_of(before[-1])
    previous = sentence.discourse.last[-1:]
    return (previous[0].cls, previous[0].subject) if previous else (None, "")


def kind_beside(sentence: Sentence, quantity: Quantity) -> tuple[str, str] | None:
    """Return the class and subject of the things that a number without a noun is of: counted or only named.

    "Пошкоджено шість хат, дві зруйновано"; "будинків пошкоджено понад сорок".
    """
    neighbour = _neighbour(sentence, quantity, ("site", "object"))
    if neighbour is not None:
        return (neighbour.cls, neighbour.subject) if neighbour.cls else None
    named = [
        mark for mark in sentence.of_kind("site") if mark.last <= quantity.first and "generic" not in mark.attributes
    ]
    return class_of(named[-1]) if named else None


def _neighbour(sentence: Sentence, quantity: Quantity, classes: tuple[str, ...]) -> Quantity | None:
    at = sentence.quantities.index(quantity)
    for other in (*sentence.quantities[at + 1 :], *reversed(sentence.quantities[:at])):
        if other.cls in classes:
            return other
    return None


def site_meant(sentence: Sentence, noun: Mark) -> str | None:
    """Return the site that "the building", "the block" stands for: the one that was spoken of before, of such a kind."""
    discourse = sentence.discourse
    if noun.kind != "site" or noun.attributes.get("plural") or sentence.pack.is_plural(sentence.words[noun.last - 1]):
        return None
    if not discourse.site or not 0 <= sentence.line.paragraph - discourse.site_paragraph <= 1:
        return None
    if not _ends_there(sentence, noun.last):
        return None  # "the building next door" is another
    if noun.value == "object.building":
        return discourse.site if discourse.site in _BUILDINGS else None
    return discourse.site if noun.attributes.get("weak") and discourse.site.startswith(noun.value) else None


def _ends_there(sentence: Sentence, token: int) -> bool:
    """Tell whether nothing more is said at `token` of which thing it is: its verb, or a sign, follows."""
    if token >= sentence.last or not sentence.words[token][0].isalnum():
        return True
    return sentence.at(token, "action") is not None or sentence.role(token, "aux", "perfect") is not None
