"""GeoNames gives spellings without their language: which is Ukrainian, which Russian."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from tools.places.rows import clean, slug
from tools.places.transcribing import romanise_uk

__all__ = ["CYRILLIC", "cyrillic", "is_quarter", "leaning", "likeness", "pick_ru", "pick_uk"]

CYRILLIC = re.compile(r"[А-Яа-яЁёЇїІіЄєҐґ'’ʼ\u0301 -]+")


def likeness(left: str, right: str) -> float:
    """How much of two names is the same, from 0 to 1, capitals or not."""
    return SequenceMatcher(None, left.lower(), right.lower()).ratio()


def cyrillic(names: Iterable[str]) -> list[str]:
    """The spellings in Cyrillic letters, in a fixed order."""
    return sorted({clean(name) for name in names if CYRILLIC.fullmatch(clean(name))})


def leaning(name: str) -> int:
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
    options = [name for name in cyrillic(city["alternatenames"]) if leaning(name) >= 0]
    if not options:
        return None
    targets = [slug(city["name"])]
    return max(
        options,
        key=lambda name: (
            max(likeness(slug(romanise_uk(name)), target) for target in targets) + leaning(name) / 8,
            name,
        ),
    )


def pick_ru(city: dict[str, Any], expected: str) -> str | None:
    """The Russian spelling nearest to the expected one."""
    options = [name for name in cyrillic(city["alternatenames"]) if leaning(name) <= 0]
    best = max(options, key=lambda name: (likeness(name, expected) - leaning(name) / 20, name), default=None)
    return best if best is not None and likeness(best, expected) >= 0.72 else None


def is_quarter(name: str) -> bool:
    """Whether GeoNames calls a part of a city a populated place: its name is a district's."""
    return bool(
        re.search(r"(район|[сц]ький|зький|чний|квартали|ХТЗ)\b", name, re.IGNORECASE)
    ) and " " not in name.replace(" район", "").replace("Район ", "").replace(" квартали", "")
