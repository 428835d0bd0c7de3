"""An attack: a country and a period, with the id under which the record speaks of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from vidbiy.model.errors import AttackError

__all__ = ["Attack", "Wave", "parse_attack_id"]

_ID = re.compile(r"(?P<country>[A-Z]{2})-(?P<date>\d{4}-\d{2}-\d{2})-(?P<wave>night|day)")


class Wave(StrEnum):
    """The part of the day that an attack belongs to: the night that ends on its date, or the day of that date."""

    NIGHT = "night"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """An attack on one country. ``start`` and ``end`` are aware; the end is exclusive.

    ``official`` says that the hours are those of the report of the body that counts weapons; else they are those of the
    operational night (18:00 to 09:00 local time) or day.
    """

    country: str
    date: date
    wave: Wave
    start: datetime
    end: datetime
    official: bool = False

    @property
    def id(self) -> str:
        """The public id, like ``UA-2025-07-04-night``; the date of a night is its morning's."""
        return f"{self.country}-{self.date.isoformat()}-{self.wave.value}"

    def to_dict(self) -> dict[str, Any]:
        """Return the attack as a JSON object."""
        return {
            "id": self.id,
            "country": self.country,
            "date": self.date.isoformat(),
            "wave": self.wave.value,
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "official": self.official,
        }


def parse_attack_id(text: str) -> tuple[str, date, Wave]:
    """Return country, date and wave of an attack's id.

    Raises:
        AttackError: the text is no such id.
    """
    found = _ID.fullmatch(text)
    try:
        if found is not None:
            return found["country"], date.fromisoformat(found["date"]), Wave(found["wave"])
    except ValueError:
        pass
    raise AttackError(f"{text!r} is no attack's id; it is written like UA-2025-07-04-night.")
