"""Ordinals that go on with weapons counted before: "четыре сбиты, пятая отклонилась" is one more."""

from __future__ import annotations

from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.words.annotation import Mark

__all__ = ["count_nth", "is_of_nth"]

# What may become of one weapon.
_FATES = frozenset({"shoot_down", "destroy", "intercept", "suppress", "hit", "leave"})
# "третий аппарат упал": so near stands its verb.
_VERB_NEAR = 2


def count_nth(sentence: Sentence) -> list[Single]:
    """Return one weapon for each ordinal that has a verb of its own, where weapons were counted before it."""
    found: list[Single] = []
    for nth in sentence.of_role("nth"):
        action = _verb_of(sentence, nth)
        subject = None if action is None else _counted_before(sentence, nth)
        if action is not None and subject is not None:
            measure = action.attributes["measures"]["weapon"]
            if any(done.measure == measure and done.subject == subject for done in sentence.told()):
                continue  # "попали три дрона: … третий упал рядом" is one of the three
            found.append(Single("count.nth", measure, subject, 1, 1, nth.first, action.last, action))
    return found


def is_of_nth(sentence: Sentence, action: Mark) -> bool:
    """Tell whether an ordinal before the verb is its subject: it counts nothing else."""
    return any(_verb_of(sentence, nth) is action for nth in sentence.of_role("nth"))


def _verb_of(sentence: Sentence, nth: Mark) -> Mark | None:
    for action in sentence.actions:
        if action.first >= nth.last:
            # "eine zweite wird über der Stadt abgeschossen"
            closes = sentence.pack.verbs_last and sentence.role(nth.last, "aux") is not None
            near = closes or action.first - nth.last <= _VERB_NEAR
            near = near and "," not in sentence.words[nth.last : action.first]
            fits = action.value in _FATES and "weapon" in action.attributes["measures"]
            alone = not any(mark.kind in ("site", "person") for at in range(nth.last, action.first)
                            for mark in sentence.begin.get(at, ()))  # fmt: skip
            singular = closes or sentence.pack.is_singular_verb(sentence.words[action.first])
            return action if near and fits and alone and singular else None
    return None


def _counted_before(sentence: Sentence, nth: Mark) -> str | None:
    """Return the weapon that was counted last before the ordinal, in its sentence or the ones before."""
    here = [one for one in sentence.quantities if one.last <= nth.first and one.cls == "weapon"]
    if here:
        return here[-1].subject
    told = next((done for done in sentence.told() if done.quantity is not None), None)
    return told.subject if told is not None and told.subject.startswith("weapon") else None
