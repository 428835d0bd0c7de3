"""Quantity phrases: a number with what it counts, before anything is known of what happened to it."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.amounts import or_more, qualify, read_range, read_whole, read_whole_after_noun
from vidbiy.reading.annotation import Mark
from vidbiy.reading.counted_nouns import head_of, noun_before, take_noun
from vidbiy.reading.dated import is_dated, is_hour, month_next
from vidbiy.reading.elided import site_meant
from vidbiy.reading.labels import counts_nothing, is_labelled, is_void
from vidbiy.reading.noun_phrases import noun_after
from vidbiy.reading.quantity import Quantity
from vidbiy.reading.sentence import Sentence
from vidbiy.reading.single_nouns import is_mass
from vidbiy.reading.uncounted import is_article, is_declined, is_rate

__all__ = ["find_quantities", "fold_wholes"]

_STRIKES = frozenset({"hit", "launch", "attack"})
_NAMED_ONCE = frozenset({"weapon", "person", "site"})
# Nouns that a determiner does not make one thing of ours: plurals, flats, things of no named kind.
_NEVER_ONE = frozenset({"plural", "flat", "generic", "adjective", "carrier", "weak"})
# What is done to a site, and not to what ordinary words like "office" or "home" mean besides.
_DONE_TO = frozenset({"hit", "damage", "destroy", "ruin", "burn"})
# What stands before the first word of a headline or of an item of one.
_HEADLINE_OPENERS = frozenset(":—-,;|")


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
        quantity = None if mark.first < taken else _read(sentence, mark) or _joined(sentence, mark, found)
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
            return _implied(sentence, mark)
        if kind in _NAMED_ONCE:
            return _headlined(sentence, mark)
    if not pack.articles and kind == "role" and mark.value == "include":
        return _included(sentence, mark)
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


def _implied(sentence: Sentence, mark: Mark) -> Quantity | None:
    """Read "a shop", "their house", "another dormitory": one thing, with a determiner in the place of a number."""
    part = _is_part(sentence, mark.first) or _in_bracket(sentence, mark.first)
    quantity = Quantity(mark.first, mark.last, 1, 1, "bare", part=part)
    noun_after(sentence, quantity)
    noun = quantity.noun
    if noun is None and _is_pronoun(sentence, mark):
        return quantity
    if noun is None or noun.kind not in _NAMED_ONCE or is_mass(sentence.tokens, noun, sentence.pack):
        return None  # "the capital's rail infrastructure" is no one thing
    spoken_of = None if mark.value == "1" else site_meant(sentence, noun)
    if spoken_of is not None:
        quantity.subject = spoken_of  # "a drone hit a school … the building burned down"
    elif not noun.attributes.keys().isdisjoint(_NEVER_ONE) and not _is_done_to(sentence, noun):
        return None
    elif sentence.at(quantity.last, "report") is not None:
        return None  # "…, the local school said"
    if noun.attributes.get("pair"):
        quantity.low = quantity.high = 2
    quantity.form = "implied" if mark.value == "1" else "definite"
    quantity.part |= noun.kind == "person" and _is_among(sentence, quantity.last)
    return None if not quantity.part and _apposed(sentence, quantity) else quantity


def _is_done_to(sentence: Sentence, noun: Mark) -> bool:
    """Tell whether an ordinary word is a site, for its verb of damage stands at it: "an office was hit", "gutted a home"."""
    attributes = noun.attributes
    if noun.kind != "site" or not attributes.keys().isdisjoint(_NEVER_ONE - {"weak"}):
        return False
    if not noun.value.startswith("site.") or sentence.pack.is_plural(sentence.words[noun.last - 1]):
        return False
    aux = sentence.role(noun.last, "aux")
    if aux is None:
        return False
    also = sentence.role(aux.last, "stop")  # "was also hit"
    verb = sentence.at(aux.last if also is None else also.last, "action")
    return verb is not None and verb.value in _DONE_TO


def _is_pronoun(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether "another" stands for one more of what was counted: "another flew into a school", "wounding another"."""
    if sentence.role(mark.first, "more") is None and mark.last - mark.first == 1:
        return False  # "a second died in hospital" is one more as well
    verb = sentence.role(mark.last, "aux", "perfect")
    at = mark.last if verb is None else verb.last
    if sentence.at(at, "action") is not None:
        return True
    ends = at >= sentence.last or not sentence.words[at][0].isalnum()
    return ends and sentence.before(mark.first, "action") is not None


def _included(sentence: Sentence, mark: Mark) -> Quantity | None:
    """Read one person among those counted, in a language that has no article to say "one": "w tym ratownik"."""
    quantity = Quantity(mark.last, mark.last, 1, 1, "bare", part=True)
    noun_after(sentence, quantity)
    noun = quantity.noun
    if noun is None or noun.kind != "person" or not _is_one(sentence, noun):
        return None
    quantity.first = noun.first
    return quantity


def _joined(sentence: Sentence, mark: Mark, found: Sequence[Quantity]) -> Quantity | None:
    """Read one person more behind a part: "среди них пять медиков и спасатель"."""
    before = found[-1] if found else None
    if mark.kind != "role" or mark.value != "and" or before is None or not before.part or before.cls != "person":
        return None
    joined = _included(sentence, mark) if before.last == mark.first and not sentence.pack.articles else None
    if joined is None or any(sentence.at(joined.last + gap, "action") for gap in (0, 1)):
        return None  # "двое детей и мать погибла" has a verb of its own
    if joined.subject != before.subject:
        return joined
    if before.low == before.high == 1:
        before.low, before.high, before.last = 2, 2, joined.last  # "младенец и девочка" are two children
    return None


def _is_one(sentence: Sentence, person: Mark) -> bool:
    """Tell whether a name is of one person; kinship and age are of one unless their ending is a plural's."""
    if person.attributes.get("single"):
        return True
    return bool(person.attributes.get("kin")) and not sentence.pack.is_plural(sentence.words[person.last - 1])


def _headlined(sentence: Sentence, mark: Mark) -> Quantity | None:
    """Read what a headline names without an article: "Kyiv: warehouse on fire", "…, energy site damaged"."""
    before = mark.first - 1
    opens = before < sentence.first or sentence.words[before] in _HEADLINE_OPENERS
    singular = (
        mark.attributes.get("single")
        if mark.kind == "person"
        else not sentence.pack.is_plural(sentence.words[mark.last - 1])
    )
    if not opens or not singular or not mark.attributes.keys().isdisjoint(_NEVER_ONE):
        return None
    head = head_of(sentence, mark)
    if sentence.at(head.last, "action") is None:
        return None
    quantity = Quantity(mark.first, mark.first, 1, 1, "bare")
    take_noun(sentence, quantity, mark)
    quantity.form = "implied"
    return quantity


def _is_among(sentence: Sentence, token: int) -> bool:
    """Tell whether "was among them" or "among them" follows: it says who one of those just counted is."""
    of = sentence.role(token, "of")
    age = None if of is None else sentence.at(of.last, "number")
    token = token if age is None else age.last  # "a girl of 12 among them"
    aux = sentence.role(token, "aux")
    among = sentence.role(token if aux is None else aux.last, "include")
    return among is not None and (aux is not None or among.last - among.first > 1)


def _apposed(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the thing only says more of the one before: "one railwayman, a 39-year-old shunter, lost his life"."""
    before = quantity.first - 1
    if before <= sentence.first or sentence.words[before] != ",":
        return False
    at = quantity.last
    while at < sentence.last and sentence.words[at] != ",":
        if sentence.begin.get(at) and not sentence.at(at, "role", "number", "void"):
            return False
        at += 1
    return at + 1 < sentence.last and (
        sentence.at(at + 1, "action") is not None or sentence.role(at + 1, "aux", "perfect") is not None
    )


def _counted(sentence: Sentence, mark: Mark) -> Quantity | None:
    """Read a number with its bounds and its noun; None where what stands around it makes it a date, an hour, a label."""
    number = mark.number
    if number is None:
        return None
    quantity = Quantity(mark.first, mark.last, number.low, number.high, "bare")
    quantity.part = _is_part(sentence, mark.first)
    read_range(sentence, quantity)
    if quantity.last > mark.last and (month_next(sentence, quantity.last) or is_labelled(sentence, quantity.first)):
        return None
    read_whole(sentence, quantity)
    qualify(sentence, quantity)
    if is_void(sentence, quantity.last):
        return None
    _find_noun(sentence, quantity, people=number.people)
    if number.words and is_rate(sentence, quantity):
        return None
    if quantity.noun is not None:
        _look_behind(sentence, quantity)
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
        quantity.part |= (
            sentence.pack.word_order and not sentence.pack.verbs_last and _is_among(sentence, quantity.last)
        )
    if quantity.cls is None and people:
        _unknown_people(sentence, quantity)
    if quantity.cls == "person" and quantity.action is None and sentence.pack.word_order:
        quantity.part |= _in_bracket(sentence, quantity.first)
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


def _in_bracket(sentence: Sentence, token: int) -> bool:
    """Tell whether a bracket is open at `token`: "22 people were killed (nine women, three girls)"."""
    words = sentence.words[sentence.first : token]
    return words.count("(") > words.count(")") and sentence.words[sentence.first] != "("


def _is_part(sentence: Sentence, token: int) -> bool:
    """Tell whether "including", "among them", "of whom" stands just before the number or its list."""
    for at in range(token, max(token - 4, sentence.first - 1), -1):
        if at < token - 1 and sentence.words[at] == "," and sentence.role(at + 1, "and") is not None:
            return False  # "three children among them, and 93 were hurt"
        if sentence.role_before(at, "include", "of_them") is not None:
            return True
        if at < token and sentence.words[at] in (",", ".", ";"):
            return False
    return False


def _unknown_people(sentence: Sentence, quantity: Quantity) -> None:
    """Take the noun after a number that counts people only, whether the lexicon knows it or not ("двоє кухарів")."""
    at = quantity.last
    if at < sentence.last and not sentence.begin.get(at) and sentence.words[at].endswith(sentence.pack.people_genitive):
        quantity.cls, quantity.subject, quantity.last, quantity.form = "person", "person", at + 1, "counted"
