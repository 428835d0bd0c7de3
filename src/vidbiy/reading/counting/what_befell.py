"""What befell a thing that is counted, where its verb says it in a word of its own: struck, started, met."""

from __future__ import annotations

from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.subjects import common_path
from vidbiy.reading.words.annotation import Mark

__all__ = ["ANY_SITE", "kind_spoken_of", "met_then", "of_any_sites", "of_piece", "struck"]

_ENDS = frozenset({"shoot_down", "destroy", "intercept", "suppress", "leave", "hit"})
ANY_SITE = "site"


def met_then(sentence: Sentence, quantity: Quantity, sent: Mark) -> Mark | None:
    """Return the verb of what became of weapons of which a participle says that they were sent.

    "Three missiles fired from ships had crossed the border", "ten drones launched at the port were shot down".
    """
    if not sentence.pack.word_order or sent.first != quantity.last or sent.attributes.get("side") is not None:
        return None
    later = next((one for one in sentence.actions if one.first >= sent.last and one.value in _ENDS), None)
    if later is None or any(sent.last <= other.first < later.first for other in sentence.quantities):
        return None
    between = sentence.words[sent.last : later.first]
    joined = any(
        sent.last <= mark.first < later.first
        for value in ("and", "clause", "relative")
        for mark in sentence.of_role(value)
    )
    verb = later.value == "hit" or sentence.role_before(later.first, "aux", "perfect") is not None
    return later if verb and not joined and "," not in between else None


def of_any_sites(sentence: Sentence, quantity: Quantity, action: Mark, measure: str) -> tuple[str, str]:
    """Return the subject and measure of sites of no named kind, which are only where: "29 дронов поразили 14 объектов"."""
    if measure == "fire":
        return "area.location", measure
    strikers = any(one.cls in ("weapon", None) and one.last == action.first for one in sentence.quantities)
    struck = action.value == "hit" and action.last <= quantity.first and strikers
    return ("area.location", "hit_locations") if struck else (ANY_SITE, measure)


def of_piece(sentence: Sentence, quantity: Quantity, piece: Mark, measure: str) -> str:
    """Count the house that the pieces are of ("в пяти подъездах девятиэтажки"), which is damaged where they are gone."""
    house = sentence.at(piece.last, "site")
    if house is not None and not house.attributes.get("plural"):
        quantity.low = quantity.high = 1
    return "damaged" if measure == "destroyed" else measure


def struck(sentence: Sentence, quantity: Quantity) -> str:
    """Return what struck: "два прилёта «шахедов»", "ударили ракетами С-300, насчитали четыре прилёта"."""
    if quantity.cls == "start":
        return _started(sentence, quantity)
    if quantity.cls != "impact":
        return quantity.subject
    weapons = [mark for mark in sentence.of_kind("weapon") if not mark.attributes.get("weak")]
    after = [mark for mark in weapons if 0 <= mark.first - quantity.last <= 1]
    before = [mark for mark in weapons if mark.last <= quantity.first]
    struck = after[:1] or before
    counted = {one.subject for one in sentence.quantities if one.cls == "weapon" and one.last <= quantity.first}
    if not after and len(counted) > 1:
        return common_path(counted) or quantity.subject  # drones and missiles struck
    return struck[-1].value if struck else quantity.subject


def _started(sentence: Sentence, quantity: Quantity) -> str:
    """Return what was launched: "54 launches of drones", else the only weapon just said to have been sent."""
    after = [mark for mark in sentence.of_kind("weapon") if 0 <= mark.first - quantity.last <= 1]
    if after and quantity.subject == "weapon":
        return after[0].value
    sent = set(sentence.discourse.launched)
    return sent.pop() if len(sent) == 1 and quantity.subject == "weapon" else quantity.subject


def kind_spoken_of(sentence: Sentence, quantity: Quantity) -> str:
    """Return the subject of "24 of the drones": where one kind of drone was launched before, it is those."""
    noun = quantity.noun
    if quantity.cls == "weapon" and sentence.role(quantity.first, "all") is not None:
        sent = (done for done in sentence.told() if done.measure == "launched" and done.low == quantity.low)
        whole = next((done.subject for done in sent if done.subject.startswith(quantity.subject)), None)
        if whole is not None:
            return whole  # "eight cruise missiles … all eight missiles were downed"
    if quantity.cls != "weapon" or noun is None or noun.first - 2 < sentence.line.first:
        return quantity.subject
    if sentence.role_before(noun.first - 1, "of") is None or sentence.before(noun.first, "article") is None:
        return quantity.subject
    kinds = {sent for sent in sentence.discourse.launched if sent.startswith(quantity.subject)}
    return kinds.pop() if len(kinds) == 1 else quantity.subject
