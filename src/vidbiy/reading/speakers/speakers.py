"""Who says it: the speakers of each sentence, and which of them says what.

"Twelve died, the mayor said; the police speak of ten": twelve are the mayor's, ten the police's.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.reading.said import Said
from vidbiy.reading.speakers.attribution import Attribution, Voices
from vidbiy.reading.speakers.quotes import quotes_of
from vidbiy.reading.speakers.sayers import Around, Resolver, Sayers
from vidbiy.reading.speakers.speaker_names import (
    CONTENT,
    COUNTING,
    NAMES,
    about,
    names_anyone,
    names_of,
    paired,
    said_at_last,
)
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.datelines import is_stamped
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["SpeakerTracker"]

_WITH = frozenset({"of", "from"})
# "Mayor Klitschko gives new figures: ...": a lead begins its line, and ends in a colon before long.
_LEAD, _LEAD_GAP = 12, 9
_PRONOUN_GAP = 3
_SUBJECT = 2
# No "he": these speak for themselves.
_BODIES = frozenset({"ua-ses", "ua-police", "ua-prosecutors", "ua-railways", "ua-interior-ministry", "ukrenergo"})
_ENDS = frozenset({".", "!", "?", ":", ","})
# "Об этом сообщил мэр" speaks of at most so many sentences before it.
_THIS_REACH = 4
# "Poinformował o tym …": so near the head of its sentence stands what points back.
_OPENING_REACH = 3


class SpeakerTracker:
    """Follows who speaks from sentence to sentence of one document."""

    def __init__(
        self,
        tokens: Tokens,
        said: Sequence[Said],
        resolve: Resolver,
        *,
        story: bool,
        drops_pronouns: bool,
        verbs_last: bool,
    ) -> None:
        self._tokens = tokens
        self._said = said
        self._drops_pronouns = drops_pronouns  # "Dodał, że …": the language leaves out "he"
        self._found_quotes: list[tuple[int, int]] | None = None
        self._sayers = Sayers(tokens, resolve, story=story, verbs_last=verbs_last)
        self._person: Attribution | None = None  # the last of them who is no body
        self._lead: Attribution | None = None  # "Mayor: ..." speaks until its paragraph ends
        self._lead_paragraph = -1
        self._lead_stamped = False  # and is an entry of a live blog

    def attribute(self, sentence: Said, place: Around) -> Voices:
        """Return who speaks in a sentence; most name nobody who could, and cost no more than that look."""
        line, marks = sentence.line, sentence.marks
        names = [] if NAMES.isdisjoint(sentence.kinds) else names_of(self._tokens, marks)
        named = self._sayers.named(names, line, marks, place)
        if names and not named:
            one = self._leading(names, line, marks, place) or self._sayers.unspoken(names, line, marks, place)
            named = [] if one is None else [one]
            self._lead_stamped = self._lead_stamped if self._lead is not one else is_stamped(self._tokens, line)
        if named:
            self._sayers.last = named[-1]
            self._person = next((one for one in reversed(named) if one.person), self._person)
            if self._is_title(line, marks):
                self._take_lead(named[-1], line.paragraph, sentence)
            elif line.heads:
                self._take_lead(named[-1], self._list_below(line), sentence)
            return Voices(tuple(named), None, self._tokens.words)
        if names and self._is_title(line, marks):
            self._take_lead(self._sayers.attribution(names[0], None, line, marks, place), line.paragraph, sentence)
        kept = self._keeps(sentence, place) or (self._told_next(sentence, place) if sentence.assertions else None)
        if kept is None and names:
            self._mention(names, line, marks, place)
        return Voices((), kept, self._tokens.words)

    def _take_lead(self, lead: Attribution, paragraph: int, sentence: Said) -> None:
        self._lead, self._lead_paragraph = lead, paragraph
        self._lead_stamped = is_stamped(self._tokens, sentence.line)

    def _list_below(self, line: Line) -> int:
        """Return the paragraph of the list that a line with a colon at its end opens: its own, or the next one."""
        words = self._tokens.words
        apart = words[line.last : line.last + 2] == ["\n", "\n"]
        return line.paragraph + 1 if apart else line.paragraph

    @property
    def _quotes(self) -> list[tuple[int, int]]:
        """The quotes of the text, found when first asked for."""
        if self._found_quotes is None:
            self._found_quotes = quotes_of(self._tokens)
        return self._found_quotes

    def _mention(self, names: Sequence[list[Mark]], line: Line, marks: Sequence[Mark], place: Around) -> None:
        """Remember who is the subject of a sentence, for the "it" of the next ("The ministry named none. It ...")."""
        name = next(iter(names), None)
        if name is not None and name[0].kind != "metonym" and name[0].first - line.first <= _SUBJECT:
            self._sayers.last = self._sayers.attribution(name, None, line, marks, place)

    def _keeps(self, sentence: Said, place: Around) -> Attribution | None:
        """Return who goes on speaking: in a quote of several sentences, after "he added", below "Mayor: ..."."""
        line = sentence.line
        # A dash may stand before the quote that goes on ("– «Сбили ...»").
        start = line.first + (self._tokens.words[line.first] == "—")
        quote = next(((first, last) for first, last in self._quotes if first <= start < last), None)
        if quote is not None and (line.last <= quote[1] + 1 or not line.opens):
            speaker = self._of_quote(quote, place) or self._sayers.last
            if speaker is not None:
                self._sayers.last = speaker
                return speaker
        if self._sayers.last is not None and "report" in sentence.kinds and self._echoes(line, sentence.marks):
            return self._meant(line, sentence.marks) or self._sayers.last
        return self._lead if self._leads(line) else None

    def _leads(self, line: Line) -> bool:
        """Tell whether "Mayor: ..." speaks for a line below it; the next entry of a live blog is no longer his."""
        if self._lead is None or self._lead_paragraph != line.paragraph:
            return False
        entry = self._lead_stamped and line.opens and is_stamped(self._tokens, line)
        if entry and self._lead.first < line.first:
            self._lead = None
            return False
        return True

    def _meant(self, line: Line, marks: Sequence[Mark]) -> Attribution | None:
        """Return whom "he" means behind a body's words: "… the rescue service said. He later raised the toll"."""
        if self._sayers.last is None or self._sayers.last.person or self._sayers.last.speaker not in _BODIES:
            return None
        opens = any(mark.value == "persons" and mark.first - line.first <= _SUBJECT for mark in marks)
        return self._person if opens else None

    def _told_next(self, sentence: Said, place: Around) -> Attribution | None:
        """Return who "said this" in a sentence right behind: "Погибли двое. Об этом сообщил мэр"."""
        for later in self._said[sentence.number + 1 : sentence.number + _THIS_REACH]:
            if later.line.paragraph > sentence.line.paragraph + 1:
                return None
            opening = range(later.line.first, later.line.first + _OPENING_REACH)
            if any(mark.value == "this" and mark.first in opening for mark in later.marks):
                # "Говорив про це з прем'єром": he was told, and says nothing.
                told = {mark.last for mark in later.marks if mark.kind == "role" and mark.value in _WITH}
                names = [name for name in names_of(self._tokens, later.marks) if name[0].first not in told]
                return next(iter(self._sayers.named(names, later.line, later.marks, place)), None)
            if not NAMES.isdisjoint(later.kinds):
                return None
        return None

    def _of_quote(self, quote: tuple[int, int], place: Around) -> Attribution | None:
        """Return who is named in the sentence where a quote ends ("...», — написав мер")."""
        for sentence in self._said:
            if sentence.line.first <= quote[1] < sentence.line.last:
                names = names_of(self._tokens, sentence.marks)
                named = self._sayers.named(names, sentence.line, sentence.marks, place)
                return next((one for one in named if one.start >= quote[1]), None)
        return None

    def _leading(
        self, names: Sequence[list[Mark]], line: Line, marks: Sequence[Mark], place: Around
    ) -> Attribution | None:
        """Read "Mayor Klitschko: ...", or a line that only names a source and a colon."""
        words = self._tokens.words
        for name in names:
            end = name[-1].last
            at = next((at for at in range(end, min(end + _LEAD_GAP, line.last)) if words[at] == ":"), None)
            if at is None or name[0].kind == "metonym" or (name[0].first - line.first > _LEAD and not line.heads):
                continue
            if any(mark.kind in CONTENT and end <= mark.first < at for mark in marks) and "(" not in words[end:at]:
                continue
            first = name[0].first
            self._lead = Attribution(
                self._sayers.speaker(name, marks, place), first, end, first, at + 1, place=about(name)
            )
            self._lead_paragraph = line.paragraph
            return self._lead
        return None

    def _is_title(self, line: Line, marks: Sequence[Mark]) -> bool:
        """Tell whether the line is the title of an entry that tells what its source says: "09:50 What the air force says"."""
        words = self._tokens.words
        if not line.opens or line.last >= len(words) or words[line.last] != "\n" or words[line.last - 1] in _ENDS:
            return False
        if line.last + 1 >= len(words) or words[line.last + 1] == "\n":
            return False
        clock = {mark.first for mark in marks if mark.number is not None and mark.number.kind == "clock"}
        told = any(
            (mark.kind == "report" and mark.value in ("verbs", "according")) or mark.value in COUNTING for mark in marks
        )
        return told and not any(mark.kind in CONTENT and mark.first not in clock for mark in marks)

    def _echoes(self, line: Line, marks: Sequence[Mark]) -> bool:
        """Tell whether a sentence leans on the speaker before.

        "He added" does, "за його словами", a verb of saying that stands first ("Dodał, że …"), and the mood of
        reported speech ("Drei Häuser seien zerstört").
        """
        reports = [mark for mark in marks if mark.kind == "report"]
        if any(mark.value == "own" for mark in reports) or paired(marks):
            return False  # "Нагадаємо, ...": the editors themselves; "both Kyiv and Moscow maintain"
        if any(mark.value in ("echo", "mood") for mark in reports):
            return True
        verbs = [mark for mark in reports if mark.value == "verbs"]
        pronoun = next((mark for mark in reports if mark.value == "pronouns" and mark.first == line.first), None)
        if pronoun is not None and self._sayers.last is not None and self._sayers.last.speaker in COUNTING:
            return True  # "It shot down 48 of the drones."
        if (self._drops_pronouns and verbs and not names_anyone(marks)) or said_at_last(line, marks):
            return True
        if any(verb.first == line.first and self._tokens.words[verb.last : verb.last + 1] == [","] for verb in verbs):
            return True
        return any(
            abs(pronoun.first - verb.first) <= _PRONOUN_GAP
            for pronoun in reports
            if pronoun.value == "pronouns"
            for verb in verbs
        )
