"""Attacks and their records, one by one and many in a row, as the API gives them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from vidbiy.model import Status
from vidbiy.web.api.models.base import Ref, Shape, Time
from vidbiy.web.api.models.checks import CheckModel
from vidbiy.web.api.models.figures import FigureModel

__all__ = [
    "AttackModel",
    "BreakModel",
    "ElsewhereModel",
    "NightModel",
    "NightPage",
    "PointModel",
    "RecordModel",
    "ReportModel",
    "SeriesModel",
]


class AttackModel(Shape):
    """An attack: a country, and a night or a day."""

    id: Annotated[str, Field(examples=["UA-2025-07-04-night"])]
    country: Annotated[str, Field(examples=["UA"])]
    date: Annotated[str, Field(examples=["2025-07-04"])]
    wave: Literal["night", "day"]
    start: Time
    end: Time
    official: bool


class ReportModel(Shape):
    """A document that speaks of the attack."""

    document: int
    id: str
    source: str | None
    title: str | None
    url: str | None
    published: Time | None
    known_at: Time
    claims: int
    copies: str | None


class ElsewhereModel(Shape):
    """What the same reports say of another attack."""

    attack: AttackModel
    figures: list[FigureModel]


class RecordModel(Shape):
    """What is known of an attack at a moment."""

    attack: AttackModel
    as_of: Time | None
    figures: list[FigureModel]
    checks: list[CheckModel]
    reports: list[ReportModel]
    elsewhere: list[ElsewhereModel]


class PointModel(Shape):
    """One night of a series. `low` null: nothing is known of it."""

    date: str
    low: int | None
    high: int | None
    approx: bool
    status: Status | None
    claims: list[Ref]


class NightModel(AttackModel):
    """An attack in the list of them, with what is known of the whole country by measure; null where nothing is."""

    url: str
    launched: PointModel | None
    stopped: PointModel | None
    hit: PointModel | None
    killed: PointModel | None
    injured: PointModel | None


class NightPage(Shape):
    """Some attacks, the latest first."""

    nights: list[NightModel]
    next: str | None


class BreakModel(Shape):
    """A day since when a body counts something else under the same name."""

    id: str
    since: str
    what: str
    bridge: str | None
    bridge_subject: str | None
    evidence: str


class SeriesModel(Shape):
    """A measure night by night, from the first known to the last; nights between them without data are there, and null."""

    measure: str
    subject: str
    place: str
    wave: Literal["night", "day"]
    as_of: Time | None
    nights: list[PointModel]
    breaks: list[BreakModel]
