"""What stands around the names of places in a sentence: "in" and "from" before, offices, verbs of saying beside.

A name of a place says many other things than where something happened: whose mayor speaks ("Kharkiv governor"), which
government claims something ("Moscow said").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from vidbiy.reading.places.atlas import CAPITALS
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["Surroundings"]

_GAP = 3
_REACH = 8
# A name of so large a city is rather the city than the plain word it looks like.
_LARGE = 100_000
_OFFICE = 5
_HEADS = frozenset({"—", ":"})
# "Kharkiv: mayor Terekhov said": what parts a name from an office that is not of it, or a label from its line.
_APART = ([","], [":"], ["—"])
# "the embassy of the Republic": so many words may stand before whose it is.
_EMBASSY, _EMBASSY_GAP = "site.diplomatic", 2
_STAMPS = frozenset({"number", "time"})
_SPEAKERS = frozenset({"office", "source"})
# A noun with these endings does not agree with an adjective after "in" ("в Деснянском удары", not "районе").
_NOT_AGREEING = tuple("аоыєябвгджзклмнпрстфхцчшщйь")
# Without these nobody says that a hospital was struck.
_HOSPITAL, _STRIKING = (
    "site.medical",
    frozenset({"hit", "launch", "attack", "damage", "ruin", "destroy", "burn", "debris"}),
)
# Verbs of bringing somebody somewhere; so many words may stand before the place ("перевезли вертолётом в Киев").
_TAKING, _TAKEN_REACH = frozenset({"hospitalise", "evacuate"}), 2
# "in the city's clinic": one is in a hospital that such a word stands before; "turned a clinic in Sumy to rubble" has none.
_INSIDE, _INSIDE_REACH = ("locative", "inside", "stop", "from", "of", "at"), 2
# After "в" the other endings are those of where one was brought.
_LOCATIVE_ENDINGS = ("е", "и", "і", "ї", "ах", "ях", "ом", "ому", "ем", "ой", "ей")
# "Kyiv's top brass reckon": so far stands the verb of saying behind a possessive.
_POSSESSED = 3
_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”“"')
_ROLES = {"onto": "locative"}
_JOINING = frozenset({"and", "or", "locative", "of"})
_SAYING = frozenset({"verbs", "according", "called", "this"})


class Surroundings:
    """The marks of one sentence, as the search for places asks for them."""

    def __init__(self, tokens: Tokens, line: Line, marks: Sequence[Mark], start: int) -> None:
        self.tokens, self.line, self.start = tokens, line, start
        self._marks = marks
        self._kinds: dict[str, list[Mark]] = {}
        for mark in marks:
            self._kinds.setdefault(mark.kind, []).append(mark)
        self.roles: dict[str, set[int]] = {}  # by role, the tokens before which it stands
        self.joining: set[int] = set()
        self.linking: set[int] = set()
        for mark in self._kinds.get("role", ()):
            self.roles.setdefault(_ROLES.get(mark.value, mark.value), set()).add(mark.last)
            if mark.value in _JOINING:
                self.joining.update(range(mark.first, mark.last))
            elif mark.value == "which":
                self.linking.add(mark.first)
        # By their first token; what is counted stands at their last.
        self.numbers = {mark.first: mark.last for mark in self._kinds.get("number", ())}
        self.head = self._behind_stamps(start)  # where the sentence begins, its time stamp left out
        counted = self.numbers.values()  # "2,200 residents of the Rylsk district" do not speak
        self._speakers = [mark for mark in marks if mark.kind in _SPEAKERS and mark.first not in counted]
        self._metonyms = {mark.first: mark.value for mark in self._kinds.get("metonym", ())}
        # The tokens behind a word for a street.
        self._streets = {mark.last for mark in self._kinds.get("void", ()) if mark.value == "street"}

    def _behind_stamps(self, head: int) -> int:
        if not _STAMPS.isdisjoint(self._kinds):
            for mark in self._marks:
                if mark.kind in _STAMPS and self._only_marks(head, mark.first):
                    head = max(head, mark.last)
        return head

    @cached_property
    def covered(self) -> frozenset[int]:
        """The tokens that are anything known."""
        return frozenset(at for mark in self._marks for at in range(mark.first, mark.last))

    @cached_property
    def articles(self) -> frozenset[int]:
        """The tokens that are articles."""
        return frozenset(mark.first for mark in self._kinds.get("article", ()))

    @cached_property
    def definite(self) -> frozenset[int]:
        """The tokens that are definite articles ("the")."""
        return frozenset(mark.first for mark in self._kinds.get("article", ()) if mark.value == "definite")

    @cached_property
    def apposed(self) -> frozenset[int]:
        """The tokens of "a village", "a town": what follows only says where the place before is."""
        indefinite = self.articles - self.definite
        nouns = [mark for mark in self._kinds.get("anaphor", ()) if mark.first - 1 in indefinite]
        return frozenset(at for mark in nouns for at in range(mark.first - 1, mark.last))

    @cached_property
    def _reports(self) -> frozenset[int]:
        reports = self._kinds.get("report", ())
        return frozenset(mark.first for mark in reports if mark.value in _SAYING)

    def is_auxiliary(self, token: int) -> bool:
        """Tell whether a verb like "were" begins at `token`."""
        return any(mark.first == token and mark.value == "aux" for mark in self._kinds.get("role", ()))

    def nouns(self, *values: str) -> list[int]:
        """Return the first tokens of nouns like "region", "settlement"."""
        return [mark.first for mark in self._kinds.get("noun", ()) if mark.value in values]

    def _only_marks(self, first: int, last: int) -> bool:
        return not any(self.tokens.words[at][0].isalnum() for at in range(first, last))

    def after_role(self, role: str, token: int, gap: int) -> bool:
        """Tell whether `role` ends at most `gap` tokens before `token`."""
        ends = self.roles.get(role)
        return ends is not None and not ends.isdisjoint(range(token - gap, token + 1))

    def of_street(self, mark: Mark) -> bool:
        """Tell whether a name is that of a street: "на улице Кирова", "ул. Самарская"."""
        before = mark.first - (1 if self.tokens.words[mark.first - 1] == "." else 0)
        return before in self._streets

    def of_embassy(self, mark: Mark) -> bool:
        """Tell whether a country only says whose embassy it is: "ambasada Kataru", "the embassy of Qatar"."""
        if "-" in mark.value:
            return False
        gap = range(mark.first - _EMBASSY_GAP, mark.first + 1)
        return any(site.value == _EMBASSY and site.last in gap for site in self._kinds.get("site", ()))

    def is_destination(self, mark: Mark) -> bool:
        """Tell whether somebody was taken to the place, not found there: "госпитализировали в Курск", not "в Курске"."""
        if self._is_of_hospital(mark):
            return True
        if not self.after_role("inside", mark.first, 0) or self.tokens.words[mark.last - 1].endswith(_LOCATIVE_ENDINGS):
            return False
        before = mark.first - 1
        return any(
            other.kind == "action" and other.value in _TAKING and 0 <= before - other.last <= _TAKEN_REACH
            for other in self._marks
        )

    def is_origin_of_people(self, mark: Mark) -> bool:
        """Tell whether people were taken from the place: "evacuation of 34 residents from Krasnopillia"."""
        taken = any(action.value in _TAKING for action in self._kinds.get("action", ()))
        return taken and self.after_role("from", mark.first, 0)

    def _is_of_hospital(self, mark: Mark) -> bool:
        """Tell whether the place is that of a hospital where somebody is: "находится в горбольнице № 2 Белгорода"."""
        near = any(
            other.value == _HOSPITAL
            and 0 <= mark.first - other.last <= _TAKEN_REACH
            and any(self.after_role(role, other.first, _INSIDE_REACH) for role in _INSIDE)
            for other in self._marks
        )
        return near and not any(other.kind == "action" and other.value in _STRIKING for other in self._marks)

    def leads(self, token: int) -> bool:
        """Tell whether only a preposition and marks stand before `token`, in its sentence or behind a semicolon."""
        words = self.tokens.words
        for at in range(token - 1, self.head - 1, -1):
            if words[at] == ";":
                return True
            if at not in self.joining and words[at][0].isalnum():
                return False
        return True

    def is_quoted_name(self, mark: Mark) -> bool:
        """Tell whether a name in quotation marks is that of a site before it, or of a station: "ТЭЦ «Луч»"."""
        words = self.tokens.words
        if mark.last >= len(words) or words[mark.first - 1] not in _OPENING or words[mark.last] not in _CLOSING:
            return False
        if any(other.value == "service.transit" for other in self._kinds.get("service", ())):
            return True
        settlement = mark.place is not None and all(one.kind == "settlement" for one in mark.place.candidates)
        return settlement and any(other.last == mark.first - 1 for other in self._kinds.get("site", ()))

    def names_plainly(self, mark: Mark) -> bool:
        """Tell whether a plain word is a name here: right after "in", or all that a line says."""
        return self.after_role("locative", mark.first, 0) or self.labels(mark) or self._opens_with_city(mark)

    def _opens_with_city(self, mark: Mark) -> bool:
        """Tell whether a large city opens the sentence before a comma: "Суми, ніч на 3 березня"."""
        words, match = self.tokens.words, mark.place
        if match is None or mark.last >= self.line.last or words[mark.last] != ",":
            return False
        return self.leads(mark.first) and match.candidates[0].population >= _LARGE

    def leads_to(self, token: int) -> bool:
        """Tell whether a token is a preposition that is neither "and" nor "or"."""
        return token in self.covered and not any(token + 1 in self.roles.get(role, ()) for role in ("and", "or"))

    def stands_alone(self, mark: Mark) -> bool:
        """Tell whether a verb or a mark follows a name right after "in": no noun that it could belong to."""
        at = mark.last
        ends = self._ends(at) or self.tokens.words[at].endswith(_NOT_AGREEING)
        return ends and self.after_role("locative", mark.first, 0)

    def is_meant_area(self, mark: Mark) -> bool:
        """Tell whether "the district", "громаді" is the one spoken of: right after "in", with nothing that says which."""
        around = self.after_role("locative", mark.last + 1, 0)  # "in the district around it"
        return (self._ends(mark.last) or around) and self.after_role("locative", mark.first, 0)

    def _ends(self, at: int) -> bool:
        """Tell whether a verb, a number, a clause or a mark begins at a token, or the sentence ends before it."""
        return (
            at >= self.line.last
            or any(
                mark.first == at and (mark.kind in ("action", "number") or mark.value in ("clause", "where"))
                for mark in self._marks
            )
            or not self.tokens.words[at][0].isalnum()
        )

    def heads(self, last: int) -> bool:
        """Tell whether a name that ends there opens what follows it: "в Одесі — двоє", "Суми: троє"."""
        return last < self.line.last and self.tokens.words[last] in _HEADS

    def labels(self, mark: Mark) -> bool:
        """Tell whether a name is all that a sentence says, or what it says before a colon."""
        words, last = self.tokens.words, mark.last
        return self.leads(mark.first) and (last >= self.line.last or words[last] in (".", ":", "—"))

    def of_speaker(self, mark: Mark) -> bool:
        """Tell whether the place only names a speaker ("Kyiv's mayor", "governor of the Odesa region")."""
        words = self.tokens.words
        capital = mark.value in CAPITALS.values()
        for other in self._speakers:
            if capital and other.kind == "source" and 0 <= mark.first - other.last <= 1:
                return True  # "the air force in Kyiv"
            before = other.first - mark.last
            if 0 <= before <= 1:
                if not self.after_role("locative", mark.first, 1) and words[mark.last : other.first] not in _APART:
                    return True
            elif other.first <= mark.first < other.last:
                return True
            elif 0 <= mark.first - other.last <= 2 and self._plain(other.last, mark.first):
                return self._speaks(other, mark.last)
            elif 0 <= mark.first - other.last <= _OFFICE and other.value.endswith("-" + mark.value):
                return True  # "Serhii Lysak, chief of the Dnipropetrovsk region"
        return False

    def names_office(self, mark: Mark) -> bool:
        """Tell whether a name begins that of whoever speaks, an adjective between at most."""
        return any(0 <= other.first - mark.last <= 1 for other in self._speakers)

    def of_office(self, mark: Mark) -> bool:
        """Tell whether "the city", "the region" only says whose head speaks: "the region's governor", "its head"."""
        for other in self._speakers:
            if other.last == mark.first or self._sits_in(other, mark):
                return True  # "у прокуратурі області", "officials in Ukraine's second-largest city said"
            if other.kind == "office" and (
                0 <= other.first - mark.last <= 1
                or (0 < mark.first - other.last <= 2 and self._plain(other.last, mark.first))
            ):
                return True
        return False

    def _sits_in(self, speaker: Mark, mark: Mark) -> bool:
        """Tell whether "in" stands between a speaker and "the city", a verb of saying behind, and nothing else known."""
        if not speaker.last < mark.first <= speaker.last + _REACH or mark.last not in self._reports:
            return False
        return not self.roles.get("locative", set()).isdisjoint((speaker.last + 1, speaker.last + 2)) and not any(
            other.kind in ("action", "number", "report") and speaker.last < other.first < mark.first
            for other in self._marks
        )

    def _speaks(self, speaker: Mark, end: int) -> bool:
        """Tell whether a verb of saying stands by a speaker and the place after it ("police in Kharkiv said")."""
        return any(end <= at <= end + _REACH or speaker.first - _GAP <= at < speaker.first for at in self._reports)

    def _plain(self, first: int, last: int) -> bool:
        return all(self.tokens.words[at][0].isalpha() for at in range(first, last))

    def is_metonym(self, mark: Mark) -> bool:
        """Tell whether a capital or a country stands for its government ("Moscow said", "Russia launched")."""
        value = self._metonyms.get(mark.first)
        if value is None or self.after_role("locative", mark.first, 1) or self.labels(mark):
            return False
        if any(one.last == mark.first for one in self._kinds.get("action", ())):
            return False  # "returned to Russia"
        # "Moscow said", "podaje Kijów", "Kyiv's top brass reckon"
        far = _POSSESSED if self.possesses(mark) else 2
        return value == "ru-mod" or not self._reports.isdisjoint(
            (mark.first - 1, *range(mark.last, mark.last + far + 1))
        )

    def possesses(self, mark: Mark) -> bool:
        """Tell whether a name stands in the possessive: "Russia's sixth mass strike"."""
        return self.tokens.words[mark.last - 1].endswith(("'s", "’s"))
