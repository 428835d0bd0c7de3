"""One person by a pronoun: "She was pulled out alive", "A man was wounded. He died in hospital"."""

from __future__ import annotations

from collections.abc import Mapping

from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.words.annotation import Mark

__all__ = ["one_by_pronoun"]

_RULE = "people.pronoun"
# "She has since been taken to hospital": so near stands the verb behind its pronoun.
_VERB_NEAR = 4
# What became of one who was only just said to be alive.
_SURVIVED = frozenset({"injured", "hospitalised", "rescued", "missing"})
# What the verb may say of the one spoken of, by what was said of him before; None where it may be said at once.
_AFTER: Mapping[str, frozenset[str] | None] = {
    "rescue": None,
    "kill": _SURVIVED,
    "hospitalise": frozenset({"injured", "rescued"}),
    "injure": frozenset({"rescued"}),
}


def one_by_pronoun(sentence: Sentence) -> list[Single]:
    """Return what happened to the one whom "he" or "she" stands for, where a verb says that it was done to him."""
    if not sentence.pack.word_order:
        return []
    before = next(iter(sentence.told()), None)
    measures = {done.measure for done in sentence.assertions}
    found: list[Single] = []
    for pronoun in sentence.of_role("he"):
        for action in sentence.actions:
            measure = action.attributes["measures"].get("person")
            if not measure or measure in measures or not _undergoes(sentence, pronoun, action):
                continue
            if not _may_follow(action, before, measure):
                continue
            subject = before.subject if before is not None and _is_one(before) else "person"
            first, last = min(pronoun.first, action.first), max(pronoun.last, action.last)
            found.append(Single(_RULE, measure, subject, 1, 1, first, last, action))
            measures.add(measure)
    return found


def _undergoes(sentence: Sentence, pronoun: Mark, action: Mark) -> bool:
    """Tell whether the verb behind the pronoun, no other person between, says what was done to the one it stands for."""
    if not 0 <= action.first - pronoun.last <= _VERB_NEAR or sentence.role(action.first - 1, "negation") is not None:
        return False
    between = range(pronoun.last, action.first)
    if any(sentence.at(at, "person", "number", "report", "article", "action") for at in between):
        return False
    if any(sentence.role(at, "negation", "expected", "he", "they", "clause") for at in between):
        return False
    if sentence.voices.is_passive(action) or action.attributes.get("side") == "before" or _is_state(sentence, action):
        return True
    opening = sentence.pack.patterns.alone(sentence.words[action.first])
    return any(entry.kind == "role" and entry.value == "aux" for _, entry in opening)  # the words of "was pulled"


def _is_state(sentence: Sentence, action: Mark) -> bool:
    """Tell whether "is" and where he is stand there: "she is now in hospital"."""
    return action.value == "hospitalise" and sentence.role_before(action.first, "aux", "stop") is not None


def _may_follow(action: Mark, before: Assertion | None, measure: str) -> bool:
    """Tell whether it can be said of the one spoken of last, and was not said of him just now."""
    if action.value not in _AFTER:
        return False
    needed = _AFTER[action.value]
    if needed is None:
        return before is None or before.measure != measure
    return before is not None and _is_one(before) and before.measure in needed


def _is_one(done: Assertion) -> bool:
    return done.low == done.high == 1 and done.subject.startswith("person")
