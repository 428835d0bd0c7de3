"""Ages: who is a child by an age that stands beside ("16-летняя девушка", "восьмилетний сын", "син 12 років")."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["join_ages", "settle_ages", "with_unknown_trades"]

_OF_AGE = 18
_SPANS = frozenset({"years", "units"})
# What befalls people; a noun with an age beside such a verb is a person.
_BEFALLS = frozenset({"kill", "injure", "hospitalise"})
# An age stands so close to the person, and "years" so close to the age ("15 and 17 years").
_BESIDE, _YEARS = 2, 4
# No noun of a trade is shorter: "44-річний у лікарні".
_NOUN = 4


def settle_ages(tokens: Tokens, marks: list[Mark], pack: LanguagePack) -> list[Mark]:
    """Return `marks` with children told from grown-ups by their age.

    Kinship says nothing of age, so a son is a person unless the text says how old he is.
    """
    settled: list[Mark] = []
    for index, mark in enumerate(marks):
        kin = mark.kind == "person" and mark.attributes.get("kin")
        if kin or (mark.kind == "person" and mark.value == "person"):
            value = "person.child" if _is_young(tokens, marks, index, pack) else "person"
            if value != mark.value:
                settled.append(Mark("person", value, mark.first, mark.last, mark.attributes))
                continue
        settled.append(mark)
    return settled


def join_ages(tokens: Tokens, marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` with each age in words and its person made one: "ein sieben Jahre altes Mädchen" is one child.

    A noun that is not known is a person all the same, for nothing else is said to be so old.
    """
    joined = list(marks)
    for aged in [mark for mark in marks if mark.kind == "role" and mark.value == "aged"]:
        years = next((mark for mark in joined if mark.value in _SPANS and mark.last == aged.first), None)
        age = None if years is None else _number_before(joined, years.first)
        at = aged.last
        if years is None or at >= len(tokens) or not tokens.raw[at][0].isupper():
            continue
        # "anderthalb Monate alt": of what no number is, only the very young are
        first = years.first - 1 if age is None else _first_of_ages(joined, age)
        young = age is None or age.number is None or age.number.low < _OF_AGE
        known = next((mark for mark in joined if mark.first == at), None)
        if known is not None and known.kind != "person":
            continue  # "ein 40 Jahre altes Haus"
        value = (
            known.value if known is not None and known.value != "person" else ("person.child" if young else "person")
        )
        attributes = {"single": True} if known is None else known.attributes
        last = at + 1 if known is None else known.last
        joined = [mark for mark in joined if not first <= mark.first < last]
        joined.append(Mark("person", value, first, last, attributes))
    return sorted(joined, key=lambda mark: mark.first)


def with_unknown_trades(tokens: Tokens, marks: list[Mark], pack: LanguagePack) -> list[Mark]:
    """Return `marks` with the people of an age whose trade is no word of the lexicon: "загинув 44-річний зварник".

    The verb stands right beside the two: of anything else that has an age ("10-річний ювілей") nobody is said to have died.
    """
    taken = {mark.first for mark in marks}
    befalls = [mark for mark in marks if mark.kind == "action" and mark.value in _BEFALLS]
    added = [
        Mark("person", "person", mark.last, mark.last + 1, {"single": True})
        for mark in marks
        if mark.number is not None
        and mark.number.kind == "compound"
        and mark.last not in taken
        and any(action.last == mark.first or action.first == mark.last + 1 for action in befalls)
        and _is_aged_noun(tokens, mark, pack)
    ]
    return sorted([*marks, *added], key=lambda mark: mark.first) if added else marks


def _is_aged_noun(tokens: Tokens, age: Mark, pack: LanguagePack) -> bool:
    """Tell whether the number is the age of one, in an adjective, and a common noun follows."""
    word, at = tokens.words[age.last - 1], age.last
    if at >= len(tokens) or word.endswith(pack.plural_adjectives) or not any(stem in word for stem in pack.age_stems):
        return False
    return tokens.raw[at].isalpha() and tokens.raw[at].islower() and len(tokens.raw[at]) >= _NOUN


def _number_before(marks: Sequence[Mark], token: int) -> Mark | None:
    return next((mark for mark in marks if mark.number is not None and mark.last == token), None)


def _first_of_ages(marks: Sequence[Mark], age: Mark) -> int:
    """Return where the ages begin, the number of the people before them left out: "zwei 12 und 17 Jahre alte Mädchen"."""
    first = age.first
    joints = {mark.last: mark.first for mark in marks if mark.kind == "role" and mark.value == "and"}
    while (joint := joints.get(first)) is not None and (before := _number_before(marks, joint)) is not None:
        first = before.first
    return first


def _is_young(tokens: Tokens, marks: Sequence[Mark], index: int, pack: LanguagePack) -> bool:
    person = marks[index]
    if pack.age_stems:
        for word in tokens.words[max(person.first - _BESIDE, 0) : person.first]:
            age = pack.age_in(word)
            if age is not None:
                return age < _OF_AGE
    for before in reversed(marks[max(index - _BESIDE, 0) : index]):
        if before.number is not None and before.number.kind == "compound" and person.first - before.last < _BESIDE:
            return 0 < before.number.low < _OF_AGE
    return _aged_after(tokens, marks[index + 1 : index + 1 + _YEARS], person)


def _aged_after(tokens: Tokens, following: Sequence[Mark], person: Mark) -> bool:
    """Tell whether an age of less than eighteen years stands right after `person`; of several people, all ages."""
    if following and following[0].kind == "void" and following[0].value == "age":
        aged = following[0]
        ages = [mark.number.low for mark in following if mark.number is not None and mark.number.kind == "count"]
        beside = 0 <= aged.first - person.last <= 1 and any(
            mark.number and mark.first == aged.last for mark in following
        )
        if ages and beside:
            return all(0 < age < _OF_AGE for age in ages)
    for after in following:
        if after.number is not None and after.number.kind == "count" and 0 <= after.first - person.last < _BESIDE:
            years = any(
                mark.kind == "role" and mark.value == "years" and mark.first - after.last < _YEARS for mark in following
            )
            return (years or _in_commas(tokens, after)) and 0 < after.number.low < _OF_AGE
    return False


def _in_commas(tokens: Tokens, age: Mark) -> bool:
    """Tell whether the number stands between commas, as an age without its unit does: "her grandson, 6, was hurt"."""
    words = tokens.words
    return words[age.first - 1] == "," and (age.last >= len(words) or words[age.last] in (",", ".", ")", "-"))
