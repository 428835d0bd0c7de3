"""One thing with a determiner in the place of a number: "a shop", "their house", "another dormitory"."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.quantities.counted_nouns import head_of, take_noun
from vidbiy.reading.quantities.elided import site_meant
from vidbiy.reading.quantities.noun_phrases import noun_after
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single_nouns import is_mass
from vidbiy.reading.words.annotation import Mark

__all__ = ["headlined", "implied", "in_bracket", "included", "is_among", "is_part", "joined"]

_NAMED_ONCE = frozenset({"weapon", "person", "site"})
# Nouns that a determiner does not make one thing of ours: plurals, flats, things of no named kind.
_NEVER_ONE = frozenset({"plural", "flat", "generic", "adjective", "carrier", "weak"})
# What is done to a site, and not to what ordinary words like "office" or "home" mean besides.
_DONE_TO = frozenset({"hit", "damage", "destroy", "ruin", "burn"})
# What stands before the first word of a headline or of an item of one.
_HEADLINE_OPENERS = frozenset(":—-,;|")


def implied(sentence: Sentence, mark: Mark) -> Quantity | None:
    """Read "a shop", "their house", "another dormitory": one thing, with a determiner in the place of a number."""
    part = is_part(sentence, mark.first) or in_bracket(sentence, mark.first)
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
    quantity.part |= noun.kind == "person" and is_among(sentence, quantity.last)
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
        done = sentence.at(noun.last, "action")  # "a social-security office damaged"
        harmed = done is not None and done.value in _DONE_TO and done.value not in ("hit", "burn")
        return harmed and done is not None and sentence.at(done.last, "article", "number") is None
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


def included(sentence: Sentence, mark: Mark) -> Quantity | None:
    """Read one person among those counted, in a language that has no article to say "one": "w tym ratownik"."""
    quantity = Quantity(mark.last, mark.last, 1, 1, "bare", part=True)
    noun_after(sentence, quantity)
    noun = quantity.noun
    if noun is None or noun.kind != "person" or not _is_one(sentence, noun):
        return None
    quantity.first = noun.first
    return quantity


def joined(sentence: Sentence, mark: Mark, found: Sequence[Quantity]) -> Quantity | None:
    """Read one person more behind a part: "среди них пять медиков и спасатель"."""
    before = found[-1] if found else None
    if mark.kind != "role" or mark.value != "and" or before is None or not before.part or before.cls != "person":
        return None
    joined = included(sentence, mark) if before.last == mark.first and not sentence.pack.articles else None
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


def headlined(sentence: Sentence, mark: Mark) -> Quantity | None:
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


def is_among(sentence: Sentence, token: int) -> bool:
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
    adverb = sentence.role(at + 1, "stop")  # "…, later died"
    at = at if adverb is None else adverb.last - 1
    return at + 1 < sentence.last and (
        sentence.at(at + 1, "action") is not None or sentence.role(at + 1, "aux", "perfect") is not None
    )


def in_bracket(sentence: Sentence, token: int) -> bool:
    """Tell whether a bracket is open at `token`: "22 people were killed (nine women, three girls)"."""
    words = sentence.words[sentence.first : token]
    return words.count("(") > words.count(")") and sentence.words[sentence.first] != "("


def is_part(sentence: Sentence, token: int) -> bool:
    """Tell whether "including", "among them", "of whom" stands just before the number or its list."""
    for at in range(token, max(token - 4, sentence.first - 1), -1):
        if at < token - 1 and sentence.words[at] == "," and sentence.role(at + 1, "and") is not None:
            return False  # "three children among them, and 93 were hurt"
        if sentence.role_before(at, "include", "of_them") is not None:
            return True
        if at < token and sentence.words[at] in (",", ".", ";"):
            return False
    return False
