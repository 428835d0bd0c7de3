"""Data sets: how their files are known, and what their columns and names mean in the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from vidbiy.lexicon.pack_files import load_table

__all__ = ["DatasetWords", "KnownDataset", "Label", "Page", "WeaponModel"]


@dataclass(frozen=True, slots=True)
class KnownDataset:
    """A data set: the source id of its documents, its title, its rule, and the columns that tell its files."""

    id: str
    title: str
    rule: str
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Page:
    """Who published a post, and whether for a part of the country only."""

    speaker: str
    regional: bool


@dataclass(frozen=True, slots=True)
class WeaponModel:
    """What a model's name counts: since `mixed_since` with others beside it, under the path that is common to them."""

    path: str
    mixed_since: date | None
    mixed_path: str

    def on(self, day: date) -> str:
        """Return the subject path that the name stands for in a report of that day."""
        return self.path if self.mixed_since is None or day < self.mixed_since else self.mixed_path


@dataclass(frozen=True, slots=True)
class Label:
    """What a classifier's label says of the place."""

    measure: str
    subject: str
    high: int | None


class DatasetWords:
    """The tables of `datasets.toml`."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.datasets = tuple(
            KnownDataset(item["id"], item["title"], item["rule"], frozenset(item["columns"]))
            for item in table["dataset"]
        )
        self.pages = _by_name(table["page"], lambda item: Page(item["speaker"], item.get("regional", False)))
        self.models = _by_name(
            table["model"],
            lambda item: WeaponModel(item["path"], item.get("mixed_since"), item.get("mixed_path", item["path"])),
        )
        self.places: dict[str, str | None] = _by_name(table["place"], lambda item: item.get("id"))
        self.borders: dict[str, str] = _by_name(table["border"], lambda item: item["id"])
        self.labels = _by_name(table["label"], lambda item: Label(item["measure"], item["subject"], item.get("high")))
        self.events = frozenset(name for item in table["event"] for name in item["names"])

    @classmethod
    def load(cls) -> DatasetWords:
        """Return the tables, read once."""
        return _load()

    def dataset(self, header: Iterable[str]) -> KnownDataset | None:
        """Return the data set whose columns the header holds: the one with the most, where several fit."""
        names = frozenset(header)
        fitting = [known for known in self.datasets if known.columns <= names]
        return max(fitting, key=lambda known: len(known.columns), default=None)

    def weapon(self, model: str, day: date) -> tuple[str, tuple[str, ...]]:
        """Return the subject path of a model, or of several joined by " and ", and the names that are not known."""
        names = [name.strip() for name in model.split(" and ")]
        unknown = tuple(name for name in names if name not in self.models)
        if unknown:
            return "weapon", unknown
        paths = [self.models[name].on(day) for name in names]
        common = _common(paths)
        whole = len(names) == 1 and common == self.models[names[0]].mixed_path != self.models[names[0]].path
        return (common if whole else self._leaf(common)), ()

    def _leaf(self, path: str) -> str:
        """Return the path, with `.other` behind it where there are kinds below it.

        A row of a table is one kind beside others, and never their total: what is of several kinds, or of none that is
        named, is a kind of its own.
        """
        below = any(model.path.startswith(f"{path}.") for model in self.models.values())
        return f"{path}.other" if below else path


def _common(paths: list[str]) -> str:
    """Return the deepest path that all have in common."""
    shared: list[str] = []
    for parts in zip(*(path.split(".") for path in paths), strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return ".".join(shared)


def _by_name(items: Iterable[Mapping[str, Any]], make: Any) -> dict[str, Any]:
    return {name: make(item) for item in items for name in item["names"]}


@cache
def _load() -> DatasetWords:
    return DatasetWords(load_table("datasets.toml"))
