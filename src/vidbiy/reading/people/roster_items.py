"""The people of a list, one by one: how many each is, and where the list ends ("мужчина 40 лет, её сын и двое соседей")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vidbiy.reading.people.people import number_of_ages
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["Listed", "rosters"]

_PERSON = "person"
# So many unknown words may describe a person before the name, or say behind it whose or of what he is.
_MOST_WORDS = 3
# Beside more people than these, one of them is hardly named.
_MOST_COUNTED = 9
_BRACKETS = frozenset("()")


@dataclass(slots=True)
class Listed:
    """One of a list in the tokens [first, last): so many people of one subject."""

    first: int
    last: int
    number: int
    subject: str
    person: Mark | None
    quantity: Quantity | None = None


def rosters(sentence: Sentence) -> Iterator[list[Listed]]:
    """Yield the lists of two people or more that an "and" closes."""
    roster: list[Listed] = []
    closed = 0
    for item in _items(sentence):
        joint = _joint(sentence, roster[-1], item) if roster else None
        if joint is None:
            if closed > 1:
                yield roster[:closed]
            named = _proper_name(sentence, item)
            roster, closed = [item] if named is None else [named, item], 0 if named is None else 2
            continue
        roster.append(item)
        if not joint and _closes_presented(sentence, roster):
            closed = len(roster)
            continue
        if joint:
            closed = len(roster)
    if closed > 1:
        yield roster[:closed]


def _items(sentence: Sentence) -> Iterator[Listed]:
    """Yield the people of the sentence who are counted, or of whom the name says how many they are."""
    by_noun = {one.noun.first: one for one in sentence.quantities if one.noun is not None}
    last = sentence.first
    for person in sentence.of_kind("person"):
        if person.first < last:
            continue
        quantity = by_noun.get(person.first)
        item = _counted(person, quantity) if quantity is not None else _named(sentence, person)
        if item is not None:
            last = item.last
            yield item


def _counted(person: Mark, quantity: Quantity) -> Listed | None:
    exact = quantity.low == quantity.high and quantity.of is None and quantity.action is None
    if not exact or quantity.whole or quantity.form != "counted":
        return None
    return Listed(quantity.first, max(quantity.last, person.last), quantity.low, quantity.subject, person, quantity)


def _named(sentence: Sentence, person: Mark) -> Listed | None:
    word = sentence.words[person.last - 1]
    several = sentence.pack.is_plural(word) and not _is_body(sentence, person)
    if person.attributes.get("pair"):
        number = 2
    elif (
        person.attributes.get("single") or _is_body(sentence, person) or (person.attributes.get("kin") and not several)
    ):
        number = 1
    else:
        number = number_of_ages(sentence.marks, person) if several else 0
    return Listed(person.first, person.last, number, person.value, person) if number else None


def _is_body(sentence: Sentence, person: Mark) -> bool:
    """Tell whether one of the bodies found is of the person: "виявлено тіла чоловіка, жінки та двох братів"."""
    bodies = [action for action in sentence.actions if action.last <= person.first]
    if not bodies or sentence.words[bodies[-1].last - 1] not in sentence.pack.bodies:
        return False
    return sentence.words[person.last - 1].endswith(
        (*sentence.pack.genitive_one, *sentence.pack.genitive_singular, "ка")
    )


def _closes_presented(sentence: Sentence, roster: list[Listed]) -> bool:
    """Tell whether a colon opens the list and the sentence ends with it, without "and": "Поранені: 4 жінки, 3 чоловіки."."""
    first, last = roster[0].first, roster[-1].last
    opened = first > sentence.first and sentence.words[first - 1] == ":"
    counted = all(item.quantity is not None for item in roster)
    return opened and counted and (last >= sentence.last or sentence.words[last] in (".", ";"))


def _joint(sentence: Sentence, before: Listed, item: Listed) -> bool | None:
    """Tell whether `item` goes on with the list by "and"; None where it does not go on with it at all."""
    if before.number > _MOST_COUNTED and item.quantity is None:
        return None  # "43 посетителя и работника" are 43
    at, words = _behind(sentence, before.last, item.first), sentence.words
    comma = at < item.first and words[at] == ","
    joint = sentence.role(at + 1 if comma else at, "and") or (None if comma else _with(sentence, at, before, item))
    if not comma and joint is None:
        return None
    begin = at + 1 if joint is None else joint.last
    return joint is not None if _leads_up(sentence, begin, item.first) else None


def _behind(sentence: Sentence, at: int, end: int) -> int:
    """Return where ends what stands behind a person: whose he is, what he drives, how old he is."""
    unknown = 0
    while at < end:
        joint = sentence.role(at, "and")
        if joint is not None:
            age = sentence.at(joint.last, "number")
            if age is None or sentence.role(age.last, "years") is None:
                return at
            at = age.last  # "чоловіки 50 і 61 року"
            continue
        step = _aged(sentence, at) or _whose(sentence, at)
        if step is None:
            if at in sentence.begin or not sentence.words[at][0].isalpha() or unknown == _MOST_WORDS:
                return at
            unknown += 1
            step = at + 1
        at = step
    return at


def _aged(sentence: Sentence, at: int) -> int | None:
    """Return where goes on what is said of an age: "9 лет", "(61 год)", "в возрасте 40 лет"."""
    if sentence.words[at] in _BRACKETS:
        return at + 1
    for mark in sentence.begin.get(at, ()):
        if mark.kind == "number" or (mark.kind == "void" and mark.value == "age"):
            return mark.last
        if mark.kind == "role" and mark.value == "years":
            return mark.last
    return None


def _whose(sentence: Sentence, at: int) -> int | None:
    """Return where ends the thing that a person is of: "водитель автобуса", "продавец магазина"."""
    thing = sentence.at(at, "site", "service")
    return None if thing is None else thing.last


def _leads_up(sentence: Sentence, at: int, end: int) -> bool:
    """Tell whether only words for the person himself stand before his name: "её", "60-летняя", "пожилая"."""
    unknown = 0
    while at < end:
        mark = next(
            (
                mark
                for mark in sentence.begin.get(at, ())
                if (mark.kind == "role" and mark.value in ("he", "they", "more"))
                or (mark.number is not None and mark.number.kind == "compound")
                or (mark.kind == "qualifier" and mark.value == "exactly")
            ),
            None,
        )
        if mark is not None:
            at = mark.last
            continue
        if at in sentence.begin or not sentence.words[at][0].isalpha() or unknown == _MOST_WORDS:
            return False
        unknown += 1
        at += 1
    return at == end


def _proper_name(sentence: Sentence, item: Listed) -> Listed | None:
    """Return who is called by name before the first of a list: "погибли Татьяна и её муж"."""
    possessive = sentence.role_before(item.first, "he")
    joint = None if possessive is None else sentence.role_before(possessive.first, "and")
    at = -1 if joint is None else joint.first - 1
    if at <= sentence.first or at in sentence.begin or not sentence.tokens.raw[at][0].isupper():
        return None
    return Listed(at, at + 1, 1, _PERSON, None)


def _with(sentence: Sentence, at: int, before: Listed, item: Listed) -> Mark | None:
    """Return the "with" between two people without numbers: "ранена мама с ребёнком"."""
    named = before.quantity is None and item.quantity is None
    return sentence.role(at, "with") if named and at == before.last else None
