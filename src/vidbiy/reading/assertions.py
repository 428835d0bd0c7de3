"""Assertions: what a sentence says of its quantities, before speaker, place and time are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.model import Modality
from vidbiy.reading.ages import settle_ages
from vidbiy.reading.annotation import Mark
from vidbiy.reading.care import with_care
from vidbiy.reading.company import Company
from vidbiy.reading.distribution import shared_places
from vidbiy.reading.fires import find_fires
from vidbiy.reading.governing import FAR, NEAR, Governor, join_actions, link_lists, settle_debris, with_joined
from vidbiy.reading.headings import UNNAMED
from vidbiy.reading.listed_people import merge_people
from vidbiy.reading.named import NAMED, NAMED_FAR, NAMED_FAR_PASSIVE, is_one, is_only_where, may_be_one, rule_of, spells_out
from vidbiy.reading.modality import modality_of
from vidbiy.reading.pairs import settle_pairs
from vidbiy.reading.people import also_cared_for_pronoun
from vidbiy.reading.quantities import Quantity, find_quantities, fold_wholes
from vidbiy.reading.services import find_services, recount_customers
from vidbiy.reading.single import Single
from vidbiy.reading.singles import find_singles
from vidbiy.reading.subjects import class_of, common_path, settle_depots, weapon_class
from vidbiy.reading.text import Line, Tokens
from vidbiy.reading.voice import Voices, verbs
from vidbiy.reading.zeros import find_zeros

__all__ = ["Assertion", "Discourse", "assert_sentence"]

_WEAPON_MEASURES = frozenset(
    {"launched", "shot_down", "suppressed", "intercepted", "hit", "in_air", "left_airspace"}
)
# What a figure can be put anew of, without saying of what.
_TOLLS = frozenset({"damaged", "killed", "injured", "hospitalised", "missing", "rescued", "evacuated", "without_power", "shot_down"})
# Whose bare figures of weapons are what was sent.
_WEAPON_COUNTERS = frozenset({"ua-air-force", "ua-president"})
# Whoever is only counted after these is one of them.
_OCCUPATIONS = frozenset({"person.rescuer", "person.medic", "person.rail_worker", "person.police", "person.military"})
# What tells that a text speaks of the railway.
_RAILWAY = frozenset({"ua-railways", "site.rail", "object.train", "service.rail", "person.rail_worker"})
_THING_CLASSES = frozenset({"site", "object", "location", "district"})
_PERSON_MEASURES = frozenset({"killed", "injured", "hospitalised", "missing", "rescued", "evacuated"})
# Areas and places are struck; what stood there is damaged.
_AREA_MEASURES = frozenset({"affected", "hit_locations", "debris_locations"})
# The classes that go on one list.
_LISTED = {
    "weapon": frozenset({"weapon"}),
    "site": frozenset({"site", "object"}),
    "object": frozenset({"site", "object"}),
}
_HARMS = frozenset({"ruin", "damage"})
_THING_MEASURES = frozenset({"damaged", "destroyed", "fire"})
# The classes that a number without a noun can stand for, by what the action counts.
_BARE_CLASSES = ("person", "weapon", "location", "site", "object", "customer", "district")
# What "another eight" can be, besides people and weapons, which a number may stand for at any time.
_MORE_CLASSES = frozenset({"site", "object", "train"})
# A number without a noun must stand close to its action.
_BARE_FAR = 3.6
# A number that counts people only may stand farther off ("вывели из подвала повреждённого дома шестерых").
_PEOPLE_FAR = 5.5
# What an adjective alone may stand for.
_ELIDED = frozenset({"site", "object", "train"})
# What alone may part a number from the name of its place in a list ("11 — Брянская область").
_PAIRING = (["—"], ["-"], [":"])
# "44 victims were still in hospital": so close stands what says more of the wounded than their being wounded.
_OVERRIDE_FAR = 2.5
_PART_FAR = 2.0
# Areas are named for many reasons: their verb is near.
_AREA_FAR = 8.0
_AREAS = frozenset({"settlement", "district", "region", "location"})
# A sentence that goes on with the verb of the one before has no more unknown words than this.
_MOST_UNKNOWN = 2
# A number stands so close to the action that no other number before it can be that action's.
_CLAIMED = 0.9
_STOPPED_NEAR = 1.5
_FEWEST_PARTS = 2
# A heading in capitals has no more tokens than this.
_LONGEST_HEADING = 10
# "Several" without a noun says too little ("збили багато"); more weapons than these have not been counted.
_SEVERAL = (2, None)
_MOST_WEAPONS = 100_000
# What drones do, where missiles and drones were sent together.
_OF_DRONES = frozenset({"leave", "suppress", "fly_in"})
# So near stands the verb of saying at what it says ("early in the morning he spoke of three").
_SPOKEN_NEAR = 6
# "among the dead there are at least two girls": so far stands the part from the words of what it is a part.
_PART_NEAR = 4
# "stieg bis zum Abend auf 27": so near stands the verb of rising.
_RISE_NEAR = 4
# "a fire in a five-storey office building": so near stands what burns.
_SITE_BESIDE = 4
_STOPS = frozenset({"shoot_down", "destroy", "intercept", "suppress"})
# Nouns that are measures by themselves: "12 impacts", "nine blazes", "three launches".
_INTRINSIC = {"impact": "hit", "start": "launched", "blaze": "fire"}


@dataclass(slots=True, eq=False)
class Assertion:
    """One thing asserted in the tokens [first, last): a claim without its speaker, place and time."""

    rule: str
    measure: str
    subject: str
    low: int | None
    high: int | None
    first: int
    last: int
    quantity: Quantity | None = None
    action: Mark | None = None
    approx: bool = False
    of: int | None = None
    effect: str | None = None
    place: Mark | None = None
    modality: Modality = Modality.STATED
    reach: int | None = None  # the token from where on places are no longer its own but its parts'

    @property
    def told(self) -> int:
        """The token where what is asserted stands: its quantity, where it has one."""
        return self.first if self.quantity is None else self.quantity.first

    @property
    def cls(self) -> str | None:
        """The class of what is counted."""
        return None if self.quantity is None else self.quantity.cls


@dataclass(slots=True)
class Discourse:
    """What the sentences so far leave behind for those that lean on them."""

    weapon: str = ""  # the weapon that a bare number stands for; empty where none was named
    launched: list[str] = field(default_factory=list)  # the weapons of the last list of what was launched
    person_measure: str | None = None
    weapon_measure: str | None = None
    header: Mark | None = None  # the action of a line that ends with a colon
    header_subject: str | None = None
    header_paragraph: int = -1
    paragraph: int = -1
    last: list[Assertion] = field(default_factory=list)
    dark_paragraph: int = -2  # the last paragraph that spoke of a power cut
    railway: bool = False  # the text has spoken of trains, so that a depot is the railway's
    told: set[tuple[str, str]] = field(default_factory=set)  # the measures and subjects of what was asserted of one


def assert_sentence(
    tokens: Tokens, marks: list[Mark], line: Line, governor: Governor, discourse: Discourse, pack: LanguagePack
) -> list[Assertion]:
    """Return what the sentence `line` asserts, in its order, and bring `discourse` up to date."""
    marks = with_care(settle_ages(tokens, marks, pack))
    discourse.railway |= any(mark.value in _RAILWAY for mark in marks)
    if discourse.railway:
        marks = settle_depots(marks)
    raw_actions = verbs(marks, pack)
    joined = join_actions(tokens, raw_actions, marks)
    settled = with_joined(marks, raw_actions, joined)
    quantities = find_quantities(tokens, settled, line.first, line.last, pack)
    settle_number(tokens, quantities, pack)
    settle_adjectives(tokens, marks, quantities, pack)
    actions = settle_debris(joined, marks)
    settle_pairs(marks, quantities, [told.quantity for told in discourse.last if told.quantity is not None])
    link_lists(tokens, quantities, marks, word_order=pack.word_order)
    recount_customers(quantities, actions, governor)
    reader = _SentenceReader(tokens, marks, line, discourse, governor, quantities, actions, pack)
    assertions = reader.read()
    if any(mark.kind == "front" for mark in marks):
        return [assertion for assertion in assertions if _is_of_the_air(assertion)]
    return assertions


def settle_number(tokens: Tokens, quantities: Sequence[Quantity], pack: LanguagePack) -> None:
    """Part "one" from a plural that only stands behind it: "одного медики госпитализировали"."""
    for quantity in quantities:
        noun = quantity.noun
        if pack.articles or noun is None or noun.kind != "person" or not quantity.low == quantity.high == 1:
            continue
        if noun.first == quantity.first + 1 and pack.is_plural(tokens.words[noun.first]):
            quantity.cls, quantity.subject, quantity.form, quantity.noun = None, "", "bare", None
            quantity.last = noun.first


def settle_adjectives(
    tokens: Tokens, marks: Sequence[Mark], quantities: Sequence[Quantity], pack: LanguagePack
) -> None:
    """Give a number with an adjective alone the noun before: "три многоквартирных дома, два частных"."""
    known = {mark.first for mark in marks}
    for before, quantity in pairwise(quantities):
        at = quantity.last
        if quantity.cls is not None or before.noun is None or before.cls not in _ELIDED or at in known or at >= len(tokens):
            continue
        closes = at + 1 >= len(tokens) or tokens.words[at + 1] in (",", ".", ";", "—")
        if closes and tokens.words[at].endswith(pack.plural_adjectives):
            quantity.cls, quantity.subject, quantity.noun = before.cls, before.subject, before.noun
            quantity.form, quantity.last = "counted", at + 1


def _is_of_the_air(assertion: Assertion) -> bool:
    """Tell whether a sentence on the front line counts what was shot down there; all else in it is ground combat."""
    stopped = assertion.action is not None and assertion.action.value in _STOPS
    return stopped and assertion.rule.startswith("count.") and assertion.cls in ("weapon", "aircraft")


def _is_drone(weapon: str) -> bool:
    return weapon.startswith("weapon.drone")


class _SentenceReader:
    """The rules of one sentence."""

    def __init__(
        self,
        tokens: Tokens,
        marks: list[Mark],
        line: Line,
        discourse: Discourse,
        governor: Governor,
        quantities: list[Quantity],
        actions: list[Mark],
        pack: LanguagePack,
    ) -> None:
        self.tokens, self.marks, self.line = tokens, marks, line
        self.discourse, self.governor = discourse, governor
        self.quantities, self.actions, self.pack = quantities, actions, pack
        self.voices = Voices(tokens, marks, actions, pack)
        self.folded = fold_wholes(quantities)
        self.assertions: list[Assertion] = []

    def read(self) -> list[Assertion]:
        for quantity in self.quantities:
            assertion = self._assert(quantity)
            # What an action takes and does not count ("6,000 were reconnected") has no measure.
            if assertion is not None and assertion.measure:
                self._wholes(quantity, assertion)
                self.assertions.extend(self._for_each_place(quantity, assertion))
                self._remember(assertion)
        if any(action.value == "cut_power" for action in self.actions):
            self.discourse.dark_paragraph = self.line.paragraph
        self.assertions = merge_people(self.assertions, self.marks)
        self._breakdowns()
        singles = find_singles(
            self.tokens, self.marks, self.line, self.quantities, self.actions, self.governor, self.pack,
            self._heading_action(), self._company(),
        )  # fmt: skip
        customers = any(assertion.measure == "without_power" for assertion in self.assertions)
        singles += find_services(self.tokens, self.marks, self.line, self.actions, customers=customers)
        if not self.pack.word_order:
            singles += self._unmentioned(singles)
        singles += also_cared_for_pronoun(self.marks, self.actions, self.governor, self._hurt())
        singles += find_zeros(self.marks, self.actions, self.quantities, self.governor)
        for single in singles:
            if not single.measure:
                continue
            self.assertions.append(
                Assertion(
                    single.rule, single.measure, single.subject, single.low, single.high,
                    single.first, single.last, action=single.action, effect=single.effect, place=single.place,
                )
            )  # fmt: skip
        self.discourse.last = [*self.discourse.last, *(a for a in self.assertions if a.quantity is None and a.measure == "injured")][-5:]
        for assertion in self.assertions:
            counted = None if assertion.quantity is None or not assertion.low else assertion.quantity.first
            assertion.modality = modality_of(assertion.first, assertion.last, counted, self.marks, self.governor)
        self._header()
        self._mention()
        return self.assertions

    def _unmentioned(self, singles: Sequence[Single]) -> list[Single]:
        """Return the fire at a place that was named before, where nothing else burns."""
        measures = {assertion.measure for assertion in self.assertions} | {single.measure for single in singles}
        return [] if "fire" in measures else find_fires(self.tokens, self.marks, self.actions, self.pack)

    def _hurt(self) -> tuple[str, int | None, int | None] | None:
        """Return the subject and the bounds of those who were last said to be hurt."""
        for assertion in (*reversed(self.assertions), *reversed(self.discourse.last)):
            if assertion.measure in _PERSON_MEASURES:
                hurt = assertion.measure == "injured"
                return (assertion.subject, assertion.low, assertion.high) if hurt else None
        return None

    def _company(self) -> Company:
        """Return what the sentence counted, with its actions."""
        begin: dict[int, list[Mark]] = {}
        for mark in self.marks:
            begin.setdefault(mark.first, []).append(mark)
        return Company(
            self.tokens,
            begin,
            (
                (
                    stated.quantity.first,
                    stated.quantity.last,
                    "person" if stated.measure in _PERSON_MEASURES else stated.quantity.cls,
                    stated.action,
                )
                for stated in self.assertions
                if stated.quantity is not None and stated.action is not None
            ),
        )

    def _struck(self, quantity: Quantity) -> str:
        """Return what struck: "два прилёта «шахедов»", "ударили ракетами С-300, насчитали четыре прилёта"."""
        if quantity.cls != "impact":
            return quantity.subject
        weapons = [mark for mark in self.marks if mark.kind == "weapon" and not mark.attributes.get("weak")]
        after = [mark for mark in weapons if 0 <= mark.first - quantity.last <= 1]
        before = [mark for mark in weapons if mark.last <= quantity.first]
        struck = after[:1] or before[-1:]
        return struck[0].value if struck else quantity.subject

    def _is_ordinary(self, quantity: Quantity, action: Mark | None) -> bool:
        """Tell whether a word like "targets" is no weapon: none was named, and these were not shot down."""
        if quantity.noun is None or not quantity.noun.attributes.get("weak") or self.discourse.weapon:
            return False
        if any(mark.kind == "weapon" and not mark.attributes.get("weak") for mark in self.marks):
            return False
        return action is None or action.value not in _STOPS

    def _mention(self) -> None:
        """Remember the weapon that a sentence only names: "Беспилотников было три. Два сбиты"."""
        if not any(assertion.measure in _WEAPON_MEASURES for assertion in self.assertions):
            named = {
                mark.value
                for mark in self.marks
                if mark.kind == "weapon" and not mark.attributes.get("weak") and weapon_class(mark.value) == "weapon"
            }
            counted = [quantity.subject for quantity in self.quantities if quantity.cls == "weapon"]
            if len(named) == 1:
                self.discourse.weapon = named.pop()
            elif counted:
                self.discourse.weapon = common_path(counted) or "weapon"

    def _for_each_place(self, quantity: Quantity, assertion: Assertion) -> list[Assertion]:
        """Return `assertion`, or one of it for each of the places that it counts one by one."""
        places = shared_places(self.marks, quantity, assertion.action)
        return [
            replace(
                assertion, rule="count.each_place", place=place,
                first=min(assertion.first, place.first), last=max(assertion.last, place.last),
            )
            for place in places
        ] or [assertion]  # fmt: skip

    # ---- one quantity ----

    def _bracketed(self, quantity: Quantity) -> Mark | None:
        """Return the place whose count stands in brackets: "над территориями Брянской (5 БПЛА) и Курской (два БПЛА)"."""
        at = quantity.first - 1
        if at <= self.line.first or self.tokens.words[at] != "(":
            return None
        return next((mark for mark in self.marks if mark.kind == "place" and mark.last == at), None)

    def _assert(self, quantity: Quantity) -> Assertion | None:
        if quantity.place is None:
            quantity.place = self._bracketed(quantity)
        if quantity.form in NAMED:
            return self._named(quantity)
        if quantity in self.folded or (quantity.noun is None and self._of_animals(quantity)):
            return None
        if quantity.whole:
            return self._whole_sent(quantity)
        if quantity.cls is None:
            paired = self._by_command(quantity) or self._paired(quantity)
            if paired is not None:
                return paired
        if quantity.cls == "blaze" and self._burns_there(quantity):
            return None
        if quantity.cls in _INTRINSIC:
            return self._make("count.intrinsic", quantity, _INTRINSIC[quantity.cls], self._struck(quantity), None)
        if quantity.cls is None and (total := self._total(quantity)) is not None:
            return total
        if quantity.cls is None:
            return None if quantity.part and not self._acts_next(quantity) else self._bare(quantity)
        quantity.part |= quantity.cls == "person" and self._follows_part(quantity)
        if quantity.part and quantity.cls == "person" and quantity.action is None:
            measure = self._measure_of_part(quantity)
            if measure is not None:
                return self._make("count.part", quantity, measure, quantity.subject, None)
        action, cost = self._governing(quantity, quantity.cls, quantity.action)
        if self._is_ordinary(quantity, quantity.action or action):
            return None
        if quantity.action is not None and quantity.cls in quantity.action.attributes["measures"]:
            if action is None or not self._overrides(quantity, action, quantity.action):
                action, cost = quantity.action, 0.0
        if quantity.part and quantity.cls == "weapon" and (action is None or cost > self._part_far(quantity, action)):
            measure = self._measure_of_whole("weapon")
            if measure is not None:
                return self._make("count.part", quantity, measure, quantity.subject, None)
        if quantity.cls == "hour" and not self._alarmed():
            return None
        if action is not None and self._is_whole(quantity, action):
            return self._make("count.sent", quantity, "launched", quantity.subject, None)
        if action is not None and cost <= (NEAR if quantity.part and quantity.cls in ("site", "object") else FAR):
            if cost > _AREA_FAR and (quantity.cls in _AREAS or action.attributes.get("weak")):
                return self._inherit(quantity)
            subject = self._kind_spoken_of(quantity)
            return self._make("count.governed", quantity, self._measure(action, quantity.cls), subject, action)
        return self._inherit(quantity)

    def _kind_spoken_of(self, quantity: Quantity) -> str:
        """Return the subject of "24 of the drones": where one kind of drone was launched before, it is those."""
        noun = quantity.noun
        if quantity.cls != "weapon" or noun is None or noun.first - 2 < self.line.first:
            return quantity.subject
        if not (self._has_role("of", noun.first - 1) and any(m.kind == "article" and m.last == noun.first for m in self.marks)):
            return quantity.subject
        kinds = {sent for sent in self.discourse.launched if sent.startswith(quantity.subject)}
        return kinds.pop() if len(kinds) == 1 else quantity.subject

    def _burns_there(self, quantity: Quantity) -> bool:
        """Tell whether it is said where the one fire is ("einem Brand in einem Bürogebäude"): what burns is the claim."""
        near = range(quantity.last, quantity.last + _SITE_BESIDE)
        return quantity.high == 1 and any(mark.kind == "site" and mark.first in near for mark in self.marks) and any(
            mark.kind == "role" and mark.value == "locative" and mark.first in near for mark in self.marks
        )

    def _named(self, quantity: Quantity) -> Assertion | None:
        """Read a thing with a determiner: "a shop was damaged", "killing a woman", "among them a girl"."""
        cls = quantity.cls
        if cls is None:
            return None
        rule = rule_of(quantity)
        action, cost = self._governing(quantity, cls, quantity.action)
        quantity.part |= self._follows_part(quantity)
        own = quantity.action
        if own is not None and (action is None or not self._overrides(quantity, action, own)):
            action, cost = own, 0.0
        if quantity.part and (action is None or cost > _PART_FAR):
            measure = self._measure_of_whole(cls)
            if cls in ("site", "object"):
                measure = "damaged"
            if measure is None or cls == "weapon" or not is_one(self.tokens.words, quantity, self.pack):
                return None
            if is_only_where(quantity, None, self.marks):
                return None
            return None if self._told_before(quantity, measure) else self._make(rule, quantity, measure, quantity.subject, None)
        if action is None and cls in ("site", "object") and self._is_listed():
            if self._measure_of_things() is None or is_only_where(quantity, None, self.marks):
                return None
            return self._make("count.listed", quantity, "damaged", quantity.subject, None)
        if action is not None and not self._says_of_one(quantity, action, cost):
            # "fell on a block, which caught fire": the second verb says what became of it.
            action, cost = self._governing(quantity, cls, action)
        if action is None or not self._says_of_one(quantity, action, cost):
            return None
        measure = self._measure(action, cls)
        if self._told_before(quantity, measure) or action.attributes.get("effect") == "cut":
            return None  # a railway that "lost" a train had none suspended
        return self._make(rule, quantity, measure, quantity.subject, action)

    def _says_of_one(self, quantity: Quantity, action: Mark, cost: float) -> bool:
        """Tell whether `action` is near enough to a thing with a determiner, and makes a claim of it."""
        if cost > (NAMED_FAR_PASSIVE if self._is_subject(quantity, action) else NAMED_FAR):
            return False
        return may_be_one(self.tokens.words, quantity, action, self.marks, self.voices, self.pack)

    def _is_subject(self, quantity: Quantity, action: Mark) -> bool:
        """Tell whether the thing is all that the verb behind it can be of: "a warehouse with 260 tons of food burned down"."""
        if action.first < quantity.last or not (self.voices.is_passive(action) or action.attributes.get("side") == "before"):
            return False
        return not any(
            quantity.last <= mark.first < action.first
            and (mark.kind in ("site", "person", "weapon") or (mark.kind == "role" and mark.value == "clause")
                 or (mark.kind == "action" and not mark.attributes.get("weak")))
            for mark in self.marks
        )

    def _follows_part(self, quantity: Quantity) -> bool:
        """Tell whether the list that the thing stands in is one of parts: "among them two schools and a clinic"."""
        at = self.quantities.index(quantity)
        before = self.quantities[at - 1] if at else None
        return before is not None and before.part and before.group == quantity.group and before.cls == quantity.cls

    def _told_before(self, quantity: Quantity, measure: str) -> bool:
        """Tell whether the thing was counted before it is named: in this sentence, or as "the" thing of an earlier one."""
        words = self.tokens.words
        for assertion in self.assertions:
            whole = assertion.quantity
            if assertion.measure == measure and whole is not None and whole.form not in NAMED:
                if quantity.subject.startswith(whole.subject) and spells_out(words, quantity, whole):
                    return True
        return quantity.form == "definite" and (measure, quantity.subject) in self.discourse.told

    def _alarmed(self) -> bool:
        """Tell whether the sentence speaks of an alert or an attack: else nobody knows what lasted so many hours."""
        return not self.pack.has_role("alarm") or any(m.kind == "role" and m.value == "alarm" for m in self.marks) or bool(
            [m for m in self.marks if m.kind in ("weapon", "ignore")]
        )

    def _part_far(self, quantity: Quantity, action: Mark) -> float:
        """Return how far an action may be from "398 of these" and still govern it: a verb that follows may be far."""
        if action.first < quantity.last or ";" in self.tokens.words[quantity.last : action.first]:
            return _PART_FAR
        return NEAR

    def _overrides(self, quantity: Quantity, action: Mark, own: Mark) -> bool:
        """Tell whether what happened to "the wounded" says more than that they are wounded."""
        low, high = sorted((quantity.first, action.first))
        if self.governor.cost(action, quantity.first, quantity.last) > _OVERRIDE_FAR or any(
            low < other.first < high for other in self.quantities
        ):
            return False
        if action.value == "kill":
            return own.value == "injure" and action.first >= quantity.last and self._has_role("of", own.first)
        return action.value in ("hospitalise", "miss", "rescue", "evacuate") and own.value == "injure"

    def _has_role(self, value: str, last: int) -> bool:
        """Tell whether a word of that role ends just before the token `last`."""
        return any(mark.kind == "role" and mark.value == value and mark.last == last for mark in self.marks)

    def _governing(self, quantity: Quantity, cls: str, own: Mark | None = None) -> tuple[Mark | None, float]:
        """Return the action that governs `quantity`, other than the one in its own words ("the wounded"), and its cost."""
        best: Mark | None = None
        lowest = FAR + 1
        group = [other for other in self.quantities if other.group == quantity.group]
        position = group.index(quantity)
        for action in self.actions:
            if cls not in action.attributes["measures"] or action is own or self._is_of_another(action, quantity):
                continue
            if quantity.of is not None and action.attributes["measures"][cls] == "launched":
                continue  # "37 of the 44 drones sent at the region": the 44 were sent
            if action.first >= quantity.last and self._parted(quantity.last, action.first):
                continue
            cost = self.governor.cost(action, quantity.first, quantity.last)
            if action.last <= group[0].first:
                cost = min(cost, self.governor.cost(action, group[0].first, group[0].last) + 0.5 * position)
                side = "after"
            elif action.first >= group[-1].last:
                shared = self.governor.cost(action, group[-1].first, group[-1].last)
                cost = min(cost, shared + 0.5 * (len(group) - 1 - position))
                side = "before"
            else:
                side = "after" if action.last <= quantity.first else "before"
            if side == "after" and self._opens_clause(quantity, cls):
                continue
            if not self._labels(action, side) and not self._along(action, group[0]):
                cost += self.voices.against(action, cls, side)
            if side == "before" and self._claimed(quantity, action, cls):
                continue
            cost += 4 * self._others_between(quantity, action, cls)
            if cost < lowest:
                best, lowest = action, cost
        return best, lowest

    def _along(self, action: Mark, first: Quantity) -> bool:
        """Tell whether the list goes on behind its verb: "30 stalls were damaged, along with a bank and a kiosk"."""
        return any(
            mark.kind == "role" and mark.value == "along" and mark.last == first.first and 0 <= mark.first - action.last <= 1
            for mark in self.marks
        )

    def _labels(self, action: Mark, side: str) -> bool:
        """Tell whether the action is the label of what follows ("Lost from radar: 158"), whatever its voice."""
        return side == "after" and action.last < self.line.last and self.tokens.words[action.last] in (":", "—")

    def _claimed(self, quantity: Quantity, action: Mark, cls: str) -> bool:
        """Tell whether an action behind `quantity` is another number's: "шість, знищено одну", "88, 64 з яких збила"."""
        own = self.governor.cost(action, quantity.first, quantity.last)
        for other in self.quantities:
            if other is quantity or other.first < quantity.last or other.cls not in (None, cls):
                continue
            cost = self.governor.cost(action, other.first, other.last)
            if cost >= min(own, _CLAIMED) or other.group == quantity.group and other.last <= action.first:
                continue
            behind = other.first == action.last and not self.voices.is_passive(action)
            if behind or (other.cls is None and other.last <= action.first):
                return True
        return False

    def _others_between(self, quantity: Quantity, action: Mark, cls: str) -> int:
        """Return how many other counts of such things, its own parts apart, stand between `quantity` and `action`."""
        low, high = sorted((quantity.first, action.first))
        between = [
            other
            for other in self.quantities
            if other.group != quantity.group and low < other.first < high and other.cls in (cls, None)
            and (other.form not in NAMED or self._begins_clause(quantity, other))
        ]
        if between and cls == "weapon" and action.first > quantity.first:
            parts = self._parts(quantity)
            between = [other for other in between if other not in parts]
        # The subject of a clause of its own has that clause's verb.
        return sum(2 if other.form in NAMED else 1 for other in between)

    def _begins_clause(self, quantity: Quantity, other: Quantity) -> bool:
        """Tell whether a clause of its own begins between: "3,200 houses had no heating after a plant was damaged"."""
        return any(
            mark.kind == "role" and mark.value == "clause" and quantity.last <= mark.first < other.first for mark in self.marks
        )

    @staticmethod
    def _measure(action: Mark, cls: str) -> str:
        measure: str = action.attributes["measures"][cls]
        return measure

    def _whole_sent(self, quantity: Quantity) -> Assertion | None:
        """Read the whole of "of 48 drones fired from Crimea, 40 were downed": it was sent where the text says so."""
        for action in self.actions:
            if 0 <= action.first - quantity.last <= 2 and action.value == "launch" and quantity.cls == "weapon":
                return self._make("count.whole", quantity, "launched", quantity.subject, action)
        return None

    def _by_command(self, quantity: Quantity) -> Assertion | None:
        """Read the count of a regional command: "North – 64", "«Центр» — 37"."""
        at = quantity.first - 1
        if at <= self.line.first or self.tokens.words[at] not in ("—", "-", ":") or self.discourse.weapon_measure is None:
            return None
        beside = range(at - 1, at + 1)  # the name may be quoted
        if not any(mark.kind == "role" and mark.value == "command" and mark.last in beside for mark in self.marks):
            return None
        return self._make("count.by_command", quantity, self.discourse.weapon_measure, self.discourse.weapon, None)

    def _is_of_another(self, action: Mark, quantity: Quantity) -> bool:
        """Tell whether the action is in another count's own words behind a comma or colon: "Trzy kobiety, 30 rannych"."""
        return any(
            other.action is action
            and other.first > quantity.last
            and self.tokens.words[quantity.last] in (",", ":")
            for other in self.quantities
            if other is not quantity
        )

    def _opens_clause(self, quantity: Quantity, cls: str) -> bool:
        """Tell whether the quantity opens a clause whose verb comes last ("…, zwei Straßenbahnen wurden beschädigt")."""
        before = quantity.first - 1
        if not self.pack.verbs_last or before < self.line.first or self.tokens.words[before] not in (",", ";", "—"):
            return False
        finite = any(
            mark.kind == "role" and mark.value in ("aux", "perfect") and mark.first == quantity.last for mark in self.marks
        )
        return finite and any(action.first > quantity.last and cls in action.attributes["measures"] for action in self.actions)

    def _parted(self, first: int, last: int) -> bool:
        """Tell whether a semicolon stands in [first, last): a verb behind one has its own clause."""
        return ";" in self.tokens.words[first:last]

    def _paired(self, quantity: Quantity) -> Assertion | None:
        """Read a number and the place that it goes with: "45 over the Kursk region", "Сумщина — п'ять"."""
        place = self._place_beside(quantity)
        if place is None or (self.pack.capital_nouns and not self._bare_allowed(quantity)):
            return None
        quantity.place = place
        cls = quantity.cls
        action = self._sentence_action(quantity)
        if action is not None:
            measures = action.attributes["measures"]
            kind = cls or next((kind for kind in ("weapon", "person", "customer") if kind in measures), None)
            if kind is not None and kind in measures:
                return self._paired_as(quantity, measures[kind], kind, action)
        if self.discourse.header is not None:
            measures = self.discourse.header.attributes["measures"]
            kind = cls or next((kind for kind in ("weapon", "person", "customer") if kind in measures), None)
            if kind is not None and kind in measures:
                return self._paired_as(quantity, measures[kind], kind, self.discourse.header)
        previous = next(iter((self.assertions or self.discourse.last)[-1:]), None)
        if previous is not None and (cls is None or cls == previous.cls):
            return self._make("count.by_place", quantity, previous.measure, quantity.subject or previous.subject, None)
        return None

    def _paired_as(self, quantity: Quantity, measure: str, cls: str, action: Mark) -> Assertion | None:
        subject = quantity.subject
        if not subject:
            subject = {"person": "person", "customer": "customer"}.get(cls) or self._weapon(quantity, action)
        return self._make("count.by_place", quantity, measure, subject, None) if subject else None

    def _sentence_action(self, quantity: Quantity) -> Mark | None:
        counted = [a for a in self.actions if {"weapon", "person", "customer"} & a.attributes["measures"].keys()]
        before = [action for action in counted if action.last <= quantity.first]
        return before[-1] if before else (counted[0] if counted else None)

    def _place_beside(self, quantity: Quantity) -> Mark | None:
        """Return the place that a number stands with: "45 over the Kursk region", else "Сумщина — п'ять"."""
        places = [mark for mark in self.marks if mark.kind == "place"]
        following = (mark for mark in places if quantity.last <= mark.first <= quantity.last + 5)
        words = self.tokens.words
        for mark in following:
            if self._located(quantity, mark):
                return mark
        for mark in places:
            if mark.last == quantity.first and self._has_role("locative", mark.first) and self._ends_item(quantity):
                return mark  # "in Poltawa 1.100"
            between = words[mark.last : quantity.first]
            if 0 < len(between) <= 3 and between[0] in ("—", ":", "(", "-") and "," not in between:
                return mark
        return None

    def _ends_item(self, quantity: Quantity) -> bool:
        """Tell whether nothing follows the number in its item of a list."""
        at = quantity.last
        return at >= self.line.last or not self.tokens.words[at][0].isalnum() or self._joins(at)

    def _joins(self, token: int) -> bool:
        return any(mark.kind == "role" and mark.value == "and" and mark.first == token for mark in self.marks)

    def _located(self, quantity: Quantity, place: Mark) -> bool:
        """Tell whether a place follows a quantity in its clause, with "in", "over" or a dash before it."""
        gap = range(quantity.last, place.first)
        words = self.tokens.words[quantity.last : place.first]
        if words in _PAIRING or (len(words) == 2 and words[:1] in _PAIRING and words[1][0].isalpha()):
            return True  # "один — Республика Крым"
        if any(mark.kind == "site" and mark.first == place.last for mark in self.marks):
            return False  # "четверо в Еврейской больнице": a part of the name
        if any(self.tokens.words[at] in (",", ";", ".", ":") for at in gap):
            return False
        if any(action.first in gap for action in self.actions):
            return False
        return any(mark.kind == "role" and mark.value == "locative" and mark.first in gap for mark in self.marks)

    def _bare(self, quantity: Quantity) -> Assertion | None:
        if self._opens_with(quantity, "same") or self._of_unknown(quantity):
            return None  # "эти 22 уже учтены" were counted before
        more = self._more(quantity)
        if more is not None:
            return more
        if self._rises(quantity):
            figure = self._figure(quantity)
            if figure is not None:
                return figure
        best: tuple[float, str, Mark] | None = None
        for cls in self._bare_classes(quantity):
            action, cost = self._governing(quantity, cls)
            if action is not None and action.attributes.get("weak") and action.last <= quantity.first:
                continue
            if action is not None and quantity.part and action.last <= quantity.first:
                later = [other for other in self.actions if other.first >= quantity.last and cls in other.attributes["measures"]]
                if later and later[0].first - quantity.last <= 4:
                    action, cost = later[0], self.governor.cost(later[0], quantity.first, quantity.last)
            far = _PEOPLE_FAR if self._counts_people(quantity) else _BARE_FAR
            if action is not None and cost <= far and (best is None or cost < best[0]):
                best = (cost, cls, action)
        if best is None:
            return self._asked(quantity) or self._figure(quantity) or self._inherit(quantity)
        _, cls, action = best
        if (cls in _THING_CLASSES or self._of_figure(quantity)) and (figure := self._figure(quantity)) is not None:
            return figure
        if cls in ("site", "object") or (cls == "location" and self._is_fronted(action, quantity)):
            kind = self._kind_beside(quantity)
            if kind is None or kind[0] not in action.attributes["measures"] or not self._bare_allowed(quantity):
                return None
            return self._make("count.elided", quantity, self._measure(action, kind[0]), kind[1], action)
        subject = {"person": "person", "weapon": self._weapon(quantity, action)}.get(cls)
        if cls == "weapon" and not subject:
            # A heading may tell before any weapon is named; settled at the end (headings.py).
            if not self._bare_allowed(quantity) or (quantity.low, quantity.high) == _SEVERAL:
                return None
            return self._make(UNNAMED, quantity, self._measure(action, cls), "weapon", action)
        if not subject:
            if cls == "location" and action.value == "debris":
                subject = "area.location"
            elif cls == "customer":
                subject = "customer"
            else:
                return None
        if not (self._counts_people(quantity) or self._bare_allowed(quantity)) or (quantity.low, quantity.high) == _SEVERAL:
            return None
        if cls == "weapon" and quantity.low > _MOST_WEAPONS:
            return None
        return self._make("count.elided", quantity, self._measure(action, cls), subject, action)

    def _asked(self, quantity: Quantity) -> Assertion | None:
        """Read the answer to a question: "And the wounded? At least 64, says the prosecutor's office"."""
        header = self.discourse.header
        if header is None or self.discourse.header_paragraph != self.line.paragraph or not self._bare_allowed(quantity):
            return None
        if "person" not in header.attributes["measures"] or self.line.bullet or self.quantities[0] is not quantity:
            return None
        return self._make("count.headed", quantity, self._measure(header, "person"), "person", None)

    def _rises(self, quantity: Quantity) -> bool:
        """Tell whether a figure is said to rise or fall to the number ("die Zahl der Toten nach dem Angriff ist auf 27 gestiegen")."""
        figured = any(mark.kind == "role" and mark.value == "figure" and mark.last <= quantity.first for mark in self.marks)
        return figured and any(
            mark.kind == "role" and mark.value == "rise" and self._beside(mark, quantity) for mark in self.marks
        )

    def _beside(self, mark: Mark, quantity: Quantity) -> bool:
        """Tell whether `mark` stands within a few words of the quantity, in its clause."""
        first, last = sorted((mark.last, quantity.first)) if mark.first < quantity.first else (quantity.last, mark.first)
        return last - first <= _RISE_NEAR and "," not in self.tokens.words[first:last]

    def _of_figure(self, quantity: Quantity) -> bool:
        """Tell whether the number is one "of people": "the number of children killed is six" says who they are."""
        figure = next((m for m in self.marks if m.kind == "role" and m.value == "figure" and m.last <= quantity.first), None)
        return figure is not None and any(m.kind == "person" and m.first == figure.last for m in self.marks)

    def _figure(self, quantity: Quantity) -> Assertion | None:
        """Read a figure that is put anew: "he raised the total to 63", "the figure stood at 106", "then it was seven"."""
        figure = next((m for m in self.marks if m.kind == "role" and m.value == "figure" and m.last <= quantity.first), None)
        if figure is None and not self._counts_again(quantity) and not self._spoken(quantity):
            return None
        if not self._bare_allowed(quantity):
            return None
        if figure is not None:
            counted = next((a for a in self.actions if 0 <= a.first - figure.last <= 2 and "person" in a.attributes["measures"]), None)
            if counted is not None:
                who = [m.value for m in self.marks if m.kind == "person" and figure.last <= m.first < counted.first]
                return self._make("count.figure", quantity, self._measure(counted, "person"), (who or ["person"])[0], counted)
            things = [m for m in self.marks if m.kind in ("site", "weapon") and figure.last <= m.first <= figure.last + 3]
            if things:
                return self._figure_of_things(quantity, things[0])
        for earlier in (*reversed(self.assertions), *reversed(self.discourse.last)):
            if earlier.measure in _TOLLS and not earlier.subject.startswith("person."):
                return self._make("count.figure", quantity, earlier.measure, earlier.subject, None)
        return None

    def _spoken(self, quantity: Quantity) -> bool:
        """Tell whether somebody only "spoke of three" of what was counted before ("mówił o trzech", "von drei gesprochen")."""
        if self._at_clock(quantity):
            return True
        verbs = [mark for mark in self.marks if mark.kind == "report" and mark.value == "verbs"]
        if any(verb.last == quantity.first and verb.last - verb.first > 1 for verb in verbs):
            return True
        near = any(abs(verb.first - quantity.first) <= _SPOKEN_NEAR for verb in verbs)
        return near and self._has_role("spoken", quantity.first)

    def _of_unknown(self, quantity: Quantity) -> bool:
        """Tell whether the number is of a thing that the lexicon does not know ("ЗРК – 530")."""
        at = quantity.first - 1
        if at <= self.line.first or self.tokens.words[at] not in ("—", "-"):
            return False
        known = any(mark.first < at <= mark.last for mark in self.marks)
        return self.tokens.words[at - 1][0].isalpha() and not known

    def _at_clock(self, quantity: Quantity) -> bool:
        """Tell whether an hour and a dash stand before the number ("на 6:00 — трое", "в 14:05 – о тринадцати")."""
        at = quantity.first - (2 if self._has_role("spoken", quantity.first) else 1)
        if at <= self.line.first or self.tokens.words[at] not in ("—", "-"):
            return False
        return any(mark.last == at and mark.number is not None and mark.number.kind == "clock" for mark in self.marks)

    def _figure_of_things(self, quantity: Quantity, thing: Mark) -> Assertion | None:
        """Read the figure of things: "the number of damaged buildings is now 20"."""
        cls, subject = class_of(thing)
        action = next((a for a in self.actions if cls in a.attributes["measures"] and abs(a.first - thing.first) <= 2), None)
        if action is None:
            return None
        return self._make("count.figure", quantity, self._measure(action, cls), subject, None)

    def _counts_again(self, quantity: Quantity) -> bool:
        """Tell whether "it was", "it's" stands before the number, and nothing that it counts after it."""
        words, at = self.tokens.words, quantity.first
        last = at
        for mark in self.marks:
            if mark.kind == "role" and mark.value in ("aux", "perfect") and mark.last == at:
                last = mark.first
        again = words[last - 1] in self.pack.dummy_subjects if last < at and last > self.line.first else False
        return again or (at > self.line.first and words[at - 1] in self.pack.dummy_subjects and "'" in words[at - 1])

    def _more(self, quantity: Quantity) -> Assertion | None:
        """Read "ещё восемь посечены осколками": more of what was counted last, where the verb can count such things."""
        cls, subject = self._counted_before(quantity)
        if cls not in _MORE_CLASSES or not any(
            mark.kind == "role" and mark.value == "more" and quantity.first - 1 <= mark.first <= quantity.last
            for mark in self.marks
        ):
            return None
        action, cost = self._governing(quantity, cls)
        if action is None or cost > _BARE_FAR or self._counts_people(quantity):
            return None
        return self._make("count.more", quantity, self._measure(action, cls), subject, action)

    def _counted_before(self, quantity: Quantity) -> tuple[str | None, str]:
        """Return the class and the subject of the thing that stands before `quantity`, in its sentence or the last one."""
        counted = [done for done in self.assertions if done.quantity is not None and done.quantity.form not in NAMED]
        if counted:
            return counted[-1].cls, counted[-1].subject
        before = [mark for mark in self.marks if mark.last <= quantity.first and mark.kind in ("site", "person")]
        if before:
            return class_of(before[-1])
        previous = self.discourse.last[-1:]
        return (previous[0].cls, previous[0].subject) if previous else (None, "")

    def _counts_people(self, quantity: Quantity) -> bool:
        """Tell whether the number is of a form that only people are counted by ("двое", "п'ятеро")."""
        words = self.tokens.words[quantity.first : quantity.last]
        return any(word in self.pack.people_numbers for word in words)

    def _of_animals(self, quantity: Quantity) -> bool:
        """Tell whether animals are spoken of before the number: "of 190 cows, 83 were killed"."""
        return any(mark.kind == "animals" and mark.last <= quantity.first for mark in self.marks)

    def _bare_classes(self, quantity: Quantity) -> Sequence[str]:
        """Return what a number without a noun can count; "injuring 17 passengers, five of whom …" goes on with people."""
        if self._counts_people(quantity):
            return ("person",)
        at = self.quantities.index(quantity)
        if not (quantity.part and at and self.quantities[at - 1].cls == "person"):
            return _BARE_CLASSES
        return ("person",)

    def _acts_next(self, quantity: Quantity) -> bool:
        """Tell whether an action stands right after a part without a noun ("three of them were shot down")."""
        return any(0 <= action.first - quantity.last <= 4 for action in self.actions) or any(
            0 <= quantity.first - action.last <= 2 for action in self.actions
        )

    def _is_fronted(self, action: Mark, quantity: Quantity) -> bool:
        """Tell whether the things stand right before the verb and their number behind it: "хат пошкоджено сорок"."""
        fronted = any(mark.kind == "site" and mark.last == action.first for mark in self.marks)
        return fronted and action.last == quantity.first and not self.pack.articles

    def _kind_beside(self, quantity: Quantity) -> tuple[str, str] | None:
        """Return the class and subject of the things that a number without a noun is of: counted or only named.

        "Пошкоджено шість хат, дві зруйновано"; "будинків пошкоджено понад сорок".
        """
        neighbour = self._neighbour(quantity, ("site", "object"))
        if neighbour is not None:
            return (neighbour.cls, neighbour.subject) if neighbour.cls else None
        named = [
            mark
            for mark in self.marks
            if mark.kind == "site" and mark.last <= quantity.first and "generic" not in mark.attributes
        ]
        return class_of(named[-1]) if named else None

    def _bare_allowed(self, quantity: Quantity) -> bool:
        """Tell whether a number that stands alone can have a noun left out: no unknown word follows it."""
        at = quantity.last
        if at >= self.line.last:
            return True
        word = self.tokens.words[at]
        if word in ("—", "-") and at + 1 < self.line.last and self.tokens.words[at + 1][0].isalpha():
            at += 1  # "один — тяжко": what a dash adds must be known as well
        elif not word[0].isalnum():
            return word not in ("%", "°", "$", "€")
        more = next((mark for mark in self.marks if mark.first == at and mark.kind == "role" and mark.value == "more"), None)
        if more is not None and self.pack.capital_nouns and more.last < self.line.last:
            at = more.last if self.tokens.raw[more.last][0].isupper() else at  # "drei weitere Plätze"
        return any(mark.first == at for mark in self.marks)

    def _weapon(self, quantity: Quantity, action: Mark) -> str:
        """Return the weapon that a bare number counts: what the sentence, else the discourse, spoke of last."""
        parts = self._parts(quantity)
        if parts:
            return common_path(part.subject for part in parts) or "weapon"
        earlier = [q for q in self.quantities if q.cls == "weapon" and q.last <= quantity.first]
        if action.value in _OF_DRONES and any(_is_drone(other.subject) for other in earlier):
            return "weapon.drone"
        if earlier and quantity.low > max(other.low for other in earlier):
            return common_path(other.subject for other in earlier) or "weapon"
        if earlier:
            return earlier[-1].subject
        named = [
            m for m in self.marks if m.kind == "weapon" and m.last <= quantity.first and weapon_class(m.value) == "weapon"
        ]
        if named:
            return named[-1].value
        if action is self.discourse.header and self.discourse.header_subject is not None:
            return self.discourse.header_subject
        sent = common_path(self.discourse.launched) or "weapon" if self.discourse.launched else None
        if action.value in _OF_DRONES and sent == "weapon" and any(_is_drone(weapon) for weapon in self.discourse.launched):
            return "weapon.drone"
        if action.value == "launch" or sent is None or (action.value in _OF_DRONES and sent == "weapon"):
            return self.discourse.weapon
        return sent

    def _parts(self, quantity: Quantity) -> list[Quantity]:
        """Return the quantities that break `quantity` down, where they add up to it."""
        at = self.quantities.index(quantity)
        total, parts = 0, []
        for part in self.quantities[at + 1 :]:
            if part.cls != "weapon" or part.high is None:
                break
            total += part.low
            parts.append(part)
            if total == quantity.low:
                return parts if len(parts) > 1 else []
            if total > quantity.low:
                break
        return []

    def _neighbour(self, quantity: Quantity, classes: tuple[str, ...]) -> Quantity | None:
        at = self.quantities.index(quantity)
        for other in (*self.quantities[at + 1 :], *reversed(self.quantities[:at])):
            if other.cls in classes:
                return other
        return None

    # ---- quantities that lean on what came before ----

    def _measure_of_part(self, quantity: Quantity) -> str | None:
        """Return the measure that the words before a part name ("among the dead are two girls"), else that of the whole."""
        including = [
            mark
            for mark in self.marks
            if mark.kind == "role" and mark.value == "include" and mark.last <= quantity.first <= mark.last + _PART_NEAR
        ]
        for word in self.tokens.words[including[-1].first : including[-1].last] if including else ():
            for _, entry in self.pack.patterns.alone(word):
                if entry.kind == "action" and "person" in entry.attributes["measures"]:
                    measure: str = entry.attributes["measures"]["person"]
                    return measure
        return self._measure_of_whole("person")

    def _measure_of_whole(self, cls: str) -> str | None:
        measures = _PERSON_MEASURES if cls == "person" else _WEAPON_MEASURES
        for assertion in (*reversed(self.assertions), *reversed(self.discourse.last)):
            if assertion.measure in measures:
                return assertion.measure
        return None

    def _inherit(self, quantity: Quantity) -> Assertion | None:
        """Give a quantity without an action of its own the one that the list, the total or the whole goes on with."""
        cls = quantity.cls
        if cls is None:
            return None
        if cls == "weapon" and (striking := self._striking(quantity)) is not None:
            return self._make("count.striking", quantity, "hit", quantity.subject, striking)
        if cls == "weapon" and self._stopped_next(quantity):
            return self._make("count.sent", quantity, "launched", quantity.subject, None)
        if cls == "weapon" and self._announced(quantity):
            return self._make("count.announced", quantity, "launched", quantity.subject, None)
        if cls in ("site", "object") and quantity.part and (measure := self._measure_of_things()) is not None:
            return self._make("count.part", quantity, measure, quantity.subject, None)
        if cls == "customer" and not self.actions and self.line.paragraph - self.discourse.dark_paragraph <= 1:
            return self._make("count.listed", quantity, "without_power", "customer", None)
        header = self.discourse.header
        if header is not None and (self.line.bullet or self.discourse.header_paragraph >= self.line.paragraph - 1):
            measures = header.attributes["measures"]
            if cls in measures:
                quantity.place = self._place_beside(quantity)
                if self._is_cut_off(quantity):
                    return None
                return self._make("count.headed", quantity, measures[cls], quantity.subject, header)
        if cls in ("site", "object") and self._is_listed() and self._measure_of_things() is not None:
            return self._make("count.listed", quantity, "damaged", quantity.subject, None)
        if cls == "weapon" and self._aimed(quantity):
            return self._make("count.aimed", quantity, "launched", quantity.subject, None)
        if cls == "weapon" and quantity.low > 1 and self._reported_weapons():
            return self._make("count.reported", quantity, "launched", quantity.subject, None)
        if cls == "weapon" and self.discourse.weapon_measure is not None and self._continues():
            return self._make("count.continued", quantity, self.discourse.weapon_measure, quantity.subject, None)
        if cls in _LISTED and (measure := self._listed_measure(quantity, _LISTED[cls])) is not None:
            return self._make("count.listed", quantity, measure, quantity.subject, None)
        if quantity.subject == "weapon" and quantity.form == "counted" and self._continues():
            # "Звіт: 215 засобів нападу" speaks of all that was sent.
            return self._make("count.targets", quantity, "launched", quantity.subject, None)
        if cls == "weapon" and self.line.first == 0 and self._continues():
            # A heading that only says how many ("836 дронів за ніч") speaks of what was sent.
            return self._make("count.heading", quantity, "launched", quantity.subject, None)
        return None

    def _aimed(self, quantity: Quantity) -> bool:
        """Tell whether a target follows the weapons, and no verb is there: "8–10 ракет С-300 по городу", "50 дронов на Одессу"."""
        if self.discourse.weapon_measure is not None or any("weapon" in a.attributes["measures"] for a in self.actions):
            return False
        after = quantity.last + (self.tokens.words[quantity.last : quantity.last + 1] == ["»"])
        toward = [mark.last for mark in self.marks if mark.kind == "role" and mark.value == "toward" and mark.first == after]
        return any(
            mark.first in toward and (mark.kind == "place" or mark.value in ("settlement", "there")) for mark in self.marks
        )

    def _striking(self, quantity: Quantity) -> Mark | None:
        """Return the verb of the damage that weapons did: "дві ракети зруйнували гуртожиток" are two that hit."""
        for action in self.actions:
            if action.value in _HARMS and action.first >= quantity.last and not self.voices.is_passive(action):
                near = self.governor.cost(action, quantity.first, quantity.last) < _STOPPED_NEAR
                return action if near else None
        return None

    def _listed_measure(self, quantity: Quantity, classes: frozenset[str]) -> str | None:
        """Return the measure of the like counted before in the sentence, where the list goes on without a verb."""
        before = next((done for done in reversed(self.assertions) if done.cls in classes and done.quantity), None)
        if before is None or before.quantity is None:
            return None
        last = before.quantity.last
        if any(
            last <= action.first < quantity.first and not classes.isdisjoint(action.attributes["measures"])
            for action in self.actions
        ):
            return None
        return before.measure

    def _measure_of_things(self) -> str | None:
        """Return what the last things counted in this sentence or the one before underwent, for a part of them."""
        for assertion in (*reversed(self.assertions), *reversed(self.discourse.last)):
            if assertion.measure in _THING_MEASURES:
                return assertion.measure
            if assertion.measure in _AREA_MEASURES:
                return "damaged"
        return "damaged" if any(measure in _THING_MEASURES for measure, _ in self.discourse.told) else None

    def _is_listed(self) -> bool:
        """Tell whether the line is an item of a list of towns without a verb: "Hatne: six houses and a shop"."""
        if not self.line.opens or self.actions:
            return False
        place = next((mark for mark in self.marks if mark.kind == "place"), None)
        if place is None or place.last >= self.line.last or place.first - self.line.first > 2:
            return False
        return any(word in (":", "—", "-") for word in self.tokens.words[place.last : place.last + 2])

    def _reported_weapons(self) -> bool:
        """Tell whether one who counts weapons gives figures without a verb: "Air force: 389 drones, two Kh-31P"."""
        first = self.quantities[0].first
        if any("weapon" in action.attributes["measures"] and action.first < first for action in self.actions):
            return False
        if any(mark.kind == "role" and mark.value == "command" for mark in self.marks):
            return False
        counters = [mark for mark in self.marks if mark.kind == "source" and mark.value in _WEAPON_COUNTERS]
        return bool(counters) and not any(self._is_command(mark) for mark in counters)

    def _is_command(self, source: Mark) -> bool:
        """Tell whether the source is a regional command ("Air Command South"), which counts what it shot down."""
        words = self.tokens.words[source.first : source.last]
        found = [entry for word in words for _, entry in self.pack.patterns.alone(word)]
        return any(entry.kind == "role" and entry.value == "command" for entry in found)

    def _announced(self, quantity: Quantity) -> bool:
        """Tell whether somebody only speaks of so many weapons ("sprach von 93 Raketen und 200 Drohnen")."""
        for action in self.actions:
            between = sorted((quantity.last, action.first))
            if "weapon" in action.attributes["measures"] and not self._parted(*between):
                return False
        return self._spoken(min((q for q in self.quantities if q.group == quantity.group), key=lambda q: q.first))

    def _is_cut_off(self, quantity: Quantity) -> bool:
        """Tell whether the text breaks off before the place of an item whose list has places ("5 БПЛА – над терр")."""
        if quantity.place is not None or self.line.last < len(self.tokens) or not self.line.bullet:
            return False
        listed = self.discourse.last[-1:]
        return bool(listed) and listed[0].rule == "count.headed" and listed[0].place is not None

    def _continues(self) -> bool:
        """Tell whether the sentence has no verb of its own, so that it goes on with the one before."""
        if any("weapon" in action.attributes["measures"] for action in self.actions):
            return False
        known: set[int] = set()
        for mark in self.marks:
            if mark.kind == "role" and mark.value in ("aux", "perfect", "clause"):
                return False
            known.update(range(mark.first, mark.last))
        words = self.tokens.words
        unknown = sum(1 for at in range(self.line.first, self.line.last) if at not in known and words[at][0].isalpha())
        return unknown <= _MOST_UNKNOWN

    def _stopped_next(self, quantity: Quantity) -> bool:
        """Tell whether a number behind it says how many of these were stopped ("«Кинджали»: три, один збитий").

        One such number may stand behind a whole list: "Х-101 (77), «Калібри» (28) — разом 115, збито 99".
        """
        following = self.quantities[self.quantities.index(quantity) + 1 :]
        for other in following:
            if self._opens_with(other, "more"):
                return False  # "219 of the targets, while a further 184": two parts of one whole
            if other.cls is None and not self._is_total(other):
                action, cost = self._governing(other, "weapon")
                return action is not None and cost < _STOPPED_NEAR and action.value in _STOPS
            if other.cls != quantity.cls and not self._is_total(other):
                return False
        return False

    def _is_whole(self, quantity: Quantity, action: Mark) -> bool:
        """Tell whether fewer of the same stand before the verb: of "74 drones, 47 drones destroyed" the 74 were sent."""
        return action.value in _STOPS and any(
            quantity.last <= other.first < action.first
            and other.group != quantity.group
            and other.subject == quantity.subject
            and other.low < quantity.low
            for other in self.quantities
            if other.cls == "weapon"
        )

    def _is_total(self, quantity: Quantity) -> bool:
        """Tell whether "in all" stands before the number ("разом 115")."""
        return self._opens_with(quantity, "total")

    def _opens_with(self, quantity: Quantity, role: str) -> bool:
        """Tell whether a word of that role opens the quantity or stands right before it."""
        return any(
            mark.kind == "role" and mark.value == role and quantity.first - 2 <= mark.first <= quantity.first
            for mark in self.marks
        )

    def _total(self, quantity: Quantity) -> Assertion | None:
        """Read a total without a noun behind the list that adds up to it ("Х-101 (77), «Калібри» (28) — разом 105")."""
        if not self._is_total(quantity):
            return None
        parts: list[Quantity] = []
        for part in reversed(self.quantities[: self.quantities.index(quantity)]):
            if part.cls != "weapon":
                break
            parts.append(part)
        if not parts and not self.actions and self.discourse.weapon_measure is not None and self._counts_up(quantity):
            return self._make("count.total", quantity, self.discourse.weapon_measure, self.discourse.weapon, None)
        if len(parts) < _FEWEST_PARTS or sum(part.low for part in parts) != quantity.low:
            return None
        measures = {assertion.measure for assertion in self.assertions if assertion.quantity in parts}
        if len(measures) != 1:
            return None
        quantity.cls, quantity.subject = "weapon", common_path(part.subject for part in parts) or "weapon"
        return self._make("count.total", quantity, measures.pop(), quantity.subject, None)

    def _counts_up(self, quantity: Quantity) -> bool:
        """Tell whether a total closes the sentence, and no less than what was counted last ("Итого за ночь — 23")."""
        at = quantity.last
        closes = at >= self.line.last or not self.tokens.words[at][0].isalnum()
        return closes and all(quantity.low > (done.low or 0) for done in self.discourse.last if done.measure in _WEAPON_MEASURES)

    def _header(self) -> None:
        """Keep the action of a heading for the lines below it, until a line has one of its own."""
        if self.line.heads or self._is_heading():
            self.discourse.header = self.actions[-1] if self.actions else self.discourse.header
            self.discourse.header_paragraph = self.line.paragraph
            counted = [quantity.subject for quantity in self.quantities if quantity.cls == "weapon"]
            self.discourse.header_subject = common_path(counted) or None if counted else None
            weapons = [mark.value for mark in self.marks if mark.kind == "weapon"]
            if weapons and not self.quantities:
                self.discourse.weapon = weapons[0]
        elif not self.line.bullet and self.line.paragraph != self.discourse.header_paragraph and self.assertions:
            self.discourse.header = None
        elif self.line.bullet and self.discourse.header is not None:
            self.discourse.header_paragraph = self.line.paragraph

    def _heading_action(self) -> Mark | None:
        """Return the action of the heading that the line is an item of."""
        return self.discourse.header if self.line.bullet and not self.actions else None

    def _is_heading(self) -> bool:
        """Tell whether the line is a heading without a colon: an action in capitals, and nothing counted."""
        if not self.line.opens or not self.actions or self.quantities:
            return False
        if self.tokens.words[self.line.last - 1] == "?":
            return True  # "And the wounded?"
        raw = self.tokens.raw[self.line.first : self.line.last]
        return len(raw) <= _LONGEST_HEADING and not any(word.islower() for word in raw if word[0].isalpha())

    # ---- what a quantity brings with it ----

    def _wholes(self, quantity: Quantity, assertion: Assertion) -> None:
        """Add the whole of "34 of the 36 drones" as launched: whatever was stopped had been sent."""
        if quantity.of_span is None or quantity.of is None:
            return
        if assertion.measure in ("shot_down", "intercepted", "suppressed", "hit") and quantity.cls in ("weapon", None):
            first, last = quantity.of_span
            self.assertions.append(
                Assertion("count.whole", "launched", assertion.subject, quantity.of, None if quantity.of_open else quantity.of, first, last)
            )

    def _breakdowns(self) -> None:
        """Keep the places of the parts from their total: "сбиты 14 БПЛА: 12 – над Курской областью, два – над Крымом"."""
        for total, part in pairwise(self.assertions):
            whole, first = total.quantity, part.quantity
            if whole is None or first is None or total.measure != part.measure or first.first < whole.last:
                continue
            opened = first.part or ":" in self.tokens.words[whole.last : first.first]
            if first.low >= whole.low:
                continue
            if (bracketed := self._bracketed(first)) is not None:
                total.reach = bracketed.first
            elif opened and self._place_beside(first) is not None:
                total.reach = first.first

    def _make(
        self, rule: str, quantity: Quantity, measure: str, subject: str, action: Mark | None
    ) -> Assertion:
        first, last = quantity.first, quantity.last
        if action is not None and self.line.first <= action.first and action.last <= self.line.last:
            first, last = min(first, action.first), max(last, action.last)
            if self.tokens.ends[last - 1] - self.tokens.starts[first] > 160:
                first, last = quantity.first, quantity.last
        if subject == "person":
            subject = self._occupation(quantity, measure)
        if measure == "without_power":
            subject = "customer"  # people and homes without power are all customers
        return Assertion(
            rule, measure, subject, quantity.low, quantity.high, first, last, quantity=quantity, action=action,
            approx=quantity.approx, of=quantity.of, effect=action.attributes.get("effect") if action else None,
            place=quantity.place,
        )  # fmt: skip

    def _occupation(self, quantity: Quantity, measure: str) -> str:
        """Return who a person is that is only counted: "killed eight railway workers and wounded 25", "three colleagues"."""
        colleague = any(
            mark.kind == "role" and mark.value == "colleague" and quantity.first <= mark.first <= quantity.last + 1
            for mark in self.marks
        )
        killed = bool(self.assertions) and self.assertions[-1].measure == "killed" and measure == "injured"
        if not colleague and (quantity.noun is not None or not killed):
            return "person"
        earlier = (*reversed(self.assertions), *(reversed(self.discourse.last) if colleague else ()))
        before = next((told.subject for told in earlier if told.subject.startswith("person")), "person")
        return before if before in _OCCUPATIONS else "person"

    def _remember(self, assertion: Assertion) -> None:
        if assertion.low == 1:
            self.discourse.told.add((assertion.measure, assertion.subject))
        if assertion.quantity is not None and assertion.quantity.form in NAMED or assertion.rule == UNNAMED:
            return
        if assertion.measure in _WEAPON_MEASURES:
            if assertion.measure == "launched":
                if self.discourse.weapon_measure not in (None, "launched"):
                    self.discourse.launched = []
                self.discourse.launched.append(assertion.subject)
            self.discourse.weapon = assertion.subject
            self.discourse.weapon_measure = assertion.measure
        elif assertion.measure in _PERSON_MEASURES:
            self.discourse.person_measure = assertion.measure
        self.discourse.last = [*self.discourse.last[-4:], assertion]
