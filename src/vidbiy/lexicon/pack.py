"""Language packs: the words of one language, and of the things that reports name, as one table of patterns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from vidbiy.lexicon.actions import ACTIONS
from vidbiy.lexicon.errors import LexiconError
from vidbiy.lexicon.pack_files import available_languages, language_table
from vidbiy.lexicon.pack_patterns import read_patterns
from vidbiy.lexicon.patterns import PatternTable

__all__ = ["ACTIONS", "LANGUAGES", "LanguagePack", "Signature"]

# A language is there when its file is: adding one is adding a file.
LANGUAGES = available_languages()

_AGE_DIGITS = 3
# The lists of word endings that a language may have under "grammar".
_ENDINGS = (
    "people_genitive",
    "nominative_plural",
    "oblique_numbers",
    "genitive_singular",
    "locative_singular",
    "passive_verbs",
    "passive_of_one",
    "village_plurals",
    "works",
    "plural_verbs",
    "plural_in_a",
    "several_verbs",
    "age_nouns",
    "oblique_nouns",
    "singular_endings",
    "plural_adjectives",
    "singular_nouns",
    "heads",
    "whose",
    "means",
    "ones",
    "bodies",
    "harm_nouns",
    "genitive_one",
    "other_events",
    "acronyms",
    "strike_stems",
    "impersonal",
    "one_victim",
    "striking_verbs",
    "means_plural",
    "anyone",
    "accusative",
)
# The roles that prepositions have.
_PREPOSITIONS = ("locative", "from", "stop", "spoken")


@dataclass(frozen=True, slots=True)
class Signature:
    """What is known of a language before a text is cut up: how it is told from others, and which texts may matter.

    A text with none of the stems in ``relevance`` holds no claim.
    """

    alphabet: str
    common: frozenset[str]
    letters: frozenset[str]
    relevance: tuple[str, ...]

    @staticmethod
    @cache
    def load(language: str) -> Signature:
        """Load the signature of `language`, one of `LANGUAGES`."""
        table = language_table(language)
        return Signature(
            table["alphabet"],
            frozenset(table["common"]),
            frozenset(table.get("letters", "")),
            tuple(table["relevance"]),
        )


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language, ready for the reader."""

    language: str
    patterns: PatternTable
    abbreviations: frozenset[str]
    number_suffixes: frozenset[str]
    ordinal_suffixes: frozenset[str]
    collectives: frozenset[str]  # numbers that count people only: "двоє", "семеро"
    number_glue: tuple[str, ...]
    thousands: str
    decimal: str
    number_words: Mapping[str, int]
    articles: bool
    article_words: frozenset[str]
    definite_words: frozenset[str]
    ordinal_nouns: frozenset[str]
    # Words that begin a sentence behind an abbreviation with a point: "at 6:45 a.m. By noon …".
    openers: frozenset[str]
    plural_nouns: tuple[str, ...]
    people_genitive: tuple[str, ...]
    nominative_plural: tuple[str, ...]  # of people; these do not follow five or more, nor an oblique number
    oblique_numbers: tuple[str, ...]
    strike_nouns: frozenset[str]
    genitive_singular: tuple[str, ...]
    locatives: frozenset[str]
    prepositions: frozenset[str]
    locative_singular: tuple[str, ...]
    singular_verbs: tuple[str, ...]
    # The auxiliaries of one thing: "a fitter, 34, is in hospital".
    singular_aux: frozenset[str]
    singular_nouns: tuple[str, ...]
    plural_adjectives: tuple[str, ...]
    singular_endings: tuple[str, ...]
    oblique_nouns: tuple[str, ...]
    age_stems: tuple[str, ...]
    hour_stems: tuple[str, ...]  # of how many hours something lasted: "three-hour", "dreistündig"
    age_nouns: tuple[str, ...]
    plural_verbs: tuple[str, ...]
    plural_in_a: tuple[str, ...]  # nominatives like a genitive singular: "дома", "корпуса"
    several_verbs: tuple[str, ...]  # endings of verbs whose subject is several: "повреждены"
    people_numbers: frozenset[str]
    passive_verbs: tuple[str, ...]
    works: tuple[str, ...]  # refineries: what their towns' adjectives stand before
    village_plurals: tuple[str, ...]  # words that open a list of villages: "сёла"
    passive_of_one: tuple[str, ...]  # their endings that agree with no number but one: "пробита", "пошкоджена"
    mass_words: tuple[str, ...]
    bodies: tuple[str, ...]
    harm_nouns: tuple[str, ...]  # what they name was done to is in the genitive: "пошкодження школи"
    anyone: tuple[str, ...]  # people of any kind
    genitive_one: tuple[str, ...]  # endings of one thing behind such a noun
    impersonal: tuple[str, ...]  # endings of verbs without a subject: "поранено", "zabito"
    strike_stems: tuple[str, ...]  # of nouns for a strike, behind which a colon presents what was sent
    other_events: tuple[str, ...]  # what also lasts for hours: beginnings of words for talks, matches, searches
    acronyms: tuple[str, ...]  # number words that in capitals are names: "СТО"
    one_victim: tuple[str, ...]  # participles of one who was hurt or killed
    striking_verbs: tuple[str, ...]  # what is not in the instrumental at these is what struck: "вдарили три ракети"
    means_plural: tuple[str, ...]  # of several things that something was done with
    accusative: tuple[str, ...]
    capital_months: bool
    word_order: bool
    range_joints: frozenset[str]
    roles: frozenset[str]
    dummy_subjects: frozenset[str]
    verbs_last: bool
    capital_nouns: bool
    heads: tuple[str, ...]
    ones: tuple[str, ...]  # of numbers in digits that end in one, as they are declined: "71-ю"
    means: tuple[str, ...]  # of the one thing that something was done with
    whose: tuple[str, ...]  # of a victim in the genitive, behind whose neighbour or mother is named

    def is_plural(self, noun: str) -> bool:
        """Tell by its ending whether `noun` is a plural, as far as an ending can tell."""
        return noun.endswith(self.plural_nouns) and not noun.endswith(self.singular_endings)

    def is_singular_verb(self, verb: str) -> bool:
        """Tell by its ending whether `verb` is of one; where endings do not tell, every verb may be."""
        return not self.singular_verbs or verb.endswith(self.singular_verbs)

    def is_singular_noun(self, noun: str) -> bool:
        """Tell by its ending whether `noun` is surely of one; False where endings do not tell."""
        return noun.endswith(self.singular_nouns)

    def is_passive(self, verb: str) -> bool:
        """Tell by its ending whether `verb` says what was done to its subject; False where endings do not tell."""
        return verb.endswith(self.passive_verbs)

    def has_role(self, role: str) -> bool:
        """Tell whether the pack has words of that role."""
        return role in self.roles

    def age_in(self, word: str) -> int | None:
        """Return the age in a word like "восьмилетняя"; months and weeks are 0; None where there is none."""
        for stem in self.age_stems:
            front, found, _ = word.partition(stem)
            if found and (front in self.number_words or front[:1].isdigit()):
                years = self.number_words.get(front)
                return 0 if stem != self.age_stems[0] else years
        return None

    def hours_in(self, word: str) -> int | None:
        """Return the hours in a word like "three-hour", "6-stündiger"; None where there are none."""
        for stem in self.hour_stems:
            front, found, _ = word.partition(stem)
            front = front.rstrip("-")
            if found and front:
                return int(front) if front.isdecimal() and len(front) <= _AGE_DIGITS else self.number_words.get(front)
        return None

    def person_of_age(self, word: str) -> int | None:
        """Return the age of the person that "47-Jähriger", "siedmiolatka" name; None where a word names none."""
        for ending in self.age_nouns:
            if word.endswith(ending):
                front = word.removesuffix(ending).rstrip("-")
                return int(front) if front.isdecimal() and len(front) <= _AGE_DIGITS else self.number_words.get(front)
        return None

    def names_body(self, word: str) -> bool:
        """Tell whether `word` is one body: the person behind it, in the genitive, is one ("тело женщины")."""
        return word in self.bodies

    def is_mass(self, noun: str) -> bool:
        """Tell whether `noun` is not counted ("infrastructure")."""
        return noun.startswith(self.mass_words)

    @classmethod
    def load(cls, language: str) -> LanguagePack:
        """Load the pack of `language`, one of `LANGUAGES`, with the weapons, people, sites and sources in it.

        Raises:
            LexiconError: there is no such pack, or an entry of it is wrong.
        """
        return _load(language)


@cache
def _load(language: str) -> LanguagePack:
    if language not in LANGUAGES:
        raise LexiconError(f"There is no language pack {language!r}; there are {', '.join(LANGUAGES)}.")
    table = language_table(language)
    numbers, grammar, roles = table["numbers"], table["grammar"], table["roles"]
    return LanguagePack(
        language=language,
        patterns=read_patterns(language),
        abbreviations=frozenset(word.rstrip(".") for word in table["abbreviations"]),
        number_suffixes=frozenset(numbers["suffixes"]),
        ordinal_suffixes=frozenset(numbers["ordinal_suffixes"]),
        collectives=frozenset(numbers.get("collective", ())),
        number_glue=tuple(numbers["glue"]),
        thousands=numbers["thousands"],
        decimal=numbers["decimal"],
        number_words={
            word: int(value) for value, words in numbers["words"].items() for word in words if not word.endswith("*")
        },
        articles=grammar["articles"],
        article_words=frozenset(numbers["article"]),
        definite_words=frozenset(grammar.get("definite", ())),
        ordinal_nouns=frozenset(grammar.get("ordinal_nouns", ())),
        openers=frozenset(grammar.get("openers", ())),
        plural_nouns=tuple(grammar["plural_nouns"]),
        strike_nouns=frozenset(grammar.get("strike_nouns", ())),
        locatives=frozenset(roles["locative"]),
        prepositions=frozenset(word for role in _PREPOSITIONS for word in roles.get(role, ())),
        singular_verbs=tuple(grammar["singular_verbs"]),
        singular_aux=frozenset(grammar.get("singular_aux", ())),
        people_numbers=frozenset(numbers.get("people", ())),
        age_stems=tuple(grammar.get("ages", ())),
        hour_stems=tuple(grammar.get("hours", ())),
        range_joints=frozenset(numbers.get("range_joints", ())),
        dummy_subjects=frozenset(grammar.get("dummy_subjects", ())),
        roles=frozenset(roles),
        word_order=grammar.get("word_order", False),
        verbs_last=grammar.get("verbs_last", False),
        capital_nouns=grammar.get("capital_nouns", False),
        capital_months=grammar.get("capital_months", False),
        **{name: tuple(grammar.get(name, ())) for name in _ENDINGS},
        mass_words=tuple(word.rstrip("*") for word in grammar["mass"]),
    )
