"""The reader: a document in, its claims out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.places import Gazetteer
from vidbiy.lexicon.sources import Sources, holds
from vidbiy.model import Claim, Document, Effect, Measure, Modality
from vidbiy.reading.annotation import Annotator, Mark
from vidbiy.reading.assertions import Assertion, Discourse, assert_sentence
from vidbiy.reading.governing import Governor
from vidbiy.reading.language import detect
from vidbiy.reading.relevance import is_relevant
from vidbiy.reading.speakers import Attribution, Resolver, SpeakerTracker
from vidbiy.reading.text import Line, Tokens, sentences, tokenise
from vidbiy.reading.times import Period, TimeTracker
from vidbiy.reading.where import PlaceTracker

# A sentence with none of these asserts nothing; a name or a verb of saying alone is no claim.
_ASSERTIVE = frozenset({"action", "number", "weapon", "person", "service", "site", "role"})

# A text is read up to here: memory stays bounded, and no report is near so long.
_LONGEST = 1_000_000
_TOO_LONG = f"The text is longer than {_LONGEST:,} characters; what follows was not read. Split it into documents."

__all__ = ["Reader", "Reading", "Trace"]


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a claim was read: its rule and the annotations of its sentence, offsets in code points."""

    rule: str
    title: str
    annotations: tuple[tuple[str, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document says: its claims in the order of the text, and what could not be read of it."""

    language: str | None
    claims: tuple[Claim, ...] = ()
    problems: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()


@cache
def _annotator(language: str) -> tuple[LanguagePack, Annotator, Gazetteer]:
    pack = LanguagePack.load(language)
    gazetteer = Gazetteer.load((language, "en", "uk", "ru"))
    return pack, Annotator(pack, gazetteer), gazetteer


class Reader:
    """Reads documents into claims; one reader serves many documents, of any language there is a pack for."""

    def read(self, document: Document, *, language: str | None = None, explain: bool = False) -> Reading:
        """Return the claims of `document`.

        `language` overrides what is found; with `explain` a trace goes with each claim.
        """
        if not is_relevant(document.text):
            return Reading(language)
        tokens = tokenise(document.text[:_LONGEST])
        language = language or detect(tokens)
        if language is None:
            return Reading(None)
        pack, annotator, gazetteer = _annotator(language)
        reading = _DocumentReader(document, tokens, pack, annotator, gazetteer, explain=explain).read(language)
        if len(document.text) > _LONGEST:
            return replace(reading, problems=(_TOO_LONG,))
        return reading


class _DocumentReader:
    """The state of reading one document."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        pack: LanguagePack,
        annotator: Annotator,
        gazetteer: Gazetteer,
        *,
        explain: bool,
    ) -> None:
        self.document, self.tokens, self.pack = document, tokens, pack
        self.annotations = annotator.annotate(tokens)
        self.explain = explain
        sources = self.sources = Sources.load()
        self.framed: set[str] = set()  # whose statement there is already
        home = sources.place(document.source) if document.source else None
        self.times = TimeTracker(tokens, document.published, self.annotations.marks)
        self.places = PlaceTracker(tokens, gazetteer, home if home not in ("UA", "RU") else None)
        self.speakers = SpeakerTracker(tokens, self._resolver(sources))
        self.discourse = Discourse()
        self.claims: list[Claim] = []
        self.traces: list[Trace] = []

    def _resolver(self, sources: Sources) -> Resolver:
        def resolve(mark: Mark, marks: Sequence[Mark], place: str | None) -> str | None:
            if mark.kind in ("source", "metonym"):
                return mark.value or None
            return sources.office(mark.value, self._office_place(mark, marks) or place)

        return resolve

    def _office_place(self, mark: Mark, marks: Sequence[Mark]) -> str | None:
        """Return the place beside an office: "Kharkiv governor", "governor of the Odesa region", "Одеська ОВА"."""
        for other in marks:
            if other.kind == "place" and (0 <= mark.first - other.last <= 2 or 0 <= other.first - mark.last <= 3):
                return self.places.resolve(other)
        return None

    def read(self, language: str) -> Reading:
        for line in sentences(self.tokens, self.pack.abbreviations):
            marks = self._marks(line)
            usable = self.places.begin(line, marks)
            attribution = self.speakers.attribute(line, marks, self.places.current)
            period = self.times.period(line, marks)
            self.discourse.paragraph = line.paragraph
            before = len(self.claims)
            if not _ASSERTIVE.isdisjoint([mark.kind for mark in marks]):
                governor = Governor(self.tokens, marks, line.first, line.last)
                for assertion in assert_sentence(self.tokens, marks, line, governor, self.discourse, self.pack):
                    self._claim(assertion, line, marks, usable, governor, attribution, period)
            if len(self.claims) == before:
                self._statement(line, marks, attribution, period)
            self.places.end(usable)
        return Reading(language, tuple(self.claims), (), tuple(self.traces))

    def _statement(
        self, line: Line, marks: Sequence[Mark], attribution: Attribution | None, period: Period
    ) -> None:
        """Keep what a head of state says of the attack without a figure ("the Kremlin reiterated …"), once a document."""
        if attribution is None or attribution.speaker is None or not line.first <= attribution.first < line.last:
            return
        if any(mark.kind == "role" and mark.value == "negation" for mark in marks):
            return  # "did not respond to a request for comment"
        if attribution.speaker in self.framed or not self.sources.frames(attribution.speaker):
            return
        self.framed.add(attribution.speaker)
        statement = Assertion("statement.framed", "statement", "statement", None, None, line.first, line.last)
        governor = Governor(self.tokens, marks, line.first, line.last)
        self._claim(statement, line, marks, (), governor, attribution, period)

    def _marks(self, line: Line) -> list[Mark]:
        day = self.times.published_date
        return [
            mark
            for mark in self.annotations.between(line.first, line.last)
            if mark.kind != "source" or holds(mark.attributes, day)
        ]

    def _claim(
        self,
        assertion: Assertion,
        line: Line,
        marks: Sequence[Mark],
        usable: Sequence[tuple[Mark, str]],
        governor: Governor,
        attribution: Attribution | None,
        period: Period,
    ) -> None:
        speaker = attribution.speaker if attribution is not None else self.document.source
        if assertion.reach is not None:
            usable = [(mark, place) for mark, place in usable if mark.first < assertion.reach]
        place = self.places.place(assertion, line, usable, marks, governor, speaker)
        tokens = self.tokens
        start, end = tokens.starts[assertion.first], tokens.ends[assertion.last - 1]
        speaker_text = None
        if attribution is not None and speaker is not None:
            speaker_text = tokens.quote(attribution.first, attribution.last)
        claim = Claim(
            measure=Measure(assertion.measure),
            subject=assertion.subject,
            low=assertion.low,
            high=assertion.high,
            approx=assertion.approx,
            of=assertion.of,
            unit="h" if assertion.measure == "alert_duration" else "1",
            effect=Effect(assertion.effect) if assertion.effect and assertion.measure == "disrupted" else None,
            place=place,
            start=period.start,
            end=period.end,
            time_precision=period.precision,
            speaker=speaker,
            speaker_text=speaker_text,
            modality=Modality.DENIED if assertion.denied else Modality.STATED,
            span=(start, end),
            quote=self.document.text[start:end],
            rule=assertion.rule,
        )
        self.claims.append(claim)
        if self.explain:
            self.traces.append(
                Trace(
                    assertion.rule,
                    assertion.rule,
                    tuple((m.kind, m.value, tokens.starts[m.first], tokens.ends[m.last - 1]) for m in marks),
                )
            )
