"""Noun phrases: from a number over its modifiers to its noun ("three badly burnt old buses", "14 збитих за ніч дронів")."""

from __future__ import annotations

from vidbiy.reading.quantities.counted_nouns import take_noun
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.words.annotation import Mark

__all__ = ["noun_after"]

# How many words that the lexicon does not know may stand between a number and its noun ("three badly burnt old buses").
_MOST_MODIFIERS = 3
# "збитих над областю за ніч дронів": so many words may stand between a participle and its weapon.
_DESCRIBED_REACH = 5
# "461 targets have been destroyed": so near stands the verb behind its auxiliary.
_DONE_NEAR = 4
# The phrase ends here, whatever else the word may be.
_END = (-1, 0)
# Roles of words that cost nothing to cross, and what else does not.
_LIGHT = frozenset({"more", "of", "all", "aux", "type"})
_CROSSED = frozenset({("qualifier", "exactly"), ("number", "compound")})
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
_DASHES = frozenset({"—", "-", "="})
_QUOTES = frozenset('"«»„“”')


def noun_after(sentence: Sentence, quantity: Quantity) -> None:
    """Find the noun that follows the number, over a few modifiers, and take in all that names it."""
    way = _Way(sentence, quantity)
    while way.at < sentence.last and way.goes_on():
        pass


class _Way:
    """The way from a number to its noun: where it has come to, what it has crossed."""

    __slots__ = ("_action", "_modifiers", "_quantity", "_sentence", "at")

    def __init__(self, sentence: Sentence, quantity: Quantity) -> None:
        self._sentence, self._quantity = sentence, quantity
        self.at = quantity.last
        self._modifiers = 0
        self._action: Mark | None = None  # the participle on the way: "96 зі 109 запущених"

    def goes_on(self) -> bool:
        """Go one step on; False where the noun is found, or the phrase ends without one."""
        sentence, at = self._sentence, self.at
        if at in sentence.begin:
            noun = sentence.noun(at)
            if noun is not None:
                if noun.kind == "person" and _acting(sentence, self._quantity, noun):
                    return False
                following = sentence.at(at, "action")
                if noun.kind == "person" or following is None or following.last <= noun.last:
                    return self._arrive(noun)
            part = sentence.role(at, "of_them", "include")
            if part is not None and (hurt := _named_by(sentence, part)) is not None:
                quantity = self._quantity
                quantity.cls, quantity.subject, quantity.action = "person", "person", hurt
                quantity.last, quantity.form = hurt.last, "counted"
                return False
            if part is not None:
                self._quantity.part = True
                self.at = _over_copula(sentence, part.last)
                return True
        if at == self._quantity.last and _predicate(sentence, self._quantity, at):
            self.at = _over_copula(sentence, at)
            return True
        act = _act(sentence, at)
        return self._over_modifier() if act is None else self._over_action(act)

    def _arrive(self, noun: Mark) -> bool:
        quantity, action = self._quantity, self._action
        take_noun(self._sentence, quantity, _stopped(self._sentence, quantity, noun))
        # "96 зі 109 запущених": what the participle says, it says of the whole.
        if action is not None and quantity.of is None and quantity.cls in action.attributes["measures"]:
            quantity.action = action
        return False

    def _over_action(self, action: Mark) -> bool:
        """Cross a participle of the phrase ("5 damaged houses"); "30 injured" ends with it, and counts people."""
        sentence, quantity = self._sentence, self._quantity
        if self._action is not None:
            return False
        if (weapon := _described(sentence, action)) is not None:
            self._action, self.at = action, weapon
            return True
        if quantity.part or _does(sentence, action) or not _adjectival(sentence, quantity, action):
            return False
        of_people, soon = "person" in action.attributes["measures"], _noun_soon(sentence, action.last)
        if of_people and action.first == quantity.last and sentence.role(action.last, "aux") is not None:
            soon = False  # "among the nine wounded are children": the nine are no children
        if not (of_people or soon):
            return False
        self._action, self.at = action, action.last
        if soon and not (of_people and not _person_soon(sentence, action.last)):
            return True
        quantity.cls, quantity.subject, quantity.action = "person", "person", action
        quantity.last, quantity.form = action.last, "counted"
        return False

    def _over_modifier(self) -> bool:
        skipped = _modifier(self._sentence, self.at)
        if skipped is None:
            return False
        self._modifiers += skipped[1]
        self.at = skipped[0]
        return self._modifiers <= _MOST_MODIFIERS


def _stopped(sentence: Sentence, quantity: Quantity, noun: Mark) -> Mark:
    """Return `noun`, but the weapon where such a word names places too: "shot down 95 targets"."""
    weapon = sentence.at(noun.first, "weapon")
    if noun.kind != "noun" or weapon is None:
        return noun
    stops = [act for act in sentence.of_kind("action") if act.value in _STOPS]
    done = sentence.role(noun.last, "aux") is not None and any(0 < act.first - noun.last <= _DONE_NEAR for act in stops)
    return weapon if done or any(act.last == quantity.first for act in stops) else noun


def _named_by(sentence: Sentence, part: Mark) -> Mark | None:
    """Return the participle that names the people: "five of those hurt are in hospital"; not the verb of "of whom died"."""
    action = sentence.at(part.last, "action")
    if action is None or action.attributes.get("side") == "before" or "person" not in action.attributes["measures"]:
        return None
    goes_on = sentence.role(action.last, "aux", "perfect") is not None or sentence.at(action.last, "action") is not None
    return action if goes_on else None


def _does(sentence: Sentence, action: Mark) -> bool:
    """Tell whether the verb is what the number did: "six hit residential buildings", not "11 direct hits by missiles"."""
    return action.value == "hit" and sentence.pack.word_order and action.attributes.get("side") is None


def _is_kind(weapon: Mark) -> bool:
    """Tell whether "— крылатые" says of what kind the part is; aircraft are rather who shot it down."""
    return weapon.kind == "weapon" and bool(weapon.attributes.get("adjective"))


def _act(sentence: Sentence, token: int) -> Mark | None:
    """Return the action at `token`; of two that a word may be, the one done to people where no thing follows."""
    acts = [mark for mark in sentence.begin.get(token, ()) if mark.kind == "action"]
    described = len(acts) > 1 and sentence.words[token].endswith(sentence.pack.plural_adjectives)
    if described and not _noun_soon(sentence, acts[0].last):
        return next((act for act in acts if "person" in act.attributes["measures"]), acts[0])
    return acts[0] if acts else None


def _acting(sentence: Sentence, quantity: Quantity, noun: Mark) -> bool:
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


def _over_copula(sentence: Sentence, token: int) -> int:
    """Skip "—", "are": what stands between a part and what it is."""
    while token < sentence.last and (sentence.words[token] in _DASHES or sentence.role(token, "aux", "copula")):
        token += 1
    return token


def _predicate(sentence: Sentence, quantity: Quantity, token: int) -> bool:
    """Tell whether a dash and what the part is follow: "з них 39 — житлові будинки", "одинадцятеро — діти"."""
    if sentence.words[token] not in _DASHES and sentence.role(token, "copula") is None:
        return False
    noun = next((found for at in (token + 1, token + 2) if (found := sentence.noun(at)) is not None), None)
    number = sentence.at(token + 1, "number")
    if noun is None or (number is not None and number.value != "compound"):
        return False  # but "— 16-річний хлопець" has an age
    if quantity.low > 1 and noun.kind == "person" and (noun.attributes.get("single") or noun.attributes.get("kin")):
        return False  # "поранені двоє — хлопець і його мати"
    return noun.value.startswith("person.") or (quantity.part and (noun.kind in ("person", "site") or _is_kind(noun)))


def _adjectival(sentence: Sentence, quantity: Quantity, action: Mark) -> bool:
    """Tell whether the action word next to the number is part of its noun phrase ("30 injured", "5 damaged houses")."""
    if "person" in action.attributes["measures"] and action.first - quantity.last <= 1:
        unknown = action.first > quantity.last and sentence.pack.is_plural(sentence.words[quantity.last])
        return not (action.value == "hospitalise" and unknown and sentence.pack.articles)  # "nine runs to the hospital"
    at = quantity.last
    while at < action.first and sentence.words[at] in _QUOTES:
        at += 1
    return at == action.first and _noun_soon(sentence, action.last)


def _person_soon(sentence: Sentence, token: int) -> bool:
    """Tell whether the next noun is a person; "58 lives taken by ballistic missiles" counts lives."""
    for at in range(token, min(token + _MOST_MODIFIERS, sentence.last)):
        noun = sentence.noun(at)
        if noun is not None:
            return noun.kind != "weapon"
    return True


def _described(sentence: Sentence, action: Mark) -> int | None:
    """Return where the weapon stands that a participle describes, over where and when: "14 збитих за ніч дронів"."""
    if "weapon" not in action.attributes["measures"]:
        return None
    crossed = False
    for at in range(action.last, min(action.last + _DESCRIBED_REACH, sentence.last)):
        if sentence.at(at, "weapon") is not None:
            return at if crossed else None
        if not sentence.words[at][0].isalpha() or sentence.at(at, "number", "action", "report"):
            return None
        crossed = crossed or sentence.at(at, "time", "place", "anaphor") is not None
    return None


def _noun_soon(sentence: Sentence, token: int) -> bool:
    """Tell whether a noun follows closely: "14 збитих за ніч безпілотників", "106 «знищених» дронів"."""
    for _ in range(_MOST_MODIFIERS):
        if token >= sentence.last:
            return False
        if sentence.noun(token) is not None:
            return True
        when = sentence.at(token, "time")
        skipped = (when.last, 1) if when is not None else _modifier(sentence, token)
        if skipped is None:
            return False
        token = skipped[0]
    return False


def _person_follows(sentence: Sentence, token: int) -> bool:
    """Tell whether a person is the first thing named from `token` on, a word or two apart."""
    noun = next((found for at in range(token, token + 3) if (found := sentence.noun(at)) is not None), None)
    return noun is not None and noun.kind == "person"


def _modifier(sentence: Sentence, token: int) -> tuple[int, int] | None:
    """Return where to go on after a modifier at `token`, and what it costs; None where the noun phrase has ended."""
    if token >= sentence.last:
        return None
    word = sentence.words[token]
    if word in _QUOTES or word == "\n" or (word == "." and token + 1 < sentence.last):
        return token + 1, 0  # a line end or a point within the sentence wraps or shortens a word
    marks = sentence.begin.get(token)
    if not marks:
        return _unknown(sentence, token)
    for mark in marks:
        crossed = _over_role(sentence, mark) if mark.kind == "role" else _over_mark(sentence, mark)
        if crossed is not None:
            return None if crossed == _END else crossed
    return None


def _unknown(sentence: Sentence, token: int) -> tuple[int, int] | None:
    """Cross a word that the lexicon does not know; where nouns have capitals, one with a capital is the noun."""
    word = sentence.words[token]
    if sentence.pack.capital_nouns and sentence.tokens.raw[token][0].isupper() and sentence.noun(token + 1) is None:
        return None
    return (token + 1, 1) if word[0].isalpha() or word[0].isdecimal() else None


def _over_role(sentence: Sentence, mark: Mark) -> tuple[int, int] | None:
    if mark.value in _LIGHT:
        at = mark.first - 1 if sentence.words[mark.first - 1] in _QUOTES else mark.first
        if mark.value == "of" and sentence.pack.word_order and not sentence.numbered(at):
            return _END  # "three generations of officers" counts no officers
        return mark.last, 0
    if mark.value in ("he", "they") and not sentence.pack.word_order:
        return mark.last, 0  # "двое его детей"
    if mark.value == "and" and _joins_adjectives(sentence, mark):
        return mark.last, 0
    return (mark.last, 1) if mark.value == "alarm" else None  # "two attack Shaheds"


def _over_mark(sentence: Sentence, mark: Mark) -> tuple[int, int] | None:
    if mark.kind == "time" or (mark.kind == "ignore" and sentence.pack.capital_nouns):
        return _END
    if mark.kind in ("place", "ignore"):
        return mark.last, 1
    if mark.kind == "anaphor" and sentence.words[mark.last - 1].endswith("'s"):
        return mark.last, 0  # "four of the city's districts"
    if mark.kind == "article":
        return (mark.last, 0) if _may_cross_article(sentence, mark) else None
    return (mark.last, 0) if (mark.kind, mark.value) in _CROSSED else None


def _may_cross_article(sentence: Sentence, article: Mark) -> bool:
    """Tell whether an article stands within the phrase: "17 of the missiles", "seven are officers, one a medical worker"."""
    if article.value == "definite":
        return sentence.role_before(article.first, "of") is not None
    return article.value == "1" and sentence.numbered(article.first) and _person_follows(sentence, article.last)


def _joins_adjectives(sentence: Sentence, joint: Mark) -> bool:
    """Tell whether two adjectives share one noun: "20 многоквартирных и усадебных домов", "… и частных домов"."""
    if sentence.words[joint.first - 1].endswith(sentence.pack.plural_adjectives) and sentence.noun(joint.last):
        return not sentence.begin.get(joint.first - 1)
    sides = (joint.first - 1, joint.last)
    if joint.last + 1 >= sentence.last or any(
        sentence.begin.get(at) or not sentence.words[at][0].isalpha() for at in sides
    ):
        return False
    return not sentence.finish.get(joint.first) and sentence.noun(joint.last + 1) is not None
