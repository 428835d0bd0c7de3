"""The claims of one document as they are found: each with its span, its speaker's words, and why it was read.

An assertion of the tokens "збили 12 дронів" becomes the claim with the characters of the document that make it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vidbiy.lexicon.sources import Sources
from vidbiy.model import Claim, Document, Effect, Measure
from vidbiy.reading.assertions import Assertion
from vidbiy.reading.rules import title
from vidbiy.reading.sentences.headings import settle_unnamed
from vidbiy.reading.speakers.attribution import Attribution
from vidbiy.reading.times.periods import Period
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Tokens

__all__ = ["Record", "Trace"]


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a claim was read: its rule and the annotations of its sentence, offsets in code points."""

    rule: str
    title: str
    annotations: tuple[tuple[str, str, int, int], ...]


def _subject(tokens: Tokens, assertion: Assertion, speaker: str | None, marks: Sequence[Mark]) -> str:
    """Return the subject; those whom an employer calls its people are of its trade: "загинули двоє колег"."""
    if assertion.subject != "person" or speaker is None:
        return assertion.subject
    elsewhere = {mark.first for mark in marks if mark.kind == "site"}  # "працівник складу" works there
    last = assertion.last + (assertion.rule == "single.person")  # "загинув черговий механік"
    within = [mark for mark in marks if assertion.first <= mark.first < last and mark.kind == "role"]
    staff = next((mark for mark in within if mark.value == "staff" and mark.last not in elsewhere), None)
    if staff is None:
        return assertion.subject
    sources = Sources.load()
    ours = tokens.words[staff.first - 1] in sources.ours
    named = any(mark.kind == "source" and mark.first == staff.last for mark in marks)
    return sources.staff(speaker, ours=ours or named) or assertion.subject


class Record:
    """Collects the claims of a document, with `explain` a trace beside each."""

    def __init__(self, document: Document, tokens: Tokens, *, explain: bool) -> None:
        self._document, self._tokens, self._explain = document, tokens, explain
        self._claims: list[Claim] = []
        self._traces: list[Trace] = []

    def speaker(self, attribution: Attribution | None) -> str | None:
        """Return the id of who speaks: whoever the text names, else the document's source."""
        return attribution.speaker if attribution is not None else self._document.source

    def add(
        self,
        assertion: Assertion,
        place: str | None,
        attribution: Attribution | None,
        period: Period,
        marks: Sequence[Mark],
    ) -> None:
        """Add the claim that `assertion` is, said by whom, of that place and time."""
        speaker = self.speaker(attribution)
        tokens = self._tokens
        start, end = tokens.starts[assertion.first], tokens.ends[assertion.last - 1]
        named = attribution is not None and speaker is not None
        claim = Claim(
            measure=Measure(assertion.measure),
            subject=_subject(tokens, assertion, speaker, marks),
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
            speaker_text=tokens.quote(attribution.first, attribution.last) if attribution and named else None,
            modality=assertion.modality,
            span=(start, end),
            quote=self._document.text[start:end],
            rule=assertion.rule,
        )
        self._claims.append(claim)
        if self._explain:
            self._traces.append(self._trace(assertion.rule, marks))

    def _trace(self, rule: str, marks: Sequence[Mark]) -> Trace:
        starts, ends = self._tokens.starts, self._tokens.ends
        annotations = tuple((mark.kind, mark.value, starts[mark.first], ends[mark.last - 1]) for mark in marks)
        return Trace(rule, title(rule), annotations)

    def settled(self) -> tuple[tuple[Claim, ...], tuple[Trace, ...]]:
        """Return the claims in the order of the text, and their traces; what a heading leaves open is decided."""
        settled = settle_unnamed(self._claims)
        claims = tuple(claim for claim in settled if claim is not None)
        traces = (trace for claim, trace in zip(settled, self._traces, strict=False) if claim is not None)
        return claims, tuple(traces)
