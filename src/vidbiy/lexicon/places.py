"""The gazetteer: which place a word of a text names.

The names are rows of ``data/places.tsv``; how they decline is ``data/declension.toml``; the words that go with them
("область", "district") are ``data/place_units.toml``. Nothing is generated: a form met in a text is led back to the
names that it may be a form of, once, and the answer is kept. So the common case, a word that names no place, is one
dictionary hit.
"""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

__all__ = ["Gazetteer", "Place", "PlaceMatch"]

_MEMO_LIMIT = 200_000
# A name, its unit word and the qualifiers between them take no more tokens than this.
_WINDOW = 6
_MOST_LEMMAS = 400
_LIST_LENGTH = 8
_SHORTEST_STEM = 2
# Where a bare name may mean several places: a country or region first, then by population, whatever the kind.
_RANK = {"country": 0, "sea": 0, "region": 1}
_LOWEST_RANK = 2
_WITH_UNITS = frozenset({"region", "raion", "hromada", "district"})
_OWNED = ("raion", "hromada")
_POSSESSIVES = ("'s", "'")
_ADJECTIVAL = frozenset({"uk", "ru"})
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'", "ё": "е"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the record; ``names`` are (language, name), the main one of each language first."""

    id: str
    kind: str
    parent: str | None
    katotth: str | None
    population: int
    names: tuple[tuple[str, str], ...]

    def name(self, language: str) -> str:
        """The main name in a language, or the nearest there is."""
        for wanted in (language, "en", "uk"):
            for spoken, name in self.names:
                if spoken == wanted:
                    return name
        return self.names[0][1] if self.names else self.id


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """What was found at a position of a text."""

    length: int
    """Tokens consumed, unit words included."""
    candidates: tuple[Place, ...]
    """The places it may be, the likeliest first."""
    adjective: bool
    """The name is an adjective ("Харківського"): it means the place only with a unit word beside it (see `unit`)."""
    unit: bool = False
    """A unit word ("область", "district") was consumed, or closes or opens the list that the name is in."""
    common: bool = False
    """The name is a plain word too ("Мирне", "Bar"), and no unit word says that it is a name."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit word in one of its forms."""

    kinds: tuple[str, ...]
    before: bool
    after: bool
    plural: bool
    singular: bool
    dotted: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """One name that may begin at a token."""

    line: int
    language: str
    rest: tuple[str, ...]
    bound: bool
    common: bool
    lower: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is known of a token: names that begin there, and what unit word it is."""

    readings: tuple[_Reading, ...]
    unit: _Unit | None


@dataclass(frozen=True, slots=True)
class _Name:
    """The readings of the longest name at a position."""

    length: int
    readings: tuple[_Reading, ...]


_NOTHING = _Entry((), None)


class Gazetteer:
    """The places, by id and by the words that name them."""

    def __init__(
        self, text: str, declension: Mapping[str, Any], units: Mapping[str, Any], languages: Sequence[str]
    ) -> None:
        self._languages = frozenset(languages)
        self._lines = text.splitlines()
        self._ids: dict[str, int] = {}
        self._index: dict[str, int | list[int]] = {}
        self._places: dict[int, Place] = {}
        self._memo: dict[str, _Entry] = {}
        self._main_cities: dict[str, str] = {}
        self._matches: dict[tuple[object, ...], PlaceMatch | None] = {}
        self._endings: dict[str, list[tuple[str, str]]] = {}
        self._irregular: dict[str, list[tuple[str, str]]] = {}
        self._units: dict[str, _Unit] = {}
        self._separators: set[str] = set()
        self._qualifiers: set[str] = set()
        self._seats: set[str] = set()
        self._common: set[str] = set()
        self._common_endings: dict[str, tuple[str, ...]] = {}
        self._read_declension(declension)
        self._read_units(units)
        self._longest_ending = max(map(len, self._endings), default=0)
        self._read_lines(text)

    @classmethod
    def load(cls, languages: Sequence[str]) -> Gazetteer:
        """The packaged gazetteer, with the names in these languages."""
        data = files("vidbiy.lexicon") / "data"
        return cls(
            (data / "places.tsv").read_text(encoding="utf-8"),
            tomllib.loads((data / "declension.toml").read_text(encoding="utf-8")),
            tomllib.loads((data / "place_units.toml").read_text(encoding="utf-8")),
            languages,
        )

    # --- the data ---

    def _read_declension(self, declension: Mapping[str, Any]) -> None:
        for language in sorted(self._languages & declension.keys()):
            for lemma, forms in declension[language]["endings"].items():
                for form in forms.split():
                    self._endings.setdefault("" if form == "-" else form, []).append((lemma, language))
            for lemma, forms in declension[language]["irregular"].items():
                for form in forms.split():
                    self._irregular.setdefault(form, []).append((lemma, language))

    def _read_units(self, units: Mapping[str, Any]) -> None:
        for language in sorted(self._languages & units.keys()):
            table = units[language]
            self._separators.update(table["separators"])
            self._qualifiers.update(table["qualifiers"])
            self._seats.update(table["seats"])
            self._common.update(" ".join(table["common"]).split())
            self._common_endings[language] = tuple(table["common_endings"])
            for unit in table["unit"]:
                self._read_unit(unit)

    def _read_unit(self, unit: Mapping[str, Any]) -> None:
        before, after = unit["where"] != "after", unit["where"] != "before"
        singular, plural = set(unit["forms"]), set(unit.get("plural", ()))
        dotted = set(unit.get("dotted", ())) - singular
        for form in sorted(singular | plural | dotted):
            known = self._units.get(form)
            made = _Unit(tuple(unit["kinds"]), before, after, form in plural, form in singular, form in dotted)
            # The same word in two languages ("область", "rajon") is one unit; it may do all that either may.
            self._units[form] = made if known is None else _joined(known, made)

    def _read_lines(self, text: str) -> None:
        """Index the first word of each name. This is most of the loading time, so it is kept flat."""
        index, languages = self._index, self._languages
        lowered = text.lower().replace("ё", "е").splitlines()
        for number, line in enumerate(lowered):
            if line.startswith("#"):
                continue
            head, _, names = line.rpartition("\t")
            place, kind, _ = head.split("\t", 2)
            self._ids[place] = number
            plain = kind in ("settlement", "city", "country", "sea")
            for name in names.split("|"):
                if name[:2] not in languages:
                    continue
                word, _, more = name[3:].partition(" ")
                if not plain and more and word in self._units:
                    word = more.partition(" ")[0]
                held = index.setdefault(word, number)
                if held is number:
                    continue
                if isinstance(held, int):
                    if held != number:
                        index[word] = [held, number]
                elif held[-1] != number:
                    held.append(number)

    def _place(self, line: int) -> Place:
        place = self._places.get(line)
        if place is None:
            identity, kind, parent, katotth, population, names = self._lines[line].split("\t")
            pairs = tuple((name[:2], name[3:]) for name in names.split("|"))
            place = Place(identity, kind, parent or None, katotth or None, int(population), pairs)
            self._places[line] = place
        return place

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Place]:
        return map(self._place, self._ids.values())

    def get(self, place_id: str) -> Place | None:
        """The place of an id."""
        line = self._ids.get(place_id.lower())
        return None if line is None else self._place(line)

    def seats(self) -> Mapping[str, str]:
        """The main city of each region: its most populous one. Found once, for it looks at all places."""
        if not self._main_cities:
            largest: dict[str, Place] = {}
            for place in self:
                region = place.id.partition(".")[0]
                if place.kind == "city" and (region not in largest or largest[region].population < place.population):
                    largest[region] = place
            self._main_cities = {region: place.id for region, place in largest.items()}
        return self._main_cities

    def ancestors(self, place_id: str) -> tuple[str, ...]:
        """The ids of what a place lies in, the nearest first."""
        found: list[str] = []
        place = self.get(place_id)
        while place is not None and place.parent is not None:
            found.append(place.parent)
            place = self.get(place.parent)
        return tuple(found)

    # --- words ---

    def _lemmas(self, word: str) -> dict[str, frozenset[str]]:
        """The dictionary forms that a word may be a form of, itself first, each with the languages it may be so in."""
        found = self._lemmas_of_part(word)
        if "-" in word:
            parts = [self._lemmas_of_part(part).items() for part in word.split("-")]
            for choice in itertools.islice(itertools.product(*parts), _MOST_LEMMAS):
                languages = frozenset.intersection(*(spoken for _, spoken in choice))
                if languages:
                    whole = "-".join(part for part, _ in choice)
                    found[whole] = found.get(whole, frozenset()) | languages
        return found

    def _lemmas_of_part(self, word: str) -> dict[str, frozenset[str]]:
        found = {word: self._languages}
        forms = list(self._irregular.get(word, ()))
        for length in range(min(self._longest_ending, len(word) - _SHORTEST_STEM) + 1):
            cut = len(word) - length
            forms += [(word[:cut] + ending, language) for ending, language in self._endings.get(word[cut:], ())]
        for lemma, language in forms:
            found[lemma] = found.get(lemma, frozenset()) | {language}
        return found

    def _entry(self, token: str) -> _Entry:
        entry = self._memo.get(token)
        if entry is None:
            if len(self._memo) >= _MEMO_LIMIT:
                self._memo.clear()
            entry = self._memo[token] = self._analyse(token)
        return entry

    def _analyse(self, token: str) -> _Entry:
        if not token[:1].isalpha():
            return _NOTHING
        word = _normal(token)
        lower = token[0].islower()
        readings = tuple(self._readings(word, lower=lower))
        unit = self._units.get(word.removesuffix("."))
        if not readings and unit is None:
            return _NOTHING
        return _Entry(readings, unit)

    def _readings(self, word: str, *, lower: bool) -> Iterator[_Reading]:
        seen = set()
        for base in _without_possessive(word):
            for lemma, languages in self._lemmas(base).items():
                lines = self._index.get(lemma, ())
                for line in (lines,) if isinstance(lines, int) else lines:
                    if (lemma, line) not in seen:
                        seen.add((lemma, line))
                        yield from self._names_at(line, lemma, languages, base, lower=lower)

    def _names_at(
        self, line: int, lemma: str, languages: frozenset[str], word: str, *, lower: bool
    ) -> Iterator[_Reading]:
        """The names of a line that begin with a lemma."""
        place = self._place(line)
        for language, name in place.names:
            if language not in languages or (lower and not name.rpartition(" ")[2][0].islower()):
                continue
            if place.kind == "country" and language == "de" and word == lemma + "er":
                continue  # "Schweizer" is a person or of Switzerland; "Kiewer" is of the city
            words, bound = _normal(name).split(" "), False
            if len(words) > 1 and place.kind in _WITH_UNITS:
                words, bound = self._without_unit(words)
            if words[0] == lemma:
                common = len(words) == 1 and self._is_common(lemma, word, place, language)
                yield _Reading(line, language, tuple(words[1:]), bound, common, lower)

    def _is_common(self, lemma: str, word: str, place: Place, language: str) -> bool:
        """Whether a name is a plain word too; small places with the endings of adjectives are held to be."""
        if lemma in self._common or word in self._common:
            return True
        return place.kind == "settlement" and lemma.endswith(self._common_endings.get(language, ("\0",)))

    def _without_unit(self, words: list[str]) -> tuple[list[str], bool]:
        first, last = self._units.get(words[0]), self._units.get(words[-1])
        if last is not None and last.after and not last.dotted:
            return words[:-1], True
        if first is not None and first.before and not first.dotted:
            return words[1:], True
        return words, False

    # --- matching ---

    def opens(self, word: str) -> bool:
        """Whether a word in lower case may begin a place: a unit word ("місто Суми"), a name in scorn ("білорусь")."""
        entry = self._memo.get(word)
        if entry is None:
            entry = self._entry(word)
        if entry is _NOTHING:
            return False
        return (entry.unit is not None and entry.unit.before) or bool(entry.readings)

    def match(self, tokens: Sequence[str], i: int) -> PlaceMatch | None:
        """The longest name that begins at token ``i``, with the unit words that go with it; None if none does."""
        token = tokens[i]
        entry = self._memo.get(token)
        if entry is None:
            entry = self._entry(token)
        if entry is _NOTHING:
            return None
        # Outside a list only the nearest words decide, and reports name the same places in the same words.
        window = tuple(tokens[max(i - 1, 0) : i + _WINDOW])
        if not self._separators.isdisjoint(window):
            return self._match_here(tokens, i, entry)
        key = (i > 0, *window)
        try:
            return self._matches[key]
        except KeyError:
            pass
        if len(self._matches) >= _MEMO_LIMIT:
            self._matches.clear()
        found = self._matches[key] = self._match_here(tokens, i, entry)
        return found

    def _match_here(self, tokens: Sequence[str], i: int, entry: _Entry) -> PlaceMatch | None:
        if entry.unit is not None and entry.unit.before:
            found = self._match_after_unit(tokens, i, entry.unit)
            if found is not None:
                return found
        return self._match_name(tokens, i, entry) if entry.readings else None

    def _match_after_unit(self, tokens: Sequence[str], i: int, unit: _Unit) -> PlaceMatch | None:
        """A unit word, its full stop or "of", then a name of that kind."""
        at = i + 1
        if unit.dotted and not tokens[i].endswith("."):
            if at >= len(tokens) or tokens[at] != ".":
                return None
            at += 1
        elif at < len(tokens) and tokens[at].lower() in ("of", "."):
            at += 1
        if at >= len(tokens):
            return None
        name = self._name_at(tokens, at)
        if name is None:
            return None
        chosen = self._of_kinds(name.readings, unit.kinds)
        if not chosen:
            return None
        length = at - i + name.length
        after = self._unit_after(tokens, at + name.length)
        if after is not None and not set(after[0].kinds) & set(unit.kinds):
            return None
        return PlaceMatch(length, chosen, adjective=self._adjectival(name.readings, chosen), unit=True)

    def _match_name(self, tokens: Sequence[str], i: int, entry: _Entry) -> PlaceMatch | None:
        name = self._name_from(tokens, i, entry)
        if name is None:
            return None
        return self._with_unit_after(tokens, i, name) or self._in_list(tokens, i, name) or self._bare(name)

    def _name_at(self, tokens: Sequence[str], i: int) -> _Name | None:
        return self._name_from(tokens, i, self._entry(tokens[i]))

    def _name_from(self, tokens: Sequence[str], i: int, entry: _Entry) -> _Name | None:
        """The longest of the names that begin at a token."""
        best: list[_Reading] = []
        length = 0
        for reading in entry.readings:
            size = 1 + len(reading.rest)
            if size < length or not self._continues(tokens, i + 1, reading):
                continue
            if size > length:
                best, length = [], size
            best.append(reading)
        return _Name(length, tuple(best)) if best else None

    def _continues(self, tokens: Sequence[str], at: int, reading: _Reading) -> bool:
        """Whether the further words of a name follow, in whatever form."""
        if not reading.rest:
            return True
        words = [_normal(token) for token in tokens[at : at + len(reading.rest)]]
        return len(words) == len(reading.rest) and all(
            any(reading.language in self._lemmas(base).get(part, ()) for base in _without_possessive(word))
            for part, word in zip(reading.rest, words, strict=True)
        )

    def _unit_after(self, tokens: Sequence[str], at: int) -> tuple[_Unit, int] | None:
        """The unit word at a position, qualifiers skipped, and how many tokens it takes."""
        start = at
        while at < len(tokens) and tokens[at].lower() in self._qualifiers:
            at += 1
        unit = self._units.get(tokens[at].lower().removesuffix(".")) if at < len(tokens) else None
        if unit is None or not unit.after:
            return None
        used = at + 1
        if unit.dotted and not tokens[at].endswith("."):
            if used >= len(tokens) or tokens[used] != ".":
                return None
            used += 1
        return unit, used - start

    def _with_unit_after(self, tokens: Sequence[str], i: int, name: _Name) -> PlaceMatch | None:
        at = i + name.length
        hit = self._unit_after(tokens, at)
        if hit is not None:
            chosen = self._of_kinds(name.readings, hit[0].kinds)
            if chosen:
                adjective = self._adjectival(name.readings, chosen)
                return PlaceMatch(name.length + hit[1], chosen, adjective=adjective, unit=True)
        if at < len(tokens) and tokens[at].lower() in self._seats:
            cities = self._cities_of(name.readings)
            if cities:
                return PlaceMatch(name.length + 1, cities, adjective=True, unit=True)
        return None

    def _in_list(self, tokens: Sequence[str], i: int, name: _Name) -> PlaceMatch | None:
        """A member of a list whose unit word stands at its end or before it."""
        unit = self._closing_unit(tokens, i + name.length, name) or self._opening_unit(tokens, i)
        chosen = () if unit is None else self._of_kinds(name.readings, unit.kinds)
        if not chosen:
            return None
        return PlaceMatch(name.length, chosen, adjective=self._adjectival(name.readings, chosen), unit=True)

    def _closing_unit(self, tokens: Sequence[str], at: int, name: _Name) -> _Unit | None:
        """The unit word that ends a list: any for adjectives, a plural one for names that can stand alone."""
        free = any(not reading.bound for reading in name.readings)
        joined = False
        for _ in range(_LIST_LENGTH):
            joined_here = False
            while at < len(tokens) and tokens[at].lower() in self._separators:
                at, joined_here = at + 1, True
            joined = joined or joined_here
            hit = self._unit_after(tokens, at) if joined and not joined_here else None
            if hit is not None:
                return hit[0] if hit[0].plural or not free else None
            if at >= len(tokens) or not joined_here:
                return None
            member = self._name_at(tokens, at)
            if member is None:
                return None
            at += member.length
        return None

    def _opening_unit(self, tokens: Sequence[str], i: int) -> _Unit | None:
        """The unit word that a name stands after, at once or in a list."""
        joined = False
        for at in range(i - 1, max(-1, i - 2 * _LIST_LENGTH), -1):
            token = tokens[at]
            if token.lower() in self._separators:
                joined = True
                continue
            entry = self._entry(token)
            if entry.unit is not None and entry.unit.before and not entry.unit.dotted:
                return entry.unit if entry.unit.plural or not joined else None
            if not joined or not entry.readings:
                return None
        return None

    def _bare(self, name: _Name) -> PlaceMatch | None:
        """A name with no unit word."""
        readings = [reading for reading in name.readings if not (reading.lower and reading.bound)]
        free = [reading for reading in readings if not reading.bound]
        kinds = {self._place(reading.line).kind for reading in free}
        if kinds == {"settlement"} and any(self._place(reading.line).kind == "region" for reading in readings):
            return PlaceMatch(name.length, self._ranked(readings), adjective=True)  # Смоленской: an oblast, a stanitsa
        if free:
            common = all(reading.common for reading in free)
            return PlaceMatch(name.length, self._ranked(free), adjective=False, common=common)
        bound = [reading for reading in readings if self._is_adjective(reading)]
        return PlaceMatch(name.length, self._ranked(bound), adjective=True) if bound else None

    def _is_adjective(self, reading: _Reading) -> bool:
        """Whether a name that needs a unit word hints at its place without one.

        In Ukrainian and Russian it is an adjective ("Липецької й Тамбовської"). Elsewhere only a city's district
        counts: "Zelensky" is no hromada.
        """
        return reading.language in _ADJECTIVAL or self._place(reading.line).kind == "district"

    def _adjectival(self, readings: Sequence[_Reading], chosen: Sequence[Place]) -> bool:
        """Whether the chosen places are named by an adjective; by a noun as well, if they can stand alone."""
        lines = {self._ids[place.id.lower()] for place in chosen}
        return any(
            reading.bound and reading.line in lines and (reading.language == "pl" or self._is_adjective(reading))
            for reading in readings
        )

    # --- choosing ---

    def _ranked(self, readings: Sequence[_Reading]) -> tuple[Place, ...]:
        places = {reading.line: self._place(reading.line) for reading in readings}
        order = sorted(
            places.values(),
            key=lambda place: (
                _RANK.get(place.kind, _LOWEST_RANK),
                -place.population,
                not place.id.startswith("UA"),
                place.id,
            ),
        )
        return tuple(order)

    def _of_kinds(self, readings: Sequence[_Reading], kinds: tuple[str, ...]) -> tuple[Place, ...]:
        """The places of these kinds; a city's name stands for its raion or hromada where that is what is asked for."""
        places = {place.id: place for reading in readings if (place := self._place(reading.line)).kind in kinds}
        for reading in readings:
            owner = self._place(reading.line)
            if owner.kind in ("city", "settlement"):
                for kind in kinds:
                    owned = self.get(f"{owner.id}-{kind}") if kind in _OWNED else None
                    if owned is not None:
                        places[owned.id] = owned
        # Kyiv is a region in its own right: "Kyiv region" means the other one, "the city of Kyiv" this.
        bound = {self._place(reading.line).id for reading in readings if reading.bound}
        regions = {key for key, place in places.items() if place.kind == "region"}
        wrong = regions - bound if kinds[0] == "region" and regions & bound else set()
        wrong = regions & bound if kinds[0] != "region" else wrong
        places = {key: place for key, place in places.items() if key not in wrong}
        return tuple(
            sorted(places.values(), key=lambda place: (kinds.index(place.kind), -self._weight(place), place.id))
        )

    def _weight(self, place: Place) -> int:
        if place.population or place.parent is None:
            return place.population
        seat = self.get(place.id.rpartition("-")[0] if place.kind in _OWNED else place.parent)
        return seat.population if seat is not None else 0

    def _cities_of(self, readings: Sequence[_Reading]) -> tuple[Place, ...]:
        """The cities whose raion or hromada these are, or that a noun names itself."""
        found = {}
        for reading in readings:
            place = self._place(reading.line)
            if not reading.bound and (place.kind == "city" or (place.kind == "region" and not reading.rest)):
                found[place.id] = place
            elif place.kind in _OWNED:
                city = self.get(place.id.rpartition("-")[0])
                if city is not None:
                    found[city.id] = city
        return tuple(sorted(found.values(), key=lambda place: -place.population))


def _joined(left: _Unit, right: _Unit) -> _Unit:
    kinds = tuple(dict.fromkeys(left.kinds + right.kinds))
    return _Unit(
        kinds,
        left.before or right.before,
        left.after or right.after,
        left.plural or right.plural,
        left.singular or right.singular,
        left.dotted and right.dotted,
    )


def _normal(text: str) -> str:
    return text.lower().translate(_APOSTROPHES)


def _without_possessive(word: str) -> Iterator[str]:
    yield word
    for ending in _POSSESSIVES:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word[: -len(ending)]
