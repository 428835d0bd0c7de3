"""The data files of the lexicon, as tables."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from vidbiy.lexicon.errors import LexiconError

__all__ = ["available_languages", "language_table", "load_table"]


def load_table(name: str) -> dict[str, Any]:
    """Return the data file `name` (TOML) of the lexicon.

    Raises:
        LexiconError: there is no such file, or it is no TOML.
    """
    path = files("vidbiy.lexicon").joinpath("data", *name.split("/"))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"The lexicon's file {name} cannot be read: {error}") from error


def available_languages() -> tuple[str, ...]:
    """Return the codes of the languages that there are packs for, in alphabetical order."""
    folder = files("vidbiy.lexicon").joinpath("data", "languages")
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


@cache
def language_table(language: str) -> dict[str, Any]:
    """Return what the file of a language says, read once."""
    return load_table(f"languages/{language}.toml")
