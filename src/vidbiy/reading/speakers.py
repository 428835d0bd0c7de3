"""Who says it: the speaker of each sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vidbiy.reading.annotation import Mark
from vidbiy.reading.text import Line, Tokens

__all__ = ["Attribution", "SpeakerTracker"]

# A source and its verb stand within this many tokens of each other.
_REACH = 12


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker's id and the tokens that name it."""

    speaker: str | None
    first: int
    last: int


# From a source or office mark, the marks of its sentence and the place spoken of, to the speaker's id.
Resolver = Callable[[Mark, Sequence[Mark], str | None], str | None]


class SpeakerTracker:
    """Follows who speaks from sentence to sentence of one document."""

    def __init__(self, tokens: Tokens, resolve: Resolver) -> None:
        self._tokens = tokens
        self._resolve = resolve
        self._last: Attribution | None = None
        self._lead: Attribution | None = None  # "Mayor: ..." speaks until its paragraph ends
        self._lead_paragraph = -1
        self._quoting = False

    def attribute(self, line: Line, marks: Sequence[Mark], place: str | None) -> Attribution | None:
        """Return who says the sentence `line`; None where the document says it itself."""
        named = self._named(line, marks, place)
        opening = self._quoting
        self._follow_quotes(line)
        if named is not None:
            self._last = named
            return named
        if opening and self._last is not None:
            return self._last
        if self._pronoun(marks) and self._last is not None:
            return self._last
        if self._lead is not None and self._lead_paragraph == line.paragraph:
            return self._lead
        return None

    def _named(self, line: Line, marks: Sequence[Mark], place: str | None) -> Attribution | None:
        sources = [mark for mark in marks if mark.kind in ("source", "office")]
        if not sources:
            return None
        reports = [mark for mark in marks if mark.kind == "report" and mark.value in ("verbs", "according")]
        best: tuple[float, Mark] | None = None
        for source in sources:
            for report in reports:
                gap = report.first - source.last if report.first >= source.last else source.first - report.last
                if report.value == "according" and report.first >= source.last:
                    gap += 20
                if gap < 0 or gap > _REACH:
                    continue
                # The verb's own subject stands before it more often than after.
                cost = gap + (0.5 if report.first < source.first else 0)
                if best is None or cost < best[0]:
                    best = (cost, source)
        if best is None:
            lead = self._leading(line, sources)
            if lead is None:
                return None
            speaker = self._resolve(lead, marks, place)
            attribution = Attribution(speaker, lead.first, lead.last)
            self._lead, self._lead_paragraph = attribution, line.paragraph
            return attribution
        mark = best[1]
        return Attribution(self._resolve(mark, marks, place), mark.first, mark.last)

    def _leading(self, line: Line, sources: Sequence[Mark]) -> Mark | None:
        """Return the source of "Mayor Klitschko: ..." or of a line that only names a source and a colon."""
        source = sources[-1] if line.heads else sources[0]
        words = self._tokens.words
        for at in range(source.last, min(source.last + 4, line.last)):
            if words[at] == ":":
                return source if source.first - line.first <= 8 or line.heads else None
            if not words[at][0].isalnum():
                return None
        return None

    def _pronoun(self, marks: Sequence[Mark]) -> bool:
        pronouns = [mark for mark in marks if mark.kind == "report" and mark.value == "pronouns"]
        verbs = [mark for mark in marks if mark.kind == "report" and mark.value == "verbs"]
        return any(
            abs(pronoun.first - verb.first) <= 3 for pronoun in pronouns for verb in verbs
        )

    def _follow_quotes(self, line: Line) -> None:
        for word in self._tokens.words[line.first : line.last]:
            if word in ("“", "«", "„"):
                self._quoting = True
            elif word in ("”", "»"):
                self._quoting = False
            elif word == '"':
                self._quoting = not self._quoting
