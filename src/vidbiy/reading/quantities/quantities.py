"""Quantity phrases: a number with what it counts, before anything is known of what happened to it."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.quantities.amounts import or_more, qualify, read_range, read_whole, read_whole_after_noun
from vidbiy.reading.quantities.counted_nouns import noun_before
from vidbiy.reading.quantities.dated import is_dated, is_hour, month_next
from vidbiy.reading.quantities.determined import headlined, implied, in_bracket, included, is_among, is_part, joined
from vidbiy.reading.quantities.labels import counts_nothing, is_labelled, is_void
from vidbiy.reading.quantities.noun_phrases import noun_after
from vidbiy.reading.quantities.uncounted import is_article, is_declined, is_rate, is_share
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["find_quantities", "fold_wholes"]

_STRIKES = frozenset({"hit", "launch", "attack"})
_NAMED_ONCE = frozenset({"weapon", "person", "site"})


def find_quantities(sentence: Sentence) -> list[Quantity]:
    """Return the quantity phrases of the sentence in their order.

    In a language of word order a noun with an article is a quantity too: its place in a list and before or after a verb
    tells what happened to it as a number's does. Where nouns have capitals an unknown word with a capital is a noun: what
    it names is counted, and nothing of ours. Without articles a person needs none to be one: "w tym 6-letnie dziecko".
    """
    marks: Sequence[Mark] = sentence.marks
    if not sentence.pack.word_order and not sentence.of_role("include"):
        marks = sentence.of_kind("number")
    found: list[Quantity] = []
    taken = sentence.first
    for mark in marks:
        quantity = None if mark.first < taken else _read(sentence, mark) or joined(sentence, mark, found)
        if quantity is not None:
            found.append(quantity)
            taken = quantity.last
    return found


def _read(sentence: Sentence, mark: Mark) -> Quantity | None:
    """Return the quantity that `mark` opens: a number, an article, or what stands in their place."""
    kind, pack = mark.kind, sentence.pack
    if kind == "number":
        return _number(sentence, mark)
    if pack.word_order:
        if kind == "article":
            return implied(sentence, mark)
        if kind in _NAMED_ONCE:
            return headlined(sentence, mark)
    if not pack.articles and kind == "role" and mark.value == "include":
        return included(sentence, mark)
    return None


def _number(sentence: Sentence, mark: Mark) -> Quantity | None:
    if (
        mark.number is None
        or (mark.number.kind != "count" and not is_declined(sentence, mark))
        or is_labelled(sentence, mark.first)
        or is_dated(sentence, mark)
        or _is_half_of_word(sentence, mark)
    ):
        return None
    quantity = None if counts_nothing(sentence, mark) else _counted(sentence, mark)
    if quantity is None or quantity.cls is not None:
        return quantity
    return None if is_article(sentence, mark) else quantity


def _is_half_of_word(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether the rest of the word stands at the next number: "43- та 51-річний", "16- і 24-поверхівки"."""
    if mark.last >= sentence.last or sentence.words[mark.last] != "-":
        return False
    joint = sentence.role(mark.last + 1, "and", "or")
    return joint is not None and sentence.at(joint.last, "number", "person", "site") is not None


def _counted(sentence: Sentence, mark: Mark) -> Quantity | None:
    """Read a number with its bounds and its noun; None where what stands around it makes it a date, an hour, a label."""
    number = mark.number
    if number is None:
        return None
    quantity = Quantity(mark.first, mark.last, number.low, number.high, "bare")
    quantity.part = is_part(sentence, mark.first)
    read_range(sentence, quantity)
    if quantity.last > mark.last and (month_next(sentence, quantity.last) or is_labelled(sentence, quantity.first)):
        return None
    read_whole(sentence, quantity)
    qualify(sentence, quantity)
    if is_void(sentence, quantity.last):
        return None
    _find_noun(sentence, quantity, people=number.people)
    if is_share(sentence, quantity) or (number.words and is_rate(sentence, quantity)):
        return None
    if quantity.noun is not None:
        _look_behind(sentence, quantity)
        if quantity.noun.attributes.get("pair") and quantity.low == quantity.high == 1:
            quantity.low = quantity.high = 2  # "ein Ehepaar"
    if is_hour(sentence, mark, quantity):
        return None
    if quantity.subject == "person":
        quantity.subject = _among(sentence, quantity) or "person"
    quantity.each = _is_each(sentence, mark.first, quantity.last)
    return quantity


def _find_noun(sentence: Sentence, quantity: Quantity, *, people: bool) -> None:
    """Find what the number counts, behind it or before it; `people`: its form counts people only ("двоє")."""
    noun_after(sentence, quantity)
    if quantity.cls == "person" and quantity.noun is not None:
        # "Fifteen are children" says what some of those just counted are.
        at = quantity.noun.first
        quantity.part |= sentence.role_before(at, "aux") is not None
        quantity.part |= is_among(sentence, quantity.last)
    if quantity.cls is None and people:
        _unknown_people(sentence, quantity)
    if quantity.cls == "person" and quantity.action is None and sentence.pack.word_order:
        quantity.part |= in_bracket(sentence, quantity.first)
    if quantity.cls is None or quantity.cls in ("start", "impact"):
        noun_before(sentence, quantity)


def _look_behind(sentence: Sentence, quantity: Quantity) -> None:
    """Read what stands behind the noun ("or more", "of 43"), and whether the whole opens its clause."""
    if quantity.form == "counted":
        or_more(sentence, quantity)
    if quantity.of is None:
        read_whole_after_noun(sentence, quantity)
    quantity.whole = quantity.of is None and _opens_whole(sentence, quantity.first)


def _opens_whole(sentence: Sentence, token: int) -> bool:
    """Tell whether "of", "out of" stands before `token` at the head of its clause."""
    of = sentence.role_before(token, "of")
    if of is None:
        return False
    return of.first == sentence.first or not sentence.words[of.first - 1][0].isalnum()


def fold_wholes(sentence: Sentence, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Give each whole at the head of its clause to the number it is the whole of; return what only spells it out.

    "Of 48 drones – 30 Shaheds and 18 decoys – 40 were downed": the 40 are drones, 40 of 48.
    """
    folded: list[Quantity] = []
    for index, whole in enumerate(quantities):
        if not whole.whole:
            continue
        beside = quantities[index + 1 : index + 2]
        if beside and sentence.role(whole.last, "and") is not None and beside[0].first == whole.last + 1:
            beside[0].whole = beside[0].noun is not None  # "з 28 ракет і 10 керованих збито 21"
        part = next((other for other in quantities[index + 1 :] if _is_part_of(whole, other)), None)
        if part is None or part.low > whole.low:
            whole.whole = False
            continue
        part.of = whole.low
        if part.cls is None:
            part.cls, part.subject, part.noun = whole.cls, whole.subject, whole.noun
        if whole not in folded:
            folded.extend(quantities[index + 1 : quantities.index(part)])
    return folded


def _is_part_of(whole: Quantity, other: Quantity) -> bool:
    """Tell whether a number has no noun of its own, or only the kind: "збито 21 крилату"."""
    if other.noun is None:
        return True
    kind = bool(other.noun.attributes.get("adjective")) and not other.whole
    return kind and other.subject.startswith(whole.subject)


def _among(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return who they are where the words before say it: "среди железнодорожников двое раненых"."""
    whole = sentence.before(quantity.first, "person")
    if whole is None or sentence.before(whole.first, "role") is None:
        return None
    return whole.value if sentence.role_before(whole.first, "of") is not None else None


def _is_each(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the number is of each place that is named: "по три над A и B", "one each over A and B"."""
    if sentence.role(last, "each") is not None:
        return True
    each = sentence.role_before(first, "each")
    if each is None:
        return False
    # "ударили по двум домам" strikes at them, and gives nothing out.
    action = sentence.before(each.first, "action")
    return action is None or action.value not in _STRIKES


def _unknown_people(sentence: Sentence, quantity: Quantity) -> None:
    """Take the noun after a number that counts people only, whether the lexicon knows it or not ("двоє кухарів")."""
    at = quantity.last
    if at < sentence.last and not sentence.begin.get(at) and sentence.words[at].endswith(sentence.pack.people_genitive):
        quantity.cls, quantity.subject, quantity.last, quantity.form = "person", "person", at + 1, "counted"
