"""Weapons named without a number: "дрон збито", "влучання ракети в будинок", "— штурмовик Су-25"."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.sentences.governing import Governor
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.sentences.single_nouns import is_singular, nearest_action
from vidbiy.reading.sentences.subjects import weapon_class
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["weapon_alone", "weapon_listed"]

_WEAPON_CLOSE = 3.0
# What is said of one weapon: it was stopped, it struck, it flew away.
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
_ONE_WEAPON = _STOPS | {"hit", "leave"}
# "повітряний командний пункт Іл-22": so many words may stand before the name in an item.
_ITEM_WORDS = 3
_OPENING = frozenset('«"„“')
# "атакував цивільний автомобіль": so near stands what an attack is on.
_OBJECT_NEAR = 4
# "не досягла своїх цілей": the verb is among so many words of an action.
_LONGEST_VERB = 3


def weapon_alone(sentence: Sentence, mark: Mark) -> Single | None:
    """Read one weapon without a number: what became of it, what it struck, that an attack was made with it."""
    weapon = _weapon(sentence.tokens, mark, sentence.line, sentence.actions, sentence.governor, sentence.pack)
    return _one_of(sentence, mark, weapon) or _attacker(sentence, mark) or _means(sentence, mark)


def _weapon(
    tokens: Tokens, mark: Mark, line: Line, actions: Sequence[Mark], governor: Governor, pack: LanguagePack
) -> Single | None:
    if mark.attributes.get("adjective") or (mark.attributes.get("weak") and not _is_name(tokens, mark)):
        return None
    cls = weapon_class(mark.value)
    struck = _struck(tokens, mark, actions, pack)
    if struck is not None:
        return Single("single.strike", "hit", mark.value, 1, 1, struck.first, mark.last, struck)
    action, cost = nearest_action(cls, mark, [action for action in actions if action.value in _ONE_WEAPON], governor)
    if action is None or cost > _WEAPON_CLOSE or not is_singular(tokens, mark, line, pack):
        return None
    if action.attributes.get("side") == "before" and action.last <= mark.first:
        return None
    words = tokens.words[action.first : min(action.last, action.first + _LONGEST_VERB)]
    verb = next((word for word in words if pack.is_singular_verb(word)), words[0])
    if not _is_one_weapon(tokens.words[mark.last - 1], verb, action, pack) or _is_agent(mark, verb, action, pack):
        return None
    first, last = min(mark.first, action.first), max(mark.last, action.last)
    measure = action.attributes["measures"][cls]
    return Single("single.weapon", measure, mark.value, 1, 1, first, last, action)


def _is_name(tokens: Tokens, mark: Mark) -> bool:
    """Tell whether a plain word is a name here, in quotes and with a capital: "«Молния» попала в автобус"."""
    before = tokens.words[mark.first - 1] if mark.first else ""
    return before in _OPENING and tokens.raw[mark.first][0].isupper()


def _attacker(sentence: Sentence, mark: Mark) -> Single | None:
    """Read one weapon that attacked someone or something: "FPV-дрон атакував велосипедиста"."""
    if mark.attributes.get("weak") or sentence.pack.is_plural(sentence.words[mark.last - 1]):
        return None
    for action in sentence.actions:
        if action.value != "attack" or not 0 <= action.first - mark.last <= 1:
            continue
        behind = range(action.last, action.last + _OBJECT_NEAR)
        things = (*sentence.of_kind("site"), *sentence.of_kind("person"))
        struck = next((thing for thing in things if thing.first in behind), None)
        if struck is not None and sentence.pack.is_singular_verb(sentence.words[action.first]):
            return Single("single.weapon", "hit", mark.value, 1, 1, mark.first, struck.last, action)
    return None


def _means(sentence: Sentence, mark: Mark) -> Single | None:
    """Read one weapon in the list of those that an attack was made with: "ракетою Іскандер-М та 82 дронами"."""
    endings = sentence.pack.means
    if not endings or not sentence.words[mark.first].endswith(endings) or sentence.numbered(mark.first):
        return None
    for done in sentence.assertions:
        action, quantity = done.action, done.quantity
        if done.measure != "launched" or action is None or quantity is None or action.value != "launch":
            continue
        if action.last <= mark.first and (mark.last <= quantity.first or quantity.last <= mark.first):
            return Single("single.weapon", "launched", mark.value, 1, 1, mark.first, mark.last, action)
    return None


def _one_of(sentence: Sentence, mark: Mark, single: Single | None) -> Single | None:
    """Return the weapon, but not one of those counted: "druga z rakiet wybuchła w powietrzu"."""
    several = (
        single is not None
        and single.rule == "single.weapon"
        and sentence.role_before(mark.first, "of", "rest", "idiom")
    )
    return None if several else single


def _struck(tokens: Tokens, mark: Mark, actions: Sequence[Mark], pack: LanguagePack) -> Mark | None:
    """Return the noun for a strike that stands before the one weapon that struck: "влучання ракети в будинок"."""
    if not tokens.words[mark.last - 1].endswith(pack.genitive_singular):
        return None
    for action in actions:
        gap = tokens.words[action.last : mark.first]
        if tokens.words[action.last - 1] in pack.strike_nouns and action.last <= mark.first and len(gap) <= 1:
            return action
    return None


def weapon_listed(
    tokens: Tokens, mark: Mark, line: Line, actions: Sequence[Mark], pack: LanguagePack, heading: Mark | None
) -> Single | None:
    """Read an item that names one weapon under "Destroyed:", on a line of its own or after the colon."""
    if mark.attributes.get("adjective") or mark.attributes.get("weak"):
        return None
    head = heading or next((action for action in actions if _heads(tokens, action, mark, pack)), None)
    cls = weapon_class(mark.value)
    if head is None or head.value not in _STOPS or cls not in head.attributes["measures"]:
        return None
    noun = tokens.words[mark.last - 1]
    if pack.is_plural(noun) or (heading is not None and not _opens_item(tokens, mark, line)):
        return None
    return Single("single.listed", head.attributes["measures"][cls], mark.value, 1, 1, mark.first, mark.last)


def _heads(tokens: Tokens, action: Mark, mark: Mark, pack: LanguagePack) -> bool:
    """Tell whether a verb and its colon head the item; "Не збито:" heads what was not."""
    if action.last >= min(len(tokens), mark.first) or tokens.words[action.last] != ":":
        return False
    before = tokens.words[action.first - 1] if action.first else ""
    return not any(entry.value == "negation" for _, entry in pack.patterns.alone(before))


def _opens_item(tokens: Tokens, mark: Mark, line: Line) -> bool:
    """Tell whether nothing but the item's sign and a few words of its kind stand before the weapon's name."""
    return sum(1 for word in tokens.words[line.first : mark.first] if word[0].isalnum()) <= _ITEM_WORDS


def _is_one_weapon(noun: str, verb: str, action: Mark, pack: LanguagePack) -> bool:
    """Tell by their endings whether noun and verb speak of one: "дрон сбит", "сбили дрон", but not "сбили БПЛА"."""
    if pack.is_plural(noun) or noun.endswith(pack.oblique_nouns) or verb.endswith(pack.plural_adjectives):
        return False  # "доля перехваченных ракет"
    return pack.is_singular_verb(verb) or (action.value in _STOPS and pack.is_singular_noun(noun))


def _is_agent(mark: Mark, verb: str, action: Mark, pack: LanguagePack) -> bool:
    """Tell whether the weapon destroys rather than is destroyed: it stands before a verb that is not passive."""
    return action.value == "destroy" and mark.last <= action.first and not pack.is_passive(verb)
