"""Who tells it, where and when: the second phase of a reading, from the assertions of sentences to claims.

"За словами мера, у Харкові двоє поранених": the mayor of Kharkiv speaks, of Kharkiv; the time is the document's.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.sources import Sources
from vidbiy.model import TimePrecision
from vidbiy.reading.assertions import Assertion
from vidbiy.reading.places.mention import Mention
from vidbiy.reading.places.nearness import Scene
from vidbiy.reading.places.where import Places
from vidbiy.reading.record import Record
from vidbiy.reading.said import Said
from vidbiy.reading.speakers.attribution import Attribution
from vidbiy.reading.speakers.offices import Offices
from vidbiy.reading.speakers.speakers import SpeakerTracker
from vidbiy.reading.story import Page
from vidbiy.reading.times.periods import Period
from vidbiy.reading.times.times import Moments, TimeTracker
from vidbiy.reading.words.annotation import Mark

__all__ = ["Telling"]


# Who says of the attack what it was aimed at.
_ATTACKERS = frozenset({"ru-mod", "ru-kremlin"})


class Telling:
    """Follows speaker, place and time through the sentences of one document."""

    def __init__(self, page: Page, said: Sequence[Said], pack: LanguagePack, record: Record) -> None:
        document, tokens = page.document, page.tokens
        self._said, self._record = said, record
        self._sources = Sources.load()
        self._framed: set[str] = set()  # whose statement there is already
        self._times = TimeTracker(
            tokens, document.published, page.annotations.marks, capital_months=pack.capital_months
        )
        title = page.title() if document.title else None
        if title is not None:
            self._times.head(*title)
        self._summed: str | None = None  # the place of a sum over a long time, for the sentences that go on with it
        self._spoken = page.spoken()
        self._places = Places(tokens, self._spoken)
        self._offices = Offices(tokens, self._spoken.atlas)
        self._speakers = SpeakerTracker(
            tokens,
            said,
            self._offices.resolve,
            story=document.source is None,
            drops_pronouns=not pack.articles,
            verbs_last=pack.verbs_last,
        )

    def tell(self) -> None:
        """Add the claims of all sentences to the record."""
        for sentence in self._said:
            self._tell(sentence)

    def _tell(self, sentence: Said) -> None:
        spoken = self._spoken
        mentions = spoken.begin(sentence)
        voices = self._speakers.attribute(sentence, spoken.around(mentions))
        moments = self._times.read(sentence, spoken.start)
        placed: list[tuple[Assertion, str | None]] = []
        own = {id(one.period) for one in moments.named}
        for assertion in sentence.assertions:
            attribution, period = voices.of(assertion.told), moments.of(assertion.told)
            total = period.precision is TimePrecision.OPEN
            scene = self._scene(sentence, mentions, attribution, attributed=bool(voices.named), total=total)
            scene.quoted = voices.kept is not None
            scene.recalled = period.background or period.precision is TimePrecision.MONTH
            goes_on = total and not mentions and id(period) not in own
            place = self._summed if goes_on and self._summed else self._places.place(assertion, scene)
            self._summed = place if total else None
            if _boasts(assertion, place, scene.speaker):
                continue
            placed.append((assertion, place))
            self._record.add(assertion, place, attribution, period, sentence.marks)
        if not placed:
            self._statement(sentence, voices.last, moments)
        spoken.end(mentions, placed)

    def _scene(
        self,
        sentence: Said,
        mentions: Sequence[Mention],
        attribution: Attribution | None,
        *,
        attributed: bool,
        total: bool,
    ) -> Scene:
        speaker = self._record.speaker(attribution)
        about = attribution.place if attribution is not None else None
        office = self._offices.place(speaker) if speaker is not None else about
        return Scene(sentence, mentions, speaker, office, attributed, total)

    def _statement(self, sentence: Said, attribution: Attribution | None, moments: Moments) -> None:
        """Keep what a head of state says of the attack without a figure ("the Kremlin reiterated …"), once."""
        line = sentence.line
        if attribution is None or attribution.speaker is None or not line.first <= attribution.first < line.last:
            return
        speaker = attribution.speaker
        if (
            not _OF_FACTS.isdisjoint(sentence.kinds)
            or speaker in self._framed
            or not self._sources.frames(speaker)
            or _denies_saying(sentence.marks)
            or "this" in sentence.values
        ):
            return
        self._framed.add(speaker)
        statement = Assertion("statement.framed", "statement", "statement", None, None, line.first, line.last)
        period: Period = moments.of(line.first)
        self._record.add(statement, self._places.ground(speaker), attribution, period, sentence.marks)


# What a statement that frames the attack does not speak of.
_OF_FACTS = frozenset({"front", "site"})


def _boasts(assertion: Assertion, place: str | None, speaker: str | None) -> bool:
    """Tell whether the attacker only names what it says it struck ("it had hit a depot of Western weapons"): no damage."""
    if speaker not in _ATTACKERS or assertion.measure != "damaged":
        return False
    if place is not None and place != "RU" and not place.startswith("UA"):
        return False  # what was struck in a region of Russia was not its own aim
    return assertion.action is not None and assertion.action.value in ("hit", "attack") and assertion.of is None


def _denies_saying(marks: Sequence[Mark]) -> bool:
    """Tell whether a verb of saying is negated: "did not respond to a request for comment"."""
    negations = [mark.last for mark in marks if mark.kind == "role" and mark.value == "negation"]
    verbs = [mark.first for mark in marks if mark.kind == "report" and mark.value == "verbs"]
    return any(0 <= verb - negation <= 1 for verb in verbs for negation in negations)
