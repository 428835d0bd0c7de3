"""Numbers by place: "45 over the Kursk region", "Сумщина — п'ять", "Брянской (5 БПЛА)", "North – 64", "Hatne: six houses"."""

from __future__ import annotations

from vidbiy.reading.quantities.alone import bare_allowed
from vidbiy.reading.quantities.elided import weapon_meant
from vidbiy.reading.quantities.totals import opens_with
from vidbiy.reading.sentences.assertion import Assertion
from vidbiy.reading.sentences.making import make
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = [
    "bracketed_place",
    "count_by_command",
    "count_by_place",
    "goes_on",
    "is_cut_off",
    "is_listed",
    "labelling_adjective",
    "lacks_thousands",
    "place_beside",
]

# What alone may part a number from the name of its place in a list ("11 — Брянская область").
_PAIRING = (["—"], ["-"])
# More weapons than these have not been counted.
_MOST_WEAPONS = 100_000
_SPOKEN_OF = frozenset({"capital", "country", "region", "peninsula"})
_STOPS = frozenset({",", ";", ".", ":"})
# What a number beside a place counts, by what its verb can count.
_KINDS = ("weapon", "person", "customer")
# Behind so many thousands, a number below a thousand may be one of thousands too.
_THOUSAND, _FEWEST = 1000, 10
# So many paragraphs, a heading one of them, may stand between a power cut and the list of its regions.
_DARK_NEAR = 2
# So many places have a share in a toll at least.
_FEWEST_PLACES = 2
# "45 drones, he said, over": so many words may stand between a number and its place.
_PLACE_NEAR = 5
# "— у смузі відповідальності ПвК «Центр»": so near stands the command.
_COMMAND_NEAR = 8


def count_by_place(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read a number without a noun and the place that it goes with, by the verb of the sentence, its heading or the list."""
    place = place_beside(sentence, quantity)
    if place is None or (sentence.pack.capital_nouns and not bare_allowed(sentence, quantity)):
        return None
    if _counts_unknown(sentence, quantity, place) or _is_one_of_two(sentence, quantity):
        return None
    if sentence.pack.articles and place.last <= quantity.first and not bare_allowed(sentence, quantity):
        return None
    quantity.place = place
    if _goes_on_in_the_dark(sentence, quantity) or _opens_list_of_dark(sentence, quantity):
        return make(sentence, "count.by_place", quantity, "without_power", "customer", None)
    for action in (_action_of_list(sentence, quantity), sentence.discourse.header):
        measures = {} if action is None else action.attributes["measures"]
        kind = next((kind for kind in _KINDS if kind in measures), None)
        if action is not None and kind is not None:
            return _paired_as(sentence, quantity, measures[kind], kind, action)
    return _as_before(sentence, quantity)


def _as_before(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read the number as one of what was counted last, or of the toll that the list adds up to."""
    previous = (sentence.assertions or sentence.discourse.last)[-1:]
    if not previous:
        return None
    if previous[0].cls == "person" and (toll := _added_up(sentence)) is not None:
        return make(sentence, "count.by_place", quantity, toll, "person", None)
    measure = _stayed(quantity, previous[0].measure)
    return make(sentence, "count.by_place", quantity, measure, quantity.subject or previous[0].subject, None)


def _stayed(quantity: Quantity, measure: str) -> str:
    """Return the measure of weapons that stayed, where others left: "один повернувся в рф, два – досі в Україні"."""
    here = quantity.place is not None and quantity.place.value.startswith("UA")
    return "in_air" if measure == "left_airspace" and here else measure


def _added_up(sentence: Sentence) -> str | None:
    """Return the measure of the toll that the numbers of a list by places add up to: "nine in Kyiv, eight in Dnipro"."""
    if sentence.actions or len(sentence.quantities) < _FEWEST_PLACES:
        return None
    if any(one.cls is not None and one.cls != "person" for one in sentence.quantities):
        return None
    total = sum(one.low for one in sentence.quantities)
    return next((told.measure for told in sentence.told() if told.low == total and told.subject == "person"), None)


def _goes_on_in_the_dark(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a list of customers goes on with the power cut before: "108 тысяч – на Черниговщине, … 19 тыс. клиентов"."""
    before = (sentence.assertions or sentence.discourse.last)[-1:]
    if before and before[0].measure == "without_power" and opens_with(sentence, quantity, "more"):
        return True
    if sentence.assertions or sentence.line.paragraph - sentence.discourse.dark_paragraph > 1:
        return False
    customers = any(mark.value == "customer" for mark in sentence.of_kind("noun"))
    return customers and _action_of_list(sentence, quantity) is None and sentence.discourse.header is None


def _opens_list_of_dark(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a list of regions says how many customers each has in the dark: "Одещина — 16,2 тис."."""
    if sentence.actions or sentence.discourse.header is not None or quantity.low < _THOUSAND:
        return False
    if not sentence.line.opens or sentence.line.paragraph - sentence.discourse.dark_paragraph > _DARK_NEAR:
        return False
    sentence.discourse.dark_paragraph = sentence.line.paragraph
    return True


def _counts_unknown(sentence: Sentence, quantity: Quantity, place: Mark) -> bool:
    """Tell whether an unknown noun stands right behind the number: "вывезла 62 ящика в Черновцы"."""
    at = quantity.last
    if place.last <= quantity.first and sentence.words[place.last] != ":":
        return False  # "Сумщина — п'ять"
    return at < sentence.last and sentence.words[at][0].isalpha() and at not in sentence.begin


def _is_one_of_two(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether two bare numbers stand for two tolls: "10 were killed and 47 hurt, in Dnipro one and 12"."""
    at = sentence.quantities.index(quantity) + 1
    other = sentence.quantities[at] if at < len(sentence.quantities) else None
    joint = sentence.role(quantity.last, "and")
    return other is not None and other.noun is None and joint is not None and joint.last == other.first


def lacks_thousands(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the word "thousand" may be left out: "280 тисяч – Волинської та 215 – Рівненської"."""
    before = sentence.assertions[-1:]
    if not before or before[0].measure != "without_power" or place_beside(sentence, quantity) is None:
        return False
    return quantity.low < _THOUSAND <= (before[0].low or 0) / _FEWEST


def _action_of_list(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return the action that the numbers of a list by places share: the last before it, else the first of all."""
    counted = [action for action in sentence.actions if any(kind in action.attributes["measures"] for kind in _KINDS)]
    before = [
        action for action in counted if action.last <= quantity.first and not _is_inserted(sentence, action, quantity)
    ]
    following = next((action for action in counted if action.first >= quantity.last), None)
    if before and following is not None and ":" in sentence.words[before[-1].last : quantity.first]:
        return following  # "leciało 249 dronów: 116 nad Kurskiem i 76 nad Briańskiem strącono"
    return before[-1] if before else next(iter(counted), None)


def _is_inserted(sentence: Sentence, action: Mark, quantity: Quantity) -> bool:
    """Tell whether commas enclose the verb behind "where": "two died in Lutsk, where 30 were hurt, and one in Rivne"."""
    where = next((mark for mark in sentence.of_role("where") if mark.last <= action.first), None)
    if where is None or where.first <= sentence.first or sentence.words[where.first - 1] != ",":
        return False
    return "," in sentence.words[action.last : quantity.first]


def bracketed_place(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return the place whose count stands in brackets: "над территориями Брянской (5 БПЛА) и Курской (два БПЛА)"."""
    at = quantity.first - 1
    if at <= sentence.line.first or sentence.tokens.words[at] != "(":
        return None
    return sentence.before(at, "place")


def labelling_adjective(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return the district that only its adjective names before a dash: "Холодногірський – 12 постраждалих"."""
    dash = quantity.first - 1
    if dash <= sentence.first or sentence.words[dash] not in ("—", "-") or quantity.cls is None:
        return None
    place = sentence.before(dash, "place")
    if place is None or place.place is None or not place.place.adjective or place.place.unit:
        return None
    opens = place.first == sentence.first or not sentence.words[place.first - 1][0].isalnum()
    return place if opens else None


def count_by_command(sentence: Sentence, quantity: Quantity) -> Assertion | None:
    """Read the count of a regional command: "North – 64", "«Центр» — 37"."""
    at = quantity.first - 1
    if sentence.role_before(quantity.first, "spoken") is not None:
        at -= 1  # "«Схід» — про 16"
    if sentence.discourse.weapon_measure is None:
        return None
    if _before_command(sentence, quantity):
        return make(
            sentence, "count.by_command", quantity, sentence.discourse.weapon_measure, sentence.discourse.weapon, None
        )
    if at <= sentence.line.first:
        return None
    report = sentence.at(at, "report")
    if sentence.tokens.words[at] not in ("—", "-", ":") and (report is None or report.value != "verbs"):
        return None
    beside = range(at - 1, at + 1)  # the name may be quoted
    commands = [mark for mark in sentence.of_role("command") if mark.last in beside]
    if not any(sentence.before(mark.first, "article") is None for mark in commands):
        return None  # "from the east: three" is a direction
    return make(
        sentence, "count.by_command", quantity, sentence.discourse.weapon_measure, sentence.discourse.weapon, None
    )


def _before_command(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a command follows the number: "з них 20 — у смузі відповідальності ПвК «Центр»"."""
    at, words = quantity.last, sentence.words
    if at + 1 >= sentence.last or words[at] not in ("—", "-") or sentence.role(at + 1, "locative") is None:
        return False
    near = range(at + 1, min(at + _COMMAND_NEAR, sentence.last))
    ends = next((one for one in near if words[one] in _STOPS), near.stop)
    return any(at < mark.first < ends for mark in sentence.of_role("command"))


def _paired_as(sentence: Sentence, quantity: Quantity, measure: str, cls: str, action: Mark | None) -> Assertion | None:
    subject = quantity.subject
    if cls == "weapon" and quantity.low > _MOST_WEAPONS:
        return None
    if not subject:
        subject = {"person": "person", "customer": "customer"}.get(cls, "")
    if not subject and action is not None:
        subject = weapon_meant(sentence, quantity, action) or ""
    measure = _stayed(quantity, measure)
    return make(sentence, "count.by_place", quantity, measure, subject, None) if subject else None


def place_beside(sentence: Sentence, quantity: Quantity) -> Mark | None:
    """Return the place that a number stands with: "45 over the Kursk region", else "Сумщина — п'ять"."""
    places = sorted([*sentence.of_kind("place"), *_spoken_of(sentence)], key=lambda mark: mark.first)
    following = (mark for mark in places if quantity.last <= mark.first <= quantity.last + _PLACE_NEAR)
    words = sentence.tokens.words
    for mark in following:
        if _located(sentence, quantity, mark):
            return mark
    for mark in places:
        if (
            mark.last == quantity.first
            and sentence.role_before(mark.first, "locative")
            and _ends_item(sentence, quantity)
        ):
            return mark  # "in Poltawa 1.100"
        between = words[mark.last : quantity.first]
        if 0 < len(between) <= 3 and between[0] in ("—", ":", "(", "-") and "," not in between:
            return mark
    return None


def _spoken_of(sentence: Sentence) -> list[Mark]:
    """Return the words for the capital or the region: "над столицей – 15"."""
    if sentence.pack.articles:
        return []  # "roughly 4,000, and 290 in the region"
    return [mark for mark in sentence.of_kind("anaphor") if mark.value in _SPOKEN_OF]


def _ends_item(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether nothing follows the number in its item of a list."""
    at = quantity.last
    return (
        at >= sentence.line.last or not sentence.tokens.words[at][0].isalnum() or sentence.role(at, "and") is not None
    )


def _located(sentence: Sentence, quantity: Quantity, place: Mark) -> bool:
    """Tell whether a place follows a quantity in its clause, with "in", "over" or a dash before it."""
    gap = range(quantity.last, place.first)
    words = sentence.tokens.words[quantity.last : place.first]
    if words in _PAIRING or (len(words) == 2 and words[:1] in _PAIRING and words[1][0].isalpha()):
        return True  # "один — Республика Крым"
    if sentence.at(place.last, "site") is not None:
        return False  # "четверо в Еврейской больнице": a part of the name
    if not _STOPS.isdisjoint(words):
        return False
    if any(action.first in gap for action in sentence.actions):
        return False
    return any(mark.first in gap for mark in sentence.of_role("locative"))


def is_listed(sentence: Sentence) -> bool:
    """Tell whether the line is an item of a list of towns without a verb: "Hatne: six houses and a shop"."""
    if not sentence.line.opens or sentence.actions:
        return False
    place = next(iter(sentence.of_kind("place")), None)
    if place is None or place.last >= sentence.line.last or place.first - sentence.line.first > 2:
        return False
    return any(word in (":", "—", "-") for word in sentence.tokens.words[place.last : place.last + 2])


def goes_on(sentence: Sentence) -> bool:
    """Tell whether a sentence without a verb adds to what the one before counted: "Also a clinic and dozens of cars."."""
    return not sentence.actions and sentence.role(sentence.first, "goes_on") is not None


def is_cut_off(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the text breaks off before the place of an item whose list has places ("5 БПЛА – над терр")."""
    if quantity.place is not None or sentence.line.last < len(sentence.tokens) or not sentence.line.bullet:
        return False
    listed = sentence.discourse.last[-1:]
    return bool(listed) and listed[0].rule == "count.headed" and listed[0].place is not None
