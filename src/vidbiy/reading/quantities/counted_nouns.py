"""What a number counts: the head of its noun phrase, its class and subject ("a school teacher", "«Калібр»: 7")."""

from __future__ import annotations

from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.subjects import class_of, weapon_class, weapon_subject
from vidbiy.reading.words.annotation import Mark

__all__ = ["head_of", "noun_before", "take_noun"]

_DASHES = frozenset({"—", "-", "="})
_QUOTES = frozenset('"«»„“”')
_AREAS = frozenset({"location", "settlement", "district", "region"})
_ANY_BUILDING = "object.building"


def take_noun(sentence: Sentence, quantity: Quantity, noun: Mark) -> None:
    """Let `quantity` count `noun`, with all that names it behind it."""
    quantity.noun, quantity.form = noun, "counted"
    quantity.last = noun.last
    if noun.kind == "weapon":
        end = _end_of_names(sentence, quantity, noun)
        quantity.subject, quantity.last = weapon_subject(sentence.tokens, sentence.begin, noun, end)
        quantity.cls = weapon_class(quantity.subject)
    else:
        head = head_of(sentence, noun)
        quantity.noun, quantity.last = head, head.last
        quantity.cls, quantity.subject = class_of(head)
        if quantity.cls in ("start", "impact"):
            _of_weapon(sentence, quantity)


def _end_of_names(sentence: Sentence, quantity: Quantity, noun: Mark) -> int:
    """Return where the names of what is counted end: before the next item of a list.

    One weapon has no second name behind a comma ("один «Кинджал», Х-101 та дві Х-59"); beside several, one that
    something was done with stands apart ("чотирма «Геранями» і «Молнією»").
    """
    if sentence.pack.word_order:
        return sentence.last
    if quantity.low == quantity.high == 1:
        return next((at for at in range(noun.last, sentence.last) if sentence.words[at] == ","), sentence.last)
    for weapon in sentence.of_kind("weapon"):
        joint = weapon.first - (2 if sentence.words[weapon.first - 1] in _QUOTES else 1)
        single = sentence.words[weapon.last - 1].endswith(sentence.pack.means)
        if weapon.first > noun.last and single and quantity.low > 1 and sentence.role(joint, "and") is not None:
            return joint
    return sentence.last


def _of_weapon(sentence: Sentence, quantity: Quantity) -> None:
    """Read what hit or was launched: "три влучання безпілотників", "11 пусків ракет"."""
    weapon = sentence.at(quantity.last, "weapon")
    if weapon is not None:
        quantity.subject, quantity.last = weapon_subject(sentence.tokens, sentence.begin, weapon, sentence.last)


def head_of(sentence: Sentence, noun: Mark) -> Mark:
    """Return the last of the nouns of a compound, which says what the thing is: "a school teacher", "a depot building"."""
    head = noun
    if not sentence.pack.articles and (noun.attributes.get("generic") or noun.value == _ANY_BUILDING):
        # "34 об'єкти медичних закладів", "три корпуси міської лікарні": it is of the kind that is named behind it.
        kind = _owner(sentence, noun)
        return noun if kind is None else Mark("site", kind.value, noun.first, kind.last, kind.attributes)
    while sentence.pack.word_order and (following := sentence.at(head.last, "site", "person")) is not None:
        # What is only called a building is what it is the building of.
        # "Her 9-year-old son" is a child, as kinship does not say.
        aged = head.value == "person.child" and following.value == "person" and "kin" in following.attributes
        kind = head if following.value == _ANY_BUILDING or aged else following
        head = Mark(kind.kind, kind.value, noun.first, following.last, following.attributes)
    if sentence.pack.articles and head.value == _ANY_BUILDING and sentence.role(head.last, "of") is not None:
        # "the building of a vocational school"
        whole = next((site for at in range(4) if (site := sentence.at(head.last + 1 + at, "site")) is not None), None)
        if whole is not None:
            head = Mark("site", whole.value, head.first, whole.last, head.attributes)
    return head


def _owner(sentence: Sentence, noun: Mark) -> Mark | None:
    """Return the site right behind a noun, an unknown adjective apart, that says what kind of thing it is."""
    at = noun.last
    if at < sentence.last and at not in sentence.begin and sentence.words[at][0].isalpha():
        at += 1
    kind = sentence.at(at, "site")
    return None if kind is None or kind.value == _ANY_BUILDING else kind


def noun_before(sentence: Sentence, quantity: Quantity) -> None:
    """Read "«Калібр»: 7", "Х-101 (77)", "«шахедів» — 15", "БПЛА было 39"."""
    at = quantity.first - 1
    if at <= sentence.first:
        return
    words = sentence.words
    joint = words[at]
    if sentence.role_before(quantity.first, "aux") is not None and sentence.before(at, "weapon") is not None:
        joint = ":"
    if joint not in (":", "(") and joint not in _DASHES:
        return
    if joint == "(" and (behind := _named_in_bracket(sentence, quantity)) is not None:
        take_noun(sentence, quantity, behind)  # "320 БпЛА (близько 200 – «шахеди»)"
        return
    noun = _noun_at(sentence, quantity, at)
    if noun is None:
        return
    if quantity.cls not in ("start", "impact"):
        _take_noun_before(sentence, quantity, noun)
    elif noun.kind == "weapon":
        quantity.subject = noun.value


def _noun_at(sentence: Sentence, quantity: Quantity, token: int) -> Mark | None:
    """Return the noun before the sign at `token` that the number behind it counts."""
    joint, at = sentence.words[token], _over_signs(sentence, token)
    noun = sentence.before(at, "weapon", "person", "site") or _area_before(sentence, at, joint)
    if noun is None or (joint != "(" and _counts_unknown(sentence, quantity)):
        return None
    if noun.kind == "site" and sentence.role_before(noun.first, "inside") is not None:
        return None  # "у лікарнях – 12" counts no hospitals
    if joint != "(" and sentence.before(noun.first, "number") is not None:
        return None  # "121 missiles, 107 Shaheds – 194 were destroyed": the Shaheds have a number of their own
    act = sentence.before(noun.first, "action")
    counted = act is not None and sentence.before(act.first, "number") is not None
    return None if counted else noun  # "von 38 eingesetzten Raketen seien 30 abgeschossen worden"


def _named_in_bracket(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return the weapon behind a dash in the bracket that the number opens."""
    at, words = quantity.last, sentence.words
    if at + 1 >= sentence.last or words[at] not in _DASHES:
        return None
    return sentence.at(at + 1 + (words[at + 1] in _QUOTES), "weapon")


def _area_before(sentence: Sentence, token: int, joint: str) -> Mark | None:
    """Return the noun of places before a dash or colon: "влучань — 24, локацій — дванадцять"."""
    noun = sentence.before(token, "noun") if joint != "(" and sentence.before(token, "place") is None else None
    if noun is None or noun.value not in _AREAS:
        return None
    opens = noun.first == sentence.first or not sentence.words[noun.first - 1][0].isalnum()
    return noun if opens else None  # in "жителі інших міст: 17" the number is of people


def _counts_unknown(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether an unknown noun follows the number: in "гараж станции: семь карет" it counts no stations."""
    at = quantity.last
    return at < sentence.last and sentence.words[at][0].isalpha() and at not in sentence.begin


def _over_signs(sentence: Sentence, token: int) -> int:
    """Go back over quotes, brackets and the rest of a name: "Kh-59/69 – 8 of 12"."""
    words, at = sentence.words, token
    while at > sentence.first and (words[at - 1] in _QUOTES or words[at - 1] in ")("):
        at -= 1
    while at - 1 > sentence.first and words[at - 1].isdigit() and words[at - 2] == "/":
        at -= 2
    kinds = sentence.role_before(at, "kinds")
    return (
        at if kinds is None or sentence.before(kinds.first, "weapon") is None else kinds.first
    )  # "БпЛА різних типів — 519"


def _take_noun_before(sentence: Sentence, quantity: Quantity, noun: Mark) -> None:
    quantity.form, quantity.noun = "noun-first", noun
    first = noun
    if noun.kind == "weapon":
        while (previous := _name_before(sentence, first.first)) is not None:
            first = previous
        quantity.subject, _ = weapon_subject(sentence.tokens, sentence.begin, first, quantity.first)
        quantity.cls = weapon_class(quantity.subject)
    else:
        quantity.cls, quantity.subject = class_of(noun)
    quantity.first = first.first


def _name_before(sentence: Sentence, token: int) -> Mark | None:
    """Return the name of a weapon that stands before `token` or is joined to it: "Iskander-K and Kalibr – 23"."""
    if (before := sentence.before(token, "weapon")) is not None:
        return before
    joint = token - 1
    if joint <= sentence.first:
        return None
    listed = sentence.words[joint] == "," and sentence.line.bullet  # "• С-300, С-400, Іскандер-М — 12"
    if not (listed or sentence.words[joint] == "/" or sentence.role(joint, "and") is not None):
        return None
    name = sentence.before(_over_signs(sentence, joint), "weapon")
    return None if name is None or sentence.before(name.first, "number") is not None else name
