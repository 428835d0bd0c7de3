"""Quantity phrases: a number with what it counts, before anything is known of what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.reading.annotation import Mark
from vidbiy.reading.subjects import class_of, weapon_class, weapon_subject
from vidbiy.reading.text import Tokens
from vidbiy.reading.uncounted import is_age, is_article, is_house_number, is_pronoun

__all__ = ["Quantity", "find_quantities", "fold_wholes"]

# How many words that the lexicon does not know may stand between a number and its noun ("three badly burnt old buses").
_MOST_MODIFIERS = 3
_NOUNS = frozenset({"weapon", "person", "site", "noun"})
# "зросла за ніч у місті Суми щонайменше до": so far may a verb of growth stand before its "to".
_RISE_REACH = 6
# "збитих над областю за ніч дронів": so many words may stand between a participle and its weapon.
_DESCRIBED_REACH = 5
_THOUSAND, _MILLION = 1000, 1_000_000
_DASHES = frozenset({"—", "-", "="})
_QUOTES = frozenset('"«»„“”')
_HOURS = 24
_STRIKES = frozenset({"hit", "launch", "attack"})
_NAMED_ONCE = frozenset({"weapon", "person", "site"})
# Nouns that a determiner does not make one thing of ours: plurals, flats, things of no named kind.
_NEVER_ONE = frozenset({"plural", "flat", "generic", "adjective", "carrier", "weak"})
# What stands before the first word of a headline or of an item of one.
_HEADLINE_OPENERS = frozenset(":—-,;|")
_ANY_BUILDING = "object.building"
# A number without a noun in these bounds is a year.
_FIRST_YEAR, _LAST_YEAR = 1900, 2039
_LAST_DAY = 31
_QUANTITY_WORDS = frozenset({"at_least", "more_than", "up_to", "about", "exactly"})


@dataclass(slots=True, eq=False)
class Quantity:
    """A number with its noun in the tokens [first, last).

    ``cls`` is the class of what is counted, the key of actions.toml; None where the noun is left out ("36 were shot
    down"). ``form`` says how it was put: ``counted``, ``noun-first``, ``bare``, ``implied``.
    """

    first: int
    last: int
    low: int
    high: int | None
    form: str
    cls: str | None = None
    subject: str = ""
    approx: bool = False
    of: int | None = None
    of_span: tuple[int, int] | None = None
    of_open: bool = False  # "of at least 31": the whole has no upper bound
    noun: Mark | None = None
    action: Mark | None = None
    place: Mark | None = None
    part: bool = False
    whole: bool = False  # "of 48 drones, 40 were downed": it is the whole of a number that follows
    each: bool = False
    plural: bool = False
    group: int = -1


class _Sentence:
    """The marks of one sentence by the token where they begin and where they end."""

    def __init__(self, tokens: Tokens, marks: list[Mark], first: int, last: int, pack: LanguagePack) -> None:
        self.tokens, self.words, self.pack = tokens, tokens.words, pack
        self.first, self.last = first, last
        self.begin: dict[int, list[Mark]] = {}
        self.finish: dict[int, list[Mark]] = {}
        for mark in marks:
            self.begin.setdefault(mark.first, []).append(mark)
            self.finish.setdefault(mark.last, []).append(mark)

    def at(self, token: int, *kinds: str) -> Mark | None:
        """Return the mark of one of `kinds` that begins at `token`."""
        for mark in self.begin.get(token, ()):
            if mark.kind in kinds:
                return mark
        return None

    def before(self, token: int, *kinds: str) -> Mark | None:
        """Return the mark of one of `kinds` that ends just before `token`."""
        for mark in self.finish.get(token, ()):
            if mark.kind in kinds:
                return mark
        return None

    def numbered(self, token: int) -> bool:
        """Tell whether a number, or a word that goes with one, ends just before `token`."""
        return any(
            mark.kind in ("number", "qualifier") or (mark.kind == "role" and mark.value in ("more", "all"))
            for mark in self.finish.get(token, ())
        )

    def role_before(self, token: int, *values: str) -> bool:
        """Tell whether a role mark with one of `values` ends just before `token`."""
        return any(mark.kind == "role" and mark.value in values for mark in self.finish.get(token, ()))

    def qualified(self, token: int, value: str) -> Mark | None:
        """Return the qualifier `value` that ends just before `token`; a word may be several ("from" and "at least")."""
        for mark in self.finish.get(token, ()):
            if mark.kind == "qualifier" and mark.value == value:
                return mark
        return None

    def qualified_from(self, token: int, value: str) -> Mark | None:
        """Return the qualifier `value` that begins at `token`."""
        for mark in self.begin.get(token, ()):
            if mark.kind == "qualifier" and mark.value == value:
                return mark
        return None

    def role(self, token: int, *values: str) -> Mark | None:
        """Return the role mark at `token` with one of `values`."""
        for mark in self.begin.get(token, ()):
            if mark.kind == "role" and mark.value in values:
                return mark
        return None


def find_quantities(
    tokens: Tokens, marks: list[Mark], first: int, last: int, pack: LanguagePack
) -> list[Quantity]:
    """Return the quantity phrases of the sentence [first, last) in their order.

    In a language of word order a noun with an article is a quantity too: its place in a list and before or after a verb
    tells what happened to it as a number's does. Where nouns have capitals an unknown word with a capital is a noun: what
    it names is counted, and nothing of ours. Without articles a person needs none to be one: "w tym 6-letnie dziecko".
    """
    sentence = _Sentence(tokens, marks, first, last, pack)
    found: list[Quantity] = []
    taken = first
    for mark in marks:
        if mark.first < taken:
            continue
        quantity = None
        if mark.kind == "number":
            quantity = _number(sentence, mark)
        elif pack.word_order and mark.kind == "article":
            quantity = _implied(sentence, mark)
        elif pack.word_order and mark.kind in _NAMED_ONCE:
            quantity = _headlined(sentence, mark)
        elif not pack.articles and mark.kind == "role" and mark.value == "include":
            quantity = _included(sentence, mark)
        if quantity is not None:
            found.append(quantity)
            taken = quantity.last
    return found


def _number(sentence: _Sentence, mark: Mark) -> Quantity | None:
    if mark.number is None or mark.number.kind != "count" or _labelled(sentence, mark.first) or _dated(sentence, mark):
        return None
    quantity = None if _counts_nothing(sentence, mark) else _counted(sentence, mark)
    if quantity is None or quantity.cls is not None:
        return quantity
    return None if is_article(sentence.words, sentence.begin, mark, sentence.first) else quantity


def _implied(sentence: _Sentence, mark: Mark) -> Quantity | None:
    """Read "a shop", "their house", "another dormitory": one thing, with a determiner in the place of a number."""
    part = _is_part(sentence, mark.first) or _in_bracket(sentence, mark.first)
    quantity = Quantity(mark.first, mark.last, 1, 1, "bare", part=part)
    _noun_after(sentence, quantity)
    noun = quantity.noun
    if noun is None or noun.kind not in _NAMED_ONCE or not noun.attributes.keys().isdisjoint(_NEVER_ONE):
        return None
    if noun.attributes.get("pair"):
        quantity.low = quantity.high = 2
    quantity.form = "implied" if mark.value == "1" else "definite"
    quantity.part |= noun.kind == "person" and _is_among(sentence, quantity.last)
    return None if _apposed(sentence, quantity) else quantity


def _included(sentence: _Sentence, mark: Mark) -> Quantity | None:
    """Read one person among those counted, in a language that has no article to say "one": "w tym ratownik"."""
    quantity = Quantity(mark.last, mark.last, 1, 1, "bare", part=True)
    _noun_after(sentence, quantity)
    noun = quantity.noun
    if noun is None or noun.kind != "person" or not noun.attributes.get("single"):
        return None
    quantity.first = noun.first
    return quantity


def _headlined(sentence: _Sentence, mark: Mark) -> Quantity | None:
    """Read what a headline names without an article: "Kyiv: warehouse on fire", "…, energy site damaged"."""
    before = mark.first - 1
    opens = before < sentence.first or sentence.words[before] in _HEADLINE_OPENERS
    singular = mark.attributes.get("single") if mark.kind == "person" else not sentence.pack.is_plural(sentence.words[mark.last - 1])
    if not opens or not singular or not mark.attributes.keys().isdisjoint(_NEVER_ONE):
        return None
    head = _head(sentence, mark)
    if _action_at(sentence, head.last) is None:
        return None
    quantity = Quantity(mark.first, mark.first, 1, 1, "bare")
    _take_noun(sentence, quantity, mark)
    quantity.form = "implied"
    return quantity


def _is_among(sentence: _Sentence, token: int) -> bool:
    """Tell whether "was among them" follows: it says who one of those just counted is."""
    aux = sentence.role(token, "aux")
    return aux is not None and sentence.role(aux.last, "include") is not None


def _apposed(sentence: _Sentence, quantity: Quantity) -> bool:
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


def _counts_nothing(sentence: _Sentence, mark: Mark) -> bool:
    """Tell whether the number is an age, a pronoun or of a house."""
    words, begin, finish = sentence.words, sentence.begin, sentence.finish
    return (
        is_age(words, begin, finish, mark, sentence.first, sentence.last)
        or is_pronoun(words, begin, finish, mark, sentence.first)
        or is_house_number(words, begin, mark, sentence.first)
    )


def _labelled(sentence: _Sentence, token: int) -> bool:
    """Tell whether the number is a label ("school No. 4", "aged 45") or is glued to a sign ("$40", "T-90")."""
    if sentence.before(token, "void") is not None and any(
        mark.value == "before" for mark in sentence.finish.get(token, ())
    ):
        return True
    if token == sentence.first and token + 1 < sentence.last and sentence.words[token + 1] == ")":
        return True
    word = sentence.words[token - 1] if token > sentence.first else ""
    if word == "." and any(mark.kind == "void" and mark.value == "before" for mark in sentence.finish.get(token - 1, ())):
        return True  # "train No. 6502"
    return word in ("№", "#", "$", "€", "£", "@") or _is_score(sentence, token)


def _is_score(sentence: _Sentence, token: int) -> bool:
    """Tell whether the number is one side of a score or a ratio: "won 3-1", "a 1:0 win"."""
    for one, dash, other in ((token, token + 1, token + 2), (token - 2, token - 1, token)):
        if one < sentence.first or other >= sentence.last or sentence.words[dash] not in ("-", "—", ":"):
            continue
        left, right = sentence.at(one, "number"), sentence.at(other, "number")
        tight = sentence.tokens.starts[other] - sentence.tokens.ends[one] == 1
        if tight and left is not None and right is not None and left.number is not None and right.number is not None:
            return left.number.low >= right.number.low
    return False


def _dated(sentence: _Sentence, mark: Mark) -> bool:
    """Tell whether the number is a day, a year or an hour ("Nov 5", "in 2023", "3 a.m.")."""
    if _month_next(sentence, mark.last) or _opens_date_range(sentence, mark):
        return True
    words = sentence.words
    if mark.last + 1 < sentence.last and words[mark.last] == "." and words[mark.last + 1] in sentence.pack.ordinal_nouns:
        return True  # "im 16. Stock"
    if mark.number is None or mark.number.words:
        return False
    before = sentence.before(mark.first, "time")
    if before is None and mark.first - 1 > sentence.first and sentence.words[mark.first - 1] == ".":
        before = sentence.before(mark.first - 1, "time")
    if before is not None and before.value in ("month", "at_hour") and mark.number.low <= 31:
        return True
    return _FIRST_YEAR <= mark.number.low <= _LAST_YEAR and mark.last - mark.first == 1 and _best_noun(sentence, mark.last) is None


def _is_hour(sentence: _Sentence, mark: Mark, quantity: Quantity) -> bool:
    """Tell whether a number that counts nothing named is an hour: "ликвидировали к шести", "спасали до 7"."""
    if quantity.cls is not None or mark.number is None or mark.number.low > _HOURS:
        return False
    by_hour = next((m for m in sentence.finish.get(mark.first, ()) if m.kind == "role" and m.value == "by_hour"), None)
    if by_hour is None or _action_at(sentence, mark.last) is not None:
        return False
    return not _rising(sentence, by_hour.first)


def _opens_date_range(sentence: _Sentence, mark: Mark) -> bool:
    """Tell whether a day and a month follow behind "to", "and": "the night of 27 to 28 August"."""
    if mark.number is None or mark.number.low > _LAST_DAY or sentence.role(mark.last, "and", "stop", "locative") is None:
        return False
    other = sentence.at(mark.last + 1, "number")
    return other is not None and _month_next(sentence, other.last)


def _month_next(sentence: _Sentence, token: int) -> bool:
    """Tell whether what follows makes a day or an hour of the number ("5 November", "2–3 April", "3 a.m.")."""
    after = sentence.at(token, "time")
    return after is not None and after.value in ("month", "am", "pm", "of_year", "clock")


def _counted(sentence: _Sentence, mark: Mark) -> Quantity | None:
    number = mark.number
    assert number is not None  # a number mark always carries one
    quantity = Quantity(mark.first, mark.last, number.low, number.high, "bare")
    quantity.part = _is_part(sentence, mark.first)
    _range(sentence, quantity)
    if quantity.last > mark.last and (_month_next(sentence, quantity.last) or _labelled(sentence, quantity.first)):
        return None
    _part_of(sentence, quantity)
    _qualify(sentence, quantity)
    if _void(sentence, quantity.last):
        return None
    _noun_after(sentence, quantity)
    if quantity.cls == "person" and quantity.noun is not None and sentence.before(quantity.noun.first, "role") is not None:
        # "Fifteen are children" says what some of those just counted are.
        quantity.part |= any(mark.value == "aux" for mark in sentence.finish.get(quantity.noun.first, ()))
    if quantity.cls is None and number.people:
        _unknown_people(sentence, quantity)
    if quantity.cls == "person" and quantity.action is None and sentence.pack.word_order:
        quantity.part |= _in_bracket(sentence, quantity.first)
    if quantity.cls is None or quantity.cls in ("start", "impact"):
        _noun_before(sentence, quantity)
    if quantity.noun is not None and quantity.form == "counted":
        _or_more(sentence, quantity)
    if quantity.of is None and quantity.noun is not None:
        _part_after_noun(sentence, quantity)
    quantity.whole = quantity.noun is not None and quantity.of is None and _opens_whole(sentence, quantity.first)
    if _is_hour(sentence, mark, quantity):
        return None
    if quantity.subject == "person":
        quantity.subject = _among(sentence, quantity) or "person"
    quantity.each = _is_each(sentence, mark.first, quantity.last)
    return quantity


def _opens_whole(sentence: _Sentence, token: int) -> bool:
    """Tell whether "of", "out of" stands before `token` at the head of its clause."""
    of = next((m for m in sentence.finish.get(token, ()) if m.kind == "role" and m.value == "of"), None)
    if of is None:
        return False
    return of.first == sentence.first or not sentence.words[of.first - 1][0].isalnum()


def fold_wholes(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Give each whole at the head of its clause to the number it is the whole of; return what only spells it out.

    "Of 48 drones – 30 Shaheds and 18 decoys – 40 were downed": the 40 are drones, 40 of 48.
    """
    folded: list[Quantity] = []
    for index, whole in enumerate(quantities):
        if not whole.whole:
            continue
        part = next((other for other in quantities[index + 1 :] if other.noun is None), None)
        if part is None or part.low > whole.low:
            whole.whole = False
            continue
        part.of = whole.low
        if part.cls is None:
            part.cls, part.subject, part.noun = whole.cls, whole.subject, whole.noun
        folded.extend(quantities[index + 1 : quantities.index(part)])
    return folded


def _among(sentence: _Sentence, quantity: Quantity) -> str | None:
    """Return who they are where the words before say it: "среди железнодорожников двое раненых"."""
    whole = sentence.before(quantity.first, "person")
    if whole is None or sentence.before(whole.first, "role") is None:
        return None
    among = any(mark.kind == "role" and mark.value == "of" for mark in sentence.finish.get(whole.first, ()))
    return whole.value if among else None


def _is_each(sentence: _Sentence, first: int, last: int) -> bool:
    """Tell whether the number is of each place that is named: "по три над A и B", "one each over A and B"."""
    if sentence.role(last, "each") is not None:
        return True
    each = next((m for m in sentence.finish.get(first, ()) if m.kind == "role" and m.value == "each"), None)
    if each is None:
        return False
    # "ударили по двум домам" strikes at them, and gives nothing out.
    action = sentence.before(each.first, "action")
    return action is None or action.value not in _STRIKES


def _in_bracket(sentence: _Sentence, token: int) -> bool:
    """Tell whether a bracket is open at `token`: "22 people were killed (nine women, three girls)"."""
    words = sentence.words[sentence.first : token]
    return words.count("(") > words.count(")") and not sentence.words[sentence.first] == "("


def _is_part(sentence: _Sentence, token: int) -> bool:
    """Tell whether "including", "among them", "of whom" stands just before the number or its list."""
    for at in range(token, max(token - 4, sentence.first - 1), -1):
        for mark in sentence.finish.get(at, ()):
            if mark.kind == "role" and mark.value in ("include", "of_them"):
                return True
        if at < token and sentence.words[at] in (",", ".", ";"):
            return False
    return False


# ---- the number itself ----


def _range(sentence: _Sentence, quantity: Quantity) -> None:
    """Read "8–10", "between five and six", "від 5 до 6"."""
    at = quantity.last
    if at >= sentence.last:
        return
    word = sentence.words[at]
    tight = sentence.tokens.starts[at] == sentence.tokens.ends[at - 1]
    second = sentence.at(at + 1, "number")
    if second is None or second.number is None or second.number.kind != "count":
        return
    between = sentence.qualified(quantity.first, "range")
    if between is not None and word not in (",", ".") and not sentence.at(at, "void"):
        quantity.first = between.first
    elif not (word in _DASHES and tight) and not (word in sentence.pack.range_joints and not _starts_from(sentence, quantity)):
        return
    high = second.number.high
    if high is None or quantity.low >= high:
        return
    if quantity.low < _THOUSAND <= high:
        # "from 60 to 65 thousand": the multiplier is said once.
        quantity.low *= _multiplier(high)
    quantity.high, quantity.last = high, second.last


def _starts_from(sentence: _Sentence, quantity: Quantity) -> bool:
    """Tell whether the number is where a figure came from: "rose from two to four" is no range."""
    return sentence.role_before(quantity.first, "from", "since")


def _multiplier(value: int) -> int:
    return _MILLION if value % _MILLION == 0 else _THOUSAND if value % _THOUSAND == 0 else 1


def _part_of(sentence: _Sentence, quantity: Quantity) -> None:
    """Read "34 of 36", "Nineteen of at least 31", "six of Kyiv's ten"."""
    of = sentence.role(quantity.last, "of")
    if of is None:
        return
    at, steps = of.last, 0
    while at < sentence.last and steps < 4:
        whole = sentence.at(at, "number")
        if whole is not None and whole.number is not None:
            number = whole.number
            if number.kind == "count" and number.low >= quantity.low and not _void(sentence, whole.last):
                quantity.of, quantity.last = number.low, whole.last
                start = of.last
                qualifier = sentence.before(whole.first, "qualifier")
                quantity.of_open = qualifier is not None and qualifier.value in ("at_least", "more_than")
                quantity.of_span = (qualifier.first if qualifier else start, whole.last)
            return
        mark = sentence.at(at, "qualifier", "place", "role", "weapon")
        if mark is not None and mark.kind == "weapon" and mark.value != "weapon":
            return
        word = sentence.words[at]
        if not word[0].isalpha() and word != "'":
            return
        at = mark.last if mark is not None else at + 1
        steps += 1


def _part_after_noun(sentence: _Sentence, quantity: Quantity) -> None:
    """Read "38 Shaheds of 43", "15 ракет із 18": the whole stands behind the noun, and nothing of its own behind it."""
    at = quantity.last
    while at < sentence.last and sentence.words[at] in _QUOTES:
        at += 1
    of = sentence.role(at, "of")
    whole = None if of is None else sentence.at(of.last, "number")
    if of is None or whole is None or whole.number is None or whole.number.kind != "count":
        return
    if whole.number.low < quantity.low or not _ends_whole(sentence, quantity, whole.last):
        return
    quantity.of, quantity.of_span, quantity.last = whole.number.low, (of.last, whole.last), whole.last


def _ends_whole(sentence: _Sentence, quantity: Quantity, token: int) -> bool:
    """Tell whether the whole has no noun of another kind ("38 drones of two types" has)."""
    if token >= sentence.last or not sentence.words[token][0].isalnum():
        return True
    noun = _best_noun(sentence, token)
    if noun is not None:
        return quantity.noun is not None and noun.kind == quantity.noun.kind
    return sentence.role(token, "and", "or") is not None or _action_at(sentence, token) is not None


def _qualify(sentence: _Sentence, quantity: Quantity) -> None:
    """Apply what stands before ("at least", "up to", "about") and after ("or more") the number."""
    at = quantity.first
    for _ in range(3):
        mark = sentence.before(at, "qualifier")
        if mark is not None and mark.value == "or_more" and mark.first > sentence.first:
            quantity.high, at = None, mark.first  # "шесть погибших и больше девяти часов тревоги"
            break
        if mark is None or mark.value not in _QUANTITY_WORDS:
            break
        if mark.value == "up_to" and _rising(sentence, mark.first):
            break
        _bound(quantity, mark.value)
        at = mark.first
    if at > sentence.first and sentence.words[at - 1] == ">":
        quantity.high, at = None, at - 1
    quantity.first = at
    _qualify_place(sentence, quantity)
    _or_more(sentence, quantity)


def _qualify_place(sentence: _Sentence, quantity: Quantity) -> None:
    """Apply a bound that stands before the preposition: "щонайменше у чотирьох районах"."""
    preposition = next((mark for mark in sentence.finish.get(quantity.first, ()) if mark.value == "locative"), None)
    if preposition is not None and any(
        sentence.qualified(preposition.first, value) is not None for value in ("at_least", "more_than")
    ):
        quantity.high = None


def _or_more(sentence: _Sentence, quantity: Quantity) -> None:
    """Apply "or more", behind the number or behind its noun ("7 годин із гаком")."""
    after = sentence.qualified_from(quantity.last, "or_more")
    if after is not None and (quantity.noun is None or _clause_ends(sentence, after.last)):
        quantity.high, quantity.last = None, after.last


def _clause_ends(sentence: _Sentence, token: int) -> bool:
    """Tell whether nothing follows in the clause; "four damaged plants and more than 20 substations" goes on."""
    return token >= sentence.last or not sentence.words[token][0].isalpha()


def _rising(sentence: _Sentence, token: int) -> bool:
    """Tell whether a verb of growth before `token` makes "to 18" the figure reached, not a bound ("зросла до 18")."""
    return any(
        mark.kind == "role" and mark.value == "rise"
        for at in range(max(token - _RISE_REACH, sentence.first), token)
        for mark in sentence.begin.get(at, ())
    )


def _bound(quantity: Quantity, qualifier: str) -> None:
    if qualifier in ("at_least", "more_than"):
        quantity.high = None
    elif qualifier == "up_to" and quantity.high is not None:
        quantity.low = 0
    elif qualifier == "about":
        quantity.approx = True


def _void(sentence: _Sentence, token: int) -> bool:
    """Tell whether the words from `token` say that the number counts nothing of ours."""
    if sentence.at(token, "time") is not None:
        return True  # "neun Tage zuvor"
    token = _over_numbers(sentence, token)
    while (more := sentence.role(token, "more", "total")) is not None:
        token = more.last
    for step in range(3):
        at = token + step
        if at >= sentence.last:
            return False
        if any(mark.kind == "void" and mark.value == "units" for mark in sentence.begin.get(at, ())):
            noun = sentence.at(at, *_NOUNS)
            return noun is None
        if sentence.at(at, "animals"):
            return True
        if not sentence.words[at][0].isalpha() or sentence.begin.get(at):
            return False
    return False


def _over_numbers(sentence: _Sentence, token: int) -> int:
    """Skip the rest of a list of numbers: the ages in "(4, 5, 15 і 17 років)" have their unit at the end."""
    at = token
    for _ in range(6):
        step = at
        if step < sentence.last and (sentence.words[step] == "," or sentence.role(step, "and", "or")):
            step += 1
        number = sentence.at(step, "number")
        if step == at or number is None:
            return at
        at = number.last
    return at


# ---- its noun ----


def _noun_after(sentence: _Sentence, quantity: Quantity) -> None:
    """Find the noun that follows the number, over a few modifiers, and take in all that names it."""
    at, modifiers, action = quantity.last, 0, None
    while at < sentence.last:
        noun = _best_noun(sentence, at)
        if noun is not None:
            if noun.kind == "person" and _acting(sentence, quantity, noun):
                return
            following = _action_at(sentence, at)
            if noun.kind == "person" or following is None or following.last <= noun.last:
                _take_noun(sentence, quantity, noun)
                # "96 зі 109 запущених": what the participle says, it says of the whole.
                if action is not None and quantity.of is None and quantity.cls in action.attributes["measures"]:
                    quantity.action = action
                return
        part = sentence.role(at, "of_them", "include")
        if part is not None:
            quantity.part = True
            at = _over_copula(sentence, part.last)
            continue
        if at == quantity.last and _predicate(sentence, quantity, at):
            at = _over_copula(sentence, at)
            continue
        act = _action_at(sentence, at)
        if act is not None and (weapon := _described(sentence, act)) is not None and action is None:
            action, at = act, weapon
            continue
        if act is not None:
            if action is not None or quantity.part or not _adjectival(sentence, quantity, act):
                return
            if "person" in act.attributes["measures"] or _noun_soon(sentence, act.last):
                action = act
                at = act.last
                if not _noun_soon(sentence, at) or ("person" in act.attributes["measures"] and not _person_soon(sentence, at)):
                    quantity.cls, quantity.subject, quantity.action = "person", "person", act
                    quantity.last, quantity.form = act.last, "counted"
                    return
                continue
            return
        skipped = _modifier(sentence, at)
        if skipped is None:
            return
        modifiers += skipped[1]
        if modifiers > _MOST_MODIFIERS:
            return
        at = skipped[0]


def _acting(sentence: _Sentence, quantity: Quantity, noun: Mark) -> bool:
    """Tell by its case whether the people behind the number are not counted but act: "вісьмох медики госпіталізували"."""
    endings = sentence.pack.nominative_plural
    if not endings or not sentence.words[noun.last - 1].endswith(endings):
        return False
    if any(word in _DASHES for word in sentence.words[quantity.last : noun.first]):
        return False  # "п'ятеро — медики"
    number = sentence.words[quantity.last - 1]
    return number.endswith(sentence.pack.oblique_numbers) or (
        quantity.low % 10 not in (1, 2, 3, 4) or quantity.low % 100 in (11, 12, 13, 14)
    )


def _unknown_people(sentence: _Sentence, quantity: Quantity) -> None:
    """Take the noun after a number that counts people only, whether the lexicon knows it or not ("двоє кухарів")."""
    at = quantity.last
    if at < sentence.last and not sentence.begin.get(at) and sentence.words[at].endswith(sentence.pack.people_genitive):
        quantity.cls, quantity.subject, quantity.last, quantity.form = "person", "person", at + 1, "counted"


def _over_copula(sentence: _Sentence, token: int) -> int:
    """Skip "—", "are": what stands between a part and what it is."""
    while token < sentence.last and (sentence.words[token] in _DASHES or sentence.role(token, "aux", "copula")):
        token += 1
    return token


def _predicate(sentence: _Sentence, quantity: Quantity, token: int) -> bool:
    """Tell whether a dash and what the part is follow: "з них 39 — житлові будинки", "одинадцятеро — діти"."""
    if sentence.words[token] not in _DASHES and sentence.role(token, "copula") is None:
        return False
    noun = next((found for at in (token + 1, token + 2) if (found := _best_noun(sentence, at)) is not None), None)
    if noun is None or sentence.at(token + 1, "number"):
        return False
    return noun.value.startswith("person.") or (quantity.part and noun.kind in ("person", "site"))


def _best_noun(sentence: _Sentence, token: int) -> Mark | None:
    for mark in sentence.begin.get(token, ()):
        if mark.kind in _NOUNS:
            return mark
    return None


def _action_at(sentence: _Sentence, token: int) -> Mark | None:
    return sentence.at(token, "action")


def _adjectival(sentence: _Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the action word next to the number is part of its noun phrase ("30 injured", "5 damaged houses")."""
    if "person" in action.attributes["measures"] and action.first - quantity.last <= 1:
        return True
    at = quantity.last
    while at < action.first and sentence.words[at] in _QUOTES:
        at += 1
    return at == action.first and _noun_soon(sentence, action.last)


def _person_soon(sentence: _Sentence, token: int) -> bool:
    """Tell whether the next noun is a person; "58 lives taken by ballistic missiles" counts lives."""
    for at in range(token, min(token + _MOST_MODIFIERS, sentence.last)):
        noun = _best_noun(sentence, at)
        if noun is not None:
            return noun.kind != "weapon"
    return True


def _described(sentence: _Sentence, action: Mark) -> int | None:
    """Return where the weapon stands that a participle describes, over where and when: "14 збитих за ніч дронів"."""
    if "weapon" not in action.attributes["measures"]:
        return None
    crossed = False
    for at in range(action.last, min(action.last + _DESCRIBED_REACH, sentence.last)):
        if sentence.at(at, "weapon") is not None:
            return at if crossed else None
        if not sentence.words[at][0].isalpha() or sentence.at(at, "number", "action", "report"):
            return None
        crossed = crossed or sentence.at(at, "time", "place") is not None
    return None


def _noun_soon(sentence: _Sentence, token: int) -> bool:
    """Tell whether a noun follows closely: "14 збитих за ніч безпілотників", "106 «знищених» дронів"."""
    for _ in range(_MOST_MODIFIERS):
        if token >= sentence.last:
            return False
        if _best_noun(sentence, token) is not None:
            return True
        when = sentence.at(token, "time")
        skipped = (when.last, 1) if when is not None else _modifier(sentence, token)
        if skipped is None:
            return False
        token = skipped[0]
    return False


def _person_follows(sentence: _Sentence, token: int) -> bool:
    """Tell whether a person is the first thing named from `token` on, a word or two apart."""
    noun = next((found for at in range(token, token + 3) if (found := _best_noun(sentence, at)) is not None), None)
    return noun is not None and noun.kind == "person"


def _modifier(sentence: _Sentence, token: int) -> tuple[int, int] | None:
    """Return where to go on after a modifier at `token`, and what it costs; None where the noun phrase has ended."""
    if token >= sentence.last:
        return None
    word = sentence.words[token]
    if word in _QUOTES or word == "\n" or (word == "." and token + 1 < sentence.last):
        return token + 1, 0  # a line end or a point within the sentence wraps or shortens a word
    marks = sentence.begin.get(token)
    if not marks:
        if sentence.pack.capital_nouns and sentence.tokens.raw[token][0].isupper() and _best_noun(sentence, token + 1) is None:
            return None
        return (token + 1, 1) if word[0].isalpha() or word[0].isdecimal() else None
    for mark in marks:
        if mark.kind == "role" and mark.value in ("more", "of", "all", "aux"):
            if mark.value == "of" and sentence.pack.word_order and not sentence.numbered(token):
                return None  # "three generations of officers" counts no officers
            return mark.last, 0
        if mark.kind == "role" and mark.value == "and" and _joins_adjectives(sentence, mark):
            return mark.last, 0
        if mark.kind == "qualifier" and mark.value == "exactly":
            return mark.last, 0
        if mark.kind == "ignore" and sentence.pack.capital_nouns:
            return None
        if mark.kind in ("place", "ignore", "time"):
            return (mark.last, 1) if mark.kind != "time" else None
        if mark.kind == "role" and mark.value == "alarm":
            return mark.last, 1  # "two attack Shaheds"
        if mark.kind == "article" and mark.value == "definite" and sentence.role_before(token, "of"):
            return mark.last, 0  # "17 of the missiles"
        if mark.kind == "article" and mark.value == "1" and sentence.numbered(token) and _person_follows(sentence, mark.last):
            return mark.last, 0  # "seven are officers, one a medical worker"
        if mark.kind == "number" and mark.value == "compound":
            return mark.last, 0
    return None


def _joins_adjectives(sentence: _Sentence, joint: Mark) -> bool:
    """Tell whether two adjectives share one noun: "20 многоквартирных и усадебных домов", "… и частных домов"."""
    if sentence.words[joint.first - 1].endswith(sentence.pack.plural_adjectives) and _best_noun(sentence, joint.last):
        return not sentence.begin.get(joint.first - 1)
    sides = (joint.first - 1, joint.last)
    if joint.last + 1 >= sentence.last or any(sentence.begin.get(at) or not sentence.words[at][0].isalpha() for at in sides):
        return False
    return not sentence.finish.get(joint.first) and _best_noun(sentence, joint.last + 1) is not None


def _take_noun(sentence: _Sentence, quantity: Quantity, noun: Mark) -> None:
    quantity.noun, quantity.form = noun, "counted"
    quantity.last = noun.last
    if noun.kind == "weapon":
        quantity.subject, quantity.last = weapon_subject(sentence.tokens, sentence.begin, noun, sentence.last)
        quantity.cls = weapon_class(quantity.subject)
    else:
        head = _head(sentence, noun)
        quantity.noun, quantity.last = head, head.last
        quantity.cls, quantity.subject = class_of(head)
        if quantity.cls in ("start", "impact"):
            _of_weapon(sentence, quantity)
    quantity.plural = True


def _of_weapon(sentence: _Sentence, quantity: Quantity) -> None:
    """Read what hit or was launched: "три влучання безпілотників", "11 пусків ракет"."""
    weapon = sentence.at(quantity.last, "weapon")
    if weapon is not None:
        quantity.subject, quantity.last = weapon_subject(sentence.tokens, sentence.begin, weapon, sentence.last)


def _head(sentence: _Sentence, noun: Mark) -> Mark:
    """Return the last of the nouns of a compound, which says what the thing is: "a school teacher", "a depot building"."""
    head = noun
    if not sentence.pack.articles and noun.attributes.get("generic"):
        # "34 об'єкти медичних закладів": what is only called an object is of the kind that is named behind it.
        kind = sentence.at(noun.last, "site")
        return noun if kind is None else Mark("site", kind.value, noun.first, kind.last, kind.attributes)
    while sentence.pack.word_order and (following := sentence.at(head.last, "site", "person")) is not None:
        # What is only called a building is what it is the building of.
        kind = head if following.value == _ANY_BUILDING else following
        head = Mark(kind.kind, kind.value, noun.first, following.last, following.attributes)
    if sentence.pack.articles and head.value == _ANY_BUILDING and sentence.role(head.last, "of") is not None:
        # "the building of a vocational school"
        whole = next((site for at in range(4) if (site := sentence.at(head.last + 1 + at, "site")) is not None), None)
        if whole is not None:
            head = Mark("site", whole.value, head.first, whole.last, head.attributes)
    return head


def _noun_before(sentence: _Sentence, quantity: Quantity) -> None:
    """Read "«Калібр»: 7", "Х-101 (77)", "«шахедів» — 15", "БПЛА было 39"."""
    at = quantity.first - 1
    if at <= sentence.first:
        return
    word = sentence.words[at]
    copula = any(mark.kind == "role" and mark.value == "aux" for mark in sentence.finish.get(quantity.first, ()))
    if copula and sentence.before(at, "weapon") is not None:
        word = ":"
    if word not in (":", "(") and word not in _DASHES:
        return
    while at > sentence.first and (sentence.words[at - 1] in _QUOTES or sentence.words[at - 1] in ")("):
        at -= 1
    while at - 1 > sentence.first and sentence.words[at - 1].isdigit() and sentence.words[at - 2] == "/":
        at -= 2  # "Kh-59/69 – 8 of 12"
    noun = sentence.before(at, "weapon", "person", "site")
    if noun is None or (word != "(" and sentence.before(noun.first, "number") is not None):
        return  # "121 missiles, 107 Shaheds – 194 were destroyed": the Shaheds have a number of their own
    if quantity.cls in ("start", "impact"):
        if noun.kind == "weapon":
            quantity.subject = noun.value
        return
    quantity.form = "noun-first"
    quantity.noun = noun
    first = noun
    while noun.kind == "weapon" and (previous := _name_before(sentence, first.first)) is not None:
        first = previous
    if noun.kind == "weapon":
        quantity.subject, _ = weapon_subject(sentence.tokens, sentence.begin, first, quantity.first)
        quantity.cls = weapon_class(quantity.subject)
    else:
        quantity.cls, quantity.subject = class_of(noun)
    quantity.first = first.first


def _name_before(sentence: _Sentence, token: int) -> Mark | None:
    """Return the name of a weapon that stands before `token` or is joined to it: "Iskander-K and Kalibr – 23"."""
    if (before := sentence.before(token, "weapon")) is not None:
        return before
    joint = token - 1
    if joint <= sentence.first or not (sentence.words[joint] == "/" or sentence.role(joint, "and") is not None):
        return None
    name = sentence.before(joint, "weapon")
    return None if name is None or sentence.before(name.first, "number") is not None else name
