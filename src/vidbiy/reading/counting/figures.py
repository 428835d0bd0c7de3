"""Figures put anew: "the toll rose to 63", "then it was seven", "And the wounded? At least 64"."""

from __future__ import annotations

from vidbiy.reading.counting.governed import measure_of
from vidbiy.reading.quantities.alone import at_clock, bare_allowed
from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.making import make
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.subjects import class_of
from vidbiy.reading.words.annotation import Mark

__all__ = ["answer", "figure_put_anew", "is_only_spoken_of", "is_risen", "of_figure", "toll_goes_on"]

# What a figure can be put anew of, without saying of what.
_TOLLS = frozenset(
    {"damaged", "killed", "injured", "hospitalised", "missing", "rescued", "evacuated", "without_power", "shot_down"}
)
_PEOPLE = frozenset({"killed", "injured"})
_OF_A_WHOLE = frozenset({"shot_down", "damaged"})
# So near stands the verb of saying at what it says ("early in the morning he spoke of three").
_SPOKEN_NEAR = 6
# "stieg bis zum Abend auf 27": so near stands the verb of rising.
_RISE_NEAR = 4


def _figure_before(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return the word "toll", "number of" before the quantity."""
    return next((mark for mark in sentence.of_role("figure") if mark.last <= quantity.first), None)


def is_risen(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a figure is said to rise or fall to the number ("die Zahl der Toten ist auf 27 gestiegen")."""
    return _figure_before(sentence, quantity) is not None and any(
        _beside(sentence, mark, quantity) for mark in sentence.of_role("rise")
    )


def of_figure(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the number is one "of people": "the number of children killed is six" says who they are."""
    figure = _figure_before(sentence, quantity)
    return figure is not None and sentence.at(figure.last, "person") is not None


def figure_put_anew(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read a figure that is put anew: "he raised the total to 63", "the figure stood at 106", "then it was seven"."""
    figure = _figure_before(sentence, quantity)
    if figure is None and not (
        _counts_again(sentence, quantity) or is_only_spoken_of(sentence, quantity) or _was_earlier(sentence, quantity)
    ):
        return None
    if not bare_allowed(sentence, quantity):
        return None
    if figure is not None:
        counted = next(
            (a for a in sentence.actions if 0 <= a.first - figure.last <= 2 and "person" in a.attributes["measures"]),
            None,
        )
        if counted is not None:
            who = [mark.value for mark in sentence.of_kind("person") if figure.last <= mark.first < counted.first]
            measure = measure_of(counted, "person")
            return make(sentence, "count.figure", quantity, measure, (who or ["person"])[0], counted)
        near = (mark for mark in sentence.marks if figure.last <= mark.first <= figure.last + 3)
        thing = next((mark for mark in near if mark.kind in ("site", "weapon")), None)
        if thing is not None:
            return _figure_of_things(sentence, quantity, thing)
    earlier = _put_before(sentence, quantity)
    if earlier not in sentence.assertions and figure is None and _has_other_count(sentence, quantity):
        earlier = None
    if earlier is None or (quantity.of is not None and earlier.measure not in _OF_A_WHOLE):
        return None  # "then corrected that to 39 out of 53" is no toll
    return make(sentence, "count.figure", quantity, earlier.measure, earlier.subject, None)


def _was_earlier(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether it is the figure of before: "three bodies had been found, up from an earlier two"."""
    if not sentence.pack.word_order:
        return False
    return any(0 <= quantity.first - mark.last <= 1 for mark in sentence.of_role("earlier"))


def _has_other_count(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether it was the figure of something else in the sentence: "471 blocks have no heat, down from 6,000"."""
    return _was_earlier(sentence, quantity) and any(
        other.last <= quantity.first and other.cls is not None for other in sentence.quantities
    )


def _put_before(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Return the count put anew: the last, or of people counted with it the one that the number is nearest to.

    A toll rises: "31 dead, 83 wounded; before that he spoke of 24" are the dead. Who is in hospital is wounded too.
    """
    told = [done for done in sentence.told() if done.measure in _TOLLS and not done.subject.startswith("person.")]
    if not told or told[0].subject != "person":
        return told[0] if told else None
    people = [done for done in told[:2] if done.subject == "person" and (done.low or 0) >= quantity.low]
    if {done.measure for done in people} == {"injured", "hospitalised"}:
        people = [done for done in people if done.measure == "injured"]
    return min(people, key=lambda done: done.low or 0, default=told[0])


def toll_goes_on(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read a toll that an entry only gives anew: "20:05 Вже чотирнадцятеро", "Дев'ятеро дітей".

    The entry has no verb, and nothing stands before its number but the hour.
    """
    told = sentence.discourse.last[-1:]
    if sentence.actions or not told or told[0].measure not in _PEOPLE or quantity.high is None:
        return None
    if sentence.quantities[0] is not quantity or not _opens_entry(sentence, quantity):
        return None
    kind = quantity.subject or "person"
    toll = next((done for done in reversed(sentence.discourse.last) if done.measure in _PEOPLE), told[0])
    before = next((done for done in sentence.told() if done.measure == toll.measure and done.subject == "person"), None)
    grows = before is not None and (before.low or 0) <= quantity.low
    if kind == "person" and not grows:
        return None
    return make(sentence, "count.figure", quantity, toll.measure, kind, None)


def _opens_entry(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether nothing but an hour and words like "already" stands before the number, and nothing unknown behind."""
    stamps = {
        at
        for mark in sentence.marks
        if mark.kind in ("time", "qualifier", "number", "role") and mark.last <= quantity.first
        for at in range(mark.first, mark.last)
    }
    words = sentence.words
    if any(words[at][0].isalnum() and at not in stamps for at in range(sentence.first, quantity.first)):
        return False
    return quantity.last >= sentence.last or not words[quantity.last][0].isalnum()


def answer(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read the answer to a question: "And the wounded? At least 64, says the prosecutor's office"."""
    header = sentence.discourse.header
    if header is None or not _is_asked(sentence, quantity) or not bare_allowed(sentence, quantity):
        return None
    if "person" not in header.attributes["measures"] or sentence.line.bullet or sentence.quantities[0] is not quantity:
        return None
    return make(sentence, "count.headed", quantity, measure_of(header, "person"), "person", None)


def _is_asked(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the question stands in the same paragraph, or is the one before and the number opens its answer."""
    behind = sentence.line.paragraph - sentence.discourse.header_paragraph
    return behind == 0 or (behind == 1 and sentence.discourse.asked and quantity.first == sentence.first)


def _beside(sentence: Sentence, mark: Mark, quantity: Quantity) -> bool:
    """Tell whether `mark` stands within a few words of the quantity, in its clause."""
    first, last = sorted((mark.last, quantity.first)) if mark.first < quantity.first else (quantity.last, mark.first)
    return last - first <= _RISE_NEAR and "," not in sentence.tokens.words[first:last]


def is_only_spoken_of(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether somebody only "spoke of three" of what was counted before ("mówił o trzech", "von drei gesprochen")."""
    if at_clock(sentence, quantity):
        return True
    verbs = [mark for mark in sentence.of_kind("report") if mark.value == "verbs"]
    if any(verb.last == quantity.first and verb.last - verb.first > 1 for verb in verbs):
        return True
    if sentence.role_before(quantity.first, "naming") is not None:
        return True  # "в администрации назвали 27"
    spoken = sentence.role_before(quantity.first, "spoken")
    if spoken is not None and spoken.last - spoken.first > 1:
        return True  # "йшлося про три"
    return spoken is not None and any(abs(verb.first - quantity.first) <= _SPOKEN_NEAR for verb in verbs)


def _figure_of_things(sentence: Sentence, quantity: Quantity, thing: Mark) -> Assertion | None:
    """Read the figure of things: "the number of damaged buildings is now 20"."""
    cls, subject = class_of(thing)
    action = next(
        (a for a in sentence.actions if cls in a.attributes["measures"] and abs(a.first - thing.first) <= 2), None
    )
    if action is None:
        return None
    return make(sentence, "count.figure", quantity, measure_of(action, cls), subject, None)


def _counts_again(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether "it was", "it's" stands before the number, and nothing that it counts after it."""
    words, at = sentence.words, quantity.first
    last = at
    for mark in sentence.finish.get(at, ()):
        if mark.kind == "role" and mark.value in ("aux", "perfect"):
            last = mark.first
    again = words[last - 1] in sentence.pack.dummy_subjects if last < at and last > sentence.line.first else False
    return again or (
        at > sentence.line.first and words[at - 1] in sentence.pack.dummy_subjects and "'" in words[at - 1]
    )
