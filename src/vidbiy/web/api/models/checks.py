"""Whether the figures of an attack can all be true, as the API says it."""

from __future__ import annotations

from typing import Literal

from vidbiy.model import Identity, Measure, Misreading, Verdict
from vidbiy.web.api.models.base import Ref, Shape, Time

__all__ = ["CheckModel", "CheckPage", "MendModel", "TermModel"]


class TermModel(Shape):
    """One figure in an identity; an unknown one has no bounds."""

    side: Literal["left", "right"]
    figure: str
    measure: Measure
    subject: str
    place: str | None
    low: int | None
    high: int | None
    derived: bool


class MendModel(Shape):
    """A reading under which the check holds."""

    misreading: Misreading
    ref: Ref
    belongs_to: str


class CheckModel(Shape):
    """An accounting identity over figures, and whether they can all be true."""

    id: str
    attack: str
    identity: Identity
    relation: Literal["=", "<="]
    verdict: Verdict
    difference: int | None
    terms: list[TermModel]
    conflict: list[Ref]
    mend: MendModel | None


class CheckPage(Shape):
    """The checks of an attack: whether its figures can all be true."""

    attack: str
    as_of: Time | None
    checks: list[CheckModel]
