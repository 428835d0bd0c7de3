"""A place as a sentence names it, and what the name is for."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Mention"]


@dataclass(slots=True)
class Mention:
    """A place in the tokens [first, last) of a sentence.

    ``place`` is None for a sea and for places of several countries: something is known of where, but no id. ``role`` is
    ``where``, ``from`` (what was sent came from there), ``route`` (an end of a
    line, or where the hurt were taken) or ``speaker`` (it says whose office speaks).
    """

    first: int
    last: int
    place: str | None
    role: str = "where"
    locative: bool = False  # "in", "over", "near" stands before it
    several: bool = False  # a list of places, given by what they all lie in
    counted: bool = False  # regions that are only counted ("in five regions"), given by their country
    heads: bool = False  # a dash or a colon follows: it goes with what comes after
    anaphor: bool = False  # "the city", "the region"
    example: bool = False  # "including the regional centre": one of what was named before
    leads: bool = False  # nothing but a preposition, a number or a time stands before it in its sentence

    frame: str | None = None  # the wider place that stood before it: "в Белгородском округе сёла Отрадное и Таврово"

    def take_in(self, other: Mention, place: str | None) -> None:
        """Become one with the mention behind it, of that place."""
        self.last, self.heads, self.place = other.last, other.heads, place
