"""Numbers that stand for no count: ages ("a passer-by, 47, was killed"), houses, "one" where it is a pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["is_age", "is_article", "is_declined", "is_house_number", "is_pronoun", "is_rate", "is_share"]

# "the oldest of the injured was 72": so far may the word of age stand before its number.
_AGE_REACH = 7
# "вул. Героїв Небесної Сотні, 12": so far may the street stand before the house.
_STREET_REACH = 6
# Nobody is older.
_OLDEST = 110
# An age stands between commas; behind a dash stands what a part of the people are ("дев'ятеро людей, двоє — діти").
_AFTER_AGE = frozenset(",.;)-")
# So many people may be counted in a bracket behind their noun: "injured people (12)".
_FEW = 16
# What a rate is out of: "nine out of ten".
_OUT_OF = frozenset({10, 100})
_ROUND = frozenset({5, 10, 20, 100})
# A surname may be that of an official, or a word that goes with one.
_NAMED = frozenset({"source", "office"})
_NAMING = frozenset({"weapon", "person", "site", "noun", "service"})

# "61-го ворожого БпЛА": so near stands what is counted.
_DECLINED_NEAR = 3


def is_age(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether the number `mark` is an age: "a man of 45", "a passer-by, 47, was killed", "the youngest was 6"."""
    number = mark.number
    if number is None or number.low > _OLDEST or _names(sentence, mark.last):
        return False
    if _is_of_name(sentence, mark):
        return True
    before = sentence.before(mark.first, "qualifier")  # "a man of about 50"
    at = mark.first if before is None else before.first
    if sentence.role_before(at, "of") is not None:
        at -= 1
    elif (opening := _opening_comma(sentence, at, mark.last)) is not None:
        at = opening
    else:
        return _is_of_age(sentence, mark.first)
    people = [person for person in sentence.finish.get(at, ()) if person.kind == "person"]
    return any(not person.attributes.get("plural") for person in people) or _is_of_age(sentence, mark.first)


def _is_of_name(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether the number stands in brackets of its own behind a name: "Mayor Ivan Petrenko (54)"."""
    at = mark.first - 2
    if (
        _bracketed_ages(sentence, mark)
        or _behind_name(sentence, mark)
        or _of_one(sentence, mark)
        or _beside_one(sentence, mark)
    ):
        return True
    if at < sentence.first or sentence.words[at + 1] != "(" or sentence.words[mark.last : mark.last + 1] != [")"]:
        return False
    speaker = any(found.kind == "source" for found in sentence.finish.get(at + 1, ()))
    known = any(found.first <= at < found.last for found in sentence.marks)
    return speaker or (not known and sentence.tokens.raw[at][0].isupper())


def _behind_name(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether the number stands between commas behind a name: "Roman, 17, and Tamara, 12, died"."""
    at, words = mark.first - 2, sentence.words
    if at < sentence.first or words[at + 1] != "," or not _closes_age(sentence, mark):
        return False
    if sentence.pack.capital_nouns or not sentence.tokens.raw[at].istitle():
        return False
    known = [found for found in sentence.marks if found.first <= at < found.last and found.kind not in _NAMED]
    return not known or (at > sentence.first and _of_several_names(sentence, at, known))


def _of_one(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether commas enclose the number and a verb of one follows: "a resident of Sumy, 55, was hurt"."""
    at, words = mark.first - 1, sentence.words
    opens = at > sentence.first and (words[at] == "," or sentence.role_before(mark.first, "by_hour") is not None)
    if not opens or words[mark.last : mark.last + 1] != [","]:
        return False
    one = mark.number is not None and mark.number.low == 1
    return not one and mark.last + 1 < sentence.last and words[mark.last + 1] in sentence.pack.singular_aux


def _closes_age(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether an age ends behind the number: at a comma; at the end of the sentence, where another name has one too."""
    after = sentence.words[mark.last : mark.last + 1] if mark.last < sentence.last else []
    if after in ([","], [")"]):
        return True
    return after in ([], ["."], [";"]) and any(
        _is_aged_name(sentence, other, mark) for other in sentence.of_kind("number")
    )


def _is_aged_name(sentence: Sentence, number: Mark, last: Mark) -> bool:
    """Tell whether a name, a comma and an age stand before `last`: "Роман, 17 років, Тамара, 12, Станіслав, 8"."""
    at = number.first - 2
    if number.last >= last.first or at < sentence.first or sentence.words[at + 1] != ",":
        return False
    return sentence.tokens.raw[at].istitle() and (
        sentence.words[number.last] == "," or sentence.role(number.last, "years") is not None
    )


def _beside_one(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether the number stands right behind one person: "2 wounded: man 43 and woman 55"."""
    person = sentence.before(mark.first, "person")
    if person is None or not sentence.pack.articles or not sentence.words[mark.first].isdecimal():
        return False
    return bool(person.attributes.get("single")) and not sentence.begin.get(mark.last - 1, [mark])[1:]


def _of_several_names(sentence: Sentence, at: int, known: Sequence[Mark]) -> bool:
    """Tell whether what could be a place is a name: a first name before it, or another name with an age."""
    if any(found.kind != "place" or found.last - found.first > 1 for found in known):
        return False
    if sentence.words[at - 1] == "," and any(
        _is_aged_name(sentence, other, known[0]) for other in sentence.of_kind("number")
    ):
        return True
    if sentence.role_before(at, "and") is not None:
        return any(_behind_name(sentence, other) for other in sentence.of_kind("number") if other.last < at)
    first_name = not any(found.first <= at - 1 < found.last for found in sentence.marks)
    return first_name and sentence.tokens.raw[at - 1].istitle()


def _bracketed_ages(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether a bracket of several numbers stands behind people: "three women (41, 47 and 70) were hurt"."""
    opening = mark.first - 1
    while opening > sentence.first and (
        sentence.words[opening] == ","
        or sentence.role_before(opening + 1, "and")
        or sentence.before(opening + 1, "number")
    ):
        opening -= 1
    if opening <= sentence.first or sentence.words[opening] != "(" or sentence.before(opening, "person") is None:
        return False
    at = mark.last
    while at < sentence.last and (sentence.words[at] == "," or sentence.role(at, "and") or sentence.at(at, "number")):
        at += 1
    person = sentence.before(opening, "person")
    several = any(found is not mark for found in sentence.of_kind("number") if opening < found.first < at)
    single = person is not None and not person.attributes.get("plural") and sentence.words[mark.first].isdecimal()
    grown = single and mark.number is not None and mark.number.low > _FEW
    return (several or grown) and sentence.words[at : at + 1] == [")"]


def _opening_comma(sentence: Sentence, at: int, after: int) -> int | None:
    """Return the comma before an age or several, where commas enclose them: "two men, 38 and 64, were hurt"."""
    words = sentence.words
    while (
        after < sentence.last
        and sentence.role(after, "and")
        and (number := sentence.at(after + 1, "number")) is not None
    ):
        after = number.last
    while (
        at > sentence.first
        and sentence.role_before(at, "and")
        and (number := sentence.before(at - 1, "number")) is not None
    ):
        at = number.first
    if at > sentence.first and words[at - 1] == "," and (after >= sentence.last or words[after] in _AFTER_AGE):
        return at - 1
    return None


def _is_of_age(sentence: Sentence, token: int) -> bool:
    """Tell whether "youngest", "aged" stands shortly before `token`, with no thing counted between."""
    done = sentence.before(token, "action")
    if done is not None and done.attributes.get("side") == "after":
        return False  # "two of them aged 9 and 14, and injuring 84"
    for at in range(token - 1, max(token - _AGE_REACH, sentence.first) - 1, -1):
        for mark in sentence.begin.get(at, ()):
            if mark.kind == "void" and mark.value == "age":
                return True
            if mark.kind in ("weapon", "site"):
                return False
    return False


def is_house_number(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether the number is of a house: "на вул. Садовій, 31 шукають людей"."""
    at = mark.first - 1
    if at <= sentence.first or sentence.words[at] != "," or _names(sentence, mark.last):
        return False
    return any(
        street.value == "street" and at - _STREET_REACH <= street.first < at for street in sentence.of_kind("void")
    )


def is_pronoun(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether "one" stands for a thing spoken of: "the bloodiest one", "one of the longest", "was one of two hurt"."""
    number = mark.number
    if number is None or not number.words or not number.low == number.high == 1 or _names(sentence, mark.last):
        return False
    if sentence.role(mark.last, "of") is not None:
        return (
            any(
                found.kind == "void" and found.value == "superlative" for found in sentence.begin.get(mark.last + 1, ())
            )
            or sentence.role_before(mark.first, "aux") is not None
            or not any(_is_thing(sentence, mark.last + step) for step in (1, 2))  # "one of the channels"
            or _is_whose(sentence, mark)
        )
    before = sentence.words[mark.first - 1] if mark.first > sentence.first else ""
    if sentence.pack.word_order and any(found.value == "definite" for found in sentence.finish.get(mark.first, ())):
        return True  # "the one in the suburb lost a unit"
    return before[:1].isalpha() and not sentence.finish.get(mark.first)


def _is_thing(sentence: Sentence, token: int) -> bool:
    """Tell whether anything known but a preposition begins there."""
    return any(mark.kind not in ("role", "time", "report") for mark in sentence.begin.get(token, ()))


def _is_whose(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether "one" in the genitive only says of what the one before is: "механік одного з суден"."""
    before = sentence.before(mark.first, "person", "site")
    return (
        before is not None and sentence.words[mark.first].endswith(sentence.pack.whose) and not sentence.pack.articles
    )


def is_article(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether "ein" without a noun that we count is the article of another noun, not a count.

    "eine flog weiter", "eines davon" do count: a verb or "of them" follows. So does "one each" ("po jednym nad A i B").
    """
    if not mark.attributes.get("article") or sentence.role(mark.last, "of_them") is not None:
        return False
    if sentence.role_before(mark.first, "each") is not None and sentence.role(mark.last, "locative") is not None:
        return False
    before = sentence.words[mark.first - 1] if mark.first > sentence.first else ""
    acts = any(found.kind == "action" or found.value == "aux" for found in sentence.begin.get(mark.last, ()))
    return before[:1].isalpha() or not acts


def _names(sentence: Sentence, token: int) -> bool:
    return any(mark.kind in _NAMING for mark in sentence.begin.get(token, ()))


def is_share(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the numbers only give a share: "5,600 drones, or 19 out of 20"."""
    if (
        quantity.of is None
        and quantity.low in _ROUND
        and (of := sentence.role_before(quantity.first, "of")) is not None
    ):
        part = sentence.before(of.first, "number")
        return part is not None and sentence.role_before(part.first, "or") is not None
    return quantity.of in _ROUND and sentence.role_before(quantity.first, "or") is not None


def is_rate(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether words only give a rate: "nine out of ten of us", where no ten were counted before."""
    if quantity.cls not in (None, "person"):
        return False
    whole = quantity.of
    if whole is None and (of := sentence.role_before(quantity.first, "of")) is not None:
        whole = None if sentence.before(of.first, "number") is None else quantity.low  # the "ten" itself
    if whole not in _OUT_OF:
        return False
    return not any(told.low == whole for told in sentence.told())


def is_declined(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether what looks like an ordinal is a count in "one": "атакував 71-ю ракетою", "збито 61-го «шахеда»"."""
    endings = sentence.pack.ones
    if mark.number is None or mark.number.kind != "ordinal" or not endings:
        return False
    behind = range(mark.last, mark.last + _DECLINED_NEAR)
    weapon = any(one.first in behind for one in sentence.of_kind("weapon"))
    return weapon and sentence.words[mark.first].endswith(endings)
