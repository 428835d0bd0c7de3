"""People who are named, not counted: "погибли мужчина и женщина", "ранены супруги", "его забрали в больницу"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.sentences.governing import Governor
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = [
    "also_cared_for",
    "also_cared_for_pronoun",
    "counted_cared_for",
    "died_pronoun",
    "not_saved",
    "number_of_ages",
    "people_together",
]

# Two of one list stand so close; two with verbs of their own in one sentence, so.
_IN_LIST, _IN_SENTENCE = 6, 9
# "водитель с минно-взрывной травмой находится во второй городской больнице".
_CARE_FAR = 9.0
# "вона вже в лікарні померла": so near behind the pronoun stands the verb.
_DIED_NEAR, _ALIVE = 3, frozenset({"injured", "hospitalised", "rescued", "missing"})
# "её вчера перевезли в брянскую больницу".
_PRONOUN_FAR = 3.0
# Larger numbers beside a person are years ("женщина 1951 года рождения").
_YEARS = 1900
# So near stands who else died behind the verb.
_OTHER_NEAR = 3
_HURT, _CARED = "injure", "hospitalise"


def people_together(
    tokens: Tokens,
    marks: Sequence[Mark],
    singles: Sequence[Single],
    counted: Sequence[tuple[int, int]],
    pack: LanguagePack,
) -> list[Single]:
    """Return `singles` with the people of one list as one number (cases/README, "a nurse and a driver were killed").

    A second name at the same verb that is in no list with the first is the same person again.
    """
    together: list[Single] = []
    for single in singles:
        before = next(
            (one for one in reversed(together) if one.thing is not None and one.measure == single.measure), None
        )
        whole = _with_pronoun(marks, single)
        if whole is not single and before is not None and before.action is single.action:
            together[together.index(before)] = whole
        elif before is None or not (_is_person(single) and _is_person(before)):
            together.append(whole)
        elif _listed(tokens, marks, before, single) and not _is_again(tokens, marks, before, single, pack):
            if before.subject == single.subject:
                together[together.index(before)] = _added(before, single)
            else:
                together.append(single)
        elif before.action is not single.action:
            together.append(single)
    return [
        single
        for single in together
        if _goes_on(marks, single, counted) or not _lacks_others(tokens, single, pack) or _has_others(single, together)
    ]


def _has_others(single: Single, together: Sequence[Single]) -> bool:
    """Tell whether the verb has somebody else as well ("ранены женщина и её 14-летний сын")."""
    return any(
        other is not single and _is_person(other) and other.action is single.action and other.subject != single.subject
        for other in together
    )


def _goes_on(marks: Sequence[Mark], single: Single, counted: Sequence[tuple[int, int]]) -> bool:
    """Tell whether others are counted right behind the one who is named ("убиты отец и трое малышей")."""
    if single.thing is None:
        return False
    joints = {
        mark.last for mark in marks if mark.kind == "role" and mark.value == "and" and mark.first == single.thing.last
    }
    return any(first in joints for first, _ in counted)


def _is_person(single: Single) -> bool:
    return single.rule in ("single.person", "people.listed") and single.thing is not None


def _listed(tokens: Tokens, marks: Sequence[Mark], before: Single, single: Single) -> bool:
    if before.thing is None or single.thing is None:
        return False
    first, last = before.thing.last, single.thing.first
    between = [mark for mark in marks if first <= mark.first < last]
    words = tokens.words[first:last]
    if before.action is not single.action:
        return last - first <= _IN_SENTENCE and not any(mark.kind == "place" for mark in between) and ":" not in words
    joined = "," in words or any(mark.kind == "role" and mark.value == "and" for mark in between)
    return joined and last - first <= _IN_LIST and not any(word in (":", "(", ";") for word in words)


def _is_again(tokens: Tokens, marks: Sequence[Mark], before: Single, single: Single, pack: LanguagePack) -> bool:
    """Tell whether behind a comma one person has a second name: "погиб водитель бензовоза, мирный житель"."""
    action = before.action
    if before.thing is None or single.thing is None or action is None or action is not single.action:
        return False
    between = range(before.thing.last, single.thing.first)
    if any(mark.first in between and mark.kind == "role" and mark.value == "and" for mark in marks):
        return False
    return action.last <= before.thing.first and pack.is_singular_verb(tokens.words[action.first])


def _added(before: Single, single: Single) -> Single:
    return replace(
        before, rule="people.listed", low=(before.low or 1) + (single.low or 1), high=(before.high or 1) + (single.high or 1),
        first=min(before.first, single.first), last=max(before.last, single.last), thing=single.thing,
    )  # fmt: skip


def _with_pronoun(marks: Sequence[Mark], single: Single) -> Single:
    """Count the pronoun of "он и его жена погибли" as well."""
    if single.thing is None or single.rule != "single.person":
        return single
    near = [mark for mark in marks if single.thing.first - 3 <= mark.first < single.thing.first and mark.kind == "role"]
    values = [mark.value for mark in near]
    if "he" in values and "and" in values[values.index("he") :]:
        return replace(single, rule="people.listed", low=2, high=2)
    return single


def _lacks_others(tokens: Tokens, single: Single, pack: LanguagePack) -> bool:
    """Tell whether the verb is of more than the one that was read ("ранены охранник и ...")."""
    if single.rule != "single.person" or single.low != 1 or single.action is None:
        return False
    return tokens.words[single.action.first].endswith(pack.plural_verbs)


def number_of_ages(marks: Sequence[Mark], person: Mark) -> int:
    """Return how many ages stand beside a plural: "мужчины 48 и 52 лет", "43-річний та 51-річна мешканці" are two."""
    before = _ages_before(marks, person)
    return before if before > 1 else _ages_behind(marks, person)


def _ages_before(marks: Sequence[Mark], person: Mark) -> int:
    ages, at = 0, person.first
    for mark in reversed(marks):
        if mark.last > at:
            continue
        if at - mark.last > (1 if ages else 0):
            break
        if mark.number is not None and mark.number.kind == "compound":
            ages += 1
        elif not (mark.kind == "role" and mark.value == "and" and ages):
            break
        at = mark.first
    return ages


def _ages_behind(marks: Sequence[Mark], person: Mark) -> int:
    ages = 0
    at = person.last
    for mark in marks:
        if mark.first < person.last:
            continue
        if mark.first - at > 1:
            break
        if mark.kind == "number" and mark.number is not None and mark.number.kind == "count":
            ages += 1
        elif mark.kind == "role" and mark.value == "years":
            return ages
        elif not (mark.kind == "role" and mark.value in ("and", "stop")):
            break
        at = mark.last
    return 0


def also_cared_for(single: Single, marks: Sequence[Mark], actions: Sequence[Mark], governor: Governor) -> Single | None:
    """Return that somebody hurt is in hospital too, or somebody in hospital hurt, where the sentence says both."""
    if single.rule != "single.person" or single.thing is None or single.action is None:
        return None
    other = {_HURT: _CARED, _CARED: _HURT}.get(single.action.value)
    people = [mark for mark in marks if mark.kind == "person" and mark is not single.thing]
    for action in actions:
        if action.value != other or governor.cost(action, single.thing.first, single.thing.last) > _CARE_FAR:
            continue
        first, last = min(single.thing.first, action.first), max(single.thing.last, action.last)
        if any(first <= mark.first < last and mark.first != single.thing.first for mark in people):
            continue
        if any(first <= mark.first < last and _is_of_others(mark) for mark in marks):
            continue
        measure = action.attributes["measures"]["person"]
        return replace(single, rule="people.also", measure=measure, action=action, first=first, last=last)
    return None


def not_saved(single: Single, marks: Sequence[Mark], actions: Sequence[Mark]) -> Single:
    """Return that somebody died who was brought out, where the sentence goes on so: "достали, но спасти её не смогли"."""
    if single.rule != "single.person" or single.measure != "rescued":
        return single
    died = next((action for action in actions if action.value == "kill" and action.first >= single.last), None)
    if died is None:
        return single
    near = range(single.last, died.last + _OTHER_NEAR)
    if any(mark.first in near and mark.kind in ("person", "number") for mark in marks):
        return single  # "вынесли мальчика, погибли двое"
    measure: str = died.attributes["measures"]["person"]
    return replace(single, measure=measure, action=died, last=died.last)


def counted_cared_for(
    counted: Sequence[tuple[str, int, int | None, Mark, int, int]],
    marks: Sequence[Mark],
    actions: Sequence[Mark],
    tokens: Tokens,
) -> list[Single]:
    """Return that those counted with their wounds are in hospital too: "трое с ранениями доставлены в больницу".

    ``counted`` are the hurt: subject, low, high, the action of the wound, first and last token.
    """
    found: list[Single] = []
    for subject, low, high, wound, first, last in counted:
        cared = next((action for action in actions if action.value == _CARED and action.first >= last), None)
        if cared is None or wound.last > cared.first or "," in tokens.words[wound.last : cared.first]:
            continue
        between = [mark for mark in marks if last <= mark.first < cared.last + 2]
        if any(mark.kind in ("person", "number") or _is_of_others(mark) for mark in between):
            continue
        measure = cared.attributes["measures"]["person"]
        found.append(Single("people.also", measure, subject, low, high, first, cared.last, cared))
    return found


def _is_of_others(mark: Mark) -> bool:
    """Tell whether `mark` begins to speak of others, or says that something did not happen."""
    if mark.number is not None:
        return mark.number.kind == "count" and mark.number.low < _YEARS
    return mark.kind == "role" and mark.value in ("more", "negation", "of_them")


def died_pronoun(sentence: Sentence) -> list[Single]:
    """Read "він помер у лікарні", "врятувати їх не вдалося" of those who were just hurt, rescued or brought to hospital."""
    if sentence.of_kind("person") or sentence.of_kind("number"):
        return []
    told = next((one for one in sentence.discourse.last[::-1] if one.subject.startswith("person")), None)
    if any(one.measure == "killed" for one in sentence.discourse.last[-2:]):
        return []  # "one was found dead. He suffocated" is counted already
    if told is None or told.measure not in _ALIVE or not told.low:
        return []
    wanted = "he" if told.low == told.high == 1 else "they"
    for mark in sentence.of_role(wanted):
        for action in sentence.actions:
            if action.value == "kill" and 0 <= action.first - mark.last <= _DIED_NEAR:
                found = Single(
                    "people.pronoun", "killed", told.subject, told.low, told.high, mark.first, action.last, action
                )
                return [found]
    return []


def also_cared_for_pronoun(
    marks: Sequence[Mark], actions: Sequence[Mark], governor: Governor, hurt: tuple[str, int | None, int | None] | None
) -> list[Single]:
    """Read "его забрали в больницу", "они госпитализированы" of those who were hurt, as (subject, low, high)."""
    if hurt is None or not any(action.value == _CARED for action in actions):
        return []
    wanted = "he" if hurt[1] == hurt[2] == 1 else "they"
    if wanted == "they" and any(mark.kind == "role" and mark.value == "he" for mark in marks):
        return []  # "he was treated on the spot; they are in hospital" is of the others
    for mark in marks:
        if mark.kind != "role" or mark.value != wanted:
            continue
        named = [other.value for other in marks if other.kind == "person" and other.last <= mark.first]
        if wanted == "he" and named:
            hurt = (named[-1], 1, 1)  # "мужчину: его забрали в больницу" is of the one named there
        for action in actions:
            first, last = min(mark.first, action.first), max(mark.last, action.last)
            others = any(other.kind == "person" and first <= other.first < last for other in marks)
            if action.value == _CARED and not others and governor.cost(action, mark.first, mark.last) < _PRONOUN_FAR:
                return [Single("people.pronoun", "hospitalised", *hurt, first, last, action)]
    return []
