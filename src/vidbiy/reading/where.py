"""Where it was: the place of each assertion, from its clause, its sentence, and what was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence

from vidbiy.lexicon.places import Gazetteer, Place
from vidbiy.reading.annotation import Mark
from vidbiy.reading.assertions import Assertion
from vidbiy.reading.governing import Governor
from vidbiy.reading.text import Line, Tokens

__all__ = ["PlaceTracker"]

_NATIONAL = frozenset({"launched", "shot_down", "suppressed", "intercepted", "in_air"})
_NATIONAL_SPEAKERS = frozenset({"ua-air-force", "ua-president", "ua-general-staff", "ua-mod", "ua-government"})


class PlaceTracker:
    """Follows what places a document speaks of."""

    def __init__(self, tokens: Tokens, gazetteer: Gazetteer, home: str | None) -> None:
        self._tokens = tokens
        self._gazetteer = gazetteer
        self._home = home  # the place of the document's source
        self.current: str | None = home
        self._heading: str | None = None
        self._paragraph = -1
        self._seen: list[str] = [home] if home else []

    def resolve(self, mark: Mark) -> str | None:
        """Return the id of the place that a mark names, homonyms decided by what was spoken of before."""
        match = mark.place
        if match is None or not match.candidates:
            return None
        return self._choose(match.candidates)

    def _choose(self, candidates: Sequence[Place]) -> str:
        if len(candidates) == 1:
            return candidates[0].id
        for seen in reversed(self._seen):
            chain = {seen, *self._gazetteer.ancestors(seen)} - {"UA", "RU"}
            for candidate in candidates:
                if candidate.id in chain or (candidate.parent in chain) or chain & set(
                    self._gazetteer.ancestors(candidate.id)
                ):
                    return candidate.id
        return candidates[0].id

    def begin(self, line: Line, marks: Sequence[Mark]) -> list[tuple[Mark, str]]:
        """Take note of the places of the sentence `line`; return those that something can have happened in."""
        if line.opens and line.paragraph != self._paragraph:
            self._paragraph = line.paragraph
            self._open_paragraph()
        elif line.opens and (line.bullet or self._home is not None):
            self.current = self._heading or self._home or self.current
        places = [(mark, place) for mark in marks if mark.kind == "place" and (place := self.resolve(mark)) is not None]
        usable = [(mark, place) for mark, place in places if not self._of_speaker(mark, marks) and not self._from(mark, marks)]
        for _, place in places:
            self._seen.append(place)
        label = self._label(line, usable)
        if label is not None:
            self._heading = self.current = label
        return usable

    def _open_paragraph(self) -> None:
        self._heading = None
        if self._home is not None:
            self.current = self._home
        elif self.current is not None and self._kind(self.current) == "district":
            place = self._gazetteer.get(self.current)
            self.current = place.parent if place is not None and place.parent else self.current

    def _kind(self, place_id: str) -> str:
        place = self._gazetteer.get(place_id)
        return place.kind if place is not None else ""

    def _label(self, line: Line, usable: Sequence[tuple[Mark, str]]) -> str | None:
        """Return the place that stands alone at the head of a line: what follows happened there."""
        if not usable or not line.opens:
            return None
        mark, place = usable[0]
        words = self._tokens.words
        if any(words[at][0].isalnum() for at in range(line.first, mark.first)):
            return None
        if mark.last >= line.last or words[mark.last] in (".", ":", "—", "\n"):
            return place
        return None

    def _of_speaker(self, mark: Mark, marks: Sequence[Mark]) -> bool:
        """Tell whether the place only names a speaker ("Kyiv's mayor", "Одеська ОВА")."""
        return any(
            other.kind in ("office", "source") and (0 <= other.first - mark.last <= 1 or 0 <= mark.first - other.last <= 1)
            for other in marks
        )

    def _from(self, mark: Mark, marks: Sequence[Mark]) -> bool:
        """Tell whether it is where weapons were sent from ("from Kursk", "з Приморсько-Ахтарська")."""
        return any(
            other.kind == "role" and other.value == "from" and 0 <= mark.first - other.last <= 1 for other in marks
        )

    def place(
        self,
        assertion: Assertion,
        line: Line,
        usable: Sequence[tuple[Mark, str]],
        marks: Sequence[Mark],
        governor: Governor,
        speaker: str | None,
    ) -> str | None:
        """Return the place of `assertion`, the most specific that the text supports."""
        home = self._national_home(speaker)
        if assertion.place is not None:
            return self.resolve(assertion.place)
        near = self._near(assertion, usable, marks, governor, home)
        if near is not None:
            return near
        if assertion.measure in _NATIONAL and (self.current is None or self._home is None or speaker in _NATIONAL_SPEAKERS):
            return home
        if assertion.measure in ("hit", "hit_locations", "debris_locations") and speaker in _NATIONAL_SPEAKERS:
            return home
        return self.current or home

    @staticmethod
    def _national_home(speaker: str | None) -> str:
        return "RU" if speaker is not None and (speaker == "ru-mod" or speaker.startswith("gov-RU")) else "UA"

    def _near(
        self,
        assertion: Assertion,
        usable: Sequence[tuple[Mark, str]],
        marks: Sequence[Mark],
        governor: Governor,
        home: str,
    ) -> str | None:
        best: tuple[float, str] | None = None
        foreign = "RU" if home == "UA" else "UA"
        for mark, place in usable:
            if assertion.measure != "left_airspace" and place.split("-")[0].split(".")[0] == foreign and self._abroad(
                assertion
            ):
                continue
            if assertion.measure == "left_airspace" and place.startswith("UA"):
                continue
            cost = governor.cost(mark, assertion.first, assertion.last) + self._bare_name(mark, marks)
            if best is not None and self._within(place, best[1]) and cost < best[0] + 3:
                best = (min(cost, best[0]), place)
            elif best is None or (cost < best[0] and not self._within(best[1], place)):
                best = (cost, place)
        return best[1] if best is not None and best[0] <= 16 else None

    @staticmethod
    def _bare_name(mark: Mark, marks: Sequence[Mark]) -> float:
        """Return what it costs a place to stand without "in", "over", "near": it may be anything but where."""
        if any(
            other.kind == "role" and other.value == "locative" and 0 <= mark.first - other.last <= 2 for other in marks
        ):
            return 0.0
        return 2.0

    def _within(self, place: str, other: str) -> bool:
        return other != place and other in self._gazetteer.ancestors(place)

    @staticmethod
    def _abroad(assertion: Assertion) -> bool:
        return assertion.measure in _NATIONAL

    def end(self, usable: Sequence[tuple[Mark, str]]) -> None:
        """Carry the last place of a sentence on to the next."""
        for _, place in usable:
            if place not in ("UA", "RU"):
                self.current = place
