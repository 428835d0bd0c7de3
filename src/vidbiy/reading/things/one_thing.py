"""Whether a noun without a number is one thing: its number, its part in the sentence, what it is a piece of."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.people.people import number_of_ages
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single_nouns import is_singular
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["PARTS", "PIECES", "how_many", "in_part", "is_any_building", "loses_piece", "names_one"]

_BUILDING = "object.building"
# "знесла весь верхній поверх": so near stands the part that is gone.
_PIECE_NEAR = 2
# Words for a part of a thing; of these, the pieces whose end is only damage to the whole.
PIECES = frozenset({"piece"})
PARTS = PIECES | {"part_of"}
# Things that happen at a place to the place itself: "a fire at a warehouse", "a hit on a substation".
_AT_A_PLACE = frozenset({"burn", "hit"})


def loses_piece(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether the verb has a part of the thing before it as its object: "у будинку знищено два поверхи"."""
    behind = range(action.last, action.last + _PIECE_NEAR)
    return mark.last <= action.first and any(piece.first in behind for piece in sentence.of_role("piece"))


def names_one(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether the noun is of one thing."""
    tokens, line, pack = sentence.tokens, sentence.line, sentence.pack
    if action.first < mark.first and pack.names_body(tokens.words[action.last - 1]):
        return True  # "тело женщины": a genitive
    if mark.attributes.get("single") and _is_single_subject(sentence, mark, action):
        return True
    if _is_harmed_in_genitive(sentence, mark, action):
        return True
    locative = sentence.words[mark.last - 1].endswith(sentence.pack.locative_singular)
    if locative and loses_piece(sentence, mark, action) and sentence.role_before(mark.first, "inside") is not None:
        return True  # "у п'ятиповерхівці зруйновано під'їзд"
    if mark.attributes.get("plural") or _plural(tokens, sentence.marks, mark, line, pack, action):
        return False
    return is_singular(tokens, mark, line, pack)


def _is_single_subject(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell whether the one named is one whatever the ending: "мати і сестра", "мати загинула"."""
    if sentence.role(mark.last, "and") is not None:
        return True
    return mark.last == action.first and sentence.pack.is_singular_verb(sentence.words[action.first])


def _is_harmed_in_genitive(sentence: Sentence, mark: Mark, action: Mark) -> bool:
    """Tell by its ending that one thing stands behind a noun of harm, in the genitive: "пошкодження школи"."""
    pack = sentence.pack
    if (
        mark.attributes.get("weak")
        or action.last > mark.first
        or sentence.words[action.last - 1] not in pack.harm_nouns
    ):
        return False
    between = sentence.words[action.last : mark.first]
    listed = not any(word in (":", "—", "-", "(") for word in between)
    return listed and sentence.words[mark.last - 1].endswith(pack.genitive_one)


def is_any_building(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether "das Gebäude", "корпус" was spoken of before or is a part of something: one with "a" is counted."""
    return mark.value == _BUILDING and (sentence.pack.articles or bool(mark.attributes.get("weak")))


def how_many(tokens: Tokens, marks: Sequence[Mark], mark: Mark, pack: LanguagePack) -> int:
    """Return how many people a name is of that counts them itself ("супруги", "мужчины 48 и 52 лет"); 0 if it does not."""
    if mark.attributes.get("pair"):
        return 2
    return number_of_ages(marks, mark) if pack.is_plural(tokens.words[mark.last - 1]) else 0


def in_part(tokens: Tokens, marks: Sequence[Mark], mark: Mark, parts: frozenset[str]) -> bool:
    """Tell whether a part of the thing stands before it: "the roof of a school"."""
    return any(
        other.kind == "role"
        and other.value in parts
        and 0 <= mark.first - other.last <= 1
        and all(tokens.words[at][0].isalpha() for at in range(other.last, mark.first))
        for other in marks
    )


def _of_part(tokens: Tokens, marks: Sequence[Mark], mark: Mark) -> bool:
    """Tell whether the thing stands behind a part of it, or behind another that does: "витрины магазина и аптеки"."""
    joint = next(
        (role for role in marks if role.kind == "role" and role.value == "and" and role.last == mark.first), None
    )
    before = None if joint is None else next((m for m in marks if m.kind == "site" and m.last == joint.first), None)
    return in_part(tokens, marks, before or mark, PARTS) or in_part(tokens, marks, mark, PARTS)


def _is_of_one_age(tokens: Tokens, marks: Sequence[Mark], person: Mark, pack: LanguagePack) -> bool:
    """Tell whether an age stands before a person in the singular: "46-летней", not "46-летних"."""
    before = tokens.words[person.first - 1]
    if before.endswith(pack.plural_adjectives):
        return False
    aged = any(mark.last == person.first and mark.number and mark.number.kind == "compound" for mark in marks)
    return aged or pack.age_in(before) is not None


def _plural(tokens: Tokens, marks: Sequence[Mark], mark: Mark, line: Line, pack: LanguagePack, action: Mark) -> bool:
    """Tell whether the head of the name is a plural: the last word where there are articles, else the first.

    "пожежа на складі" has the ending of a plural and is none; what "burned down on a dam" was not the dam.
    """
    head = tokens.words[mark.last - 1 if pack.articles else mark.first]
    if head in pack.plural_in_a:
        opens = action.last == mark.first or tokens.words[mark.first - 1] in (",", "и")
        return opens and action.last <= mark.first and tokens.words[action.first].endswith(pack.several_verbs)
    if not pack.is_plural(head):
        return False
    inside = tokens.words[mark.first - 1] in pack.locatives and not head.endswith(pack.locative_singular)
    if mark.kind == "site" and _of_part(tokens, marks, mark):
        return inside  # "крыша школы": what has a roof is one; "окна в многоэтажках" are of several
    if mark.kind == "person" and action.value == "kill" and _is_of_one_age(tokens, marks, mark, pack):
        return False  # "гибель 46-летней женщины"
    if any(role.last == mark.first and role.kind == "role" and role.value == "each" for role in marks):
        return not head.endswith(pack.locative_singular)  # "удар по подстанции"
    before = tokens.words[mark.first - 1] if mark.first > line.first else ""
    return not (before in pack.locatives and action.value in _AT_A_PLACE and head.endswith(pack.locative_singular))
