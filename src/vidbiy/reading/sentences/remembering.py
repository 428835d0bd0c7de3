"""What a sentence leaves to those behind it: its heading, the weapon it spoke of, the last list of what was launched."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.clauses import denied
from vidbiy.reading.sentences.headings import UNNAMED
from vidbiy.reading.sentences.quantity import NAMED
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.subjects import common_path, weapon_class
from vidbiy.reading.words.annotation import Mark

__all__ = ["WEAPON_COUNTERS", "heading_action", "heading_of_things", "keep_header", "mention", "remember"]

_WEAPON_MEASURES = frozenset({"launched", "shot_down", "suppressed", "intercepted", "hit", "in_air", "left_airspace"})
# Whose bare figures of weapons are what was sent.
WEAPON_COUNTERS = frozenset({"ua-air-force", "ua-president"})
# A heading in capitals has no more tokens than this.
_LONGEST_HEADING = 10
# A line that goes on with its heading has no more unknown words than this.
_MOST_PROSE = 4
# Sites that "the building" does not stand for.
_VAGUE = frozenset({"weak", "generic", "plural", "adjective", "flat", "area"})
# So many assertions are remembered.
_MEMORY = 5


def mention(sentence: Sentence) -> None:
    """Remember the weapon that a sentence only names ("Беспилотников было три. Два сбиты"), and the last site."""
    if sentence.pack.word_order and "site" in sentence.kinds:
        _mention_site(sentence)
    if any(assertion.measure in _WEAPON_MEASURES for assertion in sentence.assertions):
        return
    weapons = (mark for mark in sentence.of_kind("weapon") if not mark.attributes.get("weak"))
    named = {mark.value for mark in weapons if weapon_class(mark.value) == "weapon"}
    counted = [quantity.subject for quantity in sentence.quantities if quantity.cls == "weapon"]
    if len(named) == 1:
        sentence.discourse.weapon = named.pop()
    elif counted:
        sentence.discourse.weapon = common_path(counted) or "weapon"


def _mention_site(sentence: Sentence) -> None:
    for mark in reversed(sentence.of_kind("site")):
        if mark.value.startswith("site.") and mark.attributes.keys().isdisjoint(_VAGUE):
            sentence.discourse.site, sentence.discourse.site_paragraph = mark.value, sentence.line.paragraph
            return


def keep_header(sentence: Sentence) -> None:
    """Keep the action of a heading for the lines below it, until a line has one of its own."""
    titled = sentence.line.opens and not sentence.actions and not sentence.quantities
    if titled and any(mark.value in WEAPON_COUNTERS for mark in sentence.of_kind("source")):
        sentence.discourse.counter_paragraph = sentence.line.paragraph
    if not sentence.line.bullet:
        sentence.discourse.listing = sentence.line.heads and not sentence.actions
    if sentence.line.heads or _is_heading(sentence):
        actions = [
            action for action in sentence.actions if not denied(sentence, action) and not _negated(sentence, action)
        ]
        kept = None if sentence.actions else sentence.discourse.header
        sentence.discourse.header = _last_of(actions) if actions else kept
        sentence.discourse.header_paragraph = sentence.line.paragraph
        sentence.discourse.asked = sentence.tokens.words[sentence.line.last - 1] == "?"
        counted = [quantity.subject for quantity in sentence.quantities if quantity.cls == "weapon"]
        sentence.discourse.header_subject = common_path(counted) or None if counted else None
        weapons = sentence.of_kind("weapon")
        if weapons and not sentence.quantities:
            sentence.discourse.weapon = weapons[0].value
    elif (
        not sentence.line.bullet
        and sentence.line.paragraph != sentence.discourse.header_paragraph
        and sentence.assertions
    ):
        sentence.discourse.header = None
    elif sentence.line.bullet and sentence.discourse.header is not None:
        sentence.discourse.header_paragraph = sentence.line.paragraph


def _last_of(actions: Sequence[Mark]) -> Mark:
    """Return the last action; where one word is two, what is listed below tells which ("Зупинено:" drones, trains)."""
    last = actions[-1]
    alike = [action for action in actions if action.first == last.first]
    if len(alike) == 1:
        return last
    measures = {cls: measure for action in alike for cls, measure in action.attributes["measures"].items()}
    return Mark(last.kind, last.value, last.first, last.last, {**last.attributes, "measures": measures})


def _negated(sentence: Sentence, action: Mark) -> bool:
    """Tell whether "not" stands right before the verb: what is listed under "Не збито:" was not."""
    return sentence.role_before(action.first, "negation") is not None


def heading_action(sentence: Sentence) -> Mark | None:
    """Return the action of the heading that the line is an item of."""
    return sentence.discourse.header if sentence.line.bullet and not sentence.actions else None


def heading_of_things(sentence: Sentence) -> Mark | None:
    """Return the heading that says what happened to the things of a line without a verb ("Пошкоджено:")."""
    header = sentence.discourse.header
    if header is None or sentence.actions or "site" not in header.attributes["measures"] or not sentence.line.opens:
        return None
    near = sentence.discourse.header_paragraph >= sentence.line.paragraph - 1
    return header if near and _unknown_words(sentence) <= _MOST_PROSE else None


def _unknown_words(sentence: Sentence) -> int:
    """Return how many words of the sentence the lexicon does not know."""
    known = {at for mark in sentence.marks for at in range(mark.first, mark.last)}
    words = sentence.words
    return sum(1 for at in range(sentence.first, sentence.last) if at not in known and words[at][0].isalpha())


def _is_heading(sentence: Sentence) -> bool:
    """Tell whether the line is a heading without a colon: an action in capitals, and nothing counted."""
    if not sentence.line.opens or not sentence.actions or sentence.quantities:
        return False
    if sentence.tokens.words[sentence.line.last - 1] == "?":
        return True  # "And the wounded?"
    raw = sentence.tokens.raw[sentence.line.first : sentence.line.last]
    return len(raw) <= _LONGEST_HEADING and not any(word.islower() for word in raw if word[0].isalpha())


def remember(sentence: Sentence, assertion: Assertion) -> None:
    """Keep what an assertion leaves to the sentences behind it."""
    if assertion.low == 1:
        sentence.discourse.told.add((assertion.measure, assertion.subject))
    if (assertion.quantity is not None and assertion.quantity.form in NAMED) or assertion.rule == UNNAMED:
        return
    if assertion.measure in _WEAPON_MEASURES:
        if assertion.measure == "launched":
            if sentence.discourse.weapon_measure not in (None, "launched"):
                sentence.discourse.launched = []
            sentence.discourse.launched.append(assertion.subject)
        sentence.discourse.weapon = assertion.subject
        sentence.discourse.weapon_measure = assertion.measure
    sentence.discourse.last = [*sentence.discourse.last, assertion][-_MEMORY:]
