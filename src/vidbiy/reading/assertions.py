"""Assertions: what a sentence says of its quantities, before speaker, place and time are known.

The steps of one sentence: settle its marks, join its verbs, find its quantities and lists, then read each quantity, the
things named without a number, and what it leaves to the sentences behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.counting.counts import assert_count, for_each_place
from vidbiy.reading.counting.ellipsis import elided_action, keep_deed
from vidbiy.reading.counting.found_counts import find_counts
from vidbiy.reading.counting.nth import count_nth
from vidbiy.reading.counting.pointed_at import pointed_at
from vidbiy.reading.people.ages import join_ages, settle_ages, with_unknown_trades
from vidbiy.reading.people.care import HOSPITAL, with_care
from vidbiy.reading.people.listed_people import join_named, merge_people
from vidbiy.reading.people.people import also_cared_for_pronoun, counted_cared_for, died_pronoun
from vidbiy.reading.people.pronouns import one_by_pronoun
from vidbiy.reading.people.roster import settle_rosters
from vidbiy.reading.people.survivors import without_survivors
from vidbiy.reading.quantities.parts import add_whole, part_places
from vidbiy.reading.sentences.actions import settle_victims
from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.discourse import Discourse
from vidbiy.reading.sentences.governing import Governor
from vidbiy.reading.sentences.modality import DOUBTS, modality_of
from vidbiy.reading.sentences.quantity import NAMED
from vidbiy.reading.sentences.remembering import heading_action, heading_of_things, keep_header, mention, remember
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.sentences.subjects import settle_depots, settle_flights
from vidbiy.reading.things.company import Company
from vidbiy.reading.things.fires import find_fires, fire_spoken_of
from vidbiy.reading.things.lengths import find_lengths
from vidbiy.reading.things.presence import find_present, find_stopped, find_struck_plant
from vidbiy.reading.things.services import find_services
from vidbiy.reading.things.singles import THINGS, find_singles, find_targets
from vidbiy.reading.things.zeros import HARM, find_zeros
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.shared_heads import with_shared_heads
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["Assertion", "Discourse", "assert_sentence"]

_PERSON_MEASURES = frozenset({"killed", "injured", "hospitalised", "missing", "rescued", "evacuated"})
# Who was named without a number and is spoken of by a pronoun next.
_REMEMBERED = frozenset({"injured", "rescued"})
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
# So many assertions are remembered.
_MEMORY = 5


def assert_sentence(
    tokens: Tokens, marks: list[Mark], line: Line, governor: Governor, discourse: Discourse, pack: LanguagePack
) -> list[Assertion]:
    """Return what the sentence `line` asserts, in its order, and bring `discourse` up to date."""
    sentence = Sentence(tokens, _settled(tokens, marks, line, discourse, pack), line, pack, governor, discourse)
    sentence.assertions.extend(pointed_at(sentence))
    discourse.pending = []
    find_counts(sentence)
    if _is_supposed(sentence):
        return []
    if sentence.of_kind("front") and not _may_stop_weapons(sentence):
        pass  # ground combat
    elif sentence.quantities or sentence.actions or sentence.of_role("target") or _goes_on(sentence):
        _read(sentence)
        if not sentence.assertions and not sentence.actions:
            discourse.pending = list(sentence.quantities)
    elif "hours" in sentence.kinds:
        _read(sentence)
    keep_header(sentence)
    keep_deed(sentence)
    mention(sentence)
    if sentence.words[sentence.last - 1] == "?":
        return []  # "Сколько домов без света?" tells what its answer counts, and nothing itself
    if sentence.of_kind("front"):
        return [assertion for assertion in sentence.assertions if _is_of_the_air(assertion)]
    return sentence.assertions


def _is_supposed(sentence: Sentence) -> bool:
    """Tell whether the sentence is of what is only supposed or played: a condition, an exercise."""
    if sentence.of_role("drill"):
        sentence.discourse.drill_paragraph = sentence.line.paragraph
    if sentence.discourse.drill_paragraph == sentence.line.paragraph:
        return True
    first = sentence.first
    while first < sentence.last - 1 and not sentence.words[first][0].isalnum():
        first += 1
    # "Якщо маєте вибиті вікна, телефонуйте"
    return sentence.role(first, "if") is not None and not sentence.of_role("then")


def _goes_on(sentence: Sentence) -> bool:
    """Tell whether the line may go on with a heading, without a verb of its own."""
    return (heading_action(sentence) or heading_of_things(sentence) or elided_action(sentence)) is not None


def _settled(tokens: Tokens, marks: list[Mark], line: Line, discourse: Discourse, pack: LanguagePack) -> list[Mark]:
    """Return `marks` with children told by their ages, hospitals that care, depots of the railway, power plants."""
    if any(mark.value == "aged" for mark in marks):
        marks = join_ages(tokens, marks)
    if not pack.word_order and any(mark.number is not None and mark.number.kind == "compound" for mark in marks):
        marks = with_unknown_trades(tokens, marks, pack)
    if any(mark.kind == "person" for mark in marks):
        marks = settle_ages(tokens, marks, pack)
    if any(mark.value == "injure" for mark in marks):
        marks = settle_victims(marks, discourse)
    if any(mark.value == "survived" for mark in marks):
        marks = without_survivors(tokens, marks)
    if any(mark.value == HOSPITAL for mark in marks):
        marks = with_care(tokens, marks)
    if any(mark.kind == "site" for mark in marks):
        marks = with_shared_heads(tokens, marks, pack)
    if discourse.power_paragraph == line.paragraph:
        marks = settle_depots(marks, "power")
        marks = marks if discourse.railway else settle_depots(marks, "plant")
    if discourse.railway and not discourse.aviation:
        return settle_flights(settle_depots(marks))
    return settle_depots(marks) if discourse.railway else marks


def _read(sentence: Sentence) -> None:
    """Read the quantities of the sentence, then what it asserts without a number."""
    for quantity in sentence.quantities:
        assertion = assert_count(sentence, quantity)
        # What an action takes and does not count ("6,000 were reconnected") has no measure.
        if assertion is not None and assertion.measure:
            add_whole(sentence, quantity, assertion)
            sentence.assertions.extend(for_each_place(sentence, quantity, assertion))
            remember(sentence, assertion)
    discourse = sentence.discourse
    if any(action.value == "cut_power" for action in sentence.actions):
        discourse.dark_paragraph = sentence.line.paragraph
    if sentence.assertions and "person" in sentence.kinds:
        sentence.assertions = merge_people(sentence)
    if len(sentence.assertions) > 1:
        part_places(sentence)
    singles = settle_rosters(sentence, _find_singles(sentence))
    singles = join_named(sentence.assertions, singles, sentence.marks)
    sentence.assertions.extend(_asserted(single) for single in singles if single.measure)
    hurt = [
        done
        for done in sentence.assertions
        if done.measure in _REMEMBERED and done.low and (done.quantity is None or done.quantity.form in NAMED)
    ]
    discourse.last = [*discourse.last, *hurt][-_MEMORY:]
    if DOUBTS.isdisjoint(sentence.roles):
        return
    for assertion in sentence.assertions:
        counted = None if assertion.quantity is None or not assertion.low else assertion.quantity.first
        assertion.modality = modality_of(sentence, assertion.first, assertion.last, counted)


def _find_singles(sentence: Sentence) -> list[Single]:
    """Return what the sentence asserts of things, services and people that it does not count."""
    tokens, marks, actions, governor = sentence.tokens, sentence.marks, sentence.actions, sentence.governor
    singles = find_targets(sentence) + find_lengths(sentence)
    if sentence.of_role("nth"):
        singles += count_nth(sentence)
    if _has_uncounted(sentence):
        things = heading_of_things(sentence) or _deed_to_things(sentence)
        singles += find_singles(sentence, heading_action(sentence), things, _company(sentence))
    # Each of these reads one kind of action: few sentences have any.
    done = {action.value for action in actions}
    if "service" in sentence.kinds or "cut_power" in done:
        singles += find_struck_plant(sentence)
        customers = any(assertion.measure == "without_power" for assertion in sentence.assertions)
        counted = {quantity.noun.first for quantity in sentence.quantities if quantity.noun is not None}
        served = [mark for mark in marks if mark.kind != "service" or mark.first not in counted]
        singles += find_services(tokens, served, sentence.line, actions, customers=customers)
    if "burn" in done:
        singles += _unmentioned(sentence, singles)
    if "weapon" in sentence.kinds:
        singles += find_stopped(sentence)
    if "kill" in done:
        singles += died_pronoun(sentence)
    if "hospitalise" in done:
        singles += also_cared_for_pronoun(marks, actions, governor, _hurt(sentence))
        singles += counted_cared_for(_wounded(sentence), marks, actions, tokens)
    if sentence.of_role("he"):
        read = {single.measure for single in singles}
        singles += [single for single in one_by_pronoun(sentence) if single.measure not in read]
    if not HARM.isdisjoint(done):
        singles += find_present(sentence)
        singles += find_zeros(marks, actions, sentence.quantities, governor)
    return singles


def _deed_to_things(sentence: Sentence) -> Mark | None:
    """Return the verb that a sentence about things leaves out: "У Дружківці — лікарню і сім автівок"."""
    deed = elided_action(sentence)
    return deed if deed is not None and {"site", "object"} <= deed.attributes["measures"].keys() else None


def _wounded(sentence: Sentence) -> list[tuple[str, int, int | None, Mark, int, int]]:
    """Return those counted who were hurt, with the action that says so where it stands behind them."""
    return [
        (done.subject, done.low, done.high, done.action, done.quantity.first, done.quantity.last)
        for done in sentence.assertions
        if done.measure == "injured" and done.low and done.action is not None and done.quantity is not None
    ]


def _has_uncounted(sentence: Sentence) -> bool:
    """Tell whether a thing stands in the sentence that none of its quantities has taken in."""
    if THINGS.isdisjoint(sentence.kinds):
        return False
    counted = {at for quantity in sentence.quantities for at in range(quantity.first, quantity.last)}
    return any(mark.first not in counted for kind in THINGS for mark in sentence.of_kind(kind))


def _asserted(single: Single) -> Assertion:
    return Assertion(
        single.rule, single.measure, single.subject, single.low, single.high,
        single.first, single.last, action=single.action, effect=single.effect, place=single.place,
    )  # fmt: skip


def _unmentioned(sentence: Sentence, singles: Sequence[Single]) -> list[Single]:
    """Return the fire at a place that was named before, where nothing else burns."""
    measures = {assertion.measure for assertion in sentence.assertions} | {single.measure for single in singles}
    if "fire" in measures:
        return []
    return fire_spoken_of(sentence) if sentence.pack.word_order else find_fires(sentence)


def _hurt(sentence: Sentence) -> tuple[str, int | None, int | None] | None:
    """Return the subject and the bounds of those who were last said to be hurt."""
    told = [one for one in sentence.told() if one.measure in _PERSON_MEASURES]
    if not told or told[0].measure != "injured":
        return None
    last = told[0]
    for before in told[1:] if sentence.of_role("they") else ():
        # "постраждали четверо: жінка з сином, ще двоє. Їх доправили …" are the four
        whole = before.measure == "injured" and before.low is not None and before.low > (last.low or 0)
        if whole and before.last < last.first and sentence.words[before.last] == ":":
            last = before
    return last.subject, last.low, last.high


def _company(sentence: Sentence) -> Company:
    """Return what the sentence counted, with its actions."""
    counted = (
        (
            done.quantity.first,
            done.quantity.last,
            "person" if done.measure in _PERSON_MEASURES else done.cls,
            done.action,
        )
        for done in sentence.assertions
        if done.quantity is not None and done.action is not None
    )
    return Company(sentence.tokens, sentence.begin, counted)


def _may_stop_weapons(sentence: Sentence) -> bool:
    """Tell whether a sentence on the front line may count what was shot down there: all else in it is ground combat."""
    heading = heading_action(sentence)
    actions = sentence.actions if heading is None else [heading]  # a line under a heading has no verb of its own
    return bool(sentence.quantities) and any(action.value in _STOPS for action in actions)


def _is_of_the_air(assertion: Assertion) -> bool:
    """Tell whether a sentence on the front line counts what was shot down there; all else in it is ground combat."""
    stopped = assertion.action is not None and assertion.action.value in _STOPS
    return stopped and assertion.rule.startswith("count.") and assertion.cls in ("weapon", "aircraft")
