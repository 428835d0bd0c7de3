"""Making an assertion of a quantity and what governs it: its span, who a person is, which effect a verb has."""

from __future__ import annotations

from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.quantity import NAMED, Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["make"]

# Whoever is only counted after these is one of them.
_OCCUPATIONS = frozenset({"person.rescuer", "person.medic", "person.rail_worker", "person.police", "person.military"})
# A longer span says less than the quantity alone.
_LONGEST_SPAN = 160


def make(
    sentence: Sentence, rule: str, quantity: Quantity, measure: str, subject: str, action: Mark | None
) -> Assertion:
    """Return the assertion that `rule` reads of the quantity, its span with the action where that is near."""
    first, last = quantity.first, quantity.last
    if action is not None and sentence.line.first <= action.first and action.last <= sentence.line.last:
        first, last = min(first, action.first), max(last, action.last)
        if sentence.tokens.ends[last - 1] - sentence.tokens.starts[first] > _LONGEST_SPAN:
            first, last = quantity.first, quantity.last
    if subject == "person":
        subject = _occupation(sentence, quantity, measure)
    if measure == "without_power":
        subject = "customer"  # people and homes without power are all customers
    return Assertion(
        rule, measure, subject, quantity.low, quantity.high, first, last, quantity=quantity, action=action,
        approx=quantity.approx, of=quantity.of, effect=action.attributes.get("effect") if action else None,
        place=quantity.place,
    )  # fmt: skip


def _occupation(sentence: Sentence, quantity: Quantity, measure: str) -> str:
    """Return who a person is that is only counted: "killed eight railway workers and wounded 25", "three colleagues"."""
    colleague = any(quantity.first <= mark.first <= quantity.last + 1 for mark in sentence.of_role("colleague"))
    killed = bool(sentence.assertions) and sentence.assertions[-1].measure == "killed" and measure == "injured"
    if not colleague and (quantity.noun is not None or not killed):
        return "person"
    earlier = (*reversed(sentence.assertions), *(reversed(sentence.discourse.last) if colleague else ()))
    counted = [told for told in earlier if told.quantity is None or told.quantity.form not in NAMED or colleague]
    people = [told.subject for told in counted if told.subject.startswith("person")]
    if not colleague and any(told.measure == "killed" and told.subject == "person" for told in sentence.assertions):
        return "person"  # "two people, one a doctor, were killed and 16 injured"
    before = next(iter(people), "person")
    return before if before in _OCCUPATIONS else "person"
