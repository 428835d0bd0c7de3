"""Things named once, with a determiner in the place of a number: "a shop, their house and 12 cars were damaged".

They are quantities of one (`Quantity.form` ``implied`` or ``definite``) and are governed as quantities are, but nothing shows
that they are meant as a count. So they have to stand close to their verb, and say nothing that the text counts anyway.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.counting.governed import governing_action, measure_of, overrides
from vidbiy.reading.quantities.by_place import goes_on, is_listed, place_beside
from vidbiy.reading.quantities.parts import follows_part, measure_of_things, measure_of_whole
from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.making import make
from vidbiy.reading.sentences.quantity import NAMED, Quantity
from vidbiy.reading.sentences.remembering import heading_of_things
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["assert_named"]

# A thing without a number must stand this close to its verb, the words of its list apart.
_FAR = 4.5
# The subject of a passive verb may have more said of it before the verb comes.
_FAR_PASSIVE = 8.0
# Whom or what was struck stands before what with: "struck the centre of Sumy with an Iskander".
_FAR_MEANS = 9.0
_PART_FAR = 2.0
# "a missile and drone attack": so close behind the weapon stands the noun that it only describes.
_ATTACK_NEAR = 3
_ANY_BUILDING = "object.building"
_WEAPON_ACTIONS = frozenset({"hit", "leave", "shoot_down", "intercept", "suppress"})
_WHERE = ("locative", "stop", "from")
_RULES = {"weapon": "single.weapon", "person": "single.person"}
_THINGS = frozenset({"site", "person", "weapon"})
_THE = frozenset({"the"})


def assert_named(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read a thing with a determiner: "a shop was damaged", "killing a woman", "among them a girl"."""
    cls = quantity.cls
    if cls is None:
        return None
    action, cost = governing_action(sentence, quantity, cls, quantity.action)
    quantity.part |= follows_part(sentence, quantity)
    own = quantity.action
    if own is not None and (action is None or not overrides(sentence, quantity, action, own)):
        action, cost = own, 0.0
    if quantity.part and (action is None or cost > _PART_FAR or _counts_whole(sentence, quantity, action)):
        return _part(sentence, quantity, cls)
    if action is not None and _presents(sentence, quantity, action):
        action = None
    if action is None:
        return _item(sentence, quantity) if cls in ("site", "object") else None
    if not _says_of_one(sentence, quantity, action, cost):
        # "fell on a block, which caught fire": the second verb says what became of it.
        action, cost = governing_action(sentence, quantity, cls, action)
        if action is None or not _says_of_one(sentence, quantity, action, cost):
            return None
    measure = measure_of(action, cls)
    if _told_before(sentence, quantity, measure) or action.attributes.get("effect") == "cut":
        return None  # a railway that "lost" a train had none suspended
    return make(sentence, _rule(cls), quantity, measure, quantity.subject, action)


def _rule(cls: str) -> str:
    return _RULES.get(cls, "single.thing")


def _part(sentence: Sentence, quantity: Quantity, cls: str) -> Assertion | None:
    """Read one of those just counted: "injured, among them a girl"."""
    measure = "damaged" if cls in ("site", "object") else measure_of_whole(sentence, cls)
    if (
        measure is None
        or cls == "weapon"
        or quantity.subject == "person"  # "31 were hurt, including a pregnant woman" adds none
        or not _is_one(sentence, quantity)
        or _is_only_where(sentence, quantity, None)
    ):
        return None
    if _told_before(sentence, quantity, measure):
        return None
    return make(sentence, _rule(cls), quantity, measure, quantity.subject, None)


def _presents(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether a colon and another number stand before the verb: "a car showroom: 12 cars burned out"."""
    if action.first < quantity.last or ":" not in sentence.words[quantity.last : action.first]:
        return False
    colon = sentence.words.index(":", quantity.last)
    return any(colon < other.first < action.first for other in sentence.quantities)


def _counts_whole(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the verb has counted the whole that stands before: "four people, including a woman, died"."""
    return any(
        done.action is action and done.quantity is not None and not done.quantity.part and done.cls == quantity.cls
        for done in sentence.assertions
    )


def _item(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read an item of a list: "Hatne: six houses and a shop", "Also a clinic", "What was hit? A clinic in Sumy"."""
    if quantity.form != "implied" or _is_only_where(sentence, quantity, None):
        return None
    if quantity.place is None:
        quantity.place = place_beside(sentence, quantity)
    heading = heading_of_things(sentence)
    if heading is not None:
        return make(sentence, "count.headed", quantity, measure_of(heading, quantity.cls or ""), quantity.subject, None)
    measure = measure_of_things(sentence)
    if measure is None or not (is_listed(sentence) or goes_on(sentence)):
        return None
    return make(
        sentence, "count.listed", quantity, "damaged" if is_listed(sentence) else measure, quantity.subject, None
    )


def _says_of_one(sentence: Sentence, quantity: Quantity, action: Mark, cost: float) -> bool:
    """Tell whether `action` is near enough to a thing with a determiner, and makes a claim of it."""
    far = _FAR_PASSIVE if _is_subject(sentence, quantity, action) else _FAR
    if cost > (_FAR_MEANS if _is_means(sentence, quantity, action) else far):
        return False
    return _may_be_one(sentence, quantity, action)


def _is_subject(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the thing is all that the verb behind it can be of: "a warehouse with 260 tons of food burned down"."""
    if action.first < quantity.last or not (
        sentence.voices.is_passive(action) or action.attributes.get("side") == "before"
    ):
        return False
    between = (mark for mark in sentence.marks if quantity.last <= mark.first < action.first)
    return not any(
        mark.kind in _THINGS
        or (mark.kind == "role" and mark.value == "clause")
        or (mark.kind == "action" and not mark.attributes.get("weak"))
        for mark in between
    )


def _told_before(sentence: Sentence, quantity: Quantity, measure: str) -> bool:
    """Tell whether the thing was counted before it is named: in this sentence, or as "the" thing of an earlier one."""
    words = sentence.tokens.words
    for assertion in sentence.assertions:
        whole = assertion.quantity
        if assertion.measure != measure or whole is None or whole.form in NAMED:
            continue
        kind = quantity.subject == "person.child" != whole.subject  # "seven people — including a girl of 6"
        if quantity.subject.startswith(whole.subject) and not kind and _spells_out(words, quantity, whole):
            return True
    if quantity.form != "definite" or _is_of_kin(sentence, quantity) or _is_with_others(sentence, quantity):
        return False
    return (measure, quantity.subject) in sentence.discourse.told


def _is_with_others(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether others are counted beside the one: "the driver and four passengers were hurt" are told for the first time."""
    listed = sentence.lists[quantity.group]
    return len(listed) > 1 and all(one.cls == "person" and not one.part for one in listed)


def _is_of_kin(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether it is somebody's relative, whom no one told before need be: "his mother and his aunt died"."""
    noun = quantity.noun
    return noun is not None and noun.kind == "person" and sentence.words[quantity.first] not in _THE


def _may_be_one(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether what `action` says of the thing is a claim of one."""
    if quantity.noun is None:
        return False
    if quantity.cls in ("weapon", "aircraft") and not _weapon_of(sentence, quantity, action):
        return False
    if not _is_one(sentence, quantity) or _is_only_where(sentence, quantity, action):
        return False
    if quantity.form == "definite" and quantity.subject == _ANY_BUILDING:
        return False  # "the building" is one that was spoken of
    if quantity.cls in ("site", "object") and action.value == "hit" and not sentence.voices.is_passive(action):
        # "A drone struck a block" is a hit of the drone; the damage of the block is in it.
        struck = not any(mark.last <= action.first for mark in sentence.of_kind("weapon"))
        return struck and not _strikes(sentence, quantity, action)
    return True


def _strikes(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the thing is what struck another: "a lorry struck a bridge"."""
    return action.first == quantity.last and sentence.at(action.last, "article") is not None


def _spells_out(words: Sequence[str], quantity: Quantity, whole: Quantity) -> bool:
    """Tell whether the thing only names who was counted before it: "two people were killed: a woman and her son".

    So does one person behind the comma of one: "one person killed, a guard".
    """
    if whole.low == whole.high == 1 and quantity.cls == "person" and words[quantity.first - 1] == ",":
        return True
    return any(word in (":", "—", "(") for word in words[whole.last : quantity.first])


def _weapon_of(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether `action` is what becomes of one weapon: "a drone brought down a wall" says nothing of its end."""
    if action.value == "launch":
        return _sent_one(sentence, quantity, action)
    if action.value == "destroy" and action.last < quantity.first and sentence.words[action.last] == ":":
        return True  # "Also destroyed: a Kh-59 missile"
    if action.value not in _WEAPON_ACTIONS:
        return False
    return action.value in ("hit", "leave") or action.first < quantity.first or sentence.voices.is_passive(action)


def _sent_one(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether one weapon of a named kind was launched: "it used an Oreshnik missile", not "a missile attack"."""
    if action.last > quantity.first or action.attributes.get("weak") or sentence.voices.is_passive(action):
        return False
    named = quantity.subject.startswith("weapon.missile.") or quantity.subject.count(".") > 1
    return named and quantity.form == "implied" and not _only_describes(sentence, quantity)


def _only_describes(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the weapon only says what kind of attack it was: "a missile and drone attack"."""
    return any(0 <= mark.first - quantity.last <= _ATTACK_NEAR for mark in sentence.of_role("alarm"))


def _is_means(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether somebody struck with the weapon: "the army struck Sumy with an Iskander-M missile"."""
    if quantity.cls != "weapon" or action.value != "hit" or action.last > quantity.first:
        return False
    means = sentence.before(quantity.first, "action")
    weak = means is not None and means.value == "launch" and bool(means.attributes.get("weak"))
    return weak and not sentence.voices.is_passive(action) and not _only_describes(sentence, quantity)


def _is_one(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the noun is of one thing; an article says so, other determiners and nouns of people do not."""
    noun = quantity.noun
    if noun is None:
        return False
    plural = sentence.pack.is_plural(sentence.words[noun.last - 1])
    if noun.kind == "person":
        return not noun.attributes.keys().isdisjoint(("single", "pair")) or ("kin" in noun.attributes and not plural)
    return quantity.form == "implied" or not plural


def _is_only_where(sentence: Sentence, quantity: Quantity, action: Mark | None) -> bool:
    """Tell whether the thing is where it happened or whose it was: "died at a hospital", "the wreck of a drone"."""
    whose = quantity.cls == "weapon" or (quantity.cls == "person" and quantity.form == "definite")
    before = sentence.role_before(quantity.first, *_WHERE, *(("of",) if whose else ()))
    if before is None or sentence.role_before(quantity.first, "adverb") is not None:
        return False
    if action is not None and _is_means(sentence, quantity, action):
        return False
    if action is not None and action.value == "burn":
        return before.value == "from" and action.last == before.first  # "they saw the fire from a bank"
    return action is None or action.last != before.first
