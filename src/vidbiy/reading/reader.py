"""The reader: a document in, its claims out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.places import Gazetteer
from vidbiy.lexicon.sources import Sources, holds
from vidbiy.model import Claim, Document, Effect, Measure, TimePrecision
from vidbiy.reading.annotation import Annotations, Annotator, Mark
from vidbiy.reading.assertions import Assertion, Discourse, assert_sentence
from vidbiy.reading.governing import Governor
from vidbiy.reading.headings import settle_unnamed
from vidbiy.reading.language import detect
from vidbiy.reading.relevance import is_relevant
from vidbiy.reading.mentions import Atlas, Mention, find_mentions
from vidbiy.reading.separable import join_verbs
from vidbiy.reading.rules import title
from vidbiy.reading.speakers import Attribution, Resolver, SpeakerTracker, Voices
from vidbiy.reading.text import Line, Tokens, sentences, tokenise
from vidbiy.reading.topic import other_topic
from vidbiy.reading.times import KYIV, Moments, Period, TimeTracker
from vidbiy.reading.where import PlaceTracker, Scene, grid, nation, story_place, topic

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


def _framed(marks: Sequence[Mark]) -> bool:
    """Tell whether someone is named whose statements are kept also without a figure."""
    return any(mark.kind == "source" and Sources.load().frames(mark.value) for mark in marks)


def _denies_saying(marks: Sequence[Mark]) -> bool:
    """Tell whether a verb of saying is negated: "did not respond to a request for comment"."""
    negations = [mark.last for mark in marks if mark.kind == "role" and mark.value == "negation"]
    verbs = [mark.first for mark in marks if mark.kind == "report" and mark.value == "verbs"]
    return any(0 <= verb - negation <= 1 for verb in verbs for negation in negations)


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
        annotations = annotator.annotate(tokens)
        said = [] if other_topic(annotations.marks) else _said(tokens, annotations, pack, document.published)
        # Most texts assert nothing: who speaks, where and when is asked only of those that do.
        if not any(sentence.assertions for sentence in said) and not _framed(annotations.marks):
            return Reading(language)
        reading = _DocumentReader(
            document, tokens, annotations, said, pack, annotator, gazetteer, explain=explain
        ).read(language)
        if len(document.text) > _LONGEST:
            return replace(reading, problems=(_TOO_LONG,))
        return reading


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence with what it asserts, before it is known who says it, where and when."""

    line: Line
    marks: list[Mark]
    governor: Governor | None
    assertions: list[Assertion]


def _said(tokens: Tokens, annotations: Annotations, pack: LanguagePack, published: datetime | None) -> list[_Said]:
    """Return the sentences of a text with their assertions."""
    day = None if published is None else published.astimezone(KYIV).date()
    discourse = Discourse()
    said: list[_Said] = []
    for line in sentences(tokens, pack.abbreviations, pack.ordinal_nouns):
        marks = [
            mark
            for mark in annotations.between(line.first, line.last)
            if mark.kind != "source" or holds(mark.attributes, day)
        ]
        marks = join_verbs(tokens, marks, line)
        discourse.paragraph = line.paragraph
        if _ASSERTIVE.isdisjoint([mark.kind for mark in marks]):
            said.append(_Said(line, marks, None, []))
            continue
        governor = Governor(tokens, marks, line.first, line.last)
        said.append(_Said(line, marks, governor, assert_sentence(tokens, marks, line, governor, discourse, pack)))
    return said


class _DocumentReader:
    """The state of reading one document."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        annotations: Annotations,
        said: list[_Said],
        pack: LanguagePack,
        annotator: Annotator,
        gazetteer: Gazetteer,
        *,
        explain: bool,
    ) -> None:
        self.document, self.tokens, self.pack = document, tokens, pack
        self.annotations, self.said = annotations, said
        self.explain = explain
        sources = self.sources = Sources.load()
        self.framed: set[str] = set()  # whose statement there is already
        self.times = TimeTracker(tokens, document.published, self.annotations.marks, capital_months=pack.capital_months)
        self.atlas, self.places = self._placed(annotator, gazetteer)
        self.offices: dict[str, str | None] = {}  # the places of the offices that the text names
        lines = [sentence.line for sentence in said]
        marks = {id(sentence.line): sentence.marks for sentence in said}
        self.speakers = SpeakerTracker(
            tokens,
            lines,
            lambda line: marks[id(line)],
            self._resolver(sources),
            story=document.source is None,
            drops_pronouns=not pack.articles,
        )
        self.claims: list[Claim] = []
        self.traces: list[Trace] = []

    def _placed(self, annotator: Annotator, gazetteer: Gazetteer) -> tuple[Atlas, PlaceTracker]:
        """Return the places of the document: those of its source, else those of its story."""
        source = self.document.source
        office = Sources.load().place(source) if source else None
        marks = self.annotations.marks
        local = office is not None and "-" in office
        atlas = Atlas(gazetteer, nation(office, marks), office.partition(".")[0] if local and office else None)
        home = topic(office, marks, atlas) if local and office is not None else self._story(annotator, atlas)
        return atlas, PlaceTracker(self.tokens, atlas, home, source=source, local=local)

    def _story(self, annotator: Annotator, atlas: Atlas) -> str | None:
        """Return the place that the document is about by its title, a post's first line, or its only city."""
        titled: list[Mention] = []
        pages = [(self.tokens, self.annotations.marks)] if self.document.source else []
        if self.document.title:
            tokens = tokenise(self.document.title)
            pages = [(tokens, annotator.annotate(tokens).marks)]
        for tokens, marks in pages:
            for line in sentences(tokens, self.pack.abbreviations, self.pack.ordinal_nouns)[:1]:
                here = [mark for mark in marks if line.first <= mark.first < line.last]
                titled += find_mentions(tokens, line, here, atlas, None, line.first)
                branch = grid(here) if self.document.source else None
                if branch is not None:
                    return branch
        atlas.seen.clear()
        return story_place(titled, self.annotations.marks, atlas)

    def _resolver(self, sources: Sources) -> Resolver:
        def resolve(mark: Mark, marks: Sequence[Mark], place: str | None) -> str | None:
            if mark.kind in ("source", "metonym"):
                return mark.value or None
            where = self._office_place(mark, marks) or place
            if where is not None and "{city}" in mark.value:
                where = self.atlas.city_of(where) or where
            speaker = sources.office(mark.value, where)
            if speaker is not None:
                self.offices[speaker] = where
            return speaker

        return resolve

    def _office_place(self, mark: Mark, marks: Sequence[Mark]) -> str | None:
        """Return the place beside an office: "Kharkiv governor", "governor of the Odesa region", "Одеська ОВА"."""
        for other in marks:
            if other.kind != "place" or any(one.kind == "source" and one.first == other.last for one in marks):
                continue  # a first name: "мэр Артём Семенихин"
            if 0 <= mark.first - other.last <= 2 or 0 <= other.first - mark.last <= 3:
                return self.atlas.resolve(other, self.tokens)
        return None

    def read(self, language: str) -> Reading:
        for sentence in self.said:
            line, marks = sentence.line, sentence.marks
            mentions = self.places.begin(line, marks)
            voices = self.speakers.attribute(line, marks, self.places.around(mentions))
            moments = self.times.read(line, [mark for mark in marks if mark.first >= self.places.start])
            placed: list[tuple[Assertion, str | None]] = []
            if sentence.governor is not None:
                placed = self._places(sentence.assertions, marks, mentions, sentence.governor, voices, moments)
            for assertion, place in placed:
                self._claim(assertion, place, marks, voices.of(assertion.told), moments.of(assertion.told))
            if not placed:
                self._statement(line, marks, voices.last, moments.of(line.first))
            self.places.end(mentions, placed)
            if placed:
                self.times.asserted()
        settled = settle_unnamed(self.claims)
        claims = tuple(claim for claim in settled if claim is not None)
        traces = (trace for claim, trace in zip(settled, self.traces, strict=False) if claim is not None)
        return Reading(language, claims, (), tuple(traces))

    def _statement(self, line: Line, marks: Sequence[Mark], attribution: Attribution | None, period: Period) -> None:
        """Keep what a head of state says of the attack without a figure ("the Kremlin reiterated …"), once a document."""
        if attribution is None or attribution.speaker is None or not line.first <= attribution.first < line.last:
            return
        if _denies_saying(marks):
            return
        if attribution.speaker in self.framed or not self.sources.frames(attribution.speaker):
            return
        self.framed.add(attribution.speaker)
        statement = Assertion("statement.framed", "statement", "statement", None, None, line.first, line.last)
        self._claim(statement, self.places.ground(attribution.speaker), marks, attribution, period)

    def _places(
        self,
        assertions: Sequence[Assertion],
        marks: Sequence[Mark],
        mentions: Sequence[Mention],
        governor: Governor,
        voices: Voices,
        moments: Moments,
    ) -> list[tuple[Assertion, str | None]]:
        """Return the assertions of a sentence with their places."""
        placed: list[tuple[Assertion, str | None]] = []
        for assertion in assertions:
            attribution = voices.of(assertion.told)
            speaker = self._speaker(attribution)
            office = (self.sources.place(speaker) or self.offices.get(speaker)) if speaker is not None else None
            total = moments.of(assertion.told).precision is TimePrecision.OPEN
            scene = Scene(assertions, mentions, marks, governor, speaker, office, bool(voices.named), total)
            placed.append((assertion, self.places.place(assertion, scene)))
        return placed

    def _speaker(self, attribution: Attribution | None) -> str | None:
        return attribution.speaker if attribution is not None else self.document.source

    def _claim(
        self,
        assertion: Assertion,
        place: str | None,
        marks: Sequence[Mark],
        attribution: Attribution | None,
        period: Period,
    ) -> None:
        speaker = self._speaker(attribution)
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
            modality=assertion.modality,
            span=(start, end),
            quote=self.document.text[start:end],
            rule=assertion.rule,
        )
        self.claims.append(claim)
        if self.explain:
            self.traces.append(
                Trace(
                    assertion.rule,
                    title(assertion.rule),
                    tuple((m.kind, m.value, tokens.starts[m.first], tokens.ends[m.last - 1]) for m in marks),
                )
            )
