"""A quantity phrase as it stands: "at least 23 drones" is 23 or more of a class of things, before any verb is heard."""

from __future__ import annotations

from dataclasses import dataclass

from vidbiy.reading.words.annotation import Mark

__all__ = ["NAMED", "Quantity"]

# The forms of a quantity of one that a determiner shows, not a number: "a shop", "their house".
NAMED = frozenset({"implied", "definite"})


@dataclass(slots=True, eq=False)
class Quantity:
    """A number with its noun in the tokens [first, last).

    ``cls`` is the class of what is counted, the key of actions.toml; None where the noun is left out ("36 were shot
    down"). ``form`` says how it was put: ``counted``, ``noun-first``, ``bare``, ``implied``, ``definite``.
    """

    first: int
    last: int
    low: int
    high: int | None
    form: str
    cls: str | None = None
    subject: str = ""
    approx: bool = False
    of: int | None = None
    of_span: tuple[int, int] | None = None
    of_open: bool = False  # "of at least 31": the whole has no upper bound
    of_subject: str | None = None  # "87 missiles of 158 aerial targets": the whole has a noun of its own
    noun: Mark | None = None
    action: Mark | None = None
    place: Mark | None = None
    part: bool = False
    whole: bool = False  # "of 48 drones, 40 were downed": it is the whole of a number that follows
    each: bool = False
    group: int = -1

    def count_like(self, other: Quantity) -> None:
        """Count what `other` counts: its noun is left out here."""
        self.cls, self.subject, self.noun = other.cls, other.subject, other.noun
