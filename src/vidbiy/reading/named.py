"""Things named once, with a determiner in the place of a number: "a shop, their house and 12 cars were damaged".

They are quantities of one (`Quantity.form` ``implied`` or ``definite``) and are governed as quantities are, but nothing shows
that they are meant as a count. So they have to stand close to their verb, and say nothing that the text counts anyway.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.annotation import Mark
from vidbiy.reading.quantities import Quantity
from vidbiy.reading.voice import Voices

__all__ = ["NAMED", "NAMED_FAR", "NAMED_FAR_PASSIVE", "is_one", "is_only_where", "may_be_one", "rule_of", "spells_out"]

NAMED = frozenset({"implied", "definite"})
# A thing without a number must stand this close to its verb, the words of its list apart.
NAMED_FAR = 4.5
# The subject of a passive verb may have more said of it before the verb comes.
NAMED_FAR_PASSIVE = 8.0
_ANY_BUILDING = "object.building"
_WEAPON_ACTIONS = frozenset({"hit", "leave", "shoot_down", "intercept", "suppress"})
_WHERE = frozenset({"locative", "stop", "from"})
_RULES = {"weapon": "single.weapon", "person": "single.person"}


def rule_of(quantity: Quantity) -> str:
    """Return the id of the rule that reads such a thing."""
    return _RULES.get(quantity.cls or "", "single.thing")


def may_be_one(
    words: Sequence[str], quantity: Quantity, action: Mark, marks: Sequence[Mark], voices: Voices, pack: LanguagePack
) -> bool:
    """Tell whether what `action` says of the thing is a claim of one."""
    noun = quantity.noun
    if noun is None:
        return False
    if quantity.cls in ("weapon", "aircraft") and not _weapon_of(quantity, action, voices):
        return False
    if not is_one(words, quantity, pack) or is_only_where(quantity, action, marks):
        return False
    if quantity.form == "definite" and quantity.subject == _ANY_BUILDING:
        return False  # "the building" is one that was spoken of
    if quantity.cls in ("site", "object") and action.value == "hit" and not voices.is_passive(action):
        # "A drone struck a block" is a hit of the drone; the damage of the block is in it.
        return not any(mark.kind == "weapon" and mark.last <= action.first for mark in marks)
    return True


def spells_out(words: Sequence[str], quantity: Quantity, whole: Quantity) -> bool:
    """Tell whether the thing only names who was counted before it: "two people were killed: a woman and her son"."""
    return any(word in (":", "—", "(") for word in words[whole.last : quantity.first])


def _weapon_of(quantity: Quantity, action: Mark, voices: Voices) -> bool:
    """Tell whether `action` is what becomes of one weapon: "a drone brought down a wall" says nothing of its end."""
    if action.value not in _WEAPON_ACTIONS:
        return False
    return action.value in ("hit", "leave") or action.first < quantity.first or voices.is_passive(action)


def is_one(words: Sequence[str], quantity: Quantity, pack: LanguagePack) -> bool:
    """Tell whether the noun is of one thing; an article says so, other determiners and nouns of people do not."""
    noun = quantity.noun
    if noun is None:
        return False
    plural = pack.is_plural(words[noun.last - 1])
    if noun.kind == "person":
        return not noun.attributes.keys().isdisjoint(("single", "pair")) or ("kin" in noun.attributes and not plural)
    return quantity.form == "implied" or not plural


def is_only_where(quantity: Quantity, action: Mark | None, marks: Sequence[Mark]) -> bool:
    """Tell whether the thing is where it happened or whose it was: "died at a hospital", "the wreck of a drone"."""
    whose = quantity.cls == "weapon" or (quantity.cls == "person" and quantity.form == "definite")
    roles = _WHERE | {"of"} if whose else _WHERE
    before = [mark for mark in marks if mark.last == quantity.first and mark.kind == "role" and mark.value in roles]
    if not before or (action is not None and action.value == "burn"):
        return False
    return action is None or action.last != before[0].first
