"""Who says it: the speakers of each sentence, and which of them says what.

"Twelve died, the mayor said; the police speak of ten": twelve are the mayor's, ten the police's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vidbiy.reading.annotation import Mark
from vidbiy.reading.datelines import is_stamped
from vidbiy.reading.said import Said
from vidbiy.reading.text import Line, Tokens

__all__ = ["Attribution", "SpeakerTracker", "Voices"]

# A source and its verb stand within this many tokens of each other.
_REACH = 12
_WITH = frozenset({"of", "from"})
# The parts of one name ("Oleh Kiper, governor of the Odesa region") stand within this many tokens.
_NAME_GAP = 3
# "Moscow said", "Russia claims": a capital speaks only right before its verb.
_METONYM_GAP = 2
# Whom something is told, or where it is written, is named like who tells it ("he told reporters").
_HEARERS = frozenset({"media", "witnesses"})
_HEARER, _ACCORDING_AFTER, _VERB_FIRST = 6.0, 20.0, 0.5
# "Mayor Klitschko gives new figures: ...": a lead begins its line, and ends in a colon before long.
_LEAD, _LEAD_GAP, _TAIL = 12, 9, 10
# "..., the mayor chronicled.", "... – KLITSCHKO", "... (мэр Полищук)."
# What a clause holds that tells nobody's words: one more of a list, thanks to the crews.
_NOT_SAYING = frozenset({"include", "and", "thanks", "clause"})
_TAIL_MARKS = frozenset({",", "—", "-", "("})
_PRONOUN_GAP = 3
_SUBJECT = 2
# Heads of cities and regions, by the beginnings of their ids: where they are named beside a figure, it is theirs.
_LOCAL = ("oma-", "gov-", "mayor-", "kyiv-")
_NAMES = frozenset({"source", "office", "metonym"})
_CONTENT = frozenset({"number", "action", "weapon", "site", "person"})
_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")
_QUOTING = _OPENING | _CLOSING | {'"', "\n"}
# A story that tells what these did tells what they said; nobody else counts it.
_COUNTING = frozenset({"ua-air-force", "ua-general-staff", "ru-mod", "ukrenergo"})
_UNNAMED = "officials"
_ATTACKER = "ru-mod"  # what it sends it does not count
# No "he": these speak for themselves.
_BODIES = frozenset({"ua-ses", "ua-police", "ua-prosecutors", "ua-railways", "ua-interior-ministry", "ukrenergo"})
_ENDS = frozenset({".", "!", "?", ":", ","})
_STOPS = frozenset({",", ".", ";", "—", "-", "!", "?", ")", '"', "»", "”", "…"})


@dataclass(slots=True)
class Attribution:
    """A speaker's id, the tokens [first, last) that name it, and [start, end) with its verb."""

    speaker: str | None
    first: int
    last: int
    start: int
    end: int
    tail: bool = False  # it stands after what it said
    person: bool = False  # somebody by name or office, whom "he" or "she" may mean
    place: str | None = None  # the place that the word of a speaker without an id is about


@dataclass(slots=True)
class Voices:
    """Who says what in one sentence: its own attributions, else whoever still speaks."""

    named: tuple[Attribution, ...] = ()
    kept: Attribution | None = None
    words: Sequence[str] = ()

    @property
    def last(self) -> Attribution | None:
        """The speaker that a following "he added" means."""
        return self.named[-1] if self.named else self.kept

    def of(self, first: int) -> Attribution | None:
        """Return who says what stands at token `first`; None where the document says it itself."""
        if len(self.named) <= 1:
            return self.last
        before = [one for one in self.named if one.end <= first]
        after = [one for one in self.named if one.start > first]
        if not before or not after:
            return before[-1] if before else after[0] if after else self.named[0]
        left, right = before[-1], after[0]
        if ";" in self.words[left.end : first]:
            return right
        if ";" in self.words[first : right.start] or not right.tail:
            return left
        return right if left.tail or right.start - first < first - left.end else left


# From a source or office mark, the marks of its sentence and the place spoken of, to the speaker's id.
# "Об этом сообщил мэр" speaks of at most so many sentences before it.
_THIS_REACH = 4
# "Poinformował o tym …": so near the head of its sentence stands what points back.
_OPENING_REACH = 3
Resolver = Callable[[Mark, Sequence[Mark], str | None], str | None]
# From a token of a sentence to the place that an office there belongs to.
Around = Callable[[int], str | None]


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
        self._resolve = resolve
        self._story = story  # no post of its source: whoever is named may be quoted
        self._drops_pronouns = drops_pronouns  # "Dodał, że …": the language leaves out "he"
        self._verbs_last = verbs_last  # "hatte von 40 gesprochen": participles end their clause
        self._found_quotes: list[tuple[int, int]] | None = None
        self._last: Attribution | None = None
        self._person: Attribution | None = None  # the last of them who is no body
        self._lead: Attribution | None = None  # "Mayor: ..." speaks until its paragraph ends
        self._lead_paragraph = -1
        self._lead_stamped = False  # and is an entry of a live blog

    def attribute(self, sentence: Said, place: Around) -> Voices:
        """Return who speaks in a sentence; most name nobody who could, and cost no more than that look."""
        line, marks = sentence.line, sentence.marks
        names = [] if _NAMES.isdisjoint(sentence.kinds) else _names(self._tokens, marks)
        named = self._named(names, line, marks, place)
        if names and not named:
            one = self._leading(names, line, marks, place) or self._unspoken(names, line, marks, place)
            named = [] if one is None else [one]
            self._lead_stamped = self._lead_stamped if self._lead is not one else is_stamped(self._tokens, line)
        if named:
            self._last = named[-1]
            self._person = next((one for one in reversed(named) if one.person), self._person)
            if self._is_title(line, marks):
                self._take_lead(named[-1], line.paragraph, sentence)
            elif line.heads:
                self._take_lead(named[-1], self._list_below(line), sentence)
            return Voices(tuple(named), None, self._tokens.words)
        if names and self._is_title(line, marks):
            self._take_lead(self._attribution(names[0], None, line, marks, place), line.paragraph, sentence)
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
            self._found_quotes = _quotes(self._tokens)
        return self._found_quotes

    def _mention(self, names: Sequence[list[Mark]], line: Line, marks: Sequence[Mark], place: Around) -> None:
        """Remember who is the subject of a sentence, for the "it" of the next ("The ministry named none. It ...")."""
        name = next(iter(names), None)
        if name is not None and name[0].kind != "metonym" and name[0].first - line.first <= _SUBJECT:
            self._last = self._attribution(name, None, line, marks, place)

    def _keeps(self, sentence: Said, place: Around) -> Attribution | None:
        """Return who goes on speaking: in a quote of several sentences, after "he added", below "Mayor: ..."."""
        line = sentence.line
        # A dash may stand before the quote that goes on ("– «Сбили ...»").
        start = line.first + (self._tokens.words[line.first] == "—")
        quote = next(((first, last) for first, last in self._quotes if first <= start < last), None)
        if quote is not None and (line.last <= quote[1] + 1 or not line.opens):
            speaker = self._of_quote(quote, place) or self._last
            if speaker is not None:
                self._last = speaker
                return speaker
        if self._last is not None and "report" in sentence.kinds and self._echoes(line, sentence.marks):
            return self._meant(line, sentence.marks) or self._last
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
        if self._last is None or self._last.person or self._last.speaker not in _BODIES:
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
                names = [name for name in _names(self._tokens, later.marks) if name[0].first not in told]
                return next(iter(self._named(names, later.line, later.marks, place)), None)
            if not _NAMES.isdisjoint(later.kinds):
                return None
        return None

    def _of_quote(self, quote: tuple[int, int], place: Around) -> Attribution | None:
        """Return who is named in the sentence where a quote ends ("...», — написав мер")."""
        for sentence in self._said:
            if sentence.line.first <= quote[1] < sentence.line.last:
                names = _names(self._tokens, sentence.marks)
                named = self._named(names, sentence.line, sentence.marks, place)
                return next((one for one in named if one.start >= quote[1]), None)
        return None

    # ---- the sentence's own words ----

    def _named(
        self, names: Sequence[list[Mark]], line: Line, marks: Sequence[Mark], place: Around
    ) -> list[Attribution]:
        if not names:
            return []
        reports = _reports(marks)
        if self._verbs_last:
            reports = _with_auxiliary(reports, marks, line)
        pairs = sorted(
            (
                (cost, at, to)
                for at, name in enumerate(names)
                for to, report in enumerate(reports)
                if (cost := _cost(name, report)) is not None
                and not self._quoted(name, report)
                and not self._beyond(name, report)
            ),
        )
        used_names: set[int] = set()
        used_reports: set[int] = set()
        found: list[Attribution] = []
        for _, at, to in pairs:
            if at not in used_names and to not in used_reports:
                used_names.add(at)
                used_reports.add(to)
                found.append(self._attribution(names[at], reports[to], line, marks, place))
        if found and len(names) > len(used_names):
            found += [
                self._attribution(name, None, line, marks, place)
                for at, name in enumerate(names)
                if at not in used_names and self._speaks_of_number(name, marks)
            ]
        return sorted(found, key=lambda one: one.start)

    def _speaks_of_number(self, name: Sequence[Mark], marks: Sequence[Mark]) -> bool:
        """Tell whether a name goes without its verb, which was said before: "Kim sprach von zwei Toten, Kiper von vier"."""
        at = name[-1].last
        at += self._tokens.words[at : at + 1] == ["—"]
        spoken = next((mark for mark in marks if mark.first == at and mark.value == "spoken"), None)
        return spoken is not None and any(
            mark.first == spoken.last and mark.kind in ("number", "qualifier") for mark in marks
        )

    def _quoted(self, name: Sequence[Mark], report: Mark) -> bool:
        """Tell whether one of the two stands in a quote and the other does not: "it called this “a signal to Putin”"."""
        words = self._tokens.words
        if words[name[0].first - 1] in _OPENING and words[name[-1].last : name[-1].last + 1] in (["»"], ["”"]):
            return False  # "подсчитала «Медиазона»": the name itself
        between = self._tokens.words[min(name[-1].last, report.last) : max(name[0].first, report.first)]
        return between.count('"') % 2 == 1 or sum(word in _OPENING for word in between) != sum(
            word in _CLOSING for word in between
        )

    def _beyond(self, name: Sequence[Mark], report: Mark) -> bool:
        """Tell whether the source that somebody spoke "according to" ended before: "according to the inquiry, the army"."""
        between = self._tokens.words[report.last : name[0].first]
        return report.value == "according" and "," in between

    def _attribution(
        self, name: Sequence[Mark], report: Mark | None, line: Line, marks: Sequence[Mark], place: Around
    ) -> Attribution:
        first, last = name[0].first, name[-1].last
        start = first if report is None else min(first, report.first)
        end = last if report is None else max(last, report.last)
        follows = end >= line.last or self._tokens.words[end] in _STOPS
        tail = report is None or (follows and any(mark.kind in _CONTENT and mark.last <= start for mark in marks))
        person = any(mark.kind == "office" or "since" in mark.attributes for mark in name)
        return Attribution(self._speaker(name, marks, place), first, last, start, end, tail, person, _about(name))

    def _speaker(self, name: Sequence[Mark], marks: Sequence[Mark], place: Around) -> str | None:
        """Return the id of a name: a person's or a body's own before that of an office ("мэр Артём Семенихин")."""
        sources = [mark.value for mark in name if mark.kind == "source" and mark.value]
        if sources:
            # "the head of the city council Vilkul": whom the words name is more than one of the officials.
            return next((source for source in sources if source != _UNNAMED), _UNNAMED)
        for mark in name:
            speaker = self._resolve(mark, marks, place(mark.first))
            if speaker is not None:
                return speaker
        if name[0].kind == "office" and self._last is not None and self._last.speaker is not None:
            # "The mayor added": where no city is spoken of, the one who spoke last.
            spoke = self._last.speaker
            return spoke if spoke.partition("-")[0] == name[0].value.partition("-")[0] else None
        return None

    def _tail(self, line: Line, names: Sequence[list[Mark]], marks: Sequence[Mark]) -> list[Mark] | None:
        """Return the source of a last clause with a verb that is not known (", the air force communicated")."""
        words = self._tokens.words
        start = next((at for at in range(line.last - 2, line.first, -1) if words[at] in _TAIL_MARKS), None)
        if start is None or line.last - start > _TAIL:
            return None
        content = [mark for mark in marks if mark.first > start]
        if any(mark.kind in _CONTENT or (mark.kind == "role" and mark.value in _NOT_SAYING) for mark in content):
            return None
        return next((name for name in names if name[0].first > start and name[0].kind != "metonym"), None)

    def _unspoken(
        self, names: Sequence[list[Mark]], line: Line, marks: Sequence[Mark], place: Around
    ) -> Attribution | None:
        """Return the speaker of a sentence that has a source and no verb of saying that is known."""
        name = (self._tail(line, names, marks) or self._counting(names, marks)) if names else None
        return self._attribution(name, None, line, marks, place) if name is not None else None

    def _counting(self, names: Sequence[list[Mark]], marks: Sequence[Mark]) -> list[Mark] | None:
        """Return who is told to have done what only it counts ("Siły Powietrzne doliczyły się 440 dronów")."""
        if not self._story:
            return None
        counted = any(mark.kind in ("weapon", "service") for mark in marks)
        sends = any(mark.kind == "action" and mark.value == "launch" for mark in marks)
        thanked = {mark.last for mark in marks if mark.kind == "role" and mark.value == "thanks"}
        for name in names:
            if not thanked.isdisjoint(range(name[0].first - _SUBJECT, name[0].first + 1)):
                continue  # "thank you, East air command"
            if any(
                mark.kind == "source"
                and (
                    (counted and mark.value in _COUNTING and not (sends and mark.value == _ATTACKER)) or _is_local(mark)
                )
                for mark in name
            ):
                return name
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
            if any(mark.kind in _CONTENT and end <= mark.first < at for mark in marks) and "(" not in words[end:at]:
                continue
            first = name[0].first
            self._lead = Attribution(self._speaker(name, marks, place), first, end, first, at + 1, place=_about(name))
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
            (mark.kind == "report" and mark.value in ("verbs", "according")) or mark.value in _COUNTING
            for mark in marks
        )
        return told and not any(mark.kind in _CONTENT and mark.first not in clock for mark in marks)

    def _echoes(self, line: Line, marks: Sequence[Mark]) -> bool:
        """Tell whether a sentence leans on the speaker before.

        "He added" does, "за його словами", a verb of saying that stands first ("Dodał, że …"), and the mood of
        reported speech ("Drei Häuser seien zerstört").
        """
        reports = [mark for mark in marks if mark.kind == "report"]
        if any(mark.value == "own" for mark in reports):
            return False  # "Нагадаємо, ...": the editors themselves
        if any(mark.value in ("echo", "mood") for mark in reports):
            return True
        verbs = [mark for mark in reports if mark.value == "verbs"]
        pronoun = next((mark for mark in reports if mark.value == "pronouns" and mark.first == line.first), None)
        if pronoun is not None and self._last is not None and self._last.speaker in _COUNTING:
            return True  # "It shot down 48 of the drones."
        if (self._drops_pronouns and verbs and not _speaks(marks)) or _said_at_last(line, marks):
            return True
        if any(verb.first == line.first and self._tokens.words[verb.last : verb.last + 1] == [","] for verb in verbs):
            return True
        return any(
            abs(pronoun.first - verb.first) <= _PRONOUN_GAP
            for pronoun in reports
            if pronoun.value == "pronouns"
            for verb in verbs
        )


def _speaks(marks: Sequence[Mark]) -> bool:
    """Tell whether a sentence names anyone who could speak; most name nobody, and cost no more than this."""
    return any(mark.kind in _NAMES for mark in marks)


def _about(name: Sequence[Mark]) -> str | None:
    """Return the place that the word of a speaker without an id is about."""
    return next((mark.attributes["place"] for mark in name if "place" in mark.attributes), None)


def _said_at_last(line: Line, marks: Sequence[Mark]) -> bool:
    """Tell whether a pronoun stands by an auxiliary whose verb of saying ends the line: "Mittags hatte er zwei genannt"."""
    verbs = [mark for mark in marks if mark.kind == "report" and mark.value == "verbs"]
    if not verbs or line.last - verbs[-1].last > 1:
        return False
    perfect = {at for mark in marks if mark.value == "perfect" for at in (mark.first - 1, mark.last)}
    return any(mark.first in perfect for mark in marks if mark.kind == "report" and mark.value == "pronouns")


def _reports(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks of saying; "das teilte", "taką informację" where a sentence has no other: its verb may be unknown."""
    reports = [mark for mark in marks if mark.kind == "report"]
    said = [mark for mark in reports if mark.value in ("verbs", "according")]
    return said or [mark for mark in reports if mark.value == "this"]


def _with_auxiliary(reports: list[Mark], marks: Sequence[Mark], line: Line) -> list[Mark]:
    """Return `reports` with a verb at the end of its line where its auxiliary is: "Selenskyj hatte von 40 gesprochen"."""
    if not reports or reports[-1].value != "verbs" or line.last - reports[-1].last > 1:
        return reports
    perfect = [mark for mark in marks if mark.value == "perfect" and mark.last < reports[-1].first]
    return [*reports[:-1], Mark("report", "verbs", perfect[-1].first, perfect[-1].last)] if perfect else reports


def _is_local(mark: Mark) -> bool:
    """Tell whether a mark is the name of a head of a city or a region ("governor Gladkov moaned that ...")."""
    return mark.value.startswith(_LOCAL) and "since" in mark.attributes


def _names(tokens: Tokens, marks: Sequence[Mark]) -> list[list[Mark]]:
    """Return the marks that name speakers, those of one name together ("Kyiv mayor Vitali Klitschko")."""
    verbs = {mark.first for mark in marks if mark.kind in ("report", "action")}
    located = {mark.last for mark in marks if mark.kind == "role" and mark.value in ("locative", "from")}
    places = {mark.first: mark.last for mark in marks if mark.kind == "place"}
    followed = verbs | {mark.first for mark in marks if mark.kind in _NAMES}
    names: list[list[Mark]] = []
    for mark in marks:
        if mark.kind not in _NAMES:
            continue
        if mark.kind == "metonym" and (mark.first in located or places.get(mark.first, 0) > mark.last):
            continue  # "the air force in Kyiv", "the head of the Kyiv region": no capital that speaks
        if "since" in mark.attributes and tokens.words[mark.last - 1].endswith("'s") and mark.last not in followed:
            continue  # "Zelenskyy's home town"
        before = names[-1][-1] if names else None
        gap = range(before.last, mark.first) if before is not None else range(0)
        if (
            before is not None
            and before.kind != "metonym" != mark.kind
            and len(gap) <= _NAME_GAP
            and verbs.isdisjoint(gap)
            and not any(tokens.words[at] in (";", ":", ".") for at in gap)
        ):
            names[-1].append(mark)
        else:
            names.append([mark])
    return names


def _cost(name: Sequence[Mark], report: Mark) -> float | None:
    """Return how far a name and a verb of saying are apart; None where they do not go together."""
    first, last = name[0].first, name[-1].last
    cost = float(report.first - last if report.first >= last else first - report.last)
    if cost < 0:
        return 0.0 if first <= report.first < last else None  # "nach Behördenangaben"
    if name[0].kind == "metonym":
        return cost if report.first >= last and cost <= _METONYM_GAP and report.value == "verbs" else None
    if report.value == "according" and report.first >= last:
        cost += _ACCORDING_AFTER
    if cost > _REACH:
        return None
    if all(mark.value in _HEARERS for mark in name):
        cost += _HEARER
    # The verb's own subject stands before it more often than after.
    return cost + (_VERB_FIRST if report.first < first else 0)


def _quotes(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the quotes of the text as the tokens of their marks; one that is never closed is none."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    straight: int | None = None
    for at, word in [(at, word) for at, word in enumerate(tokens.words) if word in _QUOTING]:
        if word == "\n":
            opened, straight = [], None
        elif word in _OPENING:
            opened.append(at)
        elif word in _CLOSING and opened:
            found.append((opened.pop(), at))
        elif word == '"' and straight is None:
            straight = at
        elif word == '"' and straight is not None:
            found.append((straight, at))
            straight = None
    return found
