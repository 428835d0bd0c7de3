"""Siren logs to alert hours. Where no feed speaks, the answer is *unknown*: silence is not safety."""

from vidbiy.reconcile.sirens.answers import (
    KYIV,
    AlertCover,
    AlertDuration,
    AlertMeasure,
    AlertSpan,
    CountryShare,
    NightAlerts,
    PlaceAlerts,
    Span,
    night_of,
)

__all__ = [
    "KYIV",
    "AlertCover",
    "AlertDuration",
    "AlertMeasure",
    "AlertSpan",
    "CountryShare",
    "NightAlerts",
    "PlaceAlerts",
    "Span",
    "night_of",
]
