"""Numbers that are labels or count nothing of ours: "school No. 4", "$40", "won 3-1", "14 kilometres", "190 cows"."""

from __future__ import annotations

from vidbiy.reading.quantities.uncounted import is_age, is_house_number, is_pronoun
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["counts_nothing", "is_labelled", "is_void"]

_SIGNS = frozenset("№#$€£@")


def counts_nothing(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether the number is an age, a pronoun, of a house, or of waves ("various waves of drones")."""
    return (
        _of_events(sentence, mark.last)
        or is_age(sentence, mark)
        or is_pronoun(sentence, mark)
        or is_house_number(sentence, mark)
    )


def _of_events(sentence: Sentence, token: int) -> bool:
    """Tell whether a noun of action follows, which the number counts in place of the weapons."""
    return any(mark.kind == "action" and mark.attributes.get("noun") for mark in sentence.begin.get(token, ()))


def is_labelled(sentence: Sentence, token: int) -> bool:
    """Tell whether the number is a label ("school No. 4", "aged 45") or is glued to a sign ("$40", "T-90")."""
    if sentence.before(token, "void") is not None and any(
        mark.value == "before" for mark in sentence.finish.get(token, ())
    ):
        return True
    if token == sentence.first and token + 1 < sentence.last and sentence.words[token + 1] == ")":
        return True
    word = sentence.words[token - 1] if token > sentence.first else ""
    if word == "." and any(
        mark.kind == "void" and mark.value == "before" for mark in sentence.finish.get(token - 1, ())
    ):
        return True  # "train No. 6502"
    if _continues_labels(sentence, token) or _names_one(sentence, token):
        return True  # "трамваи № 1 и 7"
    if word == "/" and (sentence.before(token - 1, "weapon") is not None or _splits_label(sentence, token - 1)):
        return True  # "Shahed-136/131", "поезд № 63/64"
    return word in _SIGNS or _is_score(sentence, token)


def _splits_label(sentence: Sentence, slash: int) -> bool:
    """Tell whether the number before a slash is a label already."""
    before = sentence.before(slash, "number")
    return before is not None and is_labelled(sentence, before.first)


def _names_one(sentence: Sentence, token: int) -> bool:
    """Tell whether one thing stands right before the number, as its name: "he drove ambulance 108"."""
    if not sentence.pack.word_order or not sentence.words[token].isdecimal():
        return False
    thing = sentence.before(token, "site")
    return thing is not None and not sentence.pack.is_plural(sentence.words[thing.last - 1])


def _continues_labels(sentence: Sentence, token: int) -> bool:
    """Tell whether a number stands behind another that is a label: "№ 1 и 7"."""
    joint = sentence.role_before(token, "and")
    label = sentence.before(joint.first, "number") if joint is not None else None
    if label is None or sentence.words[label.first - 1] != "№":
        return False
    number = sentence.at(token, "number")
    return number is not None and sentence.noun(number.last) is None and sentence.noun(number.last + 1) is None


def _is_score(sentence: Sentence, token: int) -> bool:
    """Tell whether the number is one side of a score or a ratio: "won 3-1", "a 1:0 win"."""
    for one, dash, other in ((token, token + 1, token + 2), (token - 2, token - 1, token)):
        if one < sentence.first or other >= sentence.last or sentence.words[dash] not in ("-", "—", ":"):
            continue
        left, right = sentence.at(one, "number"), sentence.at(other, "number")
        tight = sentence.tokens.starts[other] - sentence.tokens.ends[one] == 1
        if tight and left is not None and right is not None and left.number is not None and right.number is not None:
            return left.number.low >= right.number.low
    return False


def is_void(sentence: Sentence, token: int) -> bool:
    """Tell whether the words from `token` say that the number counts nothing of ours."""
    time = sentence.at(token, "time")
    if time is not None and not (time.value == "since" and _is_of_no_time(sentence, time)):
        return True  # "neun Tage zuvor", but "двох із працівників", "четверо с ранениями"
    token = _over_numbers(sentence, token)
    if (of := sentence.role(token, "of")) is not None and _is_unit(sentence, of.last):
        return True  # "в одній із громад"
    return _is_before_unit(sentence, token)


def _is_of_no_time(sentence: Sentence, since: Mark) -> bool:
    """Tell whether the word for "since" means "of" or "with" here: no time follows."""
    return sentence.role(since.first, "of") is not None or sentence.at(since.last, "time", "number") is None


def _is_unit(sentence: Sentence, token: int) -> bool:
    return any(mark.kind == "void" and mark.value == "units" for mark in sentence.begin.get(token, ()))


def _is_before_unit(sentence: Sentence, token: int) -> bool:
    """Tell whether a unit or animals follow from `token` on, two unknown words apart at most."""
    while (more := sentence.role(token, "more", "total")) is not None:
        token = more.last
    for step in range(3):
        at = token + step
        if at >= sentence.last:
            return False
        if _is_unit(sentence, at):
            noun = sentence.noun(at)
            return noun is None
        if sentence.at(at, "animals"):
            return True
        kind = sentence.at(at, "weapon")
        if kind is not None and kind.attributes.get("adjective") and step == 0 and _is_unit(sentence, kind.last):
            return True  # "два баллистических удара"
        if not sentence.words[at][0].isalpha() or sentence.begin.get(at):
            return False
    return False


def _over_numbers(sentence: Sentence, token: int) -> int:
    """Skip the rest of a list of numbers: "(4, 5, 15 і 17 років)", "from 41 to 29 percent" have their unit at the end."""
    at = token
    for _ in range(6):
        step = at
        listed = step < sentence.last and (sentence.words[step] == "," or sentence.role(step, "and", "or"))
        if listed or (step < sentence.last and sentence.words[step] in sentence.pack.range_joints):
            step += 1
        number = sentence.at(step, "number")
        if step == at or number is None:
            return at
        at = number.last
    return at
