"""Ages: who is a child by an age that stands beside ("16-летняя девушка", "восьмилетний сын", "син 12 років")."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.annotation import Mark
from vidbiy.reading.text import Tokens

__all__ = ["settle_ages"]

_OF_AGE = 18
# An age stands so close to the person, and "years" so close to the age ("15 and 17 years").
_BESIDE, _YEARS = 2, 4


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
