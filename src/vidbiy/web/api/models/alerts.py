"""Alerts, as they are logged and as they are measured, and for what of a period anything is known."""

from __future__ import annotations

from typing import Literal

from vidbiy.web.api.models.base import Shape, Time

__all__ = [
    "AlertMeasureModel",
    "AlertModel",
    "AlertPage",
    "AlertSpanModel",
    "CoverModel",
    "NightAlertsModel",
    "PeakModel",
    "PlaceAlertsModel",
    "SpanModel",
]


class SpanModel(Shape):
    """A stretch of time, the end exclusive."""

    start: Time
    end: Time


class CoverModel(Shape):
    """For what of a period anything is known. What is not known is not "no alert"."""

    known: bool
    known_until: Time | None
    unknown: list[SpanModel]
    unknown_seconds: int
    words: str


class AlertSpanModel(SpanModel):
    """Alerts that overlap or touch, as one stretch."""

    guessed: bool
    open: bool
    level: Literal["yellow", "red"] | None


class AlertMeasureModel(Shape):
    """How long alerts lasted, overlaps counted once; where the cover is not known, at least."""

    seconds: int
    number: int
    longest_seconds: int
    guessed_seconds: int
    spans: list[AlertSpanModel]


class PlaceAlertsModel(Shape):
    """The alerts at one place."""

    place: str
    permanent: bool
    whole: AlertMeasureModel
    part: AlertMeasureModel
    cover: CoverModel
    sources: list[str]
    entries: list[int]


class PeakModel(Shape):
    """How many regions were under an alert at one moment."""

    at: Time
    whole: int
    part: int
    regions: int
    permanent: list[str]
    unknown: list[str]


class NightAlertsModel(Shape):
    """The alerts of a period in the whole country, by region and below."""

    period: SpanModel
    as_of: Time | None
    first_alert: Time | None
    all_clear: Time | None
    peak: PeakModel | None
    cover: CoverModel
    regions: list[PlaceAlertsModel]
    below: list[PlaceAlertsModel]


class AlertModel(Shape):
    """An alert, as its source gives it."""

    entry: int
    line: int
    place: str
    kind: str
    start: Time
    end: Time | None
    source: str
    level: Literal["yellow", "red"] | None
    threats: list[str]
    partial: bool
    guessed_start: bool
    guessed_end: bool


class AlertPage(Shape):
    """The alerts that overlap a period. Beyond what a feed was heard of, silence means nothing."""

    start: Time
    end: Time
    place: str
    alerts: list[AlertModel]
    next: str | None
