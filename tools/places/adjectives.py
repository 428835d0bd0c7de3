"""Settlements and the adjectives that raions, hromadas and lands are named by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tools.places.curated import curated
from tools.places.geonames import likeness
from tools.places.transcribing import transcribe_pl

__all__ = ["Seats", "adjective_of", "adjective_stems", "pl_adjective", "pl_adjectives", "vernacular"]


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
            return max(matches, key=lambda name: (likeness(name, stem), name))
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


def adjective_of(seat: str, *, feminine: bool) -> str:
    """The adjective of a renamed seat, by rule."""
    ending = "а" if feminine else "ий"
    for old, new in (("ськ", "ськ"), ("ський", "ськ"), ("цький", "цьк"), ("ський", "ськ"), ("піль", "пільськ"),
                     ("ель", "ельськ"), ("не", "ненськ"), ("ве", "вськ"), ("ське", "ськ"), ("ий", "")):  # fmt: skip
        if seat.endswith(old):
            return seat[: len(seat) - len(old)] + new + ending
    return seat + "ськ" + ending


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
