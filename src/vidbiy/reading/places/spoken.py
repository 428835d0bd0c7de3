"""What places a document speaks of, from sentence to sentence: its home, a heading, the label of a line, the last.

"Суми:" on a line of its own rules the lines below it; after "у Харкові двоє поранених" the next sentence is of Kharkiv.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vidbiy.reading.assertions import Assertion
from vidbiy.reading.places.atlas import Atlas, country_of, region_of
from vidbiy.reading.places.mention import Mention
from vidbiy.reading.places.mentions import NAMES, find_mentions
from vidbiy.reading.places.named_places import NamedPlaces
from vidbiy.reading.places.nearness import AIR_DEFENCE, NATIONAL_SPEAKERS
from vidbiy.reading.said import Said
from vidbiy.reading.words.annotation import Mark
from vidbiy.reading.words.datelines import is_stamped, read_dateline
from vidbiy.reading.words.stamps import STAMP, is_stamp, only_stamps
from vidbiy.reading.words.text import Line, Tokens

__all__ = ["COUNTRYWIDE", "Spoken"]

# Who runs one thing in the whole country: what it says without a place is about no city of the story.
COUNTRYWIDE = frozenset({"ukrenergo", "dtek", "ua-energy-ministry", "ua-railways", "ua-health-ministry"})
# A street, the "scene": where it was is known from before.
_SCENES = frozenset({"street", "scene"})
# Where these lead to, the story does not go on.
_ASIDE = frozenset({"target", "left_airspace"})
_ELSEWHERE = AIR_DEFENCE | _ASIDE
_LABEL_ENDS = frozenset({".", ":", "—", "-", "\n"})


class Spoken:
    """Follows what places a document speaks of."""

    def __init__(
        self,
        tokens: Tokens,
        atlas: Atlas,
        home: str | None,
        *,
        source: str | None,
        local: bool,
        one_district: bool = False,
    ) -> None:
        self._one_district = one_district  # the text is about one event: it names one district, and goes on about it
        self._tokens = tokens
        self.atlas = atlas
        self.official = source is not None  # the document is a post of its source, no story
        self.local = local  # and that source speaks for a city or a region
        self._countrywide = source in COUNTRYWIDE or source in NATIONAL_SPEAKERS
        self.home = home  # the place of the document's source, else of its story
        self.current: str | None = home
        self._before: str | None = home  # the place spoken of before this sentence: "there"
        self._heading: str | None = None  # a place on a line of its own rules the lines below it
        self._alone = False  # so far the heading is all there is of its paragraph
        self._led = False  # the story's first claims have been placed
        self.led = False  # and gave it its home
        self.balanced = False  # the paragraph has counted, over the country, what was sent or stopped
        self._aimed: str | None = None  # the main target that the sentence before named: "there"
        self.label: str | None = None  # a place at the head of a line rules the line
        self._labels = 0  # so many lines had one
        self._paragraph = -1
        self._told_in = -1  # the last paragraph that told of a town
        self._named_in = -1  # the paragraph in which a place was named last
        self.start = 0  # where the sentence at hand begins, its dateline left out
        self._line: Line | None = None
        self._from_dateline = False  # the home is only where the story was written
        self._town: str | None = None  # the town spoken of last: a street without one is there
        self._heads = True  # the sentence is the first of its line, time stamps not counted
        self._stamped = False  # the line is an entry of a live blog
        self._blog = False  # so far one line or more was
        self.entered: str | None = None  # the country whose airspace the sentence before told of: stopped there
        self.so_far = NamedPlaces(atlas)
        if home is not None:
            atlas.seen.append(home)

    def begin(self, sentence: Said) -> list[Mention]:
        """Take note of the places of a sentence; return those that it names."""
        line, marks = sentence.line, sentence.marks
        self._before, self._line = self._aimed or self.current, line
        self._aimed = None
        if line.opens:
            self.entered = None
            self._stamped = is_stamped(self._tokens, line)
            self._blog = self._blog or self._stamped
            if self._stamped:
                self._heading, self._alone = None, False
            self._one_district = self._one_district and not self._stamped
            self._open_line(line)
        start = self.start = self._behind_dateline(line, marks)
        self.atlas.there = self._before
        mentions: list[Mention] = []
        if not NAMES.isdisjoint(sentence.kinds) or "region" in sentence.values:
            mentions = find_mentions(self._tokens, line, marks, self.atlas, self.current, start)
            self._read_label(line, marks, mentions)
        if not mentions and self._names_street(sentence):
            self.current = self._town
        if self._heads and (STAMP.isdisjoint(sentence.kinds) or not is_stamp(self._tokens, line, marks)):
            self._heads = False
        return mentions

    def _names_street(self, sentence: Said) -> bool:
        """Tell whether a sentence names a street, and the place spoken of is the region of the town before."""
        if self._town is None or self.current is None or _SCENES.isdisjoint(sentence.values):
            return False
        streets = any(mark.kind in ("void", "role") and mark.value in _SCENES for mark in sentence.marks)
        return streets and self.atlas.within(self._town, self.current)

    def _open_line(self, line: Line) -> None:
        self._heads = True
        label, self.label = self.label, None
        if line.paragraph != self._paragraph:
            self._paragraph = line.paragraph
            self.balanced = False
            if label is not None and self.home is None:
                # What is summed up below several labels is about all of them.
                self.current = region_of(label) if self._labels > 1 else label
            self._open_paragraph()
        elif (line.bullet or self.local) and not self.in_the_district:
            self.current = self._heading or self.home or (None if self._countrywide else self.current)

    def _open_paragraph(self) -> None:
        if not self._alone:
            self._heading = None
        self._alone = False
        if self._heading is not None:
            self.current = self._heading
        elif self.home is not None:
            if not self._goes_on(self.home) and not self._came_home(self.home):
                self.current = self.home
        elif self._countrywide:
            self.current = None
        elif self.current is not None:
            if country_of(self.current) != self.atlas.nation or "-" not in self.current:
                self.current = None
            elif not self.in_the_district:
                self.current = self.atlas.city_of(self.current) or self.current

    @property
    def in_the_district(self) -> bool:
        """Whether the place spoken of is the only district of a story."""
        if not self._one_district or self.current is None or self.local:
            return False
        return self.atlas.city_of(self.current) not in (None, self.current)

    def _goes_on(self, home: str) -> bool:
        """Tell whether a post on one event goes on with the town it has named: its source speaks for no region."""
        if self.in_the_district:
            return True
        if self._countrywide or not self.official or self.current is None:
            return False
        if self.atlas.city_of(home) is not None or not self.atlas.within(self.current, home):
            return False
        return not self.local or self.so_far.only(self.current)

    def _came_home(self, home: str) -> bool:
        """Tell whether a story that began in another country has turned to the one that is attacked."""
        nation = self.atlas.nation
        return self.current is not None and country_of(self.current) == nation != country_of(home)

    def _behind_dateline(self, line: Line, marks: Sequence[Mark]) -> int:
        """Return where a sentence begins; a dateline's place is the home of a story that has none."""
        if line.first > 0 or self.official:
            return line.first
        start, place = read_dateline(self._tokens, line, marks, self.atlas.capitals)
        if place is not None and self.home is None:
            self._set_home(place)
        return start

    def _set_home(self, mark: Mark) -> None:
        place = self.atlas.resolve(mark, self._tokens)
        if place is None or place in self.atlas.capitals or country_of(place) != self.atlas.nation or "-" not in place:
            return
        self.home = self.current = self._before = place
        self._from_dateline = True
        self.atlas.seen.append(place)

    def _read_label(self, line: Line, marks: Sequence[Mark], mentions: Sequence[Mention]) -> None:
        """Take the place that stands alone at the head of a line: what follows on it, or below it, happened there."""
        if not self._heads or not mentions or not mentions[0].leads or mentions[0].role != "where":
            return
        mention, words = mentions[0], self._tokens.words
        if mention.place is None or "-" not in mention.place:
            return
        ends = mention.last >= line.last or words[mention.last] in _LABEL_ENDS
        if not ends and not (self.official and only_stamps(self._tokens, marks, mention.last, line.last)):
            return
        self.label = self.current = mention.place
        self._labels += 1
        after = line.last
        if line.last - mention.last <= 1 and (after >= len(words) or words[after] == "\n"):
            self._heading, self._alone = mention.place, True

    def around(self, mentions: Sequence[Mention]) -> Callable[[int], str | None]:
        """Return what tells the place of an office at a token: the one named last before it, else the one spoken of."""
        named = [mention for mention in mentions if mention.role == "where" and mention.place and "-" in mention.place]
        current = self.current
        if not named:
            return lambda _: current
        sole = named[0].place if len({mention.place for mention in named}) == 1 else None

        def place_at(token: int) -> str | None:
            before = [mention.place for mention in named if mention.last <= token]
            return before[-1] if before else sole or current

        return place_at

    @property
    def of_paragraph(self) -> bool:
        """Whether a sentence before in the paragraph at hand named the city spoken of."""
        if self.current is None or self._named_in != self._paragraph:
            return False
        return self.atlas.city_of(self.current) is not None or region_of(self.current) == self.current

    @property
    def district(self) -> str | None:
        """The only district that a story of one city tells of, once it has been named."""
        if not self._one_district or self.local or self.home is None:
            return None
        return self.so_far.district(self.home)

    @property
    def named_here(self) -> bool:
        """Whether the paragraph at hand has named a place, or a label rules its line."""
        return self.label is not None or self._named_in == self._paragraph

    def here(self) -> str | None:
        """Return the place spoken of last; where a label rules the line, only what lies in it."""
        if self.label is None or (self.current is not None and self.atlas.lies_in(self.current, self.label)):
            return self.current
        return self.label

    def lists(self, near: Mention, mentions: Sequence[Mention], assertion: Assertion) -> bool:
        """Tell whether a place is one of several on a labelled line: what is counted in all of them is the label's.

        "Белгородский округ. Сёла Никольское и Таврово атакованы 19 беспилотниками".
        """
        label = self.label
        if label is None or near.place is None or near.place == label:
            return False
        if near.several:
            return self.atlas.lies_in(label, near.place)
        if assertion.measure not in AIR_DEFENCE or assertion.place is not None:
            return False
        before = {one.place for one in mentions if one.last <= assertion.first and one.role == "where" and one.place}
        return near.place in before and len(before) > 1 and all(self.atlas.lies_in(one, label) for one in before)

    def _lead(self, used: Sequence[str], named: Sequence[str]) -> None:
        """Take the place of a story's first claims as what the story is about, where it is one town or district."""
        if not used or self.official or self._led or self._blog:
            return
        self._led = True
        place = used[0] if len(set(used)) == 1 and self._paragraph == 0 and self.label is None else None
        if place is not None and self.home is None and "-" not in place and place not in (self.atlas.nation, "RU"):
            self.home = self.current = place  # "Poland shot down drones in its airspace": a story of another country
            return
        if place is None or place not in named or self.atlas.city_of(place) is None:
            return
        if self.home is None or self.atlas.within(place, self.home):
            self.led = self.home is None
            self.home = place

    def end(self, mentions: Sequence[Mention], placed: Sequence[tuple[Assertion, str | None]]) -> None:
        """Carry the place of a sentence on to the next: the last where something happened, else the last named."""
        self._alone = self._alone and self.label is not None
        left = [place for assertion, place in placed if assertion.measure == "left_airspace"]
        self.entered = left[-1] if left and not self.official else None
        if not mentions and not placed:
            self._from_dateline = False
            return
        used = [place for assertion, place in placed if assertion.measure not in _ASIDE and place is not None]
        if any("." in place for place in used):
            self._told_in = self._paragraph
        targets = {place for assertion, place in placed if assertion.measure in _ASIDE}
        self._aimed = next(iter(targets)) if len(targets) == 1 else None
        counted = sum(1 for assertion, _ in placed if assertion.place is not None and assertion.measure != "target")
        sent = any(assertion.measure == "launched" for assertion, _ in placed)
        named = [
            mention.place
            for mention in mentions
            if mention.place is not None and "-" in mention.place and not mention.example
            and self._speaks_of(mention, sent=sent)
            and mention.place not in targets and not (mention.several and self.label is not None)
        ]  # fmt: skip
        if counted > 1:
            # "In the region 27 were hurt: 19 in one town, eight in another" goes on with the region.
            self.current = next(
                (one for one in used if all(self.atlas.lies_in(other, one) for other in used)), self.current
            )
            return
        self.so_far.note(mentions)
        self._end_label(named)
        if named and not self._counts_over(named, placed):
            self._named_in = self._paragraph
            self._go_on_from(named, used)
        self._from_dateline = False
        self._lead(used, named)
        if self.current is not None and self.atlas.city_of(self.current) is not None:
            self._town = self.atlas.city_of(self.current)
        if named:
            if self._line is not None and self._line.heads:
                self._heading, self._alone = self.current, True
        elif used:
            self._go_on_unnamed(used, placed)
        elif any(mention.several and mention.place == self.atlas.nation for mention in mentions):
            self.current = self.atlas.nation

    def _end_label(self, named: Sequence[str]) -> None:
        """Let a label rule its line no longer than to another place: "Kharkiv: eight hurt. In Poltava … In all, …"."""
        label, atlas = self.label, self.atlas
        if label is None or not named:
            return
        if not any(atlas.lies_in(one, label) or atlas.within(label, one) for one in named):
            self.label = None

    def _go_on_unnamed(self, used: Sequence[str], placed: Sequence[tuple[Assertion, str | None]]) -> None:
        """Take the place of what a sentence told without naming one for that of the next."""
        at_hand = [place for assertion, place in placed if assertion.measure not in _ELSEWHERE and place is not None]
        place = (at_hand or used)[-1]
        if not at_hand and self._told_in == self._paragraph:
            return  # what was sent against the country, in a paragraph on a town
        if not self._countrywide or place == self.atlas.nation:
            self.current = place  # the region of a railway line is not where the railway goes on

    def _counts_over(self, named: Sequence[str], placed: Sequence[tuple[Assertion, str | None]]) -> bool:
        """Tell whether a sentence only counts what was stopped over the region of the town that the story is about."""
        current = self.current
        if (
            self.official
            or current is None
            or not placed
            or any(assertion.measure not in AIR_DEFENCE for assertion, _ in placed)
        ):
            return False
        return all(place != current and self.atlas.within(current, place) for place in named)

    def _speaks_of(self, mention: Mention, *, sent: bool) -> bool:
        """Tell whether a sentence that names a place may go on there: it happened in it, or "of" it ("von", "z")."""
        if mention.role == "from":
            return not sent and mention.place is not None and country_of(mention.place) == self.atlas.nation
        return mention.role == "where"

    def _go_on_from(self, named: Sequence[str], used: Sequence[str]) -> None:
        """Take what a sentence named for the place of the next: where something happened, else the last."""
        chosen = [place for place in named if place in used] or named
        cities = {self.atlas.city_of(place) for place in chosen}
        city = cities.pop() if len(cities) == 1 and len(set(chosen) - cities) > 1 else None
        # After "in this district two, in that one three" the city is spoken of.
        current = city or next((one for one in named if self.atlas.within(one, chosen[-1])), chosen[-1])
        if self.label is not None and self.label in used and self.label not in named and len(set(named)) > 1:
            current = self.label  # it counted over several places of the label's
        if self._from_dateline and self.atlas.city_of(current) is not None:
            self.home = self.atlas.city_of(current)
        self.current = current
