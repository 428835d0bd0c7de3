"""Who is said to say something in a sentence: names joined to verbs of saying, each by the least way.

"Kyiv mayor Vitali Klitschko said", "according to the police", "..., the air force communicated".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vidbiy.reading.speakers.attribution import Attribution
from vidbiy.reading.speakers.quotes import CLOSING, OPENING
from vidbiy.reading.speakers.speaker_names import CONTENT, COUNTING, about, cost, is_local, reports_of, with_auxiliary
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["Around", "Resolver", "Sayers"]

# From a source or office mark, the marks of its sentence and the place spoken of, to the speaker's id.
Resolver = Callable[[Mark, Sequence[Mark], str | None], str | None]
# From a token of a sentence to the place that an office there belongs to.
Around = Callable[[int], str | None]

# "..., the mayor chronicled.", "... – KLITSCHKO", "... (мэр Полищук).": a last clause has no more tokens.
_TAIL = 10
_TAIL_MARKS = frozenset({",", "—", "-", "("})
# What a clause holds that tells nobody's words: one more of a list, thanks to the crews.
_NOT_SAYING = frozenset({"include", "and", "thanks", "clause"})
# "thank you, East air command": so near a name stands the thanks that it is given.
_THANKED = 2
_UNNAMED = "officials"
_ATTACKER = "ru-mod"  # what it sends it does not count
_STOPS = frozenset({",", ".", ";", "—", "-", "!", "?", ")", '"', "»", "”", "…"})


class Sayers:
    """Finds who says something in a sentence; `last` is whoever spoke last in the text, for "the mayor added"."""

    def __init__(self, tokens: Tokens, resolve: Resolver, *, story: bool, verbs_last: bool) -> None:
        self._tokens = tokens
        self._resolve = resolve
        self._story = story  # no post of its source: whoever is named may be quoted
        self._verbs_last = verbs_last  # "hatte von 40 gesprochen": participles end their clause
        self.last: Attribution | None = None

    def named(self, names: Sequence[list[Mark]], line: Line, marks: Sequence[Mark], place: Around) -> list[Attribution]:
        """Return the speakers that a sentence names, each with the verb of saying that costs the least, in their order."""
        if not names:
            return []
        reports = reports_of(marks)
        if self._verbs_last:
            reports = with_auxiliary(reports, marks, line)
        pairs = sorted(
            (
                (apart, at, to)
                for at, name in enumerate(names)
                for to, report in enumerate(reports)
                if (apart := cost(name, report)) is not None
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
                found.append(self.attribution(names[at], reports[to], line, marks, place))
        if found and len(names) > len(used_names):
            found += [
                self.attribution(name, None, line, marks, place)
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
        if words[name[0].first - 1] in OPENING and words[name[-1].last : name[-1].last + 1] in (["»"], ["”"]):
            return False  # "подсчитала «Медиазона»": the name itself
        between = self._tokens.words[min(name[-1].last, report.last) : max(name[0].first, report.first)]
        return between.count('"') % 2 == 1 or sum(word in OPENING for word in between) != sum(
            word in CLOSING for word in between
        )

    def _beyond(self, name: Sequence[Mark], report: Mark) -> bool:
        """Tell whether the source that somebody spoke "according to" ended before: "according to the inquiry, the army"."""
        between = self._tokens.words[report.last : name[0].first]
        return report.value == "according" and "," in between

    def attribution(
        self, name: Sequence[Mark], report: Mark | None, line: Line, marks: Sequence[Mark], place: Around
    ) -> Attribution:
        """Return the attribution to a name by a verb of saying, or by none."""
        first, last = name[0].first, name[-1].last
        start = first if report is None else min(first, report.first)
        end = last if report is None else max(last, report.last)
        follows = end >= line.last or self._tokens.words[end] in _STOPS
        tail = report is None or (follows and any(mark.kind in CONTENT and mark.last <= start for mark in marks))
        person = any(mark.kind == "office" or "since" in mark.attributes for mark in name)
        return Attribution(self.speaker(name, marks, place), first, last, start, end, tail, person, about(name))

    def speaker(self, name: Sequence[Mark], marks: Sequence[Mark], place: Around) -> str | None:
        """Return the id of a name: a person's or a body's own before that of an office ("мэр Артём Семенихин")."""
        sources = [mark.value for mark in name if mark.kind == "source" and mark.value]
        if sources:
            # "the head of the city council Vilkul": whom the words name is more than one of the officials.
            return next((source for source in sources if source != _UNNAMED), _UNNAMED)
        for mark in name:
            speaker = self._resolve(mark, marks, place(mark.first))
            if speaker is not None:
                return speaker
        if name[0].kind == "office" and self.last is not None and self.last.speaker is not None:
            # "The mayor added": where no city is spoken of, the one who spoke last.
            spoke = self.last.speaker
            return spoke if spoke.partition("-")[0] == name[0].value.partition("-")[0] else None
        return None

    def _tail(self, line: Line, names: Sequence[list[Mark]], marks: Sequence[Mark]) -> list[Mark] | None:
        """Return the source of a last clause with a verb that is not known (", the air force communicated")."""
        words = self._tokens.words
        start = next((at for at in range(line.last - 2, line.first, -1) if words[at] in _TAIL_MARKS), None)
        if start is None or line.last - start > _TAIL:
            return None
        content = [mark for mark in marks if mark.first > start]
        if any(mark.kind in CONTENT or (mark.kind == "role" and mark.value in _NOT_SAYING) for mark in content):
            return None
        return next((name for name in names if name[0].first > start and name[0].kind != "metonym"), None)

    def unspoken(
        self, names: Sequence[list[Mark]], line: Line, marks: Sequence[Mark], place: Around
    ) -> Attribution | None:
        """Return the speaker of a sentence that has a source and no verb of saying that is known."""
        name = (self._tail(line, names, marks) or self._counting(names, marks)) if names else None
        return self.attribution(name, None, line, marks, place) if name is not None else None

    def _counting(self, names: Sequence[list[Mark]], marks: Sequence[Mark]) -> list[Mark] | None:
        """Return who is told to have done what only it counts ("Siły Powietrzne doliczyły się 440 dronów")."""
        if not self._story:
            return None
        counted = any(mark.kind in ("weapon", "service") for mark in marks)
        sends = any(mark.kind == "action" and mark.value == "launch" for mark in marks)
        thanked = {mark.last for mark in marks if mark.kind == "role" and mark.value == "thanks"}
        for name in names:
            if not thanked.isdisjoint(range(name[0].first - _THANKED, name[0].first + 1)):
                continue  # "thank you, East air command"
            if any(
                mark.kind == "source"
                and ((counted and mark.value in COUNTING and not (sends and mark.value == _ATTACKER)) or is_local(mark))
                for mark in name
            ):
                return name
        return None
