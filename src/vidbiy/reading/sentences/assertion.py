"""An assertion: one thing that a sentence says, "12 houses were damaged", before speaker, place and time are known."""

from __future__ import annotations

from dataclasses import dataclass

from vidbiy.model import Modality
from vidbiy.reading.sentences.quantity import Quantity
from vidbiy.reading.words.annotation import Mark

__all__ = ["Assertion"]


@dataclass(slots=True, eq=False)
class Assertion:
    """One thing asserted in the tokens [first, last): a claim without its speaker, place and time."""

    rule: str
    measure: str
    subject: str
    low: int | None
    high: int | None
    first: int
    last: int
    quantity: Quantity | None = None
    action: Mark | None = None
    approx: bool = False
    of: int | None = None
    effect: str | None = None
    place: Mark | None = None
    modality: Modality = Modality.STATED
    reach: int | None = None  # the token from where on places are no longer its own but its parts'

    @property
    def told(self) -> int:
        """The token where what is asserted stands: its quantity, where it has one."""
        return self.first if self.quantity is None else self.quantity.first

    @property
    def cls(self) -> str | None:
        """The class of what is counted."""
        return None if self.quantity is None else self.quantity.cls
