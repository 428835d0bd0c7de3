"""Siren logs to alert hours. Where no feed speaks, the answer is *unknown*: silence is not safety."""

from vidbiy.reconcile.sirens.answers import (
    AlertCover,
    AlertDuration,
    AlertMeasure,
    AlertSpan,
    CountryShare,
    NightAlerts,
    PlaceAlerts,
)
from vidbiy.reconcile.sirens.measures import alert_duration, alert_series, alert_tiles, night_alerts, place_alerts
from vidbiy.reconcile.sirens.spans import Span, hours_of, night_of

__all__ = [
    "AlertCover",
    "AlertDuration",
    "AlertMeasure",
    "AlertSpan",
    "CountryShare",
    "NightAlerts",
    "PlaceAlerts",
    "Span",
    "alert_duration",
    "alert_series",
    "alert_tiles",
    "hours_of",
    "night_alerts",
    "night_of",
    "place_alerts",
]
