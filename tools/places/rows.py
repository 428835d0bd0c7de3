"""Places on their way to the file, and the letters that their names and ids are written in."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

__all__ = ["LANGUAGES", "Row", "Table", "clean", "slug"]

LANGUAGES = ("uk", "ru", "en", "de", "pl")
_LATIN_IN_CYRILLIC = str.maketrans("iаaoecpxIAOECPXyKTMH", "іааоесрхІАОЕСРХуКТМН")


def clean(text: str) -> str:
    """One apostrophe, no stress marks, single spaces."""
    if re.search("[А-Яа-яіїє]", text):
        text = text.translate(_LATIN_IN_CYRILLIC)
    text = text.replace("’", "'").replace("ʼ", "'").replace("\u0301", "")
    return re.sub(r"\s+", " ", text).strip()


def slug(romanised: str) -> str:
    """A name as the last part of an id."""
    plain = unicodedata.normalize("NFKD", romanised.lower().replace("ł", "l"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9-]+", "", plain.replace(" ", "-")).strip("-")


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
