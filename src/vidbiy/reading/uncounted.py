"""Numbers that count nothing of ours: ages, and "one" where it is a pronoun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vidbiy.reading.annotation import Mark

__all__ = ["is_age", "is_article", "is_house_number", "is_pronoun"]

_Marks = Mapping[int, Sequence[Mark]]
# "the oldest of the injured was 72": so far may the word of age stand before its number.
_AGE_REACH = 7
# "вул. Героїв Небесної Сотні, 12": so far may the street stand before the house.
_STREET_REACH = 6
# Nobody is older.
_OLDEST = 110
# An age stands between commas; behind a dash stands what a part of the people are ("дев'ятеро людей, двоє — діти").
_AFTER_AGE = frozenset(",.;)")
_NAMING = frozenset({"weapon", "person", "site", "noun", "service"})


def is_age(words: Sequence[str], begin: _Marks, finish: _Marks, mark: Mark, first: int, last: int) -> bool:
    """Tell whether the number `mark` is an age: "a man of 45", "a passer-by, 47, was killed", "the youngest was 6"."""
    number = mark.number
    if number is None or number.low > _OLDEST or _names(begin, mark.last):
        return False
    at = _over_qualifier(finish, mark.first)
    if _has(finish, at, "role", "of"):
        at -= 1
    elif (opening := _opening_comma(words, begin, finish, at, mark.last, first, last)) is not None:
        at = opening
    else:
        return _aged(begin, mark.first, first)
    people = [person for person in finish.get(at, ()) if person.kind == "person"]
    return any(not person.attributes.get("plural") for person in people) or _aged(begin, mark.first, first)


def _over_qualifier(finish: _Marks, token: int) -> int:
    """Return where the words that go with a number begin: "a man of about 50"."""
    return next((mark.first for mark in finish.get(token, ()) if mark.kind == "qualifier"), token)


def _opening_comma(
    words: Sequence[str], begin: _Marks, finish: _Marks, at: int, after: int, first: int, last: int
) -> int | None:
    """Return the comma before an age or several, where commas enclose them: "two men, 38 and 64, were hurt"."""
    while after < last and _has(begin, after, "role", "and") and (number := _number(begin, after + 1)) is not None:
        after = number.last
    while at > first and _has(finish, at, "role", "and") and (number := _number_ending(finish, at - 1)) is not None:
        at = number.first
    if at > first and words[at - 1] == "," and (after >= last or words[after] in _AFTER_AGE):
        return at - 1
    return None


def _number(begin: _Marks, token: int) -> Mark | None:
    return next((mark for mark in begin.get(token, ()) if mark.kind == "number"), None)


def _number_ending(finish: _Marks, token: int) -> Mark | None:
    return next((mark for mark in finish.get(token, ()) if mark.kind == "number"), None)


def _aged(begin: _Marks, token: int, first: int) -> bool:
    """Tell whether "youngest", "aged" stands shortly before `token`, with no thing counted between."""
    for at in range(token - 1, max(token - _AGE_REACH, first) - 1, -1):
        for mark in begin.get(at, ()):
            if mark.kind == "void" and mark.value == "age":
                return True
            if mark.kind in ("weapon", "site"):
                return False
    return False


def is_house_number(words: Sequence[str], begin: _Marks, mark: Mark, first: int) -> bool:
    """Tell whether the number is of a house: "на вул. Садовій, 31 шукають людей"."""
    at = mark.first - 1
    return (
        at > first
        and words[at] == ","
        and not _names(begin, mark.last)
        and any(_has(begin, before, "void", "street") for before in range(max(first, at - _STREET_REACH), at))
    )


def is_pronoun(words: Sequence[str], begin: _Marks, finish: _Marks, mark: Mark, first: int) -> bool:
    """Tell whether "one" stands for a thing spoken of: "the bloodiest one", "one of the longest", "was one of two hurt"."""
    number = mark.number
    if number is None or not number.words or not number.low == number.high == 1 or _names(begin, mark.last):
        return False
    if _has(begin, mark.last, "role", "of"):
        return (
            _has(begin, mark.last + 1, "void", "superlative")
            or _has(finish, mark.first, "role", "aux")
            or not any(begin.get(mark.last + step) for step in (1, 2))  # "one of the channels"
        )
    before = words[mark.first - 1] if mark.first > first else ""
    return before[:1].isalpha() and not finish.get(mark.first)


def is_article(words: Sequence[str], begin: _Marks, mark: Mark, first: int) -> bool:
    """Tell whether "ein" without a noun that we count is the article of another noun, not a count.

    "eine flog weiter", "eines davon" do count: a verb or "of them" follows.
    """
    if not mark.attributes.get("article") or _has(begin, mark.last, "role", "of_them"):
        return False
    before = words[mark.first - 1] if mark.first > first else ""
    acts = any(found.kind == "action" or found.value == "aux" for found in begin.get(mark.last, ()))
    return before[:1].isalpha() or not acts


def _has(marks: _Marks, token: int, kind: str, value: str) -> bool:
    return any(mark.kind == kind and mark.value == value for mark in marks.get(token, ()))


def _names(begin: _Marks, token: int) -> bool:
    return any(mark.kind in _NAMING for mark in begin.get(token, ()))
